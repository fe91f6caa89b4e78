import { customerBase } from "./customer-base/suite.mjs";

export const suites = { "customer-base": customerBase };
