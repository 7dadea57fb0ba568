// Where things are on the page, by role and name: the one file to change when the page is laid out anew.
import { expect } from "@playwright/test";
import { download } from "./support.js";

const button = (scope, name) => scope.getByRole("button", { name });

export const undo = (page) => button(page, "Undo").click();
export const redo = (page) => button(page, "Redo").click();

/** The palette beside a selection, and a label in it. */
export const palette = (page) =>
  page.getByRole("toolbar", { name: /^Tag as/ }).or(page.getByRole("dialog", { name: /^Tag as/ }));
export const tagAs = (page, label) => button(palette(page), new RegExp(`^${label}\\b`)).click();

/** The id of the selected annotation, "" when none is. */
export const selected = (page) => page.locator("[data-selected]").first().getAttribute("data-selected");
export const handle = (page, edge) => page.locator(`.handle[data-edge=${edge}]`).first();

/** What the page says went wrong. */
export const alert = (page) => page.getByRole("alert");
export const article = (page, title) => page.getByRole("navigation", { name: "Articles" }).getByRole("button", { name: title });

export async function chooseFiles(page, files) {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), button(page, /^Import/).click()]);
  await chooser.setFiles(files);
}

export async function pasteText(page, title, text) {
  await button(page, "Paste text").click();
  const dialog = page.getByRole("dialog", { name: "Paste text" });
  await dialog.getByLabel("Title").fill(title);
  await dialog.getByLabel("Text").fill(text);
  await button(dialog, "Add").click();
  await expect(dialog).toBeHidden();
}

/** Opens the export dialog; the native format is chosen at first. */
export async function openExport(page) {
  await button(page, /^Export/).click();
  return page.getByRole("dialog", { name: "Export" });
}

export async function exportNative(page) {
  const dialog = await openExport(page);
  const file = await download(page, () => button(dialog, "Download").click());
  if (await dialog.isVisible()) await page.keyboard.press("Escape");
  return file;
}

/** The list of projects, in a dialog; each is a list item with buttons of its own. */
export async function openProjects(page) {
  const dialog = page.getByRole("dialog", { name: "Projects" });
  if (!(await dialog.isVisible())) await button(page, "Projects").click();
  await expect(dialog).toBeVisible();
  return dialog;
}
export const projectRow = (dialog, title) => dialog.getByRole("listitem").filter({ hasText: title });

export async function newProject(page, title) {
  const dialog = await openProjects(page);
  await button(dialog, "New project").click();
  await dialog.getByLabel("Title").fill(title);
  await button(dialog, "Create").click();
  await expect(dialog).toBeHidden();
}

export async function openProject(page, title) {
  const dialog = await openProjects(page);
  await button(projectRow(dialog, title), /^Open/).click();
  await expect(dialog).toBeHidden();
}

/** 1, 2 or 3 articles side by side. */
export const columns = (page, count) =>
  page.getByRole("group", { name: "Columns" }).getByRole("button", { name: new RegExp(`^${count}\\b`) }).click();
