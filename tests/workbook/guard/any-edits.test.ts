/** GUARD_RUNS=100 for a long look. Random sequences of edits, loads, undos and a co-author's edits in the local Excel, held against a simple model. */
import * as fc from "fast-check";
import type { CellValue } from "../../../src/programme/guard/table-shadow";
import { standingOn } from "../../../src/programme/join/standing";
import { compareHappenings } from "../../../src/programme/join/order";
import { STATUSES } from "../../../src/programme/vocabulary";
import { eventOfRow } from "../../../src/workbook/rows/event-rows";
import { rowReader } from "../../../src/workbook/tables";
import { Desk } from "./desk";

jest.setTimeout(600_000);

const WORK = "WorkProgramme";
const RUNS = Number(process.env["GUARD_RUNS"] ?? 8);

/** What is known without the guard: which statuses it cannot answer for. */
interface Model {
  /** Keys of items whose status a co-author without the add-in typed. */
  byOthers: Set<string>;
}

/** Every item's row by key. */
function itemsOf(desk: Desk): Map<string, Record<string, CellValue>> {
  const headers = desk.headers(WORK);
  const rows = desk.rows(WORK).map((row) => Object.fromEntries(headers.map((header, at) => [header, row[at] ?? ""])));
  return new Map(rows.filter((row) => row["Key"] !== "").map((row) => [String(row["Key"]), row]));
}

/** The status of every item as the rows of History explain it. */
function explained(desk: Desk): Map<string, string | undefined> {
  const headers = desk.headers("History");
  const events = desk.rows("History").map((row) => eventOfRow(rowReader(headers, row)));
  const byItem = new Map<string, typeof events>();
  for (const event of events) byItem.set(event.item, [...(byItem.get(event.item) ?? []), event]);
  return new Map([...byItem].map(([key, own]) => [key, standingOn(own.sort(compareHappenings), "9999-12-31")?.status]));
}

function check(desk: Desk, model: Model): void {
  const items = itemsOf(desk);
  expect(desk.rows(WORK).filter((row) => row[desk.headers(WORK).indexOf("Key")] !== "")).toHaveLength(items.size);
  const statuses = explained(desk);
  const marked = new Set(
    desk.messages.filter((message) => message.outcome === "marked").flatMap((message) => message.keys),
  );
  const unexplained = [...items].filter(
    ([key, row]) => row["Status"] !== statuses.get(key) && !marked.has(key) && !model.byOthers.has(key),
  );
  expect(unexplained.map(([key, row]) => [key, row["Status"], statuses.get(key)])).toEqual([]);
  const store = desk.open.page.store.currentIndex();
  const remembered = [...items].filter(
    ([key, row]) => store?.itemWithKey(key)?.status !== row["Status"] && !marked.has(key) && !model.byOthers.has(key),
  );
  expect(remembered.map(([key, row]) => [key, row["Status"], store?.itemWithKey(key)?.status])).toEqual([]);
  for (const { name } of desk.open.local.tables()) {
    const headers = desk.headers(name);
    if (!name.startsWith("Annex_") || !headers.includes("Printed row")) continue;
    for (const row of desk.rows(name)) {
      const key = String(row[headers.indexOf("Key")]);
      const item = items.get(key);
      if (!item || marked.has(key) || model.byOthers.has(key)) continue;
      expect([name, key, row[headers.indexOf("Status")]]).toEqual([name, key, item["Status"]]);
    }
  }
}

class Act implements fc.AsyncCommand<Model, Desk> {
  constructor(
    private readonly label: string,
    private readonly work: (desk: Desk, model: Model) => Promise<void>,
  ) {}

  check(): boolean {
    return true;
  }

  async run(model: Model, desk: Desk): Promise<void> {
    await this.work(desk, model);
    await desk.settled();
    check(desk, model);
  }

  toString(): string {
    return this.label;
  }
}

/** Types, and makes sure that what does not stay was spoken of. */
async function typed(desk: Desk, address: string, value: string | number): Promise<void> {
  desk.news();
  await desk.user.type(address, value);
  await desk.settled();
  const now = String(desk.open.local.value(address));
  const same = now.trim().toLowerCase() === String(value).trim().toLowerCase();
  if (!same && typeof value === "string") expect([address, value, now, desk.news().length]).not.toContain(0);
}

const FIELDS = ["Status", "Status", "Status", "Process", "Timing", "Title", "Question", "Since", "Step", "Remarks"];
const VALUES = [...STATUSES, "determined", "AAP", "TAP", "2024-Q3", "", "nonsense", "Announced", "7/17"];

const at = fc.nat(1_000);
const field = fc.constantFrom(...FIELDS);
const value = fc.constantFrom(...VALUES);
const rowIn = (desk: Desk, name: string, position: number): number => position % desk.rows(name).length;

