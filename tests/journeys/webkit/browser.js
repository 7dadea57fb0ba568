// WebKitGTK by its WebDriver: the driver, the page on a server of its own for each test, and what a user does with mouse and keys.
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Builder, Button, By, Key, Origin, until } from "selenium-webdriver";
import { DIST, serve } from "../serve.mjs";

export { By, Key };

const MINI_BROWSER = process.env.WEBKIT_PATH ?? "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
/** How long a state of the page is waited for, in milliseconds. */
const TIMEOUT = 8_000;

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}

/** Starts the driver and a browser: `{driver, quit}`. */
export async function start() {
  const port = await freePort();
  const service = spawn("WebKitWebDriver", [`--port=${port}`], { stdio: "ignore" });
  const capabilities = {
    browserName: "MiniBrowser",
    // The page's file inputs are hidden.
    strictFileInteractability: false,
    "webkitgtk:browserOptions": { binary: MINI_BROWSER, args: ["--automation"] },
  };
  const build = () => new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build();
  let driver;
  for (let tries = 0; !driver; tries++) {
    try {
      driver = await build();
    } catch (error) {
      if (tries === 40 || error.code !== "ECONNREFUSED") throw error;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  await driver.manage().window().setRect({ x: 0, y: 0, width: 1400, height: 900 });
  const quit = async () => {
    await driver.quit().catch(() => {});
    service.kill();
  };
  return { driver, quit };
}

/** A script of the page's own origin, which records errors: the driver does not report them. */
const RECORDER = `
  window.faults = [];
  addEventListener("error", ({ message }) => faults.push(message));
  addEventListener("unhandledrejection", ({ reason }) => faults.push(String(reason)));
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => faults.push(violatedDirective + " refused " + blockedURI));
  const log = console.error;
  console.error = (...words) => (faults.push(words.join(" ")), log.apply(console, words));
`;

/** The page on a new server, and so with a storage of its own: `{requests, close}`. */
export async function openPage(driver) {
  const requests = [];
  const edits = {
    "index.html": () => readFileSync(join(DIST, "index.html"), "utf8").replace("</title>", `</title><script src="recorder.js"></script>`),
    "recorder.js": () => RECORDER,
  };
  const { origin, close } = await serve({ edits, onRequest: (request) => requests.push(request) });
  await driver.get(`${origin}/`);
  await ready(driver);
  return { requests, close };
}

export const run = (driver, script, ...given) => driver.executeScript(script, ...given);
/** Waits until a function of the page returns something true, and returns it. */
export const waitFor = (driver, script, ...given) => driver.wait(() => run(driver, script, ...given), TIMEOUT, `Waiting for ${script}`);
/** Waits until the script API and the panels are there, which come some frames later. */
export const ready = (driver) =>
  waitFor(driver, `
    const isComplete = !document.querySelector("#side[aria-busy=true], .minimap:empty");
    return window.crossread !== undefined && isComplete && document.querySelectorAll("[role=document]").length === 3;`);
export const quotes = (driver) => run(driver, "return window.crossread.project().annotations.map((it) => `${it.label}: ${it.ranges.map((range) => range.exact).join(' … ')}`)");
/** Waits until everything is on disk. */
export const saved = (driver) => driver.executeAsyncScript("window.crossread.saved().then(arguments[0])");

/** Where words begin and end in an article, by the article's index: `{start, end}`, each `{x, y}` inside the first and the last character. */
export const ends = (driver, article, words) =>
  run(
    driver,
    `const [article, words] = arguments;
     const root = document.querySelectorAll("[role=document]")[article];
     const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
     for (let node; (node = walker.nextNode()); ) {
       const at = node.data.indexOf(words);
       if (at < 0) continue;
       const range = document.createRange();
       range.setStart(node, at);
       range.setEnd(node, at + words.length);
       const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
       const middle = ({ top, bottom }) => (top + bottom) / 2;
       return { start: { x: boxes[0].left + 4, y: middle(boxes[0]) }, end: { x: boxes.at(-1).right - 1, y: middle(boxes.at(-1)) } };
     }
     throw new Error(words + " is in no text node")`,
    article,
    words,
  );

const moveTo = (actions, { x, y }) => actions.move({ x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT, duration: 40 });

/** Drags the mouse over words. */
export async function dragOver(driver, article, words) {
  const { start, end } = await ends(driver, article, words);
  await moveTo(moveTo(driver.actions(), start).press(Button.LEFT), end).release(Button.LEFT).perform();
}

export async function clickWords(driver, article, words) {
  const { start } = await ends(driver, article, words);
  await moveTo(driver.actions(), start).click().perform();
}

export async function doubleClick(driver, article, words) {
  const { start } = await ends(driver, article, words);
  await moveTo(driver.actions(), start).doubleClick().perform();
}

/** Presses keys one after the other; "Control+z" holds Ctrl. */
export async function press(driver, ...all) {
  for (const keys of all) {
    const names = keys.split("+").map((name) => Key[name.toUpperCase()] ?? name);
    const actions = driver.actions();
    for (const name of names) actions.keyDown(name);
    for (const name of names.reverse()) actions.keyUp(name);
    await actions.perform();
  }
}

/** The visible button of this name. */
export async function button(driver, name) {
  const element = await waitFor(
    driver,
    `return [...document.querySelectorAll("button")].find((it) => it.checkVisibility() && (it.getAttribute("aria-label") ?? it.textContent).trim().startsWith(arguments[0]))`,
    name,
  );
  return element;
}

/** Waits until the open dialog has this heading; \`null\`: until none is open. */
export const dialog = (driver, heading) =>
  heading === null
    ? waitFor(driver, "return !document.querySelector('dialog[open]')")
    : driver.wait(until.elementLocated(By.xpath(`//dialog[@open and starts-with(normalize-space(.//h2), "${heading}")]`)), TIMEOUT);

/** How many pixels of a picture of the window in a rectangle are of a colour, each channel within 24 of 255. */
export async function countPixels(driver, { left, top, width, height }, colour) {
  const picture = await driver.takeScreenshot();
  return driver.executeAsyncScript(
    `const [picture, { left, top, width, height }, colour, done] = arguments;
     const image = new Image();
     image.onload = () => {
       const canvas = document.createElement("canvas");
       Object.assign(canvas, { width: image.width, height: image.height });
       const context = canvas.getContext("2d");
       context.drawImage(image, 0, 0);
       const scale = image.width / innerWidth;
       const { data } = context.getImageData(left * scale, top * scale, Math.max(1, width * scale), Math.max(1, height * scale));
       let count = 0;
       for (let i = 0; i < data.length; i += 4) if (colour.every((channel, c) => Math.abs(data[i + c] - channel) <= 24)) count++;
       done(count);
     };
     image.src = "data:image/png;base64," + picture;`,
    picture,
    { left, top, width, height },
    colour,
  );
}
