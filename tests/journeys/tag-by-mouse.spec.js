import { SUMMIT, clickText, dragOver, expect, marks, middleOf, open, quotes, reader, rectangles, selectWord, tags, test } from "./support.js";
import { showColumns, dragEdge, hoverCard, inspector, labelButton, annotationRows, palette, relabelPalette, selectedId, tagAs } from "./interface.js";

const SENTENCE = "The problem of smuggling networks surpasses our borders";

test.beforeEach(async ({ page }) => open(page));

async function tag(page, words, label) {
  await dragOver(page, SUMMIT, words);
  await tagAs(page, label);
  await expect.poll(() => quotes(page)).toContain(`${label}: ${words}`);
}

test("a drag and a click on a label tag whole words", async ({ page }) => {
  await dragOver(page, SUMMIT, "rench Interior Minister Gerald Darmani");
  await expect(palette(page)).toBeVisible();
  await tagAs(page, "Person");
  await expect.poll(() => quotes(page)).toEqual(["Person: French Interior Minister Gerald Darmanin"]);
  await expect.poll(async () => (await marks(page)).map((mark) => mark.text).join("")).toBe("French Interior Minister Gerald Darmanin");
  await expect(palette(page)).toBeHidden();
  await expect(inspector(page)).toContainText("French Interior Minister Gerald Darmanin");
  await expect(annotationRows(page)).toHaveCount(1);
});

test("a drag from right to left tags the same range", async ({ page }) => {
  const boxes = await rectangles(page, SUMMIT, "Gerald Darmanin");
  await page.mouse.move(boxes.at(-1).right - 1, boxes.at(-1).middle);
  await page.mouse.down();
  await page.mouse.move(boxes[0].left + 1, boxes[0].middle, { steps: 6 });
  await page.mouse.up();
  await page.keyboard.press("1");
  await expect.poll(() => quotes(page)).toEqual(["Person: Gerald Darmanin"]);
});

test("a drag over two paragraphs tags the range across them", async ({ page }) => {
  await dragOver(page, SUMMIT, "northern France", "crime-fighting agency Europol");
  await page.keyboard.press("c");
  await expect.poll(() => quotes(page)).toEqual([
    "Claim: northern France.\n\nThe EU brought officials from crime-fighting agency Europol",
  ]);
});

test("a drag that ends outside the text still selects", async ({ page }) => {
  const [box] = await rectangles(page, SUMMIT, "Talks began");
  await page.mouse.move(box.right - 2, box.middle);
  await page.mouse.down();
  await page.mouse.move(box.left + 1, box.middle, { steps: 4 });
  await page.mouse.move(4, box.middle, { steps: 4 });
  await page.mouse.up();
  await expect(palette(page)).toBeVisible();
  await tagAs(page, "Event");
  await expect.poll(() => quotes(page)).toEqual(["Event: Talks began"]);
});

test("a double-click and a key tag a word, without the full stop behind it", async ({ page }) => {
  await selectWord(page, SUMMIT, "Darmanin");
  await expect(palette(page)).toBeVisible();
  await page.keyboard.press("1");
  await expect.poll(() => quotes(page)).toEqual(["Person: Darmanin"]);
  await dragOver(page, SUMMIT, "water.");
  await tagAs(page, "Location");
  await expect.poll(() => quotes(page)).toContain("Location: water");
});

test("a label in the label bar tags the selection", async ({ page }) => {
  await selectWord(page, SUMMIT, "Europol");
  await labelButton(page, "Organization").click();
  await expect.poll(() => quotes(page)).toEqual(["Organization: Europol"]);
});

test("with Alt the exact characters are tagged", async ({ page }) => {
  await page.keyboard.down("Alt");
  await dragOver(page, SUMMIT, "smuggl", "smuggl", { inset: 1 });
  await page.keyboard.up("Alt");
  await tagAs(page, "Event");
  await expect.poll(() => quotes(page)).toEqual(["Event: smuggl"]);
});

