import { ShowreelError } from "../base/errors.ts";
import { wayInside } from "../base/files/relative-inside.ts";
import { checkProxies } from "../base/http/proxy.ts";
import type { Runtime } from "../base/runtime.ts";
import { createSeal, type Seal } from "../base/seal.ts";
import { createUrlPolicy } from "../download/connect/url-policy.ts";
import { prepareTarget } from "../download/target.ts";
import type { KeptVideos } from "../download/video-cache.ts";
import { type Given, inFile } from "../inputs/read-inputs.ts";
import type { Settings } from "../inputs/schema/settings.ts";
import { linesOf, type VideoRequest } from "../inputs/video-request.ts";
import { createSpending, type SpendingRules, withSpending } from "../jobs/cost/spending-gate.ts";
import type { ProviderPlugin } from "../jobs/provider.ts";
import type { Workflow } from "../platform/github/workflow.ts";
import { findProvider } from "../providers/index.ts";
import { titleOf, toWanted, type Wanted } from "../text/job-input.ts";
import { type KeyPlace, readKey } from "./api-key.ts";
import { type MemoryPlace, toMemory } from "./job-identity.ts";
import type { Plan } from "./plan.ts";

/** What the settings do not say: the place where the run happens. */
export interface Surroundings extends KeyPlace {
  /** The folder that files may be written to. */
  readonly workspace: string;
  readonly workflow: Workflow;
  readonly memory: MemoryPlace;
  /** Finished videos that outlive the workspace; those that others have laid there are told by the seal. */
  kept(seal: Seal): KeptVideos;
}

/** What is to be done: a plan, or nothing, for a reason that is nobody's mistake. */
export type Prepared = { readonly plan: Omit<Plan, "poster"> } | { readonly skipped: string };

/**
 * Checks everything that can be checked before money is spent, and opens the provider. Fails with `invalid_input`.
 * The caller closes `plan.provider`.
 */
export async function prepare(
  runtime: Runtime,
  given: Given<Settings>,
  place: Surroundings,
): Promise<Prepared> {
  const plugin = findProvider(given.settings.provider);
  const isChosenByFile = given.file !== undefined && "provider" in given.file.fields;
  const skipped = whyWithoutKey(plugin, place, isChosenByFile);
  if (skipped !== undefined) return { skipped };
  if (place.workflow.isOwnDoing)
    return { skipped: "No video was made: this run was started by our own link in the release notes." };
  try {
    const { workspace, workflow } = place;
    const words = workflow.words(workspace, given.settings.release_tag);
    const title = workflow.titleFor(given.settings.release_tag);
    const wanted = await toWanted(given, { workspace, title, words, signal: runtime.signal }, plugin.sources);
    if ("skipped" in wanted) return wanted;
    const apiKey = readKey(plugin, place, isChosenByFile);
    return { plan: await toPlan(runtime, plugin, given.settings, wanted, place, apiKey) };
  } catch (error) {
    throw inFile(error, given.file);
  }
}

// Where GitHub gives no secrets a missing key is nobody's mistake.
function whyWithoutKey(
  { keyVariable, label }: ProviderPlugin,
  place: Surroundings,
  isChosenByFile: boolean,
): string | undefined {
  const { lacksSecrets } = place.workflow;
  if (
    keyVariable === undefined ||
    lacksSecrets === undefined ||
    place.key(keyVariable, isChosenByFile)?.trim()
  )
    return undefined;
  return `No video was made: ${lacksSecrets} gets no secrets, so there is no key for ${label}.`;
}

async function toPlan(
  runtime: Runtime,
  plugin: ProviderPlugin,
  settings: Settings,
  wanted: Wanted,
  place: Surroundings,
  apiKey: string,
): Promise<Omit<Plan, "poster">> {
  const { workspace, workflow } = place;
  const memory = toMemory(runtime, settings, place.memory, plugin, wanted);
  if (plugin.notice) runtime.log.warning(plugin.notice);
  checkProxies(runtime.proxies);
  const format = "request" in wanted ? plugin.containerOf(wanted.request) : undefined;
  const target = await prepareTarget(workspace, titleOf(wanted), settings.output_path, format);
  const rules = toRules(settings, plugin, workflow);
  if ("request" in wanted) {
    refuseOverlap(wanted.request, target.folder);
    // A new video is sure to cost money: an untrusted user is turned away before the provider is asked anything.
    if (!rules.isDryRun) await rules.requireTrust();
    if (wanted.shortened) runtime.log.warning(wanted.shortened);
  }
  const seal = createSeal(apiKey, settings.api_base_url);
  const baseUrl = new URL(settings.api_base_url ?? plugin.baseUrl);
  const opened = await plugin.open({
    runtime,
    apiKey,
    baseUrl,
    messages: linesOf(settings.messages),
    timeoutMs: settings.timeout_minutes * 60_000,
  });
  const spending = createSpending(runtime, opened, (request) => plugin.estimate?.(request) ?? {}, rules);
  const provider = withSpending(opened, spending, "request" in wanted ? wanted.request : "messages");
  return {
    wanted,
    provider,
    spending,
    target,
    format,
    ...memory(apiKey),
    maxCostUsd: settings.max_cost_usd,
    onInterrupt: settings.on_interrupt,
    mayBeShared: settings.reuse === "content",
    timeoutMs: settings.timeout_minutes * 60_000,
    pace: toPace(settings, plugin),
    wait: settings.wait,
    onTimeout: settings.on_timeout,
    captions: settings.captions,
    kept: place.kept(seal),
    seal,
    maxBytes: settings.max_size_mb * 1_024 ** 2,
    policy: createUrlPolicy(runtime.proxies, provider.ownOrigin ?? (settings.api_base_url && baseUrl.origin)),
  };
}

function toRules(settings: Settings, { keyVariable }: ProviderPlugin, workflow: Workflow): SpendingRules {
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
function refuseOverlap({ composition }: VideoRequest, folder: string): void {
  if (composition?.from !== "disk" || !composition.entries) return;
  if (wayInside(composition.path, folder) === undefined) return;
  throw new ShowreelError("invalid_input", "`composition` holds the folder that the video goes to.", {
    hint: "Give the project a folder of its own, or change `output_path`. Nothing was submitted.",
  });
}

function toPace(settings: Settings, plugin: ProviderPlugin): Plan["pace"] {
  if (settings.poll_interval_seconds === undefined) return plugin.pace;
  const fixedMs = settings.poll_interval_seconds * 1_000;
  return { fromMs: fixedMs, toMs: fixedMs };
}
