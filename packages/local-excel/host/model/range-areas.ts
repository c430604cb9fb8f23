import { areaOf, columnCount, formatAddress, rowCount } from "../a1";
import type { Area } from "../a1";
import { defineClass, objectOf } from "../bridge/model";
import type { Call, HostObject } from "../bridge/model";
import type { TrackedRange } from "../engine/tracked-ranges";
import { accessDenied, apiNotFound, invalidArgument } from "../errors";
import { areaFrom, areaOfRange, rangeAt, sheetOf } from "./lookup";

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

/**
 * The cells of a range with a formula, as few areas: runs in a column, side by side where they are equally long. Refused on a protected
 * sheet, as `SpecialCells` is.
 */
export function formulaCells(self: TrackedRange, args: unknown[], call: Call): AreasOnSheet | undefined {
  const [cellType, valueType] = args;
  if (cellType !== "Formulas" || (valueType ?? "All") !== "All") {
    throw apiNotFound(`Range.getSpecialCells for ${String(cellType)}, ${String(valueType)}`);
  }
  if (call.host.sheetState(self.sheetId).protection.protected) throw accessDenied("the sheet is protected");
  const within = areaOfRange(self);
  const columns = new Map<number, number[]>();
  for (const { row, column } of call.host.formulaIndex.cells(sheetOf(call.host, self.sheetId))) {
    if (row < within.startRow || row > within.endRow || column < within.startColumn || column > within.endColumn)
      continue;
    const rows = columns.get(column);
    if (rows) rows.push(row);
    else columns.set(column, [row]);
  }
  const open = new Map<string, Area>();
  const areas: Area[] = [];
  for (const [column, rows] of [...columns].sort(([one], [other]) => one - other)) {
    rows.sort((one, other) => one - other);
    let start = rows[0] ?? 0;
    rows.forEach((row, index) => {
      if (rows[index + 1] === row + 1) return;
      const run = `${String(start)}:${String(row)}`;
      const beside = open.get(run);
      if (beside?.endColumn === column - 1) beside.endColumn = column;
      else {
        const area = areaOf(start, column, row - start + 1);
        open.set(run, area);
        areas.push(area);
      }
      start = rows[index + 1] ?? 0;
    });
  }
  return areas.length === 0 ? undefined : { sheetId: self.sheetId, areas };
}

defineClass<AreasOnSheet>({
  name: "RangeCollection",
  items: ({ sheetId, areas }, call) => areas.map((area) => rangeAt(call, sheetId, area)),
  item: ({ sheetId, areas }, [index], call) => {
    const area = areas[Number(index)];
    if (!area) throw invalidArgument(`index ${String(index)}`);
    return rangeAt(call, sheetId, area);
  },
  methods: { getCount: ({ areas }) => areas.length },
});

defineClass<AreasOnSheet>({
  name: "RangeAreas",
  properties: {
    address: {
      get: ({ sheetId, areas }, { host }) => {
        const name = sheetOf(host, sheetId).getName();
        return areas.map((area) => formatAddress(name, area)).join(",");
      },
    },
    areaCount: { get: ({ areas }) => areas.length },
    cellCount: { get: ({ areas }) => areas.reduce((sum, area) => sum + rowCount(area) * columnCount(area), 0) },
  },
  objects: {
    areas: (self) => objectOf("RangeCollection", self),
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
  },
  id: ({ sheetId, areas }) => `${sheetId}!${JSON.stringify(areas)}`,
});
