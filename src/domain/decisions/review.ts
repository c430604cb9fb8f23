/**
 * Reviews a list of decisions as a whole, with the rules by which the edit guard evaluates edits. The order of the rows does not matter:
 * decisions on one text are taken in the order in which they are possible.
 */
import { normaliseName } from "../designations/normalise";
import { EditPlanBuilder } from "../edit-review/edit-plan-builder";
import type { EditPlan } from "../edit-review/edit-plan";
import type { Changes } from "../edit-review/evaluate-edit";
import { editWholly } from "../edit-review/item-edits";
import type { ReviewContext } from "../edit-review/review-context";
import { findItem } from "../item-index/programme-index";
import { itemName } from "../item-name";
import type { MessageOf } from "../message";
import type { EventFacts, Meeting, ProgrammeEvent, WorkItem } from "../model";
import { typedFacts } from "../rules/typed-facts";
import type { Finding, Refused, RuleContext } from "../rules/types";
import { STATUSES } from "../vocabulary";
import { decisionName, decisionNamed, type Decision } from "./decision";
import { DECISION_FIELDS, filled, FILLED_FIELDS, type DecisionCells } from "./decision-fields";
import { readDecisionLine, type IsName } from "./read-lines";

/** Why a decision is refused, besides what the rules find. */
interface Refusals {
  rules: { refused: Refused };
  unknownItem: { name: string; nearest: readonly string[] };
  ambiguousItem: { name: string; items: readonly string[] };
  unknownDecision: { word: string };
  /** A new work item has the name of an item that exists. */
  existing: { item: string };
  /** The item has the status already, and not by a decision of this meeting. */
  unchanged: { item: string; status: string; since: string };
  /** Rows with the same decision on one text say different things in a column. */
  contradictory: { item: string; column: string };
  /** Another row gives the same number to another text. */
  numberTwice: { number: string; other: string };
  /** Another decision on the same text cannot be entered. */
  otherRefused: { item: string; decision: string };
}
export type DecisionRefusal = MessageOf<Refusals>;

export type DecisionResult =
  /** Nothing is decided in the row. */
  | { outcome: "blank" }
  /** The decision was entered before, at this meeting. */
  | { outcome: "entered"; item: WorkItem; decision: Decision | null }
  | { outcome: "accepted"; item: WorkItem; decision: Decision | null; remarks: readonly Finding[] }
  | { outcome: "refused"; why: DecisionRefusal };

export interface DecisionReview {
  /** One result per row, in the order of the rows. */
  results: DecisionResult[];
  /** What entering the accepted decisions writes; without messages. */
  plan: EditPlan;
}

/** Returns the context of the rules for decisions of a meeting, which take its closing day. */
export function decisionContext(context: RuleContext, meeting: Meeting): RuleContext {
  return { ...context, meeting, undatedMeeting: null, date: meeting.to ?? meeting.from ?? context.date };
}

/** Rows that say the same of one text: they are one decision. */
interface Entry {
  readonly rows: number[];
  /** Identifies the text: its key, or its name where it is new. */
  readonly target: string;
  readonly key: string | null;
  readonly decision: Decision | null;
  cells: DecisionCells;
}

/**
 * Reviews decisions.
 * @param context as for edits; its rule context is replaced by that of the meeting
 */
export function reviewDecisions(
  context: ReviewContext,
  meeting: Meeting,
  rows: readonly DecisionCells[],
): DecisionReview {
  const own = { ...context, ruleContext: decisionContext(context.ruleContext, meeting) };
  const results: DecisionResult[] = rows.map(() => ({ outcome: "blank" }));
  const entries = entriesOf(own, rows, results);
  let accepted = entries;
  for (;;) {
    const trial = new Trial(own, meeting, accepted);
    const divided = accepted.flatMap((entry) => trial.refusedBeside(entry) ?? []);
    for (const entry of accepted) for (const row of entry.rows) results[row] = trial.resultOf(entry);
    if (divided.length === 0) return { results, plan: asAction(trial.plan(), meeting) };
    for (const { entry, why } of divided) for (const row of entry.rows) results[row] = { outcome: "refused", why };
    const excluded = new Set(divided.map(({ entry }) => entry));
    // Refused entries of the same texts keep their own reasons.
    const targets = new Set(divided.map(({ entry }) => entry.target));
    accepted = accepted.filter((entry) => !excluded.has(entry) && !targets.has(entry.target));
  }
}

