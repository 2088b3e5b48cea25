import { z } from "zod";

// By default zod compiles a schema at its first use, which takes longer than the few objects that a run validates. It
// decides when a schema is created, so this module is the first import of a process.
z.config({ jitless: true });
