// Lenses: typed fields are written with scripts on and off, drawn on the page, and found by.
import { expect, test, type Page } from "@playwright/test";
import { demo, unique } from "./people";

/** A fresh sketch of a demo member, in the editor. */
async function sketch(page: Page): Promise<void> {
  await page.goto("/traces/new");
  await page.locator('main [name="company"]').fill("Netflix");
  for (const hole of ["who", "task", "from", "to", "value", "model"]) {
    await page.locator(`main [name="${hole}"]`).fill(unique(hole));
  }
  await page.locator("main form button.go").click();
  await expect(page).toHaveURL(/\/traces\/\d+\/edit/);
}

for (const scripts of [true, false]) {
  test(`a timeline is written row by row and drawn, scripts ${scripts ? "on" : "off"}`, async ({ browser }) => {
    const page = await demo(browser, "demo-luis", "en", scripts);
    await sketch(page);
    await page.locator("#part-lens-growth > summary").click();
    await page.locator('[name="lens-growth.1.when"]').fill("1999");
    await page.locator('[name="lens-growth.1.what"]').fill("A flat monthly fee");
    await page.locator('button[value="add-row-lens-growth"]').click();
    await expect(page.locator('[name="lens-growth.1.what"]')).toHaveValue("A flat monthly fee");
    await page.locator('[name="lens-growth.2.when"]').fill("2007");
    await page.locator('[name="lens-growth.2.what"]').fill("Streaming begins");
    await page.locator('[name="shift.kind"]').selectOption("technological");
    await page.locator('.state button.go[form="edit"]').click();
    await expect(page.locator("#lens-growth .drawing circle")).toHaveCount(2);
    await expect(page.locator("#lens-growth ol.keys")).toContainText("Streaming begins");
    await page.locator("#shift .facts a").click();
    await expect(page).toHaveURL(/\/traces\?shift=technological/);
    await expect(page.locator(".card").first()).toBeVisible();
  });
}

test("drawings keep within a phone's width", async ({ browser }) => {
  const page = await demo(browser, "demo-luis", "en");
  await page.setViewportSize({ width: 360, height: 740 });
  for (const company of ["keyence", "netflix", "warby-parker", "salesforce", "cookpad", "hoshino-resorts"]) {
    await page.goto(`/companies/${company}`);
    await page.locator('main a[href^="/traces/"]:not([href^="/traces/new"])').first().click();
    await expect(page).toHaveURL(/\/traces\/\d+-/);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, company).toBeLessThanOrEqual(360);
  }
});
