/** Archives in: a .docx or an .xlsx to blocks, or the reason why it is none. */
import type { ForeignFormat } from "../../domain/document-problems";
import type { Source } from "../blocks";
import type { Meter } from "../limits";
import type { Steps } from "../../domain/steps";
import { DOCUMENT_PART, docxSource } from "./docx";
import { WORKBOOK_PART, xlsxSource } from "./xlsx";
import { Archive, DamagedArchive, EncryptedArchive } from "./zip";

/** Why an archive was not read. */
export interface RefusedArchive {
  refused: "damaged" | "encrypted" | ForeignFormat;
}

/**
 * The blocks of a .docx or an .xlsx.
 * @throws LimitExceeded
 */
export function* archiveSource(bytes: Uint8Array, meter: Meter): Steps<Source | RefusedArchive> {
  try {
    const archive = new Archive(bytes, meter);
    if (archive.has(DOCUMENT_PART)) return yield* docxSource(archive, meter);
    if (archive.has(WORKBOOK_PART)) return yield* xlsxSource(archive, meter);
    return { refused: formatInside(archive.names()) };
  } catch (error) {
    if (error instanceof DamagedArchive) return { refused: "damaged" };
    if (error instanceof EncryptedArchive) return { refused: "encrypted" };
    throw error;
  }
}

function formatInside(names: readonly string[]): ForeignFormat | "damaged" {
  if (names.some((name) => name.startsWith("ppt/"))) return "pptx";
  if (names.includes("content.xml") && names.includes("mimetype")) return "odt";
  return names.some((name) => name === "[Content_Types].xml" || /^(?:word|xl)\//.test(name)) ? "damaged" : "zip";
}
