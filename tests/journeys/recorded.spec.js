// Runs the recorded session with a fixed clock. The exports after each block, and the steps that subscribers got, are
// compared byte for byte with those of the page that recorded them: `RECORD=1 DIST=<a built page>
// scripts/journeys.sh recorded` records them with that page.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY, clickText, download, dragOver, expect, file, middleOf, open, pickFiles, waitForPaint, reader, selectWord, test } from "./support.js";
import { BLOCKS, PROJECT } from "./recorded-session.js";

const FOLDER = join(REPOSITORY, "tests/files/recorded");
const START = Date.UTC(2026, 1, 3, 8);

/** Options to match a name: a string must be the complete name. */
const named = (name) => ({ name, exact: typeof name === "string" });
const dialog = (page) => page.getByRole("dialog").last();
const button = (page, name) => page.getByRole("button", named(name));
const field = (scope, name) => scope.getByLabel(name, { exact: typeof name === "string" });
const bytes = (page, format) =>
  page.evaluate((format) => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(window.crossread.export(format).bytes), format);

/** Fills a field and moves the focus out of it. */
async function fill(scope, name, text) {
  const one = field(scope, name).and(scope.locator("input, textarea")).first();
  await one.fill(text);
  await one.blur();
}
/** Selects the option of a `select` element by its text. */
async function choose(scope, name, option) {
  const select = scope.getByRole("combobox", named(name)).first();
  const value = await select.locator("option").filter({ hasText: option }).last().getAttribute("value");
  await select.selectOption(value);
}
/** Runs an action while a key is down. */
async function withKey(page, key, action) {
  await page.keyboard.down(key);
  await action();
  await page.keyboard.up(key);
}
const suggestion = (page, index) => page.evaluate((index) => window.crossread.suggestions("mention")[index].id, index);
const call = (page, name, ...args) => page.evaluate(([name, args]) => window.crossread[name](...args), [name, args]);

/** The verbs of the session; each key of "keys" is an action of its own. */
const VERBS = {
  type: (page, text) => page.keyboard.type(text),
  focus: (page, article) => reader(page, article).focus(),
  drag: (page, article, from, to = from, nth = 0) => dragOver(page, article, from, to, { nth }),
  ctrlDrag: (page, article, from, to = from) => withKey(page, "Control", () => dragOver(page, article, from, to)),
  altDrag: (page, article, from) => withKey(page, "Alt", () => dragOver(page, article, from, from, { inset: 1 })),
  click: (page, article, words) => clickText(page, article, words),
  ctrlClick: (page, article, words) => withKey(page, "Control", () => clickText(page, article, words)),
  doubleClick: (page, article, word) => selectWord(page, article, word),
  edge: async (page, edge, article, words) => {
    const to = await middleOf(page, article, words);
    const box = await page.locator(`[data-edge=${edge}]`).first().boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 8 });
    await page.mouse.up();
  },
  palette: (page, label) => page.getByRole("menuitem", named(label)).click(),
  label: (page, label) => page.getByRole("toolbar").getByRole("button", named(label)).click(),
  labelEverywhere: (page, label) => page.getByRole("toolbar").getByRole("button", named(label)).click({ modifiers: ["Shift"] }),
  button: (page, name, list) => (list ? page.getByRole("list", { name: /^Entities$/ }).getByRole("button", named(name)) : button(page, name)).first().click(),
  text: (page, words, nth = 0) => page.getByText(words).nth(nth).click(),
  tab: (page, name) => page.getByRole("tab", { name }).click(),
  history: (page, words) => page.getByRole("tabpanel").getByRole("list").getByRole("button", { name: words }).first().click(),
  historyStart: (page) => page.getByRole("tabpanel").getByRole("list").getByRole("button").last().click(),
  field: (page, name, text) => fill(page, name, text),
  comboType: async (page, name, text) => {
    await page.getByRole("combobox", { name }).click();
    await page.keyboard.type(text);
  },
  choose: (page, name, option) => choose(page, name, option),
  radio: (page, group, name) => page.getByRole("radiogroup", { name: group }).getByRole("radio", named(name)).click(),
  check: (page, name) => page.getByRole("checkbox", named(name)).click(),
  panelCheck: (page, nth) => page.getByRole("tabpanel").getByRole("checkbox").nth(nth).click(),
  dialogCheck: (page, nth) => dialog(page).getByRole("checkbox").nth(nth).click(),
  schemaSection: (page, name) => dialog(page).getByRole("group", { name: /^Parts of the schema$/ }).getByRole("button", named(name)).click(),
  relationFrom: async (page, type, label) => {
    const group = dialog(page).getByRole("group", { name: `Relation type ${type}` });
    await group.getByText(/^From: any label$/).click();
    await group.getByRole("checkbox", named(label)).first().click();
  },
  article: (page, title) => page.getByRole("navigation").getByRole("button", { name: title }).and(page.locator("[aria-pressed]")).click(),
  dialogField: (page, name, text) => fill(dialog(page), name, text),
  dialogChoose: (page, name, option) => choose(dialog(page), name, option),
  command: async (page, name) => {
    await expect(dialog(page).getByRole("option", { name }).first()).toBeVisible();
    await dialog(page).getByRole("option", { name }).first().click();
  },
  files: async (page, name, all) => {
    await pickFiles(page, () => button(page, name).first().click(), all.map(([name, content]) => file(name, content)));
    await expect(dialog(page).or(page.getByRole("alert").filter({ hasText: /\S/ })).first()).toBeVisible();
  },
  exportMatches: async (page) => {
    page.exported = await download(page, () => button(page, "Export").click());
    expect(page.exported.bytes.toString("utf8"), "the button exports what the API exports").toBe(await bytes(page, "crossread"));
  },
  importExported: async (page) => {
    const { name, bytes: exported } = page.exported;
    await pickFiles(page, () => button(page, "Import").click(), [file(name, exported, "application/json")]);
    await expect.poll(() => bytes(page, "crossread")).toBe(exported.toString("utf8"));
  },
  api: (page, ...args) => call(page, ...args),
  apiError: (page, ...args) => expect(call(page, ...args)).rejects.toThrow(),
  accept: async (page, index) => call(page, "accept", await suggestion(page, index)),
  reject: async (page, index) => call(page, "reject", await suggestion(page, index)),
  // These only wait for what the page shows with a delay.
  waitForResults: (page, count) => expect(page.getByRole("search").locator(".found")).toHaveCount(count),
  waitForDialog: (page) => expect(dialog(page).getByRole("checkbox").first()).toBeVisible(),
};

