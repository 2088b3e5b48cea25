import { readFileSync } from "node:fs";
import description from "../../fixtures/heygen-v2.json" with { type: "json" };
import { playingTime } from "../files/playing-time.ts";
import type { FakeReply } from "../heygen/fake-heygen/replies.ts";
import { scriptedAt } from "../heygen/fake-heygen/state.ts";
import { createTinyMp4 } from "../heygen/fake-heygen/tiny-mp4.ts";
import type { BoundaryHook } from "../network/request-boundaries.ts";
import { describedApi } from "./described-api.ts";
import { type FakeProvider, startFakeProvider } from "./fake-provider.ts";

export type HeygenV2Route = "POST /v2/video/generate" | "GET /v1/video_status.get" | "GET /files/{name}";

/** How a test wants the fake to behave. Ids count up: `v_1`, `v_2`. */
export interface FakeHeygenV2Options {
  /** Each status response of a video: a status or a whole response; the last one repeats. */
  readonly statuses?: readonly (string | object)[];
  /**
   * The rendered file, as bytes or as the path of a file. Default: a few kilobytes that begin like an MP4.
   */
  readonly video?: Uint8Array | string;
  /** Awaited at every boundary of a request without a fault. */
  readonly onBoundary?: BoundaryHook;
}

export interface FakeHeygenV2 extends FakeProvider<HeygenV2Route> {
  /** The number of billed videos. */
  readonly billed: number;
}

const api = describedApi(description);
const words = ["waiting", "pending", "processing", "completed", "failed"];
const tooLong = {
  code: 40119,
  detail: "Video is too long (> 3600.0s). Please upgrade your plan to generate longer videos",
  message: "Video is too long",
};

/** An error in the format of v2. */
export function heygenV2Error(status: number, code: string, message: string): FakeReply {
  return { status, body: { data: null, error: { code, message } } };
}

/** An error in the format of v1: next to the data, with a number. */
export function heygenV1Error(status: number, code: number, message: string): FakeReply {
  return { status, body: { code, data: null, message } };
}

/** Starts a fake of HeyGen's retired API: a real HTTP server on a free port of 127.0.0.1. */
export async function startFakeHeygenV2(options: FakeHeygenV2Options = {}): Promise<FakeHeygenV2> {
  const { statuses = ["waiting", "processing", "completed"], video = createTinyMp4() } = options;
  const file = typeof video === "string" ? readFileSync(video) : video;
  const durationSeconds = await playingTime(file);
  const videos = new Map<string, { asked: number }>();
  const fake = await startFakeProvider<HeygenV2Route>({
    api,
    onBoundary: options.onBoundary,
    refusal: heygenV1Error(401, 400112, "Unauthorized"),
    handlers: {
      "POST /v2/video/generate": () => {
        const video_id = `v_${videos.size + 1}`;
        videos.set(video_id, { asked: 0 });
        return { status: 200, body: { error: null, data: { video_id } } };
      },
      "GET /v1/video_status.get": ({ path }, origin) => {
        const id = new URL(path, origin).searchParams.get("video_id") ?? "";
        const known = videos.get(id);
        if (!known) return heygenV1Error(404, 40031, "Video not found");
        known.asked += 1;
        const entry = scriptedAt(statuses, known.asked) ?? "completed";
        return typeof entry === "object"
          ? { status: 200, body: about(id, entry), scripted: true }
          : toStatus(entry, id, `${origin}/files/${id}`, { asked: known.asked, durationSeconds });
      },
      "GET /files/{name}": () => ({ status: 200, headers: { "content-type": "video/mp4" }, body: file }),
    },
  });
  return Object.defineProperty(fake, "billed", { get: () => videos.size }) as FakeHeygenV2;
}

// HeyGen's examples have other videos.
function about(id: string, entry: object): object {
  const data: object = Object(Reflect.get(entry, "data"));
  const named = Object.keys(data).filter((key) => key === "id" || key === "video_id");
  return { ...entry, data: { ...data, ...Object.fromEntries(named.map((key) => [key, id])) } };
}

/** Each status call signs new links. */
function toStatus(
  status: string,
  id: string,
  stem: string,
  { asked, durationSeconds }: { readonly asked: number; readonly durationSeconds: number },
): FakeReply {
  const nothing = { callback_id: null, caption_url: null, duration: null, error: null, gif_url: null };
  const noLinks = { thumbnail_url: null, video_url: null, video_url_caption: null };
  const link = (ending: string) => `${stem}${ending}?Expires=4102444800&Signature=secret-${asked}`;
  const links = { thumbnail_url: link(".jpeg"), video_url: link(".mp4"), video_url_caption: null };
  const done = status === "completed" && { ...links, created_at: 1759307076, duration: durationSeconds };
  const failed = status === "failed" && { error: tooLong };
  const data = { ...nothing, id, status, ...noLinks, ...done, ...failed };
  return {
    status: 200,
    body: { code: 100, data, message: "Success" },
    scripted: !words.includes(status),
  };
}
