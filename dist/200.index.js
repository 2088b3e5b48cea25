export const id = 200;
export const ids = [200,555];
export const modules = {

  76555:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  k: () => (  engineOf),
  toEstimate: () => (  toEstimate)
});

var spoken_seconds = __webpack_require__(6800);
var plain_text = __webpack_require__(15434);
;// CONCATENATED MODULE: ./build/src/providers/heygen/prompt-length/time-units.js
const unitNames = [
    {
        seconds: 1,
        names: "seconds|sekunden?|secondes|seconden|segundos|secondi|sekund(?:er|y)|секунд\\p{L}*",
        afterNumber: "second|s|secs?|sek|seconde|segundo|secondo|sekund|сек",
    },
    {
        seconds: 60,
        names: "minutes?|minuten|minuut|minutos?|minuti|minut(?:er|ter|y)?|минут\\p{L}*",
        afterNumber: "m|mins?|мин",
    },
    {
        seconds: 3_600,
        names: "hours?|stunden?|heures?|horas?|timm(?:e|ar)|godzin\\p{L}*|час(?:а|ов)?",
        afterNumber: "h|hrs?|std|ora|ore|uur|uren",
    },
];
const germanCompounds = [
    { seconds: 1, stem: "sekünd" },
    { seconds: 60, stem: "minüt" },
    { seconds: 3_600, stem: "stünd" },
];
const cjkUnits = [
    { seconds: 1, names: "秒|초" },
    { seconds: 60, names: "分(?:钟|鐘|間)?|분" },
    { seconds: 3_600, names: "時間|小时|小時|시간" },
];
const unitPattern = [
    ...unitNames.map(({ names, afterNumber }) => `(?:${names}|${afterNumber})(?!\\p{L})`),
    ...germanCompounds.map(({ stem }) => `${stem}\\p{L}*`),
    ...cjkUnits.map(({ names }) => `(?:${names})`),
].join("|");
const loneUnitPattern = [
    ...unitNames.map(({ names }) => `(?<!\\p{L})(?:${names})(?!\\p{L})`),
    ...germanCompounds.map(({ stem }) => `${stem}ig`),
    "\\p{L}-second(?!\\p{L})",
    "\\p{L}(?:stunde|minute|sekunde)n?(?!\\p{L})",
    "[一二三四五六七八九十百千半数幾几](?:秒|分钟|分鐘|分間|時間|小时|小時)",
].join("|");
const units = [
    ...unitNames.map(({ seconds, names, afterNumber }) => ({ seconds, pattern: `${names}|${afterNumber}` })),
    ...germanCompounds.map(({ seconds, stem }) => ({ seconds, pattern: `${stem}\\p{L}*` })),
    ...cjkUnits.map(({ seconds, names }) => ({ seconds, pattern: names })),
].map(({ seconds, pattern }) => ({ seconds, whole: new RegExp(`^(?:${pattern})$`, "u") }));
function secondsPerUnit(unit) {
    return units.find(({ whole }) => whole.test(unit))?.seconds ?? Number.NaN;
}

;// CONCATENATED MODULE: ./build/src/providers/heygen/prompt-length/ambiguous-length.js

