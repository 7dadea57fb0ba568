// Failing storage, backups to a file, the reminder to export, and the request for persistent storage.
import { axeViolations } from "./axe.js";
import { CRACKDOWN, SUMMIT, annotate, download, dragOver, expect, open, waitForPaint, project, reader, ready, scrollPosition, test, waitSaved } from "./support.js";
import { activeCommand, alert, banner, commandField, newProject, openProject, openProjects, status } from "./interface.js";

/** Makes all writes to IndexedDB fail until `restoreWrites`. */
const failWrites = (page) =>
  page.evaluate(() => {
    const { put, add } = IDBObjectStore.prototype;
    window.restoreWrites = () => Object.assign(IDBObjectStore.prototype, { put, add });
    IDBObjectStore.prototype.put = IDBObjectStore.prototype.add = () => {
      throw new DOMException("No space is left.", "QuotaExceededError");
    };
  });
const restoreWrites = (page) => page.evaluate(() => window.restoreWrites());
/** Lets writes succeed from the next click on, so that no retry of the page itself can save before it. */
const restoreWritesAtClick = (page) => page.evaluate(() => window.addEventListener("click", () => window.restoreWrites(), { capture: true, once: true }));

test.describe("the banner", () => {
  test("is shown while saving fails", async ({ page }) => {
    await page.clock.install();
    await open(page);
    await waitSaved(page);
    await expect(banner(page)).toHaveCount(0);
    await page.evaluate(() => {
      window.announcements = [];
      new MutationObserver((all) => all.forEach(({ target }) => window.announcements.push(target.textContent))).observe(document.querySelector(".banners"), { childList: true, subtree: true, characterData: true });
    });
    await failWrites(page);
    await annotate(page, SUMMIT, "Boris Johnson", "Person");
    await expect(banner(page)).toContainText("The browser's storage is full");
    await expect(status(page)).toHaveText("Not saved");
    await expect(alert(page)).toHaveCount(1);
    expect(await axeViolations(page)).toEqual([]);
    await waitForPaint(page);
    const count = await page.evaluate(() => window.announcements.length);
    await banner(page).getByRole("button", { name: "Try again now" }).click();
    await annotate(page, SUMMIT, "Calais", "Location");
    await page.clock.runFor(4_500);
    expect(await page.evaluate(() => window.announcements.length), "failed retries are not announced again").toBe(count);
    await restoreWritesAtClick(page);
    await banner(page).getByRole("button", { name: "Try again now" }).click();
    await expect(banner(page)).toHaveCount(0);
    await expect(page.getByText("All changes are saved again.").first()).toBeVisible();
    await waitSaved(page);
    const before = JSON.stringify(await project(page));
    await page.reload();
    await ready(page);
    expect(JSON.stringify(await project(page))).toBe(before);
  });

  test("is hidden when an automatic retry has saved", async ({ page }) => {
    await open(page);
    await waitSaved(page);
    await failWrites(page);
    await annotate(page, SUMMIT, "Boris Johnson", "Person");
    await expect(banner(page)).toBeVisible();
    await restoreWrites(page);
    await expect(banner(page)).toHaveCount(0);
    await waitSaved(page);
  });

  test("offers a backup that equals the project", async ({ page }) => {
    await open(page);
    await waitSaved(page);
    await failWrites(page);
    await dragOver(page, SUMMIT, "Boris Johnson");
    await page.keyboard.press("1");
    await expect(banner(page)).toBeVisible();
    const { name, bytes } = await download(page, () => banner(page).getByRole("button", { name: "Download a backup now" }).click());
    expect(name).toMatch(/\.json$/);
    expect(JSON.parse(bytes.toString("utf8"))).toEqual(await project(page));
  });

  test("is used with the keyboard only", async ({ page }) => {
    await open(page);
    await waitSaved(page);
    await failWrites(page);
    await annotate(page, SUMMIT, "Boris Johnson", "Person");
    await expect(banner(page)).toBeVisible();
    await reader(page, SUMMIT).focus();
    const activeText = () => page.evaluate(() => document.activeElement.textContent);
    for (let i = 0; i < 9 && !(await activeText()).startsWith("Download a backup"); i++) await page.keyboard.press("F6");
    const { bytes } = await download(page, () => page.keyboard.press("Enter"));
    expect(JSON.parse(bytes.toString("utf8"))).toEqual(await project(page));
    await restoreWritesAtClick(page);
    await page.keyboard.press("Tab");
    expect(await activeText()).toBe("Try again now");
    await page.keyboard.press("Enter");
    await expect(banner(page)).toHaveCount(0);
    await expect(page.locator("[role=document]:focus"), "the focus is not lost").toHaveCount(1);
  });

  test("gives the focus back to a text without a caret, at its scroll position", async ({ page }) => {
    await open(page);
    await waitSaved(page);
    await scrollPosition(page, SUMMIT, 1500);
    await failWrites(page);
    await annotate(page, CRACKDOWN, "Europol", "Organization");
    await expect(banner(page)).toBeVisible();
    await waitForPaint(page);
    const before = await scrollPosition(page, SUMMIT);
    const height = await banner(page).evaluate((bar) => bar.getBoundingClientRect().height);
    await restoreWritesAtClick(page);
    await banner(page).getByRole("button", { name: "Try again now" }).click();
    await expect(banner(page)).toHaveCount(0);
    await expect(reader(page, SUMMIT)).toBeFocused();
    await waitForPaint(page);
    expect(Math.abs((await scrollPosition(page, SUMMIT)) - (before - height))).toBeLessThan(1.5);
  });

  for (const [where, top] of [["in the middle", 400], ["at the beginning", 0], ["at the end", 1e6]]) {
    test(`does not move the text, ${where}`, async ({ page }) => {
      await open(page);
      await waitSaved(page);
      await scrollPosition(page, SUMMIT, top);
      await waitForPaint(page);
      const words = await reader(page, SUMMIT).evaluate((element) => {
        const scroller = element.closest(".scroller").getBoundingClientRect();
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          for (const { 0: word, index } of node.data.matchAll(/\w{7,}/g)) {
            const range = document.createRange();
            range.setStart(node, index);
            range.setEnd(node, index + word.length);
            if (range.getBoundingClientRect().top > scroller.top + 130) {
              getSelection().setBaseAndExtent(node, index, node, index + word.length);
              return getSelection().toString();
            }
          }
        }
      });
      const at = () => page.evaluate(() => getSelection().getRangeAt(0).getBoundingClientRect().top);
      const [before, scroll] = [await at(), await scrollPosition(page, SUMMIT)];
      await failWrites(page);
      await annotate(page, CRACKDOWN, "Europol", "Organization");
      await expect(banner(page)).toBeVisible();
      await waitForPaint(page);
      expect(Math.abs((await at()) - before), "when the banner appears").toBeLessThan(1.5);
      expect(await page.evaluate(() => getSelection().toString())).toBe(words);
      await restoreWrites(page);
      await expect(banner(page)).toHaveCount(0);
      await waitForPaint(page);
      expect(Math.abs((await at()) - before), "when the banner disappears").toBeLessThan(1.5);
      expect(Math.abs((await scrollPosition(page, SUMMIT)) - scroll)).toBeLessThan(1.5);
      expect(await page.evaluate(() => getSelection().toString())).toBe(words);
    });
  }

  test("fits into a narrow window and covers nothing", async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(page, { articles: [] });
    await waitSaved(page);
    await failWrites(page);
    await annotate(page, SUMMIT, "Boris Johnson", "Person");
    await expect(banner(page)).toBeVisible();
    const boxes = await page.evaluate(() => ["header.bar", ".banner", "main.desk"].map((one) => document.querySelector(one).getBoundingClientRect().toJSON()));
    expect(boxes[1].top).toBeGreaterThanOrEqual(boxes[0].bottom - 0.5);
    expect(boxes[2].top).toBeGreaterThanOrEqual(boxes[1].bottom - 0.5);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    for (const button of await banner(page).getByRole("button").all()) {
      const box = await button.boundingBox();
      expect(box.x >= 0 && box.x + box.width <= 320).toBe(true);
    }
    expect(await axeViolations(page)).toEqual([]);
  });
});

