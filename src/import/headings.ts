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
  /** True where the words may mean a decision or a plan. */
  doubtful: boolean;
}

/** What a heading says is planned, not done. */
const PLAN =
  /\b(?:planned|candidates?|proposed|foreseen|scheduled|upcoming|for action|for (?:the )?next|(?:at|in|before) (?:the |its )?next (?:sg ?\d+ )?(?:plenary |meeting)|to be (?:approved|determined|consented|agreed|submitted|proposed))\b/;

type Action = "approval" | "determination" | "consent" | "agreement";

const ACTIONS: readonly (readonly [RegExp, Action])[] = [
  [/\bdetermin(?:ed|ations?|e)\b/, "determination"],
  [/\bconsent(?:ed|s)?\b|\blast call\b/, "consent"],
  [/\bapprov(?:ed|als?|e)\b/, "approval"],
  [/\bagree(?:d|ments?)?\b/, "agreement"],
];

const PLANNED: Readonly<Record<Action, TableKind>> = {
  approval: "Planned for approval",
  determination: "Planned for determination",
  consent: "Planned for consent",
  agreement: "Planned for agreement",
};

/** What the words of a heading say of its table. */
export interface HeadingMeaning {
  table: TableKind | null;
  /** True where the words speak of what is planned, whatever the action. */
  plan: boolean;
  /** True where they may mean a decision or a plan ("for approval"). */
  doubtful: boolean;
}

/** The actions that a text names. */
function actionsIn(text: string): Action[] {
  return ACTIONS.filter(([pattern]) => pattern.test(text)).map(([, action]) => action);
}

/** Which table the words of a heading name. In a part of the document that speaks of plans, nothing is a decision. */
export function meaningOf(title: string, inPlan = false): HeadingMeaning {
  const text = fold(title.slice(0, LONGEST_HEADING)).toLowerCase();
  const plan = inPlan || PLAN.test(text);
  const named = (table: TableKind | null, doubtful = false): HeadingMeaning => ({ table, plan, doubtful });
  if (/\bnew work items?\b|\bwork items? (?:agreed|added|created|established|approved)\b/.test(text)) {
    return named(plan && !/\bagreed\b|\badded\b/.test(text) ? null : "New work items");
  }
  if (/\b(?:discontinu|delet|terminat|stopp|withdrawn|cancel)/.test(text)) return named(plan ? null : "Discontinued");
  if (/\bnot (?:yet |been )?(?:approved|determined|consented|agreed)\b/.test(text)) {
    return named(plan || !/\bapproved\b/.test(text) ? null : "TAP not approved");
  }
  // What is in parentheses names the procedure: "approved (TAP, determined in 2023)".
  const outside = text.replace(/\([^()]*\)?/g, " ");
  const done = [...new Set(actionsIn(outside.replace(/\bfor (?:tap |aap )?[a-z]+\b/g, " ")))];
  const found = done.length === 1 ? done : actionsIn(outside);
  const actions = found.length > 0 ? found : actionsIn(text);
  const [action, ...others] = actions;
  if (action !== undefined && others.length === 0) {
    if (plan) return named(PLANNED[action]);
    const forApproval = /\bfor (?:final )?(?:tap )?approval\b/.test(outside);
    switch (action) {
      case "determination":
        return named("TAP determined");
      case "consent":
        return named("AAP consented");
      case "agreement":
        return named("Agreed");
      case "approval":
        if (/\b(?:tap|resolution)\b/.test(text)) return named("TAP approved", forApproval);
        return named(/\b(?:recommendations?|texts?|aap)\b/.test(text) ? "Recommendations approved" : null, forApproval);
    }
  }
  if (action !== undefined) return named(null);
  return named(/\bwork plan\b|\bunder (?:development|study)\b/.test(text) ? "Under development" : null);
}

/** Which table the words of a heading name; null where they name none. */
export function tableNamedBy(title: string, inPlan = false): TableKind | null {
  return meaningOf(title, inPlan).table;
}

const LONGEST_HEADING = 400;

const ANNEX_TITLE_WORDS =
  /^(?:actions?|recommendations?|new|work|sg ?\d+|itu-t|achievements?|current|texts?|statistics|meeting|status|list|summary|candidate|interim|draft|details?|planned|discontinued|tap|aap|deleted)\b/i;

const UNLETTERED_HEADING =
  /^(?:(?:draft|new|revised|itu-t) )*(?:tap|aap|recommendations?|non-normative|supplements?|texts?|technical|work items?|new work items?|other texts?)\b/i;

/** Words that headings begin with where a table follows at once. */
const HEADING_BEGINS =
  /^(?:(?:draft|new|revised|itu-t|proposed|list of|other|the following|following|sg ?\d+) )*(?:tap|aap|recommendations?|non-normative|supplements?|texts?|technical|work items?|candidates?|agreed|approved|consented|determined|discontinued|deleted|planned|documents?|implementers)\b/i;

/** Numbers of headings in any style: "a)", "(iv)", "3)", "A.2", "8.1", "B1", "2." and "1 " before a capital. */
const NUMBERING: readonly RegExp[] = [
  /^\s*\(?([a-z]|[ivx]{2,6}|\d{1,2})\)\s*/i,
  /^\s*(?:table|list)\s+([a-z]?[.-]?\d{1,3}|[ivx]{1,5}|[a-z])\s*[:.–—-]\s*/i,
  /^\s*((?:[A-Z]|\d{1,2})(?:\.\d{1,2}){1,4}|[A-Z]\d{1,2})[.)]?\s+/,
  /^\s*(\d{1,2}|[a-z]|[ivx]{2,6})\.\s+/i,
  /^\s*(\d{1,2}|[a-z]|[ivx]{1,6})\s+(?=[A-Z])/,
];

/** A heading without its number. */
export interface NumberedHeading {
  /** "a", "iv", "8.1"; "" where there is none. */
  id: string;
  /** Parts of the number: 2 for "8.1"; 0 where there is none. */
  depth: number;
  title: string;
}

/** Parts the number of a heading, in any style, from its words. */
export function readNumbering(text: string): NumberedHeading {
  for (const pattern of NUMBERING) {
    const match = pattern.exec(text.slice(0, 40));
    if (!match) continue;
    const id = match[1] ?? "";
    return {
      id: id.length === 1 ? id.toLowerCase() : id,
      depth: id.split(".").length,
      title: fold(text.slice(match[0].length)),
    };
  }
  return { id: "", depth: 0, title: fold(text) };
}

/** The heading of a table that follows at once: the words count, whatever the number before them; null where they name none. */
export function readHeadingBeforeTable(text: string, inPlan: boolean): SectionHeading | null {
  if (text.length > LONGEST_HEADING || /^\s*[-–•·]\s/.test(text)) return null;
  const { id, title } = readNumbering(text);
  if (!HEADING_BEGINS.test(title) || /\bTD ?\d/.test(title)) return null;
  const { table, doubtful } = meaningOf(title, inPlan);
  return table === null ? null : { id, title, table, doubtful };
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

/** Recognises "Annex A", "ANNEX 1:", "Annex B - Recommendations planned …"; null for anything else. */
export function readAnnexHeading(text: string): AnnexHeading | null {
  const match = /^\s*annex\s+([A-Z]|\d{1,2})(?:\s*[:.–—-]\s*|\s+|$)(.{0,300})$/i.exec(text);
  if (!match) return null;
  const title = fold(match[2] ?? "");
  if (title !== "" && !ANNEX_TITLE_WORDS.test(title)) return null;
  return { id: (match[1] ?? "").toUpperCase(), title };
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
