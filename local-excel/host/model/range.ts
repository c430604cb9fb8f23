import {
  MAX_COLUMNS,
  MAX_ROWS,
  areaOf,
  bounding,
  columnCount,
  contains,
  formatAddress,
  intersect,
  isWholeColumns,
  isWholeRows,
  rowCount,
} from "../a1";
import type { Area } from "../a1";
import { NULL_OBJECT, defineClass, objectOf } from "../bridge/model";
import type { Call, HostObject } from "../bridge/model";
import type { Place } from "../engine/places";
import { shiftFormula } from "../engine/shift-formula";
import { HostError, apiNotFound, invalidArgument, itemNotFound } from "../errors";
import { areaFrom, areaOfPlace, choice, number, rangeAt, requireWritable, sheetOf } from "./lookup";
import { sortRows } from "./sorting";
import type { SortField } from "./sorting";

/** More cells than this are not read in one go: Excel answers null, or refuses. */
const READ_LIMIT = 5_000_000;

const at = (self: Place, call: Call, area: Area): HostObject => {
  const inside = area.startRow >= 0 && area.startColumn >= 0 && area.endRow < MAX_ROWS && area.endColumn < MAX_COLUMNS;
  if (!inside || area.endRow < area.startRow || area.endColumn < area.startColumn) {
    throw invalidArgument("the range lies outside the worksheet");
  }
  return rangeAt(call, self.sheetId, area);
};

/** Reads a grid of the range; null where Excel gives up (whole columns, very large ranges). */
function grid<T>(self: Place, call: Call, read: (sheet: ReturnType<typeof sheetOf>, area: Area) => T): T | null {
  const area = areaOfPlace(self);
  if (isWholeColumns(area) || isWholeRows(area) || rowCount(area) * columnCount(area) > READ_LIMIT) return null;
  return read(sheetOf(call.host, self.sheetId), area);
}

function writable(self: Place, call: Call): { sheet: ReturnType<typeof sheetOf>; area: Area } {
  const area = areaOfPlace(self);
  requireWritable(call.host, self.sheetId, area);
  return { sheet: sheetOf(call.host, self.sheetId), area };
}

/** The same answer for all cells, or null when they differ. */
function uniform<T>(self: Place, call: Call, read: (row: number, column: number) => T): T | null {
  const area = areaOfPlace(self);
  const bounded = call.host.cells.bounded(sheetOf(call.host, self.sheetId), area) ?? area;
  const first = read(bounded.startRow, bounded.startColumn);
  const limit = Math.min(bounded.endRow, bounded.startRow + 5000);
  for (let row = bounded.startRow; row <= limit; row++) {
    for (let column = bounded.startColumn; column <= bounded.endColumn; column++)
      if (read(row, column) !== first) return null;
  }
  return first;
}

function sizeInPixels(self: Place, call: Call): { left: number; top: number; width: number; height: number } {
  const sheet = sheetOf(call.host, self.sheetId);
  const area = call.host.cells.bounded(sheet, areaOfPlace(self)) ?? areaOfPlace(self);
  const span = (from: number, to: number, size: (index: number) => number): number => {
    let sum = 0;
    for (let index = from; index <= to; index++) sum += size(index);
    return sum;
  };
  const width = (column: number): number => sheet.getColumnWidth(column) * 0.75;
  const height = (row: number): number => sheet.getRowHeight(row) * 0.75;
  return {
    left: span(0, area.startColumn - 1, width),
    top: span(0, area.startRow - 1, height),
    width: span(area.startColumn, area.endColumn, width),
    height: span(area.startRow, area.endRow, height),
  };
}

function spillArea(self: Place, call: Call): Area | undefined {
  const { formulas, unitId } = call.host.engine;
  const { startRow, startColumn } = areaOfPlace(self);
  const range = formulas.getArrayFormulaRange()[unitId]?.[self.sheetId]?.[startRow]?.[startColumn];
  return range
    ? { startRow: range.startRow, endRow: range.endRow, startColumn: range.startColumn, endColumn: range.endColumn }
    : undefined;
}

function spillParent(self: Place, call: Call): Area | undefined {
  const { formulas, unitId } = call.host.engine;
  const cell = areaOfPlace(self);
  for (const [row, cells] of Object.entries(formulas.getArrayFormulaRange()[unitId]?.[self.sheetId] ?? {})) {
    for (const [column, range] of Object.entries(cells ?? {})) {
      if (contains(range as Area, { ...cell, endRow: cell.startRow, endColumn: cell.startColumn }))
        return areaOf(Number(row), Number(column));
    }
  }
  return undefined;
}

