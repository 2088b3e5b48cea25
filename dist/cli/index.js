#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
  var __webpack_modules__ = ({

  2613:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

  }),

  181:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

  }),

  6982:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

  }),

  4434:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

  }),

  9896:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

  }),

  8611:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

  }),

  5692:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

  }),

  9278:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

  }),

  4589:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

  }),

  6698:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

  }),

  4573:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

  }),

  7540:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

  }),

  7598:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

  }),

  3053:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

  }),

  610:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

  }),

  8474:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

  }),

  3024:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

  }),

  1455:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

  }),

  7067:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

  }),

  2467:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

  }),

  7030:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

  }),

  6760:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

  }),

  643:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

  }),

  1792:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

  }),

  99:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:sqlite");

  }),

  7075:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

  }),

  8321:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");

  }),

  6466:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

  }),

  7830:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/web");

  }),

  7997:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers");

  }),

  8500:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

  }),

  1692:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

  }),

  3136:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

  }),

  7975:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

  }),

  3429:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

  }),

  5919:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

  }),

  8522:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

  }),

  857:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

  }),

  6928:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

  }),

  932:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

  }),

  4756:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

  }),

  9023:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

  }),

  2396:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

  __nccwpck_require__.d(__webpack_exports__, {
    FD: () => (  formatHint),
    Tu: () => (  exitStatuses),
    Wk: () => (  formatError),
    eh: () => (  ShowreelError),
    qz: () => (  invalidInputError),
    xU: () => (  systemCode)
  });
const exitStatuses = {
    invalid_input: 2,
    unauthorized: 3,
    out_of_credit: 3,
    rate_limited: 1,
    provider_error: 1,
    network_error: 1,
    generation_failed: 5,
    timed_out: 4,
    download_failed: 1,
    invalid_video: 1,
    publish_failed: 1,
    interrupted: 130,
};
class ShowreelError extends Error {
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
        super(message, details.cause === undefined ? {} : { cause: details.cause });
        this.code = code;
        this.hint = details.hint;
        this.githubHint = details.githubHint;
        this.settings = details.settings ?? [];
        this.location = details.location;
        this.submitted = details.outcomeUnknown ? undefined : details.submitted;
        this.retryable = details.retryable ?? false;
        this.retryAfterMs = details.retryAfterMs;
        this.outcomeUnknown = details.outcomeUnknown ?? false;
        this.terminal = details.terminal ?? false;
        this.needsFreshLink = details.needsFreshLink ?? false;
        this.recurs = details.recurs ?? false;
        this.response = details.response;
    }
    with({ code = this.code, message = this.message, ...details }) {
        const copy = new ShowreelError(code, message, { ...this, cause: this.cause, ...details });
        if (this.stack !== undefined)
            copy.stack = this.stack.replace(this.message, () => message);
        return copy;
    }
}
function invalidInputError(message, details = {}) {
    return new ShowreelError("invalid_input", message, { submitted: false, ...details });
}
function formatHint({ hint, githubHint, submitted }, { includeSubmitted = true, inGitHub = false } = {}) {
    const isUnsubmitted = includeSubmitted && submitted === false;
    const sentences = [hint, inGitHub && githubHint, isUnsubmitted && "Nothing was submitted."].filter(Boolean);
    return sentences.join(hint?.includes("\n") ? "\n" : " ");
}
function formatError(error, format) {
    return [error.message, formatHint(error, format)].filter(Boolean).join("\n");
}
function systemCode(thrown) {
    for (let error = thrown; error instanceof Error; error = error.cause) {
        if ("code" in error && typeof error.code === "string")
            return error.code;
    }
    return undefined;
}


  }),

  1116:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

  __nccwpck_require__.d(__webpack_exports__, {
    j: () => (  isSupportedNodeVersion),
    z: () => (  minNodeVersion)
  });
const minNodeVersion = "22.19";
function isSupportedNodeVersion(version) {
    const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
    const [minMajor = 0, minMinor = 0] = minNodeVersion.split(".").map(Number);
    return major > minMajor || (major === minMajor && minor >= minMinor);
}


  }),

  957:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

  __nccwpck_require__.d(__webpack_exports__, {
    showreelHelp: () => (  showreelHelp)
  });
