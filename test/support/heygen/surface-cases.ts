import type { VideoRequest } from "../../../src/inputs/video-request.ts";
import { createScriptRequest, createVideoRequest } from "../jobs/video-request.ts";
import type { FakeRoute } from "./fake-heygen.ts";

/** One of HeyGen's APIs to create a video, as a test case. */
export interface SurfaceCase {
  readonly name: string;
  readonly request: VideoRequest;
  /** The routes of the request that costs money and of the status request. */
  readonly submit: FakeRoute;
  readonly status: FakeRoute;
  readonly job: object;
}

const url = (path: string) => ({ type: "url", url: `https://files.example/${path}` });
const recording = { from: "asset", id: "ast_1" } as const;
const video = {
  status: "GET /v3/videos/{video_id}",
  job: { surface: "video", ids: { video_id: "v_1" } },
} as const;
const direct = { submit: "POST /v3/videos", ...video } as const;

const withOptions = (options: object, changes: Partial<VideoRequest> = {}) =>
  createVideoRequest({ ...changes, options: { ...options } });

/** All APIs except the Video Agent, whose sessions have their own tests. */
export const surfaceCases: readonly SurfaceCase[] = [
  { name: "a script", request: createScriptRequest(), ...direct },
  {
    name: "a recording",
    request: createScriptRequest({ kind: "audio", text: "", audio: recording }),
    ...direct,
  },
  {
    name: "a picture that speaks",
    request: createScriptRequest({
      avatarId: undefined,
      voiceId: "voice_1",
      options: { type: "image", image: url("face.png") },
    }),
    ...direct,
  },
  {
    name: "a cinematic avatar",
    request: withOptions({ type: "cinematic_avatar", duration: 10 }, { avatarId: "look_1" }),
    ...direct,
  },
  {
    name: "scenes",
    request: withOptions(
      { scenes: [{ type: "video", source: url("a.mp4") }] },
      { kind: "options", text: "" },
    ),
    ...direct,
  },
  {
    name: "a template",
    request: withOptions({ variables: {} }, { kind: "template_id", text: "", templateId: "template_1" }),
    ...video,
    submit: "POST /v3/templates/{template_id}",
  },
  {
    name: "an instant video",
    request: withOptions({ model: "heygen-video-1" }),
    submit: "POST /v3/models/videos",
    status: "GET /v3/models/videos/{video_id}",
    job: { surface: "instant_video", ids: { video_id: "c_1" } },
  },
  {
    name: "a composition",
    request: createVideoRequest({ kind: "composition", text: "", composition: recording }),
    submit: "POST /v3/hyperframes/renders",
    status: "GET /v3/hyperframes/renders/{render_id}",
    job: { surface: "hyperframes", ids: { video_id: "r_1" } },
  },
];
