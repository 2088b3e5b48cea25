import type { Environment } from "./child-process.ts";

/** Returns the environment of a Node process whose clock is so many minutes ahead, or behind if negative. */
export function clockAheadBy(minutes: number): Environment {
  const script = `
    const RealDate = Date;
    const ahead = ${minutes * 60_000};
    globalThis.Date = class extends RealDate {
      constructor(...given) { given.length === 0 ? super(RealDate.now() + ahead) : super(...given); }
      static now() { return RealDate.now() + ahead; }
    };
  `;
  const url = `data:text/javascript,${encodeURIComponent(script)}`;
  return { NODE_OPTIONS: `--import=${url}` };
}
