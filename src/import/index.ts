/** Documents in: reads an executive summary, a lead study group report or an export from text. */
import type { ReadDocument } from "../domain/document";
import { delimitedRows, parseDelimited } from "./delimited";
import { exportInText, readExport } from "./export";
import { isHeaderRow } from "./grid-columns";
import { LIMITS, Meter } from "./limits";
import type { LineCoverage } from "./line-coverage";
import { hasMoreLines, type Line, splitLines } from "./lines";
import { limitRefusal, type NotADocument, readSource, refusal } from "./read-source";
import { sheetSource } from "./sources/sheet-source";
import { finish, type Steps } from "../domain/steps";
import { textSource } from "./text-source";

export type { NotADocument } from "./read-source";
export type { LineCoverage, LineUse } from "./line-coverage";

/**
 * Reads the text of a document: an executive summary, a lead study group report on security, or a work programme export.
 * Anything else yields the reason why it is none. Never throws on account of the text.
 */
export function readDocument(text: string, options: { name?: string } = {}): ReadDocument | NotADocument {
  const result = readWithCoverage(text, options);
  return "notADocument" in result ? result : result.document;
}

/** Like readDocument, with the account of where every line went. */
export function readWithCoverage(
  text: string,
  options: { name?: string } = {},
): { document: ReadDocument; coverage: LineCoverage } | NotADocument {
  return finish(readText(text, options.name ?? "This text"));
}

/** Reads a text in steps. */
export function* readText(
  text: string,
  name: string,
): Steps<{ document: ReadDocument; coverage: LineCoverage } | NotADocument> {
  if (/^\s*$/.test(text)) return refusal("empty", name, {});
  if (isBinary(text)) return refusal("notText", name, {});
  if (hasMoreLines(text, LIMITS.paragraphs)) return limitRefusal(name, "paragraphs");
  const lines = yield* splitLines(text);
  const rows = yield* exportInText(lines);
  if (rows) return yield* readExport(rows);
  const separator = separatorIn(lines);
  if (separator !== null) {
    const rows = yield* delimitedRows(lines.map((line) => line.text).join("\n"), separator);
    const cells = rows.map(({ line, lastLine, cells: texts }) => ({ row: line, lastRow: lastLine, cells: texts }));
    return yield* readSource(yield* sheetSource([{ name: null, rows: cells }], new Meter()), name);
  }
  return yield* readSource(yield* textSource(lines), name);
}

/** Lines among which the column headers of a table are looked for. */
const LOOKED_AT = 400;
const LONGEST_HEADER = 2000;

/**
 * What parts the cells of a text that a spreadsheet saved: semicolons or commas between column headers of ours, or tabs with cells in
 * quotation marks. Null for other text.
 */
function separatorIn(lines: readonly Line[]): string | null {
  for (const line of lines.slice(0, LOOKED_AT)) {
    if (line.text.length > LONGEST_HEADER) continue;
    for (const separator of [";", ","]) {
      const cells = line.text.includes(separator) ? (parseDelimited(line.text, separator)[0]?.cells ?? []) : [];
      if (cells.length >= 3 && isHeaderRow({ line: 0, lastLine: 0, cells, span: 1 })) return separator;
    }
  }
  return lines
    .slice(0, LOOKED_AT)
    .some((line) => /\t"(?:[^"\t]*$|[^"]{0,1000}"(?:"|\t|$))/.test(line.text.slice(0, LONGEST_HEADER)))
    ? "\t"
    : null;
}

/** A text with many control characters is no text. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 20_000);
  // eslint-disable-next-line no-control-regex -- control characters are what distinguishes binary from text
  const odd = sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001e\ufffd]/g)?.length ?? 0;
  return odd > sample.length / 20;
}
