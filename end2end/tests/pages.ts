// Every kind of page, for looking at all of them: who sees it, and where it is.
import type { Page } from "@playwright/test";
import { session } from "./pair";

export type Kind = { name: string; path: string | ((page: Page) => Promise<string>); as?: "demo-mei" | "demo-sora" };

/** The address of the first trace in a list. */
const first = (list: string) => async (page: Page) => {
  await page.goto(list);
  return (await page.locator('main a[href^="/traces/"]:not([href="/traces/new"])').first().getAttribute("href"))!;
};
const idOf = (address: string) => address.match(/\/traces\/(\d+)/)![1];
const mine = async (page: Page) => idOf(await first("/members/demo-mei")(page));

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
  { name: "new-guest", path: "/traces/new" },
  { name: "sign-up", path: "/sign-up" },
  { name: "sign-in", path: "/sign-in" },
  { name: "reset", path: "/reset" },
  { name: "verify", path: "/verify?token=none" },
  { name: "policy", path: "/terms" },
  { name: "not-found", path: "/nowhere" },
  { name: "dev-mail", path: "/dev/mail" },
  { name: "new", path: "/traces/new", as: "demo-mei" },
  { name: "editor", path: async (page) => `/traces/${await mine(page)}/edit`, as: "demo-mei" },
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
  {
    name: "pair-proposal",
    path: async (page) => {
      await session(page, page.context().browser()!);
      await page.goto("/inbox");
      return (await page.locator('main a[href^="/pair/proposals/"]').first().getAttribute("href"))!;
    },
    as: "demo-mei",
  },
  { name: "pair-session", path: (page) => session(page, page.context().browser()!), as: "demo-mei" },
  { name: "trace-member", path: first("/featured"), as: "demo-mei" },
  { name: "trace-organizer", path: first("/featured"), as: "demo-sora" },
];
