import { ARTICLES, CALLED_OFF, CRACKDOWN, SUMMIT, annotate, articleText, clickText, expect, middleOf, open, waitForPaint, pressInReader, project, reader, scrollPosition, test } from "./support.js";
import { target, relationChips, showColumns, targetList, inspector, relateButton, relationLines, relationTypeMenu, relationRows, relationTable, selectedId, showRelations, undo } from "./interface.js";
import { activeAttribute, expectNoPointer, press, trackPointerNow } from "./keys.js";
import { axeViolations } from "./axe.js";

const expectNoViolations = async (page) => expect(await axeViolations(page)).toEqual([]);

const TALKS = "Talks began in France on Sunday";
const DEATHS = "brought 27 people to their deaths";
const KILLED = "killed 27 lives";
const LATER = "asylum seekers";
const announcement = (page) => page.locator("[aria-live]").innerText();
/** `type: text > text (note)` of every relation. */
const relationTexts = async (page) => {
  const { annotations, relations } = await project(page);
  const words = (id) => annotations.find((one) => one.id === id).ranges.map(({ exact }) => exact).join(" … ");
  return relations.map(({ type, from, to, note }) => `${type}: ${words(from)} > ${words(to)}${note ? ` (${note})` : ""}`);
};
const relate = (page, from, to, type) => page.evaluate((relation) => window.crossread.relate(relation), { from, to, type });

let ids;
test.beforeEach(async ({ page }) => {
  await open(page);
  ids = {
    talks: await annotate(page, SUMMIT, TALKS, "Claim"),
    deaths: await annotate(page, SUMMIT, DEATHS, "Claim"),
    killed: await annotate(page, CRACKDOWN, KILLED, "Claim"),
    later: await annotate(page, CALLED_OFF, LATER, "Claim"),
    france: await annotate(page, SUMMIT, "France", "Location"),
  };
  await showColumns(page, 2);
  await expect(reader(page, CALLED_OFF)).toBeHidden();
});

