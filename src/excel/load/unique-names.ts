/** Unique names for new and kept sheets, within the limits of Excel. Pure. */
import { annexOfTable } from "../table-specs/annex-tables";

const LONGEST_SHEET_NAME = 31;
const FORBIDDEN = /[[\]:*?/\\]/g;
/** Excel allows apostrophes within a sheet's name, but not at its ends. */
const AT_THE_ENDS = /^'+|'+$/g;
/** Names reserved by Excel. */
const RESERVED = ["History"];

/** Compares names without case, as Excel does. */
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

  /** Reserves and returns the wanted name for a sheet, or the first free variant ("Meetings (2)"). */
  sheet(wanted: string): string {
    return this.first(wanted.replace(FORBIDDEN, "-"), (base, count) => {
      const ending = count === 1 ? "" : ` (${String(count)})`;
      return (base.slice(0, LONGEST_SHEET_NAME - ending.length) + ending).replace(AT_THE_ENDS, "");
    });
  }

  /** A sheet's name followed by the whole date. */
  dated(name: string, date: string): string {
    return this.sheet(`${name.slice(0, LONGEST_SHEET_NAME - date.length - 5).trimEnd()} ${date}`);
  }

  /** Reserves and returns the wanted name for a table, or the first free variant ("Kept_Meetings_2026_11_21_2"). */
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

/** Name of a kept table that was replaced; it does not mark the table as managed. */
export function keptTableName(table: string, date: string): string {
  const name = `Kept_${table}_${date.replaceAll("-", "_")}`;
  // Only the prefix ensures this, so it is checked.
  if (annexOfTable(name)) throw new Error(`${name} would count as a managed table`);
  return name;
}
