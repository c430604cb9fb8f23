/** Whatever people do, in whatever order: the tables agree, History explains every status, and nothing typed is lost without a word. */
import * as fc from "fast-check";
import type { Plan } from "../../../src/domain/edit-review/edit-plan";
import { standingNow } from "../../../src/domain/merge/standing";
import { compareHappenings } from "../../../src/domain/merge/order";
import { STATUSES } from "../../../src/domain/vocabulary";
import { Book, item, ITEMS, type TableName } from "./workbook-model";

const HEADERS = [
  "Item",
  "Provisional name",
  "Question",
  "Title",
  "Process",
  "Status",
  "Since",
  "Step",
  "Timing",
  "Editors",
  "Remarks",
  "Key",
];
const VALUES = [
  ...STATUSES,
  "approved",
  "",
  "AAP",
  "TAP",
  "Agreement",
  "Announced",
  "Last Call",
  "2024-Q1",
  "X.1221",
  "X.brand-new",
  "14/17",
  "nonsense",
  45_000,
  "x.590",
];

const RUNS = Number(process.env["GUARD_RUNS"] ?? 250);

type Edit = (book: Book) => Plan[];

const row = (book: Book, table: TableName, at: number): number => at % Math.max(book.rows[table].length, 1);

const aCell = fc.record({
  at: fc.nat(20),
  header: fc.constantFrom("Status", "Status", "Status", ...HEADERS),
  value: fc.constantFrom(...VALUES),
});

const edits: fc.Arbitrary<[string, Edit]>[] = [
  aCell.map(({ at, header, value }) => [
    `type ${header} ${String(value)} in ${String(at)}`,
    (book) => [book.type("WorkProgramme", row(book, "WorkProgramme", at), header, value)],
  ]),
  aCell.map(({ at, value }) => [
    `annex ${String(value)} in ${String(at)}`,
    (book) => [book.type("Annex_2023_09_A", row(book, "Annex_2023_09_A", at), "Status", value)],
  ]),
  aCell.map(({ at, value }) => [
    `history ${String(value)} in ${String(at)}`,
    (book) => [book.type("History", row(book, "History", at), "To", value)],
  ]),
  fc
    .tuple(
      fc.nat(20),
      fc.array(fc.tuple(fc.constantFrom(...VALUES), fc.constantFrom(...VALUES)), { minLength: 1, maxLength: 4 }),
    )
    .map(([at, block]) => [
      `paste ${JSON.stringify(block)} at ${String(at)}`,
      (book) => [book.paste("WorkProgramme", row(book, "WorkProgramme", at), ["Process", "Status"], block)],
    ]),
  fc
    .constantFrom<TableName>("WorkProgramme", "Annex_2023_09_A", "History")
    .map((table) => [`reverse ${table}`, (book) => [book.rearrange(table, (rows) => rows.reverse())]]),
  fc
    .tuple(fc.constantFrom<TableName>("WorkProgramme", "Annex_2023_09_A"), fc.nat(20))
    .map(([table, at]) => [
      `delete ${table} ${String(at)}`,
      (book) =>
        book.rows[table].length < 2
          ? []
          : [book.rearrange(table, (rows) => rows.filter((_, index) => index !== row(book, table, at)))],
    ]),
  fc.tuple(fc.nat(20), fc.nat(20)).map(([from, to]) => [
    `copy row ${String(from)} to ${String(to)}`,
    (book) => [
      book.rearrange("WorkProgramme", (rows) => {
        rows.splice(row(book, "WorkProgramme", to), 0, [...(rows[row(book, "WorkProgramme", from)] ?? [])]);
        return rows;
      }),
    ],
  ]),
  fc.nat(20).map((at) => [
    `insert ${String(at)}`,
    (book) => [
      book.rearrange("WorkProgramme", (rows) => {
        rows.splice(row(book, "WorkProgramme", at), 0, new Array<string>(rows[0]?.length ?? 0).fill(""));
        return rows;
      }),
    ],
  ]),
  fc.constant<[string, Edit]>([
    "undo the last event",
    (book) => {
      const last = book.events.findLast((event) => event.who === null && event.source === null);
      if (!last) return [];
      const column = book.column("History", "Event id");
      return [book.rearrange("History", (rows) => rows.filter((each) => each[column] !== last.id))];
    },
  ]),
  fc.constantFrom<"enforce" | "advise">("enforce", "enforce", "advise").map((mode) => [
    mode,
    (book) => {
      book.mode = mode;
      return [];
    },
  ]),
  fc.nat(8_000).map((time) => [
    `wait ${String(time)}`,
    (book) => {
      book.time += time;
      return [];
    },
  ]),
  fc.constant<[string, Edit]>(["sweep", (book) => [book.sweep()]]),
];

/** What must hold after anything. */
function check(book: Book, plans: readonly Plan[]): void {
  for (const [name, { guarded }] of Object.entries(book.tables)) {
    const rows = [...guarded.shadow.all()].map((each) => [...each.values]);
    expect({ name, rows }).toEqual({ name, rows: book.rows[name as TableName] });
  }
  const key = book.column("WorkProgramme", "Key");
  const status = book.column("WorkProgramme", "Status");
  const keys = book.rows.WorkProgramme.map((each) => String(each[key])).filter((each) => each !== "");
  expect(new Set(keys).size).toBe(keys.length);
  expect(new Set(keys)).toEqual(new Set(book.items.keys()));
  for (const each of book.rows.WorkProgramme) {
    const known = String(each[key]);
    if (known === "" || book.standing.has(known)) continue;
    const events = book.events.filter((event) => event.item === known).sort(compareHappenings);
    expect([known, each[status]]).toEqual([known, standingNow(events)?.status]);
    expect(book.items.get(known)?.status).toBe(each[status]);
  }
  const annexKey = book.column("Annex_2023_09_A", "Key");
  for (const [at, each] of book.rows.Annex_2023_09_A.entries()) {
    const known = String(each[annexKey]);
    if (!book.items.has(known) || book.standing.has(known)) continue;
    expect([at, known, book.cell("Annex_2023_09_A", at, "Status")]).toEqual([at, known, book.items.get(known)?.status]);
  }
  for (const plan of plans) {
    const putBack = plan.writes.filter((write) => write.why === "put back");
    if (putBack.length > 0) expect(plan.messages.length).toBeGreaterThan(0);
  }
}

describe("any edits in any order", () => {
  it("leave tables that agree, statuses that History explains, and a word about everything put back", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(...edits), { minLength: 1, maxLength: 14 }), (sequence) => {
        const book = new Book([...ITEMS, item("X.1353", "X.sgos", "Not approved", "TAP")]);
        for (const [, edit] of sequence) check(book, edit(book));
      }),
      // GUARD_RUNS=5000 for a long look.
      { numRuns: RUNS, interruptAfterTimeLimit: 12_000 * Math.max(1, RUNS / 250) },
    );
  });
});
