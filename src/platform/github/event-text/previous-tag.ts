import { z } from "zod";
import type { GitHubClient } from "../api/client.ts";

const releasesSchema = z.lazy(() =>
  z.array(z.object({ tag_name: z.string(), draft: z.boolean(), prerelease: z.boolean() })),
);
const tagsSchema = z.lazy(() => z.array(z.object({ name: z.string() })));

const listOptions = { parameters: { per_page: 100 }, permission: "contents: read" };

/**
 * Returns the tag to compare with: the tag of the previous release, or else the next lower version among the
 * tags. Considers only tags with the same prefix, because a repository may have several packages. Undefined
 * for the first version.
 */
export async function previousTag(github: GitHubClient, tag: string): Promise<string | undefined> {
  return (
    highestTagBelow(tag, await releasedTags(github, isPrerelease(tag))) ??
    highestTagBelow(tag, await allTags(github))
  );
}

/**
 * Returns the tag of the newest release, or else the highest version among the tags; undefined if there are
 * none.
 */
export async function latestTag(github: GitHubClient): Promise<string | undefined> {
  const [latest] = await releasedTags(github, false);
  return latest ?? (await allTags(github)).sort(compareTags).at(-1);
}

async function releasedTags(github: GitHubClient, withPrereleases: boolean): Promise<string[]> {
  const releases =
    (await github.request("GET /repos/{owner}/{repo}/releases", {
      ...listOptions,
      responseSchema: releasesSchema,
    })) ?? [];
  const published = releases.filter(({ draft, prerelease }) => !draft && (withPrereleases || !prerelease));
  return published.map(({ tag_name }) => tag_name);
}

async function allTags(github: GitHubClient): Promise<string[]> {
  const tags =
    (await github.request("GET /repos/{owner}/{repo}/tags", {
      ...listOptions,
      responseSchema: tagsSchema,
    })) ?? [];
  return tags.map(({ name }) => name);
}

/** Returns the highest tag below this one with the same prefix: `app-v1.9.0` for `app-v1.10.0`. */
export function highestTagBelow(tag: string, tags: readonly string[]): string | undefined {
  const lowerTags = tags.filter(
    (other) => parseTag(other).prefix === parseTag(tag).prefix && compareTags(other, tag) < 0,
  );
  return lowerTags.sort(compareTags).at(-1);
}

// The version is at the end; the prefix may contain digits too (`s3-client-1.2.0`).
const versionPatterns = [
  /^(.*?)v?(\d+(?:\.\d+)+)(?:[-+]([0-9A-Za-z.+-]+))?$/,
  /^(.*?)v?(\d+)(?:[-+]([0-9A-Za-z.+-]+))?$/,
];

function parseTag(tag: string): {
  readonly prefix: string;
  readonly version: string;
  readonly suffix: string;
} {
  const [, prefix = tag, version = "", suffix = ""] =
    versionPatterns[0]?.exec(tag) ?? versionPatterns[1]?.exec(tag) ?? [];
  return { prefix, version, suffix };
}

// A pre-release comes before its version. A plain string comparison would sort it after.
function compareTags(a: string, b: string): number {
  const [ours, theirs] = [parseTag(a), parseTag(b)];
  const byVersion = compareNumerically(ours.version, theirs.version);
  if (byVersion !== 0) return byVersion;
  if (ours.suffix === "" || theirs.suffix === "") return theirs.suffix.length - ours.suffix.length;
  return compareNumerically(ours.suffix, theirs.suffix);
}

const compareNumerically = (a: string, b: string) => a.localeCompare(b, "en", { numeric: true });

const isPrerelease = (tag: string) => parseTag(tag).suffix !== "";
