import { ShowreelError } from "./base/errors.ts";
import { byteSize, duration, plainText } from "./base/plain-text.ts";
import type { Runtime } from "./base/runtime.ts";
import type { Wanted } from "./compose/request.ts";
import { downloadVideo, type LocalVideo } from "./download/download.ts";
import { downloadSubtitles } from "./download/subtitles.ts";
import type { Target } from "./download/target.ts";
import type { UrlPolicy } from "./download/url-policy.ts";
import { createDeadline, type Deadline } from "./render/deadline.ts";
import type { Provider, RemoteVideo, VideoJob } from "./render/provider.ts";
import type { RenderRecord } from "./render/record.ts";
import type { PollPace } from "./render/schedule.ts";
import { submit } from "./render/submit.ts";
import { waitForVideo } from "./render/wait.ts";

/** Everything that is decided before anything is paid for. */
export interface Plan {
  readonly wanted: Wanted;
  readonly provider: Provider;
  readonly idempotencyKey: string;
  readonly timeoutMs: number;
  readonly pace: PollPace;
  readonly wait: boolean;
  readonly onTimeout: "fail" | "detach";
  readonly captions: boolean;
  readonly target: Target;
  readonly policy: UrlPolicy;
}

/**
 * The whole story: take up or submit, wait, download. What becomes known is added to the record at once. Fails with an
 * error that says how to take the video up, once there is one.
 */
export async function makeVideo(runtime: Runtime, plan: Plan, record: RenderRecord): Promise<void> {
  try {
    await tell(runtime, plan, record);
  } catch (error) {
    const failure = withWayBack(error, record.current().job);
    const timedOut = failure instanceof ShowreelError && failure.code === "timed_out";
    if (!timedOut || plan.onTimeout === "fail") throw failure;
    runtime.log.warning(`${failure.message}\n${failure.hint}`);
  }
}

async function tell(runtime: Runtime, plan: Plan, record: RenderRecord): Promise<void> {
  const deadline = createDeadline(runtime, plan.timeoutMs);
  const job = await record.phase("submit", () => takeUpOrSubmit(runtime, plan, deadline));
  const isNew = "request" in plan.wanted;
  record.add({ status: "processing", job, ...(isNew && { resumed: false }) });
  runtime.log.info(`${isNew ? "Submitted" : "Taking up"}: ${idsOf(job)}.`);
  if (!plan.wait) return;
  const remote = await record.phase("render", () =>
    waitForVideo(runtime, plan.provider, job, deadline, plan.pace, (known) =>
      record.add({ job: known, resumed: !isNew }),
    ),
  );
  record.add({ remote });
  const local = await record.phase("download", () =>
    download(runtime, plan, record.current().job ?? job, remote),
  );
  record.add({ local });
  if (plan.captions) record.add({ subtitlesPath: await subtitles(runtime, plan, remote, local) });
  record.add({ status: "completed" });
  runtime.log.info(
    `Done: ${local.path} (${duration(local.durationSeconds * 1_000)}, ${byteSize(local.sizeBytes)}).`,
  );
}

async function takeUpOrSubmit(runtime: Runtime, plan: Plan, deadline: Deadline): Promise<VideoJob> {
  if ("videoId" in plan.wanted) return plan.provider.takeUp(plan.wanted.videoId);
  return submit(runtime, plan.provider, plan.wanted.request, plan.idempotencyKey, deadline);
}

function download(runtime: Runtime, plan: Plan, job: VideoJob, remote: RemoteVideo): Promise<LocalVideo> {
  return downloadVideo(runtime, {
    link: remote.url,
    policy: plan.policy,
    path: plan.target.pathFor(job.ids.video_id ?? job.ids.session_id ?? "video"),
    freshLink: async () => {
      const status = await plan.provider.status(job);
      return status.state === "completed" ? status.video.url : undefined;
    },
  });
}

function subtitles(runtime: Runtime, plan: Plan, remote: RemoteVideo, local: LocalVideo) {
  return downloadSubtitles(runtime, plan.policy, remote.subtitlesUrl, local.path);
}

function idsOf(job: VideoJob): string {
  return Object.entries(job.ids)
    .map(([name, id]) => `${name} ${plainText(id, 128)}`)
    .join(", ");
}

// Whatever happens to this run, the video is paid for and can be had.
function withWayBack(error: unknown, job: VideoJob | undefined): unknown {
  const id = job?.ids.video_id ?? job?.ids.session_id;
  if (!(error instanceof ShowreelError) || error.endsJob || !job || id === undefined) return error;
  const wayBack = `The video is paid for. Take it up with \`video_id\` set to "${plainText(id, 128)}".`;
  const hint = error.hint ? `${error.hint} ${wayBack}` : wayBack;
  return new ShowreelError(error.code, error.message, { hint, cause: error });
}