function findAmbiguousLength(text, spans) {
    return spans.find((span) => isMultiple(text, span))?.text ?? findUnknownLength(text, spans);
}
const multipleBefore = [
    /\d ?[x×*]? ?$/,
    /(?:dozen|hundred|thousand|million|hundert|tausend|cent|mille?|cien)[ -](?:and |et |y )?$/,
    /(?:vingts?|trente|quarante|cinquante|soixante)[ -](?:and |et |y )?$/,
    /\d+ \p{L}+(?: \p{L}+)? (?:of|with|at|à|zu|von|de) (?:\p{L}+ )?$/u,
    /\p{L}{2}s of (?:about )?$/u,
    /(?<!\p{L})(?:each|every|jede[rsn]?|chaque|cada) (?:\S+ ){0,6}$/u,
    /(?:at least|no (?:less|shorter|fewer) than|(?:more|longer|greater) than) ?(?:about |around )?$/,
    /(?:over|minimum(?: of)?|min\.?|>=?|≥) ?(?:about |around )?$/,
    /(?:mindestens|über|länger als|au moins|plus de|al menos|más de|almeno) ?(?:about |around )?$/,
];
const multipleAfter = [
    /^[,.]? ?(?:long )?(?:(?:for|on|to|about) )?(?:each|apiece|per |jeweils|je |chac|cada|every )/,
    /^ ?(?:\+|[x×*] ?\d|or (?:more|longer)|and up|minimum|at least)/,
    /^,? ?(?:or|to|-) ?\d/,
    /^,? and \d+(?= ?(?:[.,;!?]|$))/,
];
function isMultiple(text, { start, end }) {
    const [before, after] = [text.slice(Math.max(0, start - 80), start), text.slice(end)];
    return (multipleBefore.some((pattern) => pattern.test(before)) ||
        multipleAfter.some((pattern) => pattern.test(after)));
}
const videoNouns = "(?:video|film|movie|clip|tour|tutorial|presentation|documentary)s?";
const ambiguousPattern = new RegExp([
    loneUnitPattern,
    `[\\p{N}\\ufffc][ ()"'-]{0,3}(?:${unitPattern})`,
    "[\\p{N}\\ufffc][^\\p{L}\\p{N}\\n.,;!?]{0,6}(?:mins?|secs?|hrs?)(?!\\p{L})",
    "\\d[ -]?(?:min?t?u(?!s(?!\\p{L}))\\p{L}+|sec+[on]\\p{L}+|hou?re?s?(?!\\p{L}))",
    "\\bpt\\d\\S*",
    "(?:feature|full|day|week)[ -](?:length|long)|long[ -]?form|(?:twice|times|half) as long",
    "as long as (?:it (?:takes|needs)|needed|necessary|possible)",
    `(?<!\\p{L})long(?:er|est)? (?:\\p{L}+ )?${videoNouns}`,
    `(?:day|week|month|year)s?[ -](?:long|${videoNouns})`,
    "\\d ?[′″]|\\d'\\d",
    `\\d' (?:\\p{L}+ )?${videoNouns}`,
    "\\d{3,}(?:[.,]\\d{3})*[ -]words?|\\d{4,} frames?",
    "(?:length|duration|running time|runtime|länge|dauer|laufzeit|durée|duración|durata)" +
        "(?: (?:of|is|should be))? ?[:=]? ?(?:about )?\\d[\\d.,:]*",
].join("|"), "u");
function findUnknownLength(text, spans) {
    const rest = spans.reduceRight((remaining, { start, end }) => `${remaining.slice(0, start)} ¤ ${remaining.slice(end)}`, text);
    const match = ambiguousPattern.exec(rest);
    if (!match)
        return undefined;
    const [word = ""] = rest.slice(Math.max(0, match.index - 30), match.index).match(/[^\s¤]*[ -]?$/) ?? [];
    return word + match[0];
}

;// CONCATENATED MODULE: ./build/src/providers/heygen/prompt-length/numerals.js
const english = {
    ones: ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
    teens: [
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ],
    tens: ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
};
const german = {
    ones: ["ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"],
    teens: ["zehn", "elf", "zwölf"],
    tens: ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"],
};
const numeralValues = new Map([
    ...[english, german].flatMap(({ ones, teens, tens }) => [
        ...ones.map((word, index) => [word, index + 1]),
        ...teens.map((word, index) => [word, index + 10]),
        ...tens.map((word, index) => [word, (index + 2) * 10]),
    ]),
    ["fünfzehn", 15],
    ["anderthalb", 1.5],
    ["eineinhalb", 1.5],
    ["zweieinhalb", 2.5],
]);
const anyOf = (words) => words.join("|");
const belowHundred = `(?:(?:${anyOf(english.tens)})(?:[- ](?:${anyOf(english.ones)}))?|` +
    `${anyOf(english.teens)}|${anyOf(english.ones)})`;
