import type { ProviderInfo } from "../../jobs/provider.ts";

export const reelbotInfo: ProviderInfo = {
  name: "reelbot",
  label: "ReelBot",
  keyVariable: "REELBOT_API_KEY",
};
