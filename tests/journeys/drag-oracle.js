// Where a drag must begin and end: computed from the rectangles of the characters on the screen, and apart from the program's own code.

/**
 * Runs in the page: defines `window.dragOracle`. It notes which places of an article are nearest to the pointer when it is pressed
 * and released, before the program gets the event. Offsets are UTF-16 units.
 */
export function installOracle() {
  /** Places are equally near if the pointer would have to move by less than this, in CSS pixels. */
  const TOLERANCE = 0.5;
  const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
  const rootOf = (id) => document.querySelector(`[role=document][data-article="${id}"]`);
  const range = document.createRange();

  /** The part of the window in which the article's text is shown. */
  function frameOf(root) {
    const scroller = root.closest(".scroller");
    const [own, outer] = [root.getBoundingClientRect(), scroller.getBoundingClientRect()];
    const left = outer.left + scroller.clientLeft;
    return {
      left: Math.max(own.left, left),
      right: Math.min(own.right, left + scroller.clientWidth),
      top: Math.max(own.top, outer.top),
      bottom: Math.min(own.bottom, outer.bottom),
    };
  }

  /** The text nodes of the blocks that are shown, each with the offset at which it starts. */
  function shownNodes(root, frame) {
    const nodes = [];
    let start = 0;
    for (const block of root.querySelectorAll("[data-block]")) {
      const { top, bottom } = block.getBoundingClientRect();
      if (bottom < frame.top || top > frame.bottom) {
        start += block.textContent.length;
        continue;
      }
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        nodes.push({ node, start });
        start += node.data.length;
      }
    }
    return nodes;
  }

  function rectsOf(node, from, to) {
    range.setStart(node, from);
    range.setEnd(node, to);
    return [...range.getClientRects()];
  }

  /** Whether a character is read from right to left. Spaces and punctuation have the direction of the text. */
  function isRightToLeft(character, direction) {
    if (/[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(character)) return true;
    return direction === "rtl" && !/[\p{L}\p{N}]/u.test(character);
  }

  /** The boundaries between characters on the lines for which `isOnLine` is true: `{offset, x, line}`, `line` being its upper edge. */
  function boundaries({ node, start }, isOnLine, direction) {
    const found = [];
    for (const { segment, index } of segmenter.segment(node.data)) {
      const rect = rectsOf(node, index, index + segment.length).find(isOnLine);
      if (!rect) continue;
      const [before, after] = isRightToLeft(segment, direction) ? [rect.right, rect.left] : [rect.left, rect.right];
      found.push({ offset: start + index, x: before, line: rect.top });
      // After a line feed is the next line.
      if (segment !== "\n") found.push({ offset: start + index + segment.length, x: after, line: rect.top });
    }
    return found;
  }

  /** Adds the start and the end of a line, which are at its edges also where the first or last word is of the other direction. */
  function withEdges(line, direction) {
    const [offsets, edges] = [line.map(({ offset }) => offset), line.map(({ x }) => x)];
    const [left, right] = [Math.min(...edges), Math.max(...edges)];
    const [start, end] = direction === "rtl" ? [right, left] : [left, right];
    return [...line, { offset: Math.min(...offsets), x: start }, { offset: Math.max(...offsets), x: end }];
  }

  /** The places nearest to a point: the line nearest in height, and on it the nearest boundary between characters. */
  function nearest(root, x, y) {
    const frame = frameOf(root);
    const height = Math.min(Math.max(y, frame.top), frame.bottom - 1);
    // The uppermost and the lowest row of pixels of the frame are as good as the next ones.
    const slack = height === y ? TOLERANCE : 2 * TOLERANCE;
    const nodes = shownNodes(root, frame);
    const away = ({ top, bottom }) => Math.max(top - height, height - bottom, 0);
    const lines = nodes.flatMap((one) => rectsOf(one.node, 0, one.node.data.length).map((rect) => ({ ...one, rect })));
    const least = Math.min(...lines.map(({ rect }) => away(rect)));
    const isNearest = (rect) => away(rect) <= least + 2 * slack;
    const onLine = new Set(lines.filter(({ rect }) => isNearest(rect)).map(({ node }) => node));
    const { direction } = getComputedStyle(root);
    const all = nodes.filter(({ node }) => onLine.has(node)).flatMap((one) => boundaries(one, isNearest, direction));
    const places = new Set();
    for (const line of new Set(all.map(({ line }) => Math.round(line)))) {
      const on = withEdges(all.filter((one) => Math.abs(one.line - line) < 3), direction);
      const least = Math.min(...on.map((one) => Math.abs(one.x - x)));
      for (const one of on) if (Math.abs(one.x - x) <= least + 2 * TOLERANCE) places.add(one.offset);
    }
    return [...places];
  }

  /** Whether a point is in the text of an article, and not on something that is over it. */
  const isInText = (root, { x, y }) => {
    const under = document.elementFromPoint(x, y);
    return root.contains(under) && !under.closest("[data-edge]");
  };

  const record = (type, key) =>
    window.addEventListener(
      type,
      ({ clientX: x, clientY: y }) => {
        const { watched } = window.dragOracle;
        if (watched) window.dragOracle[key] = { x, y, places: nearest(rootOf(watched), x, y) };
      },
      true,
    );
  record("pointerdown", "press");
  record("pointerup", "release");

  /** Notes the next press and release in the text of this article. */
  const watch = (id) => Object.assign(window.dragOracle, { watched: id, press: undefined, release: undefined });

  /** Resolves when the column of an article has not scrolled, and its height has not changed, for some frames. */
  async function rest(id) {
    const scroller = rootOf(id).closest(".scroller");
    const measure = () => `${scroller.scrollTop} of ${scroller.scrollHeight}`;
    for (let [frames, before] = [0, measure()]; frames < 3; ) {
      await new Promise((done) => requestAnimationFrame(done));
      frames = measure() === before ? frames + 1 : 0;
      before = measure();
    }
  }

  /** Scrolls an article to this part of its text: 0 is its start, 1 its end. */
  async function scrollTo(id, part) {
    const root = rootOf(id);
    const scroller = root.closest(".scroller");
    const blocks = [...root.querySelectorAll("[data-block]")];
    if (part > 0 && part < 1) {
      let left = part * root.textContent.length;
      const block = blocks.find((block) => (left -= block.textContent.length) < 0);
      block.scrollIntoView({ block: "start", behavior: "instant" });
    }
    // Again and again, because heights are estimates until the text comes near.
    for (let before; before !== scroller.scrollHeight; ) {
      before = scroller.scrollHeight;
      if (part === 1) scroller.scrollTop = before;
      await rest(id);
    }
  }

  window.dragOracle = { frameOf, rootOf, isInText, watch, rest, scrollTo };
}

const isLetter = (unit) => unit !== undefined && !/[\s.,]/.test(unit);

/**
 * A selection of two UTF-16 offsets after snapping, in a text of letters, spaces, "." and ",": complete words, without outer
 * spaces and trailing punctuation. `undefined` if there are only spaces.
 */
export function snapped(text, from, to) {
  let [start, end] = [from, to];
  if (!/\S/.test(text.slice(start, end))) return undefined;
  const isInWord = (at) => isLetter(text[at - 1]) && isLetter(text[at]);
  while (isInWord(start)) start--;
  while (isInWord(end)) end++;
  const hasWord = [...text.slice(start, end)].some(isLetter);
  const isTrimmed = hasWord ? /[\s.,]/ : /\s/;
  while (isTrimmed.test(text[end - 1])) end--;
  while (/\s/.test(text[start])) start++;
  return [start, end];
}

/** The number of code points before a UTF-16 offset. */
export const codePointsBefore = (text, offset) => offset - (text.slice(0, offset).match(/[\ud800-\udbff]/g)?.length ?? 0);
