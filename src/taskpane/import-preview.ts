/** Reads chosen files and says what was read, before anything is written. */
import type { ReadDocument } from "../domain/document";
import type { Problem } from "../domain/document-problems";
import { problemPlace, problemText, refusalText } from "../i18n/imports";
import { reportTexts } from "../i18n/reports";
import { readBytes } from "../import/bytes";
import type { ImportPreview, ProblemLine } from "./ports";

/** Larger than any report; a file of this size is something else. */
const LARGEST_FILE = 20_000_000;

/** "Annex A", "Annex A c)". */
function placeName(annex: string, section: string): string {
  const texts = reportTexts().pane;
  return section === "" ? texts.annex(annex) : texts.table(annex, section);
}

function summaryOf(document: ReadDocument): NonNullable<ImportPreview["summary"]> {
  const tables = document.annexes.flatMap((annex) =>
    annex.sections.map((section) => ({
      name: `${placeName(annex.id, section.id)} ${section.title || annex.title}`.trim(),
      rows: section.rows.length,
    })),
  );
  return {
    title: document.document.title ?? document.family,
    date: document.document.asOf ?? document.document.to,
    tables,
  };
}

function worded(problem: Problem): ProblemLine {
  return { place: problemPlace(problem), severity: problem.severity, message: problemText(problem) };
}

/** FileReader, since the web views of older Macs have no Blob.arrayBuffer. */
function bytesOf(file: File): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.onerror = () => reject(reader.error ?? new Error(`${file.name} cannot be read.`));
    reader.readAsArrayBuffer(file);
  });
}

async function read(file: File): Promise<{ preview: ImportPreview; document: ReadDocument | null }> {
  const refused = (message: string) => ({
    preview: { name: file.name, summary: null, problems: [{ place: "", severity: "error" as const, message }] },
    document: null,
  });
  if (file.size > LARGEST_FILE) return refused(`${file.name} is larger than any report (${String(file.size)} bytes).`);
  const result = await readBytes(await bytesOf(file), file.name);
  if ("notADocument" in result) return refused(refusalText(result.notADocument));
  return {
    preview: { name: file.name, summary: summaryOf(result), problems: result.problems.map(worded) },
    document: result,
  };
}

/** What each file holds, and the documents among them, in the order of the files. */
export async function previewFiles(
  files: readonly File[],
): Promise<{ previews: ImportPreview[]; documents: ReadDocument[] }> {
  const results = await Promise.all(files.map(read));
  return {
    previews: results.map(({ preview }) => preview),
    documents: results.flatMap(({ document }) => (document ? [document] : [])),
  };
}
