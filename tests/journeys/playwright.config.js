import { defineConfig } from "@playwright/test";
import { PROJECTS } from "./browsers.js";

// A port of its own for each run, handed to the workers by the environment, so that two runs do not meet.
process.env.JOURNEYS_PORT ??= String(20_000 + (process.pid % 20_000));
const port = Number(process.env.JOURNEYS_PORT);

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.js",
  testIgnore: process.env.MEMORY_TURNS ? [] : ["memory.spec.js"],
  // Each worker has a browser of its own, and each test a profile of its own.
  // The tests of a file share nothing, so that those of a long file run beside each other too.
  fullyParallel: true,
  workers: Number(process.env.JOURNEYS_WORKERS ?? 3),
  // Long, because a busy machine is not a fault: only what never happens fails.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  forbidOnly: !!process.env.CI,
  retries: 0,
  reporter: [["list"], ["./report.js"]],
  outputDir: "test-results",
  use: {
    // A sub-folder, because the page may be put into any folder of any server.
    baseURL: `http://127.0.0.1:${port}/some/folder/`,
    // A service worker would hide requests from page.route; offline.spec.js allows it.
    serviceWorkers: "block",
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "UTC",
    actionTimeout: 30_000,
  },
  projects: PROJECTS,
  webServer: {
    command: `node serve.mjs ${port} /some/folder/`,
    url: `http://127.0.0.1:${port}/some/folder/index.html`,
    reuseExistingServer: false,
  },
});
