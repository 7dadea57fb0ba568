import { ARTICLES, CALLED_OFF, CRACKDOWN, SUMMIT, annotate, articleText, clickText, expect, middleOf, open, painted, pressInReader, project, reader, scrolled, test } from "./support.js";
import { candidate, chips, columns, endList, inspector, linkButton, linkLines, linkTypes, relationRows, relationTable, selected, showRelations, undo } from "./interface.js";
import { active, expectNoHands, press, watchHandsNow } from "./keys.js";
import { faults } from "./axe.js";

const axe = async (page) => expect(await faults(page)).toEqual([]);

const TALKS = "Talks began in France on Sunday";
const DEATHS = "brought 27 people to their deaths";
const KILLED = "killed 27 lives";
const LATER = "asylum seekers";
const said = (page) => page.locator("[aria-live]").innerText();
/** `type: text > text (note)` of every relation. */
const links = async (page) => {
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
  await columns(page, 2);
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
    await linkButton(page).click();
    await expect(linkTypes(page).getByRole("menuitem")).toHaveCount(8);
    await axe(page);
    await linkTypes(page).getByRole("menuitem", { name: "supports …" }).click();
    await expect.poll(() => said(page)).toContain("choose the other tag");
    await axe(page);
    await clickText(page, SUMMIT, TALKS);
    expect(await links(page)).toEqual([`supports: ${DEATHS} > ${TALKS}`]);
    await expect.poll(() => said(page)).toBe(`Related “${DEATHS}” to “${TALKS}”: supports`);
    expect(await selected(page), "the tag stays selected").toBe(ids.deaths);
    await expect.poll(() => active(page, "data-article"), "the text has the focus").toBe(SUMMIT);

    await linkButton(page).click();
    await linkTypes(page).getByRole("menuitem", { name: "contradicts …" }).click();
    await expect(endList(page).getByRole("option").first(), "the tag with the same number comes first").toContainText(KILLED);
    await clickText(page, CRACKDOWN, KILLED);
    expect(await links(page)).toContain(`contradicts: ${DEATHS} > ${KILLED}`);

    await linkButton(page).click();
    await linkTypes(page).getByRole("menuitem", { name: "… quotes this" }).click();
    await page.getByRole("combobox", { name: "Find the other tag" }).fill("seekers");
    await expect(endList(page).getByRole("option")).toHaveCount(1);
    await candidate(page, LATER).click();
    expect(await links(page)).toContain(`quotes: ${LATER} > ${DEATHS}`);
    await expect(inspector(page).getByRole("list", { name: "Relations" }).getByRole("listitem")).toHaveCount(3);
    await axe(page);
  });

  test("a tag that does not fit is reported and changes nothing", async ({ page }) => {
    await relate(page, ids.killed, ids.deaths, "repeats");
    await clickText(page, SUMMIT, DEATHS);
    await linkButton(page).click();
    await linkTypes(page).getByRole("menuitem", { name: "repeats …" }).click();
    await expect(candidate(page, KILLED), "a tag that is related already is not listed").toHaveCount(0);
    await clickText(page, CRACKDOWN, KILLED);
    await expect(page.getByRole("alert")).toContainText("These two are already related by “repeats”");
    const { x, y } = await middleOf(page, CRACKDOWN, "European");
    await page.mouse.click(x, y);
    await expect(endList(page), "a click beside the tags changes nothing").toBeVisible();
    expect(await links(page)).toHaveLength(1);
    await page.getByRole("button", { name: "Cancel" }).click();
    await expect(endList(page)).toBeHidden();
    expect(await selected(page)).toBe(ids.deaths);
  });

  test("relations of the hovered or selected tag are drawn, and a click on one goes to the other tag", async ({ page }) => {
    await relate(page, ids.deaths, ids.killed, "updates");
    await relate(page, ids.deaths, ids.later, "contradicts");
    await painted(page);
    await expect(linkLines(page)).toHaveCount(0);
    await expect(chips(page)).toHaveCount(0);

    const { x, y } = await middleOf(page, SUMMIT, DEATHS);
    await page.mouse.move(x, y);
    await expect(linkLines(page)).toHaveCount(1);
    await expect(chips(page)).toHaveText([/contradicts ↔“asylum seekers”/]);
    await page.mouse.move(x, 40);
    await expect(linkLines(page)).toHaveCount(0);
    await expect(chips(page)).toHaveCount(0);

    await page.mouse.click(x, y);
    await expect(linkLines(page)).toHaveText(/updates/);
    const line = await linkLines(page).locator(".link-path").boundingBox();
    const far = await middleOf(page, CRACKDOWN, KILLED);
    expect(Math.abs(line.y + line.height / 2 - (y + far.y) / 2), "the line joins the two tags").toBeLessThan(40);
    await axe(page);

    // When the other tag is scrolled out of view, a chip replaces the line.
    await scrolled(page, CRACKDOWN, 5000);
    await expect(chips(page)).toHaveCount(2);
    await expect(linkLines(page)).toHaveCount(0);
    await chips(page).filter({ hasText: LATER }).click();
    await expect(reader(page, CALLED_OFF), "its article is shown").toBeVisible();
    expect(await selected(page)).toBe(ids.later);
    await expect(page.locator(`mark[data-annotation~="${ids.later}"]`)).toBeInViewport();
    // Now the relations of that tag are drawn: one, to the first tag.
    await expect(linkLines(page).or(chips(page))).toHaveCount(1);
  });

  test("a click on a line goes to the other tag", async ({ page }) => {
    await relate(page, ids.deaths, ids.killed, "updates");
    await clickText(page, SUMMIT, DEATHS);
    await expect(linkLines(page)).toHaveCount(1);
    const at = await linkLines(page).locator(".link-path").evaluate((path) => {
      const { x, y } = path.getPointAtLength(path.getTotalLength() / 2);
      return { x, y };
    });
    await page.mouse.click(at.x, at.y);
    await expect.poll(() => selected(page)).toBe(ids.killed);
  });

  test("at most six lines and six chips are drawn, and the other relations are counted", async ({ page }) => {
    const { text } = ARTICLES.find(({ id }) => id === CALLED_OFF);
    const words = [...new Set(text.match(/\b[A-Z][a-z]{6,}\b/g))].slice(0, 20);
    for (const word of words) await relate(page, ids.deaths, await annotate(page, CALLED_OFF, word, "Other"), "quotes");
    await clickText(page, SUMMIT, DEATHS);
    await expect(chips(page)).toHaveCount(7);
    await expect(chips(page).last()).toHaveText(`${words.length - 6} more in the inspector`);
  });

  test("a relation is reversed, given another type and a note, and removed", async ({ page }) => {
    await relate(page, ids.deaths, ids.killed, "updates");
    await relate(page, ids.deaths, ids.later, "quotes");
    await clickText(page, SUMMIT, DEATHS);
    await page.getByRole("button", { name: "Reverse updates “killed 27 lives”" }).click();
    await expect.poll(() => links(page)).toContain(`updates: ${KILLED} > ${DEATHS}`);
    await page.getByRole("combobox", { name: "Type of updates “killed 27 lives”" }).selectOption("supports");
    await expect.poll(() => links(page)).toContain(`supports: ${KILLED} > ${DEATHS}`);
    await page.getByRole("textbox", { name: "Note on supports “killed 27 lives”" }).fill("same toll");
    await page.keyboard.press("Enter");
    await expect.poll(() => links(page)).toContain(`supports: ${KILLED} > ${DEATHS} (same toll)`);
    await page.getByRole("button", { name: "Remove supports “killed 27 lives”" }).click();
    await expect.poll(() => links(page)).toEqual([`quotes: ${DEATHS} > ${LATER}`]);
    await expect(page.getByRole("button", { name: /^Remove quotes/ }), "the next relation has the focus").toBeFocused();
    await page.getByRole("button", { name: /^Remove quotes/ }).click();
    await expect(linkButton(page)).toBeFocused();
  });

  test("the list of relations is filtered, goes to both tags, and changes relations", async ({ page }) => {
    await relate(page, ids.deaths, ids.killed, "updates");
    await relate(page, ids.deaths, ids.talks, "supports");
    await relate(page, ids.later, ids.deaths, "quotes");
    await showRelations(page);
    await expect(relationRows(page)).toHaveCount(3);
    await axe(page);
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
    expect(await selected(page).catch(() => ""), "another tab is shown").toBe("");
    await expect(inspector(page).locator("blockquote")).toHaveText(LATER);
    await expect(reader(page, CALLED_OFF)).toBeVisible();

    await relationRows(page).getByRole("button", { name: /^Change / }).click();
    await axe(page);
    const table = relationTable(page);
    await table.getByRole("button", { name: /^Reverse / }).click();
    await expect.poll(() => links(page)).toContain(`quotes: ${DEATHS} > ${LATER}`);
    await table.getByRole("combobox").selectOption("repeats");
    await expect.poll(() => links(page)).toContain(`repeats: ${DEATHS} > ${LATER}`);
    await table.getByRole("textbox").fill("word for word");
    await page.keyboard.press("Tab");
    await expect.poll(() => links(page)).toContain(`repeats: ${DEATHS} > ${LATER} (word for word)`);
    await table.getByRole("button", { name: /^Remove / }).click();
    await expect(relationRows(page)).toHaveCount(0);
    expect(await active(page, "id")).toBe("tab-relations");
  });

  test("removing a tag removes its relations, and one undo restores all", async ({ page }) => {
    await relate(page, ids.deaths, ids.killed, "updates");
    await relate(page, ids.deaths, ids.later, "quotes");
    await clickText(page, SUMMIT, DEATHS);
    await expect(linkLines(page)).toHaveCount(1);
    await inspector(page).getByRole("button", { name: "Remove tag" }).click();
    await expect.poll(() => said(page)).toBe(`Removed the tag Claim on “${DEATHS}” and its 2 relations`);
    expect(await links(page)).toEqual([]);
    await expect(linkLines(page)).toHaveCount(0);
    await expect(chips(page)).toHaveCount(0);
    await undo(page);
    await expect.poll(() => links(page)).toHaveLength(2);
  });
});

