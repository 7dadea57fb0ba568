// Every view of the page, each opened and left, so that a journey can look at what stands in it.
import { expect } from "./support.js";
import { commandField, commands, editLabels, inspector, occurrenceSheet, openHelp, openProjects, searchField, searchSwitch, tab } from "./interface.js";

const button = (scope, name, exact = true) => scope.getByRole("button", { name, exact });
const close = async (page, dialog) => {
  for (let i = 0; i < 3 && (await dialog.isVisible()); i++) await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
};
/** The texts of elements, and the values of fields, as they stand there. */
export const shown = (page, selector) => page.locator(selector).evaluateAll((all) => all.map((one) => (/^(input|textarea)$/.test(one.localName) ? one.value : one.textContent)));
/**
 * The same in the long list of the open tab: only rows near the visible part are rendered, so it is scrolled from its start to
 * its end.
 */
const shownInList = (page, selector) =>
  page.evaluate(async (selector) => {
    let scroller = document.querySelector(selector) ?? document.querySelector(".tab-panel");
    while (scroller.scrollHeight <= scroller.clientHeight || !/auto|scroll/.test(getComputedStyle(scroller).overflowY)) {
      if (scroller.matches(".tab-panel")) break;
      scroller = scroller.parentElement;
    }
    const texts = [];
    for (let top = 0; ; top += scroller.clientHeight + 800) {
      scroller.scrollTop = top;
      // The rows are rendered after the browser has reported which are near.
      for (let i = 0; i < 4; i++) await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      texts.push(...[...document.querySelectorAll(selector)].map((one) => one.textContent));
      if (scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1) break;
    }
    scroller.scrollTop = 0;
    return texts;
  }, selector);
/** Scrolls the list of the open tab down from where it is, then from its start, until the row of this index is rendered, and clicks it; whether there is one. */
const clickRow = (page, selector, index) =>
  page.evaluate(async ([selector, index]) => {
    const row = () => document.querySelector(`${selector}[data-index="${index}"]`);
    let scroller = document.querySelector(selector);
    while (scroller.scrollHeight <= scroller.clientHeight || !/auto|scroll/.test(getComputedStyle(scroller).overflowY)) {
      if (scroller.matches(".tab-panel")) break;
      scroller = scroller.parentElement;
    }
    const frames = async () => {
      for (let i = 0; i < 4; i++) await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    };
    const deadline = performance.now() + 10_000;
    while (!row()) {
      const top = scroller.scrollTop;
      // Rows within 1,000 pixels of what can be seen are rendered.
      scroller.scrollTop += scroller.clientHeight + 800;
      await frames();
      if (performance.now() > deadline) return false;
      if (scroller.scrollTop === top) scroller.scrollTop = 0;
    }
    row().click();
    // An annotation is selected; an entity takes the place of the list.
    const isDone = () => row()?.getAttribute("aria-selected") === "true" || !document.querySelector(selector);
    while (!isDone() && performance.now() < deadline) await frames();
    return isDone();
  }, [selector, index]);
/** As a field of one line has it. */
const line = (text) => text.replace(/[\r\n]/g, "");
/** Presses one after the other without waiting for each to be looked at: what matters is that it was drawn. */
const frame = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

/**
 * Opens every view of a project made by `projectOf`, and calls back with the view's name and the texts in it. The
 * callback is told `[name, texts, strings that must be among them]`.
 */
export async function everyView(page, strings, look) {
  const say = (name, texts, wanted = strings) => look(name, texts, wanted);
  await say("header", await shown(page, ".project-title"), [strings[0]]);
  await say("labels in the header", await shown(page, ".label-button > span:not(.swatch)"));
  await say("list of articles", await shown(page, ".article-name"));
  await say("heading of the column", await shown(page, ".column-title h2"), [strings[0]]);
  const text = (await shown(page, "[role=document] .block")).join("");
  await say("article", strings.filter((one) => text.includes(`\n${one}\n`)));
  await say("tags in the article", await shown(page, "mark[data-annotation]"));
  await page.evaluate(() => document.querySelectorAll("details.guidelines").forEach((one) => (one.open = true)));
  await say("guidelines", await shown(page, ".guidelines dt, .guidelines dd, .guidelines b"), []);
  await say("descriptions in the guidelines", await shown(page, ".guidelines dd"));
  await cards(page, say);
  await rows(page, say, strings);
  await registry(page, say);
  await tab(page, "Relations");
  await say("relations", await shownInList(page, ".relation-type"), strings.slice(0, -1));
  await say("notes of relations", await shownInList(page, ".relation-row .row-note"), strings.slice(1));
  await tab(page, "History");
  await say("history", await shown(page, "#tab-panel li"), []);
  await tab(page, "Annotations");
  await dialogs(page, say, strings);
}

