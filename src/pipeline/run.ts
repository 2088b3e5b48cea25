import { ShowreelError } from "../base/errors.ts";
import type { Runtime } from "../base/runtime.ts";
import type { Given } from "../inputs/read-inputs.ts";
import type { Settings } from "../inputs/schema/settings.ts";
import { typedWords } from "../inputs/typed-values.ts";
import { noJobStore } from "../jobs/job-store.ts";
import { createRecord, type Render, type RenderRecord } from "../jobs/record.ts";
import { withWayBack } from "../jobs/resume-hint.ts";
import { createStages, type Stages } from "../publish/index.ts";
import { type Outputs, toOutputs } from "../publish/outputs.ts";
import type { Publisher } from "../publish/publisher.ts";
import { toSummary } from "../publish/summary.ts";
import { titleOf } from "../text/job-input.ts";
import { dryRun } from "./dry-run.ts";
import { makeVideo } from "./make-video.ts";
import { prepare, type Surroundings } from "./prepare.ts";

/** What is different between the action and the command line. */
export interface FrontEnd<Known extends Settings> {
  readonly place: Surroundings;
  /** What the user said. Fails with `invalid_input`. */
  readGiven(): Promise<Given<Known>>;
  /** Called with all outputs at every change, from the very start. */
  writeOutputs(outputs: Outputs): void;
  /** Those who bring the video to where it lies. */
  publishers(settings: Known): readonly Publisher[];
  /** Called once, at the end, however it ends. */
  writeSummary(markdown: string): Promise<void>;
}

/** One run: settings → video → publish. Outputs and summary are written also when it fails; the error goes on. */
export async function run<Known extends Settings>(
  runtime: Runtime,
  frontEnd: FrontEnd<Known>,
): Promise<void> {
  const { workflow } = frontEnd.place;
  let stages: Stages | undefined;
  const record = createRecord(runtime, workflow.title, (render) => {
    spareWords(runtime, render);
    frontEnd.writeOutputs(withoutKeys(runtime, toOutputs(render)));
    if (render.job) stages?.begin(render);
  });
  try {
    const given = await frontEnd.readGiven();
    const { settings } = given;
    // A refusal names what was typed, and an answer's links may hold it too.
    for (const words of typedWords(settings)) runtime.secrets.spare(words);
    record.add({
      provider: settings.provider,
      ...(settings.title !== undefined && { title: settings.title }),
    });
    // A dry run fails with what the real one would fail with here; it publishes nothing.
    const planned = createStages(runtime, workflow, settings, frontEnd.publishers(settings));
    if (!settings.dry_run) stages = planned;
    const remembered = await produce(runtime, given, frontEnd.place, record, stages?.usesPoster ?? false);
    await publish(stages, record, remembered);
  } catch (error) {
    record.add({ status: statusAfter(error, record.current()), failure: toFailure(error) });
    if (record.current().job) await stages?.tell(record).catch(() => {});
    throw error;
  } finally {
    const summary = toSummary(record.current(), workflow.run.run);
    await frontEnd.writeSummary(runtime.secrets.strikeMarkdown(summary));
  }
}

// Ids and title are shown everywhere, and stand in links too.
function spareWords({ secrets }: Runtime, { title, job }: Render): void {
  for (const words of [title, ...Object.values(job?.ids ?? {})]) secrets.spare(words);
}

// A link has to stay one that works.
function withoutKeys({ secrets }: Runtime, outputs: Outputs): Outputs {
  const entries = Object.entries(outputs).map(([name, value]) => [name, secrets.strikeKeys(value)]);
  return Object.fromEntries(entries);
}

async function publish(stages: Stages | undefined, record: RenderRecord, remembered: boolean): Promise<void> {
  if (!record.current().local) return stages?.settle(record);
  await stages?.publish(record).catch((error) => {
    throw withWayBack(error, record.current().job, remembered);
  });
}

/** Whether a re-run finds the finished video by itself. */
async function produce(
  runtime: Runtime,
  given: Given<Settings>,
  place: Surroundings,
  record: RenderRecord,
  poster: boolean,
): Promise<boolean> {
  const prepared = await prepare(runtime, given, place);
  if ("skipped" in prepared) {
    record.add({ status: "skipped", skipped: prepared.skipped });
    runtime.log.notice(prepared.skipped);
    return false;
  }
  const plan = { ...prepared.plan, poster };
  if ("request" in plan.wanted) runtime.secrets.spare(plan.wanted.request.text);
  record.add({ title: titleOf(plan.wanted) });
  const work = given.settings.dry_run ? dryRun(runtime, plan, record) : makeVideo(runtime, plan, record);
  await work.finally(() => plan.provider.close?.());
  return plan.store !== noJobStore && !plan.forgetWhenDone;
}

// The status is the video's: a run that ends before its video leaves it rendering, an upload does not unmake it.
function statusAfter(error: unknown, render: Render): Render["status"] {
  const code = toFailure(error).code;
  const goesOn = render.job !== undefined && (code === "timed_out" || code === "interrupted");
  return goesOn || render.status === "completed" ? render.status : "failed";
}

// The list of codes is closed; what nobody foresaw goes under the widest of them and keeps its stack as the cause.
function toFailure(error: unknown): ShowreelError {
  return error instanceof ShowreelError
    ? error
    : new ShowreelError("provider_error", `Unexpected error: ${error}`, { cause: error });
}
