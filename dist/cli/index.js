#!/usr/bin/env node
import{createRequire as e}from"module";var t={2613:(t=>{t.exports=e(import.meta.url)(`assert`)}),181:(t=>{t.exports=e(import.meta.url)(`buffer`)}),6982:(t=>{t.exports=e(import.meta.url)(`crypto`)}),4434:(t=>{t.exports=e(import.meta.url)(`events`)}),9896:(t=>{t.exports=e(import.meta.url)(`fs`)}),8611:(t=>{t.exports=e(import.meta.url)(`http`)}),5692:(t=>{t.exports=e(import.meta.url)(`https`)}),9278:(t=>{t.exports=e(import.meta.url)(`net`)}),4589:(t=>{t.exports=e(import.meta.url)(`node:assert`)}),6698:(t=>{t.exports=e(import.meta.url)(`node:async_hooks`)}),4573:(t=>{t.exports=e(import.meta.url)(`node:buffer`)}),7540:(t=>{t.exports=e(import.meta.url)(`node:console`)}),7598:(t=>{t.exports=e(import.meta.url)(`node:crypto`)}),3053:(t=>{t.exports=e(import.meta.url)(`node:diagnostics_channel`)}),610:(t=>{t.exports=e(import.meta.url)(`node:dns`)}),8474:(t=>{t.exports=e(import.meta.url)(`node:events`)}),3024:(t=>{t.exports=e(import.meta.url)(`node:fs`)}),1455:(t=>{t.exports=e(import.meta.url)(`node:fs/promises`)}),7067:(t=>{t.exports=e(import.meta.url)(`node:http`)}),2467:(t=>{t.exports=e(import.meta.url)(`node:http2`)}),7030:(t=>{t.exports=e(import.meta.url)(`node:net`)}),8161:(t=>{t.exports=e(import.meta.url)(`node:os`)}),6760:(t=>{t.exports=e(import.meta.url)(`node:path`)}),643:(t=>{t.exports=e(import.meta.url)(`node:perf_hooks`)}),1792:(t=>{t.exports=e(import.meta.url)(`node:querystring`)}),99:(t=>{t.exports=e(import.meta.url)(`node:sqlite`)}),7075:(t=>{t.exports=e(import.meta.url)(`node:stream`)}),8321:(t=>{t.exports=e(import.meta.url)(`node:stream/consumers`)}),6466:(t=>{t.exports=e(import.meta.url)(`node:stream/promises`)}),7830:(t=>{t.exports=e(import.meta.url)(`node:stream/web`)}),7997:(t=>{t.exports=e(import.meta.url)(`node:timers`)}),8500:(t=>{t.exports=e(import.meta.url)(`node:timers/promises`)}),1692:(t=>{t.exports=e(import.meta.url)(`node:tls`)}),3136:(t=>{t.exports=e(import.meta.url)(`node:url`)}),7975:(t=>{t.exports=e(import.meta.url)(`node:util`)}),3429:(t=>{t.exports=e(import.meta.url)(`node:util/types`)}),5919:(t=>{t.exports=e(import.meta.url)(`node:worker_threads`)}),8522:(t=>{t.exports=e(import.meta.url)(`node:zlib`)}),857:(t=>{t.exports=e(import.meta.url)(`os`)}),6928:(t=>{t.exports=e(import.meta.url)(`path`)}),932:(t=>{t.exports=e(import.meta.url)(`process`)}),4756:(t=>{t.exports=e(import.meta.url)(`tls`)}),1404:(t=>{t.exports=e(import.meta.url)(`util`)}),2396:((e,t,n)=>{n.d(t,{FD:()=>formatHint,Tu:()=>r,Wk:()=>formatError,eh:()=>ShowreelError,qz:()=>invalidInputError,xU:()=>systemCode});let r={invalid_input:2,unauthorized:3,out_of_credit:3,rate_limited:1,provider_error:1,network_error:1,generation_failed:5,timed_out:4,download_failed:1,invalid_video:1,publish_failed:1,interrupted:130};class ShowreelError extends Error{name=`ShowreelError`;code;hint;githubHint;settings;location;submitted;retryable;retryAfterMs;outcomeUnknown;terminal;needsFreshLink;recurs;response;constructor(e,t,n={}){super(t,n.cause===void 0?{}:{cause:n.cause}),this.code=e,this.hint=n.hint,this.githubHint=n.githubHint,this.settings=n.settings??[],this.location=n.location,this.submitted=n.outcomeUnknown?void 0:n.submitted,this.retryable=n.retryable??!1,this.retryAfterMs=n.retryAfterMs,this.outcomeUnknown=n.outcomeUnknown??!1,this.terminal=n.terminal??!1,this.needsFreshLink=n.needsFreshLink??!1,this.recurs=n.recurs??!1,this.response=n.response}with({code:e=this.code,message:t=this.message,...n}){let r=new ShowreelError(e,t,{...this,cause:this.cause,...n});return this.stack!==void 0&&(r.stack=this.stack.replace(this.message,()=>t)),r}}function invalidInputError(e,t={}){return new ShowreelError(`invalid_input`,e,{submitted:!1,...t})}function formatHint({hint:e,githubHint:t,submitted:n},{includeSubmitted:r=!0,inGitHub:i=!1}={}){return[e,i&&t,r&&n===!1&&`Nothing was submitted.`].filter(Boolean).join(e?.includes(`
`)?`
`:` `)}function formatError(e,t){return[e.message,formatHint(e,t)].filter(Boolean).join(`
`)}function systemCode(e){for(let t=e;t instanceof Error;t=t.cause)if(`code`in t&&typeof t.code==`string`)return t.code}}),1116:((e,t,n)=>{n.d(t,{j:()=>isSupportedNodeVersion,z:()=>r});let r=`22.19`;function isSupportedNodeVersion(e){let[t=0,n=0]=e.replace(/^v/,``).split(`.`).map(Number),[i=0,a=0]=r.split(`.`).map(Number);return t>i||t===i&&n>=a}}),957:((e,t,n)=>{n.d(t,{showreelHelp:()=>r});let r=`showreel [render] [flags]: turns a prompt or a script into a finished video.
showreel check [flags]: estimates length and cost and checks everything, and submits nothing.
showreel preview FILE [flags]: draws the storyboard of a script here, free and without an account.
showreel list avatars|voices|styles|templates: lists what the provider offers.

  showreel --provider sandbox --prompt "A short welcome"     needs no account
  HEYGEN_API_KEY=… showreel --prompt "A 30-second tour of our product"

Source:
  --provider
      The provider that renders the video: heygen, heygen_v2, reelbot,
      sandbox. Default: heygen.
  --prompt
      A description of the video. The provider writes the script and stages
      it.
  --prompt-file
      A file in the workspace that contains the prompt. Its YAML front matter
      can contain settings of the video.
  --script
      The text to speak, word for word.
  --script-file
      A file in the workspace that contains the script, like prompt_file.
      Markdown, reStructuredText, AsciiDoc and Jupyter notebooks are converted
      to plain speech.
  --template
      A ready-made prompt about the event: release, pull_request or docs. If
      no source is set, release is the default on a published release or a
      pushed tag.
  --template-options
      Options for template, as a YAML map: length in seconds (45), audience,
      language. Default: {}.
  --pages
      What counts as a page for template: docs and {{ changed_pages }}: one
      glob per line, ! excludes. By default documentation: no licenses,
      changelogs and requirements, and nothing in dot folders, node_modules,
      vendor or tests.
  --variables
      Values for your own {{ name }} placeholders in prompt, script and title,
      as a YAML map. Default: {}.
  --audio
      An audio recording to lip-sync, instead of a script: a path, an https
      URL or asset:ID.
  --template-id
      The id of a template stored at HeyGen. Fill it with provider_options:
      {variables: …}.
  --composition
      A HyperFrames project: a folder with an index.html, the https URL of a
      zip, or asset:ID.
  --video-id
      The id of an existing video or HeyGen session to resume, instead of
      submitting a new one. Together with prompt, the video of a chat session
      is revised.
  --files
      Reference material for prompt, one per line: a path, an https URL or
      asset:ID.
  --messages
      Replies for HeyGen's agent when it asks a question, one per line, in
      order.
  --api-base-url
      The URL of a gateway or test server that implements the provider's API.
      By default the provider's own.

Look:
  --length
      The length of the video of a prompt or template, in seconds. It is added
      to the prompt, and used to estimate the cost.
  --title
      The title of the video at the provider, also used for the file name. By
      default it comes from the event.
  --avatar-id
      The id of the avatar look that speaks. HeyGen requires it with script.
  --voice-id
      The id of the voice. By default the avatar's own voice, or the agent's
      choice.
  --style-id
      The id of a visual style for prompt.
  --orientation
      landscape or portrait. By default the provider chooses.
  --aspect-ratio
      For example 16:9, 9:16 or 1:1. By default the provider's own.
  --resolution
      For example 1080p or 720p, with script. By default the provider's own.
  --captions
      Request captions. The subtitle file is downloaded next to the video.
      Default: false.
  --provider-options
      Any other option that the provider supports, as a YAML or JSON map.
      Unknown options are rejected. Default: {}.

Cost and reuse:
  --reuse
      Which earlier video to reuse instead of paying again: the video of an
      earlier attempt of this run, the video of any earlier run with exactly
      the same request (content), or none (never). Default: run.
  --max-cost-usd
      The most that a video may cost, in US dollars, at the provider's prices.
      If the cost may be higher or is unknown, nothing is submitted and no
      message is sent.
  --allow-untrusted
      true allows people without write permission to start a paid render with
      what they write (pull_request_target, issue_comment, a fork's
      pull_request that gets secrets). Default: false.
  --dry-run
      Check everything, look up account and avatar at the provider, estimate
      length and cost, and stop before anything is paid for or sent to a
      waiting agent. Default: false.

Waiting:
  --timeout-minutes
      How long to wait for the video. 15 to 20 is enough for most videos; long
      agent videos need 45. Decimals are allowed. Default: 20.
  --poll-interval-seconds
      A fixed interval between two status requests. By default the requests
      are most frequent when such a video is usually ready.
  --wait
      false submits the video, sets the outputs and ends with
      status=processing. Default: true.
  --on-timeout
      What to do at the timeout: fail, or detach to end successfully with
      status=processing. Default: fail.
  --on-interrupt
      What to do when the run is canceled: keep the job, or stop a HeyGen
      Video Agent session that has no video yet. stop only affects a session
      that this run submitted, and never applies with reuse: content. A video
      that is already rendering is paid for and always kept. Default: keep.

Output:
  --output-path
      The path of the video file, inside the workspace; it must end in .mp4,
      or in .webm for a video in that format. By default
      videos/<title>-<id>.mp4.
  --max-size-mb
      The maximum size of the download, in MiB. Default: 10240.

Publishing:
  --comment
      Keep one comment on the pull request up to date: rendering, ready or
      failed. Requires pull-requests: write. Default: false.
  --release-tag
      The tag of the release that the video is about; auto is the tag of the
      event, latest the latest release. The prompt or script can use its
      notes, and the video is attached to it, which requires contents: write.
      If that fails, so does the step, at its end.

Command line:
  --dotenv FILE
      Also write the outputs to FILE as KEY=value lines, for CI systems that
      read such a file.
  --dotenv-include-url
      Include VIDEO_URL in that file. It is a signed link, and many people may
      be able to read the file.
  --include-urls
      Include the signed links in the JSON in a CI system too, where stdout is
      a log that many people may be able to read.
  --help
      Show this help.
  --version
      Show the version.

Every setting can also be set as SHOWREEL_<NAME> in the environment. Keys are only read from the environment:
HEYGEN_API_KEY, and GITHUB_TOKEN for requests to GitHub. Progress goes to stderr; stdout gets one JSON object with
the outputs. Exit status: 0 done, 1 failed, 2 invalid input, 3 key or credit, 4 timed out, 5 the video failed,
130 interrupted.
`}),6708:((e,t,n)=>{n.a(e,async(e,t)=>{try{var r=n(8797),i=n(1116),a=n(8597);let{argv:e,stdout:o,stderr:s}=process,[c,...l]=e.slice(2),u=l.length===0?c:void 0;if(!(0,i.j)(process.version))s.write(`Showreel needs Node.js ${i.z} or newer, and this is ${process.version}. Install a newer version from nodejs.org.\n`),process.exitCode=1;else if(u===`--version`)print(`${r.rE}\n`);else if(u===`--help`||u===`-h`){let{showreelHelp:e}=await Promise.resolve().then(n.bind(n,957));print(e)}else await Promise.all([n.e(267),n.e(24)]).then(n.bind(n,7024));function print(e){(0,a.z)(process,e=>s.write(`${e}\n`)),o.write(e)}t()}catch(e){t(e)}},1)}),8597:((e,t,n)=>{n.d(t,{z:()=>reportWriteErrors});var r=n(2396);function reportWriteErrors(e,t){e.stdout.on(`error`,n=>{(0,r.xU)(n)!==`EPIPE`&&(t(`The outputs could not be written to stdout (${(0,r.xU)(n)}).`),e.exitCode||=1)})}}),8797:(e=>{e.exports={rE:`0.1.0`}})},n={};function __nccwpck_require__(e){var r=n[e];if(r!==void 0)return r.exports;var i=n[e]={id:e,loaded:!1,exports:{}},a=!0;try{t[e].call(i.exports,i,i.exports,__nccwpck_require__),a=!1}finally{a&&delete n[e]}return i.loaded=!0,i.exports}__nccwpck_require__.m=t,__nccwpck_require__!==void 0&&(__nccwpck_require__.ab=decodeURIComponent(new URL(`.`,import.meta.url).pathname).slice(+!!import.meta.url.match(/^file:\/\/\/\w:/),-1)+`/`),(()=>{var e=typeof Symbol==`function`?Symbol(`webpack queues`):`__webpack_queues__`,t=typeof Symbol==`function`?Symbol(`webpack exports`):`__webpack_exports__`,n=typeof Symbol==`function`?Symbol(`webpack error`):`__webpack_error__`,resolveQueue=e=>{e&&e.d<1&&(e.d=1,e.forEach(e=>e.r--),e.forEach(e=>e.r--?e.r++:e()))},wrapDeps=r=>r.map(r=>{if(typeof r==`object`&&r){if(r[e])return r;if(r.then){var i=[];i.d=0,r.then(e=>{a[t]=e,resolveQueue(i)},e=>{a[n]=e,resolveQueue(i)});var a={};return a[e]=e=>e(i),a}}var o={};return o[e]=e=>{},o[t]=r,o});__nccwpck_require__.a=(r,i,a)=>{var o;a&&((o=[]).d=-1);var s=new Set,c=r.exports,l,u,d,f=new Promise((e,t)=>{d=t,u=e});f[t]=c,f[e]=e=>(o&&e(o),s.forEach(e),f.catch(e=>{})),r.exports=f,i(r=>{l=wrapDeps(r);var fn,getResult=()=>l.map(e=>{if(e[n])throw e[n];return e[t]}),i=new Promise(t=>{fn=()=>t(getResult),fn.r=0;var fnQueue=e=>e!==o&&!s.has(e)&&(s.add(e),e&&!e.d&&(fn.r++,e.push(fn)));l.map(t=>t[e](fnQueue))});return fn.r?i:getResult()},e=>(e?d(f[n]=e):u(c),resolveQueue(o))),o&&o.d<0&&(o.d=0)}})(),(()=>{var e=Object.getPrototypeOf?e=>Object.getPrototypeOf(e):e=>e.__proto__,t;__nccwpck_require__.t=function(n,r){if(r&1&&(n=this(n)),r&8||typeof n==`object`&&n&&(r&4&&n.__esModule||r&16&&typeof n.then==`function`))return n;var i=Object.create(null);__nccwpck_require__.r(i);var a={};t||=[null,e({}),e([]),e(e)];for(var o=r&2&&n;typeof o==`object`&&!~t.indexOf(o);o=e(o))Object.getOwnPropertyNames(o).forEach(e=>a[e]=()=>n[e]);return a.default=()=>n,__nccwpck_require__.d(i,a),i}})(),__nccwpck_require__.d=(e,t)=>{for(var n in t)__nccwpck_require__.o(t,n)&&!__nccwpck_require__.o(e,n)&&Object.defineProperty(e,n,{enumerable:!0,get:t[n]})},__nccwpck_require__.f={},__nccwpck_require__.e=e=>Promise.all(Object.keys(__nccwpck_require__.f).reduce((t,n)=>(__nccwpck_require__.f[n](e,t),t),[])),__nccwpck_require__.u=e=>``+e+`.index.js`,__nccwpck_require__.o=(e,t)=>Object.prototype.hasOwnProperty.call(e,t),__nccwpck_require__.r=e=>{typeof Symbol<`u`&&Symbol.toStringTag&&Object.defineProperty(e,Symbol.toStringTag,{value:`Module`}),Object.defineProperty(e,"__esModule",{value:!0})},__nccwpck_require__.nmd=e=>(e.paths=[],e.children||=[],e),(()=>{var e={792:0},installChunk=t=>{var{ids:n,modules:r,runtime:i}=t,a,o,s=0;for(a in r)__nccwpck_require__.o(r,a)&&(__nccwpck_require__.m[a]=r[a]);for(i&&i(__nccwpck_require__);s<n.length;s++)o=n[s],__nccwpck_require__.o(e,o)&&e[o]&&e[o][0](),e[n[s]]=0};__nccwpck_require__.f.j=(t,n)=>{var r=__nccwpck_require__.o(e,t)?e[t]:void 0;if(r!==0){if(r)n.push(r[1]);else{var i=import(`./`+__nccwpck_require__.u(t)).then(installChunk,n=>{throw e[t]!==0&&(e[t]=void 0),n}),i=Promise.race([i,new Promise(n=>r=e[t]=[n])]);n.push(r[1]=i)}}}})();var r=__nccwpck_require__(6708);r=await r;