import { type LocalServer, startLocalServer } from "../network/local-server.ts";

// People run a workflow again after some minutes.
const agoMs = 600_000;

/** Starts a server with GitHub's response for the run: created ten minutes ago by default. */
export async function startRunStartServer(createdAt = new Date(Date.now() - agoMs)): Promise<LocalServer> {
  // GitHub reports whole seconds.
  const created_at = createdAt.toISOString().replace(/\.\d+/, "");
  return startLocalServer((request, response) => {
    const isRun = /^\/repos\/[^/]+\/[^/]+\/actions\/runs\/\d+$/.test(request.url ?? "");
    response.writeHead(isRun ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(isRun ? { created_at } : { message: "Not Found" }));
  });
}
