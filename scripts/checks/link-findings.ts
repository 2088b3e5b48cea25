import { posix } from "node:path";
import { type Page, readPage } from "./markdown.ts";

/** The links of Markdown files that lead nowhere. `files` are all files of the repository, `read` gives one's text. */
export function linkFindings(files: readonly string[], read: (file: string) => string): string[] {
  const known = new Set(files.flatMap(withFolders));
  const page = remember((file: string) => readPage(read(file)));
  const markdown = files.filter((file) => file.endsWith(".md"));
  return markdown.flatMap((file) =>
    page(file).targets.flatMap((target) => {
      const reason = whyBroken(target, { file, known, page });
      return reason === undefined ? [] : [`${file}: ${target}: ${reason}`];
    }),
  );
}

interface Place {
  readonly file: string;
  readonly known: ReadonlySet<string>;
  readonly page: (file: string) => Page;
}

function whyBroken(target: string, place: Place): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(target)) return whyNotPublic(target);
  const [path = "", anchor] = target.split("#", 2);
  if (path.startsWith("/")) return "leads from the root of a host";
  const file = path === "" ? place.file : posix.join(posix.dirname(place.file), decodeURIComponent(path));
  if (!place.known.has(posix.normalize(file).replace(/\/$/, ""))) return "there is no such file";
  if (anchor === undefined || !file.endsWith(".md")) return undefined;
  return place.page(file).anchors.has(decodeURIComponent(anchor)) ? undefined : "there is no such heading";
}

// Nobody is asked: a check that needs the network fails for others' reasons.
function whyNotPublic(target: string): string | undefined {
  const url = URL.parse(target);
  if (url?.protocol !== "https:") return "is no https URL";
  if (url.username !== "" || url.password !== "") return "holds a user's name";
  return /^([a-z0-9-]+\.)+[a-z]{2,}$/.test(url.hostname) ? undefined : "has no public host";
}

function withFolders(file: string): string[] {
  const parts = file.split("/");
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}

function remember<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}
