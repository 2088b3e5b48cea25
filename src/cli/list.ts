import { ShowreelError } from "../base/errors.ts";
import { checkProxies } from "../base/http/proxy.ts";
import { codePointLength } from "../base/lines-and-characters.ts";
import { plainText } from "../base/plain-text.ts";
import type { Runtime } from "../base/runtime.ts";
import { withRetries } from "../base/timing/retry.ts";
import { nearestName } from "../inputs/invalid-input.ts";
import { readSettings } from "../inputs/schema/settings.ts";
import { type Catalog, type CatalogItem, type CatalogKind, catalogKinds } from "../jobs/catalog.ts";
import { readApiKey } from "../pipeline/api-key.ts";
import { findProvider } from "../providers/index.ts";
import { type CliContext, readArguments } from "./args.ts";
import { listHelpText } from "./help.ts";
import { type ListSettings, listSettings } from "./list-settings.ts";

/** Entries as a table for people: columns aligned, a heading for each; a column that nobody fills is left out. */
export function toTable(items: readonly CatalogItem[]): string {
  const names = [...new Set(items.flatMap(Object.keys))];
  const filled = names.filter((name) => items.some((item) => cellText(item[name]) !== ""));
  const rows = [filled, ...items.map((item) => filled.map((name) => cellText(item[name])))];
  const widths = filled.map((_, column) =>
    Math.max(...rows.map((row) => codePointLength(row[column] ?? ""))),
  );
  const lines = rows.map((row) =>
    row
      .map((text, column) => pad(text, widths[column]))
      .join("  ")
      .trimEnd(),
  );
  return items.length === 0 ? "" : `${lines.join("\n")}\n`;
}

function cellText(value: CatalogItem[string] = ""): string {
  return typeof value === "string" ? value : value.join(", ");
}

// Characters that a terminal shows at double width count as one.
function pad(text: string, width = 0): string {
  return text + " ".repeat(width - codePointLength(text));
}

/** `showreel list …`: what the provider has to choose from; data on stdout, words on stderr. */
export async function runListCommand(
  runtime: Runtime,
  { argv: [, word, ...flags], env, print }: CliContext,
): Promise<void> {
  if (word === "--help" || word === "-h") return print(listHelpText());
  const kind = readKind(word);
  const args = readArguments(listSettings, flags, env);
  if (args.help) return print(listHelpText());
  if (args.dotenv !== undefined || args.dotenvIncludeUrl) throw noOutputsError();
  const settings = readSettings(listSettings, args.settings);
  requireFit(kind, settings);
  const { items, hasMore } = await readCatalog(runtime, kind, settings, env);
  const shown = items.map((item) => redactItem(runtime, item));
  print(settings.json ? `${JSON.stringify(shown, undefined, 2)}\n` : toTable(shown));
  if (items.length === 0) runtime.log.info(`${settings.provider} lists no ${kind}.`);
  if (hasMore) runtime.log.info(`There are more ${kind} than these ${items.length}: --limit shows more.`);
}

function redactItem({ secrets }: Runtime, item: CatalogItem): CatalogItem {
  const strike = (value: CatalogItem[string]) =>
    typeof value === "string" ? secrets.redactKeys(value) : value.map((each) => secrets.redactKeys(each));
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, strike(value)]));
}

async function readCatalog(
  runtime: Runtime,
  kind: CatalogKind,
  { provider, api_base_url, limit, language, gender, ownership }: ListSettings,
  env: NodeJS.ProcessEnv,
): Promise<Catalog> {
  const { catalog, ...plugin } = findProvider(provider);
  if (!catalog) throw noCatalogError(provider);
  const apiKey = readApiKey(plugin, { apiKey: (name) => env[name], apiKeyLabel: (name) => name });
  checkProxies(runtime.proxies);
  const connection = { runtime, apiKey, baseUrl: new URL(api_base_url ?? plugin.baseUrl) };
  return withRetries(runtime, () => catalog(connection, { kind, limit, language, gender, ownership }));
}

function readKind(word: string | undefined): CatalogKind {
  const kind = catalogKinds.find((known) => known === word);
  if (kind) return kind;
  const said = word === undefined || word.startsWith("-") ? "" : plainText(word, 60);
  const near = said && nearestName(said, catalogKinds);
  const subject = said ? `There is no list of "${said}".` : "Nothing says what to list.";
  throw new ShowreelError("invalid_input", subject, {
    hint: `${near ? `Did you mean ${near}? ` : ""}Possible: ${commands()}.`,
  });
}

function commands(): string {
  return catalogKinds.map((kind) => `showreel list ${kind}`).join(", ");
}

// A filter that is silently ignored would show the wrong list.
function requireFit(kind: CatalogKind, { language, gender, ownership }: ListSettings): void {
  const isVoices = kind === "voices";
  const stray =
    (language && !isVoices && "--language") ||
    (gender && !isVoices && "--gender") ||
    (ownership && !isVoices && kind !== "avatars" && "--ownership");
  if (!stray) return;
  throw new ShowreelError("invalid_input", `${stray} means nothing to a list of ${kind}.`, {
    hint: "Leave it out. All flags: showreel list --help",
  });
}

function noCatalogError(provider: string): ShowreelError {
  return new ShowreelError("invalid_input", `\`provider\` is ${provider}, which has no lists.`, {
    hint: "heygen has some; sandbox shows what they look like.",
  });
}

function noOutputsError(): ShowreelError {
  return new ShowreelError("invalid_input", "A list has no outputs: --dotenv means nothing to it.", {
    hint: "All flags: showreel list --help",
  });
}
