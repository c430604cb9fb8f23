/** Items, meetings and contexts for the tests of the rules. */
import { blankEvent } from "../../../src/domain/event-fields";
import type { Meeting, ProgrammeEvent, WorkItem } from "../../../src/domain/model";
import { factsOf } from "../../../src/domain/rules/facts";
import { itemsTitled } from "../../../src/domain/rules/titles";
import type { ItemDetails, RuleContext } from "../../../src/domain/rules/types";

export function item(values: Partial<WorkItem> = {}): WorkItem {
  return {
    key: "x.1221",
    number: "X.1221",
    name: "X.stie",
    aliases: [],
    studyGroup: "SG17",
    question: "4/17",
    jointQuestions: [],
    title: "Structured threat information expression",
    kind: "New",
    process: "TAP",
    status: "Determined",
    since: "2023-09-08",
    step: null,
    timing: "2023-Q3",
    editors: ["Michael ROSA", "Duncan SPARRELL"],
    text: "TD1262",
    a5: "TD808",
    equivalent: "OASIS STIX Version 2.1",
    parent: null,
    lastReported: null,
    remarks: null,
    ...values,
  };
}

export function event(values: Partial<ProgrammeEvent> = {}): ProgrammeEvent {
  return {
    ...blankEvent(),
    origin: values.source ? "document" : "user",
    id: `${values.date ?? "2023-09-08"} ${values.kind ?? "Determined"} ${values.step ?? ""}`,
    item: "x.1221",
    date: "2023-09-08",
    kind: "Determined",
    to: "Determined",
    process: "TAP",
    who: values.source ? null : "secretariat",
    ...values,
  };
}

export function meeting(from: string, to: string): Meeting {
  return { id: to.slice(0, 7), name: "SG17", place: "Geneva", from, to, held: false, documents: {}, note: null };
}

export const SEPTEMBER = meeting("2023-08-29", "2023-09-08");
export const MARCH = meeting("2024-02-20", "2024-03-01");

interface World {
  items?: WorkItem[];
  events?: ProgrammeEvent[];
  meetings?: Meeting[];
  details?: ItemDetails;
}

/** A context on a date, in a programme that may be empty. */
export function on(date: string, world: World = {}, more: Partial<RuleContext> = {}): RuleContext {
  const { items = [], events = [], meetings = [], details } = world;
  return {
    programme: factsOf({ items, events }),
    meetings,
    meeting: null,
    date,
    today: date,
    itemsTitled: itemsTitled({ items }),
    ...(details ? { details: () => details } : {}),
    ...more,
  };
}
