// Screenshots for the README, taken only on request: `SCREENSHOTS=1 scripts/journeys.sh screenshots`.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ARTICLES, REPOSITORY, SUMMIT, annotate, clickText, open, waitForPaint, project, test } from "./support.js";
import { showColumns, editLabels, entityEntry, showRelations, openTab } from "./interface.js";

test.skip(!process.env.SCREENSHOTS, "set SCREENSHOTS=1 to take screenshots");

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
    "Gerald Darmanin has cancelled a Sunday meeting with his UK counterpart", "Priti Patel is not invited anymore to the meeting on Sunday",
    "27 people were killed crossing the Channel two days earlier", "Patel’s invitation to the talks on Sunday was revoked",
    "brought 27 people to their deaths in the English Channel",
  ],
};

async function openWithTags(page) {
  await open(page, { articles: [] });
  for (const { id, text } of ARTICLES) {
    for (const [label, all] of Object.entries(WORDS)) {
      for (const words of all.filter((it) => text.includes(it))) await annotate(page, id, words, label);
    }
  }
}

async function takeScreenshot(page, name) {
  mkdirSync(join(REPOSITORY, "docs"), { recursive: true });
  await waitForPaint(page);
  await page.screenshot({ path: join(REPOSITORY, "docs", `${name}.png`), animations: "disabled" });
}

for (const colorScheme of ["light", "dark"]) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test(`the reader, ${colorScheme}`, async ({ page }) => {
      await openWithTags(page);
      await showColumns(page, 1);
      await clickText(page, SUMMIT, "Gerald Darmanin");
      await takeScreenshot(page, `reader-${colorScheme}`);
    });
  });
}

test("three articles side by side", async ({ page }) => {
  await page.setViewportSize({ width: 1680, height: 1000 });
  await openWithTags(page);
  await showColumns(page, 3);
  await takeScreenshot(page, "three-columns");
});

/** Opens the same project with its names linked to entities that end with the same words. */
async function openWithEntities(page) {
  await openWithTags(page);
  const original = await project(page);
  const entities = [];
  for (const tag of original.annotations.filter(({ label }) => ["Person", "Organization", "Location"].includes(label))) {
    const words = tag.ranges[0].exact;
    let entity = entities.find(({ name, label }) => label === tag.label && (name.endsWith(words) || words.endsWith(name)));
    if (!entity) entities.push((entity = { id: `e${entities.length + 1}`, name: words, label: tag.label }));
    tag.entity = entity.id;
  }
  entities.find(({ name }) => name === "Priti Patel").identifiers = { wikidata: "Q7245130" };
  await page.evaluate((it) => window.crossread.load(it), { ...original, entities });
  await page.getByRole("button", { name: "Dismiss" }).click();
}

test("the entities, with the mentions of one in context", async ({ page }) => {
  await openWithEntities(page);
  await showColumns(page, 2);
  await openTab(page, "Entities");
  await entityEntry(page, /^Priti Patel/).click();
  await takeScreenshot(page, "entities");
});

test("claims related across articles", async ({ page }) => {
  await page.setViewportSize({ width: 1680, height: 1000 });
  await openWithEntities(page);
  await showColumns(page, 3);
  const { annotations } = await project(page);
  const claim = (words) => annotations.find((tag) => tag.label === "Claim" && tag.ranges[0].exact.includes(words)).id;
  const drowned = claim("drowned");
  for (const [from, to, type] of [
    [drowned, claim("people to their deaths"), "repeats"], [drowned, claim("were killed crossing"), "repeats"],
    [claim("deadliest"), drowned, "supports"], [claim("23,000"), claim("26,000"), "contradicts"],
    [claim("invitation"), claim("not invited"), "repeats"], [claim("cancelled"), claim("not invited"), "supports"],
  ]) {
    await page.evaluate((it) => window.crossread.relate(it), { from, to, type });
  }
  await page.evaluate((id) => window.crossread.reveal(id), drowned);
  await showRelations(page);
  await takeScreenshot(page, "relations");
});

test("the schema editor", async ({ page }) => {
  await openWithTags(page);
  await editLabels(page);
  await takeScreenshot(page, "schema");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
  test("the reader in a narrow window", async ({ page }) => {
    await openWithTags(page);
    await takeScreenshot(page, "phone");
  });
});
