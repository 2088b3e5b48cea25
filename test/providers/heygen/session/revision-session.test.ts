import { describe, expect, test } from "vitest";
import { ok } from "../../../support/heygen/fake-heygen/replies.ts";
import { type OpenedHeygen, openHeygen } from "../../../support/heygen/open-heygen.ts";
import { createVideoRequest } from "../../../support/jobs/video-request.ts";

const request = createVideoRequest({ text: "Shorter, please", revises: "sess_1" });
const job = {
  provider: "heygen",
  surface: "video_agent",
  ids: { session_id: "sess_1", revised_video_id: "v_1" },
};

/** Makes the session list these messages, newest first. */
function tell(
  { fake }: OpenedHeygen,
  status: string,
  messages: readonly object[],
  videos: readonly object[],
) {
  fake.on("GET /v3/video-agents/{session_id}", ok({ status, video_id: "v_1", messages }));
  fake.on("GET /v3/video-agents/{session_id}/videos", ok(videos));
}

const said = (role: string, content: string, created_at: number | null = 100) => ({
  role,
  content,
  created_at,
});
const older = { id: "v_1", created_at: 50 };

describe("the session's status from before the revision", () => {
  const asked = [said("user", "Shorter, please"), said("model", "Done."), said("user", "A tour")];

  test.each(["completed", "failed", "waiting_for_input", "reviewing"])("is ignored: %s", async (status) => {
    await using heygen = await openHeygen();
    tell(heygen, status, asked, [older]);
    expect(await heygen.provider.status(job)).toMatchObject({ state: "pending", job });
  });

  test("does not hide that the revision failed", async () => {
    await using heygen = await openHeygen();
    tell(heygen, "failed", [{ ...said("model", "Too short"), type: "error" }, ...asked], [older]);
    expect(await heygen.provider.status(job)).toMatchObject({ state: "failed", reason: "Too short" });
  });

  test("does not hide a question of the agent", async () => {
    await using heygen = await openHeygen();
    tell(heygen, "waiting_for_input", [said("model", "How short?"), ...asked], [older]);
    expect(await heygen.provider.status(job)).toMatchObject({ state: "blocked", question: "How short?" });
  });
});

describe("the search for a revision with a lost response returns the right outcome", () => {
  const find = ({ provider }: OpenedHeygen) => provider.find?.(request, 90_000);
  const ours = said("user", " Shorter, please\n");
  const rest = [said("user", "A tour", 10)];

  test.each<[string, object[], object[], unknown]>([
    ["its message is listed", [ours, ...rest], [older], { outcome: "found", job }],
    [
      "its video is listed",
      [ours, ...rest],
      [{ id: "v_2", created_at: 130 }, older],
      { outcome: "found", job },
    ],
    [
      "the session had no video yet",
      [ours, ...rest],
      [],
      { outcome: "found", job: { ...job, ids: { ...job.ids, revised_video_id: "none" } } },
    ],
    ["its message is not listed", rest, [older], { outcome: "absent" }],
    [
      "only an older message with the same text is listed",
      [said("user", "Shorter, please", 80), ...rest],
      [older],
      { outcome: "absent" },
    ],
    [
      "its message has no date",
      [said("user", "Shorter, please", null), ...rest],
      [older],
      { outcome: "unknown" },
    ],
    ["the videos have no dates", [ours, ...rest], [{ id: "v_1" }], { outcome: "unknown" }],
    ["no message is listed", [], [older], { outcome: "unknown" }],
    [
      "too many messages were sent since",
      Array(40).fill(said("model", "Drafting.")),
      [older],
      { outcome: "unknown" },
    ],
  ])("if %s", async (_, messages, videos, found) => {
    await using heygen = await openHeygen();
    tell(heygen, "thinking", messages, videos);
    expect(await find(heygen)).toEqual(found);
  });
});
