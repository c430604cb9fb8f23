/** The user's name, as History records it. */

const LONGEST = 80;

/** Returns a typed name as one line of limited length. */
export function asName(typed: string): string {
  return typed.replace(/\s+/g, " ").trim().slice(0, LONGEST).trim();
}
