import { posix } from "node:path";
import { type Page, readPage } from "./markdown.ts";

/**
 * Lists the broken links of Markdown files. `files` are all files of the repository; `read` returns the text
 * of one.
 */
export function linkFindings(files: readonly string[], read: (file: string) => string): string[] {
  const paths = new Set(files.flatMap(withFolders));
  const getPage = memoize((file: string) => readPage(read(file)));
  const markdown = files.filter((file) => file.endsWith(".md"));
  return markdown.flatMap((file) =>
    getPage(file).targets.flatMap((target) => {
      const reason = brokenReason(target, { file, paths, getPage });
      return reason === undefined ? [] : [`${file}: ${target}: ${reason}`];
    }),
  );
}

interface LinkContext {
  readonly file: string;
  readonly paths: ReadonlySet<string>;
  readonly getPage: (file: string) => Page;
}

function brokenReason(target: string, { file: from, paths, getPage }: LinkContext): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(target)) return nonPublicReason(target);
  const [path = "", anchor] = target.split("#", 2);
  if (path.startsWith("/")) return "is relative to the root of a host";
  const file = path === "" ? from : posix.join(posix.dirname(from), decodeURIComponent(path));
  if (!paths.has(posix.normalize(file).replace(/\/$/, ""))) return "no such file";
  if (anchor === undefined || !file.endsWith(".md")) return undefined;
  return getPage(file).anchors.has(decodeURIComponent(anchor)) ? undefined : "no such heading";
}

// Makes no request: a check that needs the network fails when the network does.
function nonPublicReason(target: string): string | undefined {
  const url = URL.parse(target);
  if (url?.protocol !== "https:") return "is not an https URL";
  if (url.username !== "" || url.password !== "") return "contains credentials";
  return /^([a-z0-9-]+\.)+[a-z]{2,}$/.test(url.hostname) ? undefined : "has no public host";
}

function withFolders(file: string): string[] {
  const parts = file.split("/");
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}

function memoize<T>(compute: (key: string) => T): (key: string) => T {
  const values = new Map<string, T>();
  return (key) => {
    const value = values.get(key) ?? compute(key);
    values.set(key, value);
    return value;
  };
}
