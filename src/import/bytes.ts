/** Files in: bytes of a text, a page, an export, a .docx or an .xlsx to a document. Readers of archives are loaded on demand. */
import type { ReadDocument } from "../domain/document";
import { decodeText } from "./decode";
import { readText } from "./index";
import { LIMITS, LimitExceeded, Meter } from "./limits";
import { limitRefusal, type NotADocument, type Reading, readSource, refusal } from "./read-source";
import { formatOf, htmlEncoding } from "./sources/formats";
import { PAGE_PACING, Pacer, partOf, type Pacing } from "../domain/steps";

/** What reading a file yields, with the account of where every line went. */
export type FileReading = Reading | NotADocument;

/**
 * Reads the bytes of a file: plain text in any usual encoding, a web page, a work programme export, a .docx or an .xlsx. Works in
 * slices, so that the page goes on. Never throws on account of the bytes.
 * @throws the reason of the signal where the reading was cancelled
 */
export async function readBytes(
  bytes: Uint8Array,
  name: string,
  pacing: Pacing = PAGE_PACING,
): Promise<ReadDocument | NotADocument> {
  const result = await readFile(bytes, name, pacing);
  return "notADocument" in result ? result : result.document;
}

/** Like readBytes, with the account of where every line went. */
export async function readFile(bytes: Uint8Array, name: string, pacing: Pacing = PAGE_PACING): Promise<FileReading> {
  const pacer = pacerOf(pacing);
  return refusing(name, async () => {
    if (bytes.length > LIMITS.bytes) return limitRefusal(name, "bytes");
    const format = formatOf(bytes);
    switch (format) {
      case "archive":
        return readArchive(bytes, name, pacer);
      case "html":
        return readPage(decodePage(bytes), name, pacer);
      case "text":
        return pacer.run(readText(decodeText(bytes), name));
      case "encrypted":
        return refusal("encrypted", name, {});
      default:
        return refusal("foreignFormat", name, { format });
    }
  });
}

/** Reads HTML from the clipboard. */
export async function readHtml(html: string, name: string, pacing: Pacing = PAGE_PACING): Promise<FileReading> {
  const pacer = pacerOf(pacing);
  return refusing(name, () => readPage(html, name, pacer));
}

/** Reads plain text from the clipboard. */
export async function readPlain(text: string, name: string, pacing: Pacing = PAGE_PACING): Promise<FileReading> {
  const pacer = pacerOf(pacing);
  return refusing(name, () => pacer.run(readText(text, name)));
}

/** Share of the work until the blocks of a file are known. */
const UNPACKED = 0.4;

/** Paces reading, which is refused where it takes too long. */
function pacerOf(pacing: Pacing): Pacer {
  return new Pacer(pacing, (worked) => {
    if (worked > LIMITS.time) throw new LimitExceeded("time");
  });
}

/** Turns a limit that was exceeded into the reason why the file was not read. */
async function refusing(name: string, read: () => Promise<FileReading>): Promise<FileReading> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof LimitExceeded) return limitRefusal(name, error.limit);
    throw error;
  }
}

async function readPage(html: string, name: string, pacer: Pacer): Promise<FileReading> {
  const { htmlSource } = await import(/* webpackChunkName: "formats" */ "./sources/html");
  const source = await pacer.run(partOf(htmlSource(html, new Meter()), 0, UNPACKED));
  return pacer.run(partOf(readSource(source, name), UNPACKED, 1));
}

async function readArchive(bytes: Uint8Array, name: string, pacer: Pacer): Promise<FileReading> {
  const { archiveSource } = await import(/* webpackChunkName: "formats" */ "./sources/archive");
  const source = await pacer.run(partOf(archiveSource(bytes, new Meter()), 0, UNPACKED));
  if ("refused" in source) {
    return source.refused === "encrypted" || source.refused === "damaged"
      ? refusal(source.refused, name, {})
      : refusal("foreignFormat", name, { format: source.refused });
  }
  return pacer.run(partOf(readSource(source, name), UNPACKED, 1));
}

/** A page names its encoding itself; where it names none, or an unknown one, its bytes decide. */
function decodePage(bytes: Uint8Array): string {
  const named = htmlEncoding(bytes);
  if (named === null || named === "utf-8" || named.startsWith("utf-16")) return decodeText(bytes);
  try {
    return new TextDecoder(named).decode(bytes);
  } catch {
    return decodeText(bytes);
  }
}
