import { z } from "zod";

// Lenient: a field of an unexpected type counts as missing, so that a payload never fails a run.
const textSchema = z.string().nullish().catch(undefined);
const repositorySchema = z.lazy(() =>
  z.object({ full_name: textSchema, default_branch: textSchema }).nullish().catch(undefined),
);
export const payloadSchema = z.lazy(() =>
  z.object({
    action: textSchema,
    ref: textSchema,
    ref_type: textSchema,
    before: textSchema,
    after: textSchema,
    deleted: z.boolean().nullish().catch(undefined),
    repository: repositorySchema,
    release: z
      .object({
        tag_name: textSchema,
        name: textSchema,
        body: textSchema,
        html_url: textSchema,
        prerelease: z.boolean().catch(false),
      })
      .nullish()
      .catch(undefined),
    pull_request: z
      .object({
        number: z.number().nullish().catch(undefined),
        title: textSchema,
        body: textSchema,
        html_url: textSchema,
        head: z.object({ repo: repositorySchema, sha: textSchema }).nullish().catch(undefined),
        base: z.object({ repo: repositorySchema }).nullish().catch(undefined),
      })
      .nullish()
      .catch(undefined),
    issue: z
      .object({
        number: z.number().nullish().catch(undefined),
        title: textSchema,
        body: textSchema,
        pull_request: z.object({ html_url: textSchema }).nullish().catch(undefined),
      })
      .nullish()
      .catch(undefined),
    commits: z
      .array(z.object({ message: textSchema }))
      .nullish()
      .catch(undefined),
    changes: z
      .object({
        body: z.object({ from: textSchema }).nullish().catch(undefined),
        name: z.unknown().optional(),
        tag_name: z.unknown().optional(),
      })
      .nullish()
      .catch(undefined),
    workflow_run: z
      .object({ event: textSchema, head_repository: repositorySchema })
      .nullish()
      .catch(undefined),
  }),
);

export type EventPayload = z.infer<typeof payloadSchema>;
