/**
 * The subscription to events of the workbook. Events of sheets with managed tables go to the edit guard, which evaluates local edits, and
 * to the store, which reads edits of co-authors again after a delay. An event of any other sheet ends with a look-up of its sheet's id.
 */
import { Listeners } from "../domain/listeners";
import { capabilities } from "./capabilities";
import { noteEdit, noteSheetAdded, noteSheetRenamed, noteStructureChange } from "./dependents";
import { PROGRAMME_TABLES, SETTINGS } from "./table-specs/tables";
import { runExcel } from "./excel-run";
import { refreshStore } from "./programme-store";
import { outdateSettings } from "./settings";

/** What happened in the workbook. Edits and sorting are reported of managed sheets only. */
export type WorkbookEvent =
  | { kind: "edit"; event: Excel.WorksheetChangedEventArgs }
  | { kind: "sort"; worksheetId: string; source: string }
  | { kind: "selection"; worksheetId: string }
  /** Tables were added or deleted. */
  | { kind: "tables" }
  | { kind: "name"; worksheetId: string; name: string }
  | { kind: "protection"; worksheetId: string; isProtected: boolean };

const QUIET_MS = 200;

/** Ids of the sheets that hold the programme's tables, and names of all sheets by id. */
const programmeSheets = new Set<string>();
const sheetNames = new Map<string, string>();
/** Id of the sheet with the table of settings; null where there is none. */
let settingsSheet: string | null = null;

let handlers: OfficeExtension.EventHandlerResult<unknown>[] | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let guarded = false;
/** While a load of this add-in writes, its events are ignored; changes by others are read when it is done. */
let isSuspended = false;
let missed = false;
const writtenListeners = new Listeners();
const eventListeners = new Listeners<[WorkbookEvent]>();
/** Counts additions and deletions of sheets, and how many of them the names of sheets include. */
let sheetChanges = 0;
let knownSheetChanges = 0;
/** Ids of sheets that were added since. */
const addedSheets = new Set<string>();
/** Names of the managed tables by the id of their sheet; null while nobody has looked. */
let managed: ReadonlyMap<string, readonly string[]> | null = null;
let onError: (error: unknown) => void = () => undefined;

/** Calls back with everything that happens. Returns how to stop. */
export function onWorkbookEvent(listener: (event: WorkbookEvent) => void): () => void {
  return eventListeners.add(listener);
}

/** Records on which sheets the managed tables are; null where this is uncertain, so that every event is reported. */
export function noteManagedTables(tables: readonly { name: string; worksheetId: string }[] | null): void {
  if (!tables) {
    managed = null;
    return;
  }
  const bySheet = new Map<string, string[]>();
  for (const { name, worksheetId } of tables) bySheet.set(worksheetId, [...(bySheet.get(worksheetId) ?? []), name]);
  managed = bySheet;
}

/** Returns the names of the managed tables on a sheet; null before they are read. */
export function managedTablesOn(worksheetId: string): readonly string[] | null {
  return managed ? (managed.get(worksheetId) ?? []) : null;
}

/** Sets whether the guard reports local edits to the store; otherwise every edit is read again. */
export function setLocalEditsGuarded(yes: boolean): void {
  guarded = yes;
}

/** Calls back when a load or a repair has written the tables anew. Returns how to stop. */
export function onTablesWritten(listener: () => void): () => void {
  return writtenListeners.add(listener);
}

/** Ignores events until `resume`, because a load is about to write. */
export function suspend(): void {
  isSuspended = true;
}

/**
 * Processes events again.
 * @param written whether the tables were written: their readers are notified
 */
export function resume(written: boolean): void {
  isSuspended = false;
  if (missed) refreshSoon();
  missed = false;
  if (written) writtenListeners.call();
}

/** Queues registering the handlers, where they are not yet; `result` is called after the sync. */
export function queueChangeEvents(context: Excel.RequestContext, report: (error: unknown) => void): { result(): void } {
  onError = report;
  if (handlers || !capabilities().level) return { result: () => undefined };
  const added = addHandlers(context);
  return {
    result() {
      handlers = added;
    },
  };
}

/** Removes the handlers, each in the context it was added with. */
export async function stopChangeEvents(): Promise<void> {
  clearTimeout(timer);
  const removed = handlers ?? [];
  handlers = null;
  const first = removed[0];
  if (!first) return;
  await Excel.run(first.context, async (context) => {
    for (const handler of removed) handler.remove();
    await context.sync();
  });
}

function addHandlers(context: Excel.RequestContext): OfficeExtension.EventHandlerResult<unknown>[] {
  const sheets = context.workbook.worksheets;
  const added: OfficeExtension.EventHandlerResult<unknown>[] = [
    sheets.onChanged.add(changed),
    sheets.onAdded.add(sheetAdded),
    sheets.onDeleted.add(sheetDeleted),
    sheets.onSelectionChanged.add(selected),
    context.workbook.tables.onAdded.add(tablesChanged),
    context.workbook.tables.onDeleted.add(tablesChanged),
  ];
  if (capabilities().sortEvents) added.push(sheets.onRowSorted.add(sorted));
  if (capabilities().triggerSource) added.push(sheets.onProtectionChanged.add(protectionChanged));
  if (capabilities().sheetNameEvents) added.push(sheets.onNameChanged.add(renamed));
  return added;
}