function cellJson(call: Call, self: Place, row: number, column: number): unknown {
  const sheet = sheetOf(call.host, self.sheetId);
  const value = call.host.cells.value(sheet, row, column);
  const type = call.host.cells.valueType(sheet, row, column);
  const note = call.host.functions.noteAt(self.sheetId, row, column);
  if (note?.rich && type !== "Error") return note.rich;
  if (type === "Empty") return { type: "Empty", basicValue: "", basicType: "Empty" };
  if (type === "Error") {
    return { type: "Error", basicValue: value, basicType: "Error", errorType: ERROR_TYPES[String(value)] ?? "Value" };
  }
  return { type, basicValue: value, basicType: type };
}

const ERROR_TYPES: Readonly<Record<string, string>> = {
  "#N/A": "NotAvailable",
  "#VALUE!": "Value",
  "#REF!": "Ref",
  "#NAME?": "Name",
  "#NUM!": "Num",
  "#NULL!": "Null",
  "#DIV/0!": "Div0",
  "#SPILL!": "Spill",
  "#CALC!": "Calc",
  "#BUSY!": "Busy",
};

function writeJson(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  const cell = value as { basicValue?: unknown; text?: unknown; type?: unknown };
  return cell.type === "Entity" ? cell.text : (cell.basicValue ?? "");
}

/** Lines above, below, before, after: a negative count turns round. */
function lines(self: Place, call: Call, count: unknown, side: "above" | "below" | "before" | "after"): HostObject {
  const area = areaOfPlace(self);
  const size = count === undefined || count === null ? 1 : number(count, "count");
  if (size === 0) throw invalidArgument("count 0");
  const turned = { above: "below", below: "above", before: "after", after: "before" } as const;
  if (size < 0) return lines(self, call, -size, turned[side]);
  switch (side) {
    case "above":
      return at(self, call, { ...area, startRow: area.startRow - size, endRow: area.startRow - 1 });
    case "below":
      return at(self, call, { ...area, startRow: area.endRow + 1, endRow: area.endRow + size });
    case "before":
      return at(self, call, { ...area, startColumn: area.startColumn - size, endColumn: area.startColumn - 1 });
    case "after":
      return at(self, call, { ...area, startColumn: area.endColumn + 1, endColumn: area.endColumn + size });
  }
}

function copyFrom(self: Place, call: Call, source: unknown, copyType: unknown, transpose: unknown): void {
  const { host } = call;
  const { sheet, area } = writable(self, call);
  const from = areaFrom(host, self.sheetId, source);
  const fromSheet = sheetOf(host, from.sheetId);
  const values =
    copyType === "Values" ? host.cells.values(fromSheet, from.area) : host.cells.formulasOf(fromSheet, from.area);
  const rows =
    transpose === true ? (values[0] ?? []).map((_value, column) => values.map((row) => row[column] ?? "")) : values;
  const height = Math.max(rows.length, rowCount(area));
  const width = Math.max(rows[0]?.length ?? 1, columnCount(area));
  const target = areaOf(area.startRow, area.startColumn, height, width);
  const cells = host.cells.grid(target, (row, column) => {
    const sourceRow = (row - target.startRow) % rows.length;
    const sourceColumn = (column - target.startColumn) % (rows[0]?.length ?? 1);
    const value = rows[sourceRow]?.[sourceColumn] ?? "";
    return typeof value === "string" && value.startsWith("=")
      ? shiftFormula(value, row - from.area.startRow - sourceRow, column - from.area.startColumn - sourceColumn)
      : value;
  });
  if (copyType !== "Values" && copyType !== "Formulas") {
    host.cells.styleCells(sheet, target, (row, column) =>
      host.cells.style(
        fromSheet,
        from.area.startRow + ((row - target.startRow) % rows.length),
        from.area.startColumn + ((column - target.startColumn) % (rows[0]?.length ?? 1)),
      ),
    );
  }
  if (copyType !== "Formats") host.cells.write(sheet, target, cells);
}

