import { ShowreelError } from "../base/errors.ts";
import type { Runtime } from "../base/runtime.ts";
import type { ParsedInputs } from "../inputs/read-inputs.ts";
import type { Settings } from "../inputs/schema/settings.ts";
import { settingStrings } from "../inputs/setting-strings.ts";
import { noJobStore } from "../jobs/job-store.ts";
import { createRecord, type Render, type RenderRecord } from "../jobs/record.ts";
import { withResumeHint } from "../jobs/resume-hint.ts";
import { type Outputs, toOutputs } from "../publish/outputs.ts";
import { createPublishStages, type PublishStages } from "../publish/publish-stages.ts";
import type { Publisher } from "../publish/publisher.ts";
import { toSummary } from "../publish/summary.ts";
import { jobInputTitle } from "../text/job-input.ts";
import { dryRun } from "./dry-run.ts";
import { makeVideo } from "./make-video.ts";
import { prepare, type RunContext } from "./prepare.ts";

/** What is different between the action and the command line. */
export interface FrontEnd<Known extends Settings> {
  readonly context: RunContext;
  /** What the user said. Fails with `invalid_input`. */
  readInputs(): Promise<ParsedInputs<Known>>;
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
  const { workflow } = frontEnd.context;
  let stages: PublishStages | undefined;
  const record = createRecord(runtime, workflow.title, (render) => {
    exemptFromRedaction(runtime, render);
    frontEnd.writeOutputs(redactApiKeys(runtime, toOutputs(render)));
    if (render.job) stages?.onStarted(render);
  });
  try {
    const given = await frontEnd.readInputs();
    const { settings } = given;
    // A refusal names what was typed, and an answer's links may hold it too.
    for (const words of settingStrings(settings)) runtime.secrets.exempt(words);
    record.update({
      provider: settings.provider,
      ...(settings.title !== undefined && { title: settings.title }),
    });
    // A dry run fails with what the real one would fail with here; it publishes nothing.
    const planned = createPublishStages(runtime, workflow, settings, frontEnd.publishers(settings));
    if (!settings.dry_run) stages = planned;
    const remembered = await prepareAndMake(
      runtime,
      given,
      frontEnd.context,
      record,
      stages?.usesPoster ?? false,
    );
    await publish(stages, record, remembered);
  } catch (error) {
    record.update({ status: statusAfterError(error, record.current()), failure: toShowreelError(error) });
    if (record.current().job) await stages?.reportFailure(record).catch(() => {});
    throw error;
  } finally {
    const summary = toSummary(record.current(), workflow.run.run);
    await frontEnd.writeSummary(runtime.secrets.redactMarkdown(summary));
  }
}

// Ids and title are shown everywhere, and stand in links too.
function exemptFromRedaction({ secrets }: Runtime, { title, job }: Render): void {
  for (const words of [title, ...Object.values(job?.ids ?? {})]) secrets.exempt(words);
}

// A link has to stay one that works.
function redactApiKeys({ secrets }: Runtime, outputs: Outputs): Outputs {
  const entries = Object.entries(outputs).map(([name, value]) => [name, secrets.redactKeys(value)]);
  return Object.fromEntries(entries);
}

async function publish(
  stages: PublishStages | undefined,
  record: RenderRecord,
  remembered: boolean,
): Promise<void> {
  if (!record.current().local) return stages?.flush(record);
  await stages?.publish(record).catch((error) => {
    throw withResumeHint(error, record.current().job, remembered);
  });
}

/** Whether a re-run finds the finished video by itself. */
async function prepareAndMake(
  runtime: Runtime,
  given: ParsedInputs<Settings>,
  place: RunContext,
  record: RenderRecord,
  poster: boolean,
): Promise<boolean> {
  const prepared = await prepare(runtime, given, place);
  if ("skipped" in prepared) {
    record.update({ status: "skipped", skipReason: prepared.skipped });
    runtime.log.notice(prepared.skipped);
    return false;
  }
  const plan = { ...prepared.plan, poster };
  if ("request" in plan.jobInput) runtime.secrets.exempt(plan.jobInput.request.text);
  record.update({ title: jobInputTitle(plan.jobInput) });
  const work = given.settings.dry_run ? dryRun(runtime, plan, record) : makeVideo(runtime, plan, record);
  await work.finally(() => plan.provider.close?.());
  return plan.store !== noJobStore && !plan.invalidateWhenDone;
}

// The status is the video's: a run that ends before its video leaves it rendering, an upload does not unmake it.
function statusAfterError(error: unknown, render: Render): Render["status"] {
  const code = toShowreelError(error).code;
  const goesOn = render.job !== undefined && (code === "timed_out" || code === "interrupted");
  return goesOn || render.status === "completed" ? render.status : "failed";
}

// The list of codes is closed; what nobody foresaw goes under the widest of them and keeps its stack as the cause.
function toShowreelError(error: unknown): ShowreelError {
  return error instanceof ShowreelError
    ? error
    : new ShowreelError("provider_error", `Unexpected error: ${error}`, { cause: error });
}
