// How few actions a whole annotation takes. A click, a drag or a key press is one action; scrolling is none.
import { ARTICLES, dragOver, expect, open, quotes, tags, test } from "./support.js";

/** Every name of a person, an organisation or a place in the three articles, by the key of its label. */
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

/** Each mention as `{article, start, end, words, key}` in UTF-16 units: whole words, the longest name first. */
function gold() {
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

/** How many times the words stand before a place, as parts of other words too. */
const nth = (text, words, start) => text.slice(0, start).split(words).length - 1;

test("every mention of people, organisations and places is tagged in fewer than 110 actions", async ({ page }) => {
  test.setTimeout(180_000);
  await open(page);
  const mentions = gold();
  let actions = 0;
  // Longer names first, so that a shorter one is tagged only where it stands alone.
  const names = Object.entries(NAMES).flatMap(([key, names]) => names.map((words) => ({ key, words })));
  names.sort((a, b) => b.words.length - a.words.length);
  for (const { key, words } of names) {
    const first = mentions.find((mention) => mention.words === words);
    const { text } = ARTICLES.find(({ id }) => id === first.article);
    await dragOver(page, first.article, words, words, { nth: nth(text, words, first.start) });
    actions++;
    await page.keyboard.press(`Shift+Digit${key}`);
    actions++;
  }
  const wanted = mentions.map(({ article, start, end, words, key }) => `${article} ${start}-${end} ${LABELS[key]} ${words}`);
  const made = (await tags(page)).map(({ article, label, ranges: [range] }) =>
    `${article} ${range.utf16Start}-${range.utf16End} ${label} ${range.exact}`);
  expect(made.toSorted()).toEqual(wanted.toSorted());
  expect(new Set(await quotes(page)).size).toBe(names.length);
  console.log(`${names.length} names, ${made.length} mentions: tagged with ${actions} actions`);
  expect(made.length).toBeGreaterThan(230);
  expect(actions, "a click, a drag or a key press each").toBeLessThan(110);
});
