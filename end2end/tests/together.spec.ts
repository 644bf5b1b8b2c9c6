// Traces side by side; what changed, and back again; writing together; a draft read by a secret link.
import { expect, test } from "@playwright/test";
import { browserOf, demo, unique } from "./people";
import { publish, published } from "./writing";

test("a guest compares traces of one company, without scripts", async ({ browser }) => {
  const page = await (await browserOf(browser, "en", false)).newPage();
  await page.goto("/companies/workman");
  const ticks = page.locator('main input[name="traces"]');
  await ticks.nth(0).check();
  await page.locator("form.choosing button").click();
  await expect(page.locator("[role=alert]")).toContainText("One trace is no comparison");
  await page.locator('.choose input[name="traces"]').nth(1).check();
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page).toHaveURL(/\/compare\?traces=\d+(,|%2C)\d+$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Two traces, side by side");

  // Wide: two columns whose names stay in sight. Narrow: one under the other, each with its name.
  await page.setViewportSize({ width: 1440, height: 900 });
  const cells = page.locator(".across.task").last().locator(".cells > li");
  const [left, right] = [(await cells.nth(0).boundingBox())!, (await cells.nth(1).boundingBox())!];
  expect(left.y).toBe(right.y);
  await page.locator("#cited").scrollIntoViewIfNeeded();
  await expect(page.locator(".heads")).toBeInViewport();
  await page.setViewportSize({ width: 360, height: 640 });
  const [above, below] = [(await cells.nth(0).boundingBox())!, (await cells.nth(1).boundingBox())!];
  expect(below.y).toBeGreaterThan(above.y);
  await expect(cells.nth(1).locator(".who")).toBeVisible();
});

test("an edit says why, shows what changed, and can be taken back", async ({ browser }) => {
  const page = await demo(browser, "demo-luis", "en", false);
  const trace = await published(page, "Netflix", unique("Taken back"));
  await page.goto(`/traces/${trace}/edit`);
  const text = "What was written of the shift later.\n\nIt stays.";
  await page.locator('[name="shift.body"]').fill(text);
  await page.locator('main button[formaction$="/publish"]').first().click();
  await expect(page.locator("#errors")).toContainText("What changed");
  await expect(page.locator('[name="shift.body"]')).toHaveValue(text);
  await page.locator('[name="reason"]').fill("It was later");
  await page.locator('main button[formaction$="/publish"]').first().click();

  await page.goto(`/traces/${trace}/history`);
  await page.getByRole("link", { name: "What changed" }).click();
  await expect(page.locator(".diff del")).toContainText("first");
  await expect(page.locator(".diff ins")).toContainText("later");
  await expect(page.locator("main")).toContainText("It was later");

  await page.goto(`/traces/${trace}/history`);
  await page.getByRole("link", { name: "Restore Revision 1" }).click();
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(page).toHaveURL(new RegExp(`/traces/${trace}-`));
  await expect(page.locator("#shift")).toContainText("written of the shift first");
  await page.goto(`/traces/${trace}/history`);
  await expect(page.locator(".revisions > li")).toHaveCount(3);
});

test("two names stand on a trace once the other has said yes", async ({ browser }) => {
  const luis = await demo(browser, "demo-luis", "en", false);
  const trace = await published(luis, "Netflix", unique("Written by two"));
  await luis.goto(`/traces/${trace}/authors`);
  await luis.locator('[name="handle"]').fill("@demo-tara");
  await luis.getByRole("button", { name: "Invite" }).click();
  await expect(luis.locator(".people").first()).toContainText("asked, not answered yet");

  const tara = await demo(browser, "demo-tara", "en", false);
  await tara.goto("/inbox");
  await tara.getByRole("link", { name: "invites you to write a trace together" }).first().click();
  await tara.getByRole("button", { name: "Write together" }).click();
  await expect(tara).toHaveURL(`/traces/${trace}/edit`);
  await publish(tara, trace, "And what the second author saw of it, in many more words than there were.", "A second pair of eyes");
  await expect(tara.locator(".sheet .block")).toContainText("Tara");
  await expect(tara.locator(".sheet .block")).toContainText("Luis");
  await expect(tara.locator("#shift aside")).toContainText("Written by");
});

test("a draft is read by a secret link until it is ended", async ({ browser }) => {
  const luis = await demo(browser, "demo-luis", "en", false);
  const trace = await published(luis, "Netflix", unique("Shared"));
  await luis.goto(`/traces/${trace}/edit`);
  await luis.locator('[name="shift.body"]').fill("Not published yet.");
  await luis.locator('main button:has-text("Save")').first().click();
  await luis.goto(`/traces/${trace}/authors`);
  await luis.getByRole("button", { name: "Make a link" }).click();
  const link = await luis.locator("#address").inputValue();

  const guest = await (await browserOf(browser, "en", false)).newPage();
  await guest.goto(new URL(link).pathname);
  await expect(guest.locator("#shift")).toContainText("Not published yet.");
  await expect(guest.locator('meta[name="robots"]')).toHaveAttribute("content", "noindex");
  await luis.goto(`/traces/${trace}/authors`);
  await luis.getByRole("button", { name: "End this link" }).click();
  expect((await guest.reload())!.status()).toBe(404);
});
