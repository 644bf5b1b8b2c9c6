// Nothing typed more than two seconds earlier is ever lost: whatever ends, whoever else writes.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, expect, test, type Page, type Request } from "@playwright/test";
import { copy, desk, field, running, said } from "./desk";
import { PASSWORD, browserOf, demo, newcomer, unique } from "./people";

const SECONDS = 1_000;
const isSave = (request: Request) => request.method() === "POST" && request.url().endsWith("/edit");

/** The draft as another device opens it. */
async function elsewhere(page: Page, address: string): Promise<Page> {
  const other = await demo(page.context().browser()!, "demo-luis", "en");
  await other.goto(address);
  await running(other);
  return other;
}

test("a closed tab: what was typed without a pause is with the server two seconds later", async ({ browser }) => {
  const { page, address } = await desk(browser);
  const body = field(page, "task.body");
  await body.pressSequentially("early words. ");
  let saved = false;
  page.on("requestfinished", (request) => { saved ||= isSave(request) && (request.postData() ?? "").includes("and+on"); });
  const began = Date.now();
  while (!saved && Date.now() < began + 20 * SECONDS) await body.pressSequentially("and on ", { delay: 30 });
  expect(Date.now() - began, "without a pause in the typing").toBeLessThan((process.env.CI ? 8 : 3) * SECONDS);
  await page.close();
  const other = await elsewhere(page, address);
  await expect(field(other, "task.body")).toHaveValue(/^early words\. and on/);
});

test("a closed tab: what was typed just before is in the browser", async ({ browser }) => {
  const { page, address, trace } = await desk(browser);
  const text = unique("typed and gone");
  // Not by a route: a page that closes still saves, past it.
  await page.context().setOffline(true);
  await field(page, "task.body").fill(text);
  await expect.poll(() => copy(page, trace)).not.toBeNull();
  // The browser itself writes it down a moment later.
  await page.waitForTimeout(1 * SECONDS);
  const context = page.context();
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(address);
  await again.getByRole("button", { name: "Bring it back" }).click();
  await expect(field(again, "task.body")).toHaveValue(text);
  await expect(again.getByRole("button", { name: "Bring it back" })).toBeHidden();
  const other = await elsewhere(again, address);
  await expect(field(other, "task.body")).toHaveValue(text);
});

