/** Replays histories against the rules: each step is evaluated on its own date, with the events before it only. */
import { blankEvent } from "../src/domain/event-fields";
import { typedFacts } from "../src/domain/rules/typed-facts";
import { blankItem } from "../src/domain/blank";
import { normaliseName, parseDesignation } from "../src/domain/designations";
import { FIELDS, isEditable } from "../src/domain/item-fields";
import { compareHappenings } from "../src/domain/merge";
import type { Meeting, ProgrammeEvent, WorkItem } from "../src/domain/model";
import { checkItem, factsOf, itemsTitled, evaluate } from "../src/domain/rules";
import type {
  DecidingBody,
  EventDraft,
  Finding,
  ItemField,
  ProposedEdit,
  RuleContext,
  Severity,
} from "../src/domain/rules/types";
import { wordFinding } from "../src/i18n/rules";

/** One change of an item on one day: a status, or fields as they are typed. */
export interface HistoryStep {
  date: string;
  /** The status the item got. */
  to?: string;
  /** Fields as typed; a list is joined by commas. */
  changes?: Readonly<Record<string, unknown>>;
  reason?: string | null;
  body?: DecidingBody;
}

/** The life of one item. */
export interface History {
  /** Designation; what follows in parentheses is a comment where `base` names the number or the name. */
  id: string;
  conf?: string;
  /** Fields of the item before the first step. */
  base: Partial<WorkItem>;
  steps: readonly HistoryStep[];
  /** Meetings that are listed; without any, the rules on meetings do not apply. */
  meetings?: readonly Partial<Meeting>[];
}

/** A finding in words. */
interface WordedResult {
  severity: Severity;
  rule: string;
  field: ItemField | null;
  clause: string;
  message: string;
  advice: string;
}

interface StepResult {
  date: string;
  asked: Readonly<Record<string, string | null>>;
  verdict: "accepted" | "refused";
  findings: readonly WordedResult[];
  /** What the item became. */
  item: string;
  status: string;
  since: string | null;
  earliest?: string | null;
  possible?: readonly string[];
}

interface HistoryResult {
  id: string;
  steps: StepResult[];
  check: WordedResult[];
}

/** What became of all histories. */
export interface ReplayResult {
  summary: { sequences: number; steps: number; accepted: number; refused: number; checkErrors: number };
  sequences: HistoryResult[];
}

/** The state of a replay: the items and events so far. */
interface Replayed {
  items: Map<string, WorkItem>;
  events: ProgrammeEvent[];
}

/**
 * Replays histories, each in a programme of its own.
 * @param together one programme for all of them, with their steps in the order of their dates
 */
export function replayHistories(histories: readonly History[], together = false): ReplayResult {
  const sequences = together ? replayTogether(histories) : histories.flatMap((history) => replayTogether([history]));
  const steps = sequences.flatMap((sequence) => sequence.steps);
  const refused = steps.filter(({ verdict }) => verdict === "refused").length;
  const errors = sequences.flatMap(({ check }) => check).filter(({ severity }) => severity === "error");
  return {
    summary: {
      sequences: sequences.length,
      steps: steps.length,
      accepted: steps.length - refused,
      refused,
      checkErrors: errors.length,
    },
    sequences,
  };
}

function replayTogether(histories: readonly History[]): HistoryResult[] {
  const replayed: Replayed = { items: new Map(), events: [] };
  const meetings = histories.flatMap((history) => (history.meetings ?? []).map(completeMeeting));
  const started = histories.map((history, at) => ({ key: begin(replayed, history, at), history }));
  const results = new Map(
    started.map(({ key, history }) => [key, { id: history.id, steps: [], check: [] } as HistoryResult]),
  );
  const steps = started.flatMap(({ key, history }) => history.steps.map((step) => ({ key, step })));
  for (const { key, step } of steps.sort((a, b) =>
    a.step.date < b.step.date ? -1 : a.step.date > b.step.date ? 1 : 0,
  ))
    results.get(key)?.steps.push(evaluateStep(replayed, key, step, meetings));
  for (const { key, history } of started) {
    const item = replayed.items.get(key);
    const last =
      history.steps
        .map(({ date }) => date)
        .sort()
        .at(-1) ??
      item?.since ??
      "1900-01-01";
    const assemblies = history.steps.filter(({ body }) => body === "WTSA").map(({ date }) => assemblyOn(date));
    const checked = contextOn(last, replayed, [...meetings, ...assemblies]);
    if (item) results.get(key)?.check.push(...checkItem(item, checked).map(worded));
  }
  return [...results.values()];
}

