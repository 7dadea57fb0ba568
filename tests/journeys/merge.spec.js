// A project is added to the open one: tags for another version of an article's text are placed, reviewed, or kept without a place.
import { axeViolationsInBothSchemes } from "./axe.js";
import { SUMMIT, dragOver, expect, file, open, project, quotes, ready, reader, test, waitSaved } from "./support.js";
import { expectNoPointer, focusText, press, trackPointer } from "./keys.js";

const dialog = (page) => page.getByRole("dialog", { name: /^Import / });
const review = (page) => page.getByRole("region", { name: "Tags from another version" });
const rows = (page) => review(page).getByRole("listitem");
const json = async (page) => JSON.stringify(await project(page));

/** A project with an earlier version of the first article, and three tags on it. */
async function earlierVersion(page) {
  const now = await project(page);
  const [article] = now.articles.filter(({ id }) => id === SUMMIT);
  const text = article.text.replace("27 people", "31 people").replace("The UK, which", "A sentence that was taken out later. The UK, which");
  const label = (name) => now.schema.labels.find((one) => one.name === name).id;
  const tag = (id, name, exact) => {
    const start = [...text.slice(0, text.indexOf(exact))].length;
    return { id, article: SUMMIT, label: label(name), ranges: [{ start, end: start + [...exact].length, exact }] };
  };
  const annotations = [tag("x1", "Location", "France"), tag("x2", "Claim", "31 people to their deaths"), tag("x3", "Claim", "A sentence that was taken out later")];
  const { sha256, ...rest } = article;
  const saved = { ...now, articles: [{ ...rest, text }], annotations, entities: [], relations: [{ id: "y1", type: now.schema.relationTypes[0].id, from: "x2", to: "x3" }] };
  return file("earlier.crossread.json", JSON.stringify(saved), "application/json");
}

const choose = async (page) => page.locator("#add-file").setInputFiles([await earlierVersion(page)]);

test("tags for an earlier version of an article are shown, added, reviewed by mouse, and kept over a reload", async ({ page }) => {
  await open(page);
  const before = await json(page);
  await choose(page);
  await expect(dialog(page).getByLabel("The open project")).toBeChecked();
  await expect(dialog(page).locator(".import-result")).toHaveText("Adds 1 tag, 1 tag to review, 1 tag without a place.");
  await expect(dialog(page)).toContainText("has another text");
  expect(await axeViolationsInBothSchemes(page)).toEqual([]);
  await dialog(page).getByRole("button", { name: "Cancel" }).click();
  expect(await json(page)).toBe(before);

  await choose(page);
  await dialog(page).getByRole("button", { name: "Add to this project" }).click();
  await expect(rows(page)).toHaveCount(2);
  expect((await quotes(page)).sort()).toEqual(["Claim: 27 people to their deaths", "Location: France"]);
  await expect(rows(page).first()).toContainText("31 people to their deaths");
  await expect(rows(page).last()).toContainText("not in this text");
  expect(await axeViolationsInBothSchemes(page)).toEqual([]);

  const added = await json(page);
  await page.keyboard.press("Control+z");
  await expect.poll(() => json(page)).toBe(before);
  await page.keyboard.press("Control+y");
  await expect.poll(() => json(page)).toBe(added);
  await waitSaved(page);
  await page.reload();
  await ready(page);
  expect(await json(page)).toBe(added);
  await expect(rows(page)).toHaveCount(2);

  await rows(page).first().getByRole("button", { name: "Accept" }).click();
  await expect(rows(page)).toHaveCount(1);
  await rows(page).first().getByRole("button", { name: "Place on selected text" }).click();
  await expect(page.locator(".notice.error")).toContainText("Select the text for this tag");
  await dragOver(page, SUMMIT, "banished from the emergency summit");
  await rows(page).first().getByRole("button", { name: "Place on selected text" }).click();
  await expect(review(page)).toBeHidden();
  expect((await quotes(page)).sort()).toEqual(["Claim: 27 people to their deaths", "Claim: banished from the emergency summit", "Location: France"]);
  expect((await project(page)).relations).toHaveLength(1);
});

test("the same by keys: what is doubtful is moved, and what has no place is removed", async ({ page }) => {
  await trackPointer(page);
  await open(page);
  await focusText(page);
  await choose(page);
  await expect(dialog(page).getByRole("button", { name: "Add to this project" })).toBeFocused();
  await press(page, "Enter");
  await expect(rows(page)).toHaveCount(2);
  await reader(page, SUMMIT).focus();
  await press(page, "Control+Home", "Shift+Control+ArrowRight", "Shift+Control+ArrowRight");
  await rows(page).first().focus();
  await press(page, "m");
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toBeFocused();
  await press(page, "Delete");
  await expect(review(page)).toBeHidden();
  expect((await quotes(page)).sort()).toEqual(["Claim: Talks began", "Location: France"]);
  await press(page, "Control+z", "Control+z");
  await expect(rows(page)).toHaveCount(2);
  await expectNoPointer(page);
});
