import { areaOf, columnCount, contains, formatAddress, rowCount } from "../a1";
import { NULL_OBJECT, defineClass, objectOf } from "../bridge/model";
import type { Call } from "../bridge/model";
import type { TrackedRange } from "../engine/tracked-ranges";
import { HostError, itemNotFound } from "../errors";
import { areaOfRange, sheetOf } from "./lookup";
import { requireSortable } from "./protection";
import { sortColumns, sortRows } from "./sorting";
import type { SortField } from "./sorting";

defineClass<TrackedRange>({
  name: "RangeSort",
  methods: {
    apply: (self, [fields, matchCase, hasHeaders, orientation], call) => {
      const area = areaOfRange(self);
      requireSortable(call.host, self.sheetId, area);
      const options = { fields: fields as SortField[], matchCase: matchCase === true };
      if (orientation === "Columns") {
        const columns = hasHeaders === true ? { ...area, startColumn: area.startColumn + 1 } : area;
        sortColumns(call.host, self.sheetId, columns, options);
      } else {
        const rows = hasHeaders === true ? { ...area, startRow: area.startRow + 1 } : area;
        sortRows(call.host, self.sheetId, rows, options.fields, options.matchCase);
      }
      return null;
    },
  },
});

/** Only the visible rows of a range. */
defineClass<TrackedRange>({
  name: "RangeView",
  properties: {
    values: {
      get: (self, call) =>
        visibleRows(self, call).map(
          (row) =>
            call.host.cells.values(sheetOf(call.host, self.sheetId), {
              ...areaOfRange(self),
              startRow: row,
              endRow: row,
            })[0],
        ),
    },
    text: {
      get: (self, call) =>
        visibleRows(self, call).map(
          (row) =>
            call.host.cells.grid({ ...areaOfRange(self), startRow: row, endRow: row }, (r, c) =>
              call.host.cells.text(sheetOf(call.host, self.sheetId), r, c),
            )[0],
        ),
    },
    rowCount: { get: (self, call) => visibleRows(self, call).length },
    columnCount: { get: (self) => columnCount(areaOfRange(self)) },
    cellAddresses: {
      get: (self, call) =>
        visibleRows(self, call).map(
          (row) =>
            call.host.cells.grid({ ...areaOfRange(self), startRow: row, endRow: row }, (r, c) =>
              formatAddress(sheetOf(call.host, self.sheetId).getName(), areaOf(r, c)),
            )[0],
        ),
    },
  },
});

function visibleRows(self: TrackedRange, call: Call): number[] {
  const sheet = sheetOf(call.host, self.sheetId);
  const area = call.host.cells.bounded(sheet, areaOfRange(self));
  if (!area) return [];
  return Array.from({ length: rowCount(area) }, (_value, index) => area.startRow + index).filter((row) =>
    sheet.getRowVisible(row),
  );
}

/** What getTables answers: the tables that touch a range. */
defineClass<{ range: TrackedRange; fullyContained: boolean }>({
  name: "TableScopedCollection",
  items: ({ range, fullyContained }, { host }) =>
    host.tables
      .at(range.sheetId, areaOfRange(range))
      .filter((table) => !fullyContained || contains(areaOfRange(range), table.area))
      .map(({ id }) => objectOf("Table", id)),
  item: (_self, [key], { host }) => {
    const table = host.tables.find(String(key));
    if (!table) throw itemNotFound(`table ${String(key)}`);
    return objectOf("Table", table.id);
  },
  methods: {
    getCount: ({ range }, _args, { host }) => host.tables.at(range.sheetId, areaOfRange(range)).length,
    getFirst: ({ range }, _args, { host }) => {
      const table = host.tables.at(range.sheetId, areaOfRange(range))[0];
      if (!table) throw new HostError("ItemNotFound", "no table touches the range");
      return objectOf("Table", table.id);
    },
    getItemOrNullObject: (_self, [key], { host }) => {
      const table = host.tables.find(String(key));
      return table ? objectOf("Table", table.id) : NULL_OBJECT;
    },
  },
});
