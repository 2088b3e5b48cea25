export const id = 195;
export const ids = [195];
export const modules = {

  34195:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  runPreflight: () => (  runPreflight)
});

var plain_text = __webpack_require__(89923);
var heygen_request = __webpack_require__(86831);
var estimate = __webpack_require__(12130);
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

var preflight_estimate = __webpack_require__(59709);
var errors = __webpack_require__(22396);
var error_response = __webpack_require__(41384);
var failures = __webpack_require__(17314);
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
    const estimate = (0,preflight_estimate .q)(request, body, look);
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
