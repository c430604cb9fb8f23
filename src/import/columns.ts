/** Column headers: the field of each column of a table. */
import type { TableKind } from "../domain/document";
import { CELL } from "./lines";

export type Column =
  | "seq"
  | "sg"
  | "question"
  | "name"
  | "title"
  | "kind"
  | "editors"
  | "text"
  | "a5"
  | "equivalent"
  | "timing"
  | "startOfWork"
  | "determined"
  | "decision"
  | "contribution";

/** Words of column headers, longest first where one is the beginning of another. null: words that name no column of their own. */
const HEADER_WORDS: readonly (readonly [RegExp, Column | null])[] = [
  [/#/y, "seq"],
  [/SG\b/y, "sg"],
  [/(?:Orig\.?\s*)?(?:Questions?|Q\.?\s?(?:\/\d{1,2}|\(\d\))?(?![\w/]))/y, "question"],
  [
    /(?:Acronym(?:\s*(?:\(|\/)\s*(?:New )?(?:Rec\.? )?(?:number|No\.?)\)?)?|Work items?|Rec(?:\.|ommendation)?\s?(?:No\.?|number)|No\.|Number)/iy,
    "name",
  ],
  [/Titles?(?:\s*\/\s*Subject)?\b/iy, "title"],
  [/New\s*(?:\/|or)\s*Rev(?:ised|ision)?\.?/iy, "kind"],
  [/Editor(?:\(s\)|s)?/iy, "editors"],
  [/Location\s+of\s+(?:the\s+)?text\b|Base\s+text\b|Text\b|TDs?\b/iy, "text"],
  [/A\.5(?:\s*(?:or|\/|and)\s*A\.25)?(?:\s+justification)?/iy, "a5"],
  [/Equivalent(?:\s+(?:number|text))?/iy, "equivalent"],
  [/(?:Planned\s+)?Timing\b|Target\s+date\b/iy, "timing"],
  [/Start\s+of\s+(?:the\s+)?work\b/iy, "startOfWork"],
  [/Determined\b|Determination\b/iy, "determined"],
  [/Decision\b/iy, "decision"],
  [/(?:Contributions?|Contr\.|C)(?=[\s\u241f]|$)/y, "contribution"],
  [/e\.g\.,?|\(?e\.g\.?,?\s*ISO\/IEC\)?|ISO\/IEC|Orig\.|justification/iy, null],
];

/** Columns of a table whose header is missing or beyond reading. */
export const USUAL_COLUMNS: Readonly<Record<TableKind, readonly Column[]>> = {
  "TAP approved": ["seq", "question", "name", "title", "kind", "editors", "text", "a5", "equivalent"],
  "TAP not approved": [
    ...(["seq", "question", "name", "title", "kind", "editors"] as const),
    ...(["text", "equivalent", "startOfWork", "determined", "decision"] as const),
  ],
  "TAP determined": ["seq", "question", "name", "title", "kind", "editors", "text", "a5", "equivalent"],
  "AAP consented": ["seq", "question", "name", "title", "kind", "editors", "text", "a5", "equivalent"],
  Agreed: ["seq", "question", "name", "title", "kind", "editors", "text"],
  "Planned for approval": ["seq", "question", "name", "title", "kind", "editors", "text", "equivalent", "timing"],
  "Planned for determination": ["seq", "question", "name", "title", "kind", "editors", "text", "equivalent", "timing"],
  "Planned for consent": ["seq", "question", "name", "title", "kind", "editors", "text", "equivalent", "timing"],
  "Planned for agreement": ["seq", "question", "name", "title", "kind", "editors", "text", "equivalent", "timing"],
  "New work items": ["seq", "question", "name", "title", "editors", "timing", "text", "contribution"],
  Discontinued: ["question", "name", "title"],
  "Recommendations approved": ["sg", "name", "title"],
  "Under development": ["sg", "name", "title"],
  "Work programme export": ["name", "question", "title", "timing"],
};

/** Columns at the end of rows: a table read without them is read alike, so that a damaged header loses nothing. */
export const TAIL_COLUMNS = [
  ...(["text", "a5", "equivalent", "timing"] as const),
  ...(["startOfWork", "determined", "decision", "contribution"] as const),
] satisfies Column[];

const SEPARATORS = new RegExp(`[\\s${CELL}/|,]+`, "y");
const ANY_WORD = /[^\s|]+/y;

/** The columns a header text names, in order; null where words of it belong to no column header. */
export function readColumnHeader(text: string): Column[] | null {
  return readDamagedHeader(text, 0)?.columns ?? null;
}

/** The columns of a header text of which some words may belong to no column, and these words; null where there are more. */
export function readDamagedHeader(text: string, tolerated: number): { columns: Column[]; unknown: string[] } | null {
  const columns: Column[] = [];
  const unknown: string[] = [];
  let position = 0;
  const assign = (pattern: RegExp): boolean => {
    pattern.lastIndex = position;
    if (!pattern.test(text)) return false;
    position = pattern.lastIndex;
    return true;
  };
  while (position < text.length) {
    if (assign(SEPARATORS)) continue;
    const found = HEADER_WORDS.find(([pattern]) => assign(pattern));
    if (found) {
      if (found[1] !== null && !columns.includes(found[1])) columns.push(found[1]);
      continue;
    }
    const start = position;
    if (unknown.length >= tolerated || !assign(ANY_WORD)) return null;
    unknown.push(text.slice(start, position));
  }
  return { columns, unknown };
}

/** The columns of a table: those of its header, else as tables of its kind usually print them. */
export function columnsOf(header: readonly Column[], table: TableKind | null): readonly Column[] {
  if (header.includes("name") && header.includes("title")) return header;
  if (table !== null) return USUAL_COLUMNS[table];
  return header.length > 0 ? header : USUAL_COLUMNS.Agreed;
}

/** Adds the last columns that tables of a kind usually have, in their usual order. */
export function withUsualTail(columns: readonly Column[], table: TableKind | null): readonly Column[] {
  // A table without editors prints few columns, and means it.
  if (table === null || !columns.includes("editors")) return columns;
  const usual = USUAL_COLUMNS[table];
  const missing = usual.filter((column) => (TAIL_COLUMNS as Column[]).includes(column) && !columns.includes(column));
  if (missing.length === 0) return columns;
  const rank = (column: Column): number => usual.indexOf(column);
  const head = columns.filter((column) => !(TAIL_COLUMNS as Column[]).includes(column));
  const tail = [...columns.filter((column) => (TAIL_COLUMNS as Column[]).includes(column)), ...missing];
  return [...head, ...tail.sort((a, b) => rank(a) - rank(b))];
}
