import { copyFile, link, rm } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { ShowreelError } from "../../base/errors.ts";
import { makeTemporaryFolder } from "../../base/files/temporary-folder.ts";
import { interruptedError, type Runtime } from "../../base/runtime.ts";
import { plainText } from "../../base/text/plain-text.ts";
import { unlessAborted } from "../../base/timing/abort.ts";
import { withSuffix } from "../../download/output-target.ts";
import type { Artifact } from "../../jobs/video-record.ts";
import type { ResultsService } from "./results-service.ts";
import { uploadZipped } from "./zipped-upload.ts";

export interface ArtifactOptions {
  /** The artifact's name; defaults to the file name. */
  readonly name: string | undefined;
  /** Replaces an existing artifact of the same name. */
  readonly overwrite: boolean;
  readonly retentionDays: number | undefined;
  /** The runner's folder for temporary files, on the same disk as the video if possible. */
  readonly temporaryFolder: string;
  /** The URL of the workflow run's page, from which the URLs of its artifacts are built. */
  readonly runUrl: string;
  /** The service for zipped uploads; undefined if the runner passes none to the step. */
  readonly service: ResultsService | undefined;
}

/** An uploaded artifact, or why a server other than GitHub takes none. */
export type ArtifactResult =
  | { readonly artifact: Artifact; readonly unsupportedReason?: undefined }
  | { readonly artifact?: undefined; readonly unsupportedReason: string };

type UploadResult =
  | { readonly outcome: "uploaded"; readonly artifact: Artifact }
  | { readonly outcome: "name_taken" }
  | { readonly outcome: "unsupported"; readonly reason: string }
  // Only an unzipped upload.
  | { readonly outcome: "refused"; readonly cause: unknown };

const maxAttempts = 15;

/**
 * Uploads a file without zipping it, so that the browser can show it; a server that refuses this gets a zip.
 * The artifact is named after the file. If the name is taken, the existing artifact is replaced, or the new
 * one gets a number. Returns the reason if a server other than GitHub takes no artifact. Fails with
 * `publish_failed`; the file stays where it is.
 */
