import { type ClienteleError, isClienteleError } from "../../src/core/index.js";

/** The `ClienteleError` that a call throws; any other outcome fails the test. */
export function faultOf(call: () => unknown): ClienteleError {
  try {
    call();
  } catch (error) {
    if (isClienteleError(error)) return error;
    throw error;
  }
  throw new Error("expected a ClienteleError, nothing was thrown");
}

/** The code of the `ClienteleError` that a call throws; undefined where it returns. */
export function codeOf(call: () => unknown): string | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    if (isClienteleError(error)) return error.code;
    throw error;
  }
}
