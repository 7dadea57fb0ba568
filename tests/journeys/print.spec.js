// Printing, as by the browser's menu: the PDF is read back.
import { readPdf } from "./pdf.js";
import { SUMMIT, annotate, articleText, expect, open, waitForPaint, project, reader, test } from "./support.js";
import { showColumns, openHelp } from "./interface.js";

const PARAGRAPHS = 400;
/** Two tags in each paragraph, and one over both in every other: 801 with the one at the end. */
const LABELS = ["Person", "Location", "Claim", "Date"];

async function longProject(page, count = PARAGRAPHS) {
  await page.evaluate(
    ({ count, labels }) => {
      const project = window.crossread.project();
      const paragraphs = Array.from({ length: count }, (_, i) => {
        const middle = "The talks went on through the night without a result, as those who took part in them said later. ".repeat(2);
        return `Paragraph ${i}. Ada${i} Lovelace${i} met someone. ${middle}At last Grace${i} Hopper${i} left.`;
      });
      const text = `${paragraphs.join("\n\n")}\n\nThe end${count}.`;
      const annotations = [];
      const tag = (words, label) => {
        const start = text.indexOf(words);
        annotations.push({ id: `t${annotations.length}`, article: "long", label, ranges: [{ start, end: start + words.length, exact: words }] });
      };
      for (let i = 0; i < count; i++) {
        tag(`Ada${i} Lovelace${i}`, labels[i % 4]);
        tag(`Hopper${i}`, labels[(i + 1) % 4]);
      }
      tag(`end${count}`, labels[0]);
      window.crossread.load({ ...project, title: "Long", articles: [{ id: "long", title: "A long article", source: "Paper", date: "2026-01-02", text }], annotations, entities: [], relations: [] });
    },
    { count, labels: LABELS },
  );
  await expect(reader(page, "long")).toBeVisible();
}

/** The line colours of the labels on paper, and their short names, by id. */
const labelsOf = async (page) => {
  const colours = await page.evaluate(() => Object.fromEntries(window.crossread.project().schema.labels.map((label) => [label.id, label])));
  return colours;
};

/** Whether a text begins with this word, and not with a longer one. */
const beginsWith = (text, word) => text.startsWith(word) && !/^[\p{L}\p{N}]/u.test(text.slice(word.length));

/** The tags of which the PDF has no label or no rule. */
function missing(pages, tags, labels) {
  const faults = [];
  for (const { first, label } of tags) {
    const { short, colour } = labels[label];
    const found = pages.some(({ texts, shapes }) =>
      texts.some(({ text, x, y }, i) => {
        const name = texts[i - 1];
        if (!beginsWith(text, first) || name?.text.trim() !== short || Math.abs(name.y - y) > 8) return false;
        return shapes.some(
          (shape) => shape.colour === colour && shape.top <= y && shape.bottom > y - 12 && shape.left <= x + 3 && shape.right > x && shape.top - shape.bottom < 4,
        );
      }),
    );
    if (!found) faults.push(`${label}: ${first}`);
  }
  return faults;
}

for (const colorScheme of ["light", "dark"]) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });
    test("801 tags print with rules and labels, without background graphics", async ({ page }) => {
      test.slow();
      await open(page, { articles: [] });
      await longProject(page);
      const { annotations, articles } = await project(page);
      expect(annotations).toHaveLength(801);
      const before = await page.locator("mark").count();
      const pages = await readPdf(await page.pdf({ printBackground: false }));
      const words = annotations.map((tag) => ({ label: tag.label, first: tag.ranges[0].exact.split(" ")[0] }));
      expect(missing(pages, words, await labelsOf(page))).toEqual([]);
      expect(pages.length).toBeGreaterThan(10);
      // All of the text, in order.
      const all = pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(" ");
      for (let i = 0; i < PARAGRAPHS; i++) expect(all).toContain(`Paragraph ${i}.`);
      expect(all).toContain("A long article");
      expect(all).toMatch(/Paper\s*·\s*2026-01-02/);
      // Nothing but the article and the legend.
      expect(all).not.toMatch(/Export|Commands|Search all|Relations|Guidelines|Unread|In progress/);
      expect(all).toContain("Organization");
      // Afterwards the page is as it was.
      await waitForPaint(page);
      await expect(page.locator("mark")).toHaveCount(before);
      await expect(page.locator(".rule, .legend")).toHaveCount(0);
      expect(await articleText(page, "long")).toBe(articles[0].text);
    });
  });
}

test("articles print one after the other, also from a dialog, with every overlapping tag", async ({ page }) => {
  await open(page);
  await showColumns(page, 3);
  // More than there are labels, and than there are rules on the screen.
  const overlapping = [...Object.keys(await labelsOf(page)), "Person", "Location"];
  expect(overlapping.length).toBeGreaterThan(8);
  for (const label of overlapping) await annotate(page, SUMMIT, "Calais", label);
  await openHelp(page);
  const pages = await readPdf(await page.pdf({ printBackground: false }));
  const { articles } = await project(page);
  // Ligatures and kerning divide words.
  const close = (text) => text.normalize("NFKC").replace(/\s/g, "");
  const starts = articles.map(({ title }) => pages.findIndex(({ texts }) => close(texts.map(({ text }) => text).join("")).includes(close(title))));
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
  expect(new Set(starts).size, "each on a page of its own").toBe(3);
  expect(Math.min(...starts)).toBe(0);
  const all = pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(" ");
  expect(all).not.toContain("How to tag");
  const labels = await labelsOf(page);
  const { texts, shapes } = pages.find(({ texts }) => texts.some(({ text }) => beginsWith(text, "Calais")));
  const at = texts.findIndex(({ text }) => beginsWith(text, "Calais"));
  const { x, y } = texts[at];
  const before = texts.slice(Math.max(0, at - overlapping.length), at).map(({ text }) => text).join(" ");
  const names = before.trim().split(/\s+/).slice(-overlapping.length);
  expect([...names].sort(), "the name of each tag").toEqual(overlapping.map((label) => labels[label].short).sort());
  const under = shapes.filter((shape) => shape.top <= y && shape.bottom > y - 36 && shape.left <= x + 3 && shape.right > x && shape.top - shape.bottom < 4);
  for (const [label, { colour }] of Object.entries(labels)) {
    const count = overlapping.filter((one) => one === label).length;
    expect(under.filter((shape) => shape.colour === colour).length, `the rules of ${label}`).toBeGreaterThanOrEqual(count);
  }
  const heights = [...new Set(under.map(({ top }) => Math.round(top * 2) / 2))];
  expect(heights.length, "each rule has a place of its own").toBeGreaterThanOrEqual(overlapping.length);
});

test("text is dark on white in the dark theme", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark", media: "print" });
  await open(page, { articles: [] });
  const colours = await reader(page, SUMMIT).evaluate((text) => [getComputedStyle(text).color, getComputedStyle(document.body).backgroundColor]);
  expect(colours).toEqual(["rgb(30, 29, 27)", "rgba(0, 0, 0, 0)"]);
});
