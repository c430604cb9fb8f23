/**
 * The programme of this workbook in memory, for functions and pane. It is read from the tables when the add-in starts, after a load, and
 * when co-authors or other add-ins change them.
 */
import { Listeners } from "../domain/listeners";
import type { Programme, ProgrammeEvent, WorkItem } from "../domain/model";
import { buildIndex, withChanges, type ProgrammeIndex } from "../domain/item-index/programme-index";
import { queueDateSettings } from "./date-settings";
import type { ChangedKeys } from "./dependents";
import { ProgrammeFingerprint } from "./programme-fingerprint";
import { isOfProgramme, PROGRAMME_TABLES } from "./table-specs/tables";
import { isOlder, isOlderHistory } from "./migration/older-layout";
import { programmeOfTables } from "./programme-tables";
import type { TableProblem } from "../domain/edit-review/message";
import { programmeProblems } from "./table-problems";
import { runExcel } from "./excel-run";
import { queueSettings } from "./settings";
import { readTables } from "./read-tables";
import { queueTableNames, type ManagedTable } from "./tables";

interface Loaded {
  programme: Programme;
  index: ProgrammeIndex;
  /** Made when it is first needed. */
  fingerprint: ProgrammeFingerprint | null;
}

function fingerprintOf(read: Loaded): ProgrammeFingerprint {
  return (read.fingerprint ??= ProgrammeFingerprint.of(read.programme));
}

/** undefined: not read yet; null: the workbook has no managed tables. */
let loaded: Loaded | null | undefined;
/** What keeps the programme from being read; then no programme is available. */
let problems: readonly TableProblem[] = [];
/** Whether the workbook is in the layout of an older version: it is read as it is, and migrated when the workbook side starts. */
let older = false;
let reading: Promise<Loaded | null> | null = null;
/** Counts changes made in memory, so that a reading begun before one does not undo it. */
let version = 0;
const listeners = new Listeners<[ChangedKeys]>();
const problemListeners = new Listeners();

/** Whether the tables that were read are in the layout of an older version. */
export function isOlderWorkbook(): boolean {
  return older;
}

/** What keeps the programme from being read; empty where it was read, or the workbook has none. */
export function storeProblems(): readonly TableProblem[] {
  return problems;
}

/** Calls back when that changes. Returns how to stop. */
export function onStoreProblems(listener: () => void): () => void {
  return problemListeners.add(listener);
}

function setProblems(found: readonly TableProblem[]): void {
  const changed = JSON.stringify(found) !== JSON.stringify(problems);
  problems = found;
  if (changed) problemListeners.call();
}

/** The problems of the programme's tables among those read. */
function problemsIn(tables: readonly ManagedTable[]): TableProblem[] {
  return programmeProblems(tables.filter(({ name }) => isOfProgramme(name)));
}

/** The index of the workbook's programme; null where the workbook has no managed tables, or before it was read. */
export function currentIndex(): ProgrammeIndex | null {
  return loaded?.index ?? null;
}

/** The workbook's programme; null as above. */
export function currentProgramme(): Programme | null {
  return loaded?.programme ?? null;
}

/** A short text that changes with the workbook's programme; null where there is none. */
export function programmeVersion(): string | null {
  return loaded ? fingerprintOf(loaded).version : null;
}

/** The index once it is read; null where the workbook has no managed tables. */
export async function whenReady(): Promise<ProgrammeIndex | null> {
  if (loaded === undefined) await (reading ?? refreshStore());
  return currentIndex();
}

/** Calls back after every change of the programme. Returns how to stop. */
export function onProgrammeChanged(listener: (keys: ChangedKeys) => void): () => void {
  return listeners.add(listener);
}

/** Queues something to read in the request of others; `result` is called after the sync. */
type Queueing = (context: Excel.RequestContext) => { result(): unknown };

/**
 * Reads the programme's tables and the settings again, in one request, and reports what changed.
 * @param besides what else to read in the same request
 * @returns the programme's tables
 */
export async function refreshStore(besides: readonly Queueing[] = []): Promise<readonly ManagedTable[]> {
  const names = PROGRAMME_TABLES.map((spec) => spec.name);
  return refreshStoreFrom(() =>
    runExcel(async (context) => {
      let queued: { result(): unknown }[] = [];
      const tables = await readTables(context, names, () => {
        queued = [queueDateSettings, queueSettings, queueTableNames, ...besides].map((queue) => queue(context));
      });
      for (const each of queued) each.result();
      return tables;
    }),
  );
}

