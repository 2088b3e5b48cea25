/** A file that hangs on a release. */
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

/** A release; it is published, full and not immutable unless told. Dates are like `2026-01-01T00:00:00Z`. */
export interface FakeRelease {
  readonly id: number;
  tag: string;
  name?: string;
  body?: string;
  target?: string;
  draft?: boolean;
  prerelease?: boolean;
  /** Locked from its publication on; a draft is not yet, and says so. */
  immutable?: boolean;
  createdAt?: string;
  publishedAt?: string;
  assets?: FakeReleaseAsset[];
}

/** A tag, and the commit at which it stands. */
export interface FakeTag {
  readonly name: string;
  readonly sha: string;
}

/** A file that a commit or a pull request changes. */
export interface FakeFile {
  readonly filename: string;
  /** `modified` unless told. */
  readonly status?: "added" | "removed" | "modified" | "renamed" | "copied" | "changed" | "unchanged";
  readonly previousFilename?: string;
  /** Missing where GitHub gives none: of binary and of very large files. */
  readonly patch?: string;
}

/** A commit. Without `parents`, the next one in the list is its parent; the last one has none. */
export interface FakeCommit {
  readonly sha: string;
  readonly message: string;
  readonly parents?: readonly string[];
  /** The login of its author; missing where GitHub knows no account for the address. */
  readonly author?: string;
  readonly date?: string;
  readonly files?: readonly FakeFile[];
}

/** What a test tells of a comparison. Its refs need not be there. */
export interface FakeComparison {
  /** Oldest first. */
  readonly commits: readonly FakeCommit[];
  readonly files?: readonly FakeFile[];
}

/** One end of a pull request. */
export interface FakeBranch {
  readonly ref: string;
  readonly sha: string;
  /** `owner/name` of a fork, or `deleted`; the repository itself unless told. */
  readonly repository?: string;
}

/** A pull request; it is open and no draft unless told. */
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

/** The name and text of a release, as GitHub makes them. */
export interface FakeNotes {
  readonly name: string;
  readonly body: string;
}
