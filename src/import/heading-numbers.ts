/** Numbers of headings and annexes in any style: letters, figures, Roman numerals. */
import { fold } from "./lines";

/** Words before the number of a heading. */
const UNIT = "table|tableau|tabla|list|section|secci[oó]n|part|partie|parte|chapter|appendix|annexe?|anexo|§";

/** "a)", "(iv)", "Part 2 –", "A.2", "B1", "2.", "IV –" and "1 " before a capital. */
const NUMBERING: readonly RegExp[] = [
  /^\s*\(?([a-z]|[ivx]{2,6}|\d{1,2})\)\s*/i,
  new RegExp(
    String.raw`^\s*(?:${UNIT})\s*([a-z]?[.-]?\d{1,3}(?:\.\d{1,2}){0,3}|[ivx]{1,5}|[a-z])(?:\s*[:.)–—-]+\s*|\s+(?=[^a-z]))`,
    "iu",
  ),
  /^\s*((?:[A-Z]|\d{1,2})(?:\.\d{1,2}){1,4}|[A-Z]\d{1,2})(?:[.):]?\s+|\s*[–—-]\s+)/,
  /^\s*(\d{1,2}|[a-z]|[ivx]{2,6})\.\s+/i,
  /^\s*(\d{1,2}|[ivx]{1,6}|[a-z])\s*[:–—-]\s+/i,
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

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

/** True where the id of an annex follows another: "B" after "A", "2" after "1", "IV" after "III". */
export function followsAnnex(id: string, last: string): boolean {
  const roman = ROMAN.indexOf(last);
  if (roman >= 0 && ROMAN[roman + 1] === id) return true;
  if (/^\d+$/.test(last)) return Number(id) === Number(last) + 1;
  return id.length === 1 && last.length === 1 && id.charCodeAt(0) === last.charCodeAt(0) + 1;
}
