// undici's own types cover its index only. With each new version of undici, look what its index.js does besides
// exporting: whoever imports the modules has to do the same (undici.ts).

declare module "undici/lib/api/index.js" {
  import type { Dispatcher } from "undici";

  interface Api {
    request(this: Dispatcher, options: Dispatcher.RequestOptions): Promise<Dispatcher.ResponseData>;
    stream(
      this: Dispatcher,
      options: Dispatcher.RequestOptions,
      factory: Dispatcher.StreamFactory,
    ): Promise<Dispatcher.StreamData>;
  }

  const api: Api;
  export default api;
}

declare module "undici/lib/dispatcher/dispatcher.js" {
  import { Dispatcher } from "undici";

  export default Dispatcher;
}

declare module "undici/lib/core/connect.js" {
  import { buildConnector } from "undici";

  export default buildConnector;
}

declare module "undici/lib/dispatcher/env-http-proxy-agent.js" {
  import { EnvHttpProxyAgent } from "undici";

  export default EnvHttpProxyAgent;
}

declare module "undici/lib/dispatcher/pool.js" {
  import { Pool } from "undici";

  export default Pool;
}

declare module "undici/lib/dispatcher/proxy-agent.js" {
  import { ProxyAgent } from "undici";

  export default ProxyAgent;
}
