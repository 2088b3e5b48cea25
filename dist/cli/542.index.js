export const id = 542;
export const ids = [542];
export const modules = {

/***/ 6542:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  toSpeech: () => (/* binding */ toSpeech)
});

// EXTERNAL MODULE: ./node_modules/mdast-util-from-markdown/lib/index.js + 45 modules
var lib = __webpack_require__(6855);
// EXTERNAL MODULE: ./node_modules/mdast-util-gfm/lib/index.js + 12 modules
var mdast_util_gfm_lib = __webpack_require__(8595);
// EXTERNAL MODULE: ./node_modules/micromark-extension-gfm/index.js + 7 modules
var micromark_extension_gfm = __webpack_require__(2297);
// EXTERNAL MODULE: ./build/src/text/speech/characters.js
var characters = __webpack_require__(7170);
// EXTERNAL MODULE: ./build/src/text/speech/html.js
var speech_html = __webpack_require__(9463);
// EXTERNAL MODULE: ./build/src/text/speech/model.js
var model = __webpack_require__(4525);
;// CONCATENATED MODULE: ./build/src/text/speech/blocks.js



const maxWords = 5;
/** The code between backticks as words, when it is a name, a version or a flag; otherwise a mark that it was removed. */
function codeWords(code) {
    if (/^[\da-f]{7,64}$/.test(code.trim()))
        return model/* removed */.rq;
    // Of a call or a generic type, the name.
    const words = code
        .trim()
        .replace(/^([\w.]{1,60})(?:\(.*\)|<.*>)$/s, "$1")
        .split(/\s+/);
    if (words.length > maxWords)
        return model/* removedCode */.S$;
    const spoken = words.map(spokenWord);
    return spoken.every((word) => word !== undefined) ? spoken.join(" ") : model/* removedCode */.S$;
}
function spokenWord(word) {
    if (/^[CF]#$/.test(word))
        return word;
    if (/^--?[a-z]/i.test(word))
        return isName(word.slice(1)) ? word.replace(/[-_]+/g, " ").trim() : undefined;
    const bare = word.replace(/^(?:~?\.{0,2}\/|@)/, "");
    return isName(bare) ? bare.replace(/_+/g, " ").trim() : undefined;
}
// A colon stands in `node:fs`, an @ in `package@1.2.0`; in an image's name or a URL they come with a path.
function isName(word) {
    if (word.length > 60 || !/^[\p{L}\p{N}\p{M}._/+:@\u{F0000}-\u{FFFFD}-]+$/u.test(word))
        return false;
    return /[\p{L}\p{N}\u{F0000}-\u{FFFFD}]/u.test(word) && !/^[a-z]+:\/|\/.*:|:.*\d|:$/iu.test(word);
}
/** Is the paragraph a row of links, as under a logo: two or more, and nothing else that has words? */
function isLinksOnly({ children }) {
    return children.filter(isLink).length > 1 && children.every((node) => isLink(node) || !hasText(node));
}
function isLink(node) {
    return node.type === "link" || node.type === "linkReference";
}
function hasText(node) {
    if ("children" in node)
        return node.children.some(hasText);
    return node.type === "inlineCode" || (node.type === "text" && (0,model/* hasWords */.kR)(node.value));
}
/** The text of a paragraph or a heading, with marks where links, images and code were removed. */
function phrasingText(nodes, skip) {
    return nodes.map((node) => nodeText(node, skip)).join("");
}
function nodeText(node, skip) {
    if (node.type === "html")
        return tagText(node.value, node.position?.end.offset ?? 0, skip);
    if (skip.active)
        return "";
    switch (node.type) {
        case "text":
            return (0,characters/* visible */.R)(node.value);
        case "inlineCode":
            return codeWords((0,characters/* visible */.R)(node.value));
        case "break":
            return model/* lineEnd */.kd;
        case "image":
        case "imageReference":
            return model/* removed */.rq;
        // Struck text is what the writer takes back.
        case "delete":
        case "footnoteReference":
            return "";
        case "link":
            return linkText(phrasingText(node.children, skip), node.url);
        default:
            return "children" in node ? phrasingText(node.children, skip) : "";
    }
}
// Only `#12`, a hash or a mention as a link's text vanish with all that looks like them in any text; a URL needs care
// here, since a bare one runs on into the Chinese words after it.
function linkText(text, url) {
    const isAddress = url === text || url === `http://${text}` || url === `mailto:${text}`;
    if (isAddress)
        return text;
    return /^\w+:\/\/(?:www\.)?/.test(url) && bare(url) === bare(text) ? model/* removed */.rq : text;
}
function bare(url) {
    return url.toLowerCase().replace(/^\w+:\/\/|\/$/g, "");
}
function tagText(html, offset, skip) {
    const tag = (0,speech_html/* readTag */.zW)(html);
    if (!tag)
        return "";
    skip.meet(tag.name, tag.closes, offset);
    if (skip.active)
        return "";
    if (tag.name === "br")
        return model/* lineEnd */.kd;
    return tag.name === "img" || tag.name === "picture" ? model/* removed */.rq : "";
}
/** The document as a flat list of blocks. What is not for reading aloud leaves a block with a mark and no words. */
function toBlocks(tree, source) {
    const skip = (0,speech_html/* createHtmlSkip */.f8)(source);
    const ofHtml = (node) => (0,speech_html/* htmlBlocks */.cO)(node.value, node.position?.start.offset ?? 0, skip);
    const ofLeaf = (node) => {
        if (node.type === "html")
            return ofHtml(node);
        if (skip.active)
            return [];
        const shape = { kind: "paragraph", depth: 0, leads: false, text: model/* removed */.rq };
        if (node.type === "code" || node.type === "table")
            return [shape];
        if (node.type !== "heading" && node.type !== "paragraph")
            return [];
        const text = phrasingText(node.children, skip);
        if (node.type === "paragraph" && isLinksOnly(node))
            return [shape];
        if (node.type === "heading")
            return [{ ...shape, kind: "heading", depth: node.depth, text }];
        return [{ ...shape, leads: isBold(node), text }];
    };
    let list = 0;
    const visit = (node, depth) => {
        if (node.type === "list") {
            if (depth === 0)
                list += 1;
            return doneItems(node).flatMap((item) => visit(item, Math.floor(depth) + 1));
        }
        // What follows in an item stands half a level below what it begins with.
        if (node.type === "listItem")
            return node.children.flatMap((child, index) => visit(child, index === 0 ? depth : depth + 0.5));
        if (node.type === "root" || node.type === "blockquote")
            return node.children.flatMap((child) => visit(child, depth));
        return ofLeaf(node).map((shape) => ({ ...(depth > 0 ? asItem(shape, depth) : shape), list }));
    };
    return visit(tree, 0);
}
// Where some boxes are ticked, the others say what is not the case.
function doneItems({ children }) {
    const isTicked = children.some(({ checked }) => checked === true);
    return isTicked ? children.filter(({ checked }) => checked !== false) : children;
}
function isBold({ children }) {
    return children.length === 1 && children[0]?.type === "strong";
}
function asItem(shape, depth) {
    return shape.kind === "close" ? shape : { ...shape, kind: "item", depth, leads: false };
}

;// CONCATENATED MODULE: ./build/src/text/speech/references.js

// The words that lead to a reference, in the languages that release notes are written in most.
const small = "a also an and as at by for from in of on or per see since the this to under via with mit sur par por siehe und voir von in в во из от по у см. بواسطة في من عبر";
const nouns = "advisory author authors bug bugs changelog commit commits discussion issue issues merge PR PRs pull report request requests task ticket";
const closing = "address addresses addressed close closed closes closing fix fixed fixes fixing implement implements ref refs reference references related relates resolve resolved resolves resolving reverts behebt schließt ferme corrige";
const found = "authored contributed discovered done found implemented made proposed reported requested sponsored spotted submitted suggested written";
const thanks = "thanks|thank you|thx|kudos|props|credits?|h/t|cc|courtesy of|co-authored|danke?|merci|gracias|спасибо|شكرا";
const told = "described|mentioned|noted|pointed out|proposed|put it|reported|said|suggested|wrote";
const doer = "(?:(?:this|that|it|which|also|and|should|will|may|to) ){0,2}(?:(?:PR|change|commit|patch) )?";
const before = "(?<![\\p{L}\\p{N}_-])";
const smallWord = `${before}(?:${oneOf(small)})`;
const noun = `${before}(?:${oneOf(nouns)})`;
// In this order: what takes more along comes first.
const clauses = [
    `["“'‘«\`] ?${model/* removed */.rq} ?["”'’»\`]`,
    `[:：] ?${model/* removed */.rq}(?= ?(?:[.!?]|$))`,
    `[,;–—-]? ?${before}(?:with |and )?(?:(?:many|special|big|huge|vielen) )?(?:${thanks})(?: goes?)?(?: to| an| à| a)?[:,]? ${model/* removed */.rq}(?: for [^.!?()${model/* removed */.rq}]{0,80})?!?`,
    `(?:^|(?<=[.!?] ))(?:please |for (?:more )?details,? )?(?:see|read|visit|check|mail|write to)(?: \\w+){0,4} ${model/* removed */.rq}[^.!?]{0,100}`,
    `${before}(?:just )?as ${model/* removed */.rq} (?:also )?(?:${told})`,
    `(?<=[(（,;–—-] ?)(?:originally )?(?:${oneOf(found)}) by ${model/* removed */.rq}`,
    `(?<!\\b(?:is|was|are|were|be|been|being) )${before}${doer}(?:${oneOf(closing)})(?: (?:to|in|with|by))?:? ?(?:${noun} ){0,3}${model/* removed */.rq}`,
    `(?:由|感谢|感謝|参见|参照|详见|见|在|修复了?|关闭) ?${model/* removed */.rq}(?: ?(?:中的?|的贡献|的反馈|提供的?|贡献的?))?`,
    `${model/* removed */.rq} ?(?:さん|氏)(?:に感謝|による|へ)?[！!]?`,
    `(?:(?:${smallWord}|${noun}):? ){0,5}${model/* removed */.rq}`,
    `(?:${before}(?:by|for|from|in|of|to|via|with) ){0,2}${model/* removedCode */.S$}`,
].map((source) => new RegExp(source, "giu"));
const list = new RegExp(`${model/* removed */.rq}(?:[ ,;&/+]{0,3}(?:(?:and|or|und|et|y|и|和|及) )?${model/* removed */.rq})+`, "gu");
/** Takes out the marks together with the words that only led to them: "by …", "closes …", "(see …)", "thanks to …". */
function withoutLeads(text) {
    return clauses.reduce((rest, clause) => rest.replace(clause, " "), text.replace(list, model/* removed */.rq));
}
function oneOf(words) {
    return words.replaceAll(".", "\\.").replaceAll(" ", "|");
}
const notInUrl = '\\s<>()"`|\u{fffc}。，、；：！？（）「」『』【】《》';
const url = new RegExp(`(?:https?:|\\b(?:ftp|file|mailto):|www\\.)(?:[^${notInUrl}]|\\([^${notInUrl}]{0,200}\\))*`, "giu");
const uuid = /\b[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\b/gi;
const hash = /\b(?:sha\d+[:-])?(?:(?=[a-f]{0,128}\d)(?=\d{0,128}[a-f])[\da-f]{7,128}|(?=[A-F]{0,128}\d)(?=\d{0,128}[A-F])[\dA-F]{7,128}|[\da-f]{40}|[\da-f]{64})(?:\.{2,3}\w{1,64})?\b/g;
const bareHash = /([([])[\da-f]{7,64}(?=[)\]])/g;
const email = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,8}\.\p{L}{2,24}(?![\p{L}\p{N}])/gu;
const mention = /(?<![\p{L}\p{N}_.])@[\p{Script=Latin}\d][\p{Script=Latin}\d_-]{0,100}(?:\[bot\])?(?![\p{Script=Latin}\d_/-]|\.\w)/gu;
const team = new RegExp(`(\\b(?:by|cc|thanks to|thanks) |${model/* removed */.rq}(?:,|,? and)? )@[\\w-]{1,100}/[\\w.-]{1,100}`, "gi");
const issue = /(?:\b[\w.-]{1,100}(?:\/[\w.-]{1,100})?)?[#＃]\d+|\bGH-\d+|(?<=^|[\s(])!\d+\b/giu;
const advisory = /\bGHSA(?:-[\da-z]{4}){3}\b/gi;
const variable = /\$\{\{[^{}]{0,200}\}\}|\$\{?[A-Z][A-Z_]{2,60}\b\}?/g;
const date = /[([（] ?\d{4}[-/.]\d{2}[-/.]\d{2} ?[)\]）]| [-–—] \d{4}-\d{2}-\d{2}\b| \(\w{3} \w{3} \d{1,2},? \d{4}\)/gu;
/** Puts a mark where a URL, an address, a mention, a number of an issue, a hash or a date in parentheses was. */
function markReferences(text) {
    const withoutAddresses = text.replace(url, withoutTail).replace(date, model/* removed */.rq).replace(email, model/* removed */.rq);
    return withoutAddresses
        .replace(uuid, model/* removed */.rq)
        .replace(bareHash, `$1${model/* removed */.rq}`)
        .replace(hash, model/* removed */.rq)
        .replace(issue, (found) => (/^[CF][#＃]/.test(found) ? found : model/* removed */.rq))
        .replace(advisory, model/* removed */.rq)
        .replace(variable, model/* removed */.rq)
        .replace(mention, model/* removed */.rq)
        .replace(team, `$1${model/* removed */.rq}`);
}
// The full stop after a URL ends the sentence, not the URL.
function withoutTail(found) {
    return model/* removed */.rq + (/(?<![.,;:!?'*_~])[.,;:!?'*_~]{1,5}$/.exec(found)?.[0] ?? "");
}

;// CONCATENATED MODULE: ./build/src/text/speech/sentences.js



const ended = /[.!?…:;。！？：；…؟۔।॥։]["'”’»)\]」』）]{0,3}$/u;
/** The words with a full stop, unless they end with punctuation or with a placeholder, whose value may bring its own. */
function withStop(words) {
    if (ended.test(words) || /[\u{F0000}-\u{FFFFD}]$/u.test(words))
        return words;
    const open = words.replace(/ ?[,，、،]$/u, "");
    return (open + (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][」』）”]?$/u.test(open) ? "。" : "."));
}
/** Square brackets as speech: "[API] Add x" is "API: Add x", an alert says what it is, a check box nothing. */
function withoutBrackets(text) {
    return text
        .replace(/^\s*\[!(\w)(\w{2,12})\]/, (_, first, rest) => `${first}${rest.toLowerCase()}: `)
        .replace(/(?<=^|[\s(])\[[ xX]?\](?=\s|$)/g, " ")
        .replace(/^(\s*)\[([^[\]\n]{2,40})\]:?(?= \S)/, (_, space, label) => /^[\p{L}][^\ufffc]*$/u.test(label)
        ? `${space}${label.charAt(0).toUpperCase()}${label.slice(1)}:`
        : space + label)
        .replace(/\[\^[^\]\s]{1,40}\]/g, " ")
        .replace(/\]\(|\]\[/g, " ")
        .replace(/[[\]]/g, " ");
}
const emptyPair = /[([{（［【〔] ?(?:(?:[,;.:&/|+–—、，-]|and|or|und) ?){0,20}[)\]}）］】〕]/gu;
/** Words without traces of what was removed: no empty brackets, doubled spaces, or punctuation that hangs in the air. */
function tidy(text) {
    const closed = text.replace(/\s+/g, " ").replace(emptyPair, " ").replace(emptyPair, " ");
    // Both ends first and last: a trailing dash hides the space before an exclamation mark.
    const even = withoutEnds(closed)
        .replace(/ {2,}/g, " ")
        .replace(/ [!?;:,]{1,5}(?=\p{L})/gu, " ")
        .replace(/([([{（]) ?(?:[,;:] ?){1,5}/gu, "$1")
        .replace(/(?:(?<![,;:–—-] ?)[,;:] ?){1,5}([)\]}）])/gu, "$1")
        .replace(/([([{（「『]) /gu, "$1")
        .replace(/ ([)\]}）」』])/gu, "$1")
        .replace(/([.!?])(?: [.,;:!?]){1,5}(?=\s|$)/g, "$1")
        .replace(/ ([.,;:!?…،؛؟]+)(?=\s|$)/gu, "$1")
        .replace(/([.!?])[;:]$/g, "$1")
        .replace(/, ?(?=[(（])/gu, " ")
        .replace(/[，、：；]{1,3} ?(?=[。！？）])/gu, "")
        .replace(/ (?=[。，、；：！？）])/gu, "")
        .replace(/[,;:–—-]{1,3} ?(?=[.!?](?:\s|$))/g, "")
        .replace(/,(?: ?[,;:]){1,5}/g, ",")
        .replace(/ (?:[–—-] ){2,}/g, " – ");
    return withoutEnds(even);
}
function withoutEnds(text) {
    const start = text.search(/[^\s,;:/|&+•·–—=)\]}）」』】-]/u);
    if (start < 0)
        return "";
    // A sign before a number or a flag belongs to it: "-5", "+1", ".NET".
    const signed = /[+-](?=[\p{N}])/u.test(text.slice(Math.max(0, start - 1), start + 1)) ? start - 1 : start;
    const begun = text.slice(signed).replace(/^(?:[!?…。！？，、：；]+ ?|\.+(?: |$)|\.(?=\p{L})){1,5}/u, "");
    return begun.replace(/(?<![\s,;/|&•·–—({[=-])[\s,;/|&•·–—({[=-]+$/u, "");
}
const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
/** The text without the sentences that are not kept, the others as they are. */
function keepSentences(text, isKept) {
    return Array.from(segmenter.segment(text), ({ segment }) => segment)
        .filter(isKept)
        .join("");
}
/** Tidy words, and no sentence in them that is nothing but punctuation. */
function polish(text) {
    return tidy(keepSentences(tidy(text), model/* hasWords */.kR));
}
const sentences_thanks = /^(?:(?:special|many|big|huge|vielen|большое) )?(?:thanks|thank you|kudos|shout-?out|danke?|merci|gracias|спасибо|شكرا)(?![\p{L}\p{N}])/iu;
const label = new RegExp(`^(?:[^\\s:：.!?${model/* removed */.rq}]+ ?){1,3}[:：] ?${model/* removed */.rq}(?:${model/* removed */.rq}|[\\s,;&.]|via|and|in|by|on|at){0,60}$`, "u");
const withReference = [
    label,
    new RegExp(`^(?:compare|diff|changes since|view|see full)\\b[^.!?]{0,60}${model/* removed */.rq}`, "i"),
    new RegExp(`^this reverts commit ${model/* removed */.rq}`, "i"),
];
const lines = [
    /full change-?log|\bfull diff\b/i,
    /^(?:signed-off|co-authored|reviewed|acked|tested|reported|suggested|helped)-by: /i,
];
const boilerplate = [
    /\bmade (?:their|his|her|its) first contribution\b/i,
    /^merge (?:pull request|branch|tag|remote-tracking)\b/i,
    /^chore(?:\([^()]{1,40}\))?: (?:release|version packages|bump (?:the )?version|prepare release)\b|^release \S{1,80} version \d/i,
    /^this (?:pr|pull request|release|changelog) was (?:automatically )?(?:generated|created)\b|^see documentation\.?$/i,
    /^released? (?:with|by) goreleaser\b|^generated by /i,
    /^all notable changes to this project|^the format is based on keep a changelog/i,
    /^dependabot will resolve any conflicts|^you can (?:also )?trigger (?:a rebase|dependabot)|^sourced from /i,
];
/** Is this a sentence that tools add, or one that only led to a reference or an account? */
function isSilentSentence(sentence) {
    if (sentence.includes(model/* removedCode */.S$) && isHollow(sentence))
        return true;
    if (sentence.includes(model/* removed */.rq) && sentences_thanks.test(sentence) && !/! [-–—]/.test(sentence))
        return true;
    return isSilentLine(sentence) || boilerplate.some((pattern) => pattern.test(sentence));
}
/** Is this a line that stands for itself although the paragraph goes on: a trailer, a label with a link? */
function isSilentLine(line) {
    if (line.includes(model/* removed */.rq) && withReference.some((pattern) => pattern.test(line)))
        return true;
    return lines.some((pattern) => pattern.test(line));
}
// "… is gone", or "replace … by …": without its code it says nothing, or something else.
function isHollow(sentence) {
    const words = sentence.match(/[\p{L}\p{N}\p{M}'’.-]+/gu) ?? [];
    const marks = sentence.split(model/* removedCode */.S$).length - 1;
    return words.length < 3 || marks > 1;
}
const east = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}。，、；：！？（）「」]";
const wrappedEast = new RegExp(`(?<=${east}) ?\\n ?(?=${east})`, "gu");
/** The speakable text of one block, its meant lines apart from each other. Empty when nothing is left to say. */
function toLines(text) {
    return text
        .replace(/\u2028 ?(?=\p{Ll})/gu, "\n")
        .split(model/* lineEnd */.kd)
        .filter(model/* hasWords */.kR)
        .map((line) => settle(joinWrapped(line)))
        .filter(model/* hasWords */.kR);
}
// What is taken out can bring together what looks like a reference again.
function settle(line) {
    let [before, after] = ["", line];
    for (let round = 0; round < 4 && after !== before; round += 1)
        [before, after] = [after, speakable(after)];
    return after;
}
function speakable(line) {
    const marked = markReferences(line.replace(/ +([:.,])(?=\s|$)/g, "$1"));
    const text = withoutBrackets(marked).replace(/ {2,}/g, " ").trim();
    const kept = keepSentences(text, (sentence) => !isSilentSentence(sentence.trim()));
    return polish((0,characters/* speakSymbols */.s)(withoutLeads(kept).replaceAll(model/* removed */.rq, " ")));
}
// Between Chinese or Japanese characters a wrapped line has no space.
function joinWrapped(text) {
    const lines = markReferences(text)
        .split("\n")
        .filter((line) => !isSilentLine(line.trim()));
    return lines.join("\n").replace(wrappedEast, "").replace(/\n/g, " ");
}

;// CONCATENATED MODULE: ./build/src/text/speech/changelog.js


const patterns = [
    /^[\w*]+ ?\(deps(?:-dev)?\b[^()]{0,40}\)!?: /i,
    /^(?:\(?deps(?:-dev)?\)?|dependencies):? (?=bump|update|upgrade|pin|replace)/i,
    /^(?:[\w()]{1,20}!?: )?bumps? (?!the version|version)(?:the )?[\w@./ -]{1,100} (?:from \S+ |group |across |with )?(?:to|with|across) /i,
    /^(?:[\w()]{1,20}!?: )?(?:update|upgrade|pin|lock|replace) (?:dev)?dependenc(?:y|ies)\b/i,
    /^(?:[\w()]{1,20}!?: )?update [\w@./-]{1,100} (?:action|digest|docker tag|monorepo|orb|image)\b/i,
    /^(?:[\w()]{1,20}!?: )?lock file maintenance\b/i,
];
/** Does this say that a dependency has a new version, as dependency bots and changesets put it? */
function isDependencyNote(text) {
    return patterns.some((pattern) => pattern.test(text)) || isDependencyList(text);
}
/** Does this announce such notes, which follow one level deeper? */
function isDependencyList(text) {
    return /^updated dependencies\b/i.test(text);
}
/** How many updates one note stands for: "with 3 updates" are three. */
function updatesIn(text) {
    return Number(/\bwith (\d{1,4}) updates?\b/i.exec(text)?.[1] ?? 1);
}
const version = /^v?\d+(?:\.\d+){1,3}(?:[-+.][\w.+-]{1,40})?$/i;
const changelog_date = /(?:^|[\s,(–—-]{1,5})(?:released (?:on )?)?\d{4}[-/.]\d{2}[-/.]\d{2}\)?$/i;
/** The words of a heading: no date, no colon at its end, and a number alone is a version. */
function headingWords(text) {
    if (/^(?:change ?log|releases)$/i.test(text))
        return "";
    const words = polish(text.replace(changelog_date, "")).replace(/[:：]$/u, "");
    return version.test(words) ? `Version ${words.replace(/^v/i, "")}` : words;
}
const types = {
    fix: "Fix: ",
    bugfix: "Fix: ",
    hotfix: "Fix: ",
    docs: "Documentation: ",
    doc: "Documentation: ",
    test: "Tests: ",
    tests: "Tests: ",
    ci: "CI: ",
    revert: "Reverted: ",
    security: "Security: ",
};
const prefix = /^(feat|feature|fix|bugfix|hotfix|docs?|style|refactor|perf|tests?|build|ci|chore|revert|security|deps|wip|enhancement|improvement)(?: ?\([^()]{1,60}\))?(!)?: ?(?=\S)/i;
const reverted = /^(revert(?:s|ed)?:? ["“])(.+)$/i;
// git-cliff puts the scope in front: "(api) add x".
const scope = /^(breaking: )?\([\w ./,-]{1,40}\) (?=\p{L})/iu;
/** The subject of a conventional commit as a sentence; the type stays as a word where the sentence needs it. */
function withoutPrefix(text) {
    const [, reverts, subject = ""] = reverted.exec(text) ?? [];
    if (reverts !== undefined)
        return capitalised(reverts) + subject.replace(prefix, "");
    const [whole = "", type = "", isBreaking] = prefix.exec(text) ?? [];
    const rest = text.slice(whole.length).replace(scope, "$1");
    if (rest === text)
        return text;
    const sentence = polish(rest);
    if (!(0,model/* hasWords */.kR)(sentence))
        return "";
    const word = isBreaking ? "Breaking: " : (types[type.toLowerCase()] ?? "");
    const repeats = sentence.toLowerCase().startsWith(word.slice(0, 3).toLowerCase());
    return repeats ? capitalised(sentence) : word + sentence;
}
// "iOS", "npm.config" and "parseConfig" are spelt as they are.
function capitalised(text) {
    return text.replace(/^\p{Ll}+(?=[\s,:;]|$)/u, (word) => word.charAt(0).toUpperCase() + word.slice(1));
}
/** What is said of a block, by its kind. */
function toSpoken({ text, ...block }) {
    const lines = toLines(text);
    const isNote = lines.length === 1 && isDependencyNote(lines[0] ?? "");
    const words = block.kind === "heading" ? lines.map(headingWords) : lines.map(withoutPrefix);
    return {
        ...block,
        isNote,
        said: words.filter(model/* hasWords */.kR).map(withStop).join(" "),
    };
}
const mostSpoken = 3;
/** Puts one sentence with their number in the place of dependency updates, when there are more than three of them. */
function summariseUpdates(blocks) {
    const notes = findNotes(blocks);
    const counts = new Map(notes.filter(({ count }) => count > 0).map(({ block, count }) => [block.said, count]));
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    if (total <= mostSpoken)
        return [...blocks];
    const first = notes[0]?.block;
    const all = new Set(notes.map(({ block }) => block));
    return blocks.map((block) => {
        if (!all.has(block))
            return block;
        return { ...block, said: block === first ? `${total} dependencies were updated.` : "" };
    });
}
function findNotes(blocks) {
    const notes = [];
    let listDepth = Number.POSITIVE_INFINITY;
    for (const [index, block] of blocks.entries()) {
        if (block.kind !== "item" || block.depth <= listDepth)
            listDepth = Number.POSITIVE_INFINITY;
        if (block.said === "" || block.kind === "heading")
            continue;
        if (block.depth > listDepth)
            notes.push({ block, count: 1 });
        else if (block.isNote) {
            const next = blocks[index + 1];
            const announces = isDependencyList(block.said) && next?.kind === "item" && next.depth > block.depth;
            if (announces)
                listDepth = block.depth;
            notes.push({ block, count: announces ? 0 : updatesIn(block.said) });
        }
    }
    return notes;
}

;// CONCATENATED MODULE: ./build/src/text/speech/normalize.js


/**
 * Each `{{ some.name }}` becomes one character that no rule touches; `restore` puts it back as it was typed.
 * An escaped one stays escaped, and `${{ }}` is not one.
 */
function hidePlaceholders(text) {
    const typed = [];
    const hidden = text
        .replace(/[\u{F0000}-\u{FFFFF}]/gu, "")
        .replace(/(?<!\$)\\?\{\{[ \t]*[\w.-]+[ \t]*\}\}/g, (placeholder) => String.fromCodePoint(model/* firstPlaceholder */.Wp + typed.push(placeholder) - 1));
    return {
        text: hidden,
        restore: (spoken) => spoken.replace(/[\u{F0000}-\u{FFFFD}]/gu, (character) => typed[(character.codePointAt(0) ?? 0) - model/* firstPlaceholder */.Wp] ?? ""),
    };
}
const maxDelimiters = 400;
/**
 * Markdown that is parsed in a time that grows with its length: without invisible characters, and without
 * what makes a parser compare everything with everything or nest without end.
 */
function tame(markdown) {
    const text = (0,characters/* visible */.R)(markdown.replace(/\r\n?/g, "\n"));
    // A hundred levels of quotes and lists are more than anyone writes; the parser recurses into each.
    const shallow = text.replace(/^([ \t>+*\d.)-]{100})[ \t>+*\d.)-]+/gm, "$1");
    return withFewDelimiters(withoutUnderlines(shallow));
}
// The time for headings that are underlined is quadratic in their number (measured: 10 s for 30,000). A line of its own above an
// underline is the same heading with marks in front.
function withoutUnderlines(text) {
    const lines = text.split("\n");
    for (let index = 1; index < lines.length; index += 1) {
        const [before = "", line = "", underline = ""] = [lines[index - 2], lines[index - 1], lines[index]];
        if (!/^ {0,3}(?:=+|-{2,})[ \t]*$/.test(underline) || before.trim() !== "")
            continue;
        if (line.trim() === "" || /^\s*(?:[>#|<`~*+-]|\d+[.)] )/.test(line))
            continue;
        lines[index - 1] = `${underline.includes("=") ? "#" : "##"} ${line.trim()}`;
        lines[index] = "";
    }
    return lines.join("\n");
}
// The time for emphasis and links is quadratic in the delimiters of one paragraph (measured: 40 s for 60,000 tildes).
// A paragraph ends at an empty line, a list item or a heading; with a deeper indentation that is not certain.
function withFewDelimiters(text) {
    let delimiters = 0;
    const lines = text.split("\n").map((line) => {
        if (/^ {0,3}(?:[-*+] |#{1,6} |$)|^\s*$/.test(line))
            delimiters = 0;
        if (/^ {0,3}(?:`{3}|~{3})/.test(line))
            return line;
        return line.replace(/[*_~[\]!]/g, (delimiter) => (++delimiters > maxDelimiters ? " " : delimiter));
    });
    return lines.join("\n");
}
const wholeLength = 32_000;
const pieceLength = 8_000;
const maxDefinitions = 200;
/**
 * A long document in pieces that can be parsed one by one, as the parser's time grows with the square of some (measured:
 * 14 s for 9,000 block quotes). They begin at a heading where there is one, never inside fenced code or a comment unless
 * that is longer than a piece, and each has the definitions of links with it.
 */
function toPieces(source) {
    if (source.length <= wholeLength)
        return [source];
    const definitions = source.match(/^ {0,3}\[[^\]\n]{1,100}\]: ?\S.*$/gm)?.slice(0, maxDefinitions) ?? [];
    const lines = source.split("\n");
    const ranks = rankLines(lines);
    const pieces = [];
    for (let from = 0; from < lines.length;) {
        const to = endOfPiece(lines, ranks, from);
        pieces.push([...lines.slice(from, to), "", ...definitions].join("\n"));
        from = to;
    }
    return pieces;
}
// How well a piece may begin with a line: 3 a heading, 2 after an empty line, 1 an item, 0 hardly.
function rankLines(lines) {
    let fence = "";
    let isComment = false;
    return lines.map((line, index) => {
        const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? "";
        const isInside = fence !== "" || isComment;
        if (fence === "")
            fence = mark;
        else if (mark.startsWith(fence))
            fence = "";
        if (line.includes("<!--"))
            isComment = true;
        if (line.lastIndexOf("-->") > line.lastIndexOf("<!--"))
            isComment = false;
        if (isInside || /^\s/.test(line))
            return 0;
        if (/^#{1,3} /.test(line))
            return 3;
        if (lines[index - 1]?.trim() === "")
            return 2;
        return /^[-*+] /.test(line) ? 1 : 0;
    });
}
function endOfPiece(lines, ranks, from) {
    let [length, best] = [0, from + 1];
    let bestRank = -1;
    for (let index = from; index < lines.length; index += 1) {
        const rank = ranks[index] ?? 0;
        if (index > from && length > pieceLength / 2 && rank >= bestRank)
            [best, bestRank] = [index, rank];
        length += (lines[index]?.length ?? 0) + 1;
        if (length > pieceLength && index > from)
            return bestRank < 0 ? index : best;
    }
    return lines.length;
}

;// CONCATENATED MODULE: ./build/src/text/speech/sections.js

/** Does a block that is no heading announce what follows: a summary, a line in bold, or words with a colon? */
function isLead({ kind, leads, said }) {
    return kind !== "heading" && (leads || /[:：]$/u.test(said));
}
/**
 * Of the leads whose announced paragraphs, items or code vanished, those in bold vanish as well, and those with a colon
 * end with a full stop. One that announces nothing, as at the end, is a sentence like any other.
 */
function withoutEmptyLeads(blocks) {
    const result = [...blocks];
    for (let index = blocks.length - 1; index >= 0; index -= 1) {
        const block = result[index];
        if (!block || !isLead(block) || !isVanished(result, index + 1, block))
            continue;
        result[index] = { ...block, said: block.leads ? "" : sections_ended(block.said) };
    }
    return result;
}
function isVanished(blocks, from, lead) {
    let at = from;
    for (; belongsTo(lead, blocks[at], at === from); at += 1)
        if (blocks[at]?.said !== "")
            return false;
    return at > from;
}
function belongsTo(lead, block, isNext) {
    if (!block || block.kind === "heading" || block.kind === "close")
        return false;
    // A later paragraph of an item, half a level below it, has its code and lists on its own level.
    const isInside = lead.depth % 1 === 0 ? block.depth > lead.depth : block.depth >= lead.depth;
    if (lead.kind === "item")
        return block.kind === "item" && isInside;
    return lead.leads ? !block.leads : isNext || block.kind === "item";
}
// "Install it:" is nothing without the command, "Patterns can be mirrored:" is.
function sections_ended(text) {
    const label = /(?:^|(?<=[.!?。！？] ?))[^\s.!?。！？]{1,40}(?: [^\s.!?。！？]{1,40})?[:：]$/u;
    if (label.test(text))
        return polish(text.replace(label, ""));
    return text.replace(/:$/, ".").replace(/：$/u, "。");
}
const people = /^(?:(?:all|our|new|first[- ]time|special|many|top|code|a) )*(?:contributors?|committers?|authors?|thanks|thank you|credits?|acknowledge?ments?|kudos|shout-?outs?|sponsors|backers)(?:[:!,(].*| ?\d.*| to .*| and .*| for .*)?[.!]?$/i;
const files = /^(?:(?:release|docker|container|binary|full|list of) )*(?:assets?|artifacts|checksums?|hashes|signatures|sha-?\d+\b.*|downloads?|download links?|binaries|(?:docker|container) images?|change ?log|compare|commits|dependabot commands and options)(?:[:!(].*)?[.!]?$/i;
const elsewhere = /^(?:新?贡献者|致谢|感谢|下载|謝辞|コントリビューター|ダウンロード|(?:neue )?mitwirkende|danksagung|danke|contributeurs|remerciements|благодарности|участники|المساهمون|شكر وتقدير)[.。!：:]?$/iu;
/** As deep as what a lead announces: below every heading. */
const leadDepth = 7;
/** Silences contributors, thanks, assets, checksums, downloads and lists of commits, each with its heading or lead. */
function withoutSilentLists(blocks) {
    let silentDepth;
    let isFirst = false;
    return blocks.map((block) => {
        const depth = block.kind === "heading" ? block.depth : isLead(block) ? leadDepth : undefined;
        // Of what a lead announces the end is not marked: one paragraph or one list.
        const endsLead = block.kind === "close" || (block.kind === "paragraph" && !isFirst);
        if (silentDepth !== undefined &&
            (depth !== undefined ? depth <= silentDepth : silentDepth === 7 && endsLead))
            silentDepth = undefined;
        isFirst = silentDepth === undefined && depth !== undefined && isSilent(block.said);
        if (isFirst)
            silentDepth = depth;
        return silentDepth === undefined ? block : { ...block, said: "" };
    });
}
function isSilent(heading) {
    return [people, files, elsewhere].some((pattern) => pattern.test(heading));
}
/** Takes out every heading with nothing below it, unless headings are all that the document has. */
function withoutEmptyHeadings(blocks) {
    if (blocks.every(({ kind, said }) => kind === "heading" && said !== ""))
        return [...blocks];
    // By level: has something been said since the last heading of this level or above? Seen from the end.
    const isFollowed = Array.from({ length: 7 }, () => false);
    const result = [];
    for (const block of [...blocks].reverse()) {
        const next = result.at(-1);
        if (block.kind !== "heading") {
            if (block.said !== "")
                isFollowed.fill(true);
            result.push(block);
            continue;
        }
        const keeps = isFollowed[block.depth] || (next !== undefined && startsRelease(block, next));
        isFollowed.fill(false, block.depth);
        result.push(keeps ? block : { ...block, said: "" });
    }
    return result.reverse();
}
// standard-version writes a patch release and its sections as headings of one level.
function startsRelease({ said, depth }, next) {
    return /^Version \d/.test(said) && next.kind === "heading" && next.said !== "" && next.depth === depth;
}
/** Silences the sections that are lists of people, files or hashes, and then all that announced what vanished. */
function withoutEmptySections(blocks) {
    return withoutEmptyHeadings(withoutEmptyLeads(withoutSilentLists(blocks)));
}

;// CONCATENATED MODULE: ./build/src/text/speech/index.js







const maxLength = 200_000;
/**
 * Markdown as words that somebody can say in a video: release notes, a pull request's description, a commit's subject.
 * Without links, code, tables, emoji, names of accounts and numbers of issues, and without the sections that are lists
 * of people or files; placeholders stay as they are typed. Empty when there is nothing to say.
 */
function toSpeech(markdown) {
    const { text, restore } = hidePlaceholders(markdown.slice(0, maxLength));
    const spoken = summariseUpdates(toPieces(tame(text)).flatMap(parse).map(toSpoken));
    return restore(join(withoutEmptySections(spoken)));
}
function parse(source, piece) {
    const tree = (0,lib/* fromMarkdown */.Y)(source, { extensions: [(0,micromark_extension_gfm/* gfm */.T)()], mdastExtensions: [(0,mdast_util_gfm_lib/* gfmFromMarkdown */.C)()] });
    return toBlocks(tree, source).map((block) => ({ ...block, list: block.list + piece * maxLength }));
}
// The items of a list are one paragraph of sentences.
function join(blocks) {
    let result = "";
    let last;
    for (const block of blocks.filter(({ said }) => said !== "")) {
        const sameList = block.kind === "item" && last?.kind === "item" && last.list === block.list;
        const between = sameList ? (/[。！？]$/u.test(result) ? "" : " ") : "\n\n";
        result += last ? between + block.said : block.said;
        last = block;
    }
    return result;
}


/***/ })

};
