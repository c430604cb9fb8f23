import * as fc from "fast-check";

import type { HeadlessExcel } from "../../headless";
import { openSmall, run } from "../open";
import { SheetModel, formulaText } from "./sheet-model";
import type { Block, Content } from "./sheet-model";

const COLUMNS = 4;
const FILLS = ["#FF0000", "#00FF00"];

type Step =
  | { readonly kind: "write"; readonly block: Block; readonly content: Content }
  | { readonly kind: "fill"; readonly block: Block; readonly color: string }
  | { readonly kind: "fillDown"; readonly block: Block }
  | { readonly kind: "sort"; readonly block: Block }
  | { readonly kind: "insert" | "delete"; readonly row: number; readonly count: number; readonly lane: "all" | number }
  | { readonly kind: "undo" };

const column = fc.integer({ min: 0, max: COLUMNS - 1 });
const between = (a: number, b: number) => ({ startRow: Math.min(a, b), endRow: Math.max(a, b) });
const value: fc.Arbitrary<Content> = fc.oneof(
  fc.record({
    kind: fc.constant("value" as const),
    value: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom("a", "b", "007", "=1+1", "3-1")),
  }),
  fc.constant({ kind: "blank" as const }),
);

/** Steps on a sheet of so many rows; blocks often reach from its first row to its last. */
function stepOn(rows: number): fc.Arbitrary<Step> {
  const row = fc.oneof(fc.integer({ min: 0, max: rows - 1 }), fc.constantFrom(0, rows - 1));
  const block = fc.tuple(row, row, column, column).map(([top, bottom, left, right]) => ({
    ...between(top, bottom),
    startColumn: Math.min(left, right),
    endColumn: Math.max(left, right),
  }));
  const cell = fc
    .tuple(row, column)
    .map(([at, left]) => ({ startRow: at, endRow: at, startColumn: left, endColumn: left }));
  const wholeRows = fc
    .tuple(row, row)
    .map(([top, bottom]) => ({ ...between(top, bottom), startColumn: 0, endColumn: COLUMNS - 1 }));
  /** Formulas look left, so that none is circular; the first column holds values, by which is sorted. */
  const formulaCell = fc.tuple(row, fc.integer({ min: 1, max: COLUMNS - 1 })).chain(([at, left]) =>
    fc.record({
      kind: fc.constant("write" as const),
      block: fc.constant({ startRow: at, endRow: at, startColumn: left, endColumn: left }),
      content: fc.record({
        kind: fc.constant("formula" as const),
        reference: fc.record({ row, column: fc.integer({ min: 0, max: left - 1 }), fixedRow: fc.boolean() }),
      }),
    }),
  );
  return fc.oneof(
    fc.record({ kind: fc.constant("write" as const), block: fc.oneof(cell, block), content: value }),
    formulaCell,
    fc.record({ kind: fc.constant("fill" as const), block, color: fc.constantFrom(...FILLS) }),
    fc.record({ kind: fc.constant("fillDown" as const), block }),
    fc.record({ kind: fc.constant("sort" as const), block: wholeRows }),
    fc.record({
      kind: fc.constantFrom("insert" as const, "delete" as const),
      row,
      count: fc.integer({ min: 1, max: 2 }),
      lane: fc.oneof(fc.constant("all" as const), column),
    }),
    fc.constant({ kind: "undo" as const }),
  );
}

const address = ({ startRow, endRow, startColumn, endColumn }: Block): string =>
  `${String.fromCharCode(65 + startColumn)}${String(startRow + 1)}:${String.fromCharCode(65 + endColumn)}${String(endRow + 1)}`;

/** What is written for a content: an apostrophe keeps text from becoming a number, a date or a formula. */
function written(content: Content): string | number {
  if (content.kind === "blank") return "";
  if (content.kind === "formula") return formulaText(content.reference);
  return typeof content.value === "string" ? `'${content.value}` : content.value;
}

