/** Reason codes of `segmentation`, with their parameters. */
export const segmentationReasonCodes = [
  "segmentation.rfm-recency", // days, score, bins
  "segmentation.rfm-frequency", // orders, score, bins
  "segmentation.rfm-monetary", // net, score, bins
  "segmentation.rfm-joint", // score, bins: where the map looks at frequency and monetary value together
  "segmentation.rfm-cell", // cell, map, version
  "segmentation.rfm-no-cell", // cell, map, version: no rule of the map names the cell
  "segmentation.no-purchase", // no parameters
  "segmentation.net-not-positive", // net: zero or less, so left out of the monetary edges
  "segmentation.nets-not-positive", // customers: left out of the monetary edges (warning)
  "segmentation.not-scored", // customers: without a purchase (warning)
  "segmentation.nobody-to-score", // no parameters: so there are no edges either (warning)
  "segmentation.bins-collapsed", // measure, scores: no customer has these (warning)
  "segmentation.frequency-collapsed", // scores
  "segmentation.try-recency-and-spend",
  "segmentation.ranked-by-net", // coverage, needed
  "segmentation.small-base", // buyers, enough
  "segmentation.carries-the-business", // rank, buyers, value, by, share
  "segmentation.upper-part", // rank, buyers, value, by
  "segmentation.growing", // value, by
  "segmentation.young", // days
  "segmentation.lower-part", // rank, buyers, value, by
  "segmentation.unprofitable", // value, by
  "segmentation.value-band", // value, mid, high, by
  "segmentation.abc", // value, before, by
  "segmentation.online-share", // share, orders
  "segmentation.code-in-tree", // field, code, tree
  "segmentation.need-shown", // need, strength, index
  "segmentation.need-stated", // need, day
  "segmentation.promotions-not-read",
  "segmentation.everybody-buys-on-promotion", // share
  "segmentation.interest", // value, index, orders
  "segmentation.buys-again", // value, times, variation
  "segmentation.tries-new", // share
] as const;
/** One of the reason codes of `segmentation`. */
export type SegmentationReasonCode = (typeof segmentationReasonCodes)[number];
