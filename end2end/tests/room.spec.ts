// The hour in the room: two browsers, from booking to the joint trace, with what can go wrong between.
import { spawn } from "node:child_process";
import { expect, test, type Page } from "@playwright/test";
import { booked } from "./pair";
import { browserOf, demo } from "./people";

test.describe.configure({ mode: "serial", timeout: 120_000 });

let tara: Page;
let sora: Page;
let room: string;

const running = (page: Page) => expect(page.locator("html")).toHaveAttribute("data-room", "live", { timeout: 20_000 });
const saved = (page: Page) => expect(page.locator("#room-saved")).toHaveAttribute("data-saved", "yes", { timeout: 15_000 });
const text = (page: Page, root: string) => page.locator(`[data-root="${root}"]`);
const both = () => [tara, sora];
/** Opens the room, running and with the shared text in it. */
async function open(page: Page): Promise<void> {
  await page.goto(room);
  await running(page);
  await saved(page);
}
/** Both wish the same of the clock. */
async function agree(wish: string): Promise<void> {
  const button = (page: Page) => page.locator(`.consent button[value="${wish}"]`);
  await button(tara).click();
  await expect(tara.locator(".consent .wish")).toBeVisible();
  await expect(sora.locator(".consent .wish")).toBeVisible();
  await button(sora).click();
}
/** Caret at the end of a text, by the keyboard. */
async function end(page: Page, root: string): Promise<void> {
  await text(page, root).focus();
  await text(page, root).evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(area.value.length, area.value.length));
}

test.beforeAll(async ({ browser }) => {
  tara = await demo(browser, "demo-tara", "en");
  sora = await demo(browser, "demo-sora", "ja");
  room = `${await booked(tara, sora, "丸亀製麺(トリドールホールディングス)")}/room`;
});

test.afterAll(async () => {
  for (const page of both()) await page.context().close();
});

test("both come in by the session's page, and the large code comes only there", async () => {
  const chunks: string[] = [];
  tara.on("request", (request) => { if (/split_[^/]*\.wasm/.test(request.url())) chunks.push(request.url()); });
  await tara.goto(room.replace("/room", ""));
  expect(chunks).toEqual([]);
  for (const page of both()) {
    await page.goto(room);
    await page.locator('form[action$="/enter"] button').click();
    await running(page);
    await saved(page);
  }
  expect(chunks.length).toBeGreaterThan(0);
  await expect(tara.locator(".room-state")).toContainText("is here", { timeout: 10_000 });
});

test("both write the task unseen, then it stands side by side and in the text", async () => {
  await agree("skip");
  await expect(tara.locator("#answer")).toBeVisible();
  await tara.locator("#answer").fill("Nobody wants to be cold at work.");
  await expect(sora.locator("#answer")).toBeVisible();
  await sora.locator("#answer").fill("現場の人は、安く丈夫な服がほしい。");
  await expect(tara.locator("#answer-saved")).toContainText("for you alone");
  await tara.reload();
  await running(tara);
  await expect(tara.locator("#answer")).toHaveValue("Nobody wants to be cold at work.");
  expect(await sora.content()).not.toContain("Nobody wants to be cold");
  await agree("skip");
  for (const page of both()) {
    await expect(page.locator("#now")).toContainText("Nobody wants to be cold at work.");
    await expect(page.locator("#now")).toContainText("現場の人は");
    await expect(text(page, "task")).toHaveValue(/Nobody wants[^]*現場の人は|現場の人は[^]*Nobody wants/);
    await saved(page);
  }
  await expect(tara.locator("#lens ol li")).toHaveCount(3);
});

test("both write at once, see whose words are whose, and take back only their own", async () => {
  await Promise.all([
    text(tara, "value").pressSequentially("Clothes for the site", { delay: 30 }),
    text(sora, "value").pressSequentially("現場の服", { delay: 60 }),
  ]);
  for (const page of both()) await saved(page);
  await expect(async () => expect(await text(tara, "value").inputValue()).toBe(await text(sora, "value").inputValue())).toPass();
  const value = await text(tara, "value").inputValue();
  expect([...value].filter((c) => "現場の服".includes(c)).join("")).toBe("現場の服");
  await expect(tara.locator("#value-body-hands")).toContainText("4");
  await expect(tara.locator('.shared:has([data-root="value"]) .ink .who.b, .shared:has([data-root="value"]) .ink .who').first()).toBeAttached();
  await expect(sora.locator('.shared:has([data-root="value"]) .caret .tag')).toHaveCount(1);

  await text(tara, "value").press("Control+z");
  await expect(text(sora, "value")).toHaveValue("現場の服");
  await text(tara, "value").press("Control+Shift+z");
  await expect(text(sora, "value")).toHaveValue(value);
});

