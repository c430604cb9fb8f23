import { contains } from "../a1";
import type { Call, Property } from "../bridge/model";
import type { TrackedRange } from "../engine/tracked-ranges";
import { areasOf, sameInAll } from "./format-target";
import { choice, sheetOf, text } from "./lookup";
import { requirePermission } from "./protection";
import type { AreasOnSheet } from "./range-areas";
import { setLocked } from "./range-font";
import { permitted, writable } from "./range-helpers";

const CLEARED = ["All", "Contents", "Formats", "Hyperlinks", "RemoveHyperlinks", "ResetContents"] as const;

/** Clears a range: everything, or the part that the argument names. */
export function clearCells(self: TrackedRange, applyTo: unknown, call: Call): void {
  const { sheet, area } = applyTo === "Formats" ? permitted(self, call, "allowFormatCells") : writable(self, call);
  const what = choice(applyTo ?? "All", CLEARED, "applyTo");
  if (what === "All" || what === "Contents" || what === "Formats") {
    call.host.cells.clear(sheet, area, what);
    if (what !== "Contents") call.host.clearAttachments(self.sheetId, area, what);
  } else if (what === "ResetContents") call.host.cells.clear(sheet, area, "Contents");
  else {
    call.host.editState(self.sheetId, (state) => {
      state.hyperlinks = state.hyperlinks.filter((link) => !contains(area, link.area));
    });
  }
}

/** The cell style of a range or of areas; null when the cells have several. */
export function styleName<T extends TrackedRange | AreasOnSheet>(): Property<T> {
  return {
    get: (self, call) =>
      sameInAll(self, call, (sheetId, row, column) =>
        call.host.cellStyles.nameAt(sheetOf(call.host, sheetId), row, column),
      ),
    set: (self, value, call) => {
      requirePermission(call.host, self.sheetId, "allowFormatCells");
      const style = call.host.cellStyles.get(text(value, "style"));
      for (const { sheetId, area } of areasOf(self))
        call.host.cellStyles.apply(sheetOf(call.host, sheetId), area, style.id);
      if (style.groups.has("protection") && !style.builtIn) setLocked(self, call, style.locked);
    },
  };
}
