// Pictures for the README, made only when asked for: `SCREENSHOTS=1 scripts/journeys.sh screenshots`.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ARTICLES, REPOSITORY, SUMMIT, annotate, clickText, open, painted, test } from "./support.js";
import { columns } from "./interface.js";

test.skip(!process.env.SCREENSHOTS, "SCREENSHOTS=1 makes them");

const WORDS = {
  Person: ["Gerald Darmanin", "Boris Johnson", "Emmanuel Macron", "Priti Patel", "Ankie Broekers-Knol", "Johnson", "Macron", "Darmanin", "Patel"],
  Organization: ["European Union", "Europol", "Frontex", "Home Office", "EU"],
  Location: ["English Channel", "France", "Germany", "Belgium", "Netherlands", "Calais", "Paris", "UK", "Britain"],
  Event: ["emergency summit", "Sunday’s summit", "Brexit"],
  Date: ["Wednesday", "Sunday", "this year", "last week"],
  Quantity: ["27 people", "27 lives", "23,000 people", "26,000 people", "8,500", "27 asylum seekers"],
  Claim: [
    "It was the deadliest crossing on record", "More than 23,000 people have entered the UK on small boats this year",
    "27 people drowned after their inflatable dinghy began losing air", "which saw about 26,000 people travel from France to England",
    "France today called off talks with Britain", "Patel’s invitation to the talks on Sunday was revoked",
    "brought 27 people to their deaths in the English Channel",
  ],
};

async function tagged(page) {
  await open(page, { articles: [] });
  for (const { id, text } of ARTICLES) {
    for (const [label, all] of Object.entries(WORDS)) {
      for (const words of all.filter((it) => text.includes(it))) await annotate(page, id, words, label);
    }
  }
}

async function picture(page, name) {
  mkdirSync(join(REPOSITORY, "docs"), { recursive: true });
  await painted(page);
  await page.screenshot({ path: join(REPOSITORY, "docs", `${name}.png`), animations: "disabled" });
}

for (const colorScheme of ["light", "dark"]) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test(`the reader, ${colorScheme}`, async ({ page }) => {
      await tagged(page);
      await columns(page, 1);
      await clickText(page, SUMMIT, "Gerald Darmanin");
      await picture(page, `reader-${colorScheme}`);
    });
  });
}

test("three articles side by side", async ({ page }) => {
  await page.setViewportSize({ width: 1680, height: 1000 });
  await tagged(page);
  await columns(page, 3);
  await picture(page, "three-columns");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
  test("the reader, narrow", async ({ page }) => {
    await tagged(page);
    await picture(page, "phone");
  });
});
