import { SUMMIT, annotate, expect, open, quotes, ready, selectWord, test, waitSaved } from "./support.js";
import { axeViolations } from "./axe.js";
import { useKeyboardOnly, focusedName, focusText, press, tabTo } from "./keys.js";
import { exportNative, historyEntry, historyList, currentHistoryEntry, inspector, liveRegion, openTab, tagAs } from "./interface.js";

const WORDS = ["Talks", "France", "Calais"];
/** Adds three tags and opens the History tab. */
async function addThreeTags(page) {
  for (const [i, word] of WORDS.entries()) await annotate(page, SUMMIT, word, ["Event", "Location", "Location"][i]);
  await openTab(page, "History");
}
/** The summary of the current step. */
const currentStep = async (page) => (await currentHistoryEntry(page).innerText()).split("\n")[0];

test("a click in the history goes back to the state after that step, and another one goes forward again", async ({ page }) => {
  await open(page);
  const steps = await page.evaluateHandle(() => {
    const steps = [];
    window.crossread.subscribe(({ kind, summary }) => steps.push(`${kind} ${summary}`));
    return steps;
  });
  await addThreeTags(page);
  await expect(historyList(page).getByRole("button")).toHaveText([/Calais/, /France/, /Talks/, /^Start/]);
  expect(await currentStep(page)).toBe("Tagged “Calais” as Location");

  await historyEntry(page, /“Talks”/).click();
  await expect.poll(() => quotes(page)).toEqual(["Event: Talks"]);
  await expect(liveRegion(page)).toHaveText("Went back 2 steps, to: Tagged “Talks” as Event");
  expect(await currentStep(page)).toBe("Tagged “Talks” as Event");
  await expect(historyEntry(page, /“Calais”/)).toContainText("undone");
  await expect(historyEntry(page, /“Talks”/), "the focus stays").toBeFocused();

  await historyEntry(page, /^Start/).click();
  await expect.poll(() => quotes(page)).toEqual([]);
  await expect(liveRegion(page)).toHaveText("Went back 1 step, to: the start");

  await historyEntry(page, /“Calais”/).click();
  await expect.poll(async () => (await quotes(page)).length).toBe(3);
  await expect(liveRegion(page)).toHaveText("Went forward 3 steps, to: Tagged “Calais” as Location");
  expect((await steps.jsonValue()).map((line) => line.split(" ")[0])).toEqual(
    ["do", "do", "do", "undo", "undo", "undo", "redo", "redo", "redo"],
  );
});

test("after a reload the history is at the same step, and can go back and forward from there", async ({ page }) => {
  await open(page);
  await addThreeTags(page);
  await historyEntry(page, /“Talks”/).click();
  await waitSaved(page);
  await page.reload();
  await ready(page);
  await openTab(page, "History");
  expect(await quotes(page)).toEqual(["Event: Talks"]);
  expect(await currentStep(page)).toBe("Tagged “Talks” as Event");
  await historyEntry(page, /“Calais”/).click();
  await expect.poll(async () => (await quotes(page)).length).toBe(3);
  await historyEntry(page, /^Start/).click();
  await expect.poll(() => quotes(page)).toEqual([]);
});

