// Carries out a random drag: moves the pointer, turns the wheel, waits for autoscroll, and tags what is selected.
import { randomFrom, PRESSED } from "./drag-cases.js";

/** A drag is longer than this, in CSS pixels, so that it is no click. */
const SHORTEST = 8;

/** Presses in the text, moves the pointer as the kind of the drag says, and releases it. */
export async function act(page, drag) {
  const random = randomFrom(drag.seed ^ 0x5bd1e995);
  // A mouse moves by pixels of the screen.
  const pixels = Math.max(1, drag.zoom / 100);
  const between = (low, high) => Math.round((low + (random(10_000) / 10_000) * Math.max(0, high - low)) * pixels) / pixels;
  const { frame, outer, size, columns } = await layout(page);
  const inside = () => ({ x: between(frame.left + 1, frame.right - 1), y: between(frame.top + 1, frame.bottom - 1) });
  const press = await firstInText(page, Array.from({ length: 50 }, inside));
  const far = () => Array.from({ length: 50 }, inside).find(({ x, y }) => Math.hypot(x - press.x, y - press.y) > SHORTEST);
  const anywhere = () => ({ x: between(0, size.width - 1), y: between(0, size.height - 1) });
  const targets = {
    inside: far,
    // Near the edges, the column would scroll on.
    wheel: () => ({ ...inside(), y: between(outer.top + 20, outer.bottom - 20) }),
    "past the left edge": () => ({ ...inside(), x: frame.left > 4 ? between(0, frame.left - 2) : -2 }),
    "past the right edge": () => ({ ...inside(), x: frame.right < size.width - 4 ? between(frame.right + 2, size.width - 1) : size.width + 2 }),
    "over a neighbouring column": () => {
      const { left, right, top, bottom } = columns[random(columns.length)];
      return { x: between(left, right), y: between(top, bottom) };
    },
    "above the first line": () => ({ ...anywhere(), y: between(0, frame.top - 1) }),
    "below the last line": () => ({ ...anywhere(), y: between(frame.bottom + 1, size.height - 1) }),
    "left of the window": () => ({ ...inside(), x: -between(2, 200) }),
    "right of the window": () => ({ ...inside(), x: size.width + between(2, 200) }),
    "above the window": () => ({ ...anywhere(), y: -between(2, 150) }),
    "below the window": () => ({ ...anywhere(), y: size.height + between(2, 150) }),
    "autoscroll up": () => ({ ...anywhere(), y: outer.top - between(20, 150) }),
    "autoscroll down": () => ({ ...anywhere(), y: outer.bottom + between(20, 150) }),
  };
  const target = targets[drag.kind]();

  await page.evaluate((id) => window.dragOracle.watch(id), PRESSED);
  if (drag.isExact) await page.keyboard.down("Alt");
  await page.mouse.move(press.x, press.y);
  await page.mouse.down();
  const top = await scrollTop(page);
  await page.mouse.move(target.x, target.y, { steps: 2 + random(6) });
  if (drag.kind.startsWith("autoscroll")) await untilScrolled(page, top, 150 + random(900));
  if (drag.kind === "wheel") for (let i = random(4); i >= 0; i--) await turnWheel(page, (random(2) ? 1 : -1) * (100 + random(1100)));
  if (drag.returns && (drag.kind === "wheel" || drag.kind.startsWith("autoscroll"))) {
    const { x, y } = inside();
    await page.mouse.move(x, y, { steps: 2 });
  }
  await page.mouse.up();
}

/** The frame of the pressed text, its column, the other columns, and the size of the window. */
const layout = (page) =>
  page.evaluate((id) => {
    const { frameOf, rootOf } = window.dragOracle;
    const own = rootOf(id).closest(".scroller");
    const box = (element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { left, right, top, bottom };
    };
    const columns = [...document.querySelectorAll(".scroller")].filter((it) => it !== own).map(box);
    return { frame: frameOf(rootOf(id)), outer: box(own), columns, size: { width: innerWidth, height: innerHeight } };
  }, PRESSED);

/** The first of some points that is in the text, and not on something that is over it. */
async function firstInText(page, points) {
  const point = await page.evaluate(
    ([id, points]) => points.find((point) => window.dragOracle.isInText(window.dragOracle.rootOf(id), point)),
    [PRESSED, points],
  );
  if (!point) throw new Error("no point of the text can be pressed");
  return point;
}

const scrollTop = (page) => page.evaluate((id) => window.dragOracle.rootOf(id).closest(".scroller").scrollTop, PRESSED);

/** Waits until the column has scrolled so many CSS pixels, or to its end. */
const untilScrolled = (page, from, distance) =>
  page.waitForFunction(
    ([id, from, distance]) => {
      const { scrollTop, scrollHeight, clientHeight } = window.dragOracle.rootOf(id).closest(".scroller");
      const isAtEnd = scrollTop <= 0 || scrollTop + clientHeight >= scrollHeight - 1;
      return Math.abs(scrollTop - from) >= distance || (isAtEnd && scrollTop !== from);
    },
    [PRESSED, from, distance],
    { timeout: 30_000 },
  );

/** Turns the wheel, and waits until the column has scrolled and rests. */
async function turnWheel(page, distance) {
  const from = await scrollTop(page);
  await page.mouse.wheel(0, distance);
  await page.waitForFunction(([id, from]) => window.dragOracle.rootOf(id).closest(".scroller").scrollTop !== from, [PRESSED, from]);
  await page.evaluate((id) => window.dragOracle.rest(id), PRESSED);
}

/** The key of a label (Event) that no tag of the text has: the same words cannot have a label twice. */
const LABEL_KEY = "4";

/**
 * Presses the key of a label. Returns the code points that have become a tag, as `[start, end]`; `undefined` if nothing was selected.
 * `isSelection` tells whether something must be selected: else the key would change a tag that was clicked.
 */
export async function tagSelected(page, { isExact, isAltHeld }, isSelection) {
  if (isExact && !isAltHeld) await page.keyboard.up("Alt");
  if (isSelection) await page.keyboard.press(LABEL_KEY);
  if (isExact && isAltHeld) await page.keyboard.up("Alt");
  return page.evaluate((isSelection) => {
    if (!isSelection) return getSelection().toString().trim() === "" ? undefined : ["selected"];
    const made = window.crossread.project().annotations.filter(({ id }) => !id.startsWith("drag-"));
    return made.length > 0 ? made.flatMap(({ ranges }) => ranges.flatMap(({ start, end }) => [start, end])) : undefined;
  }, isSelection);
}
