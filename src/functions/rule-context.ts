/** When and where a rule is asked: as the guard judges an edit made now, or on the day a formula names. */
import type { IsoDate } from "../programme/model";
import type { ProgrammeIndex } from "../programme/queries/programme-index";
import type { RuleContext } from "../programme/rules/types";
import { currentMeeting } from "../workbook/guard/world";
import { currentSettings } from "../workbook/settings";

/** Today by this computer's calendar. */
export function today(now = new Date()): IsoDate {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The context of a decision on `date`; without one the chosen day, the current meeting's closing day, or today. */
export function ruleContext(index: ProgrammeIndex, date: IsoDate | null = null): RuleContext {
  const { meetings } = index.programme;
  const settings = currentSettings();
  const meeting = currentMeeting(meetings, settings.currentMeeting);
  const now = today();
  return {
    programme: index,
    meetings,
    meeting: date === null && settings.currentDate === null ? meeting : null,
    date: date ?? settings.currentDate ?? meeting?.to ?? meeting?.from ?? now,
    today: now,
  };
}
