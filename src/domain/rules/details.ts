/**
 * Details of an item beyond the columns of its row: derived from the steps and decisions in its history, from the rows that
 * documents printed, and from the meetings. The item's events are read in one pass.
 */
import { designationOf } from "../item-name";
import type { EventFacts, IsoDate, Meeting, ProgrammeEvent, WorkItem } from "../model";
import { isIsoDate } from "../designations/dates";
import { parseTiming } from "../designations/timing";
import { isOneOf, type Process, type Status } from "../vocabulary";
import { decidingBodyOf, isStudyGroupMeeting, meetingOn } from "./meetings";
import { after } from "./periods";
import { textKindOf } from "./text-kinds";
import type { DecidingBody, ItemDetails, RuleContext } from "./types";

/** The steps and decisions since a text was last determined or consented. */
interface Cycle {
  began: IsoDate | null;
  /** The latest event of each step, by step. */
  steps: Map<string, ProgrammeEvent>;
  /** The event with the status Approved or Not approved. */
  decision: ProgrammeEvent | null;
  /** The row that plans its approval. */
  plan: ProgrammeEvent | null;
}

const BEGINS: readonly (Status | null)[] = ["Determined", "Consented"];
const ENDS: readonly (Status | null)[] = ["Under study", "Pending confirmation", "Discontinued"];
const DECIDES: readonly (Status | null)[] = ["Approved", "Not approved"];

/** Steps that restart a consultation or a review. */
const STARTS_AGAIN: readonly string[] = ["Announced", "Last Call", "Last Call re-initiated"];

/** Tables that print the process as a mark behind the name. */
const MARKED: readonly (string | null)[] = ["New work items", "Recommendations approved", "Under development"];
/** Series D of the Recommendations: tariff and accounting principles. */
const TARIFF_SERIES = /^D\./;
const APPENDIX = /\bappendi(?:x|ces)\b/i;
const ANNEX = /\bannex(?:es)?\b/i;

/**
 * Details of an item from its history, the printed rows and the meetings; what is not recorded is undefined.
 * Each detail is computed when it is read.
 */
class HistoryDetails implements ItemDetails {
  private lastCycle: Cycle | undefined;
  private cachedMeeting: Meeting | null | undefined;

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
    // A printed A.5 justification implies that there are references to justify.
    return yes(this.events.some(({ printed }) => printed?.a5 != null));
  }

  /** Whether an amendment adds integral content, according to its title: an annex is integral, an appendix is not. */
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

  get decidedBy(): DecidingBody | undefined {
    if (this.item.status === "Approved" && !this.wasApprovedAtMeeting) return undefined;
    const decision = this.lastDecision();
    const meeting = decision && meetingOfEvent(decision, this.meetings);
    return (meeting && decidingBodyOf(meeting)) ?? undefined;
  }

  get workingPartyAuthorised(): true | undefined {
    return yes(this.lastDecision()?.facts.authorisedBy !== undefined);
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

  get supporters(): number | undefined {
    return this.lastFact("supporters");
  }

  get justification(): ItemDetails["justification"] {
    return justificationOf(this.lastFact("justification"));
  }

  get summary(): boolean | undefined {
    return summaryOf(this.lastFact("summary"));
  }

  /** Since the text was last determined or consented: each decision has language versions of its own. */
  get translationsOut(): IsoDate | undefined {
    const { began } = this.cycle;
    return began === null ? undefined : this.lastFact("translationsOut", began);
  }

  get notified(): IsoDate | undefined {
    const { decision } = this.cycle;
    return decision === null ? undefined : this.lastFact("notified", decision.date);
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
    // A closing that is recorded at the meeting has the date of the meeting, not of the closing.
    return date !== undefined && meeting && date >= meeting ? undefined : date;
  }

  get replies(): ItemDetails["replies"] {
    const closing = this.closing;
    return closing && repliesOf(closing.facts);
  }

  get lastCall(): ItemDetails["lastCall"] {
    return review(this.cycle, "Last Call", "lastCall", ["Last Call judgement", "Study group review"]);
  }

  get additionalReview(): ItemDetails["additionalReview"] {
    const followers = ["Additional Review judgement", "Study group review"];
    return review(this.cycle, "Additional Review", "additionalReview", followers);
  }

  /**
   * Contributions since the study group meeting before the last: as entered, else those in printed rows. Undefined where no row has one,
   * since not all contributions are printed.
   */
  get contributions(): number | undefined {
    const entered = this.lastFact("contributions");
    if (entered !== undefined) return entered;
    const contributed = this.events.filter(({ printed }) => printed?.contribution != null);
    if (contributed.length === 0) return undefined;
    const since = lastMeetingButOne(this.date, this.meetings);
    return (since !== null && contributed.filter(({ date }) => date > since).length) || undefined;
  }

  private get cycle(): Cycle {
    return (this.lastCycle ??= cycleOf(this.events));
  }

  /** False after a Last Call, an Additional Review or four weeks of more time: the text is then approved outside a meeting. */
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
    if (this.cachedMeeting === undefined) this.cachedMeeting = decidingMeeting(this.item, this.meetings, this.cycle);
    return this.cachedMeeting;
  }

  /** The fact entered last, since a day. */
  private lastFact<K extends keyof EventFacts>(key: K, since: IsoDate = ""): EventFacts[K] | undefined {
    return this.events.findLast(({ facts, date }) => facts[key] !== undefined && date >= since)?.facts[key];
  }

  private lastDecision(): ProgrammeEvent | undefined {
    return this.events.findLast(({ to }) => to === this.item.status);
  }

  /** The last report that gave a process, where it gave it as a mark. */
  private lastMarked(): ProgrammeEvent | undefined {
    const report = this.events.findLast(({ source, process }) => source?.column === null && process !== null);
    return report?.printed && MARKED.includes(report.source?.table ?? null) ? report : undefined;
  }
}

