/** Restores deleted rows that a message speaks of. */
import { refreshSoon } from "../change-events";
import { applyChanges } from "../programme-store";
import { inExcel, report, type GuardSession } from "./guard-session";
import { tableNamed } from "./guard-state";
import { restoreRows } from "./restore-rows";

/** Restores the rows of a message that are still missing. Returns whether there were any. */
export async function restoreDeleted(session: GuardSession, messageId: string): Promise<boolean> {
  const { state, messages } = session;
  const deleted = messages.find(messageId)?.deleted ?? [];
  if (deleted.length === 0) return false;
  const rows = deleted.flatMap(({ table, row, values }) => {
    const watched = tableNamed(state, table);
    return watched && watched.guarded.snapshot.values(row) === undefined ? [{ table, row, values, watched }] : [];
  });
  const sheets = rows.flatMap(({ watched: { geometry } }) => (geometry.isProtected ? [geometry.worksheetName] : []));
  if (sheets.length > 0) {
    report(session, { code: "sheetsProtected", values: { sheets: [...new Set(sheets)] } });
    return false;
  }
  await inExcel(session, (context) => restoreRows(context, rows, state.tables, state.pendingWrites));
  const items = rows.flatMap(({ values, watched: { guarded } }) => {
    guarded.snapshot.append(values);
    const item =
      guarded.role === "programme" ? state.review.deletedItems.get(guarded.snapshot.keyIn(values)) : undefined;
    return item ? [item] : [];
  });
  if (items.length > 0) applyChanges({ items });
  if (rows.some(({ watched }) => watched.guarded.role === "history")) refreshSoon();
  messages.remove(messageId);
  return rows.length > 0;
}
