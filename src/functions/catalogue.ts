/**
 * Every function, declared once. functions.json, the association with code, the pane's help, README's table and the tests follow from here.
 * Names, ids and the order of arguments are a public contract: people's workbooks depend on them. Only append, and only optional arguments.
 */
import type { IsoDate } from "../domain/model";
import type { RULE_FUNCTIONS } from "../domain/namespace";

/** How an argument is read (arguments.ts) and offered in formula completion. */
export type ArgumentKind =
  | "item"
  | "status"
  | "statuses"
  | "question"
  | "process"
  | "editor"
  | "date"
  | "text"
  | "meeting"
  | "annex"
  | "section"
  | "columns";

export interface ArgumentEntry {
  name: string;
  kind: ArgumentKind;
  optional: boolean;
  help: string;
}

/**
 * "cell by cell": an answer for each place of the ranges given, in their shape.
 * "list": cell by cell where a range is given; for one item its answers one below the other.
 * "table": rows, spilled. "value": one value, or one for each place of the ranges given.
 */
export type Shape = "cell by cell" | "list" | "table" | "value";

export interface FunctionEntry {
  id: string;
  help: string;
  arguments: ArgumentEntry[];
  shape: Shape;
  /** Printed above the rows of a table. */
  header: string[] | null;
  /** Written without the namespace, with what they answer when both documents of 2017 and 2023 are loaded. */
  examples: { formula: string; answer: ExampleAnswer }[];
}

type ExampleAnswer = string | number | boolean | { date: IsoDate };

/** The answer of an example as a cell shows it, dates in ISO form. */
export function shownAnswer(answer: ExampleAnswer): string {
  if (typeof answer === "object") return answer.date;
  return typeof answer === "boolean" ? String(answer).toUpperCase() : String(answer);
}

const ITEM: ArgumentEntry = {
  name: "item",
  kind: "item",
  optional: false,
  help: "A work item by number, provisional name or old name, or a range of them",
};
const ON: ArgumentEntry = {
  name: "date",
  kind: "date",
  optional: true,
  help: "As of this day; today's state when left out",
};
const STATUS_TO_TAKE: ArgumentEntry = {
  name: "status",
  kind: "status",
  optional: false,
  help: "The status it would take",
};
const DECISION_DAY: ArgumentEntry = {
  name: "date",
  kind: "date",
  optional: true,
  help: "The day of the decision; the current meeting's closing day, or today, when left out",
};
const FILTERS: ArgumentEntry[] = [
  { name: "status", kind: "statuses", optional: true, help: "Only these statuses: a range, or a text with commas" },
  {
    name: "question",
    kind: "question",
    optional: true,
    help: 'Only this Question, as text: "2/17"; "2/13" or "*" for items of other study groups',
  },
  { name: "process", kind: "process", optional: true, help: "Only this approval process" },
  { name: "editor", kind: "editor", optional: true, help: "Only items with this editor; part of the name is enough" },
  { name: "date", kind: "date", optional: true, help: "As of this day; today's state when left out" },
];

const field = <const Id extends string>(id: Id, help: string, example: [string, string] | null) =>
  ({
    id,
    help,
    arguments: [ITEM],
    shape: "cell by cell",
    header: null,
    examples: example === null ? [] : [{ formula: `${id}("${example[0]}")`, answer: example[1] }],
  }) satisfies FunctionEntry;

/** The columns of HISTORY; over several items the item stands in front of them. */
export const HISTORY_HEADER = [
  "Date",
  "Meeting",
  "Event",
  "From",
  "To",
  "Process",
  "Step",
  "Document",
  "Annex",
  "Section",
  "Note",
];

