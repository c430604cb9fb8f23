/** Computes the effects of importing documents on the programme, row by row. Writes nothing. */
import type { ReadDocument, Row } from "../document";
import type { Programme } from "../model";
import type { Status } from "../vocabulary";
import { documentId } from "./document-events";
import { joinDocuments, mergeDocuments } from "./merge";

/** The effect of one row on its item. */
export interface RowEffect {
  row: Row;
  /** `unread` if the row names no item, or its document has no date. */
  kind: "new" | "status" | "changed" | "same" | "unread";
  from: Status | null;
  to: Status | null;
  /** Fields that users changed: their values are kept. */
  conflicts: string[];
}

/** The effects of the rows of each document, in the order of its rows. */
export function importEffects(existing: Programme | null, documents: readonly ReadDocument[]): RowEffect[][] {
  const merged = existing ? mergeDocuments(existing, documents) : null;
  const programme = merged?.programme ?? joinDocuments([...documents]);
  const before = new Map(existing?.items.map((item) => [item.key, item]) ?? []);
  const after = new Map(programme.items.map((item) => [item.key, item]));
  const changed = new Set(merged?.diff.changed.map(({ key }) => key) ?? []);
  const conflicts = new Map<string, string[]>();
  for (const { key, field } of merged?.diff.kept ?? []) conflicts.set(key, [...(conflicts.get(key) ?? []), field]);
  const itemOf = new Map<string, string>();
  for (const event of programme.events) {
    const source = event.source;
    if (source && source.column === null) {
      itemOf.set([source.document, source.annex, source.section, source.position].join("\n"), event.item);
    }
  }
  return documents.map((document) =>
    document.annexes.flatMap((annex) =>
      annex.sections.flatMap((section) =>
        section.rows.map((row, index): RowEffect => {
          const id = documentId(document) ?? "";
          const key = itemOf.get([id, annex.id, section.id, index + 1].join("\n"));
          const now = key === undefined ? undefined : after.get(key);
          if (key === undefined || !now) return { row, kind: "unread", from: null, to: null, conflicts: [] };
          const was = before.get(key);
          const kept = conflicts.get(key) ?? [];
          if (!was) return { row, kind: "new", from: null, to: now.status, conflicts: kept };
          if (was.status !== now.status)
            return { row, kind: "status", from: was.status, to: now.status, conflicts: kept };
          return {
            row,
            kind: changed.has(key) ? "changed" : "same",
            from: was.status,
            to: now.status,
            conflicts: kept,
          };
        }),
      ),
    ),
  );
}
