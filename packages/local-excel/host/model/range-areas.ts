import {
  MAX_COLUMNS,
  MAX_ROWS,
  areaOf,
  columnCount,
  formatAddress,
  intersect,
  isWholeColumns,
  isWholeRows,
  rowCount,
} from "../a1";
import type { Area } from "../a1";
import { NULL_OBJECT, defineClass, isHostObject, objectOf } from "../bridge/model";
import type { Call, HostObject } from "../bridge/model";
import type { TrackedRange } from "../engine/tracked-ranges";
import { invalidArgument, itemNotFound } from "../errors";
import type { SheetArea } from "../formulas/references";
import { clearCells, styleName } from "./cell-operations";
import { areaFrom, number, rangeAt, sheetOf } from "./lookup";
import { copyFrom } from "./range-helpers";
import { specialCells } from "./special-cells";

/** Excel takes no longer list of addresses. */
const LONGEST_ADDRESS = 8192;

export interface AreasOnSheet {
  readonly sheetId: string;
  readonly areas: readonly Area[];
}

/** Excel on the desktop takes the user's list separator here, on the web a comma (office-js#1167, #1985). */
const listSeparator = ({ host }: Call): string => (host.platform === "web" ? "," : host.region.listSeparator);

/** Separators inside a quoted sheet name separate nothing. */
function addressList(addresses: string, separator: string): string[] {
  return addresses.split(new RegExp(`${separator}(?=(?:[^']*'[^']*')*[^']*$)`));
}

/** Several ranges of one sheet by one text, "A1:A9,C3" or "A1:A9;C3". */
export function areasFrom(call: Call, sheetId: string, addresses: unknown): HostObject {
  if (addresses === undefined || addresses === null || addresses === "") {
    return objectOf("RangeAreas", { sheetId, areas: [areaOf(0, 0)] });
  }
  if (typeof addresses !== "string" || addresses.length > LONGEST_ADDRESS) throw invalidArgument("addresses");
  const areas = addressList(addresses, listSeparator(call)).map(
    (address) => areaFrom(call.host, sheetId, address).area,
  );
  return objectOf("RangeAreas", { sheetId, areas });
}

/** A range, or several areas, as an argument of the API gives them. */
function areasOfArgument(call: Call, sheetId: string, argument: unknown): AreasOnSheet {
  if (isHostObject(argument) && argument.model.name === "RangeAreas") return argument.self as AreasOnSheet;
  if (typeof argument === "string") return areasFrom(call, sheetId, argument).self as AreasOnSheet;
  const { sheetId: target, area } = areaFrom(call.host, sheetId, argument);
  return { sheetId: target, areas: [area] };
}

const areasObject = (sheetId: string, areas: readonly Area[]): HostObject => objectOf("RangeAreas", { sheetId, areas });

/** The areas that are left, or undefined where none is. */
const some = (sheetId: string, areas: readonly (Area | undefined)[]): HostObject | undefined => {
  const found = areas.filter((area) => area !== undefined);
  return found.length === 0 ? undefined : areasObject(sheetId, found);
};

function found(object: HostObject | undefined, what: string): HostObject {
  if (!object) throw itemNotFound(what);
  return object;
}

function shared({ sheetId, areas }: AreasOnSheet, other: unknown, call: Call): HostObject | undefined {
  const second = areasOfArgument(call, sheetId, other);
  if (second.sheetId !== sheetId) return undefined;
  return some(
    sheetId,
    areas.flatMap((area) => second.areas.map((one) => intersect(area, one))),
  );
}

function used({ sheetId, areas }: AreasOnSheet, valuesOnly: unknown, call: Call): HostObject | undefined {
  const sheet = sheetOf(call.host, sheetId);
  return some(
    sheetId,
    areas.map((area) => call.host.cells.usedArea(sheet, valuesOnly === true, area)),
  );
}

function moved(area: Area, rows: number, columns: number): Area {
  const next = {
    startRow: area.startRow + rows,
    endRow: area.endRow + rows,
    startColumn: area.startColumn + columns,
    endColumn: area.endColumn + columns,
  };
  if (next.startRow < 0 || next.startColumn < 0 || next.endRow >= MAX_ROWS || next.endColumn >= MAX_COLUMNS)
    throw invalidArgument("the areas lie outside the worksheet");
  return next;
}

/** Each area as a range of its own, followed for as long as the request runs. */
const ranges = ({ sheetId, areas }: AreasOnSheet, { host }: Call): TrackedRange[] =>
  areas.map((area) => host.trackedRanges.make(sheetId, area));

