/** Error codes of `segmentation`. */
export const segmentationErrorCodes = [
  "RFM_BINS_INVALID", // bins is no whole number from 2 to 10
  "RFM_METHOD_INVALID", // a method that is none
  "RFM_CUT_POINTS_INVALID", // edges missing, not ascending, not numbers, or as many as do not fit the bins
  "RFM_TABLE_INVALID", // what scoreRfm or segmentByRfm has not made, or made for another base
  "RFM_MAP_INVALID", // one fault of an RFM map
  "RFM_MAP_MISMATCH", // a map for another number of bins than the scores have
] as const;
/** One of the error codes of `segmentation`. */
export type SegmentationErrorCode = (typeof segmentationErrorCodes)[number];
