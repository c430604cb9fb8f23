/** A workbook in use: loaded, then changed by users in many ways, before other documents are loaded into it. */
import type { Row } from "../../../src/domain/document";
import { reportOf } from "../page/documents";
import type { OpenWorkbook } from "../support";

/** No other load runs in these tests, so none is waited for. */
export const PATIENCE = 0;

const rows = (...names: string[]): Partial<Row>[] =>
  names.map((name, index) => ({
    acronym: name,
    printedName: name,
    title: `Title of ${name}`,
    question: `${String((index % 3) + 2)}/17`,
    text: `TD${String(index + 1)}`,
    editors: ["Hang DONG", "Le YU"],
    timing: "2026-Q4",
  }));

const NAMES = ["X.one", "X.two", "X.three", "X.four", "X.five", "X.six"];
export const march = reportOf(rows(...NAMES));

const approved = reportOf(
  [
    { ...rows("X.one")[0], seq: 1, number: "X.1999", printedName: "X.1999 (X.one)", kind: "New", title: "One at last" },
    { ...rows("X.four")[0], seq: 2, number: "X.2000", printedName: "X.2000 (X.four)", kind: "New", timing: null },
  ],
  "2024-09",
);
/** Autumn approves two of March's items, tells more of a third and brings two new ones with a Question not known so far. */
export const autumn = {
  ...approved,
  annexes: [
    ...approved.annexes.map((annex) => ({
      ...annex,
      id: "A",
      title: "Approved",
      sections: annex.sections.map((section) => ({ ...section, table: "TAP approved" as const })),
    })),
    ...reportOf(
      [
        { ...rows("X.two")[0], title: "Two, revised", text: "TD9" },
        { ...rows("X.seven")[0], question: "11/17" },
        { ...rows("X.eight")[0], title: "=1+1" },
      ],
      "2024-09",
    ).annexes,
  ],
};

export const revised = [autumn, march];

/** Cell of an item in a table, by header. */
export async function address(open: OpenWorkbook, table: string, item: string, header: string): Promise<string> {
  return open.run(async (context) => {
    const object = context.workbook.tables.getItem(table);
    const [names, items] = ["Provisional name", "Item"].map((name) => {
      const column = object.columns.getItemOrNullObject(name).getDataBodyRange();
      column.load("values");
      return column;
    });
    const column = object.columns.getItem(header).getDataBodyRange();
    column.load("address");
    await context.sync();
    const named = [names, items].map((range) =>
      range?.isNullObject === false ? range.values.findIndex((row) => row[0] === item) : -1,
    );
    const at = named.find((index) => index >= 0);
    if (at === undefined) throw new Error(`no ${item} in ${table}`);
    const cell = column.getCell(at, 0);
    cell.load("address");
    await context.sync();
    return cell.address;
  });
}

export async function type(
  open: OpenWorkbook,
  table: string,
  item: string,
  header: string,
  value: string,
): Promise<void> {
  await open.local.user.type(await address(open, table, item, header), value);
}

/** Loads March and makes typical edits of users. */
export async function withEdits(open: OpenWorkbook): Promise<void> {
  const outcome = await open.page.workbook.loadDocuments([march]);
  expect(outcome.outcome).toBe("loaded");
  const { user } = open.local;
  await type(open, "WorkProgramme", "X.two", "Title", "Our title");
  await type(open, "WorkProgramme", "X.three", "Remarks", "Ask the editor");
  await type(open, "Annex_2024_03_C", "X.five", "Title", "Our annex title");
  await user.addTableColumn("WorkProgramme", "My notes", 2);
  await type(open, "WorkProgramme", "X.six", "My notes", "call Geneva");
  await user.deleteTableRows("WorkProgramme", 4);
  await user.sort("WorkProgramme", "Item", false);
  await user.renameSheet("Work programme", "Our list");
  await user.moveSheet("Our list", 4);
}
