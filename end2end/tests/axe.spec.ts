// axe on every kind of page: both themes, phone and desktop, both languages. No violation.
import { expect, test } from "@playwright/test";
import { isClean, SIZES } from "./axe";
import { KINDS, open, visitor } from "./pages";
import { browserOf, type Lang } from "./people";

test.describe.configure({ mode: "parallel" });

for (const lang of ["ja", "en"] as Lang[]) {
  for (const kind of KINDS) {
    test(`${kind.name} (${lang})`, async ({ browser }) => {
      const page = await visitor(browser, kind, lang);
      await open(page, kind, lang);
      await isClean(page, `${kind.name}-${lang}`);
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
