/**
 * Writes to a table in the local Excel: what was expected, what was found, and what is reverted.
 *
 * @locale fr-CH
 */
import fc from "fast-check";
import type { CellWrite, TableWrite, WriteConflict } from "../../../src/excel/table-writer";
import type { Cell, ColumnSpec } from "../../../src/excel/table-specs/spec";
import type { ManagedTable } from "../../../src/excel/tables";
import { openWorkbook, type OpenWorkbook } from "../support";

const NAME = "Items";
const COLUMNS: ColumnSpec[] = ["Item", "Status", "Note"].map((header) => ({ header, format: "text", width: 10 }));
const HEADERS = COLUMNS.map(({ header }) => header);
const RUNS = 6;

let open: OpenWorkbook;

afterEach(() => {
  open.local.close();
});

const rowsOf = (count: number): string[][] =>
  Array.from({ length: count }, (_, row) => [`X.${String(row)}`, "Under study", `note ${String(row)}`]);

/** Opens a workbook with one table of some rows. */
async function withRows(count: number): Promise<void> {
  open = await openWorkbook();
  await open.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const range = sheet.getRangeByIndexes(0, 0, count + 1, HEADERS.length);
    range.numberFormat = [["@"]];
    range.values = [HEADERS, ...rowsOf(count)];
    sheet.tables.add(range, true).name = NAME;
    await context.sync();
  });
}

/** Reads the table, lets `meanwhile` happen, then sends a write made for what was read. Returns the conflict. */
async function send(
  write: (table: ManagedTable) => TableWrite,
  meanwhile: () => Promise<void> = () => Promise.resolve(),
): Promise<WriteConflict | null> {
  const table = await read();
  await meanwhile();
  return sendWrite(write(table));
}

async function sendWrite(write: TableWrite): Promise<WriteConflict | null> {
  return open.run(async (context) => {
    const queued = open.page.tableWriter.queueWrite(context, write);
    await context.sync();
    return queued.conflict();
  });
}

async function read(): Promise<ManagedTable> {
  const [table] = await open.run((context) => open.page.readTables.readTables(context, [NAME]));
  if (!table) throw new Error("the table is not there");
  return table;
}

const update =
  (cells: readonly CellWrite[]) =>
  (table: ManagedTable): TableWrite =>
    open.page.tableWriter.updateWrite(table, "Item", COLUMNS, cells);
const append =
  (rows: readonly Record<string, Cell>[]) =>
  (table: ManagedTable): TableWrite =>
    open.page.tableWriter.appendWrite(table, "Item", COLUMNS, rows);
const revert = (conflict: WriteConflict | null, only: "all" | "misplaced"): Promise<WriteConflict | null> => {
  if (!conflict) throw new Error("there is no conflict");
  return sendWrite(open.page.tableWriter.revertOf(conflict, only));
};

test("updates reach their cells and leave all others, few or many, next to each other or scattered", async () => {
  const count = 90;
  await withRows(count);
  const cell = fc.record({
    row: fc.integer({ min: 0, max: count - 1 }),
    header: fc.constantFrom("Status", "Note"),
    value: fc.constantFrom<Cell>("Approved", "2/17", "", 45352),
  });
  const drawn = fc.oneof(
    fc.uniqueArray(cell, { maxLength: 60, selector: keyOf }),
    fc.uniqueArray(cell, { minLength: 140, maxLength: 170, selector: keyOf }),
  );
  await fc.assert(
    fc.asyncProperty(drawn, async (cells) => {
      const expected = (await read()).rows.map((row) => [...row]);
      for (const { row, header, value } of cells) {
        const written = expected[row];
        if (written) written[HEADERS.indexOf(header)] = typeof value === "number" ? String(value) : value;
      }
      expect(await send(update(cells))).toBeNull();
      expect((await read()).rows.map((row) => row.map(String))).toEqual(expected.map((row) => row.map(String)));
    }),
    { numRuns: RUNS },
  );
});

const keyOf = ({ row, header }: CellWrite): string => `${String(row)} ${header}`;

test("under a filter updates and appended rows reach their rows, and the criteria are kept", async () => {
  await withRows(60);
  await open.local.user.filter(NAME, "Item", ["X.7", "X.8"]);
  const cells = Array.from({ length: 60 }, (_, row) => ({ row, header: "Status", value: `status ${String(row)}` }));
  expect(await send(update(cells))).toBeNull();
  expect(await send(append([{ Item: "X.new", Status: "Agreed" }]))).toBeNull();
  const { rows, filter } = await read();
  expect(rows.slice(0, 60).map((row) => row[1])).toEqual(cells.map(({ value }) => value));
  expect(rows[60]).toEqual(["X.new", "Agreed", ""]);
  expect(filter?.[0]?.values).toEqual(["X.7", "X.8"]);
});