const germanSingles = [...numeralValues.keys()].filter((word) => word !== "ein");
const germanNumeral = `(?:(?:${anyOf(german.ones)})und(?:${anyOf(german.tens)})|${anyOf(germanSingles)})`;
const numeralPattern = new RegExp(`(?<!\\p{L}-?)(?:(?:(${belowHundred}|a)[- ])?(hundred)(?:[- ](?:and[- ])?(${belowHundred}))?|` +
    `(${belowHundred}|${germanNumeral}))(?!\\p{L})`, "gu");
function numeralsToDigits(text) {
    const withDigits = text.replace(numeralPattern, (...match) => {
        const [, hundreds = "one", hundred, rest = "", otherNumeral = ""] = match;
        if (hundred === undefined)
            return String(parseNumeral(otherNumeral));
        return String((hundreds === "a" ? 1 : parseNumeral(hundreds)) * 100 + parseNumeral(rest));
    });
    return fractionsToDecimals(withDigits);
}
function parseNumeral(numeral) {
    const [, ones = "", tens = ""] = numeral.match(/^(\p{L}+)und(\p{L}+)$/u) ?? [];
    const parts = ones ? [ones, tens] : numeral.split(/[- ]/);
    return parts.reduce((sum, part) => sum + (numeralValues.get(part) ?? 0), 0);
}
const fractionValues = { half: 0.5, halves: 0.5, quarter: 0.25, quarters: 0.25 };
const fractionPattern = "(half|halves|quarters?)";
const isFractionWord = (word) => word in fractionValues;
const fractionValue = (word) => (isFractionWord(word) ? fractionValues[word] : 0);
function fractionsToDecimals(text) {
    return text
        .replace(/(?<![\d./])(?:(\d+)[ -])?(\d)\/(\d)(?![\d/])/g, (_, whole = "0", above, below) => String(Number(whole) + Number(above) / Number(below)))
        .replace(new RegExp(`(\\d+)[ -]and[ -](?:an?|1)[ -]${fractionPattern}(?!\\p{L})(?! (?:of )?an? )`, "gu"), (_, whole, word) => String(Number(whole) + fractionValue(word)))
        .replace(new RegExp(`(?<!\\p{L}|(?:and|&|plus|\\+|und|et)[ -]?)(?:(\\d+|an?)[ -])?${fractionPattern}` +
        "(?:[ -]of)?(?:[ -]an?)?[ -](?=minute|hour)", "gu"), (_, count = "1", word) => `${(Number(count) || 1) * fractionValue(word)} `)
        .replace(/(?<!\p{L})(?:(?:eine[rn]?|une|una) )?(?:halbe[rn]?|demi|media)[ -](?=\p{L})/gu, "0.5 ");
}

;// CONCATENATED MODULE: ./build/src/providers/heygen/prompt-length/time-spans.js

function findTimeSpans(text) {
    const spans = [...findUnitSpans(text), ...findClockSpans(text)].toSorted((a, b) => a.start - b.start);
    return joinAdjacent(text, spans);
}
const numberPattern = "\\d+(?:[.,]\\d+)*";
const articlePattern = "an?|eine?[rnms]?|une?|un[ao]|uma?";
const spanPattern = new RegExp(`(?<![\\p{L}\\d.,:/])(?:(?:(${numberPattern}) ?(?:-|to|or|and|bis|à) ?)?` +
    `(${numberPattern})[ ()"'-]{0,3}(${unitPattern})|` +
    `(?:${articlePattern})[ -](?!se[cg][ou]nd)(${unitPattern}))` +
    "( (?:and|et|und|y|e) (?:(?:an?|eine) )?(half|quarter|0\\.5|demie?|halbe|media|mezzo|mezza))?", "gu");
