// Two demo members brought together by the queue.
import { expect, type Browser, type Page } from "@playwright/test";
import { demo, type Lang } from "./people";

const HEADERS = { "sec-fetch-site": "same-origin" };

/** Marks every day from 8 to 23 in the member's week, as the form does. */
export async function markWeek(page: Page): Promise<void> {
  const body = new URLSearchParams({ zone: "Asia/Tokyo" });
  for (let day = 1; day <= 7; day++) for (let hour = 8; hour < 23; hour++) body.append("hour", `${day}-${String(hour).padStart(2, "0")}`);
  const answer = await page.request.post("/pair/times", {
    data: body.toString(),
    headers: { ...HEADERS, "content-type": "application/x-www-form-urlencoded" },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(303);
}

/** Waits for a partner; those who wait for different companies are never brought together. */
export async function join(page: Page, company = "Netflix"): Promise<void> {
  const form = { company, languages: "either" };
  const answer = await page.request.post("/pair/queue", { form, headers: HEADERS, maxRedirects: 0 });
  expect(answer.status()).toBe(303);
}

/** The open proposal on the member's page /pair, once the queue has found one. */
export async function proposal(page: Page): Promise<string> {
  let address = "";
  await expect(async () => {
    await page.goto("/pair");
    address = (await page.locator('main a[href^="/pair/proposals/"]').first().getAttribute("href", { timeout: 500 }))!;
  }).toPass({ timeout: 15_000 });
  return address;
}

/** The first link on a page that begins so; empty without one. */
async function link(page: Page, on: string, begins: string): Promise<string> {
  await page.goto(on);
  const links = page.locator(`main a[href^="${begins}"]`);
  return (await links.count()) > 0 ? (await links.first().getAttribute("href"))! : "";
}

/** What `found` finds once demo-mei and demo-nils have been brought together: at once where that has been
 * so before. Tests beside this one may answer what is proposed here, so each try begins with a look. */
async function together(page: Page, browser: Browser, found: () => Promise<string>): Promise<string> {
  let address = await found();
  if (address) return address;
  const partner = await demo(browser, "demo-nils", "en" as Lang);
  for (const one of [page, partner]) await markWeek(one);
  await expect(async () => {
    for (const one of [page, partner]) await join(one, "Workman");
    await page.waitForTimeout(1_500);
    const proposed = await link(page, "/pair", "/pair/proposals/");
    for (const one of [page, partner]) {
      if (proposed) await one.request.post(proposed, { form: { answer: "yes" }, headers: HEADERS, maxRedirects: 0 });
    }
    expect((address = await found())).not.toBe("");
  }).toPass({ timeout: 45_000 });
  await partner.context().close();
  return address;
}

/** The address of a session of demo-mei's, booked if there is none. */
export const session = (page: Page, browser: Browser): Promise<string> =>
  together(page, browser, () => link(page, "/pair/sessions", "/pair/sessions/"));

/** The address of a proposal to demo-mei, answered or not. */
export const proposed = (page: Page, browser: Browser): Promise<string> =>
  together(page, browser, () => link(page, "/inbox", "/pair/proposals/"));

/** The address of that session's room, with demo-mei in it. */
export async function room(page: Page, browser: Browser): Promise<string> {
  const address = `${await session(page, browser)}/room`;
  await page.request.post(`${address}/enter`, { headers: HEADERS, maxRedirects: 0 });
  return address;
}

/** Books an hour for two demo members, as the queue does; its address. */
export async function booked(one: Page, other: Page, company: string): Promise<string> {
  for (const page of [one, other]) {
    await markWeek(page);
    await join(page, company);
  }
  const found = await proposal(one);
  let session = "";
  for (const page of [one, other]) {
    const said = await page.request.post(found, { form: { answer: "yes" }, headers: HEADERS, maxRedirects: 0 });
    const to = said.headers()["location"] ?? "";
    if (to.startsWith("/pair/sessions/")) session = to;
  }
  expect(session, "the second yes leads to the session").not.toBe("");
  return session;
}
