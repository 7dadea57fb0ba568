// The script API, as a notebook or an embedding page uses it.
import { ARTICLES, CALLED_OFF, CRACKDOWN, SUMMIT, annotate, expect, marks, open, project, quotes, reader, ready, tags, test, waitSaved } from "./support.js";
import { alert, showColumns, selectedId } from "./interface.js";

test.beforeEach(async ({ page }) => open(page));

/** Calls the API. Returns `{result}` or, if it throws or rejects, `{isError, message}`. */
const tryCall = (page, name, ...args) =>
  page.evaluate(async ([name, args]) => {
    try {
      return { result: await window.crossread[name](...args) };
    } catch (error) {
      return { isError: error instanceof Error, message: String(error?.message ?? error) };
    }
  }, [name, args]);

const expectError = async (page, message, name, ...args) => {
  const { result, isError, message: found } = await tryCall(page, name, ...args);
  expect(result, `${name} returns nothing`).toBeUndefined();
  expect(isError, `${name} throws an Error, not ${found}`).toBe(true);
  expect(found).toMatch(message);
};
const call = async (page, name, ...args) => {
  const { result, message } = await tryCall(page, name, ...args);
  expect(message, `${name} throws nothing`).toBeUndefined();
  return result;
};

const range = (article, quote) => {
  const { text } = ARTICLES.find(({ id }) => id === article);
  const start = [...text.slice(0, text.indexOf(quote))].length;
  return { start, end: start + [...quote].length };
};
const tag = (article, quote, label, more = {}) => ({ article, label, ranges: [range(article, quote)], ...more });

test("version and formats() have the expected values, and an event announces the API", async ({ page, context }) => {
  expect(await page.evaluate(() => window.crossread.version)).toMatch(/^\d+\.\d+\.\d+/);
  expect(await call(page, "formats")).toContain("crossread");
  const other = await context.newPage();
  await other.addInitScript(() => {
    window.addEventListener("crossread:ready", () => (window.wasReady = typeof window.crossread?.project));
  });
  await other.goto("./");
  await expect.poll(() => other.evaluate(() => window.wasReady)).toBe("function");
});

test("project() returns a copy of the project as native JSON", async ({ page }) => {
  const found = await project(page);
  expect({ format: found.format, version: found.version }).toEqual({ format: "crossread", version: 1 });
  expect(found.articles.map(({ id, text }) => ({ id, text }))).toEqual(ARTICLES.map(({ id, text }) => ({ id, text })));
  await page.evaluate(() => {
    const own = window.crossread.project();
    own.articles.length = 0;
    own.project.title = "Mine";
  });
  expect(await project(page)).toEqual(found);
});

test("annotate() adds a tag to the project and to the text", async ({ page }) => {
  const quote = "27 people";
  const id = await call(page, "annotate", tag(SUMMIT, quote, "Quantity", { note: "So many" }));
  expect(typeof id).toBe("string");
  const [found] = await tags(page);
  expect({ id: found.id, label: found.label, note: found.note, exact: found.ranges[0].exact }).toEqual({ id, label: "Quantity", note: "So many", exact: quote });
  expect(found.ranges[0]).toMatchObject(range(SUMMIT, quote));
  await expect.poll(async () => (await marks(page)).map(({ ids, text }) => [ids, text])).toEqual([[[id], quote]]);
});

test("annotate() takes several ranges, pairs of numbers, and attributes", async ({ page }) => {
  const [a, b] = [range(SUMMIT, "migration"), range(SUMMIT, "perilous")].sort((x, y) => x.start - y.start);
  await call(page, "annotate", { article: SUMMIT, label: "Claim", ranges: [[a.start, a.end], [b.start, b.end]], attributes: { checkworthy: "CFS" } });
  const [{ ranges, attributes }] = await tags(page);
  expect(ranges.map(({ exact }) => exact)).toEqual(["perilous", "migration"]);
  expect(attributes).toMatchObject({ checkworthy: "CFS" });
  await expect.poll(async () => (await marks(page)).map(({ text }) => text)).toEqual(["perilous", "migration"]);
});