const showreelHelp = "showreel [render] [flags]: turns a prompt or a script into a finished video.\nshowreel check [flags]: estimates length and cost and checks everything, and submits nothing.\nshowreel list avatars|voices|styles|templates: lists what the provider offers.\n\n  showreel --provider sandbox --prompt \"A short welcome\"     needs no account\n  HEYGEN_API_KEY=… showreel --prompt \"A 30-second tour of our product\"\n\nSource:\n  --provider\n      The provider that renders the video: heygen, heygen_v2, reelbot,\n      sandbox. Default: heygen.\n  --prompt\n      A description of the video. The provider writes the script and stages\n      it.\n  --prompt-file\n      A file in the workspace that contains the prompt. Its YAML front matter\n      can contain settings of the video.\n  --script\n      The text to speak, word for word.\n  --script-file\n      A file in the workspace that contains the script, like prompt_file.\n      Markdown, reStructuredText, AsciiDoc and Jupyter notebooks are converted\n      to plain speech.\n  --template\n      A ready-made prompt about the event: release, pull_request or docs. If\n      no source is set, release is the default on a published release or a\n      pushed tag.\n  --template-options\n      Options for template, as a YAML map: length in seconds (45), audience,\n      language. Default: {}.\n  --pages\n      What counts as a page for template: docs and {{ changed_pages }}: one\n      glob per line, ! excludes. By default documentation: no licenses,\n      changelogs and requirements, and nothing in dot folders, node_modules,\n      vendor or tests.\n  --variables\n      Values for your own {{ name }} placeholders in prompt, script and title,\n      as a YAML map. Default: {}.\n  --audio\n      An audio recording to lip-sync, instead of a script: a path, an https\n      URL or asset:ID.\n  --template-id\n      The id of a template stored at HeyGen. Fill it with provider_options:\n      {variables: …}.\n  --composition\n      A HyperFrames project: a folder with an index.html, the https URL of a\n      zip, or asset:ID.\n  --video-id\n      The id of an existing video or HeyGen session to resume, instead of\n      submitting a new one. Together with prompt, the video of a chat session\n      is revised.\n  --files\n      Reference material for prompt, one per line: a path, an https URL or\n      asset:ID.\n  --messages\n      Replies for HeyGen's agent when it asks a question, one per line, in\n      order.\n  --api-base-url\n      The URL of a gateway or test server that implements the provider's API.\n      By default the provider's own.\n\nLook:\n  --length\n      The length of the video of a prompt or template, in seconds. It is added\n      to the prompt, and used to estimate the cost.\n  --title\n      The title of the video at the provider, also used for the file name. By\n      default it comes from the event.\n  --avatar-id\n      The id of the avatar look that speaks. HeyGen requires it with script.\n  --voice-id\n      The id of the voice. By default the avatar's own voice, or the agent's\n      choice.\n  --style-id\n      The id of a visual style for prompt.\n  --orientation\n      landscape or portrait. By default the provider chooses.\n  --aspect-ratio\n      For example 16:9, 9:16 or 1:1. By default the provider's own.\n  --resolution\n      For example 1080p or 720p, with script. By default the provider's own.\n  --captions\n      Request captions. The subtitle file is downloaded next to the video.\n      Default: false.\n  --provider-options\n      Any other option that the provider supports, as a YAML or JSON map.\n      Unknown options are rejected. Default: {}.\n\nCost and reuse:\n  --reuse\n      Which earlier video to reuse instead of paying again: the video of an\n      earlier attempt of this run, the video of any earlier run with exactly\n      the same request (content), or none (never). Default: run.\n  --max-cost-usd\n      The most that a video may cost, in US dollars, at the provider's prices.\n      If the cost may be higher or is unknown, nothing is submitted and no\n      message is sent.\n  --allow-untrusted\n      true allows people without write permission to start a paid render with\n      what they write (pull_request_target, issue_comment, a fork's\n      pull_request that gets secrets). Default: false.\n  --dry-run\n      Check everything, look up account and avatar at the provider, estimate\n      length and cost, and stop before anything is paid for or sent to a\n      waiting agent. Default: false.\n\nWaiting:\n  --timeout-minutes\n      How long to wait for the video. 15 to 20 is enough for most videos; long\n      agent videos need 45. Decimals are allowed. Default: 20.\n  --poll-interval-seconds\n      A fixed interval between two status requests. By default the requests\n      are most frequent when such a video is usually ready.\n  --wait\n      false submits the video, sets the outputs and ends with\n      status=processing. Default: true.\n  --on-timeout\n      What to do at the timeout: fail, or detach to end successfully with\n      status=processing. Default: fail.\n  --on-interrupt\n      What to do when the run is canceled: keep the job, or stop a HeyGen\n      Video Agent session that has no video yet. stop only affects a session\n      that this run submitted, and never applies with reuse: content. A video\n      that is already rendering is paid for and always kept. Default: keep.\n\nOutput:\n  --output-path\n      The path of the video file, inside the workspace; it must end in .mp4,\n      or in .webm for a video in that format. By default\n      videos/<title>-<id>.mp4.\n  --max-size-mb\n      The maximum size of the download, in MiB. Default: 10240.\n\nPublishing:\n  --comment\n      Keep one comment on the pull request up to date: rendering, ready or\n      failed. Requires pull-requests: write. Default: false.\n  --release-tag\n      The tag of the release that the video is about; auto is the tag of the\n      event, latest the latest release. The prompt or script can use its\n      notes, and the video is attached to it, which requires contents: write.\n      If that fails, so does the step, at its end.\n\nCommand line:\n  --dotenv FILE\n      Also write the outputs to FILE as KEY=value lines, for CI systems that\n      read such a file.\n  --dotenv-include-url\n      Include VIDEO_URL in that file. It is a signed link, and many people may\n      be able to read the file.\n  --include-urls\n      Include the signed links in the JSON in a CI system too, where stdout is\n      a log that many people may be able to read.\n  --help\n      Show this help.\n  --version\n      Show the version.\n\nEvery setting can also be set as SHOWREEL_<NAME> in the environment. Keys are only read from the environment:\nHEYGEN_API_KEY, and GITHUB_TOKEN for requests to GitHub. Progress goes to stderr; stdout gets one JSON object with\nthe outputs. Exit status: 0 done, 1 failed, 2 invalid input, 3 key or credit, 4 timed out, 5 the video failed,\n130 interrupted.\n";


  }),

  6708:
  ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
  var _package_json__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8797);
  var _base_process_node_version_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1116);
  var _stdout_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8597);



