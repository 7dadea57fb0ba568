import { SUMMIT, annotate, download, dragOver, expect, file, open, project, quotes, ready, test, waitSaved } from "./support.js";
import { alert, chooseFiles, exportNative, openProjects, redo, status, tagAs, undo } from "./interface.js";

const REFUSALS = {
  "throws on access": () => {
    Object.defineProperty(window, "indexedDB", {
      get() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
  },
  "is undefined": () => Object.defineProperty(window, "indexedDB", { value: undefined }),
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
  "is undefined and localStorage throws": () => {
    Object.defineProperty(window, "indexedDB", { value: undefined });
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
  },
};

for (const [what, refuse] of Object.entries(REFUSALS)) {
  test(`if IndexedDB ${what}, the project is in memory only, which is reported, and can be exported`, async ({ page }) => {
    await page.addInitScript(refuse);
    await open(page);
    await dragOver(page, SUMMIT, "Boris Johnson");
    await tagAs(page, "Person");
    await expect.poll(() => quotes(page)).toEqual(["Person: Boris Johnson"]);

    await expect(status(page)).toHaveAttribute("data-status", /^(memory|failed)$/);
    await expect(status(page)).toHaveText("Not saved");
    await expect(alert(page), "there is one alert").toHaveCount(1);
    await expect(alert(page)).toContainText(/not saved/i);
    await expect(alert(page), "it says what to do").toContainText(/export/i);
    const result = await page.evaluate(() => window.crossread.saved().then(() => "saved", (error) => `${error instanceof Error}`));
    expect(result).toBe("true");
    await undo(page);
    await redo(page);
    await openProjects(page);
    await page.keyboard.press("Escape");
    const { bytes } = await exportNative(page);
    expect(JSON.parse(bytes.toString("utf8"))).toEqual(await project(page));
  });
}

test("a project that is in memory only is not replaced without asking", async ({ page }) => {
  await page.addInitScript(REFUSALS["is undefined"]);
  await open(page);
  const other = await project(page);
  await dragOver(page, SUMMIT, "Boris Johnson");
  await tagAs(page, "Person");
  await expect.poll(() => quotes(page)).toEqual(["Person: Boris Johnson"]);
  const dialog = page.getByRole("dialog", { name: "Discard the open project?" });
  const json = JSON.stringify({ ...other, project: { ...other.project, title: "Other" } });
  const choose = () => chooseFiles(page, [file("other.json", json, "application/json")]);

  await choose();
  await expect(dialog).toContainText("1 change is not exported yet");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden();
  expect(await quotes(page)).toEqual(["Person: Boris Johnson"]);

  await choose();
  const { bytes } = await download(page, () => dialog.getByRole("button", { name: "Export and continue" }).click());
  expect(JSON.parse(bytes.toString("utf8")).annotations).toHaveLength(1);
  await expect.poll(async () => (await project(page)).project.title).toBe("Other");
  expect(await quotes(page)).toEqual([]);

  await dragOver(page, SUMMIT, "Calais");
  await tagAs(page, "Location");
  await expect.poll(() => quotes(page)).toEqual(["Location: Calais"]);
  await choose();
  await dialog.getByRole("button", { name: "Discard", exact: true }).click();
  await expect.poll(() => quotes(page)).toEqual([]);
});

test("after a temporary storage failure everything is saved", async ({ page, context }) => {
  await open(page);
  await waitSaved(page);
  await page.evaluate(() => {
    const { put, add } = IDBObjectStore.prototype;
    window.restoreWrites = () => Object.assign(IDBObjectStore.prototype, { put, add });
    IDBObjectStore.prototype.put = IDBObjectStore.prototype.add = () => {
      throw new DOMException("No space is left.", "QuotaExceededError");
    };
  });
  await annotate(page, SUMMIT, "Boris Johnson", "Person");
  await expect(status(page)).toHaveAttribute("data-status", "failed");
  await annotate(page, SUMMIT, "Calais", "Location");
  await page.evaluate(() => window.restoreWrites());
  await expect(status(page)).toHaveAttribute("data-status", "saved");
  const before = JSON.stringify(await project(page));
  const again = await context.newPage();
  await page.close();
  await again.goto("./");
  await ready(again);
  expect(JSON.stringify(await project(again))).toBe(before);
});

test("leaving the page asks for confirmation only while something is not saved", async ({ page }) => {
  await open(page);
  await dragOver(page, SUMMIT, "Boris Johnson");
  await tagAs(page, "Person");
  await waitSaved(page);
  const dialogs = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.type());
    return dialog.accept();
  });
  await page.reload();
  await ready(page);
  expect(dialogs).toEqual([]);

  await page.evaluate(() => {
    IDBObjectStore.prototype.put = IDBObjectStore.prototype.add = () => {
      throw new DOMException("No space is left.", "QuotaExceededError");
    };
  });
  await dragOver(page, SUMMIT, "Calais");
  await tagAs(page, "Location");
  await expect(status(page)).toHaveAttribute("data-status", "failed");
  await page.reload();
  expect(dialogs).toEqual(["beforeunload"]);
});
