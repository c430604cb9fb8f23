/** Unusual edits, each with the verdict that the procedures require. */
import fc from "fast-check";
import { refusalText } from "../../../src/i18n/rules";
import type { Meeting, ProgrammeEvent, WorkItem } from "../../../src/domain/model";
import { canBecome, checkItem, evaluate, possibleNext, type Verdict } from "../../../src/domain/rules";
import { addDays } from "../../../src/domain/designations/dates";
import { EVENT_KINDS, PROCESSES, STATUSES } from "../../../src/domain/vocabulary";
import { stepsOf } from "../../../src/domain/rules/states";
import { event, item, MARCH, meeting, on, SEPTEMBER } from "./samples";

const MEETINGS = [SEPTEMBER, MARCH, meeting("2024-09-02", "2024-09-10")];
const STUDIED: Partial<WorkItem> = { status: "Under study", since: "2023-03-03" };

interface World {
  events?: ProgrammeEvent[];
  items?: WorkItem[];
  meetings?: Meeting[];
  reason?: string;
}

function edit(
  values: Partial<WorkItem>,
  changes: Record<string, string>,
  date = "2024-03-01",
  { events = [], items = [], meetings = MEETINGS, reason }: World = {},
): Verdict {
  const chosen = meetings.find(({ from, to }) => (from ?? "") <= date && date <= (to ?? "")) ?? null;
  const context = on(date, { items, events, meetings }, { meeting: chosen });
  return evaluate({ item: item(values), changes, origin: "person", reason: reason ?? null }, context);
}

describe("an unknown process", () => {
  const unknown = { ...STUDIED, process: null };

  test("does not make a text approved that was neither determined nor consented", () => {
    expect(edit(unknown, { status: "Approved" })).toMatchObject({ outcome: "refuse", findings: [{ rule: "X-1" }] });
    expect(edit({ ...unknown, process: "Approval" }, { status: "Approved" })).toMatchObject({ outcome: "accept" });
  });

  test("follows from determination and consent, and from agreement only where the text can be agreed", () => {
    expect(edit(unknown, { status: "Determined" })).toMatchObject({ outcome: "accept", item: { process: "TAP" } });
    expect(edit(unknown, { status: "Consented" })).toMatchObject({ outcome: "accept", item: { process: "AAP" } });
    expect(edit(unknown, { status: "Agreed" })).toMatchObject({ outcome: "refuse", findings: [{ rule: "F-12" }] });
    const report = { ...unknown, number: null, name: "TR.abc" };
    expect(edit(report, { status: "Agreed" })).toMatchObject({ outcome: "accept", item: { process: "Agreement" } });
    expect(edit(report, { status: "Determined" })).toMatchObject({ outcome: "refuse", findings: [{ rule: "F-13" }] });
  });
});

describe("more time requested during a meeting", () => {
  const waiting = { step: "More time requested" };
  const events = [event(), event({ kind: "Step", to: null, step: "More time requested", date: "2024-02-28" })];
  // The meeting ended on 1 March: four weeks later is 29 March.
  test.each([
    ["2024-03-28", "Not approved", "accept"],
    ["2024-03-29", "Not approved", "accept"],
    ["2024-03-30", "Not approved", "refuse"],
    ["2024-03-28", "Approved", "refuse"],
    ["2024-03-29", "Approved", "accept"],
  ])("on %s %s is a matter to %s: the four weeks run from the end of the meeting", (date, status, outcome) => {
    expect(edit(waiting, { status }, date, { events }).outcome).toBe(outcome);
  });
});

describe("a consultation that failed", () => {
  const events = [event(), event({ kind: "Step", to: null, step: "Consultation below 70 %", date: "2024-02-09" })];
  const failed = { step: "Consultation below 70 %" };

  test.each(["2024-03-01", "2024-09-10"])("nothing is approved on %s without announcing the text again", (date) => {
    const verdict = edit(failed, { status: "Approved" }, date, { events });
    expect(verdict).toMatchObject({ outcome: "refuse", findings: [{ rule: "X-7" }] });
  });

  test("a text announced again is approved at the later meeting", () => {
    const reason = "Replies asked for changes, which were made.";
    expect(edit(failed, { step: "Announced" }, "2024-05-02", { events, reason })).toMatchObject({ outcome: "accept" });
    const again = [...events, event({ kind: "Step", to: null, step: "Announced", date: "2024-05-02" })];
    const announced = { step: "Announced" };
    expect(edit(announced, { status: "Approved" }, "2024-09-10", { events: again })).toMatchObject({
      outcome: "accept",
    });
  });
});

