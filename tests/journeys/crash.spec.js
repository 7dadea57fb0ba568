// Kills the page or the browser at random moments of a stream of edits, and checks that saved changes are there.
//
// `CRASHES` is how often (20), `CRASH_SEED` the seed of the random numbers (1). Nothing here knows how projects are stored.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { ARTICLES, expect, open, ready, test } from "./support.js";

test.describe.configure({ retries: 0 });

const CRASHES = Number(process.env.CRASHES ?? 20);
const SEED = Number(process.env.CRASH_SEED ?? 1);
/** So many kills in one profile, the last of them of the whole browser. */
const CHAPTER = 5;
/** The program writes a new snapshot about every so many steps; some streams begin shortly before one. */
const SNAPSHOT = 500;

function randomFrom(seed) {
  let state = seed >>> 0;
  return (below) => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 8) % below;
}

/** In the page: a number that stands for the whole project, byte for byte. */
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

/** In the page: edits for ever. Before each it tells the state and what it is about to do, and waits until that is known. */
async function stream({ seed, articles, hurry }) {
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
      // What may not be is refused, and changes nothing.
    }
  };
  for (let k = 0; ; k++) {
    const kind = one(["edit", "edit", "edit", "burst", "undo", "undo", "redo"]);
    const next = kind === "burst" ? { kind: "edit", count: 2 + random(8) } : { kind, count: 1 };
    // Where nothing is left to take back, the harness says so and nothing is done.
    const go = await window.tell({ k, hash: window.projectHash(), next });
    if (go && kind === "undo") crossread.undo();
    else if (go && kind === "redo") crossread.redo();
    else if (go) for (let i = 0; i < next.count; i++) edit();
    const hash = window.projectHash();
    const acknowledge = () => window.tell({ acknowledged: k + 1, hash });
    if (random(4) === 0) {
      await crossread.saved();
      acknowledge();
    } else if (random(3) === 0) crossread.saved().then(acknowledge);
    if (!hurry && random(10) === 0) await new Promise((done) => setTimeout(done, random(30)));
  }
}

/** What one stream has told: the state before each of its edits, how to get back from it, and what it was about to do. */
class Told {
  states = [];
  /** For each state, the states that undoing leads to, the next one last. */
  backs = [];
  redos = [];
  acknowledged = 0;
  next = null;
  /** Called with each state. */
  onState = () => {};

  hear({ k, hash, next, acknowledged }) {
    if (acknowledged !== undefined) {
      this.acknowledged = Math.max(this.acknowledged, acknowledged);
      this.reach(acknowledged, hash);
      return true;
    }
    this.reach(k, hash);
    const possible = next.kind === "edit" || (next.kind === "undo" ? this.backs.at(-1).length > 0 : this.redos.at(-1).length > 0);
    this.next = possible ? next : { kind: "nothing", count: 0 };
    this.onState(k);
    return possible;
  }

  /** The state of a number, told for the first time or again. */
  reach(k, hash) {
    if (k < this.states.length) return;
    if (k === 0) this.record(hash, [], []);
    else this.follow(hash);
    this.next = { kind: "nothing", count: 0 };
  }

  record(hash, back, redo) {
    this.states.push(hash);
    this.backs.push(back);
    this.redos.push(redo);
  }

  /** The state after what was to be done, which the page tells; for undo and redo it is known before. */
  follow(hash) {
    const [before, back, redo] = [this.states.at(-1), this.backs.at(-1), this.redos.at(-1)];
    const { kind, count } = this.next;
    if (kind === "undo") {
      this.record(hash ?? back.at(-1), back.slice(0, -1), [...redo, before]);
      expect(this.states.at(-1), "undo leads back").toBe(back.at(-1));
    } else if (kind === "redo") {
      this.record(hash ?? redo.at(-1), [...back, before], redo.slice(0, -1));
      expect(this.states.at(-1), "redo leads on").toBe(redo.at(-1));
    } else if (kind === "nothing" || hash === before) this.record(before, back, redo);
    // Of several edits at once only the last state is told, and how many of them there were is not.
    else this.record(hash, count === 1 ? [...back, before] : [], []);
  }
}

/** So that what hangs is named, and ends. */
function within(seconds, what, promise) {
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`${what}: nothing after ${seconds} s`)), seconds * 1000)));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

const hashOf = (page) => page.evaluate(() => window.projectHash());

