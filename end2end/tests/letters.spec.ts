// Two new members are brought together; one acts through the links of a letter without signing in, and
// takes the sessions into a calendar.
import { expect, test } from "@playwright/test";
import { join, markWeek, proposal } from "./pair";
import { browserOf, letterLink, newcomer } from "./people";

const HEADERS = { "sec-fetch-site": "same-origin" };

test("a letter's links confirm and cancel without signing in, and a calendar shows it", async ({ browser }) => {
  const [one, other] = [await (await browserOf(browser, "en")).newPage(), await (await browserOf(browser, "en", false)).newPage()];
  const [email] = [await newcomer(one, "letters", "en"), await newcomer(other, "letters", "en")];
  for (const page of [one, other]) {
    await markWeek(page);
    await join(page, "Hoshino Resorts");
  }
  const address = await proposal(one);
  await one.request.post(address, { form: { answer: "yes" }, headers: HEADERS, maxRedirects: 0 });
  await other.goto(address);
  await other.locator('button[name="answer"][value="yes"]').click();
  await expect(other).toHaveURL(/\/pair\/sessions\/\d+$/);
  const session = new URL(other.url()).pathname;

  await one.goto("/pair/calendar");
  await one.locator('form[action="/pair/calendar"] button').click();
  const feed = new URL(await one.locator("input#address").inputValue()).pathname;
  const shown = await (await one.request.get(feed)).text();
  expect(shown).toContain("BEGIN:VEVENT");
  expect(shown).toContain("STATUS:CONFIRMED");

  const phone = await (await browserOf(browser, "en", false)).newPage();
  // The newest letter may still be the proposal's, whose links have nothing left to do.
  await expect(async () => {
    await phone.goto(await letterLink(phone, email, "/pair/letters/"));
    await expect(phone.getByRole("button", { name: "I am coming" })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await phone.getByRole("button", { name: "I am coming" }).click();
  await expect(phone.locator("main")).toContainText("Confirmed.");
  await other.goto(session);
  await expect(other.locator("main dl.block")).toContainText("confirmed");

  await one.goto(session);
  await one.locator('details:has(form[action$="/cancel"]) summary').click();
  await one.locator('form[action$="/cancel"] input[name="reason"]').fill("A fever");
  await one.locator('form[action$="/cancel"] button').click();
  await expect(one.locator("main")).toContainText("You cancelled this session.");
  expect(await (await one.request.get(feed)).text()).toContain("STATUS:CANCELLED");
  await one.goto("/pair/sessions");
  await expect(one.locator("main")).toContainText("Cancelled");
});
