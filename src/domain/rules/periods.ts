/** The periods and figures of the procedures, each with its clause and edition. */
import type { IsoDate } from "../model";
import { addDays, addMonths, addWorkingDays, isIsoDate } from "../designations/dates";
import { clause, type Clause, type Confidence } from "./instruments";
import { memoize } from "../memoize";

type PeriodUnit = "day" | "working day" | "week" | "month" | "year";

export interface Period {
  id: string;
  amount: number;
  unit: PeriodUnit;
  clauses: readonly Clause[];
  confidence: Confidence;
}

export const PERIODS = {
  noticeBeforeMeeting: period("noticeBeforeMeeting", 3, "month", [clause("Res.1-2016", "9.3.3")]),
  consultationCloses: period("consultationCloses", 7, "working day", [clause("Res.1-2016", "9.4.1")]),
  translationsOut: period("translationsOut", 1, "month", [clause("Res.1-2016", "9.3.5")]),
  moreTimeTap: period("moreTimeTap", 4, "week", [clause("Res.1-2016", "9.5.5")]),
  notificationTap: period("notificationTap", 4, "week", [clause("Res.1-2016", "9.6.1")]),
  lastCall: period("lastCall", 4, "week", [clause("A.8-2008", "4.1")]),
  additionalReview: period("additionalReview", 3, "week", [clause("A.8-2008", "4.5")]),
  intentBeforeMeeting: period("intentBeforeMeeting", 3, "week", [clause("A.8-2008", "4.6")]),
  moreTimeAap: period("moreTimeAap", 4, "week", [clause("A.8-2008", "5.6")]),
  notificationAap: period("notificationAap", 2, "week", [clause("A.8-2008", "6.2")]),
  stability: period("stability", 2, "year", [clause("Res.1-2016", "9.3.9"), clause("A.8-2008", "3.7")]),
  deletionObjection: period("deletionObjection", 3, "month", [
    clause("Res.1-2016", "9.8.2"),
    clause("A.8-2008", "8.2"),
  ]),
} as const;
export type PeriodId = keyof typeof PERIODS;

/** Figures other than periods. */
export const FIGURES = {
  /** Share of replies in favour that a study group needs to consider approval under TAP; it may also consider it without any reply. */
  consultationSupport: { amount: 0.7, clauses: [clause("Res.1-2016", "9.4.5")], confidence: "confirmed" },
  /** Number of Member States that can oppose an approval under AAP at a study group meeting without preventing it. */
  opposingMemberStates: { amount: 1, clauses: [clause("A.8-2008", "5.4")], confidence: "confirmed" },
  /** Supporting members of a new work item. The instrument states the figure for Questions only. */
  supportingMembers: { amount: 4, clauses: [clause("Res.1-2016", "7.2.2")], confidence: "memory" },
} as const satisfies Record<string, { amount: number; clauses: readonly Clause[]; confidence: Confidence }>;

/** Returns the first day after a period that begins on a date. */
export function after(date: IsoDate, id: PeriodId): IsoDate {
  return shift(date, PERIODS[id], 1);
}

/** Returns the last day for an action that is due one period before a date. */
export function before(date: IsoDate, id: PeriodId): IsoDate {
  return shift(date, PERIODS[id], -1);
}

/** Memoized shifts by period and direction: the same few dates recur. */
const cachedShifts = new Map<string, (date: string) => IsoDate>();

function shift(date: IsoDate, period: Period, sign: 1 | -1): IsoDate {
  // A cell can contain a text that is not a date: it is returned unchanged, and F-17 reports it.
  if (!isIsoDate(date)) return date;
  const name = sign > 0 ? period.id : `before ${period.id}`;
  let shiftDay = cachedShifts.get(name);
  if (!shiftDay) cachedShifts.set(name, (shiftDay = memoize((day) => computeShift(day, period, sign))));
  return shiftDay(date);
}

function computeShift(date: IsoDate, { amount, unit }: Period, sign: 1 | -1): IsoDate {
  switch (unit) {
    case "day":
      return addDays(date, sign * amount);
    case "working day":
      return addWorkingDays(date, sign * amount);
    case "week":
      return addDays(date, sign * amount * 7);
    case "month":
      return addMonths(date, sign * amount);
    case "year":
      return addMonths(date, sign * amount * 12);
  }
}

function period(id: string, amount: number, unit: PeriodUnit, clauses: readonly Clause[]): Period {
  return { id, amount, unit, clauses, confidence: "confirmed" };
}
