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
