/** The parts by themselves: addresses, snapshot, differences, pending writes and circuit breaker. */
import * as fc from "fast-check";
import { areaAddress, containsCell, parseBounds, rowRuns, type Bounds } from "../../../src/domain/edit-review/areas";
import { diffRows, diffTable } from "../../../src/domain/edit-review/diff";
import { CircuitBreaker } from "../../../src/domain/edit-review/circuit-breaker";
import { PendingWrites } from "../../../src/domain/edit-review/pending-writes";
import { TableSnapshot, type CellValue } from "../../../src/domain/edit-review/table-snapshot";
import { requestOf } from "../../../src/excel/edit-guard/edit-requests";

const anArea: fc.Arbitrary<Bounds> = fc
  .tuple(fc.nat(2_000), fc.nat(300), fc.nat(50), fc.nat(50))
  .map(([top, left, rows, columns]) => ({ top, left, bottom: top + rows, right: left + columns }));

describe("addresses", () => {
  it("are read as they are written", () => {
    fc.assert(fc.property(anArea, (area) => expect(parseBounds(areaAddress(area))).toEqual([area])));
  });

  it("may name whole columns and rows, several areas, a sheet, and fixed cells", () => {
    expect(parseBounds("'My sheet'!$B$2:$C$4,D7")).toEqual([
      { top: 1, left: 1, bottom: 3, right: 2 },
      { top: 6, left: 3, bottom: 6, right: 3 },
    ]);
    expect(parseBounds("C:C")).toEqual([{ top: 0, left: 2, bottom: 1_048_575, right: 2 }]);
    expect(parseBounds("5:7")).toEqual([{ top: 4, left: 0, bottom: 6, right: 16_383 }]);
    expect(containsCell(parseBounds("what?")[0] ?? { top: 0, left: 0, bottom: 0, right: 0 }, 99, 99)).toBe(true);
  });

  it("become runs of rows that hold every row once", () => {
    fc.assert(
      fc.property(fc.array(anArea, { maxLength: 12 }), (areas) => {
        const runs = rowRuns(areas);
        for (const area of areas)
          expect(runs.filter((run) => run.first <= area.top && area.bottom <= run.last)).toHaveLength(1);
        for (const [at, run] of runs.entries()) expect(run.first).toBeGreaterThan(runs[at - 1]?.last ?? -1);
      }),
    );
  });
});

const HEADERS = ["Item", "Status", "Remarks", "Key"];
const aRow = fc.tuple(fc.constantFrom("X.1", "X.2", "X.3"), fc.constantFrom("A", "B"), fc.string({ maxLength: 3 }));
const aTable: fc.Arbitrary<CellValue[][]> = fc
  .array(aRow, { maxLength: 9 })
  .map((rows) => rows.map((row, at) => [...row, `key ${String(at)}`]));
const snapshotOf = (rows: CellValue[][]): TableSnapshot => new TableSnapshot("T", HEADERS, 3, new Set([3]), rows);

describe("differences", () => {
  it("are none where nothing changed, in rows and in whole tables", () => {
    fc.assert(
      fc.property(aTable, (rows) => {
        const snapshot = snapshotOf(rows);
        expect(diffTable(snapshot, rows)).toEqual({ differences: [], order: null });
        expect(
          diffRows(
            snapshot,
            rows.map((values, position) => ({ position, values })),
          ),
        ).toEqual([]);
      }),
    );
  });

  it("are none where rows only moved, wholly or within the rows that were read", () => {
    fc.assert(
      fc.property(aTable, fc.func(fc.integer()), (rows, weight) => {
        const snapshot = snapshotOf(rows);
        const moved = [...rows].sort((one, other) => weight(one[3]) - weight(other[3]));
        expect(diffTable(snapshot, moved).differences).toEqual([]);
        expect(
          diffRows(
            snapshot,
            moved.map((values, position) => ({ position, values })),
          ),
        ).toEqual([]);
      }),
    );
  });

  it("find every cell typed into, in whatever order the rows now are, and every row that came or went", () => {
    fc.assert(
      fc.property(
        aTable.filter((rows) => rows.length > 2),
        fc.nat(),
        fc.nat(),
        fc.func(fc.integer()),
        (rows, edited, deletedItems, weight) => {
          const snapshot = snapshotOf(rows);
          const removed = deletedItems % rows.length;
          const changed = rows.map((row) => [...row]);
          const target = edited % rows.length;
          (changed[target] ?? [])[1] = "Z";
          const next = changed.filter((_, at) => at !== removed);
          next.sort((one, other) => weight(one[3]) - weight(other[3]));
          next.push(["X.9", "N", "", ""]);
          const { differences } = diffTable(snapshot, next);
          expect(differences.filter((each) => each.kind === "removed").map((each) => each.row)).toEqual([
            `key ${String(removed)}`,
          ]);
          expect(differences.filter((each) => each.kind === "added")).toHaveLength(1);
          const cells = differences.flatMap((each) =>
            each.kind === "changed" ? each.cells.map((cell) => [each.row, cell.column, cell.after]) : [],
          );
          expect(cells).toEqual(target === removed ? [] : [[`key ${String(target)}`, 1, "Z"]]);
        },
      ),
    );
  });

  it("leave out cells that another user edited", () => {
    const snapshot = snapshotOf([["X.1", "A", "", "k"]]);
    const seen = [{ position: 0, values: ["X.1", "B", "typed", "k"] }];
    expect(diffRows(snapshot, seen, (_, column) => column === 2)).toEqual([
      { kind: "changed", row: "k", position: 0, cells: [{ column: 2, before: "", after: "typed" }] },
    ]);
  });

  it("identify a row by its content where only its key was overwritten", () => {
    const snapshot = snapshotOf([
      ["X.1", "A", "", "k"],
      ["X.2", "A", "", "l"],
    ]);
    const { differences } = diffTable(snapshot, [
      ["X.2", "A", "", "l"],
      ["X.1", "A", "", "mine"],
    ]);
    expect(differences).toMatchObject([{ kind: "replaced", row: "k", position: 1 }]);
  });
});

