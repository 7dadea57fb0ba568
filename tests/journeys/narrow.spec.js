// Small windows: a phone, a phone on its side, and a window zoomed to 400 % (WCAG 1.4.10). Everything can be reached, and most of the
// window is text.
import { axeViolations, axeViolationsInBothSchemes } from "./axe.js";
import { SUMMIT, annotate, clickText, expect, file, open, waitForPaint, quotes, reader, ready, selectWord, test } from "./support.js";
import { articleList, inspector, newProject, openTab, openTexts, palette, searchField } from "./interface.js";

const SIZES = [[640, 512], [667, 375], [500, 317], [375, 238], [320, 256]];
const button = (page, name) => page.getByRole("button", { name, exact: true });

/** The buttons and fields of the bar that are covered by something else, at their centre. */
const covered = (page, root = ".bar") =>
  page.locator(root).evaluate((bar) =>
    [...bar.querySelectorAll("button")].filter((one) => one.getClientRects().length > 0).flatMap((one) => {
      const strip = one.closest(".labels-row");
      if (strip) one.scrollIntoView({ block: "nearest", inline: "center", behavior: "instant" });
      const box = one.getBoundingClientRect();
      const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return one.contains(top) ? [] : [`${one.textContent}: ${top?.outerHTML.slice(0, 80)}`];
    }),
  );
/** How much of the window's height is text, in the first column. */
const share = (page) => page.locator(".scroller").first().evaluate((it) => it.getBoundingClientRect().height / innerHeight);
/** The controls in an element that cannot be scrolled into it, and those that are wider than it. */
const outside = (root) =>
  [...root.querySelectorAll("button, input, select, textarea")].filter((one) => one.getClientRects().length > 0 && one.type !== "file").flatMap((one) => {
    one.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    const [box, frame] = [one.getBoundingClientRect(), root.getBoundingClientRect()];
    const top = document.elementFromPoint(box.left + box.width / 2, Math.max(box.top, frame.top) + Math.min(box.height, 20) / 2);
    const isInside = box.left >= frame.left - 1 && box.right <= frame.right + 1;
    return isInside && (one.contains(top) || top?.closest("label")?.contains(one)) ? [] : [`${one.outerHTML.slice(0, 100)} under ${top?.outerHTML.slice(0, 80)}`];
  });
const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

