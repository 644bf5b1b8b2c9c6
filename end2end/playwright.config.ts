// Drives the real server (development mode, a database of its own, demo content) in a real Chromium.
import { defineConfig } from "@playwright/test";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const binary = process.env.MARKETING_TRACE ?? "../target/debug/marketing-trace";
const data = process.env.E2E_DATA ?? mkdtempSync(join(tmpdir(), "marketing-trace-e2e-"));
// Workers read this file again: they must all mean the same folder.
process.env.E2E_DATA = data;
// Another port lets two runs stand side by side.
const port = Number(process.env.E2E_PORT ?? 4310);

export default defineConfig({
  testDir: "tests",
  testIgnore: process.env.HTML_CHECK ? [] : ["html.spec.ts"],
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  // On a loaded machine a story may run out of time; one that passes the second time is listed as flaky.
  retries: process.env.CI ? 1 : 0,
  fullyParallel: false,
  reporter: [["list"]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
    actionTimeout: 10_000,
    trace: "off",
  },
  webServer: {
    command: `${binary} migrate && ${binary} demo && exec ${binary} serve`,
    url: `http://127.0.0.1:${port}/readyz`,
    timeout: 120_000,
    env: {
      DEV: "on",
      LIMITS: "off",
      // An hour in a quarter of an hour, and the room open as soon as it is booked.
      ROOM_SPEED: "4",
      LISTEN: `127.0.0.1:${port}`,
      DATABASE_URL: `sqlite://${data}/e2e.db`,
      SITE_DIR: process.env.SITE ?? "../target/site",
      LOG: "warn",
    },
    stdout: "ignore",
    stderr: "pipe",
  },
});
