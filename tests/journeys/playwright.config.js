import { defineConfig } from "@playwright/test";

const port = Number(process.env.JOURNEYS_PORT ?? 8177);

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.js",
  // One page at a time: the journeys measure nothing, but they do wait for frames.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: !!process.env.CI,
  reporter: [["list"]],
  outputDir: "test-results",
  use: {
    // A sub-folder, because the page may be put into any folder of any server.
    baseURL: `http://127.0.0.1:${port}/some/folder/`,
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "UTC",
    // Fields of labels and buttons carry no test ids: roles and names are what a screen reader finds, too.
    actionTimeout: 10_000,
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
      ],
    },
  },
  webServer: {
    command: `node serve.mjs ${port} /some/folder/`,
    url: `http://127.0.0.1:${port}/some/folder/index.html`,
    reuseExistingServer: false,
  },
});
