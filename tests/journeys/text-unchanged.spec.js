import { ARTICLES, annotate, articleText, expect, marks, open, pasted, waitForPaint, test } from "./support.js";

test("each article's text is that of its file, with and without tags drawn", async ({ page }) => {
  await open(page);
  for (const { id, text } of ARTICLES) expect(await articleText(page, id)).toBe(text);

  for (const { id, text } of ARTICLES) {
    for (const word of ["Channel", "France", "Darmanin", "Calais"]) await annotate(page, id, word, "Location");
    const sentence = text.split("\n").find((line) => line.length > 80);
    await annotate(page, id, sentence.trim(), "Claim");
  }
  await waitForPaint(page);
  expect((await marks(page)).length).toBeGreaterThan(0);
  for (const { id, text } of ARTICLES) expect(await articleText(page, id)).toBe(text);
});

test("copied text is the text of the article", async ({ page }) => {
  await open(page);
  const { id, text } = ARTICLES[0];
  await page.locator(`[role=document][data-article="${id}"]`).evaluate((element) => {
    getSelection().selectAllChildren(element);
  });
  await page.keyboard.press("Control+c");
  const copied = await pasted(page);
  const words = (value) => value.split(/\s+/).filter(Boolean);
  expect(words(copied)).toEqual(words(text));
});

test("elements in a text contain nothing but its characters", async ({ page }) => {
  await open(page);
  await annotate(page, ARTICLES[0].id, "Calais", "Location");
  await waitForPaint(page);
  const unexpected = await page.locator("[role=document] *").evaluateAll((all) =>
    all.filter((it) => !it.textContent && !it.closest("[aria-hidden=true]") && it.tagName !== "BR").map((it) => it.outerHTML),
  );
  expect(unexpected).toEqual([]);
});

test("a policy without inline script and style is in force", async ({ page }) => {
  await open(page);
  const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|https?:/);
  expect(await page.locator("script:not([src]), style").count()).toBe(0);
});
