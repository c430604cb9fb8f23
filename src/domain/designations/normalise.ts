/** The key of a name for look-ups, independent of its spelling. */
import { foldSpaces, withoutInvisible } from "../text";

const HYPHENS = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;
const QUOTES = /["'\u2018\u2019\u201C\u201D«»]/g;
const PREFIX = /^(?:(?:draft|new)\s+)*(?:rec(?:ommendations?|s)?(?:\.\s*|\s+)|itu\s*-?\s*t(?:\s+|\s*-\s*(?=[a-z]\.)))/;
const WORD_REVISED = /^(?:draft\s+)?revised\s+/;
const GLOSS_REVISED = /\s*\((?:revised|revision|rev\.?)\)/g;
const GLOSS_EDITION = /\s*\((?:\d+(?:st|nd|rd|th)|[a-z]+th|first|second|third)\s+ed(?:ition|\.)?\)/g;
const GLOSS_OTHER = /\s*\((?:new|(?:amd|cor)\.?\s*\d+\s+and)\)/g;

/** A number, joint numbers included: "x.1817", "g.8132/y.1383", "h.222.0(2000)". */
const HEAD = "[a-z]\\.\\d[\\d.]*[a-z]?(?:/[a-z]\\.\\d[\\d.]*[a-z]?)*(?:\\(\\d{4}\\))?";
const REVISION = new RegExp(`^(${HEAD}?)[-_.]?rev(?:ised|ision)?\\.?((?:amd|am|cor|corr).*)?$`);
const CHANGE_WORD = "(amendments?|amd|corrigendum|corrigenda|corr|cor|erratum|err)";
const CHANGES = new RegExp(`^(${HEAD}(?:rev)?)((?:,?(?:technical)?${CHANGE_WORD}[-.]?\\d*)+)$`);
const CHANGE = new RegExp(`,?(?:technical)?${CHANGE_WORD}[-.]?(\\d*)`, "g");
const CHANGE_WORDS: Record<string, string> = { a: "amd", c: "cor", e: "err" };
const SUPPLEMENT = /^([a-z])(?:\.|-?series)?sup(?:p|pl|plement)?\.?(\d+)[-_.]?(rev)?$/;
const SUPPLEMENT_TO = /^(?:supplement|suppl\.?)(\d+)to(?:itu-?t)?([a-z])(?:\.|-series)/;

/** Text with invisible characters dropped, hyphens and spaces made plain; case is kept. */
export function plainText(text: string): string {
  return foldSpaces(withoutInvisible(text.normalize("NFKC")).replace(HYPHENS, "-"));
}

function fold(text: string): string {
  let folded = text
    .replace(/\*+|\u2020/g, "")
    .replace(QUOTES, "")
    .trim();
  let revised = false;
  for (let shorter = folded.replace(PREFIX, ""); shorter !== folded; shorter = folded.replace(PREFIX, ""))
    folded = shorter;
  for (const gloss of [WORD_REVISED, GLOSS_REVISED, GLOSS_EDITION]) {
    const without = folded.replace(gloss, " ");
    if (without !== folded) revised = true;
    folded = without;
  }
  folded = folded
    .replace(GLOSS_OTHER, " ")
    .replace(/\s+/g, "")
    .replace(/^[,;:.]+|[,;:]+$/g, "");
  const outer = /^\(([^()]*)\)$/.exec(folded);
  if (outer) folded = outer[1] ?? "";
  const toSeries = SUPPLEMENT_TO.exec(folded);
  if (toSeries) folded = `${toSeries[2] ?? ""}.sup${toSeries[1] ?? ""}`;
  const supplement = SUPPLEMENT.exec(folded);
  if (supplement) folded = `${supplement[1] ?? ""}.sup${supplement[2] ?? ""}${supplement[3] ?? ""}`;
  const revision = REVISION.exec(folded);
  if (revision) folded = `${revision[1] ?? ""}rev${revision[2] ?? ""}`;
  else if (revised && /\d$/.test(folded)) folded += "rev";
  const changes = CHANGES.exec(folded);
  if (changes) folded = (changes[1] ?? "") + (changes[2] ?? "").replace(CHANGE, shortChange);
  return folded;
}

function shortChange(_whole: string, word: string, ordinal: string): string {
  return `${CHANGE_WORDS[word.charAt(0)] ?? word}${ordinal}`;
}

/**
 * The key of a name: equal for all spellings that differ in case, spaces, kinds of hyphen, "ITU-T", "Rec.",
 * trailing marks, and the spelling of Amd., Cor., Suppl. and rev ("X.1333 Cor.1", "ITU-T X.1333 Corrigendum 1").
 * Underscore and hyphen stay different. Empty where the text holds no name. Applying it twice changes nothing.
 */
export function normaliseName(text: string): string {
  let key = plainText(text).toLowerCase();
  // One round is enough for real names; further rounds ensure that the key of a key is the key itself.
  for (let round = 0; round < 8; round += 1) {
    const next = fold(key);
    if (next === key) break;
    key = next;
  }
  return key;
}

/**
 * Returns a coarser key, equal for names that can be confused: a hint, never an identity. Hyphen, underscore
 * and dot do not count, nor the spelling of "supplement", nor does the X of XSTR and XSTP, which a Technical Report gets when it is agreed.
 */
export function nearKey(text: string): string {
  return normaliseName(text)
    .replace(/^[a-z]s(?=t[rp][.-])/, "")
    .replace(/^([a-z])\.sup(?:p|pl|plement)?(?=[-_.])/, "$1.sup")
    .replace(/[-_.\s]/g, "");
}

/** A word of a vocabulary as it is compared: without regard to case, width and spacing. */
export function foldWord(text: string): string {
  return foldSpaces(text.normalize("NFKC")).toLowerCase();
}
