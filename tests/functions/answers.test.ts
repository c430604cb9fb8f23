/** Every function on the two built-in documents, called as Excel calls it: arguments in order, cells in arrays. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { resolveItem } from "../../src/functions/answers";
import { ISO_FORMAT, numberFormatOf } from "../../src/excel/date-settings";
import { Combination } from "../../src/functions/combine";
import { FUNCTIONS, type FunctionEntry, type FunctionId } from "../../src/functions/catalogue";
import { Failure, type Answer } from "../../src/functions/cells";
import { FROM_1900, FROM_1904, isoToSerial, setDateSystem } from "../../src/domain/designations/serial-dates";
import { evaluatorOf, cachedEvaluator } from "../../src/functions/evaluators";
import { evaluate } from "../../src/functions/evaluate";
import { joinDocuments } from "../../src/domain/merge";
import { buildIndex } from "../../src/domain/item-index";
import { readSeeds } from "../../src/import/seeds";

const index = buildIndex(joinDocuments(readSeeds()));

beforeAll(() => Promise.all([evaluatorOf("CHECK"), evaluatorOf("ANNEX"), evaluatorOf("FIND")]));

function call(id: FunctionId, values: unknown[], cards = false, dateFormat = ISO_FORMAT): Answer[][] | Failure {
  const entry: FunctionEntry | undefined = FUNCTIONS.find((each) => each.id === id);
  if (!entry) throw new Error(`No function ${id}`);
  const given = Combination.of(entry.arguments, values);
  if (given instanceof Failure) return given;
  const evaluator = cachedEvaluator(id);
  if (!evaluator) throw new Error("The rules were not loaded");
  return evaluate(evaluator, given, { index, cards, dateFormat }, (asked) => resolveItem(index, asked)).cells;
}

function one(id: FunctionId, ...values: unknown[]): Answer {
  const cells = call(id, values);
  if (cells instanceof Failure) return cells;
  expect([cells.length, cells[0]?.length]).toEqual([1, 1]);
  return cells[0]?.[0] ?? "";
}

const column = (id: FunctionId, ...values: unknown[]): Answer[] => {
  const cells = call(id, values);
  if (cells instanceof Failure) throw new Error(cells.message);
  return cells.map((row) => row[0] ?? "");
};

/** The arguments of an example such as `STATUS("X.1",DATE(2017,3,30))`, with either list separator. */
function argumentsOf(formula: string): unknown[] {
  const inner = formula.slice(formula.indexOf("(") + 1, -1);
  return [...inner.matchAll(/"([^"]*)"|DATE\((\d+)[,;](\d+)[,;](\d+)\)/g)].map(([, text, year, month, day]) =>
    text === undefined
      ? isoToSerial(`${year ?? ""}-${(month ?? "").padStart(2, "0")}-${(day ?? "").padStart(2, "0")}`)
      : text,
  );
}

describe("the catalogue's examples", () => {
  const examples = FUNCTIONS.flatMap((entry: FunctionEntry) =>
    entry.examples.map((example) => ({ id: entry.id as FunctionId, ...example })),
  );
  it.each(examples)("$formula answers $answer", ({ id, formula, answer }) => {
    expect(one(id, ...argumentsOf(formula))).toBe(typeof answer === "object" ? isoToSerial(answer.date) : answer);
  });
});

describe("the formulas of the guide", () => {
  const pages = ["en", "fr"].map((language) => join(__dirname, "../../docs/guide", language, "formulas.md"));
  const formulas = pages.flatMap((page) => [
    ...readFileSync(page, "utf8").matchAll(/^\| `=SG17\.(([A-Z]+)\([^`]*\))` +\| `([^`]+)`/gm),
  ]);
  const logical: Partial<Record<string, boolean>> = { TRUE: true, VRAI: true, FALSE: false, FAUX: false };
  it.each(formulas.map(([, formula = "", id = "", answer = ""]) => ({ formula, id, answer })))(
    "$formula answers $answer",
    ({ formula, id, answer }) => {
      expect(one(id as FunctionId, ...argumentsOf(formula))).toBe(logical[answer] ?? answer);
    },
  );
  it("are in both languages", () => expect(formulas.length).toBeGreaterThanOrEqual(10));
});

