import { contains } from "../a1";
import type { TrackedRange } from "../engine/tracked-ranges";
import { invalidOperation } from "../errors";
import { areaOfRange, choice, rangeAt, sheetOf } from "./lookup";
import type { Members } from "./lookup";
import { requireUnlocked } from "./protection";
import { requireWholeTables } from "./shift-rules";
import { copyFrom, permitted, shiftable, writable } from "./range-helpers";

/** The methods of a range that change the sheet. */
export const RANGE_OPERATIONS: Members<TrackedRange> = {
  calculate: (self, _args, { host }) => {
    const area = host.cells.bounded(sheetOf(host, self.sheetId), areaOfRange(self));
    if (area) host.calculation.markDirty(self.sheetId, [area]);
    void host.calculation.flush(true);
    return null;
  },
  clear: (self, [applyTo], call) => {
    const { sheet, area } = applyTo === "Formats" ? permitted(self, call, "allowFormatCells") : writable(self, call);
    const what =
      applyTo === undefined || applyTo === null
        ? "All"
        : choice(applyTo, ["All", "Contents", "Formats", "Hyperlinks", "RemoveHyperlinks", "ResetContents"], "applyTo");
    if (what === "All" || what === "Contents" || what === "Formats") {
      call.host.cells.clear(sheet, area, what);
      if (what !== "Contents") call.host.clearAttachments(self.sheetId, area, what);
    } else if (what === "ResetContents") call.host.cells.clear(sheet, area, "Contents");
    else {
      call.host.editState(self.sheetId, (state) => {
        state.hyperlinks = state.hyperlinks.filter((link) => !contains(area, link.area));
      });
    }
    return null;
  },
  copyFrom: (self, [source, copyType, skipBlanks, transpose], call) => {
    copyFrom(self, call, source, copyType, skipBlanks, transpose);
    return null;
  },
  delete: (self, [shift], call) => {
    const { sheet, area } = shiftable(self, call, "allowDeleteRows", "allowDeleteColumns");
    requireUnlocked(call.host, self.sheetId, area);
    const direction = choice(shift, ["Up", "Left"], "shift");
    requireWholeTables(call.host, self.sheetId, area, direction);
    call.host.sheets.deleteCells(sheet, area, direction);
    return null;
  },
  insert: (self, [shift], call) => {
    const { sheet, area } = shiftable(self, call, "allowInsertRows", "allowInsertColumns");
    const where = { ...area };
    const direction = choice(shift, ["Down", "Right"], "shift");
    requireWholeTables(call.host, self.sheetId, where, direction);
    call.host.sheets.insert(sheet, where, direction);
    return rangeAt(call, self.sheetId, where);
  },
  merge: (self, [across], call) => {
    const { sheet, area } = permitted(self, call);
    if (call.host.tables.at(self.sheetId, area).length > 0)
      throw invalidOperation("Cells of a table cannot be merged.");
    call.host.sheets.merge(sheet, area, across === true);
    return null;
  },
  unmerge: (self, _args, call) => {
    const { sheet, area } = permitted(self, call);
    call.host.sheets.unmerge(sheet, area);
    return null;
  },
  select: (self, _args, { host }) => {
    host.sheets.select(sheetOf(host, self.sheetId), areaOfRange(self));
    return null;
  },
  setDirty: (self, _args, { host }) => {
    host.calculation.markDirty(self.sheetId, [areaOfRange(self)]);
    return null;
  },
  _validateArraySize: () => null,
};