function findUnitSpans(text) {
    return [...text.matchAll(spanPattern)].map((match) => {
        const [whole, from = "0", to = "1", afterNumber, afterArticle = "", , fraction] = match;
        const unitSeconds = secondsPerUnit(afterNumber ?? afterArticle);
        const extra = fraction === undefined ? 0 : fraction === "quarter" ? 0.25 : 0.5;
        const seconds = (Math.max(parseDigits(from), parseDigits(to)) + extra) * unitSeconds;
        return { text: whole, start: match.index, end: match.index + whole.length, seconds, unitSeconds };
    });
}
function parseDigits(digits) {
    if (/^\d{1,3}(?:[.,]\d{3})+$/.test(digits))
        return Number(digits.replace(/[.,]/g, ""));
    return Number(digits.replace(",", "."));
}
const clockPattern = /(?<![\p{L}\d.,:/])(\d+):(\d\d)(?::(\d\d))?(?![\d:])(?: ?(h|hours?|hrs?|m|mins?|minutes?)(?!\p{L}))?/gu;
const aspectRatios = ["9:16", "9:21", "10:16", "16:10"];
function findClockSpans(text) {
    const found = [...text.matchAll(clockPattern)].filter(([whole]) => !aspectRatios.includes(whole));
    return found.map((match) => {
        const [whole, first = "", second = "", third, unit = ""] = match;
        const firstSeconds = third !== undefined || unit.startsWith("h") ? 3_600 : 60;
        const seconds = Number(first) * firstSeconds + (Number(second) * firstSeconds) / 60 + Number(third ?? 0);
        return { text: whole, start: match.index, end: match.index + whole.length, seconds, unitSeconds: 1 };
    });
}
function joinAdjacent(text, spans) {
    const joined = [];
    for (const next of spans) {
        const last = joined.at(-1);
        const continuesLast = last &&
            last.unitSeconds > next.unitSeconds &&
            /^,? ?(?:(?:and|und|et|y|e) )?$/.test(text.slice(last.end, next.start));
        if (!continuesLast)
            joined.push(next);
        else
            joined[joined.length - 1] = {
                ...next,
                start: last.start,
                text: text.slice(last.start, next.end),
                seconds: last.seconds + next.seconds,
            };
    }
    return joined;
}

;// CONCATENATED MODULE: ./build/src/providers/heygen/prompt-length/named-length.js




const maxSeconds = 1_800;
const minSeconds = 5;
function findNamedLength(typed) {
    const text = normalizeText(typed);
    const spans = findTimeSpans(text);
    const ambiguousText = spans.find(({ seconds }) => !(seconds <= maxSeconds))?.text ?? findAmbiguousLength(text, spans);
    if (ambiguousText !== undefined)
        return { ambiguousText: ambiguousText.replaceAll(eventTextMark, "…").trim() };
    const longest = spans.toSorted((a, b) => b.seconds - a.seconds)[0];
    if (!longest)
        return {};
    const isOpening = longest.seconds >= minSeconds &&
        beforeOpeningLength.test(text.slice(0, longest.start)) &&
        afterOpeningLength.test(text.slice(longest.end));
    const totalSeconds = spans.reduce((sum, { seconds }) => sum + seconds, 0);
    return { seconds: longest.seconds, totalSeconds, isOpening };
}
const eventTextMark = "\ufffc";
function normalizeText(typed) {
    const text = (0,plain_text .Q6)(typed)
        .replace(/(\d?)\s?([½¼¾])/g, (_, whole, sign) => `${whole || 0}${fractionDecimals[sign]}`)
        .replaceAll("…", eventTextMark)
        .normalize("NFKC")
        .replace(/[\ufe0f\u20e3]/g, "")
        .replace(/(?<=\d)M(?!\p{L})/gu, " million")
        .toLowerCase()
        .replace(/(?<=\dm)(\d\d?)(?![\p{L}\d])/gu, " $1s")
        .replace(/(?<=\d(?:h|m|min))(?=\d)/g, " ")
        .replace(/[‐‑‒–—−]/g, "-")
        .replace(/ ?& ?/g, " and ")
        .replace(/\s+/g, " ");
    return numeralsToDigits(text).trim();
}
const fractionDecimals = { "½": ".5", "¼": ".25", "¾": ".75" };
const verbs = "make|create|produce|render|generate|film|record|give";
const adjectives = "short|quick|little|snappy|lively|punchy|simple|new";
const beforeOpeningLength = new RegExp(`^(?:please )?(?:(?:${verbs})(?: me| us)? )?(?:an? |one |1 )?(?:(?:${adjectives}) )?$`);
const prepositions = "in|of|for|as|with|and|or|to|per|into|about|before|after";
const named_length_videoNouns = "video|film|movie|clip|tour|teaser|trailer|spot|reel|ad|advert|commercial|explainer|promo|tutorial|" +
    "presentation|walkthrough|recap|summary|overview|demo|announcement|story|short";
