import { openTab, type Tab } from "./chromium.ts";

export type Theme = "light" | "dark";

/** What a request of a page is answered with. */
export interface Answer {
  readonly type: string;
  readonly body: string | Uint8Array;
}

/** A page, drawn. */
export interface Picture {
  readonly png: Buffer;
  /** What is wider than its place, so that readers scroll sideways. */
  readonly cut: readonly string[];
}

export interface Browser extends AsyncDisposable {
  /** Draws a page as high as it is. When it is ready, its promise `ready` says what is cut. */
  draw(html: string, width: number, theme: Theme): Promise<Picture>;
}

const address = "https://page.example/";

/** Starts a browser whose requests are all answered here: nothing reaches the network. */
export async function startBrowser(answer: (url: URL) => Answer): Promise<Browser> {
  let page = "";
  const tab = await openTab((method, parameters) => {
    if (method !== "Fetch.requestPaused") return;
    const { requestId, request } = parameters as { requestId: string; request: { url: string } };
    const html = { type: "text/html; charset=utf-8", body: page };
    const reply = request.url === address ? html : answer(new URL(request.url));
    // A request that is cancelled meanwhile needs no answer.
    tab.call("Fetch.fulfillRequest", toFulfilment(requestId, reply)).catch(() => {});
  });
  await tab.call("Fetch.enable");
  return {
    async draw(html, width, theme) {
      page = html;
      const screen = { width, height: 800, deviceScaleFactor: 1, mobile: false };
      await tab.call("Emulation.setDeviceMetricsOverride", screen);
      const features = [{ name: "prefers-color-scheme", value: theme }];
      await tab.call("Emulation.setEmulatedMedia", { features });
      await tab.call("Page.navigate", { url: address });
      return await takePicture(tab, width);
    },
    [Symbol.asyncDispose]: () => tab[Symbol.asyncDispose](),
  };
}

function toFulfilment(requestId: string, { type, body }: Answer) {
  const responseHeaders = [{ name: "content-type", value: type }];
  return { requestId, responseCode: 200, responseHeaders, body: Buffer.from(body).toString("base64") };
}

const waiting = `new Promise((done) => document.readyState === "complete" ? done() : addEventListener("load", done))
  .then(() => ready).then((cut) => ({ cut, height: Math.ceil(document.documentElement.getBoundingClientRect().height) }))`;

interface Evaluation {
  readonly result: { readonly value: { readonly cut: readonly string[]; readonly height: number } };
  readonly exceptionDetails?: object;
}

async function takePicture(tab: Tab, width: number): Promise<Picture> {
  const question = { expression: waiting, awaitPromise: true, returnByValue: true };
  const { result, exceptionDetails } = await tab.call<Evaluation>("Runtime.evaluate", question);
  if (exceptionDetails) throw new Error(`The page was not drawn: ${JSON.stringify(exceptionDetails)}`);
  const { cut, height } = result.value;
  const clip = { x: 0, y: 0, width, height, scale: 1 };
  const screenshot = { clip, captureBeyondViewport: true };
  const { data } = await tab.call<{ data: string }>("Page.captureScreenshot", screenshot);
  return { png: Buffer.from(data, "base64"), cut };
}
