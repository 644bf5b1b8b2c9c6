// What must never happen, in a real browser.
import { expect, test } from "@playwright/test";
import { browserOf, demo, unique } from "./people";

const HOSTILE = [
  "<script>window.hit=1</script>", "<img src=x onerror=window.hit=1>", "[a](javascript:window.hit=1)",
  "[b](<java\nscript:window.hit=1>)", "<svg onload=window.hit=1>", "<iframe srcdoc='<script>parent.hit=1</script>'></iframe>",
  "![x](https://remote.example/pixel.png)", "<a href='data:text/html,<script>1</script>'>d</a>", "<style>*{display:none}</style>",
  "<noscript><p title='</noscript><img src=x onerror=window.hit=1>'>", "<math><mtext><table><mglyph><style><img src=x onerror=window.hit=1>",
].join("\n\n");

test("hostile text never executes, and nothing is fetched from elsewhere", async ({ browser }) => {
  const page = await demo(browser, "demo-mei", "en");
  const elsewhere: string[] = [];
  page.on("request", (request) => { if (!request.url().startsWith("http://127.0.0.1")) elsewhere.push(request.url()); });
  const broken: string[] = [];
  page.on("console", (message) => { if (message.type() === "error") broken.push(message.text()); });
  await page.goto("/traces/new");
  await page.locator('main [name="company"]').fill("Workman");
  const title = `"><script>window.hit=1</script> ${unique("x")}`;
  for (const hole of ["from", "to", "who", "task", "value", "model"]) {
    await page.locator(`main [name="${hole}"]`).fill("</script><script>window.hit=1</script>");
  }
  await page.locator("main form button.go").click();
  await expect(page).toHaveURL(/edit/);
  await page.locator('[name="title"]').fill(title);
  for (const key of ["shift", "task", "value", "model"]) await page.locator(`[name="${key}.body"]`).fill(HOSTILE);
  await page.locator('button[formaction$="/publish"]').first().click();
  await expect(page).toHaveURL(/\/traces\/\d+-/);
  const address = page.url();
  await page.locator('main form[action$="/comments"] [name="body"]').fill(HOSTILE);
  await page.locator('main form[action$="/comments"] button').click();
  for (const where of [address, "/", "/traces", "/companies/workman", "/search?q=script", "/members/demo-mei"]) {
    await page.goto(where);
    await page.waitForTimeout(150);
    expect(await page.evaluate(() => (window as unknown as { hit?: number }).hit), where).toBeUndefined();
    expect(await page.locator("main script, main iframe, main img, main style").count(), where).toBe(0);
  }
  expect(elsewhere).toEqual([]);
  expect(broken.filter((text) => text.includes("Content Security Policy"))).toEqual([]);
});

test("the sign-in cookie is bound to this host, and dead after signing out", async ({ browser }) => {
  const page = await demo(browser, "demo-ken", "en");
  await page.goto("/settings");
  await expect(page).toHaveURL(/settings/);
  const cookie = (await page.context().cookies()).find((c) => c.name === "__Host-sign-in")!;
  expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: "Lax", path: "/", domain: "127.0.0.1" });
  await page.locator(".menu summary").click();
  await page.locator('form[action="/sign-out"] button').click();
  await page.goto("/settings");
  await expect(page).toHaveURL(/sign-in/);
  await page.context().addCookies([cookie]);
  await page.goto("/settings");
  await expect(page).toHaveURL(/sign-in/);
});

test("public pages set no cookie and load no wasm", async ({ browser }) => {
  const context = await browserOf(browser, "en");
  const page = await context.newPage();
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(request.url()));
  for (const path of ["/", "/traces", "/companies", "/featured", "/search?q=coffee", "/about"]) await page.goto(path);
  await page.goto("/traces");
  await page.locator("main h2 a, main h3 a").first().click();
  expect(await context.cookies()).toEqual([]);
  expect(loaded.filter((url) => /\.(wasm|js)$/.test(url))).toEqual([]);
});

test("language and theme are switched on every page, by form", async ({ browser }) => {
  const page = await (await browserOf(browser, "en", false)).newPage();
  await page.goto("/traces");
  await page.locator('form[action="/language"] button[value="ja"]').click();
  await expect(page).toHaveURL(/\/traces$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "ja");
  await page.locator('form[action="/theme"] button[value="dark"]').click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.goto("/?lang=en");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});
