/** French for stored words. The workbook stores the English ones, which come first: "Approved (approuvé)". */
import type { EventKind, Status } from "../../domain/vocabulary";

/** Statuses in French. */
export const STATUS_NAMES: Record<Status, string> = {
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

/** Events in French. */
const EVENT_NAMES: Record<EventKind, string> = {
  ...STATUS_NAMES,
  Proposed: "proposé",
  "New work item": "nouveau sujet d’étude",
  "Listed as under study": "indiqué comme à l’étude",
  "Planned for approval": "approbation prévue",
  "Planned for determination": "détermination prévue",
  "Planned for consent": "consentement prévu",
  "Planned for agreement": "accord prévu",
  "Returned to study": "remis à l’étude",
  Step: "étape",
  Changed: "modifié",
};

/** A status as the workbook stores it, with its French word: "Approved (approuvé)". */
export function statusName(status: Status): string {
  return `${status} (${STATUS_NAMES[status]})`;
}

/** An event in French. */
export function eventName(event: EventKind): string {
  return EVENT_NAMES[event];
}
