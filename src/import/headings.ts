/** Headings of annexes and tables, told by their words: letters and order move from meeting to meeting. */
import type { TableKind } from "../domain/document";
import { fold, type Line } from "./lines";

export interface AnnexHeading {
  id: string;
  /** What stands behind the letter on the same line, "" where nothing does. */
  title: string;
}

export interface SectionHeading {
  id: string;
  title: string;
  table: TableKind | null;
}

/** First match wins: what is "not approved" or "planned for approval" must not read as approved. */
const TABLE_WORDS: readonly (readonly [RegExp, TableKind])[] = [
  [/\bnew work items?\b|\bwork items? (?:agreed|added|created|established)\b/, "New work items"],
  [/\b(?:discontinu|delet|terminat|stopp|withdrawn)/, "Discontinued"],
  [/\bnot (?:yet |been )?approved\b/, "TAP not approved"],
  [/\bplanned\b.*\bdeterminat/, "Planned for determination"],
  [/\bplanned\b.*\bconsent/, "Planned for consent"],
  [/\bplanned\b.*\bagreement|\bplanned\b.*\bagreed/, "Planned for agreement"],
  [/\bplanned\b.*\bapprov/, "Planned for approval"],
  [/\bdetermined\b/, "TAP determined"],
  [/\bconsented\b/, "AAP consented"],
  [/^(?=.*\b(?:tap|resolution)\b).*\bapproved\b/, "TAP approved"],
  [/\b(?:recommendations?|texts?)\b.*\bapproved\b/, "Recommendations approved"],
  [/\bagreed\b/, "Agreed"],
  [/\bwork plan\b|\bunder (?:development|study)\b/, "Under development"],
];

const ANNEX_TITLE_WORDS =
  /^(?:actions?|recommendations?|new|work|sg ?\d+|itu-t|achievements?|current|texts?|statistics|meeting|status|list|summary|candidate|interim|draft|details?|planned|discontinued|tap|aap|deleted)\b/i;

const UNLETTERED_HEADING =
  /^(?:(?:draft|new|revised|itu-t) )*(?:tap|aap|recommendations?|non-normative|supplements?|texts?|technical|work items?|new work items?|other texts?)\b/i;

/** Which table the words of a heading name; null where they name none. */
export function tableNamedBy(title: string): TableKind | null {
  const text = fold(title).toLowerCase();
  return TABLE_WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** True for a line that begins as titles of annexes do. */
export function isAnnexTitle(text: string): boolean {
  return text.length < 400 && ANNEX_TITLE_WORDS.test(fold(text));
}

/** True for the title of an annex that is one table. */
export function namesAnnex(text: string): boolean {
  return text.length < 200 && ANNEX_TITLE_WORDS.test(text) && tableNamedBy(text) !== null;
}

/** Recognises "Annex A", "ANNEX 1:", "Annex B - Recommendations planned …"; null for anything else. */
export function readAnnexHeading(text: string): AnnexHeading | null {
  const match = /^\s*annex\s+([A-Z]|\d{1,2})(?:\s*[:.–—-]\s*|\s+|$)(.{0,300})$/i.exec(text);
  if (!match) return null;
  const title = fold(match[2] ?? "");
  if (title !== "" && !ANNEX_TITLE_WORDS.test(title)) return null;
  return { id: (match[1] ?? "").toUpperCase(), title };
}

/** Recognises the heading of a table inside an annex: "a) TAP Recommendations approved (…)", a letter alone, or the words alone. */
export function readSectionHeading(text: string): SectionHeading | null {
  if (text.length > 400 || /^\s*[-–•·]\s/.test(text)) return null;
  const lettered = /^\s*\(?([a-z])\)\s*(.*)$/i.exec(text);
  if (lettered) {
    const title = fold(lettered[2] ?? "");
    // "(a) …" may also open a note or a wrapped cell, which go on in lower case.
    if (title !== "" && !/^[\p{Lu}\d]/u.test(title)) return null;
    return { id: (lettered[1] ?? "").toLowerCase(), title, table: title === "" ? null : tableNamedBy(title) };
  }
  const title = fold(text);
  if (title.length > 200 || !UNLETTERED_HEADING.test(title) || /\bTD ?\d/.test(title)) return null;
  const table = tableNamedBy(title);
  return table === null ? null : { id: "", title, table };
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
