/** Files in: bytes of a text, an export or a .docx to a document. */
import type { ReadDocument } from "../domain/document";
import { decodeText } from "./decode";
import { type NotADocument, readDocument } from "./index";

/** True for the bytes of a zip archive, as a .docx is one. */
function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/**
 * Reads the bytes of a file: a text in UTF-8, UTF-16, Windows-1252 or Mac Roman, a work programme export, or a .docx (whose
 * reader is loaded only then). Never throws on account of the bytes.
 */
export async function readBytes(bytes: Uint8Array, name: string): Promise<ReadDocument | NotADocument> {
  if (!isZip(bytes)) return readDocument(decodeText(bytes), { name });
  const { docxToText } = await import("./docx");
  const text = await docxToText(bytes);
  if (text === null)
    return { notADocument: `${name} is no Word document that can be read: save it anew as .docx or as text.` };
  return readDocument(text, { name });
}
