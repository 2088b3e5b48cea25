import { join } from "node:path";
import { invalidInputError } from "../base/errors.ts";
import { relativeInside } from "../base/files/relative-inside.ts";
import { checkProxies } from "../base/http/proxy.ts";
import type { Runtime } from "../base/runtime.ts";
import { createSeal } from "../base/seal.ts";
import { createUrlPolicy } from "../download/connect/url-policy.ts";
import { prepareTarget } from "../download/output-target.ts";
import { createPageFilter } from "../inputs/pages.ts";
import { type ParsedInputs, withSourceLocation } from "../inputs/read-inputs.ts";
import type { Settings } from "../inputs/schema/settings.ts";
import { nonEmptyLines, type VideoRequest } from "../inputs/video-request.ts";
import { createSpendingGate, type SpendingRules, withSpendingGate } from "../jobs/cost/spending-gate.ts";
import type { ProviderPlugin } from "../jobs/provider.ts";
import type { Workflow } from "../platform/github/workflow.ts";
import { loadProvider } from "../providers/index.ts";
import { createPublishStages, type PublishStages } from "../publish/publish-stages.ts";
import type { Publisher } from "../publish/publisher.ts";
import { buildJobInput, type JobInput, jobInputTitle } from "../text/job-input.ts";
import { readApiKey } from "./api-key.ts";
import type { RunContext } from "./front-end.ts";
import { resolveJobIdentity } from "./job-identity.ts";
import type { Plan } from "./plan.ts";
import { toPollSettings } from "./poll-settings.ts";

/** The parsed inputs of one video, and the publishers that upload its files. */
export interface VideoInputs {
  readonly inputs: ParsedInputs<Settings>;
  readonly publishers: readonly Publisher[];
}

/** A plan, or the reason why the video is skipped without an error. */
export type PrepareResult = { readonly plan: Plan } | { readonly skipped: string };

/**
 * Checks everything that can be checked before money is spent, and opens the provider. Fails with `invalid_input`. The
 * caller closes `plan.provider`.
 */
export async function prepare(
  runtime: Runtime,
  { inputs, publishers }: VideoInputs,
  context: RunContext,
): Promise<PrepareResult> {
  const { workflow } = context;
  const isLatestRelease = inputs.settings.release_tag === "latest";
  const settings = isLatestRelease
    ? { ...inputs.settings, release_tag: await workflow.latestReleaseTag() }
    : inputs.settings;
  // Also created for a dry run, so that it fails if the real run would.
  const publishStages = await createPublishStages(runtime, workflow, settings, publishers);
  const plugin = await loadProvider(settings.provider);
  const isProviderFromFile = inputs.file !== undefined && "provider" in inputs.file.fields;
  const skipReason =
    missingKeySkipReason(plugin, context, isProviderFromFile) ?? selfTriggerSkipReason(workflow);
  if (skipReason !== undefined) return { skipped: skipReason };
  try {
    const jobInput = await readJobInput(runtime, { ...inputs, settings, isLatestRelease }, plugin, context);
    if ("skipped" in jobInput) return jobInput;
    const apiKey = readApiKey(plugin, context, isProviderFromFile);
    const request: PlanRequest = { plugin, settings, jobInput, apiKey, publishStages };
    return { plan: await buildPlan(runtime, request, context) };
  } catch (error) {
    throw withSourceLocation(error, inputs.file);
  }
}

// If GitHub gives the run no secrets, a missing key isn't the user's mistake.
function missingKeySkipReason(
  { keyVariable, label }: ProviderPlugin,
  context: RunContext,
  isProviderFromFile: boolean,
): string | undefined {
  const { missingSecretsReason } = context.workflow;
  if (keyVariable === undefined || missingSecretsReason === undefined) return undefined;
  if (context.apiKey(keyVariable, isProviderFromFile)?.trim()) return undefined;
  return `No video was made: ${missingSecretsReason} gets no secrets, so there is no key for ${label}.`;
}

