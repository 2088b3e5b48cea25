import type { Material } from "../../../inputs/materials.ts";
import type { VideoRequest } from "../../../inputs/video-request.ts";
import type { VideoJob } from "../../../jobs/provider.ts";
import type { Client } from "../client.ts";

/** A file in one of the forms in which HeyGen takes files. */
export type AssetReference =
  | { readonly type: "url"; readonly url: string }
  | { readonly type: "asset_id"; readonly asset_id: string };

export type ToAsset = (material: Material) => AssetReference;

/** One of HeyGen's ways to make a video: what is sent, and what comes back. */
export interface Surface {
  /** Whether HeyGen answers the same idempotency key with the same job for a day. */
  readonly replaysIdempotencyKey: boolean;
  /** The body of the one request that makes the video. Fails with `invalid_input`. */
  toBody(request: VideoRequest, toAsset: ToAsset): Record<string, unknown>;
  /** The one call that costs money. */
  create(client: Client, body: object, key: string, request: VideoRequest): Promise<VideoJob>;
}

/** A job of HeyGen's; `surface` says whom to ask for its status. */
export function heygenJob(surface: string, ids: VideoJob["ids"]): VideoJob {
  return { provider: "heygen", surface, ids };
}
