import { ShowreelError } from "../base/errors.ts";
import type { ProviderPlugin } from "../jobs/provider.ts";
import { heygen } from "./heygen/index.ts";
import { heygenV2 } from "./heygen-v2/index.ts";
import { reelbot } from "./reelbot/index.ts";
import { createSandbox } from "./sandbox/index.ts";

/** All providers, in display order. To add one, add its folder and list it here. */
export const plugins: readonly ProviderPlugin[] = [heygen, heygenV2, reelbot, createSandbox(heygen)];

export const providerNames = plugins.map(({ name }) => name);

/** The environment variables that may hold an API key. */
export const keyVariables = [...new Set(plugins.flatMap(({ keyVariable }) => keyVariable ?? []))];

/** Returns the provider with this name. Fails with `invalid_input` if there is none. */
export function findProvider(name: string): ProviderPlugin {
  const found = plugins.find((plugin) => plugin.name === name);
  if (found) return found;
  throw new ShowreelError("invalid_input", `\`provider\` must be one of ${providerNames.join(", ")}.`);
}
