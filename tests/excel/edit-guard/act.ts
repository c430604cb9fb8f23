/** What random sequences are made of: acts, each with a label and what it does, and how they address and type into cells. */
import * as fc from "fast-check";
import type { CellValue } from "../../../src/domain/edit-review/table-snapshot";
import { STATUSES } from "../../../src/domain/vocabulary";
import type { GuardHarness } from "./guard-harness";
import { WORK, type RandomGuardHarness } from "./random-guard-harness";

export interface Act {
  label: string;
  run(at: RandomGuardHarness): Promise<void>;
}

export const ANNEXES = ["Annex_2023_09_A", "Annex_2023_09_B", "Annex_2023_09_C", "Annex_2017_03_1"];
export const FIELDS = [
  "Status",
  "Status",
  "Status",
  "Process",
  "Timing",
  "Title",
  "Question",
  "Since",
  "Step",
  "Remarks",
];
export const MORE_FIELDS = [
  ...FIELDS,
  "Item",
  "Provisional name",
  "Kind",
  "Editors",
  "Text",
  "Equivalent",
  "Parent",
  "Key",
  "Loaded",
];
const VALUES: (string | number)[] = [
  ...STATUSES,
  ...STATUSES,
  "determined",
  " Consented ",
  "AAP",
  "TAP",
  "Agreement",
  "2024-Q3",
  "",
  "nonsense",
  "Announced",
  "Last Call",
  "7/17",
  "2024-03-01",
  "1 March 2024",
  45_352,
  45_000,
  "X.1818",
  "X.novel",
  "=1+1",
];

export const at = fc.nat(1_000);
export const value = fc.constantFrom(...VALUES);
export const rowIn = (harness: GuardHarness, name: string, position: number): number =>
  position % Math.max(1, harness.rows(name).length);

/** The sheet of a table, in quotes. */
export const sheetOf = (harness: GuardHarness, table: string): string =>
  harness.at(table, 0, harness.headers(table)[0] ?? "").replace(/![^!]*$/, "");

/** The line of the sheet, from 1, on which a row of a table's body is. */
export const lineOf = (harness: GuardHarness, table: string, row: number): number =>
  Number(/\d+$/.exec(harness.at(table, row, harness.headers(table)[0] ?? ""))?.[0]);

export function act<T>(
  draw: fc.Arbitrary<T>,
  label: (drawn: T) => string,
  run: (random: RandomGuardHarness, drawn: T) => Promise<void>,
) {
  return draw.map((drawn): Act => ({ label: label(drawn), run: (random) => run(random, drawn) }));
}

export const show = (drawn: unknown): string => JSON.stringify(drawn);

/** Types as the local user, and checks that a reverted entry was reported. */
export async function typed(random: RandomGuardHarness, address: string, text: string | number): Promise<void> {
  const { harness } = random;
  if (random.closed) {
    await harness.user.paste(address, [[text]]);
    return;
  }
  await random.settled();
  harness.news();
  await harness.user.paste(address, [[text]]);
  await random.settled();
  random.edited();
  const now: CellValue = harness.open.local.value(address) as CellValue;
  const same = String(now).trim().toLowerCase() === String(text).trim().toLowerCase();
  const formula = typeof text === "string" && text.startsWith("=");
  if (!same && !formula && typeof text === "string" && typeof now === "string" && harness.news().length === 0)
    throw new Error(`“${text}” was typed at ${address}, where “${now}” stands, without a word`);
}

/** An edit of an item while the add-in is not running. */
export function unwatched(random: RandomGuardHarness, position: number): void {
  const { harness } = random;
  const key = harness.headers(WORK).includes("Key") ? String(harness.value(WORK, position, "Key")) : "";
  if (key !== "") random.unwatched.add(key);
}

export const inWork = (random: RandomGuardHarness, row: number, header: string): string | null => {
  const { harness } = random;
  if (!random.has(WORK) || !harness.headers(WORK).includes(header)) return null;
  return harness.at(WORK, rowIn(harness, WORK, row), header);
};
