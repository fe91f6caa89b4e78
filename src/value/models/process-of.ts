import { bgNbdProcess } from "./bg-nbd-process.js";
import {
  type PurchaseModel,
  type PurchaseModelKind,
  parametersOf,
  purchaseKinds,
  requireModel,
} from "./fitted-model.js";
import { nbdProcess } from "./nbd-process.js";
import { paretoNbdProcess } from "./pareto-nbd-process.js";
import type { PurchaseProcess } from "./purchase-process.js";

const processes: Readonly<Record<PurchaseModelKind, (parameters: readonly number[]) => PurchaseProcess>> = {
  nbd: nbdProcess,
  "bg-nbd": (parameters) => bgNbdProcess(parameters, 0),
  "mbg-nbd": (parameters) => bgNbdProcess(parameters, 1),
  "pareto-nbd": paretoNbdProcess,
};

/** The process of a fitted model, or of its kind with other parameters. */
export function processOf(model: PurchaseModel, parameters?: readonly number[]): PurchaseProcess {
  if (parameters === undefined) requireModel(model, purchaseKinds);
  return processes[model.kind](parameters ?? parametersOf(model));
}
