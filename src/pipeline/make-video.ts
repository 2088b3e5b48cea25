import { ShowreelError } from "../base/errors.ts";
import { plainText } from "../base/plain-text.ts";
import type { Runtime } from "../base/runtime.ts";
import { tellExpected } from "../jobs/cost/log-estimate.ts";
import { createDeadline, type Deadline } from "../jobs/deadline.ts";
import { noJobStore } from "../jobs/job-store.ts";
import type { VideoJob } from "../jobs/provider.ts";
import type { RenderRecord } from "../jobs/record.ts";
import { wayBackTo, withWayBack } from "../jobs/resume-hint.ts";
import { type Obtained, obtainJob } from "../jobs/submit/submit-or-resume.ts";
import { waitForVideo } from "../jobs/wait.ts";
import { bringFiles } from "./download-outputs.ts";
import type { Plan } from "./plan.ts";

/**
 * The whole story: take up or submit, wait, download. What becomes known is added to the record at once. Fails with an
 * error that says how to take the video up, once there is one.
 */
export async function makeVideo(runtime: Runtime, plan: Plan, record: RenderRecord): Promise<void> {
  const deadline = createDeadline(runtime, plan.timeoutMs);
  const { job, resumed, place } = await record.phase("submit", () =>
    takeUpOrSubmit(runtime, plan, record, deadline),
  );
  // Before anything else can fail: what is paid for has its id in the log.
  tellIds(runtime, place && !resumed ? "Submitted" : "Taking up", job);
  record.mark("submitted");
  record.add({ status: "processing", job, ...(resumed !== undefined && { resumed }) });
  try {
    if (plan.wait) await waitAndFetch(runtime, plan, record, job, deadline);
    else leave(record, job, plan);
    if (plan.wait && plan.forgetWhenDone) await place?.store.forget(place.fingerprint, place.generation);
  } catch (error) {
    const known = record.current().job ?? job;
    const isOwn = resumed === false && !plan.mayBeShared;
    const stopped = isCode(error, "interrupted") && (await stopIfWanted(runtime, plan, known, isOwn));
    if (stopped || isFailure(error)) await place?.store.forget(place.fingerprint, place.generation);
    const failure = stopped ? error : withWayBack(error, known, plan.store !== noJobStore);
    if (!isCode(failure, "timed_out") || plan.onTimeout === "fail") throw failure;
    runtime.log.warning(`${failure.message}\n${failure.hint}`);
    leave(record, known, plan);
  }
}

// The run ends well without the video, and says how to come back to it.
function leave(record: RenderRecord, job: VideoJob, plan: Plan): void {
  const wayBack = wayBackTo(job, plan.store !== noJobStore);
  if (wayBack !== undefined) record.add({ wayBack });
}

async function waitAndFetch(
  runtime: Runtime,
  plan: Plan,
  record: RenderRecord,
  job: VideoJob,
  deadline: Deadline,
): Promise<void> {
  // An id that a user typed counts as taken up once the provider knows it.
  const isThere = () => {
    if ("videoId" in plan.wanted) record.add({ resumed: true });
  };
  const remote = await record.phase("render", () =>
    waitForVideo(runtime, plan.provider, job, deadline, plan.pace, {
      isTyped: "videoId" in plan.wanted,
      onJob: (known) => {
        tellIds(runtime, "Ids", known);
        record.add({ job: known, resumed: record.current().resumed ?? true });
      },
      onPending: (word) => {
        record.mark(isQueued(word) ? "queued" : "rendering");
        isThere();
      },
    }),
  );
  isThere();
  record.add({ remote });
  record.mark("rendered");
  await bringFiles(runtime, plan, record.current().job ?? job, remote, record);
  record.add({ status: "completed" });
}

// Whether an id that a user typed can be taken up shows at the provider's first answer.
type Start = Omit<Obtained, "place" | "resumed"> & Partial<Pick<Obtained, "place" | "resumed">>;

async function takeUpOrSubmit(
  runtime: Runtime,
  plan: Plan,
  record: RenderRecord,
  deadline: Deadline,
): Promise<Start> {
  const { wanted, provider, fingerprint, store, spending } = plan;
  if ("videoId" in wanted) return { job: provider.takeUp(wanted.videoId) };
  const approve = async () => {
    const expected = await spending.estimate(wanted.request);
    record.add({ estimate: expected });
    tellExpected(runtime, expected, plan);
    await spending.approve(wanted.request);
  };
  return obtainJob(runtime, provider, { request: wanted.request, fingerprint, store, approve }, deadline);
}

async function stopIfWanted(runtime: Runtime, plan: Plan, job: VideoJob, isOwn: boolean): Promise<boolean> {
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

// What providers call the time before somebody works on it.
const isQueued = (word: string) => /wait|pend|queue|think|plan|submitted/i.test(word);

// An id may stand in a signed link too, and is no secret.
function tellIds({ log, secrets }: Runtime, what: string, job: VideoJob): void {
  for (const id of Object.values(job.ids)) secrets.spare(id);
  const ids = Object.entries(job.ids).map(([name, id]) => `${name} ${plainText(id, 128)}`);
  log.info(`${what}: ${ids.join(", ")}.`);
}

function isCode(error: unknown, code: ShowreelError["code"]): error is ShowreelError {
  return error instanceof ShowreelError && error.code === code;
}

// The video itself has failed. One that cannot be found just now has not.
function isFailure(error: unknown): boolean {
  return isCode(error, "generation_failed") && error.endsJob;
}
