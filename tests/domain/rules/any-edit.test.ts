import { refusalText } from "../../../src/i18n/rules";
import fc from "fast-check";
import { isOneOf, PROCESSES, STATUSES } from "../../../src/domain/vocabulary";
import type { ProgrammeEvent, WorkItem } from "../../../src/domain/model";
import { addDays } from "../../../src/domain/designations/dates";
import { evaluate, stepsOf, type ItemField, type ProposedEdit } from "../../../src/domain/rules";
import { findState, STATES } from "../../../src/domain/rules/states";
import { event, item, MARCH, on, SEPTEMBER } from "./samples";

/** Words that mean something in some field, and words that mean nothing in any. */
const typed = fc.oneof(
  fc.constantFrom(...STATUSES, ...PROCESSES, ...STATES.flatMap(({ step, code }) => [step ?? "", code])),
  fc.constantFrom(
    "X.1999",
    "X.newsec",
    "X.sup40",
    "XSTR.a-b",
    "Q4/17",
    "2/17",
    "2024-Q1",
    "2025-3Q",
    "New",
    "Rev.",
    "2024-02-29",
  ),
  fc.constant(null),
  fc.string({ unit: "binary", maxLength: 30 }),
);
const fields: ItemField[] = [
  "item",
  "name",
  "question",
  "title",
  "kind",
  "process",
  "status",
  "since",
  "step",
  "timing",
  "editors",
  "text",
  "remarks",
];
/** One to three fields; status, step and process mostly with words of their own. */
const changes = fc.oneof(
  { weight: 3, arbitrary: fc.record({ status: fc.constantFrom(...STATUSES) }) },
  {
    weight: 2,
    arbitrary: fc.record(
      {
        status: fc.constantFrom(...STATUSES),
        step: fc.constantFrom(...STATES.map(({ step }) => step)),
        process: fc.constantFrom(...PROCESSES),
      },
      { requiredKeys: [] },
    ),
  },
  { weight: 1, arbitrary: fc.dictionary(fc.constantFrom(...fields), typed, { maxKeys: 3 }) },
) as fc.Arbitrary<ProposedEdit["changes"]>;
const days = fc.integer({ min: 0, max: 1500 });

/** Carries out edits one after the other, as the guard does. */
function carryOut(edits: readonly { changes: ProposedEdit["changes"]; wait: number; reason: string | null }[]): {
  current: WorkItem;
  events: ProgrammeEvent[];
} {
  let current = item({ status: "Under study", since: "2019-06-03", step: null });
  const events: ProgrammeEvent[] = [event({ date: "2019-06-03", kind: "New work item", to: "Under study" })];
  let date = "2019-06-03";
  for (const { changes: made, wait, reason } of edits) {
    date = addDays(date, wait);
    const before = structuredClone(current);
    const verdict = evaluate(
      { item: current, changes: made, origin: "person", reason },
      on(date, { events, meetings: [SEPTEMBER, MARCH] }),
    );
    expect(current).toEqual(before);
    if (verdict.outcome === "refuse") {
      expect(refusalText(verdict)).not.toBe("");
      expect(verdict.findings.some(({ severity }) => severity === "error")).toBe(true);
      continue;
    }
    expect(verdict.warnings.every(({ severity }) => severity !== "error")).toBe(true);
    events.push(...verdict.events.map((draft) => event({ ...draft, item: current.key })));
    current = verdict.item;
  }
  return { current, events };
}

describe("whatever is typed", () => {
  const edits = fc.array(
    fc.record({ changes, wait: days, reason: fc.option(fc.constant("decided so"), { freq: 4 }) }),
    { maxLength: 12 },
  );

  test("the item stays valid: words of the vocabulary, a name, a step of its status", () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(edits, (made) => {
        const { current } = carryOut(made);
        expect(isOneOf(STATUSES, current.status)).toBe(true);
        expect(current.process === null || isOneOf(PROCESSES, current.process)).toBe(true);
        expect(findState(current.status, current.step)).not.toBeNull();
        expect(current.number ?? current.name).toBeTruthy();
        expect(current.key).toBe("x.1221");
        reached.add(current.status);
      }),
      { numRuns: 150 },
    );
    expect(reached.size).toBeGreaterThan(5);
  });

  test("the history explains the status", () => {
    fc.assert(
      fc.property(edits, (made) => {
        const { current, events } = carryOut(made);
        expect(events.filter(({ to }) => to !== null).at(-1)?.to).toBe(current.status);
      }),
      { numRuns: 150 },
    );
  });

  test("without a reason no determined or consented text changes its process but by the move to TAP", () => {
    const frozen = fc.constantFrom(...STATES.filter(({ status }) => status === "Determined" || status === "Consented"));
    fc.assert(
      fc.property(frozen, changes, days, (state, made, wait) => {
        const subject = item({ status: state.status, step: state.step, process: state.process, since: "2019-06-03" });
        const verdict = evaluate(
          { item: subject, changes: made, origin: "person", reason: null },
          on(addDays("2019-06-03", wait)),
        );
        if (verdict.outcome === "refuse" || verdict.item.process === state.process) return;
        const passed = verdict.events.flatMap(({ transitions }) => transitions);
        expect(passed.includes("T38") || verdict.item.status !== state.status).toBe(true);
        expect(["Determined", "Consented", "Approved"].includes(verdict.item.status) && !passed.includes("T38")).toBe(
          false,
        );
      }),
      { numRuns: 500 },
    );
  });

  test("steps of every status are words of the list", () => {
    for (const status of STATUSES) for (const step of stepsOf(status)) expect(findState(status, step)?.step).toBe(step);
  });
});
