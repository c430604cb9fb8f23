/** Finds what the managed tables hold that History does not explain, for checks, which change nothing. */
import { itemName } from "../item-name";
import { currentState } from "../merge/item-state";
import type { Status } from "../vocabulary";
import { rowInWords } from "./edit-plan-builder";
import { itemKeyIn, type GuardedTable } from "./edit-plan";
import { ProgrammeOverlay } from "./programme-overlay";
import type { ReviewContext } from "./review-context";
import { isBlankRow, isDuplicateKey, isKeyless } from "./table-snapshot";

export type Unexplained =
  /** A status that no event explains: the edit was not reported, or could not be recorded. */
  | { kind: "status"; key: string; item: string; shown: string; recorded: Status }
  /** An item of which History has no status at all. */
  | { kind: "no record"; key: string; item: string; shown: string }
  /** A row that is not a work item yet. */
  | { kind: "new row"; item: string }
  /** An annex that shows another status than the work programme. */
  | { kind: "annex"; table: string; key: string; item: string; shown: string; recorded: Status };

/** Returns what the tables hold that History does not explain. */
export function unexplained(context: ReviewContext): Unexplained[] {
  const overlay = new ProgrammeOverlay(context);
  return context.tables.flatMap((table) => {
    if (table.role === "programme") return inProgramme(table, context, overlay);
    return table.role === "annex" ? inAnnex(table, overlay) : [];
  });
}

function inProgramme(table: GuardedTable, context: ReviewContext, overlay: ProgrammeOverlay): Unexplained[] {
  const column = table.fields.indexOf("status");
  return [...table.snapshot.all()].flatMap(({ id, values }): Unexplained[] => {
    if (isKeyless(id) || isDuplicateKey(id))
      return isBlankRow(values) ? [] : [{ kind: "new row", item: rowInWords(values) }];
    const recordedItem = overlay.item(id);
    const item = recordedItem ? itemName(recordedItem) : rowInWords(values);
    const shown = String(values[column] ?? "");
    const recorded = currentState(context.ruleContext.programme.eventsOf(id))?.status;
    if (recorded === undefined) return [{ kind: "no record", key: id, item, shown }];
    return shown === recorded ? [] : [{ kind: "status", key: id, item, shown, recorded }];
  });
}

function inAnnex(table: GuardedTable, overlay: ProgrammeOverlay): Unexplained[] {
  const column = table.fields.indexOf("status");
  return [...table.snapshot.all()].flatMap(({ values }): Unexplained[] => {
    const key = itemKeyIn(table, values);
    const item = key === null ? undefined : overlay.item(key);
    const shown = String(values[column] ?? "");
    if (key === null || !item || shown === item.status) return [];
    return [{ kind: "annex", table: table.name, key, item: itemName(item), shown, recorded: item.status }];
  });
}
