import { createTemporaryFolder } from "../files/temporary-folder.ts";
import type { Environment } from "./child-process.ts";

/**
 * Makes the child processes of a test file share Node's compile cache, which halves the time of short ones.
 */
export const compileCache: Environment = { NODE_COMPILE_CACHE: createTemporaryFolder() };
