/** How each field takes what was typed into it: understood and set, or complained of. */
import { clause } from "./instruments";
import { addFinding, type Evaluation } from "./evaluation";
import { normaliseName } from "../designations/normalise";
import type { WorkItem } from "../model";
import { bearersOf } from "./bearers";
import { OWN_GROUP } from "./own-group";
import { designationOf, designationParts, parentInName, textKindOf } from "./text-kinds";
import { finding } from "./finding";
import { dayOfSerial, isNumber, questionOfDate, timingOfDate } from "./excel-dates";
import * as read from "./field-values";
import type { ItemField, RuleContext } from "./types";

type Taker = (judging: Evaluation, typed: string | null) => void;

/** One taker per field; the order is that in which an edit of several is read. */
export const FIELD_PARSERS: Readonly<Record<ItemField, Taker>> = {
  item: takeItem,
  name: takeName,
  question: takeQuestion,
  title: takeTitle,
  kind: (judging, typed) => {
    if (typed === null) judging.next.kind = null;
    else understood(judging, "kind", typed, read.readKind(typed), (value) => (judging.next.kind = value));
  },
  process: (judging, typed) => {
    if (typed === null) judging.next.process = null;
    else understood(judging, "process", typed, read.readProcess(typed), (value) => (judging.next.process = value));
  },
  status: takeStatus,
  since: takeSince,
  step: (judging, typed) => {
    judging.typedStep = typed;
  },
  timing: takeTiming,
  editors: (judging, typed) => {
    judging.next.editors = typed === null ? [] : read.readEditors(judging.edit.changes.editors ?? typed);
  },
  text: plain("text"),
  a5: plain("a5"),
  equivalent: plain("equivalent"),
  parent: plain("parent"),
  remarks: plain("remarks"),
  key: (judging) => {
    addFinding(judging, "key", { severity: "error", rule: "F-01", field: "key", final: true });
  },
};

function plain(field: "text" | "a5" | "equivalent" | "parent" | "remarks"): Taker {
  return (judging, typed) => {
    judging.next[field] = typed;
  };
}

const UNKNOWN = {
  kind: ["unknownKind", "F-06"],
  process: ["unknownProcess", "F-11"],
  status: ["unknownStatus", "F-48"],
} as const;

function understood<T>(
  judging: Evaluation,
  field: keyof typeof UNKNOWN,
  typed: string,
  result: read.Read<T>,
  take: (value: T) => void,
): void {
  if ("value" in result) {
    take(result.value);
    return;
  }
  const [text, rule] = UNKNOWN[field];
  const values = { value: typed, nearest: result.nearest };
  addFinding(judging, text, { severity: "error", rule, field, values, final: true });
}

function takeItem(judging: Evaluation, typed: string | null): void {
  if (typed === null) {
    if (judging.before)
      addFinding(judging, "clearedItem", { severity: "error", rule: "F-01", field: "item", final: true });
    return;
  }
  if (isNumber(typed)) {
    const values = { value: dayOfSerial(typed) ?? typed };
    addFinding(judging, "itemIsNumber", { severity: "error", rule: "F-02", field: "item", values, final: true });
    return;
  }
  const { next } = judging;
  const old = designationOf(next);
  const names = read.readName(typed);
  if (names.number !== null) {
    next.number = names.number;
    if (names.provisional !== null) next.name = names.provisional;
  } else {
    next.name = names.provisional ?? typed;
    // A name in place of a number: the text lost its number, which stays among its old names.
    next.number = null;
  }
  keepNames(judging, [old, judging.before?.name ?? "", ...names.formerly]);
  judgeNumber(judging);
  // The parent follows from the name, so that the stability of a text is checked for typed rows as well.
  if (!("parent" in judging.edit.changes)) next.parent ??= parentInName(next);
  judgeBearers(judging, "item", [designationOf(next)]);
  if (textKindOf(designationOf(next)) === null) {
    const about = { severity: "warning", rule: "F-02", item: designationOf(next), field: "item", clauses: [] } as const;
    judging.findings.push(finding({ ...about, key: judging.before?.key ?? null }, "F-02"));
  }
}

