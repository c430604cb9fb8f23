import { IFormulaDependencyGenerator, IFormulaRuntimeService, NumberValueObject } from "@univerjs/engine-formula";
import type { FunctionVariantType } from "@univerjs/engine-formula";

import type { Engine } from "./engine";

interface Tree {
  readonly treeId: number;
  readonly subUnitId: string;
  readonly row: number;
  readonly column: number;
  toRTreeItem(): unknown;
}

interface Dependencies {
  _checkIsCycleDependency(trees: readonly Tree[]): boolean;
  readonly _dependencyManagerService: { searchDependency(item: unknown): Iterable<number> };
}

interface Runtime {
  setRuntimeData(value: FunctionVariantType): void;
  readonly _currentSubUnitId: string;
  readonly _currentRow: number;
  readonly _currentColumn: number;
}

const keyOf = (sheetId: string, row: number, column: number): string => `${sheetId}!${String(row)},${String(column)}`;

/** Gives 0 to formulas that depend on themselves, as Excel does while iteration is off; Univer goes round once. */
export function zeroCircularReferences(engine: Engine): void {
  const dependencies = engine.injector.get(IFormulaDependencyGenerator) as unknown as Dependencies;
  const runtime = engine.injector.get(IFormulaRuntimeService) as unknown as Runtime;
  const hasCycle = dependencies._checkIsCycleDependency.bind(dependencies);
  const setRuntimeData = runtime.setRuntimeData.bind(runtime);
  let circular: ReadonlySet<string> = new Set();
  dependencies._checkIsCycleDependency = (trees) => {
    const found = hasCycle(trees);
    circular = found ? circularCells(trees, dependencies) : new Set();
    return found;
  };
  runtime.setRuntimeData = (value) => {
    const { _currentSubUnitId: sheetId, _currentRow: row, _currentColumn: column } = runtime;
    setRuntimeData(circular.has(keyOf(sheetId, row, column)) ? NumberValueObject.create(0) : value);
  };
}

/** Cells on a cycle (or between two): what is left when those without dependents, and those without precedents, are taken away. */
function circularCells(trees: readonly Tree[], { _dependencyManagerService: manager }: Dependencies): Set<string> {
  const dependents = new Map(trees.map((tree) => [tree.treeId, [...manager.searchDependency(tree.toRTreeItem())]]));
  const left = new Set(dependents.keys());
  trim(left, dependents);
  trim(left, reversed(dependents));
  return new Set(
    trees.filter(({ treeId }) => left.has(treeId)).map(({ subUnitId, row, column }) => keyOf(subUnitId, row, column)),
  );
}

/** Takes away, again and again, the nodes from which no edge leads to a node that is left. */
function trim(left: Set<number>, edges: ReadonlyMap<number, readonly number[]>): void {
  const back = reversed(edges);
  const count = new Map([...left].map((node) => [node, (edges.get(node) ?? []).filter((to) => left.has(to)).length]));
  const ends = [...left].filter((node) => count.get(node) === 0);
  for (let node = ends.pop(); node !== undefined; node = ends.pop()) {
    left.delete(node);
    for (const from of back.get(node) ?? []) {
      const rest = (count.get(from) ?? 0) - 1;
      count.set(from, rest);
      if (rest === 0 && left.has(from)) ends.push(from);
    }
  }
}

function reversed(edges: ReadonlyMap<number, readonly number[]>): Map<number, number[]> {
  const back = new Map<number, number[]>();
  for (const [from, targets] of edges) {
    for (const to of targets) {
      const sources = back.get(to);
      if (sources) sources.push(from);
      else back.set(to, [from]);
    }
  }
  return back;
}