export async function uploadArtifact(
  runtime: Runtime,
  path: string,
  options: ArtifactOptions,
): Promise<ArtifactResult> {
  const folder = await makeTemporaryFolder(options.temporaryFolder);
  const upload = createUpload(runtime, options);
  try {
    for (let attempt = 1; ; attempt += 1) {
      // Parallel jobs that count up at the same pace would keep choosing the same names, so later attempts
      // use random numbers.
      const number = attempt > 5 ? Math.floor(10_000 + 90_000 * runtime.random()) : attempt;
      const file = join(folder, numberedName(artifactName(path, options.name), number));
      await link(path, file).catch(() => copyFile(path, file));
      // The client takes no AbortSignal. A cancelled run waits for an upload until its grace period ends.
      const result = await unlessAborted(runtime.graceSignal, upload(file), interruptedError);
      if (result.outcome === "uploaded") return { artifact: result.artifact };
      if (result.outcome === "unsupported") return { unsupportedReason: result.reason };
      if (attempt === maxAttempts)
        throw artifactUploadError(`${maxAttempts} names are taken, the last one tried is ${basename(file)}`);
      runtime.log.info(`The artifact name ${basename(file)} is taken; trying the next one.`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type SettledResult = Exclude<UploadResult, { readonly outcome: "refused" }>;

// Once the server has refused an unzipped artifact, all further names are tried with a zip.
function createUpload(runtime: Runtime, options: ArtifactOptions): (file: string) => Promise<SettledResult> {
  let refusal: { readonly cause: unknown } | undefined;
  return async (file) => {
    if (!isOnGitHub(options)) {
      return tryZipped(runtime, file, options).catch((cause) => {
        if (runtime.signal.aborted) throw interruptedError();
        return { outcome: "unsupported", reason: reasonOf(cause) };
      });
    }
    if (!refusal) {
      const result = await tryUnzipped(file, options);
      if (result.outcome !== "refused") return result;
      refusal = result;
      // An interrupted run has no time for a second upload.
      if (runtime.signal.aborted) throw artifactUploadError(result.cause);
      runtime.log.info("The server refused the unzipped artifact; uploading a ZIP instead.");
    }
    const { cause } = refusal;
    return tryZipped(runtime, file, options).catch((zipCause) => {
      throw artifactUploadError(cause, zipCause);
    });
  };
}

// Source: @actions/artifact, which sends nothing to other servers. act calls itself github.com.
function isOnGitHub({ runUrl }: ArtifactOptions): boolean {
  return /^(github\.com|.+\.(ghe\.com|localhost))$/i.test(URL.parse(runUrl)?.hostname ?? "");
}

async function tryUnzipped(
  file: string,
  { overwrite, retentionDays, runUrl }: ArtifactOptions,
): Promise<UploadResult> {
  const uploadOptions = { skipArchive: true, ...(retentionDays !== undefined && { retentionDays }) };
  try {
    // Imported here because it takes half a second to load, is needed only if there is a video, and may fail
    // to read the runner's files on import.
    const { DefaultArtifactClient } = await import("@actions/artifact");
    const client = new DefaultArtifactClient();
    const upload = () => client.uploadArtifact(basename(file), [file], dirname(file), uploadOptions);
    const uploaded = await upload().catch(async (cause) => {
      if (!isNameTaken(cause) || !overwrite) throw cause;
      // The client's own `overwrite` looks for a name that unzipped artifacts don't have
      // (upload-artifact#769).
      await client.deleteArtifact(basename(file));
      return upload();
    });
    const id = String(uploaded.id ?? "");
    const artifact = { id, url: `${runUrl}/artifacts/${id}`, digest: uploaded.digest ?? "" };
    return { outcome: "uploaded", artifact };
  } catch (cause) {
    if (isNameTaken(cause)) return { outcome: "name_taken" };
    if (mayAcceptZip(cause)) return { outcome: "refused", cause };
    throw artifactUploadError(cause);
  }
}

async function tryZipped(runtime: Runtime, file: string, options: ArtifactOptions): Promise<SettledResult> {
  const { service, overwrite, retentionDays, runUrl } = options;
  if (!service) throw new Error("the runner passes no artifact service to this step");
  const serverOrigin = URL.parse(runUrl)?.origin;
  const zipOptions = { service, overwrite, retentionDays, serverOrigin };
  const uploaded = await uploadZipped(runtime, file, zipOptions);
  if (uploaded.outcome === "name_taken") return uploaded;
  const { id, digest } = uploaded;
  // Other servers have no page for an artifact, or another URL for it.
  const url = isOnGitHub(options) ? `${runUrl}/artifacts/${id}` : runUrl;
  return { outcome: "uploaded", artifact: { id, url, digest, isZipped: true } };
}

const isNameTaken = (cause: unknown) => /\b409\b|already exists/i.test(String(cause));

/**
 * Returns whether the server rejected the announcement of an unzipped artifact, which is the only request
 * that differs for a zip. Servers that don't know its fields answer with any 4xx or 5xx, often without JSON.
 * A missing permission, a full quota, or too many requests would end a zipped upload too.
 */
function mayAcceptZip(cause: unknown): boolean {
  const message = String(cause);
  const isRejected = /CreateArtifact: .*(\([45]\d\d\)|JSON|not ok)/s.test(message);
  return isRejected && !/\((401|402|403|429)\)|quota/i.test(message);
}

function artifactUploadError(cause: unknown, zipCause?: unknown): ShowreelError {
  const zipReason = zipCause === undefined ? "" : ` A ZIP was not uploaded either: ${reasonOf(zipCause)}`;
  return new ShowreelError(
    "publish_failed",
    `The artifact was not uploaded: ${reasonOf(cause)}${zipReason && `.${zipReason}`}`,
    {
      hint:
        "The video is complete; `video_path` holds its path. Upload it in a later step with `if: always()`, " +
        "or set `upload_artifact` to false.",
      cause,
    },
  );
}

function reasonOf(cause: unknown): string {
  return plainText(cause instanceof Error ? cause.message || cause.name : String(cause), 300);
}

// The artifact service rejects these characters. The extension tells the browser that it can play the file.
function artifactName(path: string, name = basename(path)): string {
  const validName = plainText(name, 200).replace(/[":<>|*?\\/]+/g, "-");
  const extension = extname(path).toLowerCase();
  return extname(validName).toLowerCase() === extension ? validName : `${validName}${extension}`;
}

function numberedName(name: string, number: number): string {
  return number === 1 ? name : withSuffix(name, String(number));
}
