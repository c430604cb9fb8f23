/** Works out what a load writes: the plan as steps, the mark it leaves meanwhile, and what to tell people. Pure. */
import type { ReadDocument } from "../../programme/document";
import { workbookTexts } from "../../programme/messages/workbook";
import type { Programme } from "../../programme/model";
import { LISTS_SHEET, sortQuestions } from "../layout/lists";
import { DOCUMENTS, FRAMES } from "../layout/tables";
import { programmeOfTables } from "../programme-tables";
import { kindOfTable, type ManagedTable } from "../tables";
import type { Step } from "./batches";
import type { Keep, LoadMarker } from "./marker";
import { mergedProgramme, withoutPeople } from "./merge";
import { keptTableName, NameBook } from "./names";
import { planLoad, type LoadPlan } from "./plan";
import type { Lists } from "./sheet-writer";
import type { WorkbookState } from "./state";
import {
  beginStep,
  changeSteps,
  endStep,
  isOnLists,
  isWorkProgramme,
  listsSteps,
  questionsStep,
  restyleStep,
  sheetSteps,
} from "./steps";
import { targetTables, type TargetTable } from "./targets";
import type { LoadOptions, LoadReport } from "./types";

/** Everything that a load is going to write. */
export interface Work {
  programme: Programme;
  plan: LoadPlan;
  steps: Step[];
  rows: number;
  report: LoadReport;
  marker: LoadMarker;
  /** Annexes that no document of this load is about: their Status follows all the same. */
  otherAnnexes: string[];
}

/** Works out what a load of these documents writes into this workbook. */
export function prepare(documents: readonly ReadDocument[], state: WorkbookState, options: LoadOptions): Work {
  const replace = options.replace === true;
  const existing = programmeOfTables([...state.tables.values()]);
  const keeps = keepsOf(state, options);
  const kept = new Set(keeps.map((keep) => keep.table));
  for (const name of kept) state.tables.delete(name);
  const programme = mergedProgramme(replace && existing ? withoutPeople(existing) : existing, documents);
  const loaded = state.marker || replace ? [] : (existing?.documents ?? []).map((record) => record.id);
  const texts = workbookTexts();
  const plan = planLoad({
    targets: targetTables(programme, documents, texts),
    existing: state.tables,
    loadedDocuments: new Set(loaded),
    decisions: options.decisions ?? new Set(),
  });
  const questions = questionsOf(programme);
  const newQuestions = questions.join() !== (existing ? questionsOf(existing).join() : "");
  const written = stepsOf(plan, state, keeps, { questions, newQuestions });
  return {
    ...written,
    programme,
    plan,
    report: reportOf(plan, keeps, programme),
    otherAnnexes: state.tableNames.filter(
      (name) => kindOfTable(name) === "Annex" && !state.tables.has(name) && !kept.has(name),
    ),
  };
}

