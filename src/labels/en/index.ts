import type { Catalogue } from "../../core/index.js";
import { coreWords } from "./core.js";
import { festivalWords } from "./festivals.js";
import { historyWords } from "./history.js";
import { ledgerWords } from "./ledger.js";
import { mathWords } from "./math.js";
import { modelWords } from "./model.js";
import { scorecardsWords } from "./scorecards.js";
import { segmentationWords } from "./segmentation.js";
import { testingWords } from "./testing.js";

/**
 * English words for every error and reason code.
 * @category Words
 */
export const en: Catalogue = {
  ...coreWords,
  ...festivalWords,
  ...historyWords,
  ...ledgerWords,
  ...mathWords,
  ...modelWords,
  ...scorecardsWords,
  ...segmentationWords,
  ...testingWords,
};
