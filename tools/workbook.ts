/**
 * npm run -s workbook -- --out FILE.xlsx [FILE…]
 *
 * Loads both seeds (or the documents given) into a workbook with the built add-in on the local Excel, and saves it as a real .xlsx.
 * With --in FILE.xlsx it goes on in a saved workbook instead of an empty one.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { openLocalExcel } from "local-excel";
import { openXlsx, saveXlsx, takeSnapshot } from "local-excel/xlsx";
import { ensureBuilt } from "./build";
import { fileGiven, pressImport, pressLoad, runTool } from "./session";

const USAGE = "Usage: npm run -s workbook -- --out FILE.xlsx [--in FILE.xlsx] [DOCUMENT…]";

runTool(async () => {
  const { values, positionals } = parseArgs({
    options: { out: { type: "string" }, in: { type: "string" } },
    allowPositionals: true,
  });
  if (!values.out) throw new Error(USAGE);
  const workbook = values.in ? await openXlsx(fileGiven(values.in)) : null;
  const session = await openLocalExcel({ dist: ensureBuilt(), ...(workbook ? { workbook } : {}) });
  if (positionals.length) {
    const documents = positionals.map((name) => ({ name, bytes: fileGiven(name) }));
    await pressImport(session, documents);
  } else {
    await pressLoad(session);
  }
  const snapshot = takeSnapshot(session.excel.host);
  writeFileSync(values.out, await saveXlsx(snapshot));
  const tables = snapshot.sheets.flatMap((sheet) => sheet.tables);
  console.error(`${values.out}: ${snapshot.sheets.length} sheets, ${tables.length} tables`);
});
