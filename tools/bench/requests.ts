/** Requests to Excel at the start and for each press of the ribbon, counted on the built add-in. They do not depend on the machine. */
import { formatArea, openLocalExcel, type HeadlessExcel } from "local-excel";
import { takeSnapshot } from "local-excel/xlsx";
import { ensureBuilt } from "../build";
import type { Result } from "./measure";

/** Presses in a new workbook, in this order, with the most requests that each may need; two of a start's are office.js's own. */
export const MOST_REQUESTS = {
  "the page starts": 4,
  "Load in an empty workbook": 8,
  "Load again": 3,
  Check: 3,
  Decisions: 5,
  Generate: 5,
  "Generate again": 6,
  "What changed": 5,
  "Refresh formulas": 2,
  "a saved workbook opens": 4,
} as const;

type Action = keyof typeof MOST_REQUESTS;

const COMMANDS: readonly (readonly [Action, string])[] = [
  ["Load in an empty workbook", "load"],
  ["Load again", "load"],
  ["Check", "check"],
  ["Decisions", "decisions"],
  ["Generate", "generate"],
  ["Generate again", "generate"],
  ["What changed", "whatChanged"],
  ["Refresh formulas", "refreshFormulas"],
];

/** Counts the requests of each action. */
export async function countRequests(): Promise<Record<Action, number>> {
  const counts: Partial<Record<Action, number>> = {};
  const dist = ensureBuilt();
  const count = async (session: HeadlessExcel, action: Action, work: () => Promise<unknown>): Promise<void> => {
    session.excel.traffic.reset();
    await work();
    await session.settled();
    counts[action] = session.excel.traffic.requests;
  };
  const session = await openLocalExcel({ dist, closed: true });
  await count(session, "the page starts", () => session.openPane());
  for (const [action, command] of COMMANDS) {
    // A report without decisions is not written.
    if (action === "Generate") await approve(session, "X.1221");
    await count(session, action, () => session.runAction(command));
  }
  const workbook = takeSnapshot(session.excel.host);
  session.close();
  const reopened = await openLocalExcel({ dist, closed: true, workbook });
  await count(reopened, "a saved workbook opens", () => reopened.openPane());
  reopened.close();
  return counts as Record<Action, number>;
}

/** Enters the approval of a determined text at the current meeting. */
async function approve(session: HeadlessExcel, item: string): Promise<void> {
  const table = session.tables().find(({ name }) => name === "WorkProgramme");
  if (!table) throw new Error("no Work programme");
  const { area, columns } = table;
  const at = (header: string) => area.startColumn + columns.findIndex(({ name }) => name === header);
  const column = (header: string) =>
    `'Work programme'!${formatArea({ ...area, startColumn: at(header), endColumn: at(header) })}`;
  const row = area.startRow + session.values(column("Item")).findIndex(([cell]) => cell === item);
  const status = formatArea({ startRow: row, endRow: row, startColumn: at("Status"), endColumn: at("Status") });
  await session.user.type(`'Work programme'!${status}`, "Approved");
  await session.settled();
}

/** Requests at the start and for each press. */
export async function benchRequests(): Promise<Result[]> {
  const counts = await countRequests();
  return Object.entries(MOST_REQUESTS).map(([action, most]) => {
    const requests = counts[action as Action];
    return {
      what: `${action} (requests)`,
      ours: String(requests),
      against: "",
      floor: "",
      ratio: "",
      goal: `≤ ${String(most)}`,
      reached: requests <= most,
    };
  });
}
