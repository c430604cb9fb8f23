import fc from "fast-check";
import { addDays, addMonths, daysBetween, isWorkingDay } from "../../../src/domain/designations/dates";
import { after, before, PERIODS, type PeriodId } from "../../../src/domain/rules/periods";
import { canBecome, evaluate, type ProposedEdit, type Verdict } from "../../../src/domain/rules";
import type { ProgrammeEvent, WorkItem } from "../../../src/domain/model";
import { refusalText } from "../../../src/i18n/rules";
import { event, item, meeting, on } from "./samples";

const dates = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays("1996-01-01", days));

/** Whether a status is allowed for the item on a date. */
const allowed = (subject: WorkItem, status: "Approved" | "Not approved", date: string): boolean =>
  canBecome(subject, status, on(date)).can;

const textOf = (verdict: Verdict): string => (verdict.outcome === "refuse" ? refusalText(verdict) : "");

describe("three months' notice", () => {
  test.each([
    ["2023-09-08", "2023-12-08"],
    ["2023-11-30", "2024-02-29"],
    ["2022-11-30", "2023-02-28"],
    ["2023-08-31", "2023-11-30"],
    ["2023-12-31", "2024-03-31"],
    ["2024-02-29", "2024-05-29"],
    ["2099-11-30", "2100-02-28"],
  ])("from %s is over on %s, and not a day before", (determined, earliest) => {
    const subject = item({ since: determined });
    expect(after(determined, "noticeBeforeMeeting")).toBe(earliest);
    expect(allowed(subject, "Approved", earliest)).toBe(true);
    expect(canBecome(subject, "Approved", on(addDays(earliest, -1)))).toMatchObject({
      can: false,
      refused: { earliest },
    });
  });

  test("has a sharp edge whatever the date", () => {
    fc.assert(
      fc.property(dates, (determined) => {
        const subject = item({ since: determined });
        const earliest = addMonths(determined, 3);
        return allowed(subject, "Approved", earliest) && !allowed(subject, "Approved", addDays(earliest, -1));
      }),
    );
  });

  test("is measured to the first day of the deciding meeting, where it is listed", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 9 }), (determined, day) => {
        const earliest = addMonths(determined, 3);
        const early = addDays(earliest, -1);
        const tried = (from: string) =>
          evaluate(
            { item: item({ since: determined }), changes: { status: "Approved" }, origin: "person", reason: null },
            on(addDays(from, day), { meetings: [meeting(from, addDays(from, 9))] }),
          ).outcome;
        return tried(earliest) === "accept" && tried(early) === "refuse";
      }),
    );
  });

  test("counts from the announcement, where it is on record", () => {
    const subject = item({ step: "Announced" });
    const events = [event(), event({ date: "2023-11-30", kind: "Step", to: null, step: "Announced" })];
    const tried = (date: string) => canBecome(subject, "Approved", on(date, { events }));
    expect(tried("2024-02-28")).toMatchObject({ can: false, refused: { earliest: "2024-02-29" } });
    expect(tried("2024-02-29").can).toBe(true);
  });

  test("applies to a refusal as to an approval: no decision is possible before", () => {
    expect(allowed(item(), "Not approved", "2023-12-07")).toBe(false);
    expect(allowed(item(), "Not approved", "2023-12-08")).toBe(true);
  });
});

describe("four weeks' Last Call", () => {
  test.each([
    ["2023-09-08", "2023-10-06"],
    ["2024-02-10", "2024-03-09"],
    ["2023-02-10", "2023-03-10"],
    ["2023-12-20", "2024-01-17"],
    ["2000-02-29", "2000-03-28"],
  ])("from %s is over on %s, and not a day before", (consented, earliest) => {
    const subject = item({ status: "Consented", process: "AAP", since: consented });
    expect(allowed(subject, "Approved", earliest)).toBe(true);
    expect(canBecome(subject, "Approved", on(addDays(earliest, -1)))).toMatchObject({
      can: false,
      refused: { earliest },
    });
  });

  test("has a sharp edge whatever the date", () => {
    fc.assert(
      fc.property(dates, (consented) => {
        const subject = item({ status: "Consented", process: "AAP", since: consented });
        return (
          allowed(subject, "Approved", addDays(consented, 28)) && !allowed(subject, "Approved", addDays(consented, 27))
        );
      }),
    );
  });
});

