/** Parsers of the fields: each parses the typed text and sets the field, or adds a finding. */
import { designationOf } from "../item-name";
import { clause } from "./instruments";
import { addFinding, type Evaluation } from "./evaluation";
import { normaliseName } from "../designations/normalise";
import type { WorkItem } from "../model";
import { nameHoldersOf } from "./name-holders";
import { OWN_GROUP } from "../vocabulary";
import { designationParts, parentInName, textKindOf } from "./text-kinds";
import { finding } from "./finding";
import { dayOfSerial, isNumber, questionOfDate, timingOfDate } from "./excel-dates";
import * as read from "./field-values";
import type { ItemField, RuleContext } from "./types";

type FieldParser = (evaluation: Evaluation, typed: string | null) => void;

/** One parser per field, in the order in which the fields of one edit are parsed. */
export const FIELD_PARSERS: Readonly<Record<ItemField, FieldParser>> = {
  item: parseItem,
  name: parseName,
  question: parseQuestion,
  jointQuestions: parseJointQuestions,
  studyGroup: parseStudyGroup,
  title: parseTitle,
  kind: (evaluation, typed) => {
    if (typed === null) evaluation.next.kind = null;
    else setParsed(evaluation, "kind", typed, read.parseKind(typed), (value) => (evaluation.next.kind = value));
  },
  process: (evaluation, typed) => {
    if (typed === null) evaluation.next.process = null;
    else
      setParsed(evaluation, "process", typed, read.parseProcess(typed), (value) => (evaluation.next.process = value));
  },
  status: parseStatus,
  since: parseSince,
  step: (evaluation, typed) => {
    evaluation.typedStep = typed;
  },
  timing: parseTimingField,
  editors: (evaluation, typed) => {
    evaluation.next.editors = typed === null ? [] : read.parseEditors(evaluation.edit.changes.editors ?? typed);
  },
  text: plain("text"),
  a5: plain("a5"),
  equivalent: plain("equivalent"),
  parent: plain("parent"),
  lastReported: (evaluation, typed) => {
    if (typed === (evaluation.before?.lastReported ?? null)) return;
    addFinding(evaluation, "reportedOnly", { severity: "error", rule: "F-01", field: "lastReported", final: true });
  },
  remarks: plain("remarks"),
  key: (evaluation) => {
    addFinding(evaluation, "key", { severity: "error", rule: "F-01", field: "key", final: true });
  },
};

function plain(field: "text" | "a5" | "equivalent" | "parent" | "remarks"): FieldParser {
  return (evaluation, typed) => {
    evaluation.next[field] = typed;
  };
}

const UNKNOWN_WORD_FINDINGS = {
  kind: ["unknownKind", "F-06"],
  process: ["unknownProcess", "F-11"],
  status: ["unknownStatus", "F-48"],
} as const;

function setParsed<T>(
  evaluation: Evaluation,
  field: keyof typeof UNKNOWN_WORD_FINDINGS,
  typed: string,
  result: read.Read<T>,
  set: (value: T) => void,
): void {
  if ("value" in result) {
    set(result.value);
    return;
  }
  const [code, rule] = UNKNOWN_WORD_FINDINGS[field];
  const values = { value: typed, nearest: result.nearest };
  addFinding(evaluation, code, { severity: "error", rule, field, values, final: true });
}

function parseItem(evaluation: Evaluation, typed: string | null): void {
  if (typed === null) {
    if (evaluation.before)
      addFinding(evaluation, "clearedItem", { severity: "error", rule: "F-01", field: "item", final: true });
    return;
  }
  if (isNumber(typed)) {
    const values = { value: dayOfSerial(typed) ?? typed };
    addFinding(evaluation, "itemIsNumber", { severity: "error", rule: "F-02", field: "item", values, final: true });
    return;
  }
  const { next } = evaluation;
  const old = designationOf(next);
  const names = read.parseName(typed);
  if (names.number !== null) {
    next.number = names.number;
    if (names.provisional !== null) next.name = names.provisional;
  } else {
    next.name = names.provisional ?? typed;
    // A name in place of a number: the item loses its number, which is kept among its former names.
    next.number = null;
  }
  keepNames(evaluation, [old, evaluation.before?.name ?? "", ...names.formerly]);
  checkNumber(evaluation);
  // The parent is derived from the name, so that the stability of a text is checked for typed rows as well.
  if (!("parent" in evaluation.edit.changes)) next.parent ??= parentInName(next);
  checkNameHolders(evaluation, "item", [designationOf(next)]);
  if (textKindOf(designationOf(next)) === null) {
    const about = { severity: "warning", rule: "F-02", item: designationOf(next), field: "item", clauses: [] } as const;
    evaluation.findings.push(finding({ ...about, key: evaluation.before?.key ?? null }, "F-02"));
  }
}

