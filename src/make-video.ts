import { ShowreelError } from "./base/errors.ts";
import { byteSize, duration, plainText } from "./base/plain-text.ts";
import type { Runtime } from "./base/runtime.ts";
import type { Wanted } from "./compose/wanted.ts";
import { downloadVideo } from "./download/download.ts";
import type { KeptVideos, VideoName } from "./download/kept-videos.ts";
import type { LocalVideo } from "./download/local-video.ts";
import { type Container, containerBehind } from "./download/media/container.ts";
import { downloadPoster } from "./download/poster.ts";
import { downloadSubtitles } from "./download/subtitles.ts";
import type { Target } from "./download/target.ts";
import type { UrlPolicy } from "./download/url-policy.ts";
import { tellAndApprove } from "./render/approve.ts";
import type { Estimate } from "./render/check.ts";
import { createDeadline, type Deadline } from "./render/deadline.ts";
import { type JobStore, noJobStore } from "./render/job-store.ts";
import { type Obtained, obtainJob } from "./render/obtain.ts";
import type { Provider, RemoteVideo, VideoJob } from "./render/provider.ts";
import type { RenderRecord } from "./render/record.ts";
import type { PollPace } from "./render/schedule.ts";
import { waitForVideo } from "./render/wait.ts";
import { withWayBack } from "./render/way-back.ts";

/** Everything that is decided before anything is paid for. */
export interface Plan {
  readonly wanted: Wanted;
  readonly provider: Provider;
  /** Of the request; the name under which it is remembered, and its idempotency key. */
  readonly fingerprint: string;
  /** What is to be expected, as far as nobody has to be asked. */
  readonly estimate: Estimate;
  /** Nothing that may cost more is submitted. */
  readonly maxCostUsd: number | undefined;
  readonly store: JobStore;
  /** A run that nobody can re-run has no use for its video once it is here. */
  readonly forgetWhenDone: boolean;
  readonly onInterrupt: "keep" | "stop";
  readonly timeoutMs: number;
  readonly pace: PollPace;
  readonly wait: boolean;
  readonly onTimeout: "fail" | "detach";
  readonly captions: boolean;
  /** The provider's picture of the video is wanted too. */
  readonly poster: boolean;
  readonly target: Target;
  /** The file format that is asked for; undefined for a video that exists already. */
  readonly format: Container | undefined;
  readonly policy: UrlPolicy;
  readonly kept: KeptVideos;
  /** A larger download is refused. */
  readonly maxBytes: number;
}

/**
 * The whole story: take up or submit, wait, download. What becomes known is added to the record at once. Fails with an
 * error that says how to take the video up, once there is one.
 */
export async function makeVideo(runtime: Runtime, plan: Plan, record: RenderRecord): Promise<void> {
  const deadline = createDeadline(runtime, plan.timeoutMs);
  const { job, resumed, place } = await record.phase("submit", () =>
    takeUpOrSubmit(runtime, plan, record, deadline),
  );
  record.mark("submitted");
  record.add({ status: "processing", job, ...(resumed !== undefined && { resumed }) });
  runtime.log.info(`${place && !resumed ? "Submitted" : "Taking up"}: ${idsOf(job)}.`);
  try {
    if (plan.wait) await waitAndFetch(runtime, plan, record, job, deadline);
    if (plan.wait && plan.forgetWhenDone) await place?.store.forget(place.fingerprint, place.generation);
  } catch (error) {
    const known = record.current().job ?? job;
    const stopped = isCode(error, "interrupted") && (await stopIfWanted(runtime, plan, known));
    if (stopped || isFailure(error)) await place?.store.forget(place.fingerprint, place.generation);
    const failure = stopped ? error : withWayBack(error, known, plan.store !== noJobStore);
    if (!isCode(failure, "timed_out") || plan.onTimeout === "fail") throw failure;
    runtime.log.warning(`${failure.message}\n${failure.hint}`);
  }
}