describe("the statuses that the design promises", () => {
  it.each([
    ["X.1817", "Approved"],
    ["X.5Gsec-message", "Approved"],
    ["X.1221", "Determined"],
    ["X.590", "Consented"],
    ["TR.qs-dlt", "Agreed"],
    ["X.1353", "Not approved"],
    ["X.1771", "Agreed"],
    ["X.rdda", "Agreed"],
    ["X.Sup39", "Agreed"],
    ["X.websec-7", "Not approved"],
    ["X.1471", "Not approved"],
    ["X.1373", "Approved"],
    ["X.1373rev", "Determined"],
    ["X.sr-ai", "Under study"],
    ["X.1251rev", "Discontinued"],
    ["X.1127", "Determined"],
  ])("%s is %s", (name, status) => expect(one("STATUS", name)).toBe(status));

  it("as of a day, from the history", () => {
    expect(one("STATUS", "X.websec-7", isoToSerial("2017-03-30"))).toBe("Under study");
    expect(one("STATUS", "X.websec-7", isoToSerial("2023-09-08"))).toBe("Not approved");
    expect(one("PROCESS", "X.websec-7")).toBe("TAP");
  });
  it("before anything is recorded is #N/A with the day", () => {
    expect(one("STATUS", "X.1817", isoToSerial("2017-03-30"))).toMatchObject({
      code: "#N/A",
      message: "No event of X.1817 is recorded up to 2017-03-30.",
    });
  });
});

describe("an item", () => {
  it.each([
    "X.1817",
    " x.1817 ",
    "X.5Gsec-message",
    "x.5GSEC‑message",
    "X.1817 (X.5Gsec-message)",
    "ITU-T X.1817",
    "Rec. ITU-T X.1817",
    "X.1817\u00a0",
  ])("is found as %p", (name) => expect(one("NUMBER", name)).toBe("X.1817"));

  it("that does not exist is #N/A and names the nearest", () => {
    const answer = one("STATUS", "X.5Gsec-mesage");
    expect(answer).toMatchObject({
      code: "#N/A",
      message: expect.stringMatching(/“X.5Gsec-mesage”.*Did you mean .*X\.5Gsec-message/),
    });
  });
});

describe("SINCE", () => {
  it("is Excel's date of the present status, or of one it had", () => {
    expect(one("SINCE", "X.1817")).toBe(45177);
    // Its start of work is printed in the table of 2023, years before the report of 2017 lists it.
    expect(one("SINCE", "X.websec-7", "Under study")).toBe(isoToSerial("2014-09-30"));
  });
  it("shows as a date where Excel has data types", () => {
    expect(call("SINCE", ["X.1817"], true)).toEqual([
      [{ type: "FormattedNumber", basicValue: 45177, numberFormat: "yyyy-mm-dd" }],
    ]);
  });
  it("of a status it never had is #N/A", () => {
    expect(one("SINCE", "X.sr-ai", "Approved")).toMatchObject({
      code: "#N/A",
      message: expect.stringContaining("never"),
    });
  });
});

describe("ITEM", () => {
  it("is a card where Excel has cards", () => {
    const cells = call("ITEM", ["X.1817"], true) as Excel.EntityCellValue[][];
    expect(cells[0]?.[0]).toMatchObject({
      type: "Entity",
      text: "X.1817",
      properties: {
        Status: { type: "String", basicValue: "Approved" },
        Since: { type: "FormattedNumber", basicValue: 45177, numberFormat: "yyyy-mm-dd" },
      },
    });
    const card = cells[0]?.[0];
    const shown = card?.layouts?.card?.sections?.[0];
    expect(Object.keys(card?.properties ?? {})).toEqual(
      expect.arrayContaining([...(shown as { properties: string[] }).properties]),
    );
  });
  it("is a line of text where it has none", () => {
    expect(one("ITEM", "X.1817")).toBe(
      "X.1817 (X.5Gsec-message): Security requirements for 5G message service. Approved since 2023-09-08, TAP, Question 2/17.",
    );
  });
});

