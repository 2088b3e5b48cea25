import { ShowreelError } from "../base/errors.ts";
import { checkProxies } from "../base/http/proxy.ts";
import type { Runtime } from "../base/runtime.ts";
import { plainText } from "../base/text/plain-text.ts";
import { withRetries } from "../base/timing/retry.ts";
import { nearestName } from "../inputs/invalid-input.ts";
import { readSettings } from "../inputs/schema/settings.ts";
import { type Catalog, type CatalogItem, type CatalogKind, catalogKinds } from "../jobs/catalog.ts";
import { readApiKey } from "../pipeline/api-key.ts";
import { loadProvider } from "../providers/index.ts";
import { readArguments } from "./args.ts";
import type { CliContext } from "./context.ts";
import { listHelpText } from "./help.ts";
import { type ListSettings, listSettings } from "./list-settings.ts";
import { toTable } from "./table.ts";

/** Runs `showreel list …`: prints what the provider offers to stdout, and messages to stderr. */
export async function runListCommand(
  runtime: Runtime,
  { argv: [, kindArgument, ...flags], env, print }: CliContext,
): Promise<void> {
  if (kindArgument === "--help" || kindArgument === "-h") return print(listHelpText());
  const kind = readKind(kindArgument);
  const args = readArguments(listSettings, flags, env, "showreel list");
  if (args.help) return print(listHelpText());
  if (args.dotenv !== undefined || args.dotenvIncludeUrl || args.includeUrls) throw noOutputsError();
  const settings = await readSettings(listSettings, args.settings);
  rejectUnsupportedFilter(kind, settings);
  const { items, hasMore } = await readCatalog(runtime, kind, settings, env);
  const redacted = items.map((item) => redactItem(runtime, item));
  print(settings.json ? `${JSON.stringify(redacted, undefined, 2)}\n` : toTable(redacted));
  if (items.length === 0) runtime.log.info(`${settings.provider} lists no ${kind}.`);
  if (hasMore) runtime.log.info(`There are more than these ${items.length} ${kind}: --limit shows more.`);
}

function readKind(argument: string | undefined): CatalogKind {
  const kind = catalogKinds.find((name) => name === argument);
  if (kind) return kind;
  const typed = argument === undefined || argument.startsWith("-") ? "" : plainText(argument, 60);
  const nearest = typed && nearestName(typed, catalogKinds);
  const message = typed ? `There is no list of "${typed}".` : "The list command needs to know what to list.";
  const commands = catalogKinds.map((name) => `showreel list ${name}`).join(", ");
  throw new ShowreelError("invalid_input", message, {
    hint: `${nearest ? `Did you mean ${nearest}? ` : ""}Available: ${commands}.`,
  });
}

async function readCatalog(
  runtime: Runtime,
  kind: CatalogKind,
  { provider, api_base_url, limit, language, gender, ownership }: ListSettings,
  env: NodeJS.ProcessEnv,
): Promise<Catalog> {
  const { catalog, ...plugin } = await loadProvider(provider);
  if (!catalog) throw noCatalogError(provider);
  const apiKey = readApiKey(plugin, { apiKey: (name) => env[name], apiKeyLabel: (name) => name });
  checkProxies(runtime.proxies);
  const connection = { runtime, apiKey, baseUrl: new URL(api_base_url ?? plugin.baseUrl) };
  return withRetries(runtime, () => catalog(connection, { kind, limit, language, gender, ownership }));
}

function redactItem({ secrets }: Runtime, item: CatalogItem): CatalogItem {
  const redact = (value: CatalogItem[string]) =>
    typeof value === "string" ? secrets.redactKeys(value) : value.map((text) => secrets.redactKeys(text));
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, redact(value)]));
}

// To ignore a filter would show the wrong list.
function rejectUnsupportedFilter(kind: CatalogKind, { language, gender, ownership }: ListSettings): void {
  const isVoices = kind === "voices";
  const unsupported =
    (language && !isVoices && "--language") ||
    (gender && !isVoices && "--gender") ||
    (ownership && !isVoices && kind !== "avatars" && "--ownership");
  if (!unsupported) return;
  throw new ShowreelError("invalid_input", `${unsupported} is not supported for a list of ${kind}.`, {
    hint: "Remove it. All flags: showreel list --help",
  });
}

function noCatalogError(provider: string): ShowreelError {
  return new ShowreelError("invalid_input", `\`provider\` is ${provider}, which has no lists.`, {
    hint: "Use heygen; sandbox shows sample lists.",
    settings: ["provider"],
  });
}

function noOutputsError(): ShowreelError {
  return new ShowreelError(
    "invalid_input",
    "--dotenv and --include-urls are not supported: a list has no outputs.",
    {
      hint: "Remove them. All flags: showreel list --help",
    },
  );
}
