// Counts the actions that it takes to annotate all names. A click, a drag or a key press is one action; scrolling is none.
import { ARTICLES, dragOver, expect, open, project, quotes, tags, test } from "./support.js";
import { entityEntry, openTab, scrollToRow } from "./interface.js";

/** All names of persons, organizations and locations in the three articles, by the key of the label. */
const NAMES = {
  1: [
    "Gerald Darmanin", "Darmanin", "Boris Johnson", "Johnson", "Emmanuel Macron", "Macron", "Priti Patel", "Patel",
    "Ankie Broekers-Knol", "Ylva Johansson", "Jacob Young", "Mohammad Aziz",
  ],
  2: [
    "European Union", "EU", "Europol", "Frontex", "Twitter", "Home Office", "Border Force", "Getty", "MailOnline", "Tory Party",
    "French Navy", "Downing Street", "Elysée",
  ],
  3: [
    "English Channel", "Channel", "France", "UK", "United Kingdom", "Britain", "Europe", "Germany", "Belgium", "Netherlands",
    "Calais", "Paris", "London", "England", "Kent", "Dunkerque", "Wimereux", "Sangatte", "Westminster", "Belarus", "La Manche",
    "Parc de Richelieu", "Richelieu Park",
  ],
};
const LABELS = { 1: "Person", 2: "Organization", 3: "Location" };

/** The expected mentions as `{article, start, end, words, key}` in UTF-16 units: whole words, the longest name first. */
function expectedMentions() {
  const names = Object.entries(NAMES).flatMap(([key, names]) => names.map((words) => ({ key, words })));
  names.sort((a, b) => b.words.length - a.words.length);
  return ARTICLES.flatMap(({ id: article, text }) => {
    const found = [];
    for (const { key, words } of names) {
      for (const { index: start } of text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}-])${words}(?![\\p{L}\\p{N}-])`, "gu"))) {
        const end = start + words.length;
        if (!found.some((other) => other.start < end && start < other.end)) found.push({ article, start, end, words, key });
      }
    }
    return found;
  });
}

/** How many times the words occur before a position, also as parts of other words. */
const occurrencesBefore = (text, words, start) => text.slice(0, start).split(words).length - 1;

/** Names of one entity that are spelled differently: the entity, and what to type to find the other one. */
const MERGES = [["United Kingdom", "brit"], ["English Channel", "manc"], ["Parc de Richelieu", "park"]];

test("every mention is tagged in fewer than 110 actions, and linked to its entity in fewer than 60 more", async ({ page }) => {
  await open(page);
  const mentions = expectedMentions();
  let actions = 0;
  // Longer names first, so that a shorter one is tagged only outside of them.
  const names = Object.entries(NAMES).flatMap(([key, names]) => names.map((words) => ({ key, words })));
  names.sort((a, b) => b.words.length - a.words.length);
  for (const { key, words } of names) {
    const first = mentions.find((mention) => mention.words === words);
    const { text } = ARTICLES.find(({ id }) => id === first.article);
    await dragOver(page, first.article, words, words, { nth: occurrencesBefore(text, words, first.start) });
    actions++;
    await page.keyboard.press(`Shift+Digit${key}`);
    actions++;
  }
  const wanted = mentions.map(({ article, start, end, words, key }) => `${article} ${start}-${end} ${LABELS[key]} ${words}`);
  const tagged = (await tags(page)).map(({ article, label, ranges: [range] }) =>
    `${article} ${range.utf16Start}-${range.utf16End} ${label} ${range.exact}`);
  expect(tagged.toSorted()).toEqual(wanted.toSorted());
  expect(new Set(await quotes(page)).size).toBe(names.length);
  console.log(`${names.length} names, ${tagged.length} mentions: tagged with ${actions} actions`);
  expect(tagged.length).toBeGreaterThan(230);
  expect(actions, "a click, a drag or a key press each").toBeLessThan(110);

  actions = 0;
  const click = async (name) => {
    await page.getByRole("button", { name }).click();
    actions++;
  };
  await openTab(page, "Entities");
  actions++;
  await click(`Link ${tagged.length} unlinked mentions…`);
  await click(/^Link \d+ mentions to \d+ entities$/);
  for (const [name, letters] of MERGES) {
    await click("← All entities");
    const entry = entityEntry(page, new RegExp(`^${name} \\d`));
    await scrollToRow(page.getByRole("list", { name: "Entities" }), entry);
    await entry.click();
    actions++;
    await click("Merge with…");
    await page.keyboard.type(letters);
    await page.keyboard.press("Enter");
    actions += letters.length + 1;
  }
  await expect.poll(async () => (await project(page)).entities.length).toBe(38);
  const { annotations, entities } = await project(page);
  const formsOf = (wanted) => {
    const { id } = entities.find(({ name }) => name === wanted);
    const forms = annotations.filter(({ entity }) => entity === id).map(({ ranges: [{ exact }] }) => exact);
    return [...new Set(forms)].toSorted();
  };
  expect(annotations.every(({ entity }) => entity)).toBe(true);
  expect(formsOf("Gerald Darmanin")).toEqual(["Darmanin", "Gerald Darmanin"]);
  expect(formsOf("Priti Patel")).toEqual(["Patel", "Priti Patel"]);
  expect(formsOf("European Union")).toEqual(["EU", "European Union"]);
  expect(formsOf("United Kingdom")).toEqual(["Britain", "UK", "United Kingdom"]);
  expect(formsOf("English Channel")).toEqual(["Channel", "English Channel", "La Manche"]);
  expect(formsOf("Ylva Johansson")).toEqual(["Ylva Johansson"]);
  console.log(`${annotations.length} mentions: linked to ${entities.length} entities with ${actions} actions`);
  expect(actions, "a click, a drag or a key press each").toBeLessThan(60);
});