describe("a status and a step typed in one edit", () => {
  test("a step that is too early does not refuse the status", () => {
    const verdict = edit(STUDIED, { status: "Determined", step: "Announced" });
    expect(verdict).toMatchObject({ outcome: "refuse", findings: [{ field: "step", rule: "F-48" }] });
    expect(edit(STUDIED, { status: "Determined" })).toMatchObject({ outcome: "accept" });
  });

  test("a process, a status and a date go together", () => {
    expect(edit(STUDIED, { process: "AAP", status: "Consented", since: "2023-09-08" })).toMatchObject({
      outcome: "accept",
      item: { process: "AAP", status: "Consented", since: "2023-09-08" },
    });
  });
});

describe("the first day that is named", () => {
  test("is never one inside a meeting that began too soon", () => {
    const answer = edit({ since: "2023-11-30" }, { status: "Approved" }, "2024-02-29");
    expect(answer).toMatchObject({ outcome: "refuse", earliest: "2024-09-02" });
  });

  test("is one on which it can be", () => {
    const day = fc.integer({ min: 0, max: 500 }).map((days) => addDays("2023-01-01", days));
    const sittings = fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 4 }).map((months) =>
      months.sort().map((month) => {
        const from = addDays("2023-09-04", month * 61);
        return meeting(from, addDays(from, 11));
      }),
    );
    const subjects = fc.constantFrom<Partial<WorkItem>>(
      { status: "Determined", process: "TAP" },
      { status: "Consented", process: "AAP" },
      { status: "Consented", process: "AAP", step: "Study group review" },
      { status: "Determined", process: "TAP", step: "More time requested" },
    );
    fc.assert(
      fc.property(subjects, day, fc.integer({ min: 0, max: 200 }), sittings, (values, since, later, meetings) => {
        const subject = item({ ...values, since });
        const at = (date: string) => canBecome(subject, "Approved", on(date, { meetings }));
        const answer = at(addDays(since, later));
        if (answer.can || answer.refused.earliest === null) return;
        expect(at(answer.refused.earliest)).toMatchObject({ can: true });
      }),
    );
  });
});

describe("names", () => {
  test.each(["X.sup40", "X.1352Amd", "X.1333 Cor. 1", "X.509 (2019) Amd.2"])(
    "%s is kept as people write it",
    (name) => {
      expect(edit(STUDIED, { item: name, process: "" })).toMatchObject({ item: { number: name } });
    },
  );

  test("a former name that is restored is removed from the former names", () => {
    const verdict = edit({ number: "X.1999", aliases: ["X.1221"] }, { item: "X.1221" });
    expect(verdict).toMatchObject({ outcome: "accept", item: { number: "X.1221", aliases: ["X.1999"] } });
  });

  test("a number of another study group's text gives a warning, one of the own group is refused", () => {
    const other = item({ key: "other", number: "X.77", name: null, studyGroup: "SG13" });
    expect(edit({}, { item: "X.77" }, "2024-03-01", { items: [item(), other] })).toMatchObject({
      outcome: "accept",
      warnings: [{ rule: "F-01", severity: "warning" }],
    });
    const own = { ...other, studyGroup: "SG17" };
    expect(edit({}, { item: "X.77" }, "2024-03-01", { items: [item(), own] })).toMatchObject({ outcome: "refuse" });
  });

  test("a number may be given before approval, in one edit with the determination", () => {
    expect(edit({ ...STUDIED, number: null }, { item: "X.1999", status: "Determined" })).toMatchObject({
      outcome: "accept",
      item: { number: "X.1999", name: "X.stie", status: "Determined" },
      events: [{ kind: "Changed" }, { kind: "Determined" }],
    });
  });
});

describe("text copied from elsewhere", () => {
  test.each([
    "\u00a0Approved\u00a0",
    "Ａｐｐｒｏｖｅｄ",
    "App\u200broved",
    "Approved\u00ad",
    "\ufeffapproved",
    "Approved  2024-03-01",
  ])("%j is Approved", (typed) =>
    expect(edit({}, { status: typed })).toMatchObject({ outcome: "accept", item: { status: "Approved" } }),
  );

  test.each([
    ["question", "２/１７", "2/17"],
    ["timing", "2024\u2011Q3", "2024-Q3"],
    ["since", "２０２３-０９-０５", "2023-09-05"],
    ["title", "A\u00a0title\nover lines", "A title over lines"],
  ])("%s %j is %s", (field, typed, written) =>
    expect(edit({}, { [field]: typed })).toMatchObject({ outcome: "accept", item: { [field]: written } }),
  );
});