test("annotate() with wrong arguments throws an error and changes nothing", async ({ page }) => {
  const before = JSON.stringify(await project(page));
  const good = tag(SUMMIT, "27 people", "Quantity");
  await expectError(page, /article.*nowhere/, "annotate", { ...good, article: "nowhere" });
  await expectError(page, /label.*Nonsense/, "annotate", { ...good, label: "Nonsense" });
  await expectError(page, /ranges/, "annotate", { ...good, ranges: undefined });
  await expectError(page, /range/, "annotate", { ...good, ranges: [] });
  await expectError(page, /ranges/, "annotate", { ...good, ranges: [{ start: 1.5, end: 4 }] });
  await expectError(page, /ranges/, "annotate", { ...good, ranges: [{ start: -1, end: 4 }] });
  await expectError(page, /range/, "annotate", { ...good, ranges: [{ start: 5, end: 5 }] });
  await expectError(page, /range/, "annotate", { ...good, ranges: [{ start: 9, end: 5 }] });
  await expectError(page, /range/, "annotate", { ...good, ranges: [{ start: 0, end: 9_999_999 }] });
  await expectError(page, /entity/i, "annotate", { ...good, entity: "nobody" });
  await expectError(page, /article/, "annotate", {});
  await expectError(page, /object/, "annotate");
  await expectError(page, /object/, "annotate", null);
  expect(JSON.stringify(await project(page))).toBe(before);
});

test("update() changes only the given fields", async ({ page }) => {
  const id = await annotate(page, SUMMIT, "27 people", "Quantity");
  await call(page, "update", id, { label: "Claim", note: "A claim after all" });
  await call(page, "update", id, { ranges: [range(SUMMIT, "brought 27 people to their deaths")] });
  await call(page, "update", id, { attributes: { certainty: "uncertain", checkworthy: "CFS" } });
  await call(page, "update", id, { attributes: { certainty: null } });
  const [found] = await tags(page);
  expect(found).toMatchObject({ id, label: "Claim", note: "A claim after all", attributes: { checkworthy: "CFS" } });
  expect(found.attributes.certainty).toBeUndefined();
  expect(found.ranges[0].exact).toBe("brought 27 people to their deaths");
  await expectError(page, /nothing/, "update", "nothing", { note: "x" });
  await expectError(page, /colour/, "update", id, { colour: "red" });
  await expectError(page, /label.*Nonsense/, "update", id, { label: "Nonsense" });
  await expectError(page, /range/, "update", id, { ranges: [{ start: 3, end: 1 }] });
  expect((await tags(page))[0]).toEqual(found);
});

test("remove() and relate() change the project", async ({ page }) => {
  const a = await annotate(page, SUMMIT, "27 people", "Claim");
  const b = await annotate(page, CRACKDOWN, "killed 27 lives", "Claim");
  const relation = await call(page, "relate", { from: a, to: b, type: "repeats" });
  expect((await project(page)).relations).toMatchObject([{ id: relation, from: a, to: b, type: "repeats" }]);
  await expectError(page, /nobody/, "relate", { from: a, to: "nobody", type: "repeats" });
  await expectError(page, /likes/, "relate", { from: a, to: b, type: "likes" });
  await expectError(page, /different/, "relate", { from: a, to: a, type: "repeats" });
  await expectError(page, /to is missing/, "relate", { from: a, type: "repeats" });

  await call(page, "remove", relation);
  expect((await project(page)).relations).toEqual([]);
  await call(page, "undo");
  await call(page, "remove", a);
  const { annotations, relations } = await project(page);
  expect(annotations.map(({ id }) => id)).toEqual([b]);
  expect(relations, "removing an annotation removes its relations").toEqual([]);
  await expectError(page, /nothing/, "remove", "nothing");
});

test("undo() and redo() do the same as the buttons and return whether anything changed", async ({ page }) => {
  await annotate(page, SUMMIT, "27 people", "Claim");
  expect(await call(page, "undo")).toBe(true);
  expect(await quotes(page)).toEqual([]);
  expect(await call(page, "undo")).toBe(false);
  expect(await call(page, "redo")).toBe(true);
  expect(await quotes(page)).toEqual(["Claim: 27 people"]);
  expect(await call(page, "redo")).toBe(false);
});

