import { describe, expect, test } from "vitest";
import { ok } from "../../../support/heygen/fake-heygen/replies.ts";
import { openHeygen } from "../../../support/heygen/open-heygen.ts";
import { createVideoRequest } from "../../../support/jobs/video-request.ts";

const seconds = Date.UTC(2026, 0, 1) / 1_000;
const text = "Say what is new in Café 2.0 & show\nthe ½-sized dark mode";

/** How HeyGen may return the prompt, and the outcome of the search for its session. */
const shown: readonly (readonly [what: string, text: string, outcome: "found" | "absent" | "unknown"])[] = [
  ["as it was sent", text, "found"],
  ["with other white space", text.replaceAll(/\s/g, "  "), "found"],
  ["in one line", text.replaceAll("\n", " "), "found"],
  ["with Windows line endings", text.replaceAll("\n", "\r\n"), "found"],
  ["in Unicode form NFD", text.normalize("NFD"), "found"],
  ["in Unicode form NFKC", text.normalize("NFKC"), "found"],
  ["with HTML entities", text.replace("&", "&amp;").replace("é", "&eacute;"), "found"],
  ["without punctuation", text.replaceAll(/[&.-]/g, ""), "unknown"],
  ["in lower case", text.toLowerCase(), "unknown"],
  ["truncated", `${text.slice(0, 30)}…`, "unknown"],
  ["with other text around it", `Make a video. ${text} In landscape.`, "unknown"],
  ["as white space only", " \n", "unknown"],
  ["as another prompt", "Say what is new in Tearoom 2.0", "absent"],
];

const revised = { session_id: "sess_1", revised_video_id: "v_1" };

describe("the search for a prompt with a lost response, which HeyGen returns", () => {
  test.each(shown)("%s", async (_, content, outcome) => {
    await using heygen = await openHeygen();
    const listed = { session_id: "sess_1", created_at: seconds };
    heygen.fake.on("GET /v3/video-agents", { status: 200, body: { data: [listed], has_more: false } });
    heygen.fake.on("GET /v3/video-agents/{session_id}", ok({ messages: [{ role: "user", content }] }));
    const found = await heygen.provider.find?.(createVideoRequest({ text }), seconds * 1_000);
    expect(found?.outcome).toBe(outcome);
  });

  test.each(shown)("%s, as a revision of an older session", async (_, content, outcome) => {
    await using heygen = await openHeygen();
    const first = { role: "user", content: "A tour", created_at: seconds - 10 };
    const messages = [{ role: "user", content, created_at: seconds }, first];
    heygen.fake.on("GET /v3/video-agents/{session_id}", ok({ messages }));
    heygen.fake.on("GET /v3/video-agents/{session_id}/videos", ok([{ id: "v_1", created_at: seconds - 5 }]));
    const request = createVideoRequest({ text, revises: "sess_1" });
    const found = await heygen.provider.find?.(request, seconds * 1_000);
    expect(found).toMatchObject({ outcome, ...(outcome === "found" && { job: { ids: revised } }) });
  });

  test("prefers the session with the same prompt to sessions with similar ones", async () => {
    await using heygen = await openHeygen();
    const data = ["sess_2", "sess_1"].map((session_id) => ({ session_id, created_at: seconds }));
    heygen.fake.on("GET /v3/video-agents", { status: 200, body: { data, has_more: false } });
    for (const content of [text.toLowerCase(), text]) {
      heygen.fake.on("GET /v3/video-agents/{session_id}", ok({ messages: [{ role: "user", content }] }));
    }
    const found = await heygen.provider.find?.(createVideoRequest({ text }), seconds * 1_000);
    expect(found).toMatchObject({ outcome: "found", job: { ids: { session_id: "sess_1" } } });
  });
});
