/**
 * Thousands of real texts as a programme: load them, change one, read all. The file is a tab-separated list with the columns number,
 * approved (an ISO date) and title, such as the list of all ITU-T texts that the relaton project publishes.
 */
import { readFileSync } from "node:fs";
import { formatArea } from "local-excel";
import { blankItem } from "../../src/domain/blank";
import { openAddin, pressImport } from "../session";
import { exportText } from "./export-text";
import { duration, timed, type Result } from "./measure";
import { searchTimes } from "./search";

interface Text {
  number: string;
  approved: string;
  title: string;
}

function textsOf(file: string): Text[] {
  const lines = readFileSync(file, "utf8")
    .split(/\r?\n/)
    .filter((line) => line && !line.startsWith("#"));
  return lines.slice(1).map((line) => {
    const [number = "", approved = "", title = ""] = line.split("\t");
    return { number: number.replace(/^ITU-T\s+/, ""), approved, title: title.replaceAll(";", ",") };
  });
}

function exportOf(texts: readonly Text[]): Uint8Array {
  const rows = texts.map(
    ({ number, approved, title }) => `${number};Q1/17;${title};SG17;2025-2028;New;Approved ${approved}`,
  );
  return exportText(rows);
}

const line = (what: string, ours: string, goal: string, reached: boolean): Result => ({
  what,
  ours,
  against: "",
  floor: "",
  ratio: "",
  goal,
  reached,
});

/** Import, one edit, one STATUS over all of them, and a check of the whole workbook. */
export async function benchTexts(file: string): Promise<Result[]> {
  const texts = textsOf(file);
  const local = await openAddin();
  local.excel.traffic.reset();
  const load = await timed(() => pressImport(local, [{ name: "texts.csv", bytes: exportOf(texts) }]));
  const loadRequests = local.excel.traffic.requests;
  const table = local.tables().find(({ name }) => name === "WorkProgramme");
  if (!table) throw new Error("Nothing was loaded.");
  const items = table.area.endRow - table.area.startRow;
  const status = table.area.startColumn + table.columns.findIndex(({ name }) => name === "Status");
  const cell = formatArea({ startRow: 9, endRow: 9, startColumn: status, endColumn: status });
  local.excel.traffic.reset();
  const edit = await timed(async () => {
    await local.user.type(`'Work programme'!${cell}`, "Under study");
    await local.settled();
  });
  const editRequests = local.excel.traffic.requests;
  const ask = await timed(async () => {
    await local.enter(
      "Sheet1!A1",
      `=SG17.STATUS('Work programme'!A${String(table.area.startRow + 2)}:A${String(table.area.endRow + 1)})`,
    );
    await local.settled();
  });
  const check = await timed(async () => {
    await local.runAction("check");
    await local.settled();
  });
  local.close();
  const found = texts.map(({ number, title }, at) => ({ ...blankItem(`text-${String(at)}`), number, title }));
  return [
    ...(await searchTimes(`… Find, ${String(texts.length)} items`, found)),
    line(
      `${String(texts.length)} real texts: import, ${String(items)} items`,
      `${duration(load)}, ${String(loadRequests)} round trips`,
      "none set",
      true,
    ),
    line(
      "… one edit, evaluated and reverted",
      `${duration(edit)}, ${String(editRequests)} round trips`,
      "≤ 3 round trips",
      editRequests <= 3,
    ),
    line("… one STATUS over all", duration(ask), "none set", true),
    line("… Check of the whole workbook", duration(check), "seconds", check < 30_000),
  ];
}