/** Which sheet is which: one round trip, after a change of sheets only. */
export async function learnSheets(): Promise<void> {
  await runExcel(async (context) => {
    const sheets = queueSheets(context);
    await context.sync();
    sheets.result();
  });
}

/** A sheet of the workbook. */
export interface SheetInfo {
  readonly name: string;
  readonly isProtected: boolean;
}

/** Queues reading which sheet is which; `result`, called after the sync, returns the sheets. */
export function queueSheets(context: Excel.RequestContext): { result(): SheetInfo[] } {
  const changes = sheetChanges;
  const sheets = context.workbook.worksheets;
  sheets.load("items/id,items/name,items/protection/protected");
  const tables = PROGRAMME_TABLES.map((spec) => context.workbook.tables.getItemOrNullObject(spec.name));
  const homes = tables.map((table) => table.worksheet);
  const settingsHome = context.workbook.tables.getItemOrNullObject(SETTINGS.name).worksheet;
  for (const home of [...homes, settingsHome]) home.load("id");
  return {
    result() {
      knownSheetChanges = changes;
      const before = new Map(sheetNames);
      sheetNames.clear();
      for (const { id, name } of sheets.items) {
        sheetNames.set(id, name);
        noteName(before.get(id), name);
        // It may be the copy of a sheet with formulas.
        if (addedSheets.delete(id)) noteSheetAdded(name);
      }
      programmeSheets.clear();
      for (const home of homes) if (!home.isNullObject) programmeSheets.add(home.id);
      settingsSheet = settingsHome.isNullObject ? null : settingsHome.id;
      if (settingsSheet !== null) programmeSheets.add(settingsSheet);
      return sheets.items.map(({ name, protection }) => ({ name, isProtected: protection.protected }));
    },
  };
}

/** Records a new name that no event reported; the formulas of the sheet are calculated next time. */
function noteName(before: string | undefined, name: string): void {
  if (before === undefined || before === name) return;
  noteSheetRenamed(before, name);
  noteSheetAdded(name);
}

/** Records that a change may have added, removed or moved formulas. */
function noteFormulas({ worksheetId, changeType, triggerSource, address }: Excel.WorksheetChangedEventArgs): void {
  const sheet = sheetNames.get(worksheetId);
  if (sheet === undefined) return;
  if (changeType !== "RangeEdited" && changeType !== "Unknown") noteStructureChange(sheet);
  else if (triggerSource !== "ThisLocalAddin") noteEdit(sheet, address);
}

function changed(event: Excel.WorksheetChangedEventArgs): Promise<void> {
  noteFormulas(event);
  if (isManaged(event.worksheetId)) eventListeners.call({ kind: "edit", event });
  const ours = event.triggerSource === "ThisLocalAddin";
  const evaluatedByGuard = guarded && event.source === "Local" && isManaged(event.worksheetId);
  if (event.worksheetId === settingsSheet && !ours) outdateSettings();
  if (programmeSheets.has(event.worksheetId) && !ours && !evaluatedByGuard) {
    if (isSuspended) missed = true;
    else refreshSoon();
  }
  return Promise.resolve();
}

/** Reads the tables again once no change has come for a moment, and the names of the sheets where sheets were added or deleted. */
export function refreshSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    refreshStore(sheetChanges === knownSheetChanges ? [] : [queueSheets]).catch(onError);
  }, QUIET_MS);
}

/** Whether a sheet has managed tables; true while that is not known. */
function isManaged(worksheetId: string): boolean {
  return managed?.has(worksheetId) !== false;
}

function sorted({ worksheetId, source }: { worksheetId: string; source: string }): Promise<void> {
  noteStructureChange(sheetNames.get(worksheetId) ?? "");
  if (isManaged(worksheetId)) eventListeners.call({ kind: "sort", worksheetId, source });
  return Promise.resolve();
}

function selected({ worksheetId }: Excel.WorksheetSelectionChangedEventArgs): Promise<void> {
  eventListeners.call({ kind: "selection", worksheetId });
  return Promise.resolve();
}

function protectionChanged({ worksheetId, isProtected }: Excel.WorksheetProtectionChangedEventArgs): Promise<void> {
  eventListeners.call({ kind: "protection", worksheetId, isProtected });
  return Promise.resolve();
}

function tablesChanged(): Promise<void> {
  eventListeners.call({ kind: "tables" });
  sheetsChanged();
  return Promise.resolve();
}

function sheetDeleted({ worksheetId }: Excel.WorksheetDeletedEventArgs): Promise<void> {
  if (isManaged(worksheetId)) eventListeners.call({ kind: "tables" });
  sheetsChanged();
  return Promise.resolve();
}

function sheetAdded({ worksheetId }: Excel.WorksheetAddedEventArgs): Promise<void> {
  if (!isSuspended) addedSheets.add(worksheetId);
  sheetsChanged();
  return Promise.resolve();
}

/** Many sheets may come and go at once, as when a report is generated: they are read together with the tables. */
function sheetsChanged(): void {
  if (isSuspended) return;
  sheetChanges += 1;
  refreshSoon();
}

function renamed(event: Excel.WorksheetNameChangedEventArgs): Promise<void> {
  noteSheetRenamed(event.nameBefore, event.nameAfter);
  sheetNames.set(event.worksheetId, event.nameAfter);
  eventListeners.call({ kind: "name", worksheetId: event.worksheetId, name: event.nameAfter });
  return Promise.resolve();
}