const FILE = "channel.crossread.json";
/** Replaces the browser's file picker by one that returns a file of the origin private file system. */
const mockFilePicker = async (page, name = FILE) => {
  await page.addInitScript((name) => {
    window.fileName = name;
    window.showSaveFilePicker = async (options) => {
      window.picked = (window.picked ?? 0) + 1;
      window.pickerOptions = options;
      if (window.fileName === null) throw new DOMException("The user aborted a request.", "AbortError");
      return (await navigator.storage.getDirectory()).getFileHandle(window.fileName, { create: true });
    };
    // A browser asks for permission again after each reload; here the user always grants it.
    const permission = () => (sessionStorage.getItem("permission") ?? "granted");
    FileSystemFileHandle.prototype.queryPermission = async () => permission();
    FileSystemFileHandle.prototype.requestPermission = async () => {
      if (!navigator.userActivation.isActive) throw new DOMException("User activation is required.", "SecurityError");
      if (permission() === "prompt") sessionStorage.setItem("permission", "granted");
      return permission();
    };
  }, name);
};
const setPermission = (page, state) => page.evaluate((state) => sessionStorage.setItem("permission", state), state);
/** The text of a file; `null` if there is none. A file that is replaced meanwhile cannot be read, and is read again. */
const fileText = (page, name = FILE) =>
  page.evaluate(async (name) => {
    const root = await navigator.storage.getDirectory();
    for (;;) {
      const handle = await root.getFileHandle(name).catch(() => null);
      if (!handle) return null;
      try {
        return await (await handle.getFile()).text();
      } catch (error) {
        if (!["AbortError", "NotFoundError", "NotReadableError"].includes(error.name)) throw error;
      }
    }
  }, name);
