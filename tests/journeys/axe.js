// The accessibility checks of axe-core.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { waitForPaint } from "./support.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const ALL = { type: "tag", values: TAGS };
/** The rules whose result depends on colours. */
const COLOURS = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

/** The violations that axe reports. */
export async function axeViolations(page, rules = ALL) {
  await waitForPaint(page);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  return page.evaluate(async (rules) => {
    const { violations } = await window.axe.run(document, { runOnly: rules, resultTypes: ["violations"] });
    return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html}\n${failureSummary}`));
  }, rules);
}

/** The violations that axe reports in the light colour scheme, and those of colours in the dark one: nothing else differs there. */
export async function axeViolationsInBothSchemes(page) {
  const found = [];
  for (const [colorScheme, rules] of [["light", ALL], ["dark", COLOURS]]) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await axeViolations(page, rules)).map((violation) => `${colorScheme}: ${violation}`));
  }
  return found;
}
