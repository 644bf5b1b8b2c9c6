// A server of a story's own, with its own database, that can be started again later on its clock: hours
// pass by starting it with CLOCK_AHEAD.
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";

const binary = process.env.MARKETING_TRACE ?? "../target/debug/marketing-trace";

export class Server {
  readonly address: string;
  private readonly environment: NodeJS.ProcessEnv;
  private process: ChildProcess | undefined;
  /** Seconds. */
  private ahead = 0;

  constructor(above: number) {
    const port = Number(process.env.E2E_PORT ?? 4310) + above;
    this.address = `http://127.0.0.1:${port}`;
    this.environment = {
      ...process.env,
      DEV: "on",
      LIMITS: "off",
      LISTEN: `127.0.0.1:${port}`,
      DATABASE_URL: `sqlite://${mkdtempSync(join(tmpdir(), "marketing-trace-clock-"))}/e2e.db`,
      SITE_DIR: process.env.SITE ?? "../target/site",
      LOG: "warn",
    };
    process.on("exit", () => this.process?.kill("SIGKILL"));
  }

  private run(command: string): Promise<void> {
    return new Promise((done, failed) => {
      const child = spawn(binary, [command], { env: this.environment, stdio: "ignore" });
      child.on("exit", (code) => (code === 0 ? done() : failed(new Error(command))));
    });
  }

  async start(): Promise<void> {
    await this.run("migrate");
    await this.run("demo");
    await this.serve();
  }

  private async serve(): Promise<void> {
    const env = { ...this.environment, CLOCK_AHEAD: String(this.ahead) };
    this.process = spawn(binary, ["serve"], { env, stdio: "ignore" });
    await expect(async () => expect((await fetch(`${this.address}/readyz`)).ok).toBe(true)).toPass({ timeout: 30_000 });
    expect(this.process.exitCode, "something else holds the port").toBeNull();
  }

  /** It is `moment` now, in milliseconds, or later: time never runs back. */
  async at(moment: number): Promise<void> {
    await this.stop();
    this.ahead = Math.max(this.ahead, Math.ceil((moment - Date.now()) / 1000));
    await this.serve();
  }

  stop(): Promise<void> {
    const running = this.process;
    this.process = undefined;
    return new Promise((done) => {
      if (!running || running.exitCode !== null || running.signalCode !== null) return done();
      running.on("exit", () => done());
      running.kill("SIGKILL");
    });
  }
}
