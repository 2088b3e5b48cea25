import { mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { formatError } from "../../src/base/errors.ts";
import { openData } from "../../src/studio/data.ts";
