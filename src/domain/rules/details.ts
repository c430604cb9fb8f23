/**
 * What the workbook itself tells of an item beyond the columns of its row: from the steps and decisions in its history, from
 * the rows that documents printed, and from the meetings. Read in one pass over the item's own events.
 */
import type { IsoDate, Meeting, ProgrammeEvent, WorkItem } from "../model";
import { isIsoDate } from "../designations/dates";
import { parseTiming } from "../designations/timing";
import type { Process, Status } from "../vocabulary";
import { bodyOf, isStudyGroupMeeting, meetingOn } from "./meetings";
import { after } from "./periods";
import { reasonIn } from "./reasons";
import { designationOf, textKindOf } from "./text-kinds";
import type { Body, ItemDetails, RuleContext } from "./types";

/** The steps and decisions since a text was last determined or consented. */
interface Cycle {
  began: IsoDate | null;
  /** Step by its word, the last of a kind. */
  steps: Map<string, ProgrammeEvent>;
  /** The approval, or that it was not approved. */
  decision: ProgrammeEvent | null;
  /** The row that plans its approval. */
  plan: ProgrammeEvent | null;
}

const BEGINS: readonly (Status | null)[] = ["Determined", "Consented"];
const ENDS: readonly (Status | null)[] = ["Under study", "Pending confirmation", "Discontinued"];
const DECIDES: readonly (Status | null)[] = ["Approved", "Not approved"];

/** Steps with which a consultation or a review begins from the beginning. */
const STARTS_AGAIN: readonly string[] = ["Announced", "Last Call", "Last Call re-initiated"];

/** Tables that print the process as a mark behind the name. */
const MARKED: readonly (string | null)[] = ["New work items", "Recommendations approved", "Under development"];
/** Series D of the Recommendations: tariff and accounting principles. */
const TARIFF_SERIES = /^D\./;
const APPENDIX = /\bappendi(?:x|ces)\b/i;
const ANNEX = /\bannex(?:es)?\b/i;
const AUTHORISED = /\bauthori[sz]|\bconcurrence\b|\bconcurred\b|\bautoris|\bassentiment\b/i;

/**
 * Details of an item as far as its history, the printed rows and the meetings yield them; what nobody recorded is undefined.
 * Each is looked for when it is asked.
 */
class HistoryDetails implements ItemDetails {
  private lastCycle: Cycle | undefined;
  private sat: Meeting | null | undefined;

  constructor(
    private readonly item: WorkItem,
    private readonly events: readonly ProgrammeEvent[],
    private readonly meetings: readonly Meeting[],
    private readonly date: IsoDate,
  ) {}

  get studyPeriod(): string | undefined {
    return this.events.findLast(({ printed }) => printed?.studyPeriod != null)?.printed?.studyPeriod ?? undefined;
  }

  get mark(): string | undefined {
    const report = this.lastMarked();
    return report && (report.printed?.mark ?? "");
  }

  get markedProcess(): Process | undefined {
    return this.lastMarked()?.process ?? undefined;
  }

  get outsideNormativeReferences(): true | undefined {
    // Whoever printed a justification of references found references to justify.
    return yes(this.events.some(({ printed }) => printed?.a5 != null));
  }

  /** What an amendment adds, as far as its title names it: an annex is integral, an appendix is not. */
  get integral(): boolean | undefined {
    if (textKindOf(designationOf(this.item))?.change !== "amendment") return undefined;
    if (ANNEX.test(this.item.title)) return true;
    return APPENDIX.test(this.item.title) ? false : undefined;
  }

  get numberingOrTariff(): true | undefined {
    return yes(TARIFF_SERIES.test(designationOf(this.item)));
  }

  get processDecisionRecorded(): true | undefined {
    return yes(this.events.some(changesProcess));
  }

  get decidedBy(): Body | undefined {
    if (this.item.status === "Approved" && !this.wasApprovedAtMeeting) return undefined;
    const gave = this.lastDecision();
    const place = gave && placeOf(gave, this.meetings);
    return (place && bodyOf(place)) ?? undefined;
  }

  get workingPartyAuthorised(): true | undefined {
    return yes(AUTHORISED.test(`${this.lastDecision()?.note ?? ""} ${this.item.remarks ?? ""}`));
  }

