/** Prepares the list of decisions of the current meeting: a sheet with every candidate, or the candidates that an existing one lacks. */
import {
  candidatesFor,
  decisionContext,
  decisionName,
  possibleDecisions,
  SECTIONS,
  type Candidate,
} from "../../domain/decisions";
import { itemName } from "../../domain/item-name";
import type { RowCells } from "../../domain/cells";
import type { WorkItem } from "../../domain/model";
import { questionsNamed } from "../../domain/rules";
import type { RuleContext } from "../../domain/rules/types";
import { decisionTexts } from "../../i18n/decisions";
import { WORKBOOK_LANGUAGE } from "../../i18n/language";
import { addTableSheet, type Lists } from "../load/sheet-writer";
import { UniqueNames } from "../load/unique-names";
import { block } from "../ranges";
import { readTables } from "../read-tables";
import { ruleContext } from "../rule-context";
import { refreshOutdatedSettings } from "../settings";
import { runExcel } from "../excel-run";
import { CHOICE_HEADERS, decisionHeader } from "../table-specs/decisions-table";
import { sortQuestions } from "../table-specs/lists";
import { KEY } from "../table-specs/spec";
import { FRAMES } from "../table-specs/tables";
import { appendWrite, inTableOrder, queueWrite, updateWrite } from "../table-writer";
import { columnOf, sheetOf, type ManagedTable } from "../tables";
import { decisionMeeting, type DecisionMeeting } from "./decision-list";
import { requireWritable } from "../writability";

export interface PreparedList {
  sheet: string;
  /** Number of texts of a new list; null where there was one already. */
  rows: number | null;
  /** Number of texts added to a list that there was already. */
  added: number;
}

/** Empty rows for new work items in a new list; people add more as they need them. */
const NEW_ROWS = 5;
const NEW_SECTION: (typeof SECTIONS)[number] = "C New work items";

/** Prepares the list and shows it. Two requests. What people have entered is kept. */
export async function prepareDecisions(): Promise<PreparedList> {
  return runExcel(
    async (context) => {
      await refreshOutdatedSettings(context);
      const current = decisionMeeting();
      const sheets = context.workbook.worksheets;
      const tables = await readTables(context, [current.spec.name, FRAMES.name], () => sheets.load("items/name"));
      const table = tables.find(({ name }) => name === current.spec.name);
      const lists = tables.find(({ name }) => name === FRAMES.name);
      const prepared = table
        ? extendList(context, table, current)
        : makeList(context, current, {
            names: sheets.items.map(({ name }) => name),
            lists: {
              sheet: lists?.worksheetName ?? FRAMES.sheet,
              questions: sortQuestions(questionsNamed(current.programme)),
            },
          });
      await context.sync();
      return prepared;
    },
    { oneUndoStep: true },
  );
}

function candidateCells({ item, section }: Candidate, context: RuleContext): RowCells {
  return {
    [decisionHeader("section")]: section,
    [decisionHeader("item")]: itemName(item),
    [decisionHeader("title")]: item.title,
    [decisionHeader("question")]: item.question ?? "",
    ...currentCells(item, section, context),
    [KEY]: item.key,
  };
}

/** What follows from the state of an item: its status, and the decisions that are possible. */
function currentCells(item: WorkItem, section: string, context: RuleContext): RowCells {
  const names = possibleDecisions(item, context, section).map(decisionName);
  return { [decisionHeader("now")]: nowText(item), ...choiceCells(names) };
}

function choiceCells(names: readonly string[]): RowCells {
  return Object.fromEntries(CHOICE_HEADERS.map((header, at) => [header, names[at] ?? ""]));
}

/** The status of an item with its step, "Determined, Announced". */
export function nowText({ status, step }: Pick<WorkItem, "status" | "step">): string {
  return step === null ? status : `${status}, ${step}`;
}

function newRowCells(): RowCells {
  return { [decisionHeader("section")]: NEW_SECTION, ...choiceCells(["New work item", "Pending confirmation"]) };
}

