/**
 * What is measured: values of one measure can be compared.
 * @category Facts
 */
export interface FactMeasure {
  readonly type: "number" | "money" | "day" | "instant";
  readonly currency?: string | undefined;
}
