/**
 * From arguments to the array that Excel spills: walks their combinations, keeps blanks blank, puts errors into their own cells.
 * Reads neither items nor rules: what each function returns for one item is in answers.ts.
 */
import { functionTexts } from "../i18n/functions";
import type { WorkItem } from "../domain/model";
import type { ParsedArguments } from "./arguments";
import type { Combination } from "./combine";
import { badValue, errorIn, Failure, isBlank, bareValue, type Answer } from "./cells";

/** What answers one function, by its shape. */
export type Evaluator<Context> =
  | { shape: "cell by cell"; answer(item: WorkItem, given: ParsedArguments, context: Context): Answer }
  | {
      shape: "list";
      rows(item: WorkItem, given: ParsedArguments, context: Context): Answer[][];
      inOneCell(item: WorkItem, given: ParsedArguments, context: Context): Answer;
    }
  | { shape: "table of items"; rows(items: WorkItem[], context: Context): Answer[][] | Failure }
  /** Rows for several values of the arguments together. */
  | { shape: "table"; rows(given: readonly ParsedArguments[], context: Context): Answer[][] | Failure }
  | { shape: "value"; answer(given: ParsedArguments, context: Context): Answer };

/** Which items an answer depends on: their keys, or "all" where any change may alter it. */
export type Dependencies = Set<string> | "all";

export interface Response {
  cells: Answer[][] | Failure;
  dependencies: Dependencies;
}

/** How an item is found by what a cell says. */
export type Resolve = (asked: string) => WorkItem | Failure;

/** Past this many items, following each by its own costs more than asking again after any change. */
const FOLLOW_AT_MOST = 1_000;

/** An answer for this many rows passes the 5 MB that Excel on the web carries in one message, blank as it may be. */
export const MOST_CELLS_ON_THE_WEB = 900_000;

/** Finds the items that cells name, each distinct text once, and remembers which they were. */
class Lookup {
  private readonly known = new Map<string, WorkItem | Failure>();
  dependencies: Dependencies = new Set();

  constructor(private readonly resolve: Resolve) {}

  /** The item a cell names; null for a blank cell; a Failure for an unknown or ambiguous name, another type, or an error. */
  item(value: unknown): WorkItem | Failure | null {
    if (isBlank(value)) return null;
    const error = errorIn(value);
    if (error !== null) return new Failure(error === "#N/A" ? "#N/A" : "#VALUE!", functionTexts().errorInCell(error));
    const plain = bareValue(value);
    if (typeof plain !== "string") return badValue(functionTexts().noItemName(String(plain)));
    let found = this.known.get(plain);
    if (found === undefined) {
      found = this.resolve(plain);
      this.known.set(plain, found);
      this.remember(found);
    }
    return found;
  }

  private remember(found: WorkItem | Failure): void {
    if (this.dependencies === "all") return;
    // A name that does not exist now may exist after the next load.
    if (found instanceof Failure) this.dependencies = "all";
    else if (this.dependencies.add(found.key).size > FOLLOW_AT_MOST) this.dependencies = "all";
  }
}

/** Answers in the shape of the arguments: one answer for each place. Equal cells are answered once. */
function cellByCell(
  call: Combination,
  lookup: Lookup,
  answer: (item: WorkItem, given: ParsedArguments) => Answer,
): Answer[][] {
  const answers = new Map<WorkItem, Answer>();
  const cell = (row: number, column: number): Answer => {
    const item = lookup.item(call.item(row, column));
    if (item === null) return "";
    if (item instanceof Failure) return item;
    const known = call.isUniform ? answers.get(item) : undefined;
    if (known !== undefined) return known;
    const given = call.given(row, column);
    if (given instanceof Failure) return given;
    const fresh = answer(item, given);
    answers.set(item, fresh);
    return fresh;
  };
  // One row of blanks serves every blank row: a whole column is a million of them.
  const blankRow: Answer[] = new Array<Answer>(call.columns).fill("");
  return Array.from({ length: call.rows }, (_, row) =>
    call.isBlankRow(row) ? blankRow : Array.from({ length: call.columns }, (__, column) => cell(row, column)),
  );
}

/** Answers in the shape of the arguments, where no item is asked about; blank where an argument of a range is. */
function valueByValue(call: Combination, answer: (given: ParsedArguments) => Answer): Answer[][] {
  return Array.from({ length: call.rows }, (_, row) =>
    Array.from({ length: call.columns }, (__, column) => {
      if (call.isBlank(row, column)) return "";
      const given = call.given(row, column);
      return given instanceof Failure ? given : answer(given);
    }),
  );
}

/** The items of a range, row by row, blanks left out; the first failure where a cell names none. */
function everyItem(call: Combination, lookup: Lookup): WorkItem[] | Failure {
  const items = new Set<WorkItem>();
  for (let row = 0; row < call.rows; row += 1) {
    if (call.isBlankRow(row)) continue;
    for (let column = 0; column < call.columns; column += 1) {
      const item = lookup.item(call.item(row, column));
      if (item instanceof Failure) return item;
      if (item !== null) items.add(item);
    }
  }
  return [...items];
}

/** Answers one call. `cellsAtMost` is how many cells this Excel can take in one answer. */
export function evaluate<Context>(
  evaluator: Evaluator<Context>,
  call: Combination,
  context: Context,
  resolve: Resolve,
  cellsAtMost = Number.POSITIVE_INFINITY,
): Response {
  const lookup = new Lookup(resolve);
  if (call.rows * call.columns > cellsAtMost) {
    return { cells: badValue(functionTexts().tooLarge(call.rows)), dependencies: new Set() };
  }
  const cells = answerOf(evaluator, call, context, lookup);
  const isOfItems = evaluator.shape !== "table" && evaluator.shape !== "value";
  return { cells, dependencies: isOfItems ? lookup.dependencies : "all" };
}

function answerOf<Context>(
  evaluator: Evaluator<Context>,
  call: Combination,
  context: Context,
  lookup: Lookup,
): Answer[][] | Failure {
  switch (evaluator.shape) {
    case "cell by cell":
      return cellByCell(call, lookup, (item, given) => evaluator.answer(item, given, context));
    case "list": {
      if (!call.isSingle) return cellByCell(call, lookup, (item, given) => evaluator.inOneCell(item, given, context));
      const item = lookup.item(call.item(0, 0));
      if (item === null || item instanceof Failure) return item ?? [[""]];
      const given = call.given(0, 0);
      return given instanceof Failure ? given : evaluator.rows(item, given, context);
    }
    case "table of items": {
      const items = everyItem(call, lookup);
      if (items instanceof Failure) return items;
      return items.length === 0 ? [[""]] : evaluator.rows(items, context);
    }
    case "table": {
      const given = call.everyGiven();
      if (given instanceof Failure) return given;
      return given.length === 0 ? [[""]] : evaluator.rows(given, context);
    }
    case "value":
      return valueByValue(call, (given) => evaluator.answer(given, context));
  }
}
