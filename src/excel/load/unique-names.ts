/** Names for new sheets and for those that are kept: none twice, none longer than Excel takes. Pure. */
import { annexOfTable } from "../table-specs/annex-tables";

const LONGEST_SHEET_NAME = 31;
const FORBIDDEN = /[[\]:*?/\\]/g;
/** An apostrophe may stand within a sheet's name, not at its ends. */
const AT_THE_ENDS = /^'+|'+$/g;
/** Names that Excel keeps for itself. */
const RESERVED = ["History"];

/** Names compare without case in Excel. */
export class UniqueNames {
  private readonly used: Set<string>;

  constructor(names: Iterable<string>) {
    this.used = new Set([...RESERVED, ...names].map((name) => name.toLowerCase()));
  }

  release(name: string): void {
    this.used.delete(name.toLowerCase());
  }

  reserve(name: string): void {
    this.used.add(name.toLowerCase());
  }

  /** The wanted name for a sheet, or the first free one like it ("Meetings (2)"); it counts as taken from then on. */
  sheet(wanted: string): string {
    return this.first(wanted.replace(FORBIDDEN, "-"), (base, count) => {
      const ending = count === 1 ? "" : ` (${String(count)})`;
      return (base.slice(0, LONGEST_SHEET_NAME - ending.length) + ending).replace(AT_THE_ENDS, "");
    });
  }

  /** A sheet's name with a date behind it, whole. */
  dated(name: string, date: string): string {
    return this.sheet(`${name.slice(0, LONGEST_SHEET_NAME - date.length - 5).trimEnd()} ${date}`);
  }

  /** The wanted name for a table, or the first free one like it ("Kept_Meetings_2026_11_21_2"). */
  table(wanted: string): string {
    return this.first(wanted, (base, count) => (count === 1 ? base : `${base}_${String(count)}`));
  }

  private first(wanted: string, variant: (base: string, count: number) => string): string {
    for (let count = 1; ; count += 1) {
      const name = variant(wanted, count);
      if (this.used.has(name.toLowerCase())) continue;
      this.used.add(name.toLowerCase());
      return name;
    }
  }
}

/** Name of a table that is kept when another takes its place: none by which a table counts as managed. */
export function keptTableName(table: string, date: string): string {
  const name = `Kept_${table}_${date.replaceAll("-", "_")}`;
  // The prefix alone makes it so; said here because everything rests on it.
  if (annexOfTable(name)) throw new Error(`${name} would count as a managed table`);
  return name;
}
