/** The add-in's settings in the workbook: saved with the file and the same for all its users. */
import { Listeners } from "../domain/listeners";
import type { CustomHeading, HeadingSettings } from "../domain/annexes/headings";
import { isIsoDate } from "../domain/designations/dates";
import { runExcel } from "./excel-run";

export interface WorkbookSettings {
  /** Id of the meeting whose decisions are being entered, "2023-09"; null outside any meeting. */
  currentMeeting: string | null;
  /** enforce: a forbidden edit is put back; advise: it is marked. */
  mode: "enforce" | "advise";
  /** Start the add-in when this workbook opens. */
  startWithWorkbook: boolean;
  /** The date that edits are dated with; null: the meeting's closing day, or today. */
  currentDate: string | null;
  /** Version of the layout in which the workbook was written last; 1 in version 0.1.0, which noted none. */
  schemaVersion: number;
  /** The users' own headings and notes of reports, by meeting and table. */
  reportWords: HeadingSettings;
}

export const DEFAULT_SETTINGS: WorkbookSettings = {
  currentMeeting: null,
  mode: "enforce",
  startWithWorkbook: false,
  currentDate: null,
  schemaVersion: 1,
  reportWords: {},
};

/** The version of the layout that this add-in writes. */
export const SCHEMA_VERSION = 2;

const PREFIX = "SG17.";
const NAMES = Object.keys(DEFAULT_SETTINGS) as (keyof WorkbookSettings)[];

let current: WorkbookSettings | null = null;
/** Counts writes, so that what was requested before one does not replace it. */
let writes = 0;
const listeners = new Listeners<[WorkbookSettings]>();

/** Queues reading the settings. `result`, called after the sync, makes them the current ones, and reports what a co-author changed. */
export function queueSettings(context: Excel.RequestContext): { result(): void } {
  const writesBefore = writes;
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
      const before = current;
      current = settingsFrom(read);
      if (before && JSON.stringify(current) !== JSON.stringify(before)) listeners.call(current);
    },
  };
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

/** Writes some settings into the workbook. */
export async function writeSettings(changes: Partial<WorkbookSettings>): Promise<WorkbookSettings> {
  const next = { ...(await readSettings()), ...changes };
  await runExcel(async (context) => {
    for (const name of NAMES) {
      if (name in changes) context.workbook.settings.add(PREFIX + name, JSON.stringify(next[name]));
    }
    await context.sync();
  });
  writes += 1;
  current = next;
  listeners.call(next);
  return next;
}

/** Calls back after every change made here or, once read again, by a co-author. Returns how to stop. */
export function onSettingsChanged(listener: (settings: WorkbookSettings) => void): () => void {
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
  const textOrNull = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
  const dateOrNull = (value: unknown): string | null => (isIsoDate(value) ? value : null);
  return {
    currentMeeting: textOrNull(read["currentMeeting"]),
    mode: read["mode"] === "advise" ? "advise" : "enforce",
    startWithWorkbook: read["startWithWorkbook"] === true,
    currentDate: dateOrNull(read["currentDate"]),
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
