/** How long the pieces of a text are, at least, in UTF-16 units. */
const LENGTH = 5_000;

/** The pieces of a text, each of which ends with a line. */
export function piecesOf(text) {
  const pieces = [];
  for (let at = 0; at < text.length; ) {
    const line = text.indexOf("\n", at + LENGTH);
    const end = line < 0 ? text.length : line + 1;
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces;
}
