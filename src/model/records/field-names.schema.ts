import type * as z from "zod";

/** The names of the fields that the record at a path may have; none where no record stands. */
export function fieldNames(schema: z.core.$ZodType, path: readonly (string | number)[]): readonly string[] {
  let at = insideOf(schema);
  for (const step of path) {
    if ("element" in at) at = insideOf(at.element);
    else if ("shape" in at && Object.hasOwn(at.shape, step)) at = insideOf(at.shape[step] as z.core.$ZodType);
    else return [];
  }
  return "shape" in at ? Object.keys(at.shape) : [];
}

/** The definition of a schema, out of its `optional`. */
function insideOf(schema: z.core.$ZodType): z.core.$ZodObjectDef | z.core.$ZodArrayDef | z.core.$ZodTypeDef {
  let def = schema._zod.def;
  while (def.type === "optional") def = (def as z.core.$ZodOptionalDef).innerType._zod.def;
  return def;
}
