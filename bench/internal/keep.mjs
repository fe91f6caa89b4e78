import { summaryOf } from "./report.mjs";

/**
 * What is kept of a run for the page of benchmarks: figures without dates. A run of some suites takes the place of what was kept of
 * them, as long as it is the same machine and Node; on another one everything is measured anew.
 */
export function keep(earlier, { node, cpus, model, memoryGB, forced }, results, order) {
  const machine = { node, cpus, model, memoryGB };
  const isSame = JSON.stringify(earlier?.machine) === JSON.stringify(machine);
  const fresh = results.map((result) => ({ ...summaryOf(result, results), busy: forced }));
  const isFresh = ({ suite, size }) => fresh.some((result) => result.suite === suite && result.size === size);
  const others = (isSame ? earlier.results : []).filter((result) => !isFresh(result));
  const placeOf = ({ suite }) => order.indexOf(suite);
  return { machine, results: [...others, ...fresh].sort((a, b) => placeOf(a) - placeOf(b) || a.size - b.size) };
}
