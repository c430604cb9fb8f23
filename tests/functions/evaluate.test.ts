import { Combination } from "../../src/functions/combine";
import { FUNCTIONS, type FunctionId } from "../../src/functions/catalogue";
import { Failure, notAvailable } from "../../src/functions/cells";
import { evaluate, type Evaluator, type Resolve } from "../../src/functions/evaluate";
import { blankItem } from "../../src/domain/blank";
import type { WorkItem } from "../../src/domain/model";

const item = (key: string): WorkItem => ({ ...blankItem(key), number: key, title: `Title of ${key}` });
const known = new Map(["X.1", "X.2", "X.3"].map((key) => [key, item(key)]));
let resolved: string[] = [];
const resolve: Resolve = (asked) => {
  resolved.push(asked);
  return known.get(asked) ?? notAvailable(`no ${asked}`);
};
const title: Evaluator<null> = { shape: "cell by cell", answer: (each) => each.title };
const combined = (id: FunctionId, ...values: unknown[]): Combination => {
  const entry = FUNCTIONS.find((each) => each.id === id);
  const call = Combination.of(entry?.arguments ?? [], values);
  if (call instanceof Failure) throw new Error(call.message);
  return call;
};
const given = (items: unknown): Combination => combined("TITLE", items);
beforeEach(() => (resolved = []));

describe("a range", () => {
  it("is answered in its shape, blanks blank, errors in their own cells", () => {
    const { cells } = evaluate(
      title,
      given([
        ["X.1", ""],
        [null, "X.9"],
        ["X.2", "X.1"],
      ]),
      null,
      resolve,
    );
    expect(cells).toEqual([
      ["Title of X.1", ""],
      ["", notAvailable("no X.9")],
      ["Title of X.2", "Title of X.1"],
    ]);
  });
  it("looks up each name once", () => {
    evaluate(title, given(Array.from({ length: 1000 }, (_, row) => [`X.${String((row % 3) + 1)}`])), null, resolve);
    expect(resolved).toEqual(["X.1", "X.2", "X.3"]);
  });
  it("may be a whole column of mostly blank rows", () => {
    const rows = Array.from({ length: 1_048_576 }, (_, row) => [row === 7 ? "X.1" : ""]);
    const { cells } = evaluate(title, given(rows), null, resolve);
    expect(cells).toHaveLength(1_048_576);
    expect((cells as unknown[][])[7]).toEqual(["Title of X.1"]);
    expect((cells as unknown[][])[1_048_575]).toEqual([""]);
  });
  it("that Excel on the web could not carry back is refused with a sentence", () => {
    const { cells } = evaluate(title, given([["X.1"], ["X.2"]]), null, resolve, 1);
    expect(cells).toMatchObject({ code: "#VALUE!", message: expect.stringContaining("too large") });
  });
});

describe("a cell", () => {
  it("with a card is looked up by the card's text", () => {
    const card = { type: "Entity", text: "X.2", basicType: "Error", basicValue: "#VALUE!" };
    expect(evaluate(title, given([[card]]), null, resolve).cells).toEqual([["Title of X.2"]]);
  });
  it("with an error gives that error", () => {
    const { cells } = evaluate(title, given([[{ code: "#N/A" }, { code: "#DIV/0!" }]]), null, resolve);
    expect(cells).toMatchObject([[{ code: "#N/A" }, { code: "#VALUE!" }]]);
  });
  it("with a number or a truth value names no item", () => {
    expect(evaluate(title, given([[17, true]]), null, resolve).cells).toMatchObject([
      [{ code: "#VALUE!", message: expect.stringContaining("17") }, { code: "#VALUE!" }],
    ]);
  });
});

describe("the dependencies of an answer", () => {
  it("is the items found", () => {
    expect(evaluate(title, given([["X.1"], ["X.3"]]), null, resolve).dependencies).toEqual(new Set(["X.1", "X.3"]));
  });
  it("are all items where a name does not exist, since it may be added later", () => {
    expect(evaluate(title, given([["X.1"], ["X.9"]]), null, resolve).dependencies).toBe("all");
  });
});

describe("a list", () => {
  const list: Evaluator<null> = {
    shape: "list",
    rows: () => [["one"], ["two"]],
    inOneCell: () => "one, two",
  };
  it("spills for one item and stays in the shape of a range", () => {
    expect(evaluate(list, given([["X.1"]]), null, resolve).cells).toEqual([["one"], ["two"]]);
    expect(evaluate(list, given([["X.1"], [""]]), null, resolve).cells).toEqual([["one, two"], [""]]);
    expect(evaluate(list, given([[""]]), null, resolve).cells).toEqual([[""]]);
  });
});

describe("arguments that are ranges", () => {
  const asked: Evaluator<null> = {
    shape: "cell by cell",
    answer: ({ key }, { status, date }) => [key, status ?? "any", date ?? "now"].join(" "),
  };
  const cellsOf = (...values: unknown[]) => evaluate(asked, combined("CANBECOME", ...values), null, resolve).cells;
  const items = [["X.1"], ["X.2"], ["X.3"]];

  it("go together cell by cell", () =>
    expect(cellsOf(items, [["Approved"], ["Agreed"], ["Approved"]])).toEqual([
      ["X.1 Approved now"],
      ["X.2 Agreed now"],
      ["X.3 Approved now"],
    ]));
  it("serve one value everywhere", () => {
    expect(cellsOf("X.1", [["Approved", "Agreed"]])).toEqual([["X.1 Approved now", "X.1 Agreed now"]]);
    expect(cellsOf(items, "Agreed", [[42824], [""], [0]])).toEqual([
      ["X.1 Agreed 2017-03-30"],
      ["X.2 Agreed now"],
      ["X.3 Agreed now"],
    ]);
  });
  it("make a table of a column and a row", () =>
    expect(cellsOf([["X.1"], ["X.2"]], [["Approved", "Agreed"]])).toEqual([
      ["X.1 Approved now", "X.1 Agreed now"],
      ["X.2 Approved now", "X.2 Agreed now"],
    ]));
  it("keep errors at their positions, and blanks blank", () =>
    expect(cellsOf([["X.1"], [""], ["X.3"]], [["Approved"], ["Agreed"], ["Perhaps"]])).toMatchObject([
      ["X.1 Approved now"],
      [""],
      [{ code: "#VALUE!", message: expect.stringContaining("Perhaps") }],
    ]));
  it("that do not fit together are refused, with their sizes", () => {
    const entry = FUNCTIONS.find(({ id }) => id === "CANBECOME");
    expect(Combination.of(entry?.arguments ?? [], [items, [["Approved"], ["Agreed"]]])).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/item is 3 × 1 and status is 2 × 1/),
    });
  });
});
