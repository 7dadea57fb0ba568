import { ARTICLES, SUMMIT, annotate, expect, open, project, quotes, reader, ready, test, waitSaved } from "./support.js";
import { articleEntries, newProject, openProject, openProjects, projectRow, projectRows, redoButton, undo, undoButton } from "./interface.js";

const clickButton = (dialog, name) => dialog.getByRole("button", { name, exact: true }).click();
const title = async (page) => (await project(page)).project.title;

test("projects are created, listed, opened, renamed, copied and deleted", async ({ page }) => {
  await open(page);
  await annotate(page, SUMMIT, "Calais", "Location");
  const first = await title(page);
  await waitSaved(page);

  await newProject(page, "Second");
  expect(await title(page)).toBe("Second");
  expect(await quotes(page)).toEqual([]);
  expect((await project(page)).articles).toEqual([]);
  await expect(page.getByRole("heading", { name: "No articles yet" })).toBeVisible();

  let dialog = await openProjects(page);
  await expect(projectRow(dialog, first)).toContainText("3 articles · 1 tag ");
  await expect(projectRow(dialog, "Second")).toContainText("open now");
  await clickButton(dialog, "Rename Second");
  await expect.soft(dialog.getByLabel("New title"), "the field has the focus").toBeFocused();
  await dialog.getByLabel("New title").fill("Renamed");
  await clickButton(dialog, "Rename");
  await expect(projectRow(dialog, "Renamed")).toBeVisible();
  expect(await title(page)).toBe("Renamed");
  await clickButton(dialog, `Rename ${first}`);
  await dialog.getByLabel("New title").fill("The first");
  await page.keyboard.press("Enter");
  await expect(projectRow(dialog, "The first")).toBeVisible();

  await clickButton(dialog, "Duplicate The first");
  await expect(projectRow(dialog, "The first (copy)")).toContainText("1 tag");
  await expect(projectRows(dialog)).toHaveCount(3);
  await page.keyboard.press("Escape");

  await openProject(page, "The first (copy)");
  await expect.poll(() => quotes(page)).toEqual(["Location: Calais"]);
  expect(await title(page)).toBe("The first (copy)");
  await annotate(page, SUMMIT, "Europol", "Organization");
  await waitSaved(page);
  await openProject(page, "The first");
  await expect.poll(() => quotes(page)).toEqual(["Location: Calais"]);
  expect(await title(page)).toBe("The first");
  await page.reload();
  await ready(page);
  expect(await title(page), "the project open last is opened again").toBe("The first");
  expect(await quotes(page)).toEqual(["Location: Calais"]);
});

test.describe("a deleted project", () => {
  let first, dialog;
  const deletedEntry = () => dialog.getByRole("list", { name: "Deleted projects" }).getByText(first, { exact: true });
  test.beforeEach(async ({ page }) => {
    await open(page);
    first = await title(page);
    await newProject(page, "Second");
    dialog = await openProjects(page);
    await clickButton(dialog, `Delete ${first}`);
    await expect(projectRow(dialog, first)).toBeHidden();
  });

  test("is restored with the button in the message", async ({ page }) => {
    // The message must be usable while a dialog is open.
    await page.getByRole("button", { name: "Restore" }).click();
    await expect(projectRow(dialog, first)).toBeVisible();
  });

  test("is restored from the list of deleted projects after a reload", async ({ page }) => {
    await page.reload();
    await ready(page);
    dialog = await openProjects(page);
    await dialog.getByText("Deleted (1)").click();
    await expect(deletedEntry()).toBeVisible();
    await clickButton(dialog, `Restore ${first}`);
    await expect(projectRow(dialog, first)).toBeVisible();
    await openProject(page, first);
    expect((await project(page)).articles).toHaveLength(3);
  });

  test("is deleted for good", async ({ page }) => {
    await dialog.getByText("Deleted (1)").click();
    await clickButton(dialog, `Delete ${first} for good`);
    await expect(dialog.getByText(first, { exact: true })).toHaveCount(0);
    await page.reload();
    await ready(page);
    dialog = await openProjects(page);
    await expect(projectRows(dialog)).toHaveCount(1);
    await expect(dialog.getByText(/^Deleted/)).toHaveCount(0);
  });
});

test("deleting the open project opens another one, or an empty one", async ({ page }) => {
  await open(page);
  await annotate(page, SUMMIT, "Calais", "Location");
  const first = await title(page);
  await newProject(page, "Second");
  const dialog = await openProjects(page);
  await clickButton(dialog, "Delete Second");
  await expect.poll(() => title(page)).toBe(first);
  expect(await quotes(page)).toEqual(["Location: Calais"]);

  await clickButton(await openProjects(page), `Delete ${first}`);
  await expect.poll(async () => (await project(page)).articles.length).toBe(0);
  await expect(page.getByRole("heading", { name: "No articles yet" })).toBeVisible();
});

test("a new project can start with the sample articles", async ({ page }) => {
  await open(page);
  await newProject(page, "Second", { samples: true });
  for (const { id, text } of ARTICLES) {
    await expect(reader(page, id)).toBeVisible();
    expect((await project(page)).articles.find((it) => it.id === id).text).toBe(text);
  }
  await expect(articleEntries(page)).toHaveCount(3);
});

test("each project has its own undo history", async ({ page }) => {
  await open(page);
  await annotate(page, SUMMIT, "Calais", "Location");
  const first = await title(page);
  await newProject(page, "Second");
  await expect(undoButton(page)).toBeDisabled();
  await expect(redoButton(page)).toBeDisabled();
  await openProject(page, first);
  await undo(page);
  await expect.poll(() => quotes(page)).toEqual([]);
  await expect(undoButton(page)).toBeDisabled();
});

test("titles are shown unchanged, with any characters", async ({ page }) => {
  await open(page);
  const unusual = `<img src=x onerror=alert(1)> & "quoted" 'n' العربية ${"long ".repeat(40)}end`;
  await newProject(page, unusual);
  expect(await title(page)).toBe(unusual);
  await openProjects(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});
