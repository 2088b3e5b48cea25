import { withIdempotency } from "../idempotency.ts";
import { type FakeReply, failure, type HandlerRequest, ok, page, readText } from "../replies.ts";
import { type FakeState, type FakeVideo, scriptedAt } from "../state.ts";
import { missingAsset } from "./assets.ts";

const USUAL_STATUSES = ["waiting", "processing", "completed"];

/** Starts a video, and bills it. */
export function addVideo(
  state: FakeState,
  title: string | null,
  createdAt: number,
  format = "mp4",
  surface: FakeVideo["surface"] = "video",
): FakeVideo {
  const id = `${surface[0]}_${state.videos.size + 1}`;
  const video: FakeVideo = { id, title, createdAt, format, surface, asked: 0 };
  state.videos.set(video.id, video);
  state.billed += 1;
  return video;
}

/** POST /v3/videos: the same idempotency key gets the same response and is not billed again. */
export function createVideo(state: FakeState, request: HandlerRequest): FakeReply {
  return withIdempotency(state, request, () => {
    const missing = missingAsset(state, request.body);
    if (missing) return missing;
    const { id, format } = startVideo(state, request);
    return ok({ video_id: id, status: "waiting", output_format: format });
  });
}

/** GET /v3/videos/{video_id}: each call advances the status. */
export function getVideo(state: FakeState, { parameters }: HandlerRequest): FakeReply {
  const video = state.videos.get(parameters.video_id ?? "");
  if (video?.surface !== "video")
    return failure(404, "video_not_found", `Video ${parameters.video_id} not found`);
  video.asked += 1;
  return { ...ok(toVideoAnswer(state, video)), scripted: state.options.videoStatuses !== undefined };
}

/** GET /v3/videos: newest first; `title` matches a part of the title. */
export function listVideos(state: FakeState, { query }: HandlerRequest): FakeReply {
  const wanted = query.get("title") ?? "";
  const videos = [...state.videos.values()]
    .reverse()
    .filter(({ title, surface }) => surface === "video" && (title ?? "").includes(wanted));
  return pageOfVideos(state, videos, query);
}

/** A page of videos, without advancing their statuses. */
export function pageOfVideos(state: FakeState, videos: FakeVideo[], query: URLSearchParams): FakeReply {
  const items = videos.map((video) => toVideoAnswer(state, video));
  return { ...page(items, query, 10), scripted: state.options.videoStatuses !== undefined };
}

/** Starts a video with the title and format of a request, and bills it. */
export function startVideo(state: FakeState, { body, receivedAt }: HandlerRequest): FakeVideo {
  const format = readText(body, "output_format") ?? "mp4";
  return addVideo(state, readText(body, "title") ?? null, receivedAt, format);
}

/** A video with its status, or another one. */
export function toVideoAnswer(state: FakeState, video: FakeVideo, status?: string): object {
  const entry =
    status ?? scriptedAt(state.options.videoStatuses ?? USUAL_STATUSES, video.asked) ?? "completed";
  const fields = typeof entry === "string" ? { status: entry } : entry;
  const known = { id: video.id, title: video.title, created_at: video.createdAt };
  return { ...known, ...toUsualFields(state, video, readText(fields, "status")), ...fields };
}

function toUsualFields(state: FakeState, video: FakeVideo, status: string | undefined): object {
  if (status === "completed") return toCompleted(state, video);
  if (status !== "failed") return {};
  return { failure_code: "rendering_failed", failure_message: "Avatar rendering timed out" };
}

/** As on the reference page of "Get Video". Each status call signs new links. */
function toCompleted(
  { origin, durationSeconds }: FakeState,
  { id, createdAt, format, asked }: FakeVideo,
): object {
  const link = (ending: string) => `${origin}/files/${id}${ending}?Signature=secret-${asked}`;
  return {
    completed_at: createdAt + 600,
    video_url: link(`.${format}`),
    captioned_video_url: link(`_captioned.${format}`),
    subtitle_url: link(".srt"),
    thumbnail_url: link(".jpg"),
    gif_url: null,
    duration: durationSeconds,
    folder_id: null,
    output_language: null,
    failure_code: null,
    failure_message: null,
    video_page_url: `https://app.heygen.com/video/${id}`,
  };
}
