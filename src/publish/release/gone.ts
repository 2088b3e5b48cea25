import { ShowreelError } from "../../base/errors.ts";

/** The release was there, and is not any more. */
export function gone(): ShowreelError {
  return new ShowreelError("publish_failed", "The release, or a file of it, was removed meanwhile.", {
    hint: "Attach `video_path` in a later step.",
  });
}
