// Opens every view of the page in turn, so that a journey can check the texts in it.
import { expect } from "./support.js";
import { commandField, commands, editLabels, inspector, occurrenceDialog, openHelp, openProjects, searchField, searchOption, openTab } from "./interface.js";

const button = (scope, name, exact = true) => scope.getByRole("button", { name, exact });
const close = async (page, dialog) => {
  for (let i = 0; i < 3 && (await dialog.isVisible()); i++) await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
};
/** The texts of elements and the values of fields. */
export const shownTexts = (page, selector) => page.locator(selector).evaluateAll((all) => all.map((one) => (/^(input|textarea)$/.test(one.localName) ? one.value : one.textContent)));
/**
 * The same in a long list: only rows near the visible part are rendered, so it is scrolled from its start to
 * its end.
 */
const shownInList = (page, selector) =>
  page.evaluate(async (selector) => {
    let scroller = document.querySelector(selector) ?? document.querySelector(".tab-panel");
    while (scroller.scrollHeight <= scroller.clientHeight || !/auto|scroll/.test(getComputedStyle(scroller).overflowY)) {
      if (scroller.matches(".tab-panel, :root")) break;
      scroller = scroller.parentElement;
    }
    const texts = [];
    for (let top = 0; ; top += scroller.clientHeight) {
      scroller.scrollTop = top;
      // Rows are rendered after the browser has reported which are near the visible part.
      for (let i = 0; i < 4; i++) await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      texts.push(...[...document.querySelectorAll(selector)].map((one) => one.textContent));
      if (scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1) break;
    }
    scroller.scrollTop = 0;
    return texts;
  }, selector);
/**
 * Clicks each of the rows of the open tab's list in turn, scrolling until it is rendered, and collects the texts of `selectors`
 * (by name) after each click. A clicked annotation becomes selected; a clicked entity replaces the list until `back` is clicked.
 * All of it happens in the page, because some lists have hundreds of rows.
 */
const visitRows = (page, visit) =>
  page.evaluate(async ({ rows, count, selectors, back }) => {
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const textOf = (one) => (/^(input|textarea)$/.test(one.localName) ? one.value : one.textContent);
    const until = async (isDone, what) => {
      const deadline = performance.now() + 30_000;
      while (!isDone()) {
        if (performance.now() > deadline) throw new Error(what);
        await frame();
      }
    };
    const scrollOn = () => {
      let scroller = document.querySelector(rows);
      while (!scroller.matches(".tab-panel")) {
        if (scroller.scrollHeight > scroller.clientHeight && /auto|scroll/.test(getComputedStyle(scroller).overflowY)) break;
        scroller = scroller.parentElement;
      }
      const top = scroller.scrollTop;
      scroller.scrollTop += scroller.clientHeight + 800;
      if (scroller.scrollTop === top) scroller.scrollTop = 0;
    };
    const texts = Object.fromEntries(Object.keys(selectors).map((name) => [name, []]));
    for (let index = 0; index < count; index++) {
      const row = () => document.querySelector(`${rows}[data-index="${index}"]`);
      for (let frames = 1; !row(); frames++) {
        if (frames > 600) throw new Error(`row ${index} is not rendered`);
        // Rows within 1,000 pixels of the visible part are rendered, some frames after it was scrolled.
        if (frames % 6 === 0) scrollOn();
        await frame();
      }
      row().click();
      await until(() => row()?.getAttribute("aria-selected") === "true" || !document.querySelector(rows), `row ${index} was not opened`);
      await frame();
      for (const [name, selector] of Object.entries(selectors)) texts[name].push(...[...document.querySelectorAll(selector)].map(textOf));
      if (back) {
        document.querySelector(back)?.click();
        await until(() => document.querySelector(rows), "the list is not shown again");
      }
    }
    return texts;
  }, visit);
/** The text as a single-line field contains it. */
const singleLine = (text) => text.replace(/[\r\n]/g, "");
/** Waits until the next frame is drawn. */
const nextFrame = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

/**
 * Opens every view of a project made by `projectOf`, and calls `check` for each with the name of the view, the texts in it,
 * and the strings that must be among them.
 */
export async function everyView(page, strings, check) {
  const report = (name, texts, wanted = strings) => check(name, texts, wanted);
  await report("header", await shownTexts(page, ".project-title"), [strings[0]]);
  await report("labels in the header", await shownTexts(page, ".label-button > span:not(.swatch)"));
  await report("list of articles", await shownInList(page, ".article-name"));
  await report("heading of the column", await shownTexts(page, ".column-title h2"), [strings[0]]);
  const text = (await shownTexts(page, "[role=document] .block")).join("");
  await report("article", strings.filter((one) => text.includes(`\n${one}\n`)));
  await report("tags in the article", await shownTexts(page, "mark[data-annotation]"));
  await page.evaluate(() => document.querySelectorAll("details.guidelines").forEach((one) => (one.open = true)));
  await report("guidelines", await shownTexts(page, ".guidelines dt, .guidelines dd, .guidelines b"), []);
  await report("descriptions in the guidelines", await shownTexts(page, ".guidelines dd"));
  await hoverCards(page, report);
  await annotationList(page, report, strings);
  await entityList(page, report);
  await openTab(page, "Relations");
  await report("relations", await shownInList(page, ".relation-type"), strings.slice(0, -1));
  await report("notes of relations", await shownInList(page, ".relation-row .row-note"), strings.slice(1));
  await openTab(page, "History");
  await report("history", await shownInList(page, ".history [role=listitem]"), []);
  await openTab(page, "Annotations");
  await dialogs(page, report, strings);
}

