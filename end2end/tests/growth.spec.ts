// A trace grows: the check beside the text, a trace begun from another's, a word about having used one.
import { expect, test } from "@playwright/test";
import { desk, field, said } from "./desk";
import { demo, unique } from "./people";

test("the check comes while one writes, and never blocks", async ({ browser }) => {
  const { page } = await desk(browser);
  await field(page, "model.body").fill("They ran a TV campaign and sales doubled, by 120%.");
  await expect(said(page)).toHaveText(/^Saved \d/);
  const check = page.locator("#depth");
  await expect(check).toContainText("A result from one tactic.");
  await expect(check).toContainText("A number without a source.");
  await check.getByRole("link", { name: "Business model" }).first().click();
  await expect(page).toHaveURL(/#model-body$/);
  for (const key of ["shift", "task", "value", "model"]) await field(page, `${key}.gist`).fill(`A gist of ${key}.`);
  await page.locator('.state button[formaction$="/publish"]').click();
  await expect(page).toHaveURL(/\/traces\/\d+-/);
});

for (const scripts of [true, false]) {
  test(`a trace begun from another's credits it, and is credited (scripts ${scripts ? "on" : "off"})`, async ({ browser }) => {
    const reader = await demo(browser, "demo-tara", "en", scripts);
    await reader.goto("/companies/netflix");
    await reader.locator('main a[href^="/traces/"]', { hasText: "It was the envelope" }).first().click();
    await expect(reader).toHaveURL(/\/traces\/\d+-/);
    const origin = new URL(reader.url()).pathname;
    const author = await demo(browser, "demo-nils", "en", scripts);
    await author.goto(origin);
    await author.getByRole("button", { name: "Build on this" }).click();
    await expect(author).toHaveURL(/\/edit$/);
    await expect(author.locator("main")).toContainText("Built on another trace");
    const title = unique("What the envelope promised");
    await field(author, "title").fill(title);
    for (const key of ["shift", "task", "value", "model"]) await field(author, `${key}.gist`).fill(`My own gist of ${key}.`);
    await author.locator('.state button[formaction$="/publish"]').click();
    await expect(author).toHaveURL(/\/traces\/\d+-/);
    await expect(author.locator(".trace-title")).toContainText("Built on:");
    await author.goto(origin);
    await expect(author.locator("#growth")).toContainText(title);
  });
}
