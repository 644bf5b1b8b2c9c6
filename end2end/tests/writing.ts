// A trace written and published by its form, without scripts where the page has none.
import { expect, type Page } from "@playwright/test";
import { unique } from "./people";

const KEYS = ["shift", "task", "value", "model"];

/** A new trace of a company, published by whoever is signed in on the page; its number. */
export async function published(page: Page, company: string, title = unique("A trace")): Promise<string> {
  await page.goto("/traces/new");
  await page.locator('main [name="company"]').fill(company);
  await page.locator("main form button.go").click();
  await expect(page).toHaveURL(/\/traces\/\d+\/edit/);
  const trace = new URL(page.url()).pathname.split("/")[2];
  await page.locator('[name="title"]').fill(title);
  for (const key of KEYS) {
    await page.locator(`[name="${key}.gist"]`).fill(`The gist of the ${key}.`);
    await page.locator(`[name="${key}.body"]`).fill(`What was written of the ${key} first.\n\nIt stays.`);
  }
  await page.locator('main button[formaction$="/publish"]').first().click();
  await expect(page).toHaveURL(new RegExp(`/traces/${trace}-`));
  return trace;
}

/** Publishes another text of the market shift. */
export async function publish(page: Page, trace: string, text: string, reason: string): Promise<void> {
  await page.goto(`/traces/${trace}/edit`);
  await page.locator('[name="shift.body"]').fill(text);
  await page.locator('[name="reason"]').fill(reason);
  await page.locator('main button[formaction$="/publish"]').first().click();
  await expect(page).toHaveURL(new RegExp(`/traces/${trace}-`));
}