const splitKeys = (action) => (action[0] === "keys" ? action.slice(1).map((key) => ["key", key]) : [action]);

/** Runs one action with the clock at its own second, and waits until the result is painted. */
async function act(page, [verb, ...args], second) {
  await page.clock.setFixedTime(START + 1000 * second);
  if (verb === "key") await page.keyboard.press(args[0]);
  else await VERBS[verb](page, ...args);
  await waitForPaint(page);
}

for (const [name, block] of Object.entries(BLOCKS)) {
  test(`block “${name}”`, async ({ page }) => {
    await page.clock.setFixedTime(START);
    await open(page);
    await page.evaluate((project) => window.crossread.load(project), PROJECT);
    await expect(reader(page, "gamma")).toBeVisible();
    await page.evaluate(() => {
      window.steps = [];
      window.crossread.subscribe(({ kind, at, by, articles, annotations, removedAnnotations, relations }) => {
        window.steps.push(JSON.stringify({ kind, at, by, articles, annotations, removedAnnotations, relations }));
      });
    });
    for (const [i, action] of block.flatMap(splitKeys).entries()) {
      const title = JSON.stringify(action, (_, value) => (value instanceof RegExp ? String(value) : value));
      await test.step(`${i} ${title}`, () => act(page, action, i + 1));
    }
    const found = { "crossread.json": await bytes(page, "crossread"), csv: await bytes(page, "csv"), "steps.jsonl": `${await page.evaluate(() => window.steps.join("\n"))}\n` };
    if (process.env.RECORD) mkdirSync(FOLDER, { recursive: true });
    for (const [extension, text] of Object.entries(found)) {
      const path = join(FOLDER, `${name}.${extension}`);
      if (process.env.RECORD) writeFileSync(path, text);
      else expect(text, path).toBe(readFileSync(path, "utf8"));
    }
  });
}

test("the session has at least 220 actions", () => {
  expect(Object.values(BLOCKS).flatMap((block) => block.flatMap(splitKeys)).length).toBeGreaterThanOrEqual(220);
});
