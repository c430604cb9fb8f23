/**
 * Every function, declared once. functions.json, the association with code, the pane's help, README's table and the tests follow from here.
 * Names, ids and the order of arguments are a public contract: people's workbooks depend on them. Only append, and only optional arguments.
 */
import type { IsoDate } from "../domain/model";
import { NAMESPACE, type RULE_FUNCTIONS } from "../domain/namespace";
import type { Catalogues } from "../i18n/catalogues";

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
  /** Key of its description in the texts of function help. */
  help: keyof Catalogues["functionHelp"]["arguments"];
}

/**
 * "cell by cell": an answer for each place of the ranges given, in their shape.
 * "list": cell by cell where a range is given; for one item its answers one below the other.
 * "table": rows, spilled. "value": one value, or one for each place of the ranges given.
 */
export type Shape = "cell by cell" | "list" | "table" | "value";

export interface FunctionEntry {
  /** Also the key of its description in the texts of function help. */
  id: keyof Catalogues["functionHelp"]["functions"];
  arguments: ArgumentEntry[];
  shape: Shape;
  /** Printed above the rows of a table. */
  header: string[] | null;
  /** Written without the namespace, with what they answer when both documents of 2017 and 2023 are loaded. */
  examples: { formula: string; answer: ExampleAnswer }[];
}

/** "SG17.STATUS(item, [date])". */
export function signature(entry: FunctionEntry): string {
  const names = entry.arguments.map(({ name, optional }) => (optional ? `[${name}]` : name));
  return `${NAMESPACE}.${entry.id}(${names.join(", ")})`;
}

type ExampleAnswer = string | number | boolean | { date: IsoDate };

/** The answer of an example as a cell shows it: dates in ISO form, TRUE and FALSE in the words of Excel's language. */
export function shownAnswer(answer: ExampleAnswer, { logical }: Catalogues["functionHelp"]): string {
  if (typeof answer === "object") return answer.date;
  return typeof answer === "boolean" ? logical[answer ? "true" : "false"] : String(answer);
}

const ITEM: ArgumentEntry = {
  name: "item",
  kind: "item",
  optional: false,
  help: "item",
};
const ON: ArgumentEntry = {
  name: "date",
  kind: "date",
  optional: true,
  help: "asOf",
};
const STATUS_TO_TAKE: ArgumentEntry = {
  name: "status",
  kind: "status",
  optional: false,
  help: "statusToTake",
};
const DECISION_DAY: ArgumentEntry = {
  name: "date",
  kind: "date",
  optional: true,
  help: "decisionDay",
};
const FILTERS: ArgumentEntry[] = [
  { name: "status", kind: "statuses", optional: true, help: "statuses" },
  {
    name: "question",
    kind: "question",
    optional: true,
    help: "question",
  },
  { name: "process", kind: "process", optional: true, help: "process" },
  { name: "editor", kind: "editor", optional: true, help: "editor" },
  { name: "date", kind: "date", optional: true, help: "asOf" },
];

const field = <const Id extends FunctionEntry["id"]>(id: Id, example: [string, string] | null) =>
  ({
    id,
    arguments: [ITEM],
    shape: "cell by cell",
    header: null,
    examples: example === null ? [] : [{ formula: `${id}("${example[0]}")`, answer: example[1] }],
  }) satisfies FunctionEntry;

/** The columns of HISTORY; over several items, the item comes first. */
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
    arguments: [ITEM, { name: "status", kind: "status", optional: true, help: "sinceStatus" }],
    shape: "cell by cell",
    header: null,
    examples: [{ formula: 'SINCE("X.1817")', answer: { date: "2023-09-08" } }],
  },
  field("TITLE", ["X.1817", "Security requirements for 5G message service"]),
  field("NUMBER", ["X.5Gsec-message", "X.1817"]),
  field("NAME", ["X.1817", "X.5Gsec-message"]),
  field("QUESTION", ["X.1817", "2/17"]),
  field("KIND", ["X.1817", "New"]),
  field("PROCESS", ["X.1817", "TAP"]),
  field("STEP", null),
  field("TIMING", ["X.1353", "2024-Q1"]),
  field("EDITORS", ["X.1817", "Hang DONG, Le YU, Hongyang ZHANG"]),
  field("TEXT", ["X.1817", "TD1381"]),
  field("EQUIVALENT", null),
  {
    id: "ITEM",
    arguments: [ITEM],
    shape: "cell by cell",
    header: null,
    examples: [],
  },
  {
    id: "HISTORY",
    arguments: [ITEM],
    shape: "table",
    header: HISTORY_HEADER,
    examples: [],
  },
  {
    id: "NEXT",
    arguments: [ITEM],
    shape: "list",
    header: null,
    examples: [],
  },
  {
    id: "CANBECOME",
    arguments: [ITEM, STATUS_TO_TAKE, DECISION_DAY],
    shape: "cell by cell",
    header: null,
    examples: [{ formula: 'CANBECOME("X.590","Agreed")', answer: false }],
  },
  {
    id: "WHYNOT",
    arguments: [ITEM, STATUS_TO_TAKE, DECISION_DAY],
    shape: "cell by cell",
    header: null,
    examples: [],
  },
  {
    id: "CHECK",
    arguments: [ITEM],
    shape: "list",
    header: null,
    examples: [],
  },
  {
    id: "LIST",
    arguments: FILTERS,
    shape: "table",
    header: null,
    examples: [],
  },
  {
    id: "COUNT",
    arguments: FILTERS,
    shape: "value",
    header: null,
    examples: [],
  },
  {
    id: "TABLE",
    arguments: [
      {
        name: "columns",
        kind: "columns",
        optional: false,
        help: "columns",
      },
      ...FILTERS,
    ],
    shape: "table",
    header: null,
    examples: [],
  },
  {
    id: "FIND",
    arguments: [
      {
        name: "text",
        kind: "text",
        optional: false,
        help: "searchText",
      },
    ],
    shape: "table",
    header: null,
    examples: [],
  },
  {
    id: "ANNEX",
    arguments: [
      { name: "meeting", kind: "meeting", optional: false, help: "meeting" },
      {
        name: "annex",
        kind: "annex",
        optional: false,
        help: "annex",
      },
      {
        name: "section",
        kind: "section",
        optional: true,
        help: "section",
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

/** The annexes that ANNEX accepts: of the executive summary, and of the lead study group report. */
export const SUMMARY_ANNEXES = ["A", "B", "C", "D", "E"] as const;
export const LEAD_REPORT_ANNEXES = ["1", "2"] as const;
export type AnnexId = (typeof SUMMARY_ANNEXES)[number] | (typeof LEAD_REPORT_ANNEXES)[number];

/** The words Excel offers while an annex is typed. Only arguments of one value have such a list: Excel documents none for ranges. */
export const ANNEX_CHOICES = { id: "ANNEXES", values: [...SUMMARY_ANNEXES, ...LEAD_REPORT_ANNEXES] } as const;