/** A plan as one action, without the messages of its edits: the list reports them. */
function asAction(plan: EditPlan, { id }: Meeting): EditPlan {
  const items = [...new Set(plan.events.map(({ item }) => plan.designations.get(item) ?? item))];
  return { ...plan, messages: [], action: { code: "decisions", values: { meeting: id, items } } };
}

/** Takes the decisions of a list one after the other, as far as the rules allow. */
class Trial {
  private readonly builder: EditPlanBuilder;
  private readonly results = new Map<Entry, DecisionResult>();

  constructor(
    context: ReviewContext,
    private readonly meeting: Meeting,
    private readonly entries: readonly Entry[],
  ) {
    this.builder = new EditPlanBuilder(context, []);
    let waiting = [...entries].sort(inOrder);
    // A decision may be possible only after another one of the list: a number is free, a text was not approved.
    for (let before = waiting.length + 1; waiting.length < before;) {
      before = waiting.length;
      waiting = waiting.filter((entry) => {
        const result = this.decide(entry);
        this.results.set(entry, result);
        return result.outcome === "refused";
      });
    }
  }

  resultOf(entry: Entry): DecisionResult {
    return this.results.get(entry) ?? { outcome: "blank" };
  }

  plan(): EditPlan {
    return this.builder.build();
  }

  /** An entry that is accepted although another decision on the same text is refused: neither can be entered. */
  refusedBeside(entry: Entry): { entry: Entry; why: DecisionRefusal } | null {
    const own = this.resultOf(entry);
    if (own.outcome !== "accepted" || entry.decision === null) return null;
    const other = this.entries.find(
      (each) => each.target === entry.target && this.resultOf(each).outcome === "refused" && each.decision !== null,
    );
    if (!other?.decision) return null;
    const values = { item: itemName(own.item), decision: decisionName(other.decision) };
    return { entry, why: { code: "otherRefused", values } };
  }

  private decide({ key, target, decision, cells }: Entry): DecisionResult {
    const { builder, meeting } = this;
    const before = key === null ? this.newItem(target) : (builder.overlay.item(key) ?? null);
    if (before === null && decision?.isNew !== true)
      return refusal({ code: "unknownItem", values: { name: filled(cells, "item"), nearest: [] } });
    const entered = before !== null && isEntered(builder.overlay.eventsOf(before.key), meeting, decision);
    if (before !== null && decision !== null && !entered) {
      const values = { item: itemName(before), status: before.status, since: before.since ?? "" };
      if (decision.isNew) return refusal({ code: "existing", values: { item: values.item } });
      if (decision.step === null && decision.status === before.status && before.status !== "Determined")
        return refusal({ code: "unchanged", values });
    }
    const decided = entered ? null : decision;
    const edit = {
      key: before?.key ?? null,
      cells: [],
      changes: changesOf(before, decided, cells),
      origin: "requested" as const,
      reason: filled(cells, "note") || null,
      explains: true as const,
      facts: factsOf(cells),
      date: null,
    };
    const verdict = editWholly(builder, before, edit);
    if (verdict.outcome === "refuse") return refusal({ code: "rules", values: { refused: verdict } });
    if (before === null) builder.plan.addedKeys.push(verdict.item.key);
    if (verdict.events.length === 0) return { outcome: "entered", item: before ?? verdict.item, decision };
    const remarks = verdict.warnings.filter(({ severity }) => severity !== "info" || before === null);
    return { outcome: "accepted", item: verdict.item, decision, remarks };
  }

  /** The item that another row of the list has entered as new, by its name. */
  private newItem(target: string): WorkItem | null {
    const named = this.builder.overlay.itemsNamed(target);
    return named.find(({ key }) => this.builder.plan.addedKeys.includes(key)) ?? null;
  }
}

const refusal = (why: DecisionRefusal): DecisionResult => ({ outcome: "refused", why });

/** The order in which decisions on one text are tried; texts in the order of their keys, so that the order of the rows does not matter. */
function inOrder(a: Entry, b: Entry): number {
  return rankOf(a) - rankOf(b) || (a.target < b.target ? -1 : a.target > b.target ? 1 : 0);
}

function rankOf({ decision }: Entry): number {
  if (decision === null) return -2;
  if (decision.isNew) return -1;
  // A text is not approved, or returns to study, before anything else is decided on it at the same meeting.
  return decision.status === "Not approved" ? 0 : 1 + STATUSES.indexOf(decision.status);
}

