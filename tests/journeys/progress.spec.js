// Status and attributes of articles, and going to the next article that is not done.
import { axeViolations } from "./axe.js";
import { ARTICLES, CALLED_OFF, CRACKDOWN, SUMMIT, annotate, expect, open, project, reader, test } from "./support.js";
import { article, articleList, column, showColumns, statusButton, statusFilter, liveRegion, undo } from "./interface.js";
import { useKeyboardOnly, focusedName, focusText, press, tabTo } from "./keys.js";

const [first, second, third] = ARTICLES.map(({ title }) => title);
const expectStatuses = (page) => expect.poll(async () => (await project(page)).articles.map(({ status }) => status));
const entries = (page) => articleList(page).locator(".article-entry");
const filterButton = (page, name) => statusFilter(page).getByRole("button", { name });
const details = (page) => page.getByRole("dialog", { name: "About this article" });
const attributes = async (page) => (await project(page)).articles[0].attributes;

test.describe("with the mouse", () => {
  test.beforeEach(({ page }) => open(page));

  test("an article is unread, in progress with its first tag, and done when the user marks it", async ({ page }) => {
    await expect(article(page, first)).toContainText("Unread");
    await annotate(page, SUMMIT, "Calais", "Location");
    await expect(article(page, first)).toContainText("In progress");
    await expect(column(page, first)).toContainText("In progress");
    await statusButton(page, first, "done").click();
    await expectStatuses(page).toEqual(["done", undefined, undefined]);
    await expect(liveRegion(page)).toContainText(`Marked “${first}” as done`);
    await expect(statusButton(page, first, "unread"), "the button keeps the focus").toBeFocused();
    await undo(page);
    await expect(article(page, first)).toContainText("In progress");
  });

  test("the list is filtered by status, and each status has a count", async ({ page }) => {
    await annotate(page, SUMMIT, "Calais", "Location");
    await statusButton(page, third, "in progress").click();
    await statusButton(page, third, "done").click();
    await expect(statusFilter(page)).toHaveText("All 3Unread 1In progress 1Done 1");
    await filterButton(page, "Unread").click();
    await expect(entries(page)).toHaveCount(1);
    await expect(entries(page)).toContainText(second);
    await filterButton(page, "Done").click();
    await expect(entries(page)).toContainText(third);
    await filterButton(page, "All").click();
    await expect(entries(page)).toHaveCount(3);
    expect(await axeViolations(page)).toEqual([]);
  });

  test("a button opens the next article that is not done", async ({ page }) => {
    await showColumns(page, 1);
    await statusButton(page, second, "in progress").click();
    await statusButton(page, second, "done").click();
    const next = articleList(page).getByRole("button", { name: "Next unfinished" });
    await next.click();
    await expect(reader(page, CALLED_OFF)).toBeFocused();
    await expect(liveRegion(page)).toContainText(`Next: ${third}`);
    await next.click();
    await expect(reader(page, SUMMIT)).toBeFocused();
  });

  test("attributes of an article are changed in one step", async ({ page }) => {
    await page.getByRole("button", { name: `Details of ${first}` }).click();
    await details(page).getByLabel("topic").fill("Migration");
    await details(page).getByRole("radio", { name: "critical" }).click();
    await details(page).getByLabel("Source").fill("CNN");
    await details(page).getByLabel("Status").selectOption("done");
    expect(await axeViolations(page)).toEqual([]);
    await details(page).getByRole("button", { name: "Save changes" }).click();
    await expect(details(page)).toBeHidden();
    await expect.poll(() => attributes(page)).toEqual({ topic: "Migration", stance: "critical" });
    await expectStatuses(page).toEqual(["done", undefined, undefined]);
    await undo(page);
    expect((await project(page)).articles[0]).not.toHaveProperty("attributes.topic");
    expect((await project(page)).articles[0]).not.toHaveProperty("status");
  });
});

test.describe("with the keyboard only", () => {
  useKeyboardOnly();

  test("Ctrl+Enter marks one article after the other as done", async ({ page }) => {
    await focusText(page);
    await press(page, "Control+Enter");
    await expectStatuses(page).toEqual(["done", undefined, undefined]);
    await expect(reader(page, CRACKDOWN)).toBeFocused();
    await expect(liveRegion(page)).toContainText(`Marked “${first}” as done. Next: ${second}`);
    await press(page, "Control+Enter");
    await expect(reader(page, CALLED_OFF)).toBeFocused();
    await press(page, "Control+Enter");
    await expectStatuses(page).toEqual(["done", "done", "done"]);
    await expect(liveRegion(page)).toContainText("All articles are done");
    await press(page, "Control+z");
    await expectStatuses(page).toEqual(["done", "done", undefined]);
  });

  test("with one column the next article replaces the one that is done", async ({ page }) => {
    await tabTo(page, "1 column");
    await press(page, "Enter");
    await focusText(page);
    await press(page, "Control+Enter");
    await expect(reader(page, CRACKDOWN)).toBeFocused();
    await expect(reader(page, SUMMIT)).toHaveCount(0);
  });

  test("statuses are set and filtered in the list", async ({ page }) => {
    await tabTo(page, `Mark ${first} as in progress`);
    await press(page, "Enter");
    await expectStatuses(page).toEqual(["in work", undefined, undefined]);
    await expect.poll(() => focusedName(page)).toBe(`Mark ${first} as done`);
    await tabTo(page, "Unread", true);
    await press(page, "Enter");
    await expect(entries(page)).toHaveCount(2);
    await tabTo(page, "Next unfinished");
    await press(page, "Enter");
    await expect(reader(page, CRACKDOWN)).toBeFocused();
  });

  test("Enter saves topic and stance, and the focus goes back", async ({ page }) => {
    await tabTo(page, `Details of ${first}`);
    await press(page, "Enter");
    await tabTo(page, "neutral");
    await press(page, "ArrowRight", "ArrowRight", "Space");
    await tabTo(page, "topic", true);
    await page.keyboard.type("Migration");
    await press(page, "Enter");
    await expect(details(page)).toBeHidden();
    await expect.poll(() => attributes(page)).toEqual({ topic: "Migration", stance: "supportive" });
    await expect.poll(() => focusedName(page)).toBe(`Details of ${first}`);
  });
});