const readBackup = async (page, name) => JSON.parse((await fileText(page, name)) || "null");
const backUp = async (page) => {
  const dialog = await openProjects(page);
  await dialog.getByRole("button", { name: "Back up to a file…" }).click();
  await expect(dialog.getByText(`Backed up to “${FILE}”`)).toBeVisible();
  await page.keyboard.press("Escape");
};

test.describe("backups to a file", () => {
  test("are written some seconds after each change and equal the export", async ({ page }) => {
    await mockFilePicker(page);
    await open(page);
    await annotate(page, SUMMIT, "Boris Johnson", "Person");
    const dialog = await openProjects(page);
    await dialog.getByRole("button", { name: "Back up to a file…" }).click();
    await expect(dialog.getByText(`Backed up to “${FILE}” at`)).toBeVisible();
    expect(await page.evaluate(() => window.pickerOptions.suggestedName)).toBe("untitled-project.crossread.json");
    await expect(dialog.getByRole("button", { name: "Back up now" }), "the button in its place has the focus").toBeFocused();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(page.getByText(/^Backed up \d\d:\d\d$/)).toBeVisible();
    expect(await readBackup(page)).toEqual(await project(page));
    await dragOver(page, SUMMIT, "Calais");
    await page.keyboard.press("3");
    const { bytes } = await download(page, () => page.getByRole("button", { name: "Export", exact: true }).click());
    await expect.poll(() => fileText(page)).toBe(bytes.toString("utf8"));
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(async () => (await readBackup(page)).annotations.length).toBe(1);
  });

  test("are started and stopped with the keyboard only", async ({ page }) => {
    await page.clock.install();
    await mockFilePicker(page);
    await open(page);
    const runCommand = async (words) => {
      await page.keyboard.press("Control+k");
      await expect(commandField(page)).toBeFocused();
      await page.keyboard.type(words);
      await expect(activeCommand(page)).toContainText(words);
      await page.keyboard.press("Enter");
    };
    await runCommand("Back up to a file");
    await expect(page.getByText(/^Backed up \d\d:\d\d$/)).toBeVisible();
    expect(await readBackup(page)).toEqual(await project(page));
    const before = await fileText(page);
    await runCommand("Stop backing up");
    await expect(page.getByText(/^Backed up \d\d:\d\d$/)).toHaveCount(0);
    await annotate(page, SUMMIT, "Boris Johnson", "Person");
    await page.clock.runFor(10_000);
    await waitSaved(page);
    expect(await fileText(page)).toBe(before);
    await page.reload();
    await ready(page);
    await expect(banner(page)).toHaveCount(0);
  });

  test("are stopped by a button, and the focus goes to the next button", async ({ page }) => {
    await mockFilePicker(page);
    await open(page);
    await backUp(page);
    const dialog = await openProjects(page);
    await dialog.getByRole("button", { name: "Stop backing up" }).press("Enter");
    await expect(dialog.getByRole("button", { name: "Back up to a file…" })).toBeFocused();
  });

  test("a file picker that is cancelled changes nothing", async ({ page }) => {
    await mockFilePicker(page, null);
    await open(page);
    const dialog = await openProjects(page);
    await dialog.getByRole("button", { name: "Back up to a file…" }).click();
    await expect.poll(() => page.evaluate(() => window.picked)).toBe(1);
    await expect(dialog.getByRole("button", { name: "Back up to a file…" })).toBeVisible();
    await expect(dialog.locator(".notice")).toHaveCount(0);
  });

  test("continue after a reload once the user gives permission", async ({ page }) => {
    await page.clock.install();
    await mockFilePicker(page);
    await open(page);
    await backUp(page);
    await setPermission(page, "prompt");
    await annotate(page, SUMMIT, "Boris Johnson", "Person");
    await waitSaved(page);
    await page.reload();
    await ready(page);
    await expect(banner(page)).toContainText("Backups are paused");
    expect(await axeViolations(page)).toEqual([]);
    await annotate(page, SUMMIT, "Calais", "Location");
    await page.clock.runFor(10_000);
    await waitSaved(page);
    expect((await readBackup(page)).annotations.length, "not without permission").toBeLessThan(2);
    await banner(page).getByRole("button", { name: `Resume backups to “${FILE}”` }).click();
    await expect(banner(page)).toHaveCount(0);
    await expect.poll(() => readBackup(page)).toEqual(await project(page));
  });

  test("continue after a reload without asking if the permission persists", async ({ page }) => {
    await mockFilePicker(page);
    await open(page);
    await backUp(page);
    await annotate(page, SUMMIT, "Boris Johnson", "Person");
    await waitSaved(page);
    await page.reload();
    await ready(page);
    await expect.poll(async () => (await readBackup(page)).annotations.length).toBe(1);
    await expect(banner(page)).toHaveCount(0);
  });

  test("a revoked permission is reported and can be given again", async ({ page }) => {
    await mockFilePicker(page);
    await open(page);
    await backUp(page);
    await setPermission(page, "prompt");
    await page.evaluate(() => {
      const { createWritable } = FileSystemFileHandle.prototype;
      FileSystemFileHandle.prototype.createWritable = async function () {
        if ((await this.queryPermission()) !== "granted") throw new DOMException("Not allowed.", "NotAllowedError");
        return createWritable.call(this);
      };
    });
    await annotate(page, SUMMIT, "Boris Johnson", "Person");
    await expect(banner(page)).toContainText(`could not be written to “${FILE}”`);
    await expect(alert(page)).toContainText("no longer lets the page write");
    expect(await axeViolations(page)).toEqual([]);
    await banner(page).getByRole("button", { name: "Try again now" }).press("Enter");
    await expect(banner(page)).toHaveCount(0);
    await expect(page.locator("[role=document]:focus")).toHaveCount(1);
    await expect.poll(() => readBackup(page)).toEqual(await project(page));
  });

  for (const [error, words] of [["QuotaExceededError", "no space left"], ["NotFoundError", "does not exist any more"]]) {
    test(`a failed write (${error}) is reported, leaves the file unchanged, and is repeated`, async ({ page }) => {
      await mockFilePicker(page);
      await open(page);
      await backUp(page);
      const before = await fileText(page);
      await page.evaluate((name) => {
        const { write } = FileSystemWritableFileStream.prototype;
        window.restoreWrites = () => (FileSystemWritableFileStream.prototype.write = write);
        FileSystemWritableFileStream.prototype.write = async function () {
          await write.call(this, "half of");
          throw new DOMException("No.", name);
        };
      }, error);
      await annotate(page, SUMMIT, "Boris Johnson", "Person");
      await expect(banner(page)).toContainText(words);
      expect(await fileText(page)).toBe(before);
      await page.evaluate(() => window.restoreWrites());
      await annotate(page, SUMMIT, "Calais", "Location");
      await expect(banner(page)).toHaveCount(0);
      expect(await readBackup(page)).toEqual(await project(page));
    });
  }

  test("are written one at a time, and the file contains the last one", async ({ page }) => {
    await page.clock.install();
    await mockFilePicker(page);
    await open(page);
    await page.evaluate(() => {
      const { createWritable } = FileSystemFileHandle.prototype;
      const { close } = FileSystemWritableFileStream.prototype;
      Object.assign(window, { openStreams: 0, maxOpenStreams: 0, streams: 0 });
      FileSystemFileHandle.prototype.createWritable = async function () {
        window.maxOpenStreams = Math.max(window.maxOpenStreams, ++window.openStreams);
        window.streams++;
        return createWritable.call(this);
      };
      FileSystemWritableFileStream.prototype.close = async function () {
        await new Promise((done) => setTimeout(done, 7_000));
        await close.call(this);
        window.openStreams--;
      };
    });
    const dialog = await openProjects(page);
    await dialog.getByRole("button", { name: "Back up to a file…" }).click();
    await expect(dialog.getByText("is being written")).toBeVisible();
    await dialog.getByRole("button", { name: "Back up now" }).click();
    await page.keyboard.press("Escape");
    await annotate(page, SUMMIT, "Boris Johnson", "Person");
    await expect.poll(async () => {
      await page.clock.runFor(1_000);
      return readBackup(page);
    }).toEqual(await project(page));
    expect(await page.evaluate(() => [window.maxOpenStreams, window.streams])).toEqual([1, 2]);
  });

  test("each project has its own file", async ({ page }) => {
    await mockFilePicker(page);
    await open(page);
    await annotate(page, SUMMIT, "Boris Johnson", "Person");
    await backUp(page);
    await annotate(page, SUMMIT, "Calais", "Location");
    const first = await project(page);
    await newProject(page, "Another");
    await expect.poll(() => readBackup(page)).toEqual(first);
    let dialog = await openProjects(page);
    await dialog.getByRole("button", { name: "Back up to a file…" }).click();
    await expect(dialog.getByText(/has the backups of another project/)).toBeVisible();
    expect(await readBackup(page)).toEqual(first);
    await page.evaluate(() => (window.fileName = "another.crossread.json"));
    await dialog.getByRole("button", { name: "Back up to a file…" }).click();
    await expect(dialog.getByText("Backed up to “another.crossread.json”")).toBeVisible();
    await page.keyboard.press("Escape");
    expect((await readBackup(page, "another.crossread.json")).project.title).toBe("Another");
    await openProject(page, "Untitled project");
    dialog = await openProjects(page);
    await expect(dialog.getByText(`Backed up to “${FILE}”`)).toBeVisible();
    expect(await readBackup(page)).toEqual(first);
  });

  test("where the page cannot write to files, a backup is downloaded", async ({ page }) => {
    await page.addInitScript(() => delete window.showSaveFilePicker);
    await open(page);
    const dialog = await openProjects(page);
    const { bytes } = await download(page, () => dialog.getByRole("button", { name: "Download a backup" }).click());
    expect(JSON.parse(bytes.toString("utf8"))).toEqual(await project(page));
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("Back up to a file");
    await expect(activeCommand(page)).toContainText("Back up to a file");
    await download(page, () => page.keyboard.press("Enter"));
    await expect(page.getByText("was downloaded instead").first()).toBeVisible();
  });
});

