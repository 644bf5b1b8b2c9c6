// axe on every kind of page: both themes, phone and desktop, both languages. No violation.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { demo, browserOf, type Lang } from "./people";
import { KINDS } from "./pages";

const SIZES = { phone: { width: 360, height: 640 }, desktop: { width: 1440, height: 900 } };

for (const lang of ["ja", "en"] as Lang[]) {
  for (const kind of KINDS) {
    test(`${kind.name} (${lang})`, async ({ browser }) => {
      const page = kind.as ? await demo(browser, kind.as, lang) : await (await browserOf(browser, lang)).newPage();
      const path = typeof kind.path === "string" ? kind.path : await kind.path(page);
      for (const theme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
        for (const [size, viewport] of Object.entries(SIZES)) {
          await page.setViewportSize(viewport);
          await page.goto(path + (path.includes("?") ? "&" : "?") + `lang=${lang}`);
          const results = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
          const found = results.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).slice(0, 3).join(" | ")}`);
          expect(found, `${theme}, ${size}`).toEqual([]);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect(wide, `${theme}, ${size}: scrolls sideways`).toBeLessThanOrEqual(0);
          if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${kind.name}-${lang}-${theme}-${size}.png`, fullPage: true });
        }
      }
    });
  }
}
