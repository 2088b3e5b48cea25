import type { Handler } from "./replies.ts";
import {
  createSession,
  getSession,
  listSessions,
  listSessionVideos,
  sendMessage,
  stopSession,
} from "./routes/agents.ts";
import { beginUpload, completeUpload, createAsset, putUpload } from "./routes/assets.ts";
import {
  getAccount,
  getLook,
  getVoice,
  listLooks,
  listStyles,
  listTemplates,
  listVoices,
} from "./routes/catalog.ts";
import { createClip, createRender, getClip, getRender, renderTemplate } from "./routes/clips.ts";
import { getFile } from "./routes/files.ts";
import { createVideo, getVideo, listVideos } from "./routes/videos.ts";

/** Every route of the fake, each with its handler. */
export const HANDLERS = {
  "POST /v3/video-agents": createSession,
  "GET /v3/video-agents": listSessions,
  "GET /v3/video-agents/styles": listStyles,
  "GET /v3/video-agents/{session_id}": getSession,
  "POST /v3/video-agents/{session_id}": sendMessage,
  "GET /v3/video-agents/{session_id}/videos": listSessionVideos,
  "POST /v3/video-agents/{session_id}/stop": stopSession,
  "POST /v3/videos": createVideo,
  "GET /v3/videos": listVideos,
  "GET /v3/videos/{video_id}": getVideo,
  "POST /v3/models/videos": createClip,
  "GET /v3/models/videos/{video_id}": getClip,
  "POST /v3/templates/{template_id}": renderTemplate,
  "POST /v3/hyperframes/renders": createRender,
  "GET /v3/hyperframes/renders/{render_id}": getRender,
  "POST /v3/assets": createAsset,
  "POST /v3/assets/direct-uploads": beginUpload,
  "POST /v3/assets/{asset_id}/complete": completeUpload,
  "PUT /uploads/{asset_id}": putUpload,
  "GET /v3/users/me": getAccount,
  "GET /v3/avatars/looks": listLooks,
  "GET /v3/avatars/looks/{look_id}": getLook,
  "GET /v3/templates": listTemplates,
  "GET /v3/voices": listVoices,
  "GET /v3/voices/{voice_id}": getVoice,
  "GET /files/{name}": getFile,
} satisfies Record<string, Handler>;

/** A route, written with its template: `GET /v3/videos/{video_id}`. */
export type FakeRoute = keyof typeof HANDLERS;

/** All routes, to be searched in this order. */
export const ROUTES = Object.keys(HANDLERS) as FakeRoute[];
