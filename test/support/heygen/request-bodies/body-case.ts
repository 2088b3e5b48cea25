import type { VideoRequest } from "../../../../src/inputs/video-request.ts";

/** A request, where its body is sent, and some of the fields that stand in it. */
export type BodyCase = readonly [name: string, path: string, request: VideoRequest, fields: object];

export const url = { type: "url", url: "https://files.example/a.png" };
export const asset = { type: "asset_id", asset_id: "ast_1" };
export const recording = { from: "url", url: "https://files.example/a.mp3" } as const;
export const callback = { callback_url: "https://hook.example/done", callback_id: "abc" };