for (const [width, height] of SIZES) {
  test.describe(`${width} by ${height}`, () => {
    test.use({ viewport: { width, height } });
    test("most of the window is text, and nothing covers anything", async ({ page }) => {
      await open(page, { articles: [] });
      await annotate(page, SUMMIT, "Calais", "Location");
      expect(await share(page)).toBeGreaterThan(0.55);
      expect(await covered(page)).toEqual([]);
      expect(await sideways(page)).toBeLessThanOrEqual(0);
      expect(await axeViolationsInBothSchemes(page)).toEqual([]);
    });

    test("the menu, labels, articles and tags are one click away", async ({ page }) => {
      await open(page, { articles: [] });
      await annotate(page, SUMMIT, "Calais", "Location");
      await button(page, "Menu").click();
      await expect(button(page, "Export")).toBeVisible();
      // The menu lies over the labels.
      expect(await covered(page, ".bar-row")).toEqual([]);
      expect(await axeViolationsInBothSchemes(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await expect(button(page, "Export")).toBeHidden();
      if (height <= 352) {
        await button(page, "Labels").click();
        await expect(button(page.getByRole("toolbar", { name: "Labels" }), "Organization")).toBeVisible();
        expect(await axeViolationsInBothSchemes(page)).toEqual([]);
        await page.keyboard.press("Escape");
        await selectWord(page, SUMMIT, "Europol");
        await page.locator(".palette").getByRole("menuitem", { name: "Organization", exact: true }).click();
        await expect.poll(() => quotes(page)).toContain("Organization: Europol");
      }
      await button(page, "Articles").click();
      await expect(searchField(page)).toBeVisible();
      expect(await axeViolationsInBothSchemes(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await expect(articleList(page)).toBeHidden();
      await clickText(page, SUMMIT, "Calais");
      await button(page, "Tags").click();
      await expect(inspector(page)).toBeVisible();
      for (const name of ["Entities", "Relations", "History", "Annotations"]) await openTab(page, name);
      expect(await axeViolationsInBothSchemes(page)).toEqual([]);
      expect(await sideways(page)).toBeLessThanOrEqual(0);
      await button(page, "Tags").click();
      expect(await share(page)).toBeGreaterThan(0.55);
    });
  });

  test(`at ${width} by ${height}, keys reach everything in the bar`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page, { articles: [] });
    await reader(page, SUMMIT).focus();
    const reached = new Set();
    const name = () => page.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent);
    for (let i = 0; i < 30; i++) {
      await page.keyboard.press("Shift+Tab");
      reached.add((await name()).trim());
      if ((await name()).trim() === "Menu") {
        await page.keyboard.press("Enter");
        await page.keyboard.press("Tab");
        for (let j = 0; j < 12; j++) {
          reached.add((await name()).trim());
          await page.keyboard.press("Tab");
        }
        await page.keyboard.press("Escape");
        await button(page, "Menu").focus();
      }
    }
    for (const expected of ["Articles", "Tags", "Menu", "Import", "Export", "Other formats", "Help"]) {
      expect([...reached], expected).toContain(expected);
    }
    expect([...reached].some((one) => one.startsWith("Commands"))).toBe(true);
    expect([...reached].some((one) => one.startsWith("Projects: "))).toBe(true);
  });
}

test("a window that is zoomed shows text, whatever was shown beside it", async ({ page }) => {
  await open(page);
  await expect(inspector(page)).toBeVisible();
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    await waitForPaint(page);
    expect(await share(page), `${width} by ${height}`).toBeGreaterThan(0.55);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(inspector(page)).toBeVisible();
  await expect(articleList(page)).toBeVisible();
});

test("the strip of labels is scrolled by mouse, and shows the active label at once", async ({ page }) => {
  const isInView = (locator) => locator.evaluate((it) => {
    const box = it.getBoundingClientRect();
    return it.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2));
  });
  await page.setViewportSize({ width: 640, height: 512 });
  await open(page, { articles: [] });
  const strip = page.locator(".labels-row");
  expect(await strip.evaluate((it) => it.scrollWidth > it.clientWidth)).toBe(true);
  expect(await strip.evaluate((it) => getComputedStyle(it).scrollbarWidth), "a mouse without a wheel needs it").toBe("thin");
  await page.setViewportSize({ width: 390, height: 844 });
  await button(page, "Keep active").evaluate((it) => it.click());
  await button(page.getByRole("toolbar", { name: "Labels" }), "Person").evaluate((it) => it.click());
  const shown = page.locator(".active-label");
  for (const at of [0, 2000]) {
    await strip.evaluate((it, at) => it.scrollTo({ left: at, behavior: "instant" }), at);
    expect(await isInView(shown.locator(".active-label-name")), `at ${at}`).toBe(true);
    expect(await isInView(button(page, "Stop")), `at ${at}`).toBe(true);
  }
  for (const [width, height] of [[375, 238], [320, 256]]) {
    await page.setViewportSize({ width, height });
    const toggle = page.getByRole("button", { name: /^Labels.*Person/ });
    await expect(toggle).toBeVisible();
    expect(await covered(page)).toEqual([]);
    expect(await axeViolations(page)).toEqual([]);
    await toggle.click();
    await expect(shown).toBeVisible();
    expect(await isInView(button(page, "Stop"))).toBe(true);
    await page.keyboard.press("Escape");
  }
});