const afterOpeningLength = new RegExp(`^[ -](?:(?!(?:${prepositions}) )[\\p{L}\\d.'-]+ ){0,2}(?:${named_length_videoNouns})(?!\\p{L})`, "u");

;// CONCATENATED MODULE: ./build/src/providers/heygen/prompt-length/prompt-length.js


const defaultSeconds = 45;
function estimatePromptLength(request) {
    const { text, userText = text, lengthSeconds, messages = [], revises } = request;
    const prompt = lengthSeconds === undefined ? findNamedLength(userText) : { seconds: lengthSeconds, isOpening: true };
    const all = [prompt, ...messages.map(findNamedLength)];
    const ambiguous = all.find(({ ambiguousText }) => ambiguousText !== undefined)?.ambiguousText;
    if (ambiguous !== undefined)
        return { unknownReason: `"${(0,plain_text .wh)(ambiguous, 60)}" may be meant as its length` };
    if (revises !== undefined && lengthSeconds === undefined)
        return { unknownReason: "a revision may become as long as the video that it changes" };
    const longest = Math.max(0, ...all.map(({ seconds = 0 }) => seconds));
    if (longest === 0)
        return { seconds: defaultSeconds, maxSeconds: defaultSeconds };
    const isCertain = prompt.isOpening === true && prompt.seconds === longest;
    const total = Math.max(...all.map(({ totalSeconds = 0 }) => totalSeconds));
    return { seconds: longest, maxSeconds: isCertain ? longest : Math.max(total, longest, defaultSeconds) };
}

;// CONCATENATED MODULE: ./build/src/providers/heygen/preflight/estimate.js


const prices = {
    agent: 0.0333,
    avatar: {
        avatar_iii: { photo_avatar: 0.0433, digital_twin: 0.0167, studio_avatar: 0.0167 },
        avatar_iv: { photo_avatar: 0.05, digital_twin: 0.0667, studio_avatar: 0.0667 },
        avatar_v: { digital_twin: 0.0667 },
    },
    avatar4k: { avatar_iv: { photo_avatar: 0.0667, digital_twin: 0.0833, studio_avatar: 0.0833 } },
    cinematic: 7,
};
const margins = { agent: 1.74, speech: 1.25 };
const defaultEngine = "avatar_iv";
const agentWaitMinutes = [20, 45];
function speechWaitMinutes(seconds) {
    const minutes = seconds / 60;
    return [Math.max(1, Math.round(5 * minutes)), Math.max(15, Math.round(10 * minutes))];
}
function toEstimate(request, body, look) {
    if (body.type === "cinematic_avatar") {
        return { seconds: cinematicSeconds(body), usd: prices.cinematic, atMostUsd: prices.cinematic };
    }
    if (request.kind === "script") {
        const seconds = (0,spoken_seconds .U)(request.text, speedOf(request)) + pauseSeconds(request.text);
        return {
            ...estimateFromRate(seconds, pricePerSecond(body, look), margins.speech),
            waitMinutes: speechWaitMinutes(seconds),
        };
    }
    if (request.kind !== "prompt" || body.model !== undefined)
        return {};
    const length = estimatePromptLength(request);
    const { agent } = prices;
    if ("unknownReason" in length)
        return { ...length, waitMinutes: agentWaitMinutes };
    const expected = estimateFromRate(length.seconds, [agent, agent], margins.agent);
    return {
        ...expected,
        atMostUsd: length.maxSeconds * agent * margins.agent,
        waitMinutes: agentWaitMinutes,
    };
}
function estimateFromRate(seconds, price, margin) {
    if (price === undefined)
        return { seconds };
    const [least, most] = price;
    return { seconds, usd: seconds * least, atMostUsd: seconds * most * margin, usdPerSecond: price };
}
function pauseSeconds(script) {
    const pauses = [...script.matchAll(/<break\s[^>]*?time\s*=\s*["']?(\d+(?:\.\d+)?|\.\d+)(ms|s)/gi)];
    return pauses.reduce((sum, [, count, unit]) => sum + Number(count) / (/ms/i.test(unit ?? "") ? 1_000 : 1), 0);
}
function cinematicSeconds({ duration, auto_duration, }) {
    if (auto_duration === true)
        return undefined;
    return typeof duration === "number" ? duration : 10;
}
function pricePerSecond(body, look) {
    const type = body.type === "image" ? "photo_avatar" : look && (look.avatar_type ?? "");
    const table = body.resolution === "4k" ? prices.avatar4k : prices.avatar;
    const known = Object.entries(table[engineOf(body)] ?? {})
        .filter(([pricedType]) => type === undefined || pricedType === type)
        .map(([, price]) => price);
    return known.length > 0 ? [Math.min(...known), Math.max(...known)] : undefined;
}
function engineOf({ engine }) {
    const type = typeof engine === "object" && engine !== null ? Reflect.get(engine, "type") : undefined;
    return typeof type === "string" ? type : defaultEngine;
}
function speedOf({ options }) {
    const settings = options.voice_settings;
    const speed = typeof settings === "object" && settings !== null ? Reflect.get(settings, "speed") : undefined;
    return typeof speed === "number" && speed > 0 ? speed : 1;
}


  }),

  30200:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  runPreflight: () => (  runPreflight)
});

