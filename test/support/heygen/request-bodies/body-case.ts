import type { VideoRequest } from "../../../../src/inputs/video-request.ts";

/** A request, the route for its body, and some of the body's fields. */
export type BodyCase = readonly [name: string, path: string, request: VideoRequest, fields: object];

export const url = { type: "url", url: "https://files.example/a.png" };
export const asset = { type: "asset_id", asset_id: "ast_1" };
export const recording = { from: "url", url: "https://files.example/a.mp3" } as const;
export const callback = { callback_url: "https://hook.example/done", callback_id: "abc" };
