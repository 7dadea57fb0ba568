// A plain static server for the built page: `node serve.mjs PORT /sub/folder/`, or `serve({...})` from a program.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { dirname, extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

const here = dirname(fileURLToPath(import.meta.url));
export const DIST = process.env.DIST ?? join(here, "..", "..", "dist");

/**
 * Serves folders under prefixes, `{"/": folder}`; resolves to `{origin, close}`. Port 0 takes any free one. `edits` has functions that
 * return the content of some files, by path; `onRequest` gets each request. `isCompressed`: as a server does that compresses in advance.
 */
export function serve({ port = 0, mounts = { "/": DIST }, edits = {}, onRequest = () => {}, isCompressed = false } = {}) {
  const compressed = new Map();
  const compress = (path, bytes) => {
    if (!compressed.has(path)) compressed.set(path, brotliCompressSync(bytes));
    return compressed.get(path);
  };
  const server = createServer(async (request, response) => {
    onRequest(request);
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const mount = Object.keys(mounts).filter((prefix) => path.startsWith(prefix)).sort((a, b) => b.length - a.length)[0];
    const inside = mount && normalize(path.slice(mount.length) || "index.html");
    if (!inside || inside.startsWith("..") || inside.startsWith(sep)) return void response.writeHead(404).end();
    try {
      const file = inside.endsWith(sep) ? join(inside, "index.html") : inside;
      const bytes = edits[file] ? Buffer.from(edits[file]()) : await readFile(join(mounts[mount], file));
      const type = TYPES[extname(inside)] ?? (inside.endsWith(sep) ? TYPES[".html"] : "application/octet-stream");
      const body = isCompressed ? compress(path, bytes) : bytes;
      const encoding = isCompressed && { "content-encoding": "br" };
      response.writeHead(200, { "content-type": type, ...encoding, "content-length": body.length, "cache-control": "no-store" });
      response.end(body);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
    }
  });
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(port, "127.0.0.1", () => {
      resolve({ origin: `http://127.0.0.1:${server.address().port}`, close: () => (server.close(), server.closeAllConnections()) });
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { origin } = await serve({ port: Number(process.argv[2] ?? 8177), mounts: { [process.argv[3] ?? "/"]: DIST } });
  console.log(`${DIST} on ${origin}${process.argv[3] ?? "/"}`);
}
