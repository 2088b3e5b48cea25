import { initWasm, Resvg } from "@resvg/resvg-wasm";

/** Turns pictures into pixels. */
export interface Rasterizer {
  /** RGBA, opaque, in rows from the top. */
  pixels(svg: string): Uint8Array;
  png(svg: string): Uint8Array;
}

let ready: Promise<void> | undefined;
const options = { font: { loadSystemFonts: false } } as const;

/** `wasm` returns the code of resvg. It is loaded once per thread. */
export async function openRasterizer(wasm: () => Uint8Array<ArrayBuffer>): Promise<Rasterizer> {
  ready ??= initWasm(wasm());
  await ready;
  return {
    pixels: (svg) => render(svg, (image) => image.pixels),
    png: (svg) => render(svg, (image) => image.asPng()),
  };
}

type Image = ReturnType<InstanceType<typeof Resvg>["render"]>;

function render(svg: string, read: (image: Image) => Uint8Array): Uint8Array {
  const resvg = new Resvg(svg, options);
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
