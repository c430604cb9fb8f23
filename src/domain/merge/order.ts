/** The order of events in a programme and in the history of an item. */
import type { ProgrammeEvent } from "../model";
import { compareNatural } from "../designations/natural-order";
import { RANK_WITHIN_A_DAY } from "./table-rules";

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Letters and numbers of annexes: "A", "2", "10". */
function compareIds(a: string, b: string): number {
  return a === b ? 0 : compareNatural(a, b);
}

function isEntered({ origin }: ProgrammeEvent): number {
  return origin === "user" ? 1 : 0;
}

function compareLocations(a: ProgrammeEvent, b: ProgrammeEvent): number {
  const [firstSource, secondSource] = [a.source, b.source];
  if (firstSource && secondSource) {
    return (
      compareText(firstSource.document, secondSource.document) ||
      compareIds(firstSource.annex, secondSource.annex) ||
      compareIds(firstSource.section, secondSource.section) ||
      firstSource.position - secondSource.position
    );
  }
  return firstSource ? -1 : secondSource ? 1 : 0;
}

/**
 * Order of a programme's events: by date, then document, annex, section and position; on one day, entries of users
 * follow those of documents, in the order of entry.
 */
export function compareEvents(a: ProgrammeEvent, b: ProgrammeEvent): number {
  const early = compareText(a.date, b.date) || isEntered(a) - isEntered(b) || compareLocations(a, b);
  return early || (isEntered(a) ? 0 : compareText(a.id, b.id));
}

/** Order in which events happened to one item: within a day by kind (table-rules), not by printed position. */
export function compareHappenings(a: ProgrammeEvent, b: ProgrammeEvent): number {
  const early = compareText(a.date, b.date) || isEntered(a) - isEntered(b);
  if (early || isEntered(a)) return early;
  return RANK_WITHIN_A_DAY[a.kind] - RANK_WITHIN_A_DAY[b.kind] || compareEvents(a, b);
}

/** Events of each item, in the order given. */
export function eventsByItem(events: readonly ProgrammeEvent[]): Map<string, ProgrammeEvent[]> {
  const byItem = new Map<string, ProgrammeEvent[]>();
  for (const event of events) {
    const list = byItem.get(event.item);
    if (list === undefined) byItem.set(event.item, [event]);
    else list.push(event);
  }
  return byItem;
}
