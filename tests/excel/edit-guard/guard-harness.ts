/** The loaded workbook in the local Excel with the guard on; cells are addressed by item and column. */
import type { GuardMessage } from "../../../src/excel/edit-guard";
import type { CellValue } from "../../../src/domain/edit-review/table-snapshot";
import { openWorkbook, reattach, type OpenWorkbook } from "../support";
import { formatArea, type OpenOptions } from "local-excel";
import { takeSnapshot, type WorkbookSnapshot } from "local-excel/xlsx";
import { fewRows } from "./few-rows";

let small: Promise<WorkbookSnapshot> | undefined;

async function loadSmall(): Promise<WorkbookSnapshot> {
  const open = await openWorkbook();
  const outcome = await open.page.workbook.loadDocuments(fewRows(open.page.readSeeds()));
  if (outcome.outcome !== "loaded") throw new Error(JSON.stringify(outcome));
  await open.local.settled();
  const snapshot = takeSnapshot(open.local.excel.host);
  open.local.close();
  return snapshot;
}

export class GuardHarness {
  private constructor(public open: OpenWorkbook) {}

  /** Opens a workbook, loads both seeds and starts the guard. */
  static async withSeeds(options: Partial<OpenOptions> = {}): Promise<GuardHarness> {
    const harness = new GuardHarness(await openWorkbook(options));
    const outcome = await harness.open.page.workbook.loadDocuments(harness.open.page.readSeeds());
    if (outcome.outcome !== "loaded") throw new Error(JSON.stringify(outcome));
    await harness.start();
    return harness;
  }

  /** Opens an empty workbook with the guard on, and loads both seeds then, as users do the first time. */
  static async loadedWhileGuarded(
    options: Partial<OpenOptions> = {},
    { answerLimit }: { answerLimit?: number } = {},
  ): Promise<GuardHarness> {
    const harness = new GuardHarness(await openWorkbook(options));
    harness.open.local.excel.faults.answerLimit = answerLimit;
    await harness.start();
    const outcome = await harness.open.page.workbook.loadDocuments(harness.open.page.readSeeds());
    if (outcome.outcome !== "loaded") throw new Error(JSON.stringify(outcome));
    await harness.settled();
    return harness;
  }

  static async withItems(count: number, options: Partial<OpenOptions> = {}): Promise<GuardHarness> {
    const harness = new GuardHarness(await openWorkbook(options));
    const { workbook, documents } = harness.open.page;
    const outcome = await workbook.loadDocuments([documents.exportOf(count)]);
    if (outcome.outcome !== "loaded") throw new Error(JSON.stringify(outcome));
    await harness.start();
    return harness;
  }

  /**
   * Opens a workbook with a little of everything, loaded before: a table of each kind, a few rows in each section. Made once for all tests of
   * a file and copied from then on, so that each can have its own.
   * @param running whether the add-in is started
   */
  static async small(running = true, options: Partial<OpenOptions> = {}): Promise<GuardHarness> {
    small ??= loadSmall();
    const harness = new GuardHarness(await openWorkbook({ workbook: await small, ...options }));
    if (running) await harness.start();
    return harness;
  }

  async start(): Promise<void> {
    await this.open.page.workbook.startWorkbook();
    await this.settled();
  }

  /** Opens the workbook at a colleague's Excel, with a view of its own and the add-in on. To be closed before this one. */
  async joined(): Promise<GuardHarness> {
    const colleague = new GuardHarness(reattach(await this.open.local.join()));
    await colleague.start();
    return colleague;
  }

  get user() {
    return this.open.local.user;
  }

  get coauthor() {
    return this.open.local.coauthor;
  }

  get messages(): readonly GuardMessage[] {
    return this.open.page.guard.guardMessages();
  }

  /** Messages since the last call of this. */
  private readonly seen = new Set<string>();
  news(): GuardMessage[] {
    const fresh = [...this.messages].reverse().filter((message) => !this.seen.has(message.id));
    for (const message of fresh) this.seen.add(message.id);
    return fresh;
  }

  async settled(): Promise<void> {
    await this.open.local.settled();
    await this.open.page.guard.whenIdle();
    await this.open.local.settled();
  }

  table(name: string) {
    const table = this.open.local.tables().find((each) => each.name === name);
    if (!table) throw new Error(`there is no table ${name}`);
    return table;
  }

