/** Error codes of `segmentation`. */
export const segmentationErrorCodes = [
  "INVALID_RFM_TABLE", // what scoreRfm or segmentByRfm has not made, or made for another base
  "INVALID_RFM_MAP", // one fault of an RFM map
  "RFM_MAP_MISMATCH", // a map for another number of bins than the scores have
] as const;
/** One of the error codes of `segmentation`. */
export type SegmentationErrorCode = (typeof segmentationErrorCodes)[number];