defineClass<Place>({
  name: "Range",
  lazy: ["valuesAsJson", "valuesAsJsonLocal"],
  properties: {
    address: { get: (self, { host }) => formatAddress(sheetOf(host, self.sheetId).getName(), areaOfPlace(self)) },
    addressLocal: { get: (self, { host }) => formatAddress(sheetOf(host, self.sheetId).getName(), areaOfPlace(self)) },
    cellCount: {
      get: (self) => {
        const cells = rowCount(areaOfPlace(self)) * columnCount(areaOfPlace(self));
        return cells > 2 ** 31 - 1 ? -1 : cells;
      },
    },
    columnCount: { get: (self) => columnCount(areaOfPlace(self)) },
    columnIndex: { get: (self) => areaOfPlace(self).startColumn },
    rowCount: { get: (self) => rowCount(areaOfPlace(self)) },
    rowIndex: { get: (self) => areaOfPlace(self).startRow },
    isEntireColumn: { get: (self) => isWholeColumns(areaOfPlace(self)) },
    isEntireRow: { get: (self) => isWholeRows(areaOfPlace(self)) },
    values: {
      get: (self, call) => grid(self, call, (sheet, area) => call.host.cells.values(sheet, area)),
      set: (self, value, call) => {
        const { sheet, area } = writable(self, call);
        if (!Array.isArray(value) && (isWholeColumns(area) || isWholeRows(area)))
          throw invalidArgument("one value for whole columns or rows");
        call.host.cells.write(sheet, area, value);
      },
    },
    valuesAsJson: {
      get: (self, call) =>
        grid(self, call, (_sheet, area) =>
          call.host.cells.grid(area, (row, column) => cellJson(call, self, row, column)),
        ),
      set: (self, value, call) => {
        const { sheet, area } = writable(self, call);
        const rows = Array.isArray(value) ? (value as unknown[][]).map((row) => row.map(writeJson)) : writeJson(value);
        call.host.cells.write(sheet, area, rows);
      },
    },
    formulas: {
      get: (self, call) => grid(self, call, (sheet, area) => call.host.cells.formulasOf(sheet, area)),
      set: (self, value, call) => {
        const { sheet, area } = writable(self, call);
        call.host.cells.writeFormulas(sheet, area, value);
      },
    },
    formulasLocal: {
      get: (self, call) => grid(self, call, (sheet, area) => call.host.cells.formulasOf(sheet, area)),
      set: (self, value, call) => {
        const { sheet, area } = writable(self, call);
        call.host.cells.writeFormulas(sheet, area, value);
      },
    },
    text: {
      get: (self, call) =>
        grid(self, call, (sheet, area) =>
          call.host.cells.grid(area, (row, column) => call.host.cells.text(sheet, row, column)),
        ),
    },
    valueTypes: {
      get: (self, call) =>
        grid(self, call, (sheet, area) =>
          call.host.cells.grid(area, (row, column) => call.host.cells.valueType(sheet, row, column)),
        ),
    },
    numberFormat: {
      get: (self, call) =>
        grid(self, call, (sheet, area) =>
          call.host.cells.grid(area, (row, column) => call.host.cells.numberFormat(sheet, row, column)),
        ),
      set: (self, value, call) => {
        const { sheet, area } = writable(self, call);
        call.host.cells.writeNumberFormats(sheet, area, value);
      },
    },
    numberFormatLocal: {
      get: (self, call) =>
        grid(self, call, (sheet, area) =>
          call.host.cells.grid(area, (row, column) => call.host.cells.numberFormat(sheet, row, column)),
        ),
      set: (self, value, call) => {
        const { sheet, area } = writable(self, call);
        call.host.cells.writeNumberFormats(sheet, area, value);
      },
    },
    hasSpill: {
      get: (self, call) =>
        uniform(self, call, (row, column) => spillParent({ ...self, area: areaOf(row, column) }, call) !== undefined),
    },
    rowHidden: {
      get: (self, call) => uniform(self, call, (row) => !sheetOf(call.host, self.sheetId).getRowVisible(row)),
      set: (self, value, call) => {
        const area = areaOfPlace(self);
        call.host.sheets.setRowsHidden(sheetOf(call.host, self.sheetId), area.startRow, area.endRow, value === true);
      },
    },
    columnHidden: {
      get: (self, call) =>
        uniform(self, call, (_row, column) => !sheetOf(call.host, self.sheetId).getColVisible(column)),
      set: (self, value, call) => {
        const area = areaOfPlace(self);
        call.host.sheets.setColumnsHidden(
          sheetOf(call.host, self.sheetId),
          area.startColumn,
          area.endColumn,
          value === true,
        );
      },
    },
    hidden: {
      get: (self, call) =>
        uniform(
          self,
          call,
          (row, column) =>
            !sheetOf(call.host, self.sheetId).getRowVisible(row) ||
            !sheetOf(call.host, self.sheetId).getColVisible(column),
        ),
    },
    hyperlink: {
      get: (self, call) =>
        call.host.sheetState(self.sheetId).hyperlinks.findLast(({ area }) => contains(area, areaOfPlace(self)))?.link ??
        null,
      set: (self, value, call) => {
        const { sheet, area } = writable(self, call);
        const state = call.host.sheetState(self.sheetId);
        state.hyperlinks = state.hyperlinks.filter((link) => !contains(area, link.area));
        const link = (value ?? {}) as Record<string, unknown>;
        if (Object.keys(link).length > 0) state.hyperlinks.push({ area, link });
        if (typeof link["textToDisplay"] === "string") call.host.cells.write(sheet, area, link["textToDisplay"]);
        const blue = { cl: { rgb: "#0563C1" }, ul: { s: 1 } };
        call.host.cells.styleCells(sheet, area, () => (Object.keys(link).length > 0 ? blue : undefined));
      },
    },
    left: { get: (self, call) => sizeInPixels(self, call).left },
    top: { get: (self, call) => sizeInPixels(self, call).top },
    width: { get: (self, call) => sizeInPixels(self, call).width },
    height: { get: (self, call) => sizeInPixels(self, call).height },
  },
  objects: {
    conditionalFormats: (self) => objectOf("ConditionalFormatCollection", self),
    dataValidation: (self) => objectOf("DataValidation", self),
    format: (self) => objectOf("RangeFormat", self),
    sort: (self) => objectOf("RangeSort", self),
    worksheet: (self) => objectOf("Worksheet", self.sheetId),
  },
  methods: {
    calculate: (self, _args, { host }) => {
      const area = host.cells.bounded(sheetOf(host, self.sheetId), areaOfPlace(self));
      if (area) host.calculation.markDirty(self.sheetId, [area]);
      void host.calculation.flush(true);
      return null;
    },
    clear: (self, [applyTo], call) => {
      const { sheet, area } = writable(self, call);
      const what =
        applyTo === undefined || applyTo === null
          ? "All"
          : choice(
              applyTo,
              ["All", "Contents", "Formats", "Hyperlinks", "RemoveHyperlinks", "ResetContents"],
              "applyTo",
            );
      if (what === "All" || what === "Contents" || what === "Formats") call.host.cells.clear(sheet, area, what);
      else if (what === "ResetContents") call.host.cells.clear(sheet, area, "Contents");
      else {
        const state = call.host.sheetState(self.sheetId);
        state.hyperlinks = state.hyperlinks.filter((link) => !contains(area, link.area));
      }
      return null;
    },
    copyFrom: (self, [source, copyType, skipBlanks, transpose], call) => {
      if (skipBlanks === true) throw apiNotFound("Range.copyFrom with skipBlanks");
      copyFrom(self, call, source, copyType, transpose);
      return null;
    },
    delete: (self, [shift], call) => {
      const { sheet, area } = writable(self, call);
      call.host.sheets.deleteCells(sheet, area, choice(shift, ["Up", "Left"], "shift"));
      return null;
    },
    insert: (self, [shift], call) => {
      const { sheet, area } = writable(self, call);
      const where = { ...area };
      call.host.sheets.insert(sheet, where, choice(shift, ["Down", "Right"], "shift"));
      return rangeAt(call, self.sheetId, where);
    },
    getAbsoluteResizedRange: (self, [rows, columns], call) => {
      const area = areaOfPlace(self);
      return at(self, call, areaOf(area.startRow, area.startColumn, number(rows, "rows"), number(columns, "columns")));
    },
    getBoundingRect: (self, [other], call) => {
      const place = areaFrom(call.host, self.sheetId, other);
      if (place.sheetId !== self.sheetId) throw invalidArgument("the ranges lie on different worksheets");
      return at(self, call, bounding(areaOfPlace(self), place.area));
    },
    getCell: (self, [row, column], call) => {
      const area = areaOfPlace(self);
      return at(self, call, areaOf(area.startRow + number(row, "row"), area.startColumn + number(column, "column")));
    },
    getColumn: (self, [column], call) => {
      const area = areaOfPlace(self);
      const index = area.startColumn + number(column, "column");
      return at(self, call, { ...area, startColumn: index, endColumn: index });
    },
    getRow: (self, [row], call) => {
      const area = areaOfPlace(self);
      const index = area.startRow + number(row, "row");
      return at(self, call, { ...area, startRow: index, endRow: index });
    },
    getColumnsAfter: (self, [count], call) => lines(self, call, count, "after"),
    getColumnsBefore: (self, [count], call) => lines(self, call, count, "before"),
    getRowsAbove: (self, [count], call) => lines(self, call, count, "above"),
    getRowsBelow: (self, [count], call) => lines(self, call, count, "below"),
    getEntireColumn: (self, _args, call) => at(self, call, { ...areaOfPlace(self), startRow: 0, endRow: MAX_ROWS - 1 }),
    getEntireRow: (self, _args, call) =>
      at(self, call, { ...areaOfPlace(self), startColumn: 0, endColumn: MAX_COLUMNS - 1 }),
    getIntersection: (self, [other], call) => {
      const place = areaFrom(call.host, self.sheetId, other);
      const shared = place.sheetId === self.sheetId ? intersect(areaOfPlace(self), place.area) : undefined;
      if (!shared) throw itemNotFound("the ranges do not intersect");
      return at(self, call, shared);
    },
    getIntersectionOrNullObject: (self, [other], call) => {
      const place = areaFrom(call.host, self.sheetId, other);
      const shared = place.sheetId === self.sheetId ? intersect(areaOfPlace(self), place.area) : undefined;
      return shared ? at(self, call, shared) : NULL_OBJECT;
    },
    getLastCell: (self, _args, call) => at(self, call, areaOf(areaOfPlace(self).endRow, areaOfPlace(self).endColumn)),
    getLastColumn: (self, _args, call) =>
      at(self, call, { ...areaOfPlace(self), startColumn: areaOfPlace(self).endColumn }),
    getLastRow: (self, _args, call) => at(self, call, { ...areaOfPlace(self), startRow: areaOfPlace(self).endRow }),
    getOffsetRange: (self, [rows, columns], call) => {
      const area = areaOfPlace(self);
      const [down, right] = [number(rows, "row offset"), number(columns, "column offset")];
      return at(self, call, {
        startRow: area.startRow + down,
        endRow: area.endRow + down,
        startColumn: area.startColumn + right,
        endColumn: area.endColumn + right,
      });
    },
    getResizedRange: (self, [rows, columns], call) => {
      const area = areaOfPlace(self);
      return at(self, call, {
        ...area,
        endRow: area.endRow + number(rows, "rows"),
        endColumn: area.endColumn + number(columns, "columns"),
      });
    },
    getSurroundingRegion: (self, _args, call) => at(self, call, region(self, call)),
    getSpillParent: (self, _args, call) => {
      const parent = spillParent(self, call);
      if (!parent) throw itemNotFound("the cell is not part of a spill");
      return at(self, call, parent);
    },
    getSpillParentOrNullObject: (self, _args, call) => {
      const parent = spillParent(self, call);
      return parent ? at(self, call, parent) : NULL_OBJECT;
    },
    getSpillingToRange: (self, _args, call) => {
      const area = spillArea(self, call);
      if (!area) throw itemNotFound("nothing spills from the cell");
      return at(self, call, area);
    },
    getSpillingToRangeOrNullObject: (self, _args, call) => {
      const area = spillArea(self, call);
      return area ? at(self, call, area) : NULL_OBJECT;
    },
    getTables: (self, [fullyContained]) =>
      objectOf("TableScopedCollection", { place: self, fullyContained: fullyContained === true }),
    getUsedRange: (self, [valuesOnly], call) => {
      const used = call.host.cells.usedArea(sheetOf(call.host, self.sheetId), valuesOnly === true, areaOfPlace(self));
      if (!used) throw itemNotFound("the range is empty");
      return at(self, call, used);
    },
    getUsedRangeOrNullObject: (self, [valuesOnly], call) => {
      const used = call.host.cells.usedArea(sheetOf(call.host, self.sheetId), valuesOnly === true, areaOfPlace(self));
      return used ? at(self, call, used) : NULL_OBJECT;
    },
    getVisibleView: (self) => objectOf("RangeView", self),
    merge: (self, [across], call) => {
      const { sheet, area } = writable(self, call);
      call.host.sheets.merge(sheet, area, across === true);
      return null;
    },
    unmerge: (self, _args, call) => {
      const { sheet, area } = writable(self, call);
      call.host.sheets.unmerge(sheet, area);
      return null;
    },
    select: (self, _args, { host }) => {
      host.sheets.select(sheetOf(host, self.sheetId), areaOfPlace(self));
      return null;
    },
    setDirty: (self, _args, { host }) => {
      host.calculation.markDirty(self.sheetId, [areaOfPlace(self)]);
      return null;
    },
    _validateArraySize: () => null,
  },
});

