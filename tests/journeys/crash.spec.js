// Kills the page or the browser at random moments during a stream of edits, and checks that saved changes survive.
//
// `CRASHES` is the number of kills (default 20), `CRASH_SEED` the seed of the random numbers (default 1). The test does not
// depend on how projects are stored.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { killBrowserOf, pageKiller } from "./kills.js";
import { ARTICLES, expect, ready, test } from "./support.js";

test.describe.configure({ retries: 0 });

const CRASHES = Number(process.env.CRASHES ?? 20);
const SEED = Number(process.env.CRASH_SEED ?? 1);
/** The number of kills in one browser profile. The last one kills the browser, the others only the page. */
const KILLS_PER_PROFILE = 5;
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
async function streamEdits({ seed, articles, withPauses }) {
  let state = seed >>> 0;
  const random = (below) => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 8) % below;
  const pick = (list) => list[random(list.length)];
  const { crossread } = window;
  const labels = ["Person", "Organization", "Location", "Claim", "Other"];
  const edit = () => {
    const { annotations, relations } = crossread.project();
    const choice = random(10);
    const start = random(800);
    const annotation = { article: pick(articles), label: pick(labels), ranges: [[start, start + 4 + random(30)]], note: `n${random(1e6)}` };
    try {
      if (choice < 4 || annotations.length < 3) crossread.annotate(annotation);
      else if (choice < 6) crossread.relate({ from: pick(annotations).id, to: pick(annotations).id, type: pick(["supports", "repeats"]) });
      else if (choice < 8) crossread.update(pick(annotations).id, { note: `n${random(1e6)}`, label: pick(labels) });
      else crossread.remove(pick([...annotations, ...relations]).id);
    } catch {
      // Invalid edits are rejected and change nothing.
    }
  };
  for (let k = 0; ; k++) {
    const kind = pick(["edit", "edit", "edit", "burst", "undo", "undo", "redo"]);
    const next = kind === "burst" ? { kind: "edit", count: 2 + random(8) } : { kind, count: 1 };
    // If there is nothing to undo or redo, the test answers false and nothing is done.
    const allowed = await window.reportState({ k, hash: window.projectHash(), next });
    if (allowed && kind === "undo") crossread.undo();
    else if (allowed && kind === "redo") crossread.redo();
    else if (allowed) for (let i = 0; i < next.count; i++) edit();
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
class EditLog {
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
function withTimeout(seconds, what, promise) {
  let timer;
  const timeout = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`${what}: timed out after ${seconds} s`)), seconds * 1000)));
  return Promise.race([promise, timeout]).finally(() => clearTimeout(timer));
}

const hashOf = (page) => page.evaluate(() => window.projectHash());

/** Finds which state of an interrupted stream the project is in; throws if it is none, or older than the last acknowledged one. */
async function findState(page, log) {
  const pending = log.next;
  if (pending.kind === "undo" || pending.kind === "redo") log.pushNext();
  const now = await hashOf(page);
  const at = log.states.lastIndexOf(now);
  if (at >= log.acknowledged) return { at, previous: log.undoStacks[at].at(-1), now };
  // Perhaps a part of the next edit was carried out: then undoing that part leads to the last reported state.
  const last = log.states.length - 1;
  let steps = 0;
  while (steps < pending.count && pending.kind === "edit") {
    if (!(await page.evaluate(() => window.crossread.undo()))) break;
    steps += 1;
    const before = await hashOf(page);
    if (before !== log.states[last]) continue;
    for (let i = 0; i < steps; i++) await page.evaluate(() => window.crossread.redo());
    expect(await hashOf(page), "redo restores the state after").toBe(now);
    return { at: last + (steps > 0 ? 1 : 0), previous: steps === 1 ? log.states[last] : undefined, now };
  }
  const found = at < 0 ? "a state that was never reported" : `the state after ${at} edits`;
  throw new Error(`${log.acknowledged} edits of ${last} were acknowledged, and after the restart the project is in ${found}`);
}

