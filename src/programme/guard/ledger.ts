/**
 * What we ourselves are writing: the changes Excel reports for it are not people's edits. Needed where Excel does not say
 * who triggered a change (before ExcelApi 1.14), and to tell the guard's own writes from a load's.
 */
import { holdsArea, parseAreas, type Area } from "./areas";

interface Entry {
  sheet: string;
  area: Area;
  until: number;
}

/** Writes that Excel has not reported yet. */
export class WriteLedger {
  private entries: Entry[] = [];

  /** @param lifetime how long a write is expected to be reported, in milliseconds */
  constructor(private readonly lifetime = 10_000) {}

  /** Notes that an area of a sheet is about to be written by the guard. */
  expect(sheet: string, area: Area, now: number): void {
    this.entries = this.entries.filter((entry) => entry.until > now);
    this.entries.push({ sheet, area, until: now + this.lifetime });
  }

  /**
   * Whether a reported change is one that was expected.
   * @param address as the event gives it
   * @param once it is then no longer expected: where nothing else tells our writing from people's typing into the same cells
   */
  settle(sheet: string, address: string, now: number, once: boolean): boolean {
    const areas = parseAreas(address);
    const found = areas.map((area) =>
      this.entries.findIndex((entry) => entry.sheet === sheet && entry.until > now && holdsArea(entry.area, area)),
    );
    if (found.includes(-1)) return false;
    if (!once) return true;
    const settled = new Set(found);
    this.entries = this.entries.filter((_, index) => !settled.has(index));
    return true;
  }
}