  get decisionMeetingFrom(): IsoDate | undefined {
    return this.decidingMeeting?.from ?? undefined;
  }

  get decisionMeetingTo(): IsoDate | undefined {
    return this.decidingMeeting?.to ?? undefined;
  }

  get opposition(): IsoDate | undefined {
    const { status, step, process } = this.item;
    if (status !== "Not approved") return undefined;
    const inFourWeeks =
      step === "Opposed in the four weeks" || (process === "AAP" && this.cycle.steps.has("More time requested"));
    return inFourWeeks ? this.cycle.decision?.date : undefined;
  }

  get announced(): IsoDate | undefined {
    return this.cycle.steps.get("Announced")?.date;
  }

  get intentAnnounced(): IsoDate | undefined {
    return this.cycle.steps.get("Study group review")?.date;
  }

  get consultationClosed(): IsoDate | undefined {
    const date = this.closing?.date;
    const meeting = this.decidingMeeting?.from;
    // What is noted at the meeting itself bears the meeting's date, not that of the closing.
    return date !== undefined && meeting && date >= meeting ? undefined : date;
  }

  get replies(): ItemDetails["replies"] {
    return repliesIn(this.closing?.note ?? "");
  }

  get lastCall(): ItemDetails["lastCall"] {
    return review(this.cycle, "Last Call", "lastCall", ["Last Call judgement", "Study group review"]);
  }

  get additionalReview(): ItemDetails["additionalReview"] {
    const followers = ["Additional Review judgement", "Study group review"];
    return review(this.cycle, "Additional Review", "additionalReview", followers);
  }

  /** Contributions that rows printed since the last study group meeting but one; undefined where none did, since not every contribution is printed. */
  get contributions(): number | undefined {
    const contributed = this.events.filter(({ printed }) => printed?.contribution != null);
    if (contributed.length === 0) return undefined;
    const since = lastMeetingButOne(this.date, this.meetings);
    return (since !== null && contributed.filter(({ date }) => date > since).length) || undefined;
  }

  private get cycle(): Cycle {
    return (this.lastCycle ??= cycleOf(this.events));
  }

  /** After a Last Call, a review or four weeks of more time a text is approved by itself, on whatever day. */
  private get wasApprovedAtMeeting(): boolean {
    const { steps } = this.cycle;
    if (steps.has("More time requested")) return false;
    return this.item.process !== "AAP" || steps.has("Study group review");
  }

  private get closing(): ProgrammeEvent | undefined {
    const { steps } = this.cycle;
    return steps.get("Consultation closed") ?? steps.get("Consultation below 70 %");
  }

  private get decidingMeeting(): Meeting | null {
    if (this.sat === undefined) this.sat = decidingMeeting(this.item, this.meetings, this.cycle);
    return this.sat;
  }

  private lastDecision(): ProgrammeEvent | undefined {
    return this.events.findLast(({ to }) => to === this.item.status);
  }

  /** The last report that told a process, where it told it by a mark. */
  private lastMarked(): ProgrammeEvent | undefined {
    const teller = this.events.findLast(({ source, process }) => source !== null && process !== null);
    return teller?.printed && MARKED.includes(teller.source?.table ?? null) ? teller : undefined;
  }
}

const yes = (holds: boolean): true | undefined => holds || undefined;

/**
 * What the workbook tells of an item.
 * @param events everything that happened to it, by date
 * @param date the day that counts as now
 */
export function detailsOf(
  item: WorkItem,
  events: readonly ProgrammeEvent[],
  meetings: readonly Meeting[],
  date: IsoDate,
): ItemDetails {
  return new HistoryDetails(item, events, meetings, date);
}

function cycleOf(events: readonly ProgrammeEvent[]): Cycle {
  let cycle: Cycle = { began: null, steps: new Map(), decision: null, plan: null };
  for (const event of events) {
    if (BEGINS.includes(event.to)) cycle = { began: event.date, steps: new Map(), decision: null, plan: null };
    if (ENDS.includes(event.to)) cycle = { began: null, steps: new Map(), decision: null, plan: null };
    if (DECIDES.includes(event.to)) cycle.decision = event;
    if (event.kind === "Planned for approval") cycle.plan = event;
    // A change of fields bears the step that stood; only a step or a status gives one.
    if (event.kind !== "Step" && event.to === null) continue;
    // Announced anew, or back at the start, what was noted before counts no more.
    if (event.step === null ? event.kind === "Step" : STARTS_AGAIN.includes(event.step)) cycle.steps.clear();
    if (event.step !== null) cycle.steps.set(event.step, event);
  }
  return cycle;
}