/** The hover card of each tag that is drawn. */
async function hoverCards(page, report) {
  const texts = await page.evaluate(async () => {
    const found = [];
    for (const mark of document.querySelectorAll("mark[data-annotation]")) {
      mark.scrollIntoView({ block: "center", behavior: "instant" });
      const { left, top, height } = mark.getClientRects()[0];
      mark.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, pointerType: "mouse", clientX: left + 1, clientY: top + height / 2 }));
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      found.push(...[...document.querySelectorAll(".hover-card:not([hidden]) b, .hover-card:not([hidden]) .muted")].map((one) => one.textContent));
      mark.dispatchEvent(new PointerEvent("pointerleave", { pointerType: "mouse" }));
    }
    return found;
  });
  await report("cards of tags", texts);
}

/** Each tag in the list, and in the inspector after it is selected. */
async function annotationList(page, report, strings) {
  await openTab(page, "Annotations");
  await report("list of tags", await shownInList(page, ".row-entry .row-text"));
  await report("notes in the list of tags", await shownInList(page, ".row-entry .row-note"));
  const texts = await visitRows(page, {
    rows: ".row-entry", count: strings.length,
    selectors: {
      quote: ".inspector-text",
      note: ".inspector textarea",
      attribute: ".inspector .attributes input:not([type=radio]):not([type=checkbox]), .inspector .attributes textarea, .inspector .attributes label, .inspector .attributes option",
      label: ".inspector select[aria-label=Label] option:checked",
      entity: ".inspector .mention-name",
    },
  });
  for (const [name, all] of Object.entries(texts)) await report(`${name} in the inspector`, all, name === "label" ? [] : strings);
}

/** Each entity in the list of entities, and opened. */
async function entityList(page, report) {
  await openTab(page, "Entities");
  await expect(page.getByRole("list", { name: "Entities" })).toBeVisible();
  await report("list of entities", await shownInList(page, ".entity-entry .row-text"));
  const count = await page.evaluate(() => window.crossread.project().entities.length);
  const { name } = await visitRows(page, {
    rows: ".entity-entry", count, selectors: { name: ".entity-heading span:last-child" }, back: "button.back",
  });
  await report("opened entities", name);
}

async function dialogs(page, report, strings) {
  await page.evaluate(() => document.querySelectorAll(".row-entry")[0].click());
  await expect(inspector(page)).toBeVisible();
  await button(inspector(page), /^Every occurrence/, false).click();
  await expect(occurrenceDialog(page)).toBeVisible();
  await report("occurrences", await shownTexts(page, "dialog *"), []);
  await close(page, occurrenceDialog(page));

  await button(page, "Commands").click();
  await expect(commandField(page)).toBeFocused();
  await commandField(page).fill(strings[0].slice(0, 40));
  await nextFrame(page);
  await report("commands", await shownTexts(page, "dialog [role=option]"), []);
  await close(page, commands(page));

  const labels = await editLabels(page);
  await report("schema editor", await shownTexts(page, "dialog input, dialog textarea, dialog button, dialog option"), []);
  for (const section of ["Relation types", "About each article", "Presets and files"]) {
    await button(labels.getByRole("group", { name: "Parts of the schema" }), section).click();
    await report(section, await shownTexts(page, "dialog input[type=text]"), section === "Relation types" ? strings.slice(0, -1).map(singleLine) : []);
  }
  await close(page, labels);

  const projects = await openProjects(page);
  await report("projects", await shownTexts(page, "dialog .project-words b"), [strings[0]]);
  await projects.getByRole("listitem").first().getByRole("button", { name: /^Rename/ }).click();
  await report("renaming a project", await shownTexts(page, "dialog input[name=title]"), [strings[0]]);
  await close(page, projects);

  await page.locator(".column-head button[title='Title, source, date']").first().click();
  const about = page.getByRole("dialog", { name: "About this article" });
  await report("about an article", await shownTexts(page, "dialog input, dialog textarea"), [strings[0]]);
  await close(page, about);
  await openHelp(page);
  await report("help", await shownTexts(page, "dialog *"), []);
  await close(page, page.getByRole("dialog", { name: "Help" }));

  for (const text of [...new Set([strings[0], strings.at(-1), strings[Math.floor(strings.length / 2)]])]) {
    await searchField(page).fill(text.split("\n")[0].trim());
    await expect(page.locator(".search-count, .search .problem").filter({ hasText: /\S/ }).first()).toBeVisible();
    await report("search", await shownTexts(page, ".search *"), []);
    await searchOption(page, /regular/i).click();
    await nextFrame(page);
    await report("search by expression", await shownTexts(page, ".search *"), []);
    await searchOption(page, /regular/i).click();
  }
  await searchField(page).fill("");
}
