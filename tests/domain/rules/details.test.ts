/** Details that the rules read from the workbook: every case is a row of Work programme, History or Meetings. */
import { emptyRow } from "../../../src/domain/row-fields";
import type { Row } from "../../../src/domain/document";
import type { EventFacts, Meeting, ProgrammeEvent, WorkItem } from "../../../src/domain/model";
import { checkItem, evaluate, type Finding } from "../../../src/domain/rules";
import { detailsOf } from "../../../src/domain/rules/details";
import { typedFacts } from "../../../src/domain/rules/typed-facts";
import { FIELD_RULES } from "../../../src/domain/rules/field-rules";
import { eventCells, eventOfRow } from "../../../src/excel/row-mapping/event-rows";
import { itemCells, itemOfRow } from "../../../src/domain/item-rows";
import { event, item, MARCH, meeting, on, SEPTEMBER } from "./samples";

const LATER = meeting("2024-08-26", "2024-09-06");
const WORKING_PARTY: Meeting = { ...meeting("2023-11-13", "2023-11-15"), id: "2023-11", name: "Working Party 2/17" };
const MEETINGS = [SEPTEMBER, WORKING_PARTY, MARCH, LATER];

const asRow = (values: Partial<WorkItem>): WorkItem => {
  const cells = itemCells(item(values));
  return itemOfRow((header) => cells[header] ?? "");
};

/** Events as History gives them back. */
const asHistory = (events: readonly ProgrammeEvent[]): ProgrammeEvent[] =>
  events.map((each) => {
    const cells = eventCells(each, "X.1221");
    return eventOfRow((header) => cells[header] ?? "");
  });

const determined = (date = "2023-09-08") => event({ date });
const consented = (date = "2023-09-08") =>
  event({ date, kind: "Consented", to: "Consented", process: "AAP", meeting: "2023-09" });
const step = (date: string, word: string | null, facts: EventFacts = {}, process: "TAP" | "AAP" = "TAP") =>
  event({ date, kind: "Step", to: null, step: word, facts, process });
const review = (date: string, word: string, facts: EventFacts = {}) => step(date, word, facts, "AAP");
const decided = (date: string, to: "Approved" | "Not approved" | "Agreed", more: Partial<ProgrammeEvent> = {}) =>
  event({ date, kind: to, to, ...more });

const printed = (table: "Planned for approval" | "New work items" | "Work programme export", row: Partial<Row>) => ({
  source: {
    document: "2023-09 executive summary",
    family: "executive-summary" as const,
    meeting: "2023-09",
    column: null,
    annex: "B",
    section: "a",
    table,
    position: 1,
    lines: [1, 2] as [number, number],
  },
  printed: { ...emptyRow([1, 2]), ...row },
});
const planned = (timing: string) =>
  event({ kind: "Planned for approval", to: null, ...printed("Planned for approval", { timing }) });

interface Rows {
  values?: Partial<WorkItem>;
  events?: ProgrammeEvent[];
  date?: string;
}

const AAP: Partial<WorkItem> = { status: "Consented", process: "AAP" };
const AAP_APPROVED: Partial<WorkItem> = { status: "Approved", process: "AAP", since: "2024-02-28" };
const AMENDMENT: Partial<WorkItem> = { number: "X.509 (2019) Amd.2", name: null, kind: "Amd", parent: "X.509" };

