/** Builds a load: its plan as steps, its marker and its report. Pure. */
import type { ReadDocument } from "../../domain/document";
import { WORKBOOK_LANGUAGE } from "../../i18n/language";
import { mergeText } from "../../i18n/merge";
import { workbookTexts } from "../../i18n/workbook";
import { documentId, recordOf } from "../../domain/merge";
import type { Programme } from "../../domain/model";
import type { Steps } from "../../domain/steps";
import { LISTS_SHEET, sortQuestions } from "../table-specs/lists";
import { FRAMES, ITEM_TABLES, SETTINGS, WORK_PROGRAMME } from "../table-specs/tables";
import { programmeOfTables } from "../programme-tables";
import { kindOfTable, type ManagedTable } from "../tables";
import type { Step } from "./chunk-requests";
import { sanitizeDocuments } from "./sanitize-cells";
import type { Keep, LoadMarker } from "./marker";
import { mergedProgramme, withoutPeople } from "./merge";
import { keptTableName, UniqueNames } from "./unique-names";
import { documentsWithIds, obsoleteTables } from "./obsolete-tables";
import { planLoad, type LoadPlan, type TableChanges } from "./plan";
import type { Lists } from "./sheet-writer";
import type { WorkbookState } from "./state";
import {
  type Renaming,
  beginStep,
  changeSteps,
  endStep,
  isOnLists,
  isWorkProgramme,
  listsSteps,
  settingsBeside,
  questionsStep,
  removalSteps,
  restyleStep,
  sheetSteps,
} from "./steps";
import { desiredTables, settingsTarget, type DesiredTable } from "./desired-tables";
import { initialSettings } from "../write-settings";
import { settingsOfTable, sharedSettingsFrom, type SharedSettings } from "../settings-table";
import { withoutUnnamed } from "./keyless-rows";
import type { LoadOptions, LoadReport } from "./types";

/** Everything that a load writes. */
export interface LoadBuild {
  programme: Programme;
  plan: LoadPlan;
  steps: Step[];
  /** The last step; null if there is nothing to write. */
  end: Step | null;
  rows: number;
  report: LoadReport;
  /** The sheets that it creates. */
  made: LoadMarker["sheets"];
  marker: LoadMarker;
  /** The marker of an interrupted load. */
  markerBefore: LoadMarker | null;
  /** The settings of the workbook. */
  settings: SharedSettings;
  /** Annexes that this load does not write, except for their Status. */
  otherAnnexes: string[];
}

/** Builds the load of these documents into this workbook. */
export function* buildLoad(
  received: readonly ReadDocument[],
  state: WorkbookState,
  options: LoadOptions,
): Steps<LoadBuild> {
  const { documents, problems } = yield* sanitizeDocuments(received);
  const unfinished = unfinishedSheets(state);
  for (const [name, table] of state.tables) if (unfinished.includes(table.worksheetName)) state.tables.delete(name);
  // Kept tables take precedence over the new tables of an interrupted replacement.
  const before = new Map([...state.tables.values(), ...state.kept].map((table) => [table.name, table]));
  for (const { name } of ITEM_TABLES) {
    const table = before.get(name);
    if (table) before.set(name, withoutUnnamed(table));
  }
  const existing = programmeOfTables([...before.values()]);
  const loaded = state.marker?.loaded ?? loadedBefore(existing, documents);
  const replace = options.replace === true;
  const start = replace && existing ? withoutPeople(existing) : existing;
  const programme = yield* mergedProgramme(start, documents, options.undo);
  const texts = workbookTexts(WORKBOOK_LANGUAGE);
  const desired = yield* desiredTables(programme, documents, texts, existing);
  const settingsTable = before.get(SETTINGS.name);
  const settings = settingsTable
    ? sharedSettingsFrom(settingsOfTable(settingsTable))
    : initialSettings(programme.meetings);
  desired.push(settingsTarget(settings));
  const planNow = (): Steps<LoadPlan> =>
    planLoad({
      desired,
      existing: state.tables,
      loadedDocuments: new Set(loaded),
      decisions: options.decisions ?? new Set(),
    });
  const keeps = replace && !state.marker && isUpToDate(yield* planNow()) ? [] : keepsOf(state, options);
  const renaming = renamingOf(state, keeps);
  for (const name of renaming.tables.keys()) state.tables.delete(name);
  const plan = yield* planNow();
  const replaced = new Set([...documents.map(documentId), ...(options.undo?.documents ?? [])]);
  const obsolete = existing
    ? yield* obsoleteTables(
        documentsWithIds(existing, replaced),
        existing,
        state.tables,
        new Set(plan.desired.keys()),
        texts,
      )
    : [];
  const questions = questionsOf(programme);
  const newQuestions = questions.join() !== (existing ? questionsOf(existing).join() : "");
  return {
    ...(yield* stepsOf(plan, state, { unfinished, keeps, renaming, questions, newQuestions, loaded, obsolete })),
    markerBefore: state.marker,
    programme,
    plan,
    settings,
    report: reportOf(plan, keeps, programme, problems),
    otherAnnexes: state.tableNames.filter(
      (name) => kindOfTable(name) === "Annex" && !state.tables.has(name) && !renaming.tables.has(name),
    ),
  };
}

