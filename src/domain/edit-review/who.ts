/** Whoever works here, as History names them. */

const LONGEST = 80;

/** A name as it is written: one line of sensible length. */
export function asName(typed: string): string {
  return typed.replace(/\s+/g, " ").trim().slice(0, LONGEST).trim();
}
