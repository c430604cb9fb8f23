import { NULL_OBJECT, defineClass, isHostObject, objectOf } from "../bridge/model";
import type { Call, HostObject, Property } from "../bridge/model";
import { SLICER_ORDERS, slicerTexts } from "../engine/slicers";
import type { SlicerState } from "../engine/slicers";
import type { Table } from "../engine/tables";
import { invalidArgument, itemNotFound } from "../errors";
import { applyFilter, clearColumnFilter, criteriaOf } from "./filtering";
import { bodyOf, choice, number, sheetOf, tableOf, text } from "./lookup";
import { requirePermission } from "./protection";
import type { ColumnSelf } from "./tables";

interface SlicerSelf {
  readonly sheetId: string;
  readonly id: string;
}

interface ItemSelf extends SlicerSelf {
  readonly key: string;
}

/** The slicers of a sheet, or of all; those of deleted tables and columns are gone. */
function slicersOf(sheetId: string | undefined, { host }: Call): (SlicerSelf & { state: SlicerState })[] {
  const sheets = sheetId === undefined ? host.engine.sheets().map((sheet) => sheet.getSheetId()) : [sheetId];
  return sheets.flatMap((at) =>
    host
      .sheetState(at)
      .slicers.filter(({ tableId, columnId }) => host.tables.find(tableId)?.columns.some(({ id }) => id === columnId))
      .map((state) => ({ sheetId: at, id: state.id, state })),
  );
}

function slicerOf(self: SlicerSelf, call: Call): SlicerState {
  const found = slicersOf(self.sheetId, call).find(({ id }) => id === self.id);
  if (!found) throw itemNotFound("the slicer was deleted");
  return found.state;
}

function change(self: SlicerSelf, call: Call, changed: Partial<SlicerState>): void {
  slicerOf(self, call);
  requirePermission(call.host, self.sheetId, "allowEditObjects");
  call.host.editState(self.sheetId, (state) => {
    state.slicers = state.slicers.map((slicer) => (slicer.id === self.id ? { ...slicer, ...changed } : slicer));
  });
}

function column(self: SlicerSelf, call: Call): { table: Table; index: number } {
  const { tableId, columnId } = slicerOf(self, call);
  const table = tableOf(call.host, tableId);
  return { table, index: table.columns.findIndex(({ id }) => id === columnId) };
}

function texts(self: SlicerSelf, call: Call): string[] {
  const { table, index } = column(self, call);
  const sheet = sheetOf(call.host, table.sheetId);
  const at = table.area.startColumn + index;
  const { cells } = call.host;
  const shown = cells.grid({ ...bodyOf(table), startColumn: at, endColumn: at }, (row, to) => ({
    value: cells.value(sheet, row, to),
    text: cells.text(sheet, row, to),
  }));
  return slicerTexts(shown.flat(), slicerOf(self, call).sortBy);
}

/** The texts that the column is filtered by; undefined where it is not filtered by values. */
function chosen(self: SlicerSelf, call: Call): Set<string> | undefined {
  const { table, index } = column(self, call);
  const criteria = criteriaOf(call.host, { sheetId: table.sheetId, tableId: table.id }, table.area)[index];
  const values = criteria?.["values"];
  return Array.isArray(values) ? new Set(values.map((value) => String(value).toLowerCase())) : undefined;
}

const isChosen = (key: string, values: Set<string> | undefined): boolean =>
  values === undefined || values.has(key.toLowerCase());

/** Selects items, and so filters the column; all of them, or none, take its filter away. */
function select(self: SlicerSelf, call: Call, keys: readonly string[]): void {
  const { table, index } = column(self, call);
  const filter = { sheetId: table.sheetId, tableId: table.id };
  const all = texts(self, call);
  const unknown = keys.find((key) => !all.includes(key));
  if (unknown !== undefined) throw invalidArgument(`slicer item ${unknown}`);
  if (keys.length === 0 || all.every((key) => keys.includes(key))) {
    clearColumnFilter(call.host, filter, table.area, index);
  } else applyFilter(call.host, filter, table.area, index, { filterOn: "Values", values: [...keys] });
}

function kept<K extends keyof SlicerState>(
  name: K,
  read: (value: unknown, what: string) => SlicerState[K],
): Property<SlicerSelf> {
  return {
    get: (self, call) => slicerOf(self, call)[name],
    set: (self, value, call) => {
      change(self, call, { [name]: read(value, name) });
    },
  };
}

defineClass<SlicerSelf>({
  name: "Slicer",
  id: ({ id }) => id,
  properties: {
    id: { get: ({ id }) => id },
    caption: kept("caption", text),
    name: kept("name", text),
    sortBy: kept("sortBy", (value, what) => choice(value, SLICER_ORDERS, what)),
    style: kept("style", text),
    left: kept("left", number),
    top: kept("top", number),
    width: kept("width", number),
    height: kept("height", number),
    isFilterCleared: { get: (self, call) => chosen(self, call) === undefined },
  },
  objects: {
    slicerItems: (self) => objectOf("SlicerItemCollection", self),
    worksheet: ({ sheetId }) => objectOf("Worksheet", sheetId),
  },
  methods: {
    clearFilters: (self, _args, call) => {
      select(self, call, []);
      return null;
    },
    delete: (self, _args, call) => {
      slicerOf(self, call);
      requirePermission(call.host, self.sheetId, "allowEditObjects");
      call.host.editState(self.sheetId, (state) => {
        state.slicers = state.slicers.filter(({ id }) => id !== self.id);
      });
      return null;
    },
    getSelectedItems: (self, _args, call) => {
      const values = chosen(self, call);
      return texts(self, call).filter((key) => isChosen(key, values));
    },
    selectItems: (self, [items], call) => {
      if (items !== undefined && items !== null && !Array.isArray(items)) throw invalidArgument("slicer items");
      select(self, call, ((items ?? []) as unknown[]).map(String));
      return null;
    },
  },
});

