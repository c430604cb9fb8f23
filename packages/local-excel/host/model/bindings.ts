import { columnCount, contains, rowCount } from "../a1";
import { NULL_OBJECT, defineClass, objectOf } from "../bridge/model";
import type { Call, HostObject } from "../bridge/model";
import { BINDING_TYPES } from "../engine/bindings";
import type { Binding, BindingType } from "../engine/bindings";
import { HostError, invalidArgument, itemNotFound } from "../errors";
import { areaFrom, choice, number, rangeAt, text } from "./lookup";

function bindingOf(id: string, { host }: Call): Binding {
  const binding = host.bindings.find(id);
  if (!binding) throw itemNotFound(`binding ${id}`);
  return binding;
}

function cellsOf(
  id: string,
  call: Call,
  type: BindingType,
): NonNullable<ReturnType<Call["host"]["bindings"]["cellsOf"]>> {
  const binding = bindingOf(id, call);
  if (binding.type !== type) throw new HostError("InvalidOperation", `The binding ${id} is of type ${binding.type}.`);
  const cells = call.host.bindings.cellsOf(binding);
  if (!cells) throw new HostError("InvalidBinding", "This object binding is no longer valid due to previous updates.");
  return cells;
}

const binding = defineClass<string>({
  name: "Binding",
  id: (id) => id,
  properties: {
    id: { get: (id) => id },
    type: { get: (id, call) => bindingOf(id, call).type },
  },
  methods: {
    delete: (id, _args, call) => {
      call.host.bindings.remove(bindingOf(id, call).id);
      return null;
    },
    getRange: (id, _args, call) => {
      const { sheetId, area } = cellsOf(id, call, "Range");
      return rangeAt(call, sheetId, area);
    },
    getTable: (id, _args, call) => {
      cellsOf(id, call, "Table");
      return objectOf("Table", bindingOf(id, call).tableId);
    },
    getText: (id, _args, call) => {
      const { sheetId, area } = cellsOf(id, call, "Text");
      const sheet = call.host.engine.sheet(sheetId);
      return sheet ? call.host.cells.text(sheet, area.startRow, area.startColumn) : "";
    },
  },
});

/** @throws InvalidArgument for a table binding without a table, and for a text binding of several cells */
function add(call: Call, where: unknown, type: unknown, id: unknown): HostObject {
  const kind = choice(type, BINDING_TYPES, "binding type");
  const home = call.host.engine.workbook.getActiveSheet().getSheetId();
  const { sheetId, area } = areaFrom(call.host, home, where);
  if (kind === "Text" && (rowCount(area) > 1 || columnCount(area) > 1)) throw invalidArgument("one cell is wanted");
  const table = call.host.tables.at(sheetId, area).find((one) => contains(one.area, area));
  if (kind === "Table" && !table) throw invalidArgument("there is no table");
  const tableId = kind === "Table" ? table?.id : undefined;
  return binding.of(call.host.bindings.add(text(id, "id"), kind, sheetId, area, tableId).id);
}

function at(index: unknown, { host }: Call): HostObject {
  const found = host.bindings.all()[number(index, "index")];
  if (!found) throw invalidArgument(`there is no binding ${String(index)}`);
  return binding.of(found.id);
}

const found = (id: unknown, { host }: Call): HostObject | undefined =>
  host.bindings.find(String(id)) && binding.of(String(id));

defineClass<null>({
  name: "BindingCollection",
  properties: { count: { get: (_self, { host }) => host.bindings.all().length } },
  items: (_self, { host }) => host.bindings.all().map(({ id }) => binding.of(id)),
  item: (_self, [id], call) => {
    const object = found(id, call);
    if (!object) throw itemNotFound(`binding ${String(id)}`);
    return object;
  },
  methods: {
    add: (_self, [range, type, id], call) => add(call, range, type, id),
    addFromNamedItem: (_self, [name, type, id], call) => add(call, text(name, "name"), type, id),
    addFromSelection: (_self, [type, id], call) => {
      const { sheetId, area } = call.host.selection();
      return add(call, rangeAt(call, sheetId, area), type, id);
    },
    getCount: (_self, _args, { host }) => host.bindings.all().length,
    getItemAt: (_self, [index], call) => at(index, call),
    getItemOrNullObject: (_self, [id], call) => found(id, call) ?? NULL_OBJECT,
  },
});
