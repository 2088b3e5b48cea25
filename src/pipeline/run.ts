import { ShowreelError } from "../base/errors.ts";
import type { Runtime } from "../base/runtime.ts";
import type { Settings } from "../inputs/schema/settings.ts";
import { settingStrings } from "../inputs/setting-strings.ts";
import { noJobStore } from "../jobs/job-store.ts";
import { withResumeHint } from "../jobs/resume-hint.ts";
import type { VideoRecord, VideoState } from "../jobs/video-record.ts";
import { jobInputTitle } from "../text/job-input.ts";
import { dryRun } from "./dry-run.ts";
import type { FrontEnd, RunContext } from "./front-end.ts";
import { makeVideo } from "./make-video.ts";
import type { Plan, VideoTask } from "./plan.ts";
import { prepare, type VideoInputs } from "./prepare.ts";
import { createRunReport } from "./run-report.ts";

/**
 * Makes the videos of one run, from reading the inputs to publishing. Writes outputs and summary even if it
 * fails, and rethrows the error.
 */
export async function run<Known extends Settings>(
  runtime: Runtime,
  frontEnd: FrontEnd<Known>,
): Promise<void> {
  const report = createRunReport(runtime, frontEnd);
  try {
    // Added before the inputs are read, so that a run has outputs even if they are wrong.
    const videos = await readVideos(runtime, frontEnd, report.addVideo());
    const results = await Promise.allSettled(
      videos.map((video) => produceVideo(runtime, video, frontEnd.context)),
    );
    for (const result of results) if (result.status === "rejected") throw result.reason;
  } finally {
    await report.writeSummary();
  }
}

/** One video of the run, with its inputs and its record. */
interface RequestedVideo extends VideoInputs {
  readonly record: VideoRecord;
}

// A run with one video is treated as a list with one item.
async function readVideos<Known extends Settings>(
  runtime: Runtime,
  frontEnd: FrontEnd<Known>,
  record: VideoRecord,
): Promise<readonly RequestedVideo[]> {
  try {
    const inputs = await frontEnd.readInputs();
    const { settings } = inputs;
    // An error message quotes what was typed, and a signed link may contain it too.
    for (const value of settingStrings(settings)) runtime.secrets.exempt(value);
    const { provider, title } = settings;
    record.update({ provider, ...(title !== undefined && { title }) });
    return [{ inputs, publishers: frontEnd.publishers(settings), record }];
  } catch (error) {
    recordFailure(record, error);
    throw error;
  }
}

async function produceVideo(runtime: Runtime, video: RequestedVideo, context: RunContext): Promise<void> {
  const { record } = video;
  let plan: Plan | undefined;
  try {
    plan = await planVideo(runtime, video, context);
    if (plan) await makeAndPublish({ runtime, plan, record });
  } catch (error) {
    recordFailure(record, error);
    if (record.current().job) await plan?.publishStages?.reportFailure(record).catch(() => {});
    throw error;
  }
}

async function planVideo(
  runtime: Runtime,
  video: RequestedVideo,
  context: RunContext,
): Promise<Plan | undefined> {
  const prepared = await prepare(runtime, video, context);
  if ("skipped" in prepared) {
    video.record.update({ status: "skipped", skipReason: prepared.skipped });
    runtime.log.notice(prepared.skipped);
    return undefined;
  }
  const { jobInput } = prepared.plan;
  if (jobInput.kind === "new") runtime.secrets.exempt(jobInput.request.text);
  video.record.update({ title: jobInputTitle(jobInput) });
  return prepared.plan;
}

async function makeAndPublish(task: VideoTask): Promise<void> {
  const { plan, record } = task;
  const { publishStages } = plan;
  await (plan.isDryRun ? dryRun(task) : makeVideo(task)).finally(() => plan.provider.close?.());
  if (!record.current().local) return publishStages?.flush(record);
  const isResumedByRerun = plan.store !== noJobStore && !plan.invalidateWhenDone;
  await publishStages?.publish(record).catch((error) => {
    throw withResumeHint(error, record.current().job, { isFree: plan.isFree, isResumedByRerun });
  });
}

function recordFailure(record: VideoRecord, error: unknown): void {
  const failure = toShowreelError(error);
  record.update({ status: statusAfterFailure(failure, record.current()), failure });
}

// The status is that of the video, not of the run: a video keeps rendering after the run ends, and remains
// finished if an upload fails.
function statusAfterFailure({ code }: ShowreelError, { job, status }: VideoState): VideoState["status"] {
  const isRendering = job !== undefined && (code === "timed_out" || code === "interrupted");
  return isRendering || status === "completed" ? status : "failed";
}

// The list of error codes is closed. Unexpected errors get the most general code, and keep their stack as the cause.
function toShowreelError(error: unknown): ShowreelError {
  return error instanceof ShowreelError
    ? error
    : new ShowreelError("provider_error", `Unexpected error: ${error}`, { cause: error });
}