function takeName(judging: Evaluation, typed: string | null): void {
  const { next } = judging;
  const old = next.name;
  if (typed === null && next.number === null) {
    if (judging.before)
      addFinding(judging, "clearedItem", { severity: "error", rule: "F-01", field: "name", final: true });
    return;
  }
  next.name = typed;
  keepNames(judging, [old ?? ""]);
  if (typed !== null) judgeBearers(judging, "name", [typed]);
}

/** Whatever an item was called stays among its aliases. */
function keepNames(judging: Evaluation, names: readonly string[]): void {
  const { next } = judging;
  const current = [next.number, next.name];
  const known = new Set([...next.aliases, ...names]);
  next.aliases = [...known].filter((name) => name !== "" && !current.includes(name));
}

const IDENTIFICATION = [clause("A.12-2016", "2.1")] as const;

/** The number of an approved Recommendation does not change; that a revision loses its "rev" and an amendment gains its number is no change. */
function judgeNumber(judging: Evaluation): void {
  const { before, next } = judging;
  if (before?.status !== "Approved" || before.number === null) return;
  const base = (name: string): string => designationParts(name).base ?? normaliseName(name);
  const ordinal = designationParts(before.number).ordinal;
  const kept =
    next.number !== null &&
    base(next.number) === base(before.number) &&
    (ordinal === null || designationParts(next.number).ordinal === ordinal);
  if (kept) return;
  addFinding(judging, "numberStays", {
    severity: "error",
    rule: "F-49",
    field: "item",
    clauses: IDENTIFICATION,
    values: { number: before.number, value: designationOf(next) },
  });
}

/** What other bearers of a name mean: it is taken, the item is another edition, the name is given again, or another group uses it. */
function judgeBearers(judging: Evaluation, field: "item" | "name", names: readonly string[]): void {
  const { context, before, next } = judging;
  const about = { rule: "F-01", field, clauses: IDENTIFICATION };
  for (const name of names) {
    const item = { key: before?.key ?? "", studyGroup: next.studyGroup };
    const { taken, editions, former, elsewhere } = bearersOf(name, item, context);
    const owner = taken[0];
    const values = (other: WorkItem) => ({ value: name, other: designationOf(other), since: other.since ?? "—" });
    if (owner) addFinding(judging, "duplicate", { ...about, severity: "error", values: values(owner), final: true });
    const edition = editions.at(-1);
    if (edition && !owner && before?.number !== name)
      addFinding(judging, "edition", {
        ...about,
        severity: isRevisionOf(next) ? "info" : "warning",
        values: values(edition),
      });
    const first = former.at(-1);
    if (first && !owner && !edition)
      addFinding(judging, "givenAgain", { ...about, severity: "warning", values: values(first) });
    const foreign = elsewhere[0];
    if (foreign && !owner) addFinding(judging, "duplicate", { ...about, severity: "warning", values: values(foreign) });
  }
}

/** Whether an item is known to be a revision: then an earlier edition goes without saying. */
function isRevisionOf({ kind, aliases }: WorkItem): boolean {
  return kind === "Rev" || aliases.some((name) => designationParts(name).change === "revision");
}

function takeQuestion(judging: Evaluation, typed: string | null): void {
  if (typed === null) {
    judging.next.question = null;
    return;
  }
  const result = read.readQuestion(unmade(judging, "question", typed));
  const clauses = [clause("A.1-2016", "1.8.2.10"), clause("Res.1-2016", "9.3.6")];
  if (!("value" in result)) {
    complainOfValue(judging, "question", typed);
    return;
  }
  judging.next.question = result.value;
  const group = Number(result.value.split("/")[1]);
  const values = { value: result.value, group: judging.next.studyGroup };
  const about = { rule: "F-07", field: "question", clauses, values } as const;
  if (group > HIGHEST_STUDY_GROUP) addFinding(judging, "noStudyGroup", { ...about, severity: "error" });
  else if (`SG${String(group)}` !== judging.next.studyGroup) {
    // A transfer to another study group is recorded, not refused.
    judging.next.studyGroup = `SG${String(group)}`;
    addFinding(judging, "otherGroupsQuestion", { ...about, severity: "warning" });
  } else if (judging.next.studyGroup !== OWN_GROUP) return;
  else if (Number(result.value.split("/")[0]) > HIGHEST_QUESTION)
    addFinding(judging, "highQuestion", { severity: "warning", rule: "F-07", field: "question", clauses: [], values });
  // New Questions come with every study period, before any document names them.
  else if (!isListed(result.value, judging.context))
    addFinding(judging, "unlistedQuestion", { severity: "warning", rule: "F-07", field: "question", clauses, values });
}