/** For every rule that looks beyond the columns, rows of the workbook that make it speak, and the like that do not. */
const SPEAKING: Record<string, { yes: Rows[]; no: Rows[] }> = {
  "F-08": {
    yes: [{ events: [event(printed("Work programme export", { studyPeriod: "2021-2024" }))] }],
    no: [{ events: [event(printed("Work programme export", { studyPeriod: "2022-2024" }))] }],
  },
  "F-14": {
    yes: [{ values: { ...AMENDMENT, title: "New Appendix III – Examples" } }],
    no: [{ values: { ...AMENDMENT, title: "New Annex B and Appendix III" } }, { values: AMENDMENT }],
  },
  "F-16": {
    yes: [{ values: { number: "D.198", process: "AAP", status: "Under study" } }],
    no: [
      { values: { number: "D.198", process: "TAP", status: "Under study" } },
      {
        values: { number: "D.198", process: "AAP", status: "Under study" },
        events: [
          event({
            kind: "Changed",
            to: null,
            changes: [{ field: "process", from: "TAP", to: "AAP" }],
            reason: "SG decision of 2023-09-08",
          }),
        ],
      },
    ],
  },
  "F-22": {
    yes: [
      {
        values: AAP,
        events: [consented(), review("2023-10-16", "Last Call"), review("2023-11-01", "Last Call judgement")],
      },
      {
        values: AAP,
        events: [consented(), review("2023-10-16", "Last Call", { from: "2023-10-16", to: "2023-11-20" })],
      },
      {
        values: AAP,
        events: [consented(), review("2023-12-01", "Additional Review", { from: "2023-12-01", to: "2023-12-10" })],
      },
    ],
    no: [
      { values: AAP, events: [consented(), review("2023-10-16", "Last Call")] },
      {
        values: AAP,
        events: [consented(), review("2023-10-16", "Last Call", { from: "2023-10-16", to: "2023-11-13" })],
      },
      {
        values: AAP,
        events: [consented(), review("2023-10-16", "Last Call"), review("2024-01-10", "Last Call judgement")],
      },
    ],
  },
  "F-23": {
    yes: [
      { values: AAP, events: [consented(), review("2023-10-01", "Additional Review")] },
      {
        values: AAP,
        events: [consented(), review("2023-10-16", "Last Call"), review("2023-11-12", "Additional Review")],
      },
    ],
    no: [
      { values: AAP, events: [consented(), review("2023-10-06", "Additional Review")] },
      {
        values: AAP,
        events: [consented(), review("2023-10-16", "Last Call"), review("2023-11-13", "Additional Review")],
      },
    ],
  },
  "F-24": {
    yes: [
      {
        values: AAP_APPROVED,
        events: [consented(), review("2024-01-31", "Study group review"), decided("2024-02-28", "Approved")],
      },
    ],
    no: [
      {
        values: AAP_APPROVED,
        events: [consented(), review("2024-01-30", "Study group review"), decided("2024-02-28", "Approved")],
      },
      { values: { ...AAP_APPROVED, since: "2024-02-28" }, events: [consented(), decided("2024-02-28", "Approved")] },
    ],
  },
  "F-25": {
    yes: [{ events: [determined(), planned("2024-Q1"), step("2023-11-21", "Announced")] }],
    no: [
      { events: [determined(), planned("2024-Q1"), step("2023-11-20", "Announced")] },
      { events: [determined(), step("2023-11-21", "Announced")] },
      { events: [determined(), planned("2024-Q1"), step("2024-03-20", "Announced")] },
    ],
  },
  "F-26": {
    yes: [
      {
        events: [
          determined(),
          planned("2024-Q1"),
          step("2023-10-01", "Announced"),
          step("2024-02-08", "Consultation closed"),
        ],
      },
    ],
    no: [
      {
        events: [
          determined(),
          planned("2024-Q1"),
          step("2023-10-01", "Announced"),
          step("2024-02-09", "Consultation closed"),
        ],
      },
      // Noted at the meeting, under its date.
      {
        events: [
          determined(),
          planned("2024-Q1"),
          step("2023-10-01", "Announced"),
          step("2024-03-01", "Consultation closed"),
        ],
      },
    ],
  },
  "F-28": {
    yes: [
      {
        values: { step: "Consultation closed" },
        events: [
          determined(),
          step("2023-10-01", "Announced"),
          step("2024-02-09", "Consultation closed", { repliesInFavour: 7, repliesAgainst: 4 }),
        ],
      },
    ],
    no: [
      {
        values: { step: "Consultation closed" },
        events: [
          determined(),
          step("2023-10-01", "Announced"),
          step("2024-02-09", "Consultation closed", { repliesInFavour: 14, repliesAgainst: 2 }),
        ],
      },
      {
        values: { step: "Consultation closed" },
        events: [
          determined(),
          step("2023-03-01", "Consultation below 70 %", { repliesInFavour: 1, repliesAgainst: 9 }),
          step("2023-10-01", "Announced"),
          step("2024-02-09", "Consultation closed"),
        ],
      },
    ],
  },
  "F-27": {
    yes: [
      {
        values: { status: "Determined" },
        events: [determined(), step("2023-11-20", "Announced", { translationsOut: "2024-02-10" }), planned("2024-Q1")],
      },
    ],
    no: [
      {
        values: { status: "Determined" },
        events: [determined(), step("2023-11-20", "Announced", { translationsOut: "2024-01-10" }), planned("2024-Q1")],
      },
    ],
  },
  "F-29": {
    yes: [
      {
        values: { status: "Approved", since: "2024-02-28" },
        events: [determined(), decided("2024-02-28", "Approved", { facts: { notified: "2024-04-15" } })],
        date: "2024-05-01",
      },
    ],
    no: [
      {
        values: { status: "Approved", since: "2024-02-28" },
        events: [determined(), decided("2024-02-28", "Approved", { facts: { notified: "2024-03-10" } })],
        date: "2024-05-01",
      },
    ],
  },
  "F-30": {
    yes: [{ events: [event({ facts: { summary: "no" } })] }],
    no: [{ events: [event({ facts: { summary: "yes" } })] }, { events: [event()] }],
  },
  "F-35": {
    yes: [{ events: [event({ facts: { justification: "none" } })] }],
    no: [{ events: [event({ facts: { justification: "A.1" } })] }, { events: [event()] }],
  },
  "F-36": {
    yes: [{ events: [event({ facts: { supporters: 1 } })] }],
    no: [{ events: [event({ facts: { supporters: 40 } })] }, { events: [event()] }],
  },
  "F-38": {
    yes: [{ values: { status: "Under study" }, events: [event({ facts: { contributions: 0 } })] }],
    no: [{ values: { status: "Under study" }, events: [event({ facts: { contributions: 2 } })] }],
  },
  "F-33": {
    yes: [{ values: { a5: null, equivalent: null }, events: [event(printed("New work items", { a5: "TD808" }))] }],
    no: [
      { values: { a5: "TD808" }, events: [event(printed("New work items", { a5: "TD808" }))] },
      { values: { a5: null, equivalent: null }, events: [event(printed("New work items", {}))] },
    ],
  },
  "F-42": {
    yes: [
      {
        values: { number: "X.sup39", status: "Agreed", process: "Agreement" },
        events: [decided("2023-11-14", "Agreed")],
      },
      {
        values: { number: "XSTR.a-b", status: "Agreed", process: "Agreement" },
        events: [decided("2023-11-14", "Agreed")],
      },
    ],
    no: [
      {
        values: { number: "X.sup39", status: "Agreed", process: "Agreement" },
        events: [decided("2023-09-08", "Agreed")],
      },
      {
        values: { number: "XSTR.a-b", status: "Agreed", process: "Agreement" },
        events: [decided("2023-11-14", "Agreed", { facts: { authorisedBy: "SG17 in September 2023" } })],
      },
    ],
  },
  "F-44": {
    yes: [
      {
        values: { status: "Under study", process: "AAP" },
        events: [event({ kind: "New work item", to: "Under study", ...printed("New work items", { mark: "*" }) })],
      },
    ],
    no: [
      {
        values: { status: "Under study", process: "TAP" },
        events: [event({ kind: "New work item", to: "Under study", ...printed("New work items", { mark: "*" }) })],
      },
    ],
  },
  "F-46": {
    yes: [
      {
        values: { status: "Not approved", step: "Opposed in the four weeks", since: "2024-03-30" },
        events: [determined(), step("2024-02-28", "More time requested"), decided("2024-03-30", "Not approved")],
        date: "2024-04-01",
      },
    ],
    no: [
      {
        values: { status: "Not approved", step: "Opposed in the four weeks", since: "2024-03-29" },
        events: [determined(), step("2024-02-28", "More time requested"), decided("2024-03-29", "Not approved")],
        date: "2024-04-01",
      },
    ],
  },
  "F-19": {
    yes: [
      {
        values: { status: "Approved", since: "2023-11-14" },
        events: [determined("2023-03-03"), decided("2023-11-14", "Approved")],
      },
    ],
    no: [
      {
        values: { status: "Approved", since: "2024-02-28" },
        events: [determined(), decided("2024-02-28", "Approved")],
      },
    ],
  },
  "F-20": {
    yes: [
      {
        values: { status: "Approved", since: "2024-02-28" },
        events: [determined(), step("2023-12-01", "Announced"), decided("2024-02-28", "Approved")],
      },
    ],
    no: [
      {
        values: { status: "Approved", since: "2024-02-28" },
        events: [determined(), step("2023-11-20", "Announced"), decided("2024-02-28", "Approved")],
      },
    ],
  },
};

