import { withIdempotency } from "../idempotency.ts";
import { type FakeReply, failure, type HandlerRequest, ok, readText } from "../replies.ts";
import type { FakeAsset, FakeState } from "../state.ts";

/** POST /v3/assets: the file of a form. */
export function createAsset(state: FakeState, request: HandlerRequest): FakeReply {
  return withIdempotency(state, request, () => {
    const file = readFile(request.body);
    if (!file) return failure(400, "invalid_parameter", "'file' is required.", "file");
    const { id } = addAsset(state, { ...file, isReady: true });
    return ok({ asset_id: id, url: urlOf(id), mime_type: file.type, size_bytes: file.bytes });
  });
}

/** POST /v3/assets/direct-uploads: an upload URL of the fake, with required headers. */
export function beginUpload(state: FakeState, request: HandlerRequest): FakeReply {
  return withIdempotency(state, request, () => {
    const type = readText(request.body, "content_type") ?? "";
    const bytes = Number(Reflect.get(Object(request.body), "size_bytes"));
    const name = readText(request.body, "filename") ?? "";
    const { id } = addAsset(state, { name, type, bytes, isReady: false });
    return ok({
      asset_id: id,
      upload_url: `${state.origin}/uploads/${id}?Signature=secret-upload`,
      upload_headers: {
        "Content-Type": type,
        "Content-Length": bytes,
        "x-amz-server-side-encryption": "AES256",
      },
      expires_in_seconds: 3_600,
      max_bytes: bytes,
      status: "pending_upload",
    });
  });
}

/** PUT /uploads/{asset_id}: like a storage with signed URLs. */
export function putUpload(
  state: FakeState,
  { parameters, query, headers, content }: HandlerRequest,
): FakeReply {
  const asset = state.assets.get(parameters.asset_id ?? "");
  const isSigned =
    query.get("Signature") === "secret-upload" &&
    headers["x-amz-server-side-encryption"] === "AES256" &&
    headers["content-type"] === asset?.type;
  if (!asset || !isSigned || content.length !== asset.bytes) return { status: 403, body: "<Error></Error>" };
  asset.content = content;
  return { status: 200 };
}

/** POST /v3/assets/{asset_id}/complete: HeyGen sees the bytes late, so the first request is too early. */
export function completeUpload(state: FakeState, { parameters }: HandlerRequest): FakeReply {
  const asset = state.assets.get(parameters.asset_id ?? "");
  if (!asset) return failure(404, "asset_not_found", "Asset not found");
  asset.asked += 1;
  if (!asset.content || asset.asked === 1) {
    return failure(409, "resource_not_ready", "Uploaded object not found yet");
  }
  asset.isReady = true;
  const { id, type, bytes } = asset;
  return ok({ asset_id: id, url: urlOf(id), mime_type: type, size_bytes: bytes, status: "processing" });
}

/** The error of a request that uses an incomplete upload. */
export function missingAsset(state: FakeState, body: unknown): FakeReply | undefined {
  const named = [...JSON.stringify(body ?? {}).matchAll(/"asset_id":"(ast_up_[^"]*)"/g)];
  const missing = named.find(([, id = ""]) => !state.assets.get(id)?.isReady);
  return missing && failure(404, "asset_not_found", `Asset ${missing[1]} not found`);
}

function addAsset(state: FakeState, facts: Omit<FakeAsset, "id" | "asked">): FakeAsset {
  const asset: FakeAsset = { id: `ast_up_${state.assets.size + 1}`, asked: 0, ...facts };
  state.assets.set(asset.id, asset);
  return asset;
}

function readFile(body: unknown): Pick<FakeAsset, "name" | "type" | "bytes"> | undefined {
  const file: unknown = Reflect.get(Object(body), "file");
  return typeof file === "object" && file !== null ? (file as FakeAsset) : undefined;
}

function urlOf(id: string): string {
  return `https://files.heygen.example/asset/${id}`;
}