test("a killed browser loses nothing that is two seconds old", async ({ browser, baseURL }) => {
  const server = await chromium.launchServer({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const doomed = await chromium.connect(server.wsEndpoint());
  const { page, address } = await desk(doomed, baseURL!);
  const text = unique("typed before the kill");
  const saved = page.waitForResponse((answer) => isSave(answer.request()) && (answer.request().postData() ?? "").includes(text.replaceAll(" ", "+")));
  const began = Date.now();
  await field(page, "model.body").fill(text);
  await saved;
  expect(Date.now() - began).toBeLessThan((process.env.CI ? 8 : 2) * SECONDS);
  await server.kill();
  const other = await demo(browser, "demo-luis", "en");
  await other.goto(address);
  await expect(field(other, "model.body")).toHaveValue(text);
});

test("ten minutes without a network: it goes on, says so, and saves when the network is back", async ({ browser }) => {
  const { page, address, trace } = await desk(browser);
  await page.clock.install();
  await page.context().setOffline(true);
  await field(page, "shift.body").fill("before the tunnel");
  await page.clock.runFor(3 * SECONDS);
  await expect(said(page)).toContainText("no connection");
  for (let minute = 0; minute < 10; minute += 1) {
    await page.clock.runFor(60 * SECONDS);
    await field(page, "task.body").pressSequentially(`minute ${minute}. `);
  }
  await page.clock.runFor(1 * SECONDS);
  expect(await copy(page, trace)).toContain("minute+9");
  await page.context().setOffline(false);
  // What was sent without an answer goes first, then what was typed since.
  await page.clock.runFor(12 * SECONDS);
  await expect(said(page)).not.toContainText("no connection");
  await page.clock.runFor(3 * SECONDS);
  await expect(said(page)).toHaveText(/^Saved \d/);
  const other = await elsewhere(page, address);
  await expect(field(other, "shift.body")).toHaveValue("before the tunnel");
  await expect(field(other, "task.body")).toHaveValue(/^minute 0\..*minute 9\. ?$/);
});

test("an answer that got lost makes no conflict with oneself", async ({ browser }) => {
  const { page, address } = await desk(browser);
  let lost = 0;
  await page.route("**/edit", async (route) => {
    if (route.request().method() !== "POST" || lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort();
  });
  await field(page, "shift.body").fill("arrived, and nobody heard of it");
  await expect(said(page)).toContainText("no connection");
  await field(page, "shift.body").fill("arrived, and nobody heard of it. Then more");
  await expect(said(page)).toHaveText(/^Saved \d/);
  await page.goto(address);
  await expect(field(page, "shift.body")).toHaveValue("arrived, and nobody heard of it. Then more");
});

test("an expired sign-in: sign in again in place and go on", async ({ browser }) => {
  const page = await (await browserOf(browser, "en")).newPage();
  const email = await newcomer(page, "expired", "en");
  await page.goto("/traces/new");
  await page.locator('main [name="company"]').fill("Netflix");
  await page.locator("main form button.go").click();
  await expect(page).toHaveURL(/\/edit/);
  await running(page);
  await page.context().clearCookies({ name: "__Host-sign-in" });
  const text = unique("typed after it had ended");
  await field(page, "value.body").fill(text);
  await expect(said(page)).toContainText("your sign-in has ended");
  await page.locator(".line").getByRole("button", { name: "Sign in" }).click();
  const sheet = page.locator("dialog#again");
  await sheet.locator('[name="email"]').fill(email);
  await sheet.locator('[name="password"]').fill("not the password at all");
  await sheet.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(sheet).toContainText("do not fit together");
  await sheet.locator('[name="password"]').fill(PASSWORD);
  await sheet.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(sheet).toBeHidden();
  await expect(said(page)).toHaveText(/^Saved \d/);
  await field(page, "value.body").fill(`${text} and on`);
  await expect(said(page)).toHaveText(/^Saved \d/);
  await page.reload();
  await expect(field(page, "value.body")).toHaveValue(`${text} and on`);
});

test("two tabs: what the older one holds outlives the newer one's saves, and its own end", async ({ browser }) => {
  const { page: older, address, trace } = await desk(browser);
  const newer = await older.context().newPage();
  await newer.goto(address);
  await running(newer);
  await field(newer, "value.body").fill("the newer tab");
  await expect(said(newer)).toHaveText(/^Saved \d/);
  await field(older, "value.body").fill("the older tab");
  await expect(said(older)).toContainText("Another window saved a newer version");
  await field(older, "value.body").fill("the older tab, and on");
  await older.waitForTimeout(1 * SECONDS);
  await field(newer, "model.body").fill("once more");
  await expect(said(newer)).toHaveText(/^Saved \d/);
  expect(await copy(newer, trace)).toContain("older+tab%2C+and+on");
  await older.close();
  await newer.reload();
  await running(newer);
  await newer.getByRole("button", { name: "Bring it back" }).click();
  await expect(newer.locator(".versions")).toContainText("the older tab, and on");
  await expect(newer.locator(".versions")).toContainText("the newer tab");
  // Neither is thrown away by looking at both.
  expect(await copy(newer, trace)).toContain("older+tab%2C+and+on");
  await newer.locator('.versions button[value="take-mine"]').click();
  await expect(newer.locator(".versions")).toHaveCount(0);
  await running(newer);
  await expect(field(newer, "value.body")).toHaveValue("the older tab, and on");
  expect(await copy(newer, trace)).toBeNull();
});

test("two devices: the older page never writes over the newer, and both are shown in one step", async ({ browser }) => {
  const { page, address } = await desk(browser);
  const other = await elsewhere(page, address);
  await field(other, "task.body").fill("on the phone");
  await expect(said(other)).toHaveText(/^Saved \d/);
  await field(page, "task.body").fill("on the desk");
  await expect(said(page)).toContainText("Another window saved a newer version");
  await page.getByRole("button", { name: "See both" }).click();
  await expect(page.locator(".versions")).toContainText("on the phone");
  await expect(page.locator(".versions")).toContainText("on the desk");
  // Typing below is no choice yet.
  await running(page);
  await field(page, "task.body").fill("on the desk, joined with the phone");
  await page.waitForTimeout(2.5 * SECONDS);
  await other.reload();
  await expect(field(other, "task.body")).toHaveValue("on the phone");
  await page.locator(".state .row button").first().click();
  await expect(page.locator(".versions")).toHaveCount(0);
  await other.reload();
  await expect(field(other, "task.body")).toHaveValue("on the desk, joined with the phone");
});

test("a restarted server: the page saves again by itself", async ({ browser }) => {
  const port = Number(process.env.E2E_PORT ?? 4310) + 40;
  const origin = `http://127.0.0.1:${port}`;
  const folder = mkdtempSync(join(tmpdir(), "marketing-trace-restart-"));
  const binary = process.env.MARKETING_TRACE ?? "../target/debug/marketing-trace";
  const env = {
    ...process.env, DEV: "on", LIMITS: "off", LOG: "warn", LISTEN: `127.0.0.1:${port}`,
    DATABASE_URL: `sqlite://${folder}/restart.db`, SITE_DIR: process.env.SITE ?? "../target/site",
  };
  for (const command of ["migrate", "demo"]) expect(spawnSync(binary, [command], { env }).status).toBe(0);
  const up = async (): Promise<ChildProcess> => {
    const server = spawn(binary, ["serve"], { env, stdio: "ignore" });
    await expect(async () => expect((await fetch(`${origin}/readyz`)).ok).toBe(true)).toPass({ timeout: 20 * SECONDS });
    return server;
  };
  let server = await up();
  try {
    const { page, address } = await desk(browser, origin);
    server.kill("SIGKILL");
    await field(page, "task.body").fill("typed while it was down");
    await expect(said(page)).toContainText("no connection");
    server = await up();
    await expect(said(page)).toHaveText(/^Saved \d/, { timeout: 20 * SECONDS });
    await page.goto(origin + address);
    await expect(field(page, "task.body")).toHaveValue("typed while it was down");
  } finally {
    server.kill("SIGKILL");
  }
});

test("a kept copy brings back rows that the page does not have", async ({ browser }) => {
  const { page, address } = await desk(browser);
  await field(page, "source.1.key").fill("ir");
  await field(page, "source.1.title").fill("Annual report");
  await page.locator('button[value="add-source"]').click();
  await expect(field(page, "source.2.key")).toBeVisible();
  await running(page);
  await page.context().setOffline(true);
  await field(page, "source.2.key").fill("press");
  await field(page, "source.2.title").fill("A newspaper");
  await page.waitForTimeout(1 * SECONDS);
  const context = page.context();
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(address);
  await expect(field(again, "source.2.key")).toHaveCount(0);
  await again.getByRole("button", { name: "Bring it back" }).click();
  await expect(field(again, "source.2.title")).toHaveValue("A newspaper");
  await expect(field(again, "source.1.title")).toHaveValue("Annual report");
});

for (const [status, words] of [[413, "longer than the site takes"], [422, "could not read it"], [429, "in 7 seconds"], [500, "the site has a problem"], [404, "does not write this trace"]] as const) {
  test(`a save that is answered ${status} says what is wrong`, async ({ browser }) => {
    const { page, trace } = await desk(browser);
    let sent = 0;
    await page.route("**/edit", (route) => {
      if (route.request().method() !== "POST") return route.continue();
      sent += 1;
      return route.fulfill({ status, body: "no", headers: status === 429 ? { "retry-after": "7" } : {} });
    });
    await field(page, "task.body").fill("refused for now");
    await expect(said(page)).toContainText(words);
    await page.waitForTimeout(3 * SECONDS);
    expect(sent, "not again and again").toBe(1);
    expect(await copy(page, trace)).toContain("refused+for+now");
    await page.unroute("**/edit");
    await field(page, "task.body").fill("taken now");
    await expect(said(page)).toHaveText(/^Saved \d/);
  });
}

test("publishing right after typing, with a save under way, publishes every word", async ({ browser }) => {
  const { page } = await desk(browser);
  await page.route("**/edit", async (route) => {
    if (route.request().method() === "POST") await new Promise((done) => setTimeout(done, 1_200));
    await route.continue();
  });
  for (const key of ["shift", "task", "value", "model"]) await field(page, `${key}.gist`).fill(`A gist of ${key}.`);
  await expect(said(page)).toHaveText("Saving…");
  await field(page, "model.gist").fill("The very last words.");
  await page.locator('.state button[formaction$="/publish"]').click();
  await expect(page).toHaveURL(/\/traces\/\d+-/);
  await expect(page.locator("main")).toContainText("The very last words.");
});

for (const width of [1280, 360]) {
  test(`no button moves under the pointer when something is said (${width} px)`, async ({ browser }) => {
    const { page } = await desk(browser);
    await page.setViewportSize({ width, height: 800 });
    const publish = page.locator('.state button[formaction$="/publish"]');
    const body = field(page, "task.body");
    await body.click();
    await page.waitForTimeout(1 * SECONDS);
    const places = async () => [await publish.boundingBox(), await body.boundingBox()];
    const before = await places();
    await page.context().setOffline(true);
    await page.keyboard.type("words");
    await expect(said(page)).toContainText("no connection");
    expect(await places()).toEqual(before);
    await page.context().setOffline(false);
    await expect(said(page)).toHaveText(/^Saved \d/);
    expect(await places()).toEqual(before);
  });
}
