import { ARTICLES, annotate, articleText, expect, open, project, quotes, reader, ready, selectWord, test, waitSaved } from "./support.js";
import { alert, articleList, showColumns, labelButton } from "./interface.js";

const [failing, ...others] = ARTICLES;
/** The card shown in place of the article that could not be loaded. */
const card = (page) => page.getByRole("alert", { name: `Not loaded: ${failing.title}` });
const retryButton = (page) => card(page).getByRole("button", { name: "Try again" });
const loadAgainButton = (page) => articleList(page).getByRole("button", { name: `Load ${failing.title} again` });

async function expectAllLoaded(page) {
  await expect(reader(page, failing.id)).toBeVisible();
  await expect(card(page)).toBeHidden();
  await expect(loadAgainButton(page)).toBeHidden();
  expect(await articleText(page, failing.id)).toBe(failing.text);
  await expect.poll(async () => (await project(page)).articles.map(({ id }) => id).sort()).toEqual(ARTICLES.map(({ id }) => id).sort());
}

// The browser logs failed responses to the console.
test.use({ allowedErrors: /Failed to load resource/ });

for (const [what, answer, message] of [
  ["is missing", (route) => route.fulfill({ status: 404, contentType: "text/plain", body: "Not found" }), /404/],
  ["cannot be fetched", (route) => route.abort("connectionfailed"), /\w/],
  ["does not match its checksum", (route) => route.fulfill({ contentType: "text/plain", body: "Something else." }), /SHA-256|check sum/i],
  ["is not UTF-8", (route) => route.fulfill({ contentType: "text/plain", body: Buffer.from([0x41, 0xff]) }), /UTF-8/],
]) {
  test(`an article that ${what} can be loaded again while the others are in use`, async ({ page }) => {
    await page.route(`**/articles/${failing.file}`, answer);
    await open(page, { articles: others });
    await showColumns(page, 3);
    await expect(card(page)).toContainText(message);
    await expect(card(page), "the file is named").toContainText(failing.file);
    for (const { id, text } of others) expect(await articleText(page, id)).toBe(text);
    await annotate(page, others[0].id, "Calais", "Location");
    await expect(labelButton(page, "Claim")).toBeEnabled();

    await retryButton(page).click();
    await expect(retryButton(page)).toBeVisible();
    expect(await quotes(page)).toEqual(["Location: Calais"]);

    await page.unroute(`**/articles/${failing.file}`);
    await retryButton(page).click();
    await expectAllLoaded(page);
    expect(await quotes(page)).toEqual(["Location: Calais"]);
    await expect.poll(async () => (await project(page)).articles.map(({ id }) => id), "in the order of the index").toEqual(ARTICLES.map(({ id }) => id));
  });
}

test("the list of articles has a button that loads a failed article again", async ({ page }) => {
  await page.route(`**/articles/${failing.file}`, (route) => route.abort());
  await open(page, { articles: others });
  await expect(loadAgainButton(page)).toBeVisible();
  await page.unroute(`**/articles/${failing.file}`);
  await loadAgainButton(page).click();
  await expectAllLoaded(page);
});

test("an article that could not be loaded is fetched at the next visit", async ({ page }) => {
  await page.route(`**/articles/${failing.file}`, (route) => route.abort());
  await open(page, { articles: others });
  await annotate(page, others[0].id, "Calais", "Location");
  await waitSaved(page);
  await page.unroute(`**/articles/${failing.file}`);
  await page.reload();
  await ready(page);
  await expectAllLoaded(page);
  expect(await quotes(page)).toEqual(["Location: Calais"]);
});

test("a slow article delays neither the page nor the API", async ({ page }) => {
  let release;
  const released = new Promise((done) => (release = done));
  await page.route(`**/articles/${failing.file}`, async (route) => {
    await released;
    await route.continue();
  });
  await page.goto("./");
  for (const { id } of others) await expect(reader(page, id)).toBeVisible();
  await expect(page.getByText(`Loading “${failing.title}”…`).first()).toBeVisible();
  await selectWord(page, others[0].id, "Calais");
  await page.keyboard.press("3");
  await expect(page.locator("mark")).toHaveText("Calais");
  await expect.soft.poll(() => page.evaluate(() => typeof window.crossread), { message: "the API is available" }).toBe("object");
  release();
  await ready(page);
  await expectAllLoaded(page);
  expect(await quotes(page)).toEqual(["Location: Calais"]);
});

test("without the list of sample articles the page can be used", async ({ page }) => {
  await page.route("**/articles/index.json", (route) => route.fulfill({ status: 404, body: "Not found" }));
  await page.goto("./");
  await ready(page);
  await expect(alert(page)).toContainText("articles/index.json");
  await expect(page.getByRole("button", { name: "Import" })).toBeEnabled();
  await expect(page.getByRole("button", { name: "Paste text…" }).first()).toBeEnabled();
});
