// Reads a PDF back: its words with their places, and the lines and rectangles drawn in colours.
import { OPS, Util, getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** The pages of a PDF, each `{texts, shapes}`. Lengths are in points, from the page's lower left corner. */
export async function readPdf(bytes) {
  const file = await getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: true }).promise;
  const pages = [];
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number);
    const { items } = await page.getTextContent();
    const texts = items.map(({ str, transform, width }) => ({ text: str, x: transform[4], y: transform[5], width }));
    const { fnArray, argsArray } = await page.getOperatorList();
    pages.push({ texts: texts.filter(({ text }) => text.trim()), shapes: shapesOf(fnArray, argsArray) });
  }
  await file.destroy();
  return pages;
}

const hex = ([r, g, b]) => `#${[r, g, b].map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;
const FILLS = [OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke];
const STROKES = [OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke];

/** What is filled or stroked: `{colour, left, right, bottom, top}`. */
function shapesOf(functions, all) {
  let state = { matrix: [1, 0, 0, 1, 0, 0], fill: "#000000", stroke: "#000000" };
  const states = [];
  const shapes = [];
  let box;
  functions.forEach((operation, i) => {
    const given = all[i];
    if (operation === OPS.save) states.push({ ...state });
    else if (operation === OPS.restore) state = states.pop() ?? state;
    else if (operation === OPS.transform) state.matrix = Util.transform(state.matrix, given);
    else if (operation === OPS.setFillRGBColor) state.fill = hex(given);
    else if (operation === OPS.setStrokeRGBColor) state.stroke = hex(given);
    else if (operation === OPS.constructPath) {
      const [left, bottom, right, top] = given[2];
      const corners = [[left, bottom], [right, top]].map((point) => Util.applyTransform(point, state.matrix));
      const [xs, ys] = [0, 1].map((axis) => corners.map((corner) => corner[axis]));
      box = { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
    } else if (box && FILLS.includes(operation)) shapes.push({ colour: state.fill, ...box });
    else if (box && STROKES.includes(operation)) shapes.push({ colour: state.stroke, ...box });
  });
  return shapes;
}
