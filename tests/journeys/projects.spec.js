import { SUMMIT, annotate, expect, open, project, quotes, ready, test, waitSaved } from "./support.js";
import { newProject, openProject, openProjects, projectRow, undo } from "./interface.js";

const act = (dialog, title, name) => projectRow(dialog, title).getByRole("button", { name: new RegExp(`^${name}`) });

test("projects are made, listed, opened, renamed, copied and deleted", async ({ page }) => {
  await open(page);
  await annotate(page, SUMMIT, "Calais", "Location");
  const first = (await project(page)).project.title;
  await waitSaved(page);

  await newProject(page, "Second");
  expect((await project(page)).project.title).toBe("Second");
  expect(await quotes(page)).toEqual([]);

  let dialog = await openProjects(page);
  await expect(projectRow(dialog, first)).toBeVisible();
  await act(dialog, "Second", "Rename").click();
  await dialog.getByLabel("Title").fill("Renamed");
  await page.keyboard.press("Enter");
  await expect(projectRow(dialog, "Renamed")).toBeVisible();

  await act(dialog, first, "Duplicate").click();
  await expect(dialog.getByRole("listitem")).toHaveCount(3);
  await page.keyboard.press("Escape");

  await openProject(page, first);
  await expect.poll(() => quotes(page)).toEqual(["Location: Calais"]);
  await page.reload();
  await ready(page);
  expect((await project(page)).project.title).toBe(first);

  dialog = await openProjects(page);
  await act(dialog, "Renamed", "Delete").click();
  await expect(projectRow(dialog, "Renamed")).toBeHidden();
  // Deleting is taken back where it was done.
  await dialog.getByRole("button", { name: /^Undo/ }).click();
  await expect(projectRow(dialog, "Renamed")).toBeVisible();
});

test("each project has an undo of its own", async ({ page }) => {
  await open(page);
  await annotate(page, SUMMIT, "Calais", "Location");
  const first = (await project(page)).project.title;
  await newProject(page, "Second");
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
  await openProject(page, first);
  await undo(page);
  await expect.poll(() => quotes(page)).toEqual([]);
});
