/** The texts on which a meeting may decide: what the last report plans, determined texts, and texts not heard of. */
import { historyOf } from "../annexes/generate";
import { EXECUTIVE_SUMMARY } from "../annexes/layouts";
import { closingDay, selectRows, type RowQuery } from "../annexes/select-rows";
import type { TableKind } from "../document";
import { compareNatural } from "../designations/natural-order";
import { compareItemNames } from "../item-name";
import type { Meeting, Programme, WorkItem } from "../model";
import { ENDED, isSilent } from "../rules/activity";
import { isStudyGroupMeeting } from "../rules/meetings";
import { possibleNext } from "../rules/next-steps";
import { transitionWithId } from "../rules/transition-table";
import type { RuleContext } from "../rules/types";
import { OWN_GROUP, type Status } from "../vocabulary";
import { decisionOfStep, type Decision } from "./decision";

/** The sections of a list, in the order of the tables of Annexes A, C and D; their names sort in that order. */
export const SECTIONS = [
  "A a) TAP approval",
  "A c) TAP determination",
  "A d) AAP consent",
  "A e) Agreement",
  "C New work items",
  "D Discontinuation",
] as const;
export type DecisionSection = (typeof SECTIONS)[number];

/** The section of what Annex B plans. */
const PLANNED_IN: Partial<Record<TableKind, DecisionSection>> = {
  "Planned for approval": "A a) TAP approval",
  "Planned for determination": "A c) TAP determination",
  "Planned for consent": "A d) AAP consent",
  "Planned for agreement": "A e) Agreement",
};

export interface Candidate {
  readonly item: WorkItem;
  readonly section: DecisionSection;
}

const OPEN: readonly Status[] = ["Under study", "Pending confirmation", "Not approved"];

/** Returns the candidates of a meeting, by section: what is planned first, then texts that await a decision, then those not heard of. */
export function candidatesFor(programme: Programme, meeting: Meeting): Candidate[] {
  const found = new Map<string, Candidate>();
  const add = (item: WorkItem, section: DecisionSection): void => {
    if (!ENDED.includes(item.status) && item.studyGroup === OWN_GROUP && !found.has(item.key))
      found.set(item.key, { item, section });
  };
  const history = historyOf(programme);
  const previous = meetingBefore(programme, meeting);
  if (previous) {
    const query: RowQuery = {
      programme,
      family: "executive-summary",
      meeting: previous,
      next: meeting,
      period: null,
      history,
    };
    for (const layout of EXECUTIVE_SUMMARY.tables) {
      const section = PLANNED_IN[layout.table];
      if (section) for (const { item } of selectRows(query, layout)) add(item, section);
    }
  }
  const others = [...programme.items].sort(compareItemNames);
  const waiting = others.filter(({ status, step }) => status === "Determined" || step === "Study group review");
  // The latest determinations are those that the meeting approves.
  for (const item of waiting.sort((a, b) => compareNatural(b.since ?? "", a.since ?? "")))
    add(item, "A a) TAP approval");
  for (const item of others)
    if (OPEN.includes(item.status) && isSilent(history.get(item.key) ?? [], programme.meetings, closingDay(meeting)))
      add(item, "D Discontinuation");
  return SECTIONS.flatMap((section) => [...found.values()].filter((candidate) => candidate.section === section));
}

/** The study group meeting before a meeting; null where none is listed. */
function meetingBefore({ meetings }: Programme, { id }: Meeting): Meeting | null {
  const earlier = meetings.filter((meeting) => meeting.id < id && isStudyGroupMeeting(meeting));
  return earlier.sort((a, b) => (a.id < b.id ? -1 : 1)).at(-1) ?? null;
}

/** Whether the last of these transitions is decided by a meeting: circulars and the ends of periods are not. */
function isTakenAtMeeting(transitions: readonly string[]): boolean {
  const last = transitions.at(-1);
  return last !== undefined && transitionWithId(last).withoutMeeting !== true;
}

/** The decision that each section is for. */
const SECTION_STATUS: Partial<Record<DecisionSection, Status>> = {
  "A a) TAP approval": "Approved",
  "A c) TAP determination": "Determined",
  "A d) AAP consent": "Consented",
  "A e) Agreement": "Agreed",
  "D Discontinuation": "Discontinued",
};

/** Returns the decisions that a meeting may take on an item: the one its section is for first, then other statuses, then steps. */
export function possibleDecisions(item: WorkItem, context: RuleContext, section: string | null = null): Decision[] {
  const wanted = Object.entries(SECTION_STATUS).find(([name]) => name === section)?.[1];
  const rank = ({ status, step }: Decision): number => (step !== null ? 2 : status === wanted ? 0 : 1);
  return possibleNext(item, context)
    .filter(({ now, step, transitions }) => now && (step === null || isTakenAtMeeting(transitions)))
    .map(decisionOfStep)
    .sort((a, b) => rank(a) - rank(b));
}
