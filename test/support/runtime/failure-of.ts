import { ShowreelError } from "../../../src/base/errors.ts";

/** Returns the ShowreelError that the work throws. Fails if it succeeds or throws another error. */
export async function failureOf(work: () => unknown): Promise<ShowreelError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof ShowreelError) return error;
    throw error;
  }
  throw new Error("It did not fail.");
}
