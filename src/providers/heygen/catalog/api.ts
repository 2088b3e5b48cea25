import { z } from "zod";

// The schemas are loose and contain only what is read, as in ../api.ts.

const optionalText = z.string().nullish();
const optionalNumber = z.number().nullish();
const optionalTexts = z.lazy(() => z.array(z.string()).nullish());

const response = <Data extends z.ZodType>(data: Data) => z.object({ data });

/** A page of one of HeyGen's lists. */
export interface Page<Item> {
  readonly data: readonly Item[];
  readonly has_more?: boolean | null | undefined;
  /** The cursor of the next page. */
  readonly next_token?: string | null | undefined;
}

const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ data: z.array(item), has_more: z.boolean().nullish(), next_token: optionalText });

/** `GET /v3/users/me`. It has only one of `wallet`, `subscription` and `usage_based`. */
export const account = z.lazy(() =>
  response(
    z.object({
      billing_type: optionalText,
      wallet: z
        .object({
          currency: optionalText,
          remaining_balance: optionalNumber,
          auto_reload: z.object({ enabled: z.boolean().nullish() }).nullish(),
        })
        .nullish(),
      subscription: z.object({ plan: optionalText }).nullish(),
      usage_based: z
        .object({ spending_cap_usd: optionalNumber, spending_current_usd: optionalNumber })
        .nullish(),
    }),
  ),
);

const lookSchema = z.lazy(() =>
  z.object({
    id: z.string().min(1),
    name: optionalText,
    avatar_type: optionalText,
    default_voice_id: optionalText,
    supported_api_engines: optionalTexts,
    preferred_orientation: optionalText,
    /** Only private looks have one. */
    status: optionalText,
    error: z.object({ message: optionalText }).nullish(),
  }),
);

/** `GET /v3/avatars/looks/{look_id}` */
export const look = z.lazy(() => response(lookSchema));

/** `GET /v3/avatars/looks` */
export const looks = z.lazy(() => page(lookSchema));

/** `GET /v3/voices/{voice_id}`. Only cloned voices have a status. */
export const voice = z.lazy(() =>
  response(
    z.object({
      name: optionalText,
      language: optionalText,
      status: optionalText,
      failure_message: optionalText,
    }),
  ),
);

/** `GET /v3/voices` */
export const voices = z.lazy(() =>
  page(
    z.object({
      voice_id: z.string().min(1),
      name: optionalText,
      language: optionalText,
      gender: optionalText,
      type: optionalText,
    }),
  ),
);

/** `GET /v3/video-agents/styles` */
export const styles = z.lazy(() =>
  page(
    z.object({
      style_id: z.string().min(1),
      name: optionalText,
      aspect_ratio: optionalText,
      tags: optionalTexts,
    }),
  ),
);

/** `GET /v3/templates` */
export const templates = z.lazy(() =>
  page(z.object({ id: z.string().min(1), name: optionalText, aspect_ratio: optionalText })),
);

export type Account = z.infer<typeof account>["data"];
export type Look = z.infer<typeof look>["data"];
export type Voice = z.infer<typeof voice>["data"];
export type ListedVoice = z.infer<typeof voices>["data"][number];
export type Style = z.infer<typeof styles>["data"][number];
export type Template = z.infer<typeof templates>["data"][number];