function selfTriggerSkipReason({ isSelfTriggered }: Workflow): string | undefined {
  return isSelfTriggered
    ? "No video was made: this run was started by Showreel's own link in the release notes."
    : undefined;
}

async function readJobInput(
  runtime: Runtime,
  { isLatestRelease, ...inputs }: ParsedInputs<Settings> & { readonly isLatestRelease: boolean },
  { sources }: ProviderPlugin,
  { workspace, workflow }: RunContext,
) {
  const { release_tag, pages } = inputs.settings;
  const isPage = await createPageFilter(pages);
  const eventText = workflow.eventText(workspace, release_tag, { isLatestRelease, isPage });
  const eventTitle = workflow.titleFor(release_tag);
  const title = { ...eventTitle, stableText: isLatestRelease ? "The latest release" : eventTitle.text };
  return buildJobInput(inputs, { workspace, title, eventText, signal: runtime.signal }, sources);
}

/** The parts from which a plan is created. */
interface PlanRequest {
  readonly plugin: ProviderPlugin;
  readonly settings: Settings;
  readonly jobInput: JobInput;
  readonly apiKey: string;
  readonly publishStages: PublishStages;
}

async function buildPlan(
  runtime: Runtime,
  { plugin, settings, jobInput, apiKey, publishStages }: PlanRequest,
  { workspace, workflow, reuseScope, openVideoCache }: RunContext,
): Promise<Plan> {
  const identity = resolveJobIdentity(runtime, jobInput, { plugin, settings, apiKey, reuseScope });
  const request = jobInput.kind === "new" ? jobInput.request : undefined;
  if (plugin.notice) runtime.log.warning(plugin.notice);
  checkProxies(runtime.proxies);
  const format = request && plugin.outputContainer(request);
  const target = await prepareTarget(workspace, jobInputTitle(jobInput), settings.output_path, format);
  const rules = toSpendingRules(settings, plugin, workflow);
  if (request) {
    rejectOutputInsideComposition(request, target.folder);
    // A new video always costs money, so an untrusted user is rejected before the first request to the
    // provider.
    if (!rules.isDryRun) await rules.requireTrust();
  }
  if (jobInput.kind === "new" && jobInput.shorteningWarning) runtime.log.warning(jobInput.shorteningWarning);
  const seal = createSeal(apiKey, settings.api_base_url);
  const timeoutMs = settings.timeout_minutes * 60_000;
  const baseUrl = new URL(settings.api_base_url ?? plugin.baseUrl);
  const messages = nonEmptyLines(settings.messages);
  const stateFolder = join(workspace, ".showreel");
  const opened = await plugin.open({ runtime, apiKey, baseUrl, messages, timeoutMs, stateFolder });
  const spendingGate = createSpendingGate(
    runtime,
    opened,
    async (video) => (await plugin.estimate?.(video)) ?? {},
    rules,
  );
  const provider = withSpendingGate(opened, spendingGate, request);
  return {
    jobInput,
    isDryRun: settings.dry_run,
    provider,
    isFree: plugin.keyVariable === undefined,
    spendingGate,
    target,
    format,
    ...identity,
    maxCostUsd: settings.max_cost_usd,
    onInterrupt: settings.on_interrupt,
    isShared: settings.reuse === "content",
    timeoutMs,
    poll: toPollSettings(settings, plugin, request),
    wait: settings.wait,
    onTimeout: settings.on_timeout,
    captions: settings.captions,
    videoCache: openVideoCache(seal),
    seal,
    maxBytes: settings.max_size_mb * 1_024 ** 2,
    publishStages: settings.dry_run ? undefined : publishStages,
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
  // A provider that needs no key is free.
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

// A composition that contains its own videos would change with every run, and be paid for again.
function rejectOutputInsideComposition({ composition }: VideoRequest, outputFolder: string): void {
  if (composition?.from !== "disk" || !composition.entries) return;
  if (relativeInside(composition.path, outputFolder) === undefined) return;
  throw invalidInputError("`composition` contains the folder that the video is written to.", {
    hint: "Move the composition to a folder of its own, or change `output_path`.",
    settings: ["composition", "output_path"],
  });
}
