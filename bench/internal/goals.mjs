/** A goal on the ratio of two contenders' times: at most `limit`, or, below a tenth, so many times as fast. */
export function timeGoal(name, one, other, limit) {
  if (one === undefined || other === undefined) return {};
  const ratio = one.wall / other.wall;
  const measured = limit < 1 / 2.5 ? `${(1 / ratio).toFixed(1)} times as fast` : ratio.toFixed(2);
  return { [name]: { measured, ok: ratio <= limit } };
}

/** A goal on the ratio of two contenders' peak memory. */
export function memoryGoal(name, one, other, limit) {
  if (one === undefined || other === undefined) return {};
  const ratio = one.peak / other.peak;
  return { [name]: { measured: ratio.toFixed(2), ok: ratio <= limit } };
}

/** A goal on one contender's own time. */
export function ownTimeGoal(name, one, limitMs) {
  if (one === undefined) return {};
  return { [name]: { measured: `${one.wall.toFixed(1)} ms`, ok: one.wall <= limitMs } };
}

/** A goal on how much longer one contender takes for ten times the input. */
export function growthGoal(name, bySize, contender, limit) {
  const small = bySize.get(1_000_000)?.[contender];
  const large = bySize.get(10_000_000)?.[contender];
  if (small === undefined || large === undefined) return {};
  const growth = large.wall / small.wall;
  return { [name]: { measured: `${growth.toFixed(1)} times`, ok: growth <= limit } };
}
