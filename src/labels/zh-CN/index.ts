import type { Catalogue } from "../../core/index.js";
import { churnWords } from "./churn.js";
import { conditionSentences } from "./condition-sentences.js";
import { conditionsWords } from "./conditions.js";
import { coreWords } from "./core.js";
import { expectedArguments } from "./expected-arguments.js";
import { expectedConditions } from "./expected-conditions.js";
import { expectedRooms } from "./expected-rooms.js";
import { expectedValues } from "./expected-values.js";
import { factWords } from "./facts.js";
import { festivalWords } from "./festivals.js";
import { historyWords } from "./history.js";
import { ledgerWords } from "./ledger.js";
import { lifecycleWords } from "./lifecycle.js";
import { loyaltyWords } from "./loyalty.js";
import { mathWords } from "./math.js";
import { modelWords } from "./model.js";
import { referralWords } from "./referral.js";
import { scorecardsWords } from "./scorecards.js";
import { segmentationWords } from "./segmentation.js";
import { testingWords } from "./testing.js";
import { valueWords } from "./value.js";

/**
 * Chinese words for every error and reason code.
 * @category Words
 */
export const zhCN: Catalogue = {
  ...conditionSentences,
  ...conditionsWords,
  ...coreWords,
  ...expectedArguments,
  ...expectedConditions,
  ...expectedRooms,
  ...expectedValues,
  ...factWords,
  ...festivalWords,
  ...historyWords,
  ...ledgerWords,
  ...lifecycleWords,
  ...loyaltyWords,
  ...mathWords,
  ...modelWords,
  ...scorecardsWords,
  ...segmentationWords,
  ...testingWords,
  ...valueWords,
  ...churnWords,
  ...referralWords,
};
