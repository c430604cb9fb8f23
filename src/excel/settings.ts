/**
 * The settings of the workbook, the same for all its users. Those that change what edits do are cells of a hidden table: Excel shows a
 * co-author's change of a cell, and reports it, but not one of `workbook.settings` (office-js#69, #3094), which hold the others.
 */
import { Listeners } from "../domain/listeners";
import type { CustomHeading, HeadingSettings } from "../domain/annexes/headings";
import { runExcel } from "./excel-run";
import { settingsOfTable, sharedSettingsFrom, type SharedSettings } from "./settings-table";
import { SETTINGS } from "./table-specs/tables";
import { queueTable } from "./tables";

export type { SharedSettings };

export interface WorkbookSettings extends SharedSettings {
  /** Start the add-in when this workbook opens. */
  startWithWorkbook: boolean;
  /** Version of the layout in which the workbook was written last; 1 in version 0.1.0, which noted none. */
  schemaVersion: number;
  /** The users' own headings and notes of reports, by meeting and table. */
  reportWords: HeadingSettings;
}

export const DEFAULT_SETTINGS: WorkbookSettings = {
  currentMeeting: null,
  mode: "enforce",
  currentDate: null,
  startWithWorkbook: false,
  schemaVersion: 1,
  reportWords: {},
};

/** The version of the layout that this add-in writes: 3 has the tables of settings and of other study groups' items. */
export const SCHEMA_VERSION = 3;

/** What the names of our settings begin with. */
export const PREFIX = "SG17.";
const NAMES = Object.keys(DEFAULT_SETTINGS) as (keyof WorkbookSettings)[];
const SHARED_NAMES: readonly (keyof SharedSettings)[] = ["currentMeeting", "mode", "currentDate"];
/** The settings in the table. */
export const SHARED: ReadonlySet<keyof WorkbookSettings> = new Set(SHARED_NAMES);

/** Where a change of the settings was made. */
export type SettingsOrigin = "here" | "elsewhere";

let current: WorkbookSettings | null = null;
/** Whether the workbook had the table of settings when they were read last. */
let hasTable = false;
/** Whether somebody else has changed the table since it was read. */
let isOutdated = false;
/** Counts writes, so that what was requested before one does not replace it. */
let writes = 0;
const listeners = new Listeners<[WorkbookSettings, SettingsOrigin]>();

/** Queues reading the settings. `result`, called after the sync, makes them the current ones, and reports what was changed elsewhere. */
export function queueSettings(context: Excel.RequestContext): { result(): void } {
  const writesBefore = writes;
  const table = queueTable(context, SETTINGS.name);
  // Those of the table are looked up here too: an older workbook has them nowhere else.
  const items = NAMES.map((name) => context.workbook.settings.getItemOrNullObject(PREFIX + name));
  for (const item of items) item.load("value");
  return {
    result() {
      if (writes !== writesBefore) return;
      const read: Record<string, unknown> = {};
      NAMES.forEach((name, index) => {
        const item = items[index];
        if (item && !item.isNullObject) read[name] = parseSetting(item.value);
      });
      const shared = table.result();
      const isOlder = !(Number(read["schemaVersion"]) >= SCHEMA_VERSION);
      if (shared || !isOlder) for (const name of SHARED) read[name] = null;
      if (shared) Object.assign(read, settingsOfTable(shared));
      const before = hasTable ? current : null;
      current = settingsFrom(read);
      hasTable = shared !== null;
      isOutdated = false;
      if (before && JSON.stringify(current) !== JSON.stringify(before)) listeners.call(current, "elsewhere");
    },
  };
}

/** Whether the settings are still where versions before the table of settings kept them. */
export function areSettingsOlder(): boolean {
  return !hasTable && currentSettings().schemaVersion < SCHEMA_VERSION;
}

/** Records that somebody else has changed the table of settings: the next edit reads it first. */
export function outdateSettings(): void {
  isOutdated = true;
}

/** Reads the settings again where they were changed elsewhere; no request otherwise. */
export async function refreshOutdatedSettings(context: Excel.RequestContext): Promise<void> {
  if (!isOutdated) return;
  const queued = queueSettings(context);
  await context.sync();
  queued.result();
}

/** The settings, read from the workbook where they were not read yet. */
export async function readSettings(): Promise<WorkbookSettings> {
  if (current) return current;
  await runExcel(async (context) => {
    const queued = queueSettings(context);
    await context.sync();
    queued.result();
  });
  return currentSettings();
}

/** Queues the note of the version of the layout. Nothing is sent before the caller's sync. */
export function queueSchemaVersion(context: Excel.RequestContext): void {
  context.workbook.settings.add(`${PREFIX}schemaVersion`, JSON.stringify(SCHEMA_VERSION));
}

/** The settings as last read or written; the defaults before they were read. */
export function currentSettings(): WorkbookSettings {
  return current ?? DEFAULT_SETTINGS;
}

/** Records the settings of the table that a load has read or made. */
export function noteLoadedSettings(settings: SharedSettings): void {
  hasTable = true;
  if (SHARED_NAMES.some((name) => currentSettings()[name] !== settings[name])) noteSettings(settings);
}

/** Records settings that were just written to the workbook. */
export function noteSettings(changes: Partial<WorkbookSettings>): WorkbookSettings {
  writes += 1;
  current = { ...currentSettings(), ...changes };
  listeners.call(current, "here");
  return current;
}

/** Calls back after every change made here or, once Excel reports it, elsewhere. Returns how to stop. */
export function onSettingsChanged(listener: (settings: WorkbookSettings, origin: SettingsOrigin) => void): () => void {
  return listeners.add(listener);
}

function parseSetting(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

/** Missing and invalid settings have their default value. */
function settingsFrom(read: Record<string, unknown>): WorkbookSettings {
  return {
    ...sharedSettingsFrom(read),
    startWithWorkbook: read["startWithWorkbook"] === true,
    schemaVersion: typeof read["schemaVersion"] === "number" ? read["schemaVersion"] : 1,
    reportWords: wordsFrom(read["reportWords"]),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Texts of reports as stored; values that are not texts are left out. */
function wordsFrom(stored: unknown): HeadingSettings {
  const meetings = Object.entries(isRecord(stored) ? stored : {}).map(([meeting, texts]) => {
    const own = Object.entries(isRecord(texts) ? texts : {}).map(([location, words]) => [
      location,
      ownWordsFrom(words),
    ]);
    return [meeting, Object.fromEntries(own) as Record<string, CustomHeading>];
  });
  return Object.fromEntries(meetings) as HeadingSettings;
}

function ownWordsFrom(words: unknown): CustomHeading {
  const { annexTitle, sectionTitle, notes } = isRecord(words) ? words : {};
  return {
    ...(typeof annexTitle === "string" ? { annexTitle } : {}),
    ...(typeof sectionTitle === "string" ? { sectionTitle } : {}),
    ...(Array.isArray(notes) ? { notes: notes.filter((note) => typeof note === "string") } : {}),
  };
}