describe("HISTORY", () => {
  it("has a header row and the events by date", () => {
    const [header, ...rows] = call("HISTORY", ["X.websec-7"]) as Answer[][];
    expect(header?.slice(0, 5)).toEqual(["Date", "Meeting", "Event", "From", "To"]);
    const dates = rows.map((row) => row[0] as number);
    expect(dates).toEqual([...dates].sort((a, b) => a - b));
    expect(dates).toContain(isoToSerial("2017-03-30"));
    expect(new Set([header, ...rows].map((row) => row?.length))).toEqual(new Set([11]));
  });
  it("of several items puts the item in front of each row", () => {
    const cells = call("HISTORY", [[["X.1817"], [""], ["X.1221"]]]) as Answer[][];
    expect(cells[0]?.[0]).toBe("Item");
    expect(new Set(cells.slice(1).map((row) => row[0]))).toEqual(new Set(["X.1817", "X.1221"]));
  });
  it("of a blank cell is blank", () => expect(call("HISTORY", [[[""]]])).toEqual([[""]]));
});

describe("what may come next", () => {
  it("NEXT lists statuses for one item, and joins them in the shape of a range", () => {
    const next = column("NEXT", "X.sr-ai");
    expect(next).toContain("Determined");
    expect(next).not.toContain("Under study");
    expect(call("NEXT", [[["X.sr-ai"], [""]]])).toEqual([[next.join(", ")], [""]]);
  });
  it("CANBECOME and WHYNOT agree, and cite the clause", () => {
    expect(one("CANBECOME", "X.590", "Agreed")).toBe(false);
    expect(one("WHYNOT", "X.590", "Agreed")).toMatch(/Rec\. A\.1( \(\d{4}\))?, 1\.8\.2/);
    expect(one("CANBECOME", "X.sr-ai", "Determined")).toBe(true);
    expect(one("WHYNOT", "X.sr-ai", "Determined")).toBe("");
  });
  it("counts dates: approval three months after determination at the earliest", () => {
    expect(one("CANBECOME", "X.1221", "Approved", isoToSerial("2023-10-01"))).toBe(false);
    expect(one("WHYNOT", "X.1221", "Approved", isoToSerial("2023-10-01"))).toMatch(/2023/);
    expect(one("CANBECOME", "X.1221", "Approved", isoToSerial("2024-03-01"))).toBe(true);
  });
  it("a blank status is answered blank", () => {
    expect(one("CANBECOME", "X.590", "")).toBe("");
    expect(one("WHYNOT", "X.590", "")).toBe("");
  });
});

describe("CHECK", () => {
  it("gives severity, rule, message, clause and advice, or OK", () => {
    const cells = call("CHECK", ["X.1127"]) as Answer[][];
    if (cells.length === 1 && cells[0]?.length === 1) expect(cells).toEqual([["OK"]]);
    else
      for (const row of cells)
        expect([row.length, ["error", "warning", "info"].includes(String(row[0]))]).toEqual([5, true]);
  });
});

describe("LIST and COUNT", () => {
  it("agree for every combination of filters", () => {
    for (const filters of [
      [],
      ["Determined"],
      ["Determined,Consented"],
      [null, "2/17"],
      [null, null, "TAP"],
      ["Agreed", null, "Agreement"],
    ]) {
      expect(one("COUNT", ...filters)).toBe(column("LIST", ...filters).length);
    }
    expect(one("COUNT", null, "*")).toBe(index.programme.items.length);
    expect(one("COUNT")).toBe(index.programme.items.filter(({ studyGroup }) => studyGroup === "SG17").length);
  });
  it("give what was so on a day", () => {
    const then = isoToSerial("2017-03-30");
    expect(column("LIST", "Under study", null, null, null, then)).toContain(
      one("NUMBER", "X.websec-7") || "X.websec-7",
    );
    expect(one("COUNT", null, null, null, null, isoToSerial("2000-01-01"))).toBe(0);
  });
  it("LIST returns names that every other function accepts", () => {
    const names = column("LIST").map((name) => [name]);
    const statuses = call("STATUS", [names]) as Answer[][];
    expect(statuses.flat().filter((answer) => answer instanceof Failure)).toEqual([]);
  });
  it("nothing that matches is #N/A in LIST and 0 in COUNT", () => {
    expect(call("LIST", ["Approved", null, null, "nobody at all"])).toMatchObject({ code: "#N/A" });
    expect(one("COUNT", "Approved", null, null, "nobody at all")).toBe(0);
  });
  it("finds an editor by part of the name", () => {
    expect(column("LIST", null, null, null, "Hang DONG")).toContain("X.1817");
  });
});

