/** Undoes the writing of generated sheets: wholly, or not at all where users have edited one of them. */
import { workbookTexts } from "../../i18n/workbook";
import { WorkbookError } from "../excel-errors";
import { runExcel } from "../excel-run";
import { untracked } from "../ranges";
import { requireWritable } from "../writability";
import type { Cell } from "../table-specs/spec";
import { queueRecord, sheetFingerprint, writeRecord } from "./record";
import type { WrittenSheets } from "./write";

/**
 * Deletes generated sheets and gives the edited sheets that they replaced their names back. Two requests.
 * @throws WorkbookError, before anything is changed, where a sheet was edited or deleted, or sheets cannot be deleted
 */
export async function removeWrittenSheets({ sheets, kept }: WrittenSheets): Promise<void> {
  await runExcel(async (context) => {
    const { worksheets, protection } = context.workbook;
    protection.load("protected");
    const record = queueRecord(context);
    const found = [...sheets, ...kept.map(({ as }) => as)].map((name) => {
      const sheet = worksheets.getItemOrNullObject(name);
      const used = untracked(sheet.getUsedRangeOrNullObject(true));
      used.load("values");
      return { name, sheet, used };
    });
    await context.sync();
    const texts = workbookTexts();
    requireWritable({ isStructureProtected: protection.protected });
    const entries = Object.entries(record.result());
    for (const { name, sheet, used } of found) {
      const made = entries.find(([, entry]) => entry.name === name)?.[1];
      const isEdited = sheets.includes(name) && sheetFingerprint(valuesOf(used)) !== made?.fingerprint;
      if (sheet.isNullObject || isEdited) throw new WorkbookError("Changed", texts.changedSince(name));
    }
    for (const name of sheets) worksheets.getItem(name).delete();
    for (const { sheet, as } of kept) worksheets.getItem(as).name = sheet;
    writeRecord(context, Object.fromEntries(entries.filter(([, { name }]) => !sheets.includes(name))));
    await context.sync();
  });
}

const valuesOf = (used: Excel.Range): Cell[][] => (used.isNullObject ? [] : (used.values as Cell[][]));