test("a conversion on both sides at once is not disturbed, and nothing half-converted is sent", async () => {
  const seen: string[] = [];
  for (const page of both()) {
    await text(page, "model").focus();
    await page.exposeFunction("noted", (value: string) => seen.push(value)).catch(() => {});
  }
  const keyboards = await Promise.all(both().map((page) => page.context().newCDPSession(page)));
  const steps = [["s", "し", "しょ", "しょく", "しょくにん"], ["f", "ふ", "ふk", "ふく"]];
  for (let step = 0; step < 5; step++) {
    await Promise.all(keyboards.map(async (keyboard, who) => {
      const said = steps[who][Math.min(step, steps[who].length - 1)];
      await keyboard.send("Input.imeSetComposition", { text: said, selectionStart: said.length, selectionEnd: said.length });
    }));
    // The other goes on elsewhere in between, and neither composition notices.
    await tara.waitForTimeout(150);
    await expect(text(tara, "model")).toHaveValue(steps[0][step]);
    await expect(text(sora, "model")).toHaveValue(steps[1][Math.min(step, 3)]);
  }
  await keyboards[0].send("Input.insertText", { text: "職人" });
  await expect(text(tara, "model")).toHaveValue("職人");
  // What tara has finished comes into sora's text without touching what she converts.
  await sora.waitForTimeout(400);
  await expect(text(sora, "model")).toHaveValue("ふく");
  await keyboards[1].send("Input.insertText", { text: "服" });
  for (const page of both()) {
    await expect(text(page, "model")).toHaveValue(/^(職人服|服職人)$/);
    await saved(page);
  }
});

test("offline and back: nothing is lost, both are told", async () => {
  await tara.context().setOffline(true);
  await expect(tara.locator("#room-saved")).toContainText("No connection");
  await end(tara, "shift");
  await text(tara, "shift").pressSequentially("Written on a train. ");
  await text(sora, "shift").pressSequentially("家で書いた。");
  await saved(sora);
  await expect(tara.locator("#room-saved")).toHaveAttribute("data-saved", "no");
  await tara.context().setOffline(false);
  await saved(tara);
  await expect(tara.locator("#room-saved")).toContainText("the connection is back", { ignoreCase: true });
  await expect(sora.locator(".room-state")).toContainText("さんがいます");
  for (const page of both()) {
    await expect(text(page, "shift")).toHaveValue(/Written on a train\. /);
    await expect(text(page, "shift")).toHaveValue(/家で書いた。/);
  }
});

test("closed while offline, opened again: what this browser kept comes into the text", async () => {
  await tara.context().setOffline(true);
  await expect(tara.locator("#room-saved")).toContainText("No connection");
  await end(tara, "shift");
  await text(tara, "shift").pressSequentially("Kept here. ");
  await tara.waitForTimeout(700);
  const again = await tara.context().newPage();
  await tara.close();
  tara = again;
  await tara.context().setOffline(false);
  await open(tara);
  await expect(text(sora, "shift")).toHaveValue(/Kept here\. /);
  expect(await tara.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("room-")))).toEqual([]);
});

test("two tabs of one person are one person", async () => {
  const second = await tara.context().newPage();
  await open(second);
  await expect(second.locator("#room-saved")).toContainText("You are in: this is the text as it stands");
  await end(second, "model.gist");
  await text(second, "model.gist").pressSequentially("A shop.");
  await expect(text(tara, "model.gist")).toHaveValue("A shop.");
  await expect(text(sora, "model.gist")).toHaveValue("A shop.");
  await expect(tara.locator(".room-state")).toContainText("You are also in it elsewhere");
  await second.close();
  await expect(tara.locator(".room-state")).not.toContainText("You are also in it elsewhere");
});