async function waitAndFetch(
  runtime: Runtime,
  plan: Plan,
  record: RenderRecord,
  job: VideoJob,
  deadline: Deadline,
): Promise<void> {
  const remote = await record.phase("render", () =>
    waitForVideo(runtime, plan.provider, job, deadline, plan.pace, {
      onJob: (known) => record.add({ job: known, resumed: record.current().resumed ?? true }),
      onPending: (word) => record.mark(isQueued(word) ? "queued" : "rendering"),
    }),
  );
  record.add({ remote });
  record.mark("rendered");
  const known = record.current().job ?? job;
  const local = await record.phase("download", () => download(runtime, plan, known, remote));
  record.add({ local });
  record.mark("downloaded");
  if (plan.captions) record.add({ subtitlesPath: await subtitles(runtime, plan, known, remote, local) });
  if (plan.poster) record.add({ posterPath: await poster(runtime, plan, known, remote, local) });
  record.add({ status: "completed" });
  const size = `${duration(local.durationSeconds * 1_000)}, ${byteSize(local.sizeBytes)}`;
  runtime.log.info(`Done: ${local.path} (${size}).`);
}

// Whether an id that a user typed can be taken up shows at the provider's first answer.
type Start = Omit<Obtained, "place" | "resumed"> & Partial<Pick<Obtained, "place" | "resumed">>;

async function takeUpOrSubmit(
  runtime: Runtime,
  plan: Plan,
  record: RenderRecord,
  deadline: Deadline,
): Promise<Start> {
  const { wanted, provider, fingerprint, store } = plan;
  if ("videoId" in wanted) return { job: provider.takeUp(wanted.videoId) };
  const approve = () => tellAndApprove(runtime, plan, wanted.request, record);
  return obtainJob(runtime, provider, { request: wanted.request, fingerprint, store, approve }, deadline);
}

async function stopIfWanted(runtime: Runtime, plan: Plan, job: VideoJob): Promise<boolean> {
  if (plan.onInterrupt === "keep") return false;
  const stopped = (await plan.provider.stop?.(job).catch(() => false)) ?? false;
  if (stopped) runtime.log.info("The session was stopped; no video had been begun.");
  return stopped;
}

function download(runtime: Runtime, plan: Plan, job: VideoJob, remote: RemoteVideo): Promise<LocalVideo> {
  const name = nameOf(job);
  const container = plan.format ?? plan.target.container ?? containerBehind(remote.url);
  return downloadVideo(runtime, {
    link: remote.url,
    policy: plan.policy,
    path: plan.target.pathFor(name.id, container),
    name,
    container,
    kept: plan.kept,
    maxBytes: plan.maxBytes,
    freshLink: async () => (await renewed(plan, job))?.url,
  });
}

function subtitles(runtime: Runtime, plan: Plan, job: VideoJob, remote: RemoteVideo, local: LocalVideo) {
  return downloadSubtitles(runtime, {
    link: remote.subtitlesUrl,
    policy: plan.policy,
    path: local.path,
    name: nameOf(job),
    freshLink: async () => (await renewed(plan, job))?.subtitlesUrl,
  });
}

function poster(runtime: Runtime, plan: Plan, job: VideoJob, remote: RemoteVideo, local: LocalVideo) {
  return downloadPoster(runtime, {
    link: remote.thumbnailUrl,
    policy: plan.policy,
    path: local.path,
    name: nameOf(job),
    freshLink: async () => (await renewed(plan, job))?.thumbnailUrl,
  });
}

// What providers call the time before somebody works on it.
const isQueued = (word: string) => /wait|pend|queue|think|plan|submitted/i.test(word);

// Links expire while the video stays: asking for the status signs new ones.
async function renewed(plan: Plan, job: VideoJob): Promise<RemoteVideo | undefined> {
  const status = await plan.provider.status(job);
  return status.state === "completed" ? status.video : undefined;
}

function nameOf(job: VideoJob): VideoName {
  return { provider: job.provider, id: job.ids.video_id ?? job.ids.session_id ?? "video" };
}

function idsOf(job: VideoJob): string {
  return Object.entries(job.ids)
    .map(([name, id]) => `${name} ${plainText(id, 128)}`)
    .join(", ");
}

function isCode(error: unknown, code: ShowreelError["code"]): error is ShowreelError {
  return error instanceof ShowreelError && error.code === code;
}

// The video itself has failed. One that cannot be found just now has not.
function isFailure(error: unknown): boolean {
  return isCode(error, "generation_failed") && error.endsJob;
}
