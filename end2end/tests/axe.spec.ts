// axe on every kind of page: both themes, phone and desktop, both languages. No violation.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { KINDS, open, visitor } from "./pages";
import { browserOf, type Lang } from "./people";

const SIZES = { phone: { width: 360, height: 640 }, desktop: { width: 1440, height: 900 } };
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

test.describe.configure({ mode: "parallel" });

for (const lang of ["ja", "en"] as Lang[]) {
  for (const kind of KINDS) {
    test(`${kind.name} (${lang})`, async ({ browser }) => {
      const page = await visitor(browser, kind, lang);
      if (!page) return test.skip(true, "the server that shows it cannot be had: is TEST_POSTGRES_URL set?");
      await page.emulateMedia({ reducedMotion: "reduce" });
      await open(page, kind, lang);
      for (const [size, viewport] of Object.entries(SIZES)) {
        await page.setViewportSize(viewport);
        for (const theme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme: theme });
          // A theme changes colours and nothing else.
          const axe = new AxeBuilder({ page });
          const results = await (theme === "light" ? axe.withTags(RULES) : axe.withRules(["color-contrast", "link-in-text-block"])).analyze();
          const found = results.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).slice(0, 3).join(" | ")}`);
          expect.soft(found, `${theme}, ${size}`).toEqual([]);
          if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${kind.name}-${lang}-${theme}-${size}.png`, fullPage: true });
        }
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect.soft(wide, `${size}: scrolls sideways`).toBeLessThanOrEqual(0);
      }
    });
  }

  test(`the first screen holds the sentence, the first action and the whole map (${lang})`, async ({ browser }) => {
    const page = await (await browserOf(browser, lang)).newPage();
    for (const viewport of Object.values(SIZES)) {
      await page.setViewportSize(viewport);
      await page.goto(`/?lang=${lang}`);
      for (const part of [".claim h1", ".claim .go", ".sheet .map"]) {
        const box = (await page.locator(part).boundingBox())!;
        expect.soft(box.y + box.height, `${part} at ${viewport.width}`).toBeLessThanOrEqual(viewport.height);
      }
    }
  });
}
