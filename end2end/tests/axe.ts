// What axe and the window's width say of an open page, in both themes, on a phone and a desktop.
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

export const SIZES = { phone: { width: 360, height: 640 }, desktop: { width: 1440, height: 900 } };
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds. A page that looks again by itself may do so in the middle: then once more. */
async function analyzed(page: Page, theme: "light" | "dark") {
  for (let tries = 1; ; tries += 1) {
    const axe = new AxeBuilder({ page });
    try {
      return await (theme === "light" ? axe.withTags(RULES) : axe.withRules(["color-contrast", "link-in-text-block"])).analyze();
    } catch (error) {
      if (tries === 4 || !/garbage collected|context was destroyed|navigation/i.test(String(error))) throw error;
      await page.waitForLoadState();
    }
  }
}

/**
 * No violation, and nothing to scroll sideways for. Of the four ways to look at a page each language takes
 * two, and the two languages together all: Japanese light on a phone and dark on a desktop, English the
 * other way round. With SHOTS each takes all four, and pictures are kept under `name`, which ends in the
 * page's language.
 */
export async function isClean(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    for (const theme of ["light", "dark"] as const) {
      const own = name.endsWith("-ja") === ((size === "phone") === (theme === "light"));
      if (!own && !process.env.SHOTS) continue;
      await page.emulateMedia({ colorScheme: theme });
      // A theme changes colours and nothing else.
      const results = await analyzed(page, theme);
      const found = results.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).slice(0, 3).join(" | ")}`);
      expect.soft(found, `${name}, ${theme}, ${size}`).toEqual([]);
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}-${theme}-${size}.png`, fullPage: true });
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect.soft(wide, `${name}, ${size}: scrolls sideways`).toBeLessThanOrEqual(0);
  }
}