const { argv, stdout, stderr } = process;
const [argument, ...others] = argv.slice(2);
const onlyArgument = others.length === 0 ? argument : undefined;
if (!(0,_base_process_node_version_js__WEBPACK_IMPORTED_MODULE_2__  .j)(process.version)) {
    stderr.write(`Showreel needs Node.js ${_base_process_node_version_js__WEBPACK_IMPORTED_MODULE_2__  .z} or newer, and this is ${process.version}. Install a newer version from nodejs.org.\n`);
    process.exitCode = 1;
}
else if (onlyArgument === "--version") {
    print(`${_package_json__WEBPACK_IMPORTED_MODULE_0__  .rE}\n`);
}
else if (onlyArgument === "--help" || onlyArgument === "-h") {
    const { showreelHelp } = await Promise.resolve( ).then(__nccwpck_require__.bind(__nccwpck_require__, 957));
    print(showreelHelp);
}
else {
    await Promise.all( [__nccwpck_require__.e(768), __nccwpck_require__.e(24)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7024));
}
function print(text) {
    (0,_stdout_js__WEBPACK_IMPORTED_MODULE_1__  .z)(process, (message) => stderr.write(`${message}\n`));
    stdout.write(text);
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

  }),

  8597:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

  __nccwpck_require__.d(__webpack_exports__, {
    z: () => (  reportWriteErrors)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2396);

function reportWriteErrors(process, log) {
    process.stdout.on("error", (error) => {
        if ((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .xU)(error) === "EPIPE")
            return;
        log(`The outputs could not be written to stdout (${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .xU)(error)}).`);
        process.exitCode ||= 1;
    });
}


  }),

  8797:
  ((module) => {

module.exports = {"rE":"0.1.0"};

  })

  });
  
  var __webpack_module_cache__ = {};
  
  
  function __nccwpck_require__(moduleId) {
  	
  	var cachedModule = __webpack_module_cache__[moduleId];
  	if (cachedModule !== undefined) {
  		return cachedModule.exports;
  	}
  	
  	var module = __webpack_module_cache__[moduleId] = {
  		id: moduleId,
  		loaded: false,
  		exports: {}
  	};
  
  	
  	var threw = true;
  	try {
  		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
  		threw = false;
  	} finally {
  		if(threw) delete __webpack_module_cache__[moduleId];
  	}
  
  	
  	module.loaded = true;
  
  	
  	return module.exports;
  }
  
  
  __nccwpck_require__.m = __webpack_modules__;
  
   
  if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
  
   
  (() => {
  	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
  	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
  	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
  	var resolveQueue = (queue) => {
  		if(queue && queue.d < 1) {
  			queue.d = 1;
  			queue.forEach((fn) => (fn.r--));
  			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
  		}
  	}
  	var wrapDeps = (deps) => (deps.map((dep) => {
  		if(dep !== null && typeof dep === "object") {
  			if(dep[webpackQueues]) return dep;
  			if(dep.then) {
  				var queue = [];
  				queue.d = 0;
  				dep.then((r) => {
  					obj[webpackExports] = r;
  					resolveQueue(queue);
  				}, (e) => {
  					obj[webpackError] = e;
  					resolveQueue(queue);
  				});
  				var obj = {};
  				obj[webpackQueues] = (fn) => (fn(queue));
  				return obj;
  			}
  		}
  		var ret = {};
  		ret[webpackQueues] = x => {};
  		ret[webpackExports] = dep;
  		return ret;
  	}));
  	__nccwpck_require__.a = (module, body, hasAwait) => {
  		var queue;
  		hasAwait && ((queue = []).d = -1);
  		var depQueues = new Set();
  		var exports = module.exports;
  		var currentDeps;
  		var outerResolve;
  		var reject;
  		var promise = new Promise((resolve, rej) => {
  			reject = rej;
  			outerResolve = resolve;
  		});
  		promise[webpackExports] = exports;
  		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
  		module.exports = promise;
  		body((deps) => {
  			currentDeps = wrapDeps(deps);
  			var fn;
  			var getResult = () => (currentDeps.map((d) => {
  				if(d[webpackError]) throw d[webpackError];
  				return d[webpackExports];
  			}))
  			var promise = new Promise((resolve) => {
  				fn = () => (resolve(getResult));
  				fn.r = 0;
  				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
  				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
  			});
  			return fn.r ? promise : getResult();
  		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
  		queue && queue.d < 0 && (queue.d = 0);
  	};
  })();
  
   
  (() => {
  	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
  	var leafPrototypes;
  	
  	
  	
  	
  	
  	
  	__nccwpck_require__.t = function(value, mode) {
  		if(mode & 1) value = this(value);
  		if(mode & 8) return value;
  		if(typeof value === 'object' && value) {
  			if((mode & 4) && value.__esModule) return value;
  			if((mode & 16) && typeof value.then === 'function') return value;
  		}
  		var ns = Object.create(null);
  		__nccwpck_require__.r(ns);
  		var def = {};
  		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
  		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
  			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
  		}
  		def['default'] = () => (value);
  		__nccwpck_require__.d(ns, def);
  		return ns;
  	};
  })();
  
   
  (() => {
  	
  	__nccwpck_require__.d = (exports, definition) => {
  		for(var key in definition) {
  			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
  				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
  			}
  		}
  	};
  })();
  
   
  (() => {
  	__nccwpck_require__.f = {};
  	
  	
  	__nccwpck_require__.e = (chunkId) => {
  		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
  			__nccwpck_require__.f[key](chunkId, promises);
  			return promises;
  		}, []));
  	};
  })();
  
   
  (() => {
  	
  	__nccwpck_require__.u = (chunkId) => {
  		
  		return "" + chunkId + ".index.js";
  	};
  })();
  
   
  (() => {
  	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
  })();
  
   
  (() => {
  	
  	__nccwpck_require__.r = (exports) => {
  		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
  			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
  		}
  		Object.defineProperty(exports, '__esModule', { value: true });
  	};
  })();
  
   
  (() => {
  	__nccwpck_require__.nmd = (module) => {
  		module.paths = [];
  		if (!module.children) module.children = [];
  		return module;
  	};
  })();
  
   
  (() => {
  	
  	
  	
  	
  	
  	var installedChunks = {
  		792: 0
  	};
  	
  	var installChunk = (data) => {
  		var {ids, modules, runtime} = data;
  		
  		
  		var moduleId, chunkId, i = 0;
  		for(moduleId in modules) {
  			if(__nccwpck_require__.o(modules, moduleId)) {
  				__nccwpck_require__.m[moduleId] = modules[moduleId];
  			}
  		}
  		if(runtime) runtime(__nccwpck_require__);
  		for(;i < ids.length; i++) {
  			chunkId = ids[i];
  			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
  				installedChunks[chunkId][0]();
  			}
  			installedChunks[ids[i]] = 0;
  		}
  	
  	}
  	
  	__nccwpck_require__.f.j = (chunkId, promises) => {
  			
  			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
  			if(installedChunkData !== 0) { 
  	
  				
  				if(installedChunkData) {
  					promises.push(installedChunkData[1]);
  				} else {
  					if(true) { 
  						
  						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
  							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
  							throw e;
  						});
  						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
  						promises.push(installedChunkData[1] = promise);
  					}
  				}
  			}
  	};
  	
  	
  	
  	
  	
  	
  	
  	
  })();
  
  
  
  
  
  var __webpack_exports__ = __nccwpck_require__(6708);
  __webpack_exports__ = await __webpack_exports__;
  
