/** The words that people type for a status: English or French, whatever the language in use. */
import { foldAccents, foldSpaces } from "./text";
import { STATUSES, type Status } from "./vocabulary";

/** Statuses in French. */
export const FRENCH_STATUSES: Readonly<Record<Status, string>> = {
  "Pending confirmation": "en attente de confirmation",
  "Under study": "à l’étude",
  Determined: "déterminé",
  Consented: "consentement donné",
  Approved: "approuvé",
  Agreed: "accord donné",
  "Not approved": "non approuvé",
  "Deferred to WTSA": "soumis à l’AMNT",
  Discontinued: "abandonné",
};

/** The most words that a status has in either language. */
export const MOST_STATUS_WORDS = Math.max(
  ...[...STATUSES, ...Object.values(FRENCH_STATUSES)].map((name) => name.split(" ").length),
);

/** A word as it is compared: without regard to case, accents, the kind of apostrophe and spacing. */
function fold(text: string): string {
  return foldSpaces(foldAccents(text.normalize("NFKC")).replace(/[\u2018\u2019]/g, "'"));
}

const STATUS_BY_WORD: ReadonlyMap<string, Status> = new Map(
  STATUSES.flatMap((status): [string, Status][] => [
    [fold(status), status],
    [fold(FRENCH_STATUSES[status]), status],
  ]),
);

/** Returns the status that a text names, in English or French: "approved", "Approuvé", "a l'etude". */
export function statusNamed(text: string): Status | undefined {
  return STATUS_BY_WORD.get(fold(text));
}
