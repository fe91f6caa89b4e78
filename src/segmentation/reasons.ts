/** Reason codes of `segmentation`, with their parameters. */
export const segmentationReasonCodes = [
  "segmentation.rfm-recency", // days, score, bins
  "segmentation.rfm-frequency", // orders, score, bins
  "segmentation.rfm-monetary", // net, score, bins
  "segmentation.rfm-cell", // cell, map, version
  "segmentation.rfm-no-cell", // cell, map, version: no rule of the map names the cell
  "segmentation.no-purchase", // no parameters
  "segmentation.net-not-positive", // net: zero or less, so left out of the monetary edges
  "segmentation.nets-not-positive", // customers: left out of the monetary edges (warning)
  "segmentation.not-scored", // customers: without a purchase (warning)
  "segmentation.nobody-to-score", // no parameters: so there are no edges either (warning)
  "segmentation.bins-collapsed", // measure, scores: no customer has these (warning)
] as const;
/** One of the reason codes of `segmentation`. */
export type SegmentationReasonCode = (typeof segmentationReasonCodes)[number];
