/** Actions in a workbook that users have made their own: filtered tables, and calculated columns beside ours. */
import { formatArea } from "local-excel";
import type { CellValue } from "../../../src/domain/edit-review/table-snapshot";
import type { GuardHarness } from "../edit-guard/guard-harness";
import { ACTIONS, before, WORK } from "./actions";

jest.setTimeout(300_000);

const OWN = "Length";
/** Tables of each kind that gets rows. */
const OWN_IN = [WORK, "History", "Annex_2023_09_A", "Annex_2023_09_B"];

/** The cells of the user's own column of a table, below its header. */
function ownCells(harness: GuardHarness, name: string): string[] {
  const { area, sheetId, columns } = harness.table(name);
  const sheet = harness.open.local.excel.host.engine.sheet(sheetId)?.getName() ?? "";
  const column = area.startColumn + columns.findIndex((each) => each.name === OWN);
  return Array.from({ length: area.endRow - area.startRow }, (_, row) => {
    const startRow = area.startRow + 1 + row;
    return `'${sheet}'!${formatArea({ startRow, endRow: startRow, startColumn: column, endColumn: column })}`;
  });
}

const formulaOf = (address: string): string => `=LEN(A${/\d+$/.exec(address)?.[0] ?? ""})`;

async function addOwnColumns(harness: GuardHarness): Promise<void> {
  for (const { name } of harness.open.local.tables()) {
    if (!OWN_IN.includes(name)) continue;
    await harness.user.addTableColumn(name, OWN, 2);
    const cells = ownCells(harness, name);
    const [first = "", last = first] = [cells[0], cells.at(-1)];
    await harness.user.type(first, formulaOf(first));
    await harness.user.fillDown(`${first}:${last.slice(last.indexOf("!") + 1)}`);
  }
  await harness.settled();
}

/** Shows the last row of every table only, by two columns. */
async function filterTables(harness: GuardHarness): Promise<void> {
  for (const { name, columns } of harness.open.local.tables()) {
    const rows = harness.rows(name);
    const [first = "", second = ""] = columns.map((column) => column.name);
    for (const [at, header] of [first, second].entries())
      await harness.user.filter(name, header, [String(rows.at(-1)?.[at])]);
  }
}

const filters = ({ open }: GuardHarness): Record<string, unknown> =>
  Object.fromEntries(open.local.tables().map(({ id }) => [id, [...(open.local.excel.host.filters.of(id) ?? [])]]));

/** The rows of every table, without the user's own column. */
function rows(harness: GuardHarness): Record<string, CellValue[][]> {
  return Object.fromEntries(
    harness.open.local.tables().map(({ name }) => {
      const own = harness.headers(name).indexOf(OWN);
      return [name, harness.rows(name).map((row) => row.filter((_, at) => at !== own))];
    }),
  );
}

/** A replacement and its undo make other tables. */
const MAKES_TABLES = ["a replacement", "the undo of a replacement", "a repair of a range"];

test.each(Object.entries(ACTIONS))("%s does the same there, and leaves filters and formulas", async (name, action) => {
  const plain = await before(action);
  const said = await plain.run();
  const expected = rows(plain.harness);
  plain.harness.close();
  const { harness, run } = await before(action);
  const isMadeAnew = MAKES_TABLES.includes(name);
  if (!isMadeAnew) await addOwnColumns(harness);
  await filterTables(harness);
  const filtered = filters(harness);
  await harness.settled();
  harness.news();
  expect(await run()).toEqual(said);
  expect(rows(harness)).toEqual(expected);
  if (!isMadeAnew) {
    expect(filters(harness)).toMatchObject(filtered);
    for (const { name: table, columns } of harness.open.local.tables()) {
      if (!columns.some((column) => column.name === OWN)) continue;
      for (const cell of ownCells(harness, table))
        expect([cell, harness.open.local.formula(cell)]).toEqual([cell, formulaOf(cell)]);
    }
  }
  harness.close();
});
