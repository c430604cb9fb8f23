import { MAX_COLUMNS, MAX_ROWS, areaOf } from "../a1";
import type { Area } from "../a1";
import { movedArea } from "../engine/structure";
import type { StructuralChange } from "../engine/structure";
import type { SortOperation } from "./operations";

/** An insertion or deletion as the cells that come or go. */
interface Shift {
  readonly axis: "rows" | "columns";
  readonly insert: boolean;
  readonly area: Area;
}

function shiftOf(change: StructuralChange): Shift | undefined {
  switch (change.kind) {
    case "rowsInserted":
    case "rowsDeleted":
      return {
        axis: "rows",
        insert: change.kind === "rowsInserted",
        area: areaOf(change.start, 0, change.count, MAX_COLUMNS),
      };
    case "columnsInserted":
    case "columnsDeleted":
      return {
        axis: "columns",
        insert: change.kind === "columnsInserted",
        area: areaOf(0, change.start, MAX_ROWS, change.count),
      };
    case "cellsInserted":
    case "cellsDeleted":
      return {
        axis: change.shift === "Up" || change.shift === "Down" ? "rows" : "columns",
        insert: change.kind === "cellsInserted",
        area: change.area,
      };
    case "areaMoved":
      return undefined;
  }
}

/** The change with another extent along its axis. */
function withExtent(change: StructuralChange, area: Area): StructuralChange {
  switch (change.kind) {
    case "rowsInserted":
    case "rowsDeleted":
      return { ...change, start: area.startRow, count: area.endRow - area.startRow + 1 };
    case "columnsInserted":
    case "columnsDeleted":
      return { ...change, start: area.startColumn, count: area.endColumn - area.startColumn + 1 };
    case "cellsInserted":
    case "cellsDeleted":
      return { ...change, area };
    case "areaMoved":
      return change;
  }
}

const span = (area: Area, axis: "rows" | "columns"): readonly [number, number] =>
  axis === "rows" ? [area.startRow, area.endRow] : [area.startColumn, area.endColumn];

const onAxis = (area: Area, axis: "rows" | "columns", from: number, to: number): Area =>
  axis === "rows" ? { ...area, startRow: from, endRow: to } : { ...area, startColumn: from, endColumn: to };

/**
 * A change of the structure as it has to be done after another one on the same sheet.
 * @param later whether the change comes after the other one in the server's order
 */
export function movedStructure(change: StructuralChange, other: StructuralChange, later: boolean): StructuralChange[] {
  if (change.kind === "areaMoved") {
    const from = movedArea(change.sheetId, change.from, other);
    const to = other.sheetId === change.toSheetId ? movedArea(change.toSheetId, change.to, other) : change.to;
    return from && to ? [{ ...change, from, to }] : [];
  }
  const own = shiftOf(change);
  const theirs = shiftOf(other);
  if (!own) return [change];
  if (theirs?.axis !== own.axis) {
    const area = movedArea(change.sheetId, own.area, other);
    return area ? [withExtent(change, area)] : [];
  }
  const [start, end] = span(own.area, own.axis);
  const [from, to] = span(theirs.area, own.axis);
  const count = to - from + 1;
  if (!sameLane(own, theirs)) return [change];
  const at = (first: number, last: number): StructuralChange =>
    withExtent(change, onAxis(own.area, own.axis, first, last));
  if (own.insert) {
    if (theirs.insert) return from < start || (from === start && later) ? [at(start + count, end + count)] : [change];
    if (start > to) return [at(start - count, end - count)];
    return start > from ? [at(from, from + end - start)] : [change];
  }
  if (theirs.insert) {
    if (from <= start) return [at(start + count, end + count)];
    // What the other client inserted among the deleted cells stays.
    return from <= end ? [at(from + count, end + count), at(start, from - 1)] : [change];
  }
  const area = movedArea(change.sheetId, own.area, other);
  return area ? [withExtent(change, area)] : [];
}

/** Whether the cells that one change shifts contain those of the other: rows in the same columns, for instance. */
function sameLane(own: Shift, theirs: Shift): boolean {
  const across = own.axis === "rows" ? "columns" : "rows";
  const [from, to] = span(own.area, across);
  const [theirFrom, theirTo] = span(theirs.area, across);
  return theirFrom <= from && theirTo >= to;
}

/** A sort as it has to be done after cells came or went: what was inserted stays where it is. */
export function movedSort(sort: SortOperation, change: StructuralChange): SortOperation | undefined {
  const area = movedArea(sort.sheetId, sort.area, change);
  if (!area) return undefined;
  const rowAfter = (row: number): number | undefined =>
    movedArea(sort.sheetId, { ...sort.area, startRow: row, endRow: row }, change)?.startRow;
  const rows = rowsOf(sort.area);
  const there = new Set(rows.map(rowAfter));
  const sources = rows.map((row) => rowAfter(sort.order[row] ?? row)).filter((row) => row !== undefined);
  const slots = rowsOf(area).filter((row) => there.has(row));
  const order: Record<number, number> = Object.fromEntries(rowsOf(area).map((row) => [row, row]));
  for (const [index, slot] of slots.entries()) order[slot] = sources[index] ?? slot;
  return { ...sort, area, order };
}

/** Where the row's content is after a sort. */
export function sortedRow(row: number, column: number, { area, order }: SortOperation): number {
  if (row < area.startRow || row > area.endRow || column < area.startColumn || column > area.endColumn) return row;
  return rowsOf(area).find((to) => (order[to] ?? to) === row) ?? row;
}

/** A deletion after a sort: the rows to delete are in other places, perhaps apart. */
export function deletionAfterSort(change: StructuralChange, sort: SortOperation): StructuralChange[] {
  const own = shiftOf(change);
  if (!own || own.insert || own.axis !== "rows") return [change];
  if (own.area.startColumn > sort.area.startColumn || own.area.endColumn < sort.area.endColumn) return [change];
  const rows = rowsOf(own.area)
    .map((row) => sortedRow(row, sort.area.startColumn, sort))
    .sort((one, another) => another - one);
  return rows.map((row) => withExtent(change, { ...own.area, startRow: row, endRow: row }));
}

/** The later of two sorts of the same rows, so that its order is the one that results. */
export function sortAfterSort(sort: SortOperation, earlier: SortOperation): SortOperation {
  const order = Object.fromEntries(
    rowsOf(sort.area).map((row) => [row, sortedRow(sort.order[row] ?? row, sort.area.startColumn, earlier)]),
  );
  return { ...sort, order };
}

function rowsOf(area: Area): number[] {
  return Array.from({ length: area.endRow - area.startRow + 1 }, (_, index) => area.startRow + index);
}
