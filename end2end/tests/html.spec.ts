// The Nu HTML checker over every kind of page (`make html-check`; needs Java). Leptos's `<!>`
// markers, which it calls bogus comments, are the only findings allowed.
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { expect, test } from "@playwright/test";
import { browserOf, demo, type Lang } from "./people";
import { KINDS } from "./pages";

const jar: string = createRequire(import.meta.url)("vnu-jar");

for (const lang of ["ja", "en"] as Lang[]) {
  for (const kind of KINDS) {
    test(`${kind.name} (${lang})`, async ({ browser }) => {
      const page = kind.as ? await demo(browser, kind.as, lang) : await (await browserOf(browser, lang)).newPage();
      const path = typeof kind.path === "string" ? kind.path : await kind.path(page);
      const answer = await page.request.get(path + (path.includes("?") ? "&" : "?") + `lang=${lang}`);
      const html = (await answer.text()).replaceAll("<!>", "");
      const found = execFileSync("java", ["-jar", jar, "--format", "gnu", "--exit-zero-always", "--stdout", "-"], { input: html });
      expect(found.toString().trim()).toBe("");
    });
  }
}
