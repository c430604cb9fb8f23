/** After any edits, in any order, the tables agree, History explains every status, and no entry is lost without a message. */
import * as fc from "fast-check";
import type { EditPlan } from "../../../src/domain/edit-review/edit-plan";
import { currentState } from "../../../src/domain/merge/item-state";
import { compareHappenings } from "../../../src/domain/merge/order";
import { STATUSES } from "../../../src/domain/vocabulary";
import { WorkbookModel, item, ITEMS, type TableName } from "./workbook-model";

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

type Edit = (model: WorkbookModel) => EditPlan[];

const row = (model: WorkbookModel, table: TableName, at: number): number => at % Math.max(model.rows[table].length, 1);

const aCell = fc.record({
  at: fc.nat(20),
  header: fc.constantFrom("Status", "Status", "Status", ...HEADERS),
  value: fc.constantFrom(...VALUES),
});

const edits: fc.Arbitrary<[string, Edit]>[] = [
  aCell.map(({ at, header, value }) => [
    `type ${header} ${String(value)} in ${String(at)}`,
    (model) => [model.type("WorkProgramme", row(model, "WorkProgramme", at), header, value)],
  ]),
  aCell.map(({ at, value }) => [
    `annex ${String(value)} in ${String(at)}`,
    (model) => [model.type("Annex_2023_09_A", row(model, "Annex_2023_09_A", at), "Status", value)],
  ]),
  aCell.map(({ at, value }) => [
    `history ${String(value)} in ${String(at)}`,
    (model) => [model.type("History", row(model, "History", at), "To", value)],
  ]),
  fc
    .tuple(
      fc.nat(20),
      fc.array(fc.tuple(fc.constantFrom(...VALUES), fc.constantFrom(...VALUES)), { minLength: 1, maxLength: 4 }),
    )
    .map(([at, block]) => [
      `paste ${JSON.stringify(block)} at ${String(at)}`,
      (model) => [model.paste("WorkProgramme", row(model, "WorkProgramme", at), ["Process", "Status"], block)],
    ]),
  fc
    .constantFrom<TableName>("WorkProgramme", "Annex_2023_09_A", "History")
    .map((table) => [`reverse ${table}`, (model) => [model.rearrange(table, (rows) => rows.reverse())]]),
  fc
    .tuple(fc.constantFrom<TableName>("WorkProgramme", "Annex_2023_09_A"), fc.nat(20))
    .map(([table, at]) => [
      `delete ${table} ${String(at)}`,
      (model) =>
        model.rows[table].length < 2
          ? []
          : [model.rearrange(table, (rows) => rows.filter((_, index) => index !== row(model, table, at)))],
    ]),
  fc.tuple(fc.nat(20), fc.nat(20)).map(([from, to]) => [
    `copy row ${String(from)} to ${String(to)}`,
    (model) => [
      model.rearrange("WorkProgramme", (rows) => {
        rows.splice(row(model, "WorkProgramme", to), 0, [...(rows[row(model, "WorkProgramme", from)] ?? [])]);
        return rows;
      }),
    ],
  ]),
  fc.nat(20).map((at) => [
    `insert ${String(at)}`,
    (model) => [
      model.rearrange("WorkProgramme", (rows) => {
        rows.splice(row(model, "WorkProgramme", at), 0, new Array<string>(rows[0]?.length ?? 0).fill(""));
        return rows;
      }),
    ],
  ]),
  fc.constant<[string, Edit]>([
    "undo the last event",
    (model) => {
      const last = model.events.findLast((event) => event.who === null && event.source === null);
      if (!last) return [];
      const column = model.column("History", "Event id");
      return [model.rearrange("History", (rows) => rows.filter((each) => each[column] !== last.id))];
    },
  ]),
  fc.constantFrom<"enforce" | "advise">("enforce", "enforce", "advise").map((mode) => [
    mode,
    (model) => {
      model.mode = mode;
      return [];
    },
  ]),
  fc.nat(8_000).map((time) => [
    `wait ${String(time)}`,
    (model) => {
      model.time += time;
      return [];
    },
  ]),
  fc.constant<[string, Edit]>(["audit", (model) => [model.audit()]]),
];

/** What must hold after anything. */
function check(model: WorkbookModel, plans: readonly EditPlan[]): void {
  for (const [name, { guarded }] of Object.entries(model.tables)) {
    const rows = [...guarded.snapshot.all()].map((each) => [...each.values]);
    expect({ name, rows }).toEqual({ name, rows: model.rows[name as TableName] });
  }
  const key = model.column("WorkProgramme", "Key");
  const status = model.column("WorkProgramme", "Status");
  const keys = model.rows.WorkProgramme.map((each) => String(each[key])).filter((each) => each !== "");
  expect(new Set(keys).size).toBe(keys.length);
  expect(new Set(keys)).toEqual(new Set(model.items.keys()));
  for (const each of model.rows.WorkProgramme) {
    const known = String(each[key]);
    if (known === "" || model.state.unexplained.has(known)) continue;
    const events = model.events.filter((event) => event.item === known).sort(compareHappenings);
    expect([known, each[status]]).toEqual([known, currentState(events)?.status]);
    expect(model.items.get(known)?.status).toBe(each[status]);
  }
  const annexKey = model.column("Annex_2023_09_A", "Key");
  for (const [at, each] of model.rows.Annex_2023_09_A.entries()) {
    const known = String(each[annexKey]);
    if (!model.items.has(known) || model.state.unexplained.has(known)) continue;
    expect([at, known, model.cell("Annex_2023_09_A", at, "Status")]).toEqual([
      at,
      known,
      model.items.get(known)?.status,
    ]);
  }
  for (const plan of plans) {
    const putBack = plan.writes.filter((write) => write.purpose === "revert");
    if (putBack.length > 0) expect(plan.messages.length).toBeGreaterThan(0);
  }
}

describe("any edits in any order", () => {
  it("leave tables that agree, statuses that History explains, and a word about everything put back", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(...edits), { minLength: 1, maxLength: 14 }), (sequence) => {
        const model = new WorkbookModel([...ITEMS, item("X.1353", "X.sgos", "Not approved", "TAP")]);
        for (const [, edit] of sequence) check(model, edit(model));
      }),
      // GUARD_RUNS=5000 for a long look.
      { numRuns: RUNS, interruptAfterTimeLimit: 12_000 * Math.max(1, RUNS / 250) },
    );
  });
});
