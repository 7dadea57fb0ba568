import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { CRACKDOWN, SUMMIT, annotate, clickText, expect, open, painted, test } from "./support.js";
import { columns, openExport, openProjects } from "./interface.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds wrong, one line each. */
async function faults(page) {
  await painted(page);
  await page.evaluate(AXE);
  return page.evaluate(async (tags) => {
    const { violations } = await window.axe.run(document, { runOnly: { type: "tag", values: tags } });
    return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html}\n${failureSummary}`));
  }, TAGS);
}

const DIALOGS = {
  none: async () => {},
  "a tag selected": async (page) => clickText(page, SUMMIT, "Calais"),
  export: openExport,
  projects: openProjects,
  help: async (page) => page.getByRole("button", { name: /^Help/ }).click(),
};

for (const colorScheme of ["light", "dark"]) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    for (const count of [1, 3]) {
      for (const [name, act] of Object.entries(DIALOGS)) {
        if (count === 1 && name !== "none") continue;
        test(`axe finds nothing: ${count} column(s), ${name}`, async ({ page }) => {
          await open(page);
          await annotate(page, SUMMIT, "Calais", "Location");
          await annotate(page, SUMMIT, "were discussing the crisis in Calais in northern France", "Claim");
          await annotate(page, CRACKDOWN, "Calais", "Location");
          await columns(page, count);
          await act(page);
          expect(await faults(page)).toEqual([]);
        });
      }
    }
  });
}

test("the page fits a narrow and a zoomed window without scrolling sideways", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, { articles: [] });
  await painted(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await faults(page)).toEqual([]);
});
