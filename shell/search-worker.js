// Runs regular expressions. The page terminates this worker when an expression takes too long. Texts are sent once and cached.
// Matches are sent in batches, so that the first are shown early.

const texts = new Map();

const compile = (source, flags) => {
  try {
    return { expression: new RegExp(source, flags) };
  } catch (error) {
    // "Invalid regular expression: /(/u: Unterminated group", or the wording of another browser.
    const message = error.message.replace(/^Invalid regular expression: /, "");
    const shown = `/${source}/`;
    return { message: message.startsWith(shown) ? message.slice(shown.length).replace(/^[a-z]*: /, "") : message };
  }
};

/** The index of the last bracket that is opened and not closed, or -1. */
function unclosed(characters) {
  const groups = [];
  let set = -1;
  for (let i = 0; i < characters.length; i++) {
    if (characters[i] === "\\") i++;
    else if (set >= 0) set = characters[i] === "]" ? -1 : set;
    else if (characters[i] === "[") set = i;
    else if (characters[i] === "(") groups.push(i);
    else if (characters[i] === ")") groups.pop();
  }
  return set >= 0 ? set : groups.at(-1) ?? -1;
}

/** The position of the error in an expression, in code points: engines do not report it. */
function errorPosition(source, flags, message) {
  const characters = [...source];
  if (/untermin|missing/i.test(message)) {
    const open = unclosed(characters);
    if (open >= 0) return open;
  }
  // The shortest prefix with the same error ends there.
  for (let length = 1; length <= characters.length; length++) {
    if (compile(characters.slice(0, length).join(""), flags).message === message) return length - 1;
  }
  return Math.max(characters.length - 1, 0);
}

/** The matches as pairs of UTF-16 offsets; after an empty match the search continues one code point later. */
function matches(expression, text, most) {
  const found = [];
  expression.lastIndex = 0;
  for (let match = expression.exec(text); match && found.length < 2 * most; match = expression.exec(text)) {
    if (match[0] !== "") found.push(match.index, match.index + match[0].length);
    else expression.lastIndex += text.codePointAt(match.index) > 0xffff ? 2 : 1;
  }
  return Uint32Array.from(found);
}

/** The time between two messages with matches, in milliseconds. */
const BATCH_MS = 50;

onmessage = ({ data: { add, run, ids, source, flags, most } }) => {
  postMessage({ run, begun: true });
  for (const [id, text] of add) texts.set(id, text);
  const { expression, message } = compile(source, flags);
  if (message !== undefined) return postMessage({ run, message, place: errorPosition(source, flags, message) });
  let [at, found, sent] = [[], [], performance.now()];
  const send = (done) => {
    const percent = Math.floor((100 * done) / Math.max(ids.length, 1));
    postMessage({ run, at, found, percent, last: done === ids.length }, found.map(({ buffer }) => buffer));
    [at, found, sent] = [[], [], performance.now()];
  };
  ids.forEach((id, i) => {
    const pairs = matches(expression, texts.get(id) ?? "", most);
    if (pairs.length > 0) {
      at.push(i);
      found.push(pairs);
    }
    if (i + 1 < ids.length && performance.now() > sent + BATCH_MS) send(i + 1);
  });
  send(ids.length);
};
