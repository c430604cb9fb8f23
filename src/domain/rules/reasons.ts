/** The reason of an edit in the note of its event: on a line of its own, below what changed. */

const MARK = "Reason: ";

/** A note with the reason that was given; the note itself where none was. */
export function withReason(note: string, reason: string | null): string {
  return reason === null ? note : `${note}\n${MARK}${reason.replace(/\s+/g, " ").trim()}`;
}

/** The reason in a note; null where it gives none. */
export function reasonIn(note: string): string | null {
  const at = note.lastIndexOf(`\n${MARK}`);
  return at < 0 ? null : note.slice(at + MARK.length + 1);
}

/** A note without its reason. */
export function withoutReason(note: string): string {
  const at = note.lastIndexOf(`\n${MARK}`);
  return at < 0 ? note : note.slice(0, at);
}
