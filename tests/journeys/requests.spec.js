// The page makes no requests to other origins. Every request is recorded, including those of workers.
import { SUMMIT, annotate, download, expect, file, open, ready, selectWord, test, waitSaved } from "./support.js";
import { addArticles, chooseFiles, editLabels, exportNative, openHelp, openProjects, openTexts, searchField, searchOption, openTab, tagAs } from "./interface.js";

/** Records the URLs of all requests that the browser reports, of the page and of its workers. */
async function recordRequests(context, page) {
  const urls = [];
  const session = await context.newCDPSession(page);
  const record = (from) => from.on("Network.requestWillBeSent", ({ request }) => urls.push(request.url));
  record(session);
  await session.send("Network.enable");
  context.on("request", (request) => urls.push(request.url()));
  // Each worker is a target of its own.
  const browser = await context.browser().newBrowserCDPSession();
  await browser.send("Target.setDiscoverTargets", { discover: true });
  browser.on("Target.targetCreated", ({ targetInfo: { type, url } }) => /worker/.test(type) && url && urls.push(url));
  return urls;
}

test("the page requests only files of its own folder", async ({ page, context, baseURL }) => {
  const urls = await recordRequests(context, page);
  await open(page);
  await selectWord(page, SUMMIT, "Germany");
  await tagAs(page, "Location");
  await annotate(page, SUMMIT, "Europol", "Organization");
  await page.keyboard.press("Shift+E");
  await searchField(page).fill("migrant");
  await expect(page.locator(".search-count")).toContainText(/\d/);
  await searchOption(page, "Regular expression").click();
  await searchField(page).fill("migrants?\\b");
  await expect(page.locator(".search-count")).toContainText(/\d/);
  for (const name of ["Entities", "Relations", "History", "Annotations"]) await openTab(page, name);
  const labels = await editLabels(page);
  await labels.getByRole("button", { name: "Presets and files" }).click();
  await download(page, () => labels.getByRole("button", { name: /^Download/ }).click());
  await page.keyboard.press("Escape");
  await expect(labels).toBeHidden();
  await openHelp(page);
  await page.keyboard.press("Escape");
  const text = "See https://example.org/ and <img src=https://example.org/x.png>.";
  await openTexts(page, [file("a.txt", text), file("b.txt", Buffer.from(`Café: ${text}`, "latin1"))]);
  await addArticles(page, 2);
  const { name, bytes } = await exportNative(page);
  await chooseFiles(page, [file(name, bytes, "application/json")]);
  await expect(page.getByText(`Imported ${name}`)).toBeVisible();
  await openProjects(page);
  await page.keyboard.press("Escape");
  await waitSaved(page);
  await page.reload();
  await ready(page);
  const own = new URL(baseURL);
  const foreign = urls.filter((url) => !url.startsWith("blob:") && !url.startsWith("data:") && new URL(url).origin !== own.origin);
  expect(foreign).toEqual([]);
  expect(urls.filter((url) => new URL(url).pathname.endsWith("search-worker.js")), "requests of workers are recorded").not.toEqual([]);
  expect(urls.filter((url) => new URL(url).pathname.endsWith("/detector_bg.wasm"))).not.toEqual([]);
  console.log(`${urls.length} requests recorded, all of ${own.origin}`);
});
