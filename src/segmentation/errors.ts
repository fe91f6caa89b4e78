/** Error codes of `segmentation`. */
export const segmentationErrorCodes = [
  "INVALID_RFM_TABLE", // what scoreRfm or segmentByRfm has not made, or made for another base
  "INVALID_RFM_MAP", // one fault of an RFM map
  "RFM_MAP_MISMATCH", // a map for another number of bins than the scores have
  "INVALID_SEGMENT", // one fault of a segment
  "DUPLICATE_SEGMENT", // two segments with one id
  "INVALID_CLASSES", // ids and classes that do not belong together
  "INVALID_SHARES", // shares of groups that are not whole
  "INVALID_CODE_TREE", // one fault of a tree of codes
  "INVALID_TARGET_PROFILE", // one fault of a profile
] as const;
/** One of the error codes of `segmentation`. */
export type SegmentationErrorCode = (typeof segmentationErrorCodes)[number];
