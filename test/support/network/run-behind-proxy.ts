import { runCli } from "../cli/run-cli.ts";
import type { Environment } from "../processes/child-process.ts";
import type { ForwardProxy, ProxyOptions } from "./proxy.ts";

/** A host name that DNS does not resolve: `.test` is reserved (RFC 6761). */
export const proxyOnlyHost = "api.showreel.test";

/** A proxy that resolves only this name, to loopback. */
export const proxyOptions: ProxyOptions = { names: { [proxyOnlyHost]: "127.0.0.1" } };

const script = ["--script", "Welcome.", "--avatar-id", "look_1"];

/** Returns the proxy's URL with credentials. */
export function proxyUrl({ port }: ForwardProxy, credentials: string): string {
  return `http://${credentials}@127.0.0.1:${port}`;
}

/** The request for HeyGen's time before a submit. */
export const serverTimeRequest = "GET /v3/video-agents";

/** Returns the requests to the proxy, one per line. */
export async function proxiedRequests(proxy: ForwardProxy): Promise<string[]> {
  return (await proxy.log()).map(({ method, authority, path }) => `${method} ${path || authority}`);
}

/** Runs the command line for a provider at this address, without NO_PROXY unless `env` sets it. */
export async function runCliAt(baseUrl: string, env: Environment) {
  const result = await runCli(["--api-base-url", baseUrl, "--poll-interval-seconds", "1", ...script], {
    env: { HEYGEN_API_KEY: "test-key", NO_PROXY: undefined, ...env },
  });
  const outputs: Record<string, string> = JSON.parse(result.stdout);
  return { ...result, outputs };
}
