import { expect, test } from "vitest";
import { runBuiltAction } from "../support/action/built-action.ts";
import { runBuiltCli } from "../support/cli/built-cli.ts";
import { startProxy } from "../support/network/proxy.ts";
import { proxiedRequests, proxyOnlyHost } from "../support/network/run-behind-proxy.ts";

// In the sources' tests all of undici is loaded. The bundles load less of it, and have to open tunnels all the same.

const url = `https://${proxyOnlyHost}`;
const tunnel = `CONNECT ${proxyOnlyHost}:443`;
const refusing = { names: {}, connectStatus: 403 };

test.concurrent("the command line in dist/ opens a tunnel through a proxy before anything else", async () => {
  await using proxy = await startProxy(refusing);
  const env = { HEYGEN_API_KEY: "test-key", HTTPS_PROXY: proxy.url, NO_PROXY: undefined };
  const run = await runBuiltCli(["--api-base-url", url, "--prompt", "A short welcome"], { env });
  expect(run.exitCode).not.toBe(0);
  expect(run.stderr).toContain("HTTP 403");
  expect(await proxiedRequests(proxy)).toContain(tunnel);
});

test.concurrent("the action in dist/ opens a tunnel through a proxy before anything else", async () => {
  await using proxy = await startProxy(refusing);
  const inputs = {
    api_key: "test-key",
    api_base_url: url,
    prompt: "A short welcome",
    upload_artifact: "false",
  };
  const env = { HTTPS_PROXY: proxy.url, NO_PROXY: undefined };
  const step = await runBuiltAction({ inputs, env });
  expect(step.exitCode).not.toBe(0);
  expect(step.stdout).toContain("HTTP 403");
  expect(await proxiedRequests(proxy)).toContain(tunnel);
});
