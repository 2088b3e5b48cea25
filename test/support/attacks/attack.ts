import type { ErrorCode } from "../../../src/base/errors.ts";
import type { WorkflowEvent } from "../action/runner.ts";
import type { FakeGithub, FakeGithubOptions } from "../github/fake-github.ts";
import type { Environment } from "../processes/child-process.ts";

/** Hostile words at one of the places where words come in from outside, and all that may come of them. */
export interface Attack {
  /** The name of the test. */
  readonly what: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** A `text` is the payload's file as it stands there; made late, because it may be huge. */
  readonly event?: WorkflowEvent | { readonly name: string; readonly text: () => string };
  readonly env?: Environment;
  readonly github?: FakeGithubOptions;
  /** Lets GitHub answer otherwise than it does. */
  readonly script?: (github: FakeGithub) => void;
  /** Of the workspace, by their paths. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Lays into the workspace what is no ordinary file. */
  readonly prepareWorkspace?: (workspace: string) => void;
  /** How long it may take; what any other step has, unless told. */
  readonly timeoutMs?: number;
  readonly expected: ExpectedVideo | ExpectedError;
}

/** One video was made. */
export interface ExpectedVideo {
  /** Every field of the one body that is paid for, and no other. */
  readonly sends: Readonly<Record<string, string | RegExp>>;
  /** What must not be in it. */
  readonly never?: RegExp;
  /** The levels of all annotations; none unless told. */
  readonly annotations?: readonly string[];
}

/** Nothing was submitted. */
export interface ExpectedError {
  /** The one error. */
  readonly says: RegExp;
  /** The levels of all annotations; the one error unless told. */
  readonly annotations?: readonly string[];
  /** `invalid_input` unless told. */
  readonly code?: ErrorCode;
  /** The file that the annotation stands at. */
  readonly file?: string | undefined;
}
