// A week of times is marked by keyboard alone, with real keys, scripts or not.
import { expect, test, type Page } from "@playwright/test";
import { demo, type Lang } from "./people";

/** Presses Tab until what has the focus answers to `selector`. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`never reached ${selector}`);
}

for (const [handle, lang, scripts] of [["demo-ken", "ja", false], ["demo-ken", "en", true]] as [string, Lang, boolean][]) {
  test(`a week is marked by keyboard (${lang}, scripts ${scripts ? "on" : "off"})`, async ({ browser }) => {
    const page = await demo(browser, handle, lang, scripts);
    await page.goto("/pair/times");
    await tabTo(page, 'input[name="hour"]');
    const first = await page.evaluate(() => (document.activeElement as HTMLInputElement).value);
    const was = await page.locator(`input[name="hour"][value="${first}"]`).isChecked();
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    const second = await page.evaluate(() => (document.activeElement as HTMLInputElement).value);
    expect(second).not.toBe(first);
    if (!(await page.locator(`input[name="hour"][value="${second}"]`).isChecked())) await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/pair\/times\?done=week/);
    await expect(page.locator('[role="status"]')).toBeVisible();
    await expect(page.locator(`input[name="hour"][value="${first}"]`)).toBeChecked({ checked: !was });
    await expect(page.locator(`input[name="hour"][value="${second}"]`)).toBeChecked();
  });
}
