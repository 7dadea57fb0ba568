// Kills pages and browsers.
import { execFileSync } from "node:child_process";

/**
 * Kills the browser with this profile and all that it has started, also the processes that it does not list: a renderer that never
 * came up would keep the browser's pipes open, so that its end would not be reported. Playwright starts each browser as the leader of
 * a process group.
 */
export function killBrowserOf(profile) {
  const lines = execFileSync("ps", ["-A", "-o", "pgid=,args="], { encoding: "utf8", maxBuffer: 1 << 26 }).split("\n");
  const groups = new Set(lines.filter((line) => line.includes(profile)).map((line) => Number.parseInt(line, 10)));
  for (const group of groups) {
    try {
      process.kill(-group, "SIGKILL");
    } catch {
      // It has ended already.
    }
  }
}

/**
 * A function that ends the process of this page at once, while the page runs whatever it runs; the page's `crash` event reports it.
 * The renderers that the browser has in reserve stay: without them it sometimes opens no page any more.
 */
export async function pageKiller(page) {
  const session = await page.context().newCDPSession(page);
  // There is no answer: the process has ended.
  return () => void session.send("Page.crash").catch(() => {});
}