test.afterEach(async ({ page }) => {
  // Drawing relations does not change the texts.
  for (const { id, text } of ARTICLES) {
    if (await reader(page, id).count()) expect(await articleText(page, id)).toBe(text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"));
  }
});

test.describe("with the mouse", () => {
  test("a tag is related to one in its article, by a click in another column, and by search in a hidden article", async ({ page }) => {
    await clickText(page, SUMMIT, DEATHS);
    await relateButton(page).click();
    await expect(relationTypeMenu(page).getByRole("menuitem")).toHaveCount(8);
    await expectNoViolations(page);
    await relationTypeMenu(page).getByRole("menuitem", { name: "supports …" }).click();
    await expect.poll(() => announcement(page)).toContain("choose the other tag");
    await expectNoViolations(page);
    await clickText(page, SUMMIT, TALKS);
    expect(await relationTexts(page)).toEqual([`supports: ${DEATHS} > ${TALKS}`]);
    await expect.poll(() => announcement(page)).toBe(`Related “${DEATHS}” to “${TALKS}”: supports`);
    expect(await selectedId(page), "the tag stays selected").toBe(ids.deaths);
    await expect.poll(() => activeAttribute(page, "data-article"), "the text has the focus").toBe(SUMMIT);

    await relateButton(page).click();
    await relationTypeMenu(page).getByRole("menuitem", { name: "contradicts …" }).click();
    await expect(targetList(page).getByRole("option").first(), "the tag with the same number comes first").toContainText(KILLED);
    const popover = page.locator(".link-popover");
    const columns = await page.locator(".reader").boundingBox();
    const before = await popover.boundingBox();
    expect(before.x, "the list leaves the lines of the texts free").toBeGreaterThanOrEqual(columns.x + columns.width - 1);
    const heading = await popover.locator(".link-heading").boundingBox();
    await page.mouse.move(heading.x + 20, heading.y + 8);
    await page.mouse.down();
    await page.mouse.move(heading.x, heading.y + 38, { steps: 3 });
    await page.mouse.up();
    await page.mouse.move(heading.x, heading.y + 200);
    const after = await popover.boundingBox();
    expect({ x: Math.round(after.x - before.x), y: Math.round(after.y - before.y) }, "it is moved by its heading").toEqual({ x: -20, y: 30 });
    await clickText(page, CRACKDOWN, KILLED);
    expect(await relationTexts(page)).toContain(`contradicts: ${DEATHS} > ${KILLED}`);

    await relateButton(page).click();
    await relationTypeMenu(page).getByRole("menuitem", { name: "… quotes this" }).click();
    await page.getByRole("combobox", { name: "Find the other tag" }).fill("seekers");
    await expect(targetList(page).getByRole("option")).toHaveCount(1);
    await target(page, LATER).click();
    expect(await relationTexts(page)).toContain(`quotes: ${LATER} > ${DEATHS}`);
    await expect(inspector(page).getByRole("list", { name: "Relations" }).getByRole("listitem")).toHaveCount(3);
    await expectNoViolations(page);
  });

  test("a tag that does not fit is reported and changes nothing", async ({ page }) => {
    await relate(page, ids.killed, ids.deaths, "repeats");
    await clickText(page, SUMMIT, DEATHS);
    await relateButton(page).click();
    await relationTypeMenu(page).getByRole("menuitem", { name: "repeats …" }).click();
    await expect(target(page, KILLED), "a tag that is related already is not listed").toHaveCount(0);
    await clickText(page, CRACKDOWN, KILLED);
    await expect(page.getByRole("alert")).toContainText("These two are already related by “repeats”");
    const { x, y } = await middleOf(page, CRACKDOWN, "European");
    await page.mouse.click(x, y);
    await expect(targetList(page), "a click beside the tags changes nothing").toBeVisible();
    expect(await relationTexts(page)).toHaveLength(1);
    await page.getByRole("button", { name: "Cancel" }).click();
    await expect(targetList(page)).toBeHidden();
    expect(await selectedId(page)).toBe(ids.deaths);
  });

  test("relations of the hovered or selected tag are drawn, and a click on one goes to the other tag", async ({ page }) => {
    await relate(page, ids.deaths, ids.killed, "updates");
    await relate(page, ids.deaths, ids.later, "contradicts");
    await waitForPaint(page);
    await expect(relationLines(page)).toHaveCount(0);
    await expect(relationChips(page)).toHaveCount(0);

    const { x, y } = await middleOf(page, SUMMIT, DEATHS);
    await page.mouse.move(x, y);
    await expect(relationLines(page)).toHaveCount(1);
    await expect(relationChips(page)).toHaveText([/contradicts ↔“asylum seekers”/]);
    await page.mouse.move(x, 40);
    await expect(relationLines(page)).toHaveCount(0);
    await expect(relationChips(page)).toHaveCount(0);

    await page.mouse.click(x, y);
    await expect(relationLines(page)).toHaveText(/updates/);
    const line = await relationLines(page).locator(".link-path").boundingBox();
    const other = await middleOf(page, CRACKDOWN, KILLED);
    expect(Math.abs(line.y + line.height / 2 - (y + other.y) / 2), "the line joins the two tags").toBeLessThan(40);
    await expectNoViolations(page);

    // When the other tag is scrolled out of view, a chip replaces the line.
    await scrollPosition(page, CRACKDOWN, 5000);
    await expect(relationChips(page)).toHaveCount(2);
    await expect(relationLines(page)).toHaveCount(0);
    await relationChips(page).filter({ hasText: LATER }).click();
    await expect(reader(page, CALLED_OFF), "its article is shown").toBeVisible();
    expect(await selectedId(page)).toBe(ids.later);
    await expect(page.locator(`mark[data-annotation~="${ids.later}"]`)).toBeInViewport();
    // Now the relations of that tag are drawn: one, to the first tag.
    await expect(relationLines(page).or(relationChips(page))).toHaveCount(1);
  });

  test("a click on a line goes to the other tag", async ({ page }) => {
    await relate(page, ids.deaths, ids.killed, "updates");
    await clickText(page, SUMMIT, DEATHS);
    await expect(relationLines(page)).toHaveCount(1);
    const at = await relationLines(page).locator(".link-path").evaluate((path) => {
      const { x, y } = path.getPointAtLength(path.getTotalLength() / 2);
      return { x, y };
    });
    await page.mouse.click(at.x, at.y);
    await expect.poll(() => selectedId(page)).toBe(ids.killed);
  });

  test("at most six lines and six chips are drawn, and the other relations are counted", async ({ page }) => {
    const { text } = ARTICLES.find(({ id }) => id === CALLED_OFF);
    const words = [...new Set(text.match(/\b[A-Z][a-z]{6,}\b/g))].slice(0, 20);
    for (const word of words) await relate(page, ids.deaths, await annotate(page, CALLED_OFF, word, "Other"), "quotes");
    await clickText(page, SUMMIT, DEATHS);
    await expect(relationChips(page)).toHaveCount(7);
    await expect(relationChips(page).last()).toHaveText(`${words.length - 6} more in the inspector`);
  });

  test("a relation is reversed, given another type and a note, and removed", async ({ page }) => {
    await relate(page, ids.deaths, ids.killed, "updates");
    await relate(page, ids.deaths, ids.later, "quotes");
    await clickText(page, SUMMIT, DEATHS);
    await page.getByRole("button", { name: "Reverse updates “killed 27 lives”" }).click();
    await expect.poll(() => relationTexts(page)).toContain(`updates: ${KILLED} > ${DEATHS}`);
    await page.getByRole("combobox", { name: "Type of updates “killed 27 lives”" }).selectOption("supports");
    await expect.poll(() => relationTexts(page)).toContain(`supports: ${KILLED} > ${DEATHS}`);
    await page.getByRole("textbox", { name: "Note on supports “killed 27 lives”" }).fill("same toll");
    await page.keyboard.press("Enter");
    await expect.poll(() => relationTexts(page)).toContain(`supports: ${KILLED} > ${DEATHS} (same toll)`);
    await page.getByRole("button", { name: "Remove supports “killed 27 lives”" }).click();
    await expect.poll(() => relationTexts(page)).toEqual([`quotes: ${DEATHS} > ${LATER}`]);
    await expect(page.getByRole("button", { name: /^Remove quotes/ }), "the next relation has the focus").toBeFocused();
    await page.getByRole("button", { name: /^Remove quotes/ }).click();
    await expect(relateButton(page)).toBeFocused();
  });

  test("the list of relations is filtered, goes to both tags, and changes relations", async ({ page }) => {
    await relate(page, ids.deaths, ids.killed, "updates");
    await relate(page, ids.deaths, ids.talks, "supports");
    await relate(page, ids.later, ids.deaths, "quotes");
    await showRelations(page);
    await expect(relationRows(page)).toHaveCount(3);
    await expectNoViolations(page);
    const count = page.getByRole("tabpanel").getByRole("status");
    await expect(count).toHaveText("3 relations");
    await page.getByLabel("Across articles only").check();
    await expect(count).toHaveText("2 of 3 relations");
    await page.getByRole("combobox", { name: "Show type" }).selectOption("quotes");
    await expect(relationRows(page)).toHaveCount(1);
    await page.getByRole("combobox", { name: "Show type" }).selectOption("");
    await page.getByLabel("Across articles only").uncheck();
    await page.getByRole("combobox", { name: "Show relations of article" }).selectOption(CRACKDOWN);
    await expect(relationRows(page)).toHaveCount(1);
    await page.getByRole("combobox", { name: "Show relations of article" }).selectOption("");
    await page.getByRole("searchbox", { name: "Filter relations by text" }).fill("ASYLUM");
    await expect(count).toHaveText("1 of 3 relations");

    await relationRows(page).getByRole("button", { name: LATER }).click();
    expect(await selectedId(page).catch(() => ""), "another tab is shown").toBe("");
    await expect(inspector(page).locator("blockquote")).toHaveText(LATER);
    await expect(reader(page, CALLED_OFF)).toBeVisible();

    await relationRows(page).getByRole("button", { name: /^Change / }).click();
    await expectNoViolations(page);
    const table = relationTable(page);
    await table.getByRole("button", { name: /^Reverse / }).click();
    await expect.poll(() => relationTexts(page)).toContain(`quotes: ${DEATHS} > ${LATER}`);
    await table.getByRole("combobox").selectOption("repeats");
    await expect.poll(() => relationTexts(page)).toContain(`repeats: ${DEATHS} > ${LATER}`);
    await table.getByRole("textbox").fill("word for word");
    await page.keyboard.press("Tab");
    await expect.poll(() => relationTexts(page)).toContain(`repeats: ${DEATHS} > ${LATER} (word for word)`);
    await table.getByRole("button", { name: /^Remove / }).click();
    await expect(relationRows(page)).toHaveCount(0);
    expect(await activeAttribute(page, "id")).toBe("tab-relations");
  });

  test("removing a tag removes its relations, and one undo restores all", async ({ page }) => {
    await relate(page, ids.deaths, ids.killed, "updates");
    await relate(page, ids.deaths, ids.later, "quotes");
    await clickText(page, SUMMIT, DEATHS);
    await expect(relationLines(page)).toHaveCount(1);
    await inspector(page).getByRole("button", { name: "Remove tag" }).click();
    await expect.poll(() => announcement(page)).toBe(`Removed the tag Claim on “${DEATHS}” and its 2 relations`);
    expect(await relationTexts(page)).toEqual([]);
    await expect(relationLines(page)).toHaveCount(0);
    await expect(relationChips(page)).toHaveCount(0);
    await undo(page);
    await expect.poll(() => relationTexts(page)).toHaveLength(2);
  });
});

test.describe("with the keyboard only", () => {
  test.beforeEach(({ page }) => trackPointerNow(page));
  test.afterEach(({ page }) => expectNoPointer(page));
  const tabToElement = async (page, locator, back = false) => {
    for (let i = 0; i < 80; i++) {
      if (await locator.evaluate((it) => it === document.activeElement)) return;
      await press(page, back ? "Shift+Tab" : "Tab");
    }
    throw new Error("Tab does not reach the element");
  };
  /** Selects the second claim of the first article with keys. */
  const selectDeaths = async (page) => {
    await pressInReader(page, SUMMIT, "Control+Home", ".", ".", ".");
    await expect.poll(() => selectedId(page)).toBe(ids.deaths);
  };

  test("a relation is created with R and two digits, with typed text, and with Shift+R", async ({ page }) => {
    await selectDeaths(page);
    await press(page, "r");
    await expect(relationTypeMenu(page).getByRole("menuitem").first()).toBeFocused();
    await press(page, "3");
    await expect(page.getByRole("combobox", { name: "Find the other tag" })).toBeFocused();
    await expect(targetList(page).getByRole("option").first()).toContainText(KILLED);
    await press(page, "1");
    await expect.poll(() => relationTexts(page)).toEqual([`contradicts: ${DEATHS} > ${KILLED}`]);
    await expect.poll(() => announcement(page)).toBe(`Related “${DEATHS}” to “${KILLED}”: contradicts`);
    await expect.poll(() => activeAttribute(page, "data-article"), "the text has the focus again").toBe(SUMMIT);
    expect(await selectedId(page)).toBe(ids.deaths);

    await press(page, "Shift+R");
    await expect(page.getByRole("combobox", { name: "Find the other tag" })).toBeFocused();
    await page.keyboard.type("seekers");
    await expect(targetList(page).getByRole("option")).toHaveCount(1);
    await press(page, "Enter");
    await expect.poll(() => relationTexts(page)).toContain(`contradicts: ${DEATHS} > ${LATER}`);

    // The arrow keys move through both lists; a symmetric type is listed once.
    await press(page, "r", "ArrowDown", "Enter");
    await expect(targetList(page).getByRole("option", { selected: true })).toContainText(KILLED);
    await press(page, "ArrowDown");
    await expect(targetList(page).getByRole("option", { selected: true })).not.toContainText(KILLED);
    await press(page, "ArrowUp", "Enter");
    await expect.poll(() => relationTexts(page)).toContain(`supports: ${DEATHS} > ${KILLED}`);
  });

  test("Escape goes back, and typing into the field tags nothing", async ({ page }) => {
    await selectDeaths(page);
    await press(page, "r", "2");
    await expect(page.getByRole("combobox", { name: "Find the other tag" })).toBeFocused();
    await page.keyboard.type("c 1 Delete");
    await expect(page.getByRole("combobox", { name: "Find the other tag" })).toHaveValue("c 1 Delete");
    await press(page, "Escape");
    await expect(relationTypeMenu(page).getByRole("menuitem").first()).toBeFocused();
    await press(page, "c", "n", "Delete", "Escape");
    await expect(relationTypeMenu(page)).toBeHidden();
    await expect.poll(() => activeAttribute(page, "data-article")).toBe(SUMMIT);
    expect(await selectedId(page)).toBe(ids.deaths);
    expect((await project(page)).annotations).toHaveLength(5);
    expect((await project(page)).annotations.find(({ id }) => id === ids.deaths).label).toBe("Claim");
  });

  test("a relation cannot get the type or direction of an existing one", async ({ page }) => {
    await relate(page, ids.deaths, ids.killed, "quotes");
    await relate(page, ids.killed, ids.deaths, "quotes");
    await relate(page, ids.deaths, ids.killed, "updates");
    const before = await relationTexts(page);
    await selectDeaths(page);
    const list = inspector(page).getByRole("list", { name: "Relations" });
    const updates = list.getByRole("combobox", { name: /updates/ });
    await tabToElement(page, updates);
    await press(page, "ArrowDown");
    await expect(page.getByRole("alert")).toContainText("These two are already related by “quotes”");
    await expect(updates, "the old type is shown again").toHaveValue("updates");
    expect(await relationTexts(page)).toEqual(before);
    await tabToElement(page, list.getByRole("button", { name: /^Reverse quotes/ }).first(), true);
    await press(page, "Enter");
    await waitForPaint(page);
    expect(await relationTexts(page)).toEqual(before);
  });

  test("relations are reversed, given another type and a note, and removed in the inspector", async ({ page }) => {
    await relate(page, ids.deaths, ids.killed, "updates");
    await selectDeaths(page);
    const list = inspector(page).getByRole("list", { name: "Relations" });
    await tabToElement(page, list.getByRole("combobox"));
    await press(page, "ArrowDown");
    await expect.poll(() => relationTexts(page)).toEqual([`quotes: ${DEATHS} > ${KILLED}`]);
    await press(page, "Tab", "Enter");
    await expect.poll(() => relationTexts(page)).toEqual([`quotes: ${KILLED} > ${DEATHS}`]);
    await tabToElement(page, list.getByRole("textbox"));
    await page.keyboard.type("x 1");
    await press(page, "Enter");
    await expect.poll(() => relationTexts(page)).toEqual([`quotes: ${KILLED} > ${DEATHS} (x 1)`]);
    await tabToElement(page, list.getByRole("button", { name: /^Remove / }), true);
    await press(page, "Enter");
    await expect.poll(() => relationTexts(page)).toEqual([]);
    await expect(relateButton(page), "the focus is not lost").toBeFocused();
    await press(page, "Control+z");
    await expect.poll(() => relationTexts(page)).toHaveLength(1);
    await tabToElement(page, list.locator(".relation-end"));
    await press(page, "Enter");
    await expect.poll(() => selectedId(page)).toBe(ids.killed);
  });

  test("relations are filtered and changed in the list", async ({ page }) => {
    await relate(page, ids.deaths, ids.killed, "updates");
    await relate(page, ids.deaths, ids.talks, "supports");
    await selectDeaths(page);
    await tabToElement(page, page.getByRole("tab", { selected: true }));
    await press(page, "ArrowRight", "ArrowRight");
    await expect(relationRows(page)).toHaveCount(2);
    await tabToElement(page, page.getByLabel("Across articles only"));
    await press(page, "Space");
    await expect(relationRows(page)).toHaveCount(1);
    const change = relationRows(page).locator(".relation-edit");
    await expect(change).toHaveAccessibleName(/^Change /);
    await tabToElement(page, change);
    await press(page, "Enter");
    await expect(change).toBeFocused();
    await expect(change).toHaveAccessibleName(/^Done changing /);
    await tabToElement(page, relationTable(page).getByRole("button", { name: /^Reverse / }));
    await press(page, "Enter");
    await expect.poll(() => relationTexts(page)).toContain(`updates: ${KILLED} > ${DEATHS}`);
    await tabToElement(page, relationTable(page).getByRole("button", { name: /^Remove / }));
    await press(page, "Enter");
    await expect(relationRows(page)).toHaveCount(0);
    await expect.poll(() => activeAttribute(page, "id")).toBe("tab-relations");
  });
});
