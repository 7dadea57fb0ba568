// Predictions of another tool: they come with its file, are reviewed as suggestions, and go out as predictions.
import { axeViolationsInBothSchemes } from "./axe.js";
import { drop, expect, file, open, project, quotes, test } from "./support.js";
import { expectNoPointer, focusText, press, trackPointer } from "./keys.js";
import { openTab, reviewCard as card } from "./interface.js";

const TEXT = "😀 Anna met Bob in Rome. Then Anna left.\n";
const region = (id, start, text, label, more) => ({
  id, from_name: "label", to_name: "text", type: "labels", ...more, value: { start, end: start + text.length, text, labels: [label] },
});
const TASKS = [{
  id: 1,
  data: { text: TEXT },
  annotations: [{ result: [region("a", 18, "Rome", "Place")] }],
  predictions: [{
    model_version: "model-v2",
    score: 0.87,
    result: [region("p", 2, "Anna", "Person"), region("q", 11, "Bob", "Person", { score: 0.41 }), region("r", 18, "Rome", "Place"), region("s", 29, "Anna", "Person")],
  }],
}];
const EXPORT = file("project-1.json", JSON.stringify(TASKS), "application/json");

test("predictions of Label Studio are accepted and rejected with keys, and exported as predictions", async ({ page }) => {
  await trackPointer(page);
  await open(page);
  await focusText(page);
  await page.locator("#import-file").setInputFiles([EXPORT]);
  await expect(page.getByRole("dialog", { name: /^Import / })).toContainText("4 predictions of model-v2 become suggestions.");
  await press(page, "Enter");
  await expect.poll(() => quotes(page)).toEqual(["Place: Rome"]);
  await focusText(page);
  await press(page, "s");
  await expect(card(page)).toContainText("model-v2, 0.87 (Label Studio)");
  await expect(card(page)).toContainText("Anna");
  await press(page, "a");
  await expect.poll(() => quotes(page)).toEqual(["Person: Anna", "Place: Rome"]);
  await expect(card(page)).toContainText("model-v2, 0.41 (Label Studio)");
  await press(page, "r");
  await expect.poll(async () => (await project(page)).rejected?.length).toBe(1);
  await expectNoPointer(page);
  const [task] = await page.evaluate(async () => {
    const { bytes, name } = window.crossread.export("label-studio");
    if (!name.endsWith(".zip")) return JSON.parse(new TextDecoder().decode(bytes));
    // The archive is stored without compression, and the tasks are its only list.
    const text = new TextDecoder().decode(bytes);
    return JSON.parse(text.slice(text.indexOf("[\n{"), text.indexOf("\n]\n") + 2));
  });
  const shown = ({ id, origin, value }) => [id, origin, value.text, value.labels[0]];
  const [made] = task.annotations[0].result;
  expect(task.annotations[0].result.map(shown).map(([, ...rest]) => rest)).toEqual([["prediction", "Anna", "Person"], ["manual", "Rome", "Place"]]);
  const [prediction] = task.predictions;
  expect(prediction.model_version).toBe("model-v2");
  expect(prediction.result.map(({ value, score }) => [value.text, score])).toEqual([["Anna", 0.87], ["Bob", 0.41], ["Rome", 0.87], ["Anna", 0.87]]);
  expect(prediction.result[0].id).toBe(made.id);
});

test("predictions are listed with model and score, and accepted with the mouse", async ({ page }) => {
  await open(page);
  await drop(page, [EXPORT]);
  await page.getByRole("button", { name: "Import as a new project" }).click();
  await expect.poll(() => quotes(page)).toEqual(["Place: Rome"]);
  await openTab(page, "Suggestions");
  await page.getByRole("button", { name: /^Predictions of other tools/ }).click();
  const panel = page.locator(".suggestions");
  await expect(panel).toContainText("model-v2, 0.41 (Label Studio)");
  if (process.env.SHOTS) {
    for (const [scheme, width] of [["light", 1280], ["dark", 1280], ["light", 420]]) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 800 });
      await page.screenshot({ path: `${process.env.SHOTS}/panel-${scheme}-${width}.png` });
    }
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 1280, height: 800 });
  }
  expect(await axeViolationsInBothSchemes(page)).toEqual([]);
  await page.getByRole("slider", { name: "Score at least" }).fill("50");
  await page.getByRole("button", { name: /^Accept all 2: Predictions of other tools/ }).click();
  await expect.poll(() => quotes(page)).toEqual(["Person: Anna", "Place: Rome", "Person: Anna"]);
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect.poll(() => quotes(page)).toEqual(["Place: Rome"]);
});
