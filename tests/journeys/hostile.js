// Injection strings of untrusted files: lists of them, a project with one in every field, and listeners that detect when
// one is run, rendered as markup, or requested.
import { expect } from "@playwright/test";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY } from "./support.js";

export const INJECTIONS = JSON.parse(readFileSync(join(REPOSITORY, "tests/files/injections.json"), "utf8"));
const fixtures = process.env.CROSSREAD_FIXTURES ?? join(REPOSITORY, "../shared/fixtures");
const naughty = join(fixtures, "hostile/blns.json");
/** The big list of naughty strings; `undefined` if the fixture is missing. */
export const NAUGHTY = existsSync(naughty) ? JSON.parse(readFileSync(naughty, "utf8")) : undefined;

/** Each `step`th of the strings, or all of them for `make soak`. */
export const choice = (strings, step) => (process.env.HOSTILE === "all" ? strings : strings.filter((_, i) => i % step === 0));

export const chunks = (all, size) => Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

/** Installs the listeners; `incidents()` returns what injected strings have caused so far. */
export async function startMonitor(context, baseURL) {
  const incidents = [];
  const own = new URL(baseURL).origin;
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== own && url.protocol !== "blob:") incidents.push(`request: ${url}`);
  });
  context.on("dialog", (dialog) => (incidents.push(`dialog: ${dialog.message()}`), dialog.dismiss()));
  const watch = (page) => {
    page.on("frameattached", (frame) => incidents.push(`frame: ${frame.url()}`));
    page.on("framenavigated", (frame) => frame.url().startsWith(baseURL) || incidents.push(`navigation: ${frame.url()}`));
    page.on("popup", (popup) => incidents.push(`window: ${popup.url()}`));
    page.on("download", (file) => file.suggestedFilename().endsWith(".json") || incidents.push(`download: ${file.suggestedFilename()}`));
  };
  context.pages().forEach(watch);
  context.on("page", watch);
  await context.exposeBinding("crossreadIncident", (_, what) => void incidents.push(what));
  await context.addInitScript(() => {
    // Every injection sets this property when it is run; prototype pollution would set it as well.
    const descriptor = { configurable: false, get: () => undefined, set: (value) => void crossreadIncident(`ran: ${value}`) };
    Object.defineProperty(window, "__pwned", descriptor);
  });
  return { incidents: () => incidents };
}

/** Elements, links and attributes in the page that the program does not render. */
export const unexpectedElements = (page) =>
  page.evaluate(() => {
    const known = new Set(
      ("a article aside b bdi blockquote body br button code datalist dd details dialog div dl dt em fieldset footer form g h1 h2 h3 h4 header " +
        "head html i input kbd label legend li link main mark meta nav ol optgroup option p path progress polyline circle line rect pre script search section select small span strong " +
        "sub summary sup svg text tspan canvas table tbody td textarea th thead title tr ul defs marker").split(" "),
    );
    const found = [];
    for (const element of document.querySelectorAll("*")) {
      const name = element.localName;
      if (!known.has(name)) found.push(`<${name}>`);
      for (const { name: attribute, value } of element.attributes) {
        if (/^on|^(srcdoc|formaction|action|ping|background|poster|srcset|manifest|is)$/i.test(attribute)) found.push(`${name} ${attribute}=${value}`);
      }
      if (name === "a" || element.hasAttribute("href") || element.hasAttribute("src")) {
        const own = element.closest("head") || element.id === "boot" || element.download;
        const { protocol, username, password } = element.href ? new URL(element.href, document.baseURI) : {};
        const safe = ["http:", "https:"].includes(protocol) && !username && !password && element.target === "_blank" && element.rel === "noopener noreferrer";
        if (!own && !safe) found.push(`${name} href=${element.getAttribute("href")} src=${element.getAttribute("src")}`);
      }
    }
    // The page's own style sheets, icon and scripts.
    const own = (url) => !url || new URL(url, document.baseURI).href.startsWith(new URL(".", document.baseURI).href) || url.startsWith("data:image");
    for (const element of document.querySelectorAll("head *, script")) {
      if (!own(element.getAttribute("href")) || !own(element.getAttribute("src"))) found.push(element.outerHTML);
      if (element.localName === "script" && element.textContent) found.push(element.outerHTML);
      if (element.localName === "style") found.push(element.outerHTML);
    }
    if (Object.keys(Object.prototype).length > 0 || {}.polluted !== undefined) found.push("Object.prototype was changed");
    if (document.title !== "Crossread") found.push(`the title is ${document.title}`);
    return found;
  });