describe("ranges of filters", () => {
  it("COUNT answers each at its position, as COUNTIFS does", () => {
    const questions = [["2/17", "10/17"]];
    expect(call("COUNT", [[["Approved"], ["Determined"], [""]], questions])).toEqual([
      [one("COUNT", "Approved", "2/17"), one("COUNT", "Approved", "10/17")],
      [one("COUNT", "Determined", "2/17"), one("COUNT", "Determined", "10/17")],
      ["", ""],
    ]);
  });
  it("LIST gives the items of any of them, each once, blanks left out", () => {
    const both = column("LIST", [["Determined"], [""], ["Consented"]]);
    expect(both).toEqual(column("LIST", "Determined,Consented"));
    expect(column("LIST", [["Determined"], ["Determined"]])).toEqual(column("LIST", "Determined"));
  });
  it("SINCE and STATUS go with theirs cell by cell", () => {
    expect(
      call("STATUS", [
        [["X.websec-7"], ["X.websec-7"]],
        [[isoToSerial("2017-03-30")], [""]],
      ]),
    ).toEqual([["Under study"], ["Not approved"]]);
    expect(call("SINCE", ["X.websec-7", [["Under study", "Not approved"]]])).toEqual([
      [one("SINCE", "X.websec-7", "Under study"), one("SINCE", "X.websec-7", "Not approved")],
    ]);
  });
});

describe("TABLE", () => {
  const table = (...values: unknown[]) => call("TABLE", values) as Answer[][];

  it("has the columns named, in any order and case, under a header, sorted by name", () => {
    const [header, ...rows] = table("status, ITEM; Question", "Determined");
    expect(header).toEqual(["Status", "Item", "Question"]);
    expect(rows.map((row) => row[1])).toEqual(column("LIST", "Determined"));
    expect(new Set(rows.map((row) => row[0]))).toEqual(new Set(["Determined"]));
  });
  it("reads the columns from a range", () =>
    expect(table([["Item", "", "Title"]], null, "2/17")[0]).toEqual(["Item", "Title"]));
  it("names the columns there are where one is unknown", () =>
    expect(call("TABLE", ["Item, Colour"])).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/“Colour”.*Item.*Status.*Title.*Timing/),
    }));
  it("is #N/A where nothing matches, and requires columns where none is named", () => {
    expect(call("TABLE", ["Item", null, "99/17"])).toMatchObject({ code: "#N/A" });
    expect(call("TABLE", [null])).toMatchObject({ code: "#VALUE!" });
    expect(call("TABLE", [[["", ""]]])).toEqual([[""]]);
  });
  it("shows what was so on a day", () => {
    const rows = table("Item,Status,Process,Since", null, null, null, null, isoToSerial("2017-03-30"));
    const item = rows.find(([name]) => name === (one("NUMBER", "X.websec-7") || "X.websec-7"));
    expect(item?.slice(1, 3)).toEqual(["Under study", "AAP"]);
  });
  it("reaches items of other study groups by their Question, or all with *", () => {
    expect(table("Item", null, "*").length).toBe(index.programme.items.length + 1);
  });
});

