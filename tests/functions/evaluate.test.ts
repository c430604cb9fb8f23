import { readArguments, type ParsedArguments } from "../../src/functions/arguments";
import { FUNCTIONS } from "../../src/functions/catalogue";
import { Failure, notAvailable } from "../../src/functions/cells";
import { respond, type Evaluator, type Resolve } from "../../src/functions/evaluate";
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
const given = (items: unknown): ParsedArguments => {
  const read = readArguments(FUNCTIONS[2].arguments, [items]);
  if (read instanceof Failure) throw new Error(read.message);
  return read;
};
beforeEach(() => (resolved = []));

describe("a range", () => {
  it("is answered in its shape, blanks blank, errors in their own cells", () => {
    const { cells } = respond(
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
  it("asks for each name once", () => {
    respond(title, given(Array.from({ length: 1000 }, (_, row) => [`X.${String((row % 3) + 1)}`])), null, resolve);
    expect(resolved).toEqual(["X.1", "X.2", "X.3"]);
  });
  it("may be a whole column of mostly blank rows", () => {
    const rows = Array.from({ length: 1_048_576 }, (_, row) => [row === 7 ? "X.1" : ""]);
    const { cells } = respond(title, given(rows), null, resolve);
    expect(cells).toHaveLength(1_048_576);
    expect((cells as unknown[][])[7]).toEqual(["Title of X.1"]);
    expect((cells as unknown[][])[1_048_575]).toEqual([""]);
  });
  it("that Excel on the web could not carry back is refused with a sentence", () => {
    const { cells } = respond(title, given([["X.1"], ["X.2"]]), null, resolve, 1);
    expect(cells).toMatchObject({ code: "#VALUE!", message: expect.stringContaining("too large") });
  });
});

describe("a cell", () => {
  it("with a card is asked about by the card's text", () => {
    const card = { type: "Entity", text: "X.2", basicType: "Error", basicValue: "#VALUE!" };
    expect(respond(title, given([[card]]), null, resolve).cells).toEqual([["Title of X.2"]]);
  });
  it("with an error gives that error", () => {
    const { cells } = respond(title, given([[{ code: "#N/A" }, { code: "#DIV/0!" }]]), null, resolve);
    expect(cells).toMatchObject([[{ code: "#N/A" }, { code: "#VALUE!" }]]);
  });
  it("with a number or a truth value names no item", () => {
    expect(respond(title, given([[17, true]]), null, resolve).cells).toMatchObject([
      [{ code: "#VALUE!", message: expect.stringContaining("17") }, { code: "#VALUE!" }],
    ]);
  });
});

describe("what an answer rests on", () => {
  it("is the items found", () => {
    expect(respond(title, given([["X.1"], ["X.3"]]), null, resolve).grounds).toEqual(new Set(["X.1", "X.3"]));
  });
  it("is everything where a name is unknown, since it may be known tomorrow", () => {
    expect(respond(title, given([["X.1"], ["X.9"]]), null, resolve).grounds).toBe("all");
  });
});

describe("a list", () => {
  const list: Evaluator<null> = {
    shape: "list",
    rows: () => [["one"], ["two"]],
    inOneCell: () => "one, two",
  };
  it("spills for one item and stays in the shape of a range", () => {
    expect(respond(list, given([["X.1"]]), null, resolve).cells).toEqual([["one"], ["two"]]);
    expect(respond(list, given([["X.1"], [""]]), null, resolve).cells).toEqual([["one, two"], [""]]);
    expect(respond(list, given([[""]]), null, resolve).cells).toEqual([[""]]);
  });
});
