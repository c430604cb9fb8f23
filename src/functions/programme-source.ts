/**
 * Where answers come from: the workbook's own tables, edits included; the two documents of the product where the workbook has none.
 * Once warm, a function is answered in the call itself: a promise per cell would cost more than the answer.
 */
import { buildIndex, type ProgrammeIndex } from "../domain/item-index/programme-index";
import { currentIndex, whenReady } from "../excel/programme-store";

let workbookWasRead = false;
let documents: ProgrammeIndex | null = null;
let documentsComing: Promise<ProgrammeIndex> | null = null;

/** The programme to answer from, where it is at hand; null while it still has to be read. */
export function warmIndex(): ProgrammeIndex | null {
  return currentIndex() ?? (workbookWasRead ? documents : null);
}

/** The programme to answer from, read if need be. */
export async function programmeIndex(): Promise<ProgrammeIndex> {
  const workbook = await whenReady();
  workbookWasRead = true;
  return workbook ?? currentIndex() ?? documentsIndex();
}

/** Whether answers come from the documents of the product. */
export function answersFromDocuments(): boolean {
  return currentIndex() === null;
}

/** The two documents, read and joined on first use, in a chunk of their own. */
async function documentsIndex(): Promise<ProgrammeIndex> {
  if (documents) return documents;
  documentsComing ??= readDocuments().finally(() => {
    documentsComing = null;
  });
  return documentsComing;
}

async function readDocuments(): Promise<ProgrammeIndex> {
  const [{ readSeeds }, { joinDocuments }] = await Promise.all([
    import(/* webpackChunkName: "documents" */ "../import/seeds"),
    import(/* webpackChunkName: "documents" */ "../domain/merge"),
  ]);
  documents = buildIndex(joinDocuments(readSeeds()));
  return documents;
}
