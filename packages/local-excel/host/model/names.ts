import { formatAddress, parseArea, splitSheet } from "../a1";
import { NULL_OBJECT, defineClass, isHostObject, objectOf } from "../bridge/model";
import type { Call, HostObject } from "../bridge/model";
import type { DefinedName } from "../engine/names";
import { invalidArgument, itemNotFound } from "../errors";
import { areaFrom, rangeAt, text } from "./lookup";
import { checkDefinedName } from "./name-rules";

function nameOf(call: Call, id: string): DefinedName {
  const name = call.host.names.all().find((one) => one.id === id);
  if (!name) throw itemNotFound("the name was deleted");
  return name;
}

function rangeOf(call: Call, name: DefinedName): HostObject | typeof NULL_OBJECT {
  const { sheet, rest } = splitSheet(name.formula.slice(1));
  const area = parseArea(rest);
  const sheetId = sheet === undefined ? undefined : call.host.engine.sheetByName(sheet)?.getSheetId();
  return area && sheetId !== undefined ? rangeAt(call, sheetId, area) : NULL_OBJECT;
}

const namedItem = defineClass<string>({
  name: "NamedItem",
  id: (id, call) => nameOf(call, id).name,
  properties: {
    name: { get: (id, call) => nameOf(call, id).name },
    formula: {
      get: (id, call) => nameOf(call, id).formula,
      set: (id, value, call) => {
        call.host.names.set({ ...nameOf(call, id), formula: text(value, "formula") });
      },
    },
    value: {
      get: (id, call) => {
        const { formula } = nameOf(call, id);
        return rangeOf(call, nameOf(call, id)) === NULL_OBJECT ? formula.slice(1) : formula;
      },
    },
    comment: {
      get: (id, call) => nameOf(call, id).comment,
      set: (id, value, call) => {
        call.host.names.set({ ...nameOf(call, id), comment: text(value, "comment") });
      },
    },
    visible: {
      get: (id, call) => nameOf(call, id).visible,
      set: (id, value, call) => {
        call.host.names.set({ ...nameOf(call, id), visible: value === true });
      },
    },
    scope: { get: (id, call) => (nameOf(call, id).sheetId === undefined ? "Workbook" : "Worksheet") },
    type: { get: (id, call) => (rangeOf(call, nameOf(call, id)) === NULL_OBJECT ? "String" : "Range") },
  },
  objects: {
    worksheet: (id, call) => {
      const { sheetId } = nameOf(call, id);
      if (sheetId === undefined) throw itemNotFound("the name belongs to the workbook");
      return objectOf("Worksheet", sheetId);
    },
    worksheetOrNullObject: (id, call) => {
      const { sheetId } = nameOf(call, id);
      return sheetId === undefined ? NULL_OBJECT : objectOf("Worksheet", sheetId);
    },
  },
  methods: {
    delete: (id, _args, call) => {
      call.host.names.remove(nameOf(call, id));
      return null;
    },
    getRange: (id, _args, call) => {
      const range = rangeOf(call, nameOf(call, id));
      if (range === NULL_OBJECT) throw invalidArgument(`${nameOf(call, id).name} names no range`);
      return range;
    },
    getRangeOrNullObject: (id, _args, call) => rangeOf(call, nameOf(call, id)),
  },
});

/** Names of the workbook (self undefined) or of one sheet. */
defineClass<string | undefined>({
  name: "NamedItemCollection",
  items: (sheetId, { host }) =>
    host.names
      .all()
      .filter((name) => sheetId === undefined || name.sheetId === sheetId)
      .map(({ id }) => namedItem.of(id)),
  item: (sheetId, [key], { host }) => {
    const name = host.names.find(String(key), sheetId);
    if (!name) throw itemNotFound(`name ${String(key)}`);
    return namedItem.of(name.id);
  },
  methods: {
    add: (sheetId, [name, reference, comment], call) => {
      const { host } = call;
      const at = isHostObject(reference) ? areaFrom(host, "", reference) : undefined;
      const sheetName = at ? (host.engine.sheet(at.sheetId)?.getName() ?? "") : "";
      const formula = at
        ? `=${absolute(formatAddress(sheetName, at.area))}`
        : host.formulaRules.checked(formulaText(reference));
      return namedItem.of(
        host.names.add(
          checkDefinedName(host, text(name, "name")),
          formula,
          comment == null ? "" : String(comment),
          sheetId,
        ).id,
      );
    },
    getCount: (sheetId, _args, { host }) => host.names.all(sheetId).length,
    getItemOrNullObject: (sheetId, [key], { host }) => {
      const name = host.names.find(String(key), sheetId);
      return name ? namedItem.of(name.id) : NULL_OBJECT;
    },
  },
});

function formulaText(reference: unknown): string {
  const formula = String(reference);
  return formula.startsWith("=") ? formula : `=${formula}`;
}

/** Names refer to fixed cells: Sheet1!A1:B2 -> Sheet1!$A$1:$B$2. */
function absolute(address: string): string {
  const at = address.lastIndexOf("!");
  const cells = address.slice(at + 1).replace(/([A-Z]+)([0-9]+)/g, "$$$1$$$2");
  const lines = /^[A-Z]+:[A-Z]+$/.test(cells)
    ? cells.replace(/([A-Z]+)/g, "$$$1")
    : cells.replace(/^([0-9]+):([0-9]+)$/, "$$$1:$$$2");
  return address.slice(0, at + 1) + lines;
}
