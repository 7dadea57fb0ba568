// Random drags with the mouse, compared with the places nearest to the pointer at press and release.
//
// `DRAGS` is the number of drags (default 20), `DRAG_SEED` the seed of the random numbers (default 1). `DRAG_ONLY` runs the drag of
// this number alone.
import { expect, open, project, reader, test } from "./support.js";
import { showColumns } from "./interface.js";
import { act, tagSelected } from "./drag-actions.js";
import { PRESSED, ZOOMS, contentOf, drags, zoomed } from "./drag-cases.js";
import { codePointsBefore, installOracle, snapped } from "./drag-oracle.js";

const SEED = Number(process.env.DRAG_SEED ?? 1);
const ONLY = process.env.DRAG_ONLY;
const ALL = drags(ONLY === undefined ? Number(process.env.DRAGS ?? 20) : Number(ONLY) + 1, SEED);
const CHOSEN = ONLY === undefined ? ALL : ALL.slice(-1);
/** Tests run beside each other, so that each has only so many drags. */
const DRAGS_PER_TEST = 10;

for (const zoom of ZOOMS) {
  const here = CHOSEN.filter((drag) => drag.zoom === zoom);
  test.describe(`at ${zoom} %`, () => {
    test.use(zoomed(zoom));
    for (let i = 0; i < here.length; i += DRAGS_PER_TEST) {
      const some = here.slice(i, i + DRAGS_PER_TEST);
      test(`random drags select what is nearest to the pointer: ${some.map(({ number }) => number).join(", ")}`, async ({ page }) => {
        test.setTimeout(180_000 + 10_000 * some.length);
        await open(page, { articles: [] });
        const base = await project(page);
        await page.evaluate(installOracle);
        const wrong = [];
        for (const drag of some) {
          const words = `drag ${drag.number}: ${JSON.stringify(drag)}\nDRAG_SEED=${SEED} DRAG_ONLY=${drag.number} scripts/journeys.sh drags`;
          const fault = await test.step(words, () => check(page, base, drag));
          if (fault) wrong.push(`${words}\n${fault}`);
        }
        expect(wrong.join("\n\n"), "drags that select something else").toBe("");
      });
    }
  });
}

/** Carries a drag out in a project of its own; returns what is wrong. */
async function check(page, base, drag) {
  const content = contentOf(drag);
  await showContent(page, base, drag, content);
  await act(page, drag);
  const { press, release } = await page.evaluate(() => ({ press: window.dragOracle.press, release: window.dragOracle.release }));
  const expected = acceptable(content.text, press.places, release.places, drag.isExact);
  const selected = await tagSelected(page, drag, expected.some((range) => range !== undefined));
  if (expected.some((range) => String(range) === String(selected))) return undefined;
  const characters = [...content.text];
  const quote = (range) => (range ? `${range}: ${JSON.stringify(characters.slice(...range).join("").replace(/^(.{60}).*(.{60})$/su, "$1 … $2"))}` : "nothing");
  const at = ({ x, y, places }) => `(${x}, ${y}), nearest to ${places.map((place) => codePointsBefore(content.text, place)).join(" or ")}`;
  return `pressed at ${at(press)}\nreleased at ${at(release)}\nexpected ${expected.map(quote).join("\n      or ")}\nselected ${quote(selected)}`;
}

/** Opens a project with the texts and tags of a drag, and scrolls to where it begins. */
async function showContent(page, base, { columns, scroll, isTagged }, { articles, annotations }) {
  await page.evaluate((project) => window.crossread.load(project), { ...base, articles, annotations, entities: [], relations: [] });
  await expect(reader(page, PRESSED)).toBeVisible();
  if ((await page.locator(".column").count()) !== columns) await showColumns(page, columns);
  await expect(page.locator(".column")).toHaveCount(columns);
  await page.evaluate(([id, scroll]) => window.dragOracle.scrollTo(id, scroll), [PRESSED, scroll]);
  if (isTagged) await expect(reader(page, PRESSED).locator("mark").first()).toBeAttached();
}

/** What may be tagged after a drag, in code points: `[start, end]`, or `undefined` for nothing. */
function acceptable(text, presses, releases, isExact) {
  const found = new Map();
  for (const press of presses) {
    for (const release of releases) {
      const selected = [Math.min(press, release), Math.max(press, release)];
      const hasCharacters = /\S/.test(text.slice(...selected));
      const range = isExact && hasCharacters ? selected : snapped(text, ...selected);
      found.set(String(range), range?.map((offset) => codePointsBefore(text, offset)));
    }
  }
  return [...found.values()];
}
