// Files that are not projects are rejected with a message that contains the position, and the page stays usable.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { CRACKDOWN, REPOSITORY, annotate, expect, open, project, quotes, test } from "./support.js";

const SUITE = join(process.env.CROSSREAD_FIXTURES ?? join(REPOSITORY, "../shared/fixtures"), "hostile/JSONTestSuite/test_parsing");

/** Imports files one after the other; returns the error message of each, or "imported". */
const importErrors = (page, files) =>
  page.evaluate(async (files) => {
    const messages = [];
    for (const base64 of files) {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      messages.push(await window.crossread.importFile("x.crossread.json", bytes).then(() => "imported", (error) => error.message));
    }
    return messages;
  }, files.map((file) => Buffer.from(file).toString("base64")));

/** Checks that the project is unchanged and can be edited. */
async function expectUsable(page, before) {
  expect(await project(page)).toEqual(before);
  await annotate(page, CRACKDOWN, "27 people", "Quantity");
  expect(await quotes(page)).toEqual(["Quantity: 27 people"]);
}

test("deeply nested files are rejected with the position, and the page stays usable", async ({ page }) => {
  await open(page);
  const before = await project(page);
  const head = '{"format":"crossread","version":1,"later":';
  const [lists, objects, inside] = await importErrors(page, [
    "[".repeat(100_000),
    '[{"":'.repeat(50_000),
    `${head}${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
  ]);
  expect(lists).toMatch(/line 1, column 128: not valid JSON/);
  expect(objects).toMatch(/line 1, column 317: not valid JSON/);
  expect(inside).toMatch(/line 1, column 170: not valid JSON/);
  await expectUsable(page, before);
});

test("a field at the maximum depth is preserved; one level more is rejected", async ({ page }) => {
  await open(page);
  const before = await project(page);
  const nested = (levels) => JSON.stringify({ ...before, later: 0 }).replace('"later":0', `"later":${"[".repeat(levels)}${"]".repeat(levels)}`);
  const [deep] = await importErrors(page, [nested(66)]);
  expect(deep).toMatch(/later: nested more than 64 levels deep/);
  expect(await importErrors(page, [nested(65)])).toEqual(["imported"]);
  const { later, ...rest } = await project(page);
  expect(JSON.stringify(later)).toBe("[".repeat(65) + "]".repeat(65));
  expect(rest).toEqual(before);
});

test("every invalid text of JSONTestSuite is rejected with line and column", async ({ page }) => {
  test.skip(!existsSync(SUITE), "JSONTestSuite is not among the fixtures");
  await open(page);
  const before = await project(page);
  const names = readdirSync(SUITE).filter((name) => /^[ny]_/.test(name));
  expect(names.length).toBeGreaterThan(280);
  const messages = await importErrors(page, names.map((name) => readFileSync(join(SUITE, name))));
  names.forEach((name, i) => {
    // A valid JSON text is still not a project.
    expect(messages[i], name).toMatch(name.startsWith("n_") ? /line \d+, column \d+: not (valid JSON|UTF-8)/ : /expected/);
  });
  await expectUsable(page, before);
});
