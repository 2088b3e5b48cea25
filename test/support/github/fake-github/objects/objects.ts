/** A release asset. */
export interface FakeReleaseAsset {
  readonly id: number;
  readonly name: string;
  readonly label?: string;
  readonly contentType: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
  readonly createdAt?: string;
}

/**
 * A release; by default published, not a pre-release and not immutable. Dates are like
 * `2026-01-01T00:00:00Z`.
 */
export interface FakeRelease {
  readonly id: number;
  tag: string;
  name?: string;
  body?: string;
  target?: string;
  draft?: boolean;
  prerelease?: boolean;
  /** Locked when it is published; a draft is not. */
  immutable?: boolean;
  createdAt?: string;
  publishedAt?: string;
  assets?: FakeReleaseAsset[];
}

/** A tag and its commit. */
export interface FakeTag {
  readonly name: string;
  readonly sha: string;
}

/** A file that a commit or a pull request changes. */
export interface FakeFile {
  readonly filename: string;
  /** `modified` by default. */
  readonly status?: "added" | "removed" | "modified" | "renamed" | "copied" | "changed" | "unchanged";
  readonly previousFilename?: string;
  /** Missing for binary and very large files. */
  readonly patch?: string;
}

/** A commit. Without `parents`, the next one in the list is its parent; the last one has none. */
export interface FakeCommit {
  readonly sha: string;
  readonly message: string;
  readonly parents?: readonly string[];
  /** The login of its author; missing if no account has the email address. */
  readonly author?: string;
  readonly date?: string;
  readonly files?: readonly FakeFile[];
}

/** A comparison that a test sets. Its refs need not exist. */
export interface FakeComparison {
  /** Oldest first. */
  readonly commits: readonly FakeCommit[];
  readonly files?: readonly FakeFile[];
}

/** One end of a pull request. */
export interface FakeBranch {
  readonly ref: string;
  readonly sha: string;
  /** `owner/name` of a fork, or `deleted`; by default the repository itself. */
  readonly repository?: string;
}

/** A pull request; by default open and not a draft. */
export interface FakePull {
  readonly number: number;
  readonly title: string;
  readonly body?: string;
  readonly author?: string;
  readonly draft?: boolean;
  readonly mergedAt?: string;
  readonly mergeSha?: string;
  readonly head: FakeBranch;
  readonly base: FakeBranch;
  readonly files?: readonly FakeFile[];
  /** Oldest first. */
  readonly commits?: readonly FakeCommit[];
}

/** A comment on an issue or a pull request. */
export interface FakeComment {
  readonly id: number;
  readonly issue: number;
  body: string;
  readonly author: string;
  readonly createdAt: string;
  updatedAt: string;
}

/** The name and text of a release, as GitHub generates them. */
export interface FakeNotes {
  readonly name: string;
  readonly body: string;
}
