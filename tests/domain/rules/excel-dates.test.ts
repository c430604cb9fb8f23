/** Cells in which Excel made a date of what was typed, because they were not formatted as text. */
import { findingText, refusalText } from "../../../src/i18n/rules";
import fc from "fast-check";
import { isoDate } from "../../../src/domain/designations/dates";
import { isoToSerial, serialToIso } from "../../../src/domain/designations/serial-dates";
import { evaluate, type Verdict } from "../../../src/domain/rules";
import { item, on } from "./samples";

const TODAY = "2026-02-16";

function edit(changes: Record<string, string>, studyGroup = "SG17"): Verdict {
  return evaluate({ item: item({ studyGroup }), changes, origin: "person", reason: null }, on(TODAY));
}

const serial = (date: string): string => String(isoToSerial(date));

/** What Excel makes of "N/G" typed on a day of a year, where months come first and where days do. */
function monthFirst(question: number, group: number, year: number): string {
  return isoDate(year, question, group);
}
function dayFirst(question: number, group: number, year: number): string {
  return group <= 12 ? isoDate(year, group, question) : isoDate(2000 + group, question, 1);
}

describe("a Question that Excel converted to a date", () => {
  test("2/17 converted with either order of day and month is restored with a warning", () => {
    for (const date of ["2026-02-17", "2017-02-01"]) {
      const verdict = edit({ question: serial(date) });
      expect(verdict).toMatchObject({ outcome: "accept", item: { question: "2/17" } });
      const warnings = verdict.outcome === "accept" ? verdict.warnings : [];
      expect(warnings).toMatchObject([{ rule: "F-07", severity: "warning" }]);
      expect(warnings.map((finding) => findingText(finding))).toEqual([
        expect.stringContaining(`Excel had converted the Question to the date ${date}; it was entered as 2/17`),
      ]);
    }
  });

  test("every Question up to 12 comes back, in any year, for any study group", () => {
    const cases = fc.record({
      question: fc.integer({ min: 1, max: 12 }),
      group: fc.integer({ min: 2, max: 21 }),
      year: fc.integer({ min: 2015, max: 2040 }),
      order: fc.constantFrom(monthFirst, dayFirst),
    });
    fc.assert(
      fc.property(cases, ({ question, group, year, order }) => {
        const verdict = edit({ question: serial(order(question, group, year)) }, `SG${String(group)}`);
        expect(verdict).toMatchObject({
          outcome: "accept",
          item: { question: `${String(question)}/${String(group)}` },
        });
      }),
    );
  });

  test("any other number is refused, with advice on what to type", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 80_000 }), (number) => {
        const date = serialToIso(number);
        const isQuestion =
          date !== null && date >= "2000" && date < "2100" && (date.endsWith("-17") || /^2017-\d\d-01$/.test(date));
        const verdict = edit({ question: String(number) });
        expect(verdict.outcome).toBe(isQuestion ? "accept" : "refuse");
        if (verdict.outcome === "refuse") {
          expect(verdict.overridable).toBe(false);
          expect(refusalText(verdict)).toContain("'2/17");
        }
      }),
    );
  });

  test.each(["0.117647", "17", "2.5E+3", "-1"])("%s is refused", (number) => {
    expect(edit({ question: number })).toMatchObject({ outcome: "refuse", findings: [{ rule: "F-07" }] });
  });
});

describe("a timing of which Excel made a date", () => {
  test("a month typed as 2024-03, 03/2024 or Mar 2024 is restored with a warning", () => {
    expect(edit({ timing: serial("2024-03-01") })).toMatchObject({
      outcome: "accept",
      item: { timing: "2024-03" },
      warnings: [{ rule: "F-09", severity: "warning" }],
    });
  });

  test("all months are restored, and other days are not read as months", () => {
    fc.assert(
      fc.property(fc.integer({ min: 36_526, max: 73_050 }), (number) => {
        const date = serialToIso(number) ?? "";
        const verdict = edit({ timing: String(number) });
        if (date.endsWith("-01"))
          expect(verdict).toMatchObject({ outcome: "accept", item: { timing: date.slice(0, 7) } });
        else expect(verdict.outcome === "refuse" && refusalText(verdict)).toContain(date);
      }),
    );
  });

  test("a bare year stays a year", () => {
    expect(edit({ timing: "2027" })).toMatchObject({ outcome: "accept", item: { timing: "2027" } });
  });
});

describe("a name of which Excel made a number", () => {
  test.each(["1817", "46070", "1.5", "1E+05"])("%s is refused, and the number of the text is kept", (typed) => {
    expect(edit({ item: typed })).toMatchObject({
      outcome: "refuse",
      overridable: false,
      findings: [{ rule: "F-02" }],
    });
  });
});
