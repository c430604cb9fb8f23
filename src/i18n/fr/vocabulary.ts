/** French for stored words. The workbook stores the English ones, which come first: "Approved (approuvé)". */
import { FRENCH_STATUSES } from "../../domain/status-words";
import type { EventKind, Status } from "../../domain/vocabulary";

/** Events in French. */
const EVENT_NAMES: Record<EventKind, string> = {
  ...FRENCH_STATUSES,
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
  return `${status} (${FRENCH_STATUSES[status]})`;
}

/** An event in French. */
export function eventName(event: EventKind): string {
  return EVENT_NAMES[event];
}
