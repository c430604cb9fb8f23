import type { ParsedArguments } from "../../src/functions/arguments";
import { Combination } from "../../src/functions/combine";
import { FUNCTIONS, type FunctionId } from "../../src/functions/catalogue";
import { Failure } from "../../src/functions/cells";
import { isoToSerial } from "../../src/domain/designations/serial-dates";

const entryOf = (id: FunctionId) => {
  const entry = FUNCTIONS.find((each) => each.id === id);
  if (!entry) throw new Error(`No function ${id}`);
  return entry;
};
const read = (id: FunctionId, ...values: unknown[]): ParsedArguments => {
  const call = Combination.of(entryOf(id).arguments, values);
  const given = call instanceof Failure ? call : call.given(0, 0);
  if (given instanceof Failure) throw new Error(`${given.code} ${given.message}`);
  return given;
};
const failure = (id: FunctionId, ...values: unknown[]): Failure => {
  const given = Combination.of(entryOf(id).arguments, values);
  if (!(given instanceof Failure)) throw new Error(`read as ${JSON.stringify(given)}`);
  return given;
};

describe("a date", () => {
  it("comes as Excel's number, its time of day dropped", () => {
    expect(read("STATUS", [["X.1817"]], 42824).date).toBe("2017-03-30");
    expect(read("STATUS", [["X.1817"]], 42824.9).date).toBe("2017-03-30");
  });
  it("comes as ISO text", () => expect(read("STATUS", [["X.1817"]], " 2017-03-30 ").date).toBe("2017-03-30"));
  it("comes as a formatted number of Excel's data types", () => {
    const value = { type: "FormattedNumber", basicValue: 42824, numberFormat: "yyyy-mm-dd" };
    expect(read("STATUS", [["X.1817"]], value).date).toBe("2017-03-30");
  });
  it.each([null, undefined, "", "  ", 0])("left out or blank (%p) means today's state", (value) => {
    expect(read("STATUS", [["X.1817"]], value).date).toBeNull();
  });
  it.each(["7.9.2023", "30/03/2017"])("as the text %p names the forms that are understood", (text) =>
    expect(failure("STATUS", [["X.1817"]], text).message).toMatch(/DATE\(2017,3,30\).*"2017-03-30"/),
  );
  it.each([-1, 60, 2_958_466, 1e300, Number.NaN, "soon", "2017-02-30", "30/03/2017", true])(
    "%p is not accepted",
    (value) => {
      const { code, message } = failure("STATUS", [["X.1817"]], value);
      expect(code).toBe("#VALUE!");
      expect(message).toContain(String(value));
    },
  );
});

describe("a status", () => {
  it("is accepted in any case, with extra spaces", () => {
    expect(read("CANBECOME", [["X.1817"]], "  under   STUDY ").status).toBe("Under study");
  });
  it.each([
    ["approuvé", "Approved"],
    ["À l'étude", "Under study"],
    ["NON APPROUVE", "Not approved"],
    ["soumis à l’AMNT", "Deferred to WTSA"],
  ])("is understood in French as well: %s", (typed, status) => {
    expect(read("CANBECOME", [["X.1817"]], typed).status).toBe(status);
    expect(read("LIST", `Agreed; ${typed}`).statuses).toEqual(["Agreed", status]);
  });
  it("lists the accepted words when it is not one of them", () => {
    expect(failure("CANBECOME", [["X.1817"]], "Aproved").message).toMatch(/“Aproved”.*Determined.*or Discontinued/);
  });
  it("may be several where items are listed", () => {
    expect(read("LIST", "determined, Consented;").statuses).toEqual(["Determined", "Consented"]);
  });
  it("is required where it cannot be left out", () =>
    expect(failure("CANBECOME", [["X.1817"]], null).code).toBe("#VALUE!"));
  it("is blank where its cell is blank", () => expect(read("CANBECOME", [["X.1817"]], "").status).toBeNull());
});

describe("a Question", () => {
  it.each(["2/17", "Q2/17", "q 2/17", "Question 2/17", " 2 / 17 ", "2", 2])("%p is 2/17", (value) => {
    expect(read("COUNT", null, value).question).toBe("2/17");
  });
  it("that Excel converted to a date is understood where only a Question is possible", () => {
    expect(read("COUNT", null, isoToSerial("2026-02-17")).question).toBe("2/17");
    expect(read("COUNT", null, isoToSerial("2017-02-01")).question).toBe("2/17");
    expect(failure("COUNT", null, isoToSerial("2023-09-08")).message).toMatch(/converted the Question to a date/);
  });
  it("may be one of another study group, or every group's", () => {
    expect(read("COUNT", null, "Q2/13").question).toBe("2/13");
    expect(read("COUNT", null, isoToSerial("2013-02-01")).question).toBe("2/13");
    expect(read("COUNT", null, " * ").question).toBe("*");
  });
  it.each(["two", "2/17/3", -2, 1.5])("%p is not accepted", (value) =>
    expect(failure("COUNT", null, value).code).toBe("#VALUE!"),
  );
});

describe("items", () => {
  it("come as a range, a row or a single value", () => {
    const itemsOf = (values: unknown): unknown[][] => {
      const call = Combination.of(entryOf("TITLE").arguments, [values]);
      if (call instanceof Failure) throw new Error(call.message);
      return Array.from({ length: call.rows }, (_, row) =>
        Array.from({ length: call.columns }, (__, column) => call.item(row, column)),
      );
    };
    expect(itemsOf([["a"], ["b"]])).toEqual([["a"], ["b"]]);
    expect(itemsOf(["a", "b"])).toEqual([["a", "b"]]);
    expect(itemsOf("a")).toEqual([["a"]]);
  });
  it("are required when left out", () => expect(failure("TITLE", null).message).toContain("X.1817"));
});

describe("an error in an argument", () => {
  it("is passed on: #N/A as #N/A, any other as #VALUE!", () => {
    expect(failure("STATUS", [["X.1817"]], { code: "#N/A" }).code).toBe("#N/A");
    expect(failure("STATUS", [["X.1817"]], { type: "Error", basicType: "Error", basicValue: "#REF!" })).toMatchObject({
      code: "#VALUE!",
      message: expect.stringContaining("#REF!"),
    });
  });
});

it("a process is one of four", () => {
  expect(read("LIST", null, null, "aap").process).toBe("AAP");
  expect(failure("LIST", null, null, "XYZ").message).toContain("TAP, AAP, Agreement or Approval");
});

it("an editor and a text are texts", () => {
  expect(read("LIST", null, null, null, " Youm ").editor).toBe("Youm");
  expect(failure("FIND", true).code).toBe("#VALUE!");
  expect(read("FIND", "").text).toBeNull();
});