export const FUNCTIONS = [
  {
    id: "STATUS",
    help: "The status of a work item, now or as of a date",
    arguments: [ITEM, ON],
    shape: "cell by cell",
    header: null,
    examples: [
      { formula: 'STATUS("X.1817")', answer: "Approved" },
      { formula: 'STATUS("X.websec-7",DATE(2017,3,30))', answer: "Under study" },
    ],
  },
  {
    id: "SINCE",
    help: "The date on which a work item got its present status, or the status named",
    arguments: [ITEM, { name: "status", kind: "status", optional: true, help: "The status asked about" }],
    shape: "cell by cell",
    header: null,
    examples: [{ formula: 'SINCE("X.1817")', answer: { date: "2023-09-08" } }],
  },
  field("TITLE", "The title of a work item", ["X.1817", "Security requirements for 5G message service"]),
  field("NUMBER", "The number of a work item; blank while it has none", ["X.5Gsec-message", "X.1817"]),
  field("NAME", "The provisional name of a work item", ["X.1817", "X.5Gsec-message"]),
  field("QUESTION", "The Question in charge of a work item", ["X.1817", "2/17"]),
  field("KIND", "New, revised, corrigendum or amendment", ["X.1817", "New"]),
  field("PROCESS", "How a work item is approved: TAP, AAP, Agreement or Approval", ["X.1817", "TAP"]),
  field("STEP", "Where a work item stands inside its procedure", null),
  field("TIMING", "When its next decision is planned, as printed or typed last", ["X.1353", "2024-Q1"]),
  field("EDITORS", "The editors of a work item, separated by commas", ["X.1817", "Hang DONG, Le YU, Hongyang ZHANG"]),
  field("TEXT", "Where the text of a work item is found", ["X.1817", "TD1381"]),
  field("EQUIVALENT", "The equivalent text of another organisation", null),
  {
    id: "ITEM",
    help: "A card with all that is known of a work item; plain text where Excel has no cards",
    arguments: [ITEM],
    shape: "cell by cell",
    header: null,
    examples: [],
  },
  {
    id: "HISTORY",
    help: "What happened to a work item, oldest first, with a header row",
    arguments: [ITEM],
    shape: "table",
    header: HISTORY_HEADER,
    examples: [],
  },
  {
    id: "NEXT",
    help: "The statuses a work item may take next, one below the other; over a range, separated by commas in each cell",
    arguments: [ITEM],
    shape: "list",
    header: null,
    examples: [],
  },
  {
    id: "CANBECOME",
    help: "TRUE where a work item may take a status, FALSE where it may not; WHYNOT tells the reason",
    arguments: [ITEM, STATUS_TO_TAKE, DECISION_DAY],
    shape: "cell by cell",
    header: null,
    examples: [{ formula: 'CANBECOME("X.590","Agreed")', answer: false }],
  },
  {
    id: "WHYNOT",
    help: "Why a work item may not take a status; blank where it may",
    arguments: [ITEM, STATUS_TO_TAKE, DECISION_DAY],
    shape: "cell by cell",
    header: null,
    examples: [],
  },
  {
    id: "CHECK",
    help: 'The findings of the rules for a work item: severity, rule, message, clause, what to do; "OK" where there is none',
    arguments: [ITEM],
    shape: "list",
    header: null,
    examples: [],
  },
  {
    id: "LIST",
    help: "The work items that match, in the order of their names",
    arguments: FILTERS,
    shape: "table",
    header: null,
    examples: [],
  },
  {
    id: "COUNT",
    help: "How many work items match",
    arguments: FILTERS,
    shape: "value",
    header: null,
    examples: [],
  },
  {
    id: "TABLE",
    help: "The work items that match, with the columns named, in the order of their names, with a header row",
    arguments: [
      {
        name: "columns",
        kind: "columns",
        optional: false,
        help: 'The columns, by their names on the sheet Work programme: "Item, Status, Title", or a range of them',
      },
      ...FILTERS,
    ],
    shape: "table",
    header: null,
    examples: [],
  },
  {
    id: "FIND",
    help: "The work items that a text describes, best first: words, names, editors, statuses, Questions, processes, timing, overdue",
    arguments: [
      {
        name: "text",
        kind: "text",
        optional: false,
        help: 'What to look for, for example "determined 2/17"; small mistakes do no harm',
      },
    ],
    shape: "table",
    header: null,
    examples: [],
  },
  {
    id: "ANNEX",
    help: "An annex of a meeting's report as it would be printed: headings, column headings, rows and notes",
    arguments: [
      { name: "meeting", kind: "meeting", optional: false, help: 'Year and month of the meeting, as text: "2023-09"' },
      {
        name: "annex",
        kind: "annex",
        optional: false,
        help: "A to E of the executive summary, 1 or 2 of the lead report",
      },
      {
        name: "section",
        kind: "section",
        optional: true,
        help: 'Only this section, "a": its column headings and rows',
      },
    ],
    shape: "table",
    header: null,
    examples: [],
  },
] as const satisfies readonly FunctionEntry[];

export type FunctionId = (typeof FUNCTIONS)[number]["id"];

/** The functions that ask the rules. */
export type RuleFunctionId = Extract<FunctionId, (typeof RULE_FUNCTIONS)[number]>;

/** The functions that answer with cards and tables, or search. */
export type TableFunctionId = Extract<FunctionId, "ITEM" | "HISTORY" | "TABLE" | "FIND">;

/** The annexes that ANNEX knows: of the executive summary, and of the lead study group report. */
export const SUMMARY_ANNEXES = ["A", "B", "C", "D", "E"] as const;
export const LEAD_REPORT_ANNEXES = ["1", "2"] as const;
export type AnnexId = (typeof SUMMARY_ANNEXES)[number] | (typeof LEAD_REPORT_ANNEXES)[number];

/** The words Excel offers while an annex is typed. Only arguments of one value have such a list: Excel documents none for ranges. */
export const ANNEX_CHOICES = { id: "ANNEXES", values: [...SUMMARY_ANNEXES, ...LEAD_REPORT_ANNEXES] } as const;
