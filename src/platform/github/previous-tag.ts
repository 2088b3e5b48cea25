import { z } from "zod";
import type { Github } from "./client.ts";

const releasesSchema = z.array(
  z.object({ tag_name: z.string(), draft: z.boolean(), prerelease: z.boolean() }),
);
const tagsSchema = z.array(z.object({ name: z.string() }));

const listOptions = { parameters: { per_page: 100 }, permission: "contents: read" };

/**
 * The tag to compare with: of the release before, else the greatest version below among the tags. Only tags that are named
 * alike count, because a repository may hold several packages. Undefined for the first one.
 */
export async function previousTag(github: Github, tag: string): Promise<string | undefined> {
  return (
    greatestTagBelow(tag, await releasedTags(github, isPrerelease(tag))) ??
    greatestTagBelow(tag, await allTags(github))
  );
}

/** The tag of the newest release, else the greatest version among the tags. Undefined when there is none. */
export async function latestTag(github: Github): Promise<string | undefined> {
  const [latest] = await releasedTags(github, false);
  return latest ?? (await allTags(github)).sort(compareTags).at(-1);
}

async function releasedTags(github: Github, withPrereleases: boolean): Promise<string[]> {
  const all =
    (await github.request("GET /repos/{owner}/{repo}/releases", {
      ...listOptions,
      responseSchema: releasesSchema,
    })) ?? [];
  const published = all.filter(({ draft, prerelease }) => !draft && (withPrereleases || !prerelease));
  return published.map(({ tag_name }) => tag_name);
}

async function allTags(github: Github): Promise<string[]> {
  const all =
    (await github.request("GET /repos/{owner}/{repo}/tags", {
      ...listOptions,
      responseSchema: tagsSchema,
    })) ?? [];
  return all.map(({ name }) => name);
}

/** The greatest of the tags below this one, among those of the same family: `app-v1.10.0` is above `app-v1.9.0`. */
export function greatestTagBelow(tag: string, tags: readonly string[]): string | undefined {
  const relatives = tags.filter(
    (other) => parseTag(other).family === parseTag(tag).family && compareTags(other, tag) < 0,
  );
  return relatives.sort(compareTags).at(-1);
}

// A version stands at the end; a name may have digits too (`s3-client-1.2.0`).
const versionPatterns = [
  /^(.*?)v?(\d+(?:\.\d+)+)(?:[-+]([0-9A-Za-z.+-]+))?$/,
  /^(.*?)v?(\d+)(?:[-+]([0-9A-Za-z.+-]+))?$/,
];

function parseTag(tag: string): {
  readonly family: string;
  readonly version: string;
  readonly suffix: string;
} {
  const [, family = tag, version = "", suffix = ""] =
    versionPatterns[0]?.exec(tag) ?? versionPatterns[1]?.exec(tag) ?? [];
  return { family, version, suffix };
}

// Of one version the pre-releases come first, which a comparison as words would put last.
function compareTags(a: string, b: string): number {
  const [ours, theirs] = [parseTag(a), parseTag(b)];
  const byVersion = numeric.compare(ours.version, theirs.version);
  if (byVersion !== 0) return byVersion;
  if (ours.suffix === "" || theirs.suffix === "") return theirs.suffix.length - ours.suffix.length;
  return numeric.compare(ours.suffix, theirs.suffix);
}

const numeric = new Intl.Collator("en", { numeric: true });

const isPrerelease = (tag: string) => parseTag(tag).suffix !== "";