/** The highest number that a study group of ITU-T has had. */
const HIGHEST_STUDY_GROUP = 21;

/** The highest number that a Question of the study group has had. */
export const HIGHEST_QUESTION = 17;

/** Whether a Question is one that is known; where none is known, any is. */
export function isListed(question: string, { settings }: RuleContext): boolean {
  const known = settings?.questions?.();
  return known === undefined || known.size === 0 || known.has(question);
}

function takeTitle(judging: Evaluation, typed: string | null): void {
  if (typed === null && judging.before?.title) {
    const clauses = [clause("A.12-2016", "2.4")];
    addFinding(judging, "clearedTitle", { severity: "error", rule: "F-39", field: "title", clauses });
  }
  judging.next.title = typed ?? "";
}

function takeStatus(judging: Evaluation, typed: string | null): void {
  if (typed === null) {
    if (judging.before)
      addFinding(judging, "clearedStatus", { severity: "error", rule: "F-48", field: "status", final: true });
    return;
  }
  const result = read.readStatus(typed);
  if (result.date) judging.typedDate ??= result.date;
  understood(judging, "status", typed, result, (value) => (judging.next.status = value));
}

function takeSince(judging: Evaluation, typed: string | null): void {
  if (typed === null) {
    judging.next.since = null;
    return;
  }
  const result = read.readDate(typed);
  if (!("value" in result)) {
    addFinding(judging, "badDate", {
      severity: "error",
      rule: "F-17",
      field: "since",
      values: { value: typed },
      final: true,
    });
    return;
  }
  const { today, meeting } = judging.context;
  if (result.value > today && result.value > (meeting?.to ?? meeting?.from ?? today))
    addFinding(judging, "futureDate", {
      severity: "error",
      rule: "F-17",
      field: "since",
      values: { value: result.value },
    });
  judging.typedDate = result.value;
}

function takeTiming(judging: Evaluation, typed: string | null): void {
  if (typed === null) {
    judging.next.timing = null;
    return;
  }
  const result = read.readTiming(unmade(judging, "timing", typed));
  if ("value" in result) judging.next.timing = result.value;
  else complainOfValue(judging, "timing", typed);
}

const BAD = {
  question: { rule: "F-07", text: "badQuestion", number: "questionIsNumber", made: "questionWasDate", clauses: [] },
  timing: {
    rule: "F-09",
    text: "badTiming",
    number: "timingIsNumber",
    made: "timingWasDate",
    clauses: [clause("A.1-2016", "Annex A")],
  },
} as const;

/** What was typed where Excel made a date of it, with a remark that says so; else the text as it is. */
function unmade(judging: Evaluation, field: "question" | "timing", typed: string): string {
  const date = dayOfSerial(typed);
  if (date === null) return typed;
  const group = Number(/\d+/.exec(judging.next.studyGroup)?.[0] ?? 0);
  const meant = field === "question" ? questionOfDate(date, group) : timingOfDate(date);
  if (meant === null) return typed;
  const { rule, made } = BAD[field];
  addFinding(judging, made, { severity: "warning", rule, field, values: { date, value: meant } });
  return meant;
}

function complainOfValue(judging: Evaluation, field: "question" | "timing", typed: string): void {
  const { rule, text, number, clauses } = BAD[field];
  const values = { value: dayOfSerial(typed) ?? typed };
  const what = isNumber(typed) ? number : text;
  addFinding(judging, what, { severity: "error", rule, field, clauses, values, final: true });
}
