// The Nu HTML checker over every kind of page (`make html-check`; needs Java). Leptos's `<!>`
// markers, which it calls bogus comments, are the only findings allowed.
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { KINDS, open, visitor } from "./pages";
import type { Lang } from "./people";

const jar: string = createRequire(import.meta.url)("vnu-jar");

for (const lang of ["ja", "en"] as Lang[]) {
  test(`every kind of page is sound HTML (${lang})`, async ({ browser }) => {
    test.setTimeout(180_000);
    const folder = mkdtempSync(join(tmpdir(), "html-check-"));
    for (const kind of KINDS) {
      const page = await visitor(browser, kind, lang);
      const answer = await open(page, kind, lang);
      writeFileSync(join(folder, `${kind.name}.html`), (await answer.text()).replaceAll("<!>", ""));
      await page.context().close();
    }
    // One start of Java for all of them.
    const found = execFileSync("java", ["-jar", jar, "--format", "gnu", "--exit-zero-always", "--stdout", folder]);
    expect(found.toString().replaceAll(`file:${folder}/`, "").trim()).toBe("");
  });
}
