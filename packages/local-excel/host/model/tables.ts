import { columnCount, intersect, rowCount } from "../a1";
import type { Area } from "../a1";
import { NULL_OBJECT, defineClass, isHostObject, objectOf } from "../bridge/model";
import type { Call, HostObject } from "../bridge/model";
import { textCell } from "../engine/input";
import type { Table } from "../engine/tables";
import { WORKBOOK_TARGET } from "../events/event-numbers";
import { HostError, invalidArgument, invalidOperation, itemAlreadyExists, itemNotFound } from "../errors";
import { tableEvents } from "./event-members";
import { areaFrom, bodyOf, flag, headerOf, number, rangeAt, sheetOf, tableOf, text } from "./lookup";
import { clearFilter, reapplyFilter, throughFilter } from "./filtering";
import { checkTableName } from "./name-rules";
import { requirePermission, requireSortable, requireUnlocked } from "./protection";
import { sortRows } from "./sorting";
import type { SortField } from "./sorting";
import { showHeaders, showTotals } from "./table-parts";
import { addTableColumn, deleteTableRows, insertTableRows, removeTableColumn } from "./table-operations";

const object = (id: string): HostObject => objectOf("Table", id);

type Flag = {
  [Key in keyof Table]: Table[Key] extends boolean ? Key : never;
}[keyof Table];

function switchOf(name: Flag) {
  return {
    get: (id: string, { host }: Call) => tableOf(host, id)[name],
    set: (id: string, value: unknown, { host }: Call) => {
      requirePermission(host, tableOf(host, id).sheetId);
      host.tables.update(tableOf(host, id).id, { [name]: flag(value, name) });
    },
  };
}

function body(call: Call, id: string): { table: Table; area: Area } {
  const table = tableOf(call.host, id);
  return { table, area: bodyOf(table) };
}

defineClass<string>({
  name: "Table",
  id: (id, { host }) => tableOf(host, id).id,
  properties: {
    id: { get: (id, { host }) => tableOf(host, id).id },
    legacyId: { get: (id, { host }) => tableOf(host, id).id },
    name: {
      get: (id, { host }) => tableOf(host, id).name,
      set: (id, value, { host }) => {
        requirePermission(host, tableOf(host, id).sheetId);
        host.tables.rename(tableOf(host, id).id, checkTableName(host, text(value, "table name")));
      },
    },
    style: {
      get: (id, { host }) => tableOf(host, id).style,
      set: (id, value, { host }) => {
        requirePermission(host, tableOf(host, id).sheetId);
        host.tables.update(tableOf(host, id).id, { style: text(value, "table style") });
      },
    },
    showHeaders: {
      get: (id, { host }) => tableOf(host, id).showHeaders,
      set: (id, value, { host }) => {
        showHeaders(host, tableOf(host, id), flag(value, "showHeaders"));
      },
    },
    showTotals: {
      get: (id, { host }) => tableOf(host, id).showTotals,
      set: (id, value, { host }) => {
        showTotals(host, tableOf(host, id), flag(value, "showTotals"));
      },
    },
    showFilterButton: switchOf("showFilterButton"),
    showBandedRows: switchOf("showBandedRows"),
    showBandedColumns: switchOf("showBandedColumns"),
    highlightFirstColumn: switchOf("highlightFirstColumn"),
    highlightLastColumn: switchOf("highlightLastColumn"),
  },
  objects: {
    columns: (id) => objectOf("TableColumnCollection", id),
    rows: (id) => objectOf("TableRowCollection", id),
    sort: (id) => objectOf("TableSort", id),
    worksheet: (id, { host }) => objectOf("Worksheet", tableOf(host, id).sheetId),
    autoFilter: (id, { host }) =>
      objectOf("AutoFilter", { sheetId: tableOf(host, id).sheetId, tableId: tableOf(host, id).id }),
  },
  methods: {
    ...tableEvents<string>((id) => id),
    reapplyFilters: (id, _args, { host }) => {
      const table = tableOf(host, id);
      reapplyFilter(host, { sheetId: table.sheetId, tableId: table.id }, table.area);
      return null;
    },
    clearFilters: (id, _args, { host }) => {
      const table = tableOf(host, id);
      clearFilter(host, { sheetId: table.sheetId, tableId: table.id }, table.area);
      return null;
    },
    convertToRange: (id, _args, call) => {
      const table = tableOf(call.host, id);
      requirePermission(call.host, table.sheetId);
      call.host.tables.remove(table.id);
      return rangeAt(call, table.sheetId, table.area);
    },
    delete: (id, _args, { host }) => {
      const table = tableOf(host, id);
      requirePermission(host, table.sheetId);
      host.tables.remove(table.id);
      host.cells.clear(sheetOf(host, table.sheetId), table.area, "All");
      return null;
    },
    getDataBodyRange: (id, _args, call) => {
      const { table, area } = body(call, id);
      return rangeAt(call, table.sheetId, area);
    },
    getHeaderRowRange: (id, _args, call) => {
      const table = tableOf(call.host, id);
      if (!table.showHeaders) throw itemNotFound("the table has no header row");
      return rangeAt(call, table.sheetId, headerOf(table));
    },
    getRange: (id, _args, call) => {
      const table = tableOf(call.host, id);
      return rangeAt(call, table.sheetId, table.area);
    },
    getTotalRowRange: (id, _args, call) => {
      const table = tableOf(call.host, id);
      if (!table.showTotals) throw itemNotFound("the table has no total row");
      return rangeAt(call, table.sheetId, { ...table.area, startRow: table.area.endRow });
    },
    resize: (id, [range], { host }) => {
      const table = tableOf(host, id);
      requirePermission(host, table.sheetId);
      const target = areaFrom(host, table.sheetId, range);
      if (target.sheetId !== table.sheetId) throw invalidArgument("a table stays on its worksheet");
      host.tables.resize(table.id, target.area);
      return null;
    },
  },
});

