import { continuation } from "../../host/model/fill-series";
import type { SeriesKind } from "../../host/model/fill-series";

const next = (
  values: (string | number | boolean)[],
  kind: SeriesKind = "Default",
  dates = false,
): unknown[] | undefined => {
  const series = continuation(values, kind, dates);
  return series && [series(1), series(2), series(-1)];
};

describe("an automatic fill", () => {
  it("repeats a single number and continues several", () => {
    expect(next([5])).toBeUndefined();
    expect(next([1, 3])).toEqual([5, 7, -1]);
    expect(next([5], "Series")).toEqual([6, 7, 4]);
    expect(next([1, 2, 4], "Linear")).toEqual([5.3333333333333, 6.8333333333333, -0.66666666666667]);
    expect(next([2, 4], "Growth")).toEqual([8, 16, 1]);
  });

  it("counts days, weekdays, months and years of dates", () => {
    expect(next([45_290], "Default", true)).toEqual([45_291, 45_292, 45_289]);
    // 29 December 2023 is a Friday.
    expect(next([45_289], "Weekdays")).toEqual([45_292, 45_293, 45_288]);
    // 31 January 2024 is followed by the last days of shorter months.
    expect(next([45_322], "Months")).toEqual([45_351, 45_382, 45_291]);
    expect(next([45_351], "Years")?.[0]).toBe(45_716);
  });

  it("goes on with names of days and months and with numbered texts", () => {
    expect(next(["Mon"])).toEqual(["Tue", "Wed", "Sun"]);
    expect(next(["JAN", "MAR"])).toEqual(["MAY", "JUL", "NOV"]);
    expect(next(["Item 09"])).toEqual(["Item 10", "Item 11", "Item 08"]);
    expect(next(["Q1", "x"])).toBeUndefined();
    expect(next(["a"])).toBeUndefined();
  });
});
