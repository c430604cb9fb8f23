import type { Worksheet } from "@univerjs/core";

import { MAX_COLUMNS, MAX_ROWS, areaOf } from "../a1";
import { NULL_OBJECT, defineClass, isHostObject, objectOf } from "../bridge/model";
import type { Call, HostObject } from "../bridge/model";
import type { SheetVisibility } from "../engine/sheet-state";
import { WORKBOOK_TARGET } from "../events/event-numbers";
import { invalidArgument, invalidOperation, itemNotFound } from "../errors";
import { color } from "./colors";
import { sheetEvents } from "./event-members";
import { areaFrom, choice, flag, number, rangeAt, sheetOf } from "./lookup";
import { SHEET_OUTLINE } from "./outline";
import { requireStructure } from "./protection";
import { areasFrom } from "./range-areas";
import { SHEET_SEARCH } from "./range-search";
import { copySheet } from "./sheet-copies";

const POSITIONS = ["None", "Before", "After", "Beginning", "End"] as const;
const VISIBILITIES = ["Visible", "Hidden", "VeryHidden"] as const;

const object = (sheetId: string): HostObject => objectOf("Worksheet", sheetId);

function neighbour(call: Call, sheetId: string, step: 1 | -1, visibleOnly: unknown): Worksheet | undefined {
  const sheets = call.host.engine.sheets();
  const start = sheets.indexOf(sheetOf(call.host, sheetId));
  for (let at = start + step; at >= 0 && at < sheets.length; at += step) {
    const sheet = sheets[at];
    if (sheet && (visibleOnly !== true || sheet.isSheetHidden() !== 1)) return sheet;
  }
  return undefined;
}

function usedRange(sheetId: string, valuesOnly: unknown, call: Call): HostObject | undefined {
  const used = call.host.cells.usedArea(sheetOf(call.host, sheetId), valuesOnly === true);
  return used ? rangeAt(call, sheetId, used) : undefined;
}

const GRIDLINES = {
  get: (sheetId: string, { host }: Call) => host.sheetState(sheetId).showGridlines,
  set: (sheetId: string, value: unknown, { host }: Call) => {
    host.sheetState(sheetId).showGridlines = flag(value, "showGridlines");
    const ids = { unitId: host.engine.unitId, subUnitId: sheetOf(host, sheetId).getSheetId() };
    host.engine.run("sheet.mutation.toggle-gridlines", { ...ids, showGridlines: value === true ? 1 : 0 });
  },
};

const HEADINGS = {
  get: (sheetId: string, { host }: Call) => host.sheetState(sheetId).showHeadings,
  set: (sheetId: string, value: unknown, { host }: Call) => {
    host.sheetState(sheetId).showHeadings = flag(value, "showHeadings");
  },
};

