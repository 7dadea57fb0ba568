// A large file while it is read: its article is shown, read-only, until all is checked.
import { makeLoad } from "../../benches/browser/loads.mjs";
import { SUMMIT, annotate, expect, file, open, project, quotes, reader, ready, test, waitSaved } from "./support.js";
import { alert, chooseFiles, undo } from "./interface.js";

const { articles, annotations } = makeLoad("C");
const [{ id: ID, text: TEXT }] = articles;
const TAGGED = ["Claim: It was the deadliest crossing on record"];

/** White space at the end of the file: reading that takes too little time would not be shown, and 1 MB does on a fast machine. */
const REST = " ".repeat(12_000_000);

/** A project of 1 MB; `change` may break its last annotation. */
async function largeFile(page, change = {}) {
  const last = { ...annotations.at(-1), ...change };
  const content = { ...(await project(page)), articles, annotations: [...annotations.slice(0, -1), last], entities: [], relations: [] };
  return file("large.json", Buffer.from(JSON.stringify(content).replace(/}$/, `${REST}}`)), "application/json");
}

/** Looks at the page in the moment in which the article is there, before it is open, and does something then: clicks or scrolls. */
const watch = (page, { click, scroll } = {}) =>
  page.evaluate(({ id, former, click, scroll }) => {
    window.seen = new Promise((done) => {
      const observer = new MutationObserver(() => {
        const [bar, text] = [document.querySelector(".opening"), document.querySelector(`[role=document][data-article="${id}"]`)];
        const { status } = document.querySelector(".save").dataset;
        if (!bar || !text?.firstChild || status !== "opening") return;
        observer.disconnect();
        const refusal = (act) => {
          try {
            return act();
          } catch (error) {
            return error.message;
          }
        };
        window.shownText = text;
        if (scroll) text.closest(".scroller").scrollTop = scroll;
        const seen = {
          text: text.textContent,
          progress: bar.querySelector("progress").value,
          edit: refusal(() => window.crossread.annotate({ article: former, label: "Claim", ranges: [[0, 5]] })),
          articles: window.crossread.project().articles.map((article) => article.id),
        };
        if (click) bar.querySelector("button").click();
        done(seen);
      });
      observer.observe(document.body, { attributes: true, childList: true, subtree: true });
    });
  }, { id: ID, former: SUMMIT, click, scroll });

async function openWithTag(page) {
  await open(page);
  await annotate(page, SUMMIT, "It was the deadliest crossing on record", "Claim");
  await waitSaved(page);
}

async function expectFormer(page) {
  await expect(reader(page, ID)).toHaveCount(0);
  await expect(reader(page, SUMMIT).locator("mark").first()).toBeVisible();
  expect(await quotes(page)).toEqual(TAGGED);
}

test("the article is shown read-only before all is read, and Cancel brings the former project back", async ({ page }) => {
  await openWithTag(page);
  const large = await largeFile(page);
  await watch(page, { click: true });
  await chooseFiles(page, [large]);
  const seen = await page.evaluate(() => window.seen);
  expect(seen.text === TEXT).toBe(true);
  expect(seen.progress).toBeLessThan(100);
  expect(seen.edit).toContain("A project is being opened");
  expect(seen.articles).toContain(SUMMIT);
  await expectFormer(page);
  await expect(page.locator(".notice")).toContainText(/Opening “.?large\.json.?” was cancelled/);
  await undo(page);
  await expect.poll(() => quotes(page)).toEqual([]);
});

test("a file that is broken at its end is shown until then; the former project returns, with the place of the error", async ({ page }) => {
  await openWithTag(page);
  const large = await largeFile(page, { label: "nothing" });
  await watch(page);
  await chooseFiles(page, [large]);
  expect((await page.evaluate(() => window.seen)).text === TEXT).toBe(true);
  await expect(alert(page)).toContainText(`annotations[${annotations.length - 1}].label`);
  await expectFormer(page);
  await page.reload();
  await ready(page);
  await expectFormer(page);
});

test("when all is read, the text stays as it is, where it was scrolled to", async ({ page }) => {
  await open(page);
  const large = await largeFile(page);
  await watch(page, { scroll: 600 });
  await chooseFiles(page, [large]);
  await page.evaluate(() => window.seen);
  await expect(page.locator(".opening")).toHaveCount(0);
  await expect.poll(async () => (await project(page)).annotations.length).toBe(annotations.length);
  const { same, top } = await reader(page, ID).evaluate((text) => ({ same: text === window.shownText, top: text.closest(".scroller").scrollTop }));
  expect(same).toBe(true);
  expect(Math.abs(top - 600)).toBeLessThan(3);
});
