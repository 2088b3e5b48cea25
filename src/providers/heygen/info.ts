import type { ProviderInfo } from "../../jobs/provider.ts";

export const heygenInfo: ProviderInfo = { name: "heygen", label: "HeyGen", keyVariable: "HEYGEN_API_KEY" };