function spoken(id: string, { values = {}, events = [], date = "2024-03-01" }: Rows): Finding[] {
  const subject = asRow(values);
  const context = on(date, { items: [subject], events: asHistory(events), meetings: MEETINGS });
  return checkItem(subject, context).filter(
    ({ rule, severity }) => rule === id && !(id === "F-26" && severity === "info"),
  );
}

describe("details from history, printed rows and meetings", () => {
  describe.each(Object.keys(SPEAKING))("%s", (id) => {
    test.each((SPEAKING[id]?.yes ?? []).map((rows) => [JSON.stringify(rows), rows] as const))("names %s", (_, rows) =>
      expect(spoken(id, rows).length).toBeGreaterThan(0),
    );
    test.each((SPEAKING[id]?.no ?? []).map((rows) => [JSON.stringify(rows), rows] as const))(
      "is silent about %s",
      (_, rows) => expect(spoken(id, rows)).toEqual([]),
    );
  });

  test("every rule that needs details gets them from rows of the workbook", () => {
    const asks = FIELD_RULES.filter(({ check }) => /\bdetails\b/.test(check.toString()));
    const unheard = asks.map(({ id }) => id).filter((id) => !(id in SPEAKING));
    // F-12 and F-21 speak without details too; what these add is tested below.
    expect(unheard).toEqual(["F-12", "F-21"]);
  });

  test("an amendment whose title mentions an annex is approved and not agreed", () => {
    const values = {
      ...AMENDMENT,
      title: "New Annex B",
      process: "Agreement" as const,
      status: "Under study" as const,
    };
    expect(spoken("F-12", { values })).toMatchObject([{ severity: "warning" }]);
    expect(spoken("F-12", { values: { ...values, title: "New Appendix B" } })).toEqual([]);
  });

  test("a Last Call noted in the history counts for the four weeks", () => {
    const events = [consented("2024-01-02"), review("2024-02-16", "Last Call"), decided("2024-02-28", "Approved")];
    expect(spoken("F-21", { values: AAP_APPROVED, events })).toHaveLength(1);
  });

  test("a text returned to study and determined again has no announcement yet", () => {
    const events = [
      determined("2023-03-03"),
      step("2023-04-01", "Announced"),
      event({ date: "2023-06-01", kind: "Returned to study", to: "Under study" }),
      determined(),
    ];
    expect(detailsOf(item(), events, MEETINGS, "2024-03-01").announced).toBeUndefined();
  });
});

