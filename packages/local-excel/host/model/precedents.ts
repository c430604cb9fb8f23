import { areaOf, contains, formatAddress, intersect } from "../a1";
import { NULL_OBJECT, defineClass, objectOf } from "../bridge/model";
import type { Call, HostObject } from "../bridge/model";
import type { Table } from "../engine/tables";
import type { TrackedRange } from "../engine/tracked-ranges";
import { itemNotFound } from "../errors";
import { referencesOf } from "../formulas/references";
import type { ReferenceScope, SheetArea } from "../formulas/references";
import type { Host } from "../host";
import { areaOfRange, bodyOf, namedArea, number, sheetOf } from "./lookup";
import type { Members } from "./lookup";
import { areasId } from "./range-areas";
import type { AreasOnSheet } from "./range-areas";

/** The cells of "[Column]", "[[#This Row],[Column]]", "[#All]" and their like. */
function structured(table: Table, brackets: string, row: number): SheetArea | undefined {
  const parts = [...brackets.matchAll(/\[([^[\]]+)\]/g)].map(([, name = ""]) => name.toLowerCase());
  const columns = parts
    .map((name) => table.columns.findIndex((column) => column.name.toLowerCase() === name))
    .filter((index) => index >= 0);
  const rows = parts.includes("#all")
    ? table.area
    : parts.includes("#headers")
      ? { ...table.area, endRow: table.area.startRow }
      : parts.includes("#totals")
        ? { ...table.area, startRow: table.area.endRow }
        : parts.includes("#this row")
          ? { ...table.area, startRow: row, endRow: row }
          : bodyOf(table);
  const [first, last] = [columns[0], columns.at(-1)];
  if (first === undefined || last === undefined) return { sheetId: table.sheetId, area: rows };
  const start = table.area.startColumn;
  return { sheetId: table.sheetId, area: { ...rows, startColumn: start + first, endColumn: start + last } };
}

function scopeOf(host: Host): ReferenceScope {
  return {
    sheetId: (name) => host.engine.sheetByName(name)?.getSheetId(),
    named: (name, sheetId) => namedArea(host, name, sheetId),
    structured: (name, brackets, { sheetId, row, column }) => {
      const table =
        name === undefined
          ? host.tables.all(sheetId).find(({ area }) => contains(area, areaOf(row, column)))
          : host.tables.find(name);
      return table && structured(table, brackets, row);
    },
  };
}

interface FormulaCell extends SheetArea {
  readonly references: readonly SheetArea[];
}

/** Every formula of the workbook with the cells that it names. */
function formulaCells(host: Host): FormulaCell[] {
  const scope = scopeOf(host);
  return host.engine.sheets().flatMap((sheet) => {
    const sheetId = sheet.getSheetId();
    return host.formulaIndex.cells(sheet).map(({ row, column }) => ({
      sheetId,
      area: areaOf(row, column),
      references: referencesOf(String(host.cells.formula(sheet, row, column)), { sheetId, row, column }, scope),
    }));
  });
}

const meet = (one: SheetArea, other: SheetArea): boolean =>
  one.sheetId === other.sheetId && intersect(one.area, other.area) !== undefined;

const keyOf = ({ sheetId, area }: SheetArea): string => `${sheetId}!${JSON.stringify(area)}`;

/** What is reached from an area in one step, or in as many as there are. */
function reached(start: SheetArea, step: (from: SheetArea) => SheetArea[], all: boolean): SheetArea[] {
  const found = new Map<string, SheetArea>();
  let front = [start];
  while (front.length > 0) {
    const next = front.flatMap(step).filter((one) => !found.has(keyOf(one)));
    for (const one of next) found.set(keyOf(one), one);
    front = all ? [...new Map(next.map((one) => [keyOf(one), one])).values()] : [];
  }
  return [...found.values()];
}

