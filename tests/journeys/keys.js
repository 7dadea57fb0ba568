// Journeys with the keyboard only: functions that press keys, and a check that no pointer was used.
import { expect, open, test } from "./support.js";

const recordPointerEvents = () => {
  window.pointerEvents = [];
  const names = ["pointerdown", "pointerup", "pointermove", "mousedown", "mouseup", "mousemove", "wheel", "touchstart", "dblclick", "contextmenu"];
  // When elements move below a pointer that rests, browsers send moves without a distance.
  const isReal = (event) => event.isTrusted && (!event.type.endsWith("move") || event.movementX !== 0 || event.movementY !== 0);
  const note = (event) => isReal(event) && window.pointerEvents.push(event.type);
  for (const name of names) window.addEventListener(name, note, true);
  // A click event caused by a key has detail 0.
  window.addEventListener("click", (event) => event.detail > 0 && note(event), true);
};
/** Records pointer events from the next page load on. */
export const trackPointer = (page) => page.addInitScript(recordPointerEvents);
/** Records pointer events of the open page from now on. */
export const trackPointerNow = (page) => page.evaluate(recordPointerEvents);
/** Checks that no pointer event was recorded. */
export const expectNoPointer = async (page) =>
  expect(await page.evaluate(() => window.pointerEvents), "no mouse, pen or finger was used").toEqual([]);

/** Sets up a group of tests: each starts with the page open and may use the keyboard only. */
export function useKeyboardOnly() {
  test.beforeEach(async ({ page }) => {
    await trackPointer(page);
    await open(page);
  });
  test.afterEach(({ page }) => expectNoPointer(page));
}

export const press = async (page, ...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};
/** The value of an attribute of the focused element. */
export const activeAttribute = (page, name) => page.evaluate((name) => document.activeElement?.getAttribute(name), name);

/** Presses F6 until a text has the focus. */
export async function focusText(page) {
  for (let i = 0; i < 8 && (await activeAttribute(page, "role")) !== "document"; i++) await press(page, "F6");
  expect(await activeAttribute(page, "role")).toBe("document");
}

/** The name of the focused element: its `aria-label`, its label, or its text. */
export const focusedName = (page) => page.evaluate(() => {
  const it = document.activeElement;
  if (it === document.body) return "(body)";
  return (it.getAttribute("aria-label") ?? it.labels?.[0]?.textContent ?? it.textContent).trim();
});

/** Presses Tab, or Shift+Tab, until a control whose name starts with `name` has the focus. */
export async function tabTo(page, name, back = false) {
  for (let i = 0; i < 60; i++) {
    if ((await focusedName(page)).startsWith(name)) return;
    await press(page, back ? "Shift+Tab" : "Tab");
  }
  throw new Error(`Tab does not reach “${name}”`);
}
