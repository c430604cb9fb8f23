/**
 * npm run -s formula -- '=SG17.STATUS("X.1817")'
 *
 * Enters one formula into the loaded workbook on the local Excel and prints what its cell shows, as JSON:
 * {"value": …}, {"value": [[…], …]} where it spills, {"error": "#N/A", "message": "…"}.
 */
import type { HeadlessExcel } from "local-excel";
import { openAddin, pressLoad, runTool } from "./session";

const SHEET = "Sheet1";
const CELL = `${SHEET}!B2`;

function shown(session: HeadlessExcel): unknown {
  const spill = session.spill(CELL);
  if (spill !== undefined) return { value: session.values(spill.includes("!") ? spill : `${SHEET}!${spill}`) };
  const value = session.value(CELL);
  return typeof value === "object" && value !== null && "error" in value ? value : { value };
}

runTool(async () => {
  const [formula] = process.argv.slice(2);
  if (!formula) throw new Error(`Give one formula, for example: npm run -s formula -- '=SG17.STATUS("X.1817")'`);
  const session = await openAddin();
  await pressLoad(session);
  await session.enter(CELL, formula.startsWith("=") ? formula : `=${formula}`);
  await session.settled();
  console.log(JSON.stringify(shown(session)));
});
