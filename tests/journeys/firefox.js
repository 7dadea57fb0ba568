// What Playwright's driver for Firefox does not do, done in the page: see `adapt`.

/** In the page, before its own scripts. */
function inPage() {
  // Text that a script puts into a field is followed by no `change` when the focus leaves.
  const values = new WeakMap();
  const isText = (element) => element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && !["checkbox", "radio", "file"].includes(element.type));
  const changed = (element) => {
    if (!isText(element) || !values.has(element) || values.get(element) === element.value) return;
    values.set(element, element.value);
    element.dispatchEvent(new Event("change", { bubbles: true }));
  };
  addEventListener("focus", ({ target }) => isText(target) && values.set(target, target.value), true);
  addEventListener("change", ({ target }) => isText(target) && values.set(target, target.value), true);
  addEventListener("blur", ({ target }) => changed(target), true);
  addEventListener("keydown", ({ key, target }) => key === "Enter" && target instanceof HTMLInputElement && changed(target));

  // The clicks of a double click come as single clicks.
  let clicks = 1;
  window.journeys = { setClicks: (count) => (clicks = count), downloads: [] };
  for (const type of ["mousedown", "mouseup", "click"]) {
    addEventListener(
      type,
      (event) => {
        if (clicks < 2 || !event.isTrusted) return;
        Object.defineProperty(event, "detail", { value: clicks });
      },
      true,
    );
  }
  addEventListener("click", (event) => {
    if (event.isTrusted && event.detail === 2) event.target.dispatchEvent(new MouseEvent("dblclick", { ...point(event), bubbles: true, cancelable: true, detail: 2 }));
  });
  const point = ({ clientX, clientY, ctrlKey, shiftKey, altKey, metaKey }) => ({ clientX, clientY, ctrlKey, shiftKey, altKey, metaKey });

  // Of an error that is logged, the driver reports the name only.
  const log = console.error;
  console.error = (...words) => log.apply(console, words.map((word) => (word instanceof Error ? String(word) : word)));

  // The download of a blob is not reported.
  const blobs = new Map();
  const create = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    const url = create.call(URL, blob);
    blobs.set(url, blob);
    return url;
  };
  const click = HTMLElement.prototype.click;
  HTMLElement.prototype.click = function () {
    if (this instanceof HTMLAnchorElement && this.hasAttribute("download") && blobs.has(this.href)) {
      window.journeys.downloads.push({ name: this.download, blob: blobs.get(this.href) });
    } else if (this instanceof HTMLInputElement && this.type === "file") {
      // Only the first file chooser of a page is reported.
      window.journeys.chooser = this;
    } else {
      click.call(this);
    }
  };
}

/** Adapts a context and all pages that will be opened in it. */
export async function adapt(context) {
  adaptScripts(context);
  context.on("page", adaptPage);
  await context.addInitScript(inPage);
}

/** The driver runs these scripts in the empty page before the first one too, which has neither storage nor files. */
function adaptScripts(target) {
  const add = target.addInitScript.bind(target);
  target.addInitScript = (script, argument) =>
    add(`if (isSecureContext) (${script})(${argument === undefined ? "" : JSON.stringify(argument)})`);
}

function adaptPage(page) {
  adaptScripts(page);
  const { mouse } = page;
  const click = mouse.click.bind(mouse);
  mouse.click = async (x, y, { clickCount = 1, ...options } = {}) => {
    for (let count = 1; count <= clickCount; count++) {
      if (count > 1) await page.evaluate((count) => window.journeys.setClicks(count), count);
      await click(x, y, options);
    }
    if (clickCount > 1) await page.evaluate(() => window.journeys.setClicks(1));
  };
  // The driver does not move the pointer out of the window.
  const move = mouse.move.bind(mouse);
  mouse.move = (x, y, options) => {
    const { width, height } = page.viewportSize();
    return move(Math.min(Math.max(x, 0), width - 1), Math.min(Math.max(y, 0), height - 1), options);
  };
  mouse.dblclick = (x, y, options) => mouse.click(x, y, { ...options, clickCount: 2 });
}

/** Runs an action that starts a download, and returns `{name, bytes}` of the file. */
export async function download(page, action) {
  const count = await page.evaluate(() => window.journeys.downloads.length);
  await action();
  await page.waitForFunction((count) => window.journeys.downloads.length > count, count);
  const { name, base64 } = await page.evaluate(async (at) => {
    const { name, blob } = window.journeys.downloads[at];
    const reader = new FileReader();
    await new Promise((done) => {
      reader.onload = done;
      reader.readAsDataURL(blob);
    });
    return { name, base64: reader.result.slice(reader.result.indexOf(",") + 1) };
  }, count);
  return { name, bytes: Buffer.from(base64, "base64") };
}

/** Runs an action that opens a file chooser, and chooses files in it. */
export async function pickFiles(page, action, files) {
  await page.evaluate(() => delete window.journeys.chooser);
  await action();
  const input = await page.waitForFunction(() => window.journeys.chooser);
  await input.asElement().setInputFiles(files);
}
