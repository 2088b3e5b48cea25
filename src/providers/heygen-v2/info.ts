import type { ProviderInfo } from "../../jobs/provider.ts";

export const heygenV2Info: ProviderInfo = {
  name: "heygen_v2",
  label: "HeyGen v2",
  keyVariable: "HEYGEN_API_KEY",
};
