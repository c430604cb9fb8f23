import { formatArea } from "../a1";
import { NULL_OBJECT, defineClass, objectOf } from "../bridge/model";
import type { Call } from "../bridge/model";
import { itemNotFound } from "../errors";
import { areaFrom, choice, rangeAt, sheetOf } from "./lookup";

const PROPERTIES = [
  "blackAndWhite",
  "bottomMargin",
  "centerHorizontally",
  "centerVertically",
  "draftMode",
  "firstPageNumber",
  "footerMargin",
  "headerMargin",
  "leftMargin",
  "printComments",
  "printErrors",
  "printGridlines",
  "printHeadings",
  "printOrder",
  "rightMargin",
  "topMargin",
  "zoom",
  "paperSize",
] as const;

function stored(name: string) {
  return {
    get: (sheetId: string, { host }: Call) => (
      sheetOf(host, sheetId),
      host.sheetState(sheetId).pageLayout[name] ?? null
    ),
    set: (sheetId: string, value: unknown, { host }: Call) => {
      sheetOf(host, sheetId);
      host.sheetState(sheetId).pageLayout[name] = value;
    },
  };
}

const UNITS: Readonly<Record<string, number>> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };
const SIDES = ["top", "bottom", "left", "right", "header", "footer"] as const;

defineClass<string>({
  name: "PageLayout",
  properties: {
    ...Object.fromEntries(PROPERTIES.map((name) => [name, stored(name)])),
    orientation: {
      get: (sheetId, { host }) => host.sheetState(sheetId).pageLayout["orientation"],
      set: (sheetId, value, { host }) => {
        host.sheetState(sheetId).pageLayout["orientation"] = choice(value, ["Portrait", "Landscape"], "orientation");
      },
    },
  },
  objects: { headersFooters: (sheetId) => objectOf("HeaderFooterGroup", sheetId) },
  methods: {
    setPrintArea: (sheetId, [range], { host }) => {
      host.sheetState(sheetId).printArea = formatArea(areaFrom(host, sheetId, range).area);
      return null;
    },
    setPrintTitleRows: (sheetId, [range], { host }) => {
      const { area } = areaFrom(host, sheetId, range);
      host.sheetState(sheetId).printTitleRows = `$${String(area.startRow + 1)}:$${String(area.endRow + 1)}`;
      return null;
    },
    setPrintMargins: (sheetId, [unit, options], { host }) => {
      const factor = UNITS[choice(unit, Object.keys(UNITS), "unit")] ?? 1;
      for (const side of SIDES) {
        const margin = (options as Record<string, unknown>)[side];
        if (typeof margin === "number") host.sheetState(sheetId).pageLayout[`${side}Margin`] = margin * factor;
      }
      return null;
    },
    getPrintTitleRowsOrNullObject: (sheetId, _args, call) => {
      const rows = call.host.sheetState(sheetId).printTitleRows;
      return rows === "" ? NULL_OBJECT : rangeAt(call, sheetId, areaFrom(call.host, sheetId, rows).area);
    },
    getPrintTitleRows: (sheetId, _args, call) => {
      const rows = call.host.sheetState(sheetId).printTitleRows;
      if (rows === "") throw itemNotFound("no rows repeat at the top");
      return rangeAt(call, sheetId, areaFrom(call.host, sheetId, rows).area);
    },
  },
});

defineClass<string>({
  name: "HeaderFooterGroup",
  objects: { defaultForAllPages: (sheetId) => objectOf("HeaderFooter", sheetId) },
});

const POSITIONS = ["leftHeader", "centerHeader", "rightHeader", "leftFooter", "centerFooter", "rightFooter"] as const;

defineClass<string>({
  name: "HeaderFooter",
  properties: Object.fromEntries(
    POSITIONS.map((name) => [
      name,
      {
        get: (sheetId: string, { host }: Call) => host.sheetState(sheetId).headersFooters[name] ?? "",
        set: (sheetId: string, value: unknown, { host }: Call) => {
          host.sheetState(sheetId).headersFooters[name] = String(value ?? "");
        },
      },
    ]),
  ),
});
