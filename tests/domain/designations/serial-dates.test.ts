import fc from "fast-check";
import { cellOf, valueOf } from "../../../src/domain/cells";
import {
  FROM_1900,
  FROM_1904,
  isoToSerial,
  serialToIso,
  setDateSystem,
} from "../../../src/domain/designations/serial-dates";

afterEach(() => setDateSystem(FROM_1900));

it("counts days as Excel does", () => {
  expect(isoToSerial("2023-09-08")).toBe(45177);
  expect(isoToSerial("1900-03-01")).toBe(61);
  expect(isoToSerial("9999-12-31")).toBe(2_958_465);
  expect(serialToIso(45177.75)).toBe("2023-09-08");
});

it("counts from 1904 where the workbook does", () => {
  setDateSystem(FROM_1904);
  expect(isoToSerial("2023-09-08")).toBe(43715);
  expect(serialToIso(43715)).toBe("2023-09-08");
  expect(serialToIso(0)).toBe("1904-01-01");
  expect(isoToSerial("1903-12-31")).toBeNull();
});

it.each([FROM_1900, FROM_1904])("gives every day back, from $dayZero", (system) => {
  const days = fc.integer({ min: system.first, max: system.last });
  fc.assert(fc.property(days, (day) => isoToSerial(serialToIso(day, system) ?? "", system) === day));
  for (const none of [system.first - 1, system.last + 1, NaN, Infinity, -Infinity])
    expect(serialToIso(none, system)).toBeNull();
});

it.each(["", "2023", "2023-02-29", "2023-13-01", "8 September 2023"])("%p is no day", (text) => {
  expect(isoToSerial(text)).toBeNull();
});

it.each([FROM_1900, FROM_1904])("a date is the same after it was in a cell, from $dayZero", (system) => {
  setDateSystem(system);
  const days = fc.integer({ min: 0, max: FROM_1904.last }).map((day) => serialToIso(day, FROM_1904) ?? "");
  fc.assert(fc.property(days, (date) => valueOf("date", cellOf("date", date)) === date));
  for (const text of ["2023-09", "after the Last Call", "1890-01-01"])
    expect(valueOf("date", cellOf("date", text))).toBe(text);
});
