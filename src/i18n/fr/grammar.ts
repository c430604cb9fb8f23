/** Counts, lists and dates in French. */
import { grammarOf } from "../grammar";

const french = grammarOf("fr-FR");
export const { is, plural, and, or } = french;

/** An ISO date in full, "8 septembre 2023"; the first of a month is "1er". */
export const day = (iso: string): string => french.day(iso).replace(/^1 /, "1er ");
