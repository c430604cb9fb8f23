/**
 * What the workbook itself tells of an item beyond the columns of its row: from the steps and decisions in its history, from
 * the rows that documents printed, and from the meetings. Read in one pass over the item's own events.
 */
import type { Row } from "../document";
import type { IsoDate, Meeting, ProgrammeEvent, WorkItem } from "../model";
import { isIsoDate } from "../names/dates";
import { parseTiming } from "../names/timing";
import type { Status } from "../vocabulary";
import { bodyOf, isStudyGroupMeeting, meetingOn } from "./meetings";
import { after } from "./periods";
import { reasonIn } from "./reasons";
import { designationOf, textKindOf } from "./text-kinds";
import type { ItemDetails, RuleContext } from "./types";

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

/** What an item is and what happened to it. */
interface Told {
  item: WorkItem;
  events: readonly ProgrammeEvent[];
  meetings: readonly Meeting[];
  cycle: Cycle;
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
 * Details of an item as far as its history, the printed rows and the meetings yield them; what nobody recorded is absent.
 * @param events everything that happened to the item, by date
 * @param date the day that counts as now
 */
export function detailsOf(
  item: WorkItem,
  events: readonly ProgrammeEvent[],
  meetings: readonly Meeting[],
  date: IsoDate,
): ItemDetails {
  const told: Told = { item, events, meetings, cycle: lastCycle(events) };
  return {
    ...printedDetails(told),
    ...decisionDetails(told),
    ...clockDetails(told),
    integral: isIntegral(item),
    numberingOrTariff: TARIFF_SERIES.test(designationOf(item)) ? true : undefined,
    processDecisionRecorded: events.some(changesProcess) ? true : undefined,
    contributions: contributionsBy(told, date),
  };
}

function lastCycle(events: readonly ProgrammeEvent[]): Cycle {
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

function dateOfStep({ cycle }: Told, step: string): IsoDate | undefined {
  return cycle.steps.get(step)?.date;
}

/** What the rows of documents print besides the fields of an item. */
function printedDetails({ events }: Told): ItemDetails {
  const rows = events.flatMap(({ printed }) => printed ?? []);
  const last = (value: (row: Row) => string | null | undefined): string | undefined =>
    rows.reduce<string | undefined>((found, row) => value(row) ?? found, undefined);
  // A report that came after counts more than a mark.
  const teller = events.findLast(({ source, process }) => source !== null && process !== null);
  const marked = teller?.printed && MARKED.includes(teller.source?.table ?? null) ? teller : undefined;
  return {
    studyPeriod: last((row) => row.studyPeriod),
    mark: marked && (marked.printed?.mark ?? ""),
    markedProcess: marked?.process ?? undefined,
    // Whoever printed a justification of references found references to justify.
    outsideNormativeReferences: rows.some(({ a5 }) => a5 !== null) ? true : undefined,
  };
}

/** What an amendment adds, as far as its title names it: an annex is integral, an appendix is not. */
function isIntegral(item: WorkItem): boolean | undefined {
  if (textKindOf(designationOf(item))?.change !== "amendment") return undefined;
  if (ANNEX.test(item.title)) return true;
  return APPENDIX.test(item.title) ? false : undefined;
}

/** Whether a change by hand of the process gives its reason. */
function changesProcess({ kind, note }: ProgrammeEvent): boolean {
  return kind === "Changed" && note !== null && /(?:^|; )Process: /.test(note) && reasonIn(note) !== null;
}

/** Who took the last decision, at which meeting, and what there is about it. */
function decisionDetails(told: Told): ItemDetails {
  const { item, events, meetings, cycle } = told;
  const gave = events.findLast(({ to }) => to === item.status);
  const place = gave && placeOf(gave, meetings);
  const meeting = decidingMeeting(told);
  const opposed =
    item.status === "Not approved" &&
    (item.step === "Opposed in the four weeks" || (item.process === "AAP" && cycle.steps.has("More time requested")));
  return {
    decidedBy: (place && bodyOf(place)) ?? undefined,
    workingPartyAuthorised: AUTHORISED.test(`${gave?.note ?? ""} ${item.remarks ?? ""}`) ? true : undefined,
    decisionMeetingFrom: meeting?.from ?? undefined,
    decisionMeetingTo: meeting?.to ?? undefined,
    opposition: opposed ? cycle.decision?.date : undefined,
  };
}

/** The meeting an event names, else the one its date falls into. */
function placeOf({ meeting, date }: ProgrammeEvent, meetings: readonly Meeting[]): Meeting | null {
  return meetings.find(({ id }) => id === meeting) ?? meetingOn(date, { meeting: null, meetings });
}

/** The study group meeting that decided, or that asked for more time; before, the one for which approval is planned. */
function decidingMeeting({ item, meetings, cycle }: Told): Meeting | null {
  const { decision, steps, plan, began } = cycle;
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

/** The clocks inside TAP and AAP, each as it was noted in the history. */
function clockDetails(told: Told): ItemDetails {
  const closed = told.cycle.steps.get("Consultation closed") ?? told.cycle.steps.get("Consultation below 70 %");
  const meeting = decidingMeeting(told)?.from;
  return {
    announced: dateOfStep(told, "Announced"),
    // What is noted at the meeting itself bears the meeting's date, not that of the closing.
    consultationClosed: closed && !(meeting && closed.date >= meeting) ? closed.date : undefined,
    replies: repliesIn(closed?.note ?? ""),
    lastCall: review(told, "Last Call", "lastCall", ["Last Call judgement", "Study group review"]),
    additionalReview: review(told, "Additional Review", "additionalReview", [
      "Additional Review judgement",
      "Study group review",
    ]),
    intentAnnounced: dateOfStep(told, "Study group review"),
  };
}

/** "14 yes, 2 no", "14 in favour and 2 against": the replies to a consultation as a note tells them. */
export function repliesIn(note: string): ItemDetails["replies"] {
  const yes = /(\d+)\s*(?:×\s*)?(?:yes|in favou?r|oui|pour)\b/i.exec(note)?.[1];
  const no = /(\d+)\s*(?:×\s*)?(?:no|against|non|contre)\b/i.exec(note)?.[1];
  return yes === undefined && no === undefined ? undefined : { yes: Number(yes ?? 0), no: Number(no ?? 0) };
}

/**
 * A period of review: from the day it was noted to the day that its note names ("2024-04-16 to 2024-05-14"), else to
 * the day on which the procedure went on if that was too soon, else as long as the procedure has it.
 */
function review(
  { cycle }: Told,
  step: string,
  period: "lastCall" | "additionalReview",
  followers: readonly string[],
): ItemDetails["lastCall"] {
  const begun = cycle.steps.get(step);
  if (!begun || !isIsoDate(begun.date)) return undefined;
  const [from = begun.date, to] = (begun.note?.match(/\d{4}-\d{2}-\d{2}/g) ?? []).filter(isIsoDate);
  if (to !== undefined && to > from) return { from, to };
  const end = after(begun.date, period);
  const next = followers.map((each) => cycle.steps.get(each)?.date).find((date) => date !== undefined);
  return { from: begun.date, to: next !== undefined && next >= begun.date && next < end ? next : end };
}

/** Contributions that rows printed since the last study group meeting but one; undefined where none did, since not every contribution is printed. */
function contributionsBy({ events, meetings }: Told, date: IsoDate): number | undefined {
  const lastDay = (meeting: Meeting): IsoDate => meeting.to ?? meeting.from ?? `${meeting.id}-31`;
  const contributed = events.filter(({ printed }) => printed?.contribution != null);
  if (contributed.length === 0) return undefined;
  const [, since] = meetings
    .filter((meeting) => isStudyGroupMeeting(meeting) && lastDay(meeting) < date)
    .map(lastDay)
    .sort((a, b) => (a < b ? 1 : -1));
  if (since === undefined) return undefined;
  return contributed.filter((event) => event.date > since).length || undefined;
}

/** All that is known of an item besides its row: what the workbook tells, and what the context adds. Looked up once, and only when asked. */
export function lazyDetails(item: WorkItem | null, context: RuleContext): () => ItemDetails {
  let known: ItemDetails | undefined;
  return () => {
    if (item === null) return {};
    known ??= {
      ...detailsOf(item, context.programme.eventsOf(item.key), context.meetings, context.date),
      ...context.details?.(item.key),
    };
    return known;
  };
}
