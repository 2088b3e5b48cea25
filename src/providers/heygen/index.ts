import { ShowreelError } from "../../base/errors.ts";
import { refusalOf } from "../../base/refusal.ts";
import type { VideoRequest } from "../../compose/request.ts";
import type { Connection, JobStatus, Provider, ProviderPlugin, VideoJob } from "../../render/provider.ts";
import { type Client, createClient } from "./client.ts";
import { saysNotFound } from "./failures.ts";
import { findJob, knowsJob } from "./find.ts";
import { fromSession, fromVideo, isDone, withVideoId } from "./mapping.ts";
import { toBody } from "./request.ts";

/** HeyGen's v3 API: Video Agent for a prompt, direct avatar video for a script. */
export const heygen: ProviderPlugin = {
  name: "heygen",
  label: "HeyGen",
  keyVariable: "HEYGEN_API_KEY",
  baseUrl: "https://api.heygen.com",
  // HeyGen advises 10 to 30 s; asking a little sooner at first shows short videos earlier.
  pace: { fromMs: 5_000, toMs: 30_000 },
  toPayload: toBody,
  containerOf: ({ options }) => (options.output_format === "webm" ? "webm" : "mp4"),
  open: async (connection) => createHeygen(connection),
};

function createHeygen(connection: Connection): Provider {
  const client = createClient(connection);
  return {
    submit: (request, key) => (request.kind === "prompt" ? submitPrompt : submitScript)(client, request, key),
    // Source: HeyGen's changelog of May 2026; an hour is left for clocks that differ.
    replayMs: (request) => (request.kind === "script" ? 23 * 3_600_000 : 0),
    knows: (job) => knowsJob(client, job),
    find: (request, since) => findJob(client, request, since),
    stop: (job) => stopSession(client, job),
    status: (job) => readStatus(client, job),
    takeUp: (id) => ({ provider: "heygen", surface: "typed_id", ids: { video_id: id } }),
  };
}

// POST /v3/videos honours the key for 24 hours: the same key cannot be billed twice.
async function submitScript(client: Client, request: VideoRequest, key: string): Promise<VideoJob> {
  const { data } = await client.createVideo(toBody(request), key);
  return { provider: "heygen", surface: "video", ids: { video_id: data.video_id } };
}

// POST /v3/video-agents is not in HeyGen's list of calls that honour the key: a lost answer may be a paid session.
async function submitPrompt(client: Client, request: VideoRequest, key: string): Promise<VideoJob> {
  const { data } = await client.createSession(toBody(request), key).catch(lostAnswer);
  const job: VideoJob = { provider: "heygen", surface: "video_agent", ids: { session_id: data.session_id } };
  return data.video_id ? withVideoId(job, data.video_id) : job;
}

function lostAnswer(error: unknown): never {
  if (!(error instanceof ShowreelError) || !error.unanswered) throw error;
  const code = error.code === "interrupted" ? error.code : "provider_error";
  throw new ShowreelError(code, `A video may have been created, but its id was lost. ${error.message}`, {
    hint:
      "Run again: Showreel looks for the session first. Or look at app.heygen.com, and take it up with `video_id` set " +
      "to the session's id.",
    unanswered: true,
    cause: error,
  });
}

// Only a session can be stopped; a video that has an id is being rendered, and paid for.
async function stopSession(client: Client, job: VideoJob): Promise<boolean> {
  const { session_id, video_id } = job.ids;
  if (session_id === undefined || video_id !== undefined) return false;
  await client.stopSession(session_id);
  return true;
}

async function readStatus(client: Client, job: VideoJob): Promise<JobStatus> {
  const { video_id, session_id = "" } = job.ids;
  if (video_id !== undefined && job.surface === "typed_id") return readTypedId(client, job, video_id);
  // Once the video's id is known the session is not asked any more: it may answer 404 while the video completes.
  return video_id === undefined ? readSession(client, job, session_id) : readVideo(client, job, video_id);
}

async function readVideo(client: Client, job: VideoJob, id: string): Promise<JobStatus> {
  return fromVideo(job, (await client.video(id)).data);
}

async function readSession(client: Client, job: VideoJob, id: string): Promise<JobStatus> {
  const { data: session } = await client.session(id);
  if (!isDone(session)) return fromSession(job, session);
  const { data: videos } = await client.sessionVideos(id);
  return fromSession(job, session, videos[0]?.id);
}

// Ids of videos and of sessions look alike: what is no video may be a session.
async function readTypedId(client: Client, typed: VideoJob, id: string): Promise<JobStatus> {
  try {
    return await readVideo(client, { ...typed, surface: "video" }, id);
  } catch (error) {
    if (!saysNotFound(refusalOf(error))) throw error;
    const session = { ...typed, surface: "video_agent", ids: { session_id: id } };
    return readSession(client, session, id).catch((reason) => {
      throw saysNotFound(refusalOf(reason)) ? error : reason;
    });
  }
}
