import type { Environment } from "./child.ts";
import { createTemporaryFolder } from "./temporary-folder.ts";

/** Lets all children of a test file share what Node has compiled: that is half the time of a child that ends soon. */
export const compileCache: Environment = { NODE_COMPILE_CACHE: createTemporaryFolder() };
