// The entry of a process that calls a file store: see store-process.ts.
import { writeSync } from "node:fs";
import { createFileStore } from "../../../src/stores/file-store.ts";
import { makeCall, type StoreCall } from "../stores/store-calls.ts";

const [folder = "", calls = "", repeats = ""] = process.argv.slice(2);
const parsed: readonly StoreCall[] = JSON.parse(calls);
const store = createFileStore(folder);
let isStopping = false;
process.once("SIGTERM", () => {
  isStopping = true;
});
do {
  for (const call of parsed) writeSync(1, `${JSON.stringify(await makeCall(store, call))}\n`);
} while (repeats === "true" && !isStopping);
// Stays alive until it is killed.
if (!isStopping) setInterval(() => {}, 1_000);
