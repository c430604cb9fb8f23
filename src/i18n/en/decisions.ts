/** The decisions of a meeting: results of rows, counts, and the pane's part about them. In English; other languages have the same shape. */
import type { CountedTable, DecisionRefusal } from "../../domain/decisions";
import type { Kind } from "../../domain/vocabulary";
import { and, is, or, plural } from "./grammar";

type OwnRefusal = Exclude<DecisionRefusal, { code: "rules" }>;

/** A sentence for each refusal that is not one of the rules. */
type RefusalTexts = {
  [Code in OwnRefusal["code"]]: (values: Extract<OwnRefusal, { code: Code }>["values"]) => string;
};

const refusals: RefusalTexts = {
  unknownItem: ({ name, nearest }) =>
    `There is no work item “${name}”.${nearest.length > 0 ? ` Did you mean ${or(nearest)}?` : ""} To enter a new one, choose “New work item”.`,
  ambiguousItem: ({ name, items }) => `“${name}” names several items: ${and(items)}. Enter the full name.`,
  unknownDecision: ({ word }) => `“${word}” is not a decision. Choose one of the list.`,
  existing: ({ item }) => `${item} is a work item already.`,
  unchanged: ({ item, status, since }) => `${item} is ${status} already${since === "" ? "" : `, since ${since}`}.`,
  contradictory: ({ item, column }) => `Rows about ${item} differ under ${column}. Keep one of the values.`,
  numberTwice: ({ number, other }) => `${number} is also given to ${other}. Each number belongs to one text.`,
  otherRefused: ({ item, decision }) =>
    `The list also says “${decision}” of ${item}, which cannot be entered. Correct that row, or clear its decision.`,
};

const tables: Record<CountedTable, string> = {
  "TAP approved": "TAP approved",
  "TAP not approved": "TAP not approved",
  "TAP determined": "TAP determined",
  "AAP consented": "AAP consented",
  Agreed: "agreed",
  "New work items": "new work items",
  Discontinued: "discontinued",
};

const kinds: Record<Kind, [string, string]> = {
  New: ["new", "new"],
  Rev: ["revised", "revised"],
  Cor: ["corrigendum", "corrigenda"],
  Amd: ["amendment", "amendments"],
};

export const decisions = {
  refusals,
  accepted: (remarks: readonly string[]) => (remarks.length === 0 ? "Accepted." : `Accepted. ${remarks.join(" ")}`),
  refused: (why: string) => `Refused. ${why}`,
  entered: "Entered.",
  count: (table: CountedTable, total: number) => `${tables[table]} ${String(total)}`,
  kind: (kind: Kind, count: number) => `${String(count)} ${kinds[kind][count === 1 ? 0 : 1]}`,
  counts: (parts: readonly string[]) => parts.join("; "),
  countWithKinds: (count: string, kindParts: readonly string[]) => `${count}: ${kindParts.join(", ")}`,
  preparing: "Looking for candidates",
  reviewing: "Reviewing the decisions",
  entering: "Entering the decisions",
  prepared: (sheet: string, rows: number) => `“${sheet}” lists ${plural(rows, "text", "texts")} to decide on.`,
  preparedMore: (sheet: string, added: number) =>
    added === 0
      ? `“${sheet}” is up to date.`
      : `“${sheet}”: ${plural(added, "text was", "texts were")} added. What you entered was kept.`,
  reviewed: (accepted: number, refused: number) =>
    refused === 0
      ? `${plural(accepted, "row is", "rows are")} accepted. Press Enter decisions to enter ${is(accepted, "it", "them")}.`
      : `${plural(accepted, "row is", "rows are")} accepted, ${String(refused)} refused; the column Result says why.`,
  enteredRows: (entered: number, remaining: number) =>
    `${plural(entered, "row", "rows")} entered${remaining === 0 ? "" : `; ${String(remaining)} ${is(remaining, "remains", "remain")}, and the column Result says why`}.`,
  decidedItems: (entered: number, refused: number) =>
    `${plural(entered, "decision", "decisions")} entered${refused === 0 ? "" : `, ${String(refused)} refused`}.`,
  nothingNew: "Nothing new was accepted, so nothing was entered.",
  nothingDecided: "No row has a decision yet.",
  noMeeting: "Choose the current meeting first.",
  noDates: (meeting: string) =>
    `The dates of the meeting ${meeting} are missing. Enter them at the head of the pane: decisions take its closing day.`,
  noList: (sheet: string) => `There is no list of decisions yet. Press Prepare to make the sheet “${sheet}”.`,
  columnsMissing: (sheet: string, columns: readonly string[]) =>
    `“${sheet}” lacks the ${is(columns.length, "column", "columns")} ${and(columns.map((name) => `“${name}”`))}. Restore the ${is(columns.length, "heading", "headings")}, then try again.`,
  moved: "Rows of the list are being moved by somebody else. Try again in a moment.",
  pane: {
    title: "Decisions of a meeting",
    help: "Before the closing plenary, Prepare lists every text to decide on. Fill the sheet, or the list below; Review says what is accepted and what is not; Enter decisions enters what is accepted.",
    prepare: "Prepare",
    review: "Review",
    enter: "Enter decisions",
    list: (rows: number) => `The list (${plural(rows, "row", "rows")})`,
    decisionOn: (item: string) => `Decision on ${item}`,
    details: "Number, text and note",
    undecided: "No decision yet",
    fields: { number: "Number", note: "Note" },
    otherSteps: "Other steps",
    sameTitle: (other: string) =>
      `${other} has the same title. If the two are one text under two names, they become one item.`,
    join: "One text: join them",
    newText: "Start a text that changes it",
    newTexts: { Rev: "Revision", Amd: "Amendment", Cor: "Corrigendum" },
    confirmDeletion: (item: string, step: string) => `${item} is in force. ${step}?`,
    cancel: "Cancel",
    selection: "Selected rows",
    selectionHelp: "Select rows on a sheet, then choose what is decided on all of them.",
    useSelection: "Use the selected rows",
    nothingSelected: "No row of a work item is selected.",
    noneForAll: (items: readonly string[]) => `No decision is possible for all of ${and(items)}.`,
    selectedItems: (items: readonly string[]) => `${plural(items.length, "text", "texts")}: ${and(items)}.`,
    decideSelected: (action: string, count: number) => `${action} the ${String(count)} selected`,
    paste: "Paste decisions",
    pasteHelp:
      "One line per text: “X.1221, approved”. Lines from a report, a message or another workbook are understood.",
    addPasted: "Add to the list",
  },
  nothingPasted: "No line with an item was found in the text.",
  sheetLines: [
    "Choose or paste a decision in each row, in English or French; leave the others empty. Add rows for new work items at the end.",
    "Press Review: the column Result says what is accepted and what is not, with the reason. Press Enter decisions to enter what is accepted.",
  ],
};