describe("words of the machine", () => {
  test.each(["constructor", "__proto__", "toString", "hasOwnProperty", "undefined", "null"])(
    "%s is no word of ours",
    (word) => {
      for (const field of ["status", "process", "kind", "step", "question", "timing", "since"])
        expect(edit({}, { [field]: word })).toMatchObject({ outcome: "refuse", overridable: false });
    },
  );

  test("a word unlike all words of the list suggests the whole list", () => {
    const refusal = (changes: Record<string, string>): string => {
      const verdict = edit({}, changes);
      return verdict.outcome === "refuse" ? refusalText(verdict) : verdict.outcome;
    };
    expect(refusal({ process: "Circulation" })).toBe(
      "“Circulation” is not a valid process. Did you mean TAP, AAP, Agreement or Approval?",
    );
    expect(refusal({ status: "Aproved" })).toBe("“Aproved” is not a valid status. Did you mean Approved?");
  });
});

describe("deferral to WTSA and back", () => {
  test("for a text referred back to study, steps before the deferral do not apply", () => {
    const events = [
      event(),
      event({ kind: "Step", to: null, step: "Announced", date: "2023-10-01" }),
      event({ kind: "Deferred to WTSA", to: "Deferred to WTSA", date: "2024-03-01" }),
      event({ kind: "Returned to study", to: "Under study", date: "2024-10-24" }),
    ];
    const back = { status: "Under study", since: "2024-10-24" } as const;
    expect(edit(back, { status: "Approved" }, "2025-01-10", { events })).toMatchObject({ outcome: "refuse" });
    const again = [...events, event({ date: "2025-04-17" })];
    const redetermined = { status: "Determined", since: "2025-04-17" } as const;
    expect(edit(redetermined, { status: "Approved" }, "2025-07-16", { events: again })).toMatchObject({
      outcome: "refuse",
      earliest: "2025-07-17",
    });
    expect(edit(redetermined, { status: "Approved" }, "2025-07-17", { events: again }).outcome).toBe("accept");
  });
});

describe("cells that hold anything", () => {
  const odd = fc.constantFrom("", "2023-09", "2023-02-30", "soon", "45177", "2023-09-08", "9999-12-31", "0001-01-01");
  const oddOrNone = fc.option(odd);
  const text = fc.option(fc.string({ maxLength: 12 }));
  const anyStep = fc.option(fc.constantFrom(...STATUSES.flatMap(stepsOf), "nonsense"));
  const items = fc.record({
    status: fc.constantFrom(...STATUSES),
    process: fc.option(fc.constantFrom(...PROCESSES)),
    since: oddOrNone,
    step: anyStep,
    timing: oddOrNone,
    number: text,
    name: text,
    parent: text,
    equivalent: text,
  });
  const events = fc.array(
    fc.record({
      date: odd,
      kind: fc.constantFrom(...EVENT_KINDS),
      to: fc.option(fc.constantFrom(...STATUSES)),
      step: anyStep,
      reason: text,
      facts: fc.record(
        {
          repliesInFavour: fc.nat(),
          repliesAgainst: fc.nat(),
          from: odd,
          to: odd,
          translationsOut: odd,
          notified: odd,
        },
        { requiredKeys: [] },
      ),
      meeting: oddOrNone,
      process: fc.option(fc.constantFrom(...PROCESSES)),
    }),
    { maxLength: 6 },
  );
  const meetings = fc.array(fc.record({ from: oddOrNone, to: oddOrNone, name: fc.string({ maxLength: 8 }), id: odd }), {
    maxLength: 4,
  });

  test("never stop the rules", () => {
    fc.assert(
      fc.property(items, events, meetings, fc.constantFrom(...STATUSES), (values, happened, sat, status) => {
        const subject = item(values);
        const parent = item({ key: "parent", number: values.parent, since: values.since, status: "Approved" });
        const world = {
          items: [subject, parent],
          events: happened.map((each) => event(each)),
          meetings: sat.map((each) => ({ ...MARCH, ...each })),
        };
        const context = on("2024-03-01", world);
        expect(() => checkItem(subject, context)).not.toThrow();
        expect(() => possibleNext(subject, context).map(({ warnings }) => warnings)).not.toThrow();
        expect(() =>
          evaluate({ item: subject, changes: { status }, origin: "person", reason: null }, context),
        ).not.toThrow();
      }),
      { numRuns: 2000 },
    );
  });
});