defineClass<string>({
  name: "Worksheet",
  id: (sheetId, { host }) => sheetOf(host, sheetId).getSheetId(),
  properties: {
    id: { get: (sheetId, { host }) => sheetOf(host, sheetId).getSheetId() },
    name: {
      get: (sheetId, { host }) => sheetOf(host, sheetId).getName(),
      set: (sheetId, value, { host }) => {
        const sheet = sheetOf(host, sheetId);
        const name = host.sheets.checkName(value, sheet);
        requireStructure(host);
        if (sheet.getName() === name) return;
        host.sheets.rename(sheet, name);
        host.sheets.clearUndo();
      },
    },
    position: {
      get: (sheetId, { host }) => host.engine.sheets().indexOf(sheetOf(host, sheetId)),
      set: (sheetId, value, { host }) => {
        const sheet = sheetOf(host, sheetId);
        requireStructure(host);
        const position = number(value, "position");
        if (host.engine.sheets().indexOf(sheet) === position) return;
        host.sheets.move(sheet, position);
        host.sheets.clearUndo();
      },
    },
    visibility: {
      get: (sheetId, { host }) => (sheetOf(host, sheetId), host.sheetState(sheetId).visibility),
      set: (sheetId, value, { host }) => {
        const sheet = sheetOf(host, sheetId);
        const visibility = choice<SheetVisibility>(value, VISIBILITIES, "visibility");
        const state = host.sheetState(sheetId);
        if (state.visibility === visibility) return;
        requireStructure(host);
        host.sheets.setHidden(sheet, visibility !== "Visible");
        state.visibility = visibility;
        host.sheets.clearUndo();
      },
    },
    tabColor: {
      get: (sheetId, { host }) => (sheetOf(host, sheetId), host.sheetState(sheetId).tabColor),
      set: (sheetId, value, { host }) => {
        host.sheetState(sheetId).tabColor = value === "" ? "" : color(value);
        host.sheets.setTabColor(sheetOf(host, sheetId), host.sheetState(sheetId).tabColor);
      },
    },
    showGridlines: GRIDLINES,
    showHeadings: HEADINGS,
    // What the runtime says when these two are set.
    gridlines: GRIDLINES,
    headings: HEADINGS,
    standardHeight: { get: () => 15 },
    standardWidth: { get: () => 8.43 },
    tabId: { get: (sheetId, { host }) => host.engine.sheets().indexOf(sheetOf(host, sheetId)) + 1 },
  },
  objects: {
    autoFilter: (sheetId) => objectOf("AutoFilter", { sheetId }),
    charts: (sheetId) => objectOf("ChartCollection", sheetId),
    slicers: (sheetId) => objectOf("SlicerCollection", sheetId),
    comments: (sheetId) => objectOf("CommentCollection", sheetId),
    customProperties: (sheetId) => objectOf("WorksheetCustomPropertyCollection", sheetId),
    freezePanes: (sheetId) => objectOf("WorksheetFreezePanes", sheetId),
    names: (sheetId) => objectOf("NamedItemCollection", sheetId),
    horizontalPageBreaks: (sheetId) => objectOf("PageBreakCollection", { sheetId, horizontal: true }),
    verticalPageBreaks: (sheetId) => objectOf("PageBreakCollection", { sheetId, horizontal: false }),
    pageLayout: (sheetId) => objectOf("PageLayout", sheetId),
    protection: (sheetId) => objectOf("WorksheetProtection", sheetId),
    tables: (sheetId) => objectOf("TableCollection", sheetId),
  },
  methods: {
    ...sheetEvents<string>((sheetId) => sheetId),
    ...SHEET_SEARCH,
    ...SHEET_OUTLINE,
    activate: (sheetId, _args, { host }) => {
      const sheet = sheetOf(host, sheetId);
      if (sheet.isSheetHidden() === 1) throw invalidOperation("A hidden worksheet cannot be activated.");
      host.sheets.activate(sheet);
      return null;
    },
    calculate: (sheetId, [markAllDirty], { host }) => {
      const used = host.cells.usedArea(sheetOf(host, sheetId), true);
      if (markAllDirty === true && used) host.calculation.markDirty(sheetId, [used]);
      void host.calculation.flush(true);
      return null;
    },
    delete: (sheetId, _args, { host }) => {
      requireStructure(host);
      if (host.sheetState(sheetId).visibility === "VeryHidden") {
        throw invalidOperation("A very hidden worksheet cannot be deleted; make it visible first.");
      }
      host.sheets.remove(sheetOf(host, sheetId));
      return null;
    },
    copy: (sheetId, [positionType, relativeTo], { host }) => {
      requireStructure(host);
      const sheets = host.engine.sheets();
      const beside = isHostObject(relativeTo) ? sheetOf(host, String(relativeTo.self)) : sheetOf(host, sheetId);
      const kind = choice(positionType ?? "None", POSITIONS, "positionType");
      const places = {
        None: sheets.length,
        End: sheets.length,
        Beginning: 0,
        Before: sheets.indexOf(beside),
        After: sheets.indexOf(beside) + 1,
      };
      return object(copySheet(host, sheetId, places[kind]).getSheetId());
    },
    getCell: (sheetId, [row, column], call) =>
      rangeAt(call, sheetOf(call.host, sheetId).getSheetId(), areaOf(number(row, "row"), number(column, "column"))),
    getRange: (sheetId, [address], call) => {
      sheetOf(call.host, sheetId);
      if (address === undefined || address === null || address === "")
        return rangeAt(call, sheetId, areaOf(0, 0, MAX_ROWS, MAX_COLUMNS));
      const target = areaFrom(call.host, sheetId, address);
      return rangeAt(call, target.sheetId, target.area);
    },
    getRanges: (sheetId, [addresses], call) => areasFrom(call, sheetId, addresses),
    getRangeByIndexes: (sheetId, [row, column, rows, columns], call) => {
      const [at, from, height, width] = [
        number(row, "row"),
        number(column, "column"),
        number(rows, "rows"),
        number(columns, "columns"),
      ];
      if (at < 0 || from < 0 || height < 1 || width < 1 || at + height > MAX_ROWS || from + width > MAX_COLUMNS) {
        throw invalidArgument(`indexes ${[at, from, height, width].join(", ")}`);
      }
      sheetOf(call.host, sheetId);
      return rangeAt(call, sheetId, areaOf(at, from, height, width));
    },
    getUsedRange: (sheetId, [valuesOnly], call) =>
      usedRange(sheetId, valuesOnly, call) ?? rangeAt(call, sheetOf(call.host, sheetId).getSheetId(), areaOf(0, 0)),
    getUsedRangeOrNullObject: (sheetId, [valuesOnly], call) => usedRange(sheetId, valuesOnly, call) ?? NULL_OBJECT,
    getNext: (sheetId, [visibleOnly], call) => found(neighbour(call, sheetId, 1, visibleOnly)),
    getPrevious: (sheetId, [visibleOnly], call) => found(neighbour(call, sheetId, -1, visibleOnly)),
    getNextOrNullObject: (sheetId, [visibleOnly], call) => orNull(neighbour(call, sheetId, 1, visibleOnly)),
    getPreviousOrNullObject: (sheetId, [visibleOnly], call) => orNull(neighbour(call, sheetId, -1, visibleOnly)),
  },
});

