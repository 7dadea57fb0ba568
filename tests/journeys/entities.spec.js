import { CALLED_OFF, CRACKDOWN, SUMMIT, annotate, dragOver, expect, marks, open, project, selectWord, test } from "./support.js";
import { axeViolations } from "./axe.js";
import { activeAttribute, expectNoPointer, focusedName, focusText, press, tabTo, trackPointer } from "./keys.js";
import {
  concordanceLines, entityChoice, entityEntry, entityHeading, entityList, entityOffer, inspector, entitySection, mentionGroup, mentionGroups, liveRegion,
  openTab, tagAs, undo,
} from "./interface.js";

const entities = async (page) => (await project(page)).entities;
const names = async (page) => (await entities(page)).map(({ name }) => name);
/** `text → entity name` of every linked tag, sorted. */
const links = async (page) => {
  const { annotations, entities } = await project(page);
  const name = new Map(entities.map(({ id, name }) => [id, name]));
  return annotations.filter(({ entity }) => entity).map((tag) => `${tag.ranges[0].exact} → ${name.get(tag.entity)}`).sort();
};
const button = (page, name) => page.getByRole("button", { name, exact: true });

/** Tags four mentions: two forms of one person's name, another person, and a place. */
async function tagFourMentions(page) {
  await annotate(page, CALLED_OFF, "Priti Patel", "Person");
  await annotate(page, CRACKDOWN, "Patel", "Person");
  await annotate(page, CALLED_OFF, "Boris Johnson", "Person");
  await annotate(page, SUMMIT, "Calais", "Location");
}

test("one key creates an entity from a mention, another links the next mention to it", async ({ page }) => {
  await open(page);
  await dragOver(page, CALLED_OFF, "Priti Patel");
  await tagAs(page, "Person");
  await expect(entityOffer(page)).toContainText("New entity Priti Patel");
  await page.keyboard.press("Shift+E");
  await expect.poll(() => links(page)).toEqual(["Priti Patel → Priti Patel"]);
  await expect(liveRegion(page)).toContainText("Created the entity Priti Patel from 1 place in 1 article");
  await expect(entityOffer(page), "there is nothing more to offer").toHaveCount(0);
  await expect(entitySection(page).getByRole("button", { name: "Priti Patel", exact: true })).toBeVisible();
  expect((await entities(page))[0].label).toBe("Person");

  await selectWord(page, CRACKDOWN, "Patel");
  await tagAs(page, "Person");
  await expect(entityOffer(page)).toContainText("Link to Priti Patel");
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press("e");
  await expect.poll(() => links(page)).toContain("Patel → Priti Patel");
  await expect(liveRegion(page)).toContainText("Linked “Patel” to Priti Patel");
  await undo(page);
  await expect.poll(() => links(page)).toEqual(["Priti Patel → Priti Patel"]);

  await entityOffer(page).getByRole("button", { name: /Link to/ }).click();
  await expect.poll(() => links(page)).toContain("Patel → Priti Patel");
  await button(entitySection(page), "Unlink from Priti Patel").click();
  await expect.poll(() => links(page)).toEqual(["Priti Patel → Priti Patel"]);
});

test("several candidates are listed with digits, and none is linked automatically", async ({ page }) => {
  await trackPointer(page);
  await open(page);
  await page.evaluate(() => {
    const { articles } = window.crossread.project();
    const person = (id, name) => ({ id, name, label: "Person" });
    const project = window.crossread.project();
    return window.crossread.load({ ...project, articles, entities: [person("e1", "Priti Patel"), person("e2", "Dev Patel")] });
  });
  await focusText(page);
  await tabTo(page, "Dismiss");
  await press(page, "Enter");
  const patel = await annotate(page, CRACKDOWN, "Patel", "Person");
  await page.evaluate((id) => window.crossread.reveal(id), patel);
  await focusText(page);
  await press(page, "e");
  await expect(entityChoice(page)).toBeFocused();
  expect(await links(page)).toEqual([]);
  await expect(inspector(page).getByRole("listbox").getByRole("option")).toHaveText([/^Priti Patel/, /^Dev Patel/, /^Patel ?new entity/]);
  expect(await axeViolations(page)).toEqual([]);
  await press(page, "2");
  await expect.poll(() => links(page)).toEqual(["Patel → Dev Patel"]);
  await expect.poll(() => activeAttribute(page, "role"), "the text has the focus again").toBe("document");

  // E changes the link, this time by typing a part of the name.
  await press(page, "e");
  await expect(entityChoice(page)).toBeFocused();
  await page.keyboard.type("prit");
  await press(page, "Enter");
  await expect.poll(() => links(page)).toEqual(["Patel → Priti Patel"]);
  await press(page, "e", "Escape");
  await expect.poll(() => activeAttribute(page, "role")).toBe("document");
  await expectNoPointer(page);
});

