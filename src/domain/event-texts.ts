/** How History shows what an event changed and where it is reported, and how it keeps the changes. */
import { headerOfField, isFieldId } from "./item-fields";
import type { FieldChange, ProgrammeEvent, Source } from "./model";
import { rowField } from "./row-fields";

/** Represents an empty value in a text of changes. */
const EMPTY = "—";

/** "Timing: 2024-Q1 → 2024-Q3; Text: — → TD1500"; null where no field changed. */
export function changesText(changes: readonly FieldChange[]): string | null {
  if (changes.length === 0) return null;
  return changes.map(({ field, from, to }) => `${headerOfField(field)}: ${from ?? EMPTY} → ${to ?? EMPTY}`).join("; ");
}

/** "2023-09 executive summary, Annex A, a), row 3, Determined". */
export function sourceText({ document, annex, section, position, column }: Source): string {
  const parts = [document];
  if (annex !== "") parts.push(`Annex ${annex}`);
  if (section !== "") parts.push(`${section})`);
  parts.push(`row ${String(position)}`);
  if (column !== null) parts.push(rowField(column)?.header ?? column);
  return parts.join(", ");
}

/** Returns the details of an event besides its kind and status: the changes of fields, and the reason or the printed decision. */
export function remarkOf({ changes, reason, note }: ProgrammeEvent): string | null {
  const lines = [changesText(changes), reason ?? note].filter((line) => line !== null);
  return lines.length > 0 ? lines.join("\n") : null;
}

/** The changes in a cell of History; none where it holds something else (people can unhide the column and type into it). */
export function changesIn(cell: string | null): FieldChange[] {
  if (cell?.startsWith("[") !== true) return [];
  let parsed: unknown;
  try {
    parsed = JSON.parse(cell);
  } catch {
    return [];
  }
  return Array.isArray(parsed) ? parsed.filter(isFieldChange) : [];
}

function isFieldChange(value: unknown): value is FieldChange {
  if (typeof value !== "object" || value === null) return false;
  const { field, from, to } = value as Record<string, unknown>;
  return isFieldId(field) && [from, to].every((each) => each === null || typeof each === "string");
}
