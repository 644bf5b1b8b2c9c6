// The editor's tools: lists, keys, links, sources, pastes. None acts while a word is being converted.
import { expect, test, type Locator, type Page } from "@playwright/test";
import { desk, field, running, said } from "./desk";
import { demo } from "./people";

/** The field with the tools at work. */
async function writing(page: Page): Promise<Locator> {
  const body = field(page, "task.body");
  await body.click();
  await expect(page.locator("html")).toHaveAttribute("data-tools", "ready", { timeout: 20_000 });
  return body;
}

async function paste(body: Locator, html: string, plain: string): Promise<void> {
  await body.evaluate((area, [html, plain]) => {
    const data = new DataTransfer();
    if (html) data.setData("text/html", html);
    data.setData("text/plain", plain);
    area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, [html, plain]);
}

test("a list goes on with Enter, ends on an empty item, and each step can be undone", async ({ browser }) => {
  const { page } = await desk(browser);
  const body = await writing(page);
  await page.keyboard.type("- one");
  await page.keyboard.press("Enter");
  await page.keyboard.type("two");
  await page.keyboard.press("Enter");
  await expect(body).toHaveValue("- one\n- two\n- ");
  await page.keyboard.press("Enter");
  await expect(body).toHaveValue("- one\n- two\n");
  await page.keyboard.press("Control+z");
  await expect(body).toHaveValue("- one\n- two\n- ");
  await expect(said(page)).toHaveText(/^Saved \d/);
});

test("Enter that ends a conversion is the input method's", async ({ browser }) => {
  const { page } = await desk(browser);
  const body = await writing(page);
  await page.keyboard.type("- ");
  const keyboard = await page.context().newCDPSession(page);
  await keyboard.send("Input.imeSetComposition", { text: "しょくにん", selectionStart: 5, selectionEnd: 5 });
  await keyboard.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Enter", code: "Enter", windowsVirtualKeyCode: 229 });
  await keyboard.send("Input.insertText", { text: "職人" });
  await expect(body).toHaveValue("- 職人");
  await page.keyboard.press("Enter");
  await expect(body).toHaveValue("- 職人\n- ");
});

test("bold, slanted and a link by keys", async ({ browser }) => {
  const { page } = await desk(browser);
  const body = await writing(page);
  await page.keyboard.type("plain");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+b");
  await expect(body).toHaveValue("**plain**");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+b");
  await expect(body).toHaveValue("plain");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+k");
  await expect(page.locator("dialog#link")).toBeVisible();
  await expect(page.locator("#link-words")).toHaveValue("plain");
  await page.locator("#link-address").fill("https://example.org/a");
  await page.locator("#link-address").press("Enter");
  await expect(page.locator("dialog#link")).toBeHidden();
  await expect(body).toHaveValue("[plain](https://example.org/a)");
  await expect(body).toBeFocused();
});

test("[^ offers the sources that are there", async ({ browser }) => {
  const { page } = await desk(browser);
  await field(page, "source.1.key").fill("ir");
  await field(page, "source.1.title").fill("Annual report");
  const body = await writing(page);
  await page.keyboard.type("It has 905 shops.[^");
  await expect(page.locator("dialog#cite")).toBeVisible();
  await page.getByRole("button", { name: "[^ir] Annual report" }).click();
  await expect(body).toHaveValue("It has 905 shops.[^ir]");
  await page.keyboard.type(" And 30%[^");
  await page.keyboard.type("press");
  await page.keyboard.press("Enter");
  await expect(body).toHaveValue("It has 905 shops.[^ir] And 30%[^press]");
  await page.keyboard.type(" [^");
  await page.keyboard.press("Escape");
  await expect(page.locator("dialog#cite")).toBeHidden();
  await page.keyboard.type("x]");
  await expect(body).toHaveValue("It has 905 shops.[^ir] And 30%[^press] [^x]");
});

test("a paste from a document becomes clean Markdown; a plain one stays the browser's", async ({ browser }) => {
  const { page } = await desk(browser);
  const body = await writing(page);
  await paste(body, '<b style="font-weight:normal"><p>It has <span style="font-weight:700">905</span> shops, <a href="https://example.org/">it says</a>.</p><ul><li>one</li><li>two</li></ul></b>', "It has 905 shops, it says.\none\ntwo");
  await expect(body).toHaveValue("It has **905** shops, [it says](https://example.org/).\n\n- one\n- two");
  await page.keyboard.press("Control+z");
  await expect(body).toHaveValue("");
});

test("a paste of 5 MB is refused kindly, and nothing is lost", async ({ browser }) => {
  const { page } = await desk(browser);
  const body = await writing(page);
  await page.keyboard.type("mine");
  await paste(body, "", "x".repeat(5 * 1024 * 1024));
  await expect(said(page)).toContainText("Nothing was pasted");
  await expect(body).toHaveValue("mine");
});

test("the keys are shown with ?, never in a field, and can be switched off", async ({ browser }) => {
  const { page } = await desk(browser);
  const body = await writing(page);
  await page.keyboard.type("why?");
  await expect(page.locator("dialog#keys")).toBeHidden();
  await expect(body).toHaveValue("why?");
  await body.blur();
  await page.keyboard.press("?");
  await expect(page.locator("dialog#keys")).toBeVisible();
  await page.locator("#keys-on").uncheck();
  await page.locator("dialog#keys").getByRole("button", { name: "Close" }).click();
  await page.keyboard.press("?");
  await expect(page.locator("dialog#keys")).toBeHidden();
  await body.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+b");
  await expect(body).toHaveValue("why?");
  await page.getByRole("button", { name: "Keys" }).click();
  await expect(page.locator("#keys-on")).not.toBeChecked();
});

test("a text is measured as its language is", async ({ browser }) => {
  const { page } = await desk(browser);
  const body = await writing(page);
  await body.fill("two words");
  await expect(page.locator(".length")).toHaveText("2 words, 8 characters without spaces");
  await page.locator("#language").selectOption("ja");
  await body.fill("職人の服 👩‍👩‍👧");
  await expect(page.locator(".length")).toHaveText("5 characters");
});

for (const scripts of [true, false]) {
  test(`one part at a time, or only the text (scripts ${scripts ? "on" : "off"})`, async ({ browser }) => {
    const page = await demo(browser, "demo-luis", "en", scripts);
    await page.goto("/traces/new");
    await page.locator('main [name="company"]').fill("Netflix");
    await page.locator("main form button.go").click();
    if (scripts) await running(page);
    await page.getByRole("link", { name: "One at a time" }).click();
    await expect(field(page, "task.body")).toBeVisible();
    await expect(field(page, "shift.body")).toBeHidden();
    await page.locator(".outline").getByRole("link", { name: "Business model" }).click();
    await expect(field(page, "model.body")).toBeVisible();
    await expect(field(page, "task.body")).toBeHidden();
    await field(page, "model.body").fill("Written with the others out of sight.");
    await page.locator(".state .row button").first().click();
    await expect(page).toHaveURL(/view=one/);
    await page.getByRole("link", { name: "Only the text" }).click();
    await expect(field(page, "model.body")).toHaveValue("Written with the others out of sight.");
    await expect(page.locator(".rail")).toBeHidden();
  });
}

test("what is typed can still be undone after it was saved", async ({ browser }) => {
  const { page } = await desk(browser);
  const body = field(page, "task.body");
  await body.click();
  await page.keyboard.type("first");
  await expect(said(page)).toHaveText(/^Saved \d/);
  await page.keyboard.type(" second");
  await page.waitForTimeout(2_000);
  await expect(said(page)).toHaveText(/^Saved \d/);
  for (let steps = 0; steps < 20 && (await body.inputValue()) !== ""; steps += 1) await page.keyboard.press("Control+z");
  await expect(body).toHaveValue("");
  await page.keyboard.press("Control+Shift+z");
  await expect(body).not.toHaveValue("");
});