/** Whether a decision is among the events of the meeting. */
function isEntered(events: readonly ProgrammeEvent[], meeting: Meeting, decision: Decision | null): boolean {
  if (decision === null) return false;
  const { status, step, isNew } = decision;
  return events.some((event) => {
    if (event.meeting !== meeting.id) return false;
    if (step !== null) return event.step === step && (event.kind === "Step" || event.to === status);
    if (isNew) return event.kind === (status === "Under study" ? "New work item" : "Proposed");
    return event.to === status && event.kind !== "New work item";
  });
}

function changesOf(before: WorkItem | null, decision: Decision | null, cells: DecisionCells): Changes {
  const changes: Changes = {};
  if (before === null) changes.item = filled(cells, "item");
  for (const { id, edits, editsNew } of DECISION_FIELDS) {
    const field = edits ?? (before === null ? editsNew : undefined);
    const value = filled(cells, id);
    if (field !== undefined && value !== "") changes[field] = value;
  }
  // A new work item that has its number already keeps its provisional name.
  if (before === null && filled(cells, "number") !== "") changes.name = filled(cells, "item");
  if (decision === null) return changes;
  const again = decision.step === null && decision.status === "Determined" && before?.status === "Determined";
  const step = again ? "Re-determined" : decision.step;
  return { ...changes, status: decision.status, ...(step === null ? {} : { step }) };
}

function factsOf(cells: DecisionCells): EventFacts {
  const facts: EventFacts = typedFacts(filled(cells, "note"));
  for (const { id, fact } of DECISION_FIELDS)
    if (fact !== undefined && filled(cells, id) !== "") facts[fact] = filled(cells, id);
  return facts;
}

/** Groups the rows of a list by text and decision. What is wrong in a row by itself becomes its result. */
function entriesOf(context: ReviewContext, rows: readonly DecisionCells[], results: DecisionResult[]): Entry[] {
  const reader = new RowReader(context, rows);
  const entries = new Map<string, Entry>();
  reader.rows.forEach((cells, row) => {
    const found = reader.read(cells);
    if (found === null) return;
    if ("why" in found) {
      results[row] = refusal(found.why);
      return;
    }
    const id = JSON.stringify([found.target, found.decision && decisionName(found.decision)]);
    const entry = entries.get(id);
    if (!entry) entries.set(id, { ...found, cells, rows: [row] });
    else {
      entry.rows.push(row);
      entry.cells = merged(entry.cells, cells);
    }
  });
  const consistent = withoutContradictions([...entries.values()], reader.rows, results);
  return withoutNumbersGivenTwice(consistent, results);
}

/** Leaves out texts of which rows say different things: which of them holds is not for the add-in to decide. */
function withoutContradictions(
  entries: readonly Entry[],
  rows: readonly DecisionCells[],
  results: DecisionResult[],
): Entry[] {
  const byTarget = new Map<string, Entry[]>();
  for (const entry of entries) byTarget.set(entry.target, [...(byTarget.get(entry.target) ?? []), entry]);
  return [...byTarget.values()].flatMap((own) => {
    const said = own.flatMap((entry) => entry.rows);
    const column = differingColumn(said.map((row) => rows[row] ?? {}));
    if (column === null) return own;
    const item = filled(own[0]?.cells ?? {}, "item");
    for (const row of said) results[row] = refusal({ code: "contradictory", values: { item, column } });
    return [];
  });
}

/** The header of a column in which rows say different things of one text; each decision on it may have a note of its own. */
function differingColumn(rows: readonly DecisionCells[]): string | null {
  const differing = FILLED_FIELDS.find(({ id }) => {
    const values = new Set(rows.map((cells) => filled(cells, id)).filter((value) => value !== ""));
    return id !== "decision" && id !== "note" && values.size > 1;
  });
  return differing?.header ?? null;
}

function merged(a: DecisionCells, b: DecisionCells): DecisionCells {
  return Object.fromEntries(DECISION_FIELDS.map(({ id }) => [id, joined(filled(a, id), filled(b, id), id === "note")]));
}

/** The values of two rows that agree; two notes in an order of their own, so that that of the rows does not matter. */
function joined(a: string, b: string, isNote: boolean): string {
  return isNote && a !== b && a !== "" && b !== "" ? [a, b].sort().join("; ") : a || b;
}

