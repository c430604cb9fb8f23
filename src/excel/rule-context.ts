/** What the rules go by besides an edit: the programme, the current meeting, the date and the settings. */
import { itemsTitled, questionsNamed } from "../domain/rules";
import type { ProgrammeFacts, RuleContext } from "../domain/rules/types";
import type { ProgrammeIndex } from "../domain/item-index/programme-index";
import type { IsoDate, Meeting } from "../domain/model";
import { today } from "./current-date";
import { currentIndex, currentProgramme } from "./programme-store";
import { currentSettings } from "./settings";

const NONE: readonly never[] = [];
const NOTHING = { documents: [], items: [], events: [] };
const NO_FACTS: ProgrammeFacts = { eventsOf: () => NONE, itemsNamed: () => NONE };

/** Returns the meeting whose decisions are entered: the one chosen in the pane, else the next planned one. */
export function currentMeeting(meetings: readonly Meeting[], chosen: string | null): Meeting | null {
  if (chosen !== null) return meetings.find((meeting) => meeting.id === chosen) ?? null;
  const planned = meetings.filter((meeting) => !meeting.held);
  const start = (meeting: Meeting): string => meeting.from ?? meeting.id;
  return planned.sort((a, b) => (start(a) < start(b) ? -1 : 1))[0] ?? null;
}

/**
 * Returns the context of the rules, for the guard, checks, functions and the pane.
 * @param index the programme; the workbook's own unless another is given
 * @param date the day of a decision; without one the chosen day, the current meeting's closing day, or today
 */
export function ruleContext(index: ProgrammeIndex | null = currentIndex(), date: IsoDate | null = null): RuleContext {
  const settings = currentSettings();
  const programme = index?.programme ?? currentProgramme();
  const meetings = programme?.meetings ?? NONE;
  const meeting = currentMeeting(meetings, settings.currentMeeting);
  const now = today();
  return {
    programme: index ?? NO_FACTS,
    meetings,
    meeting: date === null && settings.currentDate === null ? meeting : null,
    date: date ?? settings.currentDate ?? meeting?.to ?? meeting?.from ?? now,
    today: now,
    questions: () => questionsNamed(programme ?? NOTHING),
    itemsTitled: itemsTitled(programme ?? NOTHING),
  };
}
