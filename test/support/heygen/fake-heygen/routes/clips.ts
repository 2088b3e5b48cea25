import { withIdempotency } from "../idempotency.ts";
import { type FakeReply, failure, type HandlerRequest, ok, readText } from "../replies.ts";
import { type FakeState, type FakeVideo, scriptedAt } from "../state.ts";
import { missingAsset } from "./assets.ts";
import { addVideo, startVideo, toVideoAnswer } from "./videos.ts";

/** POST /v3/models/videos. */
export function createClip(state: FakeState, request: HandlerRequest): FakeReply {
  return withIdempotency(state, request, () => {
    const { id } = addVideo(state, null, request.receivedAt, "mp4", "clip");
    return { status: 202, body: { data: { video_id: id, status: "pending" } } };
  });
}

/** GET /v3/models/videos/{video_id}: each call advances the status. */
export function getClip(state: FakeState, { parameters }: HandlerRequest): FakeReply {
  const clip = findOf(state, "clip", parameters.video_id);
  if (!clip) return failure(404, "video_not_found", `Video ${parameters.video_id} not found`);
  const [status, said] = next(state, clip, ["pending", "processing", "completed"]);
  const known = { video_id: clip.id, model: "heygen-video-1", created_at: clip.createdAt };
  const done =
    status === "completed"
      ? { video_url: linkOf(state, clip), duration: Math.round(state.durationSeconds) }
      : {};
  return {
    ...ok({ ...known, status, ...done, ...said }),
    scripted: state.options.videoStatuses !== undefined,
  };
}

/** POST /v3/hyperframes/renders: the upload of the project must be complete. */
export function createRender(state: FakeState, request: HandlerRequest): FakeReply {
  return withIdempotency(state, request, () => {
    const missing = missingAsset(state, request.body);
    if (missing) return missing;
    const format = readText(request.body, "format") ?? "mp4";
    const title = readText(request.body, "title") ?? null;
    return ok({ render_id: addVideo(state, title, request.receivedAt, format, "render").id });
  });
}

/** GET /v3/hyperframes/renders/{render_id}: each call advances the status. */
export function getRender(state: FakeState, { parameters }: HandlerRequest): FakeReply {
  const render = findOf(state, "render", parameters.render_id);
  if (!render) return failure(404, "hyperframes_render_not_found", "Render not found");
  const [status, said] = next(state, render, ["queued", "rendering", "completed"]);
  const known = { render_id: render.id, format: render.format, created_at: render.createdAt };
  const done =
    status === "completed" ? { video_url: linkOf(state, render), duration: state.durationSeconds } : {};
  return {
    ...ok({ ...known, status, ...done, ...said }),
    scripted: state.options.videoStatuses !== undefined,
  };
}

/** POST /v3/templates/{template_id}: `template_1`; responds with the new video. */
export function renderTemplate(state: FakeState, request: HandlerRequest): FakeReply {
  const { template_id } = request.parameters;
  if (template_id !== "template_1") return failure(404, "template_not_found", "Template not found");
  return withIdempotency(state, request, () =>
    ok(toVideoAnswer(state, startVideo(state, request), "pending")),
  );
}

function findOf(state: FakeState, surface: FakeVideo["surface"], id = ""): FakeVideo | undefined {
  const video = state.videos.get(id);
  return video?.surface === surface ? video : undefined;
}

function next(state: FakeState, video: FakeVideo, usual: readonly string[]): [status: string, said: object] {
  video.asked += 1;
  const entry = scriptedAt(state.options.videoStatuses ?? usual, video.asked) ?? "completed";
  return typeof entry === "string" ? [entry, {}] : [readText(entry, "status") ?? "", entry];
}

function linkOf({ origin }: FakeState, { id, format, asked }: FakeVideo): string {
  return `${origin}/files/${id}.${format}?Signature=secret-${asked}`;
}
