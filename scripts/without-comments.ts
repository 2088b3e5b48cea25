import { parse } from "acorn";

/**
 * Returns a module without its comments, which are a quarter of a bundle. Those that name a bundled file
 * stay, for readers and for the check of licenses.
 */
export function withoutComments(code: string): string {
  let result = "";
  let end = 0;
  const remove = (isBlock: boolean, text: string, start: number, commentEnd: number): void => {
    if (/CONCATENATED MODULE|node_modules\//.test(text) || code.startsWith("#!", start)) return;
    const isAlone =
      code.slice(code.lastIndexOf("\n", start - 1) + 1, start).trim() === "" && code[commentEnd] === "\n";
    result += code.slice(end, start);
    if (isAlone) result = result.slice(0, result.lastIndexOf("\n") + 1);
    // A comment separates tokens, and one with a line break may end a statement.
    else if (isBlock) result += text.includes("\n") ? "\n" : " ";
    end = isAlone ? commentEnd + 1 : commentEnd;
  };
  parse(code, { ecmaVersion: "latest", sourceType: "module", allowHashBang: true, onComment: remove });
  return result + code.slice(end);
}
