import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Environment } from "./child-process.ts";

/** Makes all child processes share Node's compile cache, which halves the time of short ones. */
export const compileCache: Environment = { NODE_COMPILE_CACHE: join(tmpdir(), "showreel-compile-cache") };
