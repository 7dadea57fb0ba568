// Plain text in blocks of about 5 KB that the browser lays out when they come near: the bare browser.
import { piecesOf } from "./pieces.js";
import { barePage } from "./shared.js";

function blockOf(piece) {
  const block = document.createElement("div");
  block.className = "block";
  block.textContent = piece;
  return block;
}

await barePage({
  fill: (element, text) => element.append(...piecesOf(text).map(blockOf)),
  isShown: ({ articles }) => document.querySelector(".text")?.textContent.length === articles[0].text.length,
  tagged: () => [...document.querySelectorAll(".block")].slice(0, 2),
});
