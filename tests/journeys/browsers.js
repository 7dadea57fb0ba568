// The browsers in which the journeys run.

/**
 * Features that the driver turns off (this option replaces its own list), and those that open two pages of the browser's own beside each
 * page, for suggestions in an address bar that nobody sees: they took a third of the processor.
 */
const DISABLED_FEATURES = [
  "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "DialMediaRouteProvider", "GlobalMediaControls", "HttpsUpgrades",
  "LensOverlay", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning", "BlockOriginHeaderModificationOnRedirect",
  "AvoidCorsURLLoaderRestartOnRedirect", "Translate", "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled",
  "WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup",
];
const CHROMIUM_ARGUMENTS = [
  `--disable-features=${DISABLED_FEATURES}`,
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

const chromium = {
  name: "chromium",
  use: {
    browserName: "chromium",
    screenshot: "only-on-failure",
    // As the page in front has it in a browser with a window.
    permissions: ["clipboard-write"],
    launchOptions: { executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium", args: CHROMIUM_ARGUMENTS },
  },
};

/** Pointers that hover and are exact, which a browser without a screen does not report. */
const MOUSE = 6;

/** Firefox as it is released, over WebDriver BiDi. */
const firefox = {
  name: "firefox",
  use: {
    browserName: "firefox",
    channel: "moz-firefox",
    // Taking one adds a style element to the page, which its security policy refuses.
    screenshot: "off",
    launchOptions: {
      executablePath: process.env.FIREFOX_PATH ?? "/usr/bin/firefox-esr",
      firefoxUserPrefs: {
        "ui.primaryPointerCapabilities": MOUSE,
        "ui.allPointerCapabilities": MOUSE,
        // The list of downloads would take the keyboard from the page.
        "browser.download.alwaysOpenPanel": false,
      },
    },
  },
};

/** The journeys that run in Firefox in CI: selection, keyboard, scrolling, dialogs, storage, export and import. */
const CHOSEN = [
  "browsers.spec.js", "selecting.spec.js", "keyboard-only.spec.js", "export-import.spec.js", "persistence.spec.js",
];
/** Those of them that try the same in many ways, or something that is not the browser's. */
const NOT_CHOSEN = [
  /files that are broken are rejected/, /damaged step and the later ones/, /with the keyboard only$/, /the tab (Relations|Entities) is open again/,
  /[12] columns$/, /what a table leaves out/, /no locale ends the program/, /stays in the list$/,
];
const firefoxChoice = { ...firefox, name: "firefox-choice", testMatch: CHOSEN, grepInvert: NOT_CHOSEN };

export const PROJECTS = [chromium, firefox, firefoxChoice];

const CDP = "needs the DevTools protocol of Chromium";

/** Journeys that a browser or its driver cannot do: `file`, `title` (of the groups and the test; all of the file without), and the reason. */
export const LEFT_OUT = {
  firefox: [
    { file: "crash.spec.js", reason: "kills Chromium and its processes" },
    { file: "memory.spec.js", reason: `${CDP}: collecting garbage` },
    { file: "persistence.spec.js", title: /^a killed (page|browser) /, reason: "kills Chromium and its processes" },
    { file: "quota.spec.js", title: /^(when the quota|site data)/, reason: `${CDP}: quota, clearing site data` },
    { file: "offline.spec.js", title: /^after one visit the page works offline$/, reason: `${CDP}: clearing site data` },
    { file: "offline.spec.js", title: /^the page can be installed$/, reason: `${CDP}: the parsed manifest` },
    { file: "requests.spec.js", title: /^the page requests only files of its own folder$/, reason: `${CDP}: requests of workers` },
    { file: "tabs.spec.js", title: /frozen tab/, reason: `${CDP}: freezing a tab` },
    { file: "touch.spec.js", title: /long press|selection handles|a tap selects|by touch$/, reason: "the driver has no touch" },
    { file: "print.spec.js", title: /^articles print one/, reason: "the driver prints on paper of 85 by 110 mm" },
    { file: "print.spec.js", title: /^text is dark on white/, reason: "the driver does not emulate print" },
    { file: "narrow.spec.js", title: /on a phone|by touch|fingers/, reason: "the driver has no touch" },
    { file: "a11y.spec.js", title: /^with forced colours/, reason: "the driver does not emulate forced colours" },
  ],
};

/** Why a journey is left out in a browser; `undefined` if it is not. */
export function leftOut(browser, { file, titlePath }) {
  const title = titlePath.slice(1).join(" › ");
  return LEFT_OUT[browser]?.find((left) => file.endsWith(`/${left.file}`) && (left.title ?? /^/).test(title))?.reason;
}
