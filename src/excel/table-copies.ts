/**
 * Copies of managed tables. Where a sheet is copied, Excel names the copy's table after the original with a number appended
 * ("Annex_2023_09_A20"), and raises no event that the add-in listens to. A copy is neither guarded nor read. Pure.
 */
import { annexOfTable, meetingOfInterimTable } from "./table-specs/annex-tables";
import { specOfTable } from "./table-specs/tables";

/** The names that are copies of other tables among these, by the name of the original. */
export function copiesAmong(names: readonly string[]): ReadonlyMap<string, string> {
  const all = new Set(names);
  const copies = new Map<string, string>();
  for (const name of names) {
    if (specOfTable(name)) continue;
    const original = originalsOf(name).find((each) => all.has(each) && isManaged(each));
    if (original !== undefined && !continuesNumbering(name, all)) copies.set(name, original);
  }
  return copies;
}

function isManaged(name: string): boolean {
  return specOfTable(name) !== undefined || annexOfTable(name) !== null || meetingOfInterimTable(name) !== null;
}

/** The names that become this one with a number behind: "A_12" may be a copy of "A_1" and of "A". */
function originalsOf(name: string): string[] {
  const digits = /\d+$/.exec(name)?.[0].length ?? 0;
  return Array.from({ length: digits }, (_, at) => name.slice(0, name.length - at - 1)).flatMap((each) => [
    each,
    each.replace(/_$/, ""),
  ]);
}

/** Annexes are numbered without gaps: Annex 12 beside Annex 11 is an annex, beside Annex 1 alone it is a copy of that. */
function continuesNumbering(name: string, all: ReadonlySet<string>): boolean {
  const annex = annexOfTable(name);
  const number = Number(annex?.annex);
  if (!annex || !Number.isInteger(number)) return false;
  return all.has(name.slice(0, name.length - annex.annex.length) + String(number - 1));
}
