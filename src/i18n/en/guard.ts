/** Messages of the edit guard, in English. The sentences of rules are in `rules`. */
import type { EditOutcome } from "../../domain/edit-review/message";
import type { GuardTexts } from "../guard-texts";
import { and, is, plural } from "./grammar";

const several = (items: readonly string[]): string =>
  items.length > 6 ? and([...items.slice(0, 6), `${String(items.length - 6)} more`]) : and(items);

const titles: Record<EditOutcome, string> = {
  reverted: "Change reverted",
  refused: "Not accepted",
  marked: "Highlighted",
  "accepted with a warning": "Accepted, with a remark",
  overridden: "Accepted by override",
  restored: "Restored",
  noted: "For your attention",
};

export const guard: GuardTexts = {
  titles,
  tried: (column, from, to) => `${column}: ${from || "(empty)"} to ${to || "(empty)"}`,
  alsoFor: (items, count) =>
    items.length > 0 ? `The same for ${several(items)}.` : `The same for ${plural(count, "more cell", "more cells")}.`,
  actions: {
    decided: (status, date, meeting) => `${status}, ${date}${meeting === null ? "" : `, meeting ${meeting}`}`,
    step: (step) => (step === "" ? "step cleared" : `step ${step}`),
    fields: (columns) => `${and(columns)} changed`,
    several: (items, what) => (what === null ? `Edits of ${several(items)}` : `${several(items)}: ${what}`),
    one: (item, what) => `${item}: ${what}`,
  },
  around: {
    found: (text) => `Found by a check, not when it was typed. ${text}`,
    overrideRefused: (text) => `A reason cannot override this. ${text}`,
    incomplete: (text) => `This row is not a work item yet. ${text}`,
    advised: (text) => `${text} The edit was kept and highlighted (advise mode).`,
    repeated: (text) =>
      `${text} The cell was reverted several times within seconds, so it was now kept and highlighted: a macro, link or co-author may be writing to it.`,
  },
  sentences: {
    refused: ({ refusals }) => refusals.join(" "),
    warning: ({ finding }) => finding,
    overridden: ({ tried, reason }) => `${tried}. Accepted by override: ${reason}`,
    requested: ({ item, status, date }) => `${item} is ${status} as of ${date}.`,
    normalised: ({ item, column, entered, shown }) =>
      shown === ""
        ? `“${entered}” under ${column} of ${item} only repeats the status; the cell was cleared.`
        : `“${entered}” under ${column} of ${item} was read as ${shown}.`,
    foundAccepted: ({ item, from, to }) =>
      `${item} changed from ${from} to ${to} while the add-in was not running. The change is allowed and was added to History.`,
    foundDifferent: ({ table, item, shown, recorded }) =>
      `${table} showed ${shown || "nothing"} for ${item}, which is ${recorded} in the Work programme. The annex was updated.`,
    key: ({ item }) =>
      `The row of ${item} was overwritten, its hidden Key included, and has been restored. To move rows, sort the table or insert cut cells; to end a work item, set its Status to Discontinued.`,
    keyRestored: ({ item }) => `The hidden Key of the row of ${item} had been cleared; it was restored from History.`,
    history: ({ item }) =>
      `History records what happened to ${item || "a work item"}; only its “Reason or note” can be changed here. Change the Status in the Work programme instead.`,
    historyRow: () =>
      "History is written when a status changes; rows typed here are ignored. Change the Status in the Work programme instead.",
    deleted: ({ item, table }) =>
      `The row of ${item} was deleted from ${table}. Restore row brings it back; to end a work item, set its Status to Discontinued.`,
    deletedEvent: ({ item }) => `A row about ${item} was deleted from History. Restore row brings it back.`,
    restored: ({ item }) => `The row of ${item} was restored.`,
    eventReverted: ({ item, event, status }) =>
      `“${event}” of ${item} was undone: its row was removed from History, and ${item} is ${status} again.`,
    eventReapplied: ({ item, status }) => `${item} is ${status} again, according to its row in History.`,
    itemRemoved: ({ item }) => `${item} is no longer a work item: its entry was undone.`,
    noRecord: ({ item, status }) =>
      `History has no row of ${item} with its status, so nothing explains why it is ${status}. Load restores the rows of documents; Undo restores rows that were just deleted.`,
    nameless: () => "Enter a number under Item or a provisional name.",
    unknownAnnexRow: ({ table }) =>
      `A row added to ${table} stays on this sheet only: annexes are generated from the Work programme and History.`,
    annexCell: ({ table }) =>
      `${table} shows what the document printed. The edit changes this sheet only, not the Work programme and History.`,
    noItem: ({ table }) =>
      `This row of ${table} belongs to no work item of the Work programme, so its Status cannot be checked.`,
    unguarded: ({ problem }) => `${problem} Edits there are not checked until it is repaired: choose Repair.`,
    guardedAgain: ({ sheet }) => `“${sheet}”: edits are checked again.`,
    cannotRead: ({ problems }) => `Nothing was changed. ${problems.join(" ")} Choose Repair, then enter it again.`,
    sheetsProtected: ({ sheets }) =>
      `Nothing was changed, because the ${is(sheets.length, "sheet", "sheets")} ${several(sheets.map((sheet) => `“${sheet}”`))} ${is(sheets.length, "is", "are")} protected. Unprotect ${is(sheets.length, "it", "them")} (Review, Unprotect Sheet), then enter it again.`,
    notWritable: () =>
      "Nothing was changed, because Excel does not allow the add-in to write: the workbook is open for viewing only, or somebody has just protected it. Open it for editing, then enter it again.",
    loadUnfinished: () =>
      "A load of documents is not complete, so nothing was entered into History. Choose Load to complete it; then Check finds what was edited meanwhile.",
    copy: ({ sheet }) => `“${sheet}” is a copy: the add-in neither reads it nor checks edits there.`,
    migrated: () =>
      "This workbook was made by an older version. It has been updated: History shows changes, sources and reasons in columns of their own, and items of other study groups are on a sheet of their own. Nothing that you entered was lost.",
    settingsShared: ({ meeting }) =>
      `This workbook was made by an older version. It has been updated: the current meeting, the date and the mode are now the same for all its users. Current meeting: ${meeting ?? "none"}.`,
    notMigrated: ({ why }) =>
      `This workbook was made by an older version and could not be updated. ${why} The workbook is updated when it is opened again.`,
    undoDependency: ({ item, column }) =>
      `This cannot be undone by itself, because ${column} of ${item} was changed again later. Undo the later change first.`,
    undoUnrecorded: ({ item }) => `This cannot be undone, because History does not record how ${item} was before.`,
    decisions: ({ meeting, items }) => `Decisions of ${meeting}: ${several(items)}`,
    joined: ({ item, other }) => `${other} and ${item} joined as one item`,
    undoDeletes: ({ items }) =>
      `${several(items)} ${is(items.length, "was", "were")} entered as new; undoing this deletes ${is(items.length, "its row", "their rows")}.`,
    failed: ({ why }) =>
      `The edit could not be checked: ${why.replace(/\.$/, "")}. Run Check to check the whole workbook.`,
  },
};