test("tags on an article that an undone step removes come back with it", async ({ page }) => {
  await open(page);
  const count = await page.evaluate(async () => {
    const project = window.crossread.project();
    return project.articles.length;
  });
  await page.getByRole("button", { name: "Paste text…" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Add article" });
  await dialog.getByLabel("Title").fill("Passing");
  await dialog.getByLabel("Text", { exact: true }).fill("Ada Lovelace wrote to Charles Babbage.");
  await dialog.getByRole("button", { name: "Add article" }).click();
  const own = await page.evaluate((at) => window.crossread.project().articles[at].id, count);
  await page.evaluate((article) => window.crossread.annotate({ article, label: "Person", ranges: [{ start: 0, end: 12 }, { start: 22, end: 37 }] }), own);
  await openTab(page, "History");
  await historyEntry(page, /^Start/).click();
  await expect.poll(() => page.evaluate(() => window.crossread.project().articles.length)).toBe(count);
  await historyEntry(page, /Ada Lovelace/).click();
  await expect.poll(() => quotes(page)).toEqual(["Person: Ada Lovelace … Charles Babbage"]);
  await historyEntry(page, /^Start/).click();
  await waitSaved(page);
  await page.reload();
  await ready(page);
  await openTab(page, "History");
  await historyEntry(page, /Ada Lovelace/).click();
  await expect.poll(() => quotes(page)).toEqual(["Person: Ada Lovelace … Charles Babbage"]);
});

test("the user's name is stored with what they create and change", async ({ page }) => {
  await open(page);
  await openTab(page, "History");
  const field = page.getByLabel("Your name");
  await field.fill("Ada");
  // Tab would leave the page here, for the bars of the browser.
  await field.press("Enter");
  await selectWord(page, SUMMIT, "France");
  await tagAs(page, "Location");
  await expect(inspector(page)).toContainText("Tagged by Ada");
  await expect(currentHistoryEntry(page)).toContainText("Ada");
  await field.fill("Grace");
  // Tab would leave the page here, for the bars of the browser.
  await field.press("Enter");
  await page.getByRole("combobox", { name: "Label", exact: true }).selectOption("Organization");
  await expect(inspector(page)).toContainText(/Tagged by Ada, .+ · Changed by Grace, /);
  const [{ creator, modifier }] = JSON.parse((await exportNative(page)).bytes).annotations;
  expect({ creator, modifier }).toEqual({ creator: "Ada", modifier: "Grace" });
  await waitSaved(page);
  await page.reload();
  await ready(page);
  await openTab(page, "History");
  await expect(field, "the name is remembered").toHaveValue("Grace");
  await expect(currentHistoryEntry(page)).toContainText("Grace");
});

test("earlier steps are listed under their day, in the format of the user's locale", async ({ page }) => {
  await page.clock.setSystemTime(new Date("2026-03-04T22:50:00Z"));
  await open(page);
  await annotate(page, SUMMIT, "Talks", "Event");
  await page.clock.setSystemTime(new Date("2026-03-05T08:05:00Z"));
  await annotate(page, SUMMIT, "France", "Location");
  await openTab(page, "History");
  await expect(historyList(page).getByRole("heading")).toHaveText([/^Thursday,? 5 March 2026$/, /^Wednesday,? 4 March 2026$/]);
  await expect(historyEntry(page, /France/)).toContainText("08:05");
  await expect(historyEntry(page, /Talks/)).toContainText("22:50");
});

test("a long history is one list, of which few entries are in the page", async ({ page }) => {
  await open(page);
  const id = await annotate(page, SUMMIT, "Talks", "Event");
  await page.evaluate((id) => {
    for (let i = 0; i < 320; i++) window.crossread.update(id, { note: `note ${i}` });
  }, id);
  await openTab(page, "History");
  expect(await historyList(page).getByRole("button").count()).toBeLessThan(100);
  await expect(historyList(page).getByRole("listitem").first()).toHaveAttribute("aria-setsize", "322");
  await currentHistoryEntry(page).focus();
  await page.keyboard.press("End");
  await expect(historyEntry(page, /^Start/)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(() => quotes(page)).toEqual([]);
  await expect(liveRegion(page)).toHaveText("Went back 321 steps, to: the start");
});

for (const colorScheme of ["light", "dark"]) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test("axe reports nothing in the history after going back", async ({ page }) => {
      await open(page);
      await addThreeTags(page);
      await historyEntry(page, /“France”/).click();
      expect(await axeViolations(page)).toEqual([]);
    });
  });
}

test.describe("with the keyboard only", () => {
  useKeyboardOnly();

  test("the arrow keys move through the history, and Enter goes to a step", async ({ page }) => {
    await focusText(page);
    await press(page, "Control+Home", "Control+Shift+ArrowRight", "4", "Control+ArrowRight", "Control+ArrowRight", "Control+Shift+ArrowRight", "3");
    await expect.poll(async () => (await quotes(page)).length).toBe(2);
    await tabTo(page, "Annotations");
    await press(page, "ArrowLeft");
    expect(await focusedName(page)).toBe("History");
    await tabTo(page, "Your name");
    await page.keyboard.type("Ada");
    await press(page, "Tab");
    await expect(currentHistoryEntry(page)).toBeFocused();
    await press(page, "ArrowDown", "Enter");
    await expect.poll(() => quotes(page)).toEqual(["Event: Talks"]);
    await expect(currentHistoryEntry(page)).toBeFocused();
    await expect(currentHistoryEntry(page)).toContainText("Talks");
    await press(page, "End", "Enter");
    await expect.poll(() => quotes(page)).toEqual([]);
    await expect(historyEntry(page, /^Start/)).toBeFocused();
    await press(page, "Home", "Enter");
    await expect.poll(async () => (await quotes(page)).length).toBe(2);
  });
});