/**
 * Reads the programme from tables that the caller reads for its own use.
 * @param read reads the tables, the programme's among them; called again where the store changed meanwhile
 * @returns the tables that the store was read from
 */
export async function refreshStoreFrom(read: () => Promise<readonly ManagedTable[]>): Promise<readonly ManagedTable[]> {
  for (;;) {
    const begun = version;
    const request = read();
    const current = request.then(inCurrentLayout);
    reading = current.then((tables) => (problemsIn(tables).length > 0 ? null : indexed(programmeOfTables(tables))));
    try {
      const [tables, currentTables, next] = await Promise.all([request, current, reading]);
      // Something was changed here meanwhile: what was read may be older than it.
      if (version !== begun) continue;
      const before = loaded;
      loaded = next;
      const unreadable = problems.length > 0;
      setProblems(problemsIn(currentTables));
      const isStillEmpty = !before && !next && !unreadable && problems.length === 0;
      if (!isStillEmpty) notify(changedKeys(before ?? null, next));
      return tables;
    } finally {
      reading = null;
    }
  }
}

/** The tables with History in the layout of today, whatever version wrote it. */
async function inCurrentLayout(tables: readonly ManagedTable[]): Promise<readonly ManagedTable[]> {
  older = tables.some(isOlder);
  if (!tables.some(isOlderHistory)) return tables;
  const { asCurrent } = await import(/* webpackChunkName: "migration" */ "./migration/history-0-1-0");
  return tables.map((table) => (isOlderHistory(table) ? asCurrent(table) : table));
}

function indexed(programme: Programme | null): Loaded | null {
  return programme ? { programme, index: buildIndex(programme), fingerprint: null } : null;
}

/** Replaces the programme by one that was just written to the tables, without reading it back. */
export function setProgramme(programme: Programme | null): void {
  invalidateReads();
  const before = loaded ?? null;
  loaded = indexed(programme);
  setProblems([]);
  notify(changedKeys(before, loaded));
}

/** What changed in the tables, for the memory to follow. */
export interface ProgrammeChanges {
  /** Changed and new items. */
  items?: readonly WorkItem[];
  /** Keys of items whose row was deleted. */
  removed?: readonly string[];
  /** New events. */
  events?: readonly ProgrammeEvent[];
  /** Ids of removed events of users. */
  removedEvents?: readonly string[];
}

/** Records changes that were just written to the tables or read from them. */
export function applyChanges(changes: ProgrammeChanges): void {
  if (!loaded) return;
  invalidateReads();
  if (Object.values(changes).every((each: readonly unknown[]) => each.length === 0)) return;
  const { items = [], removed = [], events = [], removedEvents = [] } = changes;
  const { remaining, removedKeys } = withoutEvents(loaded.index, removedEvents);
  const index = withChanges(remaining, changes);
  const keys = new Set([...items.map(({ key }) => key), ...removed, ...events.map(({ item }) => item), ...removedKeys]);
  const changed = [...keys].map((key) => ({ key, item: index.itemWithKey(key), events: index.eventsOf(key) }));
  loaded = { programme: index.programme, index, fingerprint: loaded.fingerprint?.withItems(changed) ?? null };
  notify(keys);
}

/** Something was written into the tables: a reading under way may have missed it, and is done again. */
export function invalidateReads(): void {
  version += 1;
}

/** Returns the programme without some events, and the keys of their items. */
function withoutEvents(
  index: ProgrammeIndex,
  ids: readonly string[],
): { remaining: ProgrammeIndex; removedKeys: string[] } {
  if (ids.length === 0) return { remaining: index, removedKeys: [] };
  const removedIds = new Set(ids);
  const { programme } = index;
  const removedKeys = programme.events.filter((event) => removedIds.has(event.id)).map((event) => event.item);
  const events = programme.events.filter((event) => !removedIds.has(event.id));
  return { remaining: buildIndex({ ...programme, events }), removedKeys };
}

/** Records the changes of one item. */
export function applyEvent(item: WorkItem, event: ProgrammeEvent | null): void {
  applyChanges({ items: [item], events: event ? [event] : [] });
}

function notify(keys: ChangedKeys): void {
  if (keys !== "all" && keys.size === 0) return;
  listeners.call(keys);
}

/** Items that differ between two readings, their events included. */
function changedKeys(before: Loaded | null, after: Loaded | null): ChangedKeys {
  if (!before || !after) return "all";
  return fingerprintOf(after).changesSince(fingerprintOf(before));
}
