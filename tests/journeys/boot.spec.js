import { expect, test } from "./support.js";

const alert = (page) => page.getByRole("alert");

test("the page loads under its own security policy", async ({ page }) => {
  await page.goto("./");
  await expect(page.locator("#boot-message")).toHaveCount(0);
});

test.describe("when the program cannot be loaded", () => {
  test.use({ allowedErrors: /Failed to load resource|the server answered 500|WebAssembly is not defined/ });

  test("that is reported, and the button loads it again", async ({ page }) => {
    await page.route("**/*.wasm", (route) => route.fulfill({ status: 500, body: "" }));
    await page.goto("./");
    await expect(alert(page)).toContainText("Crossread could not start");
    await expect(alert(page)).toContainText("the server answered 500");
    await page.unroute("**/*.wasm");
    await page.getByRole("button", { name: "Reload the page" }).click();
    await expect(page.locator("#boot-message")).toHaveCount(0);
  });

  test("missing WebAssembly is reported", async ({ page }) => {
    await page.addInitScript(() => delete window.WebAssembly);
    await page.goto("./");
    await expect(alert(page)).toContainText("does not run WebAssembly");
  });
});
