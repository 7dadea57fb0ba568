// What browsers do differently: blocks that are not laid out, locales, the focus, missing interfaces. Each was a fault in one of them.
import {
  ARTICLES, CALLED_OFF, CRACKDOWN, SUMMIT, annotate, pickFiles, clickText, dragOver, expect, file, open, waitForPaint, quotes, reader, ready,
  scrollPosition, selectWord, test, waitSaved,
} from "./support.js";
import { boxedWords, commands, exportNative, currentHistoryEntry, inspector, annotationRows, occurrenceDialog, openProjects, relabelPalette, rescue, rescueHeading, openTab, tagAs } from "./interface.js";

const FAR_DOWN = "Richelieu Park in Dunkerque";

/** Whether a mark with this text is what the user sees in some place of the window. Rectangles of skipped blocks are not true. */
const isSeen = (page, text) =>
  page.evaluate((text) => {
    const mark = [...document.querySelectorAll("mark")].find((mark) => mark.textContent.startsWith(text.slice(0, 9)));
    const box = mark?.getClientRects()[0];
    return box !== undefined && mark.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2));
  }, text);

test("a tag far down in a long article, selected in the list, is in view", async ({ page }) => {
  await open(page);
  await annotate(page, CALLED_OFF, FAR_DOWN, "Location");
  await annotationRows(page).filter({ hasText: FAR_DOWN }).click();
  await expect.poll(() => isSeen(page, FAR_DOWN)).toBe(true);
  await waitForPaint(page);
  expect(await isSeen(page, FAR_DOWN), "and stays there").toBe(true);
});

/** The word that the user sees in the middle of an article's column. */
const wordInMiddle = (page, id) =>
  reader(page, id).evaluate((root) => {
    const frame = root.closest(".scroller").getBoundingClientRect();
    const [x, y] = [frame.left + frame.width / 2, frame.top + frame.height / 2];
    const place = document.caretPositionFromPoint?.(x, y) ?? document.caretRangeFromPoint(x, y);
    const [node, offset] = [place.offsetNode ?? place.startContainer, place.offset ?? place.startOffset];
    return root.contains(node) ? `${node.data?.slice(Math.max(0, offset - 12), offset + 12)}` : "none";
  });

test("after a reload, the same words of a long article are in the middle of its column", async ({ page }) => {
  await open(page);
  await annotate(page, CALLED_OFF, FAR_DOWN, "Location");
  await annotationRows(page).filter({ hasText: FAR_DOWN }).click();
  await expect.poll(() => isSeen(page, FAR_DOWN)).toBe(true);
  const words = await wordInMiddle(page, CALLED_OFF);
  expect(words).not.toBe("none");
  await waitSaved(page);
  await page.reload();
  await ready(page);
  await expect.poll(() => wordInMiddle(page, CALLED_OFF)).toBe(words);
});

test("a text that gets the focus does not scroll", async ({ page }) => {
  await open(page);
  await annotate(page, SUMMIT, "Talks", "Claim");
  const places = () => Promise.all(ARTICLES.map(({ id }) => scrollPosition(page, id)));
  const openers = { d: page.locator(".attribute-palette"), l: relabelPalette(page), r: page.locator(".link-popover"), "Control+k": commands(page) };
  for (const [key, opened] of Object.entries(openers)) {
    await clickText(page, SUMMIT, "Talks");
    await expect(inspector(page)).toContainText("Talks");
    await page.keyboard.press(key);
    await expect(opened).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(opened).toBeHidden();
    expect(await places(), `${key}, then Escape`).toEqual([0, 0, 0]);
    // So that the next click is not the second of a double click.
    await page.mouse.click(700, 5);
  }
  for (let i = 0; i < 6; i++) await page.keyboard.press("F6");
  expect(await places(), "F6").toEqual([0, 0, 0]);
});

test("every occurrence has a box behind it in the text, also after scrolling", async ({ page }) => {
  await open(page);
  await annotate(page, SUMMIT, "France", "Location");
  await clickText(page, SUMMIT, "France");
  await page.keyboard.press("a");
  await expect(occurrenceDialog(page)).toBeVisible();
  const allBoxed = async () => {
    const boxed = await boxedWords(page, "France");
    return boxed.length > 3 && boxed.every(Boolean);
  };
  await expect.poll(allBoxed).toBe(true);
  await scrollPosition(page, CRACKDOWN, 900);
  await expect.poll(allBoxed, "a block that came near").toBe(true);
  await page.keyboard.press("Escape");
  await expect(page.locator(".occurrence-boxes > *")).toHaveCount(0);
});

