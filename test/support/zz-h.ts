import { fromMarkdown } from "mdast-util-from-markdown";
import { gfm } from "micromark-extension-gfm";
for (const u of ["a\n=\n", "a\n\n"]) for (const n of [5_000, 10_000, 20_000, 31_250]) { const s = performance.now(); fromMarkdown(u.repeat(n), { extensions: [gfm()] }); console.log(JSON.stringify(u), n, Math.round(performance.now() - s)); }
