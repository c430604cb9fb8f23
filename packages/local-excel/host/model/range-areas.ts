import { areaOf, columnCount, formatAddress, rowCount } from "../a1";
import type { Area } from "../a1";
import { defineClass, objectOf } from "../bridge/model";
import type { Call, HostObject } from "../bridge/model";
import { invalidArgument } from "../errors";
import { areaFrom, sheetOf } from "./lookup";

/** Excel takes no longer list of addresses. */
const LONGEST_ADDRESS = 8192;

export interface AreasOnSheet {
  readonly sheetId: string;
  readonly areas: readonly Area[];
}

/** Several ranges of one sheet by one text, "A1:A9,C3". */
export function areasFrom(call: Call, sheetId: string, addresses: unknown): HostObject {
  if (addresses === undefined || addresses === null || addresses === "") {
    return objectOf("RangeAreas", { sheetId, areas: [areaOf(0, 0)] });
  }
  if (typeof addresses !== "string" || addresses.length > LONGEST_ADDRESS) throw invalidArgument("addresses");
  const areas = addresses.split(",").map((address) => areaFrom(call.host, sheetId, address).area);
  return objectOf("RangeAreas", { sheetId, areas });
}

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
