import { formatError, ShowreelError } from "../base/errors.ts";
import type { Runtime } from "../base/runtime.ts";
import { plainText } from "../base/text/plain-text.ts";
import { logEstimate } from "../jobs/cost/estimate.ts";
import { createDeadline } from "../jobs/deadline.ts";
import type { JobContext } from "../jobs/job-context.ts";
import { noJobStore } from "../jobs/job-store.ts";
import type { VideoJob } from "../jobs/provider.ts";
import { formatResumeHint, withResumeHint } from "../jobs/resume-hint.ts";
import { type SubmitResult, submitOrResume } from "../jobs/submit/submit-or-resume.ts";
import { waitForVideo } from "../jobs/wait.ts";
import type { Plan, VideoTask } from "./plan.ts";

/**
 * Makes one video: submits or resumes its job, waits for it and downloads it. Records each result as soon as
 * it is available. After the submit, errors say how to resume the video.
 */
export async function makeVideo(task: VideoTask): Promise<void> {
  const { runtime, plan, record } = task;
  const deadline = createDeadline(runtime, plan.timeoutMs);
  const context: JobContext = { runtime, provider: plan.provider, deadline };
  const { job, resumed, jobKey } = await record.phase("submit", () => startJob(task, context));
  // Logged first, before another step can fail, because the video is paid for.
  logJobIds(runtime, jobKey && !resumed ? "Submitted" : "Resuming", job);
  record.recordMilestone("submitted");
  record.update({ status: "processing", job, ...(resumed !== undefined && { resumed }) });
  plan.publishStages?.onStarted(record.current());
  const invalidate = () => jobKey?.store.invalidate(jobKey.fingerprint, jobKey.renderAttempt);
  try {
    if (plan.wait) await waitAndDownload(task, job, context);
    else detach(task, job);
    if (plan.wait && plan.invalidateWhenDone) await invalidate();
  } catch (error) {
    const latestJob = record.current().job ?? job;
    const isOwn = resumed === false && !plan.isShared;
    const isStopped = hasErrorCode(error, "interrupted") && (await stopOnInterrupt(task, latestJob, isOwn));
    if (isStopped || isTerminalFailure(error)) await invalidate();
    const failure = isStopped ? error : withResumeHint(error, latestJob, resumeFacts(plan));
    if (!hasErrorCode(failure, "timed_out") || plan.onTimeout === "fail") throw failure;
    runtime.log.warning(formatError(failure, { includeSubmitted: false }));
    detach(task, latestJob);
  }
}

const resumeFacts = ({ isFree, store }: Plan) => ({ isFree, isResumedByRerun: store !== noJobStore });

// The run succeeds without the video and reports how to resume it.
function detach({ plan, record }: VideoTask, job: VideoJob): void {
  const resumeHint = formatResumeHint(job, resumeFacts(plan));
  if (resumeHint !== undefined) record.update({ resumeHint });
}

async function waitAndDownload(task: VideoTask, submitted: VideoJob, context: JobContext): Promise<void> {
  const { runtime, plan, record } = task;
  const download = loadDownload();
  const isUserSuppliedId = plan.jobInput.kind === "existing";
  // An id that a user typed counts as resumed once the provider has confirmed it.
  const confirm = () => {
    if (isUserSuppliedId) record.update({ resumed: true });
  };
  const remote = await record.phase("render", () =>
    waitForVideo(submitted, context, {
      poll: plan.poll,
      isNew: record.current().resumed === false,
      isUserSuppliedId,
      onJob: (job) => {
        logJobIds(runtime, "Ids", job);
        record.update({ job, resumed: record.current().resumed ?? true });
      },
      onPending: (phase) => {
        record.recordMilestone(phase);
        confirm();
      },
    }),
  );
  confirm();
  record.update({ remote });
  record.recordMilestone("rendered");
  const { downloadOutputs } = await download;
  await downloadOutputs(task, record.current().job ?? submitted, remote);
  record.update({ status: "completed" });
}

// Loaded while the video renders, and not only once it is ready: until then, an update may have replaced the
// files of this program.
function loadDownload() {
  const loading = import("./download-outputs.ts").catch((cause: unknown) => {
    throw new ShowreelError("download_failed", "The code of the download could not be loaded.", {
      hint: "The program's files seem to have changed while it ran. Run again.",
      cause,
    });
  });
  // Without a video, nobody waits for it.
  loading.catch(() => {});
  return loading;
}

// It isn't known until the provider's first response whether an id that a user typed can be resumed.
type StartedJob = Pick<SubmitResult, "job"> & Partial<SubmitResult>;

async function startJob({ runtime, plan, record }: VideoTask, context: JobContext): Promise<StartedJob> {
  const { jobInput, provider, fingerprint, store, spendingGate } = plan;
  if (jobInput.kind === "existing") return { job: provider.jobFromId(jobInput.videoId) };
  const { request } = jobInput;
  const approve = async () => {
    const estimate = await spendingGate.estimate(request);
    record.update({ estimate });
    logEstimate(runtime, estimate, plan);
    await spendingGate.approveVideo(request);
  };
  return submitOrResume({ request, fingerprint, store, approve }, context);
}

async function stopOnInterrupt(
  { runtime, plan }: VideoTask,
  job: VideoJob,
  isOwn: boolean,
): Promise<boolean> {
  if (plan.onInterrupt === "keep") return false;
  if (!isOwn) {
    runtime.log.info(
      "`on_interrupt` is stop, but the video keeps rendering: another run may have submitted it, or wait for it.",
    );
    return false;
  }
  const isStopped = (await plan.provider.stop?.(job).catch(() => false)) ?? false;
  if (isStopped) runtime.log.info("The session was stopped before a video was started.");
  return isStopped;
}

// Ids are not secret, although signed links contain them.
function logJobIds({ log, secrets }: Runtime, label: string, job: VideoJob): void {
  for (const id of Object.values(job.ids)) secrets.exempt(id);
  const ids = Object.entries(job.ids).map(([name, id]) => `${name} ${plainText(id, 128)}`);
  log.info(`${label}: ${ids.join(", ")}.`);
}

function hasErrorCode(error: unknown, code: ShowreelError["code"]): error is ShowreelError {
  return error instanceof ShowreelError && error.code === code;
}

// Returns whether the video itself failed. A video that can't be found at the moment hasn't failed.
function isTerminalFailure(error: unknown): boolean {
  return hasErrorCode(error, "generation_failed") && error.terminal;
}
