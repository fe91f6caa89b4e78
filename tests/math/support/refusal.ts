import { isClienteleError } from "../../../src/core/index.js";

/** The code and place under which a call was refused; "accepted" where it was not. */
export function refusal(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (!isClienteleError(error)) throw error;
    return [error.code, ...error.path].join(" ");
  }
  return "accepted";
}