test("reveal() opens the article, scrolls to the annotation and selects it", async ({ page }) => {
  await showColumns(page, 1);
  const id = await annotate(page, CALLED_OFF, "Richelieu Park in Dunkerque", "Location");
  await call(page, "reveal", id);
  await expect(reader(page, CALLED_OFF)).toBeVisible();
  expect(await selectedId(page)).toBe(id);
  // reveal() resolves only when everything is painted, so the test does not wait here.
  const seen = await page.evaluate((id) => {
    const box = document.querySelector(`mark[data-annotation~="${id}"]`)?.getBoundingClientRect();
    return box && document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2)?.closest("mark")?.dataset.annotation;
  }, id);
  expect(seen).toBe(id);
  await expectError(page, /nothing/, "reveal", "nothing");
});

test("export() returns bytes, a name and what is left out; importFile() reads the bytes", async ({ page }) => {
  const a = await annotate(page, SUMMIT, "27 people", "Claim");
  const b = await annotate(page, CRACKDOWN, "killed 27 lives", "Claim");
  await call(page, "relate", { from: a, to: b, type: "repeats" });
  const result = await page.evaluate(async () => {
    const first = window.crossread.export("crossread");
    const report = await window.crossread.importFile(first.name, first.bytes);
    const second = window.crossread.export("crossread");
    return {
      name: first.name, mime: first.mime, dropped: first.dropped, isBytes: first.bytes instanceof Uint8Array, report,
      same: first.bytes.length === second.bytes.length && first.bytes.every((byte, i) => byte === second.bytes[i]),
    };
  });
  expect(result).toMatchObject({ mime: "application/json", dropped: [], isBytes: true, same: true });
  expect(result.name).toMatch(/\.json$/);
  expect(result.report).toEqual({ format: "crossread", articles: 3, annotations: 2, relations: 1, predictions: 0, warnings: [] });
  await expectError(page, /nonsense.*crossread/, "export", "nonsense");
});

test("importFile() rejects what it cannot read and leaves the project unchanged", async ({ page }) => {
  await annotate(page, SUMMIT, "27 people", "Claim");
  const before = JSON.stringify(await project(page));
  await expectError(page, /format/, "importFile", "photo.png", "no picture");
  await expectError(page, /line|column/, "importFile", "broken.json", '{"format": "crossread", ');
  expect(JSON.stringify(await project(page))).toBe(before);
  await expect(alert(page)).toHaveCount(0);
});

test("load() opens an object as the project; the project that was open before stays saved", async ({ page }) => {
  await annotate(page, SUMMIT, "27 people", "Claim");
  const other = await project(page);
  other.project.title = "Loaded";
  other.articles = other.articles.slice(0, 1);
  await call(page, "load", other);
  const found = await project(page);
  expect(found.project.title).toBe("Loaded");
  expect(found.articles).toHaveLength(1);
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
  await expect(page.getByRole("button", { name: "Projects: Loaded" })).toBeVisible();

  const broken = structuredClone(other);
  broken.annotations[0].ranges[0].exact = "something else";
  await expectError(page, /annotations\[0\]/, "load", broken);
  await expectError(page, /./, "load", { recipes: [] });
  await expectError(page, /./, "load");
  expect(await project(page)).toEqual(found);
});

test("load() keeps unknown fields", async ({ page }) => {
  await annotate(page, SUMMIT, "27 people", "Claim");
  const own = await project(page);
  own.annotations[0]["x-score"] = 0.25;
  own.articles[0].section = { name: "World" };
  own["x-origin"] = "a notebook";
  await call(page, "load", own);
  expect(await project(page)).toEqual(own);
});

