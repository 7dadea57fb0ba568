// A journey by keys alone: what presses them, and what holds that no hand was on anything else.
import { expect, open, test } from "./support.js";

const noteHands = () => {
  window.byHand = [];
  const names = ["pointerdown", "pointerup", "pointermove", "mousedown", "mouseup", "mousemove", "wheel", "touchstart", "dblclick", "contextmenu"];
  const note = (event) => event.isTrusted && window.byHand.push(event.type);
  for (const name of names) window.addEventListener(name, note, true);
  // A key on a button is a click without a count.
  window.addEventListener("click", (event) => event.detail > 0 && note(event), true);
};
/** Notes whatever a hand on a mouse, a pen or a screen would make the browser say. Call it before the page is opened. */
export const watchHands = (page) => page.addInitScript(noteHands);
/** The same from now on, in a page that hands have made ready. */
export const watchHandsNow = (page) => page.evaluate(noteHands);
export const expectNoHands = async (page) =>
  expect(await page.evaluate(() => window.byHand), "no mouse, pen or finger was used").toEqual([]);

/** Each journey of the group begins with the page open, and goes by keys alone. */
export function byKeysAlone() {
  test.beforeEach(async ({ page }) => {
    await watchHands(page);
    await open(page);
  });
  test.afterEach(({ page }) => expectNoHands(page));
}

export const press = async (page, ...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};
export const active = (page, name) => page.evaluate((name) => document.activeElement?.getAttribute(name), name);

/** F6 goes round the regions of the page until the text has the keyboard. */
export async function intoText(page) {
  for (let i = 0; i < 8 && (await active(page, "role")) !== "document"; i++) await press(page, "F6");
  expect(await active(page, "role")).toBe("document");
}

export const focusedName = (page) => page.evaluate(() => {
  const it = document.activeElement;
  if (it === document.body) return "the page as a whole";
  return (it.getAttribute("aria-label") ?? it.labels?.[0]?.textContent ?? it.textContent).trim();
});

/** Tab goes on until a control of this name has the keyboard. */
export async function tabTo(page, name, back = false) {
  for (let i = 0; i < 60; i++) {
    if ((await focusedName(page)).startsWith(name)) return;
    await press(page, back ? "Shift+Tab" : "Tab");
  }
  throw new Error(`Tab does not reach “${name}”`);
}
