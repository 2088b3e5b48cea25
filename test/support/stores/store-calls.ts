import type { JobStore } from "../../../src/jobs/job-store.ts";

/** One call of a store's method, with its arguments. */
export type StoreCall = {
  [Method in keyof JobStore]: readonly [method: Method, ...args: Parameters<JobStore[Method]>];
}[keyof JobStore];

/** The outcome of a call: its value, or the message of its error. */
export type CallOutcome = { readonly value?: unknown; readonly error?: string };

/** Makes the calls in order and returns their outcomes. */
export async function makeCalls(store: JobStore, calls: readonly StoreCall[]): Promise<CallOutcome[]> {
  const outcomes: CallOutcome[] = [];
  for (const call of calls) outcomes.push(await makeCall(store, call));
  return outcomes;
}

/** Makes one call. Never rejects. */
export async function makeCall(store: JobStore, [method, ...args]: StoreCall): Promise<CallOutcome> {
  try {
    const value: unknown = await Reflect.apply(store[method], store, args);
    return value === undefined ? {} : { value };
  } catch (error) {
    return { error: (error as Error).message };
  }
}