test("all mentions are linked at once, by name, except those that were taken out", async ({ page }) => {
  await open(page);
  await tagFourMentions(page);
  await openTab(page, "Entities");
  await page.getByRole("button", { name: "Link 4 unlinked mentions…" }).click();
  await expect(mentionGroups(page)).toHaveCount(3);
  await expect(mentionGroup(page, "Priti Patel")).toContainText("2 mentions");
  expect(await axeViolations(page)).toEqual([]);

  await button(page, "Take “Patel” out of Priti Patel").click();
  await expect(mentionGroups(page)).toHaveCount(4);
  await button(mentionGroup(page, "Patel"), "Put back").click();
  await expect(mentionGroups(page)).toHaveCount(3);
  await mentionGroup(page, "Calais").getByRole("checkbox").uncheck();

  await button(page, "Link 3 mentions to 2 entities").click();
  await expect.poll(() => links(page)).toEqual(["Boris Johnson → Boris Johnson", "Patel → Priti Patel", "Priti Patel → Priti Patel"]);
  await expect(liveRegion(page)).toContainText("Linked 3 places in 2 articles to 2 entities, 2 of them new");
  await expect(mentionGroups(page)).toHaveCount(1);
  expect(await activeAttribute(page, "aria-label"), "the focus is not lost").not.toBe("");

  await undo(page);
  await expect.poll(() => names(page)).toEqual([]);
  await expect(mentionGroups(page)).toHaveCount(3);
  await button(page, "Link Boris Johnson to another entity").click();
  const field = page.getByRole("combobox", { name: "Link to which entity?" });
  await expect(field).toBeFocused();
  await field.fill("The Prime Minister");
  await page.keyboard.press("Enter");
  await expect.poll(() => links(page)).toEqual(["Boris Johnson → The Prime Minister"]);
});

