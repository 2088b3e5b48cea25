import { describe, expect, test } from "vitest";
import { ok } from "../../../support/heygen/fake-heygen/replies.ts";
import { openHeygen } from "../../../support/heygen/open-heygen.ts";
import { createVideoRequest } from "../../../support/jobs/video-request.ts";

const seconds = Date.UTC(2026, 0, 1) / 1_000;
const text = "Say what is new in Café 2.0 & show\nthe ½-sized dark mode";

/** What HeyGen may show of the prompt, and whether it is known by that. */
const shown: readonly (readonly [what: string, text: string, outcome: "found" | "absent" | "unknown"])[] = [
  ["as it was sent", text, "found"],
  ["with other white space", text.replaceAll(/\s/g, "  "), "found"],
  ["in one line", text.replaceAll("\n", " "), "found"],
  ["with the line ends of Windows", text.replaceAll("\n", "\r\n"), "found"],
  ["in another form of its characters", text.normalize("NFD"), "found"],
  ["in the compatible form of its characters", text.normalize("NFKC"), "found"],
  ["with entities", text.replace("&", "&amp;").replace("é", "&eacute;"), "found"],
  ["without punctuation", text.replaceAll(/[&.-]/g, ""), "unknown"],
  ["in small letters", text.toLowerCase(), "unknown"],
  ["cut off", `${text.slice(0, 30)}…`, "unknown"],
  ["with words of its own around it", `Make a video. ${text} In landscape.`, "unknown"],
  ["as nothing but blanks", " \n", "unknown"],
  ["as another prompt", "Say what is new in Tearoom 2.0", "absent"],
];

const revised = { session_id: "sess_1", revised_video_id: "v_1" };

describe("a prompt whose answer was lost, and which HeyGen shows", () => {
  test.each(shown)("%s", async (_, content, outcome) => {
    await using heygen = await openHeygen();
    const listed = { session_id: "sess_1", created_at: seconds };
    heygen.fake.on("GET /v3/video-agents", { status: 200, body: { data: [listed], has_more: false } });
    heygen.fake.on("GET /v3/video-agents/{session_id}", ok({ messages: [{ role: "user", content }] }));
    const found = await heygen.provider.find?.(createVideoRequest({ text }), seconds * 1_000);
    expect(found?.outcome).toBe(outcome);
  });

  test.each(shown)("%s, as a change of an older session", async (_, content, outcome) => {
    await using heygen = await openHeygen();
    const first = { role: "user", content: "A tour", created_at: seconds - 10 };
    const messages = [{ role: "user", content, created_at: seconds }, first];
    heygen.fake.on("GET /v3/video-agents/{session_id}", ok({ messages }));
    heygen.fake.on("GET /v3/video-agents/{session_id}/videos", ok([{ id: "v_1", created_at: seconds - 5 }]));
    const request = createVideoRequest({ text, revises: "sess_1" });
    const found = await heygen.provider.find?.(request, seconds * 1_000);
    expect(found).toMatchObject({ outcome, ...(outcome === "found" && { job: { ids: revised } }) });
  });

  test("is the one that is the same, whatever others are similar to it", async () => {
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
