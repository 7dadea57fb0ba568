// Prints which journeys a browser does not run, and why; fails if the list in browsers.js names a journey that is not there.
import { LEFT_OUT, leftOut } from "./browsers.js";

const EVERY = String(/.*/);

export default class LeftOutReporter {
  #reasons = new Map();
  #stale = [];

  onBegin(config, suite) {
    const tests = suite.allTests().map((test) => {
      const [, , file, ...titles] = test.titlePath();
      return { browser: test.parent.project().use.browserName, file, titlePath: [file, ...titles] };
    });
    for (const test of tests) {
      const reason = leftOut(test.browser, { ...test, file: `/${test.file}` });
      if (reason) this.#reasons.set(reason, (this.#reasons.get(reason) ?? 0) + 1);
    }
    // Only a run of all journeys has them all.
    if (String(config.grep) !== EVERY || config.shard) return;
    for (const [browser, all] of Object.entries(LEFT_OUT)) {
      const missing = all.filter((entry) => {
        const inFile = tests.filter((test) => test.browser === browser && test.file === entry.file);
        return inFile.length > 0 && !inFile.some((test) => leftOut(browser, { ...test, file: `/${test.file}` }) === entry.reason);
      });
      this.#stale.push(...missing.map(({ file, title }) => `${file} has no journey ${title}, which browsers.js leaves out in ${browser}`));
    }
  }

  onEnd() {
    for (const [reason, count] of this.#reasons) console.log(`  left out: ${count} × ${reason}`);
    for (const words of this.#stale) console.error(`  ${words}`);
    return this.#stale.length > 0 ? { status: "failed" } : undefined;
  }
}
