/** The items of the study group in numbers, with those not heard of since the latest two meetings apart. */
import type { IsoDate, WorkItem } from "../model";
import { isNotHeardOf } from "../rules/activity";
import type { Status } from "../vocabulary";
import { listItems } from "./item-filter";
import type { ProgrammeIndex } from "./programme-index";

/** Whether an item has ended, or was named at one of the latest two meetings. */
export function isActive(index: ProgrammeIndex, item: WorkItem, today: IsoDate): boolean {
  return !isNotHeardOf(item, () => index.eventsOf(item.key), index.programme.meetings, today);
}

/** Numbers of items of the study group. */
export interface Overview {
  total: number;
  /** By status, without those not heard of. */
  counts: ReadonlyMap<Status, number>;
  /** Number of those. */
  notHeardOf: number;
}

/** Returns the numbers of items of the study group. */
export function overviewOf(index: ProgrammeIndex, today: IsoDate): Overview {
  const own = listItems(index, {});
  const counts = new Map<Status, number>();
  const active = own.filter((item) => isActive(index, item, today));
  for (const { status } of active) counts.set(status, (counts.get(status) ?? 0) + 1);
  return { total: own.length, counts, notHeardOf: own.length - active.length };
}

/** Returns the active items of the study group with a status; null for those not heard of, whatever their status. */
export function itemsOfStatus(index: ProgrammeIndex, status: Status | null, today: IsoDate): WorkItem[] {
  const items = listItems(index, status === null ? {} : { statuses: [status] });
  return items.filter((item) => isActive(index, item, today) === (status !== null));
}