test("an entity is renamed, edited, merged, split and removed, and each step is undone", async ({ page }) => {
  await open(page);
  await tagFourMentions(page);
  await openTab(page, "Entities");
  await page.getByRole("button", { name: "Link 4 unlinked mentions…" }).click();
  await button(page, "Link 4 mentions to 3 entities").click();
  await button(page, "← All entities").click();
  await expect(entityList(page)).toHaveText([/^Boris Johnson1 mention in 1 article/, /^Calais/, /^Priti Patel2 mentions in 2 articles/]);
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole("searchbox", { name: "Find entities" }).fill("pat");
  await expect(entityList(page)).toHaveCount(1);

  await entityEntry(page, /^Priti Patel/).click();
  await expect(entityHeading(page, "Priti Patel")).toBeFocused();
  await page.getByText("Name, label, identifiers, note").click();
  const field = (name) => page.getByRole("textbox", { name, exact: true });
  await field("Wikidata").fill("145");
  await field("Wikidata").press("Tab");
  await expect(page.getByRole("alert").filter({ hasText: "expected a Wikidata id such as Q145" })).toBeVisible();
  await expect(field("Wikidata")).toHaveAttribute("aria-invalid", "true");
  expect(await axeViolations(page)).toEqual([]);
  await field("Wikidata").fill("Q7246072");
  await field("Web address").fill("javascript:alert(1)");
  await field("Note").click();
  await expect(field("Web address")).toHaveAttribute("aria-invalid", "true");
  await field("Web address").fill("https://example.org/patel");
  await field("Note").fill("Home Secretary");
  await field("Name").fill("Priti Sushil Patel");
  await field("Name").press("Tab");
  await expect.poll(async () => (await entities(page)).find(({ name }) => name === "Priti Sushil Patel")).toMatchObject({
    identifiers: { url: "https://example.org/patel", wikidata: "Q7246072" }, note: "Home Secretary",
  });
  await expect(liveRegion(page)).toContainText("Renamed the entity Priti Patel to Priti Sushil Patel");
  const link = page.getByRole("link", { name: /Q7246072 on Wikidata/ });
  await expect(link).toHaveAttribute("href", "https://www.wikidata.org/wiki/Q7246072");
  await expect(link).toHaveAttribute("rel", "noopener noreferrer");
  await undo(page);
  await expect(field("Name"), "the field shows the restored name").toHaveValue("Priti Patel");

  // A click on a line of the concordance shows that mention.
  await expect(concordanceLines(page)).toHaveCount(2);
  await concordanceLines(page).getByRole("button").first().click();
  await expect(inspector(page).getByRole("blockquote")).toHaveText("Patel");
  await expect.poll(async () => (await marks(page)).some(({ text }) => text === "Patel")).toBe(true);

  await concordanceLines(page).getByRole("checkbox").first().check();
  await button(page, "Split off…").click();
  await expect(page.getByRole("textbox", { name: "Name of the new entity" })).toBeFocused();
  await page.keyboard.type("Another Patel");
  await page.keyboard.press("Enter");
  await expect.poll(() => links(page)).toContain("Patel → Another Patel");
  await expect(concordanceLines(page)).toHaveCount(1);

  await button(page, "Merge with…").click();
  await expect(page.getByRole("combobox", { name: "Merge with which entity?" })).toBeFocused();
  await page.keyboard.type("another");
  await page.keyboard.press("Enter");
  await expect.poll(() => links(page)).toContain("Patel → Priti Patel");
  await expect(liveRegion(page)).toContainText("Merged Another Patel into Priti Patel");
  await expect(entityHeading(page, "Priti Patel"), "the focus stays in the entity").toBeFocused();

  await button(page, "Remove entity").click();
  await expect.poll(() => names(page)).toEqual(["Boris Johnson", "Calais"]);
  await expect(page.getByRole("list", { name: "Entities" }), "the focus is in the list").toBeFocused();
  for (let i = 0; i < 3; i++) await undo(page);
  await expect.poll(() => names(page)).toContain("Priti Patel");
  await expect.poll(() => links(page)).toContain("Patel → Priti Patel");
});

test("the entities tab with the keyboard only", async ({ page }) => {
  await trackPointer(page);
  await open(page);
  await tagFourMentions(page);
  await focusText(page);
  await tabTo(page, "Annotations");
  await press(page, "ArrowRight");
  await expect(page.getByRole("tab", { name: "Entities" })).toBeFocused();
  await tabTo(page, "Link 4 unlinked mentions…");
  await press(page, "Enter");
  await expect(entityHeading(page, "Link mentions")).toBeFocused();
  await tabTo(page, "Priti Patel");
  await press(page, "Enter");
  await expect.poll(() => names(page)).toEqual(["Priti Patel"]);
  await expect.poll(() => focusedName(page), "the next group has the focus").toMatch(/^Boris Johnson/);
  await press(page, "Enter", "Enter");
  await expect.poll(() => names(page)).toEqual(["Priti Patel", "Boris Johnson", "Calais"]);
  await expect(entityHeading(page, "Link mentions")).toBeFocused();

  await tabTo(page, "← All entities", true);
  await press(page, "Enter");
  await expect(page.getByRole("list", { name: "Entities" })).toBeFocused();
  await tabTo(page, "Boris Johnson");
  await press(page, "ArrowDown", "ArrowDown");
  expect(await focusedName(page)).toMatch(/^Priti Patel/);
  await press(page, "Enter");
  await expect(entityHeading(page, "Priti Patel")).toBeFocused();
  await tabTo(page, "Name, label");
  await press(page, "Enter");
  await tabTo(page, "Wikidata");
  await page.keyboard.type("Q1");
  await press(page, "Tab");
  await expect.poll(async () => (await entities(page))[0].identifiers).toEqual({ wikidata: "Q1" });
  await tabTo(page, "Tick");
  await press(page, "Tab", "Enter");
  await expect(inspector(page).getByRole("blockquote")).toHaveText("Patel");
  await press(page, "Shift+Tab", "Space");
  await expect(page.getByRole("group", { name: "Ticked mentions" })).toBeVisible();
  await tabTo(page, "Unlink", true);
  await press(page, "Enter");
  await expect.poll(() => links(page)).not.toContain("Patel → Priti Patel");
  await press(page, "Control+z");
  await expect.poll(() => links(page)).toContain("Patel → Priti Patel");
  await expectNoPointer(page);
});

