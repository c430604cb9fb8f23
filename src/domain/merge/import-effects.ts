/** Computes the effects of importing documents on the programme, row by row. Writes nothing. */
import { positionOf, type ReadDocument, type Row } from "../document";
import type { Programme, WorkItem } from "../model";
import { mapInSteps, type Steps } from "../steps";
import type { Status } from "../vocabulary";
import { changedFields, type KeptEdit } from "./differences";
import { documentId } from "./document-events";
import { EMPTY_PROGRAMME, mergeSteps } from "./merge";

/** The effect of one row on its item. */
export interface RowEffect {
  row: Row;
  /** `unread` if the row names no item, or its document has no date. */
  kind: "new" | "status" | "changed" | "same" | "unread";
  from: Status | null;
  to: Status | null;
  /** Fields that users changed: their values are kept. */
  conflicts: readonly KeptEdit[];
}

/** An item that the earlier version of a document reports, and its corrected version does not. */
export interface TakenAway {
  item: WorkItem;
  /** Its status afterwards; null if no document reports it any more. */
  to: Status | null;
}

/** The effects of a document: of its rows, in their order, and of what its earlier version had besides. */
export interface DocumentEffects {
  rows: RowEffect[];
  /** Whether the workbook has an earlier version. */
  isCorrection: boolean;
  takenAway: TakenAway[];
}

/** Computes the effects of documents, in steps. */
export function* importEffects(
  existing: Programme | null,
  documents: readonly ReadDocument[],
): Steps<DocumentEffects[]> {
  const before = existing ?? EMPTY_PROGRAMME;
  const { programme: after, kept } = yield* mergeSteps(before, documents);
  const itemsBefore = new Map(before.items.map((item) => [item.key, item]));
  const itemsAfter = new Map(after.items.map((item) => [item.key, item]));
  const changed = new Set<string>();
  yield* mapInSteps(after.items, (item) => {
    const earlier = itemsBefore.get(item.key);
    if (earlier && changedFields(earlier, item).length > 0) changed.add(item.key);
  });
  const conflicts = new Map<string, KeptEdit[]>();
  for (const edit of kept) conflicts.set(edit.key, [...(conflicts.get(edit.key) ?? []), edit]);
  yield;
  const reported = reportedItems(after);
  yield;
  const reportedBefore = reportedItems(before);
  const effects: DocumentEffects[] = [];
  for (const document of documents) {
    const id = documentId(document) ?? "";
    const itemOf = reported.get(id) ?? new Map<string, string>();
    const rows: RowEffect[] = [];
    for (const { id: annex, sections } of document.annexes)
      for (const section of sections)
        yield* mapInSteps(section.rows, (row, index) => {
          const key = itemOf.get(locationOf(annex, section.id, positionOf(section, index)));
          rows.push(effectOf(row, key));
        });
    const present = new Set(itemOf.values());
    const earlier = new Set(reportedBefore.get(id)?.values());
    const takenAway = [...earlier].flatMap((key): TakenAway[] => {
      const item = itemsBefore.get(key);
      return item && !present.has(key) ? [{ item, to: itemsAfter.get(key)?.status ?? null }] : [];
    });
    effects.push({ rows, isCorrection: before.documents.some((record) => record.id === id), takenAway });
  }
  return effects;

  function effectOf(row: Row, key: string | undefined): RowEffect {
    const now = key === undefined ? undefined : itemsAfter.get(key);
    if (key === undefined || !now) return { row, kind: "unread", from: null, to: null, conflicts: [] };
    const was = itemsBefore.get(key);
    const edits = conflicts.get(key) ?? [];
    if (!was) return { row, kind: "new", from: null, to: now.status, conflicts: edits };
    const kind = was.status !== now.status ? "status" : changed.has(key) ? "changed" : "same";
    return { row, kind, from: was.status, to: now.status, conflicts: edits };
  }
}

function locationOf(annex: string, section: string, position: number): string {
  return [annex, section, position].join("\n");
}

/** The items of the rows of each document, by location. */
function reportedItems({ events }: Programme): Map<string, Map<string, string>> {
  const byDocument = new Map<string, Map<string, string>>();
  for (const { source, item } of events) {
    if (!source || source.column !== null) continue;
    let items = byDocument.get(source.document);
    if (!items) byDocument.set(source.document, (items = new Map()));
    items.set(locationOf(source.annex, source.section, source.position), item);
  }
  return byDocument;
}
