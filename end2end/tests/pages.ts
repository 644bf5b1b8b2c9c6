// Every kind of page, for looking at all of them: who sees it, and where it is.
import type { Browser, Page, Response } from "@playwright/test";
import { join, markWeek, proposed, room, session } from "./pair";
import { browserOf, demo, fillSignUp, letterLink, newcomer, unique, type Lang } from "./people";
import { cutOff, throttled } from "./trouble";
import { publish, published } from "./writing";

export type Kind = {
  name: string;
  path: string | ((page: Page, lang: Lang) => Promise<string>);
  /** The page is the answer to a form that is sent there. */
  form?: Record<string, string>;
  as?: "demo-mei" | "demo-sora" | "demo-luis";
  /** Another server than the usual one shows it. */
  on?: () => Promise<string>;
};

/** Who sees pages of this kind. */
export async function visitor(browser: Browser, kind: Kind, lang: Lang): Promise<Page> {
  const server = await kind.on?.();
  if (kind.as) return demo(browser, kind.as, lang, true, server);
  return (await browserOf(browser, lang, true, server)).newPage();
}

/** Opens a page of this kind; what the server answered. */
export async function open(page: Page, kind: Kind, lang: Lang): Promise<Response> {
  const path = typeof kind.path === "string" ? kind.path : await kind.path(page, lang);
  const address = path + (path.includes("?") ? "&" : "?") + `lang=${lang}`;
  if (!kind.form) return (await page.goto(address))!;
  await page.goto("/sign-in");
  const [answer] = await Promise.all([
    page.waitForNavigation(),
    page.evaluate(
      ([action, fields]) => {
        const form = document.createElement("form");
        Object.assign(form, { method: "post", action });
        for (const [name, value] of Object.entries(fields)) {
          const field = document.createElement("textarea");
          Object.assign(field, { name, value });
          form.append(field);
        }
        document.body.append(form);
        form.submit();
      },
      [address, kind.form] as const,
    ),
  ]);
  return answer!;
}