/** Tables of the workbook (self undefined) or of one sheet. */
defineClass<string | undefined>({
  name: "TableCollection",
  properties: { count: { get: (sheetId, { host }) => host.tables.all(sheetId).length } },
  items: (sheetId, { host }) => host.tables.all(sheetId).map(({ id }) => object(id)),
  item: (sheetId, [key], { host }) => {
    const table = find(host.tables.find(String(key)), sheetId);
    if (!table) throw itemNotFound(`table ${String(key)}`);
    return object(table.id);
  },
  methods: {
    ...tableEvents<string | undefined>((sheetId) => sheetId ?? WORKBOOK_TARGET),
    add: (sheetId, [address, hasHeaders], { host }) => {
      const home = sheetId ?? host.engine.workbook.getActiveSheet().getSheetId();
      const target = areaFrom(host, home, address);
      if (sheetId !== undefined && target.sheetId !== sheetId)
        throw invalidArgument("the range lies on another worksheet");
      requirePermission(host, target.sheetId);
      if (
        sheetOf(host, target.sheetId)
          .getMergeData()
          .some((merged) => intersect(merged, target.area))
      )
        throw new HostError("MergedRangeConflict", "A table cannot be made of merged cells.");
      return object(host.tables.add(sheetOf(host, target.sheetId), target.area, flag(hasHeaders, "hasHeaders")).id);
    },
    getCount: (sheetId, _args, { host }) => host.tables.all(sheetId).length,
    getItemAt: (sheetId, [index], { host }) => {
      const table = host.tables.all(sheetId)[number(index, "index")];
      if (!table) throw itemNotFound(`table ${String(index)}`);
      return object(table.id);
    },
    getItemOrNullObject: (sheetId, [key], { host }) => {
      const table = find(host.tables.find(String(key)), sheetId);
      return table ? object(table.id) : NULL_OBJECT;
    },
  },
});

const find = (table: Table | undefined, sheetId: string | undefined): Table | undefined =>
  table && (sheetId === undefined || table.sheetId === sheetId) ? table : undefined;

/** Writes values where the cells are not locked, as a filter lets them through. */
function writeThrough(call: Call, table: Table, area: Area, value: unknown): void {
  requireUnlocked(call.host, table.sheetId, area);
  const values = throughFilter(call.host, table.sheetId, area, value);
  call.host.cells.write(sheetOf(call.host, table.sheetId), area, values);
}

export interface ColumnSelf {
  readonly tableId: string;
  readonly columnId: number;
}