defineClass<ItemSelf>({
  name: "SlicerItem",
  properties: {
    key: { get: ({ key }) => key },
    name: { get: ({ key }) => (key === "" ? "(blank)" : key) },
    hasData: {
      get: (self, call) => {
        const { table, index } = column(self, call);
        const sheet = sheetOf(call.host, table.sheetId);
        const at = table.area.startColumn + index;
        const { startRow, endRow } = bodyOf(table);
        for (let row = startRow; row <= endRow; row++) {
          if (sheet.getRowVisible(row) && call.host.cells.text(sheet, row, at) === self.key) return true;
        }
        return false;
      },
    },
    isSelected: {
      get: (self, call) => isChosen(self.key, chosen(self, call)),
      set: (self, value, call) => {
        const values = chosen(self, call);
        const selected = texts(self, call).filter((key) => key !== self.key && isChosen(key, values));
        select(self, call, value === true ? [...selected, self.key] : selected);
      },
    },
  },
});

const itemsOf = (self: SlicerSelf, call: Call): HostObject[] =>
  texts(self, call).map((key) => objectOf("SlicerItem", { ...self, key }));

function itemAt(self: SlicerSelf, key: unknown, call: Call): HostObject | undefined {
  return itemsOf(self, call)[texts(self, call).indexOf(String(key))];
}

defineClass<SlicerSelf>({
  name: "SlicerItemCollection",
  items: itemsOf,
  item: (self, [key], call) => required(itemAt(self, key, call), key),
  methods: {
    getCount: (self, _args, call) => texts(self, call).length,
    getItem: (self, [key], call) => required(itemAt(self, key, call), key),
    getItemAt: (self, [index], call) => required(itemsOf(self, call)[number(index, "index")], index),
    getItemOrNullObject: (self, [key], call) => itemAt(self, key, call) ?? NULL_OBJECT,
  },
});

function required<T>(found: T | undefined, key: unknown): T {
  if (found === undefined) throw itemNotFound(`slicer ${String(key)}`);
  return found;
}

function slicerAt(sheetId: string | undefined, key: unknown, call: Call): HostObject | undefined {
  const wanted = String(key).toLowerCase();
  const found = slicersOf(sheetId, call).find(({ id, state }) => id === key || state.name.toLowerCase() === wanted);
  return found && objectOf("Slicer", { sheetId: found.sheetId, id: found.id });
}

function add(sheetId: string | undefined, [source, field, destination]: unknown[], call: Call): HostObject {
  const { host } = call;
  const table = host.tables.find(isHostObject(source) ? String(source.self) : text(source, "slicerSource"));
  if (!table) throw itemNotFound(`slicer source ${String(source)}`);
  const wanted = isHostObject(field) ? (field.self as ColumnSelf).columnId : field;
  const name = String(wanted).toLowerCase();
  const found = table.columns.find((one) => one.id === wanted || one.name.toLowerCase() === name);
  if (!found) throw invalidArgument(`sourceField ${String(wanted)}`);
  const target = isHostObject(destination) ? String(destination.self) : sheetNamed(destination, call);
  const home = target ?? sheetId ?? host.engine.workbook.getActiveSheet().getSheetId();
  requirePermission(host, home, "allowEditObjects");
  const id = `{slicer-${String(host.nextId())}}`;
  const taken = new Set(slicersOf(undefined, call).map(({ state }) => state.name));
  let title = found.name;
  for (let copy = 1; taken.has(title); copy++) title = `${found.name} ${String(copy)}`;
  const box = { left: 0, top: 0, width: 144, height: 198.75 };
  const look = { caption: found.name, sortBy: "Ascending" as const, style: "SlicerStyleLight1" };
  host.editState(home, (state) => {
    state.slicers = [...state.slicers, { id, name: title, tableId: table.id, columnId: found.id, ...look, ...box }];
  });
  return objectOf("Slicer", { sheetId: home, id });
}

function sheetNamed(destination: unknown, { host }: Call): string | undefined {
  if (destination === undefined || destination === null) return undefined;
  const name = text(destination, "slicerDestination");
  const sheet = host.engine.sheet(name) ?? host.engine.sheetByName(name);
  if (!sheet) throw itemNotFound(`worksheet ${name}`);
  return sheet.getSheetId();
}

const objects = (sheetId: string | undefined, call: Call): HostObject[] =>
  slicersOf(sheetId, call).map(({ sheetId: at, id }) => objectOf("Slicer", { sheetId: at, id }));

/** The slicers of a sheet, or of the workbook where there is no sheet. */
defineClass<string | undefined>({
  name: "SlicerCollection",
  items: objects,
  item: (sheetId, [key], call) => required(slicerAt(sheetId, key, call), key),
  methods: {
    add,
    getCount: (sheetId, _args, call) => slicersOf(sheetId, call).length,
    getItem: (sheetId, [key], call) => required(slicerAt(sheetId, key, call), key),
    getItemAt: (sheetId, [index], call) => required(objects(sheetId, call)[number(index, "index")], index),
    getItemOrNullObject: (sheetId, [key], call) => slicerAt(sheetId, key, call) ?? NULL_OBJECT,
  },
});
