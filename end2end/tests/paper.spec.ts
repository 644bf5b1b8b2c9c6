// In print the trace stays and what is pressed goes; without scripts everything else works too.
import { expect, test } from "@playwright/test";
import { browserOf, confirmAndSignIn, demo, fillSignUp, unique, PASSWORD } from "./people";

test("a printed trace is the trace: its map, its text, its sources; nothing to press", async ({ browser }) => {
  const page = await demo(browser, "demo-mei", "ja");
  await page.goto("/featured");
  await page.locator('main a[href^="/traces/"]').first().click();
  await expect(page.locator("main h1")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  for (const kept of ["main h1", ".sheet .map", '[id^="source-"]', "#shift"]) {
    await expect(page.locator(kept).first(), kept).toBeVisible();
  }
  for (const gone of [".tongue", "nav.sections", "footer.foot", "main form", ".skip"]) {
    for (const one of await page.locator(gone).all()) await expect(one, gone).toBeHidden();
  }
  // A4 at 96 dots an inch, less its margins: nothing is cut at the side.
  await page.setViewportSize({ width: 680, height: 960 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test("without scripts: settings, a changed and a deleted comment, a block, the switches, a reset", async ({ browser }) => {
  const page = await (await browserOf(browser, "en", false)).newPage();
  await page.goto("/sign-up");
  const handle = unique("plain");
  const email = await fillSignUp(page, handle, "en");
  await confirmAndSignIn(page, email);

  await page.goto("/settings");
  await page.locator('main [name="bio"]').fill("I draw by hand.");
  await page.locator('form[action="/settings/profile"] button').click();
  await expect(page).toHaveURL(/done=profile/);
  await page.goto(`/members/${handle}`);
  await expect(page.locator("main")).toContainText("I draw by hand.");

  await page.goto("/featured");
  await page.locator('main a[href^="/traces/"]').first().click();
  const body = `Plain words ${handle}`;
  await page.locator('#talk [name="body"]').fill(body);
  await page.locator("#talk form.form button.go").click();
  const mine = page.locator(".talk li", { hasText: body }).last();
  await mine.locator('a[href$="/edit"]').click();
  await page.locator('main [name="body"]').fill(`${body}, changed`);
  await page.locator("main form button.go").click();
  const changed = page.locator(".talk li", { hasText: `${body}, changed` }).last();
  await expect(changed).toContainText("edited");
  await changed.locator('form[action$="/delete"] button').click();
  await expect(page.locator("#talk")).not.toContainText(body);

  await page.goto("/members/demo-ken");
  await page.locator('details:has(form[action$="/block"]) summary').click();
  await page.locator('form[action="/members/demo-ken/block"] button').click();
  await page.goto("/settings");
  await page.locator('form[action="/members/demo-ken/unblock"] button').click();
  await expect(page).toHaveURL(/done=unblocked/);

  await page.locator('form[action="/theme"] button[value="dark"]').click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.locator('form[action="/language"] button[value="ja"]').click();
  await expect(page.locator("html")).toHaveAttribute("lang", "ja");

  // A switch on an answer to a form: nothing that was sent is lost.
  await page.locator('main [name="bio"]').fill("まだ保存していない紹介");
  await page.locator('main [name="name"]').fill("");
  await page.locator('form[action="/settings/profile"] button').click();
  await page.locator('form[action="/language"] button[value="en"]').click();
  await page.locator("main form button.go").click();
  await expect(page.locator('main [name="bio"]')).toHaveValue("まだ保存していない紹介");

  await page.locator("summary", { hasText: "Hanako" }).click();
  await page.locator('form[action="/sign-out"] button').click();
  await page.goto("/sign-in");
  await page.locator('main [name="email"]').fill(email);
  await page.locator('main [name="password"]').fill(PASSWORD);
  await page.locator("main form button.go").first().click();
  await page.goto("/inbox");
  await expect(page.locator("main h1")).toBeVisible();
});
