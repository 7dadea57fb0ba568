// Kills the page or the browser at random moments during a stream of edits, and checks that saved changes survive.
//
// `CRASHES` is the number of kills (default 20), `CRASH_SEED` the seed of the random numbers (default 1). The test does not
// depend on how projects are stored.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { ARTICLES, expect, open, ready, test } from "./support.js";

test.describe.configure({ retries: 0 });

const CRASHES = Number(process.env.CRASHES ?? 20);
const SEED = Number(process.env.CRASH_SEED ?? 1);
/** The number of kills in one browser profile. The last one kills the browser, the others only the page. */
const CHAPTER = 5;
/** The program writes a snapshot after about this many steps; some streams start shortly before one. */
const SNAPSHOT = 500;

function randomFrom(seed) {
  let state = seed >>> 0;
  return (below) => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 8) % below;
}

/** Runs in the page: defines `projectHash()`, a hash of the complete project. */
function installHash() {
  window.projectHash = () => {
    const text = JSON.stringify(window.crossread.project());
    let [a, b] = [0xdeadbeef, 0x41c6ce57];
    for (let i = 0; i < text.length; i++) {
      a = Math.imul(a ^ text.charCodeAt(i), 2654435761);
      b = Math.imul(b ^ text.charCodeAt(i), 1597334677);
    }
    return `${text.length}:${(a >>> 0).toString(16)}:${(b >>> 0).toString(16)}`;
  };
}

/** Runs in the page: edits without end. Before each edit it reports the state and the next edit, and waits for the answer. */
async function stream({ seed, articles, withPauses }) {
  let state = seed >>> 0;
  const random = (below) => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 8) % below;
  const one = (list) => list[random(list.length)];
  const { crossread } = window;
  const labels = ["Person", "Organization", "Location", "Claim", "Other"];
  const edit = () => {
    const { annotations, relations } = crossread.project();
    const way = random(10);
    const start = random(800);
    const fresh = { article: one(articles), label: one(labels), ranges: [[start, start + 4 + random(30)]], note: `n${random(1e6)}` };
    try {
      if (way < 4 || annotations.length < 3) crossread.annotate(fresh);
      else if (way < 6) crossread.relate({ from: one(annotations).id, to: one(annotations).id, type: one(["supports", "repeats"]) });
      else if (way < 8) crossread.update(one(annotations).id, { note: `n${random(1e6)}`, label: one(labels) });
      else crossread.remove(one([...annotations, ...relations]).id);
    } catch {
      // Invalid edits are rejected and change nothing.
    }
  };
  for (let k = 0; ; k++) {
    const kind = one(["edit", "edit", "edit", "burst", "undo", "undo", "redo"]);
    const next = kind === "burst" ? { kind: "edit", count: 2 + random(8) } : { kind, count: 1 };
    // If there is nothing to undo or redo, the test answers false and nothing is done.
    const go = await window.reportState({ k, hash: window.projectHash(), next });
    if (go && kind === "undo") crossread.undo();
    else if (go && kind === "redo") crossread.redo();
    else if (go) for (let i = 0; i < next.count; i++) edit();
    const hash = window.projectHash();
    const acknowledge = () => window.reportState({ acknowledged: k + 1, hash });
    if (random(4) === 0) {
      await crossread.saved();
      acknowledge();
    } else if (random(3) === 0) crossread.saved().then(acknowledge);
    if (withPauses && random(10) === 0) await new Promise((done) => setTimeout(done, random(30)));
  }
}

/** What one stream has reported: the state before each edit, the undo and redo stack of each state, and the next edit. */
class Told {
  states = [];
  /** For each state, the states that undo leads to; the next one is last. */
  undoStacks = [];
  redoStacks = [];
  /** How many edits the page has reported as saved. */
  acknowledged = 0;
  next = null;
  /** Called with the number of each state. */
  onState = () => {};

  /** Handles a report of the page; returns whether it may carry out the next edit. */
  receive({ k, hash, next, acknowledged }) {
    if (acknowledged !== undefined) {
      this.acknowledged = Math.max(this.acknowledged, acknowledged);
      this.addState(acknowledged, hash);
      return true;
    }
    this.addState(k, hash);
    const possible = next.kind === "edit" || (next.kind === "undo" ? this.undoStacks.at(-1).length > 0 : this.redoStacks.at(-1).length > 0);
    this.next = possible ? next : { kind: "nothing", count: 0 };
    this.onState(k);
    return possible;
  }

