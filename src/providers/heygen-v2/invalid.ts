import { ShowreelError } from "../../base/errors.ts";

/** What HeyGen's v2 would refuse, said before anything is sent. */
export function invalid(message: string, hint: string): ShowreelError {
  return new ShowreelError("invalid_input", message, { hint: `${hint} Nothing was submitted.` });
}
