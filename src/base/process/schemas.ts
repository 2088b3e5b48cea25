import { z } from "zod";

/**
 * Makes zod interpret its schemas. By default it compiles a schema at its first use, which takes longer than the
 * few objects that a run validates. Call it once, at the start of the process: it is for schemas that are created later.
 */
export function interpretSchemas(): void {
  z.config({ jitless: true });
}