describe("layers against loops", () => {
  const event = { address: "B7", changeType: "RangeEdited", source: "Local", worksheetId: "s" };
  const area = { top: 6, left: 1, bottom: 6, right: 1 };

  it("recognises own writes by their trigger and co-authors' by their source; other changes are the user's", () => {
    const pendingWrites = new PendingWrites();
    pendingWrites.add("s", area, 0);
    const by = (more: object) =>
      requestOf({ ...event, ...more }, pendingWrites, { reportsTrigger: true, busy: false }, 1);
    expect(by({ triggerSource: "Unknown" })).toMatchObject({ by: "user" });
    expect(by({ triggerSource: "Unknown", source: "Remote" })).toMatchObject({ by: "external" });
    expect(by({ triggerSource: "ThisLocalAddin" })).toBeNull();
    // Written by this add-in, but not by the guard: a load.
    expect(by({ triggerSource: "ThisLocalAddin" })).toMatchObject({ by: "external" });
    expect(by({ triggerSource: "Unknown", changeType: "RowDeleted" })).toMatchObject({ kind: "structure" });
  });

  it("recognises own writes by the pending writes where Excel reports no trigger, once per write and for a limited time", () => {
    const pendingWrites = new PendingWrites(1_000);
    pendingWrites.add("s", area, 0);
    expect(requestOf(event, pendingWrites, { reportsTrigger: false, busy: false }, 1)).toBeNull();
    expect(requestOf(event, pendingWrites, { reportsTrigger: false, busy: false }, 2)).toMatchObject({ by: "user" });
    pendingWrites.add("s", area, 0);
    expect(requestOf(event, pendingWrites, { reportsTrigger: false, busy: false }, 1_001)).toMatchObject({
      by: "user",
    });
  });

  it("uses the values that Excel reports only where no own write may have followed", () => {
    const typed = { ...event, triggerSource: "Unknown", details: { valueBefore: "Consented", valueAfter: "Approved" } };
    const pendingWrites = new PendingWrites();
    const reported = (busy: boolean) => requestOf(typed, pendingWrites, { reportsTrigger: true, busy }, 1);
    expect(reported(false)).toMatchObject({ reported: { before: "Consented", after: "Approved" } });
    expect(reported(true)).not.toHaveProperty("reported");
    pendingWrites.add("s", area, 0);
    expect(reported(false)).not.toHaveProperty("reported");
  });

  it("stops after three times within five seconds, and not after three in a minute", () => {
    const circuitBreaker = new CircuitBreaker();
    for (const now of [0, 1_000, 2_000]) {
      expect(circuitBreaker.isOpen("cell", now)).toBe(false);
      circuitBreaker.recordRevert("cell", now);
    }
    expect(circuitBreaker.isOpen("cell", 2_500)).toBe(true);
    expect(circuitBreaker.isOpen("another", 2_500)).toBe(false);
    expect(circuitBreaker.isOpen("cell", 5_500)).toBe(false);
  });
});
