import { ShowreelError } from "./base/errors.ts";
import type { Runtime } from "./base/runtime.ts";
import type { Given } from "./compose/given.ts";
import type { Settings } from "./compose/settings.ts";
import { dryRun } from "./dry-run.ts";
import { makeVideo } from "./make-video.ts";
import { prepare, type Surroundings } from "./prepare.ts";
import { type Outputs, toOutputs } from "./publish/outputs.ts";
import { toSummary } from "./publish/summary.ts";
import { type Artifact, createRecord, type Render, type RenderRecord } from "./render/record.ts";
import { withWayBack } from "./render/way-back.ts";

/** What is different between the action and the command line. */
export interface FrontEnd<Known extends Settings> {
  readonly place: Surroundings;
  /** What the user said. Fails with `invalid_input`. */
  readGiven(): Promise<Given<Known>>;
  /** Called with all outputs at every change, from the very start. */
  writeOutputs(outputs: Outputs): void;
  /** Brings the video to where people see it; fails with `publish_failed`. */
  publish(settings: Known, record: RenderRecord): Promise<Artifact | undefined>;
  /** Called once, at the end, however it ends. */
  writeSummary(markdown: string): Promise<void>;
}

/** One run: settings → video → publish. Outputs and summary are written also when it fails; the error goes on. */
export async function run<Known extends Settings>(
  runtime: Runtime,
  frontEnd: FrontEnd<Known>,
): Promise<void> {
  const record = createRecord(runtime, frontEnd.place.workflow.title, (render) =>
    frontEnd.writeOutputs(toOutputs(render)),
  );
  try {
    const given = await frontEnd.readGiven();
    const { settings } = given;
    record.add({
      provider: settings.provider,
      ...(settings.title !== undefined && { title: settings.title }),
    });
    await produce(runtime, given, frontEnd.place, record);
    const artifact = await frontEnd.publish(settings, record).catch((error) => {
      throw withWayBack(error, record.current().job, settings.reuse !== "never");
    });
    record.add({ artifact });
  } catch (error) {
    record.add({ status: statusAfter(error, record.current()), failure: toFailure(error) });
    throw error;
  } finally {
    await frontEnd.writeSummary(toSummary(record.current()));
  }
}

async function produce(runtime: Runtime, given: Given<Settings>, place: Surroundings, record: RenderRecord) {
  const prepared = await prepare(runtime, given, place);
  if ("skipped" in prepared) {
    record.add({ status: "skipped", skipped: prepared.skipped });
    return runtime.log.notice(prepared.skipped);
  }
  const { plan } = prepared;
  if ("request" in plan.wanted) record.add({ title: plan.wanted.request.title });
  const work = given.settings.dry_run ? dryRun(runtime, plan, record) : makeVideo(runtime, plan, record);
  await work.finally(() => plan.provider.close?.());
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
