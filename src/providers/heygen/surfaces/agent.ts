import { z } from "zod";
import { invalidInputError, ShowreelError } from "../../../base/errors.ts";
import { errorResponseOf } from "../../../base/http/error-response.ts";
import { readOptions } from "../../../inputs/provider-options.ts";
import type { VideoRequest } from "../../../inputs/video-request.ts";
import type { VideoJob } from "../../../jobs/provider.ts";
import { onLostResponse } from "../../../jobs/submit/submit.ts";
import { saysNotFound } from "../failures.ts";
import { withVideoId } from "../job-status.ts";
import {
  orientationConflict,
  rejectSettings,
  requireLength,
  requireMaxFiles,
  requireOneOf,
} from "./request-checks.ts";
import { assetReference, callbackOptions } from "./shared-options.ts";
import { heygenJob, type Surface, type ToAsset } from "./surface.ts";

/** `provider_options` of a `prompt` (Video Agent). */
const agentOptions = z.strictObject({
  /** `chat` may stop and ask; it is what `messages` answer. */
  mode: z.enum(["generate", "chat"]).optional(),
  brand_kit_id: z.string().optional(),
  files: z.array(assetReference).max(20).optional(),
  incognito_mode: z.boolean().optional(),
  ...callbackOptions,
});

/** `provider_options` of a `prompt` that changes the video of a session. */
const revisionOptions = z.strictObject({
  brand_kit_id: z.string().optional(),
  files: z.array(assetReference).max(20).optional(),
});

// Source of the limits: HeyGen's reference of POST /v3/video-agents.

/** In characters. */
export const maxPromptLength = 10_000;
const maxFiles = 20;

const lostResponseHint =
  "Run again: Showreel looks for the session first. Or look at app.heygen.com, and take it up with `video_id` set to " +
  "the session's id.";

/** A `prompt` that HeyGen's Video Agent writes and stages. Its call is not in HeyGen's list of those that replay a key. */
export const agent: Surface = {
  replaysIdempotencyKey: false,
  toBody(request, toAsset) {
    requireLength(request, "prompt", maxPromptLength);
    rejectSettings(request, "`script`", "resolution");
    const chosen = readOptions(agentOptions, request.options, "HeyGen with `prompt`");
    const chat = request.messages && request.messages.length > 0 ? { mode: "chat" } : {};
    if ("mode" in chat && chosen.mode === "generate") throw chatModeConflict();
    return {
      ...chosen,
      ...chat,
      ...toFiles(request, chosen.files, toAsset),
      prompt: request.text,
      avatar_id: request.avatarId,
      voice_id: request.voiceId,
      style_id: request.styleId,
      orientation: toOrientation(request),
    };
  },
  async create(client, body, key) {
    const { session_id, video_id } = await client
      .createSession(body, key)
      .catch(onLostResponse(lostResponseHint));
    const job = heygenJob("video_agent", session_id === undefined ? {} : { session_id });
    return video_id === undefined ? job : withVideoId(job, video_id);
  },
};

/** A `prompt` that changes the video of an earlier session, which makes a new one. */
export const revision: Surface = {
  replaysIdempotencyKey: false,
  toBody(request, toAsset) {
    requireLength(request, "prompt", maxPromptLength);
    rejectSettings(
      request,
      "a new video",
      "resolution",
      "style_id",
      "aspect_ratio",
      "orientation",
      "messages",
    );
    const chosen = readOptions(revisionOptions, request.options, "HeyGen with `prompt` and `video_id`");
    return {
      ...chosen,
      ...toFiles(request, chosen.files, toAsset),
      message: request.text,
      avatar_id: request.avatarId,
      voice_id: request.voiceId,
    };
  },
  async create(client, body, _key, { revises = "" }) {
    // The session keeps its older videos: the new one is the first that is not this.
    const videos = await client.sessionVideos(revises).catch(rejectUnknownSession);
    await client.sendMessage(revises, body).catch(onLostResponse(lostResponseHint));
    return revisionJob(revises, videos[0]?.id);
  },
};

/** The job that waits for a video of this session other than its newest one until then. */
export function revisionJob(sessionId: string, olderVideoId = "none"): VideoJob {
  return heygenJob("video_agent", { session_id: sessionId, revised_video_id: olderVideoId });
}

function toFiles(request: VideoRequest, inOptions: readonly unknown[] = [], toAsset: ToAsset) {
  const files = [...inOptions, ...(request.files ?? []).map(toAsset)];
  requireMaxFiles(files, maxFiles);
  return files.length > 0 ? { files } : {};
}

// The Video Agent knows two shapes, and names them by orientation.
function toOrientation({ orientation, aspectRatio }: VideoRequest): string | undefined {
  if (aspectRatio === undefined) return orientation;
  requireOneOf("aspect_ratio", aspectRatio, ["16:9", "9:16"], " with `prompt`");
  const meant = aspectRatio === "16:9" ? "landscape" : "portrait";
  if (orientation !== undefined && orientation !== meant) throw orientationConflict(orientation, aspectRatio);
  return meant;
}

function chatModeConflict() {
  return invalidInputError(
    "`messages` answer an agent in chat mode, and `provider_options` says mode generate.",
    { hint: "Remove one of them.", settings: ["messages", "provider_options"] },
  );
}

// Nothing has been sent yet, whatever the answer is.
function rejectUnknownSession(error: unknown): never {
  if (!(error instanceof ShowreelError)) throw error;
  if (saysNotFound(errorResponseOf(error))) {
    throw invalidInputError("`video_id` names no session that HeyGen knows.", {
      hint: "Revise with the `session_id` of a chat session.",
      settings: ["video_id"],
    });
  }
  throw error.with({ outcomeUnknown: false });
}
