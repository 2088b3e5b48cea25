import { spawnSync } from "node:child_process";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { setup as buildIfStale } from "../../test/support/processes/build-if-stale.ts";

// Runs all benchmarks, or the named ones (`npm run bench -- start peers`), each in a process of its own, one after
// another. Prints all figures as one JSON object, and progress to stderr.

const names = ["start", "size", "waiting", "peers", "download", "storyboard", "linear-time"];

function runBenchmark(name: string): { readonly figures: unknown; readonly failed: boolean } {
  process.stderr.write(`\n${name} …\n`);
  const started = performance.now();
  const { stdout, status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`)], {
    encoding: "utf8",
    maxBuffer: Infinity,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const seconds = Math.round((performance.now() - started) / 1_000);
  process.stderr.write(`${name} ${status === 0 ? "took" : "FAILED after"} ${seconds} s\n`);
  // A benchmark with a limit prints its figures and fails if one is above it.
  return { figures: stdout.trim() === "" ? null : JSON.parse(stdout), failed: status !== 0 };
}

function describeMachine(): object {
  return {
    date: new Date().toISOString().slice(0, 10),
    processor: cpus()[0]?.model,
    cores: cpus().length,
    memoryGigabytes: Math.round(totalmem() / 1e9),
    platform: `${process.platform}-${process.arch}`,
    node: process.version,
  };
}

const selected = process.argv.slice(2);
const unknown = selected.filter((name) => !names.includes(name));
if (unknown.length > 0) throw new Error(`There is no benchmark ${unknown.join(", ")}: ${names.join(", ")}`);

buildIfStale();
const results = (selected.length > 0 ? selected : names).map((name) => ({ name, ...runBenchmark(name) }));
const failed = results.filter((result) => result.failed).map(({ name }) => name);
const figures = Object.fromEntries(results.map((result) => [result.name, result.figures]));
process.stdout.write(`${JSON.stringify({ machine: describeMachine(), failed, ...figures }, undefined, 2)}\n`);
if (failed.length > 0) {
  process.stderr.write(`\nFailed: ${failed.join(", ")}\n`);
  process.exitCode = 1;
}
