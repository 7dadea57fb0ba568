import { ARTICLES, articleText, expect, open, reader, ready, test } from "./support.js";

const [bad, ...others] = ARTICLES;
const card = (page) => page.getByRole("alert").filter({ hasText: bad.file });

// The browser itself reports an answer that is no success.
test.use({ allowed: /Failed to load resource/ });

for (const [what, answer] of [
  ["is not there", { status: 404, contentType: "text/plain", body: "Not found" }],
  ["has other bytes than its check sum says", { status: 200, contentType: "text/plain", body: "Something else." }],
]) {
  test(`an article that ${what} can be asked for again while the others are read`, async ({ page }) => {
    await page.route(`**/articles/${bad.file}`, (route) => route.fulfill(answer));
    await open(page, { articles: others });
    await expect(card(page)).toBeVisible();
    for (const { id, text } of others) expect(await articleText(page, id)).toBe(text);

    await card(page).getByRole("button", { name: "Retry" }).click();
    await expect(card(page)).toBeVisible();

    await page.unroute(`**/articles/${bad.file}`);
    await card(page).getByRole("button", { name: "Retry" }).click();
    await expect(reader(page, bad.id)).toBeVisible();
    await expect(card(page)).toBeHidden();
    expect(await articleText(page, bad.id)).toBe(bad.text);
  });
}

test("a list of articles that is not there leaves a page that can be used", async ({ page }) => {
  await page.route("**/articles/index.json", (route) => route.fulfill({ status: 404, body: "Not found" }));
  await page.goto("./");
  await ready(page);
  await expect(page.getByRole("alert")).toContainText("articles/index.json");
  await expect(page.getByRole("button", { name: "Import" })).toBeEnabled();
});
