/** Parses designations of texts: kind of text, parent text, and deviations from the usual spelling. */
import { foldSpaces } from "../text";
import { plainText } from "./normalise";
import { parseSingle } from "./designation-forms";
import type { Anomaly, SingleDesignation } from "./designation-forms";

export type { Anomaly, Change, Product } from "./designation-forms";

/** The parts of a printed name. */
export interface Designation extends SingleDesignation {
  /** White space folded, otherwise verbatim. */
  printed: string;
  /** The provisional name given with a number: "X.5Gsec-message" of "X.1817 (X.5Gsec-message)"; or the whole, where it is one. */
  provisional: string | null;
  /** Former names, from "(ex …)". */
  formerly: string[];
  /** "*", "**", "***". */
  mark: string | null;
  anomalies: Anomaly[];
}

const OUTER = /^\((.*)\)$/;
const MARK = /\s*(\*+)/g;
const LEADING =
  /^(?:draft\s+)?(?:new\s+|(revised)\s+)?(?:(?:rec\.?|recommendations?)\s+)?(?:itu\s*-\s*t\s+)?(?:(?:rec\.?|recommendations?)\s+)?/i;
const EX = /(\s?)\(\s*ex\.?\s+([^()]+?)\s*\)/gi;
const COMPANION = /(\s?)\(\s*([A-Z]{1,5}[.-][^()\s]+)\s*\)/;

/** Removes matching parentheses around the whole text only: "(X.1098 (ex X.tis))", not "(a) (b)". */
function withoutOuterParentheses(text: string): string {
  const inner = OUTER.exec(text)?.[1];
  if (inner === undefined) return text;
  let depth = 0;
  for (const letter of inner) {
    depth += letter === "(" ? 1 : letter === ")" ? -1 : 0;
    if (depth < 0) return text;
  }
  return depth === 0 ? inner.trim() : text;
}

function extractFormerNames(text: string, anomalies: Anomaly[]): { rest: string; formerly: string[] } {
  const formerly: string[] = [];
  const rest = text.replace(EX, (whole: string, space: string, name: string) => {
    if (space === "") anomalies.push({ code: "missing-space", part: whole.trim() });
    if (formerly.length > 0) anomalies.push({ code: "several-ex", part: whole.trim() });
    if (!formerly.includes(name)) formerly.push(name);
    return "";
  });
  return { rest: rest.trim(), formerly };
}

function extractCompanion(text: string, anomalies: Anomaly[]): { rest: string; companion: string | null } {
  const match = COMPANION.exec(text);
  if (!match?.[2] || match.index === 0) return { rest: text, companion: null };
  if (match[1] === "") anomalies.push({ code: "missing-space", part: match[0].trim() });
  return { rest: (text.slice(0, match.index) + text.slice(match.index + match[0].length)).trim(), companion: match[2] };
}

/**
 * Parses a printed name: number, provisional name, former names, kind of product, change and parent text.
 * Never fails: a name that is not recognised has product null and an anomaly "unrecognised".
 */
export function parseDesignation(text: string): Designation {
  const printed = foldSpaces(text);
  const anomalies: Anomaly[] = [];
  const marks = plainText(text).match(/\*+/g);
  let rest = withoutOuterParentheses(foldSpaces(plainText(text).replace(MARK, " ")));
  const leading = LEADING.exec(rest);
  if (leading?.[1]) anomalies.push({ code: "word-before", part: leading[1] });
  rest = rest.slice(leading?.[0].length ?? 0);
  const ex = extractFormerNames(rest, anomalies);
  const companion = extractCompanion(ex.rest, anomalies);
  const single = parseSingle(companion.rest, anomalies, leading?.[1] !== undefined);
  for (const name of [...ex.formerly, ...(companion.companion ? [companion.companion] : [])]) {
    if (name.toLowerCase() === single.canonical.toLowerCase()) anomalies.push({ code: "ex-equals-name", part: name });
    parseSingle(name, anomalies, false);
  }
  return {
    ...single,
    printed,
    provisional: companion.companion ?? (single.number === null && single.product !== null ? single.canonical : null),
    formerly: ex.formerly,
    mark: marks?.[0] ?? null,
    anomalies,
  };
}

/** Returns all names in a printed designation: itself, the name in parentheses, former names, the parts of joint numbers. */
export function namesIn(text: string): string[] {
  const parsed = parseDesignation(text);
  const names = [parsed.canonical, parsed.provisional, ...parsed.formerly, ...parsed.joint].filter(
    (name): name is string => name !== null && name !== "",
  );
  return [...new Set(names)];
}

const SPEAKS_OF_ANOTHER = /suppl|amendment|corrigend|revision/i;
const SUPPLEMENT_OF =
  /\bsuppl(?:ement)?\.?\s*(?:\d+\s+)?(?:to\s+)?(?:(?:draft\s+)?(?:rec(?:ommendation|\.)?)\s*)?(?:itu\s*-?\s*t\s+)?([A-Z]\.[A-Za-z0-9][\w.-]*)/i;
const OF_SUPPLEMENT = /^(?:itu\s*-?\s*t\s+)?([A-Z]\.[A-Za-z0-9][\w.-]*)\s*[-:]\s*supplement\b/i;
const CHANGE_TO =
  /\b(?:amendments?|corrigend(?:um|a)|revision)\s*(?:\d+\s+)?(?:to|of)\s+(?:rec(?:ommendation|\.)?\s+)?(?:itu\s*-?\s*t\s+)?([A-Z]\.\d[\w.]*)/i;

/**
 * Returns the Recommendation that a text supplements, amends or corrects according to its title: "X.1152" of "Supplement to X.1152: …",
 * "X.805" of "ITU-T X.805 – Supplement on …"; null where the title mentions none.
 */
export function parentInTitle(title: string): string | null {
  if (!SPEAKS_OF_ANOTHER.test(title)) return null;
  const plain = plainText(title);
  const match = OF_SUPPLEMENT.exec(plain) ?? SUPPLEMENT_OF.exec(plain) ?? CHANGE_TO.exec(plain);
  return match?.[1]?.replace(/[.\-_]+$/, "") ?? null;
}
