// What every story needs: a browser in a language, letters, and people.
import { expect, type Browser, type BrowserContext, type Page } from "@playwright/test";

export type Lang = "ja" | "en";
export const PASSWORD = "長い一文なら覚えやすい horse staple";

/** A person's browser: language, scripts on or off. `origin`: another server than the stories' own. */
export async function browserOf(browser: Browser, lang: Lang, scripts = true, origin = ""): Promise<BrowserContext> {
  const there = origin ? { baseURL: origin } : {};
  return browser.newContext({ locale: lang === "ja" ? "ja-JP" : "en-GB", javaScriptEnabled: scripts, ...there });
}

let count = 0;
/** A name that no other test uses. */
export function unique(word: string): string {
  count += 1;
  return `${word}-${process.pid}-${count}`;
}

/** The newest letter to an address, as the development outbox shows it: the link in it that starts with `path`. */
export async function letterLink(page: Page, to: string, path: string): Promise<string> {
  const reader = await page.context().browser()!.newContext();
  const outbox = await reader.newPage();
  let link = "";
  await expect(async () => {
    await outbox.goto("/dev/mail");
    const letters = outbox.locator("tr, li, article", { hasText: to });
    const href = await letters.locator(`a[href*="${path}"]`).first().getAttribute("href", { timeout: 500 });
    link = href ?? "";
    expect(link).toContain(path);
  }).toPass({ timeout: 15_000 });
  await reader.close();
  const url = new URL(link, "http://127.0.0.1");
  return url.pathname + url.search;
}

/** Fills in the sign-up sheet on the open page and sends it. */
export async function fillSignUp(page: Page, handle: string, lang: Lang): Promise<string> {
  const email = `${handle}@example.org`;
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="handle"]').fill(handle);
  await page.locator('input[name="name"]').fill(lang === "ja" ? "試験 花子" : "Hanako Tester");
  await page.locator('select[name="discipline"]').selectOption("design");
  await page.locator(`input[name="language"][value="${lang}"]`).check();
  await page.locator('[name="zone"]').selectOption("Asia/Tokyo");
  await page.locator('input[name="password"]').fill(PASSWORD);
  await page.locator('input[name="agree"]').check();
  await page.locator("main form button.go").click();
  return email;
}

/** Reads the letter, confirms by the button (never by the link alone), signs in. */
export async function confirmAndSignIn(page: Page, email: string): Promise<void> {
  await page.goto(await letterLink(page, email, "/verify"));
  await page.locator("main form button").first().click();
  await page.locator('main input[name="email"]').fill(email);
  await page.locator('main input[name="password"]').fill(PASSWORD);
  await page.locator("main form button.go").first().click();
}

/** A new member, signed in; their address. */
export async function newcomer(page: Page, word: string, lang: Lang): Promise<string> {
  await page.goto("/sign-up");
  const email = await fillSignUp(page, unique(word), lang);
  await confirmAndSignIn(page, email);
  return email;
}

/** A demo member, signed in without a password as development allows. `origin`: another server than the stories' own. */
export async function demo(browser: Browser, handle: string, lang: Lang, scripts = true, origin = ""): Promise<Page> {
  const context = await browserOf(browser, lang, scripts, origin);
  const page = await context.newPage();
  const answer = await page.request.post(`${origin}/dev/sign-in`, {
    form: { handle },
    headers: { "sec-fetch-site": "same-origin" },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(303);
  return page;
}