/** The block of filled cells around the range. */
function region(self: Place, call: Call): Area {
  const sheet = sheetOf(call.host, self.sheetId);
  let area = areaOfPlace(self);
  for (;;) {
    const ring = {
      startRow: Math.max(0, area.startRow - 1),
      endRow: area.endRow + 1,
      startColumn: Math.max(0, area.startColumn - 1),
      endColumn: area.endColumn + 1,
    };
    const used = call.host.cells.usedArea(sheet, true, ring);
    const next = used ? bounding(area, used) : area;
    if (contains(area, next)) return area;
    area = next;
  }
}

defineClass<Place>({
  name: "RangeSort",
  methods: {
    apply: (self, [fields, matchCase, hasHeaders, orientation], call) => {
      if (matchCase === true || orientation === "Columns") throw apiNotFound("RangeSort.apply with case or by columns");
      const { area } = writable(self, call);
      const rows = hasHeaders === true ? { ...area, startRow: area.startRow + 1 } : area;
      sortRows(call.host, self.sheetId, rows, fields as SortField[]);
      return null;
    },
  },
});

/** Only the visible rows of a range. */
defineClass<Place>({
  name: "RangeView",
  properties: {
    values: {
      get: (self, call) =>
        visibleRows(self, call).map(
          (row) =>
            call.host.cells.values(sheetOf(call.host, self.sheetId), {
              ...areaOfPlace(self),
              startRow: row,
              endRow: row,
            })[0],
        ),
    },
    text: {
      get: (self, call) =>
        visibleRows(self, call).map(
          (row) =>
            call.host.cells.grid({ ...areaOfPlace(self), startRow: row, endRow: row }, (r, c) =>
              call.host.cells.text(sheetOf(call.host, self.sheetId), r, c),
            )[0],
        ),
    },
    rowCount: { get: (self, call) => visibleRows(self, call).length },
    columnCount: { get: (self) => columnCount(areaOfPlace(self)) },
    cellAddresses: {
      get: (self, call) =>
        visibleRows(self, call).map(
          (row) =>
            call.host.cells.grid({ ...areaOfPlace(self), startRow: row, endRow: row }, (r, c) =>
              formatAddress(sheetOf(call.host, self.sheetId).getName(), areaOf(r, c)),
            )[0],
        ),
    },
  },
});

