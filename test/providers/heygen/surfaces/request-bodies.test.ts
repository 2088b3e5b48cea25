import { describe, expect, test } from "vitest";
import type { VideoRequest } from "../../../../src/inputs/video-request.ts";
import { heygen as plugin } from "../../../../src/providers/heygen/index.ts";
import { toBody, toPayload } from "../../../../src/providers/heygen/request.ts";
import { requestProblems } from "../../../support/heygen/contract.ts";
import { recording } from "../../../support/heygen/request-bodies/body-case.ts";
import { otherRouteBodies } from "../../../support/heygen/request-bodies/other-routes.ts";
import { videoBodies } from "../../../support/heygen/request-bodies/videos.ts";
import { createScriptRequest, createVideoRequest } from "../../../support/jobs/video-request.ts";

type Changes = Partial<VideoRequest>;

const fromScript = (changes: Changes) => createScriptRequest(changes);
const fromPrompt = (changes: Changes) => createVideoRequest({ text: "A tour", ...changes });
const fromTemplate = (options: object) =>
  createVideoRequest({ kind: "template_id", text: "", templateId: "t", options: { ...options } });
const fromComposition = (changes: Changes) =>
  createVideoRequest({ kind: "composition", text: "", composition: recording, ...changes });

test.each([...videoBodies, ...otherRouteBodies])(
  "%s becomes a request that HeyGen's contract allows",
  (_, path, request, fields) => {
    const body = toBody(request);
    expect(requestProblems("POST", path, body)).toEqual([]);
    expect(body).toMatchObject(fields);
  },
);

describe("the payload differs if", () => {
  const script = fromScript({});
  const change = fromPrompt({ revises: "sess_1" });
  const disk = (sha256: string) =>
    fromPrompt({ files: [{ from: "disk", path: "/a.png", name: "a.png", bytes: 1, sha256 }] });

  test.each<[string, VideoRequest, VideoRequest]>([
    [
      "the template differs",
      fromTemplate({ variables: {} }),
      { ...fromTemplate({ variables: {} }), templateId: "u" },
    ],
    ["the session differs", change, { ...change, revises: "sess_2" }],
    ["the messages differ", fromPrompt({ messages: ["a"] }), fromPrompt({ messages: ["b"] })],
    ["a file's content differs", disk("a"), disk("b")],
    ["the source differs", script, { ...script, kind: "audio", audio: recording }],
  ])("%s", (_, one, other) => {
    expect(toPayload(one)).not.toEqual(toPayload(other));
    expect(toPayload(structuredClone(one))).toEqual(toPayload(one));
  });

  test("but not if a file was only moved", () => {
    const file = { from: "disk", path: "/a.png", name: "a.png", bytes: 1, sha256: "a" } as const;
    const moved = fromPrompt({ files: [{ ...file, path: "/b.png", name: "b.png" }] });
    expect(toPayload(moved)).toEqual(toPayload(fromPrompt({ files: [file] })));
  });
});

test.each<[VideoRequest, string]>([
  [fromScript({}), "mp4"],
  [fromScript({ options: { output_format: "webm" } }), "webm"],
  [fromComposition({ options: { format: "webm" } }), "webm"],
  [fromComposition({}), "mp4"],
])("the expected container is that of the requested format (%#)", (request, container) => {
  expect(plugin.outputContainer(request)).toBe(container);
});
