/** Adapts the texts of documents to the limits of cells. Pure. */
import type { Annex, ReadDocument, Section } from "../../domain/document";
import { mapInSteps, type Steps } from "../../domain/steps";
import { workbookTexts } from "../../i18n/workbook";
import { fitting, sanitized, isSuspect, losesCharacters } from "../row-mapping/cell-text";

/** Returns the documents with texts that cells can hold, and the problems to report. */
export function* sanitizeDocuments(
  documents: readonly ReadDocument[],
): Steps<{ documents: readonly ReadDocument[]; problems: string[] }> {
  const problems: string[] = [];
  const sanitized: ReadDocument[] = [];
  for (const document of documents) {
    const annexes: Annex[] = [];
    for (const { sections, ...annex } of document.annexes) {
      const location = { item: nameOf(annex) ?? "", field: "" };
      const clean: Section[] = [];
      for (const { rows, ...section } of sections)
        clean.push({
          ...sanitizeValue(section, location, problems),
          rows: yield* mapInSteps(rows, (row) => sanitizeValue(row, location, problems)),
        });
      annexes.push({ ...sanitizeValue(annex, location, problems), sections: clean });
    }
    sanitized.push({ ...sanitizeValue({ ...document, annexes: [] }, { item: "", field: "" }, problems), annexes });
  }
  return { documents: sanitized, problems };
}

interface TextLocation {
  /** Name of the nearest row or section. */
  item: string;
  field: string;
}

/** Returns the same object if nothing changes. */
function sanitizeValue<T>(value: T, location: TextLocation, problems: string[]): T {
  if (typeof value === "string") return textOf(value, location, problems) as T;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const changed = value.map((each: unknown) => sanitizeValue(each, location, problems));
    return changed.some((each, at) => each !== value[at]) ? (changed as T) : value;
  }
  const item = nameOf(value) ?? location.item;
  let changed: Record<string, unknown> | null = null;
  for (const [field, each] of Object.entries(value)) {
    const next = sanitizeValue(each as unknown, { item, field }, problems);
    if (next !== each) (changed ??= { ...(value as Record<string, unknown>) })[field] = next;
  }
  return (changed ?? value) as T;
}

function nameOf(value: object): string | null {
  const { printedName, id } = value as { printedName?: unknown; id?: unknown };
  for (const name of [printedName, id]) if (typeof name === "string" && name !== "") return short(name);
  return null;
}

const short = (name: string): string => sanitized(name).slice(0, 60);

function textOf(text: string, { item, field }: TextLocation, problems: string[]): string {
  if (!isSuspect(text)) return text;
  const texts = workbookTexts();
  if (losesCharacters(text)) problems.push(texts.charactersLost(item, field));
  const cellText = sanitized(text);
  const fits = fitting(cellText);
  if (fits !== cellText) problems.push(texts.textTooLong(item, field));
  return fits;
}
