/** The results that Excel's runtime gets from one call: at once when cached, always resolved, only the two documented errors. */
import { joinDocuments } from "../../src/domain/merge";
import { buildIndex } from "../../src/domain/item-index";
import { readSeeds } from "../../src/import/seeds";
import { ExcelError } from "./excels-error";

Object.assign(globalThis, {
  Office: {
    context: { platform: "PC", requirements: { isSetSupported: () => false } },
    PlatformType: { OfficeOnline: "OfficeOnline" },
  },
});

const index = buildIndex(joinDocuments(readSeeds()));
const store = { warm: true, answer: () => Promise.resolve(index) };
const asks: [string, unknown][] = [];
const calculated: unknown[] = [];
jest.mock("../../src/functions/programme-source", () => ({
  cachedIndex: () => (store.warm ? index : null),
  programmeIndex: () => store.answer(),
  unreadable: () => null,
}));
jest.mock("../../src/excel/date-settings", () => ({
  cachedDateFormat: () => "yyyy-mm-dd",
  dateFormat: () => Promise.resolve("yyyy-mm-dd"),
}));
jest.mock("../../src/excel/dependents", () => ({
  registerDependency: (address: string, keys: unknown) => asks.push([address, keys]),
}));
jest.mock("../../src/excel/recalculation", () => ({
  recalculate: (keys: unknown) => {
    calculated.push(keys);
    return Promise.resolve();
  },
}));

import { FUNCTIONS, type FunctionId } from "../../src/functions/catalogue";
import { excelFunction } from "../../src/functions/invoke";

const functionOf = (id: FunctionId, patience?: number) => {
  const entry = FUNCTIONS.find((each) => each.id === id);
  if (!entry) throw new Error(id);
  return excelFunction(entry, patience);
};
const at = { address: "Sheet1!B2" };

beforeEach(() => {
  store.warm = true;
  store.answer = () => Promise.resolve(index);
  asks.length = 0;
  calculated.length = 0;
});

it("answers in the call itself when the programme is in memory", () => {
  expect(functionOf("STATUS")([["X.1817"]], null, at)).toEqual([["Approved"]]);
  expect(asks).toEqual([["Sheet1!B2", ["x.5gsec-message"]]]);
});

it("puts errors inside the array as Excel's own errors", () => {
  const cells = functionOf("STATUS")([["X.1817"], ["nope, not one"]], null, at) as unknown[][];
  expect(cells[1]?.[0]).toBeInstanceOf(ExcelError);
  expect(cells[1]?.[0]).toMatchObject({ code: "#N/A" });
  expect(asks).toEqual([["Sheet1!B2", "all"]]);
});

it("throws only the two documented errors, whatever it is given", () => {
  const odd = [
    null,
    undefined,
    "",
    0,
    -1,
    1e308,
    true,
    "x",
    [[]],
    [],
    {},
    [["X.1817", null]],
    { type: "Entity" },
    { code: "#REF!" },
  ];
  for (const { id, arguments: args } of FUNCTIONS) {
    for (const value of odd) {
      const values = args.map(() => value);
      try {
        const answer = functionOf(id)(...values, at);
        if (answer instanceof Promise) answer.catch((error: unknown) => expect(error).toBeInstanceOf(ExcelError));
      } catch (error) {
        expect([id, value, error instanceof ExcelError]).toEqual([id, value, true]);
        expect(["#N/A", "#VALUE!"]).toContain((error as ExcelError).code);
        expect((error as ExcelError).message).not.toMatch(/failed/);
      }
    }
  }
});

it("does not keep formulas that are only being typed up to date", () => {
  void functionOf("STATUS")([["X.1817"]], null, { ...at, isInValuePreview: true });
  expect(asks).toEqual([]);
});

it("waits for the programme where it still has to be read", async () => {
  store.warm = false;
  expect(await functionOf("STATUS")([["X.1817"]], null, at)).toEqual([["Approved"]]);
});

it("returns #N/A after a time limit, and is calculated again once the programme is read", async () => {
  store.warm = false;
  let arrive: () => void = () => undefined;
  store.answer = () => new Promise((resolve) => (arrive = () => resolve(index)));
  await expect(functionOf("STATUS", 20)([["X.1817"]], null, at)).rejects.toMatchObject({ code: "#N/A" });
  expect(asks).toEqual([["Sheet1!B2", "all"]]);
  arrive();
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(calculated).toEqual(["all"]);
});

it("reports where the workbook cannot be read", async () => {
  store.warm = false;
  store.answer = () => Promise.reject(new Error("Excel does not answer."));
  await expect(functionOf("STATUS")([["X.1817"]], null, at)).rejects.toMatchObject({
    code: "#N/A",
    message: expect.stringContaining("Excel does not answer."),
  });
});