for (const [width, height] of [[320, 256], [375, 238]]) {
  test(`every dialog and popover fits into ${width} by ${height}`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height });
    await open(page, { articles: [] });
    await annotate(page, SUMMIT, "Calais", "Location");
    await annotate(page, SUMMIT, "Talks began in France", "Claim");
    const dialog = page.locator("dialog[open]");
    /** It is in the window, its content is not cut off at the sides, and what it has can be scrolled to. */
    const check = async (name, locator) => {
      await expect(locator, name).toBeVisible();
      await waitForPaint(page);
      const box = await locator.boundingBox();
      expect.soft(box.x, name).toBeGreaterThanOrEqual(0);
      expect.soft(box.y, name).toBeGreaterThanOrEqual(0);
      expect.soft(box.x + box.width, name).toBeLessThanOrEqual(width);
      expect.soft(box.y + box.height, name).toBeLessThanOrEqual(height);
      const tooWide = await locator.evaluate((it) => [it, ...it.querySelectorAll("*")].filter((one) => one.matches(".dialog-body, .dialog, .palette, .link-popover") && one.scrollWidth > one.clientWidth + 1).map((one) => one.className));
      expect.soft(tooWide, name).toEqual([]);
      expect.soft(await locator.evaluate(outside), name).toEqual([]);
      expect.soft(await axeViolations(page), name).toEqual([]);
    };
    const opened = async (name) => {
      await check(name, dialog);
      await page.keyboard.press("Escape");
      await expect(dialog, name).toBeHidden();
    };
    const fromMenu = async (name) => {
      await button(page, "Menu").click();
      await button(page, name).click();
    };
    await page.getByRole("button", { name: /^Projects: / }).click();
    await opened("Projects");
    await fromMenu("Other formats");
    await opened("Export");
    await button(page, "Labels").click();
    await button(page, "Edit labels…").click();
    await opened("Edit labels");
    await page.getByRole("button", { name: /^Details of/ }).click();
    await opened("Edit article");
    for (const [name, files] of [["one", 1], ["many", 4]]) {
      await button(page, "Articles").click();
      await openTexts(page, Array.from({ length: files }, (_, i) => file(`text ${i}.txt`, "A text of some words. ".repeat(30))));
      await check(`Add articles: ${name}`, dialog);
      await dialog.getByRole("textbox").first().fill("Another title");
      await page.keyboard.press("Escape");
      await check(`Add articles: ${name}, question`, dialog);
      await dialog.getByRole("button", { name: /Discard/ }).click();
      await expect(dialog).toBeHidden();
      await page.keyboard.press("Escape");
    }
    await clickText(page, SUMMIT, "Calais");
    await page.keyboard.press("a");
    await opened("Occurrences");
    for (const [key, selector] of [["d", ".attribute-palette:not([hidden])"], ["r", ".link-popover"]]) {
      await clickText(page, SUMMIT, "Talks began");
      await page.keyboard.press(key);
      await check(`key ${key}`, page.locator(selector));
      if (key === "r") {
        await page.keyboard.press("1");
        await check("the other tag", page.locator(selector));
      }
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
    }
  });
}

test("the palette and dialogs fit into the smallest window", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await open(page, { articles: [] });
  await selectWord(page, SUMMIT, "Europol");
  const fits = async (locator) => {
    const box = await locator.boundingBox();
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(320);
    expect(box.y + box.height).toBeLessThanOrEqual(256);
  };
  await expect(palette(page)).toBeVisible();
  await fits(page.locator(".palette:not([hidden])").first());
  await page.keyboard.press("Escape");
  await reader(page, SUMMIT).focus();
  for (const key of ["?", "Control+k"]) {
    await page.keyboard.press(key);
    await expect(page.getByRole("dialog")).toBeVisible();
    await fits(page.getByRole("dialog"));
    await page.keyboard.press("Escape");
  }
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test("the first line of text is in the first quarter of the screen", async ({ page }) => {
    await open(page, { articles: [] });
    const top = await page.locator(".block").first().evaluate((it) => it.getBoundingClientRect().top);
    expect(top).toBeLessThanOrEqual(844 / 4);
    await page.keyboard.press("/");
    await expect(searchField(page)).toBeFocused();
    await searchField(page).fill("Calais");
    await page.locator(".places .found").first().tap();
    await expect(articleList(page), "the text is seen").toBeHidden();
  });
});