const yes = (holds: boolean): true | undefined => holds || undefined;

/**
 * Returns the details of an item.
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
    // The event of a field change repeats the current step; only the event of a step or a status sets one.
    if (event.kind !== "Step" && event.to === null) continue;
    // When the text is announced again or returns to the first step, earlier steps no longer apply.
    if (event.step === null ? event.kind === "Step" : STARTS_AGAIN.includes(event.step)) cycle.steps.clear();
    if (event.step !== null) cycle.steps.set(event.step, event);
  }
  return cycle;
}

/** Whether the event changes the process and gives a reason. */
function changesProcess({ changes, reason }: ProgrammeEvent): boolean {
  return reason !== null && changes.some(({ field }) => field === "process");
}

/** The meeting that an event names, else the meeting on its date. */
function meetingOfEvent({ meeting, date }: ProgrammeEvent, meetings: readonly Meeting[]): Meeting | null {
  return meetings.find(({ id }) => id === meeting) ?? meetingOn(date, { meeting: null, meetings });
}

/** The study group meeting that decided or requested more time; before that, the meeting for which approval is planned. */
function decidingMeeting(
  item: WorkItem,
  meetings: readonly Meeting[],
  { decision, steps, plan, began }: Cycle,
): Meeting | null {
  const decisionAtMeeting = item.process === "AAP" && !steps.has("Study group review") ? null : decision;
  const decisiveEvent = steps.get("More time requested") ?? decisionAtMeeting;
  if (decisiveEvent) {
    const meeting = meetingOfEvent(decisiveEvent, meetings);
    return meeting && isStudyGroupMeeting(meeting) ? meeting : null;
  }
  const target = plan?.printed?.timing ? parseTiming(plan.printed.timing) : null;
  if (!target || began === null) return null;
  const notBefore = steps.get("Announced")?.date ?? began;
  return (
    meetings.find(
      (meeting) =>
        meeting.from !== null &&
        meeting.from >= target.from &&
        meeting.from <= target.to &&
        meeting.from > notBefore &&
        isStudyGroupMeeting(meeting),
    ) ?? null
  );
}

/** Returns the facts entered with an edit as details; they take precedence over those of the history. */
export function detailsOfFacts(facts: EventFacts): ItemDetails {
  const { supporters, contributions, translationsOut, notified } = facts;
  const details: ItemDetails = {
    supporters,
    contributions,
    translationsOut,
    notified,
    replies: repliesOf(facts),
    justification: justificationOf(facts.justification),
    summary: summaryOf(facts.summary),
    workingPartyAuthorised: yes(facts.authorisedBy !== undefined),
  };
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
}

const JUSTIFICATIONS = ["A.1", "A.13", "none"] as const;

function justificationOf(entered: string | undefined): ItemDetails["justification"] {
  return isOneOf(JUSTIFICATIONS, entered) ? entered : undefined;
}

function summaryOf(entered: string | undefined): boolean | undefined {
  return entered === "yes" || entered === "no" ? entered === "yes" : undefined;
}

/** The replies to a consultation; undefined unless both figures are recorded. */
export function repliesOf({ repliesInFavour, repliesAgainst }: EventFacts): ItemDetails["replies"] {
  if (repliesInFavour === undefined || repliesAgainst === undefined) return undefined;
  return { yes: repliesInFavour, no: repliesAgainst };
}

/**
 * A period of review. It begins on the recorded day, else on the day of the event. It ends on the recorded last day, else on the day
 * of the next step where that came too soon, else after the period of the procedure.
 */
function review(
  { steps }: Cycle,
  step: string,
  period: "lastCall" | "additionalReview",
  followers: readonly string[],
): ItemDetails["lastCall"] {
  const begun = steps.get(step);
  if (!begun || !isIsoDate(begun.date)) return undefined;
  const { from = begun.date, to } = begun.facts;
  if (!isIsoDate(from)) return undefined;
  if (to !== undefined && isIsoDate(to) && to > from) return { from, to };
  const end = after(from, period);
  const next = followers.map((follower) => steps.get(follower)?.date).find((date) => date !== undefined);
  return { from, to: next !== undefined && next >= from && next < end ? next : end };
}

/** The last day of the second to last study group meeting before a day; null where fewer than two are listed. */
function lastMeetingButOne(date: IsoDate, meetings: readonly Meeting[]): IsoDate | null {
  const lastDay = (meeting: Meeting): IsoDate => meeting.to ?? meeting.from ?? `${meeting.id}-31`;
  const past = meetings.filter((meeting) => isStudyGroupMeeting(meeting) && lastDay(meeting) < date).map(lastDay);
  return past.sort().at(-2) ?? null;
}

/** Returns a function that computes the details of an item on its first call: those of the history, overridden by those of the context. */
export function lazyDetails(item: WorkItem | null, context: RuleContext): () => ItemDetails {
  let cached: ItemDetails | undefined;
  return () => {
    if (item === null) return context.details?.("") ?? {};
    if (cached === undefined) {
      const derived = detailsOf(item, context.programme.eventsOf(item.key), context.meetings, context.date);
      const additional = context.details?.(item.key);
      cached = additional
        ? (Object.create(derived, Object.getOwnPropertyDescriptors(additional)) as ItemDetails)
        : derived;
    }
    return cached;
  };
}
