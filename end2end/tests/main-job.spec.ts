// The whole main job, on real input: once with scripts on and once off, in both languages.
import { expect, test } from "@playwright/test";
import { browserOf, confirmAndSignIn, demo, fillSignUp, unique, type Lang } from "./people";

const WORDS = {
  ja: {
    company: "ワークマン", slug: "workman", title: "職人の店に街の人が来たわけ",
    from: "待っていれば増えた現場の客", to: "担い手が減って増えなくなった客", who: "雨の日も自転車で通う人", task: "濡れない服を安く買う",
    value: "現場で鍛えた防水の服が、専門店よりずっと安い。", model: "同じ品と同じ棚のまま、見せ方を変えて客を広げる。",
    bridge: "職人が増えないなら、同じ服に困る別の人を探すしかないから。", body: "機能は**現場**で決まる。[^obs]", word: "服",
    remark: "値段の根拠を、もう一つ知りたいです。", reason: "課題から書き始め、三つのつながりをすべて自分の言葉で言えている。",
  },
  en: {
    company: "Netflix", slug: "netflix", title: "Why nobody minds the queue at home",
    from: "films on a disc", to: "films by wire", who: "parents at the end of the day", task: "settle on something to watch before the children are in bed",
    value: "One price a month, and no evening ends with a fee for being late.", model: "A subscription pays for films made once and watched everywhere.",
    bridge: "A film that arrives by wire can be chosen at the moment it is wanted.", body: "What counts is the **evening**. [^obs]", word: "evening",
    remark: "Which figure shows that people settle faster?", reason: "It starts from the task and says every bridge in its own words.",
  },
};

for (const lang of ["ja", "en"] as Lang[]) {
  for (const scripts of [true, false]) {
    test(`write, read, talk and feature (${lang}, scripts ${scripts ? "on" : "off"})`, async ({ browser }) => {
      const w = WORDS[lang];
      const title = `${w.title} ${unique("t")}`;

      // A guest draws a sketch before having an account, and not a word of it is lost.
      const writer = await (await browserOf(browser, lang, scripts)).newPage();
      await writer.goto("/traces/new");
      await writer.locator('main [name="company"]').fill(w.company);
      await writer.locator(`main [name="language"][value="${lang}"]`).check();
      for (const hole of ["from", "to", "who", "task", "value", "model"] as const) {
        await writer.locator(`main [name="${hole}"]`).fill(w[hole]);
      }
      await writer.locator("main form button.go").click();
      await expect(writer).toHaveURL(/\/sign-up\?pending=/);
      const email = await fillSignUp(writer, unique("e2e"), lang);
      await expect(writer.locator("main h1")).toBeVisible();
      await confirmAndSignIn(writer, email);
      await expect(writer).toHaveURL(/\/traces\/new\/claim/);
      await writer.locator("main form button").first().click();
      await expect(writer).toHaveURL(/\/traces\/\d+\/edit/);
      await expect(writer.locator('[name="shift.gist"]')).toHaveValue(new RegExp(`${w.from.slice(1)}.*${w.to}`));
      await expect(writer.locator('[name="task.gist"]')).toHaveValue(new RegExp(`${w.who.slice(1)}.*${w.task}`));
      await expect(writer.locator('[name="value.gist"]')).toHaveValue(w.value);
      await expect(writer.locator('[name="model.gist"]')).toHaveValue(w.model);
      await expect(writer.locator('select[name="language"]')).toHaveValue(lang);

      // A title, pillars, bridges, a source; then it is published.
      await writer.locator('[name="title"]').fill(title);
      for (const key of ["shift", "task", "value", "model"] as const) {
        await writer.locator(`[name="${key}.body"]`).fill(w.body);
      }
      for (const key of ["shift-task", "task-value", "value-model"]) {
        await writer.locator(`[name="${key}.body"]`).fill(w.bridge);
      }
      await writer.locator('[name="source.1.key"]').fill("obs");
      await writer.locator('[name="source.1.title"]').fill("店頭での観察 / seen in the shop");
      await writer.locator('button[formaction$="/publish"]').first().click();
      await expect(writer).toHaveURL(/\/traces\/\d+-/);
      const address = new URL(writer.url()).pathname;

      // A signed-out reader finds it: home, list, company page, search; and reads it with its map.
      const reader = await (await browserOf(browser, lang, scripts)).newPage();
      for (const path of ["/", "/traces", `/companies/${w.slug}`, `/search?q=${encodeURIComponent(w.word)}`]) {
        await reader.goto(path);
        await expect(reader.locator(`a[href^="${address}"]`).first(), path).toBeVisible();
      }
      await reader.goto(address);
      await expect(reader.locator("html")).toHaveAttribute("lang", lang);
      await expect(reader.locator("h1")).toContainText(title);
      await expect(reader.locator(".map .station")).toHaveCount(4);
      await expect(reader.locator(".map .bridge.gap")).toHaveCount(0);
      await expect(reader.locator("#source-obs")).toBeVisible();
      await expect(reader.locator('sup a[href="#source-obs"]').first()).toHaveText("1");

      // Another member comments on a part; the author is told.
      const talker = await demo(browser, "demo-ken", lang, scripts);
      await talker.goto(`${address}?lang=${lang}`);
      await talker.locator('main form[action$="/comments"] [name="part"]').selectOption("value");
      await talker.locator('main form[action$="/comments"] [name="kind"][value="question"]').check();
      await talker.locator('main form[action$="/comments"] [name="body"]').fill(w.remark);
      await talker.locator('main form[action$="/comments"] button').click();
      await expect(talker.getByText(w.remark).first()).toBeVisible();
      await writer.goto("/inbox");
      await expect(writer.locator(`main a[href*="/comments/"], main a[href^="${address}"]`).first()).toBeVisible();

      // An organizer features it with a public reason.
      const organizer = await demo(browser, "demo-sora", lang, scripts);
      await organizer.goto(address);
      const desk = organizer.locator('main form[action$="/feature"]');
      await organizer.locator('details:has(form[action$="/feature"]) > summary').click();
      await desk.locator('[name="reason"]').fill(w.reason);
      await desk.locator("button").click();
      await reader.goto("/featured");
      await expect(reader.getByText(w.reason).first()).toBeVisible();
      await reader.goto(address);
      await expect(reader.getByText(w.reason).first()).toBeVisible();
      await expect(reader.getByText(w.remark).first()).toBeVisible();
    });
  }
}
