/** The texts in the last columns of a table: references to documents, dashes, timings. */

const DOCUMENT_SUFFIX = String.raw`(?:\s?-?R(?:ev)?\.?\s?\d{1,2}(?!\d)(?:\/(?:\d{1,2}|PLEN|GEN))?|\s?Rev\.?(?!\w)|\s?\+\s?(?:Cor|Add|Att|Amd)\.?\s?\d*|\s?\((?:PLEN|GEN|WP)[^()\n]{0,12}\)|\/(?:\d{1,2}|PLEN|P|G|GEN|WP\d?)(?!\w))*`;
const ONE_REFERENCE = String.raw`(?:TDs?[\s-]?\d{1,5}|COM\s?\d{1,2}\s?[-–—]\s?(?:R|C|LS|TD)\s?\d{1,4}|SG\d{1,2}-(?:TD|C|R)\s?\d{1,5}|[RC]\s?-?\d{1,4})${DOCUMENT_SUFFIX}`;
/** Source of a pattern for one or several references: "TD1381", "TD 0910 + Cor.1", "COM 17 – R 42", "C 235 R1", "TD1262, TD1261". */
export const REFERENCE = String.raw`(?<![\w.-])${ONE_REFERENCE}(?!\w)(?:\s?[,;&]\s?${ONE_REFERENCE}(?!\w))*`;

const MONTH = String.raw`(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?`;
/** Source of a pattern for a timing: "2024-Q1", "2025-3Q", "2024-9", "1Q 2009", "Q3/2024", "Sept. 2008". */
export const TIMING = String.raw`(?<![\w-])(?:(?:19|20)\d{2}\s?[-–/]?\s?(?:Q[1-4]|[1-4]Q)|(?:19|20)\d{2}[-–/.](?:1[0-2]|0?[1-9])(?:[-–/.]\d{1,2})?|(?:Q[1-4]|[1-4]Q)[-–/\s]{0,2}(?:19|20)\d{2}|${MONTH}[\s-]?(?:19|20)\d{2}(?!\s?[-–/]\s?[\dQ])|(?:1[0-2]|0?[1-9])\/(?:19|20)\d{2}|TB[DC])(?![\w])`;

/** Source of a pattern for a dash that fills an empty cell: it is alone between white space or cell borders. */
export const DASH = String.raw`(?<![^\s\u241f])[-–—](?![^\s\u241f])`;

/** Source of a pattern for a pair of dates of which the first is in parentheses: "(2022-09 /) 2023-03". */
export const DATES = String.raw`(?:\(\s*${TIMING}\s*\/\s*\)\s*|${TIMING}\s*\/\s*)?(?<!\((?=[^()\n]*\)))${TIMING}`;
