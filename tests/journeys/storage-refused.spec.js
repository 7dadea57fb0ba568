import { SUMMIT, dragOver, expect, open, quotes, test } from "./support.js";
import { exportNative, tagAs } from "./interface.js";

const REFUSALS = {
  "throws at once": () => {
    Object.defineProperty(window, "indexedDB", {
      get() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
  },
  "is not there": () => Object.defineProperty(window, "indexedDB", { value: undefined }),
  "refuses to open": () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("Storage is off.", "InvalidStateError");
    };
  },
  "is full": () => {
    IDBObjectStore.prototype.put = IDBObjectStore.prototype.add = () => {
      throw new DOMException("No space is left.", "QuotaExceededError");
    };
  },
};

for (const [what, refuse] of Object.entries(REFUSALS)) {
  test(`a browser whose storage ${what} is worked in, told, and left with a file`, async ({ page }) => {
    await page.addInitScript(refuse);
    await open(page);
    await dragOver(page, SUMMIT, "Boris Johnson");
    await tagAs(page, "Person");
    await expect.poll(() => quotes(page)).toEqual(["Person: Boris Johnson"]);

    const status = page.locator("[data-status]");
    await expect(status).toHaveAttribute("data-status", /^(memory|failed)$/);
    await expect(page.getByText(/not (be )?saved/i).first()).toBeVisible();
    const { bytes } = await exportNative(page);
    expect(bytes.toString("utf8")).toContain("Boris Johnson");
  });
}