/**
 * The documents that were loaded before in the version at hand: users deleted what is missing of them. A corrected version may have rows
 * that the earlier one did not have.
 */
function loadedBefore(existing: Programme | null, documents: readonly ReadDocument[]): string[] {
  const incoming = new Map(documents.map((document) => [documentId(document), document]));
  return (existing?.documents ?? []).flatMap((record) => {
    const document = incoming.get(record.id);
    const isSame = !document || JSON.stringify(recordOf(record.id, document)) === JSON.stringify(record);
    return isSame ? [record.id] : [];
  });
}

/** Whether the workbook already holds the desired tables, so that a replacement is not needed. */
function isUpToDate(plan: LoadPlan): boolean {
  return plan.create.length === 0 && plan.change.length === 0 && plan.differences.length === 0;
}

/** The tables that a replacement keeps; after an interrupted replacement, the tables that it kept. */
function keepsOf(state: WorkbookState, options: LoadOptions): Keep[] {
  if (state.marker && state.marker.keeps.length > 0) return state.marker.keeps;
  if (options.replace !== true) return [];
  const date = options.today ?? new Date().toISOString().slice(0, 10);
  const sheets = new UniqueNames(state.sheets.map((sheet) => sheet.name));
  const tables = new UniqueNames(state.tableNames);
  const keptSheets = new Map<string, string>();
  return [...state.tables.values()].map((table) => {
    const keptSheet = keptSheets.get(table.worksheetName) ?? sheets.dated(table.worksheetName, date);
    keptSheets.set(table.worksheetName, keptSheet);
    return {
      table: table.name,
      keptTable: tables.table(keptTableName(table.name, date)),
      sheet: table.worksheetName,
      keptSheet,
    };
  });
}

/** The renamings that are still to be made. */
function renamingOf(state: WorkbookState, keeps: readonly Keep[]): Renaming {
  const tables = new Set(state.tableNames);
  const sheets = new Set(state.sheets.map((sheet) => sheet.name));
  const pendingTables = keeps.filter((keep) => tables.has(keep.table) && !tables.has(keep.keptTable));
  const pendingSheets = keeps.filter((keep) => sheets.has(keep.sheet) && !sheets.has(keep.keptSheet));
  return {
    tables: new Map(
      pendingTables.flatMap(({ table: name, keptTable: as }) => {
        const table = state.tables.get(name);
        return table ? [[name, { table, as }]] : [];
      }),
    ),
    sheets: new Map(pendingSheets.map((keep) => [keep.sheet, keep.keptSheet])),
  };
}

/** The Questions that drop-downs offer, in order. */
export function questionsOf(programme: Programme): string[] {
  return sortQuestions(
    programme.items.flatMap((item) => [...(item.question === null ? [] : [item.question]), ...item.jointQuestions]),
  );
}