/** Ranges, of one sheet or of several. */
defineClass<readonly SheetArea[]>({
  name: "RangeCollection",
  items: (ranges, call) => ranges.map(({ sheetId, area }) => rangeAt(call, sheetId, area)),
  item: (ranges, [index], call) => rangeOf(ranges, index, call),
  methods: {
    getCount: (ranges) => ranges.length,
    getItemAt: (ranges, [index], call) => rangeOf(ranges, index, call),
  },
});

function rangeOf(ranges: readonly SheetArea[], index: unknown, call: Call): HostObject {
  const found = ranges[number(index, "index")];
  if (!found) throw itemNotFound(`range ${String(index)}`);
  return rangeAt(call, found.sheetId, found.area);
}

/** The identity of several areas: what they are. */
export const areasId = ({ sheetId, areas }: AreasOnSheet): string => `${sheetId}!${JSON.stringify(areas)}`;

function addressOf({ sheetId, areas }: AreasOnSheet, { host }: Call): string {
  const name = sheetOf(host, sheetId).getName();
  return areas.map((area) => formatAddress(name, area)).join(",");
}

defineClass<AreasOnSheet>({
  name: "RangeAreas",
  properties: {
    address: { get: addressOf },
    addressLocal: { get: addressOf },
    areaCount: { get: ({ areas }) => areas.length },
    cellCount: { get: ({ areas }) => areas.reduce((sum, area) => sum + rowCount(area) * columnCount(area), 0) },
    isEntireColumn: { get: ({ areas }) => areas.every(isWholeColumns) },
    isEntireRow: { get: ({ areas }) => areas.every(isWholeRows) },
    style: styleName<AreasOnSheet>(),
  },
  objects: {
    areas: ({ sheetId, areas }) =>
      objectOf(
        "RangeCollection",
        areas.map((area) => ({ sheetId, area })),
      ),
    format: (self) => objectOf("RangeFormat", self),
    worksheet: ({ sheetId }) => objectOf("Worksheet", sheetId),
  },
  methods: {
    calculate: ({ sheetId, areas }, _args, { host }) => {
      const sheet = sheetOf(host, sheetId);
      const bounded = areas.map((area) => host.cells.bounded(sheet, area)).filter((area) => area !== undefined);
      host.calculation.markDirty(sheetId, bounded);
      void host.calculation.flush(true);
      return null;
    },
    clear: (self, [applyTo], call) => {
      for (const range of ranges(self, call)) clearCells(range, applyTo, call);
      return null;
    },
    copyFrom: (self, [source, copyType, skipBlanks, transpose], call) => {
      for (const range of ranges(self, call)) copyFrom(range, call, source, copyType, skipBlanks, transpose);
      return null;
    },
    getEntireColumn: ({ sheetId, areas }) =>
      areasObject(
        sheetId,
        areas.map((area) => ({ ...area, startRow: 0, endRow: MAX_ROWS - 1 })),
      ),
    getEntireRow: ({ sheetId, areas }) =>
      areasObject(
        sheetId,
        areas.map((area) => ({ ...area, startColumn: 0, endColumn: MAX_COLUMNS - 1 })),
      ),
    getIntersection: (self, [other], call) => found(shared(self, other, call), "the areas do not intersect"),
    getIntersectionOrNullObject: (self, [other], call) => shared(self, other, call) ?? NULL_OBJECT,
    getOffsetRangeAreas: ({ sheetId, areas }, [rows, columns]) => {
      const [down, right] = [number(rows, "row offset"), number(columns, "column offset")];
      return areasObject(
        sheetId,
        areas.map((area) => moved(area, down, right)),
      );
    },
    getSpecialCells: (self, args, call) => {
      const cells = specialCells(self, args, call);
      return found(cells && areasObject(cells.sheetId, cells.areas), "no such cells");
    },
    getSpecialCellsOrNullObject: (self, args, call) => {
      const cells = specialCells(self, args, call);
      return cells ? areasObject(cells.sheetId, cells.areas) : NULL_OBJECT;
    },
    getUsedRangeAreas: (self, [valuesOnly], call) => found(used(self, valuesOnly, call), "the areas are empty"),
    getUsedRangeAreasOrNullObject: (self, [valuesOnly], call) => used(self, valuesOnly, call) ?? NULL_OBJECT,
    setDirty: ({ sheetId, areas }, _args, { host }) => {
      host.calculation.markDirty(sheetId, [...areas]);
      return null;
    },
  },
  id: areasId,
});
