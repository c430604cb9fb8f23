/**
 * What we ourselves are writing: the changes Excel reports for it are not people's edits. Needed where Excel does not say
 * who triggered a change (before ExcelApi 1.14), and to tell the guard's own writes from a load's.
 */
import { holdsArea, parseAreas, type Area } from "./areas";

interface Entry {
  sheet: string;
  area: Area;
  until: number;
  /** How many reports of it are still to come. */
  times: number;
}

/** Writes that Excel has not reported yet. */
export class WriteLedger {
  private entries: Entry[] = [];

  /** @param lifetime how long a write is expected to be reported, in milliseconds */
  constructor(private readonly lifetime = 10_000) {}

  /**
   * Notes that an area of a sheet is about to be written by the guard.
   * @param times how often Excel will report it: a format and a value are two changes
   */
  expect(sheet: string, area: Area, now: number, times = 1): void {
    this.entries = this.entries.filter((entry) => entry.until > now);
    this.entries.push({ sheet, area, until: now + this.lifetime, times });
  }

  /**
   * Whether a reported change is one that was expected; it is then expected once less.
   * @param address as the event gives it
   */
  settle(sheet: string, address: string, now: number): boolean {
    const found = parseAreas(address).map((area) =>
      this.entries.find((entry) => entry.sheet === sheet && entry.until > now && holdsArea(entry.area, area)),
    );
    if (found.includes(undefined)) return false;
    for (const entry of new Set(found)) if (entry) entry.times -= 1;
    this.entries = this.entries.filter((entry) => entry.times > 0);
    return true;
  }
}
