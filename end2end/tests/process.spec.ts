// The program itself: what is under way is finished when it is told to end, and a wrong setting stops
// the start.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";

const binary = process.env.MARKETING_TRACE ?? "../target/debug/marketing-trace";
const port = Number(process.env.E2E_PORT ?? 4310) + 1;

function serve(settings: Record<string, string>): ChildProcess {
  const data = mkdtempSync(join(tmpdir(), "marketing-trace-process-"));
  const env = { DEV: "on", LISTEN: `127.0.0.1:${port}`, DATABASE_URL: `sqlite://${data}/t.db`, SITE_DIR: process.env.SITE ?? "../target/site", ...settings };
  return spawn(binary, ["serve"], { env: { ...process.env, ...env }, stdio: ["ignore", "ignore", "pipe"] });
}

test("SIGTERM ends the server in an orderly way", async ({ request }) => {
  const server = serve({ LOG: "warn" });
  await expect(async () => {
    expect((await request.get(`http://127.0.0.1:${port}/readyz`)).status()).toBe(200);
  }).toPass({ timeout: 30_000 });
  const ended = once(server, "exit");
  server.kill("SIGTERM");
  const [code, signal] = await ended;
  expect([code, signal]).toEqual([0, null]);
});

test("a wrong setting stops the start with its name and what it should be", async () => {
  const server = serve({ PUBLIC_URL: "ftp://traces.example" });
  let said = "";
  server.stderr!.on("data", (text) => (said += text));
  const [code] = await once(server, "exit");
  expect(code).not.toBe(0);
  expect(said).toContain("PUBLIC_URL must be");
});
