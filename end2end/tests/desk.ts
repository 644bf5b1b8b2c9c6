// The writer's desk, as its stories need it.
import { expect, type Browser, type Page } from "@playwright/test";
import { demo, unique } from "./people";

/** A fresh draft of a demo member, opened, its islands running. */
export async function desk(browser: Browser, origin = ""): Promise<{ page: Page; address: string; trace: string }> {
  const page = await demo(browser, "demo-luis", "en", true, origin);
  await page.goto(`${origin}/traces/new`);
  await page.locator('main [name="company"]').fill("Netflix");
  await page.locator('main [name="value"]').fill(unique("a value"));
  await page.locator("main form button.go").click();
  await expect(page).toHaveURL(/\/traces\/\d+\/edit/);
  await running(page);
  const address = new URL(page.url()).pathname;
  return { page, address, trace: address.split("/")[2] };
}

export const running = (page: Page) => expect(page.locator("html")).toHaveAttribute("data-islands", "ready");
export const said = (page: Page) => page.locator(".desk [role=status]");
export const field = (page: Page, name: string) => page.locator(`#edit [name="${name}"]`);

/** What this browser keeps of what is not saved: one text for all pages' copies, or null. */
export const copy = (page: Page, trace: string) =>
  page.evaluate((prefix) => {
    const kept = Object.entries(localStorage).filter(([key]) => key.startsWith(prefix)).map(([, text]) => text);
    return kept.length ? kept.join("\n") : null;
  }, `draft-${trace}-`);
