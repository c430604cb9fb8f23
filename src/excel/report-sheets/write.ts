/** Generated sheets into the workbook: those made before are replaced, unless people have edited them; then they are kept. */
import { runExcel } from "../excel-run";
import type { Cell } from "../table-specs/spec";
import { UniqueNames } from "../load/unique-names";
import { untracked } from "../ranges";
import { requireWritable } from "../writability";
import { drawPage } from "./draw";
import { pageCells, type SheetPage } from "./page";
import { queueRecord, sheetFingerprint, writeRecord, type SheetRecord } from "./record";

export interface WrittenSheets {
  /** Names of the sheets, in the order of the pages. */
  sheets: string[];
  /** Edited sheets that were put aside, with the names they have now. */
  kept: { sheet: string; as: string }[];
}

/** An existing sheet of an earlier generation. */
interface Earlier {
  id: string;
  name: string;
  position: number;
  edited: boolean;
}

const REQUEST_TIMEOUT = 120;

/** @throws WorkbookError where sheets can be neither added nor deleted */
async function readState(context: Excel.RequestContext) {
  const { worksheets: sheets, protection } = context.workbook;
  protection.load("protected");
  sheets.load("items/id,items/name,items/position");
  const record = queueRecord(context);
  await context.sync();
  requireWritable({ isStructureProtected: protection.protected });
  return { sheets: sheets.items, record: record.result() };
}

/** Finds the sheets that these pages were written to before. One round trip. */
async function findEarlier(
  context: Excel.RequestContext,
  pages: readonly SheetPage[],
  sheets: readonly Excel.Worksheet[],
  record: SheetRecord,
): Promise<Map<string, Earlier>> {
  const requested = pages.flatMap((page) => {
    const made = record[page.identity];
    if (!made) return [];
    const byId = sheets.find((sheet) => sheet.id === made.id);
    const sheet = byId ?? sheets.find((each) => each.name === made.name);
    if (!sheet) return [];
    const used = untracked(sheet.getUsedRangeOrNullObject(true));
    used.load("values,rowIndex,columnIndex");
    return [{ page, made, sheet, used, certain: byId !== undefined }];
  });
  await context.sync();
  const earlier = new Map<string, Earlier>();
  for (const { page, made, sheet, used, certain } of requested) {
    const inPlace = !used.isNullObject && used.rowIndex === 0 && used.columnIndex === 0;
    const values = (inPlace ? used.values : [[]]) as Cell[][];
    // A sheet identified by its name alone must have the expected first line: users may have given the name to another sheet.
    if (!certain && values[0]?.[0] !== page.lines[0]?.text) continue;
    const edited = sheetFingerprint(values) !== made.fingerprint;
    earlier.set(page.identity, { id: sheet.id, name: sheet.name, position: sheet.position, edited });
  }
  return earlier;
}

/** Puts the new sheet at the position of the earlier one, which is deleted, or kept under a dated name where users have edited it. */
function replaceSheet(
  context: Excel.RequestContext,
  { sheet, name }: { sheet: Excel.Worksheet; name: string },
  wanted: string,
  { earlier, names, today }: { earlier: Earlier; names: UniqueNames; today: string },
): { name: string; keptAs: string | null } {
  const old = context.workbook.worksheets.getItem(earlier.id);
  const keptAs = earlier.edited ? names.dated(earlier.name, today) : null;
  if (keptAs !== null) old.name = keptAs;
  else old.delete();
  names.release(earlier.name);
  names.release(name);
  const free = names.sheet(wanted);
  if (free !== name) sheet.name = free;
  if (keptAs === null) sheet.position = earlier.position;
  return { name: free, keptAs };
}

/**
 * Writes each page to a sheet of its own, and shows the first. Four requests, however many pages. An earlier sheet is deleted only once the
 * new one is complete.
 * @param today the date in the names of kept sheets
 * @throws WorkbookError where Excel refuses or does not answer
 */
export async function writePages(pages: readonly SheetPage[], today: string): Promise<WrittenSheets> {
  return runExcel(
    async (context) => {
      const { sheets, record } = await readState(context);
      const earlierSheets = await findEarlier(context, pages, sheets, record);
      const names = new UniqueNames(sheets.map((sheet) => sheet.name));
      const kept: WrittenSheets["kept"] = [];
      const next: SheetRecord = { ...record };
      const made = pages.map((page) => {
        const first = names.sheet(page.name);
        const sheet = context.workbook.worksheets.add(first);
        drawPage(sheet, page);
        const earlier = earlierSheets.get(page.identity);
        const { name, keptAs } = earlier
          ? replaceSheet(context, { sheet, name: first }, page.name, { earlier, names, today })
          : { name: first, keptAs: null };
        if (earlier && keptAs !== null) kept.push({ sheet: earlier.name, as: keptAs });
        sheet.load("id");
        next[page.identity] = { id: null, name, fingerprint: sheetFingerprint(pageCells(page)) };
        return { page, sheet, name };
      });
      // Before Excel has reported the ids: where the answer is lost, the sheets are identified by their names.
      writeRecord(context, next);
      made[0]?.sheet.activate();
      await context.sync();
      for (const { page, sheet } of made) {
        const entry = next[page.identity];
        if (entry) entry.id = sheet.id;
      }
      writeRecord(context, next);
      await context.sync();
      return { sheets: made.map(({ name }) => name), kept };
    },
    { timeout: REQUEST_TIMEOUT },
  );
}
