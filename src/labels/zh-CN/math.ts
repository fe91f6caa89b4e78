import type { Catalogue } from "../../core/index.js";

/** Chinese words of `math`. */
export const mathWords: Catalogue = {
  EMPTY_VALUES: "{path}没有任何数值，至少需要一个",
  NOT_A_FINITE_NUMBER: "{path}的{received}不是有限的数字",
  NUMBER_OUT_OF_RANGE: "{path}的{received}超出允许的范围",
  LENGTHS_DIFFER: "{path}的列与对应的列长度不一致",
  NO_SIGN_CHANGE: "函数在区间两端同号，无法在其中求根",
  NOT_POSITIVE_DEFINITE: "{path}的矩阵不是对称正定矩阵",
};
