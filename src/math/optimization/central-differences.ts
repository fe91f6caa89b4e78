/** The step of a difference of order h²: a balance of its error and of rounding. */
const NARROW = Math.cbrt(Number.EPSILON);
/** The step of a difference of order h⁴. */
const WIDE = Number.EPSILON ** 0.2;

/** A step for a coordinate, changed so that x + h and x differ by exactly h. */
const stepFrom = (x: number, size: number): number => x + size * Math.max(Math.abs(x), 1) - x;

/** The step for one central difference at x. */
export const differenceStep = (x: number): number => stepFrom(x, NARROW);

/**
 * The slopes of a function at a point: two central differences extrapolated to order h⁴ (L. F. Richardson), with a
 * smaller step or on one side only where the function is not finite further out; undefined where it is so all around.
 */
export function centralDifferences(
  objective: (point: readonly number[]) => number,
  point: readonly number[],
  value: number,
): readonly number[] | undefined {
  const gradient: number[] = [];
  for (let i = 0; i < point.length; i++) {
    const x = point[i]!;
    const along = (moved: number): number => objective(point.map((other, j) => (i === j ? moved : other)));
    const central = (h: number): number => (along(x + h) - along(x - h)) / (2 * h);
    const h = stepFrom(x, WIDE);
    const extrapolated = (4 * central(h / 2) - central(h)) / 3;
    const slope = Number.isFinite(extrapolated) ? extrapolated : nearEdge(along, x, value);
    if (!Number.isFinite(slope)) return undefined;
    gradient.push(slope);
  }
  return gradient;
}

function nearEdge(along: (x: number) => number, x: number, value: number): number {
  const h = differenceStep(x);
  const above = along(x + h);
  const below = along(x - h);
  if (!Number.isFinite(above)) return (value - below) / h;
  return Number.isFinite(below) ? (above - below) / (2 * h) : (above - value) / h;
}