interface Circumstances {
  unfinished: readonly string[];
  keeps: readonly Keep[];
  renaming: Renaming;
  questions: readonly string[];
  newQuestions: boolean;
  loaded: readonly string[];
  obsolete: readonly ManagedTable[];
}

function* stepsOf(
  plan: LoadPlan,
  state: WorkbookState,
  now: Circumstances,
): Steps<Pick<LoadBuild, "steps" | "end" | "rows" | "made" | "marker">> {
  const { lists, sheets } = namedSheets(plan, state, now);
  const onLists = plan.create.filter(isOnLists);
  const frames = onLists.find(({ spec }) => spec === FRAMES);
  const settings = onLists.find(({ spec }) => spec === SETTINGS);
  const made = [
    ...(frames ? [{ sheet: lists.sheet, tables: onLists.map(({ spec }) => spec.name) }] : []),
    ...sheets.map(({ target, name }) => ({ sheet: name, tables: [target.spec.name] })),
  ];
  const steps = frames ? yield* listsSteps(lists.sheet, lists, frames, settings) : [];
  const existing = state.tables.get(FRAMES.name);
  if (settings && existing) steps.push(settingsBeside(existing, settings));
  for (const { target, name } of sheets) steps.push(...(yield* sheetSteps(name, target, lists)));
  steps.push(...restyled(plan, state, lists));
  for (const changes of plan.change) steps.push(...(yield* changeSteps(changes, lists)));
  steps.push(...removalSteps(now.obsolete, state.tables.values()));
  const existingFrames = state.tables.get(FRAMES.name);
  if (existingFrames && (now.newQuestions || state.marker))
    steps.push(questionsStep(lists, existingFrames, existingTables(plan, state), state.marker ? "all" : "Questions"));
  const marker = markerOf(state, made, now);
  const rows = steps.reduce((sum, each) => sum + each.rows, 0);
  if (steps.length === 0 && now.keeps.length === 0 && !state.marker) return { steps, end: null, rows, made, marker };
  const end = endStep({
    activate: activated(state, sheets),
    order: state.marker ? orderOf(plan, state, made) : [],
    sheets: state.sheets.length - now.unfinished.length - now.obsolete.length + made.length,
  });
  return { steps: [beginStep(marker, now.unfinished, now.renaming), ...steps], end, rows, made, marker };
}

/** The sheets to create, with their unique names. */
function namedSheets(
  plan: LoadPlan,
  state: WorkbookState,
  now: Circumstances,
): { lists: Lists; sheets: { target: DesiredTable; name: string }[] } {
  const book = new UniqueNames(state.sheets.map((sheet) => sheet.name));
  for (const name of [...now.unfinished, ...now.renaming.sheets.keys()]) book.release(name);
  for (const name of now.renaming.sheets.values()) book.reserve(name);
  const lists = state.tables.get(FRAMES.name)?.worksheetName ?? book.sheet(LISTS_SHEET);
  const sheets = plan.create
    .filter((target) => !isOnLists(target))
    .map((target) => ({ target, name: book.sheet(target.spec.sheet) }));
  return { lists: { sheet: lists, questions: now.questions }, sheets };
}

/** The marker of this load. The sheets of an interrupted load remain in it until their formats are applied again. */
function markerOf(state: WorkbookState, made: LoadMarker["sheets"], now: Circumstances): LoadMarker {
  const names = new Set(made.map((each) => each.sheet));
  const before = (state.marker?.sheets ?? []).filter((each) => !names.has(each.sheet));
  return { sheets: [...before, ...made], keeps: [...now.keeps], loaded: [...now.loaded] };
}

/** The sheet to activate: that of a work programme that this load creates, or that the interrupted one has created. */
function activated(state: WorkbookState, sheets: readonly { target: DesiredTable; name: string }[]): string | null {
  const made = sheets.find(({ target }) => isWorkProgramme(target))?.name;
  if (made !== undefined) return made;
  const wasMade = state.marker?.sheets.some(({ tables }) => tables.includes(WORK_PROGRAMME.name)) ?? false;
  return wasMade ? (state.tables.get(WORK_PROGRAMME.name)?.worksheetName ?? null) : null;
}

