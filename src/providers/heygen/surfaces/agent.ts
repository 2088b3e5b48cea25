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
  orientationConflictError,
  rejectSettings,
  requireLength,
  requireMaxFiles,
  requireOneOf,
} from "./request-checks.ts";
import { assetReference, callbackOptions } from "./shared-options.ts";
import { heygenJob, type Surface, type ToAsset } from "./surface.ts";

/** `provider_options` with a `prompt` for the Video Agent. */
const agentOptions = z.lazy(() =>
  z.strictObject({
    /** In `chat` mode the agent may ask questions, which `messages` answer. */
    mode: z.enum(["generate", "chat"]).optional(),
    brand_kit_id: z.string().optional(),
    files: z.array(assetReference).max(20).optional(),
    incognito_mode: z.boolean().optional(),
    ...callbackOptions(),
  }),
);

/** `provider_options` with a `prompt` that revises the video of a session. */
const revisionOptions = z.lazy(() =>
  z.strictObject({
    brand_kit_id: z.string().optional(),
    files: z.array(assetReference).max(20).optional(),
  }),
);

/**
 * The maximum length of a prompt, in characters. Source of this and of the file limit: HeyGen's reference of
 * POST /v3/video-agents.
 */
export const maxPromptLength = 10_000;
const maxFiles = 20;

const lostResponseHint =
  "Run again: Showreel looks for the session first. Or look for it at app.heygen.com, and resume it with " +
  "`video_id` set to the session's id.";

/**
 * Makes a video from a `prompt` with HeyGen's Video Agent. Its endpoint is not in HeyGen's list of those that
 * replay idempotency keys.
 */
export const agent: Surface = {
  replaysIdempotencyKey: false,
  toBody(request, toAsset) {
    requireLength(request, "prompt", maxPromptLength);
    rejectSettings(request, "`script`", "resolution");
    const chosen = readOptions(agentOptions, request.options, "HeyGen with `prompt`");
    const usesChat = request.messages !== undefined && request.messages.length > 0;
    if (usesChat && chosen.mode === "generate") throw chatModeConflictError();
    return {
      ...chosen,
      ...(usesChat && { mode: "chat" }),
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

/**
 * Revises the video of an earlier session with a `prompt`. The session makes a new video and keeps the older
 * one.
 */
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
    // Read before the message is sent, to recognize the new video later.
    const [newest] = await client.sessionVideos(revises).catch(rethrowSessionError);
    await client.sendMessage(revises, body).catch(onLostResponse(lostResponseHint));
    return revisionJob(revises, newest?.id);
  },
};

/**
 * Returns the job of a revision. It is completed by a video of this session other than `olderVideoId`, which
 * is the id of the newest video when the message is sent.
 */
export function revisionJob(sessionId: string, olderVideoId = "none"): VideoJob {
  return heygenJob("video_agent", { session_id: sessionId, revised_video_id: olderVideoId });
}

function toFiles(request: VideoRequest, filesInOptions: readonly unknown[] = [], toAsset: ToAsset) {
  const files = [...filesInOptions, ...(request.files ?? []).map(toAsset)];
  requireMaxFiles(files, maxFiles);
  return files.length > 0 ? { files } : {};
}

// The Video Agent supports two aspect ratios, and calls them by their orientation.
function toOrientation({ orientation, aspectRatio }: VideoRequest): string | undefined {
  if (aspectRatio === undefined) return orientation;
  requireOneOf("aspect_ratio", aspectRatio, ["16:9", "9:16"], " with `prompt`");
  const equivalent = aspectRatio === "16:9" ? "landscape" : "portrait";
  if (orientation !== undefined && orientation !== equivalent)
    throw orientationConflictError(orientation, aspectRatio);
  return equivalent;
}

function chatModeConflictError() {
  return invalidInputError("`messages` needs the chat mode, but `provider_options` sets `mode: generate`.", {
    hint: "Remove one of them.",
    settings: ["messages", "provider_options"],
  });
}

// The message has not been sent yet, so nothing was submitted.
function rethrowSessionError(error: unknown): never {
  if (!(error instanceof ShowreelError)) throw error;
  if (saysNotFound(errorResponseOf(error))) {
    throw invalidInputError("`video_id` is not a session of this account.", {
      hint: "Set it to the `session_id` of a chat session.",
      settings: ["video_id"],
    });
  }
  throw error.with({ outcomeUnknown: false });
}