  hasTable(name: string): boolean {
    return this.open.local.tables().some((table) => table.name === name && table.columns.length > 0);
  }

  /** Every row of a table's body. */
  rows(name: string): CellValue[][] {
    const { area, columns } = this.table(name);
    const body = { ...area, startRow: this.firstRow(name), endColumn: area.startColumn + columns.length - 1 };
    return this.open.local.values(`${this.sheet(name)}!${formatArea(body)}`) as CellValue[][];
  }

  headers(name: string): string[] {
    return this.table(name).columns.map((column) => column.name);
  }

  /** The first row of a table's body, on its sheet. */
  private firstRow(name: string): number {
    const { area, showHeaders } = this.table(name);
    return area.startRow + (showHeaders ? 1 : 0);
  }

  private sheet(name: string): string {
    const { sheetId } = this.table(name);
    const sheet = this.open.local.excel.host.engine.sheet(sheetId);
    return `'${(sheet?.getName() ?? "").replaceAll("'", "''")}'`;
  }

  /** Position of an item's row in a table's body. */
  rowOf(name: string, item: string): number {
    const headers = this.headers(name);
    const columns = ["Item", "Provisional name"].map((header) => headers.indexOf(header)).filter((at) => at >= 0);
    const row = this.rows(name).findIndex((values) =>
      columns.some((column) => values[column] === item || String(values[column]).startsWith(`${item} `)),
    );
    if (row < 0) throw new Error(`there is no ${item} in ${name}`);
    return row;
  }

  /** An annex that prints an item. */
  annexOf(item: string): string {
    const found = this.open.local
      .tables()
      .map((table) => table.name)
      .find(
        (name) =>
          name.startsWith("Annex_2023") &&
          this.rows(name).some((row) => row.some((cell) => cell === item || String(cell).startsWith(`${item} `))),
      );
    if (found === undefined) throw new Error(`no annex prints ${item}`);
    return found;
  }

  /** Address of a cell, or of cells from there: "'Work programme'!G7:G9". */
  at(name: string, item: string | number, header: string, rows = 1, columns = 1): string {
    const { area } = this.table(name);
    const startRow = this.firstRow(name) + (typeof item === "number" ? item : this.rowOf(name, item));
    const startColumn = area.startColumn + this.headers(name).indexOf(header);
    const place = { startRow, endRow: startRow + rows - 1, startColumn, endColumn: startColumn + columns - 1 };
    return `${this.sheet(name)}!${formatArea(place)}`;
  }

  value(name: string, item: string | number, header: string): CellValue {
    return this.open.local.value(this.at(name, item, header)) as CellValue;
  }

  status(item: string): CellValue {
    return this.value("WorkProgramme", item, "Status");
  }

  async type(item: string | number, header: string, value: string | number, table = "WorkProgramme"): Promise<void> {
    await this.enter(this.at(table, item, header), value);
    await this.settled();
  }

  /** Enters a value without waiting. Excel refuses a typed value that is not on the list; it arrives by a paste, which skips data validation. */
  async enter(address: string, value: string | number): Promise<void> {
    const choices = this.user.choices(address);
    if (choices.length > 0 && !choices.includes(String(value))) await this.user.paste(address, [[value]]);
    else await this.user.type(address, value);
  }

  /** Pastes a block over the cells of an item's row from the first to the last of these columns; cells between them keep their values. */
  async pasteRow(item: string, values: Readonly<Record<string, CellValue>>, table = "WorkProgramme"): Promise<void> {
    const headers = this.headers(table);
    const columns = Object.keys(values).map((header) => headers.indexOf(header));
    const first = Math.min(...columns);
    const row = this.rows(table)[this.rowOf(table, item)] ?? [];
    const block = row.slice(first, Math.max(...columns) + 1);
    for (const [header, value] of Object.entries(values)) block[headers.indexOf(header) - first] = value;
    await this.user.paste(this.at(table, item, headers[first] ?? ""), [block]);
    await this.settled();
  }

  /** History's rows about an item, as objects by header. */
  history(item: string): Record<string, CellValue>[] {
    const headers = this.headers("History");
    return this.rows("History")
      .map((row) => Object.fromEntries(headers.map((header, at) => [header, row[at] ?? ""])))
      .filter((row) => row["Item"] === item);
  }

  close(): void {
    this.open.local.close();
  }
}
