/** Headings of annexes and tables, recognised by their words: letters and order move from meeting to meeting. */
import type { TableKind } from "../domain/document";
import { LONGEST_HEADING, meaningOf, tableNamedBy } from "./heading-meaning";
import { readNumbering } from "./heading-numbers";
import { CELL, fold, type Line } from "./lines";
import { NOTE } from "./notes";
import { DASH, REFERENCE, TIMING } from "./references";
import { opensTable, type TableAhead } from "./table-signs";

export interface AnnexHeading {
  id: string;
  /** The title on the same line; "" where there is none. */
  title: string;
}

export interface SectionHeading {
  id: string;
  title: string;
  table: TableKind | null;
  /** True where the words may mean a decision or a plan. */
  doubtful: boolean;
}

const ANNEX_TITLE_WORDS =
  /^(?:actions?|recommendations?|new|work|sg ?\d+|itu-t|achievements?|current|texts?|statistics|meeting|status|list|summary|candidate|interim|draft|details?|planned|discontinued|tap|aap|deleted)\b/i;

const UNLETTERED_HEADING =
  /^(?:(?:draft|new|revised|itu-t) )*(?:tap|aap|recommendations?|non-normative|supplements?|texts?|technical|work items?|new work items?|other texts?)\b/i;

/** Words that headings begin with, where nothing else but the table below them shows that they are headings. */
const HEADING_BEGINS =
  /^(?:(?:draft|new|revised|itu-t|proposed|list of|other|the following|following|sg ?\d+) )*(?:tap|aap|rec(?:ommendation)?s?\b\.?|non-normative|supplements?|texts?|technical|work items?|candidates?|agreed|approved|consented|determined|discontinued|deleted|planned|documents?|implementers)\b/i;
/** Words for what tables of ours list. */
const LISTED =
  /\b(?:recs?|recomm[ae]ndations?|recomendaciones|text[eo]?s?|work[ -]?items?|wis?|supplements?|sujets?|travaux|temas?|trabajos?)\b/i;
const LONGEST_TITLE = 200;
/** A reference, a timing or a dash at the end of a row. */
const ENDS_ROW = new RegExp(`(?:${REFERENCE}|${TIMING}|${DASH})$`);

/**
 * The heading of the table that follows, whatever the number before its words. Its table is null where the words name none: a line
 * between two tables that looks like a heading begins a table all the same. Null for other lines.
 */