test.describe("panels", () => {
  const separator = (page, name) => page.getByRole("separator", { name });
  const widthOf = (page, id) => page.locator(id).evaluate((it) => Math.round(it.getBoundingClientRect().width));
  const value = async (locator) => Number(await locator.getAttribute("aria-valuenow"));

  test("are resized by mouse and keys, hidden, and stay so", async ({ page }) => {
    await open(page);
    const left = separator(page, "Width of the articles panel");
    const side = separator(page, "Width of the tags panel");
    expect(await value(left)).toBe(await widthOf(page, "#left"));
    expect(await value(side)).toBe(await widthOf(page, "#side"));
    const box = await left.boundingBox();
    await page.mouse.move(box.x + box.width / 2, 500);
    await page.mouse.down();
    await page.mouse.move(300, 520, { steps: 5 });
    await page.mouse.up();
    expect(Math.abs((await widthOf(page, "#left")) - 300)).toBeLessThanOrEqual(3);
    const before = await widthOf(page, "#side");
    await side.focus();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Shift+ArrowLeft");
    await expect.poll(() => widthOf(page, "#side")).toBe(before + 80);
    expect(await value(side)).toBe(before + 80);
    await page.keyboard.press("Home");
    await expect.poll(() => widthOf(page, "#side")).toBe(await side.getAttribute("aria-valuemin").then(Number));
    await page.keyboard.press("End");
    await expect.poll(() => widthOf(page, "#side")).toBe(await side.getAttribute("aria-valuemax").then(Number));
    await page.keyboard.press("Shift+ArrowRight");
    const chosen = await widthOf(page, "#side");
    expect(await axeViolations(page)).toEqual([]);
    await page.reload();
    await ready(page);
    await expect(inspector(page)).toBeVisible();
    await expect.poll(() => widthOf(page, "#side")).toBe(chosen);
    expect(Math.abs((await widthOf(page, "#left")) - 300)).toBeLessThanOrEqual(3);
    const edge = await left.boundingBox();
    await page.mouse.dblclick(edge.x + edge.width / 2, 500);
    await expect.poll(() => widthOf(page, "#left")).toBe(224);

    await button(page, "Articles").click();
    await expect(articleList(page)).toBeHidden();
    await expect(left).toBeHidden();
    await page.reload();
    await ready(page);
    await expect(reader(page, SUMMIT)).toBeVisible();
    await expect(articleList(page)).toBeHidden();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("Show the panel of articles");
    await page.keyboard.press("Enter");
    await expect(articleList(page)).toBeVisible();
    await button(page, "Tags").click();
    await page.reload();
    await ready(page);
    await expect(reader(page, SUMMIT)).toBeVisible();
    await expect(inspector(page)).toBeHidden();
    // Also in another project.
    await newProject(page, "Other", { samples: true });
    await expect(reader(page, SUMMIT)).toBeVisible();
    await expect(inspector(page)).toBeHidden();
    await button(page, "Tags").click();
    expect(await widthOf(page, "#side")).toBe(chosen);
  });

  test("together leave room for the text, and follow the window", async ({ page }) => {
    await open(page);
    for (const name of ["Width of the articles panel", "Width of the tags panel"]) {
      await separator(page, name).focus();
      await page.keyboard.press("End");
    }
    const narrowest = () => page.locator(".column").evaluateAll((all) => Math.min(...all.map((it) => it.getBoundingClientRect().width)));
    await expect.poll(narrowest).toBeGreaterThanOrEqual(191);
    await page.setViewportSize({ width: 1170, height: 900 });
    await expect.poll(narrowest).toBeGreaterThanOrEqual(191);
    for (const [name, id] of [["Width of the articles panel", "#left"], ["Width of the tags panel", "#side"]]) {
      expect(await value(separator(page, name)), name).toBe(await widthOf(page, id));
    }
    await page.setViewportSize({ width: 390, height: 844 });
    await button(page, "Tags").click();
    await expect(separator(page, "Height of the tags panel")).toHaveAttribute("aria-orientation", "horizontal");
    await page.setViewportSize({ width: 844, height: 390 });
    const turned = separator(page, "Width of the tags panel");
    await expect(turned).toHaveAttribute("aria-orientation", "vertical");
    await expect(turned).toHaveAttribute("aria-valuemax", "422");
    expect(await value(turned)).toBe(await widthOf(page, "#side"));
  });

  test("the slash shows the search of a hidden panel", async ({ page }) => {
    await open(page);
    await button(page, "Articles").click();
    await reader(page, SUMMIT).focus();
    await page.keyboard.press("/");
    await expect(searchField(page)).toBeFocused();
  });

  test.describe("by touch", () => {
    test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    test("the panel below the text is resized by a finger", async ({ page }) => {
      await open(page, { articles: [] });
      await button(page, "Tags").tap();
      const bar = separator(page, "Height of the tags panel");
      const box = await bar.boundingBox();
      const session = await page.context().newCDPSession(page);
      const touch = (type, y) => session.send("Input.dispatchTouchEvent", { type, touchPoints: y ? [{ x: 195, y }] : [] });
      await touch("touchStart", box.y + box.height / 2);
      for (const y of [480, 440, 400]) await touch("touchMove", y);
      await touch("touchEnd");
      const height = () => page.locator("#side").evaluate((it) => Math.round(it.getBoundingClientRect().height));
      await expect.poll(height).toBeGreaterThan(430);
      const chosen = await height();
      await page.reload();
      await ready(page);
      await expect(inspector(page)).toBeVisible();
      await expect.poll(height).toBe(chosen);
    });
  });
});