/** Checks that no injected string was run or rendered as markup. */
export async function expectNoInjection(page, monitor, where) {
  expect(await unexpectedElements(page), where).toEqual([]);
  expect(monitor.incidents(), where).toEqual([]);
}

/** An id made from a text, without the characters that ids may not contain. */
const idOf = (text, i) => `${[...text.replace(/[\s\p{Cc}\u0085]/gu, "")].slice(0, 200).join("")}~${i}`;

/** A project with the strings in every field that accepts any text. Each string is also the text of one tag. */
export function projectOf(strings) {
  const created = "2026-01-01T00:00:00Z";
  const extra = (text) => ({ [`x-${text}`]: { [text]: [text] } });
  const attributes = (text) => [
    { name: text, kind: "choice", choices: [text, `${text} 2`], ...extra(text) },
    { name: `${text} as text`, kind: "text", required: true, when: { attribute: text, value: text } },
  ];
  const labels = strings.map((text, i) => ({
    id: idOf(text, i), kind: ["claim", "entity", "other"][i % 3], name: text, short: text, colour: "#0072b2", description: text,
    examples: [text], attributes: attributes(text), ...extra(text),
  }));
  const relationTypes = strings.map((text, i) => ({ id: idOf(text, i), name: text, symmetric: i % 2 === 0, description: text, ...extra(text) }));
  const entities = strings.map((text, i) => ({
    id: idOf(text, i), name: text, label: labels[i].id, aliases: [text], identifiers: { wikidata: text, url: text, [`s ${text}`]: text }, note: text, ...extra(text),
  }));
  // A line end is never part of a longer grapheme cluster, so that each string starts and ends on a boundary.
  let all = "§\n";
  const places = strings.map((text) => {
    const start = [...all].length;
    all += `${text}\n`;
    return { start, end: start + [...text].length, exact: text };
  });
  const article = (id, title, text) => ({ id, title, source: title, note: title, attributes: { [strings[0]]: strings[0] }, text, ...extra(title) });
  const articles = [article(idOf(strings[0], "all"), strings[0], all), ...strings.map((text, i) => article(idOf(text, i), text, `§\n${text}\n`))];
  const annotations = places.map((place, i) => {
    const text = strings[i];
    return {
      id: idOf(text, i), article: articles[0].id, label: labels[i].id, ranges: [place], attributes: { [text]: text, [`${text} as text`]: text }, entity: entities[i].id,
      note: text, created, modified: created, creator: text, modifier: text, ...extra(text),
    };
  });
  const relations = strings.slice(1).map((text, i) => ({
    id: idOf(text, i), type: relationTypes[i].id, from: annotations[i].id, to: annotations[i + 1].id, note: text, created, creator: text, ...extra(text),
  }));
  return {
    format: "crossread", version: 1, project: { title: strings[0], created, ...extra(strings[0]) },
    schema: { name: strings[0], labels, articleAttributes: attributes(strings[0]), relationTypes, ...extra(strings[0]) },
    articles, entities, annotations, relations, ...extra(strings[0]),
  };
}

/** Every string in a value, including keys, as `[path, string]`; paths do not contain array indexes. */
export function stringsOf(value, path = "", found = []) {
  if (typeof value === "string") found.push([path, value]);
  else if (Array.isArray(value)) value.forEach((one) => stringsOf(one, `${path}[]`, found));
  else if (value && typeof value === "object") for (const [name, one] of Object.entries(value)) found.push([`${path} key`, name]), stringsOf(one, `${path}.*`, found);
  return found;
}

/** The bytes of an export, as text. */
export const exported = (page) => page.evaluate(() => new TextDecoder().decode(window.crossread.export("crossread").bytes));
