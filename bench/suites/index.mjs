import { ruleOverAttributes, ruleOverWindows } from "./conditions/suite.mjs";
import { customerBase } from "./customer-base/suite.mjs";
import { growingBase } from "./growing-base/suite.mjs";
import { localDay, sorting, textNumbers } from "./kernels/suite.mjs";

export const suites = {
  "customer-base": customerBase,
  "growing-base": growingBase,
  "rule-over-attributes": ruleOverAttributes,
  "rule-over-windows": ruleOverWindows,
  "local-day": localDay,
  "text-numbers": textNumbers,
  sorting,
};
