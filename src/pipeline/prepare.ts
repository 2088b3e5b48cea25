import { ShowreelError } from "../base/errors.ts";
import { relativeInside } from "../base/files/relative-inside.ts";
import { checkProxies } from "../base/http/proxy.ts";
import type { Runtime } from "../base/runtime.ts";
import { createSeal, type Seal } from "../base/seal.ts";
import { createUrlPolicy } from "../download/connect/url-policy.ts";
import { prepareTarget } from "../download/output-target.ts";
import type { VideoCache } from "../download/video-cache.ts";
import { type ParsedInputs, withSourceLocation } from "../inputs/read-inputs.ts";
import type { Settings } from "../inputs/schema/settings.ts";
import { nonEmptyLines, type VideoRequest } from "../inputs/video-request.ts";
import { createSpendingGate, type SpendingRules, withSpendingGate } from "../jobs/cost/spending-gate.ts";
import type { ProviderPlugin } from "../jobs/provider.ts";
import type { Workflow } from "../platform/github/workflow.ts";
import { findProvider } from "../providers/index.ts";
import { buildJobInput, type JobInput, jobInputTitle } from "../text/job-input.ts";
import { type ApiKeySource, readApiKey } from "./api-key.ts";
import { type ReuseScope, resolveJobIdentity } from "./job-identity.ts";
import type { Plan } from "./plan.ts";

/** What the settings do not say: the place where the run happens. */
export interface RunContext extends ApiKeySource {
  /** The folder that files may be written to. */
  readonly workspace: string;
  readonly workflow: Workflow;
  readonly reuseScope: ReuseScope;
  /** Finished videos that outlive the workspace; those that others have laid there are told by the seal. */
  openVideoCache(seal: Seal): VideoCache;
}

/** What is to be done: a plan, or nothing, for a reason that is nobody's mistake. */
export type PrepareResult = { readonly plan: Omit<Plan, "poster"> } | { readonly skipped: string };

/**
 * Checks everything that can be checked before money is spent, and opens the provider. Fails with `invalid_input`.
 * The caller closes `plan.provider`.
 */
export async function prepare(
  runtime: Runtime,
  inputs: ParsedInputs<Settings>,
  context: RunContext,
): Promise<PrepareResult> {
  const plugin = findProvider(inputs.settings.provider);
  const isChosenByFile = inputs.file !== undefined && "provider" in inputs.file.fields;
  const skipped = missingKeySkipReason(plugin, context, isChosenByFile);
  if (skipped !== undefined) return { skipped };
  if (context.workflow.isSelfTriggered)
    return { skipped: "No video was made: this run was started by our own link in the release notes." };
  try {
    const { workspace, workflow } = context;
    const words = workflow.eventText(workspace, inputs.settings.release_tag);
    const title = workflow.titleFor(inputs.settings.release_tag);
    const wanted = await buildJobInput(
      inputs,
      { workspace, title, eventText: words, signal: runtime.signal },
      plugin.sources,
    );
    if ("skipped" in wanted) return wanted;
    const apiKey = readApiKey(plugin, context, isChosenByFile);
    return { plan: await buildPlan(runtime, plugin, inputs.settings, wanted, context, apiKey) };
  } catch (error) {
    throw withSourceLocation(error, inputs.file);
  }
}

// Where GitHub gives no secrets a missing key is nobody's mistake.
function missingKeySkipReason(
  { keyVariable, label }: ProviderPlugin,
  place: RunContext,
  isChosenByFile: boolean,
): string | undefined {
  const { missingSecretsReason } = place.workflow;
  if (
    keyVariable === undefined ||
    missingSecretsReason === undefined ||
    place.apiKey(keyVariable, isChosenByFile)?.trim()
  )
    return undefined;
  return `No video was made: ${missingSecretsReason} gets no secrets, so there is no key for ${label}.`;
}

async function buildPlan(
  runtime: Runtime,
  plugin: ProviderPlugin,
  settings: Settings,
  wanted: JobInput,
  place: RunContext,
  apiKey: string,
): Promise<Omit<Plan, "poster">> {
  const { workspace, workflow } = place;
  const memory = resolveJobIdentity(runtime, settings, place.reuseScope, plugin, wanted);
  if (plugin.notice) runtime.log.warning(plugin.notice);
  checkProxies(runtime.proxies);
  const format = "request" in wanted ? plugin.outputContainer(wanted.request) : undefined;
  const target = await prepareTarget(workspace, jobInputTitle(wanted), settings.output_path, format);
  const rules = toSpendingRules(settings, plugin, workflow);
  if ("request" in wanted) {
    rejectOutputInsideComposition(wanted.request, target.folder);
    // A new video is sure to cost money: an untrusted user is turned away before the provider is asked anything.
    if (!rules.isDryRun) await rules.requireTrust();
    if (wanted.shorteningWarning) runtime.log.warning(wanted.shorteningWarning);
  }
  const seal = createSeal(apiKey, settings.api_base_url);
  const baseUrl = new URL(settings.api_base_url ?? plugin.baseUrl);
  const opened = await plugin.open({
    runtime,
    apiKey,
    baseUrl,
    messages: nonEmptyLines(settings.messages),
    timeoutMs: settings.timeout_minutes * 60_000,
  });
  const spending = createSpendingGate(runtime, opened, (request) => plugin.estimate?.(request) ?? {}, rules);
  const provider = withSpendingGate(opened, spending, "request" in wanted ? wanted.request : undefined);
  return {
    jobInput: wanted,
    provider,
    spendingGate: spending,
    target,
    format,
    ...memory(apiKey),
    maxCostUsd: settings.max_cost_usd,
    onInterrupt: settings.on_interrupt,
    mayBeShared: settings.reuse === "content",
    timeoutMs: settings.timeout_minutes * 60_000,
    pollInterval: toPollInterval(settings, plugin),
    wait: settings.wait,
    onTimeout: settings.on_timeout,
    captions: settings.captions,
    videoCache: place.openVideoCache(seal),
    seal,
    maxBytes: settings.max_size_mb * 1_024 ** 2,
    urlPolicy: createUrlPolicy(
      runtime.proxies,
      provider.trustedOrigin ?? (settings.api_base_url && baseUrl.origin),
    ),
  };
}

function toSpendingRules(
  settings: Settings,
  { keyVariable }: ProviderPlugin,
  workflow: Workflow,
): SpendingRules {
  // Without a key nobody pays.
  let isTrusted = settings.allow_untrusted || keyVariable === undefined;
  return {
    async requireTrust() {
      if (isTrusted) return;
      await workflow.requireTrust();
      isTrusted = true;
    },
    maxCostUsd: settings.max_cost_usd,
    isDryRun: settings.dry_run,
  };
}

// A composition that holds its own videos is another one at each run, and would be paid for again.
function rejectOutputInsideComposition({ composition }: VideoRequest, folder: string): void {
  if (composition?.from !== "disk" || !composition.entries) return;
  if (relativeInside(composition.path, folder) === undefined) return;
  throw new ShowreelError("invalid_input", "`composition` holds the folder that the video goes to.", {
    hint: "Give the project a folder of its own, or change `output_path`. Nothing was submitted.",
  });
}

function toPollInterval(settings: Settings, plugin: ProviderPlugin): Plan["pollInterval"] {
  if (settings.poll_interval_seconds === undefined) return plugin.pollInterval;
  const fixedMs = settings.poll_interval_seconds * 1_000;
  return { minMs: fixedMs, maxMs: fixedMs };
}
