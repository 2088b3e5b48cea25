import { z } from "zod";

// Loose, and only what is read, as in api.ts.

const maybeText = z.string().nullish();
const maybeNumber = z.number().nullish();
const maybeTexts = z.array(z.string()).nullish();

const response = <Data extends z.ZodType>(data: Data) => z.object({ data });

/** A page of a list; the cursor stands beside `data`. */
const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ data: z.array(item), has_more: z.boolean().nullish(), next_token: maybeText });

/** `GET /v3/users/me`: one of the last three is there. */
export const account = response(
  z.object({
    billing_type: maybeText,
    wallet: z
      .object({
        currency: maybeText,
        remaining_balance: maybeNumber,
        auto_reload: z.object({ enabled: z.boolean().nullish() }).nullish(),
      })
      .nullish(),
    subscription: z.object({ plan: maybeText }).nullish(),
    usage_based: z.object({ spending_cap_usd: maybeNumber, spending_current_usd: maybeNumber }).nullish(),
  }),
);

const lookSchema = z.object({
  id: z.string().min(1),
  name: maybeText,
  avatar_type: maybeText,
  default_voice_id: maybeText,
  supported_api_engines: maybeTexts,
  preferred_orientation: maybeText,
  /** Of private looks only. */
  status: maybeText,
  error: z.object({ message: maybeText }).nullish(),
});

/** `GET /v3/avatars/looks/{look_id}` */
export const look = response(lookSchema);

/** `GET /v3/avatars/looks` */
export const looks = page(lookSchema);

/** `GET /v3/voices/{voice_id}`; only clones have a status. */
export const voice = response(
  z.object({ name: maybeText, language: maybeText, status: maybeText, failure_message: maybeText }),
);

/** `GET /v3/voices` */
export const voices = page(
  z.object({
    voice_id: z.string().min(1),
    name: maybeText,
    language: maybeText,
    gender: maybeText,
    type: maybeText,
  }),
);

/** `GET /v3/video-agents/styles` */
export const styles = page(
  z.object({ style_id: z.string().min(1), name: maybeText, aspect_ratio: maybeText, tags: maybeTexts }),
);

/** `GET /v3/templates` */
export const templates = page(z.object({ id: z.string().min(1), name: maybeText, aspect_ratio: maybeText }));

export type Account = z.infer<typeof account>["data"];
export type Look = z.infer<typeof look>["data"];
export type Voice = z.infer<typeof voice>["data"];
export type ListedVoice = z.infer<typeof voices>["data"][number];
export type Style = z.infer<typeof styles>["data"][number];
export type Template = z.infer<typeof templates>["data"][number];
