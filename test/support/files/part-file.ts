import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createSeal } from "../../../src/base/seal.ts";
import { openPart, type PartFile } from "../../../src/download/resume/part-file.ts";
import { type PartOwner, type ResumeInfo, writeNote } from "../../../src/download/resume/part-note.ts";
import { createTemporaryFolder } from "./temporary-folder.ts";

/** The owner name of the parts in tests. */
export const videoName = "heygen/v_1";
export const resumeInfo = { validator: '"v1"', total: 100 };
export const seal = createSeal("test-key");
export const owner: PartOwner = { name: videoName, seal };
export const newPartPath = () => join(createTemporaryFolder(), "a.mp4.part");
export const sha256 = (bytes: string | Buffer) => createHash("sha256").update(bytes).digest("hex");

/** Opens a part, calls `work` and closes the part. */
export async function withPart<Result>(
  path: string,
  work: (part: PartFile) => Promise<Result>,
  partOwner = owner,
): Promise<Result> {
  const part = await openPart(path, partOwner);
  try {
    return await work(part);
  } finally {
    await part.close();
  }
}

/** Leaves a part with these bytes and its note, as an interrupted run does. */
export async function writeInterruptedPart(path: string, bytes = "first", info = resumeInfo): Promise<void> {
  await withPart(path, async (part) => {
    await part.restart(info);
    await part.append(Buffer.from(bytes));
  });
}

/** Writes a part with a sealed note for its first `noted` bytes, as a killed run leaves it. */
export async function writeSignedPart(
  path: string,
  bytes: Buffer,
  info: ResumeInfo,
  { by = owner, noted = bytes }: { by?: PartOwner; noted?: Buffer } = {},
): Promise<void> {
  writeFileSync(path, bytes);
  await writeNote(path, by, { resumeInfo: info, size: noted.length, sha256: sha256(noted) });
}

/** The observable state of a part. */
export const readPartState = async (part: PartFile) => ({
  size: part.size,
  resumeInfo: part.resumeInfo,
  sha256: part.sha256(),
});
export const emptyPartState = { size: 0, resumeInfo: {}, sha256: sha256("") };
