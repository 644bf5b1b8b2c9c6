// A server of its own, killed in the middle of writing: nothing is lost that was shown as saved, and
// what was not is merged when it is back.
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { booked } from "./pair";
import { demo } from "./people";

const port = Number(process.env.E2E_PORT ?? 4310) + 1_000;
const binary = process.env.MARKETING_TRACE ?? "../target/debug/marketing-trace";
const environment = {
  ...process.env,
  DEV: "on",
  LIMITS: "off",
  ROOM_SPEED: "4",
  LISTEN: `127.0.0.1:${port}`,
  DATABASE_URL: `sqlite://${mkdtempSync(join(tmpdir(), "marketing-trace-killed-"))}/e2e.db`,
  SITE_DIR: process.env.SITE ?? "../target/site",
  LOG: "warn",
};
test.use({ baseURL: `http://127.0.0.1:${port}` });
test.describe.configure({ timeout: 180_000 });

let server: ChildProcess | undefined;

const ran = (command: string) =>
  new Promise<void>((done, failed) => {
    spawn(binary, [command], { env: environment, stdio: "ignore" }).on("exit", (code) => (code === 0 ? done() : failed(new Error(command))));
  });
async function serve(): Promise<void> {
  server = spawn(binary, ["serve"], { env: environment, stdio: "ignore" });
  await expect(async () => expect((await fetch(`http://127.0.0.1:${port}/readyz`)).ok).toBe(true)).toPass({ timeout: 30_000 });
}
const kill = (how: "SIGKILL" | "SIGTERM" = "SIGKILL") => new Promise((done) => { server!.on("exit", done); server!.kill(how); });
const saved = (page: Page) => expect(page.locator("#room-saved")).toHaveAttribute("data-saved", "yes", { timeout: 30_000 });

test.afterAll(() => { server?.kill("SIGKILL"); });

test("a killed server: what was shown as saved is there, what was not is merged", async ({ browser }) => {
  await ran("migrate");
  await ran("demo");
  await serve();
  const [tara, sora] = [await demo(browser, "demo-tara", "en"), await demo(browser, "demo-sora", "en")];
  const room = `${await booked(tara, sora, "丸亀製麺(トリドールホールディングス)")}/room`;
  for (const page of [tara, sora]) {
    await page.goto(room);
    await page.locator('form[action$="/enter"] button').click();
    await saved(page);
  }
  const shift = (page: Page) => page.locator('[data-root="shift"]');
  for (let round = 1; round <= 3; round++) {
    await shift(tara).pressSequentially(`saved ${round}. `);
    await saved(tara);
    await kill();
    await expect(tara.locator("#room-saved")).toContainText("No connection");
    await shift(tara).pressSequentially(`kept ${round}. `);
    await serve();
    for (const page of [tara, sora]) await saved(page);
    for (let past = 1; past <= round; past++) {
      await expect(shift(sora)).toHaveValue(new RegExp(`saved ${past}\\. `));
      await expect(shift(sora)).toHaveValue(new RegExp(`kept ${past}\\. `));
    }
  }
  // Started again in good order, it says so.
  await kill("SIGTERM");
  await serve();
  // Sora reads Japanese, whatever her browser is set to.
  const restarted = ["The server was restarted", "サーバーが再起動しました"];
  await Promise.all([tara, sora].map((page, at) => expect(page.locator("#room-saved")).toContainText(restarted[at], { timeout: 20_000 })));
  for (const page of [tara, sora]) await saved(page);
  for (const page of [tara, sora]) await page.context().close();
});
