/** Counts, lists and dates in English. */
import { grammarOf } from "../grammar";

const english = grammarOf("en-GB");
export const { is, plural, and, or } = english;

/** A date in a title, "8 September 2023". */
export const longDay = english.day;

/** Dates within English sentences are ISO dates, as on the sheets. */
export const day = (iso: string): string => iso;
