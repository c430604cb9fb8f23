import { MAX_COLUMNS, MAX_ROWS, areaOf } from "../a1";
import type { Area } from "../a1";
import { NULL_OBJECT, defineClass } from "../bridge/model";
import type { Call, HostObject } from "../bridge/model";
import type { SheetState } from "../engine/sheet-state";
import { HostError, invalidArgument, itemNotFound } from "../errors";
import { passwordHash } from "../password-hash";
import { applyFilter, clearColumnFilter, clearFilter, criteriaOf, reapplyFilter } from "./filtering";
import type { FilterSelf } from "./filtering";
import { areaFrom, number, rangeAt, sheetOf } from "./lookup";
import { requirePermission } from "./protection";

function protection(sheetId: string, call: Call, on: boolean): void {
  call.host.sheets.clearUndo();
  call.host.dispatcher.protectionChanged(sheetId, on, call.host.engine.origin);
}

defineClass<string>({
  name: "WorksheetFreezePanes",
  methods: {
    freezeRows: (sheetId, [count], { host }) => (
      host.sheets.freeze(sheetOf(host, sheetId), frozenCount(count), 0),
      null
    ),
    freezeColumns: (sheetId, [count], { host }) => (
      host.sheets.freeze(sheetOf(host, sheetId), 0, frozenCount(count)),
      null
    ),
    freezeAt: (sheetId, [range], { host }) => {
      const { area } = areaFrom(host, sheetId, range);
      host.sheets.freeze(
        sheetOf(host, sheetId),
        area.endRow === MAX_ROWS - 1 ? 0 : area.endRow + 1,
        area.endColumn === MAX_COLUMNS - 1 ? 0 : area.endColumn + 1,
      );
      return null;
    },
    unfreeze: (sheetId, _args, { host }) => (host.sheets.freeze(sheetOf(host, sheetId), 0, 0), null),
    getLocation: (sheetId, _args, call) => frozen(call, sheetId) ?? missing("no panes are frozen"),
    getLocationOrNullObject: (sheetId, _args, call) => frozen(call, sheetId) ?? NULL_OBJECT,
  },
});

function frozenCount(count: unknown): number {
  const lines = count === undefined || count === null ? 1 : number(count, "count");
  if (!Number.isInteger(lines) || lines < 0) throw invalidArgument(`count ${String(count)}`);
  return lines;
}

function missing(what: string): never {
  throw itemNotFound(what);
}

function frozen(call: Call, sheetId: string): HostObject | undefined {
  const { xSplit, ySplit } = sheetOf(call.host, sheetId).getFreeze();
  if (xSplit === 0 && ySplit === 0) return undefined;
  return rangeAt(call, sheetId, areaOf(0, 0, ySplit === 0 ? MAX_ROWS : ySplit, xSplit === 0 ? MAX_COLUMNS : xSplit));
}

/** Whether a password unprotects a sheet. */
function opens(protection: SheetState["protection"], given: unknown): boolean {
  const { password, passwordHash: hash } = protection;
  if (password !== undefined) return password === given;
  return hash === undefined || hash === passwordHash(typeof given === "string" ? given : "");
}

defineClass<string>({
  name: "WorksheetProtection",
  properties: {
    protected: { get: (sheetId, { host }) => host.sheetState(sheetId).protection.protected },
    options: { get: (sheetId, { host }) => host.sheetState(sheetId).protection.options },
  },
  methods: {
    protect: (sheetId, [options, password], call) => {
      const state = call.host.sheetState(sheetId);
      if (state.protection.protected) throw new HostError("InvalidOperation", "The worksheet is protected already.");
      state.protection = {
        protected: true,
        options: (options ?? {}) as Record<string, unknown>,
        ...(typeof password === "string" && password !== "" ? { password } : {}),
      };
      protection(sheetId, call, true);
      return null;
    },
    unprotect: (sheetId, [password], call) => {
      const state = call.host.sheetState(sheetId);
      if (!opens(state.protection, password)) {
        throw new HostError("InvalidArgument", "The password is not right.");
      }
      state.protection = { protected: false, options: {} };
      protection(sheetId, call, false);
      return null;
    },
  },
});

defineClass<FilterSelf>({
  name: "AutoFilter",
  properties: {
    enabled: { get: (self, call) => filterArea(self, call) !== undefined },
    isDataFiltered: { get: (self, { host }) => host.filters.of(self.tableId ?? self.sheetId) !== undefined },
    criteria: { get: (self, call) => criteriaOf(call.host, self, filterArea(self, call)) },
  },
  methods: {
    apply: (self, [range, columnIndex, criteria], call) => {
      requirePermission(call.host, self.sheetId, "allowAutoFilter");
      const { area } = areaFrom(call.host, self.sheetId, range);
      if (self.tableId === undefined) call.host.sheetState(self.sheetId).autoFilter = area;
      if (typeof columnIndex === "number")
        applyFilter(call.host, self, area, columnIndex, criteria as Record<string, unknown>);
      return null;
    },
    clearCriteria: (self, _args, call) => (clearFilter(call.host, self, filterArea(self, call)), null),
    clearColumnCriteria: (self, [column], call) => {
      clearColumnFilter(call.host, self, filterArea(self, call), number(column, "columnIndex"));
      return null;
    },
    reapply: (self, _args, call) => (reapplyFilter(call.host, self, filterArea(self, call)), null),
    remove: (self, _args, call) => {
      clearFilter(call.host, self, filterArea(self, call));
      call.host.sheetState(self.sheetId).autoFilter = undefined;
      return null;
    },
    getRange: (self, _args, call) => {
      const area = filterArea(self, call);
      return area ? rangeAt(call, self.sheetId, area) : missing("there is no filter");
    },
    getRangeOrNullObject: (self, _args, call) => {
      const area = filterArea(self, call);
      return area ? rangeAt(call, self.sheetId, area) : NULL_OBJECT;
    },
  },
});

function filterArea(self: FilterSelf, { host }: Call): Area | undefined {
  return self.tableId === undefined ? host.sheetState(self.sheetId).autoFilter : host.tables.find(self.tableId)?.area;
}
