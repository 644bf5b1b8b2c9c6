// The live preview is asked for when the typing pauses, not at every key.
import { expect, test } from "@playwright/test";
import { desk } from "./desk";

test("many keys, few previews, the last of them of the whole text", async ({ browser }) => {
  const { page } = await desk(browser);
  const asked: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).pathname === "/preview") asked.push(new URLSearchParams(request.postData()!).get("text")!);
  });
  const text = "Nobody pays for a film, they pay for an evening that **needs no plan**.";
  await page.locator('[name="value.body"]').pressSequentially(text, { delay: 25 });
  await expect(page.locator("#preview-text strong")).toHaveText("needs no plan");
  expect(asked.at(-1)).toBe(text);
  // A busy machine may pause between two keys.
  expect(asked.length).toBeLessThan(text.length / 5);
});