test.describe("fingers", () => {
  for (const [width, height] of [[390, 844], [667, 375], [1024, 768]]) {
    test.describe(`${width} by ${height}`, () => {
      test.use({ viewport: { width, height }, hasTouch: true, isMobile: true });
      /** The controls that are too small for a finger, and fields in which iOS zooms. */
      const small = (page, scene) =>
        page.evaluate((scene) => {
          const faults = [];
          const selector = "button, select, summary, input, textarea, [role=option], [role=tab], [role=menuitem]";
          for (const one of document.querySelectorAll(selector)) {
            const isTick = one.matches("[type=checkbox], [type=radio]");
            const target = isTick ? (one.closest("label") ?? one) : one;
            const box = target.getBoundingClientRect();
            if (box.width === 0 || one.closest("[hidden], .visually-hidden, [aria-hidden=true]") || one.type === "file") continue;
            if (box.height < 43.5 || box.width < 43.5) {
              faults.push(`${scene}: ${Math.round(box.width)} by ${Math.round(box.height)}: ${one.outerHTML.slice(0, 120)}`);
            }
            if (one.matches("[role=option]") && one.scrollHeight > one.clientHeight + 2) faults.push(`${scene}: rows overlap: ${one.outerHTML.slice(0, 120)}`);
            const size = parseFloat(getComputedStyle(one).fontSize);
            if (one.matches("input, select, textarea") && size < 16) faults.push(`${scene}: ${size} px: ${one.outerHTML.slice(0, 120)}`);
          }
          // What is drawn small and hit in a larger area around it.
          for (const one of document.querySelectorAll("[role=separator], .handle")) {
            const isStart = one.matches("[data-edge=start]");
            const lines = one.matches(".handle") ? [...one.parentElement.getClientRects()] : [one.getBoundingClientRect()];
            const box = lines.at(isStart ? 0 : -1) ?? new DOMRect();
            const [x, y] = one.matches(".handle") ? [isStart ? box.left : box.right, box.top + box.height / 2] : [box.left + box.width / 2, box.top + box.height / 2];
            if (box.width === 0 || document.querySelector("dialog[open]") || one.closest("[hidden]")) continue;
            const column = one.closest(".scroller")?.getBoundingClientRect();
            // A handle that something lies over, such as the palette, is not hit at all.
            if (column && !document.elementFromPoint(x, y)?.closest(".text")) continue;
            const direction = one.getAttribute("aria-orientation") === "horizontal" ? [0, 1] : [1, 0];
            const reach = one.matches(".handle") ? (isStart ? [-36, 4] : [-4, 36]) : [-20, 20];
            for (const by of reach) {
              if (column && (x + by < column.left || x + by >= column.right)) continue;
              const hit = document.elementFromPoint(x + by * direction[0], y + by * direction[1]);
              // Something else that floats there, or that fingers hit too.
              if (hit?.closest(".palette, .full-text, .link-popover, .entity-offer, [role=separator], .handle")) continue;
              if (!hit || !(hit === one || one.contains(hit))) faults.push(`${scene}: ${by} px beside ${one.outerHTML.slice(0, 80)} is ${hit?.outerHTML.slice(0, 80)}`);
            }
          }
          return faults;
        }, scene);

      test("all controls are at least 44 pixels large, and no field makes a phone zoom", async ({ page }) => {
        await open(page, { articles: [] });
        await annotate(page, SUMMIT, "Calais", "Location");
        await annotate(page, SUMMIT, "were discussing the crisis in Calais in northern France", "Claim");
        const found = await small(page, "reading");
        const isCompact = width <= 896;
        if (isCompact) {
          await button(page, "Menu").tap();
          found.push(...(await small(page, "menu")));
          await page.keyboard.press("Escape");
          await button(page, "Articles").tap();
        }
        found.push(...(await small(page, "articles")));
        await page.keyboard.press("Escape");
        await reader(page, SUMMIT).focus();
        for (const key of [".", "d", "Escape", "l", "Escape", "r", "1", "Escape", "Escape", "Escape", "."]) {
          await page.keyboard.press(key);
          found.push(...(await small(page, `key ${key}`)));
        }
        if (await inspector(page).isHidden()) await button(page, "Tags").tap();
        for (const name of ["Annotations", "Entities", "Relations", "History"]) {
          await openTab(page, name);
          found.push(...(await small(page, name)));
        }
        await reader(page, SUMMIT).focus();
        for (const key of ["?", "Control+k", "a"]) {
          await page.keyboard.press(key);
          await waitForPaint(page);
          found.push(...(await small(page, `key ${key}`)));
          await page.keyboard.press("Escape");
        }
        for (const name of [/^Projects: /, "Edit labels…"]) {
          await page.getByRole("button", { name }).first().evaluate((it) => it.click());
          await expect(page.getByRole("dialog")).toBeVisible();
          found.push(...(await small(page, String(name))));
          await page.keyboard.press("Escape");
        }
        expect([...new Set(found)]).toEqual([]);
      });
    });
  }
});
