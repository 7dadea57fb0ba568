import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { DIST } from "./serve.mjs";
import { ARTICLES, REPOSITORY, SUMMIT, articleText, download, dragOver, expect, file, project, quotes, reader, ready, test as base, waitSaved } from "./support.js";
import { addDialog, chooseFiles, exportNative, openTexts, rescueButton, rescueHeading, searchCount, searchField, searchOption, tagAs, undo } from "./interface.js";

/** The same build as a single file, in a folder whose name contains spaces. */
const test = base.extend({
  baseURL: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), "crossread on a stick "));
      const out = join(folder, "crossread.html");
      execFileSync(process.execPath, ["scripts/single.mjs", DIST, out], { cwd: REPOSITORY });
      await use(pathToFileURL(out).href);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: "test" },
  ],
});

test("the single file works from disk like the page", async ({ page, context, baseURL }) => {
  const requests = [];
  context.on("request", (request) => requests.push(request.url()));
  await context.setOffline(true);
  await page.goto(baseURL);
  await ready(page);
  for (const { id, text } of ARTICLES) {
    await expect(reader(page, id)).toBeVisible();
    expect(await articleText(page, id)).toBe(text);
  }
  await dragOver(page, SUMMIT, "Boris Johnson");
  await tagAs(page, "Person");
  await waitSaved(page);

  await page.reload();
  await ready(page);
  expect(await quotes(page)).toEqual(["Person: Boris Johnson"]);
  await searchField(page).fill("Bo\\w+ John.on");
  await searchOption(page, "Regular expression").click();
  await expect(searchCount(page)).toHaveText(/^\d+ places? in \d articles?$/);

  // "Все люди рождаются свободными" in KOI8-R.
  await openTexts(page, [file("russian.txt", Buffer.from("f7d3c520ccc0c4c920d2cfd6c4c1c0d4d3d120d3d7cfc2cfc4ced9cdc9", "hex"))]);
  await expect(addDialog(page).getByLabel("Encoding")).toHaveValue("KOI8-R");
  await page.keyboard.press("Escape");

  const { name, bytes } = await exportNative(page);
  expect(JSON.parse(bytes.toString("utf8"))).toEqual(await project(page));
  await undo(page);
  await expect.poll(() => quotes(page)).toEqual([]);
  await chooseFiles(page, [file(name, bytes, "application/json")]);
  await expect.poll(() => quotes(page)).toEqual(["Person: Boris Johnson"]);
  await waitSaved(page);

  const others = requests.filter((url) => url !== baseURL && !/^(data|blob):/.test(url));
  expect(others, "nothing is requested").toEqual([]);
});

test.describe("when the program fails", () => {
  test.use({ allowedErrors: /forced by a test|RuntimeError|panicked at/ });

  test("the single file contains the rescue page", async ({ page, context, baseURL }) => {
    await context.setOffline(true);
    await page.goto(baseURL);
    await ready(page);
    await page.evaluate((article) => void window.crossread.annotate({ article, label: "Other", ranges: [[0, 5]] }), SUMMIT);
    await waitSaved(page);
    const before = await project(page);
    await page.evaluate(() => void window.crossreadFailed("forced by a test"));
    await expect(rescueHeading(page)).toBeFocused();
    const { name, bytes } = await download(page, () => rescueButton(page, "Download “Untitled project” as last saved").click());
    await Promise.all([page.waitForEvent("load"), rescueButton(page, "Reload").click()]);
    await ready(page);
    expect(await project(page)).toEqual(before);
    await chooseFiles(page, [file(name, bytes, "application/json")]);
    await expect(page.getByText(/^Imported/).first()).toBeVisible();
    expect(await project(page)).toEqual(before);
    await waitSaved(page);
  });
});

test.describe("the security policy of the single file", () => {
  test.use({ allowedErrors: /Content.Security.Policy|security policy|TrustedScript/ });

  test("blocks requests, and scripts other than its own", async ({ page, baseURL }) => {
    await page.goto(baseURL);
    await ready(page);
    const policy = await page.locator("meta[http-equiv]").getAttribute("content");
    expect(policy).not.toMatch(/unsafe-inline|'self'|https?:/);
    expect(policy).toContain("connect-src 'none'");
    expect(await page.evaluate(() => fetch("data:text/plain,x").then(() => "loaded", () => "blocked"))).toBe("blocked");
    await page.evaluate(() => {
      const script = document.createElement("script");
      // A text node, because Trusted Types reject a string as the text of a script.
      script.append("window.ran = true");
      document.body.append(script);
    }).catch(() => {});
    expect(await page.evaluate(() => window.ran)).toBe(undefined);
  });
});
