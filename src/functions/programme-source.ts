/**
 * Where answers come from: the workbook's own tables, edits included; the two documents of the product where the workbook has none.
 * Once warm, a function is answered in the call itself: a promise per cell would cost more than the answer.
 */
import { buildIndex, type ProgrammeIndex } from "../domain/item-index/programme-index";
import { WorkbookError } from "../excel/excel-errors";

import { currentIndex, storeProblems, whenReady } from "../excel/programme-store";
import { problemText, workbookTexts } from "../i18n/workbook";

let workbookWasRead = false;
let documents: ProgrammeIndex | null = null;
let documentsComing: Promise<ProgrammeIndex> | null = null;

/** What keeps the workbook's programme from being read, in a sentence; null where nothing does. What is missing is unknown: no default is answered. */
export function unreadable(): string | null {
  const problems = storeProblems();
  return problems.length === 0 ? null : workbookTexts().unreadable(problems.map(problemText).join(" "));
}

/** The programme to answer from, where it is at hand; null while it still has to be read. */
export function cachedIndex(): ProgrammeIndex | null {
  return currentIndex() ?? (workbookWasRead && storeProblems().length === 0 ? documents : null);
}

/**
 * The programme to answer from, read if need be.
 * @throws WorkbookError where tables of the workbook cannot be read
 */
export async function programmeIndex(): Promise<ProgrammeIndex> {
  const workbook = await whenReady();
  workbookWasRead = true;
  const problem = unreadable();
  if (problem !== null) throw new WorkbookError("Unreadable", problem);
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
