import fc from "fast-check";
import {
  addDays,
  addMonths,
  addWeeks,
  addWorkingDays,
  daysBetween,
  isIsoDate,
  weekday,
} from "../../../src/domain/designations/dates";
import { editDistance } from "../../../src/domain/designations/distance";
import { nearPerson, personKey, samePerson } from "../../../src/domain/designations/people";
import { compareTimings, parseTiming } from "../../../src/domain/designations/timing";

const isoDates = fc
  .date({ min: new Date("1900-01-01T00:00:00Z"), max: new Date("2199-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("people", () => {
  test.each([
    ["Hyung Jin Lim", "Hyungjin LIM"],
    ["Liu Lijun", "Lijun LIU"],
    ["Hyung-Soo (Hans) KIM", "Hyungsoo KIM"],
    ["Matthieu LEGRÉ", "Matthieu Legre"],
    ["Heung Youl  Youm", "YOUM Heung-Youl"],
  ])("%s and %s are one", (a, b) => expect(samePerson(a, b)).toBe(true));

  test.each([
    ["Jah Hoon Nah", "Jae Hoon NAH"],
    ["NAH Jaehoon", "Jah Hoon Nah"],
  ])("%s may be a slip for %s", (a, b) => {
    expect(samePerson(a, b)).toBe(false);
    expect(nearPerson(a, b)).toBe(true);
  });

  test.each([
    ["Chen ZHANG", "Feng ZHANG"],
    ["Lin Chen", "Lu Chen"],
    ["Sujung PARK", "Sungchae PARK"],
  ])("%s and %s are two", (a, b) => {
    expect(samePerson(a, b)).toBe(false);
    expect(nearPerson(a, b)).toBe(false);
  });

  test("order of names, capitals and hyphens do not change the key", () => {
    const word = fc.stringMatching(/^[A-Z][a-z]{1,8}$/);
    fc.assert(
      fc.property(word, word, word, (first, second, surname) => {
        const key = personKey(`${first} ${second} ${surname}`);
        expect(personKey(`${surname.toUpperCase()} ${first}-${second.toLowerCase()}`)).toBe(key);
        expect(personKey(`${first}${second.toLowerCase()} ${surname}`)).toBe(key);
      }),
    );
  });
});

describe("timing", () => {
  test.each([
    ["2025-3Q", "2025-07-01", "2025-09-30"],
    ["2025-Q3", "2025-07-01", "2025-09-30"],
    ["2024-Q1", "2024-01-01", "2024-03-31"],
    ["2025-9", "2025-09-01", "2025-09-30"],
    ["2025-09", "2025-09-01", "2025-09-30"],
    ["1Q 2009", "2009-01-01", "2009-03-31"],
    ["Q4 2008", "2008-10-01", "2008-12-31"],
    ["Sept. 2008", "2008-09-01", "2008-09-30"],
    ["Feb/Mar 2024", "2024-02-01", "2024-03-31"],
    ["July Aug/Sep 2024", "2024-07-01", "2024-09-30"],
    ["2024-02-29", "2024-02-29", "2024-02-29"],
    ["2026", "2026-01-01", "2026-12-31"],
  ])("%s", (text, from, to) => expect(parseTiming(text)).toMatchObject({ from, to }));

  test.each(["", "tbd", "2025-13", "2025-5Q", "2025-02-30", "Q1"])("“%s” is not a date", (text) =>
    expect(parseTiming(text)).toBeNull(),
  );

  test("timings are ordered by their end", () => {
    expect(["2025-Q4", "tbd", "2024-3Q", "2025-9", "2024-09"].sort(compareTimings)).toEqual([
      "2024-3Q",
      "2024-09",
      "2025-9",
      "2025-Q4",
      "tbd",
    ]);
  });
});

describe("dates", () => {
  test("days follow the calendar", () => {
    fc.assert(
      fc.property(isoDates, fc.integer({ min: -20000, max: 20000 }), (date, days) => {
        const moved = new Date(Date.parse(`${date}T00:00:00Z`) + days * 86400000).toISOString().slice(0, 10);
        expect(addDays(date, days)).toBe(moved);
        expect(daysBetween(date, moved)).toBe(days);
        expect(weekday(date)).toBe(new Date(`${date}T00:00:00Z`).getUTCDay() || 7);
      }),
    );
  });

  test("a month later is the same day, or the last of a shorter month", () => {
    expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
    expect(addMonths("2023-11-30", 3)).toBe("2024-02-29");
    expect(addMonths("2023-09-08", 3)).toBe("2023-12-08");
    expect(addMonths("2024-03-31", -13)).toBe("2023-02-28");
    expect(addWeeks("2023-09-08", 4)).toBe("2023-10-06");
  });

  test("working days skip weekends", () => {
    expect(addWorkingDays("2024-02-20", -7)).toBe("2024-02-09");
    expect(addWorkingDays("2023-12-22", 1)).toBe("2023-12-25");
    expect(addWorkingDays("2023-12-23", 0)).toBe("2023-12-23");
  });

  test("other texts are not dates", () => {
    expect(["2023-02-29", "2023-9-8", "", "2023-00-10"].map(isIsoDate)).toEqual([false, false, false, false]);
    expect(() => addDays("8 September 2023", 1)).toThrow("8 September 2023");
  });
});

test("edit distance counts insertions, deletions, replacements and swaps, up to its limit", () => {
  expect(editDistance("x.1817", "x.1871")).toBe(1);
  expect(editDistance("x.1817", "x.181")).toBe(1);
  expect(editDistance("kitten", "sitting")).toBe(3);
  expect(editDistance("kitten", "sitting", 1)).toBe(2);
  expect(editDistance("", "abc")).toBe(3);
});
