/** New texts that change an approved or agreed one: its revision, amendment or corrigendum. */
import { designationOf } from "../item-name";
import type { WorkItem } from "../model";
import { parentInName } from "../rules/text-kinds";
import type { ProgrammeFacts } from "../rules/types";
import { OWN_GROUP, type Kind } from "../vocabulary";
import { decisionName } from "./decision";
import type { DecisionCells } from "./decision-fields";

/** The kinds of texts that change another one. */
export const CHANGING_KINDS = ["Rev", "Amd", "Cor"] as const satisfies readonly Kind[];
export type ChangingKind = (typeof CHANGING_KINDS)[number];

/** Whether a text is one that can be revised, amended or corrected: in force, and no amendment itself. */
export function canBeChanged(item: WorkItem): boolean {
  const inForce = item.status === "Approved" || item.status === "Agreed";
  return inForce && item.number !== null && item.studyGroup === OWN_GROUP && isBase(item);
}

const isBase = (item: WorkItem): boolean => {
  const parent = parentInName(item);
  return parent === null || item.kind === "Rev";
};

/** Returns the row of a list of decisions that enters a text as a new work item: its name is the next one that no item has. */
export function newTextOf(
  item: WorkItem,
  kind: ChangingKind,
  { itemsNamed }: Pick<ProgrammeFacts, "itemsNamed">,
): DecisionCells {
  const base = designationOf(item).replace(/rev$/, "");
  let name = `${base}rev`;
  if (kind !== "Rev") {
    let ordinal = 1;
    for (; itemsNamed(`${base} ${kind}.${String(ordinal)}`).length > 0; ordinal += 1);
    name = `${base} ${kind}.${String(ordinal)}`;
  }
  return {
    item: name,
    decision: decisionName({ status: "Under study", step: null, isNew: true }),
    title: item.title,
    question: item.question ?? "",
    process: item.process ?? "",
    kind,
  };
}