  /** Adds state number `k` unless it is known already. */
  addState(k, hash) {
    if (k < this.states.length) return;
    if (k === 0) this.push(hash, [], []);
    else this.pushNext(hash);
    this.next = { kind: "nothing", count: 0 };
  }

  push(hash, undoStack, redoStack) {
    this.states.push(hash);
    this.undoStacks.push(undoStack);
    this.redoStacks.push(redoStack);
  }

  /** Adds the state after the next edit. After undo and redo it is known even without the page's report. */
  pushNext(hash) {
    const [before, undoStack, redoStack] = [this.states.at(-1), this.undoStacks.at(-1), this.redoStacks.at(-1)];
    const { kind, count } = this.next;
    if (kind === "undo") {
      this.push(hash ?? undoStack.at(-1), undoStack.slice(0, -1), [...redoStack, before]);
      expect(this.states.at(-1), "undo restores the state before").toBe(undoStack.at(-1));
    } else if (kind === "redo") {
      this.push(hash ?? redoStack.at(-1), [...undoStack, before], redoStack.slice(0, -1));
      expect(this.states.at(-1), "redo restores the state after").toBe(redoStack.at(-1));
    } else if (kind === "nothing" || hash === before) this.push(before, undoStack, redoStack);
    // After several edits only the last state is reported, so that the undo stack is not known.
    else this.push(hash, count === 1 ? [...undoStack, before] : [], []);
  }
}

/** Rejects if the promise takes longer; the error names the operation. */
function within(seconds, what, promise) {
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`${what}: timed out after ${seconds} s`)), seconds * 1000)));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

const hashOf = (page) => page.evaluate(() => window.projectHash());

/** Finds which state of an interrupted stream the project is in; throws if it is none, or older than the last acknowledged one. */
async function survivors(page, told) {
  const pending = told.next;
  if (pending.kind === "undo" || pending.kind === "redo") told.pushNext();
  const now = await hashOf(page);
  const at = told.states.lastIndexOf(now);
  if (at >= told.acknowledged) return { at, back: told.undoStacks[at].at(-1), now };
  // Perhaps a part of the next edit was carried out: then undoing that part leads to the last reported state.
  const last = told.states.length - 1;
  let steps = 0;
  while (steps < pending.count && pending.kind === "edit") {
    if (!(await page.evaluate(() => window.crossread.undo()))) break;
    steps += 1;
    const before = await hashOf(page);
    if (before !== told.states[last]) continue;
    for (let i = 0; i < steps; i++) await page.evaluate(() => window.crossread.redo());
    expect(await hashOf(page), "redo restores the state after").toBe(now);
    return { at: last + (steps > 0 ? 1 : 0), back: steps === 1 ? told.states[last] : undefined, now };
  }
  const found = at < 0 ? "a state that was never reported" : `the state after ${at} edits`;
  throw new Error(`${told.acknowledged} edits of ${last} were acknowledged, and after the restart the project is in ${found}`);
}

