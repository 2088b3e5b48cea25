import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { connect, type DevTools } from "./devtools.ts";

/** A tab in its own browser process. */
export interface Tab extends AsyncDisposable {
  /** Calls a method of the DevTools protocol. */
  call<Result>(method: string, parameters?: object): Promise<Result>;
}

const flags = (
  "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking " +
  "--disable-component-update --disable-sync --hide-scrollbars --remote-debugging-pipe"
).split(" ");

/** Starts Chromium with an empty profile, and opens a tab. `CHROMIUM` names the executable. */
export async function openTab(onEvent: (method: string, parameters: unknown) => void): Promise<Tab> {
  const profile = mkdtempSync(join(tmpdir(), "pictures-"));
  const child = spawn(process.env.CHROMIUM ?? "/usr/bin/chromium", [...flags, `--user-data-dir=${profile}`], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const tools = connect(child.stdio[3] as Writable, child.stdio[4] as Readable, onEvent);
  const session = await createSession(tools);
  return {
    call: (method, parameters) => tools.send(method, parameters, session),
    async [Symbol.asyncDispose]() {
      await close(child, tools);
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

async function createSession(tools: DevTools): Promise<string> {
  const { targetId } = await tools.send<{ targetId: string }>("Target.createTarget", { url: "about:blank" });
  const target = { targetId, flatten: true };
  const { sessionId } = await tools.send<{ sessionId: string }>("Target.attachToTarget", target);
  return sessionId;
}

async function close(child: ChildProcess, tools: DevTools): Promise<void> {
  const exit = once(child, "exit");
  await tools.send("Browser.close").catch(() => child.kill());
  await exit;
}
