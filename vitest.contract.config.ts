import { defineConfig } from "vitest/config";
import base from "./vitest.config.ts";

/** The tests against Prism, an API server that `.ci/tools/install` installs: `npm run checks -- heygen-contract`. */
export default defineConfig({
  ...base,
  test: { ...base.test, include: ["test/**/*.contract.ts"] },
});
