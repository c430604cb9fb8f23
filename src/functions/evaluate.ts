/**
 * From arguments to the array that Excel spills: walks ranges, keeps blanks blank, puts errors into their own cells.
 * Knows no item by name and asks no rules: what each function answers for one item stands in answers.ts.
 */
import { functionTexts } from "../i18n/functions";
import type { WorkItem } from "../domain/model";
import type { ParsedArguments } from "./arguments";
import { badValue, errorIn, Failure, isBlank, plainValue, type Answer } from "./cells";

/** What answers one function, by its shape. */
export type Evaluator<Ask> =
  | { shape: "cell by cell"; answer(item: WorkItem, given: ParsedArguments, ask: Ask): Answer }
  | {
      shape: "list";
      rows(item: WorkItem, given: ParsedArguments, ask: Ask): Answer[][];
      inOneCell(item: WorkItem, given: ParsedArguments, ask: Ask): Answer;
    }
  | { shape: "table of items"; rows(items: WorkItem[], given: ParsedArguments, ask: Ask): Answer[][] | Failure }
  | { shape: "table"; rows(given: ParsedArguments, ask: Ask): Answer[][] | Failure };

/** Which items an answer rests on: their keys, or "all" where any change may alter it. */
export type Dependencies = Set<string> | "all";

export interface Response {
  cells: Answer[][] | Failure;
  grounds: Dependencies;
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
  grounds: Dependencies = new Set();

  constructor(private readonly resolve: Resolve) {}

  /** The item a cell names; null for a blank cell; a Failure for an unknown or ambiguous name, another type, or an error. */
  item(value: unknown): WorkItem | Failure | null {
    if (isBlank(value)) return null;
    const error = errorIn(value);
    if (error !== null) return new Failure(error === "#N/A" ? "#N/A" : "#VALUE!", functionTexts().errorInCell(error));
    const plain = plainValue(value);
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
    if (this.grounds === "all") return;
    // A name nobody knows today may be known after the next load.
    if (found instanceof Failure) this.grounds = "all";
    else if (this.grounds.add(found.key).size > FOLLOW_AT_MOST) this.grounds = "all";
  }
}

/** Answers in the shape of the range: one answer for each cell. Equal cells are answered once. */
function cellByCell(range: ParsedArguments["items"], lookup: Lookup, answer: (item: WorkItem) => Answer): Answer[][] {
  const answers = new Map<WorkItem, Answer>();
  const cell = (value: unknown): Answer => {
    const item = lookup.item(value);
    if (item === null) return "";
    if (item instanceof Failure) return item;
    let known = answers.get(item);
    if (known === undefined) {
      known = answer(item);
      answers.set(item, known);
    }
    return known;
  };
  // One row of blanks serves every blank row: a whole column is a million of them.
  const blankRow: Answer[] = new Array<Answer>(range[0]?.length ?? 1).fill("");
  return range.map((row) => (row.every(isBlank) ? blankRow : row.map(cell)));
}

/** The items of a range, row by row, blanks left out; the first failure where a cell names none. */
function everyItem(range: ParsedArguments["items"], lookup: Lookup): WorkItem[] | Failure {
  const items = new Set<WorkItem>();
  for (const row of range) {
    for (const value of row) {
      const item = lookup.item(value);
      if (item instanceof Failure) return item;
      if (item !== null) items.add(item);
    }
  }
  return [...items];
}

const single = (range: ParsedArguments["items"]): boolean => range.length === 1 && range[0]?.length === 1;

/** Answers one call. `rowsAtMost` is how many cells this Excel can take in one answer. */
export function respond<Ask>(
  evaluator: Evaluator<Ask>,
  given: ParsedArguments,
  ask: Ask,
  resolve: Resolve,
  rowsAtMost = Number.POSITIVE_INFINITY,
): Response {
  const lookup = new Lookup(resolve);
  if (given.items.length * (given.items[0]?.length ?? 0) > rowsAtMost) {
    return { cells: badValue(functionTexts().tooLarge(given.items.length)), grounds: new Set() };
  }
  switch (evaluator.shape) {
    case "cell by cell": {
      const cells = cellByCell(given.items, lookup, (item) => evaluator.answer(item, given, ask));
      return { cells, grounds: lookup.grounds };
    }
    case "list": {
      if (!single(given.items)) {
        const cells = cellByCell(given.items, lookup, (item) => evaluator.inOneCell(item, given, ask));
        return { cells, grounds: lookup.grounds };
      }
      const item = lookup.item(given.items[0]?.[0]);
      if (item === null) return { cells: [[""]], grounds: lookup.grounds };
      return { cells: item instanceof Failure ? item : evaluator.rows(item, given, ask), grounds: lookup.grounds };
    }
    case "table of items": {
      const items = everyItem(given.items, lookup);
      if (items instanceof Failure) return { cells: items, grounds: "all" };
      if (items.length === 0) return { cells: [[""]], grounds: lookup.grounds };
      return { cells: evaluator.rows(items, given, ask), grounds: lookup.grounds };
    }
    case "table":
      return { cells: evaluator.rows(given, ask), grounds: "all" };
  }
}