/** The tables that a replacement puts aside; those of a replacement that was cut off, if there was one. */
function keepsOf(state: WorkbookState, options: LoadOptions): Keep[] {
  const sheetNames = new Set(state.sheets.map((sheet) => sheet.name));
  if (state.marker && state.marker.keeps.length > 0) {
    return state.marker.keeps.filter((keep) => state.tableNames.includes(keep.table) && sheetNames.has(keep.sheet));
  }
  if (options.replace !== true) return [];
  const date = options.today ?? new Date().toISOString().slice(0, 10);
  const sheets = new NameBook(sheetNames);
  const tables = new NameBook(state.tableNames);
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

function questionsOf(programme: Programme): string[] {
  return sortQuestions(
    programme.items.flatMap((item) => [...(item.question === null ? [] : [item.question]), ...item.jointQuestions]),
  );
}

function stepsOf(
  plan: LoadPlan,
  state: WorkbookState,
  keeps: readonly Keep[],
  words: { questions: string[]; newQuestions: boolean },
): Pick<Work, "steps" | "rows" | "marker"> {
  const unfinished = unfinishedSheets(state);
  const book = new NameBook(state.sheets.map((sheet) => sheet.name));
  for (const name of [...unfinished, ...keeps.map((keep) => keep.sheet)]) book.release(name);
  for (const keep of keeps) book.sheet(keep.keptSheet);
  const onLists = plan.create.filter(isOnLists);
  const lists: Lists = {
    sheet: state.tables.get(FRAMES.name)?.worksheetName ?? book.sheet(LISTS_SHEET),
    questions: words.questions,
  };
  const sheets = plan.create
    .filter((target) => !isOnLists(target))
    .map((target) => ({ target, name: book.sheet(target.spec.sheet) }));
  const made = sheets.map(({ target, name }) => ({ sheet: name, tables: [target.spec.name] }));
  if (onLists.length > 0) made.push({ sheet: lists.sheet, tables: [FRAMES.name, DOCUMENTS.name] });
  const marker: LoadMarker = { sheets: made, keeps: [...keeps] };
  const work = sheets.find(({ target }) => isWorkProgramme(target));
  const steps = [
    ...(onLists.length > 0 ? listsSteps(lists.sheet, lists, onLists) : []),
    ...sheets.flatMap(({ target, name }) => sheetSteps(name, target, lists)),
    ...restyled(plan, state, lists),
    ...plan.change.flatMap((changes) => changeSteps(changes, lists)),
  ];
  if (state.tables.has(FRAMES.name) && words.newQuestions) steps.push(questionsStep(lists, standing(plan, state)));
  if (steps.length === 0 && unfinished.length === 0 && keeps.length === 0 && !state.marker)
    return { steps, rows: 0, marker };
  const rows = steps.reduce((sum, each) => sum + each.rows, 0);
  return { steps: [beginStep(marker, unfinished, keeps), ...steps, endStep(work?.name ?? null)], rows, marker };
}

/** The tables that are there, each with what it is to be. */
function standing(plan: LoadPlan, state: WorkbookState): { table: ManagedTable; target: TargetTable }[] {
  return [...state.tables.values()].flatMap((table) => {
    const target = plan.targets.get(table.name);
    return target ? [{ table, target }] : [];
  });
}

/** After a load that was cut off, the tables it had made get their looks again: it may not have come to that. */
function restyled(plan: LoadPlan, state: WorkbookState, lists: Lists): Step[] {
  const made = new Set(state.marker?.sheets.flatMap((each) => each.tables));
  return standing(plan, state)
    .filter(({ table, target }) => made.has(table.name) && !isOnLists(target))
    .map(({ table, target }) => restyleStep(table, target, lists));
}

/** Sheets that a load that was cut off had begun: without their tables they hold nothing that anybody could have used. */
function unfinishedSheets(state: WorkbookState): string[] {
  const tables = new Set(state.tableNames);
  const names = new Set(state.sheets.map((sheet) => sheet.name));
  return (state.marker?.sheets ?? [])
    .filter((made) => names.has(made.sheet) && !made.tables.every((table) => tables.has(table)))
    .map((made) => made.sheet);
}

function reportOf(plan: LoadPlan, keeps: readonly Keep[], programme: Programme): LoadReport {
  const kept = new Map(keeps.map((keep) => [keep.sheet, keep.keptSheet]));
  return {
    created: plan.create.map((target) => target.spec.name),
    added: Object.fromEntries([
      ...plan.create.map((target) => [target.spec.name, target.rows.length] as const),
      ...plan.change.map((changes) => [changes.table.name, changes.append.length] as const),
    ]),
    updated: Object.fromEntries(
      plan.change.map((changes) => [changes.table.name, new Set(changes.updates.map((update) => update.row)).size]),
    ),
    differences: plan.differences,
    kept: [...kept].map(([sheet, as]) => ({ sheet, as })),
    problems: programme.findings.filter((finding) => finding.severity !== "info").map((finding) => finding.message),
  };
}