function makeList(
  context: Excel.RequestContext,
  { programme, meeting, spec }: DecisionMeeting,
  { names, lists }: { names: readonly string[]; lists: Lists },
): PreparedList {
  const rules = decisionContext(ruleContext(), meeting);
  const candidates = candidatesFor(programme, meeting);
  const cells = candidates.map((candidate) => candidateCells(candidate, rules));
  const before = candidates.filter(({ section }) => SECTIONS.indexOf(section) < SECTIONS.indexOf(NEW_SECTION)).length;
  cells.splice(before, 0, ...Array.from({ length: NEW_ROWS }, newRowCells));
  const headers = spec.columns.map(({ header }) => header);
  const rows = cells.map((row) => inTableOrder({ headers }, row));
  const lines = [...decisionTexts(WORKBOOK_LANGUAGE).sheetLines];
  const name = new UniqueNames(names).sheet(spec.sheet);
  const { sheet, top } = addTableSheet(context, name, { spec, lines, rows, lists });
  offerChoices(sheet, { headers, top, left: 0 }, rows.length);
  sheet.activate();
  return { sheet: name, rows: candidates.length, added: 0 };
}

/** Adds the candidates that a list lacks, and brings status and drop-downs of the others up to date. */
function extendList(
  context: Excel.RequestContext,
  table: ManagedTable,
  { programme, meeting, spec }: DecisionMeeting,
): PreparedList {
  requireWritable({ sheets: [table] });
  const rules = decisionContext(ruleContext(), meeting);
  const keys = table.rows.map((row) => String(row[columnOf(table, KEY)] ?? ""));
  const items = new Map(programme.items.map((item) => [item.key, item]));
  const listed = new Set(keys);
  const added = candidatesFor(programme, meeting).filter(({ item }) => !listed.has(item.key));
  const section = columnOf(table, decisionHeader("section"));
  const cells = keys.flatMap((key, row) => {
    const item = items.get(key);
    if (!item) return [];
    const current = currentCells(item, String(table.rows[row]?.[section] ?? ""), rules);
    return Object.entries(current).map(([header, value]) => ({ row, header, value }));
  });
  const changed = cells.filter(({ row, header, value }) => table.rows[row]?.[columnOf(table, header)] !== value);
  const update = updateWrite(table, KEY, spec.columns, changed);
  const append = appendWrite(
    table,
    KEY,
    spec.columns,
    added.map((candidate) => candidateCells(candidate, rules)),
  );
  queueWrite(context, { ...append, updates: [...(update.updates ?? []), ...(append.updates ?? [])] });
  const sheet = sheetOf(context, table);
  offerChoices(sheet, table, table.rows.length + added.length);
  sheet.activate();
  return { sheet: table.worksheetName, rows: null, added: added.length };
}

/**
 * Gives each row a drop-down with its own hidden cells as the source. Sorting moves the cells and leaves the drop-down where it is, so that
 * it offers what is possible for the row that is there then. Any other entry is accepted: the review reads words in both languages.
 */
function offerChoices(
  sheet: Excel.Worksheet,
  { headers, top, left }: Pick<ManagedTable, "headers" | "top" | "left">,
  count: number,
): void {
  const decision = headers.indexOf(decisionHeader("decision"));
  const [first = -1, ...others] = CHOICE_HEADERS.map((header) => headers.indexOf(header));
  const isTogether = others.every((column, at) => column === first + 1 + at);
  if (decision < 0 || first < 0 || !isTogether) return;
  for (let row = 0; row < count; row += 1) {
    const { dataValidation } = block(sheet, top + 1 + row, left + decision);
    const source = block(sheet, top + 1 + row, left + first, 1, CHOICE_HEADERS.length);
    dataValidation.rule = { list: { inCellDropDown: true, source } };
    dataValidation.errorAlert = { showAlert: false, style: "Information", title: "", message: "" };
  }
}
