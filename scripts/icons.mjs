// Draws icons/ from style/icon.svg with Chromium: `node scripts/icons.mjs`, after scripts/setup-browser.sh. The images are
// in the repository, so that the page can be built without a browser.
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const { chromium } = createRequire(join(root, "tests/journeys/package.json"))("@playwright/test");
const svg = readFileSync(join(root, "style/icon.svg"), "utf8");
/** The icon on a square without rounded corners, scaled by a factor: for systems that apply their own mask. */
const square = (factor) => {
  const inner = svg.replace(/^<svg[^>]*>|<\/svg>\s*$/g, "").replace(/<rect[^>]*>/, "");
  const background = svg.match(/<rect[^>]*fill="([^"]+)"/)[1];
  const at = 16 * (1 - factor);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="${background}"/>
    <g transform="translate(${at} ${at}) scale(${factor})">${inner}</g></svg>`;
};
const ICONS = [
  ["icon-192.png", 192, svg],
  ["icon-512.png", 512, svg],
  // A launcher may crop a maskable icon to a circle of four fifths of its width.
  ["maskable-512.png", 512, square(0.78)],
  ["apple-touch-icon.png", 180, square(0.92)],
];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
try {
  for (const [name, size, image] of ICONS) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>*{margin:0}svg{display:block;inline-size:100vw;block-size:100vh}</style>${image}`);
    writeFileSync(join(root, "icons", name), await page.screenshot({ omitBackground: true }));
    await page.close();
  }
} finally {
  await browser.close();
}
copyFileSync(join(root, "style/icon.svg"), join(root, "icons/icon.svg"));
