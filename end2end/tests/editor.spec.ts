// The writer's desk with scripts on: what is typed is never lost, never sent too early, never
// written over unseen.
import { expect, test } from "@playwright/test";
import { copy, desk, running, said } from "./desk";
import { demo, unique } from "./people";

test("what is typed saves itself, says so, and is there after a reload", async ({ browser }) => {
  const { page, address, trace } = await desk(browser);
  const text = unique("Saved by itself");
  await page.locator('[name="task.body"]').fill(text);
  await expect(said(page)).toHaveText(/^Saved \d/);
  expect(await copy(page, trace)).toBeNull();
  await page.goto(address);
  await expect(page.locator('[name="task.body"]')).toHaveValue(text);
});

test("of two tabs the older never writes over the newer, and the writer sees both", async ({ browser }) => {
  const { page: older, address } = await desk(browser);
  const newer = await older.context().newPage();
  await newer.goto(address);
  await running(newer);
  const [mine, theirs] = [unique("typed in the older tab"), unique("typed in the newer tab")];
  await newer.locator('[name="value.body"]').fill(theirs);
  await expect(said(newer)).toHaveText(/^Saved \d/);

  await older.locator('[name="value.body"]').fill(mine);
  await expect(said(older)).toContainText("Another window saved a newer version");
  await newer.goto(address);
  await expect(newer.locator('[name="value.body"]')).toHaveValue(theirs);

  // Sent by hand, it is still refused, and both stand side by side.
  await older.locator('.state .row button').first().click();
  await expect(older.locator(".versions")).toContainText(mine);
  await expect(older.locator(".versions")).toContainText(theirs);
  await newer.goto(address);
  await expect(newer.locator('[name="value.body"]')).toHaveValue(theirs);
  await older.locator('.versions button[value="take-mine"]').click();
  await expect(older.locator(".versions")).toHaveCount(0);
  await newer.goto(address);
  await expect(newer.locator('[name="value.body"]')).toHaveValue(mine);
});

test("without a connection a copy is kept and offered back", async ({ browser }) => {
  const { page, address, trace } = await desk(browser);
  const text = unique("typed on a train");
  page.on("dialog", (dialog) => dialog.accept());
  await page.context().setOffline(true);
  await page.locator('[name="model.body"]').fill(text);
  await expect(said(page)).toContainText("no connection");
  expect(await copy(page, trace)).toContain("typed");

  // The browser is closed and opened again with the connection back.
  const again = await page.context().newPage();
  await page.close();
  await page.context().setOffline(false);
  await again.goto(address);
  await running(again);
  await expect(again.locator('[name="model.body"]')).toHaveValue("");
  await again.getByRole("button", { name: "Bring it back" }).click();
  await expect(again.locator('[name="model.body"]')).toHaveValue(text);
  await again.goto(address);
  await expect(again.locator('[name="model.body"]')).toHaveValue(text);
});

test("the preview shows what Markdown becomes", async ({ browser }) => {
  const { page } = await desk(browser);
  await page.locator('[name="shift.body"]').fill("It is **bold**.\n\n- one\n- two\n\n<script>window.hit=1</script>");
  await expect(page.locator("#preview-text strong")).toHaveText("bold");
  await expect(page.locator("#preview-text li")).toHaveCount(2);
  expect(await page.locator("#preview-text script").count()).toBe(0);
});

test("leaving with something unsaved is asked about", async ({ browser }) => {
  const { page } = await desk(browser);
  // The browser asks only where somebody has really touched the page.
  await page.locator('[name="task.body"]').pressSequentially("not yet");
  const asked = page.waitForEvent("dialog");
  void page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await expect(said(page)).toHaveText(/^Saved \d/);
  let again = false;
  page.on("dialog", (late) => { again = true; void late.accept(); });
  await page.goto("/traces");
  expect(again).toBe(false);
});

test("nothing is sent while a word is being converted", async ({ browser }) => {
  const { page } = await desk(browser);
  const sent: string[] = [];
  page.on("request", (request) => { if (request.method() === "POST") sent.push(request.postData() ?? ""); });
  const field = page.locator('[name="task.body"]');
  await field.focus();
  await page.waitForTimeout(1_000); // the preview that focusing asks for
  sent.length = 0;
  const keyboard = await page.context().newCDPSession(page);
  for (const text of ["s", "し", "しょ", "しょく", "しょくに", "しょくにん"]) {
    await keyboard.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await page.waitForTimeout(100);
  }
  await page.waitForTimeout(3_500);
  expect(sent).toEqual([]);
  await keyboard.send("Input.insertText", { text: "職人" });
  await expect(field).toHaveValue("職人");
  await expect(said(page)).toHaveText(/^Saved \d/);
  expect(sent.every((body) => !decodeURIComponent(body).includes("しょく"))).toBe(true);
  expect(sent.some((body) => decodeURIComponent(body).includes("職人"))).toBe(true);
});

test("the tools' code comes when a text is begun, and a person's characters are counted", async ({ browser }) => {
  const page = await demo(browser, "demo-luis", "en");
  const chunks: string[] = [];
  page.on("request", (request) => { if (/split_[^/]*\.wasm/.test(request.url())) chunks.push(request.url()); });
  await page.goto("/traces/new");
  await page.locator('main [name="company"]').fill("Netflix");
  await page.locator("main form button.go").click();
  await expect(page).toHaveURL(/edit/);
  await running(page);
  await page.locator('[name="title"]').fill("No text yet");
  await page.waitForTimeout(500);
  expect(chunks).toEqual([]);
  await page.locator('[name="value.gist"]').fill("👩‍👩‍👧");
  await expect(page.locator("#value-left")).toHaveText("139 of 140 characters left");
  await page.locator('[name="value.gist"]').fill("が👩‍👩‍👧🇯🇵e\u0301");
  await expect(page.locator("#value-left")).toHaveText("136 of 140 characters left");
  await page.locator('[name="value.body"]').fill("A text");
  await expect.poll(() => chunks.length).toBeGreaterThan(0);
});