describe("edits that depend on details", () => {
  const edit = (
    values: Partial<WorkItem>,
    changes: Record<string, string>,
    date: string,
    reason: string | null = null,
    facts: EventFacts = {},
  ) =>
    evaluate(
      { item: asRow(values), changes, origin: "person", reason, facts },
      on(
        date,
        { meetings: MEETINGS },
        { meeting: MEETINGS.find(({ from, to }) => (from ?? "") <= date && date <= (to ?? "")) ?? null },
      ),
    );

  test("at a working party's meeting a text is determined, and not approved", () => {
    expect(edit({ status: "Under study" }, { status: "Determined" }, "2023-11-14")).toMatchObject({
      outcome: "accept",
    });
    expect(edit({ since: "2023-03-03" }, { status: "Approved" }, "2023-11-14")).toMatchObject({
      outcome: "refuse",
      findings: [{ code: "wrongBody" }],
    });
    expect(edit({ since: "2023-03-03" }, { status: "Approved" }, "2024-02-28")).toMatchObject({ outcome: "accept" });
  });

  test("a step that needs no meeting is possible on any day, also during a working party meeting", () => {
    const consented = { status: "Consented", process: "AAP", since: "2023-09-08" } as const;
    expect(edit(consented, { status: "Approved" }, "2023-11-14")).toMatchObject({ outcome: "accept", warnings: [] });
    const approved = { status: "Approved", process: "AAP", since: "2023-11-14" } as const;
    const events = [
      event({ kind: "Consented", to: "Consented", process: "AAP" }),
      decided("2023-11-14", "Approved", { meeting: "2023-11" }),
    ];
    expect(spoken("F-19", { values: approved, events })).toEqual([]);
    const review = event({ kind: "Step", to: null, process: "AAP", step: "Study group review", date: "2023-10-01" });
    expect(
      spoken("F-19", { values: approved, events: [...events.slice(0, 1), review, ...events.slice(1)] }),
    ).toHaveLength(1);
  });

  test("at a working party's meeting an appendix is not agreed, a Supplement is with a warning, a Technical Report is", () => {
    const studied = { status: "Under study", process: "Agreement" } as const;
    expect(edit({ ...studied, number: "X.805 App.I" }, { status: "Agreed" }, "2023-11-14").outcome).toBe("refuse");
    expect(edit({ ...studied, number: "X.sup39" }, { status: "Agreed" }, "2023-11-14")).toMatchObject({
      outcome: "accept",
      warnings: [{ severity: "warning", code: "agreementByWorkingParty" }],
    });
    expect(edit({ ...studied, number: "XSTR.a-b" }, { status: "Agreed" }, "2023-11-14").outcome).toBe("accept");
  });

  test("the replies given as reason decide how a consultation closes", () => {
    const announced = { step: "Announced" };
    const close = (replies: string) =>
      edit(announced, { step: "Consultation closed" }, "2024-02-28", replies, typedFacts(replies));
    // Figures are no reason: too few in favour stays refused, as it would without them.
    expect(close("7 yes, 4 no")).toMatchObject({
      outcome: "refuse",
      findings: expect.arrayContaining([expect.objectContaining({ rule: "T11" })]) as Finding[],
    });
    expect(close("7 yes, 3 no")).toMatchObject({ outcome: "accept", warnings: [] });
  });

  test("the next study group meeting is never one of the assembly or of a rapporteur group", () => {
    const between = { ...meeting("2024-02-05", "2024-02-07"), name: "Rapporteur group meeting of Question 4/17" };
    const context = on("2023-11-20", { meetings: [SEPTEMBER, between, MARCH] });
    expect(
      evaluate({ item: asRow({}), changes: { step: "Announced" }, origin: "person", reason: null }, context),
    ).toMatchObject({
      outcome: "accept",
      warnings: [],
    });
  });
});
