// Every kind of page, for looking at all of them: who sees it, and where it is.
import type { Page } from "@playwright/test";
import { session } from "./pair";
import { publish, published } from "./writing";

export type Kind = { name: string; path: string | ((page: Page) => Promise<string>); as?: "demo-mei" | "demo-sora" };

/** The address of the first trace in a list. */
const first = (list: string) => async (page: Page) => {
  await page.goto(list);
  return (await page.locator('main a[href^="/traces/"]:not([href="/traces/new"])').first().getAttribute("href"))!;
};
const idOf = (address: string) => address.match(/\/traces\/(\d+)/)![1];
const mine = async (page: Page) => idOf(await first("/members/demo-mei")(page));

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
  { name: "history", path: async (page) => `/traces/${idOf(await first("/featured")(page))}/history` },
  { name: "revision", path: async (page) => `/traces/${idOf(await first("/featured")(page))}/history/1` },
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
  { name: "pair-times", path: "/pair/times", as: "demo-mei" },
  { name: "pair-queue", path: "/pair/queue", as: "demo-mei" },
  { name: "pair-figure", path: "/pair/figure", as: "demo-mei" },
  { name: "pair-sessions", path: "/pair/sessions", as: "demo-mei" },
  { name: "pair-session", path: (page) => session(page, page.context().browser()!), as: "demo-mei" },
  { name: "trace-member", path: first("/featured"), as: "demo-mei" },
  { name: "trace-organizer", path: first("/featured"), as: "demo-sora" },
];
