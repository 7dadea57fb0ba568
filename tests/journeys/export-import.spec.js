import { CALLED_OFF, SUMMIT, annotate, expect, file, open, project, tags, test } from "./support.js";
import { alert, chooseFiles, exportNative, newProject } from "./interface.js";

async function work(page) {
  await open(page);
  const first = await annotate(page, SUMMIT, "It was the deadliest crossing on record", "Claim");
  const second = await annotate(page, CALLED_OFF, "27 people were killed crossing the Channel", "Claim");
  await annotate(page, CALLED_OFF, "£3,000", "Quantity");
  await page.evaluate(([from, to]) => window.crossread.relate({ from, to, type: "supports" }), [first, second]);
}

test("an export, opened in a new project, is exported again byte for byte", async ({ page }) => {
  await work(page);
  const first = await exportNative(page);
  expect(first.name).toMatch(/\.json$/);
  await newProject(page, "Empty");
  expect(await tags(page)).toEqual([]);
  await chooseFiles(page, [file(first.name, first.bytes, "application/json")]);
  await expect.poll(async () => (await tags(page)).length).toBe(3);
  const second = await exportNative(page);
  expect(second.bytes.equals(first.bytes)).toBe(true);
});

test("every offset of an export counts code points of the text beside it", async ({ page }) => {
  await work(page);
  const exported = JSON.parse((await exportNative(page)).bytes.toString("utf8"));
  expect(exported.annotations).toHaveLength(3);
  for (const { article, ranges } of exported.annotations) {
    const { text } = exported.articles.find(({ id }) => id === article);
    for (const { start, end, utf16Start, utf16End, exact } of ranges) {
      expect([...text].slice(start, end).join("")).toBe(exact);
      expect(text.slice(utf16Start, utf16End)).toBe(exact);
    }
  }
});

const broken = (change) => (good) => {
  const copy = structuredClone(good);
  change(copy);
  return JSON.stringify(copy);
};
const BROKEN = {
  "is not JSON": [() => '{"format": "crossread", ', /line|column/i],
  "is JSON, but not ours": [() => '{"recipes": []}', /format|recogni|expected/i],
  "is of a newer version": [broken((file) => (file.version = 99)), /version|newer/i],
  "has an offset outside the text": [broken((file) => (file.annotations[0].ranges[0].end = 9_999_999)), /annotations/],
  "disagrees with the text": [broken((file) => (file.annotations[0].ranges[0].exact = "something else")), /annotations/],
  "names an article that is not there": [broken((file) => (file.annotations[0].article = "nowhere")), /nowhere/],
  "names an annotation that is not there": [broken((file) => (file.relations[0].to = "nothing")), /nothing/],
  "has one id twice": [broken((file) => (file.annotations[1].id = file.annotations[0].id)), /twice|duplicate/i],
};

for (const [what, [make, message]] of Object.entries(BROKEN)) {
  test(`a file that ${what} is refused in words, and the open project stays`, async ({ page }) => {
    await work(page);
    const before = await project(page);
    await chooseFiles(page, [file("broken.json", make(before), "application/json")]);
    await expect(alert(page).first()).toContainText("broken.json");
    await expect(alert(page).first()).toContainText(message);
    expect(JSON.stringify(await project(page))).toBe(JSON.stringify(before));
  });
}