test.describe("with the keyboard only", () => {
  test.beforeEach(({ page }) => watchHandsNow(page));
  test.afterEach(({ page }) => expectNoHands(page));
  const tabTo = async (page, locator, back = false) => {
    for (let i = 0; i < 80; i++) {
      if (await locator.evaluate((it) => it === document.activeElement)) return;
      await press(page, back ? "Shift+Tab" : "Tab");
    }
    throw new Error("Tab does not reach the element");
  };
  /** Selects the second claim of the first article with keys. */
  const toDeaths = async (page) => {
    await pressInReader(page, SUMMIT, "Control+Home", ".", ".", ".");
    await expect.poll(() => selected(page)).toBe(ids.deaths);
  };

  test("a relation is created with R and two digits, with typed text, and with Shift+R", async ({ page }) => {
    await toDeaths(page);
    await press(page, "r");
    await expect(linkTypes(page).getByRole("menuitem").first()).toBeFocused();
    await press(page, "3");
    await expect(page.getByRole("combobox", { name: "Find the other tag" })).toBeFocused();
    await expect(endList(page).getByRole("option").first()).toContainText(KILLED);
    await press(page, "1");
    await expect.poll(() => links(page)).toEqual([`contradicts: ${DEATHS} > ${KILLED}`]);
    await expect.poll(() => said(page)).toBe(`Related “${DEATHS}” to “${KILLED}”: contradicts`);
    await expect.poll(() => active(page, "data-article"), "the text has the focus again").toBe(SUMMIT);
    expect(await selected(page)).toBe(ids.deaths);

    await press(page, "Shift+R");
    await expect(page.getByRole("combobox", { name: "Find the other tag" })).toBeFocused();
    await page.keyboard.type("seekers");
    await expect(endList(page).getByRole("option")).toHaveCount(1);
    await press(page, "Enter");
    await expect.poll(() => links(page)).toContain(`contradicts: ${DEATHS} > ${LATER}`);

    // The arrow keys move through both lists; a symmetric type is listed once.
    await press(page, "r", "ArrowDown", "Enter");
    await expect(endList(page).getByRole("option", { selected: true })).toContainText(KILLED);
    await press(page, "ArrowDown");
    await expect(endList(page).getByRole("option", { selected: true })).not.toContainText(KILLED);
    await press(page, "ArrowUp", "Enter");
    await expect.poll(() => links(page)).toContain(`supports: ${DEATHS} > ${KILLED}`);
  });

  test("Escape goes back, and typing into the field tags nothing", async ({ page }) => {
    await toDeaths(page);
    await press(page, "r", "2");
    await expect(page.getByRole("combobox", { name: "Find the other tag" })).toBeFocused();
    await page.keyboard.type("c 1 Delete");
    await expect(page.getByRole("combobox", { name: "Find the other tag" })).toHaveValue("c 1 Delete");
    await press(page, "Escape");
    await expect(linkTypes(page).getByRole("menuitem").first()).toBeFocused();
    await press(page, "c", "n", "Delete", "Escape");
    await expect(linkTypes(page)).toBeHidden();
    await expect.poll(() => active(page, "data-article")).toBe(SUMMIT);
    expect(await selected(page)).toBe(ids.deaths);
    expect((await project(page)).annotations).toHaveLength(5);
    expect((await project(page)).annotations.find(({ id }) => id === ids.deaths).label).toBe("Claim");
  });

  test("a relation cannot get the type or direction of an existing one", async ({ page }) => {
    await relate(page, ids.deaths, ids.killed, "quotes");
    await relate(page, ids.killed, ids.deaths, "quotes");
    await relate(page, ids.deaths, ids.killed, "updates");
    const before = await links(page);
    await toDeaths(page);
    const list = inspector(page).getByRole("list", { name: "Relations" });
    const updates = list.getByRole("combobox", { name: /updates/ });
    await tabTo(page, updates);
    await press(page, "ArrowDown");
    await expect(page.getByRole("alert")).toContainText("These two are already related by “quotes”");
    await expect(updates, "the old type is shown again").toHaveValue("updates");
    expect(await links(page)).toEqual(before);
    await tabTo(page, list.getByRole("button", { name: /^Reverse quotes/ }).first(), true);
    await press(page, "Enter");
    await painted(page);
    expect(await links(page)).toEqual(before);
  });

  test("relations are reversed, given another type and a note, and removed in the inspector", async ({ page }) => {
    await relate(page, ids.deaths, ids.killed, "updates");
    await toDeaths(page);
    const list = inspector(page).getByRole("list", { name: "Relations" });
    await tabTo(page, list.getByRole("combobox"));
    await press(page, "ArrowDown");
    await expect.poll(() => links(page)).toEqual([`quotes: ${DEATHS} > ${KILLED}`]);
    await press(page, "Tab", "Enter");
    await expect.poll(() => links(page)).toEqual([`quotes: ${KILLED} > ${DEATHS}`]);
    await tabTo(page, list.getByRole("textbox"));
    await page.keyboard.type("x 1");
    await press(page, "Enter");
    await expect.poll(() => links(page)).toEqual([`quotes: ${KILLED} > ${DEATHS} (x 1)`]);
    await tabTo(page, list.getByRole("button", { name: /^Remove / }), true);
    await press(page, "Enter");
    await expect.poll(() => links(page)).toEqual([]);
    await expect(linkButton(page), "the focus is not lost").toBeFocused();
    await press(page, "Control+z");
    await expect.poll(() => links(page)).toHaveLength(1);
    await tabTo(page, list.locator(".relation-end"));
    await press(page, "Enter");
    await expect.poll(() => selected(page)).toBe(ids.killed);
  });

  test("relations are filtered and changed in the list", async ({ page }) => {
    await relate(page, ids.deaths, ids.killed, "updates");
    await relate(page, ids.deaths, ids.talks, "supports");
    await toDeaths(page);
    await tabTo(page, page.getByRole("tab", { selected: true }));
    await press(page, "ArrowRight", "ArrowRight");
    await expect(relationRows(page)).toHaveCount(2);
    await tabTo(page, page.getByLabel("Across articles only"));
    await press(page, "Space");
    await expect(relationRows(page)).toHaveCount(1);
    const change = relationRows(page).locator(".relation-edit");
    await expect(change).toHaveAccessibleName(/^Change /);
    await tabTo(page, change);
    await press(page, "Enter");
    await expect(change).toBeFocused();
    await expect(change).toHaveAccessibleName(/^Done changing /);
    await tabTo(page, relationTable(page).getByRole("button", { name: /^Reverse / }));
    await press(page, "Enter");
    await expect.poll(() => links(page)).toContain(`updates: ${KILLED} > ${DEATHS}`);
    await tabTo(page, relationTable(page).getByRole("button", { name: /^Remove / }));
    await press(page, "Enter");
    await expect(relationRows(page)).toHaveCount(0);
    await expect.poll(() => active(page, "id")).toBe("tab-relations");
  });
});
