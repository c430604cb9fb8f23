import { NULL_OBJECT, defineClass, objectOf } from "../bridge/model";
import type { HostObject } from "../bridge/model";
import type { CalculationMode } from "../engine/calculation";
import { HostError } from "../errors";
import { workbookEvents } from "./event-members";
import { functions } from "./functions-service";
import { choice, rangeAt, text } from "./lookup";

const MODES = ["Automatic", "AutomaticExceptTables", "Manual"] as const;

const application = defineClass<null>({
  name: "Application",
  outsideWorkbook: true,
  properties: {
    calculationMode: {
      get: (_self, { host }) => host.calculation.mode,
      set: (_self, value, { host }) => {
        host.calculation.mode = choice<CalculationMode>(value, MODES, "calculation mode");
      },
    },
    calculationEngineVersion: { get: () => 191_029 },
    calculationState: {
      get: (_self, { host }) => (host.calculation.busy || host.calculation.pending ? "Pending" : "Done"),
    },
    decimalSeparator: { get: (_self, { host }) => host.region.decimalSeparator },
    thousandsSeparator: { get: (_self, { host }) => host.region.thousandsSeparator },
    useSystemSeparators: { get: () => true },
  },
  objects: {
    cultureInfo: () => cultureInfo.of(null),
  },
  methods: {
    calculate: async (_self, [type], { host }) => {
      if (choice(type, ["Recalculate", "Full", "FullRebuild"], "calculation type") !== "Recalculate") {
        host.calculation.markAllDirty();
      }
      await host.calculation.flush(true);
      return null;
    },
    suspendApiCalculationUntilNextSync: (_self, _args, { host }) => {
      host.suspendCalculationUntilBatchEnd();
      return null;
    },
    suspendScreenUpdatingUntilNextSync: () => null,
  },
});

const cultureInfo = defineClass<null>({
  name: "CultureInfo",
  properties: { name: { get: (_self, { host }) => host.region.locale } },
  objects: {
    datetimeFormat: () => objectOf("DatetimeFormatInfo", null),
    numberFormat: () => objectOf("NumberFormatInfo", null),
  },
});

defineClass<null>({
  name: "DatetimeFormatInfo",
  properties: {
    dateSeparator: { get: (_self, { host }) => host.region.dateSeparator },
    longDatePattern: { get: (_self, { host }) => host.region.longDatePattern },
    longTimePattern: { get: (_self, { host }) => host.region.longTimePattern },
    shortDatePattern: { get: (_self, { host }) => host.region.shortDatePattern },
    timeSeparator: { get: () => ":" },
  },
});

defineClass<null>({
  name: "NumberFormatInfo",
  properties: {
    currencySymbol: { get: (_self, { host }) => host.region.currencySymbol },
    numberDecimalSeparator: { get: (_self, { host }) => host.region.decimalSeparator },
    numberGroupSeparator: { get: (_self, { host }) => host.region.thousandsSeparator },
  },
});

const runtimeObject = defineClass<null>({
  name: "Runtime",
  outsideWorkbook: true,
  properties: {
    enableEvents: {
      get: (_self, { runtime }) => runtime.enableEvents,
      set: (_self, value, { runtime }) => {
        runtime.enableEvents = value === true;
      },
    },
  },
});

const workbookProtection = defineClass<null>({
  name: "WorkbookProtection",
  properties: { protected: { get: (_self, { host }) => host.structureProtected } },
  methods: {
    protect: (_self, [password], { host }) => {
      if (host.structureProtected) throw new HostError("InvalidOperation", "The workbook is protected already.");
      host.structureProtected = true;
      host.structurePassword = typeof password === "string" ? password : "";
      host.sheets.clearUndo();
      return null;
    },
    unprotect: (_self, [password], { host }) => {
      if (host.structureProtected && host.structurePassword !== (password ?? "")) {
        throw new HostError("InvalidArgument", "The password is not right.");
      }
      host.structureProtected = false;
      host.sheets.clearUndo();
      return null;
    },
  },
});