function applied(model: SheetModel, step: Exclude<Step, { kind: "undo" }>): SheetModel {
  switch (step.kind) {
    case "write":
      return model.write(step.block, step.content);
    case "fill":
      return model.fill(step.block, step.color);
    case "fillDown":
      return model.fillDown(step.block);
    case "sort":
      return model.sort(step.block);
    case "insert":
    case "delete": {
      const [from, to] = step.lane === "all" ? [0, COLUMNS - 1] : [step.lane, step.lane];
      return model[step.kind](step.row, step.count, from, to);
    }
  }
}

let local: HeadlessExcel;

beforeAll(async () => {
  local = await openSmall();
});

afterAll(() => {
  local.close();
});

async function perform(name: string, step: Exclude<Step, { kind: "undo" }>): Promise<void> {
  if (step.kind === "fillDown") {
    await local.user.fillDown(`${name}!${address(step.block)}`);
    return;
  }
  await run(local, async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    if (step.kind === "write") sheet.getRange(address(step.block)).values = [[written(step.content)]];
    else if (step.kind === "fill") sheet.getRange(address(step.block)).format.fill.color = step.color;
    else if (step.kind === "sort") sheet.getRange(address(step.block)).sort.apply([{ key: 0, ascending: true }]);
    else {
      const rows = { startRow: step.row, endRow: step.row + step.count - 1 };
      const target =
        step.lane === "all"
          ? sheet.getRange(`${String(rows.startRow + 1)}:${String(rows.endRow + 1)}`)
          : sheet.getRange(address({ ...rows, startColumn: step.lane, endColumn: step.lane }));
      if (step.kind === "insert") target.insert("Down");
      else target.delete("Up");
    }
    await context.sync();
  });
  await local.settled();
}

/** The sheet and the model side by side, cell by cell. */
function compare(name: string, model: SheetModel): void {
  const { cells, engine } = local.excel.host;
  const sheet = engine.sheetByName(name);
  if (!sheet) throw new Error("the sheet is missing");
  const seen: unknown[] = [];
  const wanted: unknown[] = [];
  for (let at = 0; at < model.rows; at++) {
    for (let left = 0; left < model.columns; left++) {
      const { content, fill } = model.cell(at, left);
      const expected = model.value(at, left);
      const formula = content.kind === "formula" ? formulaText(content.reference) : expected;
      const shown = cells.value(sheet, at, left);
      wanted.push([at, left, formula, expected ?? shown, fill]);
      seen.push([at, left, cells.formula(sheet, at, left), shown, cells.style(sheet, at, left).bg?.rgb ?? ""]);
    }
  }
  expect(seen).toEqual(wanted);
}

let sheetNumber = 0;

/** Performs the steps on a new sheet, and compares it with the model after each. @param room rows below, into which cells are pushed */
async function follow(steps: readonly Step[], rows: number, room: number): Promise<void> {
  const name = `Model${String((sheetNumber += 1))}`;
  await local.user.addSheet(name);
  const { undoRedo } = local.excel.host.engine;
  let model = SheetModel.empty(rows + room, COLUMNS);
  const history: SheetModel[] = [];
  for (const each of steps) {
    if (each.kind === "undo") {
      const before = history.pop();
      if (!before) continue;
      await local.user.undo();
      model = before;
    } else {
      const top = undoRedo.pitchTopUndoElement();
      await perform(name, each);
      if (undoRedo.pitchTopUndoElement() !== top) history.push(model);
      model = applied(model, each);
    }
    compare(name, model);
  }
}

describe("writes, formats, insertions, deletions, sorts, fills and undo leave the sheet that a simple model has", () => {
  it("in a few cells", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stepOn(8), { minLength: 3, maxLength: 14 }), async (steps) => follow(steps, 8, 32)),
      { numRuns: 30 },
    );
  });

  // Univer calculates and writes more than 2,000 cells in other ways than a few.
  it("in thousands of cells", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stepOn(700), { minLength: 3, maxLength: 8 }), async (steps) => follow(steps, 700, 16)),
      { numRuns: 8 },
    );
  });
});