function parseName(evaluation: Evaluation, typed: string | null): void {
  const { next } = evaluation;
  const old = next.name;
  if (typed === null && next.number === null) {
    if (evaluation.before)
      addFinding(evaluation, "clearedItem", { severity: "error", rule: "F-01", field: "name", final: true });
    return;
  }
  next.name = typed;
  keepNames(evaluation, [old ?? ""]);
  if (typed !== null) checkNameHolders(evaluation, "name", [typed]);
}

/** Keeps all former names of an item among its aliases. */
function keepNames(evaluation: Evaluation, names: readonly string[]): void {
  const { next } = evaluation;
  const current = [next.number, next.name];
  const former = new Set([...next.aliases, ...names]);
  next.aliases = [...former].filter((name) => name !== "" && !current.includes(name));
}

const IDENTIFICATION = [clause("A.12-2016", "2.1")] as const;

/** The number of an approved Recommendation does not change. A revision may lose its "rev" and an amendment may get its ordinal number. */
function checkNumber(evaluation: Evaluation): void {
  const { before, next } = evaluation;
  if (before?.status !== "Approved" || before.number === null) return;
  const base = (name: string): string => designationParts(name).base ?? normaliseName(name);
  const ordinal = designationParts(before.number).ordinal;
  const kept =
    next.number !== null &&
    base(next.number) === base(before.number) &&
    (ordinal === null || designationParts(next.number).ordinal === ordinal);
  if (kept) return;
  addFinding(evaluation, "numberStays", {
    severity: "error",
    rule: "F-49",
    field: "item",
    clauses: IDENTIFICATION,
    values: { number: before.number, value: designationOf(next) },
  });
}

/** Reports other items with a name: the name is in use, the item is another edition, the name is assigned again, or another study group uses it. */
function checkNameHolders(evaluation: Evaluation, field: "item" | "name", names: readonly string[]): void {
  const { context, before, next } = evaluation;
  const about = { rule: "F-01", field, clauses: IDENTIFICATION };
  for (const name of names) {
    const item = { key: before?.key ?? "", studyGroup: next.studyGroup };
    const { owners, editions, former, elsewhere } = nameHoldersOf(name, item, context);
    const owner = owners[0];
    const values = (other: WorkItem) => ({ value: name, other: designationOf(other), since: other.since ?? "—" });
    if (owner) addFinding(evaluation, "duplicate", { ...about, severity: "error", values: values(owner), final: true });
    const edition = editions.at(-1);
    if (edition && !owner && before?.number !== name)
      addFinding(evaluation, "edition", {
        ...about,
        severity: isRevisionOf(next) ? "info" : "warning",
        values: values(edition),
      });
    const first = former.at(-1);
    if (first && !owner && !edition)
      addFinding(evaluation, "givenAgain", { ...about, severity: "warning", values: values(first) });
    const otherGroupItem = elsewhere[0];
    if (otherGroupItem && !owner)
      addFinding(evaluation, "duplicate", { ...about, severity: "warning", values: values(otherGroupItem) });
  }
}

/** Whether an item is recorded as a revision: an earlier edition is then expected. */
function isRevisionOf({ kind, aliases }: WorkItem): boolean {
  return kind === "Rev" || aliases.some((name) => designationParts(name).change === "revision");
}

/** Parses the Questions that share the work with the lead one: "14/17, 2/17". */
function parseJointQuestions(evaluation: Evaluation, typed: string | null): void {
  const parts = typed === null ? [] : typed.split(/[,;()\s]+/).filter((part) => part !== "");
  const questions = parts.flatMap((part) => {
    const result = read.parseQuestion(part);
    const isKnown = "value" in result && !isTooHigh(result.value, evaluation.context);
    if (!isKnown) addValueFinding(evaluation, "jointQuestions", part);
    return isKnown ? [result.value] : [];
  });
  evaluation.next.jointQuestions = [...new Set(questions)];
}

function parseQuestion(evaluation: Evaluation, typed: string | null): void {
  if (typed === null) {
    evaluation.next.question = null;
    return;
  }
  const result = read.parseQuestion(undoDateConversion(evaluation, "question", typed));
  const clauses = [clause("A.1-2016", "1.8.2.10"), clause("Res.1-2016", "9.3.6")];
  if (!("value" in result)) {
    addValueFinding(evaluation, "question", typed);
    return;
  }
  evaluation.next.question = result.value;
  const group = Number(result.value.split("/")[1]);
  const values = { value: result.value, group: evaluation.next.studyGroup };
  const about = { rule: "F-07", field: "question", clauses, values } as const;
  if (group > HIGHEST_STUDY_GROUP) addFinding(evaluation, "noStudyGroup", { ...about, severity: "error" });
  else if (`SG${String(group)}` !== evaluation.next.studyGroup) {
    // A transfer to another study group is recorded and not refused.
    evaluation.next.studyGroup = `SG${String(group)}`;
    addFinding(evaluation, "otherGroupsQuestion", { ...about, severity: "warning" });
  } else if (evaluation.next.studyGroup !== OWN_GROUP) return;
  else if (isTooHigh(result.value, evaluation.context))
    addFinding(evaluation, "highQuestion", {
      severity: "error",
      rule: "F-07",
      field: "question",
      clauses: [],
      values,
    });
  // Each study period has new Questions, which no document names at first.
  else if (!isListed(result.value, evaluation.context))
    addFinding(evaluation, "unlistedQuestion", {
      severity: "warning",
      rule: "F-07",
      field: "question",
      clauses,
      values,
    });
}

