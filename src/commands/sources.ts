/** The documents that Load, Compare and Replace read. */
import type { ReadDocument } from "../domain/document";
import { documentId, EMPTY_PROGRAMME, recordedDocuments } from "../domain/merge";
import type { Programme } from "../domain/model";
import type { ImportedChange } from "../excel/load";

/**
 * Returns the documents of a workbook: those that it lists. The two documents of the product are read anew, unless a file has replaced them;
 * they are also the start of a workbook that lists none.
 */
export async function documentsOf(programme: Programme | null): Promise<readonly ReadDocument[]> {
  const isBuiltIn = (file: string | null | undefined): boolean => file === null || file === undefined;
  const listed = programme?.documents ?? [];
  const builtIn = listed.length === 0 || listed.some(({ file }) => isBuiltIn(file)) ? await readBuiltIn() : [];
  if (!programme || listed.length === 0) return builtIn;
  const byId = new Map(builtIn.map((document) => [documentId(document), document]));
  return recordedDocuments(programme).map((document) =>
    isBuiltIn(document.file) ? (byId.get(documentId(document)) ?? document) : document,
  );
}

/** What an import changed; null where the workbook has no programme after it. */
export function changeOf(
  documents: readonly ReadDocument[],
  before: Programme | null,
  after: Programme | null,
): ImportedChange | null {
  const ids = documents.map(documentId).filter((id) => id !== null);
  return after && { documents: ids, before: before ?? EMPTY_PROGRAMME, after };
}

/** Returns the versions that the documents of an import replaced. */
export async function earlierVersions({ before, documents }: ImportedChange): Promise<readonly ReadDocument[]> {
  const replaced = before.documents.filter(({ id }) => documents.includes(id));
  if (replaced.length === 0) return [];
  return documentsOf({ ...before, documents: replaced });
}

async function readBuiltIn(): Promise<readonly ReadDocument[]> {
  const { readSeeds } = await import(/* webpackChunkName: "documents" */ "../import/seeds");
  return readSeeds();
}