/** The card of each tag that is drawn. */
async function cards(page, say) {
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
  await say("cards of tags", texts);
}

/** Each tag in the list, and in the inspector when it is selected. */
async function rows(page, say, strings) {
  await tab(page, "Annotations");
  await say("list of tags", await shownInList(page, ".row-entry .row-text"));
  await say("notes in the list of tags", await shownInList(page, ".row-entry .row-note"));
  const texts = { quote: [], note: [], attribute: [], label: [], entity: [] };
  for (let i = 0; i < strings.length; i++) {
    expect(await clickRow(page, ".row-entry", i), "a tag to select").toBe(true);
    await frame(page);
    const add = async (name, selector) => texts[name].push(...(await shown(page, selector)));
    await add("quote", ".inspector-text");
    await add("note", ".inspector textarea");
    await add("attribute", ".inspector .attributes input:not([type=radio]):not([type=checkbox]), .inspector .attributes textarea, .inspector .attributes label, .inspector .attributes option");
    await add("label", ".inspector select[aria-label=Label] option:checked");
    await add("entity", ".inspector .mention-name");
  }
  for (const [name, all] of Object.entries(texts)) await say(`${name} in the inspector`, all, name === "label" ? [] : strings);
}

/** Each entity in the registry, and alone. */
async function registry(page, say) {
  await tab(page, "Entities");
  const texts = [];
  await expect(page.getByRole("list", { name: "Entities" })).toBeVisible();
  await say("registry of entities", await shownInList(page, ".entity-entry .row-text"));
  const count = await page.evaluate(() => window.crossread.project().entities.length);
  for (let i = 0; i < count; i++) {
    expect(await clickRow(page, ".entity-entry", i), "an entity to open").toBe(true);
    await frame(page);
    texts.push(...(await shown(page, ".entity-heading span:last-child")));
    await page.evaluate(() => document.querySelector("button.back")?.click());
    await frame(page);
  }
  await say("entities alone", texts);
}

async function dialogs(page, say, strings) {
  await page.evaluate(() => document.querySelectorAll(".row-entry")[0].click());
  await expect(inspector(page)).toBeVisible();
  await button(inspector(page), /^Every occurrence/, false).click();
  await expect(occurrenceSheet(page)).toBeVisible();
  await say("occurrences", await shown(page, "dialog *"), []);
  await close(page, occurrenceSheet(page));

  await button(page, "Commands").click();
  await expect(commandField(page)).toBeFocused();
  await commandField(page).fill(strings[0].slice(0, 40));
  await frame(page);
  await say("commands", await shown(page, "dialog [role=option]"), []);
  await close(page, commands(page));

  const labels = await editLabels(page);
  await say("schema editor", await shown(page, "dialog input, dialog textarea, dialog button, dialog option"), []);
  for (const part of ["Relation types", "About each article", "Presets and files"]) {
    await button(labels.getByRole("group", { name: "Parts of the schema" }), part).click();
    await say(part, await shown(page, "dialog input[type=text]"), part === "Relation types" ? strings.slice(0, -1).map(line) : []);
  }
  await close(page, labels);

  const projects = await openProjects(page);
  await say("projects", await shown(page, "dialog .project-words b"), [strings[0]]);
  await projects.getByRole("listitem").first().getByRole("button", { name: /^Rename/ }).click();
  await say("renaming a project", await shown(page, "dialog input[name=title]"), [strings[0]]);
  await close(page, projects);

  await page.locator(".column-head button[title='Title, source, date']").first().click();
  const about = page.getByRole("dialog", { name: "About this article" });
  await say("about an article", await shown(page, "dialog input, dialog textarea"), [strings[0]]);
  await close(page, about);
  await openHelp(page);
  await say("help", await shown(page, "dialog *"), []);
  await close(page, page.getByRole("dialog", { name: "Help" }));

  for (const text of [...new Set([strings[0], strings.at(-1), strings[Math.floor(strings.length / 2)]])]) {
    await searchField(page).fill(text.split("\n")[0].trim());
    await expect(page.locator(".search-count, .search .problem").filter({ hasText: /\S/ }).first()).toBeVisible();
    await say("search", await shown(page, ".search *"), []);
    await searchSwitch(page, /regular/i).click();
    await frame(page);
    await say("search by expression", await shown(page, ".search *"), []);
    await searchSwitch(page, /regular/i).click();
  }
  await searchField(page).fill("");
}