function visibleRows(self: Place, call: Call): number[] {
  const sheet = sheetOf(call.host, self.sheetId);
  const area = call.host.cells.bounded(sheet, areaOfPlace(self));
  if (!area) return [];
  return Array.from({ length: rowCount(area) }, (_value, index) => area.startRow + index).filter((row) =>
    sheet.getRowVisible(row),
  );
}

/** What getTables answers: the tables that touch a range. */
defineClass<{ place: Place; fullyContained: boolean }>({
  name: "TableScopedCollection",
  items: ({ place, fullyContained }, { host }) =>
    host.tables
      .at(place.sheetId, areaOfPlace(place))
      .filter((table) => !fullyContained || contains(areaOfPlace(place), table.area))
      .map(({ id }) => objectOf("Table", id)),
  item: (_self, [key], { host }) => {
    const table = host.tables.find(String(key));
    if (!table) throw itemNotFound(`table ${String(key)}`);
    return objectOf("Table", table.id);
  },
  methods: {
    getCount: ({ place }, _args, { host }) => host.tables.at(place.sheetId, areaOfPlace(place)).length,
    getFirst: ({ place }, _args, { host }) => {
      const table = host.tables.at(place.sheetId, areaOfPlace(place))[0];
      if (!table) throw new HostError("ItemNotFound", "no table touches the range");
      return objectOf("Table", table.id);
    },
    getItemOrNullObject: (_self, [key], { host }) => {
      const table = host.tables.find(String(key));
      return table ? objectOf("Table", table.id) : NULL_OBJECT;
    },
  },
});
