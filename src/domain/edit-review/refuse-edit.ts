/** Refused edits: reverted, or marked in advise mode and in audits, with a message. */
import { itemName } from "../item-name";
import type { WorkItem } from "../model";
import { mayBeOneText } from "../rules/titles";
import type { ItemField, Refused } from "../rules/types";
import { emptyDetails, headerOf } from "./edit-plan";
import type { EditPlanBuilder, EditedCell } from "./edit-plan-builder";
import {
  attemptsOf,
  evaluateChanges,
  fieldsOf,
  without,
  type Changes,
  type EditEvaluation,
  type ItemEdit,
} from "./evaluate-edit";
import type { Circumstance } from "./message";
import { locationOf, showsAnotherStatus } from "./propagate";
import { isTolerated } from "./review-context";
import type { CellValue } from "./table-snapshot";
import { eventsOf } from "./user-events";

/** Fields that the guard sets: a revert writes the item's value, not the cell's former one. */
const DERIVED: ReadonlySet<ItemField> = new Set<ItemField>(["status", "since", "step", "process"]);

type EditRefusal = EditEvaluation["refusals"][number];

/** Reverts refused cells, or marks them in advise mode and in audits: they are then kept as typed, or accepted in advise mode. */
export function refuse(
  builder: EditPlanBuilder,
  item: WorkItem | null,
  refusal: EditRefusal,
  edit: ItemEdit,
): "reverted" | "kept" | "accepted" {
  const { context } = builder;
  const { fields } = refusal;
  const cells = edit.cells.filter((cell) => fields.includes(cell.field));
  if (edit.origin === "requested") {
    addRefusal(builder, item, refusal, edit, "refused", edit.reason === null ? null : "overrideRefused");
    return "reverted";
  }
  const isOpen = cells.some((cell) => cell.row !== null && isTolerated(context, referenceOf(cell)));
  if (edit.origin === "typed" && context.mode === "enforce" && !isOpen) {
    for (const cell of cells) revertCell(builder, item, cell);
    addRefusal(builder, item, refusal, edit, "reverted", null);
    return "reverted";
  }
  for (const cell of cells) builder.mark(cell, true);
  const circumstance = edit.origin === "found" ? "found" : "advised";
  addRefusal(builder, item, refusal, edit, "marked", isOpen ? "repeated" : circumstance);
  if (context.mode === "advise" && !isOpen && item && advise(builder, item, refusal, edit)) return "accepted";
  if (item && fields.includes("status")) builder.plan.unexplained.set(item.key, item);
  return "kept";
}

/** Accepts a refused edit in advise mode, with the broken rules as its reason. Returns whether it could be accepted. */
function advise(builder: EditPlanBuilder, item: WorkItem, { verdict, fields }: EditRefusal, edit: ItemEdit): boolean {
  if (!verdict.overridable) return false;
  const again = evaluateChanges(builder, item, pick(edit.changes, fields), edit, `Advise mode: ${rulesOf(verdict)}`);
  if (again.outcome !== "accept") return false;
  const advised = { ...again.item, key: item.key };
  builder.acceptItem(advised, eventsOf(builder, advised, again.events, edit), fields.includes("status"));
  return true;
}

function addRefusal(
  builder: EditPlanBuilder,
  item: WorkItem | null,
  { verdict, fields }: EditRefusal,
  edit: ItemEdit,
  outcome: "reverted" | "marked" | "refused",
  circumstance: Circumstance | null,
): void {
  const cells = edit.cells.filter((cell) => fields.includes(cell.field));
  const tried = attemptsOf(builder, edit, fields);
  const rules = rulesOf(verdict);
  builder.addMessage({
    ...emptyDetails(),
    outcome,
    cause: `${outcome} ${rules} ${fields.includes("status") ? JSON.stringify(tried) : fields.join(" ")}`,
    item: item ? itemName(item) : nameIn(edit),
    key: item?.key ?? null,
    at: locationOf({ cells: cells.length > 0 ? cells : edit.cells }),
    tried,
    text: { code: "refused", values: { refusals: [verdict] } },
    circumstance,
    findings: verdict.findings,
    twin: item ? twinOf(builder, item, verdict) : null,
    possible: verdict.possible.filter((step) => step.now),
    overrides:
      item && verdict.overridable
        ? [{ key: item.key, changes: pick(edit.changes, fields), reason: null, date: edit.date }]
        : [],
  });
}

/** Returns the item that has the entered name, where the two may be one text: in progress, or one of them. */
function twinOf(builder: EditPlanBuilder, item: WorkItem, { findings }: Refused): string | null {
  const entered = findings.find(({ code, severity }) => code === "duplicate" && severity === "error")?.values["value"];
  if (typeof entered !== "string") return null;
  const others = builder.overlay.itemsNamed(entered).filter((other) => mayBeOneText(item, other));
  return others.length === 1 ? (others[0]?.key ?? null) : null;
}

function revertCell(builder: EditPlanBuilder, item: WorkItem | null, cell: EditedCell): void {
  const shown = item ? builder.shownCells(item)[headerOf(cell.table, cell.column)] : undefined;
  const value: CellValue = DERIVED.has(cell.field) && shown !== undefined ? shown : cell.before;
  builder.write(cell.table, cell, value, "revert");
  if (item && cell.field === "status") clearUnexplained(builder, item);
  builder.mark(cell, false);
}

/** Clears an unexplained status, unless another cell still shows it. */
function clearUnexplained(builder: EditPlanBuilder, item: WorkItem): void {
  const { plan, context } = builder;
  if (!context.state.unexplained.has(item.key) && !plan.unexplained.has(item.key)) return;
  if (!showsAnotherStatus(builder, item)) plan.unexplained.set(item.key, null);
}

function pick(changes: Changes, fields: readonly ItemField[]): Changes {
  return without(
    changes,
    fieldsOf(changes).filter((field) => !fields.includes(field)),
  );
}

function referenceOf(cell: EditedCell) {
  return { table: cell.table.name, row: cell.row ?? "", column: cell.column };
}

function nameIn(edit: ItemEdit): string {
  return (edit.changes.item ?? edit.changes.name ?? "").trim();
}

/** Returns the rules that an edit breaks: "T13, F-11". */
function rulesOf(verdict: Refused): string {
  const errors = verdict.findings.filter(({ severity }) => severity === "error");
  return [...new Set(errors.map(({ rule }) => rule))].join(", ");
}