test.describe("three overlapping tags", () => {
  const ALL = { Claim: SENTENCE, Organization: "smuggling networks", Event: "smuggling" };
  test.beforeEach(async ({ page }) => {
    for (const [label, words] of Object.entries(ALL)) await tag(page, words, label);
    await page.keyboard.press("Escape");
    await expect.poll(() => selectedId(page)).toBe("");
  });

  test("are drawn over their ranges", async ({ page }) => {
    const drawn = (await marks(page)).map(({ ids, text }) => [ids.length, text]);
    expect(drawn).toEqual([[1, "The problem of "], [3, "smuggling"], [2, " networks"], [1, " surpasses our borders"]]);
  });

  test("are selected in turn by clicking, from the innermost outwards", async ({ page }) => {
    const labels = Object.fromEntries((await tags(page)).map((tag) => [tag.id, tag.label]));
    const seen = [];
    for (let i = 0; i < 4; i++) {
      await clickText(page, SUMMIT, "smuggling");
      seen.push(labels[await selectedId(page)]);
    }
    expect(seen).toEqual(["Event", "Organization", "Claim", "Event"]);
    await expect(inspector(page)).toContainText("smuggling");
  });

  test("are named in the card at the pointer", async ({ page }) => {
    const { x, y } = await middleOf(page, SUMMIT, "smuggling");
    await page.mouse.move(x, y);
    await expect(hoverCard(page)).toBeVisible();
    for (const label of Object.keys(ALL)) await expect(hoverCard(page)).toContainText(label);
    await page.mouse.move(x, 5);
    await expect(hoverCard(page)).toBeHidden();
  });

  test("leave the text under them selectable", async ({ page }) => {
    await dragOver(page, SUMMIT, "problem of smuggling");
    await tagAs(page, "Other");
    await expect.poll(() => quotes(page)).toContain("Other: problem of smuggling");
    expect(await quotes(page)).toHaveLength(4);
  });

  test("a click elsewhere deselects", async ({ page }) => {
    await clickText(page, SUMMIT, "smuggling");
    await expect.poll(() => selectedId(page)).not.toBe("");
    await clickText(page, SUMMIT, "Talks");
    await expect.poll(() => selectedId(page)).toBe("");
    await expect(page.locator("mark.selected")).toHaveCount(0);
  });
});

test("after a click on the selected row of the list, Ctrl+Down in the text moves the caret", async ({ page }) => {
  await tag(page, "Boris Johnson", "Person");
  await annotationRows(page).click();
  await expect(annotationRows(page)).toHaveAttribute("aria-selected", "true");
  await annotationRows(page).click();
  const caret = () => page.evaluate(() => {
    const { focusNode, focusOffset } = getSelection();
    const before = document.createRange();
    before.setStart(document.activeElement, 0);
    before.setEnd(focusNode, focusOffset);
    return before.toString().length;
  });
  await reader(page, SUMMIT).focus();
  await page.keyboard.press("Control+ArrowDown");
  const first = await caret();
  expect(first).toBeGreaterThan(0);
  await page.keyboard.press("Control+ArrowDown");
  expect(await caret()).toBeGreaterThan(first);
});

test("an edge is dragged, and the tag keeps its id", async ({ page }) => {
  await tag(page, "Gerald Darmanin", "Person");
  const [{ id }] = await tags(page);
  await clickText(page, SUMMIT, "Gerald Darmanin");
  await expect.poll(() => selectedId(page)).toBe(id);

  const [interior] = await rectangles(page, SUMMIT, "Interior Minister Gerald");
  await dragEdge(page, "start", interior.left + 1, interior.middle);
  await expect.poll(() => quotes(page)).toEqual(["Person: Interior Minister Gerald Darmanin"]);
  const [gerald] = await rectangles(page, SUMMIT, "Gerald");
  await dragEdge(page, "end", gerald.right - 1, gerald.middle);
  await expect.poll(() => quotes(page)).toEqual(["Person: Interior Minister Gerald"]);
  expect(await selectedId(page)).toBe(id);

  // Each drag is one step.
  for (const words of ["Interior Minister Gerald Darmanin", "Gerald Darmanin"]) {
    await page.keyboard.press("Control+z");
    await expect.poll(() => quotes(page)).toEqual([`Person: ${words}`]);
  }
});

test("text beside the selected tag can be selected", async ({ page }) => {
  // The handles of a new tag must not cover the short words next to it.
  await showColumns(page, 1);
  await tag(page, "Sunday", "Date");
  await selectWord(page, SUMMIT, "on");
  await expect(palette(page)).toBeVisible();
  await tagAs(page, "Other");
  await expect.poll(() => quotes(page)).toContain("Other: on");
});