describe("dates", () => {
  const dateFormat = "dd.mm.yyyy";
  const formatted = { type: "FormattedNumber", basicValue: 45177, numberFormat: "dd.mm.yyyy" };
  it("come as dates in the region's order, alone, in spills and in cards", () => {
    expect(call("SINCE", ["X.1817"], true, dateFormat)).toEqual([[formatted]]);
    expect(call("HISTORY", ["X.1817"], true, dateFormat)).toContainEqual(expect.arrayContaining([formatted]));
    expect(call("TABLE", ["Since"], true, dateFormat)).toContainEqual([formatted]);
    expect(call("ITEM", ["X.1817"], true, dateFormat)).toMatchObject([[{ properties: { Since: formatted } }]]);
  });
  it("are days of a 1904 workbook, in and out", () => {
    const of2017 = isoToSerial("2017-03-30") ?? 0;
    setDateSystem(FROM_1904);
    expect(one("SINCE", "X.1817")).toBe(43715);
    expect(one("STATUS", "X.websec-7", of2017 - 1462)).toBe("Under study");
    setDateSystem(FROM_1900);
  });
  it.each([
    ["dd/MM/yyyy", "dd/mm/yyyy"],
    ["M/d/yyyy", "m/d/yyyy"],
    ["d. M. yyyy", "d. m. yyyy"],
    ["yyyy'年'M'月'd'日'", 'yyyy"年"m"月"d"日"'],
    ["g y", "yyyy-mm-dd"],
    [undefined, "yyyy-mm-dd"],
  ])("the region's pattern %p is the number format %p", (pattern, format) =>
    expect(numberFormatOf(pattern)).toBe(format),
  );
});

describe("ANNEX", () => {
  it("of one section is its column headings and its rows", () => {
    const [header, ...rows] = call("ANNEX", ["2023-09", "A", "a"]) as Answer[][];
    expect(header).toContain("Title");
    expect(rows.some((row) => row.some((cell) => String(cell).includes("X.5Gsec-message")))).toBe(true);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([header?.length]));
  });
  it("whole has its title, sections and notes, as a rectangle", () => {
    const rows = call("ANNEX", ["2023-09", "annex a"]) as Answer[][];
    expect(String(rows[0]?.[0])).toMatch(/^Annex A /);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    expect(rows.filter((row) => /^[a-e]\)/.test(String(row[0]))).length).toBe(5);
  });
  it("of the lead study group report is selected by its number", () => {
    expect((call("ANNEX", ["2017-03", 2]) as Answer[][]).length).toBeGreaterThan(70);
  });
  it("accepts the date that Excel makes of 2023-09", () => {
    expect(call("ANNEX", [isoToSerial("2023-09-01"), "C"])).toEqual(call("ANNEX", ["2023-09", "C"]));
  });
  it("lists the existing meetings, annexes and sections", () => {
    expect(call("ANNEX", ["2019-01", "A"])).toMatchObject({
      code: "#N/A",
      message: expect.stringContaining("2023-09"),
    });
    expect(call("ANNEX", ["September", "A"])).toMatchObject({ code: "#VALUE!" });
    expect(call("ANNEX", ["2023-09", "Z"])).toMatchObject({
      code: "#VALUE!",
      message: expect.stringContaining("A, B, C"),
    });
    expect(call("ANNEX", ["2023-09", "A", "z"])).toMatchObject({
      code: "#N/A",
      message: expect.stringContaining("“z”"),
    });
    expect(call("ANNEX", ["", "A"])).toEqual([[""]]);
  });
});

describe("FIND", () => {
  it("puts the best match first", () => {
    expect(column("FIND", "X.1817")[0]).toBe("X.1817");
    expect(column("FIND", "5g message service")[0]).toBe("X.1817");
  });
  it("of a blank cell is blank", () => expect(one("FIND", "")).toBe(""));
});

it("ten thousand names are answered in one call, each as it would be alone", () => {
  const names = index.programme.items.map((item) => item.number ?? item.name ?? item.key);
  const range = Array.from({ length: 10_000 }, (_, row) => [names[row % names.length]]);
  const cells = call("STATUS", [range]) as Answer[][];
  expect(cells.slice(0, 50).map((row) => row[0])).toEqual(range.slice(0, 50).map(([name]) => one("STATUS", name)));
});
