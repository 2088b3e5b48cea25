import { openTab, type Tab } from "./chromium.ts";

export type Theme = "light" | "dark";

/** The response to a request of the page. */
export interface PageResponse {
  /** The content type. */
  readonly type: string;
  readonly body: string | Uint8Array;
}

/** A screenshot of a page. */
export interface Screenshot {
  readonly png: Buffer;
  /** Elements that are wider than their container, so that readers must scroll sideways. */
  readonly overflowing: readonly string[];
}

export interface Browser extends AsyncDisposable {
  /**
   * Takes a screenshot of the full height of a page, once its promise `ready` resolves with the overflowing
   * elements.
   */
  takeScreenshot(html: string, width: number, theme: Theme): Promise<Screenshot>;
}

const pageUrl = "https://page.example/";

/** Starts a browser whose requests `respond` serves: nothing reaches the network. */
export async function startBrowser(respond: (url: URL) => PageResponse): Promise<Browser> {
  let page = "";
  const tab = await openTab((method, parameters) => {
    if (method !== "Fetch.requestPaused") return;
    const { requestId, request } = parameters as { requestId: string; request: { url: string } };
    const html = { type: "text/html; charset=utf-8", body: page };
    const response = request.url === pageUrl ? html : respond(new URL(request.url));
    // Fails for a request that was cancelled meanwhile.
    tab.call("Fetch.fulfillRequest", toFulfillment(requestId, response)).catch(() => {});
  });
  await tab.call("Fetch.enable");
  return {
    async takeScreenshot(html, width, theme) {
      page = html;
      const screen = { width, height: 800, deviceScaleFactor: 1, mobile: false };
      await tab.call("Emulation.setDeviceMetricsOverride", screen);
      const features = [{ name: "prefers-color-scheme", value: theme }];
      await tab.call("Emulation.setEmulatedMedia", { features });
      await tab.call("Page.navigate", { url: pageUrl });
      return await captureTab(tab, width);
    },
    [Symbol.asyncDispose]: () => tab[Symbol.asyncDispose](),
  };
}

function toFulfillment(requestId: string, { type, body }: PageResponse) {
  const responseHeaders = [{ name: "content-type", value: type }];
  return { requestId, responseCode: 200, responseHeaders, body: Buffer.from(body).toString("base64") };
}

const waitUntilDrawn = `new Promise((done) => document.readyState === "complete" ? done() : addEventListener("load", done))
  .then(() => ready).then((overflowing) => ({ overflowing, height: Math.ceil(document.documentElement.getBoundingClientRect().height) }))`;

interface Evaluation {
  readonly result: { readonly value: { readonly overflowing: readonly string[]; readonly height: number } };
  readonly exceptionDetails?: object;
}

async function captureTab(tab: Tab, width: number): Promise<Screenshot> {
  const evaluation = { expression: waitUntilDrawn, awaitPromise: true, returnByValue: true };
  const { result, exceptionDetails } = await tab.call<Evaluation>("Runtime.evaluate", evaluation);
  if (exceptionDetails) throw new Error(`Could not draw the page: ${JSON.stringify(exceptionDetails)}`);
  const { overflowing, height } = result.value;
  const clip = { x: 0, y: 0, width, height, scale: 1 };
  const screenshot = { clip, captureBeyondViewport: true };
  const { data } = await tab.call<{ data: string }>("Page.captureScreenshot", screenshot);
  return { png: Buffer.from(data, "base64"), overflowing };
}
