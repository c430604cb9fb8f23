/** What the rules go by besides an edit: the programme, the current meeting, the date and the settings. */
import { itemsTitled, questionsNamed } from "../domain/rules";
import { nextPlannedMeeting } from "../domain/rules/meetings";
import type { ProgrammeFacts, RuleContext } from "../domain/rules/types";
import type { ProgrammeIndex } from "../domain/item-index/programme-index";
import type { IsoDate, Meeting } from "../domain/model";
import { today } from "./current-date";
import { currentIndex, currentProgramme } from "./programme-store";
import { currentSettings } from "./settings";

const NONE: readonly never[] = [];
const NOTHING = { documents: [], items: [], events: [] };
const NO_FACTS: ProgrammeFacts = { eventsOf: () => NONE, itemsNamed: () => NONE };

/**
 * Returns the current meeting, whose decisions are entered: the one that the user chose, whether planned or held; null outside any meeting.
 * Its key, `id`, is what events record; its closing day, `to`, dates them, and is null until it was entered at the head of the pane.
 * It is the workbook's own setting and kept current without a request; `onSettingsChanged` reports a change.
 */
export function currentMeeting(): Meeting | null {
  const { currentMeeting: chosen } = currentSettings();
  return currentProgramme()?.meetings.find(({ id }) => id === chosen) ?? null;
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
  // The built-in documents have no settings: what is possible next is that at their next meeting.
  const isOurs = currentIndex() !== null;
  const meeting = isOurs ? currentMeeting() : nextPlannedMeeting(meetings);
  const isDatedByMeeting = date === null && settings.currentDate === null;
  const now = today();
  return {
    programme: index ?? NO_FACTS,
    meetings,
    meeting: isDatedByMeeting ? meeting : null,
    undatedMeeting: isDatedByMeeting && isOurs && !meeting?.to ? settings.currentMeeting : null,
    date: date ?? settings.currentDate ?? meeting?.to ?? meeting?.from ?? now,
    today: now,
    questions: () => questionsNamed(programme ?? NOTHING),
    itemsTitled: itemsTitled(programme ?? NOTHING),
  };
}