/** The address of the first trace in a list. */
const first = (list: string) => async (page: Page) => {
  await page.goto(list);
  return (await page.locator('main a[href^="/traces/"]:not([href^="/traces/new"])').first().getAttribute("href"))!;
};
const idOf = (address: string) => address.match(/\/traces\/(\d+)/)![1];
const mine = async (page: Page) => idOf(await first("/members/demo-mei")(page));
const featured = async (page: Page) => idOf(await first("/featured")(page));
/** A newcomer's letter: the link in it that starts with `path`. */
const letter = (path: string) => async (page: Page, lang: Lang) => {
  await page.goto("/sign-up");
  const email = await fillSignUp(page, unique("axe"), lang);
  if (path.startsWith("/reset")) {
    await page.goto("/reset");
    await page.locator('main [name="email"]').fill(email);
    await page.locator("main form button").first().click();
    await page.waitForURL("**/reset/sent*");
  }
  return letterLink(page, email, path);
};
/** One's own comment, newly made. */
const comment = async (page: Page) => {
  const id = await featured(page);
  await page.goto(`/traces/${id}/comments/new?part=shift`);
  await page.locator('main [name="body"]').fill("Said to be changed.");
  await page.locator("main form button.go").click();
  await page.waitForURL("**#comment-*");
  return page.url().match(/#comment-(\d+)/)![1];
};

/** `path`, after the same was sent there until it was too much. */
const tooOften = (path: string, form: Record<string, string>) => async (page: Page) => {
  for (let sent = 0; sent < 30; sent++) {
    const answer = await page.request.post(path, { form, headers: { "sec-fetch-site": "same-origin" }, maxRedirects: 0 });
    if (answer.status() === 429) return path;
  }
  throw new Error(`${path} is never refused`);
};
const WRONG = { email: "nobody@example.org", password: "not the password" };

/** The address of the first open ask; of one's own. */
const firstAsk = async (page: Page) => {
  await page.goto("/pair/asks");
  return (await page.locator("main li.ask h3 a").first().getAttribute("href"))!;
};
const firstOf = (handle: string) => async (page: Page) => {
  await page.goto("/pair/asks");
  const own = page.locator("main li.ask", { has: page.locator(`a[href="/members/${handle}"]`) });
  return (await own.locator("h3 a").first().getAttribute("href"))!;
};

/** So many traces of one company, as its page offers them to compare. */
const sideBySide = (count: number) => async (page: Page) => {
  await page.goto("/companies/netflix");
  const ids = await page.locator('main input[name="traces"]').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
  return `/compare?traces=${ids.slice(0, count).join(",")}`;
};

/** What changed in a trace of the signed-in member's that was published twice. */
const changes = async (page: Page) => {
  const trace = await published(page, "Netflix");
  await publish(page, trace, "A second look at what moved, and why it moved then.", "Looked again");
  return `/traces/${trace}/history/2?from=1`;
};

/** The link in a letter that takes up a proposal, still to be used, and its reader signed out. */
const answerLink = async (page: Page, lang: Lang) => {
  const [one, other] = [await page.context().newPage(), await (await browserOf(page.context().browser()!, lang)).newPage()];
  const email = await newcomer(one, "asked", lang);
  await newcomer(other, "partner", lang);
  for (const who of [one, other]) {
    await markWeek(who);
    await join(who, "Keyence");
  }
  const address = await letterLink(page, email, "/pair/letters/");
  await page.context().clearCookies();
  await other.context().close();
  return address.replace(/\?.*/, "");
};

export const KINDS: Kind[] = [
  { name: "home", path: "/" },
  { name: "list", path: "/traces" },
  { name: "list-empty", path: "/traces?industry=mining&stage=bridged" },
  { name: "companies", path: "/companies" },
  { name: "company", path: "/companies/workman" },
  { name: "member", path: "/members/demo-mei" },
  { name: "featured", path: "/featured" },
  { name: "search", path: "/search?q=%E5%AE%A2" },
  { name: "search-empty", path: "/search" },
  { name: "search-none", path: "/search?q=zzzzqq" },
  { name: "trace", path: first("/featured") },
  { name: "history", path: async (page) => `/traces/${await featured(page)}/history` },
  { name: "revision", path: async (page) => `/traces/${await featured(page)}/history/1` },
  { name: "trace-lenses", path: first("/companies/keyence") },
  { name: "trace-timeline", path: first("/companies/netflix") },
  { name: "trace-call", path: first("/companies/procter-and-gamble") },
  { name: "offer", path: async (page) => `/traces/${idOf(await first("/companies/keyence")(page))}/sources`, as: "demo-sora" },
  { name: "new-guest", path: "/traces/new" },
  { name: "compare", path: sideBySide(2) },
  { name: "compare-choose", path: sideBySide(1) },
  { name: "sign-up", path: "/sign-up" },
  { name: "sign-in", path: "/sign-in" },
  { name: "reset", path: "/reset" },
  { name: "verify", path: "/verify?token=none" },
  { name: "policy", path: "/terms" },
  { name: "not-found", path: "/nowhere" },
  { name: "dev-mail", path: "/dev/mail" },
  { name: "new", path: "/traces/new", as: "demo-mei" },
  { name: "editor", path: async (page) => `/traces/${await mine(page)}/edit`, as: "demo-mei" },
  { name: "authors", path: async (page) => `/traces/${await mine(page)}/authors`, as: "demo-mei" },
  { name: "draft", path: async (page) => `/traces/${await mine(page)}/draft`, as: "demo-mei" },
  { name: "changes", path: changes, as: "demo-luis" },
  { name: "restore", path: async (page) => (await changes(page)).replace(/2\?from=1$/, "1/restore"), as: "demo-luis" },
  { name: "inbox", path: "/inbox", as: "demo-mei" },
  { name: "settings", path: "/settings", as: "demo-mei" },
  { name: "pair", path: "/pair" },
  { name: "pair-member", path: "/pair", as: "demo-mei" },
  { name: "pair-asks", path: "/pair/asks" },
  { name: "pair-asks-none", path: "/pair/asks?q=zzzzqq" },
  { name: "pair-ask", path: firstAsk },
  { name: "pair-ask-own", path: firstOf("demo-mei"), as: "demo-mei" },
  { name: "pair-ask-new", path: "/pair/asks/new", as: "demo-mei" },
  { name: "pair-times", path: "/pair/times", as: "demo-mei" },
  { name: "pair-queue", path: "/pair/queue", as: "demo-mei" },
  { name: "pair-figure", path: "/pair/figure", as: "demo-mei" },
  { name: "pair-sessions", path: "/pair/sessions", as: "demo-mei" },
  { name: "pair-calendar", path: "/pair/calendar", as: "demo-mei" },
  { name: "pair-takeaways", path: "/pair/takeaways", as: "demo-mei" },
  { name: "pair-interests", path: "/pair/interests", as: "demo-mei" },
  { name: "pair-reports", path: "/pair/reports", as: "demo-sora" },
  { name: "pair-letter", path: "/pair/letters/none" },
  { name: "pair-letter-works", path: answerLink },
  { name: "pair-proposal", path: (page) => proposed(page, page.context().browser()!), as: "demo-mei" },
  { name: "pair-session", path: (page) => session(page, page.context().browser()!), as: "demo-mei" },
  { name: "pair-room", path: (page) => room(page, page.context().browser()!), as: "demo-mei" },
  { name: "trace-member", path: first("/featured"), as: "demo-mei" },
  { name: "trace-organizer", path: first("/featured"), as: "demo-sora" },
  // Answers to forms, errors, and what letters and errands lead to.
  { name: "sign-up-wrong", path: "/sign-up", form: { email: "x", handle: "-" } },
  { name: "sign-in-wrong", path: "/sign-in", form: WRONG },
  { name: "check-mail", path: "/sign-up/check-mail" },
  { name: "verify-letter", path: letter("/verify") },
  { name: "reset-sent", path: "/reset/sent" },
  { name: "reset-new", path: letter("/reset/new") },
  { name: "cookie-not-back", path: "/sign-in/check" },
  { name: "sign-in-done", path: "/sign-in/done", as: "demo-mei" },
  { name: "send-again", path: "/settings/profile", form: { name: "Mei", bio: "One line.\nAnother line." } },
  { name: "switched", path: "/language", form: { lang: "en", next: "/settings/profile", answer: "1", "sent.bio": "a\nb" } },
  { name: "goodbye", path: "/goodbye" },
  { name: "settings-delete", path: "/settings/delete", as: "demo-mei" },
  { name: "settings-wrong", path: "/settings/profile", form: { name: "", bio: "x" }, as: "demo-mei" },
  { name: "policy-about", path: "/about" },
  { name: "policy-privacy", path: "/privacy" },
  { name: "policy-guidelines", path: "/guidelines" },
  { name: "policy-contact", path: "/contact" },
  { name: "new-wrong", path: "/traces/new", form: { company: "", who: "x".repeat(200) } },
  { name: "claim", path: "/traces/new/claim?pending=none", as: "demo-mei" },
  { name: "editor-two-versions", path: async (page) => `/traces/${await mine(page)}/edit`, form: { version: "0", title: "Older words" }, as: "demo-mei" },
  { name: "editor-wrong", path: async (page) => `/traces/${await mine(page)}/publish`, form: { "shift.gist": "x".repeat(200) }, as: "demo-mei" },
  { name: "comment-new", path: async (page) => `/traces/${await featured(page)}/comments/new?part=shift`, as: "demo-mei" },
  { name: "comment-reply", path: async (page) => `/traces/${await featured(page)}/comments/new?parent=${await comment(page)}`, as: "demo-mei" },
  { name: "comment-wrong", path: async (page) => `/traces/${await featured(page)}/comments`, form: { kind: "praise", body: "" }, as: "demo-mei" },
  { name: "comment-edit", path: async (page) => `/comments/${await comment(page)}/edit`, as: "demo-mei" },
  { name: "featured-past", path: "/featured/past" },
  { name: "feature-wrong", path: async (page) => `/traces/${await featured(page)}/feature/end`, form: { reason: "" }, as: "demo-sora" },
  { name: "not-allowed", path: async (page) => `/traces/${await featured(page)}/feature`, form: { reason: "A reason of some length." }, as: "demo-mei" },
  { name: "wrong-method", path: "/language" },
  { name: "sign-in-late", path: tooOften("/sign-in", WRONG), form: WRONG, on: throttled },
  { name: "too-many", path: tooOften("/settings/letter", {}), form: {}, as: "demo-mei", on: throttled },
  { name: "unavailable", path: "/traces", on: cutOff },
  { name: "too-large", path: "/sign-in", form: { email: "x".repeat(70_000) } },
];
