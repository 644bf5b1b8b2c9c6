// Servers in trouble, each of them started once by the worker that wants to see its pages: one that
// throttles, and one whose database is gone.
import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";

const binary = process.env.MARKETING_TRACE ?? "../target/debug/marketing-trace";
const postgres = process.env.TEST_POSTGRES_URL;
let port = Number(process.env.E2E_PORT ?? 4310) + 2_000 + 10 * Number(process.env.TEST_PARALLEL_INDEX ?? 0);

async function serve(settings: Record<string, string>, first: string[] = []): Promise<string> {
  port += 1;
  const environment = { ...process.env, DEV: "on", LISTEN: `127.0.0.1:${port}`, SITE_DIR: process.env.SITE ?? "../target/site", LOG: "off", ...settings };
  const run = (command: string) => spawn(binary, [command], { env: environment, stdio: "ignore" });
  for (const command of first) {
    const code = await new Promise((done) => run(command).on("exit", done));
    expect(code, command).toBe(0);
  }
  const server = run("serve");
  process.on("exit", () => server.kill("SIGKILL"));
  const address = `http://${environment.LISTEN}`;
  await expect(async () => expect((await fetch(`${address}/readyz`)).ok).toBe(true)).toPass({ timeout: 30_000 });
  return address;
}

const once = <T>(make: () => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
};

/** The only one here with limits on; with the demo's members. */
export const throttled = once(() => {
  const data = mkdtempSync(join(tmpdir(), "marketing-trace-throttled-"));
  return serve({ DATABASE_URL: `sqlite://${data}/e2e.db` }, ["migrate", "demo"]);
});

/** Its PostgreSQL was there when it started and is not any more. */
export const cutOff = once(async () => {
  if (!postgres) throw new Error("TEST_POSTGRES_URL is not set: `make test` starts a PostgreSQL and sets it");
  const there = new URL(postgres);
  const database = { host: there.hostname, port: Number(there.port || 5432) };
  const sockets: Socket[] = [];
  const line = createServer((near) => {
    const far = connect(database);
    for (const [one, other] of [[near, far], [far, near]]) {
      sockets.push(one);
      one.pipe(other);
      one.on("error", () => other.destroy());
    }
  });
  await new Promise<void>((done) => line.listen(0, "127.0.0.1", done));
  there.host = `127.0.0.1:${(line.address() as { port: number }).port}`;
  const address = await serve({ DATABASE_URL: there.href });
  line.close();
  sockets.forEach((socket) => socket.destroy());
  await expect(async () => expect((await fetch(`${address}/readyz`)).status).toBe(503)).toPass({ timeout: 30_000 });
  return address;
});
