// A sign-in that ends while someone writes costs nobody a word, scripts or not.
import { expect, test } from "@playwright/test";
import { demo, unique } from "./people";

test("what was sent after the sign-in had ended is sent again, without scripts", async ({ browser }) => {
  const page = await demo(browser, "demo-ken", "en", false);
  const bio = `${unique("Written before the sign-in ended")}\nand a second line`;
  await page.goto("/settings");
  await page.locator('[name="bio"]').fill(bio);
  await page.context().clearCookies({ name: "__Host-sign-in" });
  await page.locator('form[action="/settings/profile"] button').click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You are no longer signed in");
  await expect(page.locator('main [name="bio"]')).toHaveValue(bio);

  const [beside] = await Promise.all([page.context().waitForEvent("page"), page.locator("main a.button").click()]);
  await beside.locator('button[value="demo-ken"]').click();
  await expect(beside).toHaveURL(/\/sign-in\/done$/);

  await page.bringToFront();
  await page.getByRole("button", { name: "Send again" }).click();
  await expect(page).toHaveURL(/\/settings\?done=profile$/);
  await expect(page.locator('[name="bio"]')).toHaveValue(bio);
});