var plain_text = __webpack_require__(15434);
var heygen_request = __webpack_require__(60589);
var estimate = __webpack_require__(1363);
;// CONCATENATED MODULE: ./build/src/providers/heygen/preflight/account.js


function describeAccount({ billing_type, wallet, subscription, usage_based }) {
    if (wallet)
        return `wallet, ${describeWallet(wallet)}`;
    if (subscription)
        return `subscription (${(0,plain_text .wh)(subscription.plan ?? "unknown plan", 40)})`;
    if (usage_based) {
        const left = leftBelowCap(usage_based);
        return left === undefined ? "usage-based" : `usage-based, ${(0,estimate .UK)(left)} left below the spending cap`;
    }
    return (0,plain_text .wh)(billing_type ?? "unknown", 40);
}
function lowBalanceWarnings(account, { atMostUsd = 0 }) {
    const left = leftUsd(account);
    if (left === undefined || (left > 0 && left >= atMostUsd))
        return [];
    const cost = atMostUsd > 0 ? `, and the video may cost up to ${(0,estimate .UK)(atMostUsd)}` : "";
    return [
        `The account has ${(0,estimate .UK)(left)} left${cost}. ` +
            "Top up the API wallet: app.heygen.com/settings?nav=API. Credits of a web plan don't count.",
    ];
}
function describeWallet({ currency, remaining_balance, auto_reload }) {
    if (remaining_balance == null)
        return "balance unknown";
    const isUsd = currency?.toLowerCase() === "usd";
    const balance = isUsd
        ? (0,estimate .UK)(remaining_balance)
        : `${remaining_balance} ${(0,plain_text .wh)(currency ?? "", 20)}`;
    return auto_reload?.enabled ? `${balance}, reloaded automatically` : balance;
}
function leftUsd({ wallet, usage_based }) {
    if (wallet?.currency?.toLowerCase() === "usd" && !wallet.auto_reload?.enabled) {
        return wallet.remaining_balance ?? undefined;
    }
    return usage_based ? leftBelowCap(usage_based) : undefined;
}
function leftBelowCap({ spending_cap_usd, spending_current_usd }) {
    return spending_cap_usd == null ? undefined : spending_cap_usd - (spending_current_usd ?? 0);
}

var preflight_estimate = __webpack_require__(76555);
var errors = __webpack_require__(29287);
var error_response = __webpack_require__(1481);
var failures = __webpack_require__(36701);
;// CONCATENATED MODULE: ./build/src/providers/heygen/preflight/look.js