test.describe("the reminder", () => {
  const HOUR = 60 * 60_000;
  const reminder = (page) => page.locator(".notice").filter({ hasText: "worked for an hour without exporting" });
  const openAtFixedTime = async (page) => {
    await page.clock.install({ time: new Date("2026-03-02T09:00:00Z") });
    await open(page);
  };

  test("is shown after each hour of work without an export", async ({ page }) => {
    await openAtFixedTime(page);
    await page.clock.fastForward(2 * HOUR);
    await expect(reminder(page), "nothing has changed").toHaveCount(0);
    await annotate(page, SUMMIT, "Boris Johnson", "Person");
    await page.clock.fastForward(HOUR - 60_000);
    await expect(reminder(page)).toHaveCount(0);
    await page.clock.fastForward(61_000);
    await expect(reminder(page)).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    await page.clock.fastForward(20_000);
    await expect(reminder(page), "it stays until it is dismissed").toBeVisible();
    await reminder(page).getByRole("button", { name: "Dismiss" }).click();
    await page.clock.fastForward(2 * HOUR);
    await expect(reminder(page), "nothing has changed since").toHaveCount(0);
    await annotate(page, SUMMIT, "Calais", "Location");
    await page.clock.fastForward(HOUR + 1000);
    const { bytes } = await download(page, () => reminder(page).getByRole("button", { name: "Export" }).click());
    expect(JSON.parse(bytes.toString("utf8"))).toEqual(await project(page));
    await expect(reminder(page)).toHaveCount(0);
    await annotate(page, CRACKDOWN, "Europol", "Organization");
    await page.clock.fastForward(HOUR / 2);
    await download(page, () => page.keyboard.press("Control+s"));
    await page.clock.fastForward(HOUR);
    await expect(reminder(page)).toHaveCount(0);
  });

  test("counts time across a reload, and is shown only after another change", async ({ page }) => {
    await openAtFixedTime(page);
    await annotate(page, SUMMIT, "Boris Johnson", "Person");
    await waitSaved(page);
    await page.clock.fastForward(HOUR / 2);
    await page.reload();
    await ready(page);
    await page.clock.fastForward(HOUR / 2 + 5_000);
    await expect(reminder(page)).toBeVisible();
    await reminder(page).getByRole("button", { name: "Dismiss" }).click();
    await annotate(page, SUMMIT, "Calais", "Location");
    await waitSaved(page);
    await page.evaluate(() => {
      const key = Object.keys(localStorage).find((key) => key.startsWith("crossread.unexported."));
      localStorage.setItem(key, String(Number(localStorage.getItem(key)) - 20 * 3_600_000));
    });
    await page.reload();
    await ready(page);
    await page.clock.fastForward(60_000);
    await expect(reminder(page)).toHaveCount(0);
    await annotate(page, CRACKDOWN, "Europol", "Organization");
    await page.clock.fastForward(1_000);
    await expect(reminder(page)).toBeVisible();
  });

  test("is shown even if a table was exported", async ({ page }) => {
    await openAtFixedTime(page);
    await annotate(page, SUMMIT, "Boris Johnson", "Person");
    await page.getByRole("button", { name: "Other formats" }).click();
    await download(page, () => page.getByRole("button", { name: "Download", exact: true }).click());
    await page.clock.fastForward(HOUR + 61_000);
    await expect(reminder(page)).toBeVisible();
  });

  test("is not shown while backups are written", async ({ page }) => {
    await mockFilePicker(page);
    await openAtFixedTime(page);
    await backUp(page);
    await annotate(page, SUMMIT, "Boris Johnson", "Person");
    await page.clock.fastForward(6_000);
    await expect.poll(() => readBackup(page)).toEqual(await project(page));
    await page.clock.fastForward(3 * HOUR);
    await expect(reminder(page)).toHaveCount(0);
  });
});

