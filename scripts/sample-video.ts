// Draws the video that tests download, with H.264 and AAC. Needs ffmpeg (with libx264 and drawtext) on the PATH
// and the DejaVu Sans font. The same version of ffmpeg produces the same bytes.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const target = new URL("../test/fixtures/sample.mp4", import.meta.url);
const seconds = 4;
const fps = 25;
const title = "Showreel";
const subtitle = "sandbox – a sample, rendered without an account";

interface TextStyle {
  readonly size: number;
  readonly y: number;
  readonly color: string;
  /** The width of an outline in the same color. */
  readonly weight?: number;
}

/** Draws a centered line of text, which must not contain quotes. */
const text = (line: string, { size, y, color, weight = 0 }: TextStyle) =>
  `drawtext=text='${line}':font=DejaVu Sans:fontsize=${size}:x=(w-text_w)/2:y=${y}` +
  `:fontcolor=${color}:borderw=${weight}:bordercolor=${color}`;

/** Computes the pixels of every frame; `still` computes one frame and repeats it. */
const pixels = (size: string, formula: string) => `color=black:s=${size}:r=${fps},format=rgba,geq=${formula}`;
const still = (size: string, formula: string) => `${pixels(size, formula)},trim=end_frame=1,loop=-1:1`;

// A dark gradient with a glow behind the ring.
const glow = "exp(-pow((X-320)/300,2)-pow((Y-120)/170,2))";
const background = still(
  "640x360",
  `r='14+8*Y/H+26*${glow}':g='15+3*Y/H+17*${glow}':b='32+12*Y/H+40*${glow}'`,
);

// Film perforations along both edges, 40 pixels apart.
const hole = "hypot(max(abs(mod(X,40)-19.5)-7,0),max(abs(abs(Y-179.5)-159.5)-3,0))";
const film = still("680x360", `r=140:g=136:b=190:a='110*clip(3.5-${hole},0,1)'`);

// The ring of a film leader, which fills once per second around the count.
const lit = `clip(1+260*((mod(N,${fps})+1)/${fps}-mod(atan2(X-47.5,47.5-Y)/(2*PI)+1,1)),0,1)`;
const line = "clip(3-abs(hypot(X-47.5,Y-47.5)-42),0,1)";
const ring = pixels("96x96", `r=255:g=138:b=92:a='${line}*(55+200*${lit})'`);

const titleText = text(title, { size: 62, y: 188, color: "0xf6f2ea", weight: 1 });
const subtitleText = text(subtitle, { size: 17, y: 270, color: "0xb4b1d0" });
const countdown = `%{eif\\:${seconds}-floor(n/${fps})\\:d}`;
const count = text(countdown, { size: 38, y: 98, color: "0xf6f2ea", weight: 1 });
const picture = [
  `${background},${titleText},${subtitleText},format=yuv420p[card]`,
  `${film}[film]`,
  `${ring}[ring]`,
  "[card][film]overlay=x='-mod(2*n,40)'[strip]",
  `[strip][ring]overlay=x=272:y=64,${count}`,
].join(";");

// A quiet chord, and a soft bell at each count.
const chord = [130.81, 196, 261.63, 329.63].map((hertz) => `0.03*sin(2*PI*${hertz}*t)`);
const bells = [523.25, 659.26, 783.99, 1046.5].map(
  (hertz, at) => `gte(t,${at})*0.1*sin(2*PI*${hertz}*(t-${at}))*exp(-3*(t-${at}))*(1-exp(-150*(t-${at})))`,
);
const fade = `afade=d=0.2,afade=t=out:st=${seconds - 1.2}:d=1.2`;
const sound = `aevalsrc='${[...chord, ...bells].join("+")}':s=44100,${fade}`;

const inputs = ["-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", sound];
const video = "-c:v libx264 -profile:v main -pix_fmt yuv420p -preset veryslow -crf 25 -threads 1";
const audio = "-c:a aac -aac_coder fast -b:a 24k -ac 1";
const exact = "-bsf:v filter_units=remove_types=6 -fflags +bitexact -flags +bitexact -map_metadata -1";
const options = `-t ${seconds} ${video} ${audio} ${exact} -movflags +faststart`.split(" ");

const folder = mkdtempSync(join(tmpdir(), "sample-video-"));
try {
  const file = join(folder, "sample.mp4");
  execFileSync("ffmpeg", ["-v", "error", ...inputs, ...options, file], { stdio: "inherit" });
  const mp4 = readFileSync(file);
  writeFileSync(target, mp4);
  process.stdout.write(`${mp4.length} bytes, sha256 ${createHash("sha256").update(mp4).digest("hex")}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
