import { CALLED_OFF, SUMMIT, annotate, clickText, dragOver, expect, marks, open, project, quotes, ready, scrolled, test, waitSaved } from "./support.js";
import { selected, tagAs, undo } from "./interface.js";

async function work(page) {
  await open(page);
  await dragOver(page, SUMMIT, "Boris Johnson");
  await tagAs(page, "Person");
  await expect.poll(() => quotes(page)).toEqual(["Person: Boris Johnson"]);
  await annotate(page, CALLED_OFF, "Emmanuel Macron", "Person");
  await clickText(page, SUMMIT, "Boris Johnson");
  await expect.poll(() => selected(page)).not.toBe("");
}

test("a reload finds the tags, the selection and the place in the text", async ({ page }) => {
  await work(page);
  await scrolled(page, CALLED_OFF, 900);
  const place = await scrolled(page, CALLED_OFF);
  expect(place).toBeGreaterThan(100);
  await waitSaved(page);
  const [before, chosen] = [JSON.stringify(await project(page)), await selected(page)];

  await page.reload();
  await ready(page);
  expect(JSON.stringify(await project(page))).toBe(before);
  await expect.poll(() => selected(page)).toBe(chosen);
  await expect.poll(async () => Math.abs((await scrolled(page, CALLED_OFF)) - place)).toBeLessThan(40);
  await expect.poll(async () => (await marks(page)).length).toBeGreaterThan(0);
});

test("undo reaches back behind a reload", async ({ page }) => {
  await work(page);
  await waitSaved(page);
  await page.reload();
  await ready(page);
  await undo(page);
  await undo(page);
  await expect.poll(() => quotes(page)).toEqual([]);
});

test("a killed page loses nothing that was saved", async ({ page, context, browser }) => {
  await work(page);
  await waitSaved(page);
  const before = JSON.stringify(await project(page));

  const crashed = page.waitForEvent("crash");
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  for (const { type, id } of processInfo) if (type === "renderer") process.kill(id, "SIGKILL");
  await crashed;

  const again = await context.newPage();
  await again.goto("./");
  await ready(again);
  expect(JSON.stringify(await project(again))).toBe(before);
});

test("what is done is on disk within a second, without being asked", async ({ page, context }) => {
  await work(page);
  await annotate(page, SUMMIT, "Priti Patel", "Person");
  await expect(page.locator("[data-status]")).toHaveAttribute("data-status", "saved", { timeout: 1000 });
  await page.close();
  const again = await context.newPage();
  await again.goto("./");
  await ready(again);
  expect(await quotes(again)).toContain("Person: Priti Patel");
});
