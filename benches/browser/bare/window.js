// Only the lines near what is seen exist, between two spacers: the least that a page can do.
import { barePage } from "./shared.js";

const [LINE, CHARACTERS, MARGIN] = [30, 72, 1_000];

/** Draws the lines near the part of the scroller that is seen. */
function windowOf(element, text) {
  const lines = text.split("\n");
  const tops = new Float64Array(lines.length + 1);
  for (let i = 0; i < lines.length; i++) tops[i + 1] = tops[i] + LINE * Math.max(1, Math.ceil(lines[i].length / CHARACTERS));
  const [above, rows, below] = ["div", "div", "div"].map((name) => document.createElement(name));
  rows.style.paddingInline = "4rem 2rem";
  element.append(above, rows, below);
  const scroller = element.parentElement;
  const lineAt = (y) => {
    let [low, high] = [0, lines.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tops[middle + 1] <= y) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  let shown = "";
  const draw = () => {
    const first = lineAt(scroller.scrollTop - MARGIN);
    const end = Math.min(lines.length, lineAt(scroller.scrollTop + scroller.clientHeight + MARGIN) + 1);
    if (shown === `${first} ${end}`) return;
    shown = `${first} ${end}`;
    above.style.height = `${tops[first]}px`;
    below.style.height = `${tops[lines.length] - tops[end]}px`;
    rows.replaceChildren(...lines.slice(first, end).map((line) => {
      const row = document.createElement("div");
      row.textContent = `${line}\n`;
      return row;
    }));
  };
  scroller.addEventListener("scroll", draw);
  draw();
}

await barePage({
  fill: windowOf,
  isShown: () => document.querySelector(".text")?.textContent.length > 0,
  tagged: () => [document.querySelector(".text")],
});
