/** A user edits the tables while another user's load is writing, between any two of its requests. */
import { formatArea, type User } from "local-excel";
import { openPrepared, type OpenWorkbook, type Prepare } from "../support";
import { march, revised } from "./editing";
import { Gate } from "./request-gate";

const WORK = "WorkProgramme";

/** The present address of a cell of an item, read without a request of the add-in. */
function place(open: OpenWorkbook, table: string, item: string | number, header: string): string {
  const found = open.local.tables().find(({ name }) => name === table);
  if (!found) throw new Error(`no table ${table}`);
  const headers = found.columns.map(({ name }) => name);
  const sheet = open.local.excel.host.engine.sheet(found.sheetId)?.getName() ?? "";
  const rows = open.local.values(`'${sheet}'!${formatArea(found.area)}`).slice(1);
  const at = ["Provisional name", "Item"].map((name) => headers.indexOf(name));
  const row = typeof item === "number" ? item : rows.findIndex((cells) => at.some((column) => cells[column] === item));
  const startRow = found.area.startRow + 1 + row;
  const startColumn = found.area.startColumn + headers.indexOf(header);
  return `'${sheet}'!${formatArea({ startRow, endRow: startRow, startColumn, endColumn: startColumn })}`;
}

type Edit = (open: OpenWorkbook, user: User) => Promise<void>;
const typing =
  (table: string, item: string | number, header: string, value: string): Edit =>
  (open, user) =>
    user.type(place(open, table, item, header), value);
const rowOf = (open: OpenWorkbook, table: string, item: string): number =>
  Number(/\d+$/.exec(place(open, table, item, "Title"))?.[0]) -
  Number(/\d+$/.exec(place(open, table, 0, "Title"))?.[0]);

const EDITS: Record<string, Edit> = {
  "types into a cell that the load brings up to date": typing(WORK, "X.one", "Title", "Our title"),
  "types into another cell of such a row": typing(WORK, "X.four", "Remarks", "Ask the editor"),
  "types into a row that the load leaves alone": typing(WORK, "X.three", "Title", "Our three"),
  "sorts the work programme": (_, user) => user.sort(WORK, "Title", false),
  "sorts History": (_, user) => user.sort("History", "Title", false),
  "puts a row in at the top": async (open, user) => {
    await user.insertTableRows(WORK, 0);
    await user.type(place(open, WORK, 0, "Item"), "X.typed");
  },
  "types a row below the last one": async (open, user) => {
    const rows = open.local.tables().find(({ name }) => name === WORK)?.area;
    await user.type(place(open, WORK, (rows?.endRow ?? 0) - (rows?.startRow ?? 0), "Item"), "X.typed");
  },
  "takes a row out": (open, user) => user.deleteTableRows(WORK, rowOf(open, WORK, "X.three")),
  "takes out a row that the load brings up to date": (open, user) =>
    user.deleteTableRows(WORK, rowOf(open, WORK, "X.one")),
  "puts a column in": (_, user) => user.addTableColumn(WORK, "My notes", 1),
  "puts a column into History": (_, user) => user.addTableColumn("History", "My notes", 3),
  "puts rows in above the table": (open, user) => {
    const sheet = place(open, WORK, 0, "Item").split("!")[0] ?? "";
    return user.insertRows(`${sheet}!A1:A3`);
  },
  "renames the sheet": (_, user) => user.renameSheet("Work programme", "Our list"),
  "types into an annex": typing("Annex_2024_03_C", "X.five", "Title", "Our annex title"),
  "sorts an annex": (_, user) => user.sort("Annex_2024_03_C", "Title", false),
};

/** The add-in's own columns: a row that a user typed gets its key when it is loaded again. */
const OWN = ["Loaded", "Key"];

/** The visible contents of the tables, row by row and by header, in no order. */
function said(open: OpenWorkbook): string[] {
  const tables = open.local.tables().map((table) => {
    const sheet = open.local.excel.host.engine.sheet(table.sheetId)?.getName() ?? "";
    const headers = table.columns.map(({ name }) => name);
    const rows = open.local.values(`'${sheet}'!${formatArea(table.area)}`).slice(1);
    return rows.map((row) => {
      const cells = headers.flatMap((header, at) => (OWN.includes(header) ? [] : [`${header}: ${String(row[at])}`]));
      return [sheet, table.name, ...cells.sort()].join(" | ");
    });
  });
  return tables.flat().sort();
}

const load = (open: OpenWorkbook, documents = revised) =>
  open.page.workbook.loadDocuments(documents, { lockTimeout: 0 });

const loadMarch: Prepare = async (open) => {
  expect((await load(open, [march])).outcome).toBe("loaded");
};
const loaded = (): Promise<OpenWorkbook> => openPrepared(loadMarch);

/** The contents of the workbook where the edit comes before the load, and where it comes after. */
async function oneAfterTheOther(edit: Edit): Promise<string[][]> {
  const ends: string[][] = [];
  for (const first of ["edit", "load"]) {
    const open = await loaded();
    if (first === "edit") await edit(open, open.local.coauthor);
    expect((await load(open)).outcome).toBe("loaded");
    await open.local.settled();
    if (first === "load") await edit(open, open.local.coauthor);
    ends.push(said(open));
    open.local.close();
  }
  return ends;
}

/** The rows in which two workbooks differ. */
function differing(one: readonly string[], other: readonly string[]): string[] {
  return [
    ...one.filter((row) => !other.includes(row)).map((row) => `- ${row}`),
    ...other.filter((row) => !one.includes(row)).map((row) => `+ ${row}`),
    ...(one.length === other.length ? [] : [`${String(one.length)} rows and ${String(other.length)}`]),
  ];
}

test.each(Object.entries(EDITS))(
  "a user who %s while a load writes keeps the change, and the load is complete",
  async (_, edit) => {
    const either = await oneAfterTheOther(edit);
    for (let at = 1; ; at += 1) {
      const open = await loaded();
      const gate = new Gate([open.local.window]);
      let edited = false;
      const outcome = await gate.through(
        load(open),
        () => 0,
        async (count) => {
          if (count !== at || edited) return;
          edited = true;
          await edit(open, open.local.coauthor);
        },
      );
      await open.local.settled();
      if (!edited) {
        open.local.close();
        break;
      }
      expect([at, outcome.outcome]).toEqual([at, "loaded"]);
      const end = said(open);
      const nearest = either.map((each) => differing(each, end)).sort((one, other) => one.length - other.length)[0];
      expect([at, nearest]).toEqual([at, []]);
      expect([at, (await load(open)).outcome, differing(end, said(open))]).toEqual([at, "loaded", []]);
      open.local.close();
    }
  },
);

test("an entry made while a load writes is in memory when the load is done", async () => {
  const open = await loaded();
  await open.page.workbook.startWorkbook();
  await open.local.settled(300);
  const gate = new Gate([open.local.window]);
  await gate.through(
    load(open),
    () => 0,
    async (count) => {
      if (count === 2) await typing(WORK, "X.three", "Title", "Our three")(open, open.local.coauthor);
    },
  );
  await open.local.settled(400);
  const known = open.page.store.currentProgramme()?.items.find((item) => item.key === "x.three");
  expect(known?.title).toBe("Our three");
  open.local.close();
});