test("two stock clients and a browser write in one room", async ({ baseURL }) => {
  const cookie = async (page: Page) => (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const stock = spawn("node", ["room/beside.mjs", baseURL!, new URL(room, baseURL!).pathname, await cookie(tara), await cookie(sora)]);
  let said = "";
  stock.stdout.on("data", (words) => (said += words));
  stock.stderr.on("data", (words) => (said += words));
  await expect(async () => expect(said).toContain("in\n")).toPass({ timeout: 20_000 });
  for (const page of both()) await expect(text(page, "value-model")).toHaveValue(/職人 .*stock one|stock one.*職人 /);
  // Tara's own stock client is she, elsewhere; what it wrote is hers, and sora's is sora's.
  await expect(tara.locator(".room-state")).toContainText("You are also in it elsewhere");
  for (const count of [/ 12\b/, / 3\b/]) await expect(tara.locator("#value-model-body-hands")).toContainText(count);
  await end(tara, "value-model");
  await text(tara, "value-model").pressSequentially("by hand");
  await expect(async () => expect(said).toContain("agree: ")).toPass({ timeout: 30_000 });
  const agreed = said.split("agree: ")[1].trimEnd();
  for (const page of both()) {
    await expect(async () => expect((await text(page, "value-model").inputValue()).trimEnd()).toBe(agreed)).toPass();
    await saved(page);
  }
});

test("on a phone the questions stand above the text, and saved stays in sight", async ({ browser }) => {
  const phone = await demo(browser, "demo-tara", "en");
  await phone.setViewportSize({ width: 360, height: 640 });
  await open(phone);
  const lens = (await phone.locator("#lens").boundingBox())!;
  const area = (await phone.locator(".room-text").boundingBox())!;
  expect(lens.y).toBeLessThan(area.y);
  await end(phone, "model");
  await phone.locator("#chat").scrollIntoViewIfNeeded();
  await expect(phone.locator("#room-saved")).toBeInViewport();
  expect(await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await phone.context().close();
});

test("with scripts off the same text is written by form, in turns", async ({ browser }) => {
  const plain = await demo(browser, "demo-tara", "en", false);
  await plain.goto(room);
  await expect(plain.locator(".room-state")).toContainText("Save each part by its button");
  const form = plain.locator('form[data-form="value.gist"]');
  await form.locator("textarea").fill("Clothes that last");
  await form.locator("button").click();
  await expect(text(sora, "value.gist")).toHaveValue("Clothes that last");
  // The other writes before the next form is sent: both are shown, and nothing is lost.
  await end(sora, "value.gist");
  await text(sora, "value.gist").pressSequentially("。");
  await saved(sora);
  await form.locator("textarea").fill("Clothes that last for years");
  await form.locator("button").click();
  await expect(plain.locator("main")).toContainText("Clothes that last for years");
  await expect(form.locator("textarea")).toHaveValue("Clothes that last。");
  await plain.locator("#say-text").fill("Over to you");
  await plain.locator("#say button").click();
  await expect(sora.locator("#chat-lines")).toContainText("Over to you");
  await plain.context().close();
});

test("the hour ends in a joint trace by both, whose words are known", async ({ browser }) => {
  for (const wish of ["skip", "skip"]) await agree(wish);
  for (const [page, root, words] of [[tara, "shift.gist", "Sites moved outdoors."], [sora, "task.gist", "寒さをしのぎたい。"]] as const) {
    await end(page, root);
    await text(page, root).pressSequentially(words);
    await saved(page);
  }
  await end(tara, "title");
  await text(tara, "title").pressSequentially("Why site workers dress well");
  for (const page of both()) await saved(page);
  // What goes into one's own work is nobody else's, and not lost when the other answers meanwhile.
  await tara.locator("#takeaway").fill("Ask who would miss us.");
  await expect(tara.locator("#takeaway-saved")).toContainText("for you alone");
  await tara.locator("#takeaway").pressSequentially(" Tomorrow.");
  expect(await sora.content()).not.toContain("Ask who would miss us");
  await tara.locator('.end button[value="publish"]').click();
  await expect(tara.locator("#ending")).toContainText("has not answered yet");
  await expect(sora.locator("#ending")).toContainText("「二人で公開する」");
  await sora.locator('.end button[value="publish"]').click();
  for (const page of both()) await expect(page.locator('#ending a[href^="/traces/"]')).toBeVisible({ timeout: 15_000 });
  const address = (await tara.locator('#ending a[href^="/traces/"]').getAttribute("href"))!;
  await tara.goto("/pair/takeaways");
  await expect(tara.locator("main")).toContainText("Ask who would miss us. Tomorrow.");
  const guest = await (await browserOf(browser, "en")).newPage();
  await guest.goto(address);
  await expect(guest.locator("h1")).toContainText("Why site workers dress well");
  for (const handle of ["demo-tara", "demo-sora"]) await expect(guest.locator(`a[href="/members/${handle}"]`).first()).toBeVisible();
  await guest.context().close();
});
