import { CALLED_OFF, CRACKDOWN, SUMMIT, annotate, articleText, expect, open, quotes, reader, tags, test } from "./support.js";
import {
  column, newProject, occurrenceDialog, highlightedTexts, palette, pasteText, searchResults, searchCount, searchField,
  liveRegion, searchPanel, searchScope, searchOption, undo,
} from "./interface.js";
import { useKeyboardOnly, focusText, press, tabTo } from "./keys.js";
import { axeViolations } from "./axe.js";

const isInView = (page, id, name) =>
  page.evaluate(({ id, name }) => {
    const [range] = CSS.highlights.get(name) ?? [];
    if (!range) return false;
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    const root = document.querySelector(`[role=document][data-article="${id}"]`);
    const [box, frame] = [live.getBoundingClientRect(), root.closest(".scroller").getBoundingClientRect()];
    return root.contains(range.startContainer) && box.top >= frame.top && box.bottom <= frame.bottom;
  }, { id, name });

test.describe("with the mouse", () => {
  test.beforeEach(async ({ page }) => open(page));

  test("text is found in all articles, highlighted, counted and stepped through", async ({ page }) => {
    await searchField(page).click();
    await page.keyboard.type("johnson");
    await expect(searchCount(page)).toHaveText("13 places in 3 articles");
    await expect(liveRegion(page)).toHaveText("13 places in 3 articles found");
    await expect(searchResults(page)).toHaveCount(13);
    await expect(searchPanel(page).getByRole("heading")).toHaveText([/migration route1$/, /English Channel3$/, /Macron9$/]);
    await expect.poll(() => highlightedTexts(page, "search"), "results near the visible part are highlighted").toContain("Johnson");

    await searchPanel(page).getByRole("button", { name: "Next place (Enter)" }).click();
    await expect(searchCount(page)).toHaveText("1 of 13 places in 3 articles");
    await expect.poll(() => isInView(page, SUMMIT, "search-current")).toBe(true);
    await expect(liveRegion(page)).toHaveText(/^1 of 13 places: .*Boris Johnson sent a letter.*, in Talks in Calais/s);
    await searchPanel(page).getByRole("button", { name: "Previous place (Shift+Enter)" }).click();
    await expect(searchCount(page), "stepping wraps around").toHaveText("13 of 13 places in 3 articles");
    await expect.poll(() => isInView(page, CALLED_OFF, "search-current")).toBe(true);

    await searchResults(page).nth(2).click();
    await expect(searchCount(page)).toHaveText("3 of 13 places in 3 articles");
    await expect.poll(() => isInView(page, CRACKDOWN, "search-current")).toBe(true);
    await expect.poll(() => highlightedTexts(page, "search-current")).toEqual(["Johnson"]);
    expect(await articleText(page, CRACKDOWN), "highlighting does not change the text").toContain("Johnson’s initial reaction");
  });

  test("a result in a hidden article opens it", async ({ page }) => {
    await column(page, /France calls off/).getByRole("button", { name: /^Close/ }).click();
    await expect(reader(page, CALLED_OFF)).toBeHidden();
    await searchField(page).fill("Mohammad Aziz");
    await searchResults(page).click();
    await expect(reader(page, CALLED_OFF)).toBeVisible();
    await expect.poll(() => isInView(page, CALLED_OFF, "search-current")).toBe(true);
  });

  test("search by case, by whole words, and with straight quotation marks", async ({ page }) => {
    await searchField(page).fill("border force");
    await expect(searchCount(page)).toHaveText("5 places in 2 articles");
    await searchOption(page, "Match case").click();
    await expect(searchCount(page)).toHaveText("2 places in 2 articles");
    await searchField(page).fill("Pari");
    await expect(searchCount(page)).toHaveText("7 places in 3 articles");
    await searchOption(page, "Whole words").click();
    await expect(searchCount(page)).toHaveText("Nothing found");
    await expect(liveRegion(page)).toHaveText("Nothing found");
    await searchOption(page, "Match case").click();
    await searchOption(page, "Whole words").click();
    await searchField(page).fill("johnson's letter");
    await expect(searchResults(page), "a straight apostrophe finds a curly one").toHaveText([/calling Johnson’s letter “unacceptable/]);
  });

  test("search inside the tags of one label, and outside any tag", async ({ page }) => {
    await annotate(page, SUMMIT, "French President Emmanuel Macron", "Person");
    await annotate(page, SUMMIT, "Mr Macron", "Other");
    await searchField(page).fill("Macron");
    await expect(searchCount(page)).toHaveText("14 places in 3 articles");
    await searchScope(page).selectOption("In tags of Person");
    await expect(searchCount(page)).toHaveText("1 place in 1 article");
    await expect(searchResults(page)).toHaveText(/President Emmanuel Macron/);
    await searchScope(page).selectOption("Outside any tag");
    await expect(searchCount(page)).toHaveText("12 places in 2 articles");
    await annotate(page, CRACKDOWN, "President Emmanuel Macron", "Person");
    await expect(searchCount(page), "a new tag has an effect at once").toHaveText("11 places in 2 articles");
  });

  test("all results are tagged in one step and undone in one step", async ({ page }) => {
    await searchField(page).fill("Border Force");
    await searchOption(page, "Match case").click();
    await searchPanel(page).getByRole("button", { name: "Tag all…" }).click();
    await occurrenceDialog(page).getByLabel("Tag as label").selectOption("Organization");
    await occurrenceDialog(page).getByRole("button", { name: "Tag 3 places" }).click();
    await expect(occurrenceDialog(page)).toBeHidden();
    expect(await quotes(page)).toEqual(Array(3).fill("Organization: Border Force"));
    await expect(liveRegion(page)).toHaveText("Tagged “Border Force” as Organization, 3 places in 1 article");
    await undo(page);
    expect(await quotes(page)).toEqual([]);
  });

  test("axe reports nothing in the search, with results and with an error", async ({ page }) => {
    await searchField(page).fill("Patel");
    await searchResults(page).first().click();
    expect(await axeViolations(page)).toEqual([]);
    await searchOption(page, "Regular expression").click();
    await searchField(page).fill("(Patel");
    await expect(page.locator(".expression")).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
  });
});