function completeMeeting(meeting: Partial<Meeting>): Meeting {
  const to = meeting.to ?? meeting.from ?? null;
  const blank = { place: null, from: to, to, held: false, documents: {}, note: null };
  return { ...blank, id: (to ?? "").slice(0, 7), name: `SG17 meeting ${to ?? ""}`, ...meeting };
}

/** The assembly that a step names: no other body can delete a text at once, and Check knows who decided by the meetings only. */
const assemblyOn = (date: string): Meeting => completeMeeting({ name: "WTSA", from: date });

/** Places the item at the start of its history, with one event that gives its first status. Returns its key. */
function begin(replayed: Replayed, { id, base }: History, at: number): string {
  const plain = id.replace(/\s*\((?!ex |\d{4}\)).*\)$/, "");
  const { number, canonical } = parseDesignation(plain);
  const key = `${normaliseName(plain)}#${String(at)}`;
  const named =
    base.number !== undefined || base.name !== undefined
      ? { number: base.number === undefined ? number : base.number, name: base.name ?? null }
      : { number: number === null ? null : plain, name: number === null ? canonical : null };
  const item: WorkItem = {
    ...blankItem(key),
    title: `Title of ${plain}`,
    text: "TD1",
    editors: ["Anna KELLER"],
    ...base,
    ...named,
  };
  replayed.items.set(key, item);
  if (item.since !== null)
    replayed.events.push({
      ...eventAt(`${key} begins`, item, item.since),
      kind: item.status === "Under study" ? "New work item" : "Changed",
      to: item.status,
    });
  return key;
}

function eventAt(id: string, item: WorkItem, date: string): ProgrammeEvent {
  const { key, process, step } = item;
  return { ...blankEvent(), id, item: key, date, process, step, who: "replay" };
}

function evaluateStep(replayed: Replayed, key: string, step: HistoryStep, meetings: readonly Meeting[]): StepResult {
  const item = replayed.items.get(key) ?? blankItem(key);
  const changes = changesOf(step);
  const context = { ...contextOn(step.date, replayed, meetings), ...(step.body ? { body: step.body } : {}) };
  const given =
    step.reason === undefined ? { reason: null } : { reason: step.reason, facts: typedFacts(step.reason ?? "") };
  const verdict = evaluate({ item, changes, origin: "person", ...given }, context);
  const asked = { date: step.date, asked: changes as Record<string, string | null> };
  if (verdict.outcome === "refuse") {
    const possible = verdict.possible.map(({ status, step: word }) => (word === null ? status : `${status}, ${word}`));
    const state = { item: nameOf(item), status: item.status, since: item.since };
    return {
      ...asked,
      verdict: "refused",
      findings: verdict.findings.map(worded),
      ...state,
      earliest: verdict.earliest,
      possible,
    };
  }
  replayed.items.set(key, verdict.item);
  replayed.events.push(
    ...verdict.events.map((draft, at) =>
      eventOf(draft, key, `${key} ${step.date} ${String(replayed.events.length)}.${String(at)}`),
    ),
  );
  const { status, since } = verdict.item;
  return {
    ...asked,
    verdict: "accepted",
    findings: verdict.warnings.map(worded),
    item: nameOf(verdict.item),
    status,
    since,
  };
}

const EDITABLE: ReadonlySet<string> = new Set([...FIELDS.filter(isEditable).map(({ id }) => id), "key"]);

function changesOf({ to, changes = {} }: HistoryStep): ProposedEdit["changes"] {
  const typed: ProposedEdit["changes"] = to === undefined ? {} : { status: to };
  for (const [field, value] of Object.entries(changes)) {
    const named = field === "number" ? "item" : field;
    if (!EDITABLE.has(named)) throw new Error(`"${field}" is not a field of a work item.`);
    typed[named as ItemField] = value === null ? null : Array.isArray(value) ? value.join(", ") : String(value);
  }
  return typed;
}

function eventOf(
  { transitions: _passed, corrects: _corrected, ...draft }: EventDraft,
  key: string,
  id: string,
): ProgrammeEvent {
  return { ...blankEvent(), ...draft, id, item: key, who: "replay" };
}

function contextOn(date: string, { items, events }: Replayed, meetings: readonly Meeting[]): RuleContext {
  const programme = { items: [...items.values()], events: [...events].sort(compareHappenings) };
  return {
    programme: factsOf(programme),
    meetings,
    meeting: null,
    date,
    today: date,
    itemsTitled: itemsTitled(programme),
  };
}

const nameOf = ({ number, name, key }: WorkItem): string => number ?? name ?? key;

function worded(found: Finding): WordedResult {
  const { severity, rule, field } = found;
  const { clause, message, advice } = wordFinding(found);
  return { severity, rule, field, clause, message, advice };
}
