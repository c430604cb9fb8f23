import { areaOf, formatAddress, rowCount } from "../a1";
import type { Area } from "../a1";
import { defineClass, objectOf } from "../bridge/model";
import type { Call, Property } from "../bridge/model";
import type { TrackedRange } from "../engine/tracked-ranges";
import { invalidArgument } from "../errors";
import { areaOfRange, number, rangeAt, sheetOf } from "./lookup";
import { RANGE_CONTENTS } from "./range-contents";

/** The visible cells of a range, or of one visible row of it with its place among them. */
interface View extends TrackedRange {
  readonly index?: number;
}

/** The rows and columns that are visible, whether a person or a filter hides the others. */
function visibleLines(self: View, call: Call): { rows: Area[]; columns: number[] } {
  const sheet = sheetOf(call.host, self.sheetId);
  const area = call.host.cells.bounded(sheet, areaOfRange(self));
  if (!area) return { rows: [], columns: [] };
  const rows = Array.from({ length: rowCount(area) }, (_value, index) => area.startRow + index);
  const { startColumn, endColumn } = area;
  const columns = Array.from({ length: endColumn - startColumn + 1 }, (_value, index) => startColumn + index);
  return {
    rows: rows
      .filter((row) => sheet.getRowVisible(row))
      .map((row) => ({ startRow: row, endRow: row, startColumn, endColumn })),
    columns: columns.filter((column) => sheet.getColVisible(column)),
  };
}

/** A property of ranges, read from and written to the visible cells only. */
function visibleCells(name: string): Property<View> {
  const property = RANGE_CONTENTS[name];
  return {
    get: (self, call) => {
      const { rows, columns } = visibleLines(self, call);
      return rows.map((area) => {
        const [cells] = property?.get?.({ sheetId: self.sheetId, area }, call) as unknown[][];
        return columns.map((column) => cells?.[column - area.startColumn]);
      });
    },
    set: (self, value, call) => {
      const { rows, columns } = visibleLines(self, call);
      const given = value as unknown[][];
      if (!Array.isArray(value) || given.length !== rows.length || given.some((row) => row.length !== columns.length)) {
        throw invalidArgument(`${name} of another size than the view`);
      }
      rows.forEach((area, index) => {
        const cells = Array.from({ length: area.endColumn - area.startColumn + 1 }, (): unknown => null);
        columns.forEach((column, at) => (cells[column - area.startColumn] = given[index]?.[at]));
        property?.set?.({ sheetId: self.sheetId, area }, [cells], call);
      });
    },
  };
}

const readOnly = ({ get }: Property<View>): Property<View> => (get ? { get } : {});

defineClass<View>({
  name: "RangeView",
  properties: {
    values: visibleCells("values"),
    valuesAsJson: visibleCells("valuesAsJson"),
    formulas: visibleCells("formulas"),
    formulasLocal: visibleCells("formulasLocal"),
    formulasR1C1: visibleCells("formulasR1C1"),
    numberFormat: visibleCells("numberFormat"),
    text: readOnly(visibleCells("text")),
    valueTypes: readOnly(visibleCells("valueTypes")),
    index: { get: ({ index }) => index ?? 0 },
    rowCount: { get: (self, call) => visibleLines(self, call).rows.length },
    columnCount: { get: (self, call) => visibleLines(self, call).columns.length },
    cellAddresses: {
      get: (self, call) => {
        const sheet = sheetOf(call.host, self.sheetId).getName();
        const { rows, columns } = visibleLines(self, call);
        return rows.map(({ startRow }) => columns.map((column) => formatAddress(sheet, areaOf(startRow, column))));
      },
    },
  },
  objects: { rows: (self) => objectOf("RangeViewCollection", self) },
  methods: { getRange: (self, _args, call) => rangeAt(call, self.sheetId, areaOfRange(self)) },
});

const rowsOf = (self: View, call: Call): View[] =>
  visibleLines(self, call).rows.map((area, index) => ({ sheetId: self.sheetId, area, index }));

defineClass<View>({
  name: "RangeViewCollection",
  items: (self, call) => rowsOf(self, call).map((row) => objectOf("RangeView", row)),
  methods: {
    getCount: (self, _args, call) => rowsOf(self, call).length,
    getItemAt: (self, [index], call) => {
      const row = rowsOf(self, call)[number(index, "index")];
      if (!row) throw invalidArgument(`index ${String(index)}`);
      return objectOf("RangeView", row);
    },
  },
});