test("saved() resolves when everything done so far is on disk", async ({ page, context }) => {
  await page.evaluate(async () => {
    const text = window.crossread.project().articles[0];
    for (let i = 0; i < 30; i++) window.crossread.annotate({ article: text.id, label: "Other", ranges: [[i * 3, i * 3 + 2]] });
    await window.crossread.saved();
  });
  await expect(page.locator("[data-status]")).toHaveAttribute("data-status", "saved");
  const again = await context.newPage();
  await page.close();
  await again.goto("./");
  await again.waitForFunction(() => window.crossread !== undefined);
  expect(await tags(again)).toHaveLength(30);
});

test("subscribe() reports every step until the subscription ends", async ({ page }) => {
  await page.evaluate(() => {
    window.steps = [];
    window.unsubscribe = window.crossread.subscribe((step) => window.steps.push(step));
    // An error in one subscriber must not affect the others or the page.
    window.unsubscribeBad = window.crossread.subscribe(() => {
      throw new Error("a bad subscriber");
    });
  });
  const id = await annotate(page, SUMMIT, "27 people", "Claim");
  await call(page, "update", id, { note: "x" });
  await call(page, "undo");
  await call(page, "redo");
  await call(page, "remove", id);
  const steps = await page.evaluate(() => window.steps);
  expect(steps.map(({ kind }) => kind)).toEqual(["do", "do", "undo", "redo", "do"]);
  expect(steps.slice(0, 4).every(({ annotations }) => annotations.includes(id))).toBe(true);
  expect(steps[4].removedAnnotations).toEqual([id]);
  for (const { summary, at } of steps) {
    expect(summary).toMatch(/\w/);
    expect(at).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  }
  await page.evaluate(() => {
    window.unsubscribe();
    window.unsubscribeBad();
  });
  await annotate(page, SUMMIT, "Calais", "Location");
  expect(await page.evaluate(() => window.steps.length)).toBe(5);
});

test("a subscriber may call the API and end its own subscription", async ({ page }) => {
  await page.evaluate(([id]) => {
    window.seen = [];
    const stop = window.crossread.subscribe((step) => {
      stop();
      window.seen.push(window.crossread.project().annotations.length);
      window.crossread.annotate({ article: id, label: "Other", ranges: [[10, 15]] });
    });
  }, [SUMMIT]);
  await annotate(page, SUMMIT, "27 people", "Claim");
  expect(await page.evaluate(() => window.seen)).toEqual([1]);
  expect(await tags(page)).toHaveLength(2);
  await waitSaved(page);
});

test("suggestions come from existing tags; they can be accepted and rejected", async ({ page }) => {
  await open(page);
  await annotate(page, SUMMIT, "Priti Patel", "Person");
  const suggestions = () => page.evaluate(() => window.crossread.suggestions("mention"));
  const proposed = await suggestions();
  const places = ARTICLES.map(({ text }) => [...text.matchAll(/Priti Patel/g)].length).reduce((a, b) => a + b);
  expect(proposed.length).toBe(places - 1);
  expect(proposed.every(({ kind, label, score, spans: [span] }) => kind === "mention" && label === "Person" && score === 1 && span.exact === "Priti Patel")).toBe(true);
  expect(proposed[0].reason).toBe("“Priti Patel” is tagged as Person once");
  expect((await project(page)).annotations.length).toBe(1);

  const id = await page.evaluate((id) => window.crossread.accept(id), proposed[0].id);
  const accepted = (await project(page)).annotations.find((tag) => tag.id === id);
  expect([accepted.article, accepted.ranges[0].start]).toEqual([proposed[0].spans[0].article, proposed[0].spans[0].start]);
  await page.evaluate((id) => window.crossread.reject(id), proposed[1].id);
  expect((await suggestions()).map((one) => one.id)).toEqual(proposed.slice(2).map((one) => one.id));

  await waitSaved(page);
  await page.reload();
  await ready(page);
  expect((await suggestions()).length).toBe(proposed.length - 2);
  await expect(page.evaluate(() => window.crossread.suggestions("horoscope"))).rejects.toThrow(/suggestions: kind: expected one of prediction, entity, mention, sameEntity, claim, speaker, repeat, number, relation/);
  await expect(page.evaluate(() => window.crossread.accept("nothing"))).rejects.toThrow(/there is no suggestion/);
});
