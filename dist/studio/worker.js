import { homedir } from "node:os";
import { Worker as Worker$1, parentPort, workerData } from "node:worker_threads";
import { join, posix, win32 } from "node:path";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { stripVTControlCharacters } from "node:util";
import * as fs from "node:fs/promises";
import { open, readdir } from "node:fs/promises";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJSMin = (cb, mod) => () => (mod || (cb((mod = { exports: {} }).exports, mod, mod.exports), cb = null), mod.exports);
var __exportAll = (all, no_symbols) => {
	let target = {};
	for (var name in all) __defProp(target, name, {
		get: all[name],
		enumerable: true
	});
	if (!no_symbols) __defProp(target, Symbol.toStringTag, { value: "Module" });
	return target;
};
var __copyProps = (to, from, except, desc) => {
	if (from && typeof from === "object" || typeof from === "function") for (var keys = __getOwnPropNames(from), i = 0, n = keys.length, key; i < n; i++) {
		key = keys[i];
		if (!__hasOwnProp.call(to, key) && key !== except) __defProp(to, key, {
			get: ((k) => from[k]).bind(null, key),
			enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable
		});
	}
	return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(isNodeMode || !mod || !mod.__esModule || !__hasOwnProp.call(mod, "default") ? __defProp(target, "default", {
	value: mod,
	enumerable: true
}) : target, mod));
function fontFolders({ platform, env, home }) {
	if (platform === "win32") {
		const windows = env.WINDIR ?? env.SystemRoot ?? "C:\\Windows";
		const local = env.LOCALAPPDATA ?? win32.join(home, "AppData", "Local");
		return [win32.join(windows, "Fonts"), win32.join(local, "Microsoft", "Windows", "Fonts")];
	}
	if (platform === "darwin") return [
		"/System/Library/Fonts",
		"/Library/Fonts",
		posix.join(home, "Library", "Fonts")
	];
	const data = env.XDG_DATA_HOME || posix.join(home, ".local", "share");
	return [
		"/usr/share/fonts",
		"/usr/local/share/fonts",
		posix.join(home, ".fonts"),
		posix.join(data, "fonts")
	];
}
var ShowreelError = class ShowreelError extends Error {
	name = "ShowreelError";
	code;
	hint;
	githubHint;
	settings;
	location;
	submitted;
	retryable;
	retryAfterMs;
	outcomeUnknown;
	terminal;
	needsFreshLink;
	recurs;
	response;
	constructor(code, message, details = {}) {
		super(message, details.cause === void 0 ? {} : { cause: details.cause });
		this.code = code;
		this.hint = details.hint;
		this.githubHint = details.githubHint;
		this.settings = details.settings ?? [];
		this.location = details.location;
		this.submitted = details.outcomeUnknown ? void 0 : details.submitted;
		this.retryable = details.retryable ?? false;
		this.retryAfterMs = details.retryAfterMs;
		this.outcomeUnknown = details.outcomeUnknown ?? false;
		this.terminal = details.terminal ?? false;
		this.needsFreshLink = details.needsFreshLink ?? false;
		this.recurs = details.recurs ?? false;
		this.response = details.response;
	}
	with({ code = this.code, message = this.message, ...details }) {
		const copy = new ShowreelError(code, message, {
			...this,
			cause: this.cause,
			...details
		});
		if (this.stack !== void 0) copy.stack = this.stack.replace(this.message, () => message);
		return copy;
	}
};
function openData(folder) {
	const path = typeof folder === "string" ? folder : fileURLToPath(folder);
	return { read: (file) => readCompressed(join(path, `${file}.br`)) };
}
function readCompressed(path) {
	let compressed;
	try {
		compressed = readFileSync(path);
	} catch (cause) {
		throw incompleteError(`${path} can't be read`, cause);
	}
	try {
		return brotliDecompressSync(compressed);
	} catch (cause) {
		throw incompleteError(`${path} is damaged`, cause);
	}
}
function incompleteError(fact, cause) {
	return new ShowreelError("generation_failed", `Showreel's own files are incomplete: ${fact}.`, {
		hint: "Install Showreel again.",
		githubHint: "In a workflow, run the job again: the runner then downloads the action again.",
		cause
	});
}
const invisibleClass = "\\p{Cc}\\p{Cs}\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff0-\\ufffb\\u{e0000}-\\u{e0fff}";
const invisibleRun = new RegExp(`[${invisibleClass}]+`, "gu");
const invisibleCharacter = new RegExp(`[${invisibleClass}]`, "gu");
function plainText(text, maxLength = 500) {
	const harmless = stripUrlSecrets(stripVTControlCharacters(text).replace(invisibleRun, " ")).trim().replace(/##(?=\w*\[)/g, "# # ").replace(/^::/, ": :");
	const characters = Array.from(harmless);
	return characters.length > maxLength ? `${characters.slice(0, maxLength - 1).join("")}…` : harmless;
}
function visibleText(text) {
	return stripVTControlCharacters(text).replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n").replace(invisibleCharacter, (character) => /[\n\t]/.test(character) ? character : "");
}
function stripUrlSecrets(line) {
	return line.replace(/\b(https?:\/\/)(?:[^\s/@]*@)?([^\s?#"']*)(?:[?#][^\s"')\]]*)?/gi, "$1$2");
}
function joinPhrases(phrases) {
	return phrases.map(({ text, attached }, index) => attached || index === 0 ? text : ` ${text}`).join("");
}
function phrasesOf({ spokenHeading = [], lead = [], blocks }) {
	return [
		...spokenHeading,
		...lead,
		...blocks.flat()
	];
}
const shapes = {
	"16:9": "landscape",
	"9:16": "portrait",
	"1:1": "square"
};
const grids = {
	landscape: {
		width: 1280,
		height: 720,
		margin: 96,
		header: 76,
		top: 128,
		bottom: 116,
		progress: 48
	},
	portrait: {
		width: 720,
		height: 1280,
		margin: 60,
		header: 100,
		top: 168,
		bottom: 176,
		progress: 88
	},
	square: {
		width: 720,
		height: 720,
		margin: 56,
		header: 70,
		top: 112,
		bottom: 100,
		progress: 48
	}
};
function createFrame(aspectRatio, resolution) {
	const shape = shapes[aspectRatio];
	const grid = grids[shape];
	const unit = resolution === "1080p" ? 1.5 : 1;
	const [width, height, margin] = [
		grid.width * unit,
		grid.height * unit,
		grid.margin * unit
	];
	const inner = width - 2 * margin;
	return {
		width,
		height,
		shape,
		unit,
		margin,
		header: grid.header * unit,
		content: {
			x: margin,
			y: grid.top * unit,
			width: inner,
			height: height - (grid.top + grid.bottom) * unit
		},
		progress: {
			x: even$1(margin),
			y: even$1(height - grid.progress * unit),
			width: even$1(inner),
			height: even$1(4 * unit),
			gap: even$1(6 * unit)
		}
	};
}
const even$1 = (length) => 2 * Math.round(length / 2);
function oklch(lightness, chroma, hue) {
	for (let factor = 1; factor > 0; factor -= .02) {
		const color = toLinear(lightness, chroma * factor, hue);
		if (color.every((part) => part >= -5e-4 && part <= 1.0005)) return toColor(color);
	}
	return toColor(toLinear(lightness, 0, hue));
}
function toLinear(lightness, chroma, hue) {
	const angle = hue * Math.PI / 180;
	const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)];
	const l = (lightness + .3963377774 * a + .2158037573 * b) ** 3;
	const m = (lightness - .1055613458 * a - .0638541728 * b) ** 3;
	const s = (lightness - .0894841775 * a - 1.291485548 * b) ** 3;
	return [
		4.0767416621 * l - 3.3077115913 * m + .2309699292 * s,
		-1.2684380046 * l + 2.6097574011 * m - .3413193965 * s,
		-.0041960863 * l - .7034186147 * m + 1.707614701 * s
	];
}
const toColor = (linear) => [
	encode(linear[0]),
	encode(linear[1]),
	encode(linear[2])
];
function encode(linear) {
	const part = Math.min(1, Math.max(0, linear));
	return Math.round(255 * (part <= .0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - .055));
}
function decode(part) {
	const value = part / 255;
	return value <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4;
}
function contrast(one, other) {
	const [a, b] = [luminance(one), luminance(other)];
	return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
}
const luminance = ([red, green, blue]) => .2126 * decode(red) + .7152 * decode(green) + .0722 * decode(blue);
function mix(from, to, amount) {
	const part = (index) => Math.round(from[index] + (to[index] - from[index]) * amount);
	return [
		part(0),
		part(1),
		part(2)
	];
}
function dim(ink, background, least) {
	for (let amount = 0; amount < 1; amount += .01) {
		const color = mix(background, ink, amount);
		if (contrast(color, background) >= least) return color;
	}
	return ink;
}
const toHex = (color) => `#${color.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
const hues = [
	[266, 45],
	[160, 90],
	[312, 85],
	[48, 230],
	[215, 65],
	[10, 210],
	[285, 160],
	[190, 40],
	[340, 75],
	[135, 300]
];
function choosePalette$1(name, theme) {
	const [main, spark] = hues[hash(name) % hues.length] ?? [266, 45];
	return theme === "dark" ? dark(main, spark) : light(main, spark);
}
function dark(main, spark) {
	return {
		...tones(oklch(.185, .022, main), oklch(.98, .005, main), oklch(.8, .12, main), 6.5),
		panel: oklch(.235, .03, main),
		art: [
			oklch(.36, .1, main),
			oklch(.62, .19, main),
			oklch(.89, .055, main),
			oklch(.82, .14, spark)
		]
	};
}
function light(main, spark) {
	return {
		...tones(oklch(.98, .006, main), oklch(.23, .03, main), oklch(.5, .17, main), 5.2),
		panel: oklch(.945, .014, main),
		art: [
			oklch(.9, .045, main),
			oklch(.66, .17, main),
			oklch(.38, .11, main),
			oklch(.8, .15, spark)
		]
	};
}
function tones(background, ink, accent, spokenContrast) {
	return {
		background,
		ink,
		accent,
		quiet: dim(ink, background, 6.5),
		spoken: dim(ink, background, spokenContrast),
		toCome: dim(ink, background, 3.1),
		accentSpoken: dim(accent, background, .8 * spokenContrast),
		accentToCome: dim(accent, background, 3.1),
		line: dim(ink, background, 1.5)
	};
}
function hash(text) {
	let value = 2166136261;
	for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
	return value;
}
// node_modules/@resvg/resvg-wasm/index.mjs
var wasm;
var heap = new Array(128).fill(void 0);
heap.push(void 0, null, true, false);
var heap_next = heap.length;
function addHeapObject(obj) {
	if (heap_next === heap.length) heap.push(heap.length + 1);
	const idx = heap_next;
	heap_next = heap[idx];
	heap[idx] = obj;
	return idx;
}
function getObject(idx) {
	return heap[idx];
}
function dropObject(idx) {
	if (idx < 132) return;
	heap[idx] = heap_next;
	heap_next = idx;
}
function takeObject(idx) {
	const ret = getObject(idx);
	dropObject(idx);
	return ret;
}
var WASM_VECTOR_LEN = 0;
var cachedUint8Memory0 = null;
function getUint8Memory0() {
	if (cachedUint8Memory0 === null || cachedUint8Memory0.byteLength === 0) cachedUint8Memory0 = new Uint8Array(wasm.memory.buffer);
	return cachedUint8Memory0;
}
var cachedTextEncoder = typeof TextEncoder !== "undefined" ? new TextEncoder("utf-8") : { encode: () => {
	throw Error("TextEncoder not available");
} };
var encodeString = typeof cachedTextEncoder.encodeInto === "function" ? function(arg, view) {
	return cachedTextEncoder.encodeInto(arg, view);
} : function(arg, view) {
	const buf = cachedTextEncoder.encode(arg);
	view.set(buf);
	return {
		read: arg.length,
		written: buf.length
	};
};
function passStringToWasm0(arg, malloc, realloc) {
	if (realloc === void 0) {
		const buf = cachedTextEncoder.encode(arg);
		const ptr2 = malloc(buf.length, 1) >>> 0;
		getUint8Memory0().subarray(ptr2, ptr2 + buf.length).set(buf);
		WASM_VECTOR_LEN = buf.length;
		return ptr2;
	}
	let len = arg.length;
	let ptr = malloc(len, 1) >>> 0;
	const mem = getUint8Memory0();
	let offset = 0;
	for (; offset < len; offset++) {
		const code = arg.charCodeAt(offset);
		if (code > 127) break;
		mem[ptr + offset] = code;
	}
	if (offset !== len) {
		if (offset !== 0) arg = arg.slice(offset);
		ptr = realloc(ptr, len, len = offset + arg.length * 3, 1) >>> 0;
		const view = getUint8Memory0().subarray(ptr + offset, ptr + len);
		const ret = encodeString(arg, view);
		offset += ret.written;
		ptr = realloc(ptr, len, offset, 1) >>> 0;
	}
	WASM_VECTOR_LEN = offset;
	return ptr;
}
function isLikeNone(x) {
	return x === void 0 || x === null;
}
var cachedInt32Memory0 = null;
function getInt32Memory0() {
	if (cachedInt32Memory0 === null || cachedInt32Memory0.byteLength === 0) cachedInt32Memory0 = new Int32Array(wasm.memory.buffer);
	return cachedInt32Memory0;
}
var cachedTextDecoder = typeof TextDecoder !== "undefined" ? new TextDecoder("utf-8", {
	ignoreBOM: true,
	fatal: true
}) : { decode: () => {
	throw Error("TextDecoder not available");
} };
if (typeof TextDecoder !== "undefined") cachedTextDecoder.decode();
function getStringFromWasm0(ptr, len) {
	ptr = ptr >>> 0;
	return cachedTextDecoder.decode(getUint8Memory0().subarray(ptr, ptr + len));
}
function _assertClass(instance, klass) {
	if (!(instance instanceof klass)) throw new Error(`expected instance of ${klass.name}`);
	return instance.ptr;
}
function handleError(f, args) {
	try {
		return f.apply(this, args);
	} catch (e) {
		wasm.__wbindgen_exn_store(addHeapObject(e));
	}
}
var BBoxFinalization = typeof FinalizationRegistry === "undefined" ? {
	register: () => {},
	unregister: () => {}
} : new FinalizationRegistry((ptr) => wasm.__wbg_bbox_free(ptr >>> 0));
var BBox = class _BBox {
	static __wrap(ptr) {
		ptr = ptr >>> 0;
		const obj = Object.create(_BBox.prototype);
		obj.__wbg_ptr = ptr;
		BBoxFinalization.register(obj, obj.__wbg_ptr, obj);
		return obj;
	}
	__destroy_into_raw() {
		const ptr = this.__wbg_ptr;
		this.__wbg_ptr = 0;
		BBoxFinalization.unregister(this);
		return ptr;
	}
	free() {
		const ptr = this.__destroy_into_raw();
		wasm.__wbg_bbox_free(ptr);
	}
	get x() {
		return wasm.__wbg_get_bbox_x(this.__wbg_ptr);
	}
	set x(arg0) {
		wasm.__wbg_set_bbox_x(this.__wbg_ptr, arg0);
	}
	get y() {
		return wasm.__wbg_get_bbox_y(this.__wbg_ptr);
	}
	set y(arg0) {
		wasm.__wbg_set_bbox_y(this.__wbg_ptr, arg0);
	}
	get width() {
		return wasm.__wbg_get_bbox_width(this.__wbg_ptr);
	}
	set width(arg0) {
		wasm.__wbg_set_bbox_width(this.__wbg_ptr, arg0);
	}
	get height() {
		return wasm.__wbg_get_bbox_height(this.__wbg_ptr);
	}
	set height(arg0) {
		wasm.__wbg_set_bbox_height(this.__wbg_ptr, arg0);
	}
};
var RenderedImageFinalization = typeof FinalizationRegistry === "undefined" ? {
	register: () => {},
	unregister: () => {}
} : new FinalizationRegistry((ptr) => wasm.__wbg_renderedimage_free(ptr >>> 0));
var RenderedImage = class _RenderedImage {
	static __wrap(ptr) {
		ptr = ptr >>> 0;
		const obj = Object.create(_RenderedImage.prototype);
		obj.__wbg_ptr = ptr;
		RenderedImageFinalization.register(obj, obj.__wbg_ptr, obj);
		return obj;
	}
	__destroy_into_raw() {
		const ptr = this.__wbg_ptr;
		this.__wbg_ptr = 0;
		RenderedImageFinalization.unregister(this);
		return ptr;
	}
	free() {
		const ptr = this.__destroy_into_raw();
		wasm.__wbg_renderedimage_free(ptr);
	}
	get width() {
		return wasm.renderedimage_width(this.__wbg_ptr) >>> 0;
	}
	get height() {
		return wasm.renderedimage_height(this.__wbg_ptr) >>> 0;
	}
	asPng() {
		try {
			const retptr = wasm.__wbindgen_add_to_stack_pointer(-16);
			wasm.renderedimage_asPng(retptr, this.__wbg_ptr);
			var r0 = getInt32Memory0()[retptr / 4 + 0];
			var r1 = getInt32Memory0()[retptr / 4 + 1];
			if (getInt32Memory0()[retptr / 4 + 2]) throw takeObject(r1);
			return takeObject(r0);
		} finally {
			wasm.__wbindgen_add_to_stack_pointer(16);
		}
	}
	get pixels() {
		return takeObject(wasm.renderedimage_pixels(this.__wbg_ptr));
	}
};
var ResvgFinalization = typeof FinalizationRegistry === "undefined" ? {
	register: () => {},
	unregister: () => {}
} : new FinalizationRegistry((ptr) => wasm.__wbg_resvg_free(ptr >>> 0));
var Resvg = class {
	__destroy_into_raw() {
		const ptr = this.__wbg_ptr;
		this.__wbg_ptr = 0;
		ResvgFinalization.unregister(this);
		return ptr;
	}
	free() {
		const ptr = this.__destroy_into_raw();
		wasm.__wbg_resvg_free(ptr);
	}
	constructor(svg, options, custom_font_buffers) {
		try {
			const retptr = wasm.__wbindgen_add_to_stack_pointer(-16);
			var ptr0 = isLikeNone(options) ? 0 : passStringToWasm0(options, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
			var len0 = WASM_VECTOR_LEN;
			wasm.resvg_new(retptr, addHeapObject(svg), ptr0, len0, isLikeNone(custom_font_buffers) ? 0 : addHeapObject(custom_font_buffers));
			var r0 = getInt32Memory0()[retptr / 4 + 0];
			var r1 = getInt32Memory0()[retptr / 4 + 1];
			if (getInt32Memory0()[retptr / 4 + 2]) throw takeObject(r1);
			this.__wbg_ptr = r0 >>> 0;
			return this;
		} finally {
			wasm.__wbindgen_add_to_stack_pointer(16);
		}
	}
	get width() {
		return wasm.resvg_width(this.__wbg_ptr);
	}
	get height() {
		return wasm.resvg_height(this.__wbg_ptr);
	}
	render() {
		try {
			const retptr = wasm.__wbindgen_add_to_stack_pointer(-16);
			wasm.resvg_render(retptr, this.__wbg_ptr);
			var r0 = getInt32Memory0()[retptr / 4 + 0];
			var r1 = getInt32Memory0()[retptr / 4 + 1];
			if (getInt32Memory0()[retptr / 4 + 2]) throw takeObject(r1);
			return RenderedImage.__wrap(r0);
		} finally {
			wasm.__wbindgen_add_to_stack_pointer(16);
		}
	}
	toString() {
		let deferred1_0;
		let deferred1_1;
		try {
			const retptr = wasm.__wbindgen_add_to_stack_pointer(-16);
			wasm.resvg_toString(retptr, this.__wbg_ptr);
			var r0 = getInt32Memory0()[retptr / 4 + 0];
			var r1 = getInt32Memory0()[retptr / 4 + 1];
			deferred1_0 = r0;
			deferred1_1 = r1;
			return getStringFromWasm0(r0, r1);
		} finally {
			wasm.__wbindgen_add_to_stack_pointer(16);
			wasm.__wbindgen_free(deferred1_0, deferred1_1, 1);
		}
	}
	innerBBox() {
		const ret = wasm.resvg_innerBBox(this.__wbg_ptr);
		return ret === 0 ? void 0 : BBox.__wrap(ret);
	}
	getBBox() {
		const ret = wasm.resvg_getBBox(this.__wbg_ptr);
		return ret === 0 ? void 0 : BBox.__wrap(ret);
	}
	cropByBBox(bbox) {
		_assertClass(bbox, BBox);
		wasm.resvg_cropByBBox(this.__wbg_ptr, bbox.__wbg_ptr);
	}
	imagesToResolve() {
		try {
			const retptr = wasm.__wbindgen_add_to_stack_pointer(-16);
			wasm.resvg_imagesToResolve(retptr, this.__wbg_ptr);
			var r0 = getInt32Memory0()[retptr / 4 + 0];
			var r1 = getInt32Memory0()[retptr / 4 + 1];
			if (getInt32Memory0()[retptr / 4 + 2]) throw takeObject(r1);
			return takeObject(r0);
		} finally {
			wasm.__wbindgen_add_to_stack_pointer(16);
		}
	}
	resolveImage(href, buffer) {
		try {
			const retptr = wasm.__wbindgen_add_to_stack_pointer(-16);
			const ptr0 = passStringToWasm0(href, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
			const len0 = WASM_VECTOR_LEN;
			wasm.resvg_resolveImage(retptr, this.__wbg_ptr, ptr0, len0, addHeapObject(buffer));
			var r0 = getInt32Memory0()[retptr / 4 + 0];
			if (getInt32Memory0()[retptr / 4 + 1]) throw takeObject(r0);
		} finally {
			wasm.__wbindgen_add_to_stack_pointer(16);
		}
	}
};
async function __wbg_load(module, imports) {
	if (typeof Response === "function" && module instanceof Response) {
		if (typeof WebAssembly.instantiateStreaming === "function") try {
			return await WebAssembly.instantiateStreaming(module, imports);
		} catch (e) {
			if (module.headers.get("Content-Type") != "application/wasm") console.warn("`WebAssembly.instantiateStreaming` failed because your server does not serve wasm with `application/wasm` MIME type. Falling back to `WebAssembly.instantiate` which is slower. Original error:\n", e);
			else throw e;
		}
		const bytes = await module.arrayBuffer();
		return await WebAssembly.instantiate(bytes, imports);
	} else {
		const instance = await WebAssembly.instantiate(module, imports);
		if (instance instanceof WebAssembly.Instance) return {
			instance,
			module
		};
		else return instance;
	}
}
function __wbg_get_imports() {
	const imports = {};
	imports.wbg = {};
	imports.wbg.__wbg_new_28c511d9baebfa89 = function(arg0, arg1) {
		return addHeapObject(new Error(getStringFromWasm0(arg0, arg1)));
	};
	imports.wbg.__wbindgen_memory = function() {
		const ret = wasm.memory;
		return addHeapObject(ret);
	};
	imports.wbg.__wbg_buffer_12d079cc21e14bdb = function(arg0) {
		const ret = getObject(arg0).buffer;
		return addHeapObject(ret);
	};
	imports.wbg.__wbg_newwithbyteoffsetandlength_aa4a17c33a06e5cb = function(arg0, arg1, arg2) {
		return addHeapObject(new Uint8Array(getObject(arg0), arg1 >>> 0, arg2 >>> 0));
	};
	imports.wbg.__wbindgen_object_drop_ref = function(arg0) {
		takeObject(arg0);
	};
	imports.wbg.__wbg_new_63b92bc8671ed464 = function(arg0) {
		return addHeapObject(new Uint8Array(getObject(arg0)));
	};
	imports.wbg.__wbg_values_839f3396d5aac002 = function(arg0) {
		return addHeapObject(getObject(arg0).values());
	};
	imports.wbg.__wbg_next_196c84450b364254 = function() {
		return handleError(function(arg0) {
			return addHeapObject(getObject(arg0).next());
		}, arguments);
	};
	imports.wbg.__wbg_done_298b57d23c0fc80c = function(arg0) {
		return getObject(arg0).done;
	};
	imports.wbg.__wbg_value_d93c65011f51a456 = function(arg0) {
		const ret = getObject(arg0).value;
		return addHeapObject(ret);
	};
	imports.wbg.__wbg_instanceof_Uint8Array_2b3bbecd033d19f6 = function(arg0) {
		let result;
		try {
			result = getObject(arg0) instanceof Uint8Array;
		} catch (_) {
			result = false;
		}
		return result;
	};
	imports.wbg.__wbindgen_string_get = function(arg0, arg1) {
		const obj = getObject(arg1);
		const ret = typeof obj === "string" ? obj : void 0;
		var ptr1 = isLikeNone(ret) ? 0 : passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
		var len1 = WASM_VECTOR_LEN;
		getInt32Memory0()[arg0 / 4 + 1] = len1;
		getInt32Memory0()[arg0 / 4 + 0] = ptr1;
	};
	imports.wbg.__wbg_new_16b304a2cfa7ff4a = function() {
		return addHeapObject(new Array());
	};
	imports.wbg.__wbindgen_string_new = function(arg0, arg1) {
		return addHeapObject(getStringFromWasm0(arg0, arg1));
	};
	imports.wbg.__wbg_push_a5b05aedc7234f9f = function(arg0, arg1) {
		return getObject(arg0).push(getObject(arg1));
	};
	imports.wbg.__wbg_length_c20a40f15020d68a = function(arg0) {
		return getObject(arg0).length;
	};
	imports.wbg.__wbg_set_a47bac70306a19a7 = function(arg0, arg1, arg2) {
		getObject(arg0).set(getObject(arg1), arg2 >>> 0);
	};
	imports.wbg.__wbindgen_throw = function(arg0, arg1) {
		throw new Error(getStringFromWasm0(arg0, arg1));
	};
	return imports;
}
function __wbg_finalize_init(instance, module) {
	wasm = instance.exports;
	__wbg_init.__wbindgen_wasm_module = module;
	cachedInt32Memory0 = null;
	cachedUint8Memory0 = null;
	return wasm;
}
async function __wbg_init(input) {
	if (wasm !== void 0) return wasm;
	if (typeof input === "undefined") input = new URL("index_bg.wasm", void 0);
	const imports = __wbg_get_imports();
	if (typeof input === "string" || typeof Request === "function" && input instanceof Request || typeof URL === "function" && input instanceof URL) input = fetch(input);
	const { instance, module } = await __wbg_load(await input, imports);
	return __wbg_finalize_init(instance, module);
}
var dist_default = __wbg_init;
var initialized = false;
var initWasm = async (module_or_path) => {
	if (initialized) throw new Error("Already initialized. The `initWasm()` function can be used only once.");
	await dist_default(await module_or_path);
	initialized = true;
};
var Resvg2 = class extends Resvg {
	constructor(svg, options) {
		if (!initialized) throw new Error("Wasm has not been initialized. Call `initWasm()` function.");
		const font = options?.font;
		if (!!font && isCustomFontsOptions(font)) {
			const serializableOptions = {
				...options,
				font: {
					...font,
					fontBuffers: void 0
				}
			};
			super(svg, JSON.stringify(serializableOptions), font.fontBuffers);
		} else super(svg, JSON.stringify(options));
	}
};
function isCustomFontsOptions(value) {
	return Object.prototype.hasOwnProperty.call(value, "fontBuffers");
}
let ready;
const options = { font: { loadSystemFonts: false } };
async function openRasterizer(wasm) {
	ready ??= initWasm(wasm());
	await ready;
	return {
		pixels: (svg) => render$1(svg, (image) => image.pixels),
		png: (svg) => render$1(svg, (image) => image.asPng())
	};
}
function render$1(svg, read) {
	const resvg = new Resvg2(svg, options);
	try {
		const image = resvg.render();
		try {
			return read(image);
		} finally {
			image.free();
		}
	} finally {
		resvg.free();
	}
}
const round = (value) => Math.round(value * 100) / 100;
const path$1 = (data, color) => ({
	data,
	color
});
function rectangle({ x, y, width, height }, color, radius = 0) {
	const [left, top, right, bottom] = [
		x,
		y,
		x + width,
		y + height
	].map(round);
	if (radius === 0) return path$1(`M${left} ${top}H${right}V${bottom}H${left}Z`, color);
	const r = round(Math.min(radius, width / 2, height / 2));
	const corner = (dx, dy) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
	const [innerLeft, innerTop, innerRight, innerBottom] = [
		x + r,
		y + r,
		x + width - r,
		y + height - r
	].map(round);
	const upper = `M${innerLeft} ${top}H${innerRight}${corner(r, r)}V${innerBottom}${corner(-r, r)}`;
	return path$1(`${upper}H${innerLeft}${corner(-r, -r)}V${innerTop}${corner(r, -r)}Z`, color);
}
function circle(x, y, radius, color) {
	const [r, left, middle] = [
		radius,
		x - radius,
		y
	].map(round);
	const diameter = round(2 * radius);
	return path$1(`M${left} ${middle}a${r} ${r} 0 1 1 ${diameter} 0a${r} ${r} 0 1 1 ${-diameter} 0Z`, color);
}
function placeText(line, { x, baseline, size }) {
	const glyphs = line.glyphs.map((glyph) => ({
		glyph,
		data: outlineAt(glyph, x + glyph.x * size, baseline - glyph.y * size, size)
	}));
	return (colorOf) => {
		const shapes = [];
		for (const { glyph, data } of glyphs) {
			const color = colorOf(glyph);
			const shape = shapes.find((other) => other.color === color && other.font === glyph.font);
			if (shape === void 0) shapes.push({
				color,
				font: glyph.font,
				data
			});
			else shape.data += data;
		}
		return shapes.filter(({ data }) => data !== "");
	};
}
function outlineAt({ font, id, scale }, x, y, size) {
	const factor = size * scale / font.unitsPerEm;
	let data = "";
	for (const { type, values } of font.outline(id)) {
		data += type;
		for (let index = 0; index < values.length; index += 2) {
			const [pointX, pointY] = [x + (values[index] ?? 0) * factor, y - (values[index + 1] ?? 0) * factor];
			data += `${index > 0 ? " " : ""}${round(pointX)} ${round(pointY)}`;
		}
	}
	return data;
}
function picture(width, height, shapes) {
	const paths = shapes.map(({ color, data }) => `<path fill="${toHex(color)}" d="${data}"/>`);
	return `<svg xmlns="http://www.w3.org/2000/svg" ${`width="${width}" height="${height}"`}>${paths.join("")}</svg>`;
}
const unwanted = /[\p{Cc}\p{Co}\p{Cn}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffd\u{e0000}-\u{e0fff}]/gu;
const stackedMarks = /(\p{Mn}{3})\p{Mn}+/gu;
function cleanText(text) {
	return cleanLine(text.replace(/\s+/g, (space) => space === "\xA0" || space === " " ? "\xA0" : " ")).trim();
}
function cleanLine(text) {
	return text.toWellFormed().replaceAll("	", "  ").normalize("NFC").replace(unwanted, "").replace(stackedMarks, "$1");
}
const bidi = (0, (  __toESM((  __commonJSMin(((exports, module, this$1) => {
	(function(global, factory) {
		typeof exports === "object" && typeof module !== "undefined" ? module.exports = factory() : typeof define === "function" && define.amd ? define(factory) : (global = typeof globalThis !== "undefined" ? globalThis : global || self, global.bidi_js = factory());
	})(this$1, (function() {
		"use strict";
		function bidiFactory() {
			return (function(exports) {
				var DATA = {
					"R": "13k,1a,2,3,3,2+1j,ch+16,a+1,5+2,2+n,5,a,4,6+16,4+3,h+1b,4mo,179q,2+9,2+11,2i9+7y,2+68,4,3+4,5+13,4+3,2+4k,3+29,8+cf,1t+7z,w+17,3+3m,1t+3z,16o1+5r,8+30,8+mc,29+1r,29+4v,75+73",
					"EN": "1c+9,3d+1,6,187+9,513,4+5,7+9,sf+j,175h+9,qw+q,161f+1d,4xt+a,25i+9",
					"ES": "17,2,6dp+1,f+1,av,16vr,mx+1,4o,2",
					"ET": "z+2,3h+3,b+1,ym,3e+1,2o,p4+1,8,6u,7c,g6,1wc,1n9+4,30+1b,2n,6d,qhx+1,h0m,a+1,49+2,63+1,4+1,6bb+3,12jj",
					"AN": "16o+5,2j+9,2+1,35,ed,1ff2+9,87+u",
					"CS": "18,2+1,b,2u,12k,55v,l,17v0,2,3,53,2+1,b",
					"B": "a,3,f+2,2v,690",
					"S": "9,2,k",
					"WS": "c,k,4f4,1vk+a,u,1j,335",
					"ON": "x+1,4+4,h+5,r+5,r+3,z,5+3,2+1,2+1,5,2+2,3+4,o,w,ci+1,8+d,3+d,6+8,2+g,39+1,9,6+1,2,33,b8,3+1,3c+1,7+1,5r,b,7h+3,sa+5,2,3i+6,jg+3,ur+9,2v,ij+1,9g+9,7+a,8m,4+1,49+x,14u,2+2,c+2,e+2,e+2,e+1,i+n,e+e,2+p,u+2,e+2,36+1,2+3,2+1,b,2+2,6+5,2,2,2,h+1,5+4,6+3,3+f,16+2,5+3l,3+81,1y+p,2+40,q+a,m+13,2r+ch,2+9e,75+hf,3+v,2+2w,6e+5,f+6,75+2a,1a+p,2+2g,d+5x,r+b,6+3,4+o,g,6+1,6+2,2k+1,4,2j,5h+z,1m+1,1e+f,t+2,1f+e,d+3,4o+3,2s+1,w,535+1r,h3l+1i,93+2,2s,b+1,3l+x,2v,4g+3,21+3,kz+1,g5v+1,5a,j+9,n+v,2,3,2+8,2+1,3+2,2,3,46+1,4+4,h+5,r+5,r+a,3h+2,4+6,b+4,78,1r+24,4+c,4,1hb,ey+6,103+j,16j+c,1ux+7,5+g,fsh,jdq+1t,4,57+2e,p1,1m,1m,1m,1m,4kt+1,7j+17,5+2r,d+e,3+e,2+e,2+10,m+4,w,1n+5,1q,4z+5,4b+rb,9+c,4+c,4+37,d+2g,8+b,l+b,5+1j,9+9,7+13,9+t,3+1,27+3c,2+29,2+3q,d+d,3+4,4+2,6+6,a+o,8+6,a+2,e+6,16+42,2+1i",
					"BN": "0+8,6+d,2s+5,2+p,e,4m9,1kt+2,2b+5,5+5,17q9+v,7k,6p+8,6+1,119d+3,440+7,96s+1,1ekf+1,1ekf+1,1ekf+1,1ekf+1,1ekf+1,1ekf+1,1ekf+1,1ekf+1,1ekf+1,1ekf+1,1ekf+1,1ekf+75,6p+2rz,1ben+1,1ekf+1,1ekf+1",
					"NSM": "lc+33,7o+6,7c+18,2,2+1,2+1,2,21+a,1d+k,h,2u+6,3+5,3+1,2+3,10,v+q,2k+a,1n+8,a,p+3,2+8,2+2,2+4,18+2,3c+e,2+v,1k,2,5+7,5,4+6,b+1,u,1n,5+3,9,l+1,r,3+1,1m,5+1,5+1,3+2,4,v+1,4,c+1,1m,5+4,2+1,5,l+1,n+5,2,1n,3,2+3,9,8+1,c+1,v,1q,d,1f,4,1m+2,6+2,2+3,8+1,c+1,u,1n,g+1,l+1,t+1,1m+1,5+3,9,l+1,u,21,8+2,2,2j,3+6,d+7,2r,3+8,c+5,23+1,s,2,2,1k+d,2+4,2+1,6+a,2+z,a,2v+3,2+5,2+1,3+1,q+1,5+2,h+3,e,3+1,7,g,jk+2,qb+2,u+2,u+1,v+1,1t+1,2+6,9,3+a,a,1a+2,3c+1,z,3b+2,5+1,a,7+2,64+1,3,1n,2+6,2,2,3+7,7+9,3,1d+g,1s+3,1d,2+4,2,6,15+8,d+1,x+3,3+1,2+2,1l,2+1,4,2+2,1n+7,3+1,49+2,2+c,2+6,5,7,4+1,5j+1l,2+4,k1+w,2db+2,3y,2p+v,ff+3,30+1,n9x+3,2+9,x+1,29+1,7l,4,5,q+1,6,48+1,r+h,e,13+7,q+a,1b+2,1d,3+3,3+1,14,1w+5,3+1,3+1,d,9,1c,1g,2+2,3+1,6+1,2,17+1,9,6n,3,5,fn5,ki+f,h+f,r2,6b,46+4,1af+2,2+1,6+3,15+2,5,4m+1,fy+3,as+1,4a+a,4x,1j+e,1l+2,1e+3,3+1,1y+2,11+4,2+7,1r,d+1,1h+8,b+3,3,2o+2,3,2+1,7,4h,4+7,m+1,1m+1,4,12+6,4+4,5g+7,3+2,2,o,2d+5,2,5+1,2+1,6n+3,7+1,2+1,s+1,2e+7,3,2+1,2z,2,3+5,2,2u+2,3+3,2+4,78+8,2+1,75+1,2,5,41+3,3+1,5,x+5,3+1,15+5,3+3,9,a+5,3+2,1b+c,2+1,bb+6,2+5,2d+l,3+6,2+1,2+1,3f+5,4,2+1,2+6,2,21+1,4,2,9o+1,f0c+4,1o+6,t5,1s+3,2a,f5l+1,43t+2,i+7,3+6,v+3,45+2,1j0+1i,5+1d,9,f,n+4,2+e,11t+6,2+g,3+6,2+1,2+4,7a+6,c6+3,15t+6,32+6,gzhy+6n",
					"AL": "16w,3,2,e+1b,z+2,2+2s,g+1,8+1,b+m,2+t,s+2i,c+e,4h+f,1d+1e,1bwe+dp,3+3z,x+c,2+1,35+3y,2rm+z,5+7,b+5,dt+l,c+u,17nl+27,1t+27,4x+6n,3+d",
					"LRO": "6ct",
					"RLO": "6cu",
					"LRE": "6cq",
					"RLE": "6cr",
					"PDF": "6cs",
					"LRI": "6ee",
					"RLI": "6ef",
					"FSI": "6eg",
					"PDI": "6eh"
				};
				var TYPES = {};
				var TYPES_TO_NAMES = {};
				TYPES.L = 1;
				TYPES_TO_NAMES[1] = "L";
				Object.keys(DATA).forEach(function(type, i) {
					TYPES[type] = 1 << i + 1;
					TYPES_TO_NAMES[TYPES[type]] = type;
				});
				Object.freeze(TYPES);
				var ISOLATE_INIT_TYPES = TYPES.LRI | TYPES.RLI | TYPES.FSI;
				var STRONG_TYPES = TYPES.L | TYPES.R | TYPES.AL;
				var NEUTRAL_ISOLATE_TYPES = TYPES.B | TYPES.S | TYPES.WS | TYPES.ON | TYPES.FSI | TYPES.LRI | TYPES.RLI | TYPES.PDI;
				var BN_LIKE_TYPES = TYPES.BN | TYPES.RLE | TYPES.LRE | TYPES.RLO | TYPES.LRO | TYPES.PDF;
				var TRAILING_TYPES = TYPES.S | TYPES.WS | TYPES.B | ISOLATE_INIT_TYPES | TYPES.PDI | BN_LIKE_TYPES;
				var map = null;
				function parseData() {
					if (!map) {
						map =   new Map();
						var start = 0;
						for (var type in DATA) if (DATA.hasOwnProperty(type)) {
							var segments = DATA[type];
							var temp = "";
							var end = void 0;
							var state = false;
							var lastCode = 0;
							for (var i = 0; i <= segments.length + 1; i += 1) {
								var char = segments[i];
								if (char !== "," && i !== segments.length) {
									if (char === "+") {
										state = true;
										lastCode = start = lastCode + parseInt(temp, 36);
										temp = "";
									} else temp += char;
								} else {
									if (!state) {
										lastCode = start = lastCode + parseInt(temp, 36);
										end = start;
									} else end = start + parseInt(temp, 36);
									state = false;
									temp = "";
									lastCode = end;
									for (var j = start; j < end + 1; j += 1) map.set(j, TYPES[type]);
								}
							}
						}
					}
				}
				function getBidiCharType(char) {
					parseData();
					return map.get(char.codePointAt(0)) || TYPES.L;
				}
				function getBidiCharTypeName(char) {
					return TYPES_TO_NAMES[getBidiCharType(char)];
				}
				var data$1 = {
					"pairs": "14>1,1e>2,u>2,2wt>1,1>1,1ge>1,1wp>1,1j>1,f>1,hm>1,1>1,u>1,u6>1,1>1,+5,28>1,w>1,1>1,+3,b8>1,1>1,+3,1>3,-1>-1,3>1,1>1,+2,1s>1,1>1,x>1,th>1,1>1,+2,db>1,1>1,+3,3>1,1>1,+2,14qm>1,1>1,+1,4q>1,1e>2,u>2,2>1,+1",
					"canonical": "6f1>-6dx,6dy>-6dx,6ec>-6ed,6ee>-6ed,6ww>2jj,-2ji>2jj,14r4>-1e7l,1e7m>-1e7l,1e7m>-1e5c,1e5d>-1e5b,1e5c>-14qx,14qy>-14qx,14vn>-1ecg,1ech>-1ecg,1edu>-1ecg,1eci>-1ecg,1eda>-1ecg,1eci>-1ecg,1eci>-168q,168r>-168q,168s>-14ye,14yf>-14ye"
				};
				function parseCharacterMap(encodedString, includeReverse) {
					var radix = 36;
					var lastCode = 0;
					var map =   new Map();
					var reverseMap = includeReverse &&   new Map();
					var prevPair;
					encodedString.split(",").forEach(function visit(entry) {
						if (entry.indexOf("+") !== -1) for (var i = +entry; i--;) visit(prevPair);
						else {
							prevPair = entry;
							var ref = entry.split(">");
							var a = ref[0];
							var b = ref[1];
							a = String.fromCodePoint(lastCode += parseInt(a, radix));
							b = String.fromCodePoint(lastCode += parseInt(b, radix));
							map.set(a, b);
							includeReverse && reverseMap.set(b, a);
						}
					});
					return {
						map,
						reverseMap
					};
				}
				var openToClose, closeToOpen, canonical;
				function parse$1() {
					if (!openToClose) {
						var ref = parseCharacterMap(data$1.pairs, true);
						var map = ref.map;
						var reverseMap = ref.reverseMap;
						openToClose = map;
						closeToOpen = reverseMap;
						canonical = parseCharacterMap(data$1.canonical, false).map;
					}
				}
				function openingToClosingBracket(char) {
					parse$1();
					return openToClose.get(char) || null;
				}
				function closingToOpeningBracket(char) {
					parse$1();
					return closeToOpen.get(char) || null;
				}
				function getCanonicalBracket(char) {
					parse$1();
					return canonical.get(char) || null;
				}
				var TYPE_L = TYPES.L;
				var TYPE_R = TYPES.R;
				var TYPE_EN = TYPES.EN;
				var TYPE_ES = TYPES.ES;
				var TYPE_ET = TYPES.ET;
				var TYPE_AN = TYPES.AN;
				var TYPE_CS = TYPES.CS;
				var TYPE_B = TYPES.B;
				var TYPE_S = TYPES.S;
				var TYPE_ON = TYPES.ON;
				var TYPE_BN = TYPES.BN;
				var TYPE_NSM = TYPES.NSM;
				var TYPE_AL = TYPES.AL;
				var TYPE_LRO = TYPES.LRO;
				var TYPE_RLO = TYPES.RLO;
				var TYPE_LRE = TYPES.LRE;
				var TYPE_RLE = TYPES.RLE;
				var TYPE_PDF = TYPES.PDF;
				var TYPE_LRI = TYPES.LRI;
				var TYPE_RLI = TYPES.RLI;
				var TYPE_FSI = TYPES.FSI;
				var TYPE_PDI = TYPES.PDI;
				function getEmbeddingLevels(string, baseDirection) {
					var MAX_DEPTH = 125;
					var charTypes = new Uint32Array(string.length);
					for (var i = 0; i < string.length; i++) charTypes[i] = getBidiCharType(string[i]);
					var charTypeCounts =   new Map();
					function changeCharType(i, type) {
						var oldType = charTypes[i];
						charTypes[i] = type;
						charTypeCounts.set(oldType, charTypeCounts.get(oldType) - 1);
						if (oldType & NEUTRAL_ISOLATE_TYPES) charTypeCounts.set(NEUTRAL_ISOLATE_TYPES, charTypeCounts.get(NEUTRAL_ISOLATE_TYPES) - 1);
						charTypeCounts.set(type, (charTypeCounts.get(type) || 0) + 1);
						if (type & NEUTRAL_ISOLATE_TYPES) charTypeCounts.set(NEUTRAL_ISOLATE_TYPES, (charTypeCounts.get(NEUTRAL_ISOLATE_TYPES) || 0) + 1);
					}
					var embedLevels = new Uint8Array(string.length);
					var isolationPairs =   new Map();
					var paragraphs = [];
					var paragraph = null;
					for (var i$1 = 0; i$1 < string.length; i$1++) {
						if (!paragraph) paragraphs.push(paragraph = {
							start: i$1,
							end: string.length - 1,
							level: baseDirection === "rtl" ? 1 : baseDirection === "ltr" ? 0 : determineAutoEmbedLevel(i$1, false)
						});
						if (charTypes[i$1] & TYPE_B) {
							paragraph.end = i$1;
							paragraph = null;
						}
					}
					var FORMATTING_TYPES = TYPE_RLE | TYPE_LRE | TYPE_RLO | TYPE_LRO | ISOLATE_INIT_TYPES | TYPE_PDI | TYPE_PDF | TYPE_B;
					var nextEven = function(n) {
						return n + (n & 1 ? 1 : 2);
					};
					var nextOdd = function(n) {
						return n + (n & 1 ? 2 : 1);
					};
					for (var paraIdx = 0; paraIdx < paragraphs.length; paraIdx++) {
						paragraph = paragraphs[paraIdx];
						var statusStack = [{
							_level: paragraph.level,
							_override: 0,
							_isolate: 0
						}];
						var stackTop = void 0;
						var overflowIsolateCount = 0;
						var overflowEmbeddingCount = 0;
						var validIsolateCount = 0;
						charTypeCounts.clear();
						for (var i$2 = paragraph.start; i$2 <= paragraph.end; i$2++) {
							var charType = charTypes[i$2];
							stackTop = statusStack[statusStack.length - 1];
							charTypeCounts.set(charType, (charTypeCounts.get(charType) || 0) + 1);
							if (charType & NEUTRAL_ISOLATE_TYPES) charTypeCounts.set(NEUTRAL_ISOLATE_TYPES, (charTypeCounts.get(NEUTRAL_ISOLATE_TYPES) || 0) + 1);
							if (charType & FORMATTING_TYPES) {
								if (charType & (TYPE_RLE | TYPE_LRE)) {
									embedLevels[i$2] = stackTop._level;
									var level = (charType === TYPE_RLE ? nextOdd : nextEven)(stackTop._level);
									if (level <= MAX_DEPTH && !overflowIsolateCount && !overflowEmbeddingCount) statusStack.push({
										_level: level,
										_override: 0,
										_isolate: 0
									});
									else if (!overflowIsolateCount) overflowEmbeddingCount++;
								} else if (charType & (TYPE_RLO | TYPE_LRO)) {
									embedLevels[i$2] = stackTop._level;
									var level$1 = (charType === TYPE_RLO ? nextOdd : nextEven)(stackTop._level);
									if (level$1 <= MAX_DEPTH && !overflowIsolateCount && !overflowEmbeddingCount) statusStack.push({
										_level: level$1,
										_override: charType & TYPE_RLO ? TYPE_R : TYPE_L,
										_isolate: 0
									});
									else if (!overflowIsolateCount) overflowEmbeddingCount++;
								} else if (charType & ISOLATE_INIT_TYPES) {
									if (charType & TYPE_FSI) charType = determineAutoEmbedLevel(i$2 + 1, true) === 1 ? TYPE_RLI : TYPE_LRI;
									embedLevels[i$2] = stackTop._level;
									if (stackTop._override) changeCharType(i$2, stackTop._override);
									var level$2 = (charType === TYPE_RLI ? nextOdd : nextEven)(stackTop._level);
									if (level$2 <= MAX_DEPTH && overflowIsolateCount === 0 && overflowEmbeddingCount === 0) {
										validIsolateCount++;
										statusStack.push({
											_level: level$2,
											_override: 0,
											_isolate: 1,
											_isolInitIndex: i$2
										});
									} else overflowIsolateCount++;
								} else if (charType & TYPE_PDI) {
									if (overflowIsolateCount > 0) overflowIsolateCount--;
									else if (validIsolateCount > 0) {
										overflowEmbeddingCount = 0;
										while (!statusStack[statusStack.length - 1]._isolate) statusStack.pop();
										var isolInitIndex = statusStack[statusStack.length - 1]._isolInitIndex;
										if (isolInitIndex != null) {
											isolationPairs.set(isolInitIndex, i$2);
											isolationPairs.set(i$2, isolInitIndex);
										}
										statusStack.pop();
										validIsolateCount--;
									}
									stackTop = statusStack[statusStack.length - 1];
									embedLevels[i$2] = stackTop._level;
									if (stackTop._override) changeCharType(i$2, stackTop._override);
								} else if (charType & TYPE_PDF) {
									if (overflowIsolateCount === 0) {
										if (overflowEmbeddingCount > 0) overflowEmbeddingCount--;
										else if (!stackTop._isolate && statusStack.length > 1) {
											statusStack.pop();
											stackTop = statusStack[statusStack.length - 1];
										}
									}
									embedLevels[i$2] = stackTop._level;
								} else if (charType & TYPE_B) embedLevels[i$2] = paragraph.level;
							} else {
								embedLevels[i$2] = stackTop._level;
								if (stackTop._override && charType !== TYPE_BN) changeCharType(i$2, stackTop._override);
							}
						}
						var levelRuns = [];
						var currentRun = null;
						for (var i$3 = paragraph.start; i$3 <= paragraph.end; i$3++) {
							var charType$1 = charTypes[i$3];
							if (!(charType$1 & BN_LIKE_TYPES)) {
								var lvl = embedLevels[i$3];
								var isIsolInit = charType$1 & ISOLATE_INIT_TYPES;
								var isPDI = charType$1 === TYPE_PDI;
								if (currentRun && lvl === currentRun._level) {
									currentRun._end = i$3;
									currentRun._endsWithIsolInit = isIsolInit;
								} else levelRuns.push(currentRun = {
									_start: i$3,
									_end: i$3,
									_level: lvl,
									_startsWithPDI: isPDI,
									_endsWithIsolInit: isIsolInit
								});
							}
						}
						var isolatingRunSeqs = [];
						for (var runIdx = 0; runIdx < levelRuns.length; runIdx++) {
							var run = levelRuns[runIdx];
							if (!run._startsWithPDI || run._startsWithPDI && !isolationPairs.has(run._start)) {
								var seqRuns = [currentRun = run];
								for (var pdiIndex = void 0; currentRun && currentRun._endsWithIsolInit && (pdiIndex = isolationPairs.get(currentRun._end)) != null;) for (var i$4 = runIdx + 1; i$4 < levelRuns.length; i$4++) if (levelRuns[i$4]._start === pdiIndex) {
									seqRuns.push(currentRun = levelRuns[i$4]);
									break;
								}
								var seqIndices = [];
								for (var i$5 = 0; i$5 < seqRuns.length; i$5++) {
									var run$1 = seqRuns[i$5];
									for (var j = run$1._start; j <= run$1._end; j++) seqIndices.push(j);
								}
								var firstLevel = embedLevels[seqIndices[0]];
								var prevLevel = paragraph.level;
								for (var i$6 = seqIndices[0] - 1; i$6 >= 0; i$6--) if (!(charTypes[i$6] & BN_LIKE_TYPES)) {
									prevLevel = embedLevels[i$6];
									break;
								}
								var lastIndex = seqIndices[seqIndices.length - 1];
								var lastLevel = embedLevels[lastIndex];
								var nextLevel = paragraph.level;
								if (!(charTypes[lastIndex] & ISOLATE_INIT_TYPES)) {
									for (var i$7 = lastIndex + 1; i$7 <= paragraph.end; i$7++) if (!(charTypes[i$7] & BN_LIKE_TYPES)) {
										nextLevel = embedLevels[i$7];
										break;
									}
								}
								isolatingRunSeqs.push({
									_seqIndices: seqIndices,
									_sosType: Math.max(prevLevel, firstLevel) % 2 ? TYPE_R : TYPE_L,
									_eosType: Math.max(nextLevel, lastLevel) % 2 ? TYPE_R : TYPE_L
								});
							}
						}
						for (var seqIdx = 0; seqIdx < isolatingRunSeqs.length; seqIdx++) {
							var ref = isolatingRunSeqs[seqIdx];
							var seqIndices$1 = ref._seqIndices;
							var sosType = ref._sosType;
							var eosType = ref._eosType;
							var embedDirection = embedLevels[seqIndices$1[0]] & 1 ? TYPE_R : TYPE_L;
							if (charTypeCounts.get(TYPE_NSM)) for (var si = 0; si < seqIndices$1.length; si++) {
								var i$8 = seqIndices$1[si];
								if (charTypes[i$8] & TYPE_NSM) {
									var prevType = sosType;
									for (var sj = si - 1; sj >= 0; sj--) if (!(charTypes[seqIndices$1[sj]] & BN_LIKE_TYPES)) {
										prevType = charTypes[seqIndices$1[sj]];
										break;
									}
									changeCharType(i$8, prevType & (ISOLATE_INIT_TYPES | TYPE_PDI) ? TYPE_ON : prevType);
								}
							}
							if (charTypeCounts.get(TYPE_EN)) for (var si$1 = 0; si$1 < seqIndices$1.length; si$1++) {
								var i$9 = seqIndices$1[si$1];
								if (charTypes[i$9] & TYPE_EN) for (var sj$1 = si$1 - 1; sj$1 >= -1; sj$1--) {
									var prevCharType = sj$1 === -1 ? sosType : charTypes[seqIndices$1[sj$1]];
									if (prevCharType & STRONG_TYPES) {
										if (prevCharType === TYPE_AL) changeCharType(i$9, TYPE_AN);
										break;
									}
								}
							}
							if (charTypeCounts.get(TYPE_AL)) for (var si$2 = 0; si$2 < seqIndices$1.length; si$2++) {
								var i$10 = seqIndices$1[si$2];
								if (charTypes[i$10] & TYPE_AL) changeCharType(i$10, TYPE_R);
							}
							if (charTypeCounts.get(TYPE_ES) || charTypeCounts.get(TYPE_CS)) for (var si$3 = 1; si$3 < seqIndices$1.length - 1; si$3++) {
								var i$11 = seqIndices$1[si$3];
								if (charTypes[i$11] & (TYPE_ES | TYPE_CS)) {
									var prevType$1 = 0, nextType = 0;
									for (var sj$2 = si$3 - 1; sj$2 >= 0; sj$2--) {
										prevType$1 = charTypes[seqIndices$1[sj$2]];
										if (!(prevType$1 & BN_LIKE_TYPES)) break;
									}
									for (var sj$3 = si$3 + 1; sj$3 < seqIndices$1.length; sj$3++) {
										nextType = charTypes[seqIndices$1[sj$3]];
										if (!(nextType & BN_LIKE_TYPES)) break;
									}
									if (prevType$1 === nextType && (charTypes[i$11] === TYPE_ES ? prevType$1 === TYPE_EN : prevType$1 & (TYPE_EN | TYPE_AN))) changeCharType(i$11, prevType$1);
								}
							}
							if (charTypeCounts.get(TYPE_EN)) {
								for (var si$4 = 0; si$4 < seqIndices$1.length; si$4++) if (charTypes[seqIndices$1[si$4]] & TYPE_EN) {
									for (var sj$4 = si$4 - 1; sj$4 >= 0 && charTypes[seqIndices$1[sj$4]] & (TYPE_ET | BN_LIKE_TYPES); sj$4--) changeCharType(seqIndices$1[sj$4], TYPE_EN);
									for (si$4++; si$4 < seqIndices$1.length && charTypes[seqIndices$1[si$4]] & (TYPE_ET | BN_LIKE_TYPES | TYPE_EN); si$4++) if (charTypes[seqIndices$1[si$4]] !== TYPE_EN) changeCharType(seqIndices$1[si$4], TYPE_EN);
								}
							}
							if (charTypeCounts.get(TYPE_ET) || charTypeCounts.get(TYPE_ES) || charTypeCounts.get(TYPE_CS)) for (var si$5 = 0; si$5 < seqIndices$1.length; si$5++) {
								var i$13 = seqIndices$1[si$5];
								if (charTypes[i$13] & (TYPE_ET | TYPE_ES | TYPE_CS)) {
									changeCharType(i$13, TYPE_ON);
									for (var sj$5 = si$5 - 1; sj$5 >= 0 && charTypes[seqIndices$1[sj$5]] & BN_LIKE_TYPES; sj$5--) changeCharType(seqIndices$1[sj$5], TYPE_ON);
									for (var sj$6 = si$5 + 1; sj$6 < seqIndices$1.length && charTypes[seqIndices$1[sj$6]] & BN_LIKE_TYPES; sj$6++) changeCharType(seqIndices$1[sj$6], TYPE_ON);
								}
							}
							if (charTypeCounts.get(TYPE_EN)) for (var si$6 = 0, prevStrongType = sosType; si$6 < seqIndices$1.length; si$6++) {
								var i$14 = seqIndices$1[si$6];
								var type = charTypes[i$14];
								if (type & TYPE_EN) {
									if (prevStrongType === TYPE_L) changeCharType(i$14, TYPE_L);
								} else if (type & STRONG_TYPES) prevStrongType = type;
							}
							if (charTypeCounts.get(NEUTRAL_ISOLATE_TYPES)) {
								var R_TYPES_FOR_N_STEPS = TYPE_R | TYPE_EN | TYPE_AN;
								var STRONG_TYPES_FOR_N_STEPS = R_TYPES_FOR_N_STEPS | TYPE_L;
								var bracketPairs = [];
								var openerStack = [];
								for (var si$7 = 0; si$7 < seqIndices$1.length; si$7++) if (charTypes[seqIndices$1[si$7]] & NEUTRAL_ISOLATE_TYPES) {
									var char = string[seqIndices$1[si$7]];
									var oppositeBracket = void 0;
									if (openingToClosingBracket(char) !== null) {
										if (openerStack.length < 63) openerStack.push({
											char,
											seqIndex: si$7
										});
										else break;
									} else if ((oppositeBracket = closingToOpeningBracket(char)) !== null) for (var stackIdx = openerStack.length - 1; stackIdx >= 0; stackIdx--) {
										var stackChar = openerStack[stackIdx].char;
										if (stackChar === oppositeBracket || stackChar === closingToOpeningBracket(getCanonicalBracket(char)) || openingToClosingBracket(getCanonicalBracket(stackChar)) === char) {
											bracketPairs.push([openerStack[stackIdx].seqIndex, si$7]);
											openerStack.length = stackIdx;
											break;
										}
									}
								}
								bracketPairs.sort(function(a, b) {
									return a[0] - b[0];
								});
								for (var pairIdx = 0; pairIdx < bracketPairs.length; pairIdx++) {
									var ref$1 = bracketPairs[pairIdx];
									var openSeqIdx = ref$1[0];
									var closeSeqIdx = ref$1[1];
									var foundStrongType = false;
									var useStrongType = 0;
									for (var si$8 = openSeqIdx + 1; si$8 < closeSeqIdx; si$8++) {
										var i$15 = seqIndices$1[si$8];
										if (charTypes[i$15] & STRONG_TYPES_FOR_N_STEPS) {
											foundStrongType = true;
											var lr = charTypes[i$15] & R_TYPES_FOR_N_STEPS ? TYPE_R : TYPE_L;
											if (lr === embedDirection) {
												useStrongType = lr;
												break;
											}
										}
									}
									if (foundStrongType && !useStrongType) {
										useStrongType = sosType;
										for (var si$9 = openSeqIdx - 1; si$9 >= 0; si$9--) {
											var i$16 = seqIndices$1[si$9];
											if (charTypes[i$16] & STRONG_TYPES_FOR_N_STEPS) {
												var lr$1 = charTypes[i$16] & R_TYPES_FOR_N_STEPS ? TYPE_R : TYPE_L;
												if (lr$1 !== embedDirection) useStrongType = lr$1;
												else useStrongType = embedDirection;
												break;
											}
										}
									}
									if (useStrongType) {
										charTypes[seqIndices$1[openSeqIdx]] = charTypes[seqIndices$1[closeSeqIdx]] = useStrongType;
										if (useStrongType !== embedDirection) {
											for (var si$10 = openSeqIdx + 1; si$10 < seqIndices$1.length; si$10++) if (!(charTypes[seqIndices$1[si$10]] & BN_LIKE_TYPES)) {
												if (getBidiCharType(string[seqIndices$1[si$10]]) & TYPE_NSM) charTypes[seqIndices$1[si$10]] = useStrongType;
												break;
											}
										}
										if (useStrongType !== embedDirection) {
											for (var si$11 = closeSeqIdx + 1; si$11 < seqIndices$1.length; si$11++) if (!(charTypes[seqIndices$1[si$11]] & BN_LIKE_TYPES)) {
												if (getBidiCharType(string[seqIndices$1[si$11]]) & TYPE_NSM) charTypes[seqIndices$1[si$11]] = useStrongType;
												break;
											}
										}
									}
								}
								for (var si$12 = 0; si$12 < seqIndices$1.length; si$12++) if (charTypes[seqIndices$1[si$12]] & NEUTRAL_ISOLATE_TYPES) {
									var niRunStart = si$12, niRunEnd = si$12;
									var prevType$2 = sosType;
									for (var si2 = si$12 - 1; si2 >= 0; si2--) if (charTypes[seqIndices$1[si2]] & BN_LIKE_TYPES) niRunStart = si2;
									else {
										prevType$2 = charTypes[seqIndices$1[si2]] & R_TYPES_FOR_N_STEPS ? TYPE_R : TYPE_L;
										break;
									}
									var nextType$1 = eosType;
									for (var si2$1 = si$12 + 1; si2$1 < seqIndices$1.length; si2$1++) if (charTypes[seqIndices$1[si2$1]] & (NEUTRAL_ISOLATE_TYPES | BN_LIKE_TYPES)) niRunEnd = si2$1;
									else {
										nextType$1 = charTypes[seqIndices$1[si2$1]] & R_TYPES_FOR_N_STEPS ? TYPE_R : TYPE_L;
										break;
									}
									for (var sj$7 = niRunStart; sj$7 <= niRunEnd; sj$7++) charTypes[seqIndices$1[sj$7]] = prevType$2 === nextType$1 ? prevType$2 : embedDirection;
									si$12 = niRunEnd;
								}
							}
						}
						for (var i$17 = paragraph.start; i$17 <= paragraph.end; i$17++) {
							var level$3 = embedLevels[i$17];
							var type$1 = charTypes[i$17];
							if (level$3 & 1) {
								if (type$1 & (TYPE_L | TYPE_EN | TYPE_AN)) embedLevels[i$17]++;
							} else if (type$1 & TYPE_R) embedLevels[i$17]++;
							else if (type$1 & (TYPE_AN | TYPE_EN)) embedLevels[i$17] += 2;
							if (type$1 & BN_LIKE_TYPES) embedLevels[i$17] = i$17 === 0 ? paragraph.level : embedLevels[i$17 - 1];
							if (i$17 === paragraph.end || getBidiCharType(string[i$17]) & (TYPE_S | TYPE_B)) for (var j$1 = i$17; j$1 >= 0 && getBidiCharType(string[j$1]) & TRAILING_TYPES; j$1--) embedLevels[j$1] = paragraph.level;
						}
					}
					return {
						levels: embedLevels,
						paragraphs
					};
					function determineAutoEmbedLevel(start, isFSI) {
						for (var i = start; i < string.length; i++) {
							var charType = charTypes[i];
							if (charType & (TYPE_R | TYPE_AL)) return 1;
							if (charType & (TYPE_B | TYPE_L) || isFSI && charType === TYPE_PDI) return 0;
							if (charType & ISOLATE_INIT_TYPES) {
								var pdi = indexOfMatchingPDI(i);
								i = pdi === -1 ? string.length : pdi;
							}
						}
						return 0;
					}
					function indexOfMatchingPDI(isolateStart) {
						var isolationLevel = 1;
						for (var i = isolateStart + 1; i < string.length; i++) {
							var charType = charTypes[i];
							if (charType & TYPE_B) break;
							if (charType & TYPE_PDI) {
								if (--isolationLevel === 0) return i;
							} else if (charType & ISOLATE_INIT_TYPES) isolationLevel++;
						}
						return -1;
					}
				}
				var data = "14>1,j>2,t>2,u>2,1a>g,2v3>1,1>1,1ge>1,1wd>1,b>1,1j>1,f>1,ai>3,-2>3,+1,8>1k0,-1jq>1y7,-1y6>1hf,-1he>1h6,-1h5>1ha,-1h8>1qi,-1pu>1,6>3u,-3s>7,6>1,1>1,f>1,1>1,+2,3>1,1>1,+13,4>1,1>1,6>1eo,-1ee>1,3>1mg,-1me>1mk,-1mj>1mi,-1mg>1mi,-1md>1,1>1,+2,1>10k,-103>1,1>1,4>1,5>1,1>1,+10,3>1,1>8,-7>8,+1,-6>7,+1,a>1,1>1,u>1,u6>1,1>1,+5,26>1,1>1,2>1,2>2,8>1,7>1,4>1,1>1,+5,b8>1,1>1,+3,1>3,-2>1,2>1,1>1,+2,c>1,3>1,1>1,+2,h>1,3>1,a>1,1>1,2>1,3>1,1>1,d>1,f>1,3>1,1a>1,1>1,6>1,7>1,13>1,k>1,1>1,+19,4>1,1>1,+2,2>1,1>1,+18,m>1,a>1,1>1,lk>1,1>1,4>1,2>1,f>1,3>1,1>1,+3,db>1,1>1,+3,3>1,1>1,+2,14qm>1,1>1,+1,6>1,4j>1,j>2,t>2,u>2,2>1,+1";
				var mirrorMap;
				function parse() {
					if (!mirrorMap) {
						var ref = parseCharacterMap(data, true);
						var map = ref.map;
						ref.reverseMap.forEach(function(value, key) {
							map.set(key, value);
						});
						mirrorMap = map;
					}
				}
				function getMirroredCharacter(char) {
					parse();
					return mirrorMap.get(char) || null;
				}
				function getMirroredCharactersMap(string, embeddingLevels, start, end) {
					var strLen = string.length;
					start = Math.max(0, start == null ? 0 : +start);
					end = Math.min(strLen - 1, end == null ? strLen - 1 : +end);
					var map =   new Map();
					for (var i = start; i <= end; i++) if (embeddingLevels[i] & 1) {
						var mirror = getMirroredCharacter(string[i]);
						if (mirror !== null) map.set(i, mirror);
					}
					return map;
				}
				function getReorderSegments(string, embeddingLevelsResult, start, end) {
					var strLen = string.length;
					start = Math.max(0, start == null ? 0 : +start);
					end = Math.min(strLen - 1, end == null ? strLen - 1 : +end);
					var segments = [];
					embeddingLevelsResult.paragraphs.forEach(function(paragraph) {
						var lineStart = Math.max(start, paragraph.start);
						var lineEnd = Math.min(end, paragraph.end);
						if (lineStart < lineEnd) {
							var lineLevels = embeddingLevelsResult.levels.slice(lineStart, lineEnd + 1);
							for (var i = lineEnd; i >= lineStart && getBidiCharType(string[i]) & TRAILING_TYPES; i--) lineLevels[i] = paragraph.level;
							var maxLevel = paragraph.level;
							var minOddLevel = Infinity;
							for (var i$1 = 0; i$1 < lineLevels.length; i$1++) {
								var level = lineLevels[i$1];
								if (level > maxLevel) maxLevel = level;
								if (level < minOddLevel) minOddLevel = level | 1;
							}
							for (var lvl = maxLevel; lvl >= minOddLevel; lvl--) for (var i$2 = 0; i$2 < lineLevels.length; i$2++) if (lineLevels[i$2] >= lvl) {
								var segStart = i$2;
								while (i$2 + 1 < lineLevels.length && lineLevels[i$2 + 1] >= lvl) i$2++;
								if (i$2 > segStart) segments.push([segStart + lineStart, i$2 + lineStart]);
							}
						}
					});
					return segments;
				}
				function getReorderedString(string, embedLevelsResult, start, end) {
					var indices = getReorderedIndices(string, embedLevelsResult, start, end);
					var chars = [].concat(string);
					indices.forEach(function(charIndex, i) {
						chars[i] = (embedLevelsResult.levels[charIndex] & 1 ? getMirroredCharacter(string[charIndex]) : null) || string[charIndex];
					});
					return chars.join("");
				}
				function getReorderedIndices(string, embedLevelsResult, start, end) {
					var segments = getReorderSegments(string, embedLevelsResult, start, end);
					var indices = [];
					for (var i = 0; i < string.length; i++) indices[i] = i;
					segments.forEach(function(ref) {
						var start = ref[0];
						var end = ref[1];
						var slice = indices.slice(start, end + 1);
						for (var i = slice.length; i--;) indices[end - i] = slice[i];
					});
					return indices;
				}
				exports.closingToOpeningBracket = closingToOpeningBracket;
				exports.getBidiCharType = getBidiCharType;
				exports.getBidiCharTypeName = getBidiCharTypeName;
				exports.getCanonicalBracket = getCanonicalBracket;
				exports.getEmbeddingLevels = getEmbeddingLevels;
				exports.getMirroredCharacter = getMirroredCharacter;
				exports.getMirroredCharactersMap = getMirroredCharactersMap;
				exports.getReorderSegments = getReorderSegments;
				exports.getReorderedIndices = getReorderedIndices;
				exports.getReorderedString = getReorderedString;
				exports.openingToClosingBracket = openingToClosingBracket;
				Object.defineProperty(exports, "__esModule", { value: true });
				return exports;
			})({});
		}
		return bidiFactory;
	}));
})))(), 1)).default)();
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });
function findMissing(text, role, fonts) {
	return [...graphemes.segment(text)].filter(({ segment }) => fonts.choose(segment, role) === void 0).map(({ index, segment }) => ({
		start: index,
		grapheme: segment
	}));
}
function shapeText(text, isCode, role, { fonts, language, isRightToLeft }) {
	if (text === "") return [];
	const { levels } = bidi.getEmbeddingLevels(text, isRightToLeft ? "rtl" : "ltr");
	const runs = [];
	for (const { index: start, segment } of graphemes.segment(text)) {
		const code = isCode(start);
		const font = fonts.choose(segment, code ? "mono" : role);
		if (font === void 0) continue;
		const last = runs.at(-1);
		const next = {
			start,
			end: start + segment.length,
			font,
			level: levels[start] ?? 0,
			isCode: code,
			script: scriptOf$1(segment) ?? last?.script ?? ""
		};
		if (last?.font === font && last.level === next.level && last.isCode === code && last.end === start && (last.script === next.script || last.script === "")) runs[runs.length - 1] = {
			...next,
			start: last.start
		};
		else runs.push(next);
	}
	return runs.map((run) => {
		const item = {
			start: run.start,
			end: run.end,
			isRightToLeft: run.level % 2 === 1
		};
		return {
			...item,
			font: run.font,
			level: run.level,
			isCode: run.isCode,
			glyphs: run.font.shape(text, item, language)
		};
	});
}
const scripts$1 = [
	"Latin",
	"Greek",
	"Cyrillic",
	"Arabic",
	"Hebrew",
	"Devanagari",
	"Han",
	"Hangul",
	"Thai"
].map((name) => ({
	name,
	pattern: new RegExp(`^\\p{Script=${name}}`, "u")
}));
const common = /^[\p{Script=Common}\p{Script=Inherited}]/u;
function scriptOf$1(grapheme) {
	if (common.test(grapheme)) return void 0;
	return scripts$1.find(({ pattern }) => pattern.test(grapheme))?.name ?? "other";
}
function toVisualOrder(runs) {
	const ordered = [...runs];
	const levels = ordered.map(({ level }) => level);
	for (let level = Math.max(0, ...levels); level > 0; level -= 1) for (let start = 0; start < ordered.length; start += 1) {
		let end = start;
		while ((ordered[end]?.level ?? -1) >= level) end += 1;
		if (end > start) {
			ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
			start = end;
		}
	}
	return ordered;
}
// node_modules/harfbuzzjs/dist/harfbuzz.js
async function createHarfBuzz(moduleArg = {}) {
	var moduleRtn;
	var Module = moduleArg;
	var ENVIRONMENT_IS_WEB = typeof window == "object";
	var ENVIRONMENT_IS_WORKER = typeof WorkerGlobalScope != "undefined";
	var ENVIRONMENT_IS_NODE = typeof process == "object" && process.versions?.node && process.type != "renderer";
	if (ENVIRONMENT_IS_NODE) {
		const { createRequire } = await import("module");
		var require = createRequire(import.meta.url);
	}
	var quit_ = (status, toThrow) => {
		throw toThrow;
	};
	var _scriptName = import.meta.url;
	var scriptDirectory = "";
	function locateFile(path) {
		if (Module["locateFile"]) return Module["locateFile"](path, scriptDirectory);
		return scriptDirectory + path;
	}
	var readAsync, readBinary;
	if (ENVIRONMENT_IS_NODE) {
		var fs = require("fs");
		if (_scriptName.startsWith("file:")) scriptDirectory = require("path").dirname(require("url").fileURLToPath(_scriptName)) + "/";
		readBinary = (filename) => {
			filename = isFileURI(filename) ? new URL(filename) : filename;
			return fs.readFileSync(filename);
		};
		readAsync = async (filename, binary = true) => {
			filename = isFileURI(filename) ? new URL(filename) : filename;
			return fs.readFileSync(filename, binary ? void 0 : "utf8");
		};
		if (process.argv.length > 1) process.argv[1].replace(/\\/g, "/");
		process.argv.slice(2);
		quit_ = (status, toThrow) => {
			process.exitCode = status;
			throw toThrow;
		};
	} else if (ENVIRONMENT_IS_WEB || ENVIRONMENT_IS_WORKER) {
		try {
			scriptDirectory = new URL(".", _scriptName).href;
		} catch {}
		if (ENVIRONMENT_IS_WORKER) readBinary = (url) => {
			var xhr = new XMLHttpRequest();
			xhr.open("GET", url, false);
			xhr.responseType = "arraybuffer";
			xhr.send(null);
			return new Uint8Array(xhr.response);
		};
		readAsync = async (url) => {
			if (isFileURI(url)) return new Promise((resolve, reject) => {
				var xhr = new XMLHttpRequest();
				xhr.open("GET", url, true);
				xhr.responseType = "arraybuffer";
				xhr.onload = () => {
					if (xhr.status == 200 || xhr.status == 0 && xhr.response) {
						resolve(xhr.response);
						return;
					}
					reject(xhr.status);
				};
				xhr.onerror = reject;
				xhr.send(null);
			});
			var response = await fetch(url, { credentials: "same-origin" });
			if (response.ok) return response.arrayBuffer();
			throw new Error(response.status + " : " + response.url);
		};
	}
	console.log.bind(console);
	var err = console.error.bind(console);
	var wasmBinary;
	var ABORT = false;
	var EXITSTATUS;
	var isFileURI = (filename) => filename.startsWith("file://");
	var readyPromiseResolve, readyPromiseReject;
	var wasmMemory, HEAPU8;
	var runtimeInitialized = false;
	function updateMemoryViews() {
		var b = wasmMemory.buffer;
		Module["HEAP8"] = new Int8Array(b);
		new Int16Array(b);
		Module["HEAPU8"] = HEAPU8 = new Uint8Array(b);
		Module["HEAPU16"] = new Uint16Array(b);
		Module["HEAP32"] = new Int32Array(b);
		Module["HEAPU32"] = new Uint32Array(b);
		Module["HEAPF32"] = new Float32Array(b);
		new Float64Array(b);
		new BigInt64Array(b);
		new BigUint64Array(b);
	}
	function preRun() {
		if (Module["preRun"]) {
			if (typeof Module["preRun"] == "function") Module["preRun"] = [Module["preRun"]];
			while (Module["preRun"].length) addOnPreRun(Module["preRun"].shift());
		}
		callRuntimeCallbacks(onPreRuns);
	}
	function initRuntime() {
		runtimeInitialized = true;
		wasmExports["__wasm_call_ctors"]();
	}
	function postRun() {
		if (Module["postRun"]) {
			if (typeof Module["postRun"] == "function") Module["postRun"] = [Module["postRun"]];
			while (Module["postRun"].length) addOnPostRun(Module["postRun"].shift());
		}
		callRuntimeCallbacks(onPostRuns);
	}
	var runDependencies = 0;
	var dependenciesFulfilled = null;
	function addRunDependency(id) {
		runDependencies++;
		Module["monitorRunDependencies"]?.(runDependencies);
	}
	function removeRunDependency(id) {
		runDependencies--;
		Module["monitorRunDependencies"]?.(runDependencies);
		if (runDependencies == 0) {
			if (dependenciesFulfilled) {
				var callback = dependenciesFulfilled;
				dependenciesFulfilled = null;
				callback();
			}
		}
	}
	function abort(what) {
		Module["onAbort"]?.(what);
		what = "Aborted(" + what + ")";
		err(what);
		ABORT = true;
		what += ". Build with -sASSERTIONS for more info.";
		var e = new WebAssembly.RuntimeError(what);
		readyPromiseReject?.(e);
		throw e;
	}
	var wasmBinaryFile;
	function findWasmBinary() {
		if (Module["locateFile"]) return locateFile("harfbuzz.wasm");
		return new URL("harfbuzz.wasm", import.meta.url).href;
	}
	function getBinarySync(file) {
		if (file == wasmBinaryFile && wasmBinary) return new Uint8Array(wasmBinary);
		if (readBinary) return readBinary(file);
		throw "both async and sync fetching of the wasm failed";
	}
	async function getWasmBinary(binaryFile) {
		if (!wasmBinary) try {
			var response = await readAsync(binaryFile);
			return new Uint8Array(response);
		} catch {}
		return getBinarySync(binaryFile);
	}
	async function instantiateArrayBuffer(binaryFile, imports) {
		try {
			var binary = await getWasmBinary(binaryFile);
			return await WebAssembly.instantiate(binary, imports);
		} catch (reason) {
			err(`failed to asynchronously prepare wasm: ${reason}`);
			abort(reason);
		}
	}
	async function instantiateAsync(binary, binaryFile, imports) {
		if (!binary && !isFileURI(binaryFile) && !ENVIRONMENT_IS_NODE) try {
			var response = fetch(binaryFile, { credentials: "same-origin" });
			return await WebAssembly.instantiateStreaming(response, imports);
		} catch (reason) {
			err(`wasm streaming compile failed: ${reason}`);
			err("falling back to ArrayBuffer instantiation");
		}
		return instantiateArrayBuffer(binaryFile, imports);
	}
	function getWasmImports() {
		return {
			env: wasmImports,
			wasi_snapshot_preview1: wasmImports
		};
	}
	async function createWasm() {
		function receiveInstance(instance, module) {
			wasmExports = instance.exports;
			Module["wasmExports"] = wasmExports;
			wasmMemory = wasmExports["memory"];
			updateMemoryViews();
			wasmTable = wasmExports["__indirect_function_table"];
			assignWasmExports(wasmExports);
			removeRunDependency("wasm-instantiate");
			return wasmExports;
		}
		addRunDependency("wasm-instantiate");
		function receiveInstantiationResult(result) {
			return receiveInstance(result["instance"]);
		}
		var info = getWasmImports();
		if (Module["instantiateWasm"]) return new Promise((resolve, reject) => {
			Module["instantiateWasm"](info, (mod, inst) => {
				resolve(receiveInstance(mod, inst));
			});
		});
		wasmBinaryFile ??= findWasmBinary();
		return receiveInstantiationResult(await instantiateAsync(wasmBinary, wasmBinaryFile, info));
	}
	class ExitStatus {
		name = "ExitStatus";
		constructor(status) {
			this.message = `Program terminated with exit(${status})`;
			this.status = status;
		}
	}
	var callRuntimeCallbacks = (callbacks) => {
		while (callbacks.length > 0) callbacks.shift()(Module);
	};
	var onPostRuns = [];
	var addOnPostRun = (cb) => onPostRuns.push(cb);
	var onPreRuns = [];
	var addOnPreRun = (cb) => onPreRuns.push(cb);
	var noExitRuntime = true;
	var stackRestore = (val) => __emscripten_stack_restore(val);
	var stackSave = () => _emscripten_stack_get_current();
	var __abort_js = () => abort("");
	var runtimeKeepaliveCounter = 0;
	var __emscripten_runtime_keepalive_clear = () => {
		noExitRuntime = false;
		runtimeKeepaliveCounter = 0;
	};
	var timers = {};
	var handleException = (e) => {
		if (e instanceof ExitStatus || e == "unwind") return EXITSTATUS;
		quit_(1, e);
	};
	var keepRuntimeAlive = () => noExitRuntime || runtimeKeepaliveCounter > 0;
	var _proc_exit = (code) => {
		EXITSTATUS = code;
		if (!keepRuntimeAlive()) {
			Module["onExit"]?.(code);
			ABORT = true;
		}
		quit_(code, new ExitStatus(code));
	};
	var exitJS = (status, implicit) => {
		EXITSTATUS = status;
		_proc_exit(status);
	};
	var _exit = exitJS;
	var maybeExit = () => {
		if (!keepRuntimeAlive()) try {
			_exit(EXITSTATUS);
		} catch (e) {
			handleException(e);
		}
	};
	var callUserCallback = (func) => {
		if (ABORT) return;
		try {
			func();
			maybeExit();
		} catch (e) {
			handleException(e);
		}
	};
	var _emscripten_get_now = () => performance.now();
	var __setitimer_js = (which, timeout_ms) => {
		if (timers[which]) {
			clearTimeout(timers[which].id);
			delete timers[which];
		}
		if (!timeout_ms) return 0;
		timers[which] = {
			id: setTimeout(() => {
				delete timers[which];
				callUserCallback(() => __emscripten_timeout(which, _emscripten_get_now()));
			}, timeout_ms),
			timeout_ms
		};
		return 0;
	};
	var getHeapMax = () => 2147483648;
	var alignMemory = (size, alignment) => Math.ceil(size / alignment) * alignment;
	var growMemory = (size) => {
		var pages = (size - wasmMemory.buffer.byteLength + 65535) / 65536 | 0;
		try {
			wasmMemory.grow(pages);
			updateMemoryViews();
			return 1;
		} catch (e) {}
	};
	var _emscripten_resize_heap = (requestedSize) => {
		var oldSize = HEAPU8.length;
		requestedSize >>>= 0;
		var maxHeapSize = getHeapMax();
		if (requestedSize > maxHeapSize) return false;
		for (var cutDown = 1; cutDown <= 4; cutDown *= 2) {
			var overGrownHeapSize = oldSize * (1 + .2 / cutDown);
			overGrownHeapSize = Math.min(overGrownHeapSize, requestedSize + 100663296);
			if (growMemory(Math.min(maxHeapSize, alignMemory(Math.max(requestedSize, overGrownHeapSize), 65536)))) return true;
		}
		return false;
	};
	var uleb128EncodeWithLen = (arr) => {
		const n = arr.length;
		return [
			n % 128 | 128,
			n >> 7,
			...arr
		];
	};
	var wasmTypeCodes = {
		i: 127,
		p: 127,
		j: 126,
		f: 125,
		d: 124,
		e: 111
	};
	var generateTypePack = (types) => uleb128EncodeWithLen(Array.from(types, (type) => {
		return wasmTypeCodes[type];
	}));
	var convertJsFunctionToWasm = (func, sig) => {
		var bytes = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, ...uleb128EncodeWithLen([
			1,
			96,
			...generateTypePack(sig.slice(1)),
			...generateTypePack(sig[0] === "v" ? "" : sig[0])
		]), 2, 7, 1, 1, 101, 1, 102, 0, 0, 7, 5, 1, 1, 102, 0, 0);
		var module = new WebAssembly.Module(bytes);
		return new WebAssembly.Instance(module, { e: { f: func } }).exports["f"];
	};
	var wasmTable;
	var getWasmTableEntry = (funcPtr) => wasmTable.get(funcPtr);
	var updateTableMap = (offset, count) => {
		if (functionsInTableMap) for (var i = offset; i < offset + count; i++) {
			var item = getWasmTableEntry(i);
			if (item) functionsInTableMap.set(item, i);
		}
	};
	var functionsInTableMap;
	var getFunctionAddress = (func) => {
		if (!functionsInTableMap) {
			functionsInTableMap =   new WeakMap();
			updateTableMap(0, wasmTable.length);
		}
		return functionsInTableMap.get(func) || 0;
	};
	var freeTableIndexes = [];
	var getEmptyTableSlot = () => {
		if (freeTableIndexes.length) return freeTableIndexes.pop();
		return wasmTable["grow"](1);
	};
	var setWasmTableEntry = (idx, func) => wasmTable.set(idx, func);
	var addFunction = (func, sig) => {
		var rtn = getFunctionAddress(func);
		if (rtn) return rtn;
		var ret = getEmptyTableSlot();
		try {
			setWasmTableEntry(ret, func);
		} catch (err) {
			if (!(err instanceof TypeError)) throw err;
			setWasmTableEntry(ret, convertJsFunctionToWasm(func, sig));
		}
		functionsInTableMap.set(func, ret);
		return ret;
	};
	var removeFunction = (index) => {
		functionsInTableMap.delete(getWasmTableEntry(index));
		setWasmTableEntry(index, null);
		freeTableIndexes.push(index);
	};
	var stackAlloc = (sz) => __emscripten_stack_alloc(sz);
	if (Module["noExitRuntime"]) noExitRuntime = Module["noExitRuntime"];
	if (Module["print"]) Module["print"];
	if (Module["printErr"]) err = Module["printErr"];
	if (Module["wasmBinary"]) wasmBinary = Module["wasmBinary"];
	if (Module["arguments"]) Module["arguments"];
	if (Module["thisProgram"]) Module["thisProgram"];
	Module["wasmExports"] = wasmExports;
	Module["stackSave"] = stackSave;
	Module["stackRestore"] = stackRestore;
	Module["stackAlloc"] = stackAlloc;
	Module["addFunction"] = addFunction;
	Module["removeFunction"] = removeFunction;
	var __emscripten_timeout, __emscripten_stack_restore, __emscripten_stack_alloc, _emscripten_stack_get_current;
	function assignWasmExports(wasmExports) {
		Module["_hb_blob_create"] = wasmExports["hb_blob_create"];
		Module["_hb_blob_destroy"] = wasmExports["hb_blob_destroy"];
		Module["_hb_blob_get_length"] = wasmExports["hb_blob_get_length"];
		Module["_hb_blob_get_data"] = wasmExports["hb_blob_get_data"];
		Module["_hb_buffer_serialize"] = wasmExports["hb_buffer_serialize"];
		Module["_hb_buffer_create"] = wasmExports["hb_buffer_create"];
		Module["_hb_buffer_reset"] = wasmExports["hb_buffer_reset"];
		Module["_hb_buffer_reference"] = wasmExports["hb_buffer_reference"];
		Module["_hb_buffer_destroy"] = wasmExports["hb_buffer_destroy"];
		Module["_hb_buffer_get_content_type"] = wasmExports["hb_buffer_get_content_type"];
		Module["_hb_buffer_set_direction"] = wasmExports["hb_buffer_set_direction"];
		Module["_hb_buffer_set_script"] = wasmExports["hb_buffer_set_script"];
		Module["_hb_buffer_set_language"] = wasmExports["hb_buffer_set_language"];
		Module["_hb_buffer_set_flags"] = wasmExports["hb_buffer_set_flags"];
		Module["_hb_buffer_set_cluster_level"] = wasmExports["hb_buffer_set_cluster_level"];
		Module["_hb_buffer_clear_contents"] = wasmExports["hb_buffer_clear_contents"];
		Module["_hb_buffer_add"] = wasmExports["hb_buffer_add"];
		Module["_hb_buffer_get_length"] = wasmExports["hb_buffer_get_length"];
		Module["_hb_buffer_get_glyph_infos"] = wasmExports["hb_buffer_get_glyph_infos"];
		Module["_hb_buffer_get_glyph_positions"] = wasmExports["hb_buffer_get_glyph_positions"];
		Module["_hb_glyph_info_get_glyph_flags"] = wasmExports["hb_glyph_info_get_glyph_flags"];
		Module["_hb_buffer_guess_segment_properties"] = wasmExports["hb_buffer_guess_segment_properties"];
		Module["_hb_buffer_add_utf8"] = wasmExports["hb_buffer_add_utf8"];
		Module["_hb_buffer_add_utf16"] = wasmExports["hb_buffer_add_utf16"];
		Module["_hb_buffer_add_codepoints"] = wasmExports["hb_buffer_add_codepoints"];
		Module["_hb_buffer_set_message_func"] = wasmExports["hb_buffer_set_message_func"];
		Module["_hb_language_from_string"] = wasmExports["hb_language_from_string"];
		Module["_hb_language_to_string"] = wasmExports["hb_language_to_string"];
		Module["_hb_script_from_string"] = wasmExports["hb_script_from_string"];
		Module["_hb_version"] = wasmExports["hb_version"];
		Module["_hb_version_string"] = wasmExports["hb_version_string"];
		Module["_hb_feature_from_string"] = wasmExports["hb_feature_from_string"];
		Module["_hb_feature_to_string"] = wasmExports["hb_feature_to_string"];
		Module["_hb_variation_from_string"] = wasmExports["hb_variation_from_string"];
		Module["_hb_variation_to_string"] = wasmExports["hb_variation_to_string"];
		Module["_malloc"] = wasmExports["malloc"];
		Module["_free"] = wasmExports["free"];
		Module["_hb_draw_funcs_set_move_to_func"] = wasmExports["hb_draw_funcs_set_move_to_func"];
		Module["_hb_draw_funcs_set_line_to_func"] = wasmExports["hb_draw_funcs_set_line_to_func"];
		Module["_hb_draw_funcs_set_quadratic_to_func"] = wasmExports["hb_draw_funcs_set_quadratic_to_func"];
		Module["_hb_draw_funcs_set_cubic_to_func"] = wasmExports["hb_draw_funcs_set_cubic_to_func"];
		Module["_hb_draw_funcs_set_close_path_func"] = wasmExports["hb_draw_funcs_set_close_path_func"];
		Module["_hb_draw_funcs_create"] = wasmExports["hb_draw_funcs_create"];
		Module["_hb_draw_funcs_destroy"] = wasmExports["hb_draw_funcs_destroy"];
		Module["_hb_face_create"] = wasmExports["hb_face_create"];
		Module["_hb_face_reference"] = wasmExports["hb_face_reference"];
		Module["_hb_face_destroy"] = wasmExports["hb_face_destroy"];
		Module["_hb_face_reference_table"] = wasmExports["hb_face_reference_table"];
		Module["_hb_face_get_upem"] = wasmExports["hb_face_get_upem"];
		Module["_hb_face_collect_unicodes"] = wasmExports["hb_face_collect_unicodes"];
		Module["_hb_font_funcs_create"] = wasmExports["hb_font_funcs_create"];
		Module["_hb_font_funcs_destroy"] = wasmExports["hb_font_funcs_destroy"];
		Module["_hb_font_funcs_set_font_h_extents_func"] = wasmExports["hb_font_funcs_set_font_h_extents_func"];
		Module["_hb_font_funcs_set_font_v_extents_func"] = wasmExports["hb_font_funcs_set_font_v_extents_func"];
		Module["_hb_font_funcs_set_nominal_glyph_func"] = wasmExports["hb_font_funcs_set_nominal_glyph_func"];
		Module["_hb_font_funcs_set_nominal_glyphs_func"] = wasmExports["hb_font_funcs_set_nominal_glyphs_func"];
		Module["_hb_font_funcs_set_variation_glyph_func"] = wasmExports["hb_font_funcs_set_variation_glyph_func"];
		Module["_hb_font_funcs_set_glyph_h_advance_func"] = wasmExports["hb_font_funcs_set_glyph_h_advance_func"];
		Module["_hb_font_funcs_set_glyph_v_advance_func"] = wasmExports["hb_font_funcs_set_glyph_v_advance_func"];
		Module["_hb_font_funcs_set_glyph_h_advances_func"] = wasmExports["hb_font_funcs_set_glyph_h_advances_func"];
		Module["_hb_font_funcs_set_glyph_v_advances_func"] = wasmExports["hb_font_funcs_set_glyph_v_advances_func"];
		Module["_hb_font_funcs_set_glyph_h_origin_func"] = wasmExports["hb_font_funcs_set_glyph_h_origin_func"];
		Module["_hb_font_funcs_set_glyph_v_origin_func"] = wasmExports["hb_font_funcs_set_glyph_v_origin_func"];
		Module["_hb_font_funcs_set_glyph_h_kerning_func"] = wasmExports["hb_font_funcs_set_glyph_h_kerning_func"];
		Module["_hb_font_funcs_set_glyph_extents_func"] = wasmExports["hb_font_funcs_set_glyph_extents_func"];
		Module["_hb_font_funcs_set_glyph_name_func"] = wasmExports["hb_font_funcs_set_glyph_name_func"];
		Module["_hb_font_funcs_set_glyph_from_name_func"] = wasmExports["hb_font_funcs_set_glyph_from_name_func"];
		Module["_hb_font_get_h_extents"] = wasmExports["hb_font_get_h_extents"];
		Module["_hb_font_get_v_extents"] = wasmExports["hb_font_get_v_extents"];
		Module["_hb_font_get_glyph"] = wasmExports["hb_font_get_glyph"];
		Module["_hb_font_get_nominal_glyph"] = wasmExports["hb_font_get_nominal_glyph"];
		Module["_hb_font_get_variation_glyph"] = wasmExports["hb_font_get_variation_glyph"];
		Module["_hb_font_get_glyph_h_advance"] = wasmExports["hb_font_get_glyph_h_advance"];
		Module["_hb_font_get_glyph_v_advance"] = wasmExports["hb_font_get_glyph_v_advance"];
		Module["_hb_font_get_glyph_h_origin"] = wasmExports["hb_font_get_glyph_h_origin"];
		Module["_hb_font_get_glyph_v_origin"] = wasmExports["hb_font_get_glyph_v_origin"];
		Module["_hb_font_get_glyph_extents"] = wasmExports["hb_font_get_glyph_extents"];
		Module["_hb_font_get_glyph_from_name"] = wasmExports["hb_font_get_glyph_from_name"];
		Module["_hb_font_draw_glyph_or_fail"] = wasmExports["hb_font_draw_glyph_or_fail"];
		Module["_hb_font_paint_glyph_or_fail"] = wasmExports["hb_font_paint_glyph_or_fail"];
		Module["_hb_font_draw_glyph"] = wasmExports["hb_font_draw_glyph"];
		Module["_hb_font_paint_glyph"] = wasmExports["hb_font_paint_glyph"];
		Module["_hb_font_glyph_to_string"] = wasmExports["hb_font_glyph_to_string"];
		Module["_hb_font_create"] = wasmExports["hb_font_create"];
		Module["_hb_font_set_variations"] = wasmExports["hb_font_set_variations"];
		Module["_hb_font_create_sub_font"] = wasmExports["hb_font_create_sub_font"];
		Module["_hb_font_reference"] = wasmExports["hb_font_reference"];
		Module["_hb_font_destroy"] = wasmExports["hb_font_destroy"];
		Module["_hb_font_get_face"] = wasmExports["hb_font_get_face"];
		Module["_hb_font_set_funcs"] = wasmExports["hb_font_set_funcs"];
		Module["_hb_font_set_scale"] = wasmExports["hb_font_set_scale"];
		Module["_hb_ot_color_has_palettes"] = wasmExports["hb_ot_color_has_palettes"];
		Module["_hb_ot_color_palette_get_count"] = wasmExports["hb_ot_color_palette_get_count"];
		Module["_hb_ot_color_palette_get_name_id"] = wasmExports["hb_ot_color_palette_get_name_id"];
		Module["_hb_ot_color_palette_color_get_name_id"] = wasmExports["hb_ot_color_palette_color_get_name_id"];
		Module["_hb_ot_color_palette_get_flags"] = wasmExports["hb_ot_color_palette_get_flags"];
		Module["_hb_ot_color_palette_get_colors"] = wasmExports["hb_ot_color_palette_get_colors"];
		Module["_hb_ot_color_has_layers"] = wasmExports["hb_ot_color_has_layers"];
		Module["_hb_ot_color_has_paint"] = wasmExports["hb_ot_color_has_paint"];
		Module["_hb_ot_color_glyph_has_paint"] = wasmExports["hb_ot_color_glyph_has_paint"];
		Module["_hb_ot_color_glyph_get_layers"] = wasmExports["hb_ot_color_glyph_get_layers"];
		Module["_hb_ot_color_has_png"] = wasmExports["hb_ot_color_has_png"];
		Module["_hb_ot_color_glyph_reference_png"] = wasmExports["hb_ot_color_glyph_reference_png"];
		Module["_hb_ot_layout_get_glyph_class"] = wasmExports["hb_ot_layout_get_glyph_class"];
		Module["_hb_ot_layout_get_ligature_carets"] = wasmExports["hb_ot_layout_get_ligature_carets"];
		Module["_hb_ot_layout_table_get_script_tags"] = wasmExports["hb_ot_layout_table_get_script_tags"];
		Module["_hb_ot_layout_table_get_feature_tags"] = wasmExports["hb_ot_layout_table_get_feature_tags"];
		Module["_hb_ot_layout_script_get_language_tags"] = wasmExports["hb_ot_layout_script_get_language_tags"];
		Module["_hb_ot_layout_language_get_feature_tags"] = wasmExports["hb_ot_layout_language_get_feature_tags"];
		Module["_hb_ot_layout_feature_get_lookups"] = wasmExports["hb_ot_layout_feature_get_lookups"];
		Module["_hb_ot_layout_feature_get_name_ids"] = wasmExports["hb_ot_layout_feature_get_name_ids"];
		Module["_hb_ot_metrics_get_position_with_fallback"] = wasmExports["hb_ot_metrics_get_position_with_fallback"];
		Module["_hb_ot_layout_lookup_get_optical_bound"] = wasmExports["hb_ot_layout_lookup_get_optical_bound"];
		Module["_hb_ot_tags_from_script_and_language"] = wasmExports["hb_ot_tags_from_script_and_language"];
		Module["_hb_ot_metrics_get_position"] = wasmExports["hb_ot_metrics_get_position"];
		Module["_hb_ot_metrics_get_variation"] = wasmExports["hb_ot_metrics_get_variation"];
		Module["_hb_ot_metrics_get_x_variation"] = wasmExports["hb_ot_metrics_get_x_variation"];
		Module["_hb_ot_metrics_get_y_variation"] = wasmExports["hb_ot_metrics_get_y_variation"];
		Module["_hb_ot_name_list_names"] = wasmExports["hb_ot_name_list_names"];
		Module["_hb_ot_name_get_utf16"] = wasmExports["hb_ot_name_get_utf16"];
		Module["_hb_set_create"] = wasmExports["hb_set_create"];
		Module["_hb_set_destroy"] = wasmExports["hb_set_destroy"];
		Module["_hb_ot_tag_to_script"] = wasmExports["hb_ot_tag_to_script"];
		Module["_hb_ot_tag_to_language"] = wasmExports["hb_ot_tag_to_language"];
		Module["_hb_ot_tags_to_script_and_language"] = wasmExports["hb_ot_tags_to_script_and_language"];
		Module["_hb_ot_var_get_axis_infos"] = wasmExports["hb_ot_var_get_axis_infos"];
		Module["_hb_paint_funcs_set_push_transform_func"] = wasmExports["hb_paint_funcs_set_push_transform_func"];
		Module["_hb_paint_funcs_set_pop_transform_func"] = wasmExports["hb_paint_funcs_set_pop_transform_func"];
		Module["_hb_paint_funcs_set_color_glyph_func"] = wasmExports["hb_paint_funcs_set_color_glyph_func"];
		Module["_hb_paint_funcs_set_push_clip_glyph_func"] = wasmExports["hb_paint_funcs_set_push_clip_glyph_func"];
		Module["_hb_paint_funcs_set_push_clip_rectangle_func"] = wasmExports["hb_paint_funcs_set_push_clip_rectangle_func"];
		Module["_hb_paint_funcs_set_pop_clip_func"] = wasmExports["hb_paint_funcs_set_pop_clip_func"];
		Module["_hb_paint_funcs_set_color_func"] = wasmExports["hb_paint_funcs_set_color_func"];
		Module["_hb_paint_funcs_set_image_func"] = wasmExports["hb_paint_funcs_set_image_func"];
		Module["_hb_paint_funcs_set_linear_gradient_func"] = wasmExports["hb_paint_funcs_set_linear_gradient_func"];
		Module["_hb_paint_funcs_set_radial_gradient_func"] = wasmExports["hb_paint_funcs_set_radial_gradient_func"];
		Module["_hb_paint_funcs_set_sweep_gradient_func"] = wasmExports["hb_paint_funcs_set_sweep_gradient_func"];
		Module["_hb_paint_funcs_set_push_group_func"] = wasmExports["hb_paint_funcs_set_push_group_func"];
		Module["_hb_paint_funcs_set_pop_group_func"] = wasmExports["hb_paint_funcs_set_pop_group_func"];
		Module["_hb_paint_funcs_set_custom_palette_color_func"] = wasmExports["hb_paint_funcs_set_custom_palette_color_func"];
		Module["_hb_paint_funcs_create"] = wasmExports["hb_paint_funcs_create"];
		Module["_hb_paint_funcs_destroy"] = wasmExports["hb_paint_funcs_destroy"];
		Module["_hb_color_line_get_color_stops"] = wasmExports["hb_color_line_get_color_stops"];
		Module["_hb_color_line_get_extend"] = wasmExports["hb_color_line_get_extend"];
		Module["_hb_set_get_population"] = wasmExports["hb_set_get_population"];
		Module["_hb_set_next_many"] = wasmExports["hb_set_next_many"];
		Module["_hb_shape"] = wasmExports["hb_shape"];
		__emscripten_timeout = wasmExports["_emscripten_timeout"];
		__emscripten_stack_restore = wasmExports["_emscripten_stack_restore"];
		__emscripten_stack_alloc = wasmExports["_emscripten_stack_alloc"];
		_emscripten_stack_get_current = wasmExports["emscripten_stack_get_current"];
	}
	var wasmImports = {
		_abort_js: __abort_js,
		_emscripten_runtime_keepalive_clear: __emscripten_runtime_keepalive_clear,
		_setitimer_js: __setitimer_js,
		emscripten_resize_heap: _emscripten_resize_heap,
		proc_exit: _proc_exit
	};
	var wasmExports = await createWasm();
	function run() {
		if (runDependencies > 0) {
			dependenciesFulfilled = run;
			return;
		}
		preRun();
		if (runDependencies > 0) {
			dependenciesFulfilled = run;
			return;
		}
		function doRun() {
			Module["calledRun"] = true;
			if (ABORT) return;
			initRuntime();
			readyPromiseResolve?.(Module);
			Module["onRuntimeInitialized"]?.();
			postRun();
		}
		if (Module["setStatus"]) {
			Module["setStatus"]("Running...");
			setTimeout(() => {
				setTimeout(() => Module["setStatus"](""), 1);
				doRun();
			}, 1);
		} else doRun();
	}
	function preInit() {
		if (Module["preInit"]) {
			if (typeof Module["preInit"] == "function") Module["preInit"] = [Module["preInit"]];
			while (Module["preInit"].length > 0) Module["preInit"].shift()();
		}
	}
	preInit();
	run();
	if (runtimeInitialized) moduleRtn = Module;
	else moduleRtn = new Promise((resolve, reject) => {
		readyPromiseResolve = resolve;
		readyPromiseReject = reject;
	});
	return moduleRtn;
}
// node_modules/harfbuzzjs/dist/index.mjs
let Module;
let exports$1;
let freeFuncPtr;
const utf8Decoder = new TextDecoder("utf8");
const utf8Encoder = new TextEncoder();
const registry = new FinalizationRegistry((cleanup) => {
	cleanup();
});
function track(obj, destroy) {
	const ptr = obj.ptr;
	registry.register(obj, () => destroy(ptr));
}
function init(module) {
	Module = module;
	exports$1 = Module.wasmExports;
	freeFuncPtr = Module.addFunction((ptr) => {
		exports$1.free(ptr);
	}, "vi");
}
function hb_tag(s) {
	return (s.charCodeAt(0) & 255) << 24 | (s.charCodeAt(1) & 255) << 16 | (s.charCodeAt(2) & 255) << 8 | (s.charCodeAt(3) & 255) << 0;
}
function hb_untag(tag) {
	return String.fromCharCode(tag >> 24 & 255, tag >> 16 & 255, tag >> 8 & 255, tag >> 0 & 255);
}
function utf8_ptr_to_string(ptr, length) {
	let end;
	if (length == void 0) end = Module.HEAPU8.indexOf(0, ptr);
	else end = ptr + length;
	return utf8Decoder.decode(Module.HEAPU8.subarray(ptr, end));
}
function utf16_ptr_to_string(ptr, length) {
	const end = ptr / 2 + length;
	return String.fromCharCode(...Module.HEAPU16.subarray(ptr / 2, end));
}
function string_to_ascii_ptr(text) {
	const ptr = exports$1.malloc(text.length + 1);
	for (let i = 0; i < text.length; ++i) {
		const char = text.charCodeAt(i);
		if (char > 127) throw new Error("Expected ASCII text");
		Module.HEAPU8[ptr + i] = char;
	}
	Module.HEAPU8[ptr + text.length] = 0;
	return {
		ptr,
		length: text.length,
		free: function() {
			exports$1.free(ptr);
		}
	};
}
function string_to_utf8_ptr(text) {
	const ptr = exports$1.malloc(text.length);
	utf8Encoder.encodeInto(text, Module.HEAPU8.subarray(ptr, ptr + text.length));
	return {
		ptr,
		length: text.length,
		free: function() {
			exports$1.free(ptr);
		}
	};
}
function string_to_utf16_ptr(text) {
	const ptr = exports$1.malloc(text.length * 2);
	const words = Module.HEAPU16.subarray(ptr / 2, ptr / 2 + text.length);
	for (let i = 0; i < words.length; ++i) words[i] = text.charCodeAt(i);
	return {
		ptr,
		length: words.length,
		free: function() {
			exports$1.free(ptr);
		}
	};
}
function language_to_string(language) {
	return utf8_ptr_to_string(exports$1.hb_language_to_string(language));
}
function language_from_string(str) {
	const languageStr = string_to_ascii_ptr(str);
	const languagePtr = exports$1.hb_language_from_string(languageStr.ptr, -1);
	languageStr.free();
	return languagePtr;
}
function typed_array_from_set(setPtr) {
	const setCount = exports$1.hb_set_get_population(setPtr);
	const arrayPtr = exports$1.malloc(setCount << 2);
	const arrayOffset = arrayPtr >> 2;
	exports$1.hb_set_next_many(setPtr, -1, arrayPtr, setCount);
	return Module.HEAPU32.subarray(arrayOffset, arrayOffset + setCount);
}
const callbackData = [void 0];
const freeCallbackData = [];
function register_callback_data_pointer(data) {
	if (data === void 0) return 0;
	const dataPtr = freeCallbackData.pop() ?? callbackData.length;
	callbackData[dataPtr] = data;
	return dataPtr;
}
function get_callback_data(dataPtr) {
	return callbackData[dataPtr];
}
function remove_callback_data_pointer(dataPtr) {
	if (dataPtr === 0) return;
	callbackData[dataPtr] = void 0;
	freeCallbackData.push(dataPtr);
}
function color_from_int(color) {
	return {
		red: color >> 8 & 255,
		green: color >> 16 & 255,
		blue: color >> 24 & 255,
		alpha: color & 255
	};
}
function color_to_int(color) {
	return (color.red << 8 | color.green << 16 | color.blue << 24 | color.alpha) >>> 0;
}
var Blob$1 = class {
	constructor(data) {
		const array = data instanceof Uint8Array ? data : new Uint8Array(data);
		const blobPtr = exports$1.malloc(array.byteLength);
		Module.HEAPU8.set(array, blobPtr);
		this.ptr = exports$1.hb_blob_create(blobPtr, array.byteLength, 2, blobPtr, freeFuncPtr);
		track(this, exports$1.hb_blob_destroy);
	}
};
const HB_OT_NAME_ID_INVALID = 65535;
var Face = class {
	constructor(arg, index = 0) {
		if (typeof arg === "number") this.ptr = exports$1.hb_face_reference(arg);
		else this.ptr = exports$1.hb_face_create(arg.ptr, index);
		this.upem = exports$1.hb_face_get_upem(this.ptr);
		track(this, exports$1.hb_face_destroy);
	}
	referenceTable(table) {
		const blob = exports$1.hb_face_reference_table(this.ptr, hb_tag(table));
		const length = exports$1.hb_blob_get_length(blob);
		if (!length) return;
		const blobptr = exports$1.hb_blob_get_data(blob, 0);
		return Module.HEAPU8.subarray(blobptr, blobptr + length);
	}
	getAxisInfos() {
		const sp = Module.stackSave();
		const axis = Module.stackAlloc(2048);
		const c = Module.stackAlloc(4);
		Module.HEAPU32[c / 4] = 64;
		exports$1.hb_ot_var_get_axis_infos(this.ptr, 0, c, axis);
		const result = {};
		Array.from({ length: Module.HEAPU32[c / 4] }).forEach((_, i) => {
			const info = {
				axisIndex: Module.HEAPU32[axis / 4 + i * 8],
				tag: hb_untag(Module.HEAPU32[axis / 4 + i * 8 + 1]),
				nameId: Module.HEAPU32[axis / 4 + i * 8 + 2],
				flags: Module.HEAPU32[axis / 4 + i * 8 + 3],
				min: Module.HEAPF32[axis / 4 + i * 8 + 4],
				default: Module.HEAPF32[axis / 4 + i * 8 + 5],
				max: Module.HEAPF32[axis / 4 + i * 8 + 6]
			};
			result[info.tag] = info;
		});
		Module.stackRestore(sp);
		return result;
	}
	collectUnicodes() {
		const unicodeSetPtr = exports$1.hb_set_create();
		exports$1.hb_face_collect_unicodes(this.ptr, unicodeSetPtr);
		const result = typed_array_from_set(unicodeSetPtr);
		exports$1.hb_set_destroy(unicodeSetPtr);
		return result;
	}
	getTableScriptTags(table) {
		const sp = Module.stackSave();
		const tableTag = hb_tag(table);
		let startOffset = 0;
		let scriptCount = 128;
		const scriptCountPtr = Module.stackAlloc(4);
		const scriptTagsPtr = Module.stackAlloc(512);
		const tags = [];
		while (scriptCount == 128) {
			Module.HEAPU32[scriptCountPtr / 4] = scriptCount;
			exports$1.hb_ot_layout_table_get_script_tags(this.ptr, tableTag, startOffset, scriptCountPtr, scriptTagsPtr);
			scriptCount = Module.HEAPU32[scriptCountPtr / 4];
			const scriptTags = Module.HEAPU32.subarray(scriptTagsPtr / 4, scriptTagsPtr / 4 + scriptCount);
			tags.push(...Array.from(scriptTags).map(hb_untag));
			startOffset += scriptCount;
		}
		Module.stackRestore(sp);
		return tags;
	}
	getTableFeatureTags(table) {
		const sp = Module.stackSave();
		const tableTag = hb_tag(table);
		let startOffset = 0;
		let featureCount = 128;
		const featureCountPtr = Module.stackAlloc(4);
		const featureTagsPtr = Module.stackAlloc(512);
		const tags = [];
		while (featureCount == 128) {
			Module.HEAPU32[featureCountPtr / 4] = featureCount;
			exports$1.hb_ot_layout_table_get_feature_tags(this.ptr, tableTag, startOffset, featureCountPtr, featureTagsPtr);
			featureCount = Module.HEAPU32[featureCountPtr / 4];
			const featureTags = Module.HEAPU32.subarray(featureTagsPtr / 4, featureTagsPtr / 4 + featureCount);
			tags.push(...Array.from(featureTags).map(hb_untag));
			startOffset += featureCount;
		}
		Module.stackRestore(sp);
		return tags;
	}
	getScriptLanguageTags(table, scriptIndex) {
		const sp = Module.stackSave();
		const tableTag = hb_tag(table);
		let startOffset = 0;
		let languageCount = 128;
		const languageCountPtr = Module.stackAlloc(4);
		const languageTagsPtr = Module.stackAlloc(512);
		const tags = [];
		while (languageCount == 128) {
			Module.HEAPU32[languageCountPtr / 4] = languageCount;
			exports$1.hb_ot_layout_script_get_language_tags(this.ptr, tableTag, scriptIndex, startOffset, languageCountPtr, languageTagsPtr);
			languageCount = Module.HEAPU32[languageCountPtr / 4];
			const languageTags = Module.HEAPU32.subarray(languageTagsPtr / 4, languageTagsPtr / 4 + languageCount);
			tags.push(...Array.from(languageTags).map(hb_untag));
			startOffset += languageCount;
		}
		Module.stackRestore(sp);
		return tags;
	}
	getLanguageFeatureTags(table, scriptIndex, languageIndex) {
		const sp = Module.stackSave();
		const tableTag = hb_tag(table);
		let startOffset = 0;
		let featureCount = 128;
		const featureCountPtr = Module.stackAlloc(4);
		const featureTagsPtr = Module.stackAlloc(512);
		const tags = [];
		while (featureCount == 128) {
			Module.HEAPU32[featureCountPtr / 4] = featureCount;
			exports$1.hb_ot_layout_language_get_feature_tags(this.ptr, tableTag, scriptIndex, languageIndex, startOffset, featureCountPtr, featureTagsPtr);
			featureCount = Module.HEAPU32[featureCountPtr / 4];
			const featureTags = Module.HEAPU32.subarray(featureTagsPtr / 4, featureTagsPtr / 4 + featureCount);
			tags.push(...Array.from(featureTags).map(hb_untag));
			startOffset += featureCount;
		}
		Module.stackRestore(sp);
		return tags;
	}
	getFeatureLookups(table, featureIndex) {
		const sp = Module.stackSave();
		const tableTag = hb_tag(table);
		let startOffset = 0;
		let lookupCount = 128;
		const lookupCountPtr = Module.stackAlloc(4);
		const lookupIndexesPtr = Module.stackAlloc(512);
		const lookups = [];
		while (lookupCount == 128) {
			Module.HEAPU32[lookupCountPtr / 4] = lookupCount;
			exports$1.hb_ot_layout_feature_get_lookups(this.ptr, tableTag, featureIndex, startOffset, lookupCountPtr, lookupIndexesPtr);
			lookupCount = Module.HEAPU32[lookupCountPtr / 4];
			const lookupIndexes = Module.HEAPU32.subarray(lookupIndexesPtr / 4, lookupIndexesPtr / 4 + lookupCount);
			lookups.push(...Array.from(lookupIndexes));
			startOffset += lookupCount;
		}
		Module.stackRestore(sp);
		return lookups;
	}
	getGlyphClass(glyph) {
		return exports$1.hb_ot_layout_get_glyph_class(this.ptr, glyph);
	}
	listNames() {
		const sp = Module.stackSave();
		const numEntriesPtr = Module.stackAlloc(4);
		const entriesPtr = exports$1.hb_ot_name_list_names(this.ptr, numEntriesPtr);
		const numEntries = Module.HEAPU32[numEntriesPtr / 4];
		const entries = [];
		for (let i = 0; i < numEntries; i++) entries.push({
			nameId: Module.HEAPU32[entriesPtr / 4 + i * 3],
			language: language_to_string(Module.HEAPU32[entriesPtr / 4 + i * 3 + 2])
		});
		Module.stackRestore(sp);
		return entries;
	}
	getName(nameId, language) {
		const sp = Module.stackSave();
		const languagePtr = language_from_string(language);
		const nameLen = exports$1.hb_ot_name_get_utf16(this.ptr, nameId, languagePtr, 0, 0) + 1;
		const textSizePtr = Module.stackAlloc(4);
		const textPtr = exports$1.malloc(nameLen * 2);
		Module.HEAPU32[textSizePtr / 4] = nameLen;
		exports$1.hb_ot_name_get_utf16(this.ptr, nameId, languagePtr, textSizePtr, textPtr);
		const name = utf16_ptr_to_string(textPtr, nameLen - 1);
		exports$1.free(textPtr);
		Module.stackRestore(sp);
		return name;
	}
	getFeatureNameIds(table, featureIndex) {
		const sp = Module.stackSave();
		const tableTag = hb_tag(table);
		const labelIdPtr = Module.stackAlloc(4);
		const tooltipIdPtr = Module.stackAlloc(4);
		const sampleIdPtr = Module.stackAlloc(4);
		const numNamedParametersPtr = Module.stackAlloc(4);
		const firstParameterIdPtr = Module.stackAlloc(4);
		const found = exports$1.hb_ot_layout_feature_get_name_ids(this.ptr, tableTag, featureIndex, labelIdPtr, tooltipIdPtr, sampleIdPtr, numNamedParametersPtr, firstParameterIdPtr);
		let names;
		if (found) {
			const uiLabelNameId = Module.HEAPU32[labelIdPtr / 4];
			const uiTooltipTextNameId = Module.HEAPU32[tooltipIdPtr / 4];
			const sampleTextNameId = Module.HEAPU32[sampleIdPtr / 4];
			const numNamedParameters = Module.HEAPU32[numNamedParametersPtr / 4];
			const firstParameterId = Module.HEAPU32[firstParameterIdPtr / 4];
			names = { paramUiLabelNameIds: Array.from({ length: numNamedParameters }, (_, i) => firstParameterId + i) };
			if (uiLabelNameId != HB_OT_NAME_ID_INVALID) names.uiLabelNameId = uiLabelNameId;
			if (uiTooltipTextNameId != HB_OT_NAME_ID_INVALID) names.uiTooltipTextNameId = uiTooltipTextNameId;
			if (sampleTextNameId != HB_OT_NAME_ID_INVALID) names.sampleTextNameId = sampleTextNameId;
		}
		Module.stackRestore(sp);
		return names;
	}
	hasColorPalettes() {
		return !!exports$1.hb_ot_color_has_palettes(this.ptr);
	}
	getColorPalettes() {
		const count = exports$1.hb_ot_color_palette_get_count(this.ptr);
		const palettes = [];
		const sp = Module.stackSave();
		const countPtr = Module.stackAlloc(4);
		const colorsPtr = Module.stackAlloc(512);
		for (let i = 0; i < count; i++) {
			const colors = [];
			let startOffset = 0;
			let colorCount = 128;
			while (colorCount === 128) {
				Module.HEAPU32[countPtr / 4] = colorCount;
				exports$1.hb_ot_color_palette_get_colors(this.ptr, i, startOffset, countPtr, colorsPtr);
				colorCount = Module.HEAPU32[countPtr / 4];
				for (let j = 0; j < colorCount; j++) {
					const color = color_from_int(Module.HEAPU32[colorsPtr / 4 + j]);
					const nameId = exports$1.hb_ot_color_palette_color_get_name_id(this.ptr, startOffset + j);
					if (nameId != HB_OT_NAME_ID_INVALID) color.nameId = nameId;
					colors.push(color);
				}
				startOffset += colorCount;
			}
			const palette = {
				colors,
				flags: exports$1.hb_ot_color_palette_get_flags(this.ptr, i)
			};
			const nameId = exports$1.hb_ot_color_palette_get_name_id(this.ptr, i);
			if (nameId != HB_OT_NAME_ID_INVALID) palette.nameId = nameId;
			palettes.push(palette);
		}
		Module.stackRestore(sp);
		return palettes;
	}
	hasColorLayers() {
		return !!exports$1.hb_ot_color_has_layers(this.ptr);
	}
	getGlyphColorLayers(glyph) {
		const layers = [];
		const sp = Module.stackSave();
		const countPtr = Module.stackAlloc(4);
		const layersPtr = Module.stackAlloc(1024);
		let startOffset = 0;
		let layerCount = 128;
		while (layerCount === 128) {
			Module.HEAPU32[countPtr / 4] = layerCount;
			exports$1.hb_ot_color_glyph_get_layers(this.ptr, glyph, startOffset, countPtr, layersPtr);
			layerCount = Module.HEAPU32[countPtr / 4];
			for (let i = 0; i < layerCount; i++) {
				const o = layersPtr / 4 + i * 2;
				const layer = { glyph: Module.HEAPU32[o] };
				const colorIndex = Module.HEAPU32[o + 1];
				if (colorIndex != 65535) layer.colorIndex = colorIndex;
				layers.push(layer);
			}
			startOffset += layerCount;
		}
		Module.stackRestore(sp);
		return layers;
	}
	hasColorPaint() {
		return !!exports$1.hb_ot_color_has_paint(this.ptr);
	}
	glyphHasColorPaint(glyph) {
		return !!exports$1.hb_ot_color_glyph_has_paint(this.ptr, glyph);
	}
	hasColorPng() {
		return !!exports$1.hb_ot_color_has_png(this.ptr);
	}
};
var DrawFuncs = class {
	constructor() {
		this.funcPtrs = [];
		this.userDataPtrs = [];
		this.ptr = exports$1.hb_draw_funcs_create();
		const ptr = this.ptr;
		const funcPtrs = this.funcPtrs;
		const userDataPtrs = this.userDataPtrs;
		registry.register(this, () => {
			exports$1.hb_draw_funcs_destroy(ptr);
			for (const ptr of funcPtrs) Module.removeFunction(ptr);
			for (const ptr of userDataPtrs) remove_callback_data_pointer(ptr);
		});
	}
	setMoveToFunc(func, userData) {
		const userDataPtr = register_callback_data_pointer(userData);
		this.userDataPtrs.push(userDataPtr);
		const funcPtr = Module.addFunction((dfuncs, draw_data, draw_state, toX, toY, user_data) => {
			func(toX, toY, get_callback_data(draw_data), get_callback_data(user_data));
		}, "viiiffi");
		this.funcPtrs.push(funcPtr);
		exports$1.hb_draw_funcs_set_move_to_func(this.ptr, funcPtr, userDataPtr, 0);
	}
	setLineToFunc(func, userData) {
		const userDataPtr = register_callback_data_pointer(userData);
		this.userDataPtrs.push(userDataPtr);
		const funcPtr = Module.addFunction((dfuncs, draw_data, draw_state, toX, toY, user_data) => {
			func(toX, toY, get_callback_data(draw_data), get_callback_data(user_data));
		}, "viiiffi");
		this.funcPtrs.push(funcPtr);
		exports$1.hb_draw_funcs_set_line_to_func(this.ptr, funcPtr, userDataPtr, 0);
	}
	setQuadraticToFunc(func, userData) {
		const userDataPtr = register_callback_data_pointer(userData);
		this.userDataPtrs.push(userDataPtr);
		const funcPtr = Module.addFunction((dfuncs, draw_data, draw_state, cX, cY, toX, toY, user_data) => {
			func(cX, cY, toX, toY, get_callback_data(draw_data), get_callback_data(user_data));
		}, "viiiffffi");
		this.funcPtrs.push(funcPtr);
		exports$1.hb_draw_funcs_set_quadratic_to_func(this.ptr, funcPtr, userDataPtr, 0);
	}
	setCubicToFunc(func, userData) {
		const userDataPtr = register_callback_data_pointer(userData);
		this.userDataPtrs.push(userDataPtr);
		const funcPtr = Module.addFunction((dfuncs, draw_data, draw_state, c1X, c1Y, c2X, c2Y, toX, toY, user_data) => {
			func(c1X, c1Y, c2X, c2Y, toX, toY, get_callback_data(draw_data), get_callback_data(user_data));
		}, "viiiffffffi");
		this.funcPtrs.push(funcPtr);
		exports$1.hb_draw_funcs_set_cubic_to_func(this.ptr, funcPtr, userDataPtr, 0);
	}
	setClosePathFunc(func, userData) {
		const userDataPtr = register_callback_data_pointer(userData);
		this.userDataPtrs.push(userDataPtr);
		const funcPtr = Module.addFunction((dfuncs, draw_data, draw_state, user_data) => {
			func(get_callback_data(draw_data), get_callback_data(user_data));
		}, "viiii");
		this.funcPtrs.push(funcPtr);
		exports$1.hb_draw_funcs_set_close_path_func(this.ptr, funcPtr, userDataPtr, 0);
	}
};
hb_tag("hasc"), hb_tag("hdsc"), hb_tag("hlgp"), hb_tag("hcla"), hb_tag("hcld"), hb_tag("vasc"), hb_tag("vdsc"), hb_tag("vlgp"), hb_tag("hcrs"), hb_tag("hcrn"), hb_tag("hcof"), hb_tag("vcrs"), hb_tag("vcrn"), hb_tag("vcof"), hb_tag("xhgt"), hb_tag("cpht"), hb_tag("sbxs"), hb_tag("sbys"), hb_tag("sbxo"), hb_tag("sbyo"), hb_tag("spxs"), hb_tag("spys"), hb_tag("spxo"), hb_tag("spyo"), hb_tag("strs"), hb_tag("stro"), hb_tag("unds"), hb_tag("undo");
let pathDrawFuncs;
function getPathDrawFuncs() {
	if (!pathDrawFuncs) {
		pathDrawFuncs = new DrawFuncs();
		pathDrawFuncs.setMoveToFunc((x, y, path) => {
			path.push(`M${x},${y}`);
		});
		pathDrawFuncs.setLineToFunc((x, y, path) => {
			path.push(`L${x},${y}`);
		});
		pathDrawFuncs.setCubicToFunc((c1x, c1y, c2x, c2y, x, y, path) => {
			path.push(`C${c1x},${c1y} ${c2x},${c2y} ${x},${y}`);
		});
		pathDrawFuncs.setQuadraticToFunc((cx, cy, x, y, path) => {
			path.push(`Q${cx},${cy} ${x},${y}`);
		});
		pathDrawFuncs.setClosePathFunc((path) => {
			path.push("Z");
		});
	}
	return pathDrawFuncs;
}
let jsonDrawFuncs;
function getJsonDrawFuncs() {
	if (!jsonDrawFuncs) {
		jsonDrawFuncs = new DrawFuncs();
		jsonDrawFuncs.setMoveToFunc((x, y, commands) => {
			commands.push({
				type: "M",
				values: [x, y]
			});
		});
		jsonDrawFuncs.setLineToFunc((x, y, commands) => {
			commands.push({
				type: "L",
				values: [x, y]
			});
		});
		jsonDrawFuncs.setCubicToFunc((c1x, c1y, c2x, c2y, x, y, commands) => {
			commands.push({
				type: "C",
				values: [
					c1x,
					c1y,
					c2x,
					c2y,
					x,
					y
				]
			});
		});
		jsonDrawFuncs.setQuadraticToFunc((cx, cy, x, y, commands) => {
			commands.push({
				type: "Q",
				values: [
					cx,
					cy,
					x,
					y
				]
			});
		});
		jsonDrawFuncs.setClosePathFunc((commands) => {
			commands.push({
				type: "Z",
				values: []
			});
		});
	}
	return jsonDrawFuncs;
}
var Font = class Font {
	constructor(arg) {
		if (typeof arg === "number") this.ptr = exports$1.hb_font_reference(arg);
		else {
			this.ptr = exports$1.hb_font_create(arg.ptr);
			this._face = arg;
		}
		track(this, exports$1.hb_font_destroy);
	}
	get face() {
		if (!this._face) this._face = new Face(exports$1.hb_font_get_face(this.ptr));
		return this._face;
	}
	subFont() {
		return new Font(exports$1.hb_font_create_sub_font(this.ptr));
	}
	hExtents() {
		const sp = Module.stackSave();
		const extentsPtr = Module.stackAlloc(48);
		exports$1.hb_font_get_h_extents(this.ptr, extentsPtr);
		const extents = {
			ascender: Module.HEAP32[extentsPtr / 4],
			descender: Module.HEAP32[extentsPtr / 4 + 1],
			lineGap: Module.HEAP32[extentsPtr / 4 + 2]
		};
		Module.stackRestore(sp);
		return extents;
	}
	vExtents() {
		const sp = Module.stackSave();
		const extentsPtr = Module.stackAlloc(48);
		exports$1.hb_font_get_v_extents(this.ptr, extentsPtr);
		const extents = {
			ascender: Module.HEAP32[extentsPtr / 4],
			descender: Module.HEAP32[extentsPtr / 4 + 1],
			lineGap: Module.HEAP32[extentsPtr / 4 + 2]
		};
		Module.stackRestore(sp);
		return extents;
	}
	glyphName(glyphId) {
		const sp = Module.stackSave();
		const strSize = 256;
		const strPtr = Module.stackAlloc(strSize);
		exports$1.hb_font_glyph_to_string(this.ptr, glyphId, strPtr, strSize);
		const name = utf8_ptr_to_string(strPtr);
		Module.stackRestore(sp);
		return name;
	}
	drawGlyph(glyphId, drawFuncs, drawData) {
		const drawDataPtr = register_callback_data_pointer(drawData);
		try {
			exports$1.hb_font_draw_glyph(this.ptr, glyphId, drawFuncs.ptr, drawDataPtr);
		} finally {
			remove_callback_data_pointer(drawDataPtr);
		}
	}
	drawGlyphOrFail(glyphId, drawFuncs, drawData) {
		const drawDataPtr = register_callback_data_pointer(drawData);
		try {
			return !!exports$1.hb_font_draw_glyph_or_fail(this.ptr, glyphId, drawFuncs.ptr, drawDataPtr);
		} finally {
			remove_callback_data_pointer(drawDataPtr);
		}
	}
	paintGlyph(glyphId, paintFuncs, paintData, paletteIndex = 0, foreground = {
		red: 0,
		green: 0,
		blue: 0,
		alpha: 255
	}) {
		const paintDataPtr = register_callback_data_pointer(paintData);
		try {
			exports$1.hb_font_paint_glyph(this.ptr, glyphId, paintFuncs.ptr, paintDataPtr, paletteIndex, color_to_int(foreground));
		} finally {
			remove_callback_data_pointer(paintDataPtr);
		}
	}
	paintGlyphOrFail(glyphId, paintFuncs, paintData, paletteIndex = 0, foreground = {
		red: 0,
		green: 0,
		blue: 0,
		alpha: 255
	}) {
		const paintDataPtr = register_callback_data_pointer(paintData);
		try {
			return !!exports$1.hb_font_paint_glyph_or_fail(this.ptr, glyphId, paintFuncs.ptr, paintDataPtr, paletteIndex, color_to_int(foreground));
		} finally {
			remove_callback_data_pointer(paintDataPtr);
		}
	}
	getGlyphColorPng(glyphId) {
		const blob = exports$1.hb_ot_color_glyph_reference_png(this.ptr, glyphId);
		const length = exports$1.hb_blob_get_length(blob);
		let png;
		if (length) {
			const dataPtr = exports$1.hb_blob_get_data(blob, 0);
			png = Module.HEAPU8.slice(dataPtr, dataPtr + length);
		}
		exports$1.hb_blob_destroy(blob);
		return png;
	}
	glyphToPath(glyphId) {
		const path = [];
		this.drawGlyph(glyphId, getPathDrawFuncs(), path);
		return path.join("");
	}
	glyphHAdvance(glyphId) {
		return exports$1.hb_font_get_glyph_h_advance(this.ptr, glyphId);
	}
	glyphVAdvance(glyphId) {
		return exports$1.hb_font_get_glyph_v_advance(this.ptr, glyphId);
	}
	glyphHOrigin(glyphId) {
		const sp = Module.stackSave();
		const xPtr = Module.stackAlloc(4);
		const yPtr = Module.stackAlloc(4);
		let origin;
		if (exports$1.hb_font_get_glyph_h_origin(this.ptr, glyphId, xPtr, yPtr)) origin = [Module.HEAP32[xPtr / 4], Module.HEAP32[yPtr / 4]];
		Module.stackRestore(sp);
		return origin;
	}
	glyphVOrigin(glyphId) {
		const sp = Module.stackSave();
		const xPtr = Module.stackAlloc(4);
		const yPtr = Module.stackAlloc(4);
		let origin;
		if (exports$1.hb_font_get_glyph_v_origin(this.ptr, glyphId, xPtr, yPtr)) origin = [Module.HEAP32[xPtr / 4], Module.HEAP32[yPtr / 4]];
		Module.stackRestore(sp);
		return origin;
	}
	glyphExtents(glyphId) {
		const sp = Module.stackSave();
		const extentsPtr = Module.stackAlloc(16);
		let extents;
		if (exports$1.hb_font_get_glyph_extents(this.ptr, glyphId, extentsPtr)) extents = {
			xBearing: Module.HEAP32[extentsPtr / 4],
			yBearing: Module.HEAP32[extentsPtr / 4 + 1],
			width: Module.HEAP32[extentsPtr / 4 + 2],
			height: Module.HEAP32[extentsPtr / 4 + 3]
		};
		Module.stackRestore(sp);
		return extents;
	}
	glyph(unicode, variationSelector = 0) {
		const sp = Module.stackSave();
		const glyphIdPtr = Module.stackAlloc(4);
		let glyphId;
		if (exports$1.hb_font_get_glyph(this.ptr, unicode, variationSelector, glyphIdPtr)) glyphId = Module.HEAPU32[glyphIdPtr / 4];
		Module.stackRestore(sp);
		return glyphId;
	}
	nominalGlyph(unicode) {
		const sp = Module.stackSave();
		const glyphIdPtr = Module.stackAlloc(4);
		let glyphId;
		if (exports$1.hb_font_get_nominal_glyph(this.ptr, unicode, glyphIdPtr)) glyphId = Module.HEAPU32[glyphIdPtr / 4];
		Module.stackRestore(sp);
		return glyphId;
	}
	variationGlyph(unicode, variationSelector) {
		const sp = Module.stackSave();
		const glyphIdPtr = Module.stackAlloc(4);
		let glyphId;
		if (exports$1.hb_font_get_variation_glyph(this.ptr, unicode, variationSelector, glyphIdPtr)) glyphId = Module.HEAPU32[glyphIdPtr / 4];
		Module.stackRestore(sp);
		return glyphId;
	}
	glyphFromName(name) {
		const sp = Module.stackSave();
		const glyphIdPtr = Module.stackAlloc(4);
		const namePtr = string_to_utf8_ptr(name);
		let glyphId;
		if (exports$1.hb_font_get_glyph_from_name(this.ptr, namePtr.ptr, namePtr.length, glyphIdPtr)) glyphId = Module.HEAPU32[glyphIdPtr / 4];
		namePtr.free();
		Module.stackRestore(sp);
		return glyphId;
	}
	glyphToJson(glyphId) {
		const commands = [];
		this.drawGlyph(glyphId, getJsonDrawFuncs(), commands);
		return commands;
	}
	setScale(xScale, yScale) {
		exports$1.hb_font_set_scale(this.ptr, xScale, yScale);
	}
	setVariations(variations) {
		const sp = Module.stackSave();
		const vars = Module.stackAlloc(8 * variations.length);
		variations.forEach((variation, i) => {
			variation.writeTo(vars + i * 8);
		});
		exports$1.hb_font_set_variations(this.ptr, vars, variations.length);
		Module.stackRestore(sp);
	}
	setFuncs(fontFuncs) {
		exports$1.hb_font_set_funcs(this.ptr, fontFuncs.ptr);
	}
	getLookupOpticalBound(lookupIndex, direction, glyph) {
		return exports$1.hb_ot_layout_lookup_get_optical_bound(this.ptr, lookupIndex, direction, glyph);
	}
	getLigatureCarets(direction, glyph) {
		const sp = Module.stackSave();
		let startOffset = 0;
		let caretCount = 128;
		const caretCountPtr = Module.stackAlloc(4);
		const caretArrayPtr = Module.stackAlloc(512);
		const carets = [];
		while (caretCount == 128) {
			Module.HEAPU32[caretCountPtr / 4] = caretCount;
			exports$1.hb_ot_layout_get_ligature_carets(this.ptr, direction, glyph, startOffset, caretCountPtr, caretArrayPtr);
			caretCount = Module.HEAPU32[caretCountPtr / 4];
			const caretArray = Module.HEAP32.subarray(caretArrayPtr / 4, caretArrayPtr / 4 + caretCount);
			carets.push(...Array.from(caretArray));
			startOffset += caretCount;
		}
		Module.stackRestore(sp);
		return carets;
	}
	getMetricPosition(metricsTag) {
		const sp = Module.stackSave();
		const positionPtr = Module.stackAlloc(4);
		let position;
		if (exports$1.hb_ot_metrics_get_position(this.ptr, metricsTag, positionPtr)) position = Module.HEAP32[positionPtr / 4];
		Module.stackRestore(sp);
		return position;
	}
	getMetricPositionWithFallback(metricsTag) {
		const sp = Module.stackSave();
		const positionPtr = Module.stackAlloc(4);
		exports$1.hb_ot_metrics_get_position_with_fallback(this.ptr, metricsTag, positionPtr);
		const position = Module.HEAP32[positionPtr / 4];
		Module.stackRestore(sp);
		return position;
	}
	getMetricVariation(metricsTag) {
		return exports$1.hb_ot_metrics_get_variation(this.ptr, metricsTag);
	}
	getMetricXVariation(metricsTag) {
		return exports$1.hb_ot_metrics_get_x_variation(this.ptr, metricsTag);
	}
	getMetricYVariation(metricsTag) {
		return exports$1.hb_ot_metrics_get_y_variation(this.ptr, metricsTag);
	}
};
const Direction = {
	INVALID: 0,
	LTR: 4,
	RTL: 5,
	TTB: 6,
	BTT: 7
};
const BufferSerializeFormat = {
	INVALID: 0,
	TEXT: hb_tag("TEXT"),
	JSON: hb_tag("JSON")
};
var Buffer$1 = class Buffer {
	constructor(existingPtr) {
		if (existingPtr != void 0) this.ptr = exports$1.hb_buffer_reference(existingPtr);
		else this.ptr = exports$1.hb_buffer_create();
		track(this, exports$1.hb_buffer_destroy);
	}
	add(codePoint, cluster) {
		exports$1.hb_buffer_add(this.ptr, codePoint, cluster);
	}
	addText(text, itemOffset = 0, itemLength) {
		const str = string_to_utf16_ptr(text);
		exports$1.hb_buffer_add_utf16(this.ptr, str.ptr, str.length, itemOffset, itemLength ?? str.length);
		str.free();
	}
	addCodePoints(codePoints, itemOffset = 0, itemLength) {
		const codePointsPtr = exports$1.malloc(codePoints.length * 4);
		Module.HEAPU32.subarray(codePointsPtr / 4, codePointsPtr / 4 + codePoints.length).set(codePoints);
		exports$1.hb_buffer_add_codepoints(this.ptr, codePointsPtr, codePoints.length, itemOffset, itemLength ?? codePoints.length);
		exports$1.free(codePointsPtr);
	}
	guessSegmentProperties() {
		exports$1.hb_buffer_guess_segment_properties(this.ptr);
	}
	setDirection(dir) {
		exports$1.hb_buffer_set_direction(this.ptr, dir);
	}
	setFlags(flags) {
		exports$1.hb_buffer_set_flags(this.ptr, flags);
	}
	setLanguage(language) {
		const str = string_to_ascii_ptr(language);
		exports$1.hb_buffer_set_language(this.ptr, exports$1.hb_language_from_string(str.ptr, -1));
		str.free();
	}
	setScript(script) {
		const str = string_to_ascii_ptr(script);
		exports$1.hb_buffer_set_script(this.ptr, exports$1.hb_script_from_string(str.ptr, -1));
		str.free();
	}
	setClusterLevel(level) {
		exports$1.hb_buffer_set_cluster_level(this.ptr, level);
	}
	reset() {
		exports$1.hb_buffer_reset(this.ptr);
	}
	clearContents() {
		exports$1.hb_buffer_clear_contents(this.ptr);
	}
	setMessageFunc(func) {
		const traceFunc = (bufferPtr, fontPtr, messagePtr, user_data) => {
			const message = utf8_ptr_to_string(messagePtr);
			return func(new Buffer(bufferPtr), new Font(fontPtr), message) ? 1 : 0;
		};
		const traceFuncPtr = Module.addFunction(traceFunc, "iiiii");
		exports$1.hb_buffer_set_message_func(this.ptr, traceFuncPtr, 0, 0);
	}
	getLength() {
		return exports$1.hb_buffer_get_length(this.ptr);
	}
	getGlyphInfos() {
		const infosPtr = exports$1.hb_buffer_get_glyph_infos(this.ptr, 0);
		const infosArray = Module.HEAPU32.subarray(infosPtr / 4, infosPtr / 4 + this.getLength() * 5);
		const infos = [];
		for (let i = 0; i < infosArray.length; i += 5) infos.push({
			codepoint: infosArray[i],
			cluster: infosArray[i + 2],
			flags: exports$1.hb_glyph_info_get_glyph_flags(infosPtr + i * 4)
		});
		return infos;
	}
	getGlyphPositions() {
		const positionsPtr32 = exports$1.hb_buffer_get_glyph_positions(this.ptr, 0) / 4;
		if (positionsPtr32 == 0) return [];
		const positionsArray = Module.HEAP32.subarray(positionsPtr32, positionsPtr32 + this.getLength() * 5);
		const positions = [];
		for (let i = 0; i < positionsArray.length; i += 5) positions.push({
			xAdvance: positionsArray[i],
			yAdvance: positionsArray[i + 1],
			xOffset: positionsArray[i + 2],
			yOffset: positionsArray[i + 3]
		});
		return positions;
	}
	getGlyphInfosAndPositions() {
		const infosPtr = exports$1.hb_buffer_get_glyph_infos(this.ptr, 0);
		const infosArray = Module.HEAPU32.subarray(infosPtr / 4, infosPtr / 4 + this.getLength() * 5);
		const positionsPtr32 = exports$1.hb_buffer_get_glyph_positions(this.ptr, 0) / 4;
		const positionsArray = positionsPtr32 ? Module.HEAP32.subarray(positionsPtr32, positionsPtr32 + this.getLength() * 5) : void 0;
		const out = [];
		for (let i = 0; i < infosArray.length; i += 5) {
			const info = {
				codepoint: infosArray[i],
				cluster: infosArray[i + 2],
				flags: exports$1.hb_glyph_info_get_glyph_flags(infosPtr + i * 4)
			};
			for (const [name, idx] of [
				["mask", 1],
				["var1", 3],
				["var2", 4]
			]) Object.defineProperty(info, name, {
				value: infosArray[i + idx],
				enumerable: false
			});
			if (positionsArray) {
				info.xAdvance = positionsArray[i];
				info.yAdvance = positionsArray[i + 1];
				info.xOffset = positionsArray[i + 2];
				info.yOffset = positionsArray[i + 3];
				Object.defineProperty(info, "var", {
					value: positionsArray[i + 4],
					enumerable: false
				});
			}
			out.push(info);
		}
		return out;
	}
	updateGlyphPositions(positions) {
		const positionsPtr32 = exports$1.hb_buffer_get_glyph_positions(this.ptr, 0) / 4;
		if (positionsPtr32 == 0) return;
		const len = Math.min(positions.length, this.getLength());
		const positionsArray = Module.HEAP32.subarray(positionsPtr32, positionsPtr32 + len * 5);
		for (let i = 0; i < len; i++) {
			positionsArray[i * 5] = positions[i].xAdvance;
			positionsArray[i * 5 + 1] = positions[i].yAdvance;
			positionsArray[i * 5 + 2] = positions[i].xOffset;
			positionsArray[i * 5 + 3] = positions[i].yOffset;
		}
	}
	serialize(options = {}) {
		let { font, start = 0, end, format = BufferSerializeFormat.TEXT, flags = 0 } = options;
		const sp = Module.stackSave();
		const endPos = end ?? this.getLength();
		const bufLen = 32768;
		const bufPtr = exports$1.malloc(bufLen);
		const bufConsumedPtr = Module.stackAlloc(4);
		let result = "";
		while (start < endPos) {
			start += exports$1.hb_buffer_serialize(this.ptr, start, endPos, bufPtr, bufLen, bufConsumedPtr, font ? font.ptr : 0, format, flags);
			const bufConsumed = Module.HEAPU32[bufConsumedPtr / 4];
			if (bufConsumed == 0) break;
			result += utf8_ptr_to_string(bufPtr, bufConsumed);
		}
		exports$1.free(bufPtr);
		Module.stackRestore(sp);
		return result;
	}
	getContentType() {
		return exports$1.hb_buffer_get_content_type(this.ptr);
	}
};
(class Feature {
	static {
		this.GLOBAL_START = 0;
	}
	static {
		this.GLOBAL_END = 4294967295;
	}
	constructor(tag, value = 1, start = Feature.GLOBAL_START, end = Feature.GLOBAL_END) {
		this.tag = tag;
		this.value = value;
		this.start = start;
		this.end = end;
	}
	static fromString(str) {
		const sp = Module.stackSave();
		const featurePtr = Module.stackAlloc(16);
		const strPtr = string_to_ascii_ptr(str);
		let feature;
		if (exports$1.hb_feature_from_string(strPtr.ptr, -1, featurePtr)) feature = new Feature(hb_untag(Module.HEAPU32[featurePtr / 4]), Module.HEAPU32[featurePtr / 4 + 1], Module.HEAPU32[featurePtr / 4 + 2], Module.HEAPU32[featurePtr / 4 + 3]);
		strPtr.free();
		Module.stackRestore(sp);
		return feature;
	}
	toString() {
		const sp = Module.stackSave();
		const featurePtr = Module.stackAlloc(16);
		this.writeTo(featurePtr);
		const bufLen = 128;
		const bufPtr = Module.stackAlloc(bufLen);
		exports$1.hb_feature_to_string(featurePtr, bufPtr, bufLen);
		const result = utf8_ptr_to_string(bufPtr);
		Module.stackRestore(sp);
		return result;
	}
	writeTo(ptr) {
		Module.HEAPU32[ptr / 4] = hb_tag(this.tag);
		Module.HEAPU32[ptr / 4 + 1] = this.value;
		Module.HEAPU32[ptr / 4 + 2] = this.start;
		Module.HEAPU32[ptr / 4 + 3] = this.end;
	}
});
var Variation = class Variation {
	constructor(tag, value = 0) {
		this.tag = tag;
		this.value = value;
	}
	static fromString(str) {
		const sp = Module.stackSave();
		const variationPtr = Module.stackAlloc(8);
		const strPtr = string_to_ascii_ptr(str);
		let variation;
		if (exports$1.hb_variation_from_string(strPtr.ptr, -1, variationPtr)) variation = new Variation(hb_untag(Module.HEAPU32[variationPtr / 4]), Module.HEAPF32[variationPtr / 4 + 1]);
		strPtr.free();
		Module.stackRestore(sp);
		return variation;
	}
	toString() {
		const sp = Module.stackSave();
		const variationPtr = Module.stackAlloc(8);
		this.writeTo(variationPtr);
		const bufLen = 128;
		const bufPtr = Module.stackAlloc(bufLen);
		exports$1.hb_variation_to_string(variationPtr, bufPtr, bufLen);
		const result = utf8_ptr_to_string(bufPtr);
		Module.stackRestore(sp);
		return result;
	}
	writeTo(ptr) {
		Module.HEAPU32[ptr / 4] = hb_tag(this.tag);
		Module.HEAPF32[ptr / 4 + 1] = this.value;
	}
};
function shape(font, buffer, features) {
	const featuresLen = features?.length ?? 0;
	const sp = Module.stackSave();
	let featuresPtr = 0;
	if (featuresLen) {
		featuresPtr = Module.stackAlloc(16 * featuresLen);
		features.forEach((feature, i) => {
			feature.writeTo(featuresPtr + i * 16);
		});
	}
	exports$1.hb_shape(font.ptr, buffer.ptr, featuresPtr, featuresLen);
	Module.stackRestore(sp);
}
init(await createHarfBuzz());
function openFont(bytes, { weight, scale = 1 } = {}) {
	const face = new Face(new Blob$1(bytes));
	const font = new Font(face);
	if (weight !== void 0) font.setVariations([new Variation("wght", weight)]);
	const unitsPerEm = face.upem / scale;
	const outlines =   new Map();
	const extents =   new Map();
	return {
		unitsPerEm,
		has: (codePoint) => font.nominalGlyph(codePoint) !== void 0,
		shape: (text, item, language) => shapeItem(font, text, item, language),
		outline: (glyph) => cached(outlines, glyph, () => font.glyphToJson(glyph)),
		inkExtent: (glyph) => cached(extents, glyph, () => {
			const { xBearing = 0, width = 0 } = font.glyphExtents(glyph) ?? {};
			return {
				left: xBearing / unitsPerEm,
				right: (xBearing + width) / unitsPerEm
			};
		})
	};
	function shapeItem(shaper, text, item, language) {
		const buffer = new Buffer$1();
		buffer.addText(text, item.start, item.end - item.start);
		buffer.guessSegmentProperties();
		buffer.setDirection(item.isRightToLeft ? Direction.RTL : Direction.LTR);
		buffer.setLanguage(language);
		shape(shaper, buffer);
		return buffer.getGlyphInfosAndPositions().map((glyph) => ({
			id: glyph.codepoint,
			cluster: glyph.cluster,
			advance: (glyph.xAdvance ?? 0) / unitsPerEm,
			offsetX: (glyph.xOffset ?? 0) / unitsPerEm,
			offsetY: (glyph.yOffset ?? 0) / unitsPerEm
		}));
	}
}
function cached(cache, key, create) {
	const known = cache.get(key);
	if (known !== void 0) return known;
	const value = create();
	cache.set(key, value);
	return value;
}
const emojiByDefault = /^\p{Emoji_Presentation}|\ufe0f|\p{Extended_Pictographic}\u200d/u;
const withoutGlyph = /\p{Default_Ignorable_Code_Point}|\p{Emoji_Modifier}/u;
function createFontSet({ embedded, emoji, system }) {
	const emojis = emoji === void 0 ? [] : [emoji];
	const chosen =   new Map();
	return { choose(grapheme, role) {
		const key = `${role} ${grapheme}`;
		if (!chosen.has(key)) chosen.set(key, find(grapheme, role));
		return chosen.get(key);
	} };
	function find(grapheme, role) {
		const letters = [
			embedded[role],
			embedded.display,
			...system
		];
		return (emojiByDefault.test(grapheme) ? [...emojis, ...letters] : [...letters, ...emojis]).find((font) => hasAll(font, grapheme));
	}
}
function hasAll(font, grapheme) {
	const characters = [...grapheme];
	const needed = characters.filter((character) => !withoutGlyph.test(character));
	return (needed.length === 0 ? characters : needed).every((character) => font.has(character.codePointAt(0) ?? 0));
}
const cjk = ["notosanscjk", "sourcehansans"];
const indic = [
	"nirmala",
	"lohit",
	"freesans",
	"arialunicode"
];
const families = [
	{
		script: "Jpan",
		files: [
			...cjk,
			"notosansjp",
			"ヒラギノ角",
			"hiraginosans",
			"yugoth",
			"bizudpgothic",
			"meiryo",
			"ipaexg",
			"ipag",
			"takao",
			"vlgothic",
			"msgothic",
			"droidsansfallback",
			"arialunicode"
		],
		face: /\bJP?\b|Hiragino|Yu Gothic|BIZ|Meiryo|IPA|Takao|VL|Gothic|Droid|Arial/
	},
	{
		script: "Hans",
		files: [
			...cjk,
			"notosanssc",
			"pingfang",
			"hiraginosansgb",
			"stheiti",
			"msyh",
			"deng",
			"wqy",
			"simhei",
			"droidsansfallback",
			"arialunicode"
		],
		face: /\b(?:SC|CN|GB)\b|YaHei|Heiti|Deng|WenQuanYi|SimHei|Droid|Arial/
	},
	{
		script: "Hant",
		files: [
			...cjk,
			"notosanstc",
			"notosanshk",
			"pingfang",
			"stheiti",
			"msjh",
			"wqy",
			"droidsansfallback",
			"arialunicode"
		],
		face: /\b(?:TC|TW|HK)\b|JhengHei|Heiti|WenQuanYi|Droid|Arial/
	},
	{
		script: "Kore",
		files: [
			...cjk,
			"notosanskr",
			"applesdgothicneo",
			"malgun",
			"nanumgothic",
			"nanumbarungothic",
			"undotum",
			"baekmuk",
			"gulim",
			"arialunicode"
		],
		face: /\bKR?\b|Apple SD|Malgun|Nanum|Dotum|Baekmuk|Gulim|Arial/
	},
	{
		script: "Arab",
		isComplex: true,
		files: [
			"notosansarabic",
			"sfarabic",
			"notonaskharabic",
			"geeza",
			"seguisb",
			"segoeui",
			"tahoma",
			"arial",
			"dejavusans"
		]
	},
	{
		script: "Hebr",
		files: [
			"notosanshebrew",
			"sfhebrew",
			"arialhb",
			"seguisb",
			"segoeui",
			"arial",
			"dejavusans"
		]
	},
	{
		script: "Deva",
		isComplex: true,
		files: [
			"notosansdevanagari",
			"kohinoor",
			"devanagarisangam",
			"mangal",
			...indic
		]
	},
	{
		script: "Beng",
		isComplex: true,
		files: [
			"notosansbengali",
			"kohinoorbangla",
			"banglasangam",
			...indic
		]
	},
	{
		script: "Guru",
		isComplex: true,
		files: [
			"notosansgurmukhi",
			"muktamahee",
			"gurmukhisangam",
			...indic
		]
	},
	{
		script: "Gujr",
		isComplex: true,
		files: [
			"notosansgujarati",
			"kohinoorgujarati",
			"gujaratisangam",
			...indic
		]
	},
	{
		script: "Orya",
		isComplex: true,
		files: [
			"notosansoriya",
			"notosansodia",
			"oriyasangam",
			...indic
		]
	},
	{
		script: "Taml",
		isComplex: true,
		files: [
			"notosanstamil",
			"tamilsangam",
			...indic
		]
	},
	{
		script: "Telu",
		isComplex: true,
		files: [
			"notosanstelugu",
			"kohinoortelugu",
			"telugusangam",
			...indic
		]
	},
	{
		script: "Knda",
		isComplex: true,
		files: [
			"notosanskannada",
			"kannadasangam",
			...indic
		]
	},
	{
		script: "Mlym",
		isComplex: true,
		files: [
			"notosansmalayalam",
			"malayalamsangam",
			...indic
		]
	},
	{
		script: "Sinh",
		isComplex: true,
		files: [
			"notosanssinhala",
			"sinhalasangam",
			"iskpota",
			...indic
		]
	},
	{
		script: "Thai",
		files: [
			"notosansthai",
			"notoloopedthai",
			"thonburi",
			"leelauib",
			"leelawui",
			"tahoma",
			"loma",
			"garuda"
		]
	},
	{
		script: "Laoo",
		files: [
			"notosanslao",
			"notoloopedlao",
			"laosangam",
			"leelauib",
			"leelawui"
		]
	},
	{
		script: "Khmr",
		isComplex: true,
		files: [
			"notosanskhmer",
			"khmersangam",
			"leelauib",
			"leelawui"
		]
	},
	{
		script: "Mymr",
		isComplex: true,
		files: [
			"notosansmyanmar",
			"myanmarsangam",
			"mmrtext"
		]
	},
	{
		script: "Tibt",
		isComplex: true,
		files: [
			"notosanstibetan",
			"notoseriftibetan",
			"kailasa",
			"himalaya"
		]
	},
	{
		script: "Ethi",
		files: [
			"notosansethiopic",
			"kefa",
			"ebrima",
			"nyala"
		]
	},
	{
		script: "Geor",
		files: [
			"notosansgeorgian",
			"sfgeorgian",
			"helvetica",
			"seguisb",
			"segoeui",
			"sylfaen",
			"dejavusans"
		]
	},
	{
		script: "Armn",
		files: [
			"notosansarmenian",
			"sfarmenian",
			"mshtakan",
			"seguisb",
			"segoeui",
			"sylfaen",
			"dejavusans"
		]
	}
];
const byScript = new Map(families.map((entry) => [entry.script, entry]));
function familiesOf(script) {
	return byScript.get(script) ?? {
		script,
		files: [
			"notosans",
			"dejavusans",
			"seguisym",
			"applesymbols"
		]
	};
}
const scripts = "Arab Hebr Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Thai Laoo Khmr Mymr Tibt Ethi Geor Armn".split(" ").map((script) => ({
	script,
	pattern: new RegExp(`\\p{Script_Extensions=${script}}`, "u")
}));
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const hangul = /\p{Script=Hangul}/u;
const eastAsian = /[\p{scx=Hani}\p{scx=Hang}\p{scx=Hira}\p{Script=Bopo}\u3000-\u303f\uff00-\uffef]/u;
function scriptOf(character, eastAsianScript) {
	if (eastAsian.test(character)) return eastAsianScript;
	return scripts.find(({ pattern }) => pattern.test(character))?.script ?? "Zyyy";
}
function scaleOf(script) {
	return [
		"Jpan",
		"Hans",
		"Hant",
		"Kore"
	].includes(script) ? .94 : 1;
}
function eastAsianScriptOf(text, language) {
	const script = maximize(language);
	if (script !== void 0 && [
		"Jpan",
		"Kore",
		"Hans",
		"Hant"
	].includes(script)) return script;
	if (kana.test(text)) return "Jpan";
	return hangul.test(text) ? "Kore" : "Hans";
}
function isRightToLeft(language) {
	return [
		"Arab",
		"Hebr",
		"Syrc",
		"Thaa",
		"Nkoo",
		"Adlm",
		"Rohg"
	].includes(maximize(language) ?? "");
}
function maximize(language) {
	try {
		return new Intl.Locale(language).maximize().script;
	} catch {
		return;
	}
}
function parseCharacterMap(table) {
	if (table.length < 4) return void 0;
	const subtables = Array.from({ length: table.readUInt16BE(2) }, (_, index) => {
		const record = table.subarray(4 + 8 * index, 12 + 8 * index);
		const subtable = record.length === 8 ? table.subarray(record.readUInt32BE(4)) : Buffer.alloc(0);
		return {
			platform: record.length === 8 ? record.readUInt16BE(0) : -1,
			subtable
		};
	}).filter(({ platform, subtable }) => (platform === 0 || platform === 3) && subtable.length >= 16);
	const find = (format) => subtables.find(({ subtable }) => subtable.readUInt16BE(0) === format)?.subtable;
	const [full, basic] = [find(12), find(4)];
	if (full !== void 0) return mapGroups(full);
	return basic === void 0 ? void 0 : mapSegments(basic);
}
function mapGroups(table) {
	const count = Math.min(table.readUInt32BE(12), Math.floor((table.length - 16) / 12));
	return (codePoint) => {
		const group = firstAtLeast(count, codePoint, (index) => table.readUInt32BE(16 + 12 * index + 4));
		return group < count && table.readUInt32BE(16 + 12 * group) <= codePoint;
	};
}
function mapSegments(table) {
	const count = Math.min(table.readUInt16BE(6) / 2, Math.floor((table.length - 16) / 8));
	const at = (array, index) => 14 + 2 * (array * count + index) + (array > 0 ? 2 : 0);
	return (codePoint) => {
		if (codePoint > 65535) return false;
		const segment = firstAtLeast(count, codePoint, (index) => table.readUInt16BE(at(0, index)));
		if (segment >= count) return false;
		const start = table.readUInt16BE(at(1, segment));
		if (start > codePoint) return false;
		const delta = table.readUInt16BE(at(2, segment));
		const rangeAt = at(3, segment);
		const range = table.readUInt16BE(rangeAt);
		if (range === 0) return (codePoint + delta & 65535) !== 0;
		const glyphAt = rangeAt + range + 2 * (codePoint - start);
		return glyphAt + 2 <= table.length && table.readUInt16BE(glyphAt) !== 0;
	};
}
function firstAtLeast(count, wanted, valueAt) {
	let [low, high] = [0, count];
	while (low < high) {
		const middle = low + high >> 1;
		if (valueAt(middle) < wanted) low = middle + 1;
		else high = middle;
	}
	return low;
}
const mostFaces = 32;
const mostTables = 64;
const outlineTables = [
	"glyf",
	"CFF ",
	"CFF2"
];
const colorTables = [
	"CBDT",
	"sbix",
	"COLR",
	"SVG "
];
const neededTables = new Set("cmap head hhea hmtx maxp OS/2 GDEF GSUB GPOS kern loca glyf CFF CFF2 fvar avar gvar HVAR MVAR".split(" "));
const mostBytes = 67108864;
async function readFaces(path) {
	return withFile(path, [], async (file) => {
		const faces = [];
		const maps =   new Map();
		for (const [index, offset] of (await readOffsets(file)).entries()) {
			const face = await readFace(file, offset, maps);
			if (face !== void 0) faces.push({
				...face,
				path,
				index
			});
		}
		return faces;
	});
}
async function readFont({ path, index }) {
	return withFile(path, void 0, async (file) => {
		const offset = (await readOffsets(file))[index] ?? 0;
		const tables = (await readTables(file, offset)).filter(({ tag }) => neededTables.has(tag.trim()));
		const start = 12 + 16 * tables.length;
		const size = tables.reduce((sum, { length }) => sum + pad(length), start);
		if (size > mostBytes) return void 0;
		const font = Buffer.alloc(size);
		(await read(file, offset, 4)).copy(font);
		font.writeUInt16BE(tables.length, 4);
		let at = start;
		for (const [number, table] of tables.entries()) {
			font.write(table.tag, 12 + 16 * number, "latin1");
			font.writeUInt32BE(at, 12 + 16 * number + 8);
			font.writeUInt32BE(table.length, 12 + 16 * number + 12);
			await file.read(font, at, table.length, table.offset);
			at += pad(table.length);
		}
		return font;
	});
}
const pad = (length) => Math.ceil(length / 4) * 4;
async function withFile(path, otherwise, use) {
	let file;
	try {
		file = await open(path);
		return await use(file);
	} catch {
		return otherwise;
	} finally {
		await file?.close();
	}
}
async function read(file, offset, length) {
	const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
	return buffer.subarray(0, bytesRead);
}
async function readOffsets(file) {
	const header = await read(file, 0, 140);
	if (header.toString("latin1", 0, 4) !== "ttcf") return [0];
	const count = Math.min(header.readUInt32BE(8), mostFaces);
	return Array.from({ length: count }, (_, index) => header.readUInt32BE(12 + 4 * index));
}
async function readTables(file, offset) {
	const header = await read(file, offset, 1036);
	const signature = header.toString("latin1", 0, 4);
	if (![
		"\0\0\0",
		"OTTO",
		"true"
	].includes(signature)) return [];
	return Array.from({ length: Math.min(header.readUInt16BE(4), mostTables) }, (_, index) => ({
		tag: header.toString("latin1", 12 + 16 * index, 16 + 16 * index),
		offset: header.readUInt32BE(20 + 16 * index),
		length: header.readUInt32BE(24 + 16 * index)
	}));
}
async function readFace(file, offset, maps) {
	const tables = new Map((await readTables(file, offset)).map((table) => [table.tag, table]));
	if (!outlineTables.some((tag) => tables.has(tag)) || colorTables.some((tag) => tables.has(tag))) return void 0;
	const content = async (tag) => {
		const table = tables.get(tag);
		return table === void 0 ? Buffer.alloc(0) : read(file, table.offset, Math.min(table.length, mostBytes / 16));
	};
	const mapAt = tables.get("cmap")?.offset ?? 0;
	if (!maps.has(mapAt)) maps.set(mapAt, parseCharacterMap(await content("cmap")));
	const has = maps.get(mapAt);
	if (has === void 0) return void 0;
	const metrics = await content("OS/2");
	const [weight, selection] = metrics.length < 64 ? [400, 0] : [metrics.readUInt16BE(4), metrics.readUInt16BE(62)];
	return {
		family: readFamily(await content("name")),
		weight: tables.has("fvar") ? 600 : weight,
		isItalic: (selection & 1) === 1,
		hasSubstitutions: tables.has("GSUB"),
		has
	};
}
function readFamily(table) {
	if (table.length < 6) return "";
	const names =   new Map();
	const strings = table.readUInt16BE(4);
	for (let index = 0; index < table.readUInt16BE(2); index += 1) {
		const record = table.subarray(6 + 12 * index, 18 + 12 * index);
		if (record.length < 12) break;
		const [platform, language, id] = [
			record.readUInt16BE(0),
			record.readUInt16BE(4),
			record.readUInt16BE(6)
		];
		if (platform !== 3 || language !== 1033) continue;
		const start = strings + record.readUInt16BE(10);
		names.set(id, Buffer.from(table.subarray(start, start + record.readUInt16BE(8))).swap16().toString("utf16le"));
	}
	return names.get(16) ?? names.get(1) ?? "";
}
const mostFiles = 4e3;
const mostFilesRead = 600;
const deepest = 6;
const fontFile = /\.(?:ttf|otf|ttc|otc)$/i;
const unusual = /serif|mono|condensed|narrow|italic|oblique|nastaliq|rashi|display|unjoined|ui\b/i;
async function listSystemFonts(folders) {
	const files = [];
	for (const folder of folders) await listFiles(folder, deepest, files);
	return { async find(script, codePoints) {
		const choice = await choose(familiesOf(script), codePoints);
		return choice === void 0 ? void 0 : readFont(choice.face);
	} };
	async function choose(families, codePoints) {
		let best;
		const known =   new Set();
		for (const prefix of families.files) {
			const matching = files.filter((path) => nameOf(path).startsWith(prefix) && !known.has(path));
			for (const path of matching) known.add(path);
			best = better(best, await compare(matching, families, codePoints));
			if (best?.covered === codePoints.size) return best;
		}
		const others = files.filter((path) => !known.has(path)).sort((a, b) => Number(isUnusual(a)) - Number(isUnusual(b)));
		for (const path of others.slice(0, mostFilesRead)) {
			best = better(best, await compare([path], {
				...families,
				face: /^/
			}, codePoints));
			if (best?.covered === codePoints.size) return best;
		}
		return best;
	}
	async function compare(paths, { isComplex = false, face: pattern }, codePoints) {
		let best;
		for (const path of paths) for (const face of await readFaces(path)) {
			if (isComplex && !face.hasSubstitutions) continue;
			const covered = [...codePoints].filter((codePoint) => face.has(codePoint)).length;
			const isOther = pattern !== void 0 && !pattern.test(face.family);
			const cost = weightCost(face) + (isOther ? 4e3 : 0) + (isUnusual(path, face) ? 2e3 : 0);
			if (covered > 0) best = better(best, {
				face,
				covered,
				cost
			});
		}
		return best;
	}
}
function better(first, second) {
	if (first === void 0 || second === void 0) return first ?? second;
	if (first.covered !== second.covered) return first.covered > second.covered ? first : second;
	return second.cost < first.cost ? second : first;
}
function weightCost({ weight, isItalic }) {
	return Math.abs(weight - 600) * (weight < 500 || weight > 700 ? 2 : 1) + (weight < 600 ? 1 : 0) + (isItalic ? 1e3 : 0);
}
const isUnusual = (path, face) => unusual.test(`${nameOf(path)} ${face?.family ?? ""}`);
const nameOf = (path) => path.replace(/^.*[/\\]/, "").normalize("NFC").toLowerCase().replace(/[ _.-]/g, "");
async function listFiles(folder, depth, files) {
	const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
	for (const entry of entries.sort((a, b) => a.name < b.name ? -1 : 1)) {
		if (files.length >= mostFiles) return;
		const path = join(folder, entry.name);
		if (entry.isDirectory() && depth > 0) await listFiles(path, depth - 1, files);
		else if (!entry.isDirectory() && fontFile.test(entry.name)) files.push(path);
	}
}
const semiBold = 600;
const emojiScale = .9;
const mostFontsPerScript = 2;
const roles = [
	"title",
	"display",
	"text",
	"mono"
];
const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;
async function openFonts(text, language, data, folders) {
	let fonts = {
		embedded: {
			title: openFont(data.read("inter-display-bold.ttf")),
			display: openFont(data.read("inter-display-semibold.ttf")),
			text: openFont(data.read("inter-medium.ttf")),
			mono: openFont(data.read("jetbrains-mono-medium.ttf"))
		},
		system: []
	};
	let missing = missingIn(text, createFontSet(fonts));
	if (missing.some((grapheme) => emoji.test(grapheme))) {
		fonts = {
			...fonts,
			emoji: openFont(data.read("noto-emoji-semibold.ttf"), { scale: emojiScale })
		};
		missing = missingIn(missing.join(" "), createFontSet(fonts));
	}
	const eastAsian = eastAsianScriptOf(text, language);
	const scriptOfGrapheme = (grapheme) => scriptOf(grapheme, eastAsian);
	if (missing.length > 0) {
		const system = await openSystemFonts(Map.groupBy(missing, scriptOfGrapheme), folders);
		fonts = {
			...fonts,
			system
		};
		missing = missingIn(missing.join(" "), createFontSet(fonts));
	}
	const scripts = new Set(missing.map(scriptOfGrapheme));
	const missingScripts = [...scripts].every((script) => script === noScript) ? [] : [...scripts];
	return {
		fonts: createFontSet(fonts),
		missing,
		missingScripts: missingScripts.map(scriptName)
	};
}
async function openSystemFonts(scripts, folders) {
	const systemFonts = await listSystemFonts(folders);
	const fonts = [];
	for (const [script, graphemes] of scripts) {
		let needed = new Set([...graphemes.join("")].map((character) => character.codePointAt(0) ?? 0));
		for (let count = 0; count < mostFontsPerScript && needed.size > 0; count += 1) {
			const bytes = await systemFonts.find(script, needed);
			if (bytes === void 0) break;
			const font = openFont(bytes, {
				weight: semiBold,
				scale: scaleOf(script)
			});
			fonts.push(font);
			needed = new Set([...needed].filter((codePoint) => !font.has(codePoint)));
		}
	}
	return fonts;
}
function missingIn(text, fonts) {
	const clean = cleanText(text);
	return [...new Set(roles.flatMap((role) => findMissing(clean, role, fonts).map(({ grapheme }) => grapheme)))];
}
const noScript = "Zyyy";
const names$1 = new Intl.DisplayNames(["en"], { type: "script" });
function scriptName(script) {
	return script === noScript ? "other characters" : names$1.of(script) ?? script;
}
const weak = new Set("a an the of to in on at by for and or as is it its with from into than that der die das den dem des ein eine einen und oder zu zum zur im in am mit von auf für le la les l un une des du de et à au aux en dans pour par sur ou el los las una y o del al con por para en il lo gli i e di da con per che o os as um uma e do da em no na com por para и в на с к по для не".split(" "));
const lastWord = /[\p{L}\p{N}]+$/u;
const stop$1 = /[,.;:!?。、，：；]$/u;
const lineCost = 10;
const weakEndCost = .05;
const numberCost = .04;
const strayWordCost = .09;
const orphanCost = .12;
const stopBonus = .025;
const phraseBonus = .05;
function breakLines(breaking, width) {
	const { tokens, measure } = breaking;
	if (tokens.some(({ start, end }) => measure(start, end) > width)) return void 0;
	const target = Math.min(width, averageWidth(breaking, width) * 1.03);
	const costs = [0];
	const froms = [0];
	for (let end = 1; end <= tokens.length; end += 1) {
		const costOfBreak = end === tokens.length ? 0 : costOfBreakAt(end, breaking);
		let best = Number.POSITIVE_INFINITY;
		for (let start = end - 1; start >= 0; start -= 1) {
			const lineWidth = widthOf(tokens[start], tokens[end - 1]);
			if (lineWidth > width && start < end - 1) break;
			const cost = (costs[start] ?? 0) + lineCost + costOfBreak + raggedness(start, end, lineWidth);
			if (cost < best) {
				best = cost;
				froms[end] = start;
			}
		}
		costs[end] = best;
	}
	const lines = [];
	for (let end = tokens.length; end > 0; end = froms[end] ?? 0) {
		const last = tokens[end - 1];
		const start = tokens[froms[end] ?? 0]?.start ?? 0;
		lines.unshift({
			start,
			end: last?.end ?? 0,
			hasHyphen: last?.hyphen !== void 0
		});
	}
	return lines;
	function widthOf(first, last) {
		return measure(first?.start ?? 0, last?.end ?? 0) + (last?.hyphen ?? 0);
	}
	function raggedness(start, end, lineWidth) {
		const slack = (target - lineWidth) / width;
		if (end < tokens.length) return slack * slack;
		const isOrphan = end - start === 1 && start > 2;
		return slack * slack * (slack > 0 ? .5 : 1) + (isOrphan ? orphanCost : 0);
	}
}
function costOfBreakAt(index, { text, tokens, isPhraseStart }) {
	const [before, next] = [tokens[index - 1], tokens[index]];
	if (before === void 0 || next === void 0) return 0;
	const last = text.slice(before.start, before.end);
	const word = lastWord.exec(last)?.[0].toLowerCase();
	const first = text.slice(next.start, next.end);
	const separates = /\p{L}$/u.test(last) && /^\p{N}/u.test(first) || /\p{N}$/u.test(last) && /^\p{L}/u.test(first);
	const isStray = index > 1 && isPhraseStart(before.start) || isPhraseStart(tokens[index + 1]?.start ?? -1);
	const cost = (separates ? numberCost : 0) + (isStray && !isPhraseStart(next.start) ? strayWordCost : 0);
	if (word !== void 0 && weak.has(word)) return cost + weakEndCost;
	return cost - (isPhraseStart(next.start) ? phraseBonus : 0) - (stop$1.test(last) ? stopBonus : 0);
}
function averageWidth({ tokens, measure }, width) {
	let lines = 1;
	let total = 0;
	let start = tokens[0]?.start ?? 0;
	for (const [index, token] of tokens.entries()) {
		if (measure(start, token.end) <= width) continue;
		total += measure(start, tokens[index - 1]?.end ?? start);
		lines += 1;
		start = token.start;
	}
	return (total + measure(start, tokens.at(-1)?.end ?? start)) / lines;
}
function ofScripts(codes) {
	return new RegExp(`[${codes.split(" ").map((code) => `\\p{Script=${code}}`).join("")}]`, "u");
}
const squareLetters = ofScripts("Hani Hira Kana Hang Bopo");
const tallLetters = ofScripts("Arab Syrc Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Thai Laoo Khmr Mymr Tibt");
const unspacedLetters = ofScripts("Hani Hira Kana Thai Laoo Khmr Mymr Tibt");
const neverFirst = /^[\p{Pe}\p{Pf}\p{Lm}、。，．・：；？！…‥ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々〻％‰℃,.!?:;%)\]}’”]/u;
const neverLast = /[\p{Ps}\p{Pi}￥＄£＠＃([{‘“]$/u;
const insideIdentifier = /(?<=[/_.\-=&?#:,@])(?=[\p{L}\p{N}])/u;
const shortest$1 = 4;
function findTokens(text, language) {
	const tokens = [];
	for (const word of text.matchAll(/[^ ]+/g)) {
		const pieces = breakWord$1(word[0], language);
		let start = word.index;
		for (const piece of pieces) {
			const end = start + piece.length;
			tokens.push({
				start,
				end
			});
			start = end;
		}
	}
	return tokens;
}
function breakWord$1(word, language) {
	if (unspacedLetters.test(word)) return breakSpaceless(word, language);
	return join$1(word.split(insideIdentifier), (line, piece) => line.length < shortest$1 || piece.length < shortest$1);
}
function breakSpaceless(word, language) {
	return join$1([...new Intl.Segmenter(language, { granularity: "word" }).segment(word)].map(({ segment }) => segment), (line, piece) => neverFirst.test(piece) || neverLast.test(line) || isLatin(line, piece) || isEnding(line, piece));
}
const hiragana = /^\p{Script=Hiragana}+$/u;
const longestWithEnding = 10;
const isEnding = (line, piece) => hiragana.test(piece) && line.length + piece.length <= longestWithEnding && /[\p{L}\p{N}ー]$/u.test(line);
const endsLatin = /[\p{Script=Latin}\p{N}._/-]$/u;
const startsLatin = /^[\p{Script=Latin}\p{N}._/-]/u;
const isLatin = (line, piece) => endsLatin.test(line) && startsLatin.test(piece);
function join$1(pieces, belong) {
	const joined = [];
	for (const piece of pieces) {
		const before = joined.at(-1);
		if (before !== void 0 && belong(before, piece)) joined[joined.length - 1] = before + piece;
		else joined.push(piece);
	}
	return joined;
}
const word = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}]+[\p{P}]*$/u;
const camelCase$1 = /\p{Ll}\p{Lu}/u;
const leastLetters = 4;
const vowels = "aeiouyäöüàáâãåæèéêëìíîïòóôõøùúûýœаеёиоуыэюяαειουηω";
const syllable = new RegExp(`^(?:sch|ch|ph|th|sh|qu|[^${vowels}])[${vowels}]`, "i");
const sounds = [
	"sch",
	"ch",
	"ph",
	"th",
	"sh",
	"qu"
];
function isInSound(text, at) {
	return sounds.some((sound) => {
		return text.slice(at - sound.length + 1, at + sound.length - 1).indexOf(sound) !== -1;
	});
}
function breakWord({ start, end }, context) {
	const { text, runs, measure, width, hyphen } = context;
	const clusters = runs.flatMap((run) => run.glyphs.map(({ cluster }) => cluster));
	const inside = [...new Set(clusters.filter((at) => at > start && at < end))].sort((a, b) => a - b);
	const content = text.slice(start, end);
	const isWord = word.test(content) && !camelCase$1.test(content);
	const isGood = (at) => isWord ? isSyllable(at) : camelCase$1.test(text.slice(at - 1, at + 1));
	return toTokens(start, inside.filter(isGood), end).flatMap((token) => {
		if (measure(token.start, token.end) + (token.hyphen ?? 0) <= width) return [token];
		return toTokens(token.start, inside.filter((at) => at > token.start && at < token.end), token.end);
	});
	function isSyllable(at) {
		return at - start >= leastLetters && end - at >= leastLetters && syllable.test(text.slice(at)) && !isInSound(text, at);
	}
	function toTokens(from, breaks, to) {
		return [from, ...breaks].map((at, index) => {
			const next = breaks[index] ?? to;
			return next === end || !isWord ? {
				start: at,
				end: next
			} : {
				start: at,
				end: next,
				hyphen
			};
		});
	}
}
function placeRuns(runs, { scale, advance, phraseAt }) {
	const glyphs = [];
	let width = 0;
	for (const run of toVisualOrder(runs)) {
		const { font, isCode } = run;
		for (const glyph of run.glyphs) {
			glyphs.push({
				font,
				id: glyph.id,
				x: width + glyph.offsetX * scale(run),
				y: glyph.offsetY * scale(run),
				scale: scale(run),
				index: glyph.cluster,
				phrase: phraseAt(glyph.cluster),
				isCode
			});
			width += advance(run, glyph);
		}
	}
	return {
		glyphs,
		width
	};
}
const mostBearing = .14;
const stemBearing = .06;
const overhang = .35;
function alignInk(line) {
	const [first, last] = [line.glyphs[0], line.glyphs.at(-1)];
	if (first === void 0 || last === void 0) return line;
	const bearing = first.x + first.font.inkExtent(first.id).left * first.scale;
	const standsOut = bearing >= 0 && bearing < stemBearing ? (stemBearing - bearing) * overhang : 0;
	const shift = Math.min(mostBearing, bearing) + standsOut;
	const inkEnd = last.x + last.font.inkExtent(last.id).right * last.scale;
	const end = Math.max(line.width - mostBearing, Math.min(line.width, inkEnd));
	return {
		...line,
		glyphs: line.glyphs.map((glyph) => ({
			...glyph,
			x: glyph.x - shift
		})),
		width: end - shift
	};
}
const codeScale = .92;
const trackings = {
	title: -.022,
	display: -.012,
	text: 0,
	mono: 0
};
const tracked = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]/u;
function shapeParagraph(spans, role, context) {
	const text = spans.map((span) => span.text).join("");
	const owners = spans.flatMap((span) => Array.from({ length: span.text.length }, () => span));
	const runs = shapeText(text, (index) => owners[index]?.isCode === true, role, context);
	const scale = (run) => run.isCode && role !== "mono" ? codeScale : 1;
	const setting = {
		scale,
		advance(run, glyph) {
			const isTracked = glyph.advance > 0 && !run.isCode && tracked.test(text.slice(glyph.cluster, glyph.cluster + 2));
			return glyph.advance * scale(run) + (isTracked ? trackings[role] : 0);
		},
		phraseAt: (index) => owners[index]?.phrase ?? 0
	};
	const sums = sumAdvances(text, runs, setting.advance);
	const measure = (start, end) => (sums[end] ?? 0) - (sums[start] ?? 0);
	const isPhraseStart = (index) => owners[index]?.phrase !== owners[index - 1]?.phrase;
	const metrics = metricsOf(text);
	const tokens = joinFirstWords(findTokens(text, context.language), isPhraseStart);
	return {
		text,
		...metrics,
		leading: metrics.leading * (role === "title" ? titleLeading : 1),
		width: measure(0, tokens.at(-1)?.end ?? 0),
		break(width, anywhere = false) {
			const all = anywhere ? breakWide(width) : tokens;
			return breakLines({
				text,
				tokens: all,
				measure,
				isPhraseStart
			}, width);
		},
		line: (range) => alignInk(cut(range)),
		whole: () => cut({
			start: 0,
			end: text.length,
			hasHyphen: false
		})
	};
	function breakWide(width) {
		const [hyphen] = shapeHyphen();
		const glyph = hyphen?.glyphs[0];
		const hyphenWidth = hyphen && glyph ? setting.advance(hyphen, glyph) : 0;
		const wordContext = {
			text,
			runs,
			measure,
			width,
			hyphen: hyphenWidth
		};
		return tokens.flatMap((token) => {
			return measure(token.start, token.end) > width ? breakWord(token, wordContext) : [token];
		});
	}
	function shapeHyphen() {
		return context.isRightToLeft ? [] : shapeText("-", () => false, role, context);
	}
	function cut({ start, end, hasHyphen }) {
		const parts = runs.filter((run) => run.start < end && run.end > start).map((run) => ({
			...run,
			glyphs: run.glyphs.filter(({ cluster }) => cluster >= start && cluster < end)
		}));
		const hyphens = hasHyphen ? shapeHyphen().map((run) => moveTo(run, end - 1)) : [];
		const phrase = setting.phraseAt(start);
		return {
			...placeRuns([...parts, ...hyphens], setting),
			text: text.slice(start, end),
			phrase
		};
	}
}
const shortWord = 4;
const longestJoined = 16;
function joinFirstWords(tokens, isPhraseStart) {
	const joined = [];
	let first;
	for (const [index, token] of tokens.entries()) {
		if (first !== void 0 && token.end - first.start <= longestJoined && !isPhraseStart(token.start)) {
			joined[joined.length - 1] = {
				start: first.start,
				end: token.end
			};
			first = void 0;
			continue;
		}
		const isShort = token.end - token.start <= shortWord;
		first = index > 0 && isShort && isPhraseStart(token.start) ? token : void 0;
		joined.push(token);
	}
	return joined;
}
const moveTo = (run, cluster) => ({
	...run,
	glyphs: run.glyphs.map((glyph) => ({
		...glyph,
		cluster
	}))
});
function sumAdvances(text, runs, advance) {
	const sums = new Float64Array(text.length + 1);
	for (const run of runs) for (const glyph of run.glyphs) sums[glyph.cluster + 1] = (sums[glyph.cluster + 1] ?? 0) + advance(run, glyph);
	for (let index = 1; index < sums.length; index += 1) sums[index] = (sums[index] ?? 0) + (sums[index - 1] ?? 0);
	return sums;
}
const capHeight = .727;
const titleLeading = .9;
function metricsOf(text) {
	if (tallLetters.test(text)) return {
		leading: 1.48,
		ascent: .95,
		descent: .32
	};
	return squareLetters.test(text) ? {
		leading: 1.38,
		ascent: .8,
		descent: .14
	} : {
		leading: 1.2,
		ascent: capHeight,
		descent: .2
	};
}
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
const letter = /\p{L}/u;
function keepDrawable(text, role, fonts) {
	if (findMissing(text, role, fonts).length === 0) return text;
	return text.split(" ").map((word) => {
		const lost = findMissing(word, role, fonts).map(({ grapheme }) => grapheme);
		if (lost.some((grapheme) => letter.test(grapheme) && !spaceless.test(grapheme))) return "";
		return lost.reduce((rest, grapheme) => rest.replaceAll(grapheme, ""), word);
	}).filter((word) => word !== "").join(" ");
}
const mostLost = .2;
function readable(text, role, fonts) {
	const rest = keepDrawable(text, role, fonts);
	const letters = countLetters(text);
	return letters - countLetters(rest) > mostLost * letters ? "" : rest;
}
const countLetters = (text) => text.match(/\p{L}/gu)?.length ?? 0;
function toSpans(phrases, first, { fonts, language }) {
	const spans = [];
	for (const [index, phrase] of phrases.entries()) {
		const text = keepDrawable(setSpaces(cleanText(phrase.text), language), "display", fonts);
		if (text === "") continue;
		const last = spans.at(-1);
		if (last !== void 0 && !phrase.attached) spans.push({
			text: " ",
			phrase: last.phrase
		});
		spans.push(...splitCode(text).map((part) => ({
			...part,
			phrase: first + index
		})));
	}
	return spans;
}
function setSpaces(text, language) {
	const joined = text.replace(/(\p{N}) (?=[%‰€$£°]|[kMGT]?B\b|ms\b|fps\b)/gu, "$1\xA0");
	return language === "fr" ? joined.replace(/ (?=[:;!?»%])|(?<=«) /g, "\xA0") : joined;
}
const code = new RegExp([
	"(`[^`]+`",
	"(?<![\\w/.-])(?:--[a-z][\\w-]+",
	"[\\w.]+\\(\\)",
	"[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+",
	"[a-z]{2,}[A-Z][a-z]+\\w*",
	`(?:\\.{0,2}/)?(?:[\\w@-][\\w.@-]*/)*[\\w-]+(?:\\.[\\w-]+)*\\.(?:[cm]?[jt]sx?|json|ya?ml|toml|mdx?|py|go|rs|rb|java|sh|css|html|txt|xml|lock)`,
	"\\.{0,2}(?:/[\\w.@-]*[\\w@-]){2,}/?)(?![\\w/-]))"
].join("|"));
const product = /^\p{Lu}\w*\.js$/u;
function splitCode(text) {
	return text.split(code).map((part, index) => ({
		text: part.replace(/^`([^`]+)`$/, "$1"),
		isCode: index % 2 === 1 && !product.test(part)
	})).filter((part) => part.text !== "");
}
const mostLetters = 400;
function shapeLabel(text, role, width, stage) {
	const drawable = readable(cleanText(text), role, stage.type.fonts);
	const letters = [...new Intl.Segmenter("und").segment(drawable)].slice(0, 401);
	if (letters.length <= mostLetters) {
		const whole = shape(drawable);
		if (whole.width <= width) return whole;
	}
	let [low, high] = [0, Math.min(letters.length, mostLetters)];
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if (shape(shorten(middle)).width <= width) low = middle;
		else high = middle - 1;
	}
	return shape(shorten(low));
	function shorten(length) {
		return `${letters.slice(0, length).map(({ segment }) => segment).join("").replace(/[\s\p{P}]+$/u, "")}…`;
	}
	function shape(label) {
		const paragraph = shapeParagraph([{
			text: label,
			phrase: 0
		}], role, stage.type);
		const [range] = paragraph.break(Number.MAX_SAFE_INTEGER) ?? [];
		return range ? paragraph.line(range) : {
			text: "",
			width: 0,
			glyphs: [],
			phrase: 0
		};
	}
}
function typeset(paragraphs, fit) {
	const { sizes, comfortable, mostLines = () => Number.POSITIVE_INFINITY } = fit;
	for (const size of sizes) for (const anywhere of size > comfortable ? [false] : [false, true]) {
		const rows = toRows(paragraphs, size, fit, anywhere);
		const isShort = (rows?.length ?? 0) <= mostLines(size);
		if (rows !== void 0 && bottomOf(rows.at(-1)) <= fit.height && isShort) return [toBlock(rows, size)];
	}
	const smallest = sizes.at(-1) ?? 1;
	return split(toRows(paragraphs, smallest, fit, true) ?? [], smallest, fit.height);
}
function toRows(paragraphs, size, { width, gap = 0, indent = () => 0 }, anywhere) {
	const rows = [];
	let baseline = (paragraphs[0]?.ascent ?? 0) * size;
	for (const [index, paragraph] of paragraphs.entries()) {
		const ranges = paragraph.break((width - indent(index)) / size, anywhere);
		if (ranges === void 0) return void 0;
		const [ascent, descent] = [paragraph.ascent * size, paragraph.descent * size];
		for (const [number, range] of ranges.entries()) {
			const isFirst = number === 0;
			if (rows.length > 0) baseline += (paragraph.leading + (isFirst ? gap : 0)) * size;
			rows.push({
				line: () => paragraph.line(range),
				paragraph: index,
				isFirst,
				baseline,
				ascent,
				descent
			});
		}
	}
	return rows;
}
const bottomOf = (row) => row === void 0 ? 0 : row.baseline + row.descent;
const toBlock = (rows, size) => ({
	size,
	height: bottomOf(rows.at(-1)),
	rows: rows.map(({ line, paragraph, isFirst, baseline }) => ({
		line: line(),
		paragraph,
		isFirst,
		baseline
	}))
});
function split(rows, size, height) {
	const pages = [];
	let top = 0;
	for (const row of rows) {
		const page = pages.at(-1);
		if (page === void 0 || bottomOf(row) - top > height) {
			top = row.baseline - row.ascent;
			pages.push([{
				...row,
				baseline: row.ascent
			}]);
		} else page.push({
			...row,
			baseline: row.baseline - top
		});
	}
	return pages.map((page) => toBlock(page, size));
}
function blockOf(blocks, phrase) {
	const has = (block) => block.rows.some(({ line }) => line.glyphs.some((glyph) => glyph.phrase === phrase));
	return blocks.find(has) ?? blocks[0];
}
function place(line, box, how, { type }) {
	return placeText(line, {
		x: how.align !== "end" !== type.isRightToLeft ? box.x : box.x + box.width - line.width * how.size,
		baseline: how.baseline,
		size: how.size
	});
}
function mirror(box, { frame, type }) {
	return type.isRightToLeft ? {
		...box,
		x: frame.width - box.x - box.width
	} : box;
}
function mark(width, stage) {
	const { frame, palette } = stage;
	const height = 6 * frame.unit;
	return {
		gap: 0,
		height,
		place(top) {
			const shapes = [rectangle(mirror({
				x: frame.margin,
				y: top,
				width: width * frame.unit,
				height
			}, stage), palette.accent, height / 2)];
			return () => shapes;
		}
	};
}
function label(text, { role, size, gap, color }, box, stage) {
	const { unit } = stage.frame;
	const pixels = size * unit;
	const line = shapeLabel(text, role, box.width / pixels, stage);
	return {
		gap: gap * unit,
		height: pixels * capHeight,
		place(top) {
			const shapes = place(line, box, {
				size: pixels,
				baseline: top + pixels * capHeight
			}, stage)(() => color);
			return () => shapes;
		}
	};
}
function words$1(block, { gap, colors, indent = () => 0, bullet }, box, stage) {
	const { size } = block;
	const rowAt = ({ line, isFirst, paragraph, baseline: distance }, top) => {
		const baseline = top + distance;
		const inset = indent(paragraph);
		return {
			lettering: place(line, {
				x: box.x + (stage.type.isRightToLeft ? 0 : inset),
				width: box.width - inset
			}, {
				size,
				baseline
			}, stage),
			bulletAt: isFirst && {
				paragraph,
				phrase: line.phrase,
				baseline,
				size
			}
		};
	};
	return {
		gap: gap * stage.frame.unit,
		height: block.height,
		place(top) {
			const rows = block.rows.map((row) => rowAt(row, top));
			return (active) => rows.flatMap(({ lettering, bulletAt }) => {
				const shapes = lettering((glyph) => colors(glyph, active));
				return bulletAt && bullet ? [bullet(bulletAt, active), ...shapes] : shapes;
			});
		}
	};
}
const motifs = [
	quarter,
	quarter,
	quarter,
	quarter,
	quarter,
	half,
	half,
	leaf,
	leaf,
	disc,
	dot
];
function drawArt({ x, y, width, height, cell }, name, palette) {
	const random = createRandom(hash(name) | 1);
	const below = (limit) => Math.floor(random() * limit);
	const [deep, strong, pale, spark] = palette.art;
	const [columns, rows] = [Math.round(width / cell), Math.round(height / cell)];
	const hero = {
		column: below(columns - 1),
		row: below(rows - 1)
	};
	const isHero = (column, row) => column - hero.column >= 0 && column - hero.column < 2 && row - hero.row >= 0 && row - hero.row < 2;
	const free = Array.from({ length: columns * rows }, (_, index) => index).filter((index) => !isHero(index % columns, Math.floor(index / columns)));
	const sparkAt = free[below(free.length)];
	const shapes = [quarter({
		x: x + hero.column * cell,
		y: y + hero.row * cell,
		cell: 2 * cell
	}, below(4), strong)];
	let last = strong;
	for (const index of free) {
		const tile = {
			x: x + index % columns * cell,
			y: y + Math.floor(index / columns) * cell,
			cell
		};
		const [turn, motif, fate] = [
			below(4),
			motifs[below(motifs.length)] ?? quarter,
			random()
		];
		const inks = [
			deep,
			strong,
			pale
		].filter((color) => color !== last);
		const ink = inks[below(inks.length)] ?? strong;
		if (index === sparkAt) shapes.push(disc(tile, turn, spark));
		else if (fate < .9) {
			if (fate < .3 && ink !== deep) shapes.push(square(tile, deep));
			shapes.push(motif(tile, turn, ink));
			last = ink;
		}
	}
	return shapes;
}
const square = ({ x, y, cell }, color) => rectangle({
	x,
	y,
	width: cell,
	height: cell
}, color);
function disc({ x, y, cell }, _turn, color) {
	return circle(x + cell / 2, y + cell / 2, cell / 2, color);
}
function dot({ x, y, cell }, _turn, color) {
	return circle(x + cell / 2, y + cell / 2, cell * .22, color);
}
function quarter({ x, y, cell }, turn, color) {
	const [isLeft, isTop] = [turn % 2 === 0, turn < 2];
	const [centerX, centerY] = [isLeft ? x : x + cell, isTop ? y : y + cell];
	const [farX, farY] = [isLeft ? x + cell : x, isTop ? y + cell : y];
	return path$1(`M${centerX} ${centerY}H${farX}A${cell} ${cell} 0 0 ${isLeft === isTop ? 1 : 0} ${centerX} ${farY}Z`, color);
}
function half({ x, y, cell }, turn, color) {
	const r = cell / 2;
	const starts = [
		`M${x} ${y}A${r} ${r} 0 0 0 ${x + cell} ${y}Z`,
		`M${x} ${y + cell}A${r} ${r} 0 0 1 ${x + cell} ${y + cell}Z`,
		`M${x} ${y}A${r} ${r} 0 0 1 ${x} ${y + cell}Z`,
		`M${x + cell} ${y}A${r} ${r} 0 0 0 ${x + cell} ${y + cell}Z`
	];
	return path$1(starts[turn] ?? "", color);
}
function leaf({ x, y, cell }, turn, color) {
	const [fromX, toX] = turn % 2 === 0 ? [x, x + cell] : [x + cell, x];
	const arc = `A${cell} ${cell} 0 0 1`;
	return path$1(`M${fromX} ${y}${arc} ${toX} ${y + cell}${arc} ${fromX} ${y}Z`, color);
}
function createRandom(seed) {
	let state = seed;
	return () => {
		state = Math.imul(state, 1664525) + 1013904223 >>> 0;
		return state / 2 ** 32;
	};
}
const opticalCenter = .46;
function stack(parts, box) {
	let top = Math.round(box.y + (box.height - heightOf(parts)) * opticalCenter);
	const cards = parts.map((part, index) => {
		top += index === 0 ? 0 : part.gap;
		const card = part.place(top);
		top += part.height;
		return card;
	});
	return (active) => cards.flatMap((card) => card(active));
}
const heightOf = (parts) => parts.reduce((sum, { gap, height }, index) => sum + height + (index === 0 ? 0 : gap), 0);
const sizes$1 = [
	128,
	112,
	96,
	88,
	80,
	72,
	66,
	60,
	54,
	49,
	44,
	40,
	36,
	32,
	28
];
const comfortable = 44;
const mostLines$1 = [
	[112, 1],
	[96, 2],
	[72, 3],
	[54, 4],
	[44, 5]
];
const noteSize = 20;
function layOutCover({ title, head, below, note = "" }, stage) {
	const { frame, palette, request, type } = stage;
	const { unit } = frame;
	const arrangement = arrange(frame);
	const [box, art] = [mirror(arrangement.box, stage), mirror(arrangement.art, stage)];
	const parts = below(box);
	const gap = 44;
	const [block] = typeset([shapeParagraph([{
		text: title,
		phrase: 0
	}], "title", type)], {
		width: box.width,
		height: box.height - gap * unit - heightOf([head, ...parts]),
		sizes: sizes$1.map((size) => size * unit),
		comfortable: comfortable * unit,
		mostLines: (size) => mostLinesIn(size / unit, frame)
	});
	const card = stack([
		head,
		...block === void 0 ? [] : [words$1(block, {
			gap,
			colors: () => palette.ink
		}, box, stage)],
		...parts
	], box);
	const size = noteSize * unit;
	const line = shapeLabel(note, "text", box.width / size, stage);
	const shapes = [...drawArt({
		...art,
		cell: arrangement.cell
	}, request.subject.repository ?? request.title, palette), ...place(line, box, {
		size,
		baseline: arrangement.note
	}, stage)(() => palette.quiet)];
	return (active) => [...shapes, ...card(active)];
}
function mostLinesIn(size, { shape }) {
	const lines = mostLines$1.find(([from]) => size >= from)?.[1] ?? Number.POSITIVE_INFINITY;
	return shape === "portrait" && size < 96 ? lines + 2 : lines;
}
function arrange({ shape, unit, width, margin, progress }) {
	const cell = 120 * unit;
	const note = progress.y - 32 * unit;
	const bottom = note - 52 * unit;
	if (shape === "landscape") {
		const art = {
			x: width - 3 * cell,
			y: 0,
			width: 3 * cell,
			height: 5 * cell
		};
		const top = 56 * unit;
		return {
			cell,
			art,
			box: {
				x: margin,
				y: top,
				width: art.x - margin - 48 * unit,
				height: bottom - top
			},
			note
		};
	}
	const art = {
		x: 0,
		y: 0,
		width,
		height: (shape === "portrait" ? 4 : 2) * cell
	};
	const top = art.height + (shape === "portrait" ? 72 : 36) * unit;
	return {
		cell,
		art,
		box: {
			x: margin,
			y: top,
			width: width - 2 * margin,
			height: bottom - top
		},
		note
	};
}
function layOutClosing(stage) {
	const { palette, request, type } = stage;
	const { repository, version, link } = request.subject;
	const style = {
		role: "display",
		size: 30,
		gap: 36,
		color: palette.quiet
	};
	const below = (box) => [...version === void 0 ? [] : [label(version, style, box, stage)], ...link === void 0 ? [] : [layOutAddress(link, box, stage)]];
	return layOutCover({
		title: readable(cleanText(repository ?? stage.title), "title", type.fonts) || "Storyboard",
		head: mark(56, stage),
		below
	}, stage);
}
const addressSizes = [
	26,
	24,
	22,
	20
];
const mostLines = 3;
function layOutAddress(link, box, stage) {
	const { frame, palette, type } = stage;
	const text = keepDrawable(cleanText(link.replace(/^https?:\/\/(?:www\.)?/, "").replace(/\/$/, "")), "text", type.fonts);
	const sizes = addressSizes.map((size) => size * frame.unit);
	const [size = 1] = sizes;
	const [block] = typeset([shapeParagraph([{
		text,
		phrase: 0
	}], "text", type)], {
		width: box.width,
		height: mostLines * size * 1.2,
		sizes,
		comfortable: size,
		mostLines: (tried) => tried === size ? 1 : mostLines
	});
	return words$1(block ?? {
		size,
		height: 0,
		rows: []
	}, {
		gap: 32,
		colors: () => palette.accent
	}, box, stage);
}
const comment = /(?:^|\s)(?:#|\/\/+|\/\*+|<!--|--)(?=\s|$).*$/;
const blockComment = /^\s*\*\s.*$/;
const prompt = /^\s*(?:\$|>|PS>|>>>)(?=\s)/;
const string = /(["'`])(?:(?!\1)[^\\]|\\.)*\1/g;
function colorCode(lines, palette) {
	const quiet = dim(palette.ink, palette.panel, 4.6);
	const ranges = lines.map((line) => {
		return [
			...[comment.exec(line), blockComment.exec(line)].filter((match) => match !== null).map((match) => toRange(match, quiet)),
			...[prompt.exec(line)].filter((match) => match !== null).map((match) => toRange(match, palette.accent)),
			...[...line.matchAll(string)].map((match) => toRange(match, palette.accent))
		];
	});
	return (line, index) => ranges[line]?.find(({ start, end }) => index >= start && index < end)?.color ?? (line < lines.length ? palette.ink : quiet);
}
const toRange = (match, color) => ({
	start: match.index,
	end: match.index + match[0].length,
	color
});
const largest$1 = 34;
const smallest = 20;
const advance = .6;
const lineHeight = 1.55;
const otherWide = /[\p{Extended_Pictographic}\uff00-\uff60]/u;
function fitCode(source, room, unit) {
	const columns = Math.max(1, ...source.map(columnsOf));
	let size = largest$1 * unit;
	const fits = () => columns * advance * size <= room.width && ((source.length - 1) * lineHeight + .73) * size <= room.height;
	while (size > smallest * unit && !fits()) size -= unit;
	const most = Math.max(1, Math.floor((room.height / size - .73) / lineHeight) + 1);
	const available = Math.floor(room.width / (size * advance));
	const lines = source.flatMap((line, number) => wrap(line, available).map((part) => ({
		...part,
		source: number
	})));
	return {
		lines: lines.length > most ? [...lines.slice(0, most - 1), {
			text: "…",
			source: source.length,
			offset: 0
		}] : lines,
		size,
		leading: size * lineHeight
	};
}
const widthOf = (character) => squareLetters.test(character) || otherWide.test(character) ? 2 : 1;
const columnsOf = (line) => [...line].reduce((sum, character) => sum + widthOf(character), 0);
function wrap(line, columns) {
	const lines = [];
	const indent = `${/^ */.exec(line)?.[0] ?? ""}    `.slice(0, Math.floor(columns / 3));
	let start = 0;
	while (true) {
		const prefix = start === 0 ? "" : indent;
		const room = columns - prefix.length;
		const rest = line.slice(start);
		const offset = start - prefix.length;
		if (columnsOf(rest) <= room) return [...lines, {
			text: prefix + rest,
			offset
		}];
		const end = lengthOf(rest, room);
		const space = rest.lastIndexOf(" ", end);
		const cut = space > room / 3 ? space : end;
		lines.push({
			text: prefix + rest.slice(0, cut),
			offset
		});
		start += cut + (/^ */.exec(rest.slice(cut))?.[0].length ?? 0);
	}
}
function lengthOf(text, columns) {
	let [width, length] = [0, 0];
	for (const character of text) {
		width += widthOf(character);
		if (width > columns && length > 0) break;
		length += character.length;
	}
	return length;
}
function colorOfWords({ phrase, isCode }, active, palette) {
	if (phrase > active) return isCode ? palette.accentToCome : palette.toCome;
	if (phrase < active) return isCode ? palette.accentSpoken : palette.spoken;
	return isCode ? palette.accent : palette.ink;
}
const headingSizes = [28, 25];
const mostHeadingLines = 2;
const leadSizes = [
	38,
	34,
	31,
	28,
	26
];
function layOutHead(scene, stage) {
	const { spokenHeading = [], lead = [] } = scene;
	const kicker = layOutHeading(scene, stage);
	return lead.length === 0 ? [kicker] : [kicker, layOutLead(lead, spokenHeading.length, stage)];
}
function layOutHeading({ heading = "", spokenHeading }, stage) {
	const { frame, palette, type } = stage;
	const text = readable(cleanText(heading), "display", type.fonts);
	if (text === "") return mark(40, stage);
	const spans = spokenHeading ? toSpans(spokenHeading, 0, type) : [{
		text,
		phrase: -1
	}];
	const sizes = headingSizes.map((size) => size * frame.unit);
	const [block] = typeset([shapeParagraph(spans, "display", type)], {
		width: frame.content.width,
		height: Number.POSITIVE_INFINITY,
		sizes,
		comfortable: 0,
		mostLines: (size) => size === sizes[0] ? 1 : mostHeadingLines
	});
	if (block === void 0 || block.rows.length > mostHeadingLines) return label(text, {
		role: "display",
		size: 25,
		gap: 0,
		color: palette.accent
	}, frame.content, stage);
	return {
		...words$1(block, {
			gap: 0,
			colors: ({ phrase }, active) => phrase >= 0 && phrase === active ? palette.ink : palette.accent
		}, frame.content, stage),
		height: block.rows.at(-1)?.baseline ?? 0
	};
}
function layOutLead(lead, first, stage) {
	const { frame, palette, type } = stage;
	const [block] = typeset([shapeParagraph(toSpans(lead, first, type), "display", type)], {
		width: frame.content.width,
		height: .3 * frame.content.height,
		sizes: leadSizes.map((size) => size * frame.unit),
		comfortable: 26 * frame.unit
	});
	return words$1(block ?? {
		size: 1,
		height: 0,
		rows: []
	}, {
		gap: 36,
		colors: (glyph, active) => colorOfWords(glyph, active, palette)
	}, frame.content, stage);
}
function drawHeader(scene, stage) {
	const { frame, palette, storyboard } = stage;
	const size = (frame.shape === "landscape" ? 20 : 22) * frame.unit;
	const how = {
		size,
		baseline: frame.header
	};
	const leftToRight = {
		...stage,
		type: {
			...stage.type,
			isRightToLeft: false
		}
	};
	const counter = shapeLabel(`${scene + 1} / ${storyboard.scenes.length}`, "text", 10, leftToRight);
	return [place(shapeLabel(stage.title, "text", frame.content.width / size - counter.width - 2, stage), frame.content, how, stage), place(counter, frame.content, {
		...how,
		align: "end"
	}, stage)].flatMap((lettering) => lettering(() => palette.quiet));
}
function layOutCode(scene, index, stage) {
	const { frame, type } = stage;
	const { content } = frame;
	const head = scene.heading === void 0 && scene.lead === void 0 ? [] : layOutHead(scene, stage);
	const source = (scene.code ?? []).map((line) => keepDrawable(cleanLine(line).trimEnd(), "mono", type.fonts));
	const header = drawHeader(index, stage);
	const card = stack([...head, panel(source, content.height - heightOf(head), stage)], content);
	return (active) => [...header, ...card(active)];
}
function panel(source, room, stage) {
	const { frame, palette, type } = stage;
	const { unit, content } = frame;
	const gap = 36 * unit;
	const padding = (frame.shape === "landscape" ? 44 : 30) * unit;
	const { lines, size, leading } = fitCode(source, {
		width: content.width - 2 * padding,
		height: room - gap - 2 * padding
	}, unit);
	const colors = colorCode(source, palette);
	const height = 2 * padding + (lines.length - 1) * leading + size * .73;
	return {
		gap,
		height,
		place(top) {
			const shapes = [rectangle({
				x: content.x,
				y: top,
				width: content.width,
				height
			}, palette.panel, 16 * unit)];
			for (const [number, line] of lines.entries()) {
				const context = {
					...type,
					isRightToLeft: false
				};
				const whole = shapeParagraph([{
					text: line.text,
					phrase: 0
				}], "mono", context).whole();
				const baseline = top + padding + size * .73 + number * leading;
				const letters = placeText(whole, {
					x: content.x + padding,
					baseline,
					size
				});
				shapes.push(...letters(({ index }) => colors(line.source, index + line.offset)));
			}
			return () => shapes;
		}
	};
}
const names = new Intl.DisplayNames(["en"], {
	type: "language",
	fallback: "none"
});
function describeStoryboard({ language, seconds }) {
	const whole = Math.max(1, Math.round(seconds));
	return [
		"Storyboard",
		`${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`,
		languageName(language)
	].filter((part) => part !== void 0).join(" · ");
}
const briefTag = "Brief: what the video will be about";
function describeHiddenText(language) {
	const name = languageName(language);
	return `${name === void 0 ? "Text" : `Text in ${name}`}, see the captions`;
}
function languageName(language) {
	try {
		return names.of(language);
	} catch {
		return;
	}
}
function isHidden(scene, { type }) {
	const text = cleanText([...phrasesOf(scene).map(({ text }) => text), ...scene.code ?? []].join("\n"));
	return text !== "" && readable(text, "display", type.fonts) === "";
}
function layOutHidden(index, stage) {
	const { frame, palette, storyboard } = stage;
	const number = `Scene ${index + 1} of ${storyboard.scenes.length}`;
	const size = frame.shape === "landscape" ? 80 : 64;
	const header = drawHeader(index, stage);
	const card = stack([
		mark(40, stage),
		label(number, {
			role: "display",
			size,
			gap: 44,
			color: palette.ink
		}, frame.content, stage),
		label(describeHiddenText(storyboard.language), {
			role: "text",
			size: 28,
			gap: 44,
			color: palette.quiet
		}, frame.content, stage)
	], frame.content);
	return (active) => [...header, ...card(active)];
}
const thinSpace = " ";
const noBlock = {
	size: 1,
	height: 0,
	rows: []
};
function layOutNumber(number, stage) {
	const { frame, palette, type } = stage;
	const paragraph = shapeParagraph([{
		text: readable(cleanText(number).replace(/\s/g, thinSpace), "title", type.fonts),
		phrase: 0
	}], "title", {
		...type,
		isRightToLeft: false
	});
	if (paragraph.width === 0) return void 0;
	const largest = (frame.shape === "landscape" ? 220 : 180) * frame.unit;
	const size = Math.min(largest, .98 * frame.content.width / paragraph.width);
	const [block = noBlock] = typeset([paragraph], {
		width: frame.content.width,
		height: frame.content.height,
		sizes: [size],
		comfortable: size
	});
	return words$1(block, {
		gap: 48,
		colors: () => palette.accent
	}, frame.content, stage);
}
const largest = [
	[16, 120],
	[36, 96],
	[72, 80],
	[110, 72]
];
const sizes = [
	120,
	108,
	96,
	88,
	80,
	72,
	68,
	64,
	60,
	56,
	52,
	48,
	44,
	40,
	37,
	34,
	31,
	28,
	26
];
const largestInList = 48;
const largestBelowNumber = 52;
const gap = 40;
const indentOfList = 40;
function layOutText(scene, index, stage) {
	const { frame, palette } = stage;
	const { unit, content } = frame;
	const isList = scene.kind === "list";
	const isSection = scene.blocks.length === 0;
	const paragraphs = shapeBlocks(scene, stage);
	const head = isSection ? [mark(40, stage)] : layOutHead(scene, stage);
	const number = scene.emphasis === void 0 ? void 0 : layOutNumber(scene.emphasis, stage);
	if (number !== void 0) head.push(number);
	const text = paragraphs.map((paragraph) => paragraph.text).join(" ");
	const most = isList ? largestInList : number === void 0 ? largestFor(text) : largestBelowNumber;
	const indent = (paragraph) => isList ? (1 + (scene.levels?.[paragraph] ?? 0)) * indentOfList * unit : 0;
	const blocks = typeset(paragraphs, {
		width: content.width,
		height: content.height * .94 - heightOf(head) - gap * unit,
		sizes: sizes.filter((size) => size <= most).map((size) => size * unit),
		comfortable: (isList ? 34 : 40) * unit,
		gap: isList ? .5 : .6,
		indent
	});
	const style = {
		gap,
		colors: (glyph, active) => colorOfWords(glyph, active, palette),
		indent,
		bullet: isList ? bulletOf(indent, stage) : void 0
	};
	const header = drawHeader(index, stage);
	const pages = new Map(blocks.map((block) => [block, stack([...head, words$1(block, style, content, stage)], content)]));
	return (active) => {
		const block = blockOf(blocks, active);
		return [...header, ...(block && pages.get(block)?.(active)) ?? []];
	};
}
function shapeBlocks({ blocks, heading = "", spokenHeading = [], lead = [] }, { type }) {
	if (blocks.length === 0) {
		const isSpoken = spokenHeading.length > 0;
		return [shapeParagraph(toSpans(isSpoken ? spokenHeading : [{
			text: heading,
			start: 0,
			end: 0
		}], isSpoken ? 0 : -1, type), "display", type)];
	}
	let first = spokenHeading.length + lead.length;
	return blocks.map((block) => {
		const spans = toSpans(block, first, type);
		first += block.length;
		return shapeParagraph(spans, "display", type);
	});
}
function largestFor(text) {
	const width = [...text].reduce((sum, letter) => sum + (squareLetters.test(letter) ? 2 : 1), 0);
	return largest.find(([most]) => width <= most)?.[1] ?? 64;
}
function bulletOf(indent, { frame, palette, type }) {
	const { content, unit } = frame;
	return ({ paragraph, phrase, baseline, size }, active) => {
		const radius = (indent(paragraph) > indentOfList * unit ? .09 : .115) * size;
		const start = indent(paragraph) - indentOfList * unit + .115 * size;
		const x = type.isRightToLeft ? content.x + content.width - start : content.x + start;
		const color = phrase <= active ? palette.accent : palette.accentToCome;
		return circle(x, baseline - capHeight / 2 * size, radius, color);
	};
}
function layOutTitle(stage) {
	const { palette, request, storyboard, title: text, type } = stage;
	const { repository } = request.subject;
	const title = readable(cleanText(text), "title", type.fonts);
	const below = title === "" && cleanText(text) !== "" ? describeHiddenText(storyboard.language) : repository;
	const style = {
		role: "text",
		size: 26,
		gap: 36,
		color: palette.quiet
	};
	return layOutCover({
		title: title || (repository ?? "Storyboard"),
		head: request.isBrief ? layOutTag(briefTag, stage) : mark(56, stage),
		below: (box) => below === void 0 ? [] : [label(below, style, box, stage)],
		note: describeStoryboard(storyboard)
	}, stage);
}
function layOutTag(text, stage) {
	const { frame, palette } = stage;
	const { unit } = frame;
	const [size, height, padding] = [
		19 * unit,
		40 * unit,
		18 * unit
	];
	const line = shapeLabel(text, "text", (frame.content.width - 2 * padding) / size, stage);
	return {
		gap: 0,
		height,
		place(top) {
			const panel = mirror({
				x: frame.margin,
				y: top,
				width: line.width * size + 2 * padding,
				height
			}, stage);
			const inside = {
				x: panel.x + padding,
				width: panel.width - 2 * padding
			};
			const baseline = top + (height + capHeight * size) / 2;
			const letters = place(line, inside, {
				size,
				baseline
			}, stage)(() => palette.accent);
			const shapes = [rectangle(panel, palette.panel, height / 2), ...letters];
			return () => shapes;
		}
	};
}
async function openCards(request, storyboard, data, fontFolders) {
	const rasterizer = await openRasterizer(() => data.read("resvg.wasm"));
	const { language } = storyboard;
	const text = textOf(request, storyboard);
	const { fonts, missing, missingScripts } = await openFonts(text, language, data, fontFolders);
	const stage = {
		frame: createFrame(request.aspectRatio, request.resolution),
		palette: choosePalette$1(request.subject.repository ?? request.title, request.theme),
		type: {
			fonts,
			language,
			isRightToLeft: isRightToLeft(language) || isMostlyRightToLeft(text)
		},
		title: titleOf(request, storyboard),
		request,
		storyboard
	};
	const laidOut =   new Map();
	return {
		width: stage.frame.width,
		height: stage.frame.height,
		background: stage.palette.background,
		progressBar: toProgressBar(stage),
		missing,
		missingScripts,
		states(index) {
			const scene = storyboard.scenes[index];
			return scene === void 0 || scene.kind === "title" || scene.kind === "closing" || isNeutral(scene) ? [-1] : [-1, ...phrasesOf(scene).keys()];
		},
		draw: (index, phrase) => rasterizer.pixels(draw(index, phrase)),
		png: (index, phrase) => rasterizer.png(draw(index, phrase)),
		close: () => laidOut.clear()
	};
	function isNeutral(scene) {
		return missing.length > 0 && isHidden(scene, stage);
	}
	function layOut(scene, index) {
		if (scene.kind === "title") return layOutTitle(stage);
		if (scene.kind === "closing") return layOutClosing(stage);
		if (isNeutral(scene)) return layOutHidden(index, stage);
		return scene.kind === "code" ? layOutCode(scene, index, stage) : layOutText(scene, index, stage);
	}
	function draw(index, phrase) {
		const { width, height } = stage.frame;
		const scene = storyboard.scenes[index];
		if (scene === void 0) throw new RangeError(`The storyboard has no scene ${index}.`);
		const card = laidOut.get(index) ?? layOut(scene, index);
		if (!laidOut.has(index)) laidOut.clear();
		laidOut.set(index, card);
		return picture(width, height, [rectangle({
			x: 0,
			y: 0,
			width,
			height
		}, stage.palette.background), ...card(phrase)]);
	}
}
function titleOf({ title }, { scenes }) {
	const scene = scenes.find(({ kind }) => kind === "title");
	return scene === void 0 ? title : scene.blocks.map(joinPhrases).join(" ");
}
function textOf({ title, subject }, { scenes }) {
	const words = scenes.flatMap((scene) => [
		scene.heading,
		...phrasesOf(scene).map((phrase) => phrase.text),
		...scene.code ?? []
	]);
	return [
		title,
		...Object.values(subject),
		...words
	].filter((part) => part !== void 0).join("\n");
}
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu;
function isMostlyRightToLeft(text) {
	return 2 * (text.match(rightToLeft)?.length ?? 0) > (text.match(/\p{L}/gu)?.length ?? 0);
}
function toProgressBar({ frame, palette, type }) {
	const { isRightToLeft } = type;
	return {
		...frame.progress,
		on: palette.accent,
		off: palette.line,
		isRightToLeft
	};
}
const quantizer = 22;
async function openH264Encoder(wasm, width, height) {
	const exports = await instantiate(wasm);
	const status = exports.open(width, height, quantizer);
	if (status !== 0) throw new Error(`OpenH264 can't encode ${width}x${height}: ${status}`);
	let parameterSets;
	return {
		planes: () => new Uint8Array(exports.memory.buffer, exports.input(), width * height * 3 / 2),
		encode(seconds, isKey) {
			const length = exports.encode(Math.round(seconds * 1e3), isKey ? 1 : 0);
			if (length <= 0) throw new Error(`OpenH264 failed: ${length}`);
			const units = splitUnits(new Uint8Array(exports.memory.buffer, exports.output(), length));
			parameterSets ??= findParameterSets(units);
			return {
				data: joinUnits(units.filter((unit) => !isParameterSet(unit))),
				isKey: units.some((unit) => unitType(unit) === unitTypes.keySlice)
			};
		},
		configuration() {
			if (!parameterSets) throw new Error("OpenH264 has encoded no picture yet");
			return toConfiguration(parameterSets);
		}
	};
}
async function instantiate(wasm) {
	const module = await WebAssembly.compile(wasm);
	const imports = {};
	for (const { module: name, name: field } of WebAssembly.Module.imports(module)) imports[name] = {
		...imports[name],
		[field]: () => 0
	};
	const exports = (await WebAssembly.instantiate(module, imports)).exports;
	exports._initialize?.();
	return exports;
}
const unitTypes = {
	keySlice: 5,
	sequenceParameters: 7,
	pictureParameters: 8
};
const unitType = (unit) => (unit[0] ?? 0) & 31;
const isParameterSet = (unit) => unitType(unit) === unitTypes.sequenceParameters || unitType(unit) === unitTypes.pictureParameters;
function findParameterSets(units) {
	const sequence = units.find((unit) => unitType(unit) === unitTypes.sequenceParameters)?.slice();
	const picture = units.find((unit) => unitType(unit) === unitTypes.pictureParameters)?.slice();
	return sequence && picture && {
		sequence,
		picture
	};
}
function splitUnits(stream) {
	const starts = [];
	for (let at = stream.indexOf(1, 2); at >= 0; at = stream.indexOf(1, at + 1)) if (stream[at - 1] === 0 && stream[at - 2] === 0) starts.push(at + 1);
	return starts.map((start, index) => {
		const next = starts[index + 1];
		let end = next === void 0 ? stream.length : next - 3;
		while (next !== void 0 && stream[end - 1] === 0) end -= 1;
		return stream.subarray(start, end);
	});
}
function joinUnits(units) {
	const data = new Uint8Array(units.reduce((sum, unit) => sum + 4 + unit.length, 0));
	const view = new DataView(data.buffer);
	let at = 0;
	for (const unit of units) {
		view.setUint32(at, unit.length);
		data.set(unit, at + 4);
		at += 4 + unit.length;
	}
	return data;
}
function toConfiguration({ sequence, picture }) {
	const [, profile = 0, compatibility = 0, level = 0] = sequence;
	return Uint8Array.of(...[
		1,
		profile,
		compatibility,
		level,
		255,
		225
	], ...[
		sequence.length >> 8,
		sequence.length & 255,
		...sequence
	], ...[
		1,
		picture.length >> 8,
		picture.length & 255,
		...picture
	]);
}
const bufferCount = 3;
function startEncoderThread(program, task) {
	const worker = new Worker$1(program, {
		resourceLimits: { maxYoungGenerationSizeMb: 2 },
		workerData: task,
		execArgv: [],
		stdout: true,
		stderr: true
	});
	const free = Array.from({ length: bufferCount }, () => new Uint8Array(task.width * task.height * 3 / 2));
	const waiting = [];
	const encoding = [];
	worker.on("message", ({ planes, ...picture }) => {
		const next = waiting.shift();
		if (next) next.resolve(planes);
		else free.push(planes);
		encoding.shift()?.resolve(picture);
	});
	const fail = (error) => {
		for (const { reject } of [...waiting, ...encoding]) reject(error);
	};
	worker.on("error", fail);
	worker.on("exit", () => fail(  new Error("The encoder stopped.")));
	return {
		async planes() {
			const buffer = free.pop();
			if (buffer) return buffer;
			const next = Promise.withResolvers();
			waiting.push(next);
			return next.promise;
		},
		encode(planes, seconds, isKey) {
			const picture = Promise.withResolvers();
			encoding.push(picture);
			const message = {
				planes,
				seconds,
				isKey
			};
			worker.postMessage(message, [planes.buffer]);
			return picture.promise;
		},
		close: async () => void await worker.terminate()
	};
}
async function serveEncoder({ h264, width, height }, port) {
	const encoder = await openH264Encoder(h264, width, height);
	port.on("message", ({ planes, seconds, isKey }) => {
		encoder.planes().set(planes);
		const frame = encoder.encode(seconds, isKey);
		const message = {
			...frame,
			planes,
			configuration: encoder.configuration()
		};
		port.postMessage(message, [planes.buffer, frame.data.buffer]);
	});
}
const ticksPerFrame = 2;
const sceneTransitionTicks = 8;
const stateTransitionTicks = 5;
const ticksPerFrameWithoutMotion = 25;
const maxTicksBetweenKeys = 200;
function planFrames(cards, { motion }) {
	const frames = [];
	let lastKey = 0;
	for (const [scene, card] of cards.entries()) {
		const starts = stateTicks(card);
		for (const tick of cardTicks(card, starts, motion)) {
			const state = starts.findLastIndex((start) => start <= tick);
			const mix = motion ? easedMix(tick - (starts[state] ?? tick), transitionTicks(scene, state)) : 256;
			const last = frames.at(-1);
			const isSettledCard = mix === 256 && state === 0 && (last?.scene !== scene || last.mix < 256);
			const isKey = !last || isSettledCard || mix === 256 && tick - lastKey >= maxTicksBetweenKeys;
			if (isKey) lastKey = tick;
			frames.push({
				tick,
				scene,
				state,
				mix,
				isKey
			});
		}
	}
	return frames;
}
function transitionTicks(scene, state) {
	if (state > 0) return stateTransitionTicks;
	return scene === 0 ? 0 : sceneTransitionTicks;
}
function stateTicks({ start, stateStarts }) {
	const first = toTicks(start);
	return [first, ...stateStarts.slice(1).map((seconds) => Math.max(first, toTicks(seconds)))];
}
function cardTicks(card, starts, motion) {
	const [first, end] = [toTicks(card.start), toTicks(card.end)];
	const ticks = new Set(starts);
	const step = motion ? ticksPerFrame : ticksPerFrameWithoutMotion;
	for (let tick = first; tick < end; tick += step) ticks.add(tick);
	if (motion) for (const [state, start] of starts.entries()) {
		const settled = start + (state === 0 ? sceneTransitionTicks : stateTransitionTicks);
		for (let tick = start; tick <= settled; tick++) ticks.add(tick);
	}
	return [...ticks].filter((tick) => tick < end).sort((one, other) => one - other);
}
function easedMix(age, ticks) {
	if (age >= ticks) return 256;
	const part = (age + 1) / (ticks + 1);
	return Math.round(256 * part * part * (3 - 2 * part));
}
const toTicks = (seconds) => Math.round(seconds * 25);
function createGifFile(width, height) {
	const parts = [Buffer.concat([
		Buffer.from("GIF89a"),
		words(width, height),
		Buffer.of(0, 0, 0),
		Buffer.from("!ÿ\vNETSCAPE2.0\0\0\0", "latin1")
	])];
	return {
		add({ indexes, colors, transparentIndex, seconds }) {
			const flags = 4 | (transparentIndex === void 0 ? 0 : 1);
			parts.push(Buffer.of(33, 249, 4, flags), words(Math.round(seconds * 100)), Buffer.of(transparentIndex ?? 0, 0), Buffer.of(44), words(0, 0, width, height), Buffer.of(135), Buffer.from(colors.flatMap((color) => [
				color >> 16,
				color >> 8 & 255,
				color & 255
			])), Buffer.of(bitsPerIndex), toSubBlocks(compress(indexes)));
		},
		finish: () => Buffer.concat([...parts, Buffer.of(59)])
	};
}
function words(...values) {
	const bytes = Buffer.alloc(values.length * 2);
	for (const [index, value] of values.entries()) bytes.writeUInt16LE(value, index * 2);
	return bytes;
}
function toSubBlocks(data) {
	const blocks = [];
	for (let start = 0; start < data.length; start += 255) {
		const block = data.subarray(start, start + 255);
		blocks.push(Buffer.of(block.length), block);
	}
	return Buffer.concat([...blocks, Buffer.of(0)]);
}
const bitsPerIndex = 8;
const clearCode = 256;
const endCode = 257;
const maxCodes = 4096;
function compress(indexes) {
	const output = createBitWriter(indexes.length);
	let codes =   new Map();
	let nextCode = 258;
	let bits = 9;
	output.write(clearCode, bits);
	let prefix = indexes[0] ?? 0;
	for (let at = 1; at < indexes.length; at++) {
		const index = indexes[at] ?? 0;
		const key = prefix << bitsPerIndex | index;
		const known = codes.get(key);
		if (known !== void 0) {
			prefix = known;
			continue;
		}
		output.write(prefix, bits);
		prefix = index;
		if (nextCode === maxCodes) {
			output.write(clearCode, bits);
			codes =   new Map();
			nextCode = 258;
			bits = 9;
			continue;
		}
		if (nextCode === 1 << bits) bits += 1;
		codes.set(key, nextCode++);
	}
	output.write(prefix, bits);
	output.write(endCode, bits);
	return output.finish();
}
function createBitWriter(capacity) {
	const bytes = new Uint8Array(2 * capacity + 16);
	let length = 0;
	let pending = 0;
	let pendingBits = 0;
	return {
		write(code, bits) {
			pending |= code << pendingBits;
			pendingBits += bits;
			while (pendingBits >= 8) {
				bytes[length++] = pending & 255;
				pending >>>= 8;
				pendingBits -= 8;
			}
		},
		finish() {
			if (pendingBits > 0) bytes[length++] = pending & 255;
			return bytes.subarray(0, length);
		}
	};
}
const shorterSide = 360;
const maxColors = 255;
const unchanged = 255;
function createGif(width, height) {
	const factor = Math.max(1, Math.floor(Math.min(width, height) / shorterSide));
	const size = {
		width: Math.floor(width / factor),
		height: Math.floor(height / factor)
	};
	const file = createGifFile(size.width, size.height);
	let previous;
	return {
		add(rgba, seconds) {
			const colors = scaleDown(rgba, width, size, factor);
			const palette = choosePalette(colors, previous);
			file.add({
				indexes: indexColors(colors, palette, previous),
				colors: palette.colors,
				transparentIndex: previous && unchanged,
				seconds
			});
			previous = colors;
		},
		finish: file.finish
	};
}
function scaleDown(rgba, width, size, factor) {
	const colors = new Uint32Array(size.width * size.height);
	const pixels = factor * factor;
	let index = 0;
	for (let row = 0; row < size.height; row++) for (let column = 0; column < size.width; column++) {
		let [red, green, blue] = [
			0,
			0,
			0
		];
		for (let y = row * factor; y < (row + 1) * factor; y++) {
			let at = (y * width + column * factor) * 4;
			for (let x = 0; x < factor; x++, at += 4) {
				red += rgba[at] ?? 0;
				green += rgba[at + 1] ?? 0;
				blue += rgba[at + 2] ?? 0;
			}
		}
		colors[index++] = Math.round(red / pixels) << 16 | Math.round(green / pixels) << 8 | Math.round(blue / pixels);
	}
	return colors;
}
const binCount = 2 ** 15;
const binOf = (color) => color >> 9 & 31744 | color >> 6 & 992 | color >> 3 & 31;
function choosePalette(colors, previous) {
	const counts = new Uint32Array(binCount);
	const votes = new Int32Array(binCount);
	const candidates = new Uint32Array(binCount);
	for (let at = 0; at < colors.length; at++) {
		const color = colors[at] ?? 0;
		if (color === previous?.[at]) continue;
		const bin = binOf(color);
		counts[bin] = (counts[bin] ?? 0) + 1;
		if (votes[bin] === 0) candidates[bin] = color;
		votes[bin] = (votes[bin] ?? 0) + (candidates[bin] === color ? 1 : -1);
	}
	const fullest = [...counts.keys()].filter((bin) => (counts[bin] ?? 0) > 0).sort((one, other) => (counts[other] ?? 0) - (counts[one] ?? 0)).slice(0, maxColors);
	const indexes = new Int16Array(binCount).fill(-1);
	for (const [index, bin] of fullest.entries()) indexes[bin] = index;
	const padding = new Array(256 - fullest.length).fill(0);
	return {
		colors: [...fullest.map((bin) => candidates[bin] ?? 0), ...padding],
		indexes
	};
}
function indexColors(colors, palette, previous) {
	const result = new Uint8Array(colors.length);
	for (let at = 0; at < colors.length; at++) {
		const color = colors[at] ?? 0;
		result[at] = color === previous?.[at] ? unchanged : indexOf(color, palette);
	}
	return result;
}
function indexOf(color, { colors, indexes }) {
	const bin = binOf(color);
	const known = indexes[bin] ?? -1;
	if (known >= 0) return known;
	const nearest = nearestIndex(color, colors);
	indexes[bin] = nearest;
	return nearest;
}
function nearestIndex(color, colors) {
	const [red, green, blue] = toChannels(color);
	const distances = colors.slice(0, maxColors).map((other) => {
		const [otherRed, otherGreen, otherBlue] = toChannels(other);
		return (red - otherRed) ** 2 + (green - otherGreen) ** 2 + (blue - otherBlue) ** 2;
	});
	return distances.indexOf(Math.min(...distances));
}
const toChannels = (color) => [
	color >> 16,
	color >> 8 & 255,
	color & 255
];
const maxSeconds = 1.6;
const maxStates = 40;
const minSeconds = .5;
function planPreview(cards) {
	const count = cards.reduce((sum, { stateStarts }) => sum + stateStarts.length, 0);
	return (index, state) => {
		const card = cards[index];
		if (!card) return void 0;
		const isLast = state === card.stateStarts.length - 1;
		if (count > maxStates && (!isLast || index >= maxStates)) return void 0;
		const start = state === 0 ? card.start : card.stateStarts[state] ?? card.start;
		const seconds = (card.stateStarts[state + 1] ?? card.end) - start;
		return seconds < minSeconds && !isLast ? void 0 : Math.min(maxSeconds, Math.max(0, seconds));
	};
}
// node_modules/mediabunny/dist/modules/src/misc.js
function assert(x) {
	if (!x) throw new Error("Assertion failed.");
}
const DEG_TO_RAD = Math.PI / 180;
const IDENTITY_MATRIX = [
	1,
	0,
	0,
	0,
	1,
	0,
	0,
	0,
	1
];
const centeredTransformationMatrix = (linear, width, height) => {
	const [a, b, , c, d] = linear;
	const transformedWidth = Math.abs(a) * width + Math.abs(c) * height;
	const transformedHeight = Math.abs(b) * width + Math.abs(d) * height;
	return multiplyMatrices(multiplyMatrices(translationMatrix(-width / 2, -height / 2), linear), translationMatrix(transformedWidth / 2, transformedHeight / 2));
};
const rotationMatrix = (rotationInDegrees) => {
	const theta = rotationInDegrees * DEG_TO_RAD;
	const cosTheta = Math.round(Math.cos(theta));
	const sinTheta = Math.round(Math.sin(theta));
	return [
		cosTheta,
		sinTheta,
		0,
		-sinTheta,
		cosTheta,
		0,
		0,
		0,
		1
	];
};
const translationMatrix = (x, y) => {
	return [
		1,
		0,
		0,
		0,
		1,
		0,
		x,
		y,
		1
	];
};
const scaleMatrix = (x, y) => {
	return [
		x,
		0,
		0,
		0,
		y,
		0,
		0,
		0,
		1
	];
};
const multiplyMatrices = (a, b) => {
	const result = new Array(9);
	for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) result[3 * i + j] = a[3 * i] * b[j] + a[3 * i + 1] * b[3 + j] + a[3 * i + 2] * b[6 + j];
	return result;
};
const last = (arr) => {
	return arr && arr[arr.length - 1];
};
const isU32 = (value) => {
	return value >= 0 && value < 2 ** 32;
};
const isI32 = (value) => {
	return value >= -(2 ** 31) && value < 2 ** 31;
};
const readExpGolomb = (bitstream) => {
	let leadingZeroBits = 0;
	while (bitstream.readBits(1) === 0 && leadingZeroBits < 32) leadingZeroBits++;
	if (leadingZeroBits >= 32) throw new Error("Invalid exponential-Golomb code.");
	return (1 << leadingZeroBits) - 1 + bitstream.readBits(leadingZeroBits);
};
const readSignedExpGolomb = (bitstream) => {
	const codeNum = readExpGolomb(bitstream);
	return (codeNum & 1) === 0 ? -(codeNum >> 1) : codeNum + 1 >> 1;
};
const toUint8Array = (source) => {
	if (source.constructor === Uint8Array) return source;
	else if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
	else return new Uint8Array(source);
};
const toDataView = (source) => {
	if (source.constructor === DataView) return source;
	else if (ArrayBuffer.isView(source)) return new DataView(source.buffer, source.byteOffset, source.byteLength);
	else return new DataView(source);
};
const TextEncoder$1 = typeof globalThis.TextEncoder !== "undefined" ? globalThis.TextEncoder : class TextEncoder {
	constructor() {
		this.encoding = "utf-8";
	}
	encode(input = "") {
		const bytes = new Uint8Array(3 * input.length);
		let n = 0;
		for (let i = 0; i < input.length; i++) {
			let c = input.charCodeAt(i);
			if (c < 128) bytes[n++] = c;
			else if (c < 2048) {
				bytes[n++] = 192 | c >> 6;
				bytes[n++] = 128 | c & 63;
			} else if (c < 55296 || c > 57343) {
				bytes[n++] = 224 | c >> 12;
				bytes[n++] = 128 | c >> 6 & 63;
				bytes[n++] = 128 | c & 63;
			} else {
				const next = i + 1 < input.length ? input.charCodeAt(i + 1) : 0;
				if (c < 56320 && next >= 56320 && next <= 57343) {
					c = 65536 + (c - 55296 << 10) + (next - 56320);
					i++;
					bytes[n++] = 240 | c >> 18;
					bytes[n++] = 128 | c >> 12 & 63;
					bytes[n++] = 128 | c >> 6 & 63;
					bytes[n++] = 128 | c & 63;
				} else {
					bytes[n++] = 239;
					bytes[n++] = 191;
					bytes[n++] = 189;
				}
			}
		}
		return bytes.slice(0, n);
	}
};
typeof globalThis.TextDecoder !== "undefined" && globalThis.TextDecoder;
const textEncoder =   new TextEncoder$1();
const COLOR_PRIMARIES_MAP = {
	bt709: 1,
	bt470bg: 5,
	smpte170m: 6,
	bt2020: 9,
	smpte432: 12
};
const TRANSFER_CHARACTERISTICS_MAP = {
	"bt709": 1,
	"smpte170m": 6,
	"linear": 8,
	"iec61966-2-1": 13,
	"pq": 16,
	"hlg": 18
};
const MATRIX_COEFFICIENTS_MAP = {
	"rgb": 0,
	"bt709": 1,
	"bt470bg": 5,
	"smpte170m": 6,
	"bt2020-ncl": 9
};
const colorSpaceIsEmpty = (colorSpace) => {
	return !colorSpace || colorSpace.primaries == null && colorSpace.transfer == null && colorSpace.matrix == null && colorSpace.fullRange == null;
};
const isAllowSharedBufferSource = (x) => {
	return x instanceof ArrayBuffer || typeof SharedArrayBuffer !== "undefined" && x instanceof SharedArrayBuffer || ArrayBuffer.isView(x);
};
var AsyncMutex = class {
	constructor() {
		this.currentPromise = Promise.resolve();
		this.pending = 0;
	}
	async acquire() {
		let resolver;
		const nextPromise = new Promise((resolve) => {
			let resolved = false;
			resolver = () => {
				if (resolved) return;
				resolve();
				this.pending--;
				resolved = true;
			};
		});
		const currentPromiseAlias = this.currentPromise;
		this.currentPromise = nextPromise;
		this.pending++;
		await currentPromiseAlias;
		return resolver;
	}
};
const promiseWithResolvers = () => {
	let resolve;
	let reject;
	return {
		promise: new Promise((res, rej) => {
			resolve = res;
			reject = rej;
		}),
		resolve,
		reject
	};
};
const assertNever = (x) => {
	throw new Error(`Unexpected value: ${x}`);
};
const setUint24 = (view, byteOffset, value, littleEndian) => {
	value = value >>> 0;
	value = value & 16777215;
	if (littleEndian) {
		view.setUint8(byteOffset, value & 255);
		view.setUint8(byteOffset + 1, value >>> 8 & 255);
		view.setUint8(byteOffset + 2, value >>> 16 & 255);
	} else {
		view.setUint8(byteOffset, value >>> 16 & 255);
		view.setUint8(byteOffset + 1, value >>> 8 & 255);
		view.setUint8(byteOffset + 2, value & 255);
	}
};
const popcount = (value) => {
	let count = 0;
	while (value !== 0) {
		value &= value - 1;
		count++;
	}
	return count;
};
const ISO_639_2_REGEX = /^[a-z]{3}$/;
const isIso639Dash2LanguageCode = (x) => {
	return ISO_639_2_REGEX.test(x);
};
const SECOND_TO_MICROSECOND_FACTOR = 1e6 * (1 + Number.EPSILON);
const computeRationalApproximation = (x, maxDenominator) => {
	const sign = x < 0 ? -1 : 1;
	x = Math.abs(x);
	let prevNumerator = 0, prevDenominator = 1;
	let currNumerator = 1, currDenominator = 0;
	let remainder = x;
	while (true) {
		const integer = Math.floor(remainder);
		const nextNumerator = integer * currNumerator + prevNumerator;
		const nextDenominator = integer * currDenominator + prevDenominator;
		if (nextDenominator > maxDenominator) return {
			num: sign * currNumerator,
			den: currDenominator
		};
		prevNumerator = currNumerator;
		prevDenominator = currDenominator;
		currNumerator = nextNumerator;
		currDenominator = nextDenominator;
		remainder = 1 / (remainder - integer);
		if (!isFinite(remainder)) break;
	}
	return {
		num: sign * currNumerator,
		den: currDenominator
	};
};
let isWebKitCache = null;
const isWebKit = () => {
	if (isWebKitCache !== null) return isWebKitCache;
	return isWebKitCache = !!(typeof navigator !== "undefined" && (navigator.vendor?.match(/apple/i) || /AppleWebKit/.test(navigator.userAgent) && !/Chrome/.test(navigator.userAgent) || /\b(iPad|iPhone|iPod)\b/.test(navigator.userAgent)));
};
const NativePromiseConstructor = (  (async () => {})()).constructor;
const isThenable = (value) => {
	if (value instanceof NativePromiseConstructor || value instanceof Promise) return true;
	return typeof value?.then === "function";
};
const keyValueIterator = function* (object) {
	for (const key in object) {
		const value = object[key];
		if (value === void 0) continue;
		yield {
			key,
			value
		};
	}
};
const isNumber = (x) => {
	return typeof x === "number" && !Number.isNaN(x);
};
const simplifyRational = (rational) => {
	assert(Number.isInteger(rational.num));
	assert(Number.isInteger(rational.den));
	assert(rational.den !== 0);
	let a = Math.abs(rational.num);
	let b = Math.abs(rational.den);
	while (b !== 0) {
		const t = a % b;
		a = b;
		b = t;
	}
	const gcd = a || 1;
	return {
		num: rational.num / gcd,
		den: rational.den / gcd
	};
};
const toArray = (x) => {
	if (Array.isArray(x)) return x;
	else return [x];
};
var EventEmitter = class {
	constructor() {
		this._listeners =   new Map();
	}
	on(event, listener, options) {
		if (!this._listeners.has(event)) this._listeners.set(event,   new Set());
		const entry = {
			fn: listener,
			once: options?.once ?? false
		};
		this._listeners.get(event).add(entry);
		return () => {
			this._listeners.get(event)?.delete(entry);
		};
	}
	_emit(...args) {
		const [event, data] = args;
		const listeners = this._listeners.get(event);
		if (!listeners) return;
		for (const entry of listeners) {
			try {
				entry.fn(data);
			} catch (error) {
				console.error(error);
			}
			if (entry.once) listeners.delete(entry);
		}
	}
};
const isRecordStringString = (value) => {
	return value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every((x) => typeof x === "string");
};
// node_modules/mediabunny/dist/modules/src/logging.js
var LogLevel;
(function(LogLevel) {
	LogLevel[LogLevel["Silent"] = 0] = "Silent";
	LogLevel[LogLevel["Errors"] = 1] = "Errors";
	LogLevel[LogLevel["Warnings"] = 2] = "Warnings";
	LogLevel[LogLevel["Info"] = 3] = "Info";
})(LogLevel || (LogLevel = {}));
var Logging = class Logging {
	constructor() {}
	static get level() {
		return Logging._level;
	}
	static set level(value) {
		if (value !== LogLevel.Silent && value !== LogLevel.Errors && value !== LogLevel.Warnings && value !== LogLevel.Info) throw new TypeError("Invalid log level. Use one of the values of the LogLevel enum.");
		Logging._level = value;
	}
	static get _emitter() {
		return Logging._emitterInstance ??= new EventEmitter();
	}
	static on(event, listener, options) {
		return Logging._emitter.on(event, listener, options);
	}
	static _error(...args) {
		Logging._emitter._emit("error", args);
		if (Logging._level >= LogLevel.Errors) console.error(...args);
	}
	static _warn(...args) {
		Logging._emitter._emit("warn", args);
		if (Logging._level >= LogLevel.Warnings) console.warn(...args);
	}
	static _info(...args) {
		Logging._emitter._emit("info", args);
		if (Logging._level >= LogLevel.Info) console.info(...args);
	}
};
Logging._level = LogLevel.Info;
Logging._emitterInstance = null;
// node_modules/mediabunny/dist/modules/src/metadata.js
var RichImageData = class {
	constructor(data, mimeType) {
		this.data = data;
		this.mimeType = mimeType;
		if (!(data instanceof Uint8Array)) throw new TypeError("data must be a Uint8Array.");
		if (typeof mimeType !== "string") throw new TypeError("mimeType must be a string.");
	}
};
var AttachedFile = class {
	constructor(data, mimeType, name, description) {
		this.data = data;
		this.mimeType = mimeType;
		this.name = name;
		this.description = description;
		if (!(data instanceof Uint8Array)) throw new TypeError("data must be a Uint8Array.");
		if (mimeType !== void 0 && typeof mimeType !== "string") throw new TypeError("mimeType, when provided, must be a string.");
		if (name !== void 0 && typeof name !== "string") throw new TypeError("name, when provided, must be a string.");
		if (description !== void 0 && typeof description !== "string") throw new TypeError("description, when provided, must be a string.");
	}
};
const validateMetadataTags = (tags) => {
	if (!tags || typeof tags !== "object") throw new TypeError("tags must be an object.");
	if (tags.title !== void 0 && typeof tags.title !== "string") throw new TypeError("tags.title, when provided, must be a string.");
	if (tags.description !== void 0 && typeof tags.description !== "string") throw new TypeError("tags.description, when provided, must be a string.");
	if (tags.artist !== void 0 && typeof tags.artist !== "string") throw new TypeError("tags.artist, when provided, must be a string.");
	if (tags.album !== void 0 && typeof tags.album !== "string") throw new TypeError("tags.album, when provided, must be a string.");
	if (tags.albumArtist !== void 0 && typeof tags.albumArtist !== "string") throw new TypeError("tags.albumArtist, when provided, must be a string.");
	if (tags.trackNumber !== void 0 && (!Number.isInteger(tags.trackNumber) || tags.trackNumber <= 0)) throw new TypeError("tags.trackNumber, when provided, must be a positive integer.");
	if (tags.tracksTotal !== void 0 && (!Number.isInteger(tags.tracksTotal) || tags.tracksTotal <= 0)) throw new TypeError("tags.tracksTotal, when provided, must be a positive integer.");
	if (tags.discNumber !== void 0 && (!Number.isInteger(tags.discNumber) || tags.discNumber <= 0)) throw new TypeError("tags.discNumber, when provided, must be a positive integer.");
	if (tags.discsTotal !== void 0 && (!Number.isInteger(tags.discsTotal) || tags.discsTotal <= 0)) throw new TypeError("tags.discsTotal, when provided, must be a positive integer.");
	if (tags.genre !== void 0 && typeof tags.genre !== "string") throw new TypeError("tags.genre, when provided, must be a string.");
	if (tags.date !== void 0 && (!(tags.date instanceof Date) || Number.isNaN(tags.date.getTime()))) throw new TypeError("tags.date, when provided, must be a valid Date.");
	if (tags.beatsPerMinute !== void 0 && (!Number.isInteger(tags.beatsPerMinute) || tags.beatsPerMinute <= 0)) throw new TypeError("tags.beatsPerMinute, when provided, must be a positive integer.");
	if (tags.lyrics !== void 0 && typeof tags.lyrics !== "string") throw new TypeError("tags.lyrics, when provided, must be a string.");
	if (tags.images !== void 0) {
		if (!Array.isArray(tags.images)) throw new TypeError("tags.images, when provided, must be an array.");
		for (const image of tags.images) {
			if (!image || typeof image !== "object") throw new TypeError("Each image in tags.images must be an object.");
			if (!(image.data instanceof Uint8Array)) throw new TypeError("Each image.data must be a Uint8Array.");
			if (typeof image.mimeType !== "string") throw new TypeError("Each image.mimeType must be a string.");
			if (![
				"coverFront",
				"coverBack",
				"unknown"
			].includes(image.kind)) throw new TypeError("Each image.kind must be 'coverFront', 'coverBack', or 'unknown'.");
		}
	}
	if (tags.comment !== void 0 && typeof tags.comment !== "string") throw new TypeError("tags.comment, when provided, must be a string.");
	if (tags.raw !== void 0) {
		if (!tags.raw || typeof tags.raw !== "object") throw new TypeError("tags.raw, when provided, must be an object.");
		for (const value of Object.values(tags.raw)) if (value !== null && typeof value !== "string" && !(Array.isArray(value) && value.every((x) => typeof x === "string")) && !(value instanceof Uint8Array) && !(value instanceof RichImageData) && !(value instanceof AttachedFile) && !isRecordStringString(value)) throw new TypeError("Each value in tags.raw must be a string, string array, Uint8Array, RichImageData, AttachedFile, Record<string, string>, or null.");
	}
};
const validateTrackDisposition = (disposition) => {
	if (!disposition || typeof disposition !== "object") throw new TypeError("disposition must be an object.");
	if (disposition.default !== void 0 && typeof disposition.default !== "boolean") throw new TypeError("disposition.default must be a boolean.");
	if (disposition.primary !== void 0 && typeof disposition.primary !== "boolean") throw new TypeError("disposition.primary must be a boolean.");
	if (disposition.forced !== void 0 && typeof disposition.forced !== "boolean") throw new TypeError("disposition.forced must be a boolean.");
	if (disposition.original !== void 0 && typeof disposition.original !== "boolean") throw new TypeError("disposition.original must be a boolean.");
	if (disposition.commentary !== void 0 && typeof disposition.commentary !== "boolean") throw new TypeError("disposition.commentary must be a boolean.");
	if (disposition.hearingImpaired !== void 0 && typeof disposition.hearingImpaired !== "boolean") throw new TypeError("disposition.hearingImpaired must be a boolean.");
	if (disposition.visuallyImpaired !== void 0 && typeof disposition.visuallyImpaired !== "boolean") throw new TypeError("disposition.visuallyImpaired must be a boolean.");
};
// node_modules/mediabunny/dist/modules/shared/bitstream.js
var Bitstream = class Bitstream {
	constructor(bytes) {
		this.bytes = bytes;
		this.pos = 0;
	}
	seekToByte(byteOffset) {
		this.pos = 8 * byteOffset;
	}
	readBit() {
		const byteIndex = Math.floor(this.pos / 8);
		const byte = this.bytes[byteIndex] ?? 0;
		const bitIndex = 7 - (this.pos & 7);
		const bit = (byte & 1 << bitIndex) >> bitIndex;
		this.pos++;
		return bit;
	}
	readBits(n) {
		if (n === 1) return this.readBit();
		let result = 0;
		for (let i = 0; i < n; i++) {
			result <<= 1;
			result |= this.readBit();
		}
		return result;
	}
	writeBits(n, value) {
		const end = this.pos + n;
		for (let i = this.pos; i < end; i++) {
			const byteIndex = Math.floor(i / 8);
			let byte = this.bytes[byteIndex];
			const bitIndex = 7 - (i & 7);
			byte &= ~(1 << bitIndex);
			byte |= (value & 1 << end - i - 1) >> end - i - 1 << bitIndex;
			this.bytes[byteIndex] = byte;
		}
		this.pos = end;
	}
	copyBits(n, other) {
		let i = 0;
		for (; i < n - 7; i += 8) this.writeBits(8, other.readBits(8));
		const leftover = n - i;
		if (leftover > 0) this.writeBits(leftover, other.readBits(leftover));
	}
	readAlignedByte() {
		if (this.pos % 8 !== 0) throw new Error("Bitstream is not byte-aligned.");
		const byteIndex = this.pos / 8;
		const byte = this.bytes[byteIndex] ?? 0;
		this.pos += 8;
		return byte;
	}
	skipBits(n) {
		this.pos += n;
	}
	getBitsLeft() {
		return this.bytes.length * 8 - this.pos;
	}
	clone() {
		const clone = new Bitstream(this.bytes);
		clone.pos = this.pos;
		return clone;
	}
};
// node_modules/mediabunny/dist/modules/shared/aac-misc.js
const aacFrequencyTable = [
	96e3,
	88200,
	64e3,
	48e3,
	44100,
	32e3,
	24e3,
	22050,
	16e3,
	12e3,
	11025,
	8e3,
	7350
];
const aacChannelMap = [
	-1,
	1,
	2,
	3,
	4,
	5,
	6,
	8
];
const buildAacAudioSpecificConfig = (config) => {
	const usesSbr = config.objectType === 5 || config.objectType === 29;
	const usesPs = config.objectType === 29;
	const coreSampleRate = usesSbr ? config.outputSampleRate / 2 : config.outputSampleRate;
	const coreNumberOfChannels = usesPs ? 1 : config.outputNumberOfChannels;
	const channelConfiguration = aacChannelMap.indexOf(coreNumberOfChannels);
	if (channelConfiguration === -1) throw new TypeError(`Unsupported number of channels: ${config.outputNumberOfChannels}`);
	let bitCount = 16;
	if (config.objectType >= 32) bitCount += 6;
	if (findAacFrequencyIndex(coreSampleRate) === 15) bitCount += 24;
	if (usesSbr) {
		bitCount += 9;
		if (findAacFrequencyIndex(config.outputSampleRate) === 15) bitCount += 24;
	}
	const byteCount = Math.ceil(bitCount / 8);
	const bytes = new Uint8Array(byteCount);
	const bitstream = new Bitstream(bytes);
	writeAacObjectType(bitstream, config.objectType);
	writeAacSamplingFrequency(bitstream, coreSampleRate);
	bitstream.writeBits(4, channelConfiguration);
	if (usesSbr) {
		writeAacSamplingFrequency(bitstream, config.outputSampleRate);
		writeAacObjectType(bitstream, 2);
	}
	bitstream.writeBits(3, 0);
	return bytes;
};
const writeAacObjectType = (bitstream, objectType) => {
	if (objectType < 32) bitstream.writeBits(5, objectType);
	else {
		bitstream.writeBits(5, 31);
		bitstream.writeBits(6, objectType - 32);
	}
};
const writeAacSamplingFrequency = (bitstream, sampleRate) => {
	const frequencyIndex = findAacFrequencyIndex(sampleRate);
	bitstream.writeBits(4, frequencyIndex);
	if (frequencyIndex === 15) bitstream.writeBits(24, sampleRate);
};
const findAacFrequencyIndex = (sampleRate) => {
	const index = aacFrequencyTable.indexOf(sampleRate);
	return index === -1 ? 15 : index;
};
// node_modules/mediabunny/dist/modules/shared/ac3-misc.js
const AC3_SAMPLE_RATES = [
	48e3,
	44100,
	32e3
];
const EAC3_REDUCED_SAMPLE_RATES = [
	24e3,
	22050,
	16e3
];
const VERSIONED_NAME = `Mediabunny v1.61.0`;
// node_modules/mediabunny/dist/modules/src/codec-data.js
var AvcNalUnitType;
(function(AvcNalUnitType) {
	AvcNalUnitType[AvcNalUnitType["NON_IDR_SLICE"] = 1] = "NON_IDR_SLICE";
	AvcNalUnitType[AvcNalUnitType["SLICE_DPA"] = 2] = "SLICE_DPA";
	AvcNalUnitType[AvcNalUnitType["SLICE_DPB"] = 3] = "SLICE_DPB";
	AvcNalUnitType[AvcNalUnitType["SLICE_DPC"] = 4] = "SLICE_DPC";
	AvcNalUnitType[AvcNalUnitType["IDR"] = 5] = "IDR";
	AvcNalUnitType[AvcNalUnitType["SEI"] = 6] = "SEI";
	AvcNalUnitType[AvcNalUnitType["SPS"] = 7] = "SPS";
	AvcNalUnitType[AvcNalUnitType["PPS"] = 8] = "PPS";
	AvcNalUnitType[AvcNalUnitType["AUD"] = 9] = "AUD";
	AvcNalUnitType[AvcNalUnitType["SPS_EXT"] = 13] = "SPS_EXT";
})(AvcNalUnitType || (AvcNalUnitType = {}));
var HevcNalUnitType;
(function(HevcNalUnitType) {
	HevcNalUnitType[HevcNalUnitType["RASL_N"] = 8] = "RASL_N";
	HevcNalUnitType[HevcNalUnitType["RASL_R"] = 9] = "RASL_R";
	HevcNalUnitType[HevcNalUnitType["BLA_W_LP"] = 16] = "BLA_W_LP";
	HevcNalUnitType[HevcNalUnitType["RSV_IRAP_VCL23"] = 23] = "RSV_IRAP_VCL23";
	HevcNalUnitType[HevcNalUnitType["VPS_NUT"] = 32] = "VPS_NUT";
	HevcNalUnitType[HevcNalUnitType["SPS_NUT"] = 33] = "SPS_NUT";
	HevcNalUnitType[HevcNalUnitType["PPS_NUT"] = 34] = "PPS_NUT";
	HevcNalUnitType[HevcNalUnitType["AUD_NUT"] = 35] = "AUD_NUT";
	HevcNalUnitType[HevcNalUnitType["PREFIX_SEI_NUT"] = 39] = "PREFIX_SEI_NUT";
	HevcNalUnitType[HevcNalUnitType["SUFFIX_SEI_NUT"] = 40] = "SUFFIX_SEI_NUT";
})(HevcNalUnitType || (HevcNalUnitType = {}));
const iterateNalUnitsInAnnexB = function* (packetData) {
	let i = 0;
	let nalStart = -1;
	while (i < packetData.length - 2) {
		const zeroIndex = packetData.indexOf(0, i);
		if (zeroIndex === -1 || zeroIndex >= packetData.length - 2) break;
		i = zeroIndex;
		let startCodeLength = 0;
		if (i + 3 < packetData.length && packetData[i + 1] === 0 && packetData[i + 2] === 0 && packetData[i + 3] === 1) startCodeLength = 4;
		else if (packetData[i + 1] === 0 && packetData[i + 2] === 1) startCodeLength = 3;
		if (startCodeLength === 0) {
			i++;
			continue;
		}
		if (nalStart !== -1 && i > nalStart) yield {
			offset: nalStart,
			length: i - nalStart
		};
		nalStart = i + startCodeLength;
		i = nalStart;
	}
	if (nalStart !== -1 && nalStart < packetData.length) yield {
		offset: nalStart,
		length: packetData.length - nalStart
	};
};
const extractNalUnitTypeForAvc = (byte) => {
	return byte & 31;
};
const removeEmulationPreventionBytes = (data) => {
	const result = [];
	const len = data.length;
	for (let i = 0; i < len; i++) if (i + 2 < len && data[i] === 0 && data[i + 1] === 0 && data[i + 2] === 3) {
		result.push(0, 0);
		i += 2;
	} else result.push(data[i]);
	return new Uint8Array(result);
};
new Uint8Array([
	0,
	0,
	0,
	1
]);
const concatNalUnitsInLengthPrefixed = (nalUnits, lengthSize) => {
	const totalLength = nalUnits.reduce((a, b) => a + lengthSize + b.byteLength, 0);
	const result = new Uint8Array(totalLength);
	let offset = 0;
	for (const nalUnit of nalUnits) {
		const dataView = new DataView(result.buffer, result.byteOffset, result.byteLength);
		switch (lengthSize) {
			case 1:
				dataView.setUint8(offset, nalUnit.byteLength);
				break;
			case 2:
				dataView.setUint16(offset, nalUnit.byteLength, false);
				break;
			case 3:
				setUint24(dataView, offset, nalUnit.byteLength, false);
				break;
			case 4: dataView.setUint32(offset, nalUnit.byteLength, false);
		}
		offset += lengthSize;
		result.set(nalUnit, offset);
		offset += nalUnit.byteLength;
	}
	return result;
};
const extractAvcDecoderConfigurationRecord = (packetData) => {
	try {
		const spsUnits = [];
		const ppsUnits = [];
		const spsExtUnits = [];
		for (const loc of iterateNalUnitsInAnnexB(packetData)) {
			const nalUnit = packetData.subarray(loc.offset, loc.offset + loc.length);
			const type = extractNalUnitTypeForAvc(nalUnit[0]);
			if (type === AvcNalUnitType.SPS) spsUnits.push(nalUnit);
			else if (type === AvcNalUnitType.PPS) ppsUnits.push(nalUnit);
			else if (type === AvcNalUnitType.SPS_EXT) spsExtUnits.push(nalUnit);
		}
		if (spsUnits.length === 0) return null;
		if (ppsUnits.length === 0) return null;
		const spsData = spsUnits[0];
		const spsInfo = parseAvcSps(spsData);
		assert(spsInfo !== null);
		const hasExtendedData = spsInfo.profileIdc === 100 || spsInfo.profileIdc === 110 || spsInfo.profileIdc === 122 || spsInfo.profileIdc === 144;
		return {
			configurationVersion: 1,
			avcProfileIndication: spsInfo.profileIdc,
			profileCompatibility: spsInfo.constraintFlags,
			avcLevelIndication: spsInfo.levelIdc,
			lengthSizeMinusOne: 3,
			sequenceParameterSets: spsUnits,
			pictureParameterSets: ppsUnits,
			chromaFormat: hasExtendedData ? spsInfo.chromaFormatIdc : null,
			bitDepthLumaMinus8: hasExtendedData ? spsInfo.bitDepthLumaMinus8 : null,
			bitDepthChromaMinus8: hasExtendedData ? spsInfo.bitDepthChromaMinus8 : null,
			sequenceParameterSetExt: hasExtendedData ? spsExtUnits : null
		};
	} catch (error) {
		Logging._error("Error building AVC Decoder Configuration Record:", error);
		return null;
	}
};
const serializeAvcDecoderConfigurationRecord = (record) => {
	const bytes = [];
	bytes.push(record.configurationVersion);
	bytes.push(record.avcProfileIndication);
	bytes.push(record.profileCompatibility);
	bytes.push(record.avcLevelIndication);
	bytes.push(252 | record.lengthSizeMinusOne & 3);
	bytes.push(224 | record.sequenceParameterSets.length & 31);
	for (const sps of record.sequenceParameterSets) {
		const length = sps.byteLength;
		bytes.push(length >> 8);
		bytes.push(length & 255);
		for (let i = 0; i < length; i++) bytes.push(sps[i]);
	}
	bytes.push(record.pictureParameterSets.length);
	for (const pps of record.pictureParameterSets) {
		const length = pps.byteLength;
		bytes.push(length >> 8);
		bytes.push(length & 255);
		for (let i = 0; i < length; i++) bytes.push(pps[i]);
	}
	if ((record.avcProfileIndication === 100 || record.avcProfileIndication === 110 || record.avcProfileIndication === 122 || record.avcProfileIndication === 144) && record.chromaFormat !== null) {
		assert(record.bitDepthLumaMinus8 !== null);
		assert(record.bitDepthChromaMinus8 !== null);
		assert(record.sequenceParameterSetExt !== null);
		bytes.push(252 | record.chromaFormat & 3);
		bytes.push(248 | record.bitDepthLumaMinus8 & 7);
		bytes.push(248 | record.bitDepthChromaMinus8 & 7);
		bytes.push(record.sequenceParameterSetExt.length);
		for (const spsExt of record.sequenceParameterSetExt) {
			const length = spsExt.byteLength;
			bytes.push(length >> 8);
			bytes.push(length & 255);
			for (let i = 0; i < length; i++) bytes.push(spsExt[i]);
		}
	}
	return new Uint8Array(bytes);
};
const AVC_HEVC_ASPECT_RATIO_IDC_TABLE = {
	1: {
		num: 1,
		den: 1
	},
	2: {
		num: 12,
		den: 11
	},
	3: {
		num: 10,
		den: 11
	},
	4: {
		num: 16,
		den: 11
	},
	5: {
		num: 40,
		den: 33
	},
	6: {
		num: 24,
		den: 11
	},
	7: {
		num: 20,
		den: 11
	},
	8: {
		num: 32,
		den: 11
	},
	9: {
		num: 80,
		den: 33
	},
	10: {
		num: 18,
		den: 11
	},
	11: {
		num: 15,
		den: 11
	},
	12: {
		num: 64,
		den: 33
	},
	13: {
		num: 160,
		den: 99
	},
	14: {
		num: 4,
		den: 3
	},
	15: {
		num: 3,
		den: 2
	},
	16: {
		num: 2,
		den: 1
	}
};
const parseAvcSps = (sps) => {
	try {
		const emulationUnpreventedBytes = removeEmulationPreventionBytes(sps);
		const bitstream = new Bitstream(emulationUnpreventedBytes);
		bitstream.skipBits(1);
		bitstream.skipBits(2);
		if (bitstream.readBits(5) !== 7) return null;
		const profileIdc = bitstream.readAlignedByte();
		const constraintFlags = bitstream.readAlignedByte();
		const levelIdc = bitstream.readAlignedByte();
		readExpGolomb(bitstream);
		let chromaFormatIdc = 1;
		let bitDepthLumaMinus8 = 0;
		let bitDepthChromaMinus8 = 0;
		let separateColourPlaneFlag = 0;
		if (profileIdc === 100 || profileIdc === 110 || profileIdc === 122 || profileIdc === 244 || profileIdc === 44 || profileIdc === 83 || profileIdc === 86 || profileIdc === 118 || profileIdc === 128) {
			chromaFormatIdc = readExpGolomb(bitstream);
			if (chromaFormatIdc === 3) separateColourPlaneFlag = bitstream.readBits(1);
			bitDepthLumaMinus8 = readExpGolomb(bitstream);
			bitDepthChromaMinus8 = readExpGolomb(bitstream);
			bitstream.skipBits(1);
			if (bitstream.readBits(1)) {
				for (let i = 0; i < (chromaFormatIdc !== 3 ? 8 : 12); i++) if (bitstream.readBits(1)) {
					const sizeOfScalingList = i < 6 ? 16 : 64;
					let lastScale = 8;
					let nextScale = 8;
					for (let j = 0; j < sizeOfScalingList; j++) {
						if (nextScale !== 0) {
							const deltaScale = readSignedExpGolomb(bitstream);
							nextScale = (lastScale + deltaScale + 256) % 256;
						}
						lastScale = nextScale === 0 ? lastScale : nextScale;
					}
				}
			}
		}
		readExpGolomb(bitstream);
		const picOrderCntType = readExpGolomb(bitstream);
		if (picOrderCntType === 0) readExpGolomb(bitstream);
		else if (picOrderCntType === 1) {
			bitstream.skipBits(1);
			readSignedExpGolomb(bitstream);
			readSignedExpGolomb(bitstream);
			const numRefFramesInPicOrderCntCycle = readExpGolomb(bitstream);
			for (let i = 0; i < numRefFramesInPicOrderCntCycle; i++) readSignedExpGolomb(bitstream);
		}
		readExpGolomb(bitstream);
		bitstream.skipBits(1);
		const picWidthInMbsMinus1 = readExpGolomb(bitstream);
		const picHeightInMapUnitsMinus1 = readExpGolomb(bitstream);
		const codedWidth = 16 * (picWidthInMbsMinus1 + 1);
		const codedHeight = 16 * (picHeightInMapUnitsMinus1 + 1);
		let displayWidth = codedWidth;
		let displayHeight = codedHeight;
		const frameMbsOnlyFlag = bitstream.readBits(1);
		if (!frameMbsOnlyFlag) bitstream.skipBits(1);
		bitstream.skipBits(1);
		if (bitstream.readBits(1)) {
			const frameCropLeftOffset = readExpGolomb(bitstream);
			const frameCropRightOffset = readExpGolomb(bitstream);
			const frameCropTopOffset = readExpGolomb(bitstream);
			const frameCropBottomOffset = readExpGolomb(bitstream);
			let cropUnitX;
			let cropUnitY;
			if ((separateColourPlaneFlag === 0 ? chromaFormatIdc : 0) === 0) {
				cropUnitX = 1;
				cropUnitY = 2 - frameMbsOnlyFlag;
			} else {
				const subWidthC = chromaFormatIdc === 3 ? 1 : 2;
				const subHeightC = chromaFormatIdc === 1 ? 2 : 1;
				cropUnitX = subWidthC;
				cropUnitY = subHeightC * (2 - frameMbsOnlyFlag);
			}
			displayWidth -= cropUnitX * (frameCropLeftOffset + frameCropRightOffset);
			displayHeight -= cropUnitY * (frameCropTopOffset + frameCropBottomOffset);
		}
		let colourPrimaries = 2;
		let transferCharacteristics = 2;
		let matrixCoefficients = 2;
		let fullRangeFlag = 0;
		let pixelAspectRatio = {
			num: 1,
			den: 1
		};
		let numReorderFrames = null;
		let maxDecFrameBuffering = null;
		let bitstreamRestrictionFlagBitOffset = null;
		let bitstreamRestrictionFlag = null;
		const vuiParametersFlagBitOffset = bitstream.pos;
		if (bitstream.readBits(1)) {
			if (bitstream.readBits(1)) {
				const aspectRatioIdc = bitstream.readBits(8);
				if (aspectRatioIdc === 255) pixelAspectRatio = {
					num: bitstream.readBits(16),
					den: bitstream.readBits(16)
				};
				else {
					const aspectRatio = AVC_HEVC_ASPECT_RATIO_IDC_TABLE[aspectRatioIdc];
					if (aspectRatio) pixelAspectRatio = aspectRatio;
				}
			}
			if (bitstream.readBits(1)) bitstream.skipBits(1);
			if (bitstream.readBits(1)) {
				bitstream.skipBits(3);
				fullRangeFlag = bitstream.readBits(1);
				if (bitstream.readBits(1)) {
					colourPrimaries = bitstream.readBits(8);
					transferCharacteristics = bitstream.readBits(8);
					matrixCoefficients = bitstream.readBits(8);
				}
			}
			if (bitstream.readBits(1)) {
				readExpGolomb(bitstream);
				readExpGolomb(bitstream);
			}
			if (bitstream.readBits(1)) {
				bitstream.skipBits(32);
				bitstream.skipBits(32);
				bitstream.skipBits(1);
			}
			const nalHrdParametersPresentFlag = bitstream.readBits(1);
			if (nalHrdParametersPresentFlag) skipAvcHrdParameters(bitstream);
			const vclHrdParametersPresentFlag = bitstream.readBits(1);
			if (vclHrdParametersPresentFlag) skipAvcHrdParameters(bitstream);
			if (nalHrdParametersPresentFlag || vclHrdParametersPresentFlag) bitstream.skipBits(1);
			bitstream.skipBits(1);
			bitstreamRestrictionFlagBitOffset = bitstream.pos;
			bitstreamRestrictionFlag = bitstream.readBits(1);
			if (bitstreamRestrictionFlag) {
				bitstream.skipBits(1);
				readExpGolomb(bitstream);
				readExpGolomb(bitstream);
				readExpGolomb(bitstream);
				readExpGolomb(bitstream);
				numReorderFrames = readExpGolomb(bitstream);
				maxDecFrameBuffering = readExpGolomb(bitstream);
			}
		}
		if (numReorderFrames === null) {
			assert(maxDecFrameBuffering === null);
			const constraintSet3Flag = constraintFlags & 16;
			if ((profileIdc === 44 || profileIdc === 86 || profileIdc === 100 || profileIdc === 110 || profileIdc === 122 || profileIdc === 244) && constraintSet3Flag) {
				numReorderFrames = 0;
				maxDecFrameBuffering = 0;
			} else {
				const picWidthInMbs = picWidthInMbsMinus1 + 1;
				const picHeightInMapUnits = picHeightInMapUnitsMinus1 + 1;
				const frameHeightInMbs = (2 - frameMbsOnlyFlag) * picHeightInMapUnits;
				const levelInfo = AVC_LEVEL_TABLE.find((x) => x.level >= levelIdc) ?? last(AVC_LEVEL_TABLE);
				const maxDpbFrames = Math.min(Math.floor(levelInfo.maxDpbMbs / (picWidthInMbs * frameHeightInMbs)), 16);
				numReorderFrames = maxDpbFrames;
				maxDecFrameBuffering = maxDpbFrames;
			}
		}
		assert(maxDecFrameBuffering !== null);
		return {
			emulationUnpreventedBytes,
			profileIdc,
			constraintFlags,
			levelIdc,
			frameMbsOnlyFlag,
			chromaFormatIdc,
			bitDepthLumaMinus8,
			bitDepthChromaMinus8,
			codedWidth,
			codedHeight,
			displayWidth,
			displayHeight,
			pixelAspectRatio,
			colourPrimaries,
			matrixCoefficients,
			transferCharacteristics,
			fullRangeFlag,
			numReorderFrames,
			maxDecFrameBuffering,
			vuiParametersFlagBitOffset,
			bitstreamRestrictionFlagBitOffset,
			bitstreamRestrictionFlag
		};
	} catch (error) {
		Logging._error("Error parsing AVC SPS:", error);
		return null;
	}
};
const skipAvcHrdParameters = (bitstream) => {
	const cpb_cnt_minus1 = readExpGolomb(bitstream);
	bitstream.skipBits(4);
	bitstream.skipBits(4);
	for (let i = 0; i <= cpb_cnt_minus1; i++) {
		readExpGolomb(bitstream);
		readExpGolomb(bitstream);
		bitstream.skipBits(1);
	}
	bitstream.skipBits(5);
	bitstream.skipBits(5);
	bitstream.skipBits(5);
	bitstream.skipBits(5);
};
const extractNalUnitTypeForHevc = (byte) => {
	return byte >> 1 & 63;
};
const parseHevcSps = (sps) => {
	try {
		const bitstream = new Bitstream(removeEmulationPreventionBytes(sps));
		bitstream.skipBits(16);
		bitstream.readBits(4);
		const spsMaxSubLayersMinus1 = bitstream.readBits(3);
		const spsTemporalIdNestingFlag = bitstream.readBits(1);
		const { general_profile_space, general_tier_flag, general_profile_idc, general_profile_compatibility_flags, general_constraint_indicator_flags, general_level_idc } = parseProfileTierLevel(bitstream, spsMaxSubLayersMinus1);
		readExpGolomb(bitstream);
		const chromaFormatIdc = readExpGolomb(bitstream);
		let separateColourPlaneFlag = 0;
		if (chromaFormatIdc === 3) separateColourPlaneFlag = bitstream.readBits(1);
		const picWidthInLumaSamples = readExpGolomb(bitstream);
		const picHeightInLumaSamples = readExpGolomb(bitstream);
		let displayWidth = picWidthInLumaSamples;
		let displayHeight = picHeightInLumaSamples;
		if (bitstream.readBits(1)) {
			const confWinLeftOffset = readExpGolomb(bitstream);
			const confWinRightOffset = readExpGolomb(bitstream);
			const confWinTopOffset = readExpGolomb(bitstream);
			const confWinBottomOffset = readExpGolomb(bitstream);
			let subWidthC = 1;
			let subHeightC = 1;
			const chromaArrayType = separateColourPlaneFlag === 0 ? chromaFormatIdc : 0;
			if (chromaArrayType === 1) {
				subWidthC = 2;
				subHeightC = 2;
			} else if (chromaArrayType === 2) {
				subWidthC = 2;
				subHeightC = 1;
			}
			displayWidth -= (confWinLeftOffset + confWinRightOffset) * subWidthC;
			displayHeight -= (confWinTopOffset + confWinBottomOffset) * subHeightC;
		}
		const bitDepthLumaMinus8 = readExpGolomb(bitstream);
		const bitDepthChromaMinus8 = readExpGolomb(bitstream);
		readExpGolomb(bitstream);
		const startI = bitstream.readBits(1) ? 0 : spsMaxSubLayersMinus1;
		let spsMaxNumReorderPics = 0;
		for (let i = startI; i <= spsMaxSubLayersMinus1; i++) {
			readExpGolomb(bitstream);
			spsMaxNumReorderPics = readExpGolomb(bitstream);
			readExpGolomb(bitstream);
		}
		readExpGolomb(bitstream);
		readExpGolomb(bitstream);
		readExpGolomb(bitstream);
		readExpGolomb(bitstream);
		readExpGolomb(bitstream);
		readExpGolomb(bitstream);
		if (bitstream.readBits(1)) {
			if (bitstream.readBits(1)) skipScalingListData(bitstream);
		}
		bitstream.skipBits(1);
		bitstream.skipBits(1);
		if (bitstream.readBits(1)) {
			bitstream.skipBits(4);
			bitstream.skipBits(4);
			readExpGolomb(bitstream);
			readExpGolomb(bitstream);
			bitstream.skipBits(1);
		}
		const numShortTermRefPicSets = readExpGolomb(bitstream);
		skipAllStRefPicSets(bitstream, numShortTermRefPicSets);
		if (bitstream.readBits(1)) {
			const numLongTermRefPicsSps = readExpGolomb(bitstream);
			for (let i = 0; i < numLongTermRefPicsSps; i++) {
				readExpGolomb(bitstream);
				bitstream.skipBits(1);
			}
		}
		bitstream.skipBits(1);
		bitstream.skipBits(1);
		let colourPrimaries = 2;
		let transferCharacteristics = 2;
		let matrixCoefficients = 2;
		let fullRangeFlag = 0;
		let minSpatialSegmentationIdc = 0;
		let pixelAspectRatio = {
			num: 1,
			den: 1
		};
		if (bitstream.readBits(1)) {
			const vui = parseHevcVui(bitstream, spsMaxSubLayersMinus1);
			pixelAspectRatio = vui.pixelAspectRatio;
			colourPrimaries = vui.colourPrimaries;
			transferCharacteristics = vui.transferCharacteristics;
			matrixCoefficients = vui.matrixCoefficients;
			fullRangeFlag = vui.fullRangeFlag;
			minSpatialSegmentationIdc = vui.minSpatialSegmentationIdc;
		}
		return {
			displayWidth,
			displayHeight,
			pixelAspectRatio,
			colourPrimaries,
			transferCharacteristics,
			matrixCoefficients,
			fullRangeFlag,
			maxDecFrameBuffering: spsMaxNumReorderPics + 1,
			spsMaxSubLayersMinus1,
			spsTemporalIdNestingFlag,
			generalProfileSpace: general_profile_space,
			generalTierFlag: general_tier_flag,
			generalProfileIdc: general_profile_idc,
			generalProfileCompatibilityFlags: general_profile_compatibility_flags,
			generalConstraintIndicatorFlags: general_constraint_indicator_flags,
			generalLevelIdc: general_level_idc,
			chromaFormatIdc,
			bitDepthLumaMinus8,
			bitDepthChromaMinus8,
			minSpatialSegmentationIdc
		};
	} catch (error) {
		Logging._error("Error parsing HEVC SPS:", error);
		return null;
	}
};
const extractHevcDecoderConfigurationRecord = (packetData) => {
	try {
		const vpsUnits = [];
		const spsUnits = [];
		const ppsUnits = [];
		const seiUnits = [];
		for (const loc of iterateNalUnitsInAnnexB(packetData)) {
			const nalUnit = packetData.subarray(loc.offset, loc.offset + loc.length);
			const type = extractNalUnitTypeForHevc(nalUnit[0]);
			if (type === HevcNalUnitType.VPS_NUT) vpsUnits.push(nalUnit);
			else if (type === HevcNalUnitType.SPS_NUT) spsUnits.push(nalUnit);
			else if (type === HevcNalUnitType.PPS_NUT) ppsUnits.push(nalUnit);
			else if (type === HevcNalUnitType.PREFIX_SEI_NUT || type === HevcNalUnitType.SUFFIX_SEI_NUT) seiUnits.push(nalUnit);
		}
		if (spsUnits.length === 0 || ppsUnits.length === 0) return null;
		const spsInfo = parseHevcSps(spsUnits[0]);
		if (!spsInfo) return null;
		let parallelismType = 0;
		if (ppsUnits.length > 0) {
			const pps = ppsUnits[0];
			const ppsBitstream = new Bitstream(removeEmulationPreventionBytes(pps));
			ppsBitstream.skipBits(16);
			readExpGolomb(ppsBitstream);
			readExpGolomb(ppsBitstream);
			ppsBitstream.skipBits(1);
			ppsBitstream.skipBits(1);
			ppsBitstream.skipBits(3);
			ppsBitstream.skipBits(1);
			ppsBitstream.skipBits(1);
			readExpGolomb(ppsBitstream);
			readExpGolomb(ppsBitstream);
			readSignedExpGolomb(ppsBitstream);
			ppsBitstream.skipBits(1);
			ppsBitstream.skipBits(1);
			if (ppsBitstream.readBits(1)) readExpGolomb(ppsBitstream);
			readSignedExpGolomb(ppsBitstream);
			readSignedExpGolomb(ppsBitstream);
			ppsBitstream.skipBits(1);
			ppsBitstream.skipBits(1);
			ppsBitstream.skipBits(1);
			ppsBitstream.skipBits(1);
			const tiles_enabled_flag = ppsBitstream.readBits(1);
			const entropy_coding_sync_enabled_flag = ppsBitstream.readBits(1);
			if (!tiles_enabled_flag && !entropy_coding_sync_enabled_flag) parallelismType = 0;
			else if (tiles_enabled_flag && !entropy_coding_sync_enabled_flag) parallelismType = 2;
			else if (!tiles_enabled_flag && entropy_coding_sync_enabled_flag) parallelismType = 3;
			else parallelismType = 0;
		}
		const arrays = [
			...vpsUnits.length ? [{
				arrayCompleteness: 1,
				nalUnitType: HevcNalUnitType.VPS_NUT,
				nalUnits: vpsUnits
			}] : [],
			...spsUnits.length ? [{
				arrayCompleteness: 1,
				nalUnitType: HevcNalUnitType.SPS_NUT,
				nalUnits: spsUnits
			}] : [],
			...ppsUnits.length ? [{
				arrayCompleteness: 1,
				nalUnitType: HevcNalUnitType.PPS_NUT,
				nalUnits: ppsUnits
			}] : [],
			...seiUnits.length ? [{
				arrayCompleteness: 1,
				nalUnitType: extractNalUnitTypeForHevc(seiUnits[0][0]),
				nalUnits: seiUnits
			}] : []
		];
		return {
			configurationVersion: 1,
			generalProfileSpace: spsInfo.generalProfileSpace,
			generalTierFlag: spsInfo.generalTierFlag,
			generalProfileIdc: spsInfo.generalProfileIdc,
			generalProfileCompatibilityFlags: spsInfo.generalProfileCompatibilityFlags,
			generalConstraintIndicatorFlags: spsInfo.generalConstraintIndicatorFlags,
			generalLevelIdc: spsInfo.generalLevelIdc,
			minSpatialSegmentationIdc: spsInfo.minSpatialSegmentationIdc,
			parallelismType,
			chromaFormatIdc: spsInfo.chromaFormatIdc,
			bitDepthLumaMinus8: spsInfo.bitDepthLumaMinus8,
			bitDepthChromaMinus8: spsInfo.bitDepthChromaMinus8,
			avgFrameRate: 0,
			constantFrameRate: 0,
			numTemporalLayers: spsInfo.spsMaxSubLayersMinus1 + 1,
			temporalIdNested: spsInfo.spsTemporalIdNestingFlag,
			lengthSizeMinusOne: 3,
			arrays
		};
	} catch (error) {
		Logging._error("Error building HEVC Decoder Configuration Record:", error);
		return null;
	}
};
const parseProfileTierLevel = (bitstream, maxNumSubLayersMinus1) => {
	const general_profile_space = bitstream.readBits(2);
	const general_tier_flag = bitstream.readBits(1);
	const general_profile_idc = bitstream.readBits(5);
	let general_profile_compatibility_flags = 0;
	for (let i = 0; i < 32; i++) general_profile_compatibility_flags = general_profile_compatibility_flags << 1 | bitstream.readBits(1);
	const general_constraint_indicator_flags =   new Uint8Array(6);
	for (let i = 0; i < 6; i++) general_constraint_indicator_flags[i] = bitstream.readBits(8);
	const general_level_idc = bitstream.readBits(8);
	const sub_layer_profile_present_flag = [];
	const sub_layer_level_present_flag = [];
	for (let i = 0; i < maxNumSubLayersMinus1; i++) {
		sub_layer_profile_present_flag.push(bitstream.readBits(1));
		sub_layer_level_present_flag.push(bitstream.readBits(1));
	}
	if (maxNumSubLayersMinus1 > 0) for (let i = maxNumSubLayersMinus1; i < 8; i++) bitstream.skipBits(2);
	for (let i = 0; i < maxNumSubLayersMinus1; i++) {
		if (sub_layer_profile_present_flag[i]) bitstream.skipBits(88);
		if (sub_layer_level_present_flag[i]) bitstream.skipBits(8);
	}
	return {
		general_profile_space,
		general_tier_flag,
		general_profile_idc,
		general_profile_compatibility_flags,
		general_constraint_indicator_flags,
		general_level_idc
	};
};
const skipScalingListData = (bitstream) => {
	for (let sizeId = 0; sizeId < 4; sizeId++) for (let matrixId = 0; matrixId < (sizeId === 3 ? 2 : 6); matrixId++) if (!bitstream.readBits(1)) readExpGolomb(bitstream);
	else {
		const coefNum = Math.min(64, 1 << 4 + (sizeId << 1));
		if (sizeId > 1) readSignedExpGolomb(bitstream);
		for (let i = 0; i < coefNum; i++) readSignedExpGolomb(bitstream);
	}
};
const skipAllStRefPicSets = (bitstream, num_short_term_ref_pic_sets) => {
	const NumDeltaPocs = [];
	for (let stRpsIdx = 0; stRpsIdx < num_short_term_ref_pic_sets; stRpsIdx++) NumDeltaPocs[stRpsIdx] = skipStRefPicSet(bitstream, stRpsIdx, num_short_term_ref_pic_sets, NumDeltaPocs);
};
const skipStRefPicSet = (bitstream, stRpsIdx, num_short_term_ref_pic_sets, NumDeltaPocs) => {
	let NumDeltaPocsThis = 0;
	let inter_ref_pic_set_prediction_flag = 0;
	let RefRpsIdx = 0;
	if (stRpsIdx !== 0) inter_ref_pic_set_prediction_flag = bitstream.readBits(1);
	if (inter_ref_pic_set_prediction_flag) {
		if (stRpsIdx === num_short_term_ref_pic_sets) RefRpsIdx = stRpsIdx - (readExpGolomb(bitstream) + 1);
		else RefRpsIdx = stRpsIdx - 1;
		bitstream.readBits(1);
		readExpGolomb(bitstream);
		const numDelta = NumDeltaPocs[RefRpsIdx] ?? 0;
		for (let j = 0; j <= numDelta; j++) if (!bitstream.readBits(1)) bitstream.readBits(1);
		NumDeltaPocsThis = NumDeltaPocs[RefRpsIdx];
	} else {
		const num_negative_pics = readExpGolomb(bitstream);
		const num_positive_pics = readExpGolomb(bitstream);
		for (let i = 0; i < num_negative_pics; i++) {
			readExpGolomb(bitstream);
			bitstream.readBits(1);
		}
		for (let i = 0; i < num_positive_pics; i++) {
			readExpGolomb(bitstream);
			bitstream.readBits(1);
		}
		NumDeltaPocsThis = num_negative_pics + num_positive_pics;
	}
	return NumDeltaPocsThis;
};
const parseHevcVui = (bitstream, sps_max_sub_layers_minus1) => {
	let colourPrimaries = 2;
	let transferCharacteristics = 2;
	let matrixCoefficients = 2;
	let fullRangeFlag = 0;
	let minSpatialSegmentationIdc = 0;
	let pixelAspectRatio = {
		num: 1,
		den: 1
	};
	if (bitstream.readBits(1)) {
		const aspect_ratio_idc = bitstream.readBits(8);
		if (aspect_ratio_idc === 255) pixelAspectRatio = {
			num: bitstream.readBits(16),
			den: bitstream.readBits(16)
		};
		else {
			const aspectRatio = AVC_HEVC_ASPECT_RATIO_IDC_TABLE[aspect_ratio_idc];
			if (aspectRatio) pixelAspectRatio = aspectRatio;
		}
	}
	if (bitstream.readBits(1)) bitstream.readBits(1);
	if (bitstream.readBits(1)) {
		bitstream.readBits(3);
		fullRangeFlag = bitstream.readBits(1);
		if (bitstream.readBits(1)) {
			colourPrimaries = bitstream.readBits(8);
			transferCharacteristics = bitstream.readBits(8);
			matrixCoefficients = bitstream.readBits(8);
		}
	}
	if (bitstream.readBits(1)) {
		readExpGolomb(bitstream);
		readExpGolomb(bitstream);
	}
	bitstream.readBits(1);
	bitstream.readBits(1);
	bitstream.readBits(1);
	if (bitstream.readBits(1)) {
		readExpGolomb(bitstream);
		readExpGolomb(bitstream);
		readExpGolomb(bitstream);
		readExpGolomb(bitstream);
	}
	if (bitstream.readBits(1)) {
		bitstream.readBits(32);
		bitstream.readBits(32);
		if (bitstream.readBits(1)) readExpGolomb(bitstream);
		if (bitstream.readBits(1)) skipHevcHrdParameters(bitstream, true, sps_max_sub_layers_minus1);
	}
	if (bitstream.readBits(1)) {
		bitstream.readBits(1);
		bitstream.readBits(1);
		bitstream.readBits(1);
		minSpatialSegmentationIdc = readExpGolomb(bitstream);
		readExpGolomb(bitstream);
		readExpGolomb(bitstream);
		readExpGolomb(bitstream);
		readExpGolomb(bitstream);
	}
	return {
		pixelAspectRatio,
		colourPrimaries,
		transferCharacteristics,
		matrixCoefficients,
		fullRangeFlag,
		minSpatialSegmentationIdc
	};
};
const skipHevcHrdParameters = (bitstream, commonInfPresentFlag, maxNumSubLayersMinus1) => {
	let nal_hrd_parameters_present_flag = false;
	let vcl_hrd_parameters_present_flag = false;
	let sub_pic_hrd_params_present_flag = false;
	if (commonInfPresentFlag) {
		nal_hrd_parameters_present_flag = bitstream.readBits(1) === 1;
		vcl_hrd_parameters_present_flag = bitstream.readBits(1) === 1;
		if (nal_hrd_parameters_present_flag || vcl_hrd_parameters_present_flag) {
			sub_pic_hrd_params_present_flag = bitstream.readBits(1) === 1;
			if (sub_pic_hrd_params_present_flag) {
				bitstream.readBits(8);
				bitstream.readBits(5);
				bitstream.readBits(1);
				bitstream.readBits(5);
			}
			bitstream.readBits(4);
			bitstream.readBits(4);
			if (sub_pic_hrd_params_present_flag) bitstream.readBits(4);
			bitstream.readBits(5);
			bitstream.readBits(5);
			bitstream.readBits(5);
		}
	}
	for (let i = 0; i <= maxNumSubLayersMinus1; i++) {
		const fixed_pic_rate_general_flag = bitstream.readBits(1) === 1;
		let fixed_pic_rate_within_cvs_flag = true;
		if (!fixed_pic_rate_general_flag) fixed_pic_rate_within_cvs_flag = bitstream.readBits(1) === 1;
		let low_delay_hrd_flag = false;
		if (fixed_pic_rate_within_cvs_flag) readExpGolomb(bitstream);
		else low_delay_hrd_flag = bitstream.readBits(1) === 1;
		let CpbCnt = 1;
		if (!low_delay_hrd_flag) CpbCnt = readExpGolomb(bitstream) + 1;
		if (nal_hrd_parameters_present_flag) skipSubLayerHrdParameters(bitstream, CpbCnt, sub_pic_hrd_params_present_flag);
		if (vcl_hrd_parameters_present_flag) skipSubLayerHrdParameters(bitstream, CpbCnt, sub_pic_hrd_params_present_flag);
	}
};
const skipSubLayerHrdParameters = (bitstream, CpbCnt, sub_pic_hrd_params_present_flag) => {
	for (let i = 0; i < CpbCnt; i++) {
		readExpGolomb(bitstream);
		readExpGolomb(bitstream);
		if (sub_pic_hrd_params_present_flag) {
			readExpGolomb(bitstream);
			readExpGolomb(bitstream);
		}
		bitstream.readBits(1);
	}
};
const serializeHevcDecoderConfigurationRecord = (record) => {
	const bytes = [];
	bytes.push(record.configurationVersion);
	bytes.push((record.generalProfileSpace & 3) << 6 | (record.generalTierFlag & 1) << 5 | record.generalProfileIdc & 31);
	bytes.push(record.generalProfileCompatibilityFlags >>> 24 & 255);
	bytes.push(record.generalProfileCompatibilityFlags >>> 16 & 255);
	bytes.push(record.generalProfileCompatibilityFlags >>> 8 & 255);
	bytes.push(record.generalProfileCompatibilityFlags & 255);
	bytes.push(...record.generalConstraintIndicatorFlags);
	bytes.push(record.generalLevelIdc & 255);
	bytes.push(240 | record.minSpatialSegmentationIdc >> 8 & 15);
	bytes.push(record.minSpatialSegmentationIdc & 255);
	bytes.push(252 | record.parallelismType & 3);
	bytes.push(252 | record.chromaFormatIdc & 3);
	bytes.push(248 | record.bitDepthLumaMinus8 & 7);
	bytes.push(248 | record.bitDepthChromaMinus8 & 7);
	bytes.push(record.avgFrameRate >> 8 & 255);
	bytes.push(record.avgFrameRate & 255);
	bytes.push((record.constantFrameRate & 3) << 6 | (record.numTemporalLayers & 7) << 3 | (record.temporalIdNested & 1) << 2 | record.lengthSizeMinusOne & 3);
	bytes.push(record.arrays.length & 255);
	for (const arr of record.arrays) {
		bytes.push((arr.arrayCompleteness & 1) << 7 | 0 | arr.nalUnitType & 63);
		bytes.push(arr.nalUnits.length >> 8 & 255);
		bytes.push(arr.nalUnits.length & 255);
		for (const nal of arr.nalUnits) {
			bytes.push(nal.length >> 8 & 255);
			bytes.push(nal.length & 255);
			for (let i = 0; i < nal.length; i++) bytes.push(nal[i]);
		}
	}
	return new Uint8Array(bytes);
};
var HevcNaluOrderState;
(function(HevcNaluOrderState) {
	HevcNaluOrderState[HevcNaluOrderState["audAllowed"] = 0] = "audAllowed";
	HevcNaluOrderState[HevcNaluOrderState["beforeFirstVcl"] = 1] = "beforeFirstVcl";
	HevcNaluOrderState[HevcNaluOrderState["afterFirstVcl"] = 2] = "afterFirstVcl";
	HevcNaluOrderState[HevcNaluOrderState["eoBitstreamAllowed"] = 3] = "eoBitstreamAllowed";
	HevcNaluOrderState[HevcNaluOrderState["noMoreDataAllowed"] = 4] = "noMoreDataAllowed";
})(HevcNaluOrderState || (HevcNaluOrderState = {}));
const parseOpusIdentificationHeader = (bytes) => {
	const view = toDataView(bytes);
	const outputChannelCount = view.getUint8(9);
	const preSkip = view.getUint16(10, true);
	const inputSampleRate = view.getUint32(12, true);
	const outputGain = view.getInt16(16, true);
	const channelMappingFamily = view.getUint8(18);
	let channelMappingTable = null;
	if (channelMappingFamily) channelMappingTable = bytes.subarray(19, 21 + outputChannelCount);
	return {
		outputChannelCount,
		preSkip,
		inputSampleRate,
		outputGain,
		channelMappingFamily,
		channelMappingTable
	};
};
var FlacBlockType;
(function(FlacBlockType) {
	FlacBlockType[FlacBlockType["STREAMINFO"] = 0] = "STREAMINFO";
	FlacBlockType[FlacBlockType["VORBIS_COMMENT"] = 4] = "VORBIS_COMMENT";
	FlacBlockType[FlacBlockType["PICTURE"] = 6] = "PICTURE";
})(FlacBlockType || (FlacBlockType = {}));
const parseAc3SyncFrame = (data) => {
	if (data.length < 7) return null;
	if (data[0] !== 11 || data[1] !== 119) return null;
	const bitstream = new Bitstream(data);
	bitstream.skipBits(16);
	bitstream.skipBits(16);
	const fscod = bitstream.readBits(2);
	if (fscod === 3) return null;
	const frmsizecod = bitstream.readBits(6);
	const bsid = bitstream.readBits(5);
	if (bsid > 8) return null;
	const bsmod = bitstream.readBits(3);
	const acmod = bitstream.readBits(3);
	if ((acmod & 1) !== 0 && acmod !== 1) bitstream.skipBits(2);
	if ((acmod & 4) !== 0) bitstream.skipBits(2);
	if (acmod === 2) bitstream.skipBits(2);
	return {
		fscod,
		bsid,
		bsmod,
		acmod,
		lfeon: bitstream.readBits(1),
		bitRateCode: Math.floor(frmsizecod / 2)
	};
};
new Uint8Array([
	5,
	4,
	65,
	67,
	45,
	51
]);
new Uint8Array([
	5,
	4,
	69,
	65,
	67,
	51
]);
const EAC3_NUMBLKS_TABLE = [
	1,
	2,
	3,
	6
];
const parseEac3SyncFrame = (data) => {
	if (data.length < 6) return null;
	if (data[0] !== 11 || data[1] !== 119) return null;
	const bitstream = new Bitstream(data);
	bitstream.skipBits(16);
	const strmtyp = bitstream.readBits(2);
	bitstream.skipBits(3);
	if (strmtyp !== 0 && strmtyp !== 2) return null;
	const frmsiz = bitstream.readBits(11);
	const fscod = bitstream.readBits(2);
	let fscod2 = 0;
	let numblkscod;
	if (fscod === 3) {
		fscod2 = bitstream.readBits(2);
		numblkscod = 3;
	} else numblkscod = bitstream.readBits(2);
	const acmod = bitstream.readBits(3);
	const lfeon = bitstream.readBits(1);
	const bsid = bitstream.readBits(5);
	if (bsid < 11 || bsid > 16) return null;
	const numblks = EAC3_NUMBLKS_TABLE[numblkscod];
	let fs;
	if (fscod < 3) fs = AC3_SAMPLE_RATES[fscod] / 1e3;
	else fs = EAC3_REDUCED_SAMPLE_RATES[fscod2] / 1e3;
	return {
		dataRate: Math.round((frmsiz + 1) * fs / (numblks * 16)),
		substreams: [{
			fscod,
			fscod2,
			bsid,
			bsmod: 0,
			acmod,
			lfeon,
			numDepSub: 0,
			chanLoc: 0
		}]
	};
};
const DTS_SUBBAND_SAMPLES = 8;
const DTS_CORE_SAMPLE_RATES = [
	0,
	8e3,
	16e3,
	32e3,
	0,
	0,
	11025,
	22050,
	44100,
	0,
	0,
	12e3,
	24e3,
	48e3,
	96e3,
	192e3
];
const DTS_CORE_BIT_RATES = [
	32e3,
	56e3,
	64e3,
	96e3,
	112e3,
	128e3,
	192e3,
	224e3,
	256e3,
	32e4,
	384e3,
	448e3,
	512e3,
	576e3,
	64e4,
	768e3,
	96e4,
	1024e3,
	1152e3,
	128e4,
	1344e3,
	1408e3,
	1411200,
	1472e3,
	1536e3,
	192e4,
	2048e3,
	3072e3,
	384e4,
	0,
	0,
	0
];
const DTS_PCM_RESOLUTIONS = [
	16,
	16,
	20,
	20,
	0,
	24,
	24,
	0
];
const DTS_AMODE_CHANNEL_COUNTS = [
	1,
	2,
	2,
	2,
	2,
	3,
	3,
	4,
	4,
	5,
	6,
	6,
	6,
	7,
	8,
	8
];
const DTS_AMODE_CHANNEL_LAYOUTS = [
	1,
	2,
	2,
	2,
	2,
	3,
	18,
	19,
	6,
	7,
	518,
	323,
	83,
	519,
	582,
	535
];
const DTS_CHANNEL_LAYOUT_LFE1 = 8;
const DTS_EXSS_REF_CLOCKS = [
	32e3,
	44100,
	48e3,
	0
];
const DTS_EXSS_SAMPLE_RATES = [
	8e3,
	16e3,
	32e3,
	64e3,
	128e3,
	22050,
	44100,
	88200,
	176400,
	352800,
	12e3,
	24e3,
	48e3,
	96e3,
	192e3,
	384e3
];
const DTS_SPECIFIC_BOX_FRAME_DURATIONS = [
	512,
	1024,
	2048,
	4096
];
const parseDtsFrame = (data) => {
	const core = parseDtsCoreFrameHeader(data);
	const view = toDataView(data);
	let offset = core ? Math.ceil(core.frameSize / 4) * 4 : 0;
	let firstExss = null;
	while (offset + 4 <= data.length && view.getUint32(offset) === 1683496997) {
		const exss = parseDtsExssHeader(data.subarray(offset));
		if (!exss) break;
		firstExss ??= exss;
		offset += exss.frameSize;
	}
	if (core) return {
		frameSize: firstExss ? offset : core.frameSize,
		sampleRate: core.sampleRate,
		numberOfChannels: core.numberOfChannels,
		sampleCount: core.sampleCount,
		channelLayout: core.channelLayout,
		pcmResolution: core.pcmResolution,
		bitRate: core.bitRate,
		core,
		hasExtensions: firstExss !== null
	};
	if (!firstExss?.asset) return null;
	const { asset } = firstExss;
	return {
		frameSize: offset,
		sampleRate: asset.sampleRate,
		numberOfChannels: asset.numberOfChannels,
		sampleCount: asset.sampleCount,
		channelLayout: asset.channelLayout,
		pcmResolution: asset.pcmResolution,
		bitRate: 0,
		core: null,
		hasExtensions: true
	};
};
const parseDtsCoreFrameHeader = (data) => {
	if (data.length < 18) return null;
	if (data[0] !== 127 || data[1] !== 254 || data[2] !== 128 || data[3] !== 1) return null;
	const bitstream = new Bitstream(data);
	bitstream.skipBits(32);
	bitstream.skipBits(1);
	if (bitstream.readBits(5) !== 31) return null;
	const cpf = bitstream.readBits(1);
	const npcmblocks = bitstream.readBits(7) + 1;
	if (npcmblocks % DTS_SUBBAND_SAMPLES !== 0) return null;
	const frameSize = bitstream.readBits(14) + 1;
	if (frameSize < 96) return null;
	const amode = bitstream.readBits(6);
	if (amode >= DTS_AMODE_CHANNEL_COUNTS.length) return null;
	const sampleRate = DTS_CORE_SAMPLE_RATES[bitstream.readBits(4)];
	if (sampleRate === 0) return null;
	const bitRate = DTS_CORE_BIT_RATES[bitstream.readBits(5)];
	if (bitstream.readBits(1) !== 0) return null;
	bitstream.skipBits(4);
	bitstream.skipBits(5);
	const lff = bitstream.readBits(2);
	if (lff === 3) return null;
	bitstream.skipBits(1);
	if (cpf) bitstream.skipBits(16);
	bitstream.skipBits(7);
	const pcmResolution = DTS_PCM_RESOLUTIONS[bitstream.readBits(3)];
	if (pcmResolution === 0) return null;
	const lfePresent = lff !== 0;
	return {
		frameSize,
		sampleRate,
		numberOfChannels: DTS_AMODE_CHANNEL_COUNTS[amode] + (lfePresent ? 1 : 0),
		sampleCount: npcmblocks * 32,
		channelLayout: DTS_AMODE_CHANNEL_LAYOUTS[amode] | (lfePresent ? DTS_CHANNEL_LAYOUT_LFE1 : 0),
		amode,
		lfePresent,
		bitRate,
		pcmResolution
	};
};
const parseDtsExssHeader = (data) => {
	if (data.length < 10) return null;
	if (data[0] !== 100 || data[1] !== 88 || data[2] !== 32 || data[3] !== 37) return null;
	const bitstream = new Bitstream(data);
	bitstream.skipBits(32);
	bitstream.skipBits(8);
	const extSsIndex = bitstream.readBits(2);
	const wideHeader = bitstream.readBits(1);
	const headerSizeBits = 8 + 4 * wideHeader;
	const frameSizeBits = 16 + 4 * wideHeader;
	bitstream.skipBits(headerSizeBits);
	const frameSize = bitstream.readBits(frameSizeBits) + 1;
	const incomplete = {
		frameSize,
		asset: null
	};
	if (!bitstream.readBits(1)) return incomplete;
	const refClock = DTS_EXSS_REF_CLOCKS[bitstream.readBits(2)];
	const frameDurationCycles = 512 * (bitstream.readBits(3) + 1);
	if (bitstream.readBits(1)) bitstream.skipBits(36);
	const numAudioPresentations = bitstream.readBits(3) + 1;
	const numAssets = bitstream.readBits(3) + 1;
	const activeExssMasks = [];
	for (let i = 0; i < numAudioPresentations; i++) activeExssMasks.push(bitstream.readBits(extSsIndex + 1));
	for (const mask of activeExssMasks) bitstream.skipBits(8 * popcount(mask));
	if (bitstream.readBits(1)) {
		bitstream.skipBits(2);
		const spkrMaskBits = bitstream.readBits(2) + 1 << 2;
		const numMixOutConfigs = bitstream.readBits(2) + 1;
		bitstream.skipBits(numMixOutConfigs * spkrMaskBits);
	}
	for (let i = 0; i < numAssets; i++) bitstream.skipBits(frameSizeBits);
	bitstream.skipBits(9);
	bitstream.skipBits(3);
	if (bitstream.readBits(1)) bitstream.skipBits(4);
	if (bitstream.readBits(1)) bitstream.skipBits(24);
	if (bitstream.readBits(1)) bitstream.skipBits(8 * (bitstream.readBits(10) + 1));
	const pcmResolution = bitstream.readBits(5) + 1;
	const sampleRate = DTS_EXSS_SAMPLE_RATES[bitstream.readBits(4)];
	const numberOfChannels = bitstream.readBits(8) + 1;
	let channelLayout = 0;
	if (bitstream.readBits(1)) {
		if (numberOfChannels > 2) bitstream.skipBits(1);
		if (numberOfChannels > 6) bitstream.skipBits(1);
		if (bitstream.readBits(1)) {
			const spkrMaskBits = bitstream.readBits(2) + 1 << 2;
			channelLayout = bitstream.readBits(spkrMaskBits);
		}
	}
	if (refClock === 0 || bitstream.getBitsLeft() < 0) return incomplete;
	return {
		frameSize,
		asset: {
			sampleRate,
			numberOfChannels,
			sampleCount: Math.round(frameDurationCycles * sampleRate / refClock),
			channelLayout,
			pcmResolution
		}
	};
};
const buildDtsSpecificBox = (frameInfo) => {
	const bytes =   new Uint8Array(20);
	const view = toDataView(bytes);
	view.setUint32(0, frameInfo.sampleRate);
	view.setUint32(4, frameInfo.bitRate);
	view.setUint32(8, frameInfo.bitRate);
	bytes[12] = frameInfo.pcmResolution;
	const streamConstruction = frameInfo.core && !frameInfo.hasExtensions ? 1 : 0;
	const bitstream = new Bitstream(bytes);
	bitstream.seekToByte(13);
	bitstream.writeBits(2, Math.max(DTS_SPECIFIC_BOX_FRAME_DURATIONS.indexOf(frameInfo.sampleCount), 0));
	bitstream.writeBits(5, streamConstruction);
	bitstream.writeBits(1, frameInfo.core?.lfePresent ? 1 : 0);
	bitstream.writeBits(6, frameInfo.core?.amode ?? 0);
	bitstream.writeBits(14, frameInfo.core ? frameInfo.core.frameSize - 1 : 0);
	bitstream.writeBits(1, 0);
	bitstream.writeBits(3, 0);
	bitstream.writeBits(16, frameInfo.channelLayout);
	bitstream.writeBits(1, 0);
	bitstream.writeBits(1, 0);
	bitstream.writeBits(1, 0);
	bitstream.writeBits(5, 0);
	return bytes;
};
// node_modules/mediabunny/dist/modules/src/codec.js
const VIDEO_CODECS = [
	"avc",
	"hevc",
	"vp9",
	"av1",
	"vp8",
	"prores"
];
const PCM_AUDIO_CODECS = [
	"pcm-s16",
	"pcm-s16be",
	"pcm-s24",
	"pcm-s24be",
	"pcm-s32",
	"pcm-s32be",
	"pcm-f32",
	"pcm-f32be",
	"pcm-f64",
	"pcm-f64be",
	"pcm-u8",
	"pcm-s8",
	"ulaw",
	"alaw"
];
const NON_PCM_AUDIO_CODECS = [
	"aac",
	"opus",
	"mp3",
	"vorbis",
	"flac",
	"ac3",
	"eac3",
	"dts"
];
const AUDIO_CODECS = [...NON_PCM_AUDIO_CODECS, ...PCM_AUDIO_CODECS];
const SUBTITLE_CODECS = ["webvtt"];
const AVC_LEVEL_TABLE = [
	{
		maxMacroblocks: 99,
		maxBitrate: 64e3,
		maxDpbMbs: 396,
		level: 10
	},
	{
		maxMacroblocks: 396,
		maxBitrate: 192e3,
		maxDpbMbs: 900,
		level: 11
	},
	{
		maxMacroblocks: 396,
		maxBitrate: 384e3,
		maxDpbMbs: 2376,
		level: 12
	},
	{
		maxMacroblocks: 396,
		maxBitrate: 768e3,
		maxDpbMbs: 2376,
		level: 13
	},
	{
		maxMacroblocks: 396,
		maxBitrate: 2e6,
		maxDpbMbs: 2376,
		level: 20
	},
	{
		maxMacroblocks: 792,
		maxBitrate: 4e6,
		maxDpbMbs: 4752,
		level: 21
	},
	{
		maxMacroblocks: 1620,
		maxBitrate: 4e6,
		maxDpbMbs: 8100,
		level: 22
	},
	{
		maxMacroblocks: 1620,
		maxBitrate: 1e7,
		maxDpbMbs: 8100,
		level: 30
	},
	{
		maxMacroblocks: 3600,
		maxBitrate: 14e6,
		maxDpbMbs: 18e3,
		level: 31
	},
	{
		maxMacroblocks: 5120,
		maxBitrate: 2e7,
		maxDpbMbs: 20480,
		level: 32
	},
	{
		maxMacroblocks: 8192,
		maxBitrate: 2e7,
		maxDpbMbs: 32768,
		level: 40
	},
	{
		maxMacroblocks: 8192,
		maxBitrate: 5e7,
		maxDpbMbs: 32768,
		level: 41
	},
	{
		maxMacroblocks: 8704,
		maxBitrate: 5e7,
		maxDpbMbs: 34816,
		level: 42
	},
	{
		maxMacroblocks: 22080,
		maxBitrate: 135e6,
		maxDpbMbs: 110400,
		level: 50
	},
	{
		maxMacroblocks: 36864,
		maxBitrate: 24e7,
		maxDpbMbs: 184320,
		level: 51
	},
	{
		maxMacroblocks: 36864,
		maxBitrate: 24e7,
		maxDpbMbs: 184320,
		level: 52
	},
	{
		maxMacroblocks: 139264,
		maxBitrate: 24e7,
		maxDpbMbs: 696320,
		level: 60
	},
	{
		maxMacroblocks: 139264,
		maxBitrate: 48e7,
		maxDpbMbs: 696320,
		level: 61
	},
	{
		maxMacroblocks: 139264,
		maxBitrate: 8e8,
		maxDpbMbs: 696320,
		level: 62
	}
];
const PRORES_FOURCCS = [
	"ap4x",
	"ap4h",
	"apch",
	"apcn",
	"apcs",
	"apco"
];
const DTS_FOURCCS = [
	"dtsc",
	"dtsh",
	"dtsl",
	"dtse"
];
const generateAv1CodecConfigurationFromCodecString = (codecString) => {
	const parts = codecString.split(".");
	const firstByte = 129;
	const profile = Number(parts[1]);
	const levelAndTier = parts[2];
	const level = Number(levelAndTier.slice(0, -1));
	const secondByte = (profile << 5) + level;
	const tier = levelAndTier.slice(-1) === "H" ? 1 : 0;
	const bitDepth = Number(parts[3]);
	const highBitDepth = bitDepth === 8 ? 0 : 1;
	const twelveBit = bitDepth === 12 ? 1 : 0;
	const monochrome = parts[4] ? Number(parts[4]) : 0;
	const chromaSubsamplingX = parts[5] ? Number(parts[5][0]) : 1;
	const chromaSubsamplingY = parts[5] ? Number(parts[5][1]) : 1;
	const chromaSamplePosition = parts[5] ? Number(parts[5][2]) : 0;
	return [
		firstByte,
		secondByte,
		(tier << 7) + (highBitDepth << 6) + (twelveBit << 5) + (monochrome << 4) + (chromaSubsamplingX << 3) + (chromaSubsamplingY << 2) + chromaSamplePosition,
		0
	];
};
const PCM_CODEC_REGEX = /^pcm-([usf])(\d+)(be)?$/;
const parsePcmCodec = (codec) => {
	assert(PCM_AUDIO_CODECS.includes(codec));
	if (codec === "ulaw") return {
		dataType: "ulaw",
		sampleSize: 1,
		littleEndian: true,
		silentValue: 255
	};
	else if (codec === "alaw") return {
		dataType: "alaw",
		sampleSize: 1,
		littleEndian: true,
		silentValue: 213
	};
	const match = PCM_CODEC_REGEX.exec(codec);
	assert(match);
	let dataType;
	if (match[1] === "u") dataType = "unsigned";
	else if (match[1] === "s") dataType = "signed";
	else dataType = "float";
	const sampleSize = Number(match[2]) / 8;
	const littleEndian = match[3] !== "be";
	return {
		dataType,
		sampleSize,
		littleEndian,
		silentValue: codec === "pcm-u8" ? 128 : 0
	};
};
const inferCodecFromCodecString = (codecString) => {
	if (codecString.startsWith("avc1") || codecString.startsWith("avc3")) return "avc";
	else if (codecString.startsWith("hev1") || codecString.startsWith("hvc1")) return "hevc";
	else if (codecString === "vp8") return "vp8";
	else if (codecString.startsWith("vp09")) return "vp9";
	else if (codecString.startsWith("av01")) return "av1";
	else if (PRORES_FOURCCS.includes(codecString)) return "prores";
	if (codecString === "mp3" || codecString === "mp4a.69" || codecString === "mp4a.6B" || codecString === "mp4a.6b" || codecString === "mp4a.40.34") return "mp3";
	else if (codecString.startsWith("mp4a.40.") || codecString === "mp4a.67") return "aac";
	else if (codecString === "opus" || codecString === "Opus") return "opus";
	else if (codecString === "vorbis") return "vorbis";
	else if (codecString === "flac") return "flac";
	else if (codecString === "ac-3" || codecString === "ac3") return "ac3";
	else if (codecString === "ec-3" || codecString === "eac3") return "eac3";
	else if (DTS_FOURCCS.includes(codecString)) return "dts";
	else if (codecString === "ulaw") return "ulaw";
	else if (codecString === "alaw") return "alaw";
	else if (PCM_CODEC_REGEX.test(codecString)) return codecString;
	if (codecString === "webvtt") return "webvtt";
	return null;
};
const VALID_VIDEO_CODEC_STRING_PREFIXES = [
	"avc1",
	"avc3",
	"hev1",
	"hvc1",
	"vp8",
	"vp09",
	"av01",
	...PRORES_FOURCCS
];
const AVC_CODEC_STRING_REGEX = /^(avc1|avc3)\.[0-9a-fA-F]{6}$/;
const HEVC_CODEC_STRING_REGEX = /^(hev1|hvc1)\.(?:[ABC]?\d+)\.[0-9a-fA-F]{1,8}\.[LH]\d+(?:\.[0-9a-fA-F]{1,2}){0,6}$/;
const VP9_CODEC_STRING_REGEX = /^vp09(?:\.\d{2}){3}(?:(?:\.\d{2}){5})?$/;
const AV1_CODEC_STRING_REGEX = /^av01\.\d\.\d{2}[MH]\.\d{2}(?:\.\d\.\d{3}\.\d{2}\.\d{2}\.\d{2}\.\d)?$/;
const validateVideoChunkMetadata = (metadata, trackCodec) => {
	if (!metadata) throw new TypeError("Video chunk metadata must be provided.");
	if (typeof metadata !== "object") throw new TypeError("Video chunk metadata must be an object.");
	if (!metadata.decoderConfig) throw new TypeError("Video chunk metadata must include a decoder configuration.");
	if (typeof metadata.decoderConfig !== "object") throw new TypeError("Video chunk metadata decoder configuration must be an object.");
	if (typeof metadata.decoderConfig.codec !== "string") throw new TypeError("Video chunk metadata decoder configuration must specify a codec string.");
	if (!VALID_VIDEO_CODEC_STRING_PREFIXES.some((prefix) => metadata.decoderConfig.codec.startsWith(prefix))) throw new TypeError("Video chunk metadata decoder configuration codec string must be a valid video codec string as specified in the Mediabunny Codec Registry.");
	if (!Number.isInteger(metadata.decoderConfig.codedWidth) || metadata.decoderConfig.codedWidth <= 0) throw new TypeError("Video chunk metadata decoder configuration must specify a valid codedWidth (positive integer).");
	if (!Number.isInteger(metadata.decoderConfig.codedHeight) || metadata.decoderConfig.codedHeight <= 0) throw new TypeError("Video chunk metadata decoder configuration must specify a valid codedHeight (positive integer).");
	if (metadata.decoderConfig.displayAspectWidth !== void 0 && (!Number.isInteger(metadata.decoderConfig.displayAspectWidth) || metadata.decoderConfig.displayAspectWidth <= 0)) throw new TypeError("Video chunk metadata decoder configuration displayAspectWidth, when defined, must be a positive integer.");
	if (metadata.decoderConfig.displayAspectHeight !== void 0 && (!Number.isInteger(metadata.decoderConfig.displayAspectHeight) || metadata.decoderConfig.displayAspectHeight <= 0)) throw new TypeError("Video chunk metadata decoder configuration displayAspectHeight, when defined, must be a positive integer.");
	if (metadata.decoderConfig.displayAspectWidth !== void 0 !== (metadata.decoderConfig.displayAspectHeight !== void 0)) throw new TypeError("Video chunk metadata decoder configuration must specify both displayAspectWidth and displayAspectHeight, or neither.");
	if (metadata.decoderConfig.description !== void 0) {
		if (!isAllowSharedBufferSource(metadata.decoderConfig.description)) throw new TypeError("Video chunk metadata decoder configuration description, when defined, must be an ArrayBuffer or an ArrayBuffer view.");
	}
	if (metadata.decoderConfig.colorSpace !== void 0) {
		const { colorSpace } = metadata.decoderConfig;
		if (typeof colorSpace !== "object") throw new TypeError("Video chunk metadata decoder configuration colorSpace, when provided, must be an object.");
		const primariesValues = Object.keys(COLOR_PRIMARIES_MAP);
		if (colorSpace.primaries != null && !primariesValues.includes(colorSpace.primaries)) throw new TypeError(`Video chunk metadata decoder configuration colorSpace primaries, when defined, must be one of ${primariesValues.join(", ")}.`);
		const transferValues = Object.keys(TRANSFER_CHARACTERISTICS_MAP);
		if (colorSpace.transfer != null && !transferValues.includes(colorSpace.transfer)) throw new TypeError(`Video chunk metadata decoder configuration colorSpace transfer, when defined, must be one of ${transferValues.join(", ")}.`);
		const matrixValues = Object.keys(MATRIX_COEFFICIENTS_MAP);
		if (colorSpace.matrix != null && !matrixValues.includes(colorSpace.matrix)) throw new TypeError(`Video chunk metadata decoder configuration colorSpace matrix, when defined, must be one of ${matrixValues.join(", ")}.`);
		if (colorSpace.fullRange != null && typeof colorSpace.fullRange !== "boolean") throw new TypeError("Video chunk metadata decoder configuration colorSpace fullRange, when defined, must be a boolean.");
	}
	if (metadata.decoderConfig.codec.startsWith("avc1") || metadata.decoderConfig.codec.startsWith("avc3")) {
		if (!AVC_CODEC_STRING_REGEX.test(metadata.decoderConfig.codec)) throw new TypeError("Video chunk metadata decoder configuration codec string for AVC must be a valid AVC codec string as specified in Section 3.4 of RFC 6381.");
	} else if (metadata.decoderConfig.codec.startsWith("hev1") || metadata.decoderConfig.codec.startsWith("hvc1")) {
		if (!HEVC_CODEC_STRING_REGEX.test(metadata.decoderConfig.codec)) throw new TypeError("Video chunk metadata decoder configuration codec string for HEVC must be a valid HEVC codec string as specified in Section E.3 of ISO 14496-15.");
	} else if (metadata.decoderConfig.codec.startsWith("vp8")) {
		if (metadata.decoderConfig.codec !== "vp8") throw new TypeError("Video chunk metadata decoder configuration codec string for VP8 must be \"vp8\".");
	} else if (metadata.decoderConfig.codec.startsWith("vp09")) {
		if (!VP9_CODEC_STRING_REGEX.test(metadata.decoderConfig.codec)) throw new TypeError("Video chunk metadata decoder configuration codec string for VP9 must be a valid VP9 codec string as specified in Section \"Codecs Parameter String\" of https://www.webmproject.org/vp9/mp4/.");
	} else if (metadata.decoderConfig.codec.startsWith("av01")) {
		if (!AV1_CODEC_STRING_REGEX.test(metadata.decoderConfig.codec)) throw new TypeError("Video chunk metadata decoder configuration codec string for AV1 must be a valid AV1 codec string as specified in Section \"Codecs Parameter String\" of https://aomediacodec.github.io/av1-isobmff/.");
	} else if (PRORES_FOURCCS.some((x) => metadata.decoderConfig.codec.startsWith(x))) {
		if (!PRORES_FOURCCS.some((x) => metadata.decoderConfig.codec === x)) throw new TypeError(`Video chunk metadata decoder configuration codec string for ProRes must be one of the valid ProRes four-character codes: ${PRORES_FOURCCS.join(", ")}.`);
	}
	if (trackCodec !== null && inferCodecFromCodecString(metadata.decoderConfig.codec) !== trackCodec) throw new TypeError(`Video chunk metadata decoder configuration codec string '${metadata.decoderConfig.codec}' does not fit to the track codec '${trackCodec}'.`);
};
const VALID_AUDIO_CODEC_STRING_PREFIXES = [
	"mp4a",
	"mp3",
	"opus",
	"vorbis",
	"flac",
	"ulaw",
	"alaw",
	"pcm",
	"ac-3",
	"ec-3",
	"dts"
];
const validateAudioChunkMetadata = (metadata, trackCodec) => {
	if (!metadata) throw new TypeError("Audio chunk metadata must be provided.");
	if (typeof metadata !== "object") throw new TypeError("Audio chunk metadata must be an object.");
	if (!metadata.decoderConfig) throw new TypeError("Audio chunk metadata must include a decoder configuration.");
	if (typeof metadata.decoderConfig !== "object") throw new TypeError("Audio chunk metadata decoder configuration must be an object.");
	if (typeof metadata.decoderConfig.codec !== "string") throw new TypeError("Audio chunk metadata decoder configuration must specify a codec string.");
	if (!VALID_AUDIO_CODEC_STRING_PREFIXES.some((prefix) => metadata.decoderConfig.codec.startsWith(prefix))) throw new TypeError("Audio chunk metadata decoder configuration codec string must be a valid audio codec string as specified in the Mediabunny Codec Registry.");
	if (!Number.isInteger(metadata.decoderConfig.sampleRate) || metadata.decoderConfig.sampleRate <= 0) throw new TypeError("Audio chunk metadata decoder configuration must specify a valid sampleRate (positive integer).");
	if (!Number.isInteger(metadata.decoderConfig.numberOfChannels) || metadata.decoderConfig.numberOfChannels <= 0) throw new TypeError("Audio chunk metadata decoder configuration must specify a valid numberOfChannels (positive integer).");
	if (metadata.decoderConfig.description !== void 0) {
		if (!isAllowSharedBufferSource(metadata.decoderConfig.description)) throw new TypeError("Audio chunk metadata decoder configuration description, when defined, must be an ArrayBuffer or an ArrayBuffer view.");
	}
	if (metadata.decoderConfig.codec.startsWith("mp4a") && metadata.decoderConfig.codec !== "mp4a.69" && metadata.decoderConfig.codec !== "mp4a.6B" && metadata.decoderConfig.codec !== "mp4a.6b") {
		if (![
			"mp4a.40.2",
			"mp4a.40.02",
			"mp4a.40.5",
			"mp4a.40.05",
			"mp4a.40.29",
			"mp4a.67"
		].includes(metadata.decoderConfig.codec)) throw new TypeError("Audio chunk metadata decoder configuration codec string for AAC must be a valid AAC codec string as specified in https://www.w3.org/TR/webcodecs-aac-codec-registration/.");
	} else if (metadata.decoderConfig.codec.startsWith("mp3") || metadata.decoderConfig.codec.startsWith("mp4a")) {
		if (metadata.decoderConfig.codec !== "mp3" && metadata.decoderConfig.codec !== "mp4a.69" && metadata.decoderConfig.codec !== "mp4a.6B" && metadata.decoderConfig.codec !== "mp4a.6b") throw new TypeError("Audio chunk metadata decoder configuration codec string for MP3 must be \"mp3\", \"mp4a.69\" or \"mp4a.6B\".");
	} else if (metadata.decoderConfig.codec.startsWith("opus")) {
		if (metadata.decoderConfig.codec !== "opus") throw new TypeError("Audio chunk metadata decoder configuration codec string for Opus must be \"opus\".");
		if (metadata.decoderConfig.description && metadata.decoderConfig.description.byteLength < 18) throw new TypeError("Audio chunk metadata decoder configuration description, when specified, is expected to be an Identification Header as specified in Section 5.1 of RFC 7845.");
	} else if (metadata.decoderConfig.codec.startsWith("vorbis")) {
		if (metadata.decoderConfig.codec !== "vorbis") throw new TypeError("Audio chunk metadata decoder configuration codec string for Vorbis must be \"vorbis\".");
		if (!metadata.decoderConfig.description) throw new TypeError("Audio chunk metadata decoder configuration for Vorbis must include a description, which is expected to adhere to the format described in https://www.w3.org/TR/webcodecs-vorbis-codec-registration/.");
	} else if (metadata.decoderConfig.codec.startsWith("flac")) {
		if (metadata.decoderConfig.codec !== "flac") throw new TypeError("Audio chunk metadata decoder configuration codec string for FLAC must be \"flac\".");
		if (!metadata.decoderConfig.description || metadata.decoderConfig.description.byteLength < 42) throw new TypeError("Audio chunk metadata decoder configuration for FLAC must include a description, which is expected to adhere to the format described in https://www.w3.org/TR/webcodecs-flac-codec-registration/.");
	} else if (metadata.decoderConfig.codec.startsWith("ac-3") || metadata.decoderConfig.codec.startsWith("ac3")) {
		if (metadata.decoderConfig.codec !== "ac-3") throw new TypeError("Audio chunk metadata decoder configuration codec string for AC-3 must be \"ac-3\".");
	} else if (metadata.decoderConfig.codec.startsWith("ec-3") || metadata.decoderConfig.codec.startsWith("eac3")) {
		if (metadata.decoderConfig.codec !== "ec-3") throw new TypeError("Audio chunk metadata decoder configuration codec string for EC-3 must be \"ec-3\".");
	} else if (metadata.decoderConfig.codec.startsWith("dts")) {
		if (!DTS_FOURCCS.includes(metadata.decoderConfig.codec)) throw new TypeError(`Audio chunk metadata decoder configuration codec string for DTS must be one of the following four-character codes: ${DTS_FOURCCS.join(", ")}.`);
	} else if (metadata.decoderConfig.codec.startsWith("pcm") || metadata.decoderConfig.codec.startsWith("ulaw") || metadata.decoderConfig.codec.startsWith("alaw")) {
		if (!PCM_AUDIO_CODECS.includes(metadata.decoderConfig.codec)) throw new TypeError(`Audio chunk metadata decoder configuration codec string for PCM must be one of the supported PCM codecs (${PCM_AUDIO_CODECS.join(", ")}).`);
	}
	if (trackCodec !== null && inferCodecFromCodecString(metadata.decoderConfig.codec) !== trackCodec) throw new TypeError(`Audio chunk metadata decoder configuration codec string '${metadata.decoderConfig.codec}' does not fit to the track codec '${trackCodec}'.`);
};
const validateSubtitleMetadata = (metadata) => {
	if (!metadata) throw new TypeError("Subtitle metadata must be provided.");
	if (typeof metadata !== "object") throw new TypeError("Subtitle metadata must be an object.");
	if (!metadata.config) throw new TypeError("Subtitle metadata must include a config object.");
	if (typeof metadata.config !== "object") throw new TypeError("Subtitle metadata config must be an object.");
	if (typeof metadata.config.description !== "string") throw new TypeError("Subtitle metadata config description must be a string.");
};
// node_modules/mediabunny/dist/modules/src/packet.js
const PLACEHOLDER_DATA =   new Uint8Array(0);
var EncodedPacket = class EncodedPacket {
	constructor(data, type, timestamp, duration, sequenceNumber = -1, byteLength, sideData) {
		this.data = data;
		this.type = type;
		this.timestamp = timestamp;
		this.duration = duration;
		this.sequenceNumber = sequenceNumber;
		if (data === PLACEHOLDER_DATA && byteLength === void 0) throw new Error("Internal error: byteLength must be explicitly provided when constructing metadata-only packets.");
		if (byteLength === void 0) byteLength = data.byteLength;
		if (!(data instanceof Uint8Array)) throw new TypeError("data must be a Uint8Array.");
		if (type !== "key" && type !== "delta") throw new TypeError("type must be either \"key\" or \"delta\".");
		if (!Number.isFinite(timestamp)) throw new TypeError("timestamp must be a number.");
		if (!Number.isFinite(duration) || duration < 0) throw new TypeError("duration must be a non-negative number.");
		if (!Number.isFinite(sequenceNumber)) throw new TypeError("sequenceNumber must be a number.");
		if (!Number.isInteger(byteLength) || byteLength < 0) throw new TypeError("byteLength must be a non-negative integer.");
		if (sideData !== void 0 && (typeof sideData !== "object" || !sideData)) throw new TypeError("sideData, when provided, must be an object.");
		if (sideData?.alpha !== void 0 && !(sideData.alpha instanceof Uint8Array)) throw new TypeError("sideData.alpha, when provided, must be a Uint8Array.");
		if (sideData?.alphaByteLength !== void 0 && (!Number.isInteger(sideData.alphaByteLength) || sideData.alphaByteLength < 0)) throw new TypeError("sideData.alphaByteLength, when provided, must be a non-negative integer.");
		this.byteLength = byteLength;
		this.sideData = sideData ?? {};
		if (this.sideData.alpha && this.sideData.alphaByteLength === void 0) this.sideData.alphaByteLength = this.sideData.alpha.byteLength;
	}
	get isMetadataOnly() {
		return this.data === PLACEHOLDER_DATA;
	}
	get microsecondTimestamp() {
		return Math.trunc(SECOND_TO_MICROSECOND_FACTOR * this.timestamp);
	}
	get microsecondDuration() {
		return Math.trunc(SECOND_TO_MICROSECOND_FACTOR * this.duration);
	}
	toEncodedVideoChunk() {
		if (this.isMetadataOnly) throw new TypeError("Metadata-only packets cannot be converted to a video chunk.");
		if (typeof EncodedVideoChunk === "undefined") throw new Error("EncodedVideoChunk is not available in this environment.");
		return new EncodedVideoChunk({
			data: this.data,
			type: this.type,
			timestamp: this.microsecondTimestamp,
			duration: this.microsecondDuration
		});
	}
	alphaToEncodedVideoChunk(type = this.type) {
		if (!this.sideData.alpha) throw new TypeError("This packet does not contain alpha side data.");
		if (this.isMetadataOnly) throw new TypeError("Metadata-only packets cannot be converted to a video chunk.");
		if (typeof EncodedVideoChunk === "undefined") throw new Error("EncodedVideoChunk is not available in this environment.");
		return new EncodedVideoChunk({
			data: this.sideData.alpha,
			type,
			timestamp: this.microsecondTimestamp,
			duration: this.microsecondDuration
		});
	}
	toEncodedAudioChunk() {
		if (this.isMetadataOnly) throw new TypeError("Metadata-only packets cannot be converted to an audio chunk.");
		if (typeof EncodedAudioChunk === "undefined") throw new Error("EncodedAudioChunk is not available in this environment.");
		return new EncodedAudioChunk({
			data: this.data,
			type: this.type,
			timestamp: this.microsecondTimestamp,
			duration: this.microsecondDuration
		});
	}
	static fromEncodedChunk(chunk, sideData) {
		if (!(chunk instanceof EncodedVideoChunk || chunk instanceof EncodedAudioChunk)) throw new TypeError("chunk must be an EncodedVideoChunk or EncodedAudioChunk.");
		const data = new Uint8Array(chunk.byteLength);
		chunk.copyTo(data);
		return new EncodedPacket(data, chunk.type, chunk.timestamp / 1e6, (chunk.duration ?? 0) / 1e6, void 0, void 0, sideData);
	}
	clone(options) {
		if (options !== void 0 && (typeof options !== "object" || options === null)) throw new TypeError("options, when provided, must be an object.");
		if (options?.data !== void 0 && !(options.data instanceof Uint8Array)) throw new TypeError("options.data, when provided, must be a Uint8Array.");
		if (options?.type !== void 0 && options.type !== "key" && options.type !== "delta") throw new TypeError("options.type, when provided, must be either \"key\" or \"delta\".");
		if (options?.timestamp !== void 0 && !Number.isFinite(options.timestamp)) throw new TypeError("options.timestamp, when provided, must be a number.");
		if (options?.duration !== void 0 && !Number.isFinite(options.duration)) throw new TypeError("options.duration, when provided, must be a number.");
		if (options?.sequenceNumber !== void 0 && !Number.isFinite(options.sequenceNumber)) throw new TypeError("options.sequenceNumber, when provided, must be a number.");
		if (options?.sideData !== void 0 && (typeof options.sideData !== "object" || options.sideData === null)) throw new TypeError("options.sideData, when provided, must be an object.");
		return new EncodedPacket(options?.data ?? this.data, options?.type ?? this.type, options?.timestamp ?? this.timestamp, options?.duration ?? this.duration, options?.sequenceNumber ?? this.sequenceNumber, this.byteLength, options?.sideData ?? this.sideData);
	}
};
// node_modules/mediabunny/dist/modules/src/isobmff/isobmff-misc.js
const buildIsobmffMimeType = (info) => {
	let string = (info.hasVideo ? "video/" : info.hasAudio ? "audio/" : "application/") + (info.isQuickTime ? "quicktime" : "mp4");
	if (info.codecStrings.length > 0) {
		const uniqueCodecMimeTypes = [...new Set(info.codecStrings)];
		string += `; codecs="${uniqueCodecMimeTypes.join(", ")}"`;
	}
	return string;
};
// node_modules/mediabunny/dist/modules/src/adts/adts-reader.js
const readAdtsFrameHeader = (slice) => {
	const startPos = slice.filePos;
	const bitstream = new Bitstream(readBytes(slice, 9));
	if (bitstream.readBits(12) !== 4095) return null;
	bitstream.skipBits(1);
	if (bitstream.readBits(2) !== 0) return null;
	const protectionAbsence = bitstream.readBits(1);
	const objectType = bitstream.readBits(2) + 1;
	const samplingFrequencyIndex = bitstream.readBits(4);
	if (samplingFrequencyIndex === 15) return null;
	bitstream.skipBits(1);
	const channelConfiguration = bitstream.readBits(3);
	if (channelConfiguration === 0) throw new Error("ADTS frames with channel configuration 0 are not supported.");
	bitstream.skipBits(1);
	bitstream.skipBits(1);
	bitstream.skipBits(1);
	bitstream.skipBits(1);
	const frameLength = bitstream.readBits(13);
	bitstream.skipBits(11);
	const numberOfAacFrames = bitstream.readBits(2) + 1;
	if (numberOfAacFrames !== 1) throw new Error("ADTS frames with more than one AAC frame are not supported.");
	let crcCheck = null;
	if (protectionAbsence === 1) slice.filePos -= 2;
	else crcCheck = bitstream.readBits(16);
	return {
		objectType,
		samplingFrequencyIndex,
		channelConfiguration,
		frameLength,
		numberOfAacFrames,
		crcCheck,
		startPos
	};
};
// node_modules/mediabunny/dist/modules/src/node.js
var node_exports =   __exportAll({ fs: () => fs });
// node_modules/mediabunny/dist/modules/src/reader.js
var FileSlice = class FileSlice {
	constructor(bytes, view, offset, start, end) {
		this.bytes = bytes;
		this.view = view;
		this.offset = offset;
		this.start = start;
		this.end = end;
		this.bufferPos = start - offset;
	}
	static tempFromBytes(bytes) {
		return new FileSlice(bytes, toDataView(bytes), 0, 0, bytes.length);
	}
	get length() {
		return this.end - this.start;
	}
	get filePos() {
		return this.offset + this.bufferPos;
	}
	set filePos(value) {
		this.bufferPos = value - this.offset;
	}
	get remainingLength() {
		return Math.max(this.end - this.filePos, 0);
	}
	skip(byteCount) {
		this.bufferPos += byteCount;
	}
	slice(filePos, length = this.end - filePos) {
		if (filePos < this.start || filePos + length > this.end) throw new RangeError("Slicing outside of original slice.");
		return new FileSlice(this.bytes, this.view, this.offset, filePos, filePos + length);
	}
};
const checkIsInRange = (slice, bytesToRead) => {
	if (slice.filePos < slice.start || slice.filePos + bytesToRead > slice.end) throw new RangeError(`Tried reading [${slice.filePos}, ${slice.filePos + bytesToRead}), but slice is [${slice.start}, ${slice.end}). This is likely an internal error, please report it alongside the file that caused it.`);
};
const readBytes = (slice, length) => {
	checkIsInRange(slice, length);
	const bytes = slice.bytes.subarray(slice.bufferPos, slice.bufferPos + length);
	slice.bufferPos += length;
	return bytes;
};
// node_modules/mediabunny/dist/modules/src/muxer.js
var Muxer = class {
	constructor(output) {
		this.mutex = new AsyncMutex();
		this.trackTimestampInfo =   new WeakMap();
		this.output = output;
	}
	onTrackClose(track) {}
	validateTimestamp(track, timestampInSeconds, isKeyPacket) {
		let timestampInfo = this.trackTimestampInfo.get(track);
		if (!timestampInfo) {
			if (!isKeyPacket) throw new Error("First packet must be a key packet.");
			timestampInfo = {
				maxTimestamp: timestampInSeconds,
				maxTimestampBeforeLastKeyPacket: null
			};
			this.trackTimestampInfo.set(track, timestampInfo);
		} else {
			if (isKeyPacket) timestampInfo.maxTimestampBeforeLastKeyPacket = timestampInfo.maxTimestamp;
			if (timestampInfo.maxTimestampBeforeLastKeyPacket !== null && timestampInSeconds < timestampInfo.maxTimestampBeforeLastKeyPacket) throw new Error(`Timestamps cannot be smaller than the largest timestamp of the previous GOP (a GOP begins with a key packet and ends right before the next key packet). Got ${timestampInSeconds}s, but largest timestamp is ${timestampInfo.maxTimestampBeforeLastKeyPacket}s.`);
			timestampInfo.maxTimestamp = Math.max(timestampInfo.maxTimestamp, timestampInSeconds);
		}
	}
};
// node_modules/mediabunny/dist/modules/src/subtitles.js
const inlineTimestampRegex = /<(?:(\d{2}):)?(\d{2}):(\d{2}).(\d{3})>/g;
const formatSubtitleTimestamp = (timestamp) => {
	const hours = Math.floor(timestamp / 36e5);
	const minutes = Math.floor(timestamp % 36e5 / 6e4);
	const seconds = Math.floor(timestamp % 6e4 / 1e3);
	const milliseconds = timestamp % 1e3;
	return hours.toString().padStart(2, "0") + ":" + minutes.toString().padStart(2, "0") + ":" + seconds.toString().padStart(2, "0") + "." + milliseconds.toString().padStart(3, "0");
};
// node_modules/mediabunny/dist/modules/src/isobmff/isobmff-boxes.js
var IsobmffBoxWriter = class {
	constructor(writer) {
		this.writer = writer;
		this.helper =   new Uint8Array(8);
		this.helperView = new DataView(this.helper.buffer);
		this.offsets =   new WeakMap();
	}
	writeU32(value) {
		this.helperView.setUint32(0, value, false);
		this.writer.write(this.helper.subarray(0, 4));
	}
	writeU64(value) {
		this.helperView.setUint32(0, Math.floor(value / 2 ** 32), false);
		this.helperView.setUint32(4, value, false);
		this.writer.write(this.helper.subarray(0, 8));
	}
	writeAscii(text) {
		for (let i = 0; i < text.length; i++) {
			this.helperView.setUint8(i % 8, text.charCodeAt(i));
			if (i % 8 === 7) this.writer.write(this.helper);
		}
		if (text.length % 8 !== 0) this.writer.write(this.helper.subarray(0, text.length % 8));
	}
	writeBox(box) {
		this.offsets.set(box, this.writer.getPos());
		if (box.contents && !box.children) {
			this.writeBoxHeader(box, box.size ?? box.contents.byteLength + 8);
			this.writer.write(box.contents);
		} else {
			const startPos = this.writer.getPos();
			this.writeBoxHeader(box, 0);
			if (box.contents) this.writer.write(box.contents);
			if (box.children) {
				for (const child of box.children) if (child) this.writeBox(child);
			}
			const endPos = this.writer.getPos();
			const size = box.size ?? endPos - startPos;
			this.writer.seek(startPos);
			this.writeBoxHeader(box, size);
			this.writer.seek(endPos);
		}
	}
	writeBoxHeader(box, size) {
		this.writeU32(box.largeSize ? 1 : size);
		this.writeAscii(box.type);
		if (box.largeSize) this.writeU64(size);
	}
	measureBoxHeader(box) {
		return 8 + (box.largeSize ? 8 : 0);
	}
	patchBox(box) {
		const boxOffset = this.offsets.get(box);
		assert(boxOffset !== void 0);
		const endPos = this.writer.getPos();
		this.writer.seek(boxOffset);
		this.writeBox(box);
		this.writer.seek(endPos);
	}
	measureBox(box) {
		if (box.contents && !box.children) return this.measureBoxHeader(box) + box.contents.byteLength;
		else {
			let result = this.measureBoxHeader(box);
			if (box.contents) result += box.contents.byteLength;
			if (box.children) {
				for (const child of box.children) if (child) result += this.measureBox(child);
			}
			return result;
		}
	}
};
const bytes =   new Uint8Array(8);
const view =   new DataView(bytes.buffer);
const u8 = (value) => {
	return [(value % 256 + 256) % 256];
};
const u16 = (value) => {
	view.setUint16(0, value, false);
	return [bytes[0], bytes[1]];
};
const i16 = (value) => {
	view.setInt16(0, value, false);
	return [bytes[0], bytes[1]];
};
const u24 = (value) => {
	view.setUint32(0, value, false);
	return [
		bytes[1],
		bytes[2],
		bytes[3]
	];
};
const u32 = (value) => {
	view.setUint32(0, value, false);
	return [
		bytes[0],
		bytes[1],
		bytes[2],
		bytes[3]
	];
};
const i32 = (value) => {
	view.setInt32(0, value, false);
	return [
		bytes[0],
		bytes[1],
		bytes[2],
		bytes[3]
	];
};
const u64 = (value) => {
	view.setUint32(0, Math.floor(value / 2 ** 32), false);
	view.setUint32(4, value, false);
	return [
		bytes[0],
		bytes[1],
		bytes[2],
		bytes[3],
		bytes[4],
		bytes[5],
		bytes[6],
		bytes[7]
	];
};
const i64 = (value) => {
	view.setInt32(0, Math.floor(value / 2 ** 32), false);
	view.setUint32(4, value, false);
	return [
		bytes[0],
		bytes[1],
		bytes[2],
		bytes[3],
		bytes[4],
		bytes[5],
		bytes[6],
		bytes[7]
	];
};
const fixed_8_8 = (value) => {
	view.setInt16(0, 256 * value, false);
	return [bytes[0], bytes[1]];
};
const fixed_16_16 = (value) => {
	view.setInt32(0, 2 ** 16 * value, false);
	return [
		bytes[0],
		bytes[1],
		bytes[2],
		bytes[3]
	];
};
const fixed_2_30 = (value) => {
	view.setInt32(0, 2 ** 30 * value, false);
	return [
		bytes[0],
		bytes[1],
		bytes[2],
		bytes[3]
	];
};
const variableUnsignedInt = (value, byteLength) => {
	const bytes = [];
	let remaining = value;
	do {
		let byte = remaining & 127;
		remaining >>= 7;
		if (bytes.length > 0) byte |= 128;
		bytes.push(byte);
		if (byteLength !== void 0) byteLength--;
	} while (remaining > 0 || byteLength);
	return bytes.reverse();
};
const ascii = (text, nullTerminated = false) => {
	const bytes = Array(text.length).fill(null).map((_, i) => text.charCodeAt(i));
	if (nullTerminated) bytes.push(0);
	return bytes;
};
const matrixToBytes = (matrix) => {
	return [
		fixed_16_16(matrix[0]),
		fixed_16_16(matrix[1]),
		fixed_2_30(matrix[2]),
		fixed_16_16(matrix[3]),
		fixed_16_16(matrix[4]),
		fixed_2_30(matrix[5]),
		fixed_16_16(matrix[6]),
		fixed_16_16(matrix[7]),
		fixed_2_30(matrix[8])
	];
};
const box = (type, contents, children) => ({
	type,
	contents: contents && new Uint8Array(contents.flat(10)),
	children
});
const fullBox = (type, version, flags, contents, children) => box(type, [
	u8(version),
	u24(flags),
	contents ?? []
], children);
const ftyp = (details) => {
	const minorVersion = 512;
	if (details.isQuickTime) return box("ftyp", [
		ascii("qt  "),
		u32(minorVersion),
		ascii("qt  ")
	]);
	if (details.fragmented) {
		if (details.cmaf) return box("ftyp", [
			ascii("iso5"),
			u32(minorVersion),
			ascii("iso5"),
			ascii("iso6"),
			ascii("mp41"),
			ascii("cmfc"),
			ascii("dash")
		]);
		else return box("ftyp", [
			ascii("iso5"),
			u32(minorVersion),
			ascii("iso5"),
			ascii("iso6"),
			ascii("mp41")
		]);
	}
	return box("ftyp", [
		ascii("isom"),
		u32(minorVersion),
		ascii("isom"),
		details.holdsAvc ? ascii("avc1") : [],
		ascii("mp41")
	]);
};
const styp = () => box("styp", [
	ascii("iso5"),
	u32(0),
	ascii("iso5"),
	ascii("iso6"),
	ascii("mp41"),
	ascii("cmfc"),
	ascii("dash")
]);
const sidx = (muxer, referencedSize) => {
	const earliestPresentationTime = Math.max(0, muxer.minWrittenTimestamp);
	let duration = Math.max(0, muxer.maxWrittenEndTimestamp - earliestPresentationTime);
	if (!Number.isFinite(duration)) duration = 0;
	return fullBox("sidx", 1, 0, [
		u32(1),
		u32(GLOBAL_TIMESCALE),
		u64(intoTimescale(earliestPresentationTime, GLOBAL_TIMESCALE)),
		u64(0),
		u16(0),
		u16(1),
		u32(referencedSize & 2147483647),
		u32(intoTimescale(duration, GLOBAL_TIMESCALE)),
		u32(0)
	]);
};
const mdat = (reserveLargeSize) => ({
	type: "mdat",
	largeSize: reserveLargeSize
});
const free = (size) => ({
	type: "free",
	size
});
const moov = (muxer) => {
	return box("moov", void 0, [
		mvhd(muxer.creationTime, muxer.trackDatas),
		...muxer.trackDatas.map((x) => trak(x, muxer.creationTime)),
		muxer.isFragmented ? mvex(muxer.trackDatas) : null,
		udta(muxer)
	]);
};
const mvhd = (creationTime, trackDatas) => {
	const duration = Math.max(0, ...trackDatas.map((trackData) => Math.max(0, intoTimescale(presentationSpan(trackData), GLOBAL_TIMESCALE) + intoTimescale(trackData.startTimestampOffset ?? 0, GLOBAL_TIMESCALE))));
	const nextTrackId = Math.max(0, ...trackDatas.map((x) => x.track.id)) + 1;
	const needsU64 = !isU32(creationTime) || !isU32(duration);
	const u32OrU64 = needsU64 ? u64 : u32;
	return fullBox("mvhd", +needsU64, 0, [
		u32OrU64(creationTime),
		u32OrU64(creationTime),
		u32(GLOBAL_TIMESCALE),
		u32OrU64(duration),
		fixed_16_16(1),
		fixed_8_8(1),
		Array(10).fill(0),
		matrixToBytes(IDENTITY_MATRIX),
		Array(24).fill(0),
		u32(nextTrackId)
	]);
};
const trak = (trackData, creationTime) => {
	const trackMetadata = getTrackMetadata(trackData);
	const needsEditList = trackData.startTimestampOffset !== null && trackData.startTimestampOffset !== 0;
	return box("trak", void 0, [
		tkhd(trackData, creationTime),
		needsEditList ? edts(trackData) : null,
		mdia(trackData, creationTime),
		trackMetadata.name !== void 0 ? box("udta", void 0, [box("name", [...textEncoder.encode(trackMetadata.name)])]) : null
	]);
};
const tkhd = (trackData, creationTime) => {
	const durationInGlobalTimescale = Math.max(0, intoTimescale(presentationSpan(trackData), GLOBAL_TIMESCALE) + intoTimescale(trackData.startTimestampOffset ?? 0, GLOBAL_TIMESCALE));
	const needsU64 = !isU32(creationTime) || !isU32(durationInGlobalTimescale);
	const u32OrU64 = needsU64 ? u64 : u32;
	let matrix;
	if (trackData.type === "video" && trackData.track.metadata.transformationMatrix) matrix = trackData.track.metadata.transformationMatrix;
	else if (trackData.type === "video") {
		const { rotation, flip } = trackData.track.metadata;
		const linear = multiplyMatrices(rotationMatrix(rotation ?? 0), scaleMatrix(flip ? -1 : 1, 1));
		matrix = centeredTransformationMatrix(linear, trackData.info.width, trackData.info.height);
	} else matrix = IDENTITY_MATRIX;
	let flags = 2;
	if (trackData.track.metadata.disposition?.default !== false) flags |= 1;
	const alternateGroup = trackData.type === "video" ? 0 : trackData.type === "audio" ? 1 : trackData.type === "subtitle" ? 2 : assertNever(trackData);
	return fullBox("tkhd", +needsU64, flags, [
		u32OrU64(creationTime),
		u32OrU64(creationTime),
		u32(trackData.track.id),
		u32(0),
		u32OrU64(durationInGlobalTimescale),
		Array(8).fill(0),
		u16(0),
		u16(alternateGroup),
		fixed_8_8(trackData.type === "audio" ? 1 : 0),
		u16(0),
		matrixToBytes(matrix),
		fixed_16_16(trackData.type === "video" ? trackData.info.width : 0),
		fixed_16_16(trackData.type === "video" ? trackData.info.height : 0)
	]);
};
const edts = (trackData) => {
	const offset = trackData.startTimestampOffset;
	assert(offset !== null);
	if (offset > 0) {
		const startOffset = intoTimescale(offset, GLOBAL_TIMESCALE);
		const mediaDuration = intoTimescale(presentationSpan(trackData), GLOBAL_TIMESCALE);
		const needs64Bits = !isU32(startOffset) || !isU32(mediaDuration);
		const u32OrU64 = needs64Bits ? u64 : u32;
		const i32OrI64 = needs64Bits ? i64 : i32;
		return box("edts", void 0, [fullBox("elst", needs64Bits ? 1 : 0, 0, [
			u32(2),
			u32OrU64(startOffset),
			i32OrI64(-1),
			fixed_16_16(1),
			u32OrU64(mediaDuration),
			i32OrI64(0),
			fixed_16_16(1)
		])]);
	} else {
		const mediaTime = intoTimescale(-offset, trackData.timescale);
		const mediaDuration = Math.max(0, intoTimescale(presentationSpan(trackData), GLOBAL_TIMESCALE) + intoTimescale(offset, GLOBAL_TIMESCALE));
		const needs64Bits = !isI32(mediaTime) || !isU32(mediaDuration);
		const u32OrU64 = needs64Bits ? u64 : u32;
		const i32OrI64 = needs64Bits ? i64 : i32;
		return box("edts", void 0, [fullBox("elst", needs64Bits ? 1 : 0, 0, [
			u32(1),
			u32OrU64(mediaDuration),
			i32OrI64(mediaTime),
			fixed_16_16(1)
		])]);
	}
};
const mdia = (trackData, creationTime) => box("mdia", void 0, [
	mdhd(trackData, creationTime),
	hdlr(true, TRACK_TYPE_TO_COMPONENT_SUBTYPE[trackData.type], TRACK_TYPE_TO_HANDLER_NAME[trackData.type]),
	minf(trackData)
]);
const mdhd = (trackData, creationTime) => {
	const localDuration = intoTimescale(presentationSpan(trackData), trackData.timescale);
	const needsU64 = !isU32(creationTime) || !isU32(localDuration);
	const u32OrU64 = needsU64 ? u64 : u32;
	return fullBox("mdhd", +needsU64, 0, [
		u32OrU64(creationTime),
		u32OrU64(creationTime),
		u32(trackData.timescale),
		u32OrU64(localDuration),
		u16(getLanguageCodeInt(trackData.track.metadata.languageCode ?? "und")),
		u16(0)
	]);
};
const TRACK_TYPE_TO_COMPONENT_SUBTYPE = {
	video: "vide",
	audio: "soun",
	subtitle: "text"
};
const TRACK_TYPE_TO_HANDLER_NAME = {
	video: "MediabunnyVideoHandler",
	audio: "MediabunnySoundHandler",
	subtitle: "MediabunnyTextHandler"
};
const hdlr = (hasComponentType, handlerType, name, manufacturer = "\0\0\0\0") => fullBox("hdlr", 0, 0, [
	hasComponentType ? ascii("mhlr") : u32(0),
	ascii(handlerType),
	ascii(manufacturer),
	u32(0),
	u32(0),
	ascii(name, true)
]);
const minf = (trackData) => box("minf", void 0, [
	TRACK_TYPE_TO_HEADER_BOX[trackData.type](),
	dinf(),
	stbl(trackData)
]);
const vmhd = () => fullBox("vmhd", 0, 1, [
	u16(0),
	u16(0),
	u16(0),
	u16(0)
]);
const smhd = () => fullBox("smhd", 0, 0, [u16(0), u16(0)]);
const nmhd = () => fullBox("nmhd", 0, 0);
const TRACK_TYPE_TO_HEADER_BOX = {
	video: vmhd,
	audio: smhd,
	subtitle: nmhd
};
const dinf = () => box("dinf", void 0, [dref()]);
const dref = () => fullBox("dref", 0, 0, [u32(1)], [url()]);
const url = () => fullBox("url ", 0, 1);
const stbl = (trackData) => {
	const needsCtts = trackData.compositionTimeOffsetTable.length > 1 || trackData.compositionTimeOffsetTable.some((x) => x.sampleCompositionTimeOffset !== 0);
	return box("stbl", void 0, [
		stsd(trackData),
		stts(trackData),
		needsCtts ? ctts(trackData) : null,
		needsCtts ? cslg(trackData) : null,
		stsc(trackData),
		stsz(trackData),
		stco(trackData),
		stss(trackData)
	]);
};
const stsd = (trackData) => {
	let sampleDescription;
	if (trackData.type === "video") sampleDescription = videoSampleDescription(videoCodecToBoxName(trackData.track.source._codec, trackData.info.decoderConfig.codec), trackData);
	else if (trackData.type === "audio") {
		const boxName = audioCodecToBoxName(trackData.track.source._codec, trackData.info.decoderConfig.codec, trackData.muxer.isQuickTime);
		assert(boxName);
		sampleDescription = soundSampleDescription(boxName, trackData);
	} else if (trackData.type === "subtitle") sampleDescription = subtitleSampleDescription(SUBTITLE_CODEC_TO_BOX_NAME[trackData.track.source._codec], trackData);
	assert(sampleDescription);
	return fullBox("stsd", 0, 0, [u32(1)], [sampleDescription]);
};
const videoSampleDescription = (compressionType, trackData) => box(compressionType, [
	Array(6).fill(0),
	u16(1),
	u16(0),
	u16(0),
	Array(12).fill(0),
	u16(trackData.info.width),
	u16(trackData.info.height),
	u32(4718592),
	u32(4718592),
	u32(0),
	u16(1),
	u8(VERSIONED_NAME.length),
	ascii(VERSIONED_NAME),
	Array(31 - VERSIONED_NAME.length).fill(0),
	u16(trackData.info.hasAlphaChannel ? 32 : 24),
	i16(65535)
], [
	VIDEO_CODEC_TO_CONFIGURATION_BOX[trackData.track.source._codec]?.(trackData) ?? null,
	pasp(trackData),
	colorSpaceIsEmpty(trackData.info.decoderConfig.colorSpace) ? null : colr(trackData),
	btrt(trackData)
]);
const btrt = (trackData) => {
	if (trackData.avgBitrate === 0 && trackData.maxBitrate === 0) return null;
	return box("btrt", [
		u32(0),
		u32(trackData.maxBitrate),
		u32(trackData.avgBitrate)
	]);
};
const pasp = (trackData) => {
	if (trackData.info.pixelAspectRatio.num === trackData.info.pixelAspectRatio.den) return null;
	return box("pasp", [u32(trackData.info.pixelAspectRatio.num), u32(trackData.info.pixelAspectRatio.den)]);
};
const colr = (trackData) => {
	const colorSpace = trackData.info.decoderConfig.colorSpace;
	return box("colr", [
		ascii(trackData.muxer.isQuickTime ? "nclc" : "nclx"),
		u16(colorSpace?.primaries != null ? COLOR_PRIMARIES_MAP[colorSpace.primaries] : 2),
		u16(colorSpace?.transfer != null ? TRANSFER_CHARACTERISTICS_MAP[colorSpace.transfer] : 2),
		u16(colorSpace?.matrix != null ? MATRIX_COEFFICIENTS_MAP[colorSpace.matrix] : 2),
		trackData.muxer.isQuickTime ? [] : u8((colorSpace?.fullRange ? 1 : 0) << 7)
	]);
};
const avcC = (trackData) => trackData.info.decoderConfig && box("avcC", [...toUint8Array(trackData.info.decoderConfig.description)]);
const hvcC = (trackData) => trackData.info.decoderConfig && box("hvcC", [...toUint8Array(trackData.info.decoderConfig.description)]);
const vpcC = (trackData) => {
	if (!trackData.info.decoderConfig) return null;
	const decoderConfig = trackData.info.decoderConfig;
	const parts = decoderConfig.codec.split(".");
	const profile = Number(parts[1]);
	const level = Number(parts[2]);
	const bitDepth = Number(parts[3]);
	const chromaSubsampling = parts[4] ? Number(parts[4]) : 1;
	const videoFullRangeFlag = parts[8] ? Number(parts[8]) : Number(decoderConfig.colorSpace?.fullRange ?? 0);
	const thirdByte = (bitDepth << 4) + (chromaSubsampling << 1) + videoFullRangeFlag;
	const colourPrimaries = parts[5] ? Number(parts[5]) : decoderConfig.colorSpace?.primaries ? COLOR_PRIMARIES_MAP[decoderConfig.colorSpace.primaries] : 1;
	const transferCharacteristics = parts[6] ? Number(parts[6]) : decoderConfig.colorSpace?.transfer ? TRANSFER_CHARACTERISTICS_MAP[decoderConfig.colorSpace.transfer] : 1;
	const matrixCoefficients = parts[7] ? Number(parts[7]) : decoderConfig.colorSpace?.matrix ? MATRIX_COEFFICIENTS_MAP[decoderConfig.colorSpace.matrix] : 1;
	return fullBox("vpcC", 1, 0, [
		u8(profile),
		u8(level),
		u8(thirdByte),
		u8(colourPrimaries),
		u8(transferCharacteristics),
		u8(matrixCoefficients),
		u16(0)
	]);
};
const av1C = (trackData) => {
	return box("av1C", generateAv1CodecConfigurationFromCodecString(trackData.info.decoderConfig.codec));
};
const soundSampleDescription = (compressionType, trackData) => {
	let version = 0;
	let contents;
	let sampleSizeInBits = 16;
	const isPcmCodec = PCM_AUDIO_CODECS.includes(trackData.track.source._codec);
	if (isPcmCodec) {
		const codec = trackData.track.source._codec;
		const { sampleSize } = parsePcmCodec(codec);
		sampleSizeInBits = 8 * sampleSize;
		if (sampleSizeInBits > 16) version = 1;
	}
	if (trackData.muxer.isQuickTime) version = 1;
	if (version === 0) contents = [
		Array(6).fill(0),
		u16(1),
		u16(version),
		u16(0),
		u32(0),
		u16(trackData.info.numberOfChannels),
		u16(sampleSizeInBits),
		u16(0),
		u16(0),
		u16(trackData.info.sampleRate < 2 ** 16 ? trackData.info.sampleRate : 0),
		u16(0)
	];
	else {
		const compressionId = isPcmCodec ? 0 : -2;
		contents = [
			Array(6).fill(0),
			u16(1),
			u16(version),
			u16(0),
			u32(0),
			u16(trackData.info.numberOfChannels),
			u16(Math.min(sampleSizeInBits, 16)),
			i16(compressionId),
			u16(0),
			u16(trackData.info.sampleRate < 2 ** 16 ? trackData.info.sampleRate : 0),
			u16(0),
			isPcmCodec ? [
				u32(1),
				u32(sampleSizeInBits / 8),
				u32(trackData.info.numberOfChannels * sampleSizeInBits / 8)
			] : [
				u32(0),
				u32(0),
				u32(0)
			],
			u32(2)
		];
	}
	return box(compressionType, contents, [audioCodecToConfigurationBox(trackData.track.source._codec, trackData.muxer.isQuickTime)?.(trackData) ?? null, btrt(trackData)]);
};
const esds = (trackData) => {
	let objectTypeIndication;
	switch (trackData.track.source._codec) {
		case "aac":
			objectTypeIndication = 64;
			break;
		case "mp3":
			objectTypeIndication = 107;
			break;
		case "vorbis":
			objectTypeIndication = 221;
			break;
		default: throw new Error(`Unhandled audio codec: ${trackData.track.source._codec}`);
	}
	let bytes = [
		...u8(objectTypeIndication),
		...u8(21),
		...u24(0),
		...u32(trackData.maxBitrate),
		...u32(trackData.avgBitrate)
	];
	if (trackData.info.decoderConfig.description) {
		const description = toUint8Array(trackData.info.decoderConfig.description);
		bytes = [
			...bytes,
			...u8(5),
			...variableUnsignedInt(description.byteLength),
			...description
		];
	}
	bytes = [
		...u16(1),
		...u8(0),
		...u8(4),
		...variableUnsignedInt(bytes.length),
		...bytes,
		...u8(6),
		...u8(1),
		...u8(2)
	];
	bytes = [
		...u8(3),
		...variableUnsignedInt(bytes.length),
		...bytes
	];
	return fullBox("esds", 0, 0, bytes);
};
const wave = (trackData) => {
	return box("wave", void 0, [
		frma(trackData),
		enda(trackData),
		box("\0\0\0\0")
	]);
};
const frma = (trackData) => {
	return box("frma", [ascii(audioCodecToBoxName(trackData.track.source._codec, trackData.info.decoderConfig.codec, trackData.muxer.isQuickTime))]);
};
const enda = (trackData) => {
	const { littleEndian } = parsePcmCodec(trackData.track.source._codec);
	return box("enda", [u16(+littleEndian)]);
};
const dOps = (trackData) => {
	let outputChannelCount = trackData.info.numberOfChannels;
	let preSkip = 3840;
	let inputSampleRate = trackData.info.sampleRate;
	let outputGain = 0;
	let channelMappingFamily = 0;
	let channelMappingTable =   new Uint8Array(0);
	const description = trackData.info.decoderConfig?.description;
	if (description) {
		assert(description.byteLength >= 18);
		const bytes = toUint8Array(description);
		const header = parseOpusIdentificationHeader(bytes);
		outputChannelCount = header.outputChannelCount;
		preSkip = header.preSkip;
		inputSampleRate = header.inputSampleRate;
		outputGain = header.outputGain;
		channelMappingFamily = header.channelMappingFamily;
		if (header.channelMappingTable) channelMappingTable = header.channelMappingTable;
	}
	return box("dOps", [
		u8(0),
		u8(outputChannelCount),
		u16(preSkip),
		u32(inputSampleRate),
		i16(outputGain),
		u8(channelMappingFamily),
		...channelMappingTable
	]);
};
const dfLa = (trackData) => {
	const description = trackData.info.decoderConfig?.description;
	assert(description);
	const bytes = toUint8Array(description);
	return fullBox("dfLa", 0, 0, [...bytes.subarray(4)]);
};
const pcmC = (trackData) => {
	const { littleEndian, sampleSize } = parsePcmCodec(trackData.track.source._codec);
	const formatFlags = +littleEndian;
	return fullBox("pcmC", 0, 0, [u8(formatFlags), u8(8 * sampleSize)]);
};
const dac3 = (trackData) => {
	assert(trackData.info.primingPacket);
	const frameInfo = parseAc3SyncFrame(trackData.info.primingPacket.data);
	if (!frameInfo) throw new Error("Couldn't extract AC-3 frame info from the audio packet. Ensure the packets contain valid AC-3 sync frames (as specified in ETSI TS 102 366).");
	const bytes =   new Uint8Array(3);
	const bitstream = new Bitstream(bytes);
	bitstream.writeBits(2, frameInfo.fscod);
	bitstream.writeBits(5, frameInfo.bsid);
	bitstream.writeBits(3, frameInfo.bsmod);
	bitstream.writeBits(3, frameInfo.acmod);
	bitstream.writeBits(1, frameInfo.lfeon);
	bitstream.writeBits(5, frameInfo.bitRateCode);
	bitstream.writeBits(5, 0);
	return box("dac3", [...bytes]);
};
const dec3 = (trackData) => {
	assert(trackData.info.primingPacket);
	const frameInfo = parseEac3SyncFrame(trackData.info.primingPacket.data);
	if (!frameInfo) throw new Error("Couldn't extract E-AC-3 frame info from the audio packet. Ensure the packets contain valid E-AC-3 sync frames (as specified in ETSI TS 102 366).");
	let totalBits = 16;
	for (const sub of frameInfo.substreams) {
		totalBits += 23;
		if (sub.numDepSub > 0) totalBits += 9;
		else totalBits += 1;
	}
	const size = Math.ceil(totalBits / 8);
	const bytes = new Uint8Array(size);
	const bitstream = new Bitstream(bytes);
	bitstream.writeBits(13, frameInfo.dataRate);
	bitstream.writeBits(3, frameInfo.substreams.length - 1);
	for (const sub of frameInfo.substreams) {
		bitstream.writeBits(2, sub.fscod);
		bitstream.writeBits(5, sub.bsid);
		bitstream.writeBits(1, 0);
		bitstream.writeBits(1, 0);
		bitstream.writeBits(3, sub.bsmod);
		bitstream.writeBits(3, sub.acmod);
		bitstream.writeBits(1, sub.lfeon);
		bitstream.writeBits(3, 0);
		bitstream.writeBits(4, sub.numDepSub);
		if (sub.numDepSub > 0) bitstream.writeBits(9, sub.chanLoc);
		else bitstream.writeBits(1, 0);
	}
	return box("dec3", [...bytes]);
};
const ddts = (trackData) => {
	assert(trackData.info.primingPacket);
	const frameInfo = parseDtsFrame(trackData.info.primingPacket.data);
	if (!frameInfo) throw new Error("Couldn't extract DTS frame info from the audio packet. Ensure the packets contain valid DTS frames as specified in ETSI TS 102 114.");
	return box("ddts", [...buildDtsSpecificBox(frameInfo)]);
};
const subtitleSampleDescription = (compressionType, trackData) => box(compressionType, [Array(6).fill(0), u16(1)], [SUBTITLE_CODEC_TO_CONFIGURATION_BOX[trackData.track.source._codec](trackData), btrt(trackData)]);
const vttC = (trackData) => box("vttC", [...textEncoder.encode(trackData.info.config.description)]);
const stts = (trackData) => {
	return fullBox("stts", 0, 0, [u32(trackData.timeToSampleTable.length), trackData.timeToSampleTable.map((x) => [u32(x.sampleCount), u32(x.sampleDelta)])]);
};
const stss = (trackData) => {
	if (trackData.samples.every((x) => x.type === "key")) return null;
	const keySamples = [...trackData.samples.entries()].filter(([, sample]) => sample.type === "key");
	return fullBox("stss", 0, 0, [u32(keySamples.length), keySamples.map(([index]) => u32(index + 1))]);
};
const stsc = (trackData) => {
	return fullBox("stsc", 0, 0, [u32(trackData.compactlyCodedChunkTable.length), trackData.compactlyCodedChunkTable.map((x) => [
		u32(x.firstChunk),
		u32(x.samplesPerChunk),
		u32(1)
	])]);
};
const stsz = (trackData) => {
	if (trackData.type === "audio" && trackData.info.requiresPcmTransformation) {
		const { sampleSize } = parsePcmCodec(trackData.track.source._codec);
		return fullBox("stsz", 0, 0, [u32(sampleSize * trackData.info.numberOfChannels), u32(trackData.samples.reduce((acc, x) => acc + intoTimescale(x.duration, trackData.timescale), 0))]);
	}
	return fullBox("stsz", 0, 0, [
		u32(0),
		u32(trackData.samples.length),
		trackData.samples.map((x) => u32(x.size))
	]);
};
const stco = (trackData) => {
	if (trackData.finalizedChunks.length > 0 && last(trackData.finalizedChunks).offset >= 2 ** 32) return fullBox("co64", 0, 0, [u32(trackData.finalizedChunks.length), trackData.finalizedChunks.map((x) => u64(x.offset))]);
	return fullBox("stco", 0, 0, [u32(trackData.finalizedChunks.length), trackData.finalizedChunks.map((x) => u32(x.offset))]);
};
const ctts = (trackData) => {
	return fullBox("ctts", 1, 0, [u32(trackData.compositionTimeOffsetTable.length), trackData.compositionTimeOffsetTable.map((x) => [u32(x.sampleCount), i32(x.sampleCompositionTimeOffset)])]);
};
const cslg = (trackData) => {
	let leastDecodeToDisplayDelta = Infinity;
	let greatestDecodeToDisplayDelta = -Infinity;
	let compositionStartTime = Infinity;
	let compositionEndTime = -Infinity;
	assert(trackData.compositionTimeOffsetTable.length > 0);
	assert(trackData.samples.length > 0);
	for (let i = 0; i < trackData.compositionTimeOffsetTable.length; i++) {
		const entry = trackData.compositionTimeOffsetTable[i];
		leastDecodeToDisplayDelta = Math.min(leastDecodeToDisplayDelta, entry.sampleCompositionTimeOffset);
		greatestDecodeToDisplayDelta = Math.max(greatestDecodeToDisplayDelta, entry.sampleCompositionTimeOffset);
	}
	for (let i = 0; i < trackData.samples.length; i++) {
		const sample = trackData.samples[i];
		compositionStartTime = Math.min(compositionStartTime, intoTimescale(sample.timestamp, trackData.timescale));
		compositionEndTime = Math.max(compositionEndTime, intoTimescale(sample.timestamp + sample.duration, trackData.timescale));
	}
	const compositionToDtsShift = Math.max(-leastDecodeToDisplayDelta, 0);
	if (compositionEndTime >= 2 ** 31) return null;
	return fullBox("cslg", 0, 0, [
		i32(compositionToDtsShift),
		i32(leastDecodeToDisplayDelta),
		i32(greatestDecodeToDisplayDelta),
		i32(compositionStartTime),
		i32(compositionEndTime)
	]);
};
const mvex = (trackDatas) => {
	return box("mvex", void 0, trackDatas.map(trex));
};
const trex = (trackData) => {
	return fullBox("trex", 0, 0, [
		u32(trackData.track.id),
		u32(1),
		u32(0),
		u32(0),
		u32(0)
	]);
};
const moof = (sequenceNumber, trackDatas) => {
	return box("moof", void 0, [mfhd(sequenceNumber), ...trackDatas.map(traf)]);
};
const mfhd = (sequenceNumber) => {
	return fullBox("mfhd", 0, 0, [u32(sequenceNumber)]);
};
const fragmentSampleFlags = (sample) => {
	let byte1 = 0;
	let byte2 = 0;
	const sampleIsDifferenceSample = sample.type === "delta";
	byte2 |= +sampleIsDifferenceSample;
	if (sampleIsDifferenceSample) byte1 |= 1;
	else byte1 |= 2;
	return byte1 << 24 | byte2 << 16 | 0;
};
const traf = (trackData) => {
	return box("traf", void 0, [
		tfhd(trackData),
		tfdt(trackData),
		trun(trackData)
	]);
};
const tfhd = (trackData) => {
	assert(trackData.currentChunk);
	let tfFlags = 0;
	tfFlags |= 8;
	tfFlags |= 16;
	tfFlags |= 32;
	tfFlags |= 131072;
	const referenceSample = trackData.currentChunk.samples[1] ?? trackData.currentChunk.samples[0];
	const referenceSampleInfo = {
		duration: referenceSample.timescaleUnitsToNextSample,
		size: referenceSample.size,
		flags: fragmentSampleFlags(referenceSample)
	};
	return fullBox("tfhd", 0, tfFlags, [
		u32(trackData.track.id),
		u32(referenceSampleInfo.duration),
		u32(referenceSampleInfo.size),
		u32(referenceSampleInfo.flags)
	]);
};
const tfdt = (trackData) => {
	assert(trackData.currentChunk);
	return fullBox("tfdt", 1, 0, [u64(intoTimescale(trackData.currentChunk.startTimestamp, trackData.timescale))]);
};
const trun = (trackData) => {
	assert(trackData.currentChunk);
	const allSampleDurations = trackData.currentChunk.samples.map((x) => x.timescaleUnitsToNextSample);
	const allSampleSizes = trackData.currentChunk.samples.map((x) => x.size);
	const allSampleFlags = trackData.currentChunk.samples.map(fragmentSampleFlags);
	const allSampleCompositionTimeOffsets = trackData.currentChunk.samples.map((x) => intoTimescale(x.timestamp - x.decodeTimestamp, trackData.timescale));
	const uniqueSampleDurations = new Set(allSampleDurations);
	const uniqueSampleSizes = new Set(allSampleSizes);
	const uniqueSampleFlags = new Set(allSampleFlags);
	const uniqueSampleCompositionTimeOffsets = new Set(allSampleCompositionTimeOffsets);
	const firstSampleFlagsPresent = uniqueSampleFlags.size === 2 && allSampleFlags[0] !== allSampleFlags[1];
	const sampleDurationPresent = uniqueSampleDurations.size > 1;
	const sampleSizePresent = uniqueSampleSizes.size > 1;
	const sampleFlagsPresent = !firstSampleFlagsPresent && uniqueSampleFlags.size > 1;
	const sampleCompositionTimeOffsetsPresent = uniqueSampleCompositionTimeOffsets.size > 1 || [...uniqueSampleCompositionTimeOffsets].some((x) => x !== 0);
	let flags = 0;
	flags |= 1;
	flags |= 4 * +firstSampleFlagsPresent;
	flags |= 256 * +sampleDurationPresent;
	flags |= 512 * +sampleSizePresent;
	flags |= 1024 * +sampleFlagsPresent;
	flags |= 2048 * +sampleCompositionTimeOffsetsPresent;
	return fullBox("trun", 1, flags, [
		u32(trackData.currentChunk.samples.length),
		u32(trackData.currentChunk.offset - trackData.currentChunk.moofOffset || 0),
		firstSampleFlagsPresent ? u32(allSampleFlags[0]) : [],
		trackData.currentChunk.samples.map((_, i) => [
			sampleDurationPresent ? u32(allSampleDurations[i]) : [],
			sampleSizePresent ? u32(allSampleSizes[i]) : [],
			sampleFlagsPresent ? u32(allSampleFlags[i]) : [],
			sampleCompositionTimeOffsetsPresent ? i32(allSampleCompositionTimeOffsets[i]) : []
		])
	]);
};
const mfra = (trackDatas) => {
	return box("mfra", void 0, [...trackDatas.map(tfra), mfro()]);
};
const tfra = (trackData) => {
	return fullBox("tfra", 1, 0, [
		u32(trackData.track.id),
		u32(63),
		u32(trackData.finalizedChunks.length),
		trackData.finalizedChunks.map((chunk) => [
			u64(intoTimescale(chunk.samples[0].timestamp, trackData.timescale)),
			u64(chunk.moofOffset),
			u32(chunk.trafIndex + 1),
			u32(1),
			u32(1)
		])
	]);
};
const mfro = () => {
	return fullBox("mfro", 0, 0, [u32(0)]);
};
const vtte = () => box("vtte");
const vttc = (payload, timestamp, identifier, settings, sourceId) => box("vttc", void 0, [
	sourceId !== null ? box("vsid", [i32(sourceId)]) : null,
	identifier !== null ? box("iden", [...textEncoder.encode(identifier)]) : null,
	timestamp !== null ? box("ctim", [...textEncoder.encode(formatSubtitleTimestamp(timestamp))]) : null,
	settings !== null ? box("sttg", [...textEncoder.encode(settings)]) : null,
	box("payl", [...textEncoder.encode(payload)])
]);
const vtta = (notes) => box("vtta", [...textEncoder.encode(notes)]);
const udta = (muxer) => {
	const boxes = [];
	const metadataFormat = muxer.format._options.metadataFormat ?? "auto";
	const metadataTags = muxer.output._metadataTags;
	if (metadataFormat === "mdir" || metadataFormat === "auto" && !muxer.isQuickTime) {
		const metaBox = metaMdir(metadataTags);
		if (metaBox) boxes.push(metaBox);
	} else if (metadataFormat === "mdta") {
		const metaBox = metaMdta(metadataTags);
		if (metaBox) boxes.push(metaBox);
	} else if (metadataFormat === "udta" || metadataFormat === "auto" && muxer.isQuickTime) addQuickTimeMetadataTagBoxes(boxes, muxer.output._metadataTags);
	if (boxes.length === 0) return null;
	return box("udta", void 0, boxes);
};
const addQuickTimeMetadataTagBoxes = (boxes, tags) => {
	for (const { key, value } of keyValueIterator(tags)) switch (key) {
		case "title":
			boxes.push(metadataTagStringBoxShort("©nam", value));
			break;
		case "description":
			boxes.push(metadataTagStringBoxShort("©des", value));
			break;
		case "artist":
			boxes.push(metadataTagStringBoxShort("©ART", value));
			break;
		case "album":
			boxes.push(metadataTagStringBoxShort("©alb", value));
			break;
		case "albumArtist":
			boxes.push(metadataTagStringBoxShort("albr", value));
			break;
		case "genre":
			boxes.push(metadataTagStringBoxShort("©gen", value));
			break;
		case "date":
			boxes.push(metadataTagStringBoxShort("©day", value.toISOString().slice(0, 10)));
			break;
		case "comment":
			boxes.push(metadataTagStringBoxShort("©cmt", value));
			break;
		case "lyrics":
			boxes.push(metadataTagStringBoxShort("©lyr", value));
			break;
		case "raw": break;
		case "discNumber":
		case "discsTotal":
		case "trackNumber":
		case "tracksTotal":
		case "beatsPerMinute":
		case "images": break;
		default: assertNever(key);
	}
	if (tags.raw) for (const key in tags.raw) {
		const value = tags.raw[key];
		if (value == null || key.length !== 4 || boxes.some((x) => x.type === key)) continue;
		if (typeof value === "string") boxes.push(metadataTagStringBoxShort(key, value));
		else if (value instanceof Uint8Array) boxes.push(box(key, Array.from(value)));
	}
};
const metadataTagStringBoxShort = (name, value) => {
	const encoded = textEncoder.encode(value);
	return box(name, [
		u16(encoded.length),
		u16(getLanguageCodeInt("und")),
		Array.from(encoded)
	]);
};
const DATA_BOX_MIME_TYPE_MAP = {
	"image/jpeg": 13,
	"image/png": 14,
	"image/bmp": 27
};
const generateMetadataPairs = (tags, isMdta) => {
	const pairs = [];
	for (const { key, value } of keyValueIterator(tags)) switch (key) {
		case "title":
			pairs.push({
				key: isMdta ? "title" : "©nam",
				value: dataStringBoxLong(value)
			});
			break;
		case "description":
			pairs.push({
				key: isMdta ? "description" : "©des",
				value: dataStringBoxLong(value)
			});
			break;
		case "artist":
			pairs.push({
				key: isMdta ? "artist" : "©ART",
				value: dataStringBoxLong(value)
			});
			break;
		case "album":
			pairs.push({
				key: isMdta ? "album" : "©alb",
				value: dataStringBoxLong(value)
			});
			break;
		case "albumArtist":
			pairs.push({
				key: isMdta ? "album_artist" : "aART",
				value: dataStringBoxLong(value)
			});
			break;
		case "comment":
			pairs.push({
				key: isMdta ? "comment" : "©cmt",
				value: dataStringBoxLong(value)
			});
			break;
		case "genre":
			pairs.push({
				key: isMdta ? "genre" : "©gen",
				value: dataStringBoxLong(value)
			});
			break;
		case "beatsPerMinute":
			if (!isMdta) pairs.push({
				key: "tmpo",
				value: box("data", [
					u32(21),
					u32(0),
					u16(value)
				])
			});
			break;
		case "lyrics":
			pairs.push({
				key: isMdta ? "lyrics" : "©lyr",
				value: dataStringBoxLong(value)
			});
			break;
		case "date":
			pairs.push({
				key: isMdta ? "date" : "©day",
				value: dataStringBoxLong(value.toISOString().slice(0, 10))
			});
			break;
		case "images":
			for (const image of value) {
				if (image.kind !== "coverFront") continue;
				pairs.push({
					key: "covr",
					value: box("data", [
						u32(DATA_BOX_MIME_TYPE_MAP[image.mimeType] ?? 0),
						u32(0),
						Array.from(image.data)
					])
				});
			}
			break;
		case "trackNumber":
			if (isMdta) {
				const string = tags.tracksTotal !== void 0 ? `${value}/${tags.tracksTotal}` : value.toString();
				pairs.push({
					key: "track",
					value: dataStringBoxLong(string)
				});
			} else pairs.push({
				key: "trkn",
				value: box("data", [
					u32(0),
					u32(0),
					u16(0),
					u16(value),
					u16(tags.tracksTotal ?? 0),
					u16(0)
				])
			});
			break;
		case "discNumber":
			if (!isMdta) pairs.push({
				key: "disc",
				value: box("data", [
					u32(0),
					u32(0),
					u16(0),
					u16(value),
					u16(tags.discsTotal ?? 0),
					u16(0)
				])
			});
			break;
		case "tracksTotal":
		case "discsTotal": break;
		case "raw": break;
		default: assertNever(key);
	}
	if (tags.raw) for (const key in tags.raw) {
		const value = tags.raw[key];
		if (value == null || !isMdta && key.length !== 4 || pairs.some((x) => x.key === key)) continue;
		if (typeof value === "string") pairs.push({
			key,
			value: dataStringBoxLong(value)
		});
		else if (value instanceof Uint8Array) pairs.push({
			key,
			value: box("data", [
				u32(0),
				u32(0),
				Array.from(value)
			])
		});
		else if (value instanceof RichImageData) pairs.push({
			key,
			value: box("data", [
				u32(DATA_BOX_MIME_TYPE_MAP[value.mimeType] ?? 0),
				u32(0),
				Array.from(value.data)
			])
		});
	}
	return pairs;
};
const metaMdir = (tags) => {
	const pairs = generateMetadataPairs(tags, false);
	if (pairs.length === 0) return null;
	return fullBox("meta", 0, 0, void 0, [hdlr(false, "mdir", "", "appl"), box("ilst", void 0, pairs.map((pair) => box(pair.key, void 0, [pair.value])))]);
};
const metaMdta = (tags) => {
	const pairs = generateMetadataPairs(tags, true);
	if (pairs.length === 0) return null;
	return box("meta", void 0, [
		hdlr(false, "mdta", ""),
		fullBox("keys", 0, 0, [u32(pairs.length)], pairs.map((pair) => box("mdta", [...textEncoder.encode(pair.key)]))),
		box("ilst", void 0, pairs.map((pair, i) => {
			const boxName = String.fromCharCode(...u32(i + 1));
			return box(boxName, void 0, [pair.value]);
		}))
	]);
};
const dataStringBoxLong = (value) => {
	return box("data", [
		u32(1),
		u32(0),
		...textEncoder.encode(value)
	]);
};
const videoCodecToBoxName = (codec, fullCodecString) => {
	switch (codec) {
		case "avc": return fullCodecString.startsWith("avc3") ? "avc3" : "avc1";
		case "hevc": return "hvc1";
		case "vp8": return "vp08";
		case "vp9": return "vp09";
		case "av1": return "av01";
		case "prores": return fullCodecString;
	}
};
const VIDEO_CODEC_TO_CONFIGURATION_BOX = {
	avc: avcC,
	hevc: hvcC,
	vp8: vpcC,
	vp9: vpcC,
	av1: av1C,
	prores: null
};
const audioCodecToBoxName = (codec, fullCodecString, isQuickTime) => {
	switch (codec) {
		case "aac": return "mp4a";
		case "mp3": return "mp4a";
		case "opus": return "Opus";
		case "vorbis": return "mp4a";
		case "flac": return "fLaC";
		case "ulaw": return "ulaw";
		case "alaw": return "alaw";
		case "pcm-u8": return "raw ";
		case "pcm-s8": return "sowt";
		case "ac3": return "ac-3";
		case "eac3": return "ec-3";
		case "dts": return fullCodecString;
	}
	if (isQuickTime) switch (codec) {
		case "pcm-s16": return "sowt";
		case "pcm-s16be": return "twos";
		case "pcm-s24": return "in24";
		case "pcm-s24be": return "in24";
		case "pcm-s32": return "in32";
		case "pcm-s32be": return "in32";
		case "pcm-f32": return "fl32";
		case "pcm-f32be": return "fl32";
		case "pcm-f64": return "fl64";
		case "pcm-f64be": return "fl64";
	}
	else switch (codec) {
		case "pcm-s16": return "ipcm";
		case "pcm-s16be": return "ipcm";
		case "pcm-s24": return "ipcm";
		case "pcm-s24be": return "ipcm";
		case "pcm-s32": return "ipcm";
		case "pcm-s32be": return "ipcm";
		case "pcm-f32": return "fpcm";
		case "pcm-f32be": return "fpcm";
		case "pcm-f64": return "fpcm";
		case "pcm-f64be": return "fpcm";
	}
};
const audioCodecToConfigurationBox = (codec, isQuickTime) => {
	switch (codec) {
		case "aac": return esds;
		case "mp3": return esds;
		case "opus": return dOps;
		case "vorbis": return esds;
		case "flac": return dfLa;
		case "ac3": return dac3;
		case "eac3": return dec3;
		case "dts": return ddts;
	}
	if (isQuickTime) switch (codec) {
		case "pcm-s24": return wave;
		case "pcm-s24be": return wave;
		case "pcm-s32": return wave;
		case "pcm-s32be": return wave;
		case "pcm-f32": return wave;
		case "pcm-f32be": return wave;
		case "pcm-f64": return wave;
		case "pcm-f64be": return wave;
	}
	else switch (codec) {
		case "pcm-s16": return pcmC;
		case "pcm-s16be": return pcmC;
		case "pcm-s24": return pcmC;
		case "pcm-s24be": return pcmC;
		case "pcm-s32": return pcmC;
		case "pcm-s32be": return pcmC;
		case "pcm-f32": return pcmC;
		case "pcm-f32be": return pcmC;
		case "pcm-f64": return pcmC;
		case "pcm-f64be": return pcmC;
	}
	return null;
};
const SUBTITLE_CODEC_TO_BOX_NAME = { webvtt: "wvtt" };
const SUBTITLE_CODEC_TO_CONFIGURATION_BOX = { webvtt: vttC };
const getLanguageCodeInt = (code) => {
	assert(code.length === 3);
	let language = 0;
	for (let i = 0; i < 3; i++) {
		language <<= 5;
		language += code.charCodeAt(i) - 96;
	}
	return language;
};
// node_modules/mediabunny/dist/modules/src/writer.js
var Writer = class {
	constructor(target, isMonotonic) {
		this.finalized = false;
		this.started = false;
		this.pos = 0;
		this.trackedWrites = null;
		this.trackedStart = -1;
		this.trackedEnd = -1;
		if (target._writerAcquired) throw new Error("Can't have multiple Writers for the same Target.");
		this.target = target;
		target._setMonotonicity(isMonotonic);
		target._writerAcquired = true;
	}
	start() {
		assert(!this.started);
		this.target._start();
		this.started = true;
	}
	write(data) {
		assert(this.started && !this.finalized);
		this.maybeTrackWrites(data);
		this.target._write(data, this.pos);
		this.pos += data.byteLength;
	}
	seek(newPos) {
		this.pos = newPos;
	}
	getPos() {
		return this.pos;
	}
	async flush() {
		assert(this.started && !this.finalized);
		return this.target._flush();
	}
	async finalize() {
		assert(this.started && !this.finalized);
		await this.target._finalize();
		this.finalized = true;
	}
	maybeTrackWrites(data) {
		if (!this.trackedWrites) return;
		let pos = this.getPos();
		if (pos < this.trackedStart) {
			if (pos + data.byteLength <= this.trackedStart) return;
			data = data.subarray(this.trackedStart - pos);
			pos = 0;
		}
		const neededSize = pos + data.byteLength - this.trackedStart;
		let newLength = this.trackedWrites.byteLength;
		while (newLength < neededSize) newLength *= 2;
		if (newLength !== this.trackedWrites.byteLength) {
			const copy = new Uint8Array(newLength);
			copy.set(this.trackedWrites, 0);
			this.trackedWrites = copy;
		}
		this.trackedWrites.set(data, pos - this.trackedStart);
		this.trackedEnd = Math.max(this.trackedEnd, pos + data.byteLength);
	}
	startTrackingWrites() {
		this.trackedWrites =   new Uint8Array(1024);
		this.trackedStart = this.getPos();
		this.trackedEnd = this.trackedStart;
	}
	stopTrackingWrites() {
		if (!this.trackedWrites) throw new Error("Internal error: Can't get tracked writes since nothing was tracked.");
		const result = {
			data: this.trackedWrites.subarray(0, this.trackedEnd - this.trackedStart),
			start: this.trackedStart,
			end: this.trackedEnd
		};
		this.trackedWrites = null;
		return result;
	}
};
// node_modules/mediabunny/dist/modules/src/target.js
const node = typeof node_exports !== "undefined" ? node_exports : void 0;
var Target = class extends EventEmitter {
	constructor() {
		super(...arguments);
		this._writerAcquired = false;
		this._monotonicity = null;
		this.onwrite = null;
	}
	_setMonotonicity(monotonicity) {
		if (this._monotonicity !== false) this._monotonicity = monotonicity;
	}
	_dispatchWrite(start, end) {
		this.onwrite?.(start, end);
		this._emit("write", {
			start,
			end
		});
	}
	slice(offset) {
		if (!Number.isInteger(offset) || offset < 0) throw new TypeError("offset must be a non-negative integer.");
		return new RangedTarget(this, offset);
	}
};
const ARRAY_BUFFER_INITIAL_SIZE = 2 ** 16;
const ARRAY_BUFFER_MAX_SIZE = 2 ** 32;
var BufferTarget = class extends Target {
	constructor(options = {}) {
		super();
		this.buffer = null;
		this._maxPos = 0;
		if (!options || typeof options !== "object") throw new TypeError("BufferTarget options, when provided, must be an object.");
		if (options.onFinalize !== void 0 && typeof options.onFinalize !== "function") throw new TypeError("options.onFinalize, when provided, must be a function.");
		this._options = options;
		this._supportsResize = "resize" in   new ArrayBuffer(0);
		if (this._supportsResize) try {
			this._buffer = new ArrayBuffer(ARRAY_BUFFER_INITIAL_SIZE, { maxByteLength: ARRAY_BUFFER_MAX_SIZE });
		} catch {
			this._buffer = new ArrayBuffer(ARRAY_BUFFER_INITIAL_SIZE);
			this._supportsResize = false;
		}
		else this._buffer = new ArrayBuffer(ARRAY_BUFFER_INITIAL_SIZE);
		this._bytes = new Uint8Array(this._buffer);
	}
	_ensureSize(size) {
		let newLength = this._buffer.byteLength;
		while (newLength < size) newLength *= 2;
		if (newLength === this._buffer.byteLength) return;
		if (newLength > ARRAY_BUFFER_MAX_SIZE) throw new Error(`ArrayBuffer exceeded maximum size of ${ARRAY_BUFFER_MAX_SIZE} bytes. Please consider using another target.`);
		if (this._supportsResize) this._buffer.resize(newLength);
		else {
			const newBuffer = new ArrayBuffer(newLength);
			const newBytes = new Uint8Array(newBuffer);
			newBytes.set(this._bytes, 0);
			this._buffer = newBuffer;
			this._bytes = newBytes;
		}
	}
	_start() {}
	_write(data, pos) {
		this._ensureSize(pos + data.byteLength);
		this._bytes.set(data, pos);
		this._maxPos = Math.max(this._maxPos, pos + data.byteLength);
		this._dispatchWrite(pos, pos + data.byteLength);
	}
	async _flush() {}
	async _finalize() {
		this.buffer = this._buffer.slice(0, this._maxPos);
		if (this._options.onFinalize) await this._options.onFinalize(this.buffer);
		this._emit("finalized");
	}
	async _close() {}
	_getSlice(start, end) {
		return this._bytes.slice(start, end);
	}
};
const DEFAULT_CHUNK_SIZE = 2 ** 24;
const MAX_CHUNKS_AT_ONCE = 2;
var StreamTarget = class extends Target {
	constructor(writable, options = {}) {
		super();
		this._sections = [];
		this._lastWriteEnd = 0;
		this._lastFlushEnd = 0;
		this._streamWriter = null;
		this._writeError = null;
		this._chunks = [];
		if (!(writable instanceof WritableStream)) throw new TypeError("StreamTarget requires a WritableStream instance.");
		if (options != null && typeof options !== "object") throw new TypeError("StreamTarget options, when provided, must be an object.");
		if (options.chunked !== void 0 && typeof options.chunked !== "boolean") throw new TypeError("options.chunked, when provided, must be a boolean.");
		if (options.chunkSize !== void 0 && (!Number.isInteger(options.chunkSize) || options.chunkSize < 1024)) throw new TypeError("options.chunkSize, when provided, must be an integer and not smaller than 1024.");
		this._writable = writable;
		this._options = options;
		this._chunked = options.chunked ?? false;
		this._chunkSize = options.chunkSize ?? DEFAULT_CHUNK_SIZE;
	}
	_start() {
		this._streamWriter = this._writable.getWriter();
	}
	_write(data, pos) {
		if (pos > this._lastWriteEnd) {
			const paddingBytesNeeded = pos - this._lastWriteEnd;
			this._write(new Uint8Array(paddingBytesNeeded), this._lastWriteEnd);
		}
		this._sections.push({
			data: data.slice(),
			start: pos
		});
		this._lastWriteEnd = Math.max(this._lastWriteEnd, pos + data.byteLength);
		this._dispatchWrite(pos, pos + data.byteLength);
	}
	async _flush() {
		if (this._writeError !== null) throw this._writeError;
		assert(this._streamWriter);
		if (this._sections.length === 0) return;
		const chunks = [];
		const sorted = [...this._sections].sort((a, b) => a.start - b.start);
		chunks.push({
			start: sorted[0].start,
			size: sorted[0].data.byteLength
		});
		for (let i = 1; i < sorted.length; i++) {
			const lastChunk = chunks[chunks.length - 1];
			const section = sorted[i];
			if (section.start <= lastChunk.start + lastChunk.size) lastChunk.size = Math.max(lastChunk.size, section.start + section.data.byteLength - lastChunk.start);
			else chunks.push({
				start: section.start,
				size: section.data.byteLength
			});
		}
		for (const chunk of chunks) {
			chunk.data = new Uint8Array(chunk.size);
			for (const section of this._sections) if (chunk.start <= section.start && section.start < chunk.start + chunk.size) chunk.data.set(section.data, section.start - chunk.start);
			if (this._streamWriter.desiredSize !== null && this._streamWriter.desiredSize <= 0) await this._streamWriter.ready;
			if (this._chunked) {
				this._writeDataIntoChunks(chunk.data, chunk.start);
				this._tryToFlushChunks();
			} else {
				if (this._monotonicity === true && chunk.start !== this._lastFlushEnd) throw new Error("Internal error: Monotonicity violation.");
				this._streamWriter.write({
					type: "write",
					data: chunk.data,
					position: chunk.start
				}).catch((error) => {
					this._writeError ??= error;
				});
				this._lastFlushEnd = chunk.start + chunk.data.byteLength;
			}
		}
		this._sections.length = 0;
	}
	_writeDataIntoChunks(data, position) {
		let chunkIndex = this._chunks.findIndex((x) => x.start <= position && position < x.start + this._chunkSize);
		if (chunkIndex === -1) chunkIndex = this._createChunk(position);
		const chunk = this._chunks[chunkIndex];
		const relativePosition = position - chunk.start;
		const toWrite = data.subarray(0, Math.min(this._chunkSize - relativePosition, data.byteLength));
		chunk.data.set(toWrite, relativePosition);
		const section = {
			start: relativePosition,
			end: relativePosition + toWrite.byteLength
		};
		this._insertSectionIntoChunk(chunk, section);
		if (chunk.written[0].start === 0 && chunk.written[0].end === this._chunkSize) chunk.shouldFlush = true;
		if (this._chunks.length > MAX_CHUNKS_AT_ONCE) {
			for (let i = 0; i < this._chunks.length - 1; i++) this._chunks[i].shouldFlush = true;
			this._tryToFlushChunks();
		}
		if (toWrite.byteLength < data.byteLength) this._writeDataIntoChunks(data.subarray(toWrite.byteLength), position + toWrite.byteLength);
	}
	_insertSectionIntoChunk(chunk, section) {
		let low = 0;
		let high = chunk.written.length - 1;
		let index = -1;
		while (low <= high) {
			const mid = Math.floor(low + (high - low + 1) / 2);
			if (chunk.written[mid].start <= section.start) {
				low = mid + 1;
				index = mid;
			} else high = mid - 1;
		}
		chunk.written.splice(index + 1, 0, section);
		if (index === -1 || chunk.written[index].end < section.start) index++;
		while (index < chunk.written.length - 1 && chunk.written[index].end >= chunk.written[index + 1].start) {
			chunk.written[index].end = Math.max(chunk.written[index].end, chunk.written[index + 1].end);
			chunk.written.splice(index + 1, 1);
		}
	}
	_createChunk(includesPosition) {
		const chunk = {
			start: Math.floor(includesPosition / this._chunkSize) * this._chunkSize,
			data: new Uint8Array(this._chunkSize),
			written: [],
			shouldFlush: false
		};
		this._chunks.push(chunk);
		this._chunks.sort((a, b) => a.start - b.start);
		return this._chunks.indexOf(chunk);
	}
	_tryToFlushChunks(force = false) {
		assert(this._streamWriter);
		for (let i = 0; i < this._chunks.length; i++) {
			const chunk = this._chunks[i];
			if (!chunk.shouldFlush && !force) continue;
			for (const section of chunk.written) {
				const position = chunk.start + section.start;
				if (this._monotonicity === true && position !== this._lastFlushEnd) throw new Error("Internal error: Monotonicity violation.");
				const isPartialView = section.start !== 0 || section.end !== chunk.data.byteLength;
				let data;
				if (isPartialView && isWebKit()) data = chunk.data.slice(section.start, section.end);
				else data = chunk.data.subarray(section.start, section.end);
				this._streamWriter.write({
					type: "write",
					data,
					position
				}).catch((error) => {
					this._writeError ??= error;
				});
				this._lastFlushEnd = chunk.start + section.end;
			}
			this._chunks.splice(i--, 1);
		}
	}
	async _finalize() {
		if (this._chunked) this._tryToFlushChunks(true);
		if (this._writeError !== null) throw this._writeError;
		assert(this._streamWriter);
		await this._streamWriter.ready;
		await this._streamWriter.close();
		this._emit("finalized");
	}
	async _close() {
		return this._streamWriter?.close();
	}
};
var FilePathTarget = class extends Target {
	constructor(filePath, options = {}) {
		if (typeof filePath !== "string") throw new TypeError("filePath must be a string.");
		if (!options || typeof options !== "object") throw new TypeError("options must be an object.");
		if (!node.fs) throw new Error("FilePathTarget is only available in server-side environments (Node.js, Bun, Deno).");
		super();
		this._fileHandle = null;
		const writable = new WritableStream({
			start: async () => {
				this._fileHandle = await node.fs.open(filePath, "w");
			},
			write: async (chunk) => {
				assert(this._fileHandle);
				await this._fileHandle.write(chunk.data, 0, chunk.data.byteLength, chunk.position);
			},
			close: async () => {
				if (this._fileHandle) {
					await this._fileHandle.close();
					this._fileHandle = null;
				}
			}
		});
		this._streamTarget = new StreamTarget(writable, {
			chunked: true,
			...options
		});
	}
	_start() {
		this._streamTarget._start();
	}
	_write(data, pos) {
		this._streamTarget._write(data, pos);
		this._dispatchWrite(pos, pos + data.byteLength);
	}
	async _flush() {
		return this._streamTarget._flush();
	}
	async _finalize() {
		await this._streamTarget._finalize();
		this._emit("finalized");
	}
	async _close() {
		return this._streamTarget._close();
	}
	_setMonotonicity(monotonicity) {
		super._setMonotonicity(monotonicity);
		this._streamTarget._setMonotonicity(monotonicity);
	}
};
var RangedTarget = class extends Target {
	constructor(baseTarget, offset) {
		super();
		this._baseTarget = baseTarget;
		this._offset = offset;
	}
	_start() {}
	_write(data, pos) {
		this._baseTarget._write(data, this._offset + pos);
		this._dispatchWrite(pos, pos + data.byteLength);
	}
	_flush() {
		return this._baseTarget._flush();
	}
	async _finalize() {
		this._emit("finalized");
	}
	async _close() {}
	_setMonotonicity(monotonicity) {
		super._setMonotonicity(monotonicity);
		this._baseTarget._setMonotonicity(monotonicity);
	}
};
var PathedTarget = class {
	constructor(rootPath, getTarget) {
		this.rootPath = rootPath;
		this.getTarget = getTarget;
		if (typeof rootPath !== "string") throw new TypeError("rootPath must be a string.");
		if (typeof getTarget !== "function") throw new TypeError("getTarget must be a function.");
	}
};
// node_modules/mediabunny/dist/modules/src/isobmff/isobmff-muxer.js
const GLOBAL_TIMESCALE = 57600;
const TIMESTAMP_OFFSET = 2082844800;
const getTrackMetadata = (trackData) => {
	const metadata = {};
	const track = trackData.track;
	if (track.metadata.name !== void 0) metadata.name = track.metadata.name;
	return metadata;
};
const intoTimescale = (timeInSeconds, timescale, round = true) => {
	const value = timeInSeconds * timescale;
	return round ? Math.round(value) : value;
};
const presentationSpan = (trackData) => {
	if (trackData.samples.length === 0) return 0;
	let minTimestamp = Infinity;
	let maxEndTimestamp = -Infinity;
	for (let i = 0; i < trackData.samples.length; i++) {
		const sample = trackData.samples[i];
		if (sample.timestamp < minTimestamp) minTimestamp = sample.timestamp;
		if (sample.timestamp + sample.duration > maxEndTimestamp) maxEndTimestamp = sample.timestamp + sample.duration;
	}
	if (minTimestamp === Infinity) return 0;
	return maxEndTimestamp - minTimestamp;
};
var IsobmffMuxer = class extends Muxer {
	constructor(output, format) {
		super(output);
		this.writer = null;
		this.boxWriter = null;
		this.initWriter = null;
		this.initBoxWriter = null;
		this.auxTarget = new BufferTarget();
		this.auxWriter = new Writer(this.auxTarget, false);
		this.auxBoxWriter = new IsobmffBoxWriter(this.auxWriter);
		this.mdat = null;
		this.ftypSize = null;
		this.trackDatas = [];
		this.allTracksKnown = promiseWithResolvers();
		this.creationTime = Math.floor(Date.now() / 1e3) + TIMESTAMP_OFFSET;
		this.finalizedChunks = [];
		this.wroteFragmentedHeader = false;
		this.nextFragmentNumber = 1;
		this.maxWrittenTimestamp = -Infinity;
		this.minWrittenTimestamp = Infinity;
		this.maxWrittenEndTimestamp = -Infinity;
		this.segmentHeaderSize = null;
		this.format = format;
		this.formatOptions = { ...format._options };
		this.isQuickTime = format instanceof MovOutputFormat;
		this.isCmaf = format instanceof CmafOutputFormat;
		this.minimumFragmentDuration = this.formatOptions.minimumFragmentDuration ?? (format instanceof CmafOutputFormat ? Infinity : 1);
		this.auxWriter.start();
	}
	async start() {
		const release = await this.mutex.acquire();
		if (!this.isCmaf) {
			this.writer = await this.output._getRootWriter((target) => this.formatOptions.fastStart !== void 0 ? this.formatOptions.fastStart === "fragmented" : target instanceof BufferTarget);
			this.boxWriter = new IsobmffBoxWriter(this.writer);
			this.fastStart = this.formatOptions.fastStart ?? (this.writer.target instanceof BufferTarget ? "in-memory" : false);
			this.isFragmented = this.fastStart === "fragmented";
		} else {
			this.fastStart = "fragmented";
			this.isFragmented = true;
		}
		if (this.isCmaf) {
			if (!this.output._hasInitTarget()) throw new Error("CMAF outputs require the initTarget field in OutputOptions to be set; the init segment will be written to it.");
			const initWriter = new Writer(await this.output._getInitTarget(), true);
			initWriter.start();
			this.initWriter = initWriter;
			this.initBoxWriter = new IsobmffBoxWriter(initWriter);
		}
		const holdsAvc = this.output.tracks.some((x) => x.isVideoTrack() && x.source._codec === "avc");
		{
			const boxWriter = this.initBoxWriter ?? this.boxWriter;
			assert(boxWriter);
			if (this.formatOptions.onFtyp) boxWriter.writer.startTrackingWrites();
			boxWriter.writeBox(ftyp({
				isQuickTime: this.isQuickTime,
				holdsAvc,
				fragmented: this.isFragmented,
				cmaf: this.isCmaf
			}));
			if (this.formatOptions.onFtyp) {
				const { data, start } = boxWriter.writer.stopTrackingWrites();
				this.formatOptions.onFtyp(data, start);
			}
			this.ftypSize = boxWriter.writer.getPos();
			if (this.isCmaf) await this.initWriter.flush();
		}
		if (this.fastStart === "in-memory") {} else if (this.fastStart === "reserve") {
			for (const track of this.output.tracks) if (track.metadata.maximumPacketCount === void 0) throw new Error("All tracks must specify maximumPacketCount in their metadata when using fastStart: 'reserve'.");
		} else if (this.isFragmented) {} else {
			assert(this.writer);
			assert(this.boxWriter);
			if (this.formatOptions.onMdat) this.writer.startTrackingWrites();
			this.mdat = mdat(true);
			this.boxWriter.writeBox(this.mdat);
		}
		await this.writer?.flush();
		for (const track of this.output.tracks) if (track.isVideoTrack() && track.metadata.decoderConfig) this.getVideoTrackData(track, track.metadata.primingPacket ?? null, { decoderConfig: track.metadata.decoderConfig });
		else if (track.isAudioTrack() && track.metadata.decoderConfig) this.getAudioTrackData(track, track.metadata.primingPacket ?? null, { decoderConfig: track.metadata.decoderConfig });
		release();
	}
	allTracksAreKnown() {
		for (const track of this.output.tracks) if (!track.source._closed && !this.trackDatas.some((x) => x.track === track)) return false;
		return true;
	}
	async getMimeType() {
		await this.allTracksKnown.promise;
		const codecStrings = this.trackDatas.map((trackData) => {
			if (trackData.type === "video") return trackData.info.decoderConfig.codec;
			else if (trackData.type === "audio") return trackData.info.decoderConfig.codec;
			else return { webvtt: "wvtt" }[trackData.track.source._codec];
		});
		return buildIsobmffMimeType({
			isQuickTime: this.isQuickTime,
			hasVideo: this.trackDatas.some((x) => x.type === "video"),
			hasAudio: this.trackDatas.some((x) => x.type === "audio"),
			codecStrings
		});
	}
	getVideoTrackData(track, packet, meta) {
		const existingTrackData = this.trackDatas.find((x) => x.track === track);
		if (existingTrackData) return existingTrackData;
		validateVideoChunkMetadata(meta, track.source._codec);
		assert(meta);
		assert(meta.decoderConfig);
		const decoderConfig = { ...meta.decoderConfig };
		assert(decoderConfig.codedWidth !== void 0);
		assert(decoderConfig.codedHeight !== void 0);
		let requiresAnnexBTransformation = false;
		if (track.source._codec === "avc" && !decoderConfig.description) {
			if (!packet) throw new Error("No AVC description provided; you must therefore provide a priming packet.");
			const decoderConfigurationRecord = extractAvcDecoderConfigurationRecord(packet.data);
			if (!decoderConfigurationRecord) throw new Error("Couldn't extract an AVCDecoderConfigurationRecord from the AVC packet. Make sure the packets are in Annex B format (as specified in ITU-T-REC-H.264) when not providing a description, or provide a description (must be an AVCDecoderConfigurationRecord as specified in ISO 14496-15) and ensure the packets are in AVCC format.");
			decoderConfig.description = serializeAvcDecoderConfigurationRecord(decoderConfigurationRecord);
			requiresAnnexBTransformation = true;
		} else if (track.source._codec === "hevc" && !decoderConfig.description) {
			if (!packet) throw new Error("No HEVC description provided; you must therefore provide a priming packet.");
			const decoderConfigurationRecord = extractHevcDecoderConfigurationRecord(packet.data);
			if (!decoderConfigurationRecord) throw new Error("Couldn't extract an HEVCDecoderConfigurationRecord from the HEVC packet. Make sure the packets are in Annex B format (as specified in ITU-T-REC-H.265) when not providing a description, or provide a description (must be an HEVCDecoderConfigurationRecord as specified in ISO 14496-15) and ensure the packets are in HEVC format.");
			decoderConfig.description = serializeHevcDecoderConfigurationRecord(decoderConfigurationRecord);
			requiresAnnexBTransformation = true;
		}
		const timescale = computeRationalApproximation(1 / (track.metadata.frameRate ?? 57600), 1e6).den;
		const displayAspectWidth = decoderConfig.displayAspectWidth;
		const displayAspectHeight = decoderConfig.displayAspectHeight;
		const pixelAspectRatio = displayAspectWidth === void 0 || displayAspectHeight === void 0 ? {
			num: 1,
			den: 1
		} : simplifyRational({
			num: displayAspectWidth * decoderConfig.codedHeight,
			den: displayAspectHeight * decoderConfig.codedWidth
		});
		const hasAlphaChannel = decoderConfig.codec === "ap4h" || decoderConfig.codec === "ap4x";
		const newTrackData = {
			muxer: this,
			track,
			type: "video",
			info: {
				width: decoderConfig.codedWidth,
				height: decoderConfig.codedHeight,
				pixelAspectRatio,
				decoderConfig,
				requiresAnnexBTransformation,
				hasAlphaChannel
			},
			timescale,
			samples: [],
			sampleQueue: [],
			timestampProcessingQueue: [],
			timeToSampleTable: [],
			compositionTimeOffsetTable: [],
			lastTimescaleUnits: null,
			lastSample: null,
			startTimestampOffset: null,
			finalizedChunks: [],
			currentChunk: null,
			compactlyCodedChunkTable: [],
			closed: false,
			avgBitrate: track.source._nominalBitrate ?? track.metadata.averageBitrate ?? 0,
			maxBitrate: track.source._nominalBitrate ?? track.metadata.bitrate ?? 0
		};
		this.trackDatas.push(newTrackData);
		this.trackDatas.sort((a, b) => a.track.id - b.track.id);
		if (this.allTracksAreKnown()) this.allTracksKnown.resolve();
		return newTrackData;
	}
	getAudioTrackData(track, packet, meta) {
		const existingTrackData = this.trackDatas.find((x) => x.track === track);
		if (existingTrackData) return existingTrackData;
		validateAudioChunkMetadata(meta, track.source._codec);
		assert(meta);
		assert(meta.decoderConfig);
		const decoderConfig = { ...meta.decoderConfig };
		let requiresAdtsStripping = false;
		if (track.source._codec === "aac" && !decoderConfig.description) {
			if (!packet) throw new Error("No AAC description provided; you must therefore provide a priming packet.");
			const adtsFrame = readAdtsFrameHeader(FileSlice.tempFromBytes(packet.data));
			if (!adtsFrame) throw new Error("Couldn't parse ADTS header from the AAC packet. Make sure the packets are in ADTS format (as specified in ISO 13818-7) when not providing a description, or provide a description (must be an AudioSpecificConfig as specified in ISO 14496-3) and ensure the packets are raw AAC data.");
			const sampleRate = aacFrequencyTable[adtsFrame.samplingFrequencyIndex];
			const numberOfChannels = aacChannelMap[adtsFrame.channelConfiguration];
			if (sampleRate === void 0 || numberOfChannels === void 0) throw new Error("Invalid ADTS frame header.");
			decoderConfig.description = buildAacAudioSpecificConfig({
				objectType: adtsFrame.objectType,
				outputSampleRate: sampleRate,
				outputNumberOfChannels: numberOfChannels
			});
			requiresAdtsStripping = true;
		}
		if (!packet) {
			if (track.source._codec === "ac3" || track.source._codec === "eac3") throw new Error("AC-3/E-AC-3 require a priming packet.");
			if (track.source._codec === "dts") throw new Error("DTS requires a priming packet.");
		}
		const newTrackData = {
			muxer: this,
			track,
			type: "audio",
			info: {
				numberOfChannels: meta.decoderConfig.numberOfChannels,
				sampleRate: meta.decoderConfig.sampleRate,
				decoderConfig,
				requiresPcmTransformation: !this.isFragmented && PCM_AUDIO_CODECS.includes(track.source._codec),
				expectedNextPcmPacketTimestamp: null,
				requiresAdtsStripping,
				primingPacket: packet
			},
			timescale: decoderConfig.sampleRate,
			samples: [],
			sampleQueue: [],
			timestampProcessingQueue: [],
			timeToSampleTable: [],
			compositionTimeOffsetTable: [],
			lastTimescaleUnits: null,
			lastSample: null,
			startTimestampOffset: null,
			finalizedChunks: [],
			currentChunk: null,
			compactlyCodedChunkTable: [],
			closed: false,
			avgBitrate: track.source._nominalBitrate ?? track.metadata.averageBitrate ?? 0,
			maxBitrate: track.source._nominalBitrate ?? track.metadata.bitrate ?? 0
		};
		this.trackDatas.push(newTrackData);
		this.trackDatas.sort((a, b) => a.track.id - b.track.id);
		if (this.allTracksAreKnown()) this.allTracksKnown.resolve();
		return newTrackData;
	}
	getSubtitleTrackData(track, meta) {
		const existingTrackData = this.trackDatas.find((x) => x.track === track);
		if (existingTrackData) return existingTrackData;
		validateSubtitleMetadata(meta);
		assert(meta);
		assert(meta.config);
		const newTrackData = {
			muxer: this,
			track,
			type: "subtitle",
			info: { config: meta.config },
			timescale: 1e3,
			samples: [],
			sampleQueue: [],
			timestampProcessingQueue: [],
			timeToSampleTable: [],
			compositionTimeOffsetTable: [],
			lastTimescaleUnits: null,
			lastSample: null,
			startTimestampOffset: null,
			finalizedChunks: [],
			currentChunk: null,
			compactlyCodedChunkTable: [],
			closed: false,
			avgBitrate: track.source._nominalBitrate ?? track.metadata.averageBitrate ?? 0,
			maxBitrate: track.source._nominalBitrate ?? track.metadata.bitrate ?? 0,
			lastCueEndTimestamp: null,
			cueQueue: [],
			nextSourceId: 0,
			cueToSourceId:   new WeakMap()
		};
		this.trackDatas.push(newTrackData);
		this.trackDatas.sort((a, b) => a.track.id - b.track.id);
		if (this.allTracksAreKnown()) this.allTracksKnown.resolve();
		return newTrackData;
	}
	async addEncodedVideoPacket(track, packet, meta) {
		const release = await this.mutex.acquire();
		try {
			const trackData = this.getVideoTrackData(track, packet, meta);
			let packetData = packet.data;
			if (trackData.info.requiresAnnexBTransformation) {
				const nalUnits = [...iterateNalUnitsInAnnexB(packetData)].map((loc) => packetData.subarray(loc.offset, loc.offset + loc.length));
				if (nalUnits.length === 0) throw new Error("Failed to transform packet data. Make sure all packets are provided in Annex B format, as specified in ITU-T-REC-H.264 and ITU-T-REC-H.265.");
				packetData = concatNalUnitsInLengthPrefixed(nalUnits, 4);
			}
			this.validateTimestamp(trackData.track, packet.timestamp, packet.type === "key");
			const internalSample = this.createSampleForTrack(trackData, packetData, packet.timestamp, packet.duration, packet.type);
			await this.registerSample(trackData, internalSample);
		} finally {
			release();
		}
	}
	async addEncodedAudioPacket(track, packet, meta) {
		const release = await this.mutex.acquire();
		try {
			const trackData = this.getAudioTrackData(track, packet, meta);
			let packetData = packet.data;
			if (trackData.info.requiresAdtsStripping) {
				const adtsFrame = readAdtsFrameHeader(FileSlice.tempFromBytes(packetData));
				if (!adtsFrame) throw new Error("Expected ADTS frame, didn't get one.");
				const headerLength = adtsFrame.crcCheck === null ? 7 : 9;
				packetData = packetData.subarray(headerLength);
			}
			this.validateTimestamp(trackData.track, packet.timestamp, packet.type === "key");
			let timestamp = packet.timestamp;
			let duration = packet.duration;
			if (trackData.info.requiresPcmTransformation) {
				const frameSize = parsePcmCodec(trackData.info.decoderConfig.codec).sampleSize * trackData.info.numberOfChannels;
				duration = packetData.byteLength / frameSize / trackData.info.sampleRate;
				if (trackData.info.expectedNextPcmPacketTimestamp !== null) {
					const diff = timestamp - trackData.info.expectedNextPcmPacketTimestamp;
					if (diff < .01) timestamp = trackData.info.expectedNextPcmPacketTimestamp;
					else {
						const paddedDuration = await this.padWithSilence(trackData, trackData.info.expectedNextPcmPacketTimestamp, diff);
						timestamp = trackData.info.expectedNextPcmPacketTimestamp + paddedDuration;
					}
				}
				trackData.info.expectedNextPcmPacketTimestamp = timestamp + duration;
			}
			const internalSample = this.createSampleForTrack(trackData, packetData, timestamp, duration, packet.type);
			await this.registerSample(trackData, internalSample);
		} finally {
			release();
		}
	}
	async padWithSilence(trackData, timestamp, duration) {
		const deltaInTimescale = intoTimescale(duration, trackData.timescale);
		duration = deltaInTimescale / trackData.timescale;
		if (deltaInTimescale > 0) {
			const { sampleSize, silentValue } = parsePcmCodec(trackData.info.decoderConfig.codec);
			const samplesNeeded = deltaInTimescale * trackData.info.numberOfChannels;
			const data = new Uint8Array(sampleSize * samplesNeeded).fill(silentValue);
			const paddingSample = this.createSampleForTrack(trackData, new Uint8Array(data.buffer), timestamp, duration, "key");
			await this.registerSample(trackData, paddingSample);
		}
		return duration;
	}
	async addSubtitleCue(track, cue, meta) {
		const release = await this.mutex.acquire();
		try {
			const trackData = this.getSubtitleTrackData(track, meta);
			this.validateTimestamp(trackData.track, cue.timestamp, true);
			if (track.source._codec === "webvtt") {
				trackData.cueQueue.push(cue);
				await this.processWebVTTCues(trackData, cue.timestamp);
			}
		} finally {
			release();
		}
	}
	async processWebVTTCues(trackData, until) {
		while (trackData.cueQueue.length > 0) {
			trackData.lastCueEndTimestamp ??= Math.min(0, trackData.cueQueue[0].timestamp);
			const timestamps =   new Set([]);
			for (const cue of trackData.cueQueue) {
				assert(cue.timestamp <= until);
				assert(trackData.lastCueEndTimestamp <= cue.timestamp + cue.duration);
				timestamps.add(Math.max(cue.timestamp, trackData.lastCueEndTimestamp));
				timestamps.add(cue.timestamp + cue.duration);
			}
			const sortedTimestamps = [...timestamps].sort((a, b) => a - b);
			const sampleStart = sortedTimestamps[0];
			const sampleEnd = sortedTimestamps[1] ?? sampleStart;
			if (until < sampleEnd) break;
			if (trackData.lastCueEndTimestamp < sampleStart) {
				this.auxWriter.seek(0);
				const box = vtte();
				this.auxBoxWriter.writeBox(box);
				const body = this.auxTarget._getSlice(0, this.auxWriter.getPos());
				const sample = this.createSampleForTrack(trackData, body, trackData.lastCueEndTimestamp, sampleStart - trackData.lastCueEndTimestamp, "key");
				await this.registerSample(trackData, sample);
				trackData.lastCueEndTimestamp = sampleStart;
			}
			this.auxWriter.seek(0);
			for (let i = 0; i < trackData.cueQueue.length; i++) {
				const cue = trackData.cueQueue[i];
				if (cue.timestamp >= sampleEnd) break;
				inlineTimestampRegex.lastIndex = 0;
				const containsTimestamp = inlineTimestampRegex.test(cue.text);
				const endTimestamp = cue.timestamp + cue.duration;
				let sourceId = trackData.cueToSourceId.get(cue);
				if (sourceId === void 0 && sampleEnd < endTimestamp) {
					sourceId = trackData.nextSourceId++;
					trackData.cueToSourceId.set(cue, sourceId);
				}
				if (cue.notes) {
					const box = vtta(cue.notes);
					this.auxBoxWriter.writeBox(box);
				}
				const box = vttc(cue.text, containsTimestamp ? sampleStart : null, cue.identifier ?? null, cue.settings ?? null, sourceId ?? null);
				this.auxBoxWriter.writeBox(box);
				if (endTimestamp === sampleEnd) trackData.cueQueue.splice(i--, 1);
			}
			const body = this.auxTarget._getSlice(0, this.auxWriter.getPos());
			const sample = this.createSampleForTrack(trackData, body, sampleStart, sampleEnd - sampleStart, "key");
			await this.registerSample(trackData, sample);
			trackData.lastCueEndTimestamp = sampleEnd;
		}
	}
	createSampleForTrack(trackData, data, timestamp, duration, type) {
		return {
			timestamp,
			decodeTimestamp: timestamp,
			duration,
			data,
			size: data.byteLength,
			type,
			timescaleUnitsToNextSample: intoTimescale(duration, trackData.timescale)
		};
	}
	processTimestamps(trackData, nextSample) {
		if (trackData.timestampProcessingQueue.length === 0) return;
		if (trackData.type === "audio" && trackData.info.requiresPcmTransformation) {
			assert(!this.isFragmented);
			trackData.startTimestampOffset ??= trackData.timestampProcessingQueue[0].timestamp;
			let totalDuration = 0;
			for (let i = 0; i < trackData.timestampProcessingQueue.length; i++) {
				const sample = trackData.timestampProcessingQueue[i];
				const duration = intoTimescale(sample.duration, trackData.timescale);
				totalDuration += duration;
			}
			if (trackData.timeToSampleTable.length === 0) trackData.timeToSampleTable.push({
				sampleCount: totalDuration,
				sampleDelta: 1
			});
			else {
				const lastEntry = last(trackData.timeToSampleTable);
				lastEntry.sampleCount += totalDuration;
			}
			trackData.timestampProcessingQueue.length = 0;
			return;
		}
		const sortedTimestamps = trackData.timestampProcessingQueue.map((x) => x.timestamp).sort((a, b) => a - b);
		if (this.isFragmented) trackData.startTimestampOffset ??= Math.min(sortedTimestamps[0], 0);
		else trackData.startTimestampOffset ??= sortedTimestamps[0];
		for (let i = 0; i < trackData.timestampProcessingQueue.length; i++) {
			const sample = trackData.timestampProcessingQueue[i];
			sample.decodeTimestamp = sortedTimestamps[i];
			const sampleCompositionTimeOffset = intoTimescale(sample.timestamp - sample.decodeTimestamp, trackData.timescale);
			const durationInTimescale = intoTimescale(sample.duration, trackData.timescale);
			if (trackData.lastTimescaleUnits !== null) {
				assert(trackData.lastSample);
				const timescaleUnits = intoTimescale(sample.decodeTimestamp, trackData.timescale, false);
				const delta = Math.round(timescaleUnits - trackData.lastTimescaleUnits);
				assert(delta >= 0);
				trackData.lastTimescaleUnits += delta;
				trackData.lastSample.timescaleUnitsToNextSample = delta;
				if (!this.isFragmented) {
					let lastTableEntry = last(trackData.timeToSampleTable);
					assert(lastTableEntry);
					if (lastTableEntry.sampleCount === 1) {
						lastTableEntry.sampleDelta = delta;
						const entryBefore = trackData.timeToSampleTable[trackData.timeToSampleTable.length - 2];
						if (entryBefore && entryBefore.sampleDelta === delta) {
							entryBefore.sampleCount++;
							trackData.timeToSampleTable.pop();
							lastTableEntry = entryBefore;
						}
					} else if (lastTableEntry.sampleDelta !== delta) {
						lastTableEntry.sampleCount--;
						trackData.timeToSampleTable.push(lastTableEntry = {
							sampleCount: 1,
							sampleDelta: delta
						});
					}
					if (lastTableEntry.sampleDelta === durationInTimescale) lastTableEntry.sampleCount++;
					else trackData.timeToSampleTable.push({
						sampleCount: 1,
						sampleDelta: durationInTimescale
					});
					const lastCompositionTimeOffsetTableEntry = last(trackData.compositionTimeOffsetTable);
					assert(lastCompositionTimeOffsetTableEntry);
					if (lastCompositionTimeOffsetTableEntry.sampleCompositionTimeOffset === sampleCompositionTimeOffset) lastCompositionTimeOffsetTableEntry.sampleCount++;
					else trackData.compositionTimeOffsetTable.push({
						sampleCount: 1,
						sampleCompositionTimeOffset
					});
				}
			} else {
				trackData.lastTimescaleUnits = intoTimescale(sample.decodeTimestamp, trackData.timescale, false);
				if (!this.isFragmented) {
					trackData.timeToSampleTable.push({
						sampleCount: 1,
						sampleDelta: durationInTimescale
					});
					trackData.compositionTimeOffsetTable.push({
						sampleCount: 1,
						sampleCompositionTimeOffset
					});
				}
			}
			trackData.lastSample = sample;
		}
		trackData.timestampProcessingQueue.length = 0;
		assert(trackData.lastSample);
		assert(trackData.lastTimescaleUnits !== null);
		if (nextSample !== void 0 && trackData.lastSample.timescaleUnitsToNextSample === 0) {
			assert(nextSample.type === "key");
			const timescaleUnits = intoTimescale(nextSample.timestamp, trackData.timescale, false);
			const delta = Math.round(timescaleUnits - trackData.lastTimescaleUnits);
			trackData.lastSample.timescaleUnitsToNextSample = delta;
		}
	}
	async registerSample(trackData, sample) {
		if (sample.type === "key") this.processTimestamps(trackData, sample);
		trackData.timestampProcessingQueue.push(sample);
		if (this.isFragmented) {
			trackData.sampleQueue.push(sample);
			await this.interleaveSamples();
		} else if (this.fastStart === "reserve") await this.registerSampleFastStartReserve(trackData, sample);
		else await this.addSampleToTrack(trackData, sample);
	}
	async addSampleToTrack(trackData, sample) {
		if (!this.isFragmented) {
			trackData.samples.push(sample);
			if (this.fastStart === "reserve") {
				const maximumPacketCount = trackData.track.metadata.maximumPacketCount;
				assert(maximumPacketCount !== void 0);
				if (trackData.samples.length > maximumPacketCount) throw new Error(`Track #${trackData.track.id} has already reached the maximum packet count (${maximumPacketCount}). Either add less packets or increase the maximum packet count.`);
			}
		}
		let beginNewChunk = false;
		if (!trackData.currentChunk) beginNewChunk = true;
		else {
			trackData.currentChunk.startTimestamp = Math.min(trackData.currentChunk.startTimestamp, sample.timestamp);
			const currentChunkDuration = sample.timestamp - trackData.currentChunk.startTimestamp;
			if (this.isFragmented) {
				const keyFrameQueuedEverywhere = this.trackDatas.every((otherTrackData) => {
					if (trackData === otherTrackData) return sample.type === "key";
					const firstQueuedSample = otherTrackData.sampleQueue[0];
					if (firstQueuedSample) return firstQueuedSample.type === "key";
					return otherTrackData.closed;
				});
				if (currentChunkDuration >= this.minimumFragmentDuration && keyFrameQueuedEverywhere && sample.timestamp > this.maxWrittenTimestamp) {
					beginNewChunk = true;
					await this.finalizeFragment();
				}
			} else beginNewChunk = currentChunkDuration >= .5;
		}
		if (beginNewChunk) {
			if (trackData.currentChunk) await this.finalizeCurrentChunk(trackData);
			trackData.currentChunk = {
				startTimestamp: sample.timestamp,
				samples: [],
				offset: null,
				moofOffset: null,
				trafIndex: null
			};
		}
		assert(trackData.currentChunk);
		trackData.currentChunk.samples.push(sample);
		if (this.isFragmented) {
			this.maxWrittenTimestamp = Math.max(this.maxWrittenTimestamp, sample.timestamp);
			this.maxWrittenEndTimestamp = Math.max(this.maxWrittenEndTimestamp, sample.timestamp + sample.duration);
			this.minWrittenTimestamp = Math.min(this.minWrittenTimestamp, sample.timestamp);
		}
	}
	async finalizeCurrentChunk(trackData) {
		assert(!this.isFragmented);
		assert(this.writer);
		if (!trackData.currentChunk) return;
		trackData.finalizedChunks.push(trackData.currentChunk);
		this.finalizedChunks.push(trackData.currentChunk);
		let sampleCount = trackData.currentChunk.samples.length;
		if (trackData.type === "audio" && trackData.info.requiresPcmTransformation) sampleCount = trackData.currentChunk.samples.reduce((acc, sample) => acc + intoTimescale(sample.duration, trackData.timescale), 0);
		if (trackData.compactlyCodedChunkTable.length === 0 || last(trackData.compactlyCodedChunkTable).samplesPerChunk !== sampleCount) trackData.compactlyCodedChunkTable.push({
			firstChunk: trackData.finalizedChunks.length,
			samplesPerChunk: sampleCount
		});
		if (this.fastStart === "in-memory") {
			trackData.currentChunk.offset = 0;
			return;
		}
		trackData.currentChunk.offset = this.writer.getPos();
		for (const sample of trackData.currentChunk.samples) {
			assert(sample.data);
			this.writer.write(sample.data);
			sample.data = null;
		}
		await this.writer.flush();
	}
	async interleaveSamples(isFinalCall = false) {
		assert(this.isFragmented);
		if (!isFinalCall && !this.allTracksAreKnown()) return;
		outer: while (true) {
			let trackWithMinTimestamp = null;
			let minTimestamp = Infinity;
			for (const trackData of this.trackDatas) {
				if (!isFinalCall && trackData.sampleQueue.length === 0 && !trackData.closed) break outer;
				if (trackData.sampleQueue.length > 0 && trackData.sampleQueue[0].timestamp < minTimestamp) {
					trackWithMinTimestamp = trackData;
					minTimestamp = trackData.sampleQueue[0].timestamp;
				}
			}
			if (!trackWithMinTimestamp) break;
			const sample = trackWithMinTimestamp.sampleQueue.shift();
			await this.addSampleToTrack(trackWithMinTimestamp, sample);
		}
	}
	async finalizeFragment(flushWriter = !this.isCmaf) {
		assert(this.isFragmented);
		if (!this.wroteFragmentedHeader) {
			this.wroteFragmentedHeader = true;
			const boxWriter = this.initBoxWriter ?? this.boxWriter;
			assert(boxWriter);
			if (this.formatOptions.onMoov) boxWriter.writer.startTrackingWrites();
			this.ensureOneEnabledTrack();
			const movieBox = moov(this);
			boxWriter.writeBox(movieBox);
			if (this.formatOptions.onMoov) {
				const { data, start } = boxWriter.writer.stopTrackingWrites();
				this.formatOptions.onMoov(data, start);
			}
			if (this.isCmaf) {
				assert(this.initWriter);
				await this.initWriter.flush();
				await this.initWriter.finalize();
				this.writer = await this.output._getRootWriter(true);
				this.boxWriter = new IsobmffBoxWriter(this.writer);
				const stypSize = this.boxWriter.measureBox(styp());
				const sidxSize = this.boxWriter.measureBox(sidx(this, 0));
				this.segmentHeaderSize = stypSize + sidxSize;
				this.writer.seek(this.segmentHeaderSize);
			}
		}
		assert(this.writer);
		assert(this.boxWriter);
		const tracksInFragment = this.trackDatas.filter((x) => x.currentChunk);
		if (tracksInFragment.length === 0) {
			if (flushWriter) await this.writer.flush();
			return;
		}
		const fragmentNumber = this.nextFragmentNumber++;
		const moofBox = moof(fragmentNumber, tracksInFragment);
		const moofOffset = this.writer.getPos();
		const mdatStartPos = moofOffset + this.boxWriter.measureBox(moofBox);
		let currentPos = mdatStartPos + 8;
		let fragmentStartTimestamp = Infinity;
		for (let i = 0; i < tracksInFragment.length; i++) {
			const trackData = tracksInFragment[i];
			assert(trackData.currentChunk);
			assert(trackData.startTimestampOffset !== null);
			trackData.currentChunk.offset = currentPos;
			trackData.currentChunk.moofOffset = moofOffset;
			trackData.currentChunk.trafIndex = i;
			trackData.currentChunk.startTimestamp -= trackData.startTimestampOffset;
			for (const sample of trackData.currentChunk.samples) {
				currentPos += sample.size;
				sample.timestamp -= trackData.startTimestampOffset;
				sample.decodeTimestamp -= trackData.startTimestampOffset;
			}
			fragmentStartTimestamp = Math.min(fragmentStartTimestamp, trackData.currentChunk.startTimestamp);
		}
		const mdatSize = currentPos - mdatStartPos;
		const needsLargeMdatSize = mdatSize >= 2 ** 32;
		if (needsLargeMdatSize) for (const trackData of tracksInFragment) trackData.currentChunk.offset += 8;
		if (this.formatOptions.onMoof) this.writer.startTrackingWrites();
		const newMoofBox = moof(fragmentNumber, tracksInFragment);
		this.boxWriter.writeBox(newMoofBox);
		if (this.formatOptions.onMoof) {
			const { data, start } = this.writer.stopTrackingWrites();
			this.formatOptions.onMoof(data, start, fragmentStartTimestamp);
		}
		assert(this.writer.getPos() === mdatStartPos);
		if (this.formatOptions.onMdat) this.writer.startTrackingWrites();
		const mdatBox = mdat(needsLargeMdatSize);
		mdatBox.size = mdatSize;
		this.boxWriter.writeBox(mdatBox);
		this.writer.seek(mdatStartPos + (needsLargeMdatSize ? 16 : 8));
		for (const trackData of tracksInFragment) for (const sample of trackData.currentChunk.samples) {
			this.writer.write(sample.data);
			sample.data = null;
		}
		if (this.formatOptions.onMdat) {
			const { data, start } = this.writer.stopTrackingWrites();
			this.formatOptions.onMdat(data, start);
		}
		for (const trackData of tracksInFragment) {
			trackData.finalizedChunks.push(trackData.currentChunk);
			this.finalizedChunks.push(trackData.currentChunk);
			trackData.currentChunk = null;
		}
		if (flushWriter) await this.writer.flush();
	}
	async registerSampleFastStartReserve(trackData, sample) {
		if (this.allTracksAreKnown()) {
			if (!this.mdat) await this.createFastStartReserveMdat();
			await this.addSampleToTrack(trackData, sample);
		} else trackData.sampleQueue.push(sample);
	}
	async createFastStartReserveMdat() {
		assert(this.writer);
		assert(this.boxWriter);
		this.ensureOneEnabledTrack();
		const moovBox = moov(this);
		const reservedSize = this.boxWriter.measureBox(moovBox) + this.computeSampleTableSizeUpperBound() + 4096;
		assert(this.ftypSize !== null);
		this.writer.seek(this.ftypSize + reservedSize);
		if (this.formatOptions.onMdat) this.writer.startTrackingWrites();
		this.mdat = mdat(true);
		this.boxWriter.writeBox(this.mdat);
		for (const trackData of this.trackDatas) {
			for (const sample of trackData.sampleQueue) await this.addSampleToTrack(trackData, sample);
			trackData.sampleQueue.length = 0;
		}
	}
	computeSampleTableSizeUpperBound() {
		assert(this.fastStart === "reserve");
		let upperBound = 0;
		for (const trackData of this.trackDatas) {
			const n = trackData.track.metadata.maximumPacketCount;
			assert(n !== void 0);
			upperBound += 8 * Math.ceil(2 / 3 * n);
			upperBound += 4 * n;
			upperBound += 8 * Math.ceil(2 / 3 * n);
			upperBound += 12 * Math.ceil(2 / 3 * n);
			upperBound += 4 * n;
			upperBound += 8 * n;
		}
		return upperBound;
	}
	async onTrackClose(track) {
		const release = await this.mutex.acquire();
		const trackData = this.trackDatas.find((x) => x.track === track);
		if (trackData) {
			trackData.closed = true;
			if (trackData.type === "subtitle" && track.source._codec === "webvtt") await this.processWebVTTCues(trackData, Infinity);
			this.processTimestamps(trackData);
		}
		if (this.allTracksAreKnown()) this.allTracksKnown.resolve();
		if (this.isFragmented) await this.interleaveSamples();
		release();
	}
	ensureOneEnabledTrack() {
		for (const type of [
			"video",
			"audio",
			"subtitle"
		]) {
			const tracks = this.trackDatas.filter((t) => t.type === type);
			if (tracks.length === 0) continue;
			if (!tracks.some((t) => t.track.metadata.disposition?.default !== false)) {
				const firstTrack = tracks[0];
				firstTrack.track.metadata.disposition = {
					...firstTrack.track.metadata.disposition,
					default: true
				};
			}
		}
	}
	async forceFragmentFinalization() {
		assert(this.isFragmented);
		const release = await this.mutex.acquire();
		try {
			for (const trackData of this.trackDatas) {
				if (trackData.type === "subtitle" && trackData.track.source._codec === "webvtt") await this.processWebVTTCues(trackData, Infinity);
				this.processTimestamps(trackData);
			}
			await this.interleaveSamples(true);
			await this.finalizeFragment();
		} finally {
			release();
		}
	}
	async finalize() {
		const release = await this.mutex.acquire();
		this.allTracksKnown.resolve();
		this.ensureOneEnabledTrack();
		if (!this.mdat && this.fastStart === "reserve") await this.createFastStartReserveMdat();
		for (const trackData of this.trackDatas) {
			trackData.closed = true;
			if (trackData.type === "subtitle" && trackData.track.source._codec === "webvtt") await this.processWebVTTCues(trackData, Infinity);
			this.processTimestamps(trackData);
		}
		if (this.isFragmented) {
			await this.interleaveSamples(true);
			await this.finalizeFragment(false);
		} else for (const trackData of this.trackDatas) {
			await this.finalizeCurrentChunk(trackData);
			const span = presentationSpan(trackData);
			if (span > 0) {
				let totalBytes = 0;
				for (const sample of trackData.samples) totalBytes += sample.size;
				trackData.avgBitrate = Math.round(8 * totalBytes / span);
			} else trackData.avgBitrate = 0;
			let windowStart = 0;
			let windowBytes = 0;
			let maxWindowBytes = 0;
			for (let i = 0; i < trackData.samples.length; i++) {
				const sample = trackData.samples[i];
				windowBytes += sample.size;
				while (sample.decodeTimestamp - trackData.samples[windowStart].decodeTimestamp >= 1) {
					windowBytes -= trackData.samples[windowStart].size;
					windowStart++;
				}
				maxWindowBytes = Math.max(maxWindowBytes, windowBytes);
			}
			trackData.maxBitrate = 8 * maxWindowBytes;
			if (trackData.startTimestampOffset !== null) for (let i = 0; i < trackData.samples.length; i++) {
				const sample = trackData.samples[i];
				sample.timestamp -= trackData.startTimestampOffset;
				sample.decodeTimestamp -= trackData.startTimestampOffset;
			}
		}
		assert(this.writer);
		assert(this.boxWriter);
		if (this.fastStart === "in-memory") {
			this.mdat = mdat(false);
			let mdatSize;
			for (let i = 0; i < 2; i++) {
				const movieBox = moov(this);
				const movieBoxSize = this.boxWriter.measureBox(movieBox);
				mdatSize = this.boxWriter.measureBox(this.mdat);
				let currentChunkPos = this.writer.getPos() + movieBoxSize + mdatSize;
				for (const chunk of this.finalizedChunks) {
					chunk.offset = currentChunkPos;
					for (const { data } of chunk.samples) {
						assert(data);
						currentChunkPos += data.byteLength;
						mdatSize += data.byteLength;
					}
				}
				if (currentChunkPos < 2 ** 32) break;
				if (mdatSize >= 2 ** 32) this.mdat.largeSize = true;
			}
			if (this.formatOptions.onMoov) this.writer.startTrackingWrites();
			const movieBox = moov(this);
			this.boxWriter.writeBox(movieBox);
			if (this.formatOptions.onMoov) {
				const { data, start } = this.writer.stopTrackingWrites();
				this.formatOptions.onMoov(data, start);
			}
			if (this.formatOptions.onMdat) this.writer.startTrackingWrites();
			this.mdat.size = mdatSize;
			this.boxWriter.writeBox(this.mdat);
			for (const chunk of this.finalizedChunks) for (const sample of chunk.samples) {
				assert(sample.data);
				this.writer.write(sample.data);
				sample.data = null;
			}
			if (this.formatOptions.onMdat) {
				const { data, start } = this.writer.stopTrackingWrites();
				this.formatOptions.onMdat(data, start);
			}
		} else if (this.isFragmented) {
			if (this.isCmaf) {
				const contentSize = this.segmentHeaderSize !== null ? this.writer.getPos() - this.segmentHeaderSize : 0;
				this.writer.seek(0);
				this.boxWriter.writeBox(styp());
				this.boxWriter.writeBox(sidx(this, contentSize));
			} else {
				const startPos = this.writer.getPos();
				const mfraBox = mfra(this.trackDatas);
				this.boxWriter.writeBox(mfraBox);
				const mfraBoxSize = this.writer.getPos() - startPos;
				this.writer.seek(this.writer.getPos() - 4);
				this.boxWriter.writeU32(mfraBoxSize);
			}
		} else {
			assert(this.mdat);
			const mdatPos = this.boxWriter.offsets.get(this.mdat);
			assert(mdatPos !== void 0);
			const mdatSize = this.writer.getPos() - mdatPos;
			this.mdat.size = mdatSize;
			this.mdat.largeSize = mdatSize >= 2 ** 32;
			this.boxWriter.patchBox(this.mdat);
			if (this.formatOptions.onMdat) {
				const { data, start } = this.writer.stopTrackingWrites();
				this.formatOptions.onMdat(data, start);
			}
			const movieBox = moov(this);
			if (this.fastStart === "reserve") {
				assert(this.ftypSize !== null);
				this.writer.seek(this.ftypSize);
				if (this.formatOptions.onMoov) this.writer.startTrackingWrites();
				this.boxWriter.writeBox(movieBox);
				const remainingSpace = this.boxWriter.offsets.get(this.mdat) - this.writer.getPos();
				this.boxWriter.writeBox(free(remainingSpace));
			} else {
				if (this.formatOptions.onMoov) this.writer.startTrackingWrites();
				this.boxWriter.writeBox(movieBox);
			}
			if (this.formatOptions.onMoov) {
				const { data, start } = this.writer.stopTrackingWrites();
				this.formatOptions.onMoov(data, start);
			}
		}
		release();
	}
};
(function(SuppressedError) {
	return function(env) {
		function fail(e) {
			env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
			env.hasError = true;
		}
		var r, s = 0;
		function next() {
			while (r = env.stack.pop()) try {
				if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
				if (r.dispose) {
					var result = r.dispose.call(r.value);
					if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) {
						fail(e);
						return next();
					});
				} else s |= 1;
			} catch (e) {
				fail(e);
			}
			if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
			if (env.hasError) throw env.error;
		}
		return next();
	};
})(typeof SuppressedError === "function" ? SuppressedError : function(error, suppressed, message) {
	var e = new Error(message);
	return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});
var MediaSource = class {
	constructor() {
		this._connectedTrack = null;
		this._closingPromise = null;
		this._closed = false;
		this._nominalBitrate = null;
	}
	_ensureValidAdd() {
		if (!this._connectedTrack) throw new Error("Source is not connected to an output track.");
		if (this._connectedTrack.output.state === "canceled") throw new Error("Output has been canceled.");
		if (this._connectedTrack.output.state === "finalizing" || this._connectedTrack.output.state === "finalized") throw new Error("Output has been finalized.");
		if (this._connectedTrack.output.state === "pending") throw new Error("Output has not started.");
		if (this._closed) throw new Error("Source is closed.");
	}
	async _start() {}
	async _flushAndClose(forceClose) {}
	close() {
		if (this._closingPromise) return;
		const connectedTrack = this._connectedTrack;
		if (!connectedTrack) throw new Error("Cannot call close without connecting the source to an output track.");
		if (connectedTrack.output.state === "pending") throw new Error("Cannot call close before output has been started.");
		this._closingPromise = (async () => {
			await this._flushAndClose(false);
			this._closed = true;
			if (connectedTrack.output.state === "finalizing" || connectedTrack.output.state === "finalized") return;
			connectedTrack.output._muxer.onTrackClose(connectedTrack);
		})();
	}
	async _flushOrWaitForOngoingClose(forceClose) {
		return this._closingPromise ??= (async () => {
			await this._flushAndClose(forceClose);
			this._closed = true;
		})();
	}
};
var VideoSource = class extends MediaSource {
	constructor(codec) {
		super();
		if (!VIDEO_CODECS.includes(codec)) throw new TypeError(`Invalid video codec '${codec}'. Must be one of: ${VIDEO_CODECS.join(", ")}.`);
		this._codec = codec;
	}
};
const maybeEnsureIsKeyPacket = (track, packet) => {
	if (track.metadata.hasOnlyKeyPackets && packet.type !== "key") throw new Error("Cannot add non-key packets to a hasOnlyKeyPackets video track.");
};
var EncodedVideoPacketSource = class extends VideoSource {
	constructor(codec) {
		super(codec);
	}
	add(packet, meta) {
		if (!(packet instanceof EncodedPacket)) throw new TypeError("packet must be an EncodedPacket.");
		if (packet.isMetadataOnly) throw new TypeError("Metadata-only packets cannot be added.");
		if (meta !== void 0 && (!meta || typeof meta !== "object")) throw new TypeError("meta, when provided, must be an object.");
		this._ensureValidAdd();
		maybeEnsureIsKeyPacket(this._connectedTrack, packet);
		return this._connectedTrack.output._muxer.addEncodedVideoPacket(this._connectedTrack, packet, meta);
	}
};
var AudioSource = class extends MediaSource {
	constructor(codec) {
		super();
		if (!AUDIO_CODECS.includes(codec)) throw new TypeError(`Invalid audio codec '${codec}'. Must be one of: ${AUDIO_CODECS.join(", ")}.`);
		this._codec = codec;
	}
};
var EncodedAudioPacketSource = class extends AudioSource {
	constructor(codec) {
		super(codec);
	}
	add(packet, meta) {
		if (!(packet instanceof EncodedPacket)) throw new TypeError("packet must be an EncodedPacket.");
		if (packet.isMetadataOnly) throw new TypeError("Metadata-only packets cannot be added.");
		if (meta !== void 0 && (!meta || typeof meta !== "object")) throw new TypeError("meta, when provided, must be an object.");
		this._ensureValidAdd();
		return this._connectedTrack.output._muxer.addEncodedAudioPacket(this._connectedTrack, packet, meta);
	}
};
var SubtitleSource = class extends MediaSource {
	constructor(codec) {
		super();
		if (!SUBTITLE_CODECS.includes(codec)) throw new TypeError(`Invalid subtitle codec '${codec}'. Must be one of: ${SUBTITLE_CODECS.join(", ")}.`);
		this._codec = codec;
	}
};
// node_modules/mediabunny/dist/modules/src/output-format.js
var OutputFormat = class {
	get supportsVideoRotationMetadata() {
		return this.supportsVideoTransformationMetadata;
	}
	getSupportedVideoCodecs() {
		return this.getSupportedCodecs().filter((codec) => VIDEO_CODECS.includes(codec));
	}
	getSupportedAudioCodecs() {
		return this.getSupportedCodecs().filter((codec) => AUDIO_CODECS.includes(codec));
	}
	getSupportedSubtitleCodecs() {
		return this.getSupportedCodecs().filter((codec) => SUBTITLE_CODECS.includes(codec));
	}
	_codecUnsupportedHint(codec) {
		return "";
	}
	_isFragmentedIsobmff() {
		return false;
	}
};
var IsobmffOutputFormat = class extends OutputFormat {
	constructor(options = {}) {
		if (!options || typeof options !== "object") throw new TypeError("options must be an object.");
		if (options.fastStart !== void 0 && ![
			false,
			"in-memory",
			"reserve",
			"fragmented"
		].includes(options.fastStart)) throw new TypeError("options.fastStart, when provided, must be false, 'in-memory', 'reserve', or 'fragmented'.");
		if (options.minimumFragmentDuration !== void 0 && (!isNumber(options.minimumFragmentDuration) || options.minimumFragmentDuration < 0)) throw new TypeError("options.minimumFragmentDuration, when provided, must be a non-negative number.");
		if (options.onFtyp !== void 0 && typeof options.onFtyp !== "function") throw new TypeError("options.onFtyp, when provided, must be a function.");
		if (options.onMoov !== void 0 && typeof options.onMoov !== "function") throw new TypeError("options.onMoov, when provided, must be a function.");
		if (options.onMdat !== void 0 && typeof options.onMdat !== "function") throw new TypeError("options.onMdat, when provided, must be a function.");
		if (options.onMoof !== void 0 && typeof options.onMoof !== "function") throw new TypeError("options.onMoof, when provided, must be a function.");
		if (options.metadataFormat !== void 0 && ![
			"mdir",
			"mdta",
			"udta",
			"auto"
		].includes(options.metadataFormat)) throw new TypeError("options.metadataFormat, when provided, must be either 'auto', 'mdir', 'mdta', or 'udta'.");
		super();
		this._options = options;
	}
	getSupportedTrackCounts() {
		const max = 2 ** 32 - 1;
		return {
			video: {
				min: 0,
				max
			},
			audio: {
				min: 0,
				max
			},
			subtitle: {
				min: 0,
				max
			},
			total: {
				min: 0,
				max
			}
		};
	}
	get supportsVideoTransformationMetadata() {
		return true;
	}
	get supportsTimestampedMediaData() {
		return true;
	}
	get negativeTimestampSupport() {
		return "full";
	}
	_createMuxer(output) {
		return new IsobmffMuxer(output, this);
	}
	_isFragmentedIsobmff() {
		return this._options.fastStart === "fragmented";
	}
};
var Mp4OutputFormat = class extends IsobmffOutputFormat {
	constructor(options) {
		super(options);
	}
	get _name() {
		return "MP4";
	}
	get fileExtension() {
		return ".mp4";
	}
	get mimeType() {
		return "video/mp4";
	}
	getSupportedCodecs() {
		return [
			...VIDEO_CODECS,
			...NON_PCM_AUDIO_CODECS,
			"pcm-s16",
			"pcm-s16be",
			"pcm-s24",
			"pcm-s24be",
			"pcm-s32",
			"pcm-s32be",
			"pcm-f32",
			"pcm-f32be",
			"pcm-f64",
			"pcm-f64be",
			...SUBTITLE_CODECS
		];
	}
	_codecUnsupportedHint(codec) {
		if (new MovOutputFormat().getSupportedCodecs().includes(codec)) return " Switching to MOV will grant support for this codec.";
		return "";
	}
};
var CmafOutputFormat = class extends IsobmffOutputFormat {
	constructor(options) {
		super(options);
	}
	get _name() {
		return "CMAF";
	}
	get fileExtension() {
		return ".m4s";
	}
	get mimeType() {
		return "video/mp4";
	}
	getSupportedCodecs() {
		return [
			...VIDEO_CODECS,
			...NON_PCM_AUDIO_CODECS,
			"pcm-s16",
			"pcm-s16be",
			"pcm-s24",
			"pcm-s24be",
			"pcm-s32",
			"pcm-s32be",
			"pcm-f32",
			"pcm-f32be",
			"pcm-f64",
			"pcm-f64be",
			...SUBTITLE_CODECS
		];
	}
};
var MovOutputFormat = class extends IsobmffOutputFormat {
	constructor(options) {
		super(options);
	}
	get _name() {
		return "MOV";
	}
	get fileExtension() {
		return ".mov";
	}
	get mimeType() {
		return "video/quicktime";
	}
	getSupportedCodecs() {
		return [...VIDEO_CODECS, ...AUDIO_CODECS];
	}
	_codecUnsupportedHint(codec) {
		if (new Mp4OutputFormat().getSupportedCodecs().includes(codec)) return " Switching to MP4 will grant support for this codec.";
		return "";
	}
};
// node_modules/mediabunny/dist/modules/src/output.js
const ALL_TRACK_TYPES = [
	"video",
	"audio",
	"subtitle"
];
var OutputTrack = class OutputTrack {
	constructor(id, output, type, source, metadata) {
		this.id = id;
		this.output = output;
		this.type = type;
		this.source = source;
		this.metadata = metadata;
	}
	isVideoTrack() {
		return this.type === "video";
	}
	isAudioTrack() {
		return this.type === "audio";
	}
	isSubtitleTrack() {
		return this.type === "subtitle";
	}
	canBePairedWith(other) {
		if (!(other instanceof OutputTrack)) throw new TypeError("other must be an OutputTrack.");
		if (this === other) return false;
		const thisGroups = toArray(this.metadata.group);
		const otherGroups = toArray(other.metadata.group);
		for (const aGroup of thisGroups) {
			if (this.type !== other.type && otherGroups.some((bGroup) => aGroup === bGroup)) return true;
			if (otherGroups.some((bGroup) => aGroup._pairedGroups.has(bGroup))) return true;
		}
		return false;
	}
};
var OutputVideoTrack = class extends OutputTrack {
	constructor(id, output, source, metadata) {
		super(id, output, "video", source, metadata);
	}
};
var OutputAudioTrack = class extends OutputTrack {
	constructor(id, output, source, metadata) {
		super(id, output, "audio", source, metadata);
	}
};
var OutputSubtitleTrack = class extends OutputTrack {
	constructor(id, output, source, metadata) {
		super(id, output, "subtitle", source, metadata);
	}
};
var OutputTrackGroup = class OutputTrackGroup {
	constructor() {
		this._pairedGroups =   new Set();
	}
	pairWith(other) {
		if (!(other instanceof OutputTrackGroup)) throw new TypeError("other must be an OutputTrackGroup.");
		if (this === other) throw new TypeError("Cannot pair a group with itself.");
		this._pairedGroups.add(other);
		other._pairedGroups.add(this);
	}
};
const validateBaseTrackMetadata = (metadata) => {
	if (!metadata || typeof metadata !== "object") throw new TypeError("metadata must be an object.");
	if (metadata.languageCode !== void 0 && !isIso639Dash2LanguageCode(metadata.languageCode)) throw new TypeError("metadata.languageCode, when provided, must be a three-letter, ISO 639-2/T language code.");
	if (metadata.name !== void 0 && typeof metadata.name !== "string") throw new TypeError("metadata.name, when provided, must be a string.");
	if (metadata.disposition !== void 0) validateTrackDisposition(metadata.disposition);
	if (metadata.maximumPacketCount !== void 0 && (!Number.isInteger(metadata.maximumPacketCount) || metadata.maximumPacketCount < 0)) throw new TypeError("metadata.maximumPacketCount, when provided, must be a non-negative integer.");
	if (metadata.bitrate !== void 0 && (!Number.isFinite(metadata.bitrate) || metadata.bitrate < 0)) throw new TypeError("metadata.bitrate, when provided, must be a non-negative number.");
	if (metadata.averageBitrate !== void 0 && (!Number.isFinite(metadata.averageBitrate) || metadata.averageBitrate < 0)) throw new TypeError("metadata.averageBitrate, when provided, must be a non-negative number.");
	if (metadata.group !== void 0 && !(metadata.group instanceof OutputTrackGroup) && (!Array.isArray(metadata.group) || metadata.group.some((group) => !(group instanceof OutputTrackGroup)))) throw new TypeError("metadata.group, when provided, must be an OutputTrackGroup instance or an array of OutputTrackGroup instances.");
};
var Output = class extends EventEmitter {
	get target() {
		const errorMessage = "Output.target cannot be used when using PathedTarget with an async callback. Use the 'target' event instead.";
		if (this._rootTargetPromise) throw new TypeError(errorMessage);
		const rootTargetResult = this._getRootTarget();
		if (isThenable(rootTargetResult)) throw new TypeError(errorMessage);
		return rootTargetResult;
	}
	constructor(options) {
		super();
		this.state = "pending";
		this.defaultTrackGroup = new OutputTrackGroup();
		this.tracks = [];
		this._onFinalize = null;
		this._unfinalizedTargets =   new Set();
		this._rootWriterPromise = null;
		this._startPromise = null;
		this._cancelPromise = null;
		this._finalizePromise = null;
		this._mutex = new AsyncMutex();
		this._metadataTags = {};
		this._rootTarget = null;
		this._rootTargetPromise = null;
		this._firstMediaStreamTimestamp = null;
		if (!options || typeof options !== "object") throw new TypeError("options must be an object.");
		if (!(options.format instanceof OutputFormat)) throw new TypeError("options.format must be an OutputFormat.");
		if (!(options.target instanceof Target || options.target instanceof PathedTarget)) throw new TypeError("options.target must be a Target or a PathedTarget.");
		if (options.target instanceof Target) this._rememberTarget(options.target);
		if (options.initTarget !== void 0 && !(options.initTarget instanceof Target) && typeof options.initTarget !== "function") throw new Error("options.initTarget, when provided, must be a Target or a function that returns or resolves to a Target.");
		if (options.onFinalize !== void 0 && typeof options.onFinalize !== "function") throw new TypeError("options.onFinalize, when provided, must be a function.");
		this.format = options.format;
		this._target = options.target;
		this._onFinalize = options.onFinalize ?? null;
		this._initTarget = options.initTarget ?? null;
		if (this._initTarget instanceof Target) this._rememberTarget(this._initTarget);
		this._muxer = options.format._createMuxer(this);
	}
	_getTargetValidated(request) {
		assert(this._target instanceof PathedTarget);
		const result = this._target.getTarget(request);
		const handleResult = (result) => {
			if (!(result instanceof Target)) throw new TypeError("getTarget must return a Target.");
			return result;
		};
		if (isThenable(result)) return result.then(handleResult);
		else return handleResult(result);
	}
	async _getTarget(request) {
		assert(this._target instanceof PathedTarget);
		const target = await this._getTargetValidated(request);
		this._emit("target", {
			target,
			request,
			isRoot: request.isRoot
		});
		if (this.state === "canceled") await target._close();
		else this._rememberTarget(target);
		return target;
	}
	_rememberTarget(target) {
		this._unfinalizedTargets.add(target);
		target.on("finalized", () => this._unfinalizedTargets.delete(target), { once: true });
	}
	async _getInitTarget() {
		assert(this._initTarget !== null);
		if (this._initTarget instanceof Target) return this._initTarget;
		const target = await this._initTarget();
		if (this.state === "canceled") await target._close();
		else this._rememberTarget(target);
		return target;
	}
	_hasInitTarget() {
		return this._initTarget !== null;
	}
	_getRootTarget() {
		if (this._rootTarget) return this._rootTarget;
		if (this._rootTargetPromise) return this._rootTargetPromise;
		if (this._target instanceof Target) {
			this._emit("target", {
				target: this._target,
				request: null,
				isRoot: true
			});
			this._rootTarget = this._target;
			return this._target;
		}
		const request = {
			path: this._target.rootPath,
			isRoot: true,
			mimeType: this.format.mimeType
		};
		const result = this._getTargetValidated(request);
		const handleResult = (target) => {
			if (this.state === "canceled") target._close();
			else this._rememberTarget(target);
			this._emit("target", {
				target,
				request,
				isRoot: true
			});
			this._rootTarget = target;
			return target;
		};
		if (isThenable(result)) return this._rootTargetPromise = result.then(handleResult);
		else return handleResult(result);
	}
	_getRootWriter(isMonotonic) {
		return this._rootWriterPromise ??= (async () => {
			const target = await this._getRootTarget();
			const writer = new Writer(target, typeof isMonotonic === "boolean" ? isMonotonic : isMonotonic(target));
			writer.start();
			return writer;
		})();
	}
	addVideoTrack(source, metadata = {}) {
		if (!(source instanceof VideoSource)) throw new TypeError("source must be a VideoSource.");
		validateBaseTrackMetadata(metadata);
		if (metadata.rotation !== void 0 && ![
			0,
			90,
			180,
			270
		].includes(metadata.rotation)) throw new TypeError(`Invalid video rotation: ${metadata.rotation}. Has to be 0, 90, 180 or 270.`);
		if (metadata.flip !== void 0 && typeof metadata.flip !== "boolean") throw new TypeError("metadata.flip, when provided, must be a boolean.");
		if (metadata.transformationMatrix !== void 0 && (!Array.isArray(metadata.transformationMatrix) || metadata.transformationMatrix.length !== 9 || !metadata.transformationMatrix.every((x) => Number.isFinite(x)))) throw new TypeError("metadata.transformationMatrix, when provided, must be an array of 9 finite numbers.");
		if (metadata.frameRate !== void 0 && (!Number.isFinite(metadata.frameRate) || metadata.frameRate <= 0)) throw new TypeError(`Invalid video frame rate: ${metadata.frameRate}. Must be a positive number.`);
		if (metadata.hasOnlyKeyPackets !== void 0 && typeof metadata.hasOnlyKeyPackets !== "boolean") throw new TypeError("metadata.hasOnlyKeyPackets, when provided, must be a boolean.");
		if (metadata.canBeTransparent !== void 0 && typeof metadata.canBeTransparent !== "boolean") throw new TypeError("metadata.canBeTransparent, when provided, must be a boolean.");
		if (metadata.decoderConfig !== void 0) validateVideoChunkMetadata({ decoderConfig: metadata.decoderConfig }, source._codec);
		if (metadata.primingPacket !== void 0) {
			if (!(metadata.primingPacket instanceof EncodedPacket)) throw new TypeError("metadata.primingPacket, when provided, must be an EncodedPacket.");
			if (metadata.decoderConfig === void 0) throw new TypeError("metadata.primingPacket can only be provided alongside metadata.decoderConfig.");
		}
		const metadataCopy = { ...metadata };
		metadataCopy.group ??= this.defaultTrackGroup;
		return this._addTrack(new OutputVideoTrack(this.tracks.length + 1, this, source, metadataCopy));
	}
	addAudioTrack(source, metadata = {}) {
		if (!(source instanceof AudioSource)) throw new TypeError("source must be an AudioSource.");
		validateBaseTrackMetadata(metadata);
		if (metadata.decoderConfig !== void 0) validateAudioChunkMetadata({ decoderConfig: metadata.decoderConfig }, source._codec);
		if (metadata.primingPacket !== void 0) {
			if (!(metadata.primingPacket instanceof EncodedPacket)) throw new TypeError("metadata.primingPacket, when provided, must be an EncodedPacket.");
			if (metadata.decoderConfig === void 0) throw new TypeError("metadata.primingPacket can only be provided alongside metadata.decoderConfig.");
		}
		const metadataCopy = { ...metadata };
		metadataCopy.group ??= this.defaultTrackGroup;
		return this._addTrack(new OutputAudioTrack(this.tracks.length + 1, this, source, metadataCopy));
	}
	addSubtitleTrack(source, metadata = {}) {
		if (!(source instanceof SubtitleSource)) throw new TypeError("source must be a SubtitleSource.");
		validateBaseTrackMetadata(metadata);
		const metadataCopy = { ...metadata };
		metadataCopy.group ??= this.defaultTrackGroup;
		return this._addTrack(new OutputSubtitleTrack(this.tracks.length + 1, this, source, metadataCopy));
	}
	setMetadataTags(tags) {
		validateMetadataTags(tags);
		if (this.state !== "pending") throw new Error("Cannot set metadata tags after output has been started or canceled.");
		this._metadataTags = tags;
	}
	_addTrack(track) {
		if (this.state !== "pending") throw new Error("Cannot add track after output has been started or canceled.");
		if (track.source._connectedTrack) throw new Error("Source is already used for a track.");
		const supportedTrackCounts = this.format.getSupportedTrackCounts();
		const presentTracksOfThisType = this.tracks.reduce((count, t) => count + (t.type === track.type ? 1 : 0), 0);
		const maxCount = supportedTrackCounts[track.type].max;
		if (presentTracksOfThisType === maxCount) throw new Error(maxCount === 0 ? `${this.format._name} does not support ${track.type} tracks.` : `${this.format._name} does not support more than ${maxCount} ${track.type} track${maxCount === 1 ? "" : "s"}.`);
		const maxTotalCount = supportedTrackCounts.total.max;
		if (this.tracks.length === maxTotalCount) throw new Error(`${this.format._name} does not support more than ${maxTotalCount} tracks${maxTotalCount === 1 ? "" : "s"} in total.`);
		if (track.isVideoTrack()) {
			const supportedVideoCodecs = this.format.getSupportedVideoCodecs();
			if (supportedVideoCodecs.length === 0) throw new Error(`${this.format._name} does not support video tracks.` + this.format._codecUnsupportedHint(track.source._codec));
			else if (!supportedVideoCodecs.includes(track.source._codec)) throw new Error(`Codec '${track.source._codec}' cannot be contained within ${this.format._name}. Supported video codecs are: ${supportedVideoCodecs.map((codec) => `'${codec}'`).join(", ")}.` + this.format._codecUnsupportedHint(track.source._codec));
		} else if (track.isAudioTrack()) {
			const supportedAudioCodecs = this.format.getSupportedAudioCodecs();
			if (supportedAudioCodecs.length === 0) throw new Error(`${this.format._name} does not support audio tracks.` + this.format._codecUnsupportedHint(track.source._codec));
			else if (!supportedAudioCodecs.includes(track.source._codec)) throw new Error(`Codec '${track.source._codec}' cannot be contained within ${this.format._name}. Supported audio codecs are: ${supportedAudioCodecs.map((codec) => `'${codec}'`).join(", ")}.` + this.format._codecUnsupportedHint(track.source._codec));
		} else if (track.isSubtitleTrack()) {
			const supportedSubtitleCodecs = this.format.getSupportedSubtitleCodecs();
			if (supportedSubtitleCodecs.length === 0) throw new Error(`${this.format._name} does not support subtitle tracks.` + this.format._codecUnsupportedHint(track.source._codec));
			else if (!supportedSubtitleCodecs.includes(track.source._codec)) throw new Error(`Codec '${track.source._codec}' cannot be contained within ${this.format._name}. Supported subtitle codecs are: ${supportedSubtitleCodecs.map((codec) => `'${codec}'`).join(", ")}.` + this.format._codecUnsupportedHint(track.source._codec));
		}
		this.tracks.push(track);
		track.source._connectedTrack = track;
		return track;
	}
	hasEnoughTracks() {
		const supportedTrackCounts = this.format.getSupportedTrackCounts();
		for (const trackType of ALL_TRACK_TYPES) if (this.tracks.reduce((count, track) => count + (track.type === trackType ? 1 : 0), 0) < supportedTrackCounts[trackType].min) return false;
		const totalMinCount = supportedTrackCounts.total.min;
		if (this.tracks.length < totalMinCount) return false;
		return true;
	}
	async start() {
		const supportedTrackCounts = this.format.getSupportedTrackCounts();
		for (const trackType of ALL_TRACK_TYPES) {
			const presentTracksOfThisType = this.tracks.reduce((count, track) => count + (track.type === trackType ? 1 : 0), 0);
			const minCount = supportedTrackCounts[trackType].min;
			if (presentTracksOfThisType < minCount) throw new Error(minCount === supportedTrackCounts[trackType].max ? `${this.format._name} requires exactly ${minCount} ${trackType} track${minCount === 1 ? "" : "s"}.` : `${this.format._name} requires at least ${minCount} ${trackType} track${minCount === 1 ? "" : "s"}.`);
		}
		const totalMinCount = supportedTrackCounts.total.min;
		if (this.tracks.length < totalMinCount) throw new Error(totalMinCount === supportedTrackCounts.total.max ? `${this.format._name} requires exactly ${totalMinCount} track${totalMinCount === 1 ? "" : "s"}.` : `${this.format._name} requires at least ${totalMinCount} track${totalMinCount === 1 ? "" : "s"}.`);
		if (this.state === "canceled") throw new Error("Output has been canceled.");
		if (this._startPromise) {
			Logging._warn("Output has already been started.");
			return this._startPromise;
		}
		return this._startPromise = (async () => {
			this.state = "started";
			const releasePromise = this._mutex.acquire();
			try {
				await this._muxer.start();
				const promises = this.tracks.map((track) => track.source._start());
				await Promise.all(promises);
			} finally {
				(await releasePromise)();
			}
		})();
	}
	getMimeType() {
		return this._muxer.getMimeType();
	}
	async cancel() {
		if (this.state === "canceled") return this._cancelPromise ?? void 0;
		else if (this.state === "finalizing" || this.state === "finalized") {
			if (this.state === "finalized") Logging._warn("Output has already been finalized.");
			return;
		}
		return this._cancelPromise = (async () => {
			this.state = "canceled";
			const release = await this._mutex.acquire();
			try {
				const promises = this.tracks.map((x) => x.source._flushOrWaitForOngoingClose(true));
				await Promise.all(promises);
				await Promise.all([...this._unfinalizedTargets].map((target) => target._close()));
				this._unfinalizedTargets.clear();
			} finally {
				release();
			}
		})();
	}
	async finalize() {
		if (this.state === "pending") throw new Error("Cannot finalize before starting.");
		if (this.state === "canceled") throw new Error("Cannot finalize after canceling.");
		if (this._finalizePromise) {
			Logging._warn("Output has already been finalized.");
			return this._finalizePromise;
		}
		return this._finalizePromise = (async () => {
			this.state = "finalizing";
			const release = await this._mutex.acquire();
			try {
				const promises = this.tracks.map((x) => x.source._flushOrWaitForOngoingClose(false));
				await Promise.all(promises);
				await this._muxer.finalize();
				if (this._rootWriterPromise) {
					const rootWriter = await this._rootWriterPromise;
					if (!rootWriter.finalized) {
						await rootWriter.flush();
						await rootWriter.finalize();
					}
				}
				if (this._onFinalize) await this._onFinalize();
				this.state = "finalized";
			} catch (error) {
				this.state = "canceled";
				throw error;
			} finally {
				await Promise.all([...this._unfinalizedTargets].map((target) => target._close().catch(() => {})));
				this._unfinalizedTargets.clear();
				release();
			}
		})();
	}
};
async function createMp4(path, tracks) {
	const output = createOutput(path);
	const video = new EncodedVideoPacketSource("avc");
	output.addVideoTrack(video, {
		frameRate: tracks.framesPerSecond,
		maximumPacketCount: tracks.frameCount
	});
	const sound = tracks.audio && addAudioTrack(output, tracks.audio);
	output.setMetadataTags({
		title: tracks.title,
		comment: "A storyboard, made by Showreel"
	});
	await output.start();
	return {
		addVideo: (packet, isKey, configuration) => video.add(toEncodedPacket(packet, isKey), { decoderConfig: {
			codec: codecName(configuration),
			codedWidth: tracks.width,
			codedHeight: tracks.height,
			description: configuration,
			colorSpace: {
				primaries: "bt709",
				transfer: "bt709",
				matrix: "bt709",
				fullRange: false
			}
		} }),
		addAudio: async (packet) => sound?.(packet),
		finish: () => output.finalize()
	};
}
const chunkSize = 2 ** 20;
function createOutput(path) {
	const { now } = Date;
	Date.now = () => 0;
	try {
		return new Output({
			format: new Mp4OutputFormat({ fastStart: "reserve" }),
			target: new FilePathTarget(path, { chunkSize })
		});
	} finally {
		Date.now = now;
	}
}
function addAudioTrack(output, audio) {
	const source = new EncodedAudioPacketSource("aac");
	output.addAudioTrack(source, {
		languageCode: audio.language,
		maximumPacketCount: audio.packetCount
	});
	return (packet) => source.add(toEncodedPacket(packet, true), { decoderConfig: {
		codec: "mp4a.40.2",
		numberOfChannels: audio.channels,
		sampleRate: audio.sampleRate,
		description: audio.configuration
	} });
}
function toEncodedPacket({ data, start, seconds }, isKey) {
	return new EncodedPacket(data, isKey ? "key" : "delta", start, seconds);
}
function codecName(configuration) {
	return `avc1.${Buffer.from(configuration.subarray(1, 4)).toString("hex")}`;
}
function createPicture(width, height) {
	return {
		width,
		height,
		planes: new Uint8Array(width * height * 3 / 2)
	};
}
const luma = {
	red: 11966,
	green: 40254,
	blue: 4064,
	offset: 1081344
};
const blueDifference = {
	red: -6596,
	green: -22189,
	blue: 28784
};
const redDifference = {
	red: 28784,
	green: -26145,
	blue: -2639
};
const chromaOffset = 33685504;
function writeRgba({ width, height, planes }, rgba) {
	const pixelCount = width * height;
	for (let pixel = 0, at = 0; pixel < pixelCount; pixel++, at += 4) planes[pixel] = lumaOf(rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0);
	const rowBytes = width * 4;
	let u = pixelCount;
	let v = pixelCount + pixelCount / 4;
	for (let row = 0; row < height; row += 2) {
		let above = row * rowBytes;
		let below = above + rowBytes;
		for (let column = 0; column < width; column += 2, above += 8, below += 8) {
			const red = sumOfFour(rgba, above, below);
			const green = sumOfFour(rgba, above + 1, below + 1);
			const blue = sumOfFour(rgba, above + 2, below + 2);
			planes[u++] = chromaOf(blueDifference, red, green, blue);
			planes[v++] = chromaOf(redDifference, red, green, blue);
		}
	}
}
function sumOfFour(rgba, above, below) {
	return (rgba[above] ?? 0) + (rgba[above + 4] ?? 0) + (rgba[below] ?? 0) + (rgba[below + 4] ?? 0);
}
function lumaOf(red, green, blue) {
	return luma.red * red + luma.green * green + luma.blue * blue + luma.offset >> 16;
}
function chromaOf(factors, red, green, blue) {
	return factors.red * red + factors.green * green + factors.blue * blue + chromaOffset >> 18;
}
function toYuv([red, green, blue]) {
	return [
		lumaOf(red, green, blue),
		chromaOf(blueDifference, 4 * red, 4 * green, 4 * blue),
		chromaOf(redDifference, 4 * red, 4 * green, 4 * blue)
	];
}
const everySecondByte = 16711935;
function writeMix(planes, from, to, amount) {
	const [result, before, after] = [
		planes,
		from.planes,
		to.planes
	].map(toWords);
	if (!result || !before || !after) return;
	const rest = 256 - amount;
	for (let index = 0; index < result.length; index++) {
		const [one, other] = [before[index] ?? 0, after[index] ?? 0];
		const low = Math.imul(one & everySecondByte, rest) + Math.imul(other & everySecondByte, amount);
		const high = Math.imul(one >>> 8 & everySecondByte, rest) + Math.imul(other >>> 8 & everySecondByte, amount);
		result[index] = low >>> 8 & everySecondByte | high & -16711936;
	}
}
function toWords({ buffer, byteOffset, length }) {
	return new Uint32Array(buffer, byteOffset, length / 4);
}
function fillRectangle(planes, size, { x, y, width, height }, [luminance, u, v]) {
	const pixelCount = size.width * size.height;
	const rowLength = size.width / 2;
	for (let row = y; row < y + height; row++) planes.fill(luminance, row * size.width + x, row * size.width + x + width);
	for (let row = y / 2; row < (y + height) / 2; row++) {
		const start = pixelCount + row * rowLength + x / 2;
		planes.fill(u, start, start + width / 2);
		planes.fill(v, start + pixelCount / 4, start + pixelCount / 4 + width / 2);
	}
}
function createPictureTrack(size, draw) {
	let previous = createPicture(size.width, size.height);
	let current = createPicture(size.width, size.height);
	let shown = "";
	return { write({ scene, state, mix }, planes) {
		const wanted = `${scene}.${state}`;
		if (wanted !== shown) {
			[previous, current] = [current, previous];
			writeRgba(current, draw(scene, state));
			shown = wanted;
		}
		if (mix === 256) planes.set(current.planes);
		else writeMix(planes, previous, current, mix);
	} };
}
const maxParts = 40;
function createProgressBar(style, size, storyboard) {
	const [on, off] = [toYuv(style.on), toYuv(style.off)];
	const parts = layOutParts(style, storyboard);
	const fill = (planes, from, to, color) => {
		const x = style.isRightToLeft ? 2 * style.x + style.width - to : from;
		fillRectangle(planes, size, {
			...style,
			x,
			width: to - from
		}, color);
	};
	return (planes, seconds) => {
		for (const { x, width, scene } of parts) {
			const done = Math.min(1, Math.max(0, (seconds - scene.start) / (scene.end - scene.start)));
			const now = x + even(width * done);
			fill(planes, x, now, on);
			fill(planes, now, x + width, off);
		}
	};
}
function layOutParts({ x, width, gap }, { scenes, seconds }) {
	if (scenes.length > maxParts) return [{
		x,
		width,
		scene: {
			start: 0,
			end: seconds
		}
	}];
	const room = width - gap * (scenes.length - 1);
	return scenes.map((scene, index) => {
		const start = x + even(room * scene.start / seconds) + gap * index;
		return {
			x: start,
			width: x + even(room * scene.end / seconds) + gap * index - start,
			scene
		};
	});
}
const even = (value) => 2 * Math.round(value / 2);
async function writeMovie(movie, { path, encoder, report }) {
	const { frames, storyboard, width, height } = movie;
	const mp4 = await createMp4(path, {
		width,
		height,
		framesPerSecond: 25,
		frameCount: frames.length,
		audio: movie.sound,
		title: movie.title
	});
	const sound = createSoundWriter(movie.sound, mp4);
	const pictures = createPictureTrack(movie, movie.draw);
	const drawProgressBar = createProgressBar(movie.progressBar, movie, storyboard);
	const encoding = [];
	const writeNext = async () => {
		const next = encoding.shift();
		if (!next) return;
		const { data, isKey, configuration } = await next.picture;
		await sound.writeUntil(next.start);
		await mp4.addVideo({
			data,
			start: next.start,
			seconds: next.seconds
		}, isKey, configuration);
	};
	for (const [index, frame] of frames.entries()) {
		const start = frame.tick / 25;
		const nextTick = frames[index + 1]?.tick ?? toTicks(storyboard.seconds);
		const planes = await encoder.planes();
		pictures.write(frame, planes);
		drawProgressBar(planes, start);
		const picture = encoder.encode(planes, start, frame.isKey);
		picture.catch(() => {});
		encoding.push({
			picture,
			start,
			seconds: (nextTick - frame.tick) / 25
		});
		if (encoding.length > 2) await writeNext();
		report(index / frames.length);
	}
	while (encoding.length > 0) await writeNext();
	await sound.writeUntil(Infinity);
	await mp4.finish();
}
function createSoundWriter(sound, mp4) {
	const packets = sound?.packets()[Symbol.iterator]();
	let count = 0;
	return { async writeUntil(seconds) {
		if (!sound) return;
		while (count * sound.packetSeconds < seconds) {
			const next = packets?.next();
			if (!next || next.done) return;
			const packet = {
				data: next.value,
				start: count * sound.packetSeconds,
				seconds: sound.packetSeconds
			};
			await mp4.addAudio(packet);
			count += 1;
		}
	} };
}
function utterancesOf({ scenes }) {
	return scenes.flatMap(({ spokenHeading = [], lead = [], blocks }) => [
		...spokenHeading,
		...lead,
		...blocks.flat()
	]);
}
const pauses = {
	sentence: .22,
	item: .35,
	heading: .35,
	titleLeadIn: .7,
	leadIn: .12,
	leadOut: .3,
	shortestTitle: 2,
	shortestCard: 1.4,
	closing: 2.5
};
const abbreviation = /(?:^|[\s(])(?:\p{L}|\p{Lu}\p{L}?\.\p{L}|e\.g|i\.e|[Mm]r|[Mm]rs|[Dd]r|[Pp]rof|St|vs|approx|resp|ca|bzw|[Vv]gl|[Nn]r|[Nn]o|[Aa]bs|z\. ?B|d\. ?h|u\. ?a|p\. ?ex|[Ee]tc|[Ff]ig|[Pp]\. ?ej|[Ss]ig|Sr|Sra|M|Mme)\.\s*$/u;
const ordinal$1 = /(?:^|\s)\d{1,2}\.\s*$/;
const segmenters =   new Map();
function splitSentences(text, language) {
	const sentences = [];
	let start = 0;
	for (const { segment, index } of segmenterOf(language, "sentence").segment(text)) {
		const end = index + segment.length;
		if (end < text.length && isUnfinished(text.slice(Math.max(start, end - 12), end), language)) continue;
		const sentence = text.slice(start, end).trim();
		const attached = start > 0 && !/\s/.test(text.charAt(start - 1));
		if (sentence !== "") sentences.push({
			text: sentence,
			attached
		});
		start = end;
	}
	return sentences;
}
function isUnfinished(end, language) {
	return abbreviation.test(end) || language === "de" && ordinal$1.test(end);
}
function segmenterOf(language, granularity) {
	const key = `${language} ${granularity}`;
	const segmenter = segmenters.get(key) ?? new Intl.Segmenter(language, { granularity });
	segmenters.set(key, segmenter);
	return segmenter;
}
const wideWidth = 42 / 16;
const wideCharacter = /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]/u;
function textWidth(text) {
	let width = 0;
	for (const character of text) width += characterWidth(character);
	return width;
}
function characterWidth(character) {
	return character > "ჿ" && wideCharacter.test(character) ? wideWidth : 1;
}
function countWide(text) {
	let count = 0;
	for (const character of text) if (characterWidth(character) !== 1) count += 1;
	return count;
}
const wordsPerSecond = 150 / 60;
const wideCharactersPerSecond = 7;
const readableCharactersPerSecond = 20;
const shortest = .5;
function readingTimes({ phrases }, language) {
	const starts = [];
	let seconds = 0;
	for (const { text } of phrases) {
		starts.push(seconds);
		seconds += Math.max(readableSeconds(text), spokenSeconds(text, language));
	}
	return {
		seconds,
		starts
	};
}
function readableSeconds(text) {
	return Math.max(shortest, textWidth(text) / readableCharactersPerSecond);
}
function spokenSeconds(text, language) {
	let words = 0;
	for (const { segment, isWordLike } of segmenterOf(language, "word").segment(text)) if (isWordLike && !isWide(segment)) words += 1;
	const commas = text.match(/[,،，、](?!\d)/gu)?.length ?? 0;
	const stops = text.match(/[;:；：—–](?!\d)/gu)?.length ?? 0;
	return words / wordsPerSecond + countWide(text) / wideCharactersPerSecond + .15 * commas + .25 * stops;
}
const isWide = (word) => characterWidth(word.slice(0, 1)) > 1;
function risingStarts({ seconds, starts }, needed) {
	const heard = Number.isFinite(seconds) ? Math.max(0, seconds) : 0;
	const total = Math.max(heard, sum(needed));
	const stretch = heard > 0 ? total / heard : 1;
	const least = needed.map((need) => Math.min(.15, need / 2));
	const rising = [];
	let earliest = 0;
	for (const [index, need] of least.entries()) {
		const latest = total - sum(least.slice(index));
		const wanted = index === 0 ? 0 : (starts[index] ?? NaN) * stretch;
		const known = Number.isFinite(wanted) ? wanted : total * sum(needed.slice(0, index)) / sum(needed);
		const start = Math.min(latest, Math.max(earliest, known));
		rising.push(start);
		earliest = start + need;
	}
	return {
		seconds: total,
		starts: rising
	};
}
const sum = (numbers) => numbers.reduce((total, next) => total + next, 0);
function layOut({ language, scenes }, times) {
	const clock = createClock(times);
	const timed = scenes.map((scene) => timeScene(scene, clock));
	return {
		storyboard: {
			language,
			scenes: timed,
			seconds: timed.at(-1)?.end ?? 0
		},
		soundStarts: clock.soundStarts
	};
}
function createClock(times) {
	let now = 0;
	const soundStarts = [];
	const speakOne = ({ phrases }) => {
		const { seconds = 0, starts = [] } = times[soundStarts.length] ?? {};
		soundStarts.push(now / 1e3);
		const start = now;
		const needed = phrases.map(({ text }) => readableSeconds(text));
		const rising = risingStarts({
			seconds,
			starts
		}, needed);
		now += toMs$1(rising.seconds);
		return phrases.map(({ text, attached }, index) => ({
			text,
			attached: attached || void 0,
			start: (start + toMs$1(rising.starts[index] ?? 0)) / 1e3,
			end: (start + toMs$1(rising.starts[index + 1] ?? rising.seconds)) / 1e3
		}));
	};
	return {
		soundStarts,
		now: () => now / 1e3,
		wait: (seconds) => {
			now += toMs$1(seconds);
		},
		speak: (utterances) => utterances.flatMap((utterance, index) => {
			if (index > 0) now += toMs$1(pauses.sentence);
			return speakOne(utterance);
		})
	};
}
function timeScene(scene, clock) {
	const { kind, heading, levels, emphasis, code } = scene;
	const start = clock.now();
	clock.wait(kind === "title" ? pauses.titleLeadIn : pauses.leadIn);
	const spokenHeading = scene.spokenHeading && clock.speak(scene.spokenHeading);
	if (spokenHeading) clock.wait(pauses.heading);
	const lead = scene.lead && clock.speak(scene.lead);
	if (lead) clock.wait(pauses.item);
	const blocks = scene.blocks.map((block, index) => {
		if (index > 0) clock.wait(pauses.item);
		return clock.speak(block);
	});
	clock.wait(pauses.leadOut);
	clock.wait(Math.max(0, start + shortestScene(scene) - clock.now()));
	return {
		kind,
		start,
		end: clock.now(),
		heading,
		spokenHeading,
		lead,
		blocks,
		levels,
		emphasis,
		code
	};
}
function shortestScene({ kind, code = [] }) {
	if (kind === "closing") return pauses.closing;
	if (kind === "code") return Math.min(8, 1.5 + .6 * code.length);
	return kind === "title" ? pauses.shortestTitle : pauses.shortestCard;
}
const toMs$1 = (seconds) => Math.round(seconds * 1e3);
const speechRate = 16e3;
const soundRate = 3 * speechRate;
const segmentSamples = 96;
const release = 1 - Math.exp(-96 / (.05 * soundRate));
function createLimiter(ceiling) {
	const delayed = new Float32Array(segmentSamples);
	const next = new Float32Array(segmentSamples);
	let allowed = 1;
	let gain = 1;
	return { limit: (samples) => {
		for (let start = 0; start < samples.length; start += segmentSamples) {
			const segment = samples.subarray(start, start + segmentSamples);
			next.set(segment);
			const nextAllowed = allowedGain(next, ceiling);
			const endGain = Math.min(allowed, nextAllowed, gain + (1 - gain) * release);
			ramp(segment, delayed, [gain, endGain]);
			delayed.set(next);
			[allowed, gain] = [nextAllowed, endGain];
		}
	} };
}
function allowedGain(samples, ceiling) {
	let peak = ceiling;
	for (let index = 0; index < samples.length; index += 1) peak = Math.max(peak, Math.abs(samples[index]));
	return ceiling / peak;
}
function ramp(output, input, [from, to]) {
	const step = (to - from) / input.length;
	for (let index = 0; index < input.length; index += 1) output[index] = input[index] * (from + step * index);
}
const stepSamples = speechRate / 10;
const stepsPerBlock = 4;
const absoluteGate = -70;
const relativeGate = -10;
function integratedLoudness(parts) {
	const weight = createKWeighting();
	const step = new Float64Array(stepSamples);
	const steps = [];
	let filled = 0;
	for (const samples of parts) for (let index = 0; index < samples.length; index += 1) {
		step[filled] = samples[index] / 32768;
		filled += 1;
		if (filled < stepSamples) continue;
		weight(step);
		steps.push(meanPower(step));
		filled = 0;
	}
	return integrate(steps);
}
function meanPower(samples) {
	let sum = 0;
	for (let index = 0; index < samples.length; index += 1) sum += samples[index] ** 2;
	return sum / samples.length;
}
const toLoudness = (power) => -.691 + 10 * Math.log10(power);
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
function integrate(steps) {
	const blocks = [];
	for (let end = stepsPerBlock; end <= steps.length; end += 1) blocks.push(mean(steps.slice(end - stepsPerBlock, end)));
	const audible = blocks.filter((power) => power > 0 && toLoudness(power) > absoluteGate);
	if (audible.length === 0) return void 0;
	const gate = toLoudness(mean(audible)) + relativeGate;
	return toLoudness(mean(audible.filter((power) => toLoudness(power) > gate)));
}
function createKWeighting() {
	const shelf = createShelf(1681.974450955533, .7071752369554196, 3.999843853973347);
	const highPass = createHighPass(38.13547087602444, .5003270373238773);
	return (samples) => {
		shelf(samples);
		highPass(samples);
	};
}
function createShelf(frequency, quality, gain) {
	const k = Math.tan(Math.PI * frequency / speechRate);
	const high = 10 ** (gain / 20);
	const band = high ** .4996667741545416;
	const scale = 1 + k / quality + k * k;
	return createBiquad([
		(high + band * k / quality + k * k) / scale,
		2 * (k * k - high) / scale,
		(high - band * k / quality + k * k) / scale
	], [2 * (k * k - 1) / scale, (1 - k / quality + k * k) / scale]);
}
function createHighPass(frequency, quality) {
	const k = Math.tan(Math.PI * frequency / speechRate);
	const scale = 1 + k / quality + k * k;
	return createBiquad([
		1,
		-2,
		1
	], [2 * (k * k - 1) / scale, (1 - k / quality + k * k) / scale]);
}
function createBiquad([b0, b1, b2], [a1, a2]) {
	const state =   new Float64Array(2);
	return (samples) => {
		let [state1 = 0, state2 = 0] = state;
		for (let index = 0; index < samples.length; index += 1) {
			const input = samples[index];
			const output = b0 * input + state1;
			state1 = b1 * input - a1 * output + state2;
			state2 = b2 * input - a2 * output;
			samples[index] = output;
		}
		state.set([state1, state2]);
	};
}
const taps = 24;
function createResampler(blockSize) {
	const history = new Float32Array(23 + blockSize);
	const output = new Float32Array(3 * blockSize);
	return { resample: (samples) => {
		history.copyWithin(0, blockSize);
		history.set(samples, 23);
		if (history.every((sample) => sample === 0)) return output.fill(0);
		for (let index = 0; index < blockSize; index += 1) {
			output[3 * index] = history[index + 12 - 1];
			for (let phase = 1; phase < 3; phase += 1) output[3 * index + phase] = interpolate(history, index, kernels[phase]);
		}
		return output;
	} };
}
function interpolate(history, from, kernel) {
	let sum = 0;
	for (let tap = 0; tap < taps; tap += 1) sum += kernel[tap] * history[from + tap];
	return sum;
}
const kernels = Array.from({ length: 3 }, (_value, phase) => createKernel(phase));
function createKernel(phase) {
	const weights = Array.from({ length: taps }, (_value, tap) => {
		const distance = tap - 11 - phase / 3;
		const angle = Math.PI * distance;
		return (angle === 0 ? 1 : Math.sin(angle) / angle) * (.5 + .5 * Math.cos(angle / 12));
	});
	const sum = weights.reduce((total, weight) => total + weight, 0);
	return Float32Array.from(weights, (weight) => weight / sum);
}
const blockSamples = 1024;
const targetLoudness = -17;
const maxGain = 8;
const ceiling = 10 ** (-2.5 / 20);
const chunkSamples = blockSamples;
function* soundTrack(speech, { seconds, lead = 0 }) {
	const timeline = createTimeline(speech, gainFor(speech));
	const resampler = createResampler(chunkSamples);
	const limiter = createLimiter(ceiling);
	const delay = 12 + Math.round((96 + lead) / 3);
	const blocks = Math.ceil(seconds * soundRate / blockSamples);
	const chunk = new Float32Array(chunkSamples);
	for (let block = 0; block < blocks;) {
		timeline.read(chunk, block / 3 * chunkSamples + delay);
		const samples = resampler.resample(chunk);
		limiter.limit(samples);
		for (let part = 0; part < 3 && block < blocks; part += 1, block += 1) yield toIntegers(samples.subarray(part * blockSamples, (part + 1) * blockSamples));
	}
}
function toIntegers(samples) {
	const integers = new Int16Array(samples.length);
	for (let index = 0; index < samples.length; index += 1) integers[index] = Math.round((samples[index] ?? 0) * 32767);
	return integers;
}
function gainFor(speech) {
	const loudness = integratedLoudness(withPauses(speech));
	return loudness === void 0 ? 1 : Math.min(maxGain, 10 ** ((targetLoudness - loudness) / 20));
}
const maxMeasuredPause = .5;
function withPauses(speech) {
	return speech.flatMap(({ start, samples }, index) => {
		const pause = (speech[index + 1]?.start ?? Number.POSITIVE_INFINITY) - start - samples.length / speechRate;
		return [samples, new Int16Array(Math.round(Math.max(0, Math.min(maxMeasuredPause, pause)) * speechRate))];
	});
}
const fadeSamples = speechRate / 200;
function createTimeline(speech, gain) {
	let next = 0;
	return { read: (chunk, from) => {
		chunk.fill(0);
		for (let index = next; index < speech.length; index += 1) {
			const { start, samples } = speech[index];
			const first = Math.round(start * speechRate) - from;
			if (first >= chunk.length) break;
			if (first + samples.length <= 0) next = index + 1;
			const last = Math.min(chunk.length, first + samples.length);
			for (let position = Math.max(0, first); position < last; position += 1) {
				const sample = position - first;
				const fade = Math.min(1, (sample + 1) / fadeSamples, (samples.length - sample) / fadeSamples);
				chunk[position] = (samples[sample] ?? 0) / 32768 * gain * fade;
			}
		}
	} };
}
const bitRate = 96e3;
const delay = 1600;
const config = Uint8Array.of(17, 136);
async function openAacEncoder(data) {
	const module = await WebAssembly.compile(data.read("aac.wasm"));
	const aac = (await WebAssembly.instantiate(module, {})).exports;
	aac._initialize();
	if (aac.open(bitRate) !== 0) throw new Error("The AAC encoder could not be started.");
	return {
		config,
		delay,
		encode: (block) => {
			new Int16Array(aac.memory.buffer, aac.input(), blockSamples).set(block);
			const size = aac.encode();
			if (size <= 0) throw new Error(`The AAC encoder returned ${size}.`);
			return new Uint8Array(aac.memory.buffer, aac.output(), size).slice();
		}
	};
}
const noSuchFile = -44;
const notATerminal = -59;
const pageBytes = 65536;
async function startPico(wasm, files) {
	let pico;
	const openFiles =   new Map();
	const bytes = () => new Uint8Array(pico.memory.buffer);
	let lastView;
	const view = () => {
		if (lastView?.buffer !== pico.memory.buffer) lastView = new DataView(pico.memory.buffer);
		return lastView;
	};
	const readText = (address) => {
		const memory = bytes();
		return new TextDecoder().decode(memory.subarray(address, memory.indexOf(0, address)));
	};
	const eachBuffer = (list, count, use) => {
		let total = 0;
		for (let entry = list; entry < list + 8 * count; entry += 8) {
			const size = view().getUint32(entry + 4, true);
			const used = use(view().getUint32(entry, true), size);
			total += used;
			if (used < size) break;
		}
		return total;
	};
	const readInto = (file, address, size) => {
		const part = file.data.subarray(file.position, file.position + size);
		bytes().set(part, address);
		file.position += part.length;
		return part.length;
	};
	const env = {
		_emscripten_memcpy_js: (to, from, size) => bytes().copyWithin(to, from, from + size),
		emscripten_resize_heap: (size) => {
			try {
				pico.memory.grow(Math.ceil((size - pico.memory.buffer.byteLength) / pageBytes));
				return 1;
			} catch {
				return 0;
			}
		},
		__syscall_openat: (_folder, path) => {
			const data = files.get(readText(path));
			if (!data) return noSuchFile;
			const descriptor = 3 + openFiles.size;
			openFiles.set(descriptor, {
				data,
				position: 0
			});
			return descriptor;
		},
		__syscall_fcntl64: () => 0,
		__syscall_ioctl: () => notATerminal
	};
	const wasi = {
		fd_read: (descriptor, list, count, sum) => {
			const file = openFiles.get(descriptor);
			const read = file ? eachBuffer(list, count, (address, size) => readInto(file, address, size)) : 0;
			view().setUint32(sum, read, true);
			return 0;
		},
		fd_write: (_descriptor, list, count, sum) => {
			view().setUint32(sum, eachBuffer(list, count, (_address, size) => size), true);
			return 0;
		},
		fd_seek: (descriptor, offset, _high, from, result) => {
			const file = openFiles.get(descriptor);
			if (file) file.position = offset + ([
				0,
				file.position,
				file.data.length
			][from] ?? 0);
			view().setBigUint64(result, BigInt(file?.position ?? 0), true);
			return 0;
		},
		fd_close: (descriptor) => {
			openFiles.delete(descriptor);
			return 0;
		}
	};
	const module = await WebAssembly.compile(wasm);
	pico = (await WebAssembly.instantiate(module, {
		env,
		wasi_snapshot_preview1: wasi
	})).exports;
	pico.emscripten_stack_init();
	pico.__wasm_call_ctors();
	const store = (text) => {
		const encoded = new TextEncoder().encode(`${text}\0`);
		const address = pico.malloc(encoded.length);
		bytes().set(encoded, address);
		return address;
	};
	return {
		pico,
		bytes,
		view,
		store
	};
}
const areaBytes = 4e6;
const bufferBytes = 4096;
const maxPutBytes = 4096;
async function openVoice(voice, data) {
	const files = new Map(voice.files.map((name) => [`/${name}`, data.read(name)]));
	const host = await startPico(data.read("pico.wasm"), files);
	const engine = createEngine(host, [...files.keys()]);
	const initialMemory = host.bytes().slice(0, engine.end);
	const initialStack = host.pico.emscripten_stack_get_current();
	return { speak: (parts) => {
		try {
			return speak(host, engine, parts);
		} catch {
			return   new Int16Array();
		} finally {
			host.bytes().set(initialMemory);
			host.pico._emscripten_stack_restore(initialStack);
		}
	} };
}
function createEngine({ pico, view, store }, paths) {
	const result = pico.malloc(4);
	const created = () => view().getInt32(result, true);
	const buffers = {
		text: pico.malloc(maxPutBytes),
		sound: pico.malloc(bufferBytes),
		count: pico.malloc(4),
		type: pico.malloc(4)
	};
	const area = pico.malloc(areaBytes);
	checkStatus(pico.pico_initialize(area, areaBytes, result));
	const system = created();
	const voice = store("voice");
	const names = paths.map((path) => {
		checkStatus(pico.pico_loadResource(system, store(path), result));
		const name = pico.malloc(256);
		checkStatus(pico.pico_getResourceName(system, created(), name));
		return name;
	});
	checkStatus(pico.pico_createVoiceDefinition(system, voice));
	for (const name of names) checkStatus(pico.pico_addResourceToVoiceDefinition(system, voice, name));
	checkStatus(pico.pico_newEngine(system, voice, result));
	return {
		handle: created(),
		...buffers,
		end: pico.malloc(1)
	};
}
function checkStatus(status) {
	if (status !== 0) throw new Error(`The voice could not be loaded (Pico's status ${status}).`);
}
const maxSilentSteps = 2e5;
const busy = 201;
const idle = 200;
function speak(host, engine, parts) {
	const encoded = new TextEncoder().encode(`${parts.map(toMarkup).join(" ")}\0`);
	const limit = maxSpeechBytes(parts);
	const speech = [];
	let length = 0;
	for (let sent = 0; sent < encoded.length && length < limit;) {
		const accepted = put(host, engine, encoded.subarray(sent, sent + maxPutBytes));
		for (const chunk of soundSoFar(host, engine)) {
			speech.push(chunk);
			length += chunk.length;
			if (length >= limit) break;
		}
		sent += accepted;
	}
	return toSamples(speech, length);
}
function put({ pico, bytes, view }, { handle, text, count }, part) {
	bytes().set(part, text);
	const status = pico.pico_putTextUtf8(handle, text, part.length, count);
	const accepted = view().getInt16(count, true);
	if (status !== 0 || accepted <= 0) throw new Error(`Pico accepts no text (status ${status}).`);
	return accepted;
}
function* soundSoFar({ pico, bytes, view }, { handle, sound, count, type }) {
	let silentSteps = 0;
	let status = busy;
	while (status === busy) {
		status = pico.pico_getData(handle, sound, bufferBytes, count, type);
		const size = view().getInt16(count, true);
		if (size > 0) yield bytes().slice(sound, sound + size);
		silentSteps = size > 0 ? 0 : silentSteps + 1;
		if (silentSteps > maxSilentSteps) throw new Error("Pico does not come to an end.");
	}
	if (status !== idle) throw new Error(`Pico failed (status ${status}).`);
}
function toMarkup({ text, volume }) {
	return `<volume level="${volume}">${text.replace(/[\p{Cc}\p{Cs}<>&]/gu, " ")}</volume>`;
}
function maxSpeechBytes(parts) {
	const characters = parts.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
	return 2 * speechRate * (2 + characters);
}
function toSamples(chunks, length) {
	const joined = new Uint8Array(length + length % 2);
	let position = 0;
	for (const chunk of chunks) {
		joined.set(chunk, position);
		position += chunk.length;
	}
	return new Int16Array(joined.buffer);
}
const english = {
	dot: "dot",
	point: "point",
	version: "version",
	slash: "slash",
	minus: "minus",
	number: "number",
	to: "to",
	ratio: "by",
	times: "times",
	per: "per",
	keepsHyphens: false,
	groupsDigitsWithDots: false,
	symbols: {
		"&": "and",
		"+": "plus",
		"=": "equals",
		"@": "at",
		"~": "about",
		"<": "less than",
		">": "more than",
		"≤": "at most",
		"≥": "at least",
		"±": "plus or minus",
		"×": "times"
	},
	units: {
		ms: ["millisecond", "milliseconds"],
		µs: ["microsecond", "microseconds"],
		s: ["second", "seconds"],
		min: ["minute", "minutes"],
		h: ["hour", "hours"],
		B: ["byte", "bytes"],
		kB: ["kilobyte", "kilobytes"],
		MB: ["megabyte", "megabytes"],
		GB: ["gigabyte", "gigabytes"],
		TB: ["terabyte", "terabytes"],
		KiB: ["kibibyte", "kibibytes"],
		MiB: ["mebibyte", "mebibytes"],
		GiB: ["gibibyte", "gibibytes"],
		px: ["pixel", "pixels"],
		fps: ["frame per second", "frames per second"],
		Hz: ["hertz", "hertz"],
		kHz: ["kilohertz", "kilohertz"],
		MHz: ["megahertz", "megahertz"],
		GHz: ["gigahertz", "gigahertz"],
		k: ["thousand", "thousand"]
	},
	abbreviations: {
		"a.m.": "A M",
		"e.g.": "for example",
		"i.e.": "that is",
		"p.m.": "P M",
		"u.s.": "U S",
		"vs.": "versus",
		"approx.": "approximately",
		"incl.": "including",
		"max.": "maximum",
		"min.": "minimum",
		"resp.": "respectively"
	},
	words: {
		a11y: "accessibility",
		async: "ay sink",
		bugfix: "bug fix",
		cmd: "command",
		codebase: "code base",
		ctx: "context",
		dataset: "data set",
		eslint: "E S lint",
		ffmpeg: "F F M peg",
		github: "git hub",
		graphql: "graph Q L",
		i18n: "I eighteen N",
		ids: "eye dees",
		img: "image",
		ios: "I O S",
		ipados: "I pad O S",
		jpeg: "jay peg",
		jpg: "jay peg",
		json: "Jason",
		k8s: "koober netties",
		kubectl: "cube control",
		kubernetes: "koober netties",
		linux: "linnux",
		macos: "mac O S",
		metadata: "meta data",
		monorepo: "mono repo",
		msg: "message",
		mysql: "my S Q L",
		nginx: "engine X",
		oauth: "O auth",
		openssl: "open S S L",
		pkg: "package",
		postgres: "postgress",
		postgresql: "postgress Q L",
		py: "P Y",
		pypi: "pie P I",
		qt: "cute",
		readme: "read me",
		regex: "reg ex",
		rollout: "roll out",
		runtime: "run time",
		showreel: "show reel",
		sqlite: "S Q lite",
		src: "source",
		stderr: "standard error",
		stdin: "standard in",
		stdout: "standard out",
		sudo: "sue do",
		timestamp: "time stamp",
		tmp: "temp",
		toml: "tom L",
		ubuntu: "oo boon too",
		vite: "veet",
		vitest: "vee test",
		wasm: "wazm",
		webp: "web P",
		yaml: "yam L",
		yml: "yam L",
		zsh: "Z shell"
	},
	letters: { A: "ay" },
	pluralLetters: {
		A: "ays",
		C: "sees",
		D: "dees",
		E: "ees",
		I: "eyes",
		K: "kays",
		L: "ells",
		M: "ems",
		N: "ens",
		P: "pees",
		R: "ars",
		S: "esses",
		T: "tees",
		U: "yous",
		V: "vees"
	}
};
const french = {
	dot: "point",
	point: "point",
	version: "version",
	slash: "slash",
	minus: "moins",
	number: "numéro",
	to: "à",
	ratio: "sur",
	times: "fois",
	per: "par",
	keepsHyphens: true,
	groupsDigitsWithDots: true,
	symbols: {
		"&": "et",
		"+": "plus",
		"=": "égale",
		"@": "arobase",
		"~": "environ",
		"<": "inférieur à",
		">": "supérieur à",
		"≤": "au plus",
		"≥": "au moins",
		"±": "plus ou moins",
		"×": "fois"
	},
	units: {
		ms: ["milliseconde", "millisecondes"],
		µs: ["microseconde", "microsecondes"],
		s: ["seconde", "secondes"],
		min: ["minute", "minutes"],
		h: ["heure", "heures"],
		o: ["octet", "octets"],
		ko: ["kilo-octet", "kilo-octets"],
		Mo: ["méga-octet", "méga-octets"],
		Go: ["giga-octet", "giga-octets"],
		To: ["téra-octet", "téra-octets"],
		kB: ["kilo-octet", "kilo-octets"],
		MB: ["méga-octet", "méga-octets"],
		GB: ["giga-octet", "giga-octets"],
		TB: ["téra-octet", "téra-octets"],
		px: ["pixel", "pixels"],
		fps: ["image par seconde", "images par seconde"],
		Hz: ["hertz", "hertz"],
		kHz: ["kilohertz", "kilohertz"],
		MHz: ["mégahertz", "mégahertz"],
		GHz: ["gigahertz", "gigahertz"],
		k: ["mille", "mille"]
	},
	abbreviations: {
		"p.ex.": "par exemple",
		"c.-à-d.": "c'est-à-dire",
		"env.": "environ",
		"max.": "maximum",
		"min.": "minimum",
		"e.g.": "par exemple",
		"i.e.": "c'est-à-dire",
		"vs.": "contre",
		"cf.": "voir"
	},
	words: {
		async: "assinque",
		backend: "baque-ennde",
		branch: "brannche",
		browser: "bra-ouzeur",
		bug: "beugue",
		build: "bilde",
		changelog: "tchène-djelogue",
		cloud: "cla-oude",
		dashboard: "dache-borde",
		debug: "dibeugue",
		desktop: "desquetope",
		docker: "doqueur",
		download: "da-oune-lode",
		email: "imèle",
		feature: "fitcheur",
		feedback: "fide-baque",
		ffmpeg: "F F M pègue",
		fix: "fixe",
		framework: "frème oueurque",
		frontend: "fronnt-ennde",
		github: "guitte eube",
		gitlab: "guitte labe",
		graphql: "graphe Q L",
		hardware: "ardouère",
		heygen: "et djène",
		ios: "I O S",
		javascript: "java scripte",
		job: "djobe",
		json: "djésonne",
		kubernetes: "kubernétesse",
		layout: "lé-a-oute",
		linux: "linuxe",
		login: "loguine",
		macos: "maque O S",
		merge: "meurdje",
		mysql: "maille S Q L",
		nginx: "endjinne X",
		node: "node",
		oauth: "O oss",
		open: "opeune",
		openssl: "opeune S S L",
		pipeline: "paille-pe laille-ne",
		plugin: "pleuguine",
		postgresql: "poste-gresse Q L",
		preview: "pri-viou",
		provider: "prova-ille-deur",
		pull: "poule",
		push: "pouche",
		react: "ri-acte",
		readme: "ride mi",
		release: "rilize",
		request: "riquoueste",
		runner: "reuneur",
		sandbox: "sannde boxe",
		server: "seurveur",
		showreel: "cho rile",
		software: "softouère",
		sqlite: "S Q laille-te",
		storyboard: "stori-borde",
		streaming: "strimingue",
		team: "time",
		template: "temmplète",
		timeout: "taille-me a-oute",
		token: "tokène",
		tool: "toule",
		typescript: "taille-pe scripte",
		ubuntu: "ouboune-tou",
		update: "eupe dète",
		upgrade: "eupe grède",
		web: "ouèbe",
		webhook: "ouèbe-ouque",
		website: "ouèbe saille-te",
		windows: "ouine doze",
		workflow: "oueurque-flo",
		yaml: "yamèle",
		yml: "yamèle"
	}
};
const german = {
	dot: "Punkt",
	point: "Punkt",
	version: "Version",
	slash: "Släsch",
	minus: "minus",
	number: "Nummer",
	to: "bis",
	ratio: "zu",
	times: "mal",
	per: "pro",
	keepsHyphens: true,
	groupsDigitsWithDots: true,
	symbols: {
		"&": "und",
		"+": "plus",
		"=": "gleich",
		"@": "ätt",
		"~": "etwa",
		"<": "kleiner als",
		">": "größer als",
		"≤": "höchstens",
		"≥": "mindestens",
		"±": "plus minus",
		"×": "mal"
	},
	units: {
		ms: ["Millisekunde", "Millisekunden"],
		µs: ["Mikrosekunde", "Mikrosekunden"],
		s: ["Sekunde", "Sekunden"],
		min: ["Minute", "Minuten"],
		h: ["Stunde", "Stunden"],
		B: ["Byte", "Byte"],
		kB: ["Kilobyte", "Kilobyte"],
		MB: ["Megabyte", "Megabyte"],
		GB: ["Gigabyte", "Gigabyte"],
		TB: ["Terabyte", "Terabyte"],
		px: ["Pixel", "Pixel"],
		fps: ["Bild pro Sekunde", "Bilder pro Sekunde"],
		Hz: ["Hertz", "Hertz"],
		kHz: ["Kilohertz", "Kilohertz"],
		MHz: ["Megahertz", "Megahertz"],
		GHz: ["Gigahertz", "Gigahertz"],
		k: ["tausend", "tausend"]
	},
	abbreviations: {
		"z.b.": "zum Beispiel",
		"bzw.": "beziehungsweise",
		"ca.": "zirka",
		"ggf.": "gegebenenfalls",
		"usw.": "und so weiter",
		"vs.": "gegen",
		"d.h.": "das heißt",
		"z.t.": "zum Teil",
		"u.a.": "unter anderem",
		"i.d.r.": "in der Regel",
		"o.ä.": "oder ähnliches",
		"evtl.": "eventuell",
		"inkl.": "inklusive",
		"exkl.": "exklusive",
		"max.": "maximal",
		"min.": "mindestens",
		"vgl.": "vergleiche",
		"mind.": "mindestens",
		"zzgl.": "zuzüglich",
		"bspw.": "beispielsweise",
		"e.g.": "zum Beispiel",
		"i.e.": "das heißt"
	},
	words: {
		action: "Äkschen",
		async: "Äh-Sink",
		backend: "Bäckend",
		branch: "Bräntsch",
		bug: "Bagg",
		bugfix: "Bagg Fix",
		build: "Bild",
		cache: "Käsch",
		changelog: "Tschehndsch Logg",
		chat: "Tschätt",
		claude: "Klohd",
		cloud: "Klaud",
		commit: "Kommitt",
		community: "Kom Juhniti",
		config: "Konnfick",
		container: "Konn-Tehner",
		dashboard: "Däschbord",
		debug: "Die Bagg",
		deployment: "Di-Pleument",
		desktop: "Deßktopp",
		download: "Daun-lood",
		email: "Ih-Mehl",
		feature: "Fietscher",
		feedback: "Fiedbäck",
		ffmpeg: "F F M Peck",
		framework: "Frehmwörk",
		frontend: "Front-Ännd",
		github: "Gitt Happ",
		gitlab: "Gitt Läpp",
		graphql: "Graf Q L",
		heygen: "Heh Dschen",
		image: "Immitsch",
		interface: "Interfehs",
		ios: "I O S",
		issue: "Ischu",
		javascript: "Dschawa Skrippt",
		job: "Dschopp",
		json: "Dschehsen",
		kubernetes: "Kubernetis",
		layout: "Lee Aut",
		linter: "Linnter",
		login: "Logg Inn",
		macos: "Mäck O S",
		merge: "Mörtsch",
		mysql: "Mai S Q L",
		nginx: "Enndschin X",
		node: "Nood",
		oauth: "O Ohs",
		open: "Open",
		openssl: "Open S S L",
		pipeline: "Peip Lein",
		plugin: "Plack Inn",
		postgresql: "Postgreß Q L",
		preview: "Prie Wju",
		provider: "Proh-Weider",
		pull: "Pull",
		python: "Peissen",
		react: "Ri-Äckt",
		readme: "Ried Mi",
		release: "Rilies",
		releases: "Riliesis",
		request: "Riekwest",
		runner: "Ranner",
		sandbox: "Sändbox",
		script: "Skrippt",
		showreel: "Schoo Riel",
		slack: "Släck",
		source: "Sorß",
		sqlite: "S Q Leit",
		storyboard: "Storibord",
		streaming: "Strieming",
		support: "Sapport",
		template: "Templeht",
		timeout: "Teim Aut",
		tool: "Tul",
		typescript: "Teip Skrippt",
		update: "Apdeht",
		upgrade: "Apgrehd",
		webhook: "Webbhuck",
		website: "Web-Seit",
		workflow: "Wörkflo",
		yaml: "Jammel",
		yml: "Jammel"
	},
	letters: { Y: "Ypsilon" }
};
const italian = {
	dot: "punto",
	point: "punto",
	version: "versione",
	slash: "slesc",
	minus: "meno",
	number: "numero",
	to: "a",
	ratio: "a",
	times: "volte",
	per: "al",
	keepsHyphens: false,
	groupsDigitsWithDots: true,
	symbols: {
		"&": "e",
		"+": "più",
		"=": "uguale a",
		"@": "chiocciola",
		"~": "circa",
		"<": "minore di",
		">": "maggiore di",
		"≤": "al massimo",
		"≥": "almeno",
		"±": "più o meno",
		"×": "per"
	},
	units: {
		ms: ["millisecondo", "millisecondi"],
		µs: ["microsecondo", "microsecondi"],
		s: ["secondo", "secondi"],
		min: ["minuto", "minuti"],
		h: ["ora", "ore"],
		B: ["bait", "bait"],
		kB: ["chilobait", "chilobait"],
		MB: ["megabait", "megabait"],
		GB: ["gigabait", "gigabait"],
		TB: ["terabait", "terabait"],
		px: ["pixel", "pixel"],
		fps: ["fotogramma al secondo", "fotogrammi al secondo"],
		Hz: ["hertz", "hertz"],
		kHz: ["chilohertz", "chilohertz"],
		MHz: ["megahertz", "megahertz"],
		GHz: ["gigahertz", "gigahertz"],
		k: ["mila", "mila"]
	},
	abbreviations: {
		"p.es.": "per esempio",
		"ad es.": "ad esempio",
		"es.": "esempio",
		"max.": "massimo",
		"min.": "minimo",
		"ca.": "circa",
		"e.g.": "per esempio",
		"i.e.": "cioè",
		"vs.": "contro"
	},
	words: {
		action: "ecscion",
		async: "eisinc",
		backend: "bechend",
		branch: "brenc",
		browser: "brauser",
		bug: "bag",
		build: "bild",
		cache: "chesc",
		changelog: "ceing log",
		cloud: "claud",
		commit: "commit",
		container: "conteiner",
		dashboard: "desc bord",
		debug: "dibag",
		deployment: "diploiment",
		desktop: "desctop",
		download: "daunlod",
		email: "imeil",
		feature: "ficer",
		feedback: "fidbec",
		ffmpeg: "F F M peg",
		framework: "freimuorc",
		frontend: "frontend",
		github: "ghit ab",
		gitlab: "ghit lab",
		graphql: "graf Q L",
		hardware: "arduer",
		heygen: "ei gen",
		interface: "interfeis",
		ios: "I O S",
		issue: "isciu",
		javascript: "giavascript",
		job: "giob",
		json: "gieson",
		kubernetes: "cubernetis",
		layout: "leiaut",
		login: "loghin",
		macos: "mec O S",
		merge: "merg",
		mysql: "mai S Q L",
		nginx: "engin X",
		node: "noud",
		oauth: "O of",
		open: "open",
		openssl: "open S S L",
		pipeline: "paiplain",
		plugin: "plaghin",
		postgresql: "postgres Q L",
		preview: "priviu",
		provider: "provaider",
		pull: "pul",
		push: "pusc",
		python: "paiton",
		react: "riact",
		readme: "ridmi",
		release: "rilis",
		request: "ricuest",
		runner: "raner",
		sandbox: "sendbox",
		showreel: "scio ril",
		slack: "slec",
		software: "softuer",
		source: "sors",
		sqlite: "S Q lait",
		storyboard: "storibord",
		streaming: "striming",
		team: "tim",
		template: "templeit",
		timeout: "taimaut",
		token: "tochen",
		tool: "tul",
		typescript: "taip script",
		update: "apdeit",
		upgrade: "apgreid",
		webhook: "ueb uc",
		website: "uebsait",
		windows: "uindous",
		workflow: "uorcflou",
		yaml: "iamel",
		yml: "iamel"
	},
	letters: {
		J: "gei",
		W: "vu doppia",
		Y: "ipsilon"
	}
};
const spanish = {
	dot: "punto",
	point: "punto",
	version: "versión",
	slash: "barra",
	minus: "menos",
	number: "número",
	to: "a",
	ratio: "a",
	times: "veces",
	per: "por",
	keepsHyphens: false,
	groupsDigitsWithDots: true,
	symbols: {
		"&": "y",
		"+": "más",
		"=": "igual a",
		"@": "arroba",
		"~": "unos",
		"<": "menor que",
		">": "mayor que",
		"≤": "como máximo",
		"≥": "como mínimo",
		"±": "más menos",
		"×": "por"
	},
	units: {
		ms: ["milisegundo", "milisegundos"],
		µs: ["microsegundo", "microsegundos"],
		s: ["segundo", "segundos"],
		min: ["minuto", "minutos"],
		h: ["hora", "horas"],
		B: ["bait", "baits"],
		kB: ["kilobait", "kilobaits"],
		MB: ["megabait", "megabaits"],
		GB: ["guigabait", "guigabaits"],
		TB: ["terabait", "terabaits"],
		px: ["píxel", "píxeles"],
		fps: ["fotograma por segundo", "fotogramas por segundo"],
		Hz: ["hercio", "hercios"],
		kHz: ["kilohercio", "kilohercios"],
		MHz: ["megahercio", "megahercios"],
		GHz: ["guigahercio", "guigahercios"],
		k: ["mil", "mil"]
	},
	abbreviations: {
		"n.º": "número",
		"núm.": "número",
		"p.ej.": "por ejemplo",
		"máx.": "máximo",
		"mín.": "mínimo",
		"aprox.": "aproximadamente",
		"ee.uu.": "Estados Unidos",
		"e.g.": "por ejemplo",
		"i.e.": "es decir",
		"vs.": "contra"
	},
	words: {
		action: "akshon",
		async: "éisink",
		backend: "bákend",
		branch: "branch",
		browser: "bráuser",
		bug: "bag",
		build: "bild",
		cache: "caché",
		changelog: "chéinch log",
		cloud: "cláud",
		commit: "cómit",
		container: "contéiner",
		dashboard: "dáshbord",
		debug: "dibag",
		deployment: "diplóiment",
		docker: "dóker",
		download: "daunlod",
		email: "ímeil",
		feature: "fícher",
		feedback: "fídbak",
		ffmpeg: "F F M peg",
		framework: "fréimuork",
		frontend: "fróntend",
		github: "guit jab",
		gitlab: "guit lab",
		graphql: "graf Q L",
		hardware: "jarduer",
		heygen: "jéi yen",
		interface: "ínterfeis",
		ios: "I O S",
		issue: "íshu",
		javascript: "yávascript",
		job: "yob",
		json: "yéison",
		kubernetes: "kubernetis",
		layout: "léiaut",
		linux: "línux",
		login: "loguin",
		macos: "mac O S",
		merge: "merch",
		mysql: "mái S Q L",
		nginx: "énjin X",
		node: "nod",
		oauth: "O oz",
		open: "open",
		openssl: "open S S L",
		pipeline: "páiplain",
		plugin: "plaguín",
		postgresql: "postgrés Q L",
		preview: "príviu",
		provider: "prováider",
		pull: "pul",
		push: "push",
		python: "páizon",
		react: "riákt",
		readme: "ridmi",
		release: "rilís",
		request: "ricuést",
		runner: "ráner",
		sandbox: "sándbox",
		server: "sérver",
		showreel: "sho ril",
		software: "softuer",
		source: "sors",
		sqlite: "S Q láit",
		storyboard: "stóribord",
		streaming: "estrímin",
		support: "suport",
		team: "tim",
		template: "témpleit",
		timeout: "táimaut",
		token: "tóken",
		tool: "tul",
		typescript: "táip script",
		ubuntu: "ubuntu",
		update: "apdeit",
		upgrade: "apgreid",
		vue: "viú",
		web: "güeb",
		webhook: "güébjuk",
		website: "güebsait",
		windows: "uindous",
		workflow: "guorkflo",
		yaml: "yámel",
		yml: "yámel"
	},
	letters: {
		J: "jota",
		W: "uve doble",
		Y: "i griega"
	}
};
function lookUp(table, key) {
	return Object.hasOwn(table, key) ? table[key] : void 0;
}
const longestWord = 60;
const longestWordWithDigits = 20;
const longestNumber = 12;
const longestDigits = 20;
const spelled = new Set("AI API APM ARM AWS CEO CI CLI CTO EC EOF EOL EOS ETA EU FAQ GUI IAM ID IDE IO IOS IP IPC ISO JIT MIT OCI OCR OIDC OS OSS PEM QA SAS UDP UI UK UML URI URL USA USB UTC UTF UUID UX".split(" "));
const spelledInLowerCase = new Set("api cli uri url uuid".split(" "));
const notSpelled = new Set("dr hmm jr mlle mme mr mrs ms nb nr nth psst shh sr st vs km kg cm mm".split(" "));
const vowel = /[aeiouyàáâäãåæèéêëìíîïòóôöõøœùúûüý]/i;
const ordinal = /^\d+(?:st|nd|rd|th|er|re|ère|e|ème|º|ª)$/i;
const camelCase = /(?<=\p{L}\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}{2})/u;
const numberBoundary = /(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/u;
function speakWord(word, table) {
	if (/\p{L}/u.test(word) && word.length > (/\d/.test(word) ? longestWordWithDigits : longestWord)) return "";
	const respelled = respell(word, table);
	if (respelled !== void 0) return respelled;
	if (/^\d+$/.test(word)) return speakDigits(word);
	if (ordinal.test(word)) return word;
	const abbreviation = speakAbbreviation(word, table);
	if (abbreviation !== void 0) return abbreviation;
	const parts = splitName(word);
	return parts.length === 1 ? word : parts.map((part) => speakWord(part, table)).join(" ");
}
function speakConstant(word, table) {
	return spelled.has(word) ? speakWord(word, table) : speakWord(word.toLowerCase(), table);
}
function respell(word, { words }) {
	const key = word.toLowerCase();
	const stem = lookUp(words, key.replace(/(?<=..)s$/, ""));
	return lookUp(words, key) ?? (stem === void 0 ? void 0 : `${stem}s`);
}
function speakDigits(digits) {
	if (digits.length <= longestNumber) return digits;
	return digits.length <= longestDigits ? [...digits].join(" ") : "";
}
function speakAbbreviation(word, table) {
	const plural = /^(\p{Lu}{2,5})s$/u.exec(word)?.[1];
	if (plural !== void 0) return spellPlural(plural, table);
	if (!/^(?:\p{Lu}{2,5}|\p{Ll}{2,5})$/u.test(word) || notSpelled.has(word)) return void 0;
	return spelled.has(word) || spelledInLowerCase.has(word) || !vowel.test(word) ? spell(word, table) : void 0;
}
function spell(letters, { letters: names = {} }) {
	return [...letters.toUpperCase()].map((letter) => names[letter] ?? letter).join(" ");
}
function spellPlural(letters, table) {
	const last = letters.slice(-1);
	const plural = table.pluralLetters?.[last];
	return plural === void 0 ? spell(letters, table) : `${spell(letters.slice(0, -1), table)} ${plural}`;
}
function splitName(word) {
	return word.split(camelCase).flatMap((part) => part.split(numberBoundary));
}
const surroundings = /^([^\p{L}\p{N}]*)(.*[\p{L}\p{N}](?:\+\+|[%€$£°#])?)?(.*)$/su;
const scheme = /^(?:[a-z][a-z\d+.-]{1,20}:\/\/)?(?:www\.(?=\S+\.))?/i;
const afterPath = /(?<=[\p{L}\p{N}/])[?#].*$/u;
const version = /^(v?)(\d+(?:\.(?:\d+|x)){0,3})(?:[-+]?(?=[a-z])(alpha|beta|rc|next|canary|dev|pre)[.-]?(\d*))?$/i;
const date = /^\d{1,2}\.\d{1,2}\.(?:19|20)\d\d$/;
const decimal = /^\d+(?:[.,:-]\d+)*(?:[%€$£]|°[CF]?)?$/;
const constant = /^[A-Z\d]+(?:_[A-Z\d]+)+$/;
const sharpLanguage = /^[CF]#$/;
const path = /^(?:\.{0,2}|~|@[^/]*)\/|[.@_]|\/.*\/|\/$/;
function speakToken(token, table) {
	const [, before = "", core = "", after = ""] = surroundings.exec(token) ?? [];
	if (core === "") return closingMark(before + after);
	return openingWord(before, core, table) + speakCore(core, before, table) + closingMark(after);
}
const closingMark = (marks) => /[.,;:!?]/.exec(marks)?.[0] ?? "";
function openingWord(before, core, table) {
	if (!/^\d/.test(core)) return before === "." ? `${table.dot} ` : "";
	const sign = before.slice(-1);
	if (/[$€£]/.test(sign)) return sign;
	if (sign === "#") return `${table.number} `;
	if (/^[-−]$/.test(before)) return `${table.minus} `;
	const word = /[~≈<>≤≥±]/.test(sign) ? lookUp(table.symbols, sign) : void 0;
	return word === void 0 ? "" : `${word} `;
}
function speakCore(core, before, table) {
	const [, amount, unit = ""] = /^(\d+(?:[.,]\d+)?[%€$£]?)\/(\p{L}{2,})$/u.exec(core) ?? [];
	if (amount !== void 0) return spaced(amount, table.per, speakWord(unit, table));
	if (/^\p{Lu}\.\d+$/u.test(core)) return core.replace(".", " ");
	if (sharpLanguage.test(core)) return `${core.charAt(0)} sharp`;
	const [, prefix, numbers = "", stage = "", stageNumber = ""] = version.exec(core) ?? [];
	if (prefix !== void 0 && !date.test(core)) {
		if (`${prefix}${stage}` !== "" || /\..*\.|x/.test(numbers)) return spaced(prefix === "" ? "" : table.version, numbers.replaceAll(".", ` ${table.point} `), speakWord(stage, table), stageNumber);
	}
	if (decimal.test(core)) return speakNumber(core, table);
	if (constant.test(core)) return spaced(...core.split("_").map((word) => speakConstant(word, table)));
	return speakName(core, before, table);
}
function speakNumber(number, { ratio }) {
	if (/\d{13}/.test(number) || number.length > 30) return number.split(/\D/).map(speakDigits).join(" ");
	return number.replace(/^(\d{1,2}):(\d)$/, `$1 ${ratio} $2`).replace(/^(9|10):(16|21)$/, `$1 ${ratio} $2`);
}
const spokenSegments = 3;
const longestName = 80;
function shorten$1(name) {
	const address = name.replace(scheme, "");
	const shown = address === name ? name : address.split("/").slice(0, spokenSegments).join("/");
	return shown.length > longestName ? "" : shown.replace(afterPath, "");
}
function speakName(name, before, table) {
	const { keepsHyphens } = table;
	const address = shorten$1(name);
	const isPath = address !== name || path.test(before + address);
	const parts = address.split(/([^\p{L}\p{N}\p{M}]+)/u);
	const isEnding = (index) => parts[index - 1] === "'" && /^\p{Ll}{1,2}$/u.test(parts[index] ?? "");
	const spoken = parts.map((part, index) => index % 2 === 1 || isEnding(index) ? part : speakWord(part, table));
	const isOrdinary = (index) => /^\p{L}+$/u.test(spoken[index] ?? "") && spoken[index] === parts[index];
	return spoken.map((part, index) => {
		if (index % 2 === 0) return part;
		if (part === "-") return keepsHyphens && isOrdinary(index - 1) && isOrdinary(index + 1) ? "-" : " ";
		return speakSeparator(part, isPath, table);
	}).join("").trim();
}
function speakSeparator(separator, isPath, table) {
	if (separator === "'") return separator;
	if (separator.includes(".")) return ` ${table.dot} `;
	if (/[/\\]/.test(separator)) return isPath ? ` ${table.slash} ` : " ";
	return ` ${[...separator].map((symbol) => /[<>]/.test(symbol) ? "" : table.symbols[symbol] ?? "").join(" ")} `;
}
function spaced(...parts) {
	return parts.filter((part) => part !== "").join(" ");
}
const tables = {
	en: english,
	de: german,
	fr: french,
	es: spanish,
	it: italian
};
function spokenForm(text, language) {
	const table = tables[language];
	return cleanUp(withoutRepeatedVersion(speakAbbreviations(speakAmounts(speakMarks(text, table), table), table).split(/\s+/).map((token) => lookUp(table.symbols, token) ?? speakToken(token, table)).join(" "), table));
}
function withoutRepeatedVersion(text, { version }) {
	return text.replace(new RegExp(`(?<!\\p{L})(${version}) ${version}(?!\\p{L})`, "giu"), "$1");
}
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]|[\u{fe00}-\u{fe0f}]|\u{20e3}/gu;
const pictograph = /(?![\d#*©®™])\p{Emoji}/gu;
function speakMarks(text, { to }) {
	return text.normalize("NFC").replace(/[\t\n\r\u2028\u2029]/g, " ").replace(invisible, "").replace(pictograph, " ").replace(/[‘’ʼ`´]/g, "'").replace(/μ/g, "µ").replace(/["“”„«»‹›]/g, " ").replace(/(?<=\w)\(\w{0,2}\)/g, "").replace(/[()[\]{}]/g, ", ").replace(/(?<=\d) ?– ?(?=\d)/g, ` ${to} `).replace(/(?<![\p{L}\d.-])(\d{1,3}(?:[.,]\d+)?)-(\d{1,3})(?![\d-])/gu, `$1 ${to} $2`).replace(/ [-–—] |[–—]|[→⇒]|[-=]>/g, ", ").replace(/…/g, ". ");
}
function speakAbbreviations(text, { abbreviations }) {
	return text.replace(anyAbbreviation, (found) => {
		return lookUp(abbreviations, found.toLowerCase().replaceAll(" ", "")) ?? found;
	});
}
const anyAbbreviation = new RegExp(`(?<![\\p{L}\\p{N}.])(?:${Object.values(tables).flatMap(({ abbreviations }) => Object.keys(abbreviations)).toSorted((one, other) => other.length - one.length).map((key) => key.replace(/\.(?=.)/g, "\\. ?").replace(/\.$/, "\\.")).join("|")})`, "giu");
const amount = /(?<![\p{L}\p{N}.,])(\d+(?:[.,]\d+)?)[ \u00a0\u202f]?([a-zµ]{1,4}|×)(?:\/([a-z]{1,3}))?(?![\p{L}\p{N}])/giu;
function speakAmounts(text, table) {
	return text.replace(/(?<=\d) (?=[%€$£°])/g, "").replace(/(?<=\d)\.(?=[ºª])/g, "").replace(/(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.])/g, (number) => table.groupsDigitsWithDots ? number.replaceAll(".", "") : number).replace(amount, (found, value, unit, divisor) => {
		if (/^[x×]$/.test(unit)) return `${value} ${table.times}`;
		const [one, more] = lookUp(table.units, unit) ?? [];
		if (one === void 0) return found;
		const [each = divisor] = lookUp(table.units, divisor ?? "") ?? [];
		return `${value} ${value === "1" ? one : more}${each === void 0 ? "" : ` ${table.per} ${each}`}`;
	});
}
const unspeakable = /[^\p{Script=Latin}\p{M}\d\s.,;:!?'%€$£°-]/gu;
function cleanUp(text) {
	return text.replace(unspeakable, " ").replace(/(?<![\p{L}\p{M}\d])['-]|['-](?![\p{L}\d])/gu, " ").replace(/\s+(?=[.,;:!?])/g, "").replace(/[.,;:!?]{2,}/g, strongestMark).replace(/([,;:!?])(?=\p{L})/gu, "$1 ").replace(/^[\s.,;:!?]+|\s+$/g, "").replace(/\s+/g, " ");
}
function strongestMark(marks) {
	return /[!?]/.exec(marks)?.[0] ?? /[.;:]/.exec(marks)?.[0] ?? ",";
}
const windowSamples = speechRate / 200;
const audibleAmplitude = 60;
const marginSamples = 160;
const volume = 50;
const lowVolume = 25;
function speakPhrases({ speak }, phrases) {
	const clauses = toClauses(phrases);
	const texts = clauses.map((clause) => clause.join(" "));
	const speech = speak(texts.map((text) => ({
		text,
		volume
	})));
	const end = lastAudible(speech, speech.length);
	if (end === 0) return void 0;
	const first = Math.max(0, firstAudible(speech) - marginSamples);
	const samples = speech.slice(first, end + marginSamples);
	const clauseStarts = findStarts(speech, clauses.length > 1 ? speak(texts.map(withAlternatingVolume)) : speech, clauses.length) ?? estimateStarts(texts, [first, end]);
	const starts = clauses.flatMap((clause, index) => {
		const clauseEnd = lastAudible(speech, clauseStarts[index + 1] ?? end);
		return estimateStarts(clause, [clauseStarts[index] ?? first, clauseEnd]);
	});
	return {
		samples,
		seconds: samples.length / speechRate,
		starts: starts.map((start) => Math.max(0, start - first) / speechRate)
	};
}
function toClauses(phrases) {
	const clauses = [];
	let isNew = true;
	for (const phrase of phrases) {
		if (isNew) clauses.push([]);
		clauses.at(-1)?.push(phrase);
		isNew = /[.,;:!?]$/.test(phrase);
	}
	return clauses;
}
function withAlternatingVolume(text, index) {
	return {
		text,
		volume: index % 2 === 0 ? volume : lowVolume
	};
}
const comparedSamples = speechRate / 500;
const comparableAmplitude = 40;
function findStarts(speech, compared, count) {
	if (speech.length !== compared.length) return void 0;
	const starts = [0];
	for (let start = 0; start < speech.length && starts.length < count; start += comparedSamples) {
		const loudness = amplitude(speech, start, comparedSamples);
		if (loudness < comparableAmplitude) continue;
		if (amplitude(compared, start, comparedSamples) < .75 * loudness === (starts.length % 2 === 1)) starts.push(start);
	}
	return starts.length === count ? starts : void 0;
}
function estimateStarts(texts, [from, to]) {
	const total = texts.join("").length;
	let before = 0;
	return texts.map((text) => {
		const start = from + before / total * (to - from);
		before += text.length;
		return start;
	});
}
function firstAudible(speech) {
	for (let start = 0; start < speech.length; start += windowSamples) if (amplitude(speech, start, windowSamples) > audibleAmplitude) return start;
	return speech.length;
}
function lastAudible(speech, before) {
	for (let end = before; end > 0; end -= windowSamples) if (amplitude(speech, Math.max(0, end - windowSamples), windowSamples) > audibleAmplitude) return end;
	return 0;
}
function amplitude(speech, start, count) {
	let sum = 0;
	for (let index = start; index < start + count; index += 1) sum += Math.abs(speech[index] ?? 0);
	return sum / count;
}
async function openNarrator(voice, data) {
	const pico = await openVoice(voice, data);
	return { narrate: (phrases) => {
		const spoken = withFullStop(phrases.map((phrase) => spokenForm(phrase, voice.languageCode)));
		const utterance = speakPhrases(pico, spoken.filter((phrase) => phrase !== ""));
		return utterance && {
			...utterance,
			starts: withSilentPhrases(utterance, spoken)
		};
	} };
}
function withFullStop(phrases) {
	const last = phrases.findLastIndex((phrase) => phrase !== "");
	return phrases.map((phrase, index) => index === last ? phrase.replace(/[^.,;:!?]$/, "$&.") : phrase);
}
function withSilentPhrases({ starts, seconds }, spoken) {
	let index = 0;
	return spoken.map((phrase) => {
		const start = starts[index] ?? seconds;
		if (phrase !== "") index += 1;
		return start;
	});
}
const voices = [
	{
		id: "en-US",
		name: "Pico (US)",
		language: "English (US)",
		languageCode: "en",
		gender: "female",
		files: ["en-US_ta.bin", "en-US_lh0_sg.bin"]
	},
	{
		id: "en-GB",
		name: "Pico (UK)",
		language: "English (UK)",
		languageCode: "en",
		gender: "female",
		files: ["en-GB_ta.bin", "en-GB_kh0_sg.bin"]
	},
	{
		id: "de-DE",
		name: "Pico (Germany)",
		language: "German",
		languageCode: "de",
		gender: "female",
		files: ["de-DE_ta.bin", "de-DE_gl0_sg.bin"]
	},
	{
		id: "fr-FR",
		name: "Pico (France)",
		language: "French",
		languageCode: "fr",
		gender: "female",
		files: ["fr-FR_ta.bin", "fr-FR_nk0_sg.bin"]
	},
	{
		id: "es-ES",
		name: "Pico (Spain)",
		language: "Spanish",
		languageCode: "es",
		gender: "female",
		files: ["es-ES_ta.bin", "es-ES_zl0_sg.bin"]
	},
	{
		id: "it-IT",
		name: "Pico (Italy)",
		language: "Italian",
		languageCode: "it",
		gender: "female",
		files: ["it-IT_ta.bin", "it-IT_cm0_sg.bin"]
	}
];
function voiceFor(language, voiceId) {
	if (voiceId !== void 0) return voices.find(({ id }) => id === voiceId);
	const tag = language.toLowerCase();
	const [code] = tag.split(/[-_]/);
	return voices.find(({ id }) => id.toLowerCase() === tag) ?? voices.find(({ languageCode }) => languageCode === code);
}
const sampleRate = 48e3;
async function narrate(plan, voiceId, data, report) {
	const voice = voiceFor(plan.language, voiceId);
	const utterances = utterancesOf(plan);
	const narrator = voice && await openNarrator(voice, data);
	const spoken = utterances.map((utterance, index) => {
		report(index / utterances.length);
		const speech = narrator?.narrate(utterance.phrases.map(({ text }) => text));
		return {
			samples: speech?.samples,
			times: speech ? {
				seconds: speech.seconds,
				starts: speech.starts
			} : readingTimes(utterance, plan.language)
		};
	});
	const { storyboard, soundStarts } = layOut(plan, spoken.map(({ times }) => times));
	const speech = spoken.flatMap(({ samples }, index) => samples ? [{
		samples,
		start: soundStarts[index] ?? 0
	}] : []);
	return {
		storyboard,
		voice,
		sound: voice && await openSoundTrack(speech, storyboard.seconds, voice, data)
	};
}
async function openSoundTrack(speech, seconds, voice, data) {
	const encoder = await openAacEncoder(data);
	const packetCount = Math.floor(seconds * sampleRate / blockSamples);
	return {
		sampleRate,
		channels: 1,
		configuration: encoder.config,
		language: iso639[voice.languageCode],
		packetCount,
		packetSeconds: blockSamples / sampleRate,
		*packets() {
			const blocks = soundTrack(speech, {
				seconds,
				lead: encoder.delay
			});
			for (const block of Iterator.from(blocks).take(packetCount)) yield encoder.encode(block);
		}
	};
}
const iso639 = {
	en: "eng",
	de: "deu",
	fr: "fra",
	es: "spa",
	it: "ita"
};
const languageNames = new Intl.DisplayNames(["en"], {
	type: "language",
	fallback: "none"
});
function describeNarration({ voice, storyboard }, { voiceId }) {
	if (voice || voiceId === "none") return [];
	return [`There is no voice for ${languageNames.of(storyboard.language) ?? storyboard.language}, so the storyboard is silent and timed for reading.`];
}
function describeMissing(characters, scripts) {
	if (characters.length === 0) return [];
	return [`No font on this machine has ${scripts.length > 0 ? new Intl.ListFormat("en").format(scripts) : "some of the characters"}, so the cards leave these words out. The subtitles have the words that are spoken. Install a font, such as Noto Sans.`];
}
const renderFiles = {
	video: "video.mp4",
	poster: "poster.png",
	subtitles: "subtitles.srt",
	webSubtitles: "subtitles.vtt",
	preview: "preview.gif"
};
const commonWords = {
	en: "the and of to in is that for it with as on be are this by you your we have has not from can will now when which all an more new or if but they what how been their than our only also into after before",
	de: "der die das und ist nicht ein eine mit für auf sie wird jetzt den im zu von es sich auch des dem bei als wie aus nach werden sind einen einer wir kann oder haben hat durch wenn zum zur nur noch über alle neue mehr vom am man ihre",
	fr: "le la les et est une des du vous votre pour dans avec chaque maintenant que qui ne pas sur au aux en ce cette il nous sont plus par être sans ou mais elle peut tout tous leur leurs ces fait comme ont deux très aussi l d qu n",
	es: "el la los las y una es del con para su cada ahora en que por se no como más lo un al está esta este pero sus también puede son ha cuando todo todos muy sin sobre ya entre desde hay nueva nuevo porque ser",
	it: "il gli e è una del con per ogni adesso di che nel sono la le lo un non si della dei delle da in come più anche al alla questo questa ha ora essere ma nella sul nuovo nuova tutti tutto può quando dal i o",
	pt: "o a os as e é uma um do da dos das em no na que não para com por mais se como mas ao foi são sua seu ou quando muito já também pelo pela até isso ela ele entre depois sem mesmo agora você está nova novo cada",
	ca: "el la els les i és una un del amb per a que no més com però també aquest aquesta són ha hi ara cada als dels pel quan tots ser seva seu nou nova fins sense va on molt",
	gl: "o a os as e é unha un do da dos das en no na que non para con por máis se como pero ao foi son súa seu ou cando moi xa tamén polo pola ata agora está nova novo",
	ro: "și în de la cu pe nu este un o care să mai din pentru sunt ce se fi al ale sau dar acum prin această acest după fost când poate lui fiecare noi nou toate doar foarte",
	nl: "de het een en van is in dat op te met voor niet zijn aan er ook als maar om bij nu naar uit door over wordt worden kan deze dit heeft nog je u we nieuwe meer alle geen hebben was of elke",
	sv: "och att det som en är på för med av den inte till har om ett du kan nu vi från ska eller så men var alla när ny nya mer också där här blir efter utan varje sig man",
	da: "og at det som en er på for med af den ikke til har om et du kan nu vi fra skal eller så men var alle når ny nye mere også der her bliver efter uden hver sig man hvis",
	nb: "og at det som en er på for med av den ikke til har om et du kan nå vi fra skal eller så men var alle når ny nye mer også der her blir etter uten hver seg man hvis jeg",
	fi: "ja on ei se että oli hän mutta ovat kun niin myös joka tai voi nyt sen kuin jos ole uusi tämä ne sitä mitä kaikki sekä vain voit nopeammin enemmän ilman joka jokainen",
	et: "ja on ei see et kui ka oma aga mis või oli nüüd uus kõik selle siis veel kes mida ning iga saab saate ole",
	is: "og að er í á sem það ekki við með en til fyrir um af þú hefur nú nýtt var eða allt þetta hver því verður",
	pl: "i w na z się nie do to jest że o jak za od przez po dla są ale teraz może lub już tylko który która które oraz także każdy nowy nowa przy tym być ma ten ta",
	cs: "a v na se je že s z do to o jako za od po pro jsou ale nyní může nebo jen který která které také každý nový nová při být má ten si pak už",
	sk: "a v na sa je že s z do to o ako za od po pre sú ale teraz môže alebo len ktorý ktorá ktoré tiež každý nový nová pri byť má ten si už",
	sl: "in v na se je da z s za od po so pa ali zdaj lahko ki tudi vsak nov nova pri biti ima ne bo kot še",
	hr: "i u na se je da s za od po su ali sada može ili samo koji koja koje također svaki novi nova pri biti ima ne ovaj kao što",
	hu: "a az és hogy nem is egy van ez de meg csak már volt most minden új vagy ha mint lehet ki el után kell között több",
	tr: "ve bir bu için ile de da çok daha ne olarak gibi var olan kadar şimdi her yeni ya veya ama sonra değil tüm artık en ki o",
	id: "dan yang di untuk dengan ini itu dari tidak dalam pada adalah ke akan juga atau dapat sekarang setiap baru bisa sudah lebih saat anda kami oleh semua",
	vi: "và của là có cho không được các trong một người với này để những khi đã từ như bạn mới hơn nay mỗi hoặc tất cả sẽ",
	lt: "ir yra kad į su iš tai ne kaip bet ar dabar gali nuo visi kiekvienas naujas jau tik per po apie už",
	lv: "un ir ka ar no uz tas par kā bet vai tagad var katrs jauns jau tikai pēc visi lai"
};
const commonLetters = {
	de: /ß/g,
	es: /[ñ¿¡]/giu,
	pt: /[ãõ]/giu,
	pl: /[łżźśćń]/giu,
	cs: /[řěů]/giu,
	sk: /[ľĺŕô]/giu,
	hu: /[őű]/giu,
	ro: /[șță]/giu,
	tr: /[ğış]/gu,
	is: /[ðþ]/giu,
	vi: /[ạảấầẩậắằẳặẹẻếềểệịỉọỏốồổộớờởợụủứừửựỳỵỷỹđ]/giu,
	lt: /[ėįųū]/giu,
	lv: /[ļķņģ]/giu
};
const scriptLanguages = {
	Hangul: "ko",
	Arabic: "ar",
	Hebrew: "he",
	Cyrillic: "ru",
	Greek: "el",
	Devanagari: "hi",
	Bengali: "bn",
	Gurmukhi: "pa",
	Gujarati: "gu",
	Tamil: "ta",
	Telugu: "te",
	Kannada: "kn",
	Malayalam: "ml",
	Sinhala: "si",
	Thai: "th",
	Lao: "lo",
	Khmer: "km",
	Myanmar: "my",
	Georgian: "ka",
	Armenian: "hy",
	Ethiopic: "am"
};
const distinctiveLetters = {
	ar: [[/[ٹڈڑےں]/gu, "ur"], [/[پچژگ]/gu, "fa"]],
	ru: [[/[їєґі]/giu, "uk"], [/[ђјљњћџ]/giu, "sr"]]
};
function detectLanguage(text) {
	const words = withoutCode(text);
	const kana = count(words, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
	const han = count(words, /\p{Script=Han}/gu);
	const [language, most] = [
		["latin", count(words, /\p{Script=Latin}/gu)],
		[kana > han / 20 ? "ja" : "zh", 3 * (kana + han)],
		...Object.entries(scriptLanguages).map(([script, language]) => {
			const found = count(words, new RegExp(`\\p{Script=${script}}`, "gu"));
			return [language, language === "ko" ? 3 * found : found];
		})
	].reduce((one, other) => other[1] > one[1] ? other : one);
	if (language === "latin" || most === 0) return latinLanguage(words);
	return (distinctiveLetters[language]?.find(([pattern]) => count(words, pattern) > most / 100))?.[1] ?? language;
}
function withoutCode(text) {
	let isCode = false;
	return text.split("\n").filter((line) => {
		const isFence = /^\s*```/.test(line);
		if (isFence) isCode = !isCode;
		return !isCode && !isFence;
	}).join("\n").replace(/`[^`\n]*`/g, " ").split(/\s+/).filter((word) => !/[\p{L}\p{N}][._/\\:@=]+[\p{L}\p{N}]|\p{Ll}\p{Lu}|^--?\p{L}/u.test(word)).join(" ");
}
const count = (text, pattern) => text.match(pattern)?.length ?? 0;
const wordLanguages =   new Map();
for (const [language, words] of Object.entries(commonWords)) for (const word of new Set(words.split(" "))) {
	const entry = wordLanguages.get(word) ?? {
		languages: [],
		weight: 1
	};
	entry.languages.push(language);
	entry.weight = 1 / entry.languages.length;
	wordLanguages.set(word, entry);
}
const enough = 1.5;
function latinLanguage(text) {
	const scores =   new Map();
	const add = (language, score) => scores.set(language, (scores.get(language) ?? 0) + score);
	for (const word of text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []) {
		const entry = wordLanguages.get(word);
		for (const language of entry?.languages ?? []) add(language, entry?.weight ?? 0);
	}
	for (const [language, pattern] of Object.entries(commonLetters)) add(language, count(text, pattern) / 2);
	const [best = "en", score = 0] = [...scores].toSorted(([, one], [, other]) => other - one)[0] ?? [];
	return score >= Math.max(enough, 1.2 * (scores.get("en") ?? 0)) ? best : "en";
}
function parseOutline(outline) {
	const lines = visibleText(outline).split("\n");
	const fences = findFences(lines);
	const blocks = [];
	let paragraph = [];
	let items = [];
	const close = () => {
		const text = oneLine(paragraph.join(" "));
		if (text !== "") blocks.push({
			kind: "paragraph",
			text
		});
		const filled = items.map(({ level, lines }) => ({
			level,
			text: oneLine(lines.join(" "))
		})).filter((item) => item.text !== "");
		if (filled.length > 0) blocks.push({
			kind: "list",
			items: filled
		});
		paragraph = [];
		items = [];
	};
	for (let index = 0; index < lines.length; index += 1) {
		const line = lines[index] ?? "";
		const end = fences.get(index);
		const [, marks = "", heading = ""] = /^(#{1,6})[ \t](.*)$/.exec(line) ?? [];
		const [, indent = "", item] = /^([ \t]*)-[ \t](.*)$/.exec(line) ?? [];
		if (end !== void 0 || marks !== "" || line.trim() === "") close();
		if (end !== void 0) {
			blocks.push({
				kind: "code",
				lines: lines.slice(index + 1, end)
			});
			index = end;
		} else if (marks !== "") {
			const text = oneLine(heading);
			if (text !== "") blocks.push({
				kind: "heading",
				level: marks.length,
				text
			});
		} else if (item !== void 0) items.push({
			level: Math.floor(indent.length / 2),
			lines: [item]
		});
		else (items.at(-1)?.lines ?? paragraph).push(line);
	}
	close();
	return blocks;
}
function findFences(lines) {
	const closing = Map.groupBy(lines.flatMap((line, index) => /^`{3,}\s*$/.test(line) ? [{
		ticks: line.trimEnd().length,
		index
	}] : []), ({ ticks }) => ticks);
	const positions =   new Map();
	const fences =   new Map();
	for (let index = 0; index < lines.length; index += 1) {
		const [, ticks = ""] = /^(`{3,})[ \t]*[^\s`]*[ \t]*$/.exec(lines[index] ?? "") ?? [];
		if (ticks === "") continue;
		const candidates = closing.get(ticks.length) ?? [];
		let position = positions.get(ticks.length) ?? 0;
		while ((candidates[position]?.index ?? Number.POSITIVE_INFINITY) <= index) position += 1;
		positions.set(ticks.length, position);
		const end = candidates[position]?.index;
		if (end === void 0) continue;
		fences.set(index, end);
		index = end;
	}
	return fences;
}
function oneLine(text) {
	return text.replace(/[^\S\u00a0\u202f]+/g, " ").replace(/(?: [\u00a0\u202f]|[\u00a0\u202f]{2}|[\u00a0\u202f] )[\s]*/g, " ").trim();
}
function toCodeScenes(lines) {
	const untabbed = lines.map((line) => line.replaceAll("	", "  ").trimEnd());
	const first = untabbed.findIndex((line) => line !== "");
	if (first === -1) return [];
	const filled = untabbed.slice(first, untabbed.findLastIndex((line) => line !== "") + 1);
	const indent = filled.flatMap((line) => line === "" ? [] : [line.length - line.trimStart().length]).reduce((least, next) => Math.min(least, next));
	const code = filled.slice(0, 14).map((line) => shorten(line.slice(indent)));
	if (filled.length > 14) code.splice(13, 1, "…");
	return [{
		kind: "code",
		blocks: [],
		code
	}];
}
function shorten(line) {
	const characters = Array.from(line.slice(0, 320));
	if (characters.length <= 160) return line;
	return `${characters.slice(0, 159).join("")}…`;
}
function divideEvenly(elements, { capacity, maxCount = Number.POSITIVE_INFINITY, costOfCut }) {
	const costs = new Array(elements.length + 1).fill(0);
	const ends = new Array(elements.length).fill(0);
	for (let start = elements.length - 1; start >= 0; start -= 1) {
		costs[start] = Number.POSITIVE_INFINITY;
		let width = 0;
		for (let end = start + 1; end <= elements.length && end - start <= maxCount; end += 1) {
			const { width: added, gap } = elements[end - 1] ?? {
				width: 0,
				gap: 0
			};
			width += end === start + 1 ? added : gap + added;
			if (width > capacity && end > start + 1) break;
			const cut = end < elements.length ? costOfCut(end) : 0;
			const fill = Math.max(width / capacity, (end - start) / maxCount);
			const cost = Math.max(0, 1 - fill) ** 2 + cut + costPerGroup + (costs[end] ?? 0);
			if (cost > (costs[start] ?? 0) + 1e-9) continue;
			costs[start] = cost;
			ends[start] = end;
		}
	}
	const groups = [];
	for (let start = 0; start < elements.length;) {
		const end = ends[start] ?? elements.length;
		groups.push(elements.slice(start, end));
		start = end;
	}
	return groups;
}
const costPerGroup = 1;
const maxStatementWidth = 70;
const number = "[+−-]?\\d{1,3}(?:[.,\\u00a0\\u202f' ]?\\d{3})*(?:[.,]\\d{1,2})?";
const measured = new RegExp(`(?<![\\p{L}\\p{N}.,-])(?:${number}[ \\u00a0\\u202f]?(?:%|‰|×|x|ms|s|kB|KB|MB|GB|TB|fps)|[$€£¥]${number}|${number}[ \\u00a0]?[€£¥])(?![\\p{L}\\p{N}])`, "gu");
function findEmphasis(blocks) {
	const [utterance, ...others] = blocks.flat();
	if (utterance === void 0 || others.length > 0) return void 0;
	if (textWidth(utterance.text) > maxStatementWidth) return void 0;
	const [found, ...further] = utterance.text.match(measured) ?? [];
	return further.length > 0 ? void 0 : found;
}
const leading = {
	en: "a an the of to in on at by for from with without into onto over under about as than that this these those my your our their its his her no every each per via between through during before after is are was",
	de: "der die das den dem des ein eine einen einem einer eines in im ins an am ans auf aus bei beim mit nach von vom vor zu zum zur für über unter durch gegen ohne um bis seit als kein keine dieser diese dieses jeder jede jedes pro",
	fr: "le la les l un une des du de d à au aux en dans sur sous par pour avec sans chez vers entre ce cet cette ces mon ton son ma ta sa mes tes ses notre votre leur nos vos leurs chaque que qu",
	es: "el la los las un una unos unas de del a al en con sin por para sobre entre desde hasta hacia su sus mi mis tu tus este esta estos estas cada que",
	it: "il lo la i gli le l un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dallo dalla dai in nel nello nella nei con su sul sulla per tra fra senza ogni questo questa che",
	pt: "o a os as um uma uns umas de do da dos das a ao à aos às em no na nos nas com sem por pelo pela para entre sobre cada que",
	nl: "de het een van in op aan bij met naar uit voor door om over onder tot te dit deze dat die elk elke",
	sv: "en ett den det de av i på till för med utan om från vid under över mot varje att",
	da: "en et den det de af i på til for med uden om fra ved under over mod hver at",
	nb: "en et ei den det de av i på til for med uten om fra ved under over mot hver å",
	pl: "w we z ze na do od o u po za przez przy dla bez nad pod przed i a",
	ru: "в во на с со из к ко о об от до по за у для без над под при через не и а",
	uk: "в у на з із до від по за для без над під при через не і та а"
};
const joining = {
	en: "and or but nor so because while when where which who if unless until then",
	de: "und oder aber denn sondern weil während wenn dass ob sowie damit",
	fr: "et ou mais donc car parce quand lorsque si qui dont où puis",
	es: "y e o u pero sino porque cuando si donde quien mientras",
	it: "e ed o ma perché quando se dove mentre oppure cioè",
	pt: "e ou mas porque quando se onde enquanto",
	nl: "en of maar want omdat terwijl als wanneer waar",
	sv: "och eller men för när om där som",
	da: "og eller men når hvis hvor som",
	nb: "og eller men når hvis hvor som",
	pl: "lub ale bo gdy jeśli który która które oraz",
	ru: "или но что чтобы когда если который которая которые",
	uk: "або але що щоб коли якщо який яка які"
};
const cache =   new Map();
function smallWordsOf(language) {
	const words = cache.get(language) ?? {
		leading: new Set(leading[language]?.split(" ")),
		joining: new Set(joining[language]?.split(" "))
	};
	cache.set(language, words);
	return words;
}
const languagesWithoutSpaces =   new Set([
	"ja",
	"zh",
	"th",
	"lo",
	"km",
	"my"
]);
const scriptWithoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const closing = /^[\p{Pe}\p{Pf}\p{Po}\p{Sk}ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々〜~%‰°…–—-]+$/u;
const opening = /^[\p{Ps}\p{Pi}¿¡]+$/u;
const openingSlash = /^[#@&*/\\]+$/;
function splitTokens(sentence, language) {
	return joinPunctuation(sentence.split(" ").filter((word) => word !== "").flatMap((word) => scriptWithoutSpaces.test(word) ? splitWord(word, language) : [{
		text: word,
		attached: false
	}])).flatMap(splitLongToken);
}
function splitWord(word, language) {
	const segmenter = segmenterOf(languagesWithoutSpaces.has(language) ? language : "ja", "word");
	return Array.from(segmenter.segment(word), ({ segment, index }) => ({
		text: segment,
		attached: index > 0
	}));
}
function joinPunctuation(parts) {
	const tokens = [];
	let [isOpen, width] = [false, 0];
	for (const part of parts) {
		const last = tokens.at(-1);
		const isClosing = closing.test(part.text) && !(openingSlash.test(part.text) && !part.attached);
		const joined = width + textWidth(part.text) + 1;
		if (last !== void 0 && (isClosing || isOpen) && joined <= 42) {
			tokens.pop();
			tokens.push({
				text: `${last.text}${part.attached ? "" : " "}${part.text}`,
				attached: last.attached
			});
			width = joined;
		} else {
			tokens.push(part);
			width = textWidth(part.text);
		}
		isOpen = opening.test(part.text);
	}
	return tokens;
}
const divider = /[/\\._\-–:;,?&=+#@|\u00a0\u202f]/;
function splitLongToken(token) {
	const width = textWidth(token.text);
	if (width <= 42) return [{
		...token,
		width
	}];
	const pieces = [];
	let [piece, pieceWidth, cut] = [
		"",
		0,
		0
	];
	const push = (end) => {
		const text = piece.slice(0, end);
		pieces.push({
			text,
			attached: pieces.length > 0 || token.attached,
			width: textWidth(text)
		});
		piece = piece.slice(end);
		pieceWidth = textWidth(piece);
		cut = 0;
	};
	for (const { text, width: partWidth } of smallestParts(token.text)) {
		if (pieceWidth + partWidth > 42) push(cut > piece.length / 2 ? cut : piece.length);
		piece += text;
		pieceWidth += partWidth;
		if (divider.test(text)) cut = piece.length;
	}
	push(piece.length);
	return pieces.flatMap(withoutOuterSpaces);
}
const maxGraphemeWidth = 12;
function smallestParts(text) {
	return Array.from(segmenterOf("en", "grapheme").segment(text)).flatMap(({ segment }) => {
		const width = textWidth(segment);
		if (width <= maxGraphemeWidth) return [{
			text: segment,
			width
		}];
		return Array.from(segment, (character) => ({
			text: character,
			width: characterWidth(character)
		}));
	});
}
function withoutOuterSpaces(token, index, tokens) {
	const text = token.text.trim();
	const isAfterSpace = /^\s/.test(token.text) || /\s$/.test(tokens[index - 1]?.text ?? "");
	const attached = token.attached && !isAfterSpace;
	return text === "" ? [] : [{
		text,
		attached,
		width: textWidth(text)
	}];
}
function splitPhrases({ text, attached }, language) {
	const tokens = splitTokens(text, language);
	const starts = chooseStarts(tokens, smallWordsOf(language));
	return starts.map((start, index) => ({
		text: joinPhrases(tokens.slice(start, starts[index + 1])),
		attached: index === 0 ? attached : tokens[start]?.attached ?? false
	}));
}
function chooseStarts(tokens, words) {
	const endCosts = tokens.map((token, index) => costOfEnd(token, tokens[index + 1], words));
	const costs = new Array(tokens.length + 1).fill(0);
	const ends = new Array(tokens.length).fill(0);
	for (let start = tokens.length - 1; start >= 0; start -= 1) {
		costs[start] = Number.POSITIVE_INFINITY;
		for (const { end, width } of phrasesFrom(tokens, start)) {
			const cost = costOfWidth(width) + (endCosts[end - 1] ?? 0) + (costs[end] ?? 0);
			if (cost >= (costs[start] ?? 0)) continue;
			costs[start] = cost;
			ends[start] = end;
		}
	}
	const starts = [];
	for (let start = 0; start < tokens.length; start = ends[start] ?? tokens.length) starts.push(start);
	return starts;
}
function* phrasesFrom(tokens, start) {
	let [lines, line, width] = [
		1,
		0,
		0
	];
	for (let index = start; index < tokens.length; index += 1) {
		const token = tokens[index] ?? {
			attached: false,
			width: 0
		};
		const space = token.attached || line === 0 ? 0 : 1;
		if (line + space + token.width > 42) {
			if (lines === 2) return;
			lines = 2;
			line = token.width;
		} else line += space + token.width;
		width += space + token.width;
		yield {
			end: index + 1,
			width
		};
	}
}
function costOfWidth(width) {
	return .8 + Math.max(0, 1 - width / 84) ** 2 + (width < 16 ? 1 : 0);
}
const quotes = "[\\p{Pe}\\p{Pf}\"']*$";
const stop = new RegExp(`[.!?;:…。．！？；：।؟؛—–]${quotes}`, "u");
const comma = new RegExp(`[,،，、]${quotes}`, "u");
const separate = 30;
function costOfEnd(token, next, { leading, joining }) {
	if (next === void 0 || stop.test(token.text)) return 0;
	if (comma.test(token.text)) return .1;
	if (opensGroup(next.text)) return .3;
	if (leading.has(bareWord(token.text)) || endsWithNumber(token, next)) return separate;
	if (joining.has(bareWord(token.text))) return separate / 2;
	if (joining.has(bareWord(next.text))) return .5;
	if (next.attached) return isInsideWord(token, next) ? 3 : costWithoutSpaces(token, next);
	return leading.has(bareWord(next.text)) ? .8 : 1.1;
}
const opensGroup = (text) => /^[\p{Ps}«“„]/u.test(text);
function bareWord(text) {
	return text.toLowerCase().replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, "");
}
function endsWithNumber(token, next) {
	return /^[\p{Sc}~≈<>=≤≥±]?\d[\d.,]*$/u.test(token.text) && /^(?:\d|[\p{L}%°‰€]{1,3}(?!\p{L}))/u.test(next.text);
}
function isInsideWord(token, next) {
	return /[\p{Script=Latin}\p{N}]$/u.test(token.text) && /^[\p{Script=Latin}\p{N}]/u.test(next.text);
}
function costWithoutSpaces(token, next) {
	const beginsWord = /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}\p{N}]/u.test(next.text);
	if (/\p{Script=Hiragana}$/u.test(token.text)) return beginsWord ? .8 : 2.5;
	return /^\p{Script=Hiragana}/u.test(next.text) ? 3 : 1.4;
}
function toUtterances(text, language, capacity = 230) {
	return splitSentences(text, language).flatMap((sentence) => {
		return divideEvenly(splitPhrases(sentence, language).map((phrase) => ({
			...phrase,
			width: textWidth(phrase.text),
			gap: phrase.attached ? 0 : 1
		})), {
			capacity,
			costOfCut: () => 0
		}).map(toUtterance);
	});
}
function toUtterance(parts) {
	const phrases = parts.map(({ text, attached }) => ({
		text,
		attached
	}));
	return {
		text: joinPhrases(phrases),
		phrases
	};
}
function toTextScenes(paragraphs, language) {
	const sentences = paragraphs.flatMap((text, paragraph) => toUtterances(text, language).map((utterance, index) => ({
		utterance,
		paragraph,
		width: textWidth(utterance.text),
		gap: index === 0 ? 12 : 1
	})));
	const costOfCut = (index) => sentences[index]?.paragraph === sentences[index - 1]?.paragraph ? .2 : 0;
	return divideEvenly(sentences, {
		capacity: 230,
		costOfCut
	}).map((group) => {
		const blocks = [...Map.groupBy(group, ({ paragraph }) => paragraph).values()].map((block) => block.map(({ utterance }) => utterance));
		return {
			kind: "text",
			blocks,
			emphasis: findEmphasis(blocks)
		};
	});
}
function toListScenes(items, language, leadWidth) {
	const [only, ...others] = items;
	if (only !== void 0 && others.length === 0 && leadWidth === 0) return toTextScenes([only.text], language);
	const measured = items.map((item, index) => {
		const width = textWidth(item.text);
		return {
			...item,
			width: index === 0 ? width + leadWidth : width,
			gap: 12
		};
	});
	const costOfCut = (index) => (measured[index]?.level ?? 0) > 0 ? .3 : 0;
	return divideEvenly(measured, {
		capacity: 230,
		maxCount: 5,
		costOfCut
	}).flatMap((group) => toScenes(group, language));
}
function toScenes(group, language) {
	const [first] = group;
	if (first !== void 0 && first.width > 230) return toTextScenes([first.text], language);
	return [{
		kind: "list",
		blocks: group.map(({ text }) => toUtterances(text, language)),
		levels: levelsOf(group)
	}];
}
const maxLevel = 2;
function levelsOf(group) {
	const least = group.reduce((level, item) => Math.min(level, item.level), Number.POSITIVE_INFINITY);
	const levels = group.map(({ level }) => Math.min(level - least, maxLevel));
	return levels.some((level) => level > 0) ? levels : void 0;
}
function toSections(blocks) {
	const sections = [{ blocks: [] }];
	for (const block of blocks) if (block.kind === "heading") sections.push({
		heading: block.text,
		blocks: []
	});
	else sections.at(-1)?.blocks.push(block);
	return separateThanks(sections);
}
const thanks = /^(?:(?:special|many|big|huge|vielen|herzlichen|большое|mille|muchas) )?(?:thanks|thank you|danke?|merci|gracias|grazie|obrigad[oa]|спасибо|شكرا|شكرًا)(?!\p{L})|^(?:ありがとう|谢谢|感谢)/iu;
function separateThanks(sections) {
	const { heading, blocks } = sections.at(-1) ?? { blocks: [] };
	const last = blocks.at(-1);
	if (heading === void 0 || blocks.length < 2 || last?.kind !== "paragraph" || !thanks.test(last.text)) return [...sections];
	return [
		...sections.slice(0, -1),
		{
			heading,
			blocks: blocks.slice(0, -1)
		},
		{ blocks: [last] }
	];
}
function toSectionScenes({ heading, blocks }, language) {
	if (heading === void 0) return toContentScenes(blocks, language);
	if (textWidth(heading) > 84) return toContentScenes([{
		kind: "paragraph",
		text: heading
	}, ...blocks], language);
	const [first, ...others] = toContentScenes(blocks, language);
	const spokenHeading = toUtterances(heading, language);
	return [{
		...first ?? {
			kind: "text",
			blocks: []
		},
		heading,
		spokenHeading
	}, ...others.map((scene) => ({
		...scene,
		heading
	}))];
}
function toContentScenes(blocks, language) {
	const scenes = [];
	let paragraphs = [];
	for (const block of blocks) {
		if (block.kind === "paragraph") {
			paragraphs.push(block.text);
			continue;
		}
		const lead = isLead(paragraphs.at(-1)) ? paragraphs.at(-1) : void 0;
		const leadWidth = textWidth(lead ?? "");
		const [first, ...others] = block.kind === "list" ? toListScenes(block.items, language, leadWidth) : toCodeScenes(block.lines);
		if (first === void 0) continue;
		const isIntroduced = lead !== void 0 && first.kind !== "text";
		if (isIntroduced) paragraphs.pop();
		scenes.push(...toTextScenes(paragraphs, language));
		scenes.push(isIntroduced ? {
			...first,
			lead: toUtterances(lead, language)
		} : first, ...others);
		paragraphs = [];
	}
	return [...scenes, ...toTextScenes(paragraphs, language)];
}
function isLead(text) {
	return text !== void 0 && /[:：]$/.test(text) && textWidth(text) <= 84;
}
function mergeTitle(title, first) {
	if (first?.kind !== "heading") return void 0;
	const { level, text } = first;
	const [words, titleWords] = [wordsOf(text), wordsOf(title)];
	if (words === "") return text === title ? title : void 0;
	if (words === titleWords) return title;
	if (` ${titleWords} `.includes(` ${words} `) && (level === 1 || /\p{N}/u.test(words))) return title;
	return (titleWords === "" ? title === "" : words.startsWith(`${titleWords} `)) && level === 1 && textWidth(text) <= 120 ? text : void 0;
}
function wordsOf(text) {
	return (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(" ");
}
function toTitleScenes(title, language) {
	const utterances = toUtterances(title, language, 120);
	if (utterances.length === 0) return [];
	const [first = []] = divideEvenly(utterances.map((utterance) => ({
		utterance,
		width: textWidth(utterance.text),
		gap: 1
	})), {
		capacity: 120,
		costOfCut: () => 0
	});
	const rest = joinPhrases(utterances.slice(first.length).flatMap(({ phrases }) => phrases));
	return [{
		kind: "title",
		blocks: [first.map(({ utterance }) => utterance)]
	}, ...toTextScenes([rest], language)];
}
function planStoryboard(request) {
	const blocks = parseOutline(request.outline);
	const title = oneLine(visibleText(request.title));
	const merged = mergeTitle(title, blocks[0]);
	const language = detectLanguage([title, ...blocks.flatMap(textsOf)].join("\n"));
	const sections = toSections(merged === void 0 ? blocks : blocks.slice(1));
	return {
		language,
		scenes: [
			...toTitleScenes(merged ?? title, language),
			...sections.flatMap((section) => toSectionScenes(section, language)),
			{
				kind: "closing",
				blocks: []
			}
		]
	};
}
function textsOf(block) {
	if (block.kind === "code") return [];
	return block.kind === "list" ? block.items.map(({ text }) => text) : [block.text];
}
function toLines(phrase, language) {
	if (textWidth(phrase) <= 42) return [phrase];
	const tokens = splitTokens(phrase, language);
	const words = smallWordsOf(language);
	let best;
	for (const [index, token] of tokens.slice(0, -1).entries()) {
		const lines = [joinPhrases(tokens.slice(0, index + 1)), joinPhrases(tokens.slice(index + 1))];
		const [first, second] = [textWidth(lines[0]), textWidth(lines[1])];
		if (Math.max(first, second) > 42) continue;
		const cost = 2 * (Math.abs(first - second) / 42) + costOfEnd(token, tokens[index + 1], words);
		if (best === void 0 || cost < best.cost) best = {
			lines,
			cost
		};
	}
	return best?.lines ?? fillFirstLine(phrase);
}
function fillFirstLine(phrase) {
	let [end, width] = [0, 0];
	for (const part of smallestParts(phrase)) {
		if (width + part.width > 42) break;
		width += part.width;
		end += part.text.length;
	}
	return [phrase.slice(0, end).trim(), phrase.slice(end).trim()];
}
function toSrt(storyboard) {
	return toCues(storyboard).map(({ startMs, endMs, lines }, index) => `${index + 1}\n${formatTime(startMs, ",")} --> ${formatTime(endMs, ",")}\n${lines.map(asSrtText).join("\n")}\n\n`).join("");
}
function toVtt(storyboard) {
	return ["WEBVTT\n\n", ...toCues(storyboard).map(({ startMs, endMs, lines }) => `${formatTime(startMs, ".")} --> ${formatTime(endMs, ".")}\n${lines.map(asVttText).join("\n")}\n\n`)].join("");
}
const flickerMs = 300;
function toCues(storyboard) {
	const phrases = storyboard.scenes.flatMap((scene) => phrasesOf(scene));
	return phrases.map(({ text, start, end }, index) => {
		const [startMs, spokenMs] = [toMs(start), toMs(end)];
		const nextMs = toMs(phrases[index + 1]?.start ?? storyboard.seconds);
		const readMs = Math.max(spokenMs, startMs + toMs(readableSeconds(text)));
		const endMs = nextMs - readMs < flickerMs ? nextMs : readMs;
		return {
			startMs,
			endMs: Math.max(endMs, startMs + 1),
			lines: toLines(text, storyboard.language)
		};
	});
}
const wordJoiner = "⁠";
function asSrtText(line) {
	return line.replace(/[<{](?=[^\s<{])|--(?=>)/g, `$&${wordJoiner}`);
}
function asVttText(line) {
	return line.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
function formatTime(ms, separator) {
	const [hours, minutes, seconds] = [
		Math.floor(ms / 36e5),
		Math.floor(ms / 6e4) % 60,
		Math.floor(ms / 1e3) % 60
	].map((part) => String(part).padStart(2, "0"));
	return `${hours}:${minutes}:${seconds}${separator}${String(ms % 1e3).padStart(3, "0")}`;
}
const toMs = (seconds) => Math.round(seconds * 1e3);
const narrationPercent = 20;
async function film({ request, folder }, context) {
	const { data, fontFolders, program, report } = context;
	const reportPercent = (from, to) => {
		let last = -1;
		return (part) => {
			const percent = Math.floor(from + (to - from) * part);
			if (percent > last) report({
				kind: "progress",
				percent
			});
			last = percent;
		};
	};
	const write = (file, content) => writeFileSync(join(folder, renderFiles[file]), content);
	const { width, height } = createFrame(request.aspectRatio, request.resolution);
	const encoder = startEncoderThread(program, {
		role: "encoder",
		h264: data.read("h264.wasm"),
		width,
		height
	});
	try {
		const narration = await narrate(planStoryboard(request), request.voiceId, data, reportPercent(0, narrationPercent));
		const { storyboard, sound } = narration;
		report({
			kind: "timed",
			seconds: storyboard.seconds
		});
		write("subtitles", toSrt(storyboard));
		write("webSubtitles", toVtt(storyboard));
		const cards = await openCards(request, storyboard, data, fontFolders);
		write("poster", cards.png(0, cards.states(0).at(-1) ?? -1));
		const shown = storyboard.scenes.map((scene, index) => toShownCard(scene, cards.states(index)));
		const previewSeconds = planPreview(shown);
		const gif = createGif(width, height);
		await writeMovie({
			title: plainText(request.title, 200),
			storyboard,
			width,
			height,
			frames: planFrames(shown, request),
			progressBar: cards.progressBar,
			sound,
			draw(scene, state) {
				const pixels = cards.draw(scene, cards.states(scene)[state] ?? -1);
				const seconds = previewSeconds(scene, state);
				if (seconds !== void 0) gif.add(pixels, seconds);
				return pixels;
			}
		}, {
			path: join(folder, renderFiles.video),
			encoder,
			report: reportPercent(narrationPercent, 100)
		});
		cards.close();
		write("preview", gif.finish());
		return {
			seconds: toTicks(storyboard.seconds) / 25,
			notices: describeNarration(narration, request),
			warnings: describeMissing(cards.missing, cards.missingScripts)
		};
	} finally {
		await encoder.close();
	}
}
function toShownCard(scene, states) {
	const phrases = phrasesOf(scene);
	const stateStarts = states.map((phrase) => phrases[phrase]?.start ?? scene.start);
	return {
		start: scene.start,
		end: scene.end,
		stateStarts
	};
}
const here = import.meta.url;
const task = workerData;
if (!parentPort) throw new Error("This program runs as a worker thread only.");
if ("role" in task) await serveEncoder(task, parentPort);
else await render(task, (message) => parentPort?.postMessage(message));
async function render(renderTask, report) {
	const { platform, env } = process;
	report({
		kind: "finished",
		result: await film(renderTask, {
			data: openData(renderTask.dataFolder),
			fontFolders: fontFolders({
				platform,
				env,
				home: homedir()
			}),
			program: new URL(here),
			report
		})
	});
}
export {};
