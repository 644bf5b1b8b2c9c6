// An ask from end to end: posted without scripts in Japanese, taken in one step, told by letter and in
// the inbox; a third waits and is offered it when the hour is called off.
import { expect, test } from "@playwright/test";
import { browserOf, demo, newcomer, unique } from "./people";

/** A local time so many days ahead, as the field holds it. */
function evening(days: number): string {
  return `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T20:00`;
}

test("a member asks, another takes it, a third waits", async ({ browser }) => {
  const topic = unique("待ち時間の値段");
  const asker = await (await browserOf(browser, "ja", false)).newPage();
  const email = await newcomer(asker, "asker", "ja");

  // What is wrong is said beside its field, and nothing typed is lost.
  await asker.goto("/pair");
  await asker.locator('main a[href="/pair/asks/new"]').first().click();
  await asker.locator('input[name="topic"]').fill(topic);
  await asker.locator('input[name="slot-1"]').fill("2020-01-01T20:00");
  await asker.locator("main form.form button.go").click();
  await expect(asker.locator("#slot-1-error")).toBeVisible();
  await expect(asker.locator('input[name="topic"]')).toHaveValue(topic);
  await asker.locator('input[name="slot-1"]').fill(evening(9));
  await asker.locator('input[name="slot-2"]').fill(evening(10));
  await asker.locator("main form.form button.go").click();
  await expect(asker).toHaveURL(/\/pair\/asks\/\d+\?done=post$/);
  const ask = new URL(asker.url()).pathname;

  // A guest reads it, and comes back to it after signing in.
  const guest = await (await browserOf(browser, "en")).newPage();
  await guest.goto("/pair");
  const line = guest.locator("li.ask", { hasText: topic });
  await expect(line.locator(".times time")).toHaveCount(2);
  await expect(line.locator(`a[href="/sign-in?next=${ask}"]`)).toBeVisible();
  await guest.context().close();

  const taker = await demo(browser, "demo-sora", "ja", false);
  await taker.goto("/pair");
  await taker.locator("li.ask", { hasText: topic }).locator("button").first().click();
  await expect(taker).toHaveURL(/\/pair\/sessions\/\d+$/);
  const session = new URL(taker.url()).pathname;
  await expect(taker.locator("main")).toContainText(topic);

  await asker.goto("/inbox");
  await expect(asker.locator(`main a[href="${session}"]`).first()).toContainText("募集に応じ");
  const outbox = await (await browser.newContext()).newPage();
  await expect(async () => {
    await outbox.goto("/dev/mail");
    await expect(outbox.locator("tr, li, article", { hasText: email }).filter({ hasText: "ソラ" }).first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 15_000 });

  const third = await demo(browser, "demo-nils", "en");
  await third.goto(ask);
  await third.locator('form[action$="/wait"] button').click();
  await expect(third.locator("main")).toContainText("place 1");
  await taker.goto(session);
  await taker.locator('details:has(form[action$="/cancel"]) summary').click();
  await taker.locator('form[action$="/cancel"] input[name="reason"]').fill("発熱");
  await taker.locator('form[action$="/cancel"] button').click();
  await expect(async () => {
    await third.goto(ask);
    await expect(third.locator('form[action$="/take"] button').first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 15_000 });
  await third.goto("/inbox");
  await expect(third.locator(`main a[href="${ask}"]`).first()).toBeVisible();
  await third.goto(ask);
  await third.locator('form[action$="/leave"] button').click();
  await asker.goto(ask);
  await asker.locator('form[action$="/close"] button').click();
  await expect(asker.locator('form[action$="/close"]')).toHaveCount(0);
});
