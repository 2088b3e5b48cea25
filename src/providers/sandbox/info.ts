import type { ProviderInfo } from "../../jobs/provider.ts";

export const sandboxInfo: ProviderInfo = { name: "sandbox", label: "the sandbox", keyVariable: undefined };
