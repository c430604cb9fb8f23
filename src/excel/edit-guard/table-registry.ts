/** Which tables are watched: read at the start and for audits, added and removed as tables come and go. */
import { noteManagedTables, refreshSoon } from "../change-events";

import { refreshStoreFrom } from "../programme-store";
import { copiesAmong } from "../table-copies";
import { missingTable } from "../table-problems";
import { readManagedTables, readTables, type ReadTables } from "../read-tables";
import { managedAmong, queueTableNames, type ManagedTable } from "../tables";
import { inExcel, report, type GuardSession } from "./guard-session";
import { tableNamed, watchTables } from "./guard-state";
import { isGuardedKind, watch, watchAll, type WatchedTable } from "./guarded-tables";

/** Reads every managed table, for the snapshots and for the store. */
async function readAllTables(session: GuardSession): Promise<ReadTables> {
  let names: readonly string[] = [];
  const tables = await refreshStoreFrom(() =>
    inExcel(session, async (context) => {
      const all = await readManagedTables(context);
      names = all.names;
      return all.tables;
    }),
  );
  return { names, tables };
}

/**
 * Watches every managed table.
 * @param read the tables, where the store was just read from them
 */
export async function watchAllTables(session: GuardSession, read?: ReadTables): Promise<void> {
  const { names, tables } = read ?? (await readAllTables(session));
  const { state } = session;
  const unguarded = new Set(state.tables.filter(({ problem }) => problem !== null).map(({ name }) => name));
  const missing = new Set(state.tables.map(({ name }) => name));
  watchTables(state, watchAll(tables));
  for (const { name } of state.tables) missing.delete(name);
  if (tables.length > 0) for (const name of missing) reportMissing(session, name);
  reportUnguarded(
    session,
    state.tables.filter((table) => !unguarded.has(table.name)),
  );
  await reportCopies(session, names);
}

/** Looks up which managed tables exist: reads new ones and those that were made anew, and stops watching those that are missing. */
export async function findTables(session: GuardSession): Promise<void> {
  const { state } = session;
  const { all, sheets } = await inExcel(session, async (context) => {
    const queued = queueTableNames(context);
    await context.sync();
    return { all: queued.result(), sheets: queued.locations() };
  });
  const names = managedAmong(all);
  await reportCopies(session, all);
  const watchedNames = new Set(state.tables.map((table) => table.name));
  const isCurrent = ({ name, geometry }: WatchedTable): boolean => sheets.get(name) === geometry.worksheetId;
  const current = new Set(state.tables.filter(isCurrent).map(({ name }) => name));
  // Where all tables are gone, the workbook is empty again: there is no problem to report.
  if (names.length === 0) watchTables(state, []);
  else for (const name of watchedNames) if (!names.includes(name)) removeTable(session, name);
  const added = names.filter((name) => !current.has(name) && isGuardedKind(name));
  if (added.length === 0) return;
  const watched = watchAll(await inExcel(session, (context) => readTables(context, added)));
  watchTables(state, [...state.tables.filter(({ name }) => current.has(name)), ...watched]);
  reportUnguarded(session, watched);
}

/** Watches a table whose columns changed as it now is. */
export function rewatchTable(session: GuardSession, table: ManagedTable): void {
  const { state, queue } = session;
  const watched = watch(table);
  if (!watched) return;
  const before = tableNamed(state, table.name);
  watchTables(
    state,
    state.tables.map((old) => (old.name === table.name ? watched : old)),
  );
  if (before?.problem && watched.problem === null) {
    report(session, { code: "guardedAgain", values: { sheet: table.worksheetName } });
    // Edits made while the table could not be read are not evaluated yet.
    queue.add({ kind: "audit" });
  } else if (JSON.stringify(before?.problem) !== JSON.stringify(watched.problem)) reportUnguarded(session, [watched]);
  refreshSoon();
}

/** Stops watching a table that is missing. */
export function removeTable(session: GuardSession, name: string): void {
  const { state } = session;
  const removed = tableNamed(state, name);
  watchTables(
    state,
    state.tables.filter((table) => table !== removed),
  );
  reportMissing(session, name, removed?.geometry.worksheetName);
  refreshSoon();
}

/** Stops watching anything; the next change reads all tables again. */
export function stopWatching({ state }: GuardSession): void {
  state.tables = [];
  noteManagedTables(null);
}

/** Reads which sheets are protected: one request, needed where no event reports it. */
export async function readProtection({ state }: GuardSession, context: Excel.RequestContext): Promise<void> {
  const sheets = state.tables.map(({ geometry }) => {
    const { protection } = context.workbook.worksheets.getItemOrNullObject(geometry.worksheetId);
    protection.load("protected");
    return { geometry, protection };
  });
  await context.sync();
  for (const { geometry, protection } of sheets)
    geometry.isProtected = !protection.isNullObject && protection.protected;
}

function reportUnguarded(session: GuardSession, tables: readonly WatchedTable[]): void {
  for (const { problem } of tables) if (problem) report(session, { code: "unguarded", values: { problem } });
}

function reportMissing(session: GuardSession, table: string, sheet?: string): void {
  const problem = missingTable(table, "missing", sheet);
  report(session, { code: "unguarded", values: { problem } });
}

/** Reports each copy of a managed table once. */
async function reportCopies(session: GuardSession, names: readonly string[]): Promise<void> {
  const { reportedCopies } = session.state;
  const copies = [...copiesAmong(names).keys()].filter((name) => !reportedCopies.has(name));
  if (copies.length === 0) return;
  const sheets = await inExcel(session, async (context) => {
    const found = copies.map((name) => context.workbook.tables.getItemOrNullObject(name).worksheet);
    for (const sheet of found) sheet.load("name");
    await context.sync();
    return found.flatMap((sheet) => (sheet.isNullObject ? [] : [sheet.name]));
  });
  for (const name of copies) reportedCopies.add(name);
  for (const sheet of new Set(sheets)) report(session, { code: "copy", values: { sheet } });
}
