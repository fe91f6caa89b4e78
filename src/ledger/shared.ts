/** What loyalty and referral need of ledgers and users do not. It is in no subpath. */
export { uniteAnswers } from "./answers.js";