describe("the other clocks", () => {
  const stepped = (process: "TAP" | "AAP", step: string, date: string) => {
    const status = process === "TAP" ? "Determined" : "Consented";
    return {
      subject: item({ status, process, since: "2020-01-15", step }),
      events: [
        event({ date: "2020-01-15", kind: status, to: status, process }),
        event({ date, kind: "Step", to: null, step, process }),
      ],
    };
  };

  test.each([
    ["AAP", "Additional Review", "2024-02-15", "2024-03-07"],
    ["AAP", "Study group review", "2024-02-15", "2024-03-07"],
    ["AAP", "More time requested", "2024-02-15", "2024-03-14"],
    ["TAP", "More time requested", "2024-02-15", "2024-03-14"],
    ["TAP", "Announced", "2023-11-30", "2024-02-29"],
    ["AAP", "Last Call", "2024-02-15", "2024-03-14"],
    ["AAP", "Last Call re-initiated", "2024-02-15", "2024-03-14"],
  ] as const)("%s, %s since %s: approved from %s on", (process, step, date, earliest) => {
    const { subject, events } = stepped(process, step, date);
    expect(canBecome(subject, "Approved", on(earliest, { events })).can).toBe(true);
    expect(canBecome(subject, "Approved", on(addDays(earliest, -1), { events }))).toMatchObject({
      can: false,
      refused: { earliest },
    });
  });

  test("an opposition counts up to the last day of its four weeks", () => {
    const { subject, events } = stepped("TAP", "More time requested", "2024-03-01");
    const opposed = (date: string) =>
      evaluate(
        {
          item: subject,
          changes: { status: "Not approved", step: "Opposed in the four weeks" },
          origin: "person",
          reason: null,
        },
        on(date, { events }),
      );
    expect(opposed("2024-03-29").outcome).toBe("accept");
    expect(opposed("2024-03-30")).toMatchObject({ outcome: "refuse", earliest: null });
    expect(textOf(opposed("2024-03-30"))).toMatch(/period of four weeks ended on .*2024/);
  });

  test("a deletion is agreed, announced, and in force three months after the circular", () => {
    const approved = item({ status: "Approved", since: "2017-09-06" });
    const type = (start: WorkItem, date: string, changes: ProposedEdit["changes"], events: ProgrammeEvent[] = []) =>
      evaluate({ item: start, changes, origin: "person", reason: "Superseded" }, on(date, { events }));
    const refused = evaluate(
      { item: approved, changes: { status: "Discontinued" }, origin: "person", reason: null },
      on("2023-09-08"),
    );
    expect(refused).toMatchObject({ outcome: "refuse", findings: [{ rule: "T55", code: "atWtsa" }] });
    expect(refused.outcome === "refuse" && refusalText(refused)).toContain("Deletion agreed");
    const agreed = type(approved, "2023-09-08", { step: "Deletion agreed" });
    expect(agreed).toMatchObject({ outcome: "accept", item: { status: "Approved", since: "2017-09-06" } });
    const inDeletion = { ...approved, step: "Deletion agreed" };
    expect(type(inDeletion, "2023-11-30", { step: "Deletion announced" }).outcome).toBe("accept");
    const announced = { ...approved, step: "Deletion announced" };
    const circular = event({ kind: "Step", to: null, step: "Deletion announced", date: "2023-11-30" });
    const inForce = (date: string) =>
      evaluate(
        { item: announced, changes: { status: "Discontinued" }, origin: "person", reason: null },
        on(date, { events: [circular] }),
      );
    expect(inForce("2024-02-28")).toMatchObject({ outcome: "refuse", earliest: "2024-02-29" });
    expect(inForce("2024-02-29")).toMatchObject({
      outcome: "accept",
      item: { status: "Discontinued", step: "Recommendation deleted" },
    });
  });

  test("replies close seven working days before the meeting; closing sooner is remarked upon", () => {
    const { subject, events } = stepped("TAP", "Announced", "2023-11-01");
    const march = meeting("2024-02-20", "2024-03-01");
    const closed = (date: string) =>
      evaluate(
        { item: subject, changes: { step: "Consultation closed" }, origin: "person", reason: null },
        on(date, { events, meetings: [march] }),
      );
    // 20 February 2024 is a Tuesday: seven working days before is Friday the 9th.
    expect(closed("2024-02-09")).toMatchObject({ outcome: "accept", warnings: [] });
    expect(closed("2024-02-08")).toMatchObject({ outcome: "accept", warnings: [{ rule: "T11" }] });
  });

  test("seven working days before any day is a working day with six more in between", () => {
    fc.assert(
      fc.property(dates, (date) => {
        const closes = before(date, "consultationCloses");
        const between = Array.from({ length: daysBetween(closes, date) }, (_, index) => addDays(closes, index));
        return isWorkingDay(closes) && between.filter((each) => isWorkingDay(each)).length === 7;
      }),
    );
  });
});

test("every period grows with its beginning, and going back from its end never overshoots", () => {
  const ids = Object.keys(PERIODS) as PeriodId[];
  fc.assert(
    fc.property(dates, fc.constantFrom(...ids), (date, id) => {
      const end = after(date, id);
      return (
        end > date &&
        after(addDays(date, 1), id) >= end &&
        before(end, id) <= end &&
        daysBetween(before(end, id), date) >= -7
      );
    }),
  );
});

test("a date allowed once stays allowed, as long as nothing else happens", () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }), (since, wait, more) => {
      const subject = item({ since });
      return (
        !allowed(subject, "Approved", addDays(since, wait)) || allowed(subject, "Approved", addDays(since, wait + more))
      );
    }),
  );
});