export function readHeadingBeforeTable(text: string, inPlan: boolean, ahead: TableAhead): SectionHeading | null {
  if (text.length > LONGEST_HEADING || /^\s*[-–•·|]\s/.test(text) || NOTE.test(text) || opensTable(text)) return null;
  const { id, title } = readNumbering(text);
  if (/\b(?:TD ?\d|[\w.]+@)/.test(title)) return null;
  const { table, doubtful } = meaningOf(title, inPlan);
  if (table !== null && HEADING_BEGINS.test(title)) return { id, title, table, doubtful };
  if (title.length > LONGEST_TITLE || title === "" || /[.,;]$/.test(title)) return null;
  if (!ahead.isText) return table === null ? null : { id, title, table, doubtful };
  const looksLikeHeading = /^[^a-z(]/.test(title) && (table !== null || id !== "" || LISTED.test(title));
  return ahead.begins && ahead.atOnce && looksLikeHeading ? { id, title, table, doubtful } : null;
}

/**
 * True for a line that may be the heading of a table whose rows have no numbers, right before column headers that come again: no row ends
 * with it. Where the line before it is no end of a row either, a wrapped cell could be meant, unless it says what tables list.
 */
export function isHeadingBetweenRows(text: string, before: string): boolean {
  const title = fold(text.slice(0, LONGEST_HEADING));
  if (title.length > LONGEST_TITLE || !/^\p{Lu}\S*\s+\S/u.test(title) || /[.,;:]$/.test(title)) return false;
  if (text.includes(CELL) || NOTE.test(text) || opensTable(text) || ENDS_ROW.test(title)) return false;
  return LISTED.test(title) || fold(before) === "" || ENDS_ROW.test(fold(before.slice(-LONGEST_TITLE)));
}

/** True for a line that begins as titles of annexes do. */
export function isAnnexTitle(text: string): boolean {
  return text.length < 400 && ANNEX_TITLE_WORDS.test(fold(text));
}

/** True for the title of the annex of statistics. */
export function isStatisticsTitle(title: string): boolean {
  return /\bstatistics\b/i.test(title);
}

/** True for the title of an annex that is one table. */
export function namesAnnex(text: string): boolean {
  return text.length < 200 && ANNEX_TITLE_WORDS.test(text) && tableNamedBy(text) !== null;
}

const ANNEX =
  /^\s*(?:annexe?|anexo|appendix|ap[ée]ndice)\s+([A-Z]|\d{1,2}|[IVX]{2,5})(?:(\s*[:.–—-]\s*)|\s+|$)(.{0,300})$/i;

/** Recognises "Annex A", "ANNEX 1:", "Annex III - Recommendations planned …"; null for anything else. */
export function readAnnexHeading(text: string): AnnexHeading | null {
  const match = ANNEX.exec(text);
  if (!match) return null;
  const title = fold(match[3] ?? "");
  const isTitle =
    title === "" || ANNEX_TITLE_WORDS.test(title) || (match[2] !== undefined && tableNamedBy(title) !== null);
  return isTitle ? { id: (match[1] ?? "").toUpperCase(), title } : null;
}

/** Recognises the heading of a table inside an annex: "a) TAP Recommendations approved (…)", a letter alone, or the words alone. */
export function readSectionHeading(text: string, inPlan = false): SectionHeading | null {
  if (text.length > LONGEST_HEADING || /^\s*[-–•·]\s/.test(text)) return null;
  const lettered = /^\s*\(?([a-z])\)\s*(.*)$/i.exec(text);
  if (lettered) {
    const title = fold(lettered[2] ?? "");
    // "(a) …" may also open a note or a wrapped cell, which go on in lower case.
    if (title !== "" && !/^[\p{Lu}\d]/u.test(title)) return null;
    const { table, doubtful } = meaningOf(title, inPlan);
    return { id: (lettered[1] ?? "").toLowerCase(), title, table, doubtful };
  }
  const title = fold(text);
  if (title.length > 200 || !UNLETTERED_HEADING.test(title) || /\bTD ?\d/.test(title)) return null;
  const { table, doubtful } = meaningOf(title, inPlan);
  return table === null || isNoun(title) ? null : { id: "", title, table, doubtful };
}

/** True where the action is named by a noun: in running text such words may end the title of a row, so they count before a table only. */
function isNoun(title: string): boolean {
  return (
    /\b(?:approval|determination|consent|agreement|last call)\b/i.test(title) &&
    !/\b(?:approved|determined|consented|agreed|planned)\b/i.test(title)
  );
}

/** Where a line is parted, and a text without which there is no such place. */
const BREAKS: readonly (readonly [RegExp, string])[] = [
  // A note that runs on from the last cell of a row.
  [/(?<=[^\s(\p{L}]\s*|\s)(?=Notes?\s?\d?\s?:)/u, "Note"],
  // The heading of the next table.
  [/(?<=\s)(?=[a-z]\) (?:TAP|AAP|Non-normative|Recommendations|Draft|Supplements|Texts|New work|Work items?) )/, ") "],
  // The next annex behind a last cell.
  [/(?<=(?:\b(?:TD|R|C) ?\d{1,5}|\s[-–]|\d{4}-(?:Q\d|\dQ|\d{1,2})) )(?=Annex (?:[A-Z]|\d)(?:$|\s))/, "Annex "],
  // Column headers behind a heading.
  [/(?<=\S\s)(?=#\s*(?:Q\b|Orig\b))/, "#"],
  [/(?<=\)\s)(?=Q\/\d+ Acronym\b)/, "Acronym"],
];

/** Parts a line where headings, notes or column headers run on from other text. */
export function splitGlued(line: Line): Line[] {
  let parts = [line.text];
  for (const [pattern, hint] of BREAKS) {
    if (line.text.length > 2000 || !line.text.includes(hint)) continue;
    parts = parts.flatMap((part) => part.split(pattern));
  }
  return parts
    .filter((part, index) => index === 0 || part.trim() !== "")
    .map((text) => ({ number: line.number, text }));
}