function column(call: Call, self: ColumnSelf): { table: Table; index: number; sheetColumn: number; name: string } {
  const table = tableOf(call.host, self.tableId);
  const index = table.columns.findIndex(({ id }) => id === self.columnId);
  const found = table.columns[index];
  if (!found) throw itemNotFound("the table column was deleted");
  return { table, index, sheetColumn: table.area.startColumn + index, name: found.name };
}

function columnArea(call: Call, self: ColumnSelf, of: (table: Table) => Area): HostObject {
  const { table, sheetColumn } = column(call, self);
  return rangeAt(call, table.sheetId, { ...of(table), startColumn: sheetColumn, endColumn: sheetColumn });
}

const tableColumn = defineClass<ColumnSelf>({
  name: "TableColumn",
  id: ({ columnId }) => columnId,
  properties: {
    id: { get: ({ columnId }) => columnId },
    index: { get: (self, call) => column(call, self).index },
    name: {
      get: (self, call) => column(call, self).name,
      set: (self, value, call) => {
        const { table, sheetColumn } = column(call, self);
        requirePermission(call.host, table.sheetId);
        const name = text(value, "column name");
        if (
          table.columns.some((other) => other.id !== self.columnId && other.name.toLowerCase() === name.toLowerCase())
        ) {
          throw itemAlreadyExists(`column ${name}`);
        }
        if (!table.showHeaders) {
          const columns = table.columns.map((one) => (one.id === self.columnId ? { ...one, name } : one));
          call.host.tables.update(table.id, { columns });
          return;
        }
        call.host.engine.setCells(sheetOf(call.host, table.sheetId), {
          [table.area.startRow]: { [sheetColumn]: textCell(name) },
        });
      },
    },
    values: {
      get: (self, call) => {
        const { table, sheetColumn } = column(call, self);
        return call.host.cells.values(sheetOf(call.host, table.sheetId), {
          ...table.area,
          startColumn: sheetColumn,
          endColumn: sheetColumn,
        });
      },
      set: (self, value, call) => {
        const { table, sheetColumn } = column(call, self);
        writeThrough(call, table, { ...table.area, startColumn: sheetColumn, endColumn: sheetColumn }, value);
      },
    },
  },
  objects: { filter: (self) => objectOf("Filter", self) },
  methods: {
    delete: (self, _args, call) => {
      const { table, sheetColumn } = column(call, self);
      if (table.columns.length === 1) throw invalidOperation("A table needs at least one column.");
      const area = { ...table.area, startColumn: sheetColumn, endColumn: sheetColumn };
      removeTableColumn(call.host, table, area);
      return null;
    },
    getDataBodyRange: (self, _args, call) => columnArea(call, self, bodyOf),
    getHeaderRowRange: (self, _args, call) => {
      if (!tableOf(call.host, self.tableId).showHeaders) throw itemNotFound("the table has no header row");
      return columnArea(call, self, headerOf);
    },
    getRange: (self, _args, call) => columnArea(call, self, ({ area }) => area),
  },
});

const columnAt = (table: Table, index: number): HostObject => {
  const found = table.columns[index];
  if (!found) throw itemNotFound(`table column ${String(index)}`);
  return tableColumn.of({ tableId: table.id, columnId: found.id });
};

function columnIndexOf(table: Table, key: unknown): number {
  const byName = table.columns.findIndex(({ name }) => name.toLowerCase() === String(key).toLowerCase());
  return byName >= 0 ? byName : table.columns.findIndex(({ id }) => String(id) === String(key));
}

defineClass<string>({
  name: "TableColumnCollection",
  properties: { count: { get: (id, { host }) => tableOf(host, id).columns.length } },
  items: (id, { host }) =>
    tableOf(host, id).columns.map((one) => tableColumn.of({ tableId: tableOf(host, id).id, columnId: one.id })),
  item: (id, [key], { host }) => columnAt(tableOf(host, id), columnIndexOf(tableOf(host, id), key)),
  methods: {
    add: (id, [index, values, name], call) => {
      const table = tableOf(call.host, id);
      const position = typeof index === "number" && index >= 0 ? index : table.columns.length;
      if (position > table.columns.length) throw invalidArgument(`column index ${String(index)}`);
      const height = rowCount(table.area);
      const cells = values === undefined || values === null ? undefined : asColumn(values, height);
      return addTableColumn(call.host, table, position, cells, typeof name === "string" ? name : undefined);
    },
    getCount: (id, _args, { host }) => tableOf(host, id).columns.length,
    getItemAt: (id, [index], { host }) => columnAt(tableOf(host, id), number(index, "index")),
    getItemOrNullObject: (id, [key], { host }) => {
      const index = columnIndexOf(tableOf(host, id), key);
      return index < 0 ? NULL_OBJECT : columnAt(tableOf(host, id), index);
    },
  },
});