function withoutNumbersGivenTwice(entries: readonly Entry[], results: DecisionResult[]): Entry[] {
  const byNumber = new Map<string, Entry[]>();
  for (const entry of entries) {
    const number = normaliseName(filled(entry.cells, "number"));
    if (number !== "") byNumber.set(number, [...(byNumber.get(number) ?? []), entry]);
  }
  const refused = new Set<Entry>();
  for (const sharing of byNumber.values()) {
    for (const entry of sharing) {
      const other = sharing.find(({ target }) => target !== entry.target);
      if (!other) continue;
      refused.add(entry);
      const values = { number: filled(entry.cells, "number"), other: filled(other.cells, "item") };
      for (const row of entry.rows) results[row] = refusal({ code: "numberTwice", values });
    }
  }
  return entries.filter((entry) => !refused.has(entry));
}

/** Reads rows: the text and the decision that each one names. */
class RowReader {
  readonly rows: readonly DecisionCells[];
  /** The texts that get a number in the list, by number. */
  private readonly numbered = new Map<string, ReadonlySet<string>>();
  /** Names of the new work items of the list, normalised. */
  private readonly added: ReadonlySet<string>;

  constructor(
    private readonly context: ReviewContext,
    rows: readonly DecisionCells[],
  ) {
    const isName: IsName = (text) => this.find(text) !== null;
    this.rows = rows.map((cells) => asTyped(cells, isName));
    this.added = new Set(
      this.rows.flatMap((cells) =>
        decisionNamed(filled(cells, "decision"))?.isNew === true ? [normaliseName(filled(cells, "item"))] : [],
      ),
    );
    for (const cells of this.rows) {
      const number = normaliseName(filled(cells, "number"));
      const item = number === "" ? null : this.itemOf(cells);
      if (item && "key" in item) this.numbered.set(number, new Set([...(this.numbered.get(number) ?? []), item.key]));
    }
  }

  /** Returns what a row decides on which text; null where it says nothing, and why it cannot be read. */
  read(cells: DecisionCells): Pick<Entry, "target" | "key" | "decision"> | { why: DecisionRefusal } | null {
    const name = filled(cells, "item");
    const word = filled(cells, "decision");
    if (name === "" || FILLED_FIELDS.every(({ id }) => filled(cells, id) === "")) return null;
    const decision = word === "" ? null : decisionNamed(word);
    if (word !== "" && decision === null) return { why: { code: "unknownDecision", values: { word } } };
    const normalised = normaliseName(name);
    const item = this.itemOf(cells);
    if (item && "key" in item) return { target: item.key, key: item.key, decision };
    if (this.added.has(normalised)) return { target: normalised, key: null, decision };
    const [renamed, ...others] = this.numbered.get(normalised) ?? [];
    if (renamed !== undefined && others.length === 0) return { target: renamed, key: renamed, decision };
    if (item) return { why: { code: "ambiguousItem", values: { name, items: item.names } } };
    return { why: { code: "unknownItem", values: { name, nearest: this.nearest(name) } } };
  }

  /** The item of a row: by its name, of several by its key. */
  private itemOf(cells: DecisionCells): { key: string } | { names: string[] } | null {
    const found = this.find(filled(cells, "item"));
    const key = filled(cells, "key");
    const isOwn = found !== null && "names" in found && found.keys.includes(key);
    return isOwn ? { key } : found;
  }

  private find(name: string): { key: string } | { names: string[]; keys: string[] } | null {
    const { index } = this.context;
    if (index === null || name === "") return null;
    const result = findItem(index, name);
    if ("found" in result) return { key: result.found.key };
    if ("unknown" in result) return null;
    return { names: result.ambiguous.map(itemName), keys: result.ambiguous.map(({ key }) => key) };
  }

  private nearest(name: string): readonly string[] {
    const result = this.context.index && findItem(this.context.index, name);
    return result && "unknown" in result ? result.unknown : [];
  }
}

/** A row as typed; where a line or two cells were pasted into its first columns, as they are meant. */
function asTyped(cells: DecisionCells, isName: IsName): DecisionCells {
  const [item, title, decision] = [filled(cells, "item"), filled(cells, "title"), filled(cells, "decision")];
  if (item === "" || decision !== "") return cells;
  if (title !== "" && filled(cells, "key") === "" && decisionNamed(title) !== null)
    return { ...cells, title: "", decision: title };
  if (isName(item)) return cells;
  const line = readDecisionLine(item, isName);
  return filled(line, "decision") === "" ? cells : { ...cells, ...line };
}
