/** Documents as cells can hold them. Pure. */
import type { ReadDocument } from "../../domain/document";
import { workbookTexts } from "../../i18n/workbook";
import { fitting, holdable, isSuspect, losesCharacters } from "../row-mapping/cell-text";

/** The documents, each text of theirs as a cell can hold it, and what people should know of what was lost. */
export function holdableDocuments(documents: readonly ReadDocument[]): {
  documents: readonly ReadDocument[];
  problems: string[];
} {
  const problems: string[] = [];
  return { documents: documents.map((document) => holdableIn(document, { item: "", field: "" }, problems)), problems };
}

interface CellPlace {
  /** What the nearest row or section calls itself. */
  item: string;
  field: string;
}

/** The same object where nothing has to change. */
function holdableIn<T>(value: T, place: CellPlace, problems: string[]): T {
  if (typeof value === "string") return textOf(value, place, problems) as T;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const changed = value.map((each: unknown) => holdableIn(each, place, problems));
    return changed.some((each, at) => each !== value[at]) ? (changed as T) : value;
  }
  const item = nameOf(value) ?? place.item;
  let changed: Record<string, unknown> | null = null;
  for (const [field, each] of Object.entries(value)) {
    const next = holdableIn(each as unknown, { item, field }, problems);
    if (next !== each) (changed ??= { ...(value as Record<string, unknown>) })[field] = next;
  }
  return (changed ?? value) as T;
}

function nameOf(value: object): string | null {
  const { printedName, id } = value as { printedName?: unknown; id?: unknown };
  for (const name of [printedName, id]) if (typeof name === "string" && name !== "") return short(name);
  return null;
}

const short = (name: string): string => holdable(name).slice(0, 60);

function textOf(text: string, { item, field }: CellPlace, problems: string[]): string {
  if (!isSuspect(text)) return text;
  const texts = workbookTexts();
  if (losesCharacters(text)) problems.push(texts.charactersLost(item, field));
  const held = holdable(text);
  const fits = fitting(held);
  if (fits !== held) problems.push(texts.textTooLong(item, field));
  return fits;
}
