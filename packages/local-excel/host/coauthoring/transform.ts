import { areaOf, contains, subtract } from "../a1";
import type { Area } from "../a1";
import { shiftFormula } from "../engine/shift-formula";
import { movedArea } from "../engine/structure";
import type { StructuralChange } from "../engine/structure";
import { mergedState } from "./merge-state";
import { movedFormula } from "./moved-formula";
import { sheetOfOperation, withoutWrites } from "./operations";
import type {
  CellWrite,
  CellWrites,
  CellsOperation,
  Operation,
  SortOperation,
  StateOperation,
  StructureOperation,
  ViewOperation,
} from "./operations";
import { deletionAfterSort, movedSort, movedStructure, sortAfterSort, sortedRow } from "./transform-structure";

/**
 * Two lists of operations that were made at the same time, each as it has to be done after the other. Doing the first
 * and then the transformed second gives the same workbook as doing the second and then the transformed first.
 * @param earlier what the server puts first; where both change the same thing, the later one wins
 */
export function transform(
  earlier: readonly Operation[],
  later: readonly Operation[],
): readonly [Operation[], Operation[]] {
  const [first, ...moreEarlier] = earlier;
  const [second, ...moreLater] = later;
  if (!first || !second) return [[...earlier], [...later]];
  if (moreEarlier.length === 0 && moreLater.length === 0)
    return [after(first, second, false), after(second, first, true)];
  if (moreLater.length > 0) {
    const [half, done] = transform(earlier, [second]);
    const [whole, rest] = transform(half, moreLater);
    return [whole, [...done, ...rest]];
  }
  const [done, half] = transform([first], later);
  const [rest, whole] = transform(moreEarlier, half);
  return [[...done, ...rest], whole];
}

/** An operation as it has to be done after another one. @param wins whether it is the later of the two */
function after(operation: Operation, other: Operation, wins: boolean): Operation[] {
  switch (other.kind) {
    case "structure":
      return afterStructure(operation, other, wins);
    case "sort":
      return afterSort(operation, other, wins);
    case "cells":
      return operation.kind === "cells" && operation.sheetId === other.sheetId && !wins
        ? unlessEmpty({ ...operation, cells: withoutWrites(operation.cells, other.cells) })
        : [operation];
    case "sheetDeleted":
      return sheetOfOperation(operation) === other.sheetId ? [] : [operation];
    case "sheetAdded":
    case "sheetRenamed":
      return afterSheetName(operation, other, wins);
    case "sheetMoved":
    case "sheetVisibility":
      return operation.kind === other.kind && operation.sheetId === other.sheetId && !wins ? [] : [operation];
    case "view":
      return operation.kind === "view" && !wins ? afterView(operation, other) : [operation];
    case "state":
      return operation.kind === "state" ? mergedState(operation, other, wins) : [operation];
  }
}

const unlessEmpty = (operation: CellsOperation): CellsOperation[] =>
  Object.keys(operation.cells).length > 0 ? [operation] : [];

function afterStructure(operation: Operation, { change, sheetName }: StructureOperation, wins: boolean): Operation[] {
  switch (operation.kind) {
    case "cells":
      return unlessEmpty(movedCells(operation, change, sheetName, wins));
    case "structure":
      return operation.change.sheetId === change.sheetId
        ? movedStructure(operation.change, change, wins).map((moved) => ({ ...operation, change: moved }))
        : [operation];
    case "sort": {
      const moved = operation.sheetId === change.sheetId ? movedSort(operation, change) : operation;
      return moved ? [moved] : [];
    }
    case "view":
      return operation.sheetId === change.sheetId ? movedView(operation, change) : [operation];
    case "state":
      return movedStateOperation(operation, change);
    default:
      return [operation];
  }
}

function movedCells(
  operation: CellsOperation,
  change: StructuralChange,
  sheetName: string,
  wins: boolean,
): CellsOperation {
  const onSheet = operation.sheetId === change.sheetId;
  const cells: Record<number, Record<number, CellWrite>> = {};
  eachWrite(operation.cells, (write, row, column) => {
    const overwritten =
      !wins &&
      change.kind === "areaMoved" &&
      change.toSheetId === operation.sheetId &&
      contains(change.to, areaOf(row, column));
    const to = onSheet ? movedArea(change.sheetId, areaOf(row, column), change) : areaOf(row, column);
    if (to && !overwritten) {
      (cells[to.startRow] ??= {})[to.startColumn] = withFormula(write, (formula) =>
        movedFormula(formula, onSheet, change, sheetName),
      );
    }
  });
  return { ...operation, cells };
}

function withFormula(write: CellWrite, moved: (formula: string) => string): CellWrite {
  const formula = write.content?.f;
  return typeof formula === "string" ? { ...write, content: { ...write.content, f: moved(formula) } } : write;
}