/** After an interrupted load, the order in which a single load would have created the sheets of both loads. */
function orderOf(plan: LoadPlan, state: WorkbookState, made: LoadMarker["sheets"]): string[] {
  const names = new Map(made.flatMap((each) => each.tables.map((table) => [table, each.sheet] as const)));
  const before = new Set(state.marker?.sheets.flatMap((each) => each.tables));
  for (const table of state.tables.values()) if (before.has(table.name)) names.set(table.name, table.worksheetName);
  const all = [...plan.desired.values()];
  const ordered = [...all.filter(isOnLists), ...all.filter((target) => !isOnLists(target))];
  return [...new Set(ordered.flatMap((target) => names.get(target.spec.name) ?? []))];
}

/** The existing tables, each with its desired table. */
function existingTables(plan: LoadPlan, state: WorkbookState): { table: ManagedTable; target: DesiredTable }[] {
  return [...state.tables.values()].flatMap((table) => {
    const target = plan.desired.get(table.name);
    return target ? [{ table, target }] : [];
  });
}

/** After an interrupted load, applies the formats of its tables, which may be missing. */
function restyled(plan: LoadPlan, state: WorkbookState, lists: Lists): Step[] {
  const made = new Set(state.marker?.sheets.flatMap((each) => each.tables));
  return existingTables(plan, state)
    .filter(({ table, target }) => made.has(table.name) && !isOnLists(target))
    .map(({ table, target }) => restyleStep(table, target, lists));
}

/** Unfinished sheets of an interrupted load: without their tables they hold nothing that users could have edited. */
function unfinishedSheets(state: WorkbookState): string[] {
  const tables = new Set(state.tableNames);
  const names = new Set(state.sheets.map((sheet) => sheet.name));
  return (state.marker?.sheets ?? [])
    .filter((made) => names.has(made.sheet) && !made.tables.every((table) => tables.has(table)))
    .map((made) => made.sheet);
}

/** Number of rows with changes in visible columns. */
function rowsUpdated({ spec, updates }: TableChanges): number {
  const hidden = new Set(spec.columns.filter((column) => column.hidden === true).map((column) => column.header));
  return new Set(updates.filter(({ header }) => !hidden.has(header)).map(({ row }) => row)).size;
}

function reportOf(
  plan: LoadPlan,
  keeps: readonly Keep[],
  programme: Programme,
  problems: readonly string[],
): LoadReport {
  const kept = new Map(keeps.map((keep) => [keep.sheet, keep.keptSheet]));
  return {
    created: plan.create.map((target) => target.spec.name),
    added: Object.fromEntries([
      ...plan.create.map((target) => [target.spec.name, target.rows.length] as const),
      ...plan.change.map((changes) => [changes.table.name, changes.append.length] as const),
    ]),
    updated: Object.fromEntries(plan.change.map((changes) => [changes.table.name, rowsUpdated(changes)])),
    removed: Object.fromEntries(plan.change.map((changes) => [changes.table.name, changes.remove.length])),
    differences: plan.differences,
    kept: [...kept].map(([sheet, as]) => ({ sheet, as })),
    problems: [
      ...programme.findings.filter((finding) => finding.severity !== "info").map((finding) => mergeText(finding)),
      ...problems,
      ...[...plan.desired.values()].flatMap(tooLong),
    ],
  };
}

/** Problems for the cells whose combined text was too long. */
function tooLong({ spec, rows }: DesiredTable): string[] {
  const at = Math.max(
    0,
    spec.columns.findIndex((column) => column.header === "Item"),
  );
  return rows.flatMap(({ cells, cut }) =>
    cut.map((header) => workbookTexts().textTooLong(`${spec.sheet}, ${String(cells[at] ?? "").slice(0, 60)}`, header)),
  );
}
