// Links are fetched ahead when the pointer rests on them, and nothing secret ever is.
import { expect, test } from "@playwright/test";
import { browserOf, demo } from "./people";

test("the browser takes the rules, fetches a page ahead, and no secret address", async ({ browser }) => {
  for (const page of [await (await browserOf(browser, "en")).newPage(), await demo(browser, "demo-mei", "en")]) {
    const rules: { errorType?: string; sourceText: string }[] = [];
    const fetched = new Map<string, string>();
    const tools = await page.context().newCDPSession(page);
    tools.on("Preload.ruleSetUpdated", ({ ruleSet }) => rules.push(ruleSet));
    tools.on("Preload.prefetchStatusUpdated", ({ prefetchUrl, status }) => fetched.set(new URL(prefetchUrl).pathname, status));
    await tools.send("Preload.enable");
    await page.goto("/companies");
    await expect.poll(() => rules.length).toBeGreaterThan(0);
    expect(rules.map((set) => set.errorType)).toEqual([undefined]);

    await page.evaluate(() => {
      const link = document.querySelector('a[href="/featured"]')!;
      for (const path of ["/verify?token=x", "/reset/new?token=x", "/dev/mail", "/feeds/traces.atom"]) {
        const copy = link.cloneNode(true) as HTMLAnchorElement;
        copy.href = path;
        link.parentElement!.append(copy);
      }
    });
    for (const path of ["/verify", "/reset/new", "/dev/mail", "/feeds/traces.atom", "/featured"]) {
      await page.locator(`header a[href^="${path}"]`).hover();
      await page.waitForTimeout(400);
    }
    await expect.poll(() => fetched.get("/featured")).toMatch(/Ready|Success/);
    expect([...fetched.keys()]).toEqual(["/featured"]);
  }
});
