// The hour itself, on a server whose clock is set on between the steps: both come and say how it was; one
// comes and the other is late; and a letter's links, used in time, twice and too late.
import { expect, test, type Browser, type Page } from "@playwright/test";
import { isClean } from "./axe";
import { booked, join, markWeek, proposal } from "./pair";
import { browserOf, demo, newcomer } from "./people";
import { Server } from "./server";

const server = new Server(2_000);
const MINUTE = 60_000;
const HEADERS = { "sec-fetch-site": "same-origin" };

test.use({ baseURL: server.address });
test.describe.configure({ mode: "serial", timeout: 240_000 });

let tara: Page;
let luis: Page;

/** When the session begins, as its page says to machines. */
async function begins(page: Page, session: string): Promise<number> {
  await page.goto(session);
  return Date.parse((await page.locator("main dl.block time").first().getAttribute("datetime"))!);
}
/** The page of the session once it holds this, which the server's own work may have to bring about. */
async function until(page: Page, session: string, selector: string): Promise<void> {
  await expect(async () => {
    await page.goto(session);
    await expect(page.locator(selector).first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
}
const form = (page: Page, what: string) => page.locator(`form[action$="/${what}"]`);

test.beforeAll(async ({ browser }) => {
  await server.start();
  tara = await demo(browser, "demo-tara", "en");
  luis = await demo(browser, "demo-luis", "ja", false);
});
test.afterAll(async () => {
  for (const page of [tara, luis]) await page?.context().close();
  await server.stop();
});

test("both check in at the hour, and say how it was; a thank-you is on the profile", async ({ browser }) => {
  const session = await booked(tara, luis, "Netflix");
  const start = await begins(tara, session);
  await expect(form(tara, "check-in")).toHaveCount(0);
  await server.at(start - 5 * MINUTE);
  await tara.goto(session);
  await isClean(tara, "pair-session-door-en");
  await tara.goto(`${session}?lang=ja`);
  await isClean(tara, "pair-session-door-ja");
  await tara.goto(session);
  await form(tara, "check-in").locator("button").click();
  await expect(tara.locator("#hour")).toContainText("not here yet");
  await luis.goto(session);
  await form(luis, "check-in").locator("button").click();
  for (const page of [tara, luis]) {
    await page.goto(session);
    await expect(page.locator("#hour .ok")).toBeVisible();
  }

  await server.at(start + 61 * MINUTE);
  for (const page of [tara, luis]) await until(page, session, 'form[action$="/feedback"]');
  await isClean(tara, "pair-session-held-en");
  await tara.goto(`${session}?lang=ja`);
  await isClean(tara, "pair-session-held-ja");
  await tara.goto(session);
  await form(tara, "feedback").locator('[name="takeaway"]').fill("Ask who waits, and for what.");
  await form(tara, "feedback").locator("button.go").click();
  await expect(tara.locator("#helped-error")).toBeVisible();
  await expect(form(tara, "feedback").locator('[name="takeaway"]')).toHaveValue("Ask who waits, and for what.");
  await form(tara, "feedback").locator('[name="helped"]').selectOption("much");
  await form(tara, "feedback").locator('[name="again"]').selectOption("yes");
  await form(tara, "feedback").locator('[name="thanks"]').fill("You asked the question I had avoided.");
  await form(tara, "feedback").locator("button.go").click();
  await expect(form(tara, "feedback")).toHaveCount(0);
  await luis.goto(session);
  await expect(luis.locator("#hour blockquote")).toContainText("You asked the question I had avoided.");
  await expect(luis.locator("main")).not.toContainText("Ask who waits");
  await form(luis, "feedback").locator('[name="helped"]').selectOption("some");
  await form(luis, "feedback").locator('[name="again"]').selectOption("no");
  await form(luis, "feedback").locator("button.go").click();
  await expect(form(luis, "feedback")).toHaveCount(0);

  const guest = await (await browserOf(browser, "en", false)).newPage();
  await guest.goto("/members/demo-luis");
  await expect(guest.locator("#held blockquote")).toContainText("You asked the question I had avoided.");
  await tara.goto("/pair/takeaways");
  await expect(tara.locator("main")).toContainText("Ask who waits, and for what.");
  await luis.goto(session);
  await form(luis, "hide").locator("button").click();
  await guest.goto("/members/demo-luis");
  await expect(guest.locator("#held")).toHaveCount(0);
  await guest.context().close();
});

test("whoever waits for one who is late asks others to step in, or closes the hour", async () => {
  const session = await booked(tara, luis, "Keyence");
  const start = await begins(tara, session);
  await server.at(start - MINUTE);
  await tara.goto(session);
  await form(tara, "check-in").locator("button").click();
  await expect(form(tara, "swap")).toHaveCount(0);
  await server.at(start + 6 * MINUTE);
  await until(tara, session, 'form[action$="/swap"]');
  await isClean(tara, "pair-session-late-en");
  await expect(form(tara, "close")).toBeVisible();
  await form(tara, "swap").locator("button").click();
  await expect(tara.locator('#hour [role="status"]')).toBeVisible();
  await tara.goto(session);
  await form(tara, "close").locator("button").click();
  await expect(form(tara, "close")).toHaveCount(0);
  await luis.goto("/inbox");
  await expect(luis.locator(`main a[href="${session}"]`).first()).toBeVisible();
  await luis.goto(session);
  await expect(form(luis, "check-in")).toHaveCount(0);
  await luis.locator('#hour a[href="/pair/figure"]').click();
  await expect(luis.locator("main ol.sessions > li")).toHaveCount(2);
});

/** Two new members with an hour between them; the address of the one whose letters are read. */
async function strangers(browser: Browser, company: string): Promise<{ email: string; other: Page; session: string }> {
  const pages = [await (await browserOf(browser, "en")).newPage(), await (await browserOf(browser, "en", false)).newPage()];
  const email = await newcomer(pages[0], "late", "en");
  await newcomer(pages[1], "other", "en");
  for (const page of pages) {
    await markWeek(page);
    await join(page, company);
  }
  const address = await proposal(pages[0]);
  for (const page of pages) await page.request.post(address, { form: { answer: "yes" }, headers: HEADERS, maxRedirects: 0 });
  await pages[1].goto("/pair/sessions");
  const session = (await pages[1].locator('main a[href^="/pair/sessions/"]').first().getAttribute("href"))!;
  await pages[0].context().close();
  return { email, other: pages[1], session };
}

/** axe needs scripts, which the letter's reader goes without. */
async function seen(browser: Browser, address: string, name: string): Promise<void> {
  const page = await (await browserOf(browser, "en")).newPage();
  await page.goto(address);
  await isClean(page, name);
  await page.context().close();
}

/** The links of the newest letter about the session itself: to confirm, to move, to cancel. */
async function links(outbox: Page, email: string): Promise<string[]> {
  let found: string[] = [];
  await expect(async () => {
    await outbox.goto("/dev/mail");
    for (const letter of await outbox.locator("tr", { hasText: email }).all()) {
      const hrefs = await letter.locator('a[href*="/pair/letters/"]').evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
      if (hrefs.length === 3) found = hrefs.map((href) => new URL(href).pathname);
      if (found.length) break;
    }
    expect(found).toHaveLength(3);
  }).toPass({ timeout: 20_000 });
  return found.map((path) => `${path}?lang=en`);
}

test("a letter's links: looking changes nothing, each is used once, signed out", async ({ browser }) => {
  const { email, other, session } = await strangers(browser, "Fujifilm");
  const phone = await (await browserOf(browser, "en", false)).newPage();
  const [confirm, move, cancel] = await links(phone, email);
  for (const address of [confirm, move, cancel, confirm, move, cancel]) {
    await phone.goto(address);
    await expect(phone.locator("main form.form button.go")).toBeVisible();
  }
  await other.goto(session);
  await expect(other.locator("main dl.block")).not.toContainText("confirmed");
  await expect(form(other, "move/accept")).toHaveCount(0);

  await phone.goto(move);
  await seen(browser, move, "pair-letter-move-en");
  const field = phone.locator('[name="slot"]');
  const now = await field.inputValue();
  const hour = now.includes("T22:00") ? "21:00" : "22:00";
  const wanted = now.replace(/T.*/, `T${hour}`);
  await field.fill("");
  await phone.locator("main form.form button.go").click();
  await expect(phone.locator("#slot-error")).toBeVisible();
  await field.fill(wanted);
  await phone.locator("main form.form button.go").click();
  await expect(phone.locator('[role="status"]')).toBeVisible();
  await phone.goto(move);
  await expect(phone.locator("main form.form")).toHaveCount(0);
  await other.goto(session);
  await form(other, "move/accept").locator("button").click();
  await expect(other.locator("main dl.block")).toContainText(hour);

  // The old letter's links are out of date; the new one's cancel.
  await phone.goto(cancel);
  await expect(phone.locator("main form.form")).toHaveCount(0);
  let fresh: string[] = [];
  await expect(async () => {
    fresh = await links(phone, email);
    await phone.goto(fresh[2]);
    await expect(phone.locator('[name="reason"]')).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await phone.locator('[name="reason"]').fill("A fever");
  await phone.locator("main form.form button.go").click();
  await expect(phone.locator('[role="status"]')).toBeVisible();
  await other.goto(session);
  await expect(other.locator("main .notice").first()).toContainText("A fever");
  for (const page of [phone, other]) await page.context().close();
});

test("a letter's links once the hour has begun say that it is too late", async ({ browser }) => {
  const { email, other, session } = await strangers(browser, "Toyota");
  const phone = await (await browserOf(browser, "en", false)).newPage();
  const addresses = await links(phone, email);
  await server.at((await begins(other, session)) + MINUTE);
  for (const address of addresses) {
    await phone.goto(address);
    await expect(phone.locator("main form.form")).toHaveCount(0);
    await expect(phone.locator("main")).toContainText("Too late");
  }
  await seen(browser, addresses[0], "pair-letter-late-en");
  await other.goto(session);
  await expect(form(other, "check-in")).toBeVisible();
  for (const page of [phone, other]) await page.context().close();
});
