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

// Each of them, and how the line begins that says so.
const WRONG: [Record<string, string>, string][] = [
  [{ PUBLIC_URL: "ftp://traces.example" }, "PUBLIC_URL must be"],
  [{ LISTEN: "here" }, "LISTEN must be"],
  [{ LISTEN: "0.0.0.0:0", PUBLIC_URL: "http://127.0.0.1:1" }, "DEV=on is refused"],
  [{ DATABASE_URL: "mysql://there" }, "DATABASE_URL must be"],
  [{ DATABASE_URL: "sqlite:///dev/null/t.db" }, "DATABASE_URL: "],
  [{ DEV: "off" }, "SMTP_URL must be"],
  [{ DEV: "off", SMTP_URL: "smtp://127.0.0.1:1" }, "MAIL_FROM must be"],
  [{ SMTP_URL: "nonsense", MAIL_FROM: "trace@example.org" }, "SMTP_URL must be"],
  [{ MAIL_FROM: "nobody" }, "MAIL_FROM must be"],
  [{ TRUSTED_PROXIES: "the balancer" }, "TRUSTED_PROXIES must be"],
  [{ SIGN_UP: "perhaps" }, "SIGN_UP must be"],
  [{ LIMITS: "maybe" }, "LIMITS must be"],
  [{ LOG: "a=b=c" }, "LOG must be"],
  [{ SITE_DIR: "/nowhere" }, "SITE_DIR: "],
  [{ POLICIES_DIR: "/nowhere" }, "POLICIES_DIR must be"],
  [{ CONFIG: "/nowhere.toml" }, "CONFIG: "],
];

for (const [settings, expected] of WRONG) {
  test(`a wrong setting stops the start with its name and what it should be: ${JSON.stringify(settings)}`, async () => {
    const server = serve(settings);
    let said = "";
    server.stderr!.on("data", (text) => (said += text));
    const [code] = await once(server, "close");
    expect(code).toBeGreaterThan(0);
    const lines = said.trim().split("\n");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(expected);
  });
}