/** Takes from a browser whatever depends on its locale. */
const breakLocales = () => {
  const refuse = () => {
    throw new RangeError("invalid language tag: C");
  };
  Object.defineProperty(Navigator.prototype, "language", { get: () => "C" });
  Object.defineProperty(Navigator.prototype, "languages", { get: () => ["C"] });
  for (const name of Object.getOwnPropertyNames(Intl)) {
    if (typeof Intl[name] !== "function") continue;
    Object.defineProperty(Intl, name, { value: function () { refuse(); } });
  }
  for (const { prototype } of [Date, Number, String, Array, BigInt]) {
    for (const name of Object.getOwnPropertyNames(prototype)) {
      if (/^toLocale|^localeCompare/.test(name)) Object.defineProperty(prototype, name, { value: refuse });
    }
  }
};

test("no locale ends the program", async ({ page }) => {
  await page.addInitScript(breakLocales);
  await open(page);
  await dragOver(page, SUMMIT, "perilous migration route");
  await tagAs(page, "Claim");
  await expect.poll(() => quotes(page)).toEqual(["Claim: perilous migration route"]);
  await clickText(page, SUMMIT, "perilous");
  await expect(inspector(page), "times as they are stored").toContainText(/\d{4}-\d\d-\d\dT\d\d:\d\d/);
  await openTab(page, "History");
  await expect(currentHistoryEntry(page)).toBeVisible();
  for (const name of ["Entities", "Relations", "Annotations"]) await openTab(page, name);
  await waitSaved(page);
  await (await openProjects(page)).getByRole("button", { name: "Close" }).first().click();
  expect((await exportNative(page)).name).toBe("untitled-project.crossread.json");
  await page.reload();
  await ready(page);
  expect(await quotes(page)).toEqual(["Claim: perilous migration route"]);
});

test.describe("the rescue page", () => {
  test.use({ allowedErrors: /forced by a test|unreachable|RuntimeError|panicked at|The program has ended/ });

  test("shows saved projects in any locale", async ({ page }) => {
    await page.addInitScript(breakLocales);
    await open(page);
    await annotate(page, SUMMIT, "Talks", "Claim");
    await waitSaved(page);
    await page.evaluate(() => sessionStorage.setItem("crossread.test.panic", "edit"));
    await page.reload();
    await ready(page);
    await annotate(page, SUMMIT, "France", "Location").catch(() => {});
    await expect(rescueHeading(page)).toBeVisible();
    await expect(rescue(page).getByRole("listitem")).toContainText(/\d{4}-\d\d-\d\dT\d\d:\d\d/);
  });
});

test("the page works without the interfaces that WebKit does not have", async ({ page }) => {
  await page.addInitScript(() => {
    delete window.requestIdleCallback;
    delete window.cancelIdleCallback;
    delete window.showSaveFilePicker;
    delete Document.prototype.caretPositionFromPoint;
    Object.defineProperty(Navigator.prototype, "storage", { value: undefined });
  });
  test.skip(await page.evaluate(() => !document.caretRangeFromPoint), "without caretPositionFromPoint there is nothing here that tells places in the text");
  await open(page);
  await selectWord(page, SUMMIT, "Channel");
  await page.keyboard.press("3");
  await expect.poll(() => quotes(page)).toEqual(["Location: Channel"]);
  await waitSaved(page);
  const { name, bytes } = await exportNative(page);
  await page.keyboard.press("Control+z");
  await pickFiles(page, () => page.getByRole("button", { name: "Import" }).click(), [file(name, bytes, "application/json")]);
  await expect.poll(() => quotes(page)).toEqual(["Location: Channel"]);
  await (await openProjects(page)).getByRole("button", { name: "Close" }).first().click();
});

test("no dialog is higher than its content or the window", async ({ page }) => {
  await open(page);
  const height = () =>
    page.locator("dialog[open]").evaluate((dialog) => ({
      own: dialog.getBoundingClientRect().height,
      content: [...dialog.children].reduce((sum, child) => sum + child.scrollHeight, 0),
      body: dialog.querySelector(".dialog-body").clientHeight,
    }));
  for (const name of ["Paste text…", /^Projects: /, "Help", "Edit labels…"]) {
    await page.getByRole("button", { name, exact: typeof name === "string" }).first().click();
    const { own, content, body } = await height();
    expect(own, `${name}`).toBeLessThanOrEqual(Math.min(content + 4, 900 - 32));
    expect(body, `${name}: its content is seen`).toBeGreaterThan(60);
    await page.keyboard.press("Escape");
    await expect(page.locator("dialog[open]")).toHaveCount(0);
  }
});