/** Whether a change by hand of the process gives its reason. */
function changesProcess({ kind, note }: ProgrammeEvent): boolean {
  return kind === "Changed" && note !== null && /(?:^|; )Process: /.test(note) && reasonIn(note) !== null;
}

/** The meeting an event names, else the one its date falls into. */
function placeOf({ meeting, date }: ProgrammeEvent, meetings: readonly Meeting[]): Meeting | null {
  return meetings.find(({ id }) => id === meeting) ?? meetingOn(date, { meeting: null, meetings });
}

/** The study group meeting that decided, or that asked for more time; before, the one for which approval is planned. */
function decidingMeeting(
  item: WorkItem,
  meetings: readonly Meeting[],
  { decision, steps, plan, began }: Cycle,
): Meeting | null {
  const sittings = item.process === "AAP" && !steps.has("Study group review") ? null : decision;
  const sat = steps.get("More time requested") ?? sittings;
  if (sat) {
    const place = placeOf(sat, meetings);
    return place && isStudyGroupMeeting(place) ? place : null;
  }
  const target = plan?.printed?.timing ? parseTiming(plan.printed.timing) : null;
  if (!target || began === null) return null;
  const notBefore = steps.get("Announced")?.date ?? began;
  return (
    meetings.find(
      (each) =>
        each.from !== null &&
        each.from >= target.from &&
        each.from <= target.to &&
        each.from > notBefore &&
        isStudyGroupMeeting(each),
    ) ?? null
  );
}

/** "14 yes, 2 no", "14 in favour and 2 against": the replies to a consultation as a note tells them. */
export function repliesIn(note: string): ItemDetails["replies"] {
  const yes = /(\d+)\s*(?:×\s*)?(?:yes|in favou?r|oui|pour)\b/i.exec(note)?.[1];
  const no = /(\d+)\s*(?:×\s*)?(?:no|against|non|contre)\b/i.exec(note)?.[1];
  // One figure alone may count anything ("see R 12, no decision").
  return yes === undefined || no === undefined ? undefined : { yes: Number(yes), no: Number(no) };
}

/**
 * A period of review: from the day it was noted to the day that its note names ("2024-04-16 to 2024-05-14"), else to
 * the day on which the procedure went on if that was too soon, else as long as the procedure has it.
 */
function review(
  { steps }: Cycle,
  step: string,
  period: "lastCall" | "additionalReview",
  followers: readonly string[],
): ItemDetails["lastCall"] {
  const begun = steps.get(step);
  if (!begun || !isIsoDate(begun.date)) return undefined;
  const [from = begun.date, to] = (begun.note?.match(/\d{4}-\d{2}-\d{2}/g) ?? []).filter(isIsoDate);
  if (to !== undefined && to > from) return { from, to };
  const end = after(begun.date, period);
  const next = followers.map((each) => steps.get(each)?.date).find((date) => date !== undefined);
  return { from: begun.date, to: next !== undefined && next >= begun.date && next < end ? next : end };
}

/** The last day of the study group meeting before the last, seen from a day; null where fewer are known. */
function lastMeetingButOne(date: IsoDate, meetings: readonly Meeting[]): IsoDate | null {
  const lastDay = (meeting: Meeting): IsoDate => meeting.to ?? meeting.from ?? `${meeting.id}-31`;
  const past = meetings.filter((meeting) => isStudyGroupMeeting(meeting) && lastDay(meeting) < date).map(lastDay);
  return past.sort().at(-2) ?? null;
}

/** All that is known of an item besides its row: what the workbook tells, and what the context adds. Looked up once, and only when asked. */
export function lazyDetails(item: WorkItem | null, context: RuleContext): () => ItemDetails {
  let known: ItemDetails | undefined;
  return () => {
    if (item === null) return {};
    if (known === undefined) {
      const told = detailsOf(item, context.programme.eventsOf(item.key), context.meetings, context.date);
      const more = context.details?.(item.key);
      known = more ? (Object.create(told, Object.getOwnPropertyDescriptors(more)) as ItemDetails) : told;
    }
    return known;
  };
}
