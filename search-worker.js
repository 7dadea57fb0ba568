// Regular expressions run here, in a worker that the page ends when one takes too long. Texts come once and are kept.

const texts = new Map();

const compile = (source, flags) => {
  try {
    return { expression: new RegExp(source, flags) };
  } catch (error) {
    // "Invalid regular expression: /(/u: Unterminated group", or in another browser's words.
    const message = error.message.replace(/^Invalid regular expression: /, "");
    const shown = `/${source}/`;
    return { message: message.startsWith(shown) ? message.slice(shown.length).replace(/^[a-z]*: /, "") : message };
  }
};

/** The place of the last bracket that is opened and never closed. */
function unclosed(signs) {
  const groups = [];
  let set = -1;
  for (let i = 0; i < signs.length; i++) {
    if (signs[i] === "\\") i++;
    else if (set >= 0) set = signs[i] === "]" ? -1 : set;
    else if (signs[i] === "[") set = i;
    else if (signs[i] === "(") groups.push(i);
    else if (signs[i] === ")") groups.pop();
  }
  return set >= 0 ? set : groups.at(-1) ?? -1;
}

/** Where an expression goes wrong, in characters: engines do not say. */
function place(source, flags, message) {
  const signs = [...source];
  if (/untermin|missing/i.test(message)) {
    const open = unclosed(signs);
    if (open >= 0) return open;
  }
  // The shortest beginning that is wrong in the same way ends there.
  for (let length = 1; length <= signs.length; length++) {
    if (compile(signs.slice(0, length).join(""), flags).message === message) return length - 1;
  }
  return Math.max(signs.length - 1, 0);
}

/** The matches as pairs of UTF-16 offsets; an expression that matches nothing goes on by one character. */
function matches(expression, text, most) {
  const found = [];
  expression.lastIndex = 0;
  for (let match = expression.exec(text); match && found.length < 2 * most; match = expression.exec(text)) {
    if (match[0] !== "") found.push(match.index, match.index + match[0].length);
    else expression.lastIndex += text.codePointAt(match.index) > 0xffff ? 2 : 1;
  }
  return Uint32Array.from(found);
}

onmessage = ({ data: { add, run, ids, source, flags, most } }) => {
  postMessage({ run, begun: true });
  for (const [id, text] of add) texts.set(id, text);
  const { expression, message } = compile(source, flags);
  if (message !== undefined) return postMessage({ run, message, place: place(source, flags, message) });
  const found = ids.map((id) => matches(expression, texts.get(id) ?? "", most));
  postMessage({ run, found }, found.map(({ buffer }) => buffer));
};
