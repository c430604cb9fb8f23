/** The columns of a list of decisions, each declared once: the table, the reading of its rows and the edits that follow derive from here. */
import { KEY, type ListName } from "../item-fields";
import type { EventFacts } from "../model";
import type { ItemField } from "../rules/types";

export type DecisionFieldId =
  | "section"
  | "item"
  | "title"
  | "question"
  | "joint"
  | "now"
  | "decision"
  | "number"
  | "text"
  | "a5"
  | "timing"
  | "note"
  | "result"
  | "process"
  | "kind"
  | "editors"
  | "contribution"
  | "key";

export interface DecisionField {
  readonly id: DecisionFieldId;
  /** Header of its column. */
  readonly header: string;
  readonly type: "text";
  /** Width of the column, in characters. */
  readonly width: number;
  readonly wrap?: true;
  readonly list?: ListName;
  readonly hidden?: true;
  /** The field of the item that a filled cell changes. */
  readonly edits?: ItemField;
  /** The same, for a text that becomes a work item; what is shown of other texts is no edit. */
  readonly editsNew?: ItemField;
  /** The fact that History keeps of it. */
  readonly fact?: keyof EventFacts & "contribution";
}

/**
 * Every column, from the left: those up to Result fit beside the pane on a screen 1,440 pixels wide. Those after Note are for new work items.
 */
export const DECISION_FIELDS: readonly DecisionField[] = [
  { id: "section", header: "Section", type: "text", width: 14, wrap: true },
  { id: "item", header: "Item", type: "text", width: 17 },
  { id: "title", header: "Title", type: "text", width: 28, wrap: true, editsNew: "title" },
  { id: "question", header: "Question", type: "text", width: 9, list: "Question", editsNew: "question" },
  { id: "now", header: "Now", type: "text", width: 13, wrap: true },
  { id: "decision", header: "Decision", type: "text", width: 17 },
  { id: "result", header: "Result", type: "text", width: 40, wrap: true },
  { id: "number", header: "Number", type: "text", width: 14, edits: "item" },
  { id: "text", header: "Text", type: "text", width: 11, edits: "text" },
  { id: "a5", header: "A.5/A.25", type: "text", width: 11, edits: "a5" },
  { id: "timing", header: "Timing", type: "text", width: 10, edits: "timing" },
  { id: "note", header: "Note", type: "text", width: 28, wrap: true },
  { id: "joint", header: "Joint Questions", type: "text", width: 15, edits: "jointQuestions" },
  { id: "process", header: "Process", type: "text", width: 11, list: "Process", edits: "process" },
  { id: "kind", header: "Kind", type: "text", width: 7, list: "Kind", edits: "kind" },
  { id: "editors", header: "Editors", type: "text", width: 30, wrap: true, edits: "editors" },
  { id: "contribution", header: "Contribution", type: "text", width: 13, fact: "contribution" },
  { id: "key", header: KEY, type: "text", width: 12, hidden: true },
];

/** The cells of a row, by column; a column that is left out is empty. */
export type DecisionCells = Readonly<Partial<Record<DecisionFieldId, string>>>;

/** The columns that people fill for a decision; the others are the add-in's. */
export const FILLED_FIELDS = DECISION_FIELDS.filter(
  ({ id, edits, fact }) => id === "decision" || id === "note" || edits !== undefined || fact !== undefined,
);

/** Returns the filled text of a cell; "" where it is empty. */
export function filled(cells: DecisionCells, id: DecisionFieldId): string {
  return (cells[id] ?? "").trim();
}
