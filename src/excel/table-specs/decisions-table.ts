/** The table of a meeting's decisions: a working list that people fill, sort and paste into. It is read when it is reviewed and entered. */
import { DECISION_FIELDS, type DecisionFieldId } from "../../domain/decisions";
import { identifier } from "./annex-tables";
import { declared, hidden, KEY, type TableSpec } from "./spec";

/** Headers of the hidden columns with the decisions that a row's drop-down offers: they move with the row where people sort. */
export const CHOICE_HEADERS = Array.from({ length: 10 }, (_, at) => `Choice ${String(at + 1)}`);

/** The table of the decisions of a meeting, "2024-03". */
export function decisionsSpec(meeting: string): TableSpec {
  return {
    kind: "Decisions",
    name: `Decisions_${identifier(meeting)}`,
    sheet: `${meeting} Decisions`,
    title: `Decisions of the meeting ${meeting}`,
    identity: KEY,
    fingerprint: "row",
    columns: [...DECISION_FIELDS.map(declared), ...CHOICE_HEADERS.map(hidden)],
  };
}

/** Header of a column of the table. */
export function decisionHeader(id: DecisionFieldId): string {
  return DECISION_FIELDS.find((field) => field.id === id)?.header ?? id;
}
