// Journeys with the keyboard only: functions that press keys, and a check that no pointer was used.
import { expect, open, test } from "./support.js";

const noteHands = () => {
  window.byHand = [];
  const names = ["pointerdown", "pointerup", "pointermove", "mousedown", "mouseup", "mousemove", "wheel", "touchstart", "dblclick", "contextmenu"];
  const note = (event) => event.isTrusted && window.byHand.push(event.type);
  for (const name of names) window.addEventListener(name, note, true);
  // A key press on a button is a click with detail 0.
  window.addEventListener("click", (event) => event.detail > 0 && note(event), true);
};
/** Records pointer events from the next page load on. */
export const watchHands = (page) => page.addInitScript(noteHands);
/** Records pointer events of the open page from now on. */
export const watchHandsNow = (page) => page.evaluate(noteHands);
export const expectNoHands = async (page) =>
  expect(await page.evaluate(() => window.byHand), "no mouse, pen or finger was used").toEqual([]);

/** Each journey of the group begins with the page open and uses the keyboard only. */
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

/** Presses F6 until a text has the focus. */
export async function intoText(page) {
  for (let i = 0; i < 8 && (await active(page, "role")) !== "document"; i++) await press(page, "F6");
  expect(await active(page, "role")).toBe("document");
}

export const focusedName = (page) => page.evaluate(() => {
  const it = document.activeElement;
  if (it === document.body) return "the page as a whole";
  return (it.getAttribute("aria-label") ?? it.labels?.[0]?.textContent ?? it.textContent).trim();
});

/** Presses Tab until a control whose name begins so has the focus. */
export async function tabTo(page, name, back = false) {
  for (let i = 0; i < 60; i++) {
    if ((await focusedName(page)).startsWith(name)) return;
    await press(page, back ? "Shift+Tab" : "Tab");
  }
  throw new Error(`Tab does not reach “${name}”`);
}