export const workbook = defineClass<null>({
  name: "Workbook",
  properties: {
    name: { get: (_self, { host }) => host.engine.workbook.getName() || "Book1" },
    autoSave: { get: () => false },
    calculationEngineVersion: { get: () => 191_029 },
    isDirty: {
      get: (_self, { host }) => host.dirty,
      set: (_self, value, { host }) => void (host.dirty = value === true),
    },
    previouslySaved: { get: () => false },
    readOnly: { get: (_self, { host }) => host.viewOnly },
  },
  objects: {
    application: () => application.of(null),
    bindings: () => objectOf("BindingCollection", null),
    worksheets: () => objectOf("WorksheetCollection", null),
    tables: () => objectOf("TableCollection", undefined),
    names: () => objectOf("NamedItemCollection", undefined),
    slicers: () => objectOf("SlicerCollection", undefined),
    settings: () => objectOf("SettingCollection", null),
    styles: () => objectOf("StyleCollection", null),
    properties: () => objectOf("DocumentProperties", null),
    protection: () => workbookProtection.of(null),
    comments: () => objectOf("CommentCollection", undefined),
    functions: () => functions.of(null),
    _Runtime: () => runtimeObject.of(null),
    _runtime: () => runtimeObject.of(null),
  },
  methods: {
    ...workbookEvents<null>(),
    getActiveCell: (_self, _args, call) => {
      const { sheetId, area } = call.host.selection();
      return rangeAt(call, sheetId, { ...area, endRow: area.startRow, endColumn: area.startColumn });
    },
    getSelectedRange: (_self, _args, call) => {
      const { sheetId, area } = call.host.selection();
      return rangeAt(call, sheetId, area);
    },
    close: (_self, [behavior], { host }) => {
      choice(behavior ?? "Save", ["Save", "SkipSave"], "closeBehavior");
      host.onClose();
      return null;
    },
    focus: () => null,
    getSelectedRanges: (_self, _args, { host }) => objectOf("RangeAreas", host.selectedAreas()),
    getActiveChart: (_self, _args, { host }) => {
      const active = host.activeChart.current;
      if (!active) throw new HostError("ItemNotFound", "No chart is active.");
      return objectOf("Chart", { ...active, path: "chart" });
    },
    getActiveChartOrNullObject: (_self, _args, { host }) =>
      host.activeChart.current ? objectOf("Chart", { ...host.activeChart.current, path: "chart" }) : NULL_OBJECT,
    getIsActiveCollabSession: (_self, _args, { host }) =>
      [...host.runtimes()].some(({ machine }) => machine !== "local"),
    save: (_self, _args, { host }) => {
      host.dirty = false;
      host.sheets.clearUndo();
      return null;
    },
    _getRangeForEventByReferenceId: (_self, [id], { host }) => eventRange(host.rangeOfEvent(String(id))),
    _getRangeOrNullObjectForEventByReferenceId: (_self, [id], { host }) => {
      const range = host.rangeOfEvent(String(id));
      return range?.area ? eventRange(range) : NULL_OBJECT;
    },
    _removeReference: (_self, [id], { runtime, host }) => {
      const kept = runtime.references.get(text(id, "reference"));
      if (kept) host.trackedRanges.release(kept.self as never);
      runtime.references.delete(String(id));
      return null;
    },
    _removeAllReferences: (_self, _args, { runtime }) => {
      runtime.references.clear();
      return null;
    },
    _getReferenceCount: (_self, _args, { runtime }) => runtime.references.size,
    _setOsfControlContainerReadyForCustomFunctions: (_self, _args, { host, runtime }) => {
      runtime.functionsReady = true;
      host.functions.runtimeReady();
      return null;
    },
  },
});

function eventRange(range: unknown): HostObject {
  if (range === undefined) throw new HostError("ItemNotFound", "The range of the event is no longer known.");
  return objectOf("Range", range);
}
