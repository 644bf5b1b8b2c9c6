// The queue from end to end: two members mark their week, are proposed to each other, agree, prepare,
// move the hour and cancel it. With scripts and without, in both languages.
import { expect, test } from "@playwright/test";
import { join, markWeek, proposal } from "./pair";
import { demo, type Lang } from "./people";

test.describe.configure({ mode: "serial" });

for (const [lang, scripts] of [["ja", false], ["en", true]] as [Lang, boolean][]) {
  test(`two members meet (${lang}, scripts ${scripts ? "on" : "off"})`, async ({ browser }) => {
    const tara = await demo(browser, "demo-tara", lang, scripts);
    const luis = await demo(browser, "demo-luis", lang, scripts);
    await markWeek(luis);
    await join(luis);

    await tara.goto("/pair/queue");
    await tara.locator('main a[href="/pair/times"]').first().click();
    await markWeek(tara);
    await tara.goto("/pair/queue");
    await tara.locator('main input[name="company"]').fill("Netflix");
    await tara.locator("main form.form button.go").click();
    await expect(tara.locator("main dl.block")).toBeVisible();

    const address = await proposal(tara);
    await tara.goto(address);
    await tara.locator('button[name="answer"][value="yes"]').click();
    await expect(tara.locator('button[name="answer"]')).toHaveCount(0);
    await luis.goto(address);
    await luis.locator('button[name="answer"][value="yes"]').click();
    await expect(luis).toHaveURL(/\/pair\/sessions\/\d+$/);
    const session = new URL(luis.url()).pathname;

    await luis.locator('textarea[name="goals"]').fill("How a habit becomes a price");
    await luis.locator('form[action$="/prepare"] button').click();
    await tara.goto(session);
    await expect(tara.locator("#prepare")).toContainText("How a habit becomes a price");
    await tara.locator('input[name="call"]').fill("https://meet.example/hour");
    await tara.locator('form[action$="/call"] button').click();
    await luis.goto(session);
    await expect(luis.locator('a[href="https://meet.example/hour"]')).toBeVisible();

    await luis.locator('details:has(form[action$="/move"]) summary').click();
    const field = luis.locator('form[action$="/move"] input[name="slot"]');
    const later = (await field.inputValue()).replace(/T.*/, "T22:00");
    await field.fill(later);
    await luis.locator('form[action$="/move"] button').click();
    await tara.goto(session);
    await tara.locator('form[action$="/move/accept"] button').click();
    await expect(tara.locator("main dl.block")).toContainText("22:00");

    await tara.locator('details:has(form[action$="/cancel"]) summary').click();
    await tara.locator('form[action$="/cancel"] input[name="reason"]').fill("A fever");
    await tara.locator('form[action$="/cancel"] button').click();
    await luis.goto(session);
    await expect(luis.locator("main")).toContainText("A fever");
    await expect(luis.locator('form[action$="/cancel"]')).toHaveCount(0);
  });
}