async function readLook(client, id) {
    const { data: look } = await readItem(client.look(id), { setting: "avatar_id", id, list: "avatars" });
    const status = look.status?.toLowerCase() ?? "completed";
    if (status === "completed")
        return look;
    const reason = look.error?.message ?? `it is ${status.replaceAll("_", " ")}`;
    throw notReadyError("avatar_id", id, reason);
}
async function readVoice(client, id) {
    const { data: voice } = await readItem(client.voice(id), { setting: "voice_id", id, list: "voices" });
    const status = voice.status?.toLowerCase() ?? "complete";
    if (status === "complete" || status === "completed")
        return voice;
    throw notReadyError("voice_id", id, voice.failure_message ?? `it is ${status}`);
}
function requireEngine(look, engine) {
    const engines = look.supported_api_engines ?? [];
    if (engines.length === 0 || engines.includes(engine))
        return;
    const supported = engines.map((name) => (0,plain_text .wh)(name, 40)).join(", ");
    throw (0,errors .qz)(`\`avatar_id\` is "${(0,plain_text .wh)(look.id, 128)}": ${engine} cannot render this look, but ${supported} can.`, {
        hint: "Set `provider_options` to {engine: {type: …}} with one of them, or choose another look.",
        settings: ["avatar_id"],
    });
}
function requireVoice(look) {
    if (look.default_voice_id)
        return;
    throw (0,errors .qz)(`\`voice_id\` is required: the look "${(0,plain_text .wh)(look.id, 128)}" has no voice of its own.`, { hint: "Choose one from `showreel list voices`.", settings: ["voice_id"] });
}
async function readItem(item, { setting, id, list }) {
    try {
        return await item;
    }
    catch (error) {
        if (!(0,failures .M0)((0,error_response .hh)(error)))
            throw error;
        throw (0,errors .qz)(`\`${setting}\` is "${(0,plain_text .wh)(id, 128)}": HeyGen does not find it for this key.`, { hint: `Choose one from \`showreel list ${list}\`.`, settings: [setting] });
    }
}
function notReadyError(setting, id, reason) {
    return (0,errors .qz)(`\`${setting}\` is "${(0,plain_text .wh)(id, 128)}": it cannot be used (${(0,plain_text .wh)(reason, 200)}).`, { hint: "Check it at app.heygen.com, or choose another one.", settings: [setting] });
}

;// CONCATENATED MODULE: ./build/src/providers/heygen/preflight/preflight.js





async function runPreflight(client, request) {
    const { data: account } = await client.account();
    const body = (0,heygen_request .ER)(request);
    if (request.revises !== undefined)
        await client.session(request.revises);
    const looks = [];
    for (const id of collectIds("avatar_id", body))
        looks.push(await readLook(client, id));
    const voices = [];
    for (const id of collectIds("voice_id", body))
        voices.push(await readVoice(client, id));
    const [look] = looks;
    if (look && body.type === "avatar") {
        requireEngine(look, (0,preflight_estimate .k)(body));
        if (request.kind === "script" && voices.length === 0)
            requireVoice(look);
    }
    const estimate = (0,preflight_estimate.toEstimate)(request, body, look);
    const rows = [
        ["Account", describeAccount(account)],
        ...looks.map(({ name, avatar_type }) => ["Avatar", describeItem(name, avatar_type)]),
        ...voices.map(({ name, language }) => ["Voice", describeItem(name, language)]),
    ];
    return { rows, warnings: lowBalanceWarnings(account, estimate), estimate };
}
function collectIds(name, value) {
    if (typeof value !== "object" || value === null)
        return [];
    const found = Object.entries(value).flatMap(([key, part]) => {
        if (key === "variables")
            return [];
        if (key === name)
            return [part].flat().filter((id) => typeof id === "string");
        return collectIds(name, part);
    });
    return [...new Set(found)];
}
function describeItem(name, kind) {
    const shownName = (0,plain_text .wh)(name ?? "without a name", 80);
    return kind ? `${shownName} (${(0,plain_text .wh)(kind, 40)})` : shownName;
}


  })

};
