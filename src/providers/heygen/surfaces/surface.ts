import type { Material } from "../../../inputs/materials.ts";
import type { VideoRequest } from "../../../inputs/video-request.ts";
import type { VideoJob } from "../../../jobs/provider.ts";
import type { Client } from "../client.ts";

/** A reference to a file, in a form that HeyGen accepts. */
export type AssetReference =
  | { readonly type: "url"; readonly url: string }
  | { readonly type: "asset_id"; readonly asset_id: string };

export type ToAsset = (material: Material) => AssetReference;

/** One of HeyGen's services that make videos: how to build its request and how to submit it. */
export interface Surface {
  /** Whether HeyGen returns the same job for the same idempotency key for a day. */
  readonly replaysIdempotencyKey: boolean;
  /**
   * Returns the body of the submit. Fails with `invalid_input` if the surface does not support the request.
   */
  toBody(request: VideoRequest, toAsset: ToAsset): Record<string, unknown>;
  /** Submits the body, which costs money. */
  create(client: Client, body: object, key: string, request: VideoRequest): Promise<VideoJob>;
}

/** Returns a job at HeyGen. `surface` decides which endpoint reads its status. */
export function heygenJob(surface: string, ids: VideoJob["ids"]): VideoJob {
  return { provider: "heygen", surface, ids };
}
