import { ShowreelError } from "../../../src/base/errors.ts";

/** The ShowreelError that the work fails with; any other end of it is a failure of the test. */
export async function failureOf(work: () => unknown): Promise<ShowreelError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof ShowreelError) return error;
    throw error;
  }
  throw new Error("It did not fail.");
}
