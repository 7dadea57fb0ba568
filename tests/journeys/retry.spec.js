import { ARTICLES, annotate, articleText, expect, open, project, quotes, reader, ready, selectWord, test, waitSaved } from "./support.js";
import { alert, articleList, columns, labelButton } from "./interface.js";

const [bad, ...others] = ARTICLES;
/** The card shown in place of the article that could not be loaded. */
const card = (page) => page.getByRole("alert", { name: `Not loaded: ${bad.title}` });
const again = (page) => card(page).getByRole("button", { name: "Try again" });
const inList = (page) => articleList(page).getByRole("button", { name: `Load ${bad.title} again` });

async function whole(page) {
  await expect(reader(page, bad.id)).toBeVisible();
  await expect(card(page)).toBeHidden();
  await expect(inList(page)).toBeHidden();
  expect(await articleText(page, bad.id)).toBe(bad.text);
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
    await page.route(`**/articles/${bad.file}`, answer);
    await open(page, { articles: others });
    await columns(page, 3);
    await expect(card(page)).toContainText(message);
    await expect(card(page), "the file is named").toContainText(bad.file);
    for (const { id, text } of others) expect(await articleText(page, id)).toBe(text);
    await annotate(page, others[0].id, "Calais", "Location");
    await expect(labelButton(page, "Claim")).toBeEnabled();

    await again(page).click();
    await expect(again(page)).toBeVisible();
    expect(await quotes(page)).toEqual(["Location: Calais"]);

    await page.unroute(`**/articles/${bad.file}`);
    await again(page).click();
    await whole(page);
    expect(await quotes(page)).toEqual(["Location: Calais"]);
    await expect.poll(async () => (await project(page)).articles.map(({ id }) => id), "in the order of the index").toEqual(ARTICLES.map(({ id }) => id));
  });
}

test("the list of articles has a button that loads a failed article again", async ({ page }) => {
  await page.route(`**/articles/${bad.file}`, (route) => route.abort());
  await open(page, { articles: others });
  await expect(inList(page)).toBeVisible();
  await page.unroute(`**/articles/${bad.file}`);
  await inList(page).click();
  await whole(page);
});

test("an article that could not be loaded is fetched at the next visit", async ({ page }) => {
  await page.route(`**/articles/${bad.file}`, (route) => route.abort());
  await open(page, { articles: others });
  await annotate(page, others[0].id, "Calais", "Location");
  await waitSaved(page);
  await page.unroute(`**/articles/${bad.file}`);
  await page.reload();
  await ready(page);
  await whole(page);
  expect(await quotes(page)).toEqual(["Location: Calais"]);
});

test("a slow article delays neither the page nor the API", async ({ page }) => {
  let release;
  const held = new Promise((done) => (release = done));
  await page.route(`**/articles/${bad.file}`, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("./");
  for (const { id } of others) await expect(reader(page, id)).toBeVisible();
  await expect(page.getByText(`Loading “${bad.title}”…`).first()).toBeVisible();
  await selectWord(page, others[0].id, "Calais");
  await page.keyboard.press("3");
  await expect(page.locator("mark")).toHaveText("Calais");
  await expect.soft.poll(() => page.evaluate(() => typeof window.crossread), { message: "the API is available", timeout: 3000 }).toBe("object");
  release();
  await ready(page);
  await whole(page);
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
