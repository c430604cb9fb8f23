/** How each field takes what was typed into it: understood and set, or complained of. */
import { clause } from "./instruments";
import { addFinding, type Evaluation } from "./evaluation";
import { designationOf, textKindOf } from "./text-kinds";
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
  refuseDuplicates(judging, "item", [designationOf(next)]);
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
  if (typed !== null) refuseDuplicates(judging, "name", [typed]);
}

/** Whatever an item was called stays among its aliases. */
function keepNames(judging: Evaluation, names: readonly string[]): void {
  const { next } = judging;
  const current = [next.number, next.name];
  const known = new Set([...next.aliases, ...names]);
  next.aliases = [...known].filter((name) => name !== "" && !current.includes(name));
}

/** A name that another work item of the study group bears or bore cannot be given; one of another group's is remarked upon. */
function refuseDuplicates(judging: Evaluation, field: "item" | "name", names: readonly string[]): void {
  const { context, before, next } = judging;
  for (const name of names) {
    const others = context.programme.itemsNamed(name).filter((item) => item.key !== before?.key);
    const own = others.find(({ studyGroup }) => studyGroup === next.studyGroup);
    const other = own ?? others[0];
    if (!other) continue;
    addFinding(judging, "duplicate", {
      severity: own ? "error" : "warning",
      rule: "F-01",
      field,
      clauses: [clause("A.12-2016", "2.1")],
      values: { value: name, other: designationOf(other) },
      final: true,
    });
  }
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
  const values = { value: result.value, group: judging.next.studyGroup };
  if (`SG${result.value.split("/")[1] ?? ""}` !== judging.next.studyGroup)
    addFinding(judging, "otherGroupsQuestion", { severity: "error", rule: "F-07", field: "question", clauses, values });
  // New Questions come with every study period, before any document names them.
  else if (!isListed(result.value, judging.context))
    addFinding(judging, "unlistedQuestion", { severity: "warning", rule: "F-07", field: "question", clauses, values });
}

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