function eachWrite(cells: CellWrites, visit: (write: CellWrite, row: number, column: number) => void): void {
  for (const [row, writes] of Object.entries(cells)) {
    for (const [column, write] of Object.entries(writes)) visit(write, Number(row), Number(column));
  }
}

function afterSort(operation: Operation, sort: SortOperation, wins: boolean): Operation[] {
  if (sheetOfOperation(operation) !== sort.sheetId) return [operation];
  switch (operation.kind) {
    case "cells": {
      const cells: Record<number, Record<number, CellWrite>> = {};
      eachWrite(operation.cells, (write, row, column) => {
        const to = sortedRow(row, column, sort);
        (cells[to] ??= {})[column] = withFormula(write, (formula) => shiftFormula(formula, to - row, 0));
      });
      return [{ ...operation, cells }];
    }
    case "structure":
      return deletionAfterSort(operation.change, sort).map((change) => ({ ...operation, change }));
    case "sort": {
      const same = JSON.stringify(operation.area) === JSON.stringify(sort.area);
      return same ? (wins ? [sortAfterSort(operation, sort)] : []) : [operation];
    }
    default:
      return [operation];
  }
}

/** Two sheets never get the same name: the later one gets a number. */
function afterSheetName(
  operation: Operation,
  other: Extract<Operation, { kind: "sheetAdded" | "sheetRenamed" }>,
  wins: boolean,
): Operation[] {
  if (operation.kind !== "sheetAdded" && operation.kind !== "sheetRenamed") return [operation];
  if (operation.sheetId === other.sheetId) return wins ? [operation] : [];
  if (operation.name.toLowerCase() !== other.name.toLowerCase()) return [operation];
  if (wins) return [renamed(operation, numbered(operation.name))];
  return [{ kind: "sheetRenamed", sheetId: other.sheetId, name: numbered(other.name) }, operation];
}

const numbered = (name: string): string => `${name.slice(0, 27)} (2)`;

function renamed<T extends Extract<Operation, { kind: "sheetAdded" | "sheetRenamed" }>>(operation: T, name: string): T {
  return "config" in operation ? { ...operation, name, config: { ...operation.config, name } } : { ...operation, name };
}

/** Sizes that a later change of the same rows or columns sets anyway are left out. */
function afterView(operation: ViewOperation, other: ViewOperation): Operation[] {
  if (operation.sheetId !== other.sheetId || family(operation) !== family(other)) return [operation];
  const ranges = rangesOf(operation);
  if (!ranges) return [];
  const rest = (rangesOf(other) ?? []).reduce((left, range) => left.flatMap((area) => subtract(area, range)), ranges);
  return rest.length > 0 ? [withRanges(operation, rest)] : [];
}

const family = ({ mutation }: ViewOperation): string =>
  mutation.id.replace(/-(?:hidden|visible)$/, "").replace(/(?:add|remove)-worksheet-merge$/, "merge");

function rangesOf({ mutation }: ViewOperation): Area[] | undefined {
  return (mutation.params as { ranges?: Area[] }).ranges;
}

function withRanges(operation: ViewOperation, ranges: Area[]): ViewOperation {
  const params = { ...(operation.mutation.params as object), ranges };
  return { ...operation, mutation: { ...operation.mutation, params } };
}

function movedView(operation: ViewOperation, change: StructuralChange): Operation[] {
  const ranges = rangesOf(operation);
  if (!ranges) return [operation];
  const moved = ranges.map((range) => movedArea(change.sheetId, range, change)).filter((range) => range !== undefined);
  return moved.length > 0 ? [withRanges(operation, moved)] : [];
}

function movedStateOperation(operation: StateOperation, change: StructuralChange): Operation[] {
  const before = movedState(operation.before, operation.sheetId, change);
  const value = movedState(operation.value, operation.sheetId, change);
  return value === GONE ? [] : [{ ...operation, before: before === GONE ? undefined : before, value }];
}

const GONE = Symbol("gone");

/** A value with every area in it moved; areas are of the sheet that stands beside them, or of the one around. */
function movedState(value: unknown, sheetId: string | undefined, change: StructuralChange): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => movedState(item, sheetId, change)).filter((item) => item !== GONE);
  }
  if (typeof value !== "object" || value === null) return value;
  if (isArea(value)) return sheetId === undefined ? value : (movedArea(sheetId, value, change) ?? GONE);
  const own = (value as { sheetId?: unknown }).sheetId;
  const home = typeof own === "string" ? own : sheetId;
  const entries = Object.entries(value).map(([key, item]) => [key, movedState(item, home, change)] as const);
  return entries.some(([, item]) => item === GONE) ? GONE : Object.fromEntries(entries);
}

function isArea(value: object): value is Area {
  return "startRow" in value && "endRow" in value && "startColumn" in value && "endColumn" in value;
}
