import { ShowreelError } from "../base/errors.ts";
import type { ProviderInfo, ProviderPlugin } from "../jobs/provider.ts";
import { heygenInfo } from "./heygen/info.ts";
import { heygenV2Info } from "./heygen-v2/info.ts";
import { reelbotInfo } from "./reelbot/info.ts";
import { sandboxInfo } from "./sandbox/info.ts";

interface ListedProvider extends ProviderInfo {
  /** Loads the provider. A run loads only the one that it uses. */
  load(): Promise<ProviderPlugin>;
}

const loadHeygen = async () => (await import("./heygen/index.ts")).heygen;

async function loadSandbox(): Promise<ProviderPlugin> {
  const { createSandbox } = await import("./sandbox/index.ts");
  return createSandbox(await loadHeygen());
}

/** All providers, in display order. To add one, add its folder and list it here. */
export const providers: readonly ListedProvider[] = [
  { ...heygenInfo, load: loadHeygen },
  { ...heygenV2Info, load: async () => (await import("./heygen-v2/index.ts")).heygenV2 },
  { ...reelbotInfo, load: async () => (await import("./reelbot/index.ts")).reelbot },
  { ...sandboxInfo, load: loadSandbox },
];

export const providerNames = providers.map(({ name }) => name);

/** The environment variables that may hold an API key. */
export const keyVariables = [...new Set(providers.flatMap(({ keyVariable }) => keyVariable ?? []))];

/** Loads the provider with this name. Fails with `invalid_input` if there is none. */
export async function loadProvider(name: string): Promise<ProviderPlugin> {
  const found = providers.find((provider) => provider.name === name);
  if (found) return found.load();
  throw new ShowreelError("invalid_input", `\`provider\` must be one of ${providerNames.join(", ")}.`);
}
