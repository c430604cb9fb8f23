/** What a refusal offers is done, and Check finds no error in it. */
import { blankEvent } from "../../../src/domain/event-fields";
import { checkItem, evaluate, possibleNext, type RuleContext } from "../../../src/domain/rules";
import { STATES, type State } from "../../../src/domain/rules/states";
import { PROCESSES, STATUSES, type Process, type Status } from "../../../src/domain/vocabulary";
import type { ProgrammeEvent, WorkItem } from "../../../src/domain/model";
import { item, meeting, on } from "./samples";

/** A text of each kind to which the process applies, with an amendment to which two apply. */
const TEXTS: Readonly<Record<Process, readonly string[]>> = {
  TAP: ["X.1221", "X.1221 Amd.1"],
  AAP: ["X.1221", "X.1221 Cor.1"],
  Agreement: ["XSTR.abc", "X Suppl.40", "X.1221 Amd.2"],
  Approval: ["X.1221"],
};
const START = "2024-03-01";
/** The day of the step, for those that come after their status. */
const STEPPED = "2024-09-06";
const SOON = "2024-09-11";
const LATER = "2025-04-17";
const MEETINGS = [
  meeting("2024-02-20", START),
  meeting("2024-09-02", STEPPED),
  meeting("2025-04-08", LATER),
  meeting("2025-12-03", "2025-12-11"),
  meeting("2026-06-02", "2026-06-12"),
];

const exists = ({ process: own, status }: State, process: Process): boolean => {
  if (own !== null) return own === process;
  if (status === "Agreed") return process === "Agreement";
  return status !== "Approved" || process !== "Agreement";
};

interface Start {
  before: WorkItem;
  events: readonly ProgrammeEvent[];
}

const starts: Start[] = PROCESSES.flatMap((process) =>
  TEXTS[process].flatMap((number) =>
    STATES.filter((state) => exists(state, process)).map(({ status, step }) => {
      const before = item({ number, name: null, title: "Text", kind: null, process, status, step, since: START });
      const blank = { ...blankEvent(), item: before.key, process, who: "user" };
      const isLater = step !== null && status !== "Not approved" && status !== "Discontinued";
      const entered: ProgrammeEvent = { ...blank, id: "entered", date: START, kind: "Changed", to: status };
      const stepped: ProgrammeEvent = { ...blank, id: "stepped", date: STEPPED, kind: "Step", step };
      return { before, events: isLater ? [entered, stepped] : [{ ...entered, step }] };
    }),
  ),
);

const contextOn = (date: string, items: WorkItem[], events: readonly ProgrammeEvent[]): RuleContext =>
  on(date, { items, events: [...events], meetings: MEETINGS });

/** Gives an item a status on a day and returns the errors: why it is refused, else what Check finds. */
function errorsAfter({ before, events }: Start, status: Status, step: string | null, date: string): string[] {
  const parent = item({ key: "parent", number: "X.1221", status: "Approved", since: "2010-05-29" });
  const items = [before, ...(before.number === "X.1221" ? [] : [parent])];
  const changes = {
    status,
    ...(step === null && status !== before.status ? {} : { step }),
    remarks: "As the report says",
  };
  const verdict = evaluate({ item: before, changes, origin: "person", reason: null }, contextOn(date, items, events));
  if (verdict.outcome === "refuse") return verdict.findings.map(({ rule }) => `refused by ${rule}`);
  const drafts = verdict.events.map(({ transitions: _passed, corrects: _corrected, ...draft }, at) => ({
    ...blankEvent(),
    ...draft,
    id: `done ${String(at)}`,
    item: before.key,
    who: "user",
  }));
  const after = items.map((each) => (each === before ? verdict.item : each));
  return checkItem(verdict.item, contextOn(date, after, [...events, ...drafts])).flatMap(({ severity, rule }) =>
    severity === "error" ? [rule] : [],
  );
}

const label = ({ before }: Start, status: Status, step: string | null, date: string): string =>
  `${before.number ?? ""} ${before.process ?? ""}, ${before.status} ${before.step ?? ""}: ${status} ${step ?? ""} on ${date}`;

describe.each([SOON, LATER])("Check on %s finds no error", (today) => {
  const refusals = starts.flatMap((start) =>
    STATUSES.flatMap((status) => {
      const edit = { item: start.before, changes: { status }, origin: "person" as const, reason: null };
      const verdict = evaluate(edit, contextOn(today, [start.before], start.events));
      return verdict.outcome === "refuse" ? [{ start, status, verdict }] : [];
    }),
  );
  const errorsOf = (start: Start, status: Status, step: string | null, date: string): string[] =>
    errorsAfter(start, status, step, date).map((error) => `${label(start, status, step, date)}: ${error}`);

  test("after what a refusal offers instead", () => {
    const offers = refusals.flatMap(({ start, verdict: { possible } }) => possible.map((step) => ({ start, step })));
    expect(offers.length).toBeGreaterThan(500);
    expect(offers.flatMap(({ start, step: { status, step } }) => errorsOf(start, status, step, today))).toEqual([]);
  });

  test("after the refused status on the day that the refusal names", () => {
    expect(
      refusals.flatMap(({ start, status, verdict: { earliest } }) =>
        earliest === null ? [] : errorsOf(start, status, null, earliest),
      ),
    ).toEqual([]);
  });

  test("after what comes next, on its first day", () => {
    const next = starts.flatMap((start) =>
      possibleNext(start.before, contextOn(today, [start.before], start.events)).map((step) => ({ start, step })),
    );
    expect(next.length).toBeGreaterThan(300);
    const wrong = next.flatMap(({ start, step: { status, step, earliest, now } }) =>
      errorsOf(start, status, step, now || earliest === null ? today : earliest),
    );
    expect(wrong).toEqual([]);
  });
});