test("what a user typed meanwhile is reported, and given back where the caller reverts it", async () => {
  await withRows(3);
  const write = update([
    { row: 0, header: "Note", value: "ours" },
    { row: 1, header: "Note", value: "ours" },
  ]);
  const conflict = await send(write, () => open.local.user.type("Sheet1!C2", "theirs"));
  expect(conflict?.cells).toMatchObject([{ found: "theirs", isMisplaced: false, update: { row: 0 } }]);
  expect((await read()).rows.map((row) => row[2])).toEqual(["ours", "ours", "note 2"]);
  expect(await revert(conflict, "misplaced")).toBeNull();
  expect((await read()).rows[0]?.[2]).toBe("ours");
  expect(await revert(conflict, "all")).toBeNull();
  expect((await read()).rows.map((row) => row[2])).toEqual(["theirs", "ours", "note 2"]);
});

test("a cell that already holds the value is no conflict", async () => {
  await withRows(2);
  const write = update([{ row: 0, header: "Note", value: "same" }]);
  expect(await send(write, () => open.local.user.type("Sheet1!C2", "same"))).toBeNull();
});

test("a write that meets another row is reverted there", async () => {
  await withRows(3);
  const write = update([{ row: 1, header: "Note", value: "for X.1" }]);
  const conflict = await send(write, () => open.local.user.insertTableRows(NAME, 0));
  expect(conflict?.cells).toMatchObject([{ found: "note 0", foundIdentity: "X.0", isMisplaced: true }]);
  expect(await revert(conflict, "misplaced")).toBeNull();
  expect((await read()).rows.map((row) => row[2])).toEqual(["", "note 0", "note 1", "note 2"]);
});

test("the request fails before its first write where the table has become shorter", async () => {
  await withRows(3);
  const write = update([
    { row: 0, header: "Note", value: "ours" },
    { row: 2, header: "Note", value: "ours" },
  ]);
  await expect(send(write, () => open.local.user.deleteTableRows(NAME, 1))).rejects.toMatchObject({
    code: "ItemNotFound",
  });
  expect((await read()).rows.map((row) => row[2])).toEqual(["note 0", "note 2"]);
});

test("rows are appended below, blank rows at the end are filled first, and columns of the user's own are left alone", async () => {
  await withRows(2);
  await open.local.user.addTableColumn(NAME, "Own");
  await open.local.settled();
  await open.local.user.insertTableRows(NAME, 2);
  const rows = [
    { Item: "X.a", Status: "Agreed", Note: "=1+1" },
    { Item: "X.b", Status: "Agreed", Note: "2/17" },
  ];
  expect(await send(append(rows))).toBeNull();
  expect((await read()).rows.slice(2)).toEqual([
    ["X.a", "Agreed", "=1+1", ""],
    ["X.b", "Agreed", "2/17", ""],
  ]);
});

test("a removed row that was another one is restored", async () => {
  await withRows(3);
  const write = (table: ManagedTable): TableWrite => open.page.tableWriter.removalWrite(table, "Item", [0]);
  const conflict = await send(write, () => open.local.user.sort(NAME, "Item", false));
  expect(conflict?.removed).toEqual([["X.2", "Under study", "note 2"]]);
  expect(await revert(conflict, "misplaced")).toBeNull();
  expect((await read()).rows.map((row) => row[0])).toEqual(["X.1", "X.0", "X.2"]);
});

test("rows appended after a column moved are removed again", async () => {
  await withRows(2);
  const conflict = await send(append([{ Item: "X.new", Status: "Agreed", Note: "n" }]), () =>
    open.local.user.addTableColumn(NAME, "Between", 1),
  );
  expect(conflict?.appended).toHaveLength(1);
  await revert(conflict, "misplaced");
  expect((await read()).rows.map((row) => row[0])).toEqual(["X.0", "X.1"]);
});

test("a row is removed whatever the columns without an expected value contain", async () => {
  await withRows(3);
  const remove = (table: ManagedTable): TableWrite => ({
    ...open.page.tableWriter.removalWrite(table, "Item", []),
    remove: [{ row: 1, cells: ["X.1", null, null] }],
  });
  expect(await send(remove, () => open.local.user.type("Sheet1!C3", "typed meanwhile"))).toBeNull();
  expect((await read()).rows.map((row) => row[0])).toEqual(["X.0", "X.2"]);
});