function answer(areas: readonly SheetArea[], what: string): HostObject {
  if (areas.length === 0) throw itemNotFound(what);
  const sheets = new Map<string, AreasOnSheet>();
  for (const { sheetId, area } of areas) {
    const known = sheets.get(sheetId)?.areas ?? [];
    sheets.set(sheetId, { sheetId, areas: [...known, area] });
  }
  return objectOf("WorkbookRangeAreas", [...sheets.values()]);
}

function precedents(self: TrackedRange, call: Call, all: boolean): HostObject {
  const cells = formulaCells(call.host);
  const step = (from: SheetArea): SheetArea[] =>
    cells.filter((cell) => meet(cell, from)).flatMap(({ references }) => references);
  return answer(reached({ sheetId: self.sheetId, area: areaOfRange(self) }, step, all), "the range has no precedents");
}

function dependents(self: TrackedRange, call: Call, all: boolean): HostObject {
  const cells = formulaCells(call.host);
  const step = (from: SheetArea): SheetArea[] =>
    cells
      .filter(({ references }) => references.some((reference) => meet(reference, from)))
      .map(({ sheetId, area }) => ({ sheetId, area }));
  return answer(reached({ sheetId: self.sheetId, area: areaOfRange(self) }, step, all), "the range has no dependents");
}

/** What Trace Precedents and Trace Dependents show. */
export const RANGE_PRECEDENTS: Members<TrackedRange> = {
  getDirectPrecedents: (self, _args, call) => precedents(self, call, false),
  getPrecedents: (self, _args, call) => precedents(self, call, true),
  getDirectDependents: (self, _args, call) => dependents(self, call, false),
  getDependents: (self, _args, call) => dependents(self, call, true),
};

const bySheet = (sheets: readonly AreasOnSheet[], key: unknown, { host }: Call): AreasOnSheet | undefined => {
  const sheet = host.engine.sheet(String(key)) ?? host.engine.sheetByName(String(key));
  return sheets.find(({ sheetId }) => sheetId === sheet?.getSheetId());
};

defineClass<readonly AreasOnSheet[]>({
  name: "WorkbookRangeAreas",
  properties: {
    addresses: {
      get: (sheets, { host }) =>
        sheets.map(({ sheetId, areas }) => {
          const name = sheetOf(host, sheetId).getName();
          return areas.map((area) => formatAddress(name, area)).join(",");
        }),
    },
  },
  objects: {
    areas: (sheets) => objectOf("RangeAreasCollection", sheets),
    ranges: (sheets) =>
      objectOf(
        "RangeCollection",
        sheets.flatMap(({ sheetId, areas }) => areas.map((area) => ({ sheetId, area }))),
      ),
  },
  methods: {
    getRangeAreasBySheet: (sheets, [key], call) => {
      const found = bySheet(sheets, key, call);
      if (!found) throw itemNotFound(`no areas on ${String(key)}`);
      return objectOf("RangeAreas", found);
    },
    getRangeAreasOrNullObjectBySheet: (sheets, [key], call) => {
      const found = bySheet(sheets, key, call);
      return found ? objectOf("RangeAreas", found) : NULL_OBJECT;
    },
  },
});

defineClass<readonly AreasOnSheet[]>({
  name: "RangeAreasCollection",
  items: (sheets) => sheets.map((areas) => objectOf("RangeAreas", areas)),
  // The runtime asks for an item of a loaded collection by its identity.
  item: (sheets, [id]) => areasAt(sheets, typeof id === "number" ? id : sheets.map(areasId).indexOf(String(id))),
  methods: {
    getCount: (sheets) => sheets.length,
    getItemAt: (sheets, [index]) => areasAt(sheets, number(index, "index")),
  },
});

function areasAt(sheets: readonly AreasOnSheet[], index: number): HostObject {
  const found = sheets[index];
  if (!found) throw itemNotFound(`areas ${String(index)}`);
  return objectOf("RangeAreas", found);
}