test("all saved changes survive when the page or the browser is killed at random moments", async ({ baseURL, launchOptions }) => {
  test.setTimeout(180_000 + CRASHES * 30_000);
  const random = randomFrom(SEED);
  const count = { renderers: 0, browsers: 0, edits: 0, acknowledged: 0, lost: 0, unacknowledged: 0, undone: 0, nearSnapshot: 0, stuck: 0 };
  let [profile, context, log, run] = [null, null, new EditLog(), 0];
  /** Resolves when the present browser has ended. */
  let closed = Promise.resolve();
  const failures = [];

  const start = async () => {
    context = await chromium.launchPersistentContext(profile, { ...launchOptions, baseURL, viewport: { width: 1000, height: 700 } });
    const started = context;
    closed = new Promise((resolve) => started.once("close", resolve));
    await context.exposeFunction("reportState", (words) => log.receive(words));
    await context.addInitScript(installHash);
  };
  /** Ends a browser that no longer answers, which says nothing about the page, and starts it again. */
  const restartStuckBrowser = async () => {
    count.stuck += 1;
    killBrowserOf(profile);
    await withTimeout(60, "the end of the stuck browser", closed).catch((error) => console.log(`run ${run}: ${error.message}`));
    await start();
  };
  const openPage = async () => {
    // The killed page stays open until there is another one, because the browser exits with its last page.
    let oldPages = context.pages();
    const page = await withTimeout(30, "opening a page", context.newPage()).catch(async () => {
      await restartStuckBrowser();
      oldPages = context.pages();
      return context.newPage();
    });
    for (const one of oldPages) await withTimeout(5, "closing a page", one.close()).catch((error) => console.log(`run ${run}: ${error.message}`));
    await page.goto("./");
    await ready(page);
    return page;
  };
  const closeBrowser = async () => {
    await context?.close().catch(() => {});
    if (profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    [context, profile] = [null, null];
  };

  try {
    let page;
    for (; run < CRASHES; run++) {
      const indexInProfile = run % KILLS_PER_PROFILE;
      if (indexInProfile === 0) {
        await closeBrowser();
        profile = mkdtempSync(join(tmpdir(), "crossread-crash-"));
        await start();
        page = await openPage();
        for (const { id } of ARTICLES) await page.waitForFunction((id) => window.crossread.project().articles.some((one) => one.id === id), id);
      }
      // In every other profile the stream starts shortly before a snapshot is due, so that some kills happen while it is written.
      const profileNearSnapshot = Math.floor(run / KILLS_PER_PROFILE) % 2 === 1;
      const nearSnapshot = indexInProfile === 0 && profileNearSnapshot;
      if (nearSnapshot) {
        count.nearSnapshot += 1;
        await page.evaluate(([article, steps]) => {
          const id = window.crossread.annotate({ article, label: "Other", ranges: [[0, 5]] });
          for (let i = 1; i < steps; i++) window.crossread.update(id, { note: `${i}` });
        }, [ARTICLES[0].id, SNAPSHOT - 4 - random(12)]);
      }
      await withTimeout(90, "saving before the stream", page.evaluate(() => window.crossread.saved()));

      const killsBrowser = indexInProfile === KILLS_PER_PROFILE - 1;
      const end = killsBrowser ? () => killBrowserOf(profile) : await pageKiller(page);
      const ended = killsBrowser ? closed : page.waitForEvent("crash", { timeout: 0 });
      log = new EditLog();
      // Kill at a random time, or at a random edit.
      const atEdit = random(2) === 0 ? random(nearSnapshot ? 12 : 60) : Infinity;
      let killed = false;
      const kill = () => {
        if (killed) return;
        killed = true;
        end();
      };
      log.onState = (k) => k === atEdit && setTimeout(kill, random(8));
      const timer = setTimeout(kill, random(nearSnapshot ? 200 : 600));
      const streaming = page.evaluate(streamEdits, { seed: SEED + run, articles: ARTICLES.map(({ id }) => id), withPauses: !nearSnapshot });
      const result = await withTimeout(120, "the end of the stream", Promise.race([streaming.catch((error) => error), ended]));
      const isReported = await withTimeout(60, "the end of the killed process", ended).then(() => true, () => false);
      clearTimeout(timer);
      if (result instanceof Error && !/crash|closed/i.test(result.message)) failures.push(`run ${run}: ${result.message}`);
      count[killsBrowser ? "browsers" : "renderers"] += 1;
      if (!isReported) await restartStuckBrowser();
      else if (killsBrowser) await start();
      page = await openPage();

      count.edits += Math.max(0, log.states.length - 1);
      count.acknowledged += log.acknowledged;
      if (log.states.length === 0) continue;
      try {
        const { at, previous, now } = await withTimeout(120, "checking the state after the restart", findState(page, log));
        count.unacknowledged += at - log.acknowledged;
        if (previous !== undefined && (await page.evaluate(() => window.crossread.undo()))) {
          count.undone += 1;
          expect(await hashOf(page), "undo works across the restart").toBe(previous);
          await page.evaluate(() => window.crossread.redo());
          expect(await hashOf(page), "redo works across the restart").toBe(now);
        } else if (previous !== undefined && !profileNearSnapshot) {
          // Only a snapshot may clear the undo history.
          failures.push(`run ${run}: nothing can be undone`);
        }
      } catch (error) {
        count.lost += 1;
        failures.push(`run ${run}: ${error.message}`);
      }
    }
  } finally {
    await closeBrowser();
    console.log(
      `seed ${SEED}: ${run} kills (${count.renderers} of the page, ${count.browsers} of the browser; ${count.nearSnapshot} near a snapshot; ` +
        `${count.stuck} times the browser no longer answered after it and was killed as well), ` +
        `${count.edits} edits, ${count.acknowledged} acknowledged, ${count.lost} lost after that, ` +
        `${count.unacknowledged} more survived, ${count.undone} undone and redone after the restart`,
    );
  }
  expect(failures, `seed ${SEED}`).toEqual([]);
  expect(count.acknowledged, "some edits were acknowledged").toBeGreaterThan(0);
});
