import fc from "fast-check";
import { fromSerial, toSerial } from "../../src/functions/excel-dates";

it("counts days as Excel does", () => {
  expect(toSerial("2023-09-08")).toBe(45177);
  expect(toSerial("2017-03-30")).toBe(42824);
  expect(toSerial("1900-03-01")).toBe(61);
  expect(toSerial("9999-12-31")).toBe(2_958_465);
});

it("gives every day back", () => {
  fc.assert(fc.property(fc.integer({ min: 61, max: 2_958_465 }), (day) => toSerial(fromSerial(day) ?? "") === day));
});

it.each(["", "2023", "2023-02-29", "2023-13-01", "8 September 2023"])("%p is no day", (text) => {
  expect(toSerial(text)).toBeNull();
});

it("counts from 1904 where the workbook does", () => {
  expect(toSerial("2023-09-08", true)).toBe(43715);
  expect(fromSerial(43715, true)).toBe("2023-09-08");
  expect(fromSerial(1, true)).toBe("1904-01-02");
  expect([toSerial("1903-12-31", true), fromSerial(-1, true)]).toEqual([null, null]);
});
