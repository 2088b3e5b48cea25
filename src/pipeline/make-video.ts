import { ShowreelError } from "../base/errors.ts";
import { plainText } from "../base/plain-text.ts";
import type { Runtime } from "../base/runtime.ts";
import { logEstimate } from "../jobs/cost/estimate.ts";
import { createDeadline, type Deadline } from "../jobs/deadline.ts";
import { noJobStore } from "../jobs/job-store.ts";
import type { VideoJob } from "../jobs/provider.ts";
import type { RenderRecord } from "../jobs/record.ts";
import { formatResumeHint, withResumeHint } from "../jobs/resume-hint.ts";
import { type SubmitResult, submitOrResume } from "../jobs/submit/submit-or-resume.ts";
import { waitForVideo } from "../jobs/wait.ts";
import { downloadOutputs } from "./download-outputs.ts";
import type { Plan } from "./plan.ts";

/**
 * The whole story: take up or submit, wait, download. What becomes known is added to the record at once. Fails with an
 * error that says how to take the video up, once there is one.
 */
export async function makeVideo(runtime: Runtime, plan: Plan, record: RenderRecord): Promise<void> {
  const deadline = createDeadline(runtime, plan.timeoutMs);
  const { job, resumed, jobKey } = await record.phase("submit", () =>
    startJob(runtime, plan, record, deadline),
  );
  // Before anything else can fail: what is paid for has its id in the log.
  logJobIds(runtime, jobKey && !resumed ? "Submitted" : "Taking up", job);
  record.recordMilestone("submitted");
  record.update({ status: "processing", job, ...(resumed !== undefined && { resumed }) });
  try {
    if (plan.wait) await waitAndDownload(runtime, plan, record, job, deadline);
    else detach(record, job, plan);
    if (plan.wait && plan.invalidateWhenDone)
      await jobKey?.store.invalidate(jobKey.fingerprint, jobKey.renderAttempt);
  } catch (error) {
    const known = record.current().job ?? job;
    const isOwn = resumed === false && !plan.mayBeShared;
    const stopped =
      hasErrorCode(error, "interrupted") && (await stopOnInterrupt(runtime, plan, known, isOwn));
    if (stopped || isTerminalFailure(error))
      await jobKey?.store.invalidate(jobKey.fingerprint, jobKey.renderAttempt);
    const failure = stopped ? error : withResumeHint(error, known, plan.store !== noJobStore);
    if (!hasErrorCode(failure, "timed_out") || plan.onTimeout === "fail") throw failure;
    runtime.log.warning(`${failure.message}\n${failure.hint}`);
    detach(record, known, plan);
  }
}

// The run ends well without the video, and says how to come back to it.
function detach(record: RenderRecord, job: VideoJob, plan: Plan): void {
  const wayBack = formatResumeHint(job, plan.store !== noJobStore);
  if (wayBack !== undefined) record.update({ resumeHint: wayBack });
}

async function waitAndDownload(
  runtime: Runtime,
  plan: Plan,
  record: RenderRecord,
  job: VideoJob,
  deadline: Deadline,
): Promise<void> {
  // An id that a user typed counts as taken up once the provider knows it.
  const isThere = () => {
    if ("videoId" in plan.jobInput) record.update({ resumed: true });
  };
  const remote = await record.phase("render", () =>
    waitForVideo(runtime, plan.provider, job, deadline, plan.pollInterval, {
      isUserSuppliedId: "videoId" in plan.jobInput,
      onJob: (known) => {
        logJobIds(runtime, "Ids", known);
        record.update({ job: known, resumed: record.current().resumed ?? true });
      },
      onPending: (phase) => {
        record.recordMilestone(phase);
        isThere();
      },
    }),
  );
  isThere();
  record.update({ remote });
  record.recordMilestone("rendered");
  await downloadOutputs(runtime, plan, record.current().job ?? job, remote, record);
  record.update({ status: "completed" });
}

// Whether an id that a user typed can be taken up shows at the provider's first answer.
type StartedJob = Omit<SubmitResult, "jobKey" | "resumed"> &
  Partial<Pick<SubmitResult, "jobKey" | "resumed">>;

async function startJob(
  runtime: Runtime,
  plan: Plan,
  record: RenderRecord,
  deadline: Deadline,
): Promise<StartedJob> {
  const { jobInput, provider, fingerprint, store, spendingGate } = plan;
  if ("videoId" in jobInput) return { job: provider.jobFromId(jobInput.videoId) };
  const approve = async () => {
    const expected = await spendingGate.estimate(jobInput.request);
    record.update({ estimate: expected });
    logEstimate(runtime, expected, plan);
    await spendingGate.approveVideo(jobInput.request);
  };
  return submitOrResume(
    runtime,
    provider,
    { request: jobInput.request, fingerprint, store, approve },
    deadline,
  );
}

async function stopOnInterrupt(
  runtime: Runtime,
  plan: Plan,
  job: VideoJob,
  isOwn: boolean,
): Promise<boolean> {
  if (plan.onInterrupt === "keep") return false;
  if (!isOwn) {
    runtime.log.info(
      "`on_interrupt` is stop, but the video is left running: another run may have submitted it, or wait for it.",
    );
    return false;
  }
  const stopped = (await plan.provider.stop?.(job).catch(() => false)) ?? false;
  if (stopped) runtime.log.info("The session was stopped; no video had been begun.");
  return stopped;
}

// An id may stand in a signed link too, and is no secret.
function logJobIds({ log, secrets }: Runtime, what: string, job: VideoJob): void {
  for (const id of Object.values(job.ids)) secrets.exempt(id);
  const ids = Object.entries(job.ids).map(([name, id]) => `${name} ${plainText(id, 128)}`);
  log.info(`${what}: ${ids.join(", ")}.`);
}

function hasErrorCode(error: unknown, code: ShowreelError["code"]): error is ShowreelError {
  return error instanceof ShowreelError && error.code === code;
}

// The video itself has failed. One that cannot be found just now has not.
function isTerminalFailure(error: unknown): boolean {
  return hasErrorCode(error, "generation_failed") && error.terminal;
}
