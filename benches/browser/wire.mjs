// Bytes over the wire: what a page has asked for until it is usable, compressed as a server would. Without texts.
import { brotliCompressSync } from "node:zlib";

const sizes = new Map();

export async function wireKilobytes(responses) {
  let sum = 0;
  for (const response of responses) {
    const url = response.url();
    if (/\/articles\/|^data:|\/loads\//.test(url) || !response.ok()) continue;
    if (!sizes.has(url)) sizes.set(url, brotliCompressSync(await response.body()).length);
    sum += sizes.get(url);
  }
  return sum / 1024;
}
