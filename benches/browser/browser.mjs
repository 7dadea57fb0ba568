// A browser with a profile of its own, and how long anything in it may take.
import { chromium } from "playwright-core";
import { MEASURE } from "./pages.mjs";

const ARGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
/** What takes longer than this, in seconds, did not survive. */
export const LIMIT = Number(process.env.LIMIT ?? 30);

/** Opens a page of `pages.mjs` in a fresh browser, acts on it, and closes it. */
export async function fresh(origin, { path, script = "" }, act) {
  const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: ARGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(LIMIT * 1_000);
    const errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.addInitScript(MEASURE + script);
    const wire = [];
    page.on("response", (response) => wire.push(response));
    await page.goto(origin + path);
    await act(page, wire);
    if (errors.length > 0) process.stderr.write(`${path}: ${errors[0]}\n`);
  } finally {
    await browser.close();
  }
}

/** The promise's value, or an error after the limit. */
export function within(promise, what) {
  let timer;
  const late = new Promise((_, fail) => (timer = setTimeout(() => fail(new Error(`${what}: over ${LIMIT} s`)), LIMIT * 1_000)));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
