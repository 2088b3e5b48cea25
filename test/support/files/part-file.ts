import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createSeal } from "../../../src/base/seal.ts";
import { openPart, type PartFile } from "../../../src/download/resume/part-file.ts";
import { type PartOwner, type ResumeInfo, writeNote } from "../../../src/download/resume/part-note.ts";
import { createTemporaryFolder } from "./temporary-folder.ts";

/** The video that a part of the tests belongs to. */
export const videoName = "heygen/v_1";
export const origin = { validator: '"v1"', total: 100 };
export const seal = createSeal("test-key");
export const owner: PartOwner = { name: videoName, seal };
export const newPartPath = () => join(createTemporaryFolder(), "a.mp4.part");
export const sha256 = (bytes: string | Buffer) => createHash("sha256").update(bytes).digest("hex");

/** Opens the part, does the work and closes it. */
export async function withPart<Result>(
  path: string,
  work: (part: PartFile) => Promise<Result>,
  of = owner,
): Promise<Result> {
  const part = await openPart(path, of);
  try {
    return await work(part);
  } finally {
    await part.close();
  }
}

/** What a run leaves that was killed after these bytes. */
export async function writeInterruptedPart(path: string, bytes = "first", known = origin): Promise<void> {
  await withPart(path, async (part) => {
    await part.restart(known);
    await part.append(Buffer.from(bytes));
  });
}

/** Lays a part with a note that its owner has signed, as a run that was killed leaves it. */
export async function writeSignedPart(
  path: string,
  bytes: Buffer,
  known: ResumeInfo,
  { by = owner, noted = bytes }: { by?: PartOwner; noted?: Buffer } = {},
): Promise<void> {
  writeFileSync(path, bytes);
  await writeNote(path, by, { resumeInfo: known, size: noted.length, sha256: sha256(noted) });
}

/** All that shows of a part. */
export const readPartState = async (part: PartFile) => ({
  size: part.size,
  origin: part.resumeInfo,
  sha256: part.sha256(),
});
export const emptyPartState = { size: 0, origin: {}, sha256: sha256("") };
