import type {
  FakeComment,
  FakeCommit,
  FakeComparison,
  FakeNotes,
  FakePull,
  FakeRelease,
  FakeTag,
} from "./objects/objects.ts";

/** The state of the fake. Lists are in GitHub's order: comments oldest first, others newest first. */
export interface GithubState {
  readonly url: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly token: string;
  /** The login of the token's owner. */
  readonly login: string;
  /** Whether the token may write to the contents: releases, their notes and drafts. */
  canPush: boolean;
  isPrivate: boolean;
  defaultBranch: string;
  releases: FakeRelease[];
  tags: FakeTag[];
  /** Name to commit; by default the default branch points at the newest commit. */
  branches: Record<string, string>;
  commits: FakeCommit[];
  /** By `base...head`. */
  comparisons: Record<string, FakeComparison>;
  pulls: FakePull[];
  /** The numbers of issues that are not pull requests. */
  issues: number[];
  comments: FakeComment[];
  /** By login. */
  permissions: Record<string, "admin" | "write" | "read" | "none">;
  /** By default generated from the names of the tags. */
  generatedNotes?: FakeNotes;
  /** When the workflow runs were created, in GitHub's format. */
  runCreatedAt: string;
  /** The next id. */
  nextId: number;
}

/** Overrides an empty public repository that the token can write to. */
export type FakeGithubOptions = Partial<Omit<GithubState, "url">>;

/** The date of everything without one. */
export const USUAL_DATE = "2026-01-01T00:00:00Z";

/** Creates the initial state, which a test may change. */
export function createState(url: string, options: FakeGithubOptions): GithubState {
  return {
    repository: "octo/showreel-test",
    token: "ghs_test-token",
    login: "github-actions[bot]",
    canPush: true,
    isPrivate: false,
    defaultBranch: "main",
    releases: [],
    tags: [],
    branches: {},
    commits: [],
    comparisons: {},
    pulls: [],
    issues: [],
    comments: [],
    permissions: {},
    // People run a workflow again after some minutes.
    runCreatedAt: toDate(Date.now() - 600_000),
    nextId: 1001,
    ...structuredClone(options),
    url,
  };
}

/** Formats a time like GitHub. */
export function toDate(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, "Z");
}
