/** Signs that a table begins: its column headers, or its first row. */
import type { Block } from "./blocks";
import { readColumnHeader } from "./columns";
import { fold } from "./lines";
import { NAME_START } from "./name-cell";
import { NONE } from "./notes";

const TABLE_BEGINS =
  /^[\s|]*(?:#|(?:\d{1,3}[.)]?[\s|]+)?Q?\d{1,2}\/\d{1,2}(?:[\s|,(]|$)|SG\d{1,2}[\s|]|\d{1,3}[.)]?\s*(?:[|]|$)|\d{1,3}[.)]?\s+Q?\d{1,2}(?:\s|$))/;
const ROW_WITH_NAME = new RegExp(`^[\\s|]*(?:Q?\\d{1,3}[.)]?[\\s|]+)(?:${NAME_START})`);
/** A header line is no longer; nor is a header of one cell a line. */
const LONGEST_HEADER = 400;
const LONGEST_HEADER_CELL = 40;
/** Texts between a heading and its table. */
const INTRODUCTION = 2;
const LOOK_AHEAD = 30;

/** True for a line that opens a table: its column headers or its first row. */
export function opensTable(text: string): boolean {
  if (TABLE_BEGINS.test(text.slice(0, LONGEST_HEADER)) || ROW_WITH_NAME.test(text.slice(0, LONGEST_HEADER)))
    return true;
  return text.length < LONGEST_HEADER && fold(text) !== "" && readColumnHeader(text) !== null;
}

/** A table that follows a text. */
export interface TableAhead {
  /** True where the table is plain text, whose rows may be wrapped. */
  isText: boolean;
  /** True where its first row has number 1; false where it goes on with the table before it, as behind a page break. */
  begins: boolean;
  /** True where nothing is between. */
  atOnce: boolean;
}

/** The table that follows a block, at once or behind a sentence or two that introduce it; null where none does. */
export function tableAhead(blocks: readonly Block[], index: number): TableAhead | null {
  const columns = new Set<string>();
  let sentences = 0;
  for (const block of blocks.slice(index + 1, index + LOOK_AHEAD)) {
    const atOnce = sentences === 0;
    if (block.kind === "table") return { isText: false, begins: true, atOnce };
    if (block.kind === "note") return null;
    const text = block.text.trim();
    if (text === "") continue;
    if (NONE.test(text)) return { isText: true, begins: true, atOnce };
    const named = text.length < LONGEST_HEADER ? readColumnHeader(text) : null;
    if (named && (named.length >= 3 || text.length < LONGEST_HEADER_CELL)) {
      for (const column of named) columns.add(column);
      continue;
    }
    if (columns.size >= 3) return { isText: true, begins: isFirstRow(text), atOnce };
    if (columns.size > 0) return null;
    sentences += 1;
    if (sentences > INTRODUCTION) return null;
  }
  return columns.size >= 3 ? { isText: true, begins: false, atOnce: sentences === 0 } : null;
}

/** True for the beginning of a row with number 1. */
export function isFirstRow(text: string): boolean {
  return /^[\s|]*1(?:[.)]|[\s|]|$)/.test(text);
}
