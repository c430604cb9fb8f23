/** Tables that show what a document said before, and that its corrected version does not have. Pure. */
import type { ReadDocument } from "../../domain/document";
import { documentId, documentMonth, recordedDocuments } from "../../domain/merge";
import type { Programme } from "../../domain/model";
import type { Steps } from "../../domain/steps";
import { annexSpec, interimSpec } from "../table-specs/annex-tables";
import type { ManagedTable } from "../tables";
import { documentTables, type DesiredTexts } from "./desired-tables";
import { untouchedIn } from "./plan";

/** Names of the tables that may show a document. */
export function documentTableNames(document: ReadDocument): string[] {
  const meeting = documentMonth(document);
  if (meeting === null) return [];
  return [
    ...document.annexes.map((annex) => annexSpec(meeting, annex).name),
    annexSpec(meeting, { id: "Statistics", title: "", sections: [] }).name,
    interimSpec(meeting).name,
  ];
}

/** The documents of a programme with these ids. */
export function documentsWithIds(programme: Programme | null, ids: ReadonlySet<string | null>): ReadDocument[] {
  if (!programme?.documents.some(({ id }) => ids.has(id))) return [];
  return recordedDocuments(programme).filter((document) => ids.has(documentId(document)));
}

/**
 * The tables of earlier versions of documents that the load does not write. A table in which users changed a cell stays.
 * @param wanted names of the tables that the load writes
 */
export function* obsoleteTables(
  earlier: readonly ReadDocument[],
  existing: Programme,
  tables: ReadonlyMap<string, ManagedTable>,
  wanted: ReadonlySet<string>,
  texts: DesiredTexts,
): Steps<ManagedTable[]> {
  const obsolete: ManagedTable[] = [];
  for (const document of earlier) {
    for (const { spec } of yield* documentTables(document, existing, new Map(), texts)) {
      const table = tables.get(spec.name);
      if (table && !wanted.has(spec.name) && table.rows.every(untouchedIn(spec, table))) obsolete.push(table);
    }
  }
  return obsolete;
}