const orNull = (sheet: Worksheet | undefined): HostObject | typeof NULL_OBJECT =>
  sheet ? object(sheet.getSheetId()) : NULL_OBJECT;

function found(sheet: Worksheet | undefined): HostObject {
  if (!sheet) throw itemNotFound("there is no such worksheet");
  return object(sheet.getSheetId());
}

function byKey(call: Call, key: unknown): Worksheet | undefined {
  const { engine } = call.host;
  return engine.sheet(String(key)) ?? engine.sheetByName(String(key));
}

defineClass<null>({
  name: "WorksheetCollection",
  items: (_self, { host }) => host.engine.sheets().map((sheet) => object(sheet.getSheetId())),
  item: (_self, [key], call) => {
    const sheet = byKey(call, key);
    if (!sheet) throw itemNotFound(`worksheet ${String(key)}`);
    return object(sheet.getSheetId());
  },
  methods: {
    ...sheetEvents<null>(() => WORKBOOK_TARGET),
    add: (_self, [name], { host }) => {
      requireStructure(host);
      const wanted =
        name === undefined || name === null || name === "" ? host.sheets.freeName() : host.sheets.checkName(name);
      return object(host.sheets.add(wanted).getSheetId());
    },
    getActiveWorksheet: (_self, _args, { host }) => object(host.engine.workbook.getActiveSheet().getSheetId()),
    getCount: (_self, [visibleOnly], { host }) =>
      host.engine.sheets().filter((sheet) => visibleOnly !== true || sheet.isSheetHidden() !== 1).length,
    getFirst: (_self, [visibleOnly], { host }) =>
      found(host.engine.sheets().find((sheet) => visibleOnly !== true || sheet.isSheetHidden() !== 1)),
    getLast: (_self, [visibleOnly], { host }) =>
      found(host.engine.sheets().findLast((sheet) => visibleOnly !== true || sheet.isSheetHidden() !== 1)),
    getItemOrNullObject: (_self, [key], call) => orNull(byKey(call, key)),
  },
});
