import { MAX_COLUMNS, MAX_ROWS, columnName, parseArea } from "../a1";
import type { Area } from "../a1";
import { movedArea } from "../engine/structure";
import type { StructuralChange } from "../engine/structure";
import { ENGLISH_SYNTAX, tokenize } from "../formulas/tokens";
import type { Token } from "../formulas/tokens";

/**
 * A formula after cells came, went or moved on a sheet: its references follow, and become #REF! where their cells are gone.
 * @param onSheet whether the formula is on the sheet that changed
 */
export function movedFormula(formula: string, onSheet: boolean, change: StructuralChange, sheetName: string): string {
  const tokens = tokenize(formula.replace(/^=/, ""), ENGLISH_SYNTAX);
  if (!tokens) return formula;
  const parts: string[] = [];
  for (let at = 0; at < tokens.length;) {
    const length = referenceLength(tokens, at);
    const texts = tokens.slice(at, at + Math.max(1, length)).map(({ text }) => text);
    at += texts.length;
    const sheet = tokens[at - texts.length - 1];
    const isThere = sheet?.kind === "sheet" ? named(sheet.text) === sheetName.toLowerCase() : onSheet;
    parts.push(length > 0 && isThere ? movedReference(texts.join(""), change) : texts.join(""));
  }
  return `=${parts.join("")}`;
}

const CORNER = /^\$?(?:[A-Za-z]{1,3}\$?\d{1,7}|[A-Za-z]{1,3}|\d{1,7})$/;

/** How many tokens make up the reference at a place: one for a cell, three for a range, none where there is none. */
function referenceLength(tokens: readonly Token[], at: number): number {
  const isCorner = (token: Token | undefined): boolean =>
    (token?.kind === "word" || token?.kind === "number") && CORNER.test(token.text);
  if (!isCorner(tokens[at])) return 0;
  if (tokens[at + 1]?.text === ":" && isCorner(tokens[at + 2])) return 3;
  return parseArea(tokens[at]?.text.replaceAll("$", "") ?? "") && tokens[at]?.kind === "word" ? 1 : 0;
}

const named = (prefix: string): string => prefix.slice(0, -1).replace(/^'|'$/g, "").replaceAll("''", "'").toLowerCase();

function movedReference(reference: string, change: StructuralChange): string {
  const area = parseArea(reference.replaceAll("$", ""));
  if (!area) return reference;
  const moved = movedArea(change.sheetId, area, change);
  if (!moved) return "#REF!";
  const [first = "", last] = reference.split(":");
  const from = corner(first, moved.startRow, moved.startColumn);
  return last === undefined ? from : `${from}:${corner(last, endRow(moved), endColumn(moved))}`;
}

const endRow = (area: Area): number => Math.min(area.endRow, MAX_ROWS - 1);
const endColumn = (area: Area): number => Math.min(area.endColumn, MAX_COLUMNS - 1);

/** A corner elsewhere, with the "$" signs that it had. */
function corner(text: string, row: number, column: number): string {
  return text.replace(
    /^(\$?)([A-Za-z]*)(\$?)(\d*)$/,
    (_whole, fixedColumn: string, letters: string, fixedRow: string, digits: string) =>
      `${fixedColumn}${letters === "" ? "" : columnName(column)}${fixedRow}${digits === "" ? "" : String(row + 1)}`,
  );
}