test.describe("regular expressions", () => {
  test.beforeEach(async ({ page }) => {
    await open(page);
    await searchField(page).click();
    await searchOption(page, "Regular expression").click();
  });

  test("are found, with correct offsets for characters beyond the BMP", async ({ page }) => {
    await searchField(page).fill("\\d+ (migrants|people)");
    await expect(searchCount(page)).toHaveText(/places in 3 articles$/);
    await expect(searchResults(page).first()).toHaveText(/brought 27 people to their deaths/);
    const lines = await searchResults(page).allInnerTexts();
    expect(lines.every((line) => /\d (migrants|people)/.test(line))).toBe(true);
    await searchField(page).fill("^yesterday");
    await expect(searchCount(page)).toHaveText("2 places in 1 article");
    await searchOption(page, "Match case").click();
    await expect(searchCount(page)).toHaveText("Nothing found");
    await pasteText(page, { title: "Signs", text: "😀 a👩‍👩‍👧b 😀😀 e\u0301e" });
    await searchField(page).fill("😀+");
    await expect(searchResults(page)).toHaveText(["😀 a👩‍👩‍👧b 😀😀 e\u0301e", "😀 a👩‍👩‍👧b 😀😀 e\u0301e"]);
    await searchResults(page).first().click();
    await expect.poll(() => highlightedTexts(page, "search-current")).toEqual(["😀"]);
    await expect.poll(() => highlightedTexts(page, "search")).toEqual(["😀😀"]);
    await searchField(page).fill("😀 e");
    await expect(searchCount(page), "no grapheme cluster is split").toHaveText("Nothing found");
    await searchField(page).fill("x*");
    await expect(searchCount(page), "an expression with empty matches terminates").toHaveText(/^Nothing found|places/);
  });

  const INVALID = [
    ["(a|b(c[d]", 5, "("],
    ["ab[c-", 3, "["],
    ["a)b", 2, ")"],
    ["x{2,1}", 6, "}"],
    ["*a", 1, "*"],
    ["😀(?<n>a)[z-a]", 12, "a"],
  ];
  for (const [expression, position, character] of INVALID) {
    test(`${expression} is reported as invalid at position ${position}`, async ({ page }) => {
      await searchField(page).fill(expression);
      await expect(searchPanel(page).locator(".problem")).toHaveText(new RegExp(`^Invalid regular expression at position ${position}: \\S`));
      await expect(page.locator(".expression")).toHaveText(expression);
      await expect(page.locator(".expression strong")).toHaveText(character);
      await expect(searchField(page)).toHaveAttribute("aria-invalid", "true");
      await expect(liveRegion(page)).toHaveText(new RegExp(`^Invalid regular expression at position ${position}: `));
    });
  }

  test("a search that takes too long is stopped, and the page responds meanwhile", async ({ page }) => {
    await pasteText(page, { title: "Many a", text: `${"a".repeat(60)}!` });
    // Clicked in the page, at once, so that a slow driver does not count: the dialog opens before the search has ended.
    const help = await page.getByRole("button", { name: "Help", exact: true }).elementHandle();
    const shown = page.evaluate(
      (help) =>
        new Promise((done) => {
          let isClicked = false;
          const isSearching = () => document.querySelector(".search-count")?.textContent === "Searching…";
          const check = () => {
            if (document.querySelector("dialog[open]")) done(isSearching() ? "while it runs" : "after it");
            else if (isSearching() && !isClicked) {
              isClicked = true;
              help.click();
            }
          };
          new MutationObserver(check).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
        }),
      help,
    );
    await searchField(page).fill("(a+)+$");
    expect(await shown, "the page responds").toBe("while it runs");
    await expect(page.getByRole("dialog", { name: "Help" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(searchPanel(page).locator(".problem")).toHaveText("This expression takes too long. The search was stopped after 2 seconds.");
    await expect(liveRegion(page)).toHaveText("This expression takes too long. The search was stopped after 2 seconds.");
    await searchField(page).fill("a+!");
    await expect(searchCount(page), "the next search runs").toHaveText("1 place in 1 article");
  });

  test("results are counted up to the limit", async ({ page }) => {
    await newProject(page, "Long");
    await pasteText(page, { title: "Long", text: "ab ".repeat(20_000) });
    await searchField(page).fill("a.");
    await expect(searchCount(page)).toHaveText("10000 places in 1 article; there are more");
    // Only results near the visible part are rendered.
    expect(await searchResults(page).count()).toBeLessThan(500);
    await expect.poll(async () => {
      await page.locator(".places").evaluate((places) => (places.scrollTop = places.scrollHeight));
      return page.locator(".places [data-index='9999']").count();
    }).toBe(1);
    expect(await searchResults(page).count()).toBeLessThan(1_000);
  });
});

test.describe("with the keyboard only", () => {
  useKeyboardOnly();

  test("results are stepped through, Escape selects the current one, and a key tags it", async ({ page }) => {
    await focusText(page);
    await press(page, "/");
    await expect(searchField(page)).toBeFocused();
    await page.keyboard.type("Europol");
    await expect(searchCount(page)).toHaveText("2 places in 2 articles");
    await press(page, "Enter", "Enter");
    await expect(searchCount(page)).toHaveText("2 of 2 places in 2 articles");
    await press(page, "Shift+Enter");
    await expect(searchCount(page)).toHaveText("1 of 2 places in 2 articles");
    await press(page, "Escape");
    await expect(reader(page, SUMMIT)).toBeFocused();
    await expect(palette(page)).toBeVisible();
    expect(await highlightedTexts(page, "search"), "no highlight remains").toEqual([]);
    await press(page, "2");
    await expect.poll(() => quotes(page)).toEqual(["Organization: Europol"]);
    await press(page, "Control+Shift+F");
    await expect(searchField(page), "the search opens from anywhere").toBeFocused();
    expect(await page.evaluate(() => getSelection().toString() || document.activeElement.value)).toBe("Europol");
  });

  test("search options are changed, and all results are tagged", async ({ page }) => {
    await press(page, "/");
    await page.keyboard.type("frontex|EUROPOL");
    await tabTo(page, "Regular expression");
    await press(page, "Space");
    await expect(searchCount(page)).toHaveText("4 places in 2 articles");
    await tabTo(page, "Match case", true);
    await press(page, "Space");
    await expect(searchCount(page)).toHaveText("Nothing found");
    await press(page, "Space");
    await expect(searchCount(page)).toHaveText("4 places in 2 articles");
    await tabTo(page, "officials from crime-fighting agency");
    await press(page, "a");
    await expect(occurrenceDialog(page)).toBeVisible();
    await expect(occurrenceDialog(page).getByRole("checkbox").first()).toBeFocused();
    await tabTo(page, "Tag as", true);
    await tabTo(page, "Tag as label");
    await press(page, "O");
    await press(page, "Enter");
    await tabTo(page, "Tag 4 places");
    await press(page, "Enter");
    await expect(occurrenceDialog(page)).toBeHidden();
    expect(new Set(await quotes(page))).toEqual(new Set(["Organization: Europol", "Organization: Frontex"]));
    expect((await tags(page)).length).toBe(4);
  });
});