test("all saved changes survive when the page or the browser is killed at random moments", async ({ baseURL, launchOptions }) => {
  test.setTimeout(60_000 + CRASHES * 30_000);
  const random = randomFrom(SEED);
  const count = { renderers: 0, browsers: 0, edits: 0, acknowledged: 0, lost: 0, unacknowledged: 0, undone: 0, nearSnapshot: 0, stuck: 0 };
  let [profile, context, told, run, all] = [null, null, new Told(), 0, []];
  const faults = [];

  const start = async () => {
    context = await chromium.launchPersistentContext(profile, { ...launchOptions, baseURL, viewport: { width: 1000, height: 700 } });
    await context.exposeFunction("reportState", (words) => told.receive(words));
    await context.addInitScript(installHash);
  };
  const visit = async () => {
    // The killed page stays open until there is another one, because the browser exits with its last page.
    let old = context.pages();
    const page = await within(8, "opening a page", context.newPage()).catch(async () => {
      // Sometimes the browser cannot open a page after all its renderers were killed at once: then it is killed as well.
      count.stuck += 1;
      const closed = context.waitForEvent("close");
      for (const { id } of all) {
        try {
          process.kill(id, "SIGKILL");
        } catch {
          // The process has ended already.
        }
      }
      await closed;
      await start();
      old = context.pages();
      return context.newPage();
    });
    for (const one of old) await within(5, "closing a page", one.close()).catch((error) => console.log(`run ${run}: ${error.message}`));
    await page.goto("./");
    await ready(page);
    return page;
  };
  const processes = async () => {
    return (await within(30, "listing the processes", listed())).processInfo;
  };
  const listed = async () => {
    const session = (await context.browser()?.newBrowserCDPSession()) ?? (await context.newCDPSession(context.pages()[0]));
    return session.send("SystemInfo.getProcessInfo");
  };
  const finish = async () => {
    await context?.close().catch(() => {});
    if (profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    [context, profile] = [null, null];
  };

  try {
    let page;
    for (; run < CRASHES; run++) {
      const inChapter = run % CHAPTER;
      if (inChapter === 0) {
        await finish();
        profile = mkdtempSync(join(tmpdir(), "crossread-crash-"));
        await start();
        page = await visit();
        for (const { id } of ARTICLES) await page.waitForFunction((id) => window.crossread.project().articles.some((one) => one.id === id), id);
      }
      // In every other profile the stream starts shortly before a snapshot is due, so that some kills happen while it is written.
      const chapterNear = Math.floor(run / CHAPTER) % 2 === 1;
      const near = inChapter === 0 && chapterNear;
      if (near) {
        count.nearSnapshot += 1;
        await page.evaluate(([article, steps]) => {
          const id = window.crossread.annotate({ article, label: "Other", ranges: [[0, 5]] });
          for (let i = 1; i < steps; i++) window.crossread.update(id, { note: `${i}` });
        }, [ARTICLES[0].id, SNAPSHOT - 4 - random(12)]);
      }
      await within(30, "saving before the stream", page.evaluate(() => window.crossread.saved()));

      const whole = inChapter === CHAPTER - 1;
      all = await processes();
      const victims = all.filter(({ type }) => whole || type === "renderer").map(({ id }) => id);
      const ended = whole ? context.waitForEvent("close") : page.waitForEvent("crash");
      told = new Told();
      // Kill at a random time, or at a random edit.
      const atEdit = random(2) === 0 ? random(near ? 12 : 60) : Infinity;
      let killed = false;
      const kill = () => {
        if (killed) return;
        killed = true;
        for (const id of victims) process.kill(id, "SIGKILL");
      };
      told.onState = (k) => k === atEdit && setTimeout(kill, random(8));
      const timer = setTimeout(kill, random(near ? 200 : 600));
      const streaming = page.evaluate(stream, { seed: SEED + run, articles: ARTICLES.map(({ id }) => id), withPauses: !near });
      const early = await within(60, "the end of the stream", Promise.race([streaming.catch((error) => error), ended]));
      await within(60, "the end of the killed process", ended);
      clearTimeout(timer);
      if (early instanceof Error && !/crash|closed/i.test(early.message)) faults.push(`run ${run}: ${early.message}`);
      count[whole ? "browsers" : "renderers"] += 1;
      if (whole) await start();
      page = await visit();

      count.edits += Math.max(0, told.states.length - 1);
      count.acknowledged += told.acknowledged;
      if (told.states.length === 0) continue;
      try {
        const { at, back, now } = await within(60, "checking the state after the restart", survivors(page, told));
        count.unacknowledged += at - told.acknowledged;
        if (back !== undefined && (await page.evaluate(() => window.crossread.undo()))) {
          count.undone += 1;
          expect(await hashOf(page), "undo works across the restart").toBe(back);
          await page.evaluate(() => window.crossread.redo());
          expect(await hashOf(page), "redo works across the restart").toBe(now);
        } else if (back !== undefined && !chapterNear) {
          // Only a snapshot may clear the undo history.
          faults.push(`run ${run}: nothing can be undone`);
        }
      } catch (error) {
        count.lost += 1;
        faults.push(`run ${run}: ${error.message}`);
      }
    }
  } finally {
    await finish();
    console.log(
      `seed ${SEED}: ${run} kills (${count.renderers} of the page, ${count.browsers} of the whole browser; ${count.nearSnapshot} near a snapshot; ` +
        `${count.stuck} times the browser opened no page after it and was killed as well), ` +
        `${count.edits} edits, ${count.acknowledged} acknowledged, ${count.lost} lost after that, ` +
        `${count.unacknowledged} more survived, ${count.undone} undone and redone after the restart`,
    );
  }
  expect(faults, `seed ${SEED}`).toEqual([]);
  expect(count.acknowledged, "some edits were acknowledged").toBeGreaterThan(0);
});