function parseStudyGroup(evaluation: Evaluation, typed: string | null): void {
  const group = typed === null ? null : /^SG ?(\d{1,2})$/i.exec(typed)?.[1];
  if (typed === null) evaluation.next.studyGroup = OWN_GROUP;
  else if (group && Number(group) > 0 && Number(group) <= HIGHEST_STUDY_GROUP)
    evaluation.next.studyGroup = `SG${String(Number(group))}`;
  else {
    const about = { severity: "error", rule: "F-07", field: "studyGroup", values: { value: typed } } as const;
    addFinding(evaluation, "badStudyGroup", { ...about, final: true });
  }
}

/** The highest number of a study group of ITU-T so far. */
const HIGHEST_STUDY_GROUP = 21;

/** The highest number of a Question of the study group so far. */
const HIGHEST_QUESTION = 17;

/** Whether a Question has a number that the study group has never had, and no document names it. */
export function isTooHigh(question: string, { questions }: RuleContext): boolean {
  return Number(question.split("/")[0]) > HIGHEST_QUESTION && questions?.().has(question) !== true;
}

/** Whether a Question is listed; true where the context lists none. */
export function isListed(question: string, { questions }: RuleContext): boolean {
  const listed = questions?.();
  return listed === undefined || listed.size === 0 || listed.has(question);
}

function parseTitle(evaluation: Evaluation, typed: string | null): void {
  if (typed === null && evaluation.before?.title) {
    const clauses = [clause("A.12-2016", "2.4")];
    addFinding(evaluation, "clearedTitle", { severity: "error", rule: "F-39", field: "title", clauses });
  }
  evaluation.next.title = typed ?? "";
}

function parseStatus(evaluation: Evaluation, typed: string | null): void {
  if (typed === null) {
    if (evaluation.before)
      addFinding(evaluation, "clearedStatus", { severity: "error", rule: "F-48", field: "status", final: true });
    return;
  }
  const result = read.parseStatus(typed);
  if (result.date) evaluation.typedDate ??= result.date;
  setParsed(evaluation, "status", typed, result, (value) => (evaluation.next.status = value));
}

function parseSince(evaluation: Evaluation, typed: string | null): void {
  if (typed === null) {
    evaluation.next.since = null;
    return;
  }
  const result = read.parseDate(typed);
  if (!("value" in result)) {
    addFinding(evaluation, "badDate", {
      severity: "error",
      rule: "F-17",
      field: "since",
      values: { value: typed },
      final: true,
    });
    return;
  }
  const { today, meeting } = evaluation.context;
  if (result.value > today && result.value > (meeting?.to ?? meeting?.from ?? today))
    addFinding(evaluation, "futureDate", {
      severity: "error",
      rule: "F-17",
      field: "since",
      values: { value: result.value },
    });
  evaluation.typedDate = result.value;
}

function parseTimingField(evaluation: Evaluation, typed: string | null): void {
  if (typed === null) {
    evaluation.next.timing = null;
    return;
  }
  const result = read.parseTypedTiming(undoDateConversion(evaluation, "timing", typed));
  if ("value" in result) evaluation.next.timing = result.value;
  else addValueFinding(evaluation, "timing", typed);
}

const VALUE_FINDINGS = {
  question: {
    rule: "F-07",
    invalid: "badQuestion",
    number: "questionIsNumber",
    wasDate: "questionWasDate",
    clauses: [],
  },
  timing: {
    rule: "F-09",
    invalid: "badTiming",
    number: "timingIsNumber",
    wasDate: "timingWasDate",
    clauses: [clause("A.1-2016", "Annex A")],
  },
} as const;

/** Returns the text that Excel converted to a date, and adds a warning; otherwise the text unchanged. */
function undoDateConversion(evaluation: Evaluation, field: "question" | "timing", typed: string): string {
  const date = dayOfSerial(typed);
  if (date === null) return typed;
  const group = Number(/\d+/.exec(evaluation.next.studyGroup)?.[0] ?? 0);
  const original = field === "question" ? questionOfDate(date, group) : timingOfDate(date);
  if (original === null) return typed;
  const { rule, wasDate } = VALUE_FINDINGS[field];
  addFinding(evaluation, wasDate, { severity: "warning", rule, field, values: { date, value: original } });
  return original;
}

function addValueFinding(evaluation: Evaluation, field: "question" | "jointQuestions" | "timing", typed: string): void {
  const { rule, invalid, number, clauses } = VALUE_FINDINGS[field === "timing" ? field : "question"];
  const values = { value: dayOfSerial(typed) ?? typed };
  const code = isNumber(typed) ? number : invalid;
  addFinding(evaluation, code, { severity: "error", rule, field, clauses, values, final: true });
}