const acts = [
  fc.tuple(at, field, value).map(
    ([row, header, text]) =>
      new Act(`type "${text}" into ${header} of ${String(row)}`, async (desk) => {
        // Excel reads 7/17 in a column of dates as a date.
        const value = header === "Since" && text === "7/17" ? "" : text;
        await typed(desk, desk.at(WORK, rowIn(desk, WORK, row), header), value);
      }),
  ),
  fc.tuple(at, value).map(
    ([row, text]) =>
      new Act(`type "${text}" into an annex at ${String(row)}`, async (desk) => {
        const name = "Annex_2023_09_A";
        await typed(desk, desk.at(name, rowIn(desk, name, row), "Status"), text);
      }),
  ),
  fc.tuple(at, fc.array(fc.tuple(value, value), { minLength: 2, maxLength: 6 })).map(
    ([row, block]) =>
      new Act(`paste ${JSON.stringify(block)} at ${String(row)}`, async (desk) => {
        const last = desk.rows(WORK).length - block.length;
        await desk.user.paste(desk.at(WORK, row % last, "Process"), block);
      }),
  ),
  fc.tuple(at, fc.constantFrom("Status", "Process", "Question")).map(
    ([row, header]) =>
      new Act(`fill ${header} down at ${String(row)}`, async (desk) => {
        await desk.user.fillDown(desk.at(WORK, row % (desk.rows(WORK).length - 4), header, 4));
      }),
  ),
  fc.tuple(at, at).map(
    ([from, to]) =>
      new Act(`cut a row ${String(from)} over ${String(to)}`, async (desk) => {
        const width = desk.headers(WORK).length;
        const source = desk.at(WORK, rowIn(desk, WORK, from), "Item", 1, width);
        await desk.user.cut(source, desk.at(WORK, rowIn(desk, WORK, to), "Item"));
      }),
  ),
  fc.constantFrom("Question", "Status", "Item").map(
    (header) =>
      new Act(`sort by ${header}`, async (desk) => {
        await desk.user.sort(WORK, header);
      }),
  ),
  at.map(
    (row) =>
      new Act(`delete row ${String(row)} and restore it`, async (desk) => {
        desk.news();
        await desk.user.deleteTableRows(WORK, rowIn(desk, WORK, row));
        await desk.settled();
        const [message] = desk.news();
        if (message?.canRestore) await desk.open.page.guard.restoreRow(message.id);
      }),
  ),
  at.map(
    (row) =>
      new Act(`insert a row at ${String(row)} for a new item`, async (desk) => {
        const position = rowIn(desk, WORK, row);
        await desk.user.insertTableRows(WORK, position);
        await desk.settled();
        await desk.user.type(desk.at(WORK, position, "Provisional name"), `X.new-${String(row)}`);
      }),
  ),
  fc.constantFrom("undo", "redo").map(
    (step) =>
      new Act(step, async (desk) => {
        await desk.user[step as "undo"]();
      }),
  ),
  fc.tuple(at, fc.constantFrom(...STATUSES)).map(
    ([row, status]) =>
      new Act(`a co-author types ${status} into ${String(row)}`, async (desk, model) => {
        const position = rowIn(desk, WORK, row);
        const key = String(desk.value(WORK, position, "Key"));
        if (desk.value(WORK, position, "Status") !== status) model.byOthers.add(key);
        await desk.coauthor.type(desk.at(WORK, position, "Status"), status);
        await desk.settled();
        await new Promise((resolve) => setTimeout(resolve, 250));
      }),
  ),
  fc.constant(
    new Act("override what was put back last", async (desk) => {
      const message = desk.messages.find((each) => each.canOverride);
      if (message) await desk.open.page.guard.override(message.id, "Decided by correspondence");
    }),
  ),
  fc.tuple(at, fc.constantFrom(...STATUSES)).map(
    ([row, status]) =>
      new Act(`take the step ${status} for ${String(row)}`, async (desk) => {
        const key = String(desk.value(WORK, rowIn(desk, WORK, row), "Key"));
        if (key !== "") await desk.open.page.guard.takeStep(key, status);
      }),
  ),
  fc.constantFrom<"enforce" | "advise">("enforce", "enforce", "advise").map(
    (mode) =>
      new Act(mode, async (desk) => {
        await desk.open.page.workbook.writeSettings({ mode });
      }),
  ),
  fc.constant(
    new Act("load both documents again", async (desk) => {
      await desk.open.page.workbook.loadDocuments(desk.open.page.readSeeds());
    }),
  ),
];

test("whatever people do, the tables agree, History explains every status, and nothing is lost without a word", async () => {
  const desk = await Desk.withSeeds();
  // The workbook is used on: each sequence begins where the one before ended.
  const model: Model = { byOthers: new Set() };
  try {
    await fc.assert(
      fc.asyncProperty(fc.commands(acts, { maxCommands: 12 }), async (sequence) => {
        await fc.asyncModelRun(() => ({ model, real: desk }), sequence);
      }),
      {
        numRuns: RUNS,
        endOnFailure: true,
        ...(process.env["GUARD_SEED"] ? { seed: Number(process.env["GUARD_SEED"]) } : {}),
      },
    );
  } finally {
    desk.close();
  }
});