test.describe("protection of the browser's storage", () => {
  const mockStorage = (page, persisted) =>
    page.addInitScript((persisted) => {
      const count = () => Number(localStorage.getItem("persistCalls") ?? 0);
      StorageManager.prototype.persisted = async () => persisted && count() > 0;
      StorageManager.prototype.persist = async () => (localStorage.setItem("persistCalls", String(count() + 1)), persisted);
      StorageManager.prototype.estimate = async () => ({ usage: 1_260_000, quota: 5_001_260_000 });
    }, persisted);
  const persistCalls = (page) => page.evaluate(() => localStorage.getItem("persistCalls"));

  test("is requested once, after the first change", async ({ page }) => {
    await mockStorage(page, true);
    await open(page);
    const words = ["Boris Johnson", "Calais", "Europol", "Frontex", "Germany"];
    for (const word of words.slice(0, 4)) await annotate(page, SUMMIT, word, "Person");
    const dialog = await openProjects(page);
    await expect(dialog).toContainText("This browser may clear saved projects when space runs low. 1.2 MB used, 5.0 GB free.");
    expect(await persistCalls(page)).toBe(null);
    await page.keyboard.press("Escape");
    await annotate(page, SUMMIT, words[4], "Person");
    await expect.poll(() => persistCalls(page)).toBe("1");
    await openProjects(page);
    await expect(dialog).toContainText("This browser protects the saved projects");
    await page.keyboard.press("Escape");
    await waitSaved(page);
    await page.reload();
    await ready(page);
    await annotate(page, SUMMIT, "Belgium", "Location");
    await waitSaved(page);
    expect(await persistCalls(page)).toBe("1");
  });

  test("is requested when a project is imported, and by the button after a refusal", async ({ page }) => {
    await mockStorage(page, false);
    await open(page);
    const project = await page.evaluate(() => [...window.crossread.export("crossread").bytes]);
    await page.evaluate((bytes) => window.crossread.importFile("x.crossread.json", new Uint8Array(bytes)), project);
    await expect.poll(() => persistCalls(page)).toBe("1");
    const dialog = await openProjects(page);
    await dialog.getByRole("button", { name: "Protect saved projects" }).click();
    await expect(dialog).toContainText("did not agree");
    expect(await persistCalls(page)).toBe("2");
    expect(await axeViolations(page)).toEqual([]);
  });

  test("the page works in a browser without this API", async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "storage", { value: undefined }));
    await open(page);
    for (const word of ["Boris Johnson", "Calais", "Europol", "Frontex", "Germany", "Belgium"]) await annotate(page, SUMMIT, word, "Person");
    await waitSaved(page);
    const dialog = await openProjects(page);
    await expect(dialog.getByRole("region", { name: "Backups and storage" })).toBeVisible();
  });
});