test("an edge dragged over the other one leaves a tag", async ({ page }) => {
  await tag(page, "Interior Minister Gerald Darmanin", "Person");
  const [french] = await rectangles(page, SUMMIT, "said French");
  await dragEdge(page, "end", french.left + 2, french.middle);
  const [only, ...others] = await quotes(page);
  expect(others).toEqual([]);
  expect(only).toMatch(/^Person: Interior/);
});

test("an edge is moved by the inspector's buttons", async ({ page }) => {
  await tag(page, "Gerald Darmanin", "Person");
  const [{ id }] = await tags(page);
  for (const [name, words] of [
    ["Start earlier", "Minister Gerald Darmanin"],
    ["Start later", "Gerald Darmanin"],
    ["Start earlier", "Minister Gerald Darmanin"],
    ["End earlier", "Minister Gerald"],
    ["End later", "Minister Gerald Darmanin"],
  ]) {
    await inspector(page).getByRole("button", { name }).click();
    await expect.poll(() => quotes(page), name).toEqual([`Person: ${words}`]);
  }
  expect((await tags(page))[0].id).toBe(id);
});

test("a tag is relabelled by key, palette, select and label bar", async ({ page }) => {
  await tag(page, "Frontex", "Person");
  const [{ id }] = await tags(page);
  await page.keyboard.press("2");
  await expect.poll(() => quotes(page)).toEqual(["Organization: Frontex"]);
  await page.keyboard.press("l");
  await expect(relabelPalette(page)).toBeVisible();
  await relabelPalette(page).getByRole("menuitem", { name: "Event" }).click();
  await expect.poll(() => quotes(page)).toEqual(["Event: Frontex"]);
  await expect(relabelPalette(page)).toBeHidden();
  await inspector(page).getByLabel("Label").selectOption("Date");
  await expect.poll(() => quotes(page)).toEqual(["Date: Frontex"]);
  await labelButton(page, "Claim").click();
  await expect.poll(() => quotes(page)).toEqual(["Claim: Frontex"]);
  expect((await tags(page))[0].id).toBe(id);
});

test("a note is written in one step and shown at the pointer", async ({ page }) => {
  await tag(page, "Frontex", "Organization");
  const note = inspector(page).getByLabel("Note");
  await note.fill("The border agency, “l” and “2” included");
  await clickText(page, SUMMIT, "Talks");
  await expect.poll(async () => (await tags(page))[0].note).toBe("The border agency, “l” and “2” included");
  const { x, y } = await middleOf(page, SUMMIT, "Frontex");
  await page.mouse.move(x, y);
  await expect(hoverCard(page)).toContainText("The border agency");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(async () => (await tags(page))[0].note ?? "").toBe("");
  expect(await quotes(page)).toEqual(["Organization: Frontex"]);
});

test("a half-typed note is not lost when another tag is clicked", async ({ page }) => {
  await tag(page, "Frontex", "Organization");
  await tag(page, "Europol", "Organization");
  await inspector(page).getByLabel("Note").fill("Of Europol");
  await clickText(page, SUMMIT, "Frontex");
  await expect.poll(async () => (await tags(page)).map((tag) => tag.note ?? "")).toContain("Of Europol");
  const noted = (await tags(page)).filter((tag) => tag.note);
  expect(noted.map((tag) => tag.ranges[0].exact)).toEqual(["Europol"]);
  await expect(inspector(page).getByLabel("Note")).toHaveValue("");
});

for (const how of ["Delete", "Backspace", "the button"]) {
  test(`a tag is removed by ${how}, and its mark with it`, async ({ page }) => {
    await tag(page, "Calais", "Location");
    await clickText(page, SUMMIT, "Calais");
    await expect.poll(() => selectedId(page)).not.toBe("");
    if (how === "the button") await inspector(page).getByRole("button", { name: "Remove tag" }).click();
    else await page.keyboard.press(how);
    await expect.poll(() => quotes(page)).toEqual([]);
    await expect.poll(() => marks(page)).toEqual([]);
    expect(await selectedId(page)).toBe("");
  });
}
