import type {
  FakeComment,
  FakeCommit,
  FakeComparison,
  FakeNotes,
  FakePull,
  FakeRelease,
  FakeTag,
} from "./objects/objects.ts";

/** All that the fake knows. Lists stand as GitHub gives them: comments oldest first, others newest first. */
export interface GithubState {
  readonly url: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly token: string;
  /** Whose token it is. */
  readonly login: string;
  /** Whether the token may write to the contents: releases, their notes and drafts. */
  canPush: boolean;
  isPrivate: boolean;
  defaultBranch: string;
  releases: FakeRelease[];
  tags: FakeTag[];
  /** Name to commit; the default branch stands at the newest commit unless told. */
  branches: Record<string, string>;
  commits: FakeCommit[];
  /** By `base...head`. */
  comparisons: Record<string, FakeComparison>;
  pulls: FakePull[];
  /** The numbers of the issues that are no pull requests. */
  issues: number[];
  comments: FakeComment[];
  /** By login; a stranger has none. */
  permissions: Record<string, "admin" | "write" | "read" | "none">;
  /** Made from the names of the tags unless told. */
  generatedNotes?: FakeNotes;
  /** When the workflow runs began, as GitHub writes it. */
  runCreatedAt: string;
  /** The id of what is created next. */
  nextId: number;
}

/** What a test lays over an empty public repository to which the token may write. */
export type FakeGithubOptions = Partial<Omit<GithubState, "url">>;

/** A date for all that has none of its own. */
export const USUAL_DATE = "2026-01-01T00:00:00Z";

/** The state with which the fake begins: a copy, which a test may change afterwards. */
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

/** The time as GitHub writes it. */
export function toDate(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, "Z");
}
