import { isAbsolute, relative, sep } from "node:path";
import { ShowreelError } from "./base/errors.ts";
import { checkProxies } from "./base/proxy.ts";
import type { Runtime } from "./base/runtime.ts";
import { fingerprint, linesOf, toWanted, type VideoRequest } from "./compose/request.ts";
import type { Settings } from "./compose/settings.ts";
import type { KeptVideos } from "./download/kept-videos.ts";
import { prepareTarget } from "./download/target.ts";
import { createUrlPolicy } from "./download/url-policy.ts";
import type { Plan } from "./make-video.ts";
import { type KeyPlace, readKey } from "./provider-key.ts";
import { findProvider } from "./providers/index.ts";
import { type JobStore, noJobStore } from "./render/job-store.ts";
import type { ProviderPlugin } from "./render/provider.ts";

/** What the settings do not say: the place where the run happens. */
export interface Surroundings extends KeyPlace {
  /** The folder that files may be written to. */
  readonly workspace: string;
  /** The title when the user gives none. */
  readonly title: string;
  /** What memory there is, and in which scope the same request is the same video. */
  readonly memory: {
    readonly store: JobStore;
    /** Where all runs share a video: the repository or folder. */
    readonly everyRun: readonly string[];
    /** What names one run beside that, over all its attempts; undefined where no run can be repeated. */
    readonly run: string | undefined;
  };
  /** Finished videos that outlive the workspace. */
  readonly kept: KeptVideos;
}

/**
 * Checks everything that can be checked before money is spent, and opens the provider. Fails with `invalid_input`.
 * The caller closes `plan.provider`.
 */
export async function prepare(runtime: Runtime, settings: Settings, place: Surroundings): Promise<Plan> {
  const plugin = findProvider(settings.provider);
  const wanted = await toWanted(settings, place.title, place.workspace, plugin.sources);
  const payload =
    "request" in wanted ? { provider: plugin.name, ...plugin.toPayload(wanted.request) } : undefined;
  if (plugin.notice) runtime.log.warning(plugin.notice);
  const apiKey = readKey(plugin, place);
  checkProxies(runtime.proxies);
  const title = settings.title ?? place.title;
  const format = "request" in wanted ? plugin.containerOf(wanted.request) : undefined;
  const target = await prepareTarget(place.workspace, title, settings.output_path, format);
  if ("request" in wanted) refuseOverlap(wanted.request, target.folder);
  const baseUrl = new URL(settings.api_base_url ?? plugin.baseUrl);
  const provider = await plugin.open({
    runtime,
    apiKey,
    baseUrl,
    messages: linesOf(settings.messages),
  });
  return {
    wanted,
    provider,
    target,
    format,
    ...(payload ? toMemory(runtime, settings, place, payload, apiKey) : noMemory),
    onInterrupt: settings.on_interrupt,
    timeoutMs: settings.timeout_minutes * 60_000,
    pace: toPace(settings, plugin),
    wait: settings.wait,
    onTimeout: settings.on_timeout,
    captions: settings.captions,
    kept: place.kept,
    maxBytes: settings.max_size_mb * 1_024 ** 2,
    policy: createUrlPolicy(runtime.proxies, provider.ownOrigin ?? (settings.api_base_url && baseUrl.origin)),
  };
}

// A composition that holds its own videos is another one at each run, and would be paid for again.
function refuseOverlap({ composition }: VideoRequest, folder: string): void {
  if (composition?.from !== "disk" || !composition.entries) return;
  const way = relative(composition.path, folder);
  if (way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way)) return;
  throw new ShowreelError("invalid_input", "`composition` holds the folder that the video goes to.", {
    hint: "Give the project a folder of its own, or change `output_path`. Nothing was submitted.",
  });
}

const noMemory = { fingerprint: "", store: noJobStore, forgetWhenDone: false };

function toMemory(
  runtime: Runtime,
  settings: Settings,
  { memory }: Surroundings,
  payload: object,
  apiKey: string,
): Pick<Plan, "fingerprint" | "store" | "forgetWhenDone"> {
  const account = [apiKey, settings.api_base_url ?? ""].join("\n");
  const nonce = `${runtime.now()} ${runtime.random()}`;
  const scope = {
    run: ["run", ...memory.everyRun, memory.run ?? ""],
    content: memory.everyRun,
    never: [nonce],
  };
  return {
    fingerprint: fingerprint(payload, account, scope[settings.reuse]),
    store: settings.reuse === "never" ? noJobStore : memory.store,
    forgetWhenDone: settings.reuse === "run" && memory.run === undefined,
  };
}

function toPace(settings: Settings, plugin: ProviderPlugin): Plan["pace"] {
  if (settings.poll_interval_seconds === undefined) return plugin.pace;
  const fixedMs = settings.poll_interval_seconds * 1_000;
  return { fromMs: fixedMs, toMs: fixedMs };
}
