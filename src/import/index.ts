/** Documents in: reads an executive summary, a lead study group report or an export from text. */
import type { ReadDocument } from "../domain/document";
import { exportInText, readExport } from "./export";
import type { Ledger } from "./line-coverage";
import { splitLines } from "./lines";
import { type NotADocument, readSource, refusal } from "./read-source";
import { finish, type Steps } from "./steps";
import { textSource } from "./text-source";

export type { NotADocument } from "./read-source";
export type { Ledger, LineUse } from "./line-coverage";

/**
 * Reads the text of a document: an executive summary, a lead study group report on security, or a work programme export.
 * Anything else yields the reason why it is none. Never throws on account of the text.
 */
export function readDocument(text: string, options: { name?: string } = {}): ReadDocument | NotADocument {
  const result = readWithLedger(text, options);
  return "notADocument" in result ? result : result.document;
}

/** Like readDocument, with the account of where every line went. */
export function readWithLedger(
  text: string,
  options: { name?: string } = {},
): { document: ReadDocument; ledger: Ledger } | NotADocument {
  return finish(readText(text, options.name ?? "This text"));
}

/** Reads a text in steps. */
export function* readText(
  text: string,
  name: string,
): Steps<{ document: ReadDocument; ledger: Ledger } | NotADocument> {
  if (/^\s*$/.test(text)) return refusal("empty", name, {});
  if (isBinary(text)) return refusal("notText", name, {});
  const lines = splitLines(text);
  yield;
  const rows = exportInText(lines);
  if (rows) return yield* readExport(rows);
  return yield* readSource(yield* textSource(lines), name);
}

/** A text with many control characters is no text. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 20_000);
  // eslint-disable-next-line no-control-regex -- control characters are exactly what tells binary from text
  const odd = sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001e\ufffd]/g)?.length ?? 0;
  return odd > sample.length / 20;
}
