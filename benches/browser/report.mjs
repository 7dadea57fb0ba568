// Where the results go: JSON, the terminal, and with WRITE=1 the document.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { summarise, tables } from "./table.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const RESULTS = join(here, "results.json");
const DOCUMENT = join(here, "../../docs/benchmarks.md");
const MARK = "<!-- the tables of make bench -->";

const machine = () => `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB`;
const commit = () => {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: here, encoding: "utf8" }).trim();
  } catch {
    return "unknown";
  }
};

export function report({ samples, pages, rounds, browser, write }) {
  const about = { date: new Date().toISOString().slice(0, 10), machine: machine(), browser, commit: commit(), rounds };
  const summary = summarise(samples);
  writeFileSync(RESULTS, JSON.stringify({ ...about, loads: summary }, null, 1));
  const text = tables(summary, pages);
  console.log(text);
  if (!write) return;
  const kept = readFileSync(DOCUMENT, "utf8").split(MARK)[0];
  const heading = `${about.date}, ${about.machine}, ${browser}, medians of ${rounds} rounds, commit ${about.commit}.`;
  writeFileSync(DOCUMENT, `${kept}${MARK}\n\n${heading}\n\n${text}`);
}