test("of many mentions and groups only those near are in the page, and keys reach the last", async ({ page }) => {
  await open(page);
  const COUNT = 400;
  const letters = (i) => String.fromCharCode(97 + (i % 26)) + String.fromCharCode(97 + Math.floor(i / 26));
  const names = Array.from({ length: COUNT }, (_, i) => `Q${letters(i)}x`);
  const lines = names.map((name) => `Anna met ${name}.\n`);
  const text = lines.join("");
  const annotations = lines.flatMap((line, i) => {
    const start = lines.slice(0, i).join("").length;
    const tag = (id, exact, more) => {
      const at = start + line.indexOf(exact);
      return { id, article: "many", label: "Person", created: "2026-01-01T00:00:00Z", ranges: [{ start: at, end: at + exact.length, exact }], ...more };
    };
    return [tag(`a${i}`, "Anna", { entity: "anna" }), tag(`b${i}`, names[i])];
  });
  await page.evaluate(({ text, annotations }) => window.crossread.load({
    ...window.crossread.project(), annotations, entities: [{ id: "anna", name: "Anna", label: "Person" }], relations: [], rejected: [],
    articles: [{ id: "many", title: "Many", text, source: "", date: "", language: "en" }],
  }), { text, annotations });
  await openTab(page, "Entities");
  await entityEntry(page, "Anna").click();
  const rows = page.getByRole("list", { name: "Mentions" }).getByRole("listitem");
  const focusedRow = async (list) => Number(await list.filter({ has: page.locator(":focus") }).getAttribute("aria-posinset"));
  await expect(rows.first()).toContainText(`Many ${COUNT}`);
  expect(await rows.count()).toBeLessThan(COUNT / 2);
  await concordanceLines(page).first().getByRole("button").focus();
  await press(page, "End");
  await expect.poll(() => focusedRow(rows)).toBe(COUNT + 1);
  await press(page, "Enter");
  await expect(rows.last().getByRole("button")).toHaveAttribute("aria-current", "true");

  await button(page, "← All entities").click();
  await button(page, `Link ${COUNT} unlinked mentions…`).click();
  await expect(button(page, `Link ${COUNT} mentions to ${COUNT} entities`)).toBeEnabled();
  expect(await mentionGroups(page).count()).toBeLessThan(COUNT / 2);
  await mentionGroups(page).first().getByRole("checkbox").focus();
  await press(page, "End");
  await expect.poll(() => focusedRow(mentionGroups(page))).toBe(COUNT);
  await press(page, "Space");
  await expect(button(page, `Link ${COUNT - 1} mentions to ${COUNT - 1} entities`)).toBeEnabled();
  await press(page, "Enter");
  await expect.poll(() => links(page).then((all) => all.length)).toBe(COUNT + 1);
  await expect.poll(() => focusedRow(mentionGroups(page)), "the group before has the focus").toBe(COUNT - 1);
});
