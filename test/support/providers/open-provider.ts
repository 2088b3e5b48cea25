import type { VideoRequest } from "../../../src/inputs/video-request.ts";
import type { JobStatus, Provider, ProviderPlugin, VideoJob } from "../../../src/jobs/provider.ts";
import { createFakeRuntime, type FakeRuntime } from "../runtime/fake-runtime.ts";

/** A plug-in that is connected to a fake of its provider. */
export interface OpenedProvider<Fake> extends AsyncDisposable {
  readonly fake: Fake;
  readonly runtime: FakeRuntime;
  readonly provider: Provider;
  /** Submits the usual request. */
  submit(): Promise<VideoJob>;
  /** Submits the usual request and returns its status. */
  status(): Promise<JobStatus>;
}

/** Connects the plug-in to a started fake. Disposal stops the fake. */
export async function openProvider<Fake extends AsyncDisposable & { readonly url: string }>(
  plugin: ProviderPlugin,
  fake: Fake,
  request: VideoRequest,
): Promise<OpenedProvider<Fake>> {
  const runtime = createFakeRuntime();
  const provider = await plugin.open({ runtime, apiKey: "test-key", baseUrl: new URL(fake.url) });
  const submit = () => provider.submit(request, "showreel-key");
  return {
    fake,
    runtime,
    provider,
    submit,
    status: async () => provider.status(await submit()),
    [Symbol.asyncDispose]: () => Promise.resolve(fake[Symbol.asyncDispose]()),
  };
}