function asColumn(values: unknown, height: number): unknown[][] {
  if (Array.isArray(values)) {
    if (values.length !== height) {
      throw invalidArgument(`${String(values.length)} values for a column of ${String(height)} rows with its header`);
    }
    return (values as unknown[]).map((row) => (Array.isArray(row) ? [row[0] as unknown] : [row]));
  }
  return Array.from({ length: height }, () => [values]);
}

interface RowSelf {
  readonly tableId: string;
  readonly index: number;
}

function rowArea(call: Call, { tableId, index }: RowSelf): { table: Table; area: Area } {
  const { table, area } = body(call, tableId);
  if (index < 0 || index >= rowCount(area)) throw itemNotFound(`table row ${String(index)}`);
  return { table, area: { ...area, startRow: area.startRow + index, endRow: area.startRow + index } };
}

const tableRow = defineClass<RowSelf>({
  name: "TableRow",
  properties: {
    index: { get: ({ index }) => index },
    values: {
      get: (self, call) => {
        const { table, area } = rowArea(call, self);
        return call.host.cells.values(sheetOf(call.host, table.sheetId), area);
      },
      set: (self, value, call) => {
        const { table, area } = rowArea(call, self);
        writeThrough(call, table, area, value);
      },
    },
  },
  methods: {
    delete: (self, _args, call) => {
      const { table } = rowArea(call, self);
      deleteTableRows(call.host, table, self.index, 1);
      return null;
    },
    getRange: (self, _args, call) => {
      const { table, area } = rowArea(call, self);
      return rangeAt(call, table.sheetId, area);
    },
  },
});

defineClass<string>({
  name: "TableRowCollection",
  properties: { count: { get: (id, call) => rowCount(body(call, id).area) } },
  items: (id, call) =>
    Array.from({ length: rowCount(body(call, id).area) }, (_value, index) => tableRow.of({ tableId: id, index })),
  methods: {
    add: (id, [index, values], call) => {
      const { table, area } = body(call, id);
      const rows = Array.isArray(values)
        ? Array.isArray(values[0])
          ? (values as unknown[][])
          : [values as unknown[]]
        : undefined;
      if (rows?.some((row) => row.length !== columnCount(area)))
        throw invalidArgument("the rows do not have the table's columns");
      const position = typeof index === "number" && index >= 0 ? index : rowCount(area);
      insertTableRows(call.host, table, position, rows ?? [Array.from({ length: columnCount(area) }, () => "")]);
      return tableRow.of({ tableId: table.id, index: position });
    },
    deleteRows: (id, [rows], call) => {
      const indexes = (rows as unknown[]).map((row) =>
        isHostObject(row) ? (row.self as RowSelf).index : number(row, "row"),
      );
      for (const index of [...new Set(indexes)].sort((a, b) => b - a))
        deleteTableRows(call.host, tableOf(call.host, id), index, 1);
      return null;
    },
    deleteRowsAt: (id, [index, count], call) => {
      deleteTableRows(
        call.host,
        tableOf(call.host, id),
        number(index, "index"),
        count === undefined || count === null ? 1 : number(count, "count"),
      );
      return null;
    },
    getCount: (id, _args, call) => rowCount(body(call, id).area),
    getItemAt: (id, [index], call) => {
      rowArea(call, { tableId: id, index: number(index, "index") });
      return tableRow.of({ tableId: id, index: number(index, "index") });
    },
  },
});

defineClass<string>({
  name: "TableSort",
  properties: { fields: { get: () => [] }, matchCase: { get: () => false } },
  methods: {
    apply: (id, [fields, matchCase], call) => {
      const { table, area } = body(call, id);
      requireSortable(call.host, table.sheetId, area);
      sortRows(call.host, table.sheetId, area, fields as SortField[], matchCase === true);
      return null;
    },
  },
});