/** How many edits of a stream that was cut off are there; throws if what is there is no state of it, or an older one. */
async function survivors(page, told) {
  const pending = told.next;
  if (pending.kind === "undo" || pending.kind === "redo") told.follow();
  const now = await hashOf(page);
  const at = told.states.lastIndexOf(now);
  if (at >= told.acknowledged) return { at, back: told.backs[at].at(-1), now };
  // Perhaps a part of what was about to be done: then taking that back leads to the state before.
  const last = told.states.length - 1;
  let steps = 0;
  while (steps < pending.count && pending.kind === "edit") {
    if (!(await page.evaluate(() => window.crossread.undo()))) break;
    steps += 1;
    const before = await hashOf(page);
    if (before !== told.states[last]) continue;
    for (let i = 0; i < steps; i++) await page.evaluate(() => window.crossread.redo());
    expect(await hashOf(page), "redo leads on").toBe(now);
    return { at: last + (steps > 0 ? 1 : 0), back: steps === 1 ? told.states[last] : undefined, now };
  }
  const found = at < 0 ? "no state that it ever had" : `the state after ${at}`;
  throw new Error(`${told.acknowledged} edits of ${last} were acknowledged, and after the restart the project is in ${found}`);
}

test("page and browser are killed at random moments: all saved changes are there", async ({ baseURL, launchOptions }) => {
  test.setTimeout(60_000 + CRASHES * 30_000);
  const random = randomFrom(SEED);
  const count = { renderers: 0, browsers: 0, edits: 0, acknowledged: 0, lost: 0, unacknowledged: 0, undone: 0, nearSnapshot: 0, stuck: 0 };
  let [profile, context, told, run, all] = [null, null, new Told(), 0, []];
  const faults = [];

  const start = async () => {
    context = await chromium.launchPersistentContext(profile, { ...launchOptions, baseURL, viewport: { width: 1000, height: 700 } });
    await context.exposeFunction("tell", (words) => told.hear(words));
    await context.addInitScript(installHash);
  };
  const visit = async () => {
    // The one that was killed stays until there is another: without any, the browser ends.
    let old = context.pages();
    const page = await within(8, "a new page", context.newPage()).catch(async () => {
      // At times the browser opens none any more when all its renderers were killed at once: then it goes too.
      count.stuck += 1;
      const closed = context.waitForEvent("close");
      for (const { id } of all) {
        try {
          process.kill(id, "SIGKILL");
        } catch {
          // It is gone already.
        }
      }
      await closed;
      await start();
      old = context.pages();
      return context.newPage();
    });
    for (const one of old) await within(5, "closing", one.close()).catch((error) => console.log(`run ${run}: ${error.message}`));
    await page.goto("./");
    await ready(page);
    return page;
  };
  const processes = async () => {
    return (await within(30, "the list of processes", listed())).processInfo;
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
      // Every other chapter begins shortly before a snapshot is due, so that some kills fall into its writing.
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
      // At a moment, or in the midst of an edit.
      const atEdit = random(2) === 0 ? random(near ? 12 : 60) : Infinity;
      let killed = false;
      const kill = () => {
        if (killed) return;
        killed = true;
        for (const id of victims) process.kill(id, "SIGKILL");
      };
      told.onState = (k) => k === atEdit && setTimeout(kill, random(8));
      const timer = setTimeout(kill, random(near ? 200 : 600));
      const streaming = page.evaluate(stream, { seed: SEED + run, articles: ARTICLES.map(({ id }) => id), hurry: near });
      const early = await within(60, "the end of the stream", Promise.race([streaming.catch((error) => error), ended]));
      await within(60, "the end", ended);
      clearTimeout(timer);
      if (early instanceof Error && !/crash|closed/i.test(early.message)) faults.push(`run ${run}: ${early.message}`);
      count[whole ? "browsers" : "renderers"] += 1;
      if (whole) await start();
      page = await visit();

      count.edits += Math.max(0, told.states.length - 1);
      count.acknowledged += told.acknowledged;
      if (told.states.length === 0) continue;
      try {
        const { at, back, now } = await within(60, "looking at what survived", survivors(page, told));
        count.unacknowledged += at - told.acknowledged;
        if (back !== undefined && (await page.evaluate(() => window.crossread.undo()))) {
          count.undone += 1;
          expect(await hashOf(page), "undo reaches behind the restart").toBe(back);
          await page.evaluate(() => window.crossread.redo());
          expect(await hashOf(page), "and redo leads on").toBe(now);
        } else if (back !== undefined && !chapterNear) {
          // Only a snapshot may end what can be undone.
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
  expect(count.acknowledged, "the streams got somewhere").toBeGreaterThan(0);
});
