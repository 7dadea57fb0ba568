// Reads and writes the binary format of wasm files: https://webassembly.github.io/spec/core/binary/modules.html

const CUSTOM = 0;
export const IMPORTS = 2;
export const EXPORTS = 7;
const CODE = 10;

/** A position in a wasm file. */
class Reader {
  constructor(bytes, at) {
    Object.assign(this, { bytes, at });
  }

  /** An unsigned LEB128 number. */
  number() {
    let [value, shift] = [0, 0];
    for (;;) {
      const byte = this.bytes[this.at++];
      value += (byte & 0x7f) * 2 ** shift;
      shift += 7;
      if (byte < 0x80) return value;
    }
  }

  name() {
    const end = this.number() + this.at;
    const name = this.bytes.toString("utf8", this.at, end);
    this.at = end;
    return name;
  }

  /** The bytes that `read` passes over. */
  passed(read) {
    const start = this.at;
    read();
    return this.bytes.subarray(start, this.at);
  }

  valueType() {
    // References to a type are followed by its index.
    if ([0x63, 0x64].includes(this.bytes[this.at++])) this.number();
  }

  limits() {
    const hasMaximum = this.bytes[this.at++] & 1;
    this.number();
    if (hasMaximum) this.number();
  }

  /** What an import is, after its names. */
  description() {
    const kinds = [
      () => this.number(),
      () => (this.valueType(), this.limits()),
      () => this.limits(),
      () => (this.valueType(), this.at++),
      () => (this.at++, this.number()),
    ];
    kinds[this.bytes[this.at++]]();
  }

  import() {
    return { module: this.name(), name: this.name(), rest: this.passed(() => this.description()) };
  }

  export() {
    return { name: this.name(), rest: this.passed(() => (this.at++, this.number())) };
  }
}

function number(value) {
  const bytes = [];
  for (; value >= 0x80; value = Math.floor(value / 0x80)) bytes.push((value % 0x80) | 0x80);
  return Buffer.from([...bytes, value]);
}

function text(value) {
  const bytes = Buffer.from(value);
  return Buffer.concat([number(bytes.length), bytes]);
}

const writeEntry = ({ module, name, rest }) => Buffer.concat([...(module === undefined ? [] : [text(module)]), text(name), rest]);

/**
 * A wasm file whose imports and exports are replaced: `change(entries, section)` is given the entries of each of the two sections, as
 * `{module, name, rest}` (exports have no module), and returns others.
 */
export function changeEntries(bytes, change) {
  const reader = new Reader(bytes, 8);
  const parts = [bytes.subarray(0, 8)];
  while (reader.at < bytes.length) {
    const start = reader.at;
    const section = bytes[reader.at++];
    const end = reader.number() + reader.at;
    if ([IMPORTS, EXPORTS].includes(section)) {
      const read = section === IMPORTS ? () => reader.import() : () => reader.export();
      const entries = change(Array.from({ length: reader.number() }, read), section);
      const body = Buffer.concat([number(entries.length), ...entries.map(writeEntry)]);
      parts.push(Buffer.from([section]), number(body.length), body);
    } else {
      parts.push(bytes.subarray(start, end));
    }
    reader.at = end;
  }
  return Buffer.concat(parts);
}

/** The sections of a file: `{id, bytes}` with the header, and `content` without. */
function* sections(bytes) {
  const reader = new Reader(bytes, 8);
  while (reader.at < bytes.length) {
    const start = reader.at;
    const id = bytes[reader.at++];
    const end = reader.number() + reader.at;
    yield { id, bytes: bytes.subarray(start, end), content: bytes.subarray(reader.at, end) };
    reader.at = end;
  }
}

/** The bytes of each function that a file defines. What parts share may be data only. */
export function functionBodies(bytes) {
  const code = [...sections(bytes)].find(({ id }) => id === CODE);
  if (!code) return [];
  const { content } = code;
  const reader = new Reader(content, 0);
  return Array.from({ length: reader.number() }, () => {
    const length = reader.number();
    reader.at += length;
    return content.subarray(reader.at - length, reader.at);
  });
}

/** A file that imports no functions, with these names of its functions and no other names. */
export function withFunctionNames(bytes, names) {
  const map = Buffer.concat([number(names.length), ...names.flatMap((name, index) => [number(index), text(name)])]);
  const content = Buffer.concat([text("name"), Buffer.from([1]), number(map.length), map]);
  const isName = ({ id, content: body }) => id === CUSTOM && new Reader(body, 0).name() === "name";
  const others = [...sections(bytes)].filter((section) => !isName(section)).map((section) => section.bytes);
  return Buffer.concat([bytes.subarray(0, 8), ...others, Buffer.from([CUSTOM]), number(content.length), content]);
}
