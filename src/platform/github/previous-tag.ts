import { z } from "zod";
import type { Github } from "./client.ts";

const releases = z.array(z.object({ tag_name: z.string(), draft: z.boolean(), prerelease: z.boolean() }));
const tags = z.array(z.object({ name: z.string() }));

const list = { parameters: { per_page: 100 }, permission: "contents: read" };

/**
 * The tag to compare with: of the release before, else the greatest version below among the tags. Only tags that are named
 * alike count, because a repository may hold several packages. Undefined for the first one.
 */
export async function previousTag(github: Github, tag: string): Promise<string | undefined> {
  return (
    greatestBelow(tag, await releasedTags(github, isPrerelease(tag))) ??
    greatestBelow(tag, await allTags(github))
  );
}

/** The tag of the newest release, else the greatest version among the tags. Undefined when there is none. */
export async function latestTag(github: Github): Promise<string | undefined> {
  const [latest] = await releasedTags(github, false);
  return latest ?? (await allTags(github)).sort(compare).at(-1);
}

async function releasedTags(github: Github, withPrereleases: boolean): Promise<string[]> {
  const all = (await github.ask("GET /repos/{owner}/{repo}/releases", { ...list, answer: releases })) ?? [];
  const published = all.filter(({ draft, prerelease }) => !draft && (withPrereleases || !prerelease));
  return published.map(({ tag_name }) => tag_name);
}

async function allTags(github: Github): Promise<string[]> {
  const all = (await github.ask("GET /repos/{owner}/{repo}/tags", { ...list, answer: tags })) ?? [];
  return all.map(({ name }) => name);
}

/** The greatest of the tags below this one, among those of the same family: `app-v1.10.0` is above `app-v1.9.0`. */
export function greatestBelow(tag: string, tags: readonly string[]): string | undefined {
  const relatives = tags.filter(
    (other) => parts(other).family === parts(tag).family && compare(other, tag) < 0,
  );
  return relatives.sort(compare).at(-1);
}

// A version stands at the end; a name may have digits too (`s3-client-1.2.0`).
const versioned = [
  /^(.*?)v?(\d+(?:\.\d+)+)(?:[-+]([0-9A-Za-z.+-]+))?$/,
  /^(.*?)v?(\d+)(?:[-+]([0-9A-Za-z.+-]+))?$/,
];

function parts(tag: string): { readonly family: string; readonly version: string; readonly suffix: string } {
  const [, family = tag, version = "", suffix = ""] =
    versioned[0]?.exec(tag) ?? versioned[1]?.exec(tag) ?? [];
  return { family, version, suffix };
}

// Of one version the pre-releases come first, which a comparison as words would put last.
function compare(a: string, b: string): number {
  const [ours, theirs] = [parts(a), parts(b)];
  const byVersion = numeric.compare(ours.version, theirs.version);
  if (byVersion !== 0) return byVersion;
  if (ours.suffix === "" || theirs.suffix === "") return theirs.suffix.length - ours.suffix.length;
  return numeric.compare(ours.suffix, theirs.suffix);
}

const numeric = new Intl.Collator("en", { numeric: true });

const isPrerelease = (tag: string) => parts(tag).suffix !== "";
