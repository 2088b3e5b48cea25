import type { ErrorCode } from "../../../src/base/errors.ts";
import type { WorkflowEvent } from "../action/runner.ts";
import type { FakeGithub, FakeGithubOptions } from "../github/fake-github.ts";
import type { Environment } from "../processes/child-process.ts";

/** Untrusted text from one source, and the only result that it may lead to. */
export interface Attack {
  /** The name of the test. */
  readonly what: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** `text` returns the content of the payload's file. It is a function because the text may be huge. */
  readonly event?: WorkflowEvent | { readonly name: string; readonly text: () => string };
  readonly env?: Environment;
  readonly github?: FakeGithubOptions;
  /** Scripts other responses of GitHub. */
  readonly script?: (github: FakeGithub) => void;
  /** The files of the workspace, by path. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Adds what is not a regular file to the workspace. */
  readonly prepareWorkspace?: (workspace: string) => void;
  readonly expected: ExpectedVideo | ExpectedError;
}

/** A video was created. */
export interface ExpectedVideo {
  /** All fields of the only request body that costs money. */
  readonly sends: Readonly<Record<string, string | RegExp>>;
  /** What must not be in it. */
  readonly never?: RegExp;
  /** The levels of all annotations; none by default. */
  readonly annotations?: readonly string[];
}

/** Nothing was submitted. */
export interface ExpectedError {
  /** The one error. */
  readonly says: RegExp;
  /** The levels of all annotations; one error by default. */
  readonly annotations?: readonly string[];
  /** `invalid_input` by default. */
  readonly code?: ErrorCode;
  /** The file that the annotation points at. */
  readonly file?: string | undefined;
}
