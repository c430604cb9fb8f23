/** Whatever several people do at the same time, and however late it arrives: in the end they see the same workbook. */
import * as fc from "fast-check";

import type { HeadlessExcel } from "../headless";
import { openSmall } from "./open";

type Action = (client: HeadlessExcel) => Promise<unknown>;

const row = fc.integer({ min: 1, max: 8 });
const column = fc.constantFrom("A", "B", "C", "D", "E");

const actions: fc.Arbitrary<Action> = fc.oneof(
  fc.tuple(row, column, fc.constantFrom("x", "y", 7, "=B3", "=SUM(B2:B5)", "")).map(
    ([at, letter, value]): Action =>
      (client) =>
        client.user.type(`Sheet1!${letter}${String(at + 1)}`, value),
  ),
  fc.tuple(row, column).map(
    ([at, letter]): Action =>
      (client) =>
        client.user.fill(`Sheet1!${letter}${String(at + 1)}`, "#FF0000"),
  ),
  fc.tuple(row, fc.integer({ min: 1, max: 2 })).map(
    ([at, count]): Action =>
      (client) =>
        client.user.insertRows(`Sheet1!${String(at + 1)}:${String(at + count)}`),
  ),
  row.map(
    (at): Action =>
      (client) =>
        client.user.deleteRows(`Sheet1!${String(at + 1)}:${String(at + 1)}`),
  ),
  fc.constantFrom("A", "B", "C", "E").map(
    (letter): Action =>
      (client) =>
        client.user.insertColumns(`Sheet1!${letter}:${letter}`),
  ),
  fc.constantFrom("B", "D").map(
    (letter): Action =>
      (client) =>
        client.user.deleteColumns(`Sheet1!${letter}:${letter}`),
  ),
  fc.nat(2).map(
    (index): Action =>
      (client) =>
        client.user.addTableColumn("Work", `New ${client.tables()[0]?.id ?? ""}`, index),
  ),
  fc.constant<Action>((client) => client.user.sort("Work", client.tables()[0]?.columns[0]?.name ?? "")),
  fc.constantFrom("More", "Most").map(
    (name): Action =>
      (client) =>
        client.user.addSheet(name),
  ),
  row.map(
    (at): Action =>
      (client) =>
        client.user.hideRows(`Sheet1!${String(at + 1)}:${String(at + 1)}`),
  ),
);

/** What a client sees of the workbook. */
function view(client: HeadlessExcel): unknown {
  const { host } = client.excel;
  const sheets = host.engine.sheets().map((sheet) => {
    const area = { startRow: 0, endRow: 30, startColumn: 0, endColumn: 9 };
    const cells = host.cells.grid(area, (at, letter) => [
      host.cells.formula(sheet, at, letter),
      host.cells.style(sheet, at, letter).bg?.rgb ?? "",
    ]);
    return [sheet.getName(), cells, host.cells.grid({ ...area, endColumn: 0 }, (at) => sheet.getRowRawVisible(at))];
  });
  return [sheets.sort(([one], [other]) => String(one).localeCompare(String(other))), client.tables()];
}

it("everybody ends with the same cells, formats, sheets and tables", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(2), actions, fc.nat(3)), { minLength: 2, maxLength: 9 }),
      async (steps) => {
        const first = await openSmall({ closed: true });
        await first.user.paste("Sheet1!A1", [
          ["Item", "Value"],
          ["c", 3],
          ["a", 1],
          ["b", 2],
          ["d", 4],
        ]);
        const sheet = first.excel.host.engine.workbook.getActiveSheet();
        const added = first.excel.host.tables.add(
          sheet,
          { startRow: 0, endRow: 4, startColumn: 0, endColumn: 1 },
          true,
        );
        first.excel.host.tables.rename(added.id, "Work");
        const clients = [first, await first.join({ closed: true }), await first.join({ closed: true })];
        const { coauthoring } = first;
        for (const [index, client] of clients.entries()) {
          Object.assign(coauthoring.delaysOf(client.excel), { upload: 100 * index, download: 1000 + 500 * index });
        }
        for (const [who, action, wait] of steps) {
          const client = clients[who];
          // A sheet of that name, or a table that is gone: then there is nothing to do.
          if (client) await action(client).catch(() => undefined);
          await coauthoring.advance(wait * 300);
        }
        await coauthoring.synchronize();
        const views = clients.map(view);
        for (const client of [...clients].reverse()) client.close();
        expect(views[1]).toEqual(views[0]);
        expect(views[2]).toEqual(views[0]);
      },
    ),
    { numRuns: Number(process.env["COAUTHORING_RUNS"] ?? 12) },
  );
});
