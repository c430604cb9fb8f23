/**
 * What we ourselves are writing: the changes Excel reports for it are not people's edits. Needed where Excel does not say
 * who triggered a change (before ExcelApi 1.14), and to tell the guard's own writes from a load's.
 */
import { holdsArea, parseBounds, type Bounds } from "./areas";

interface PendingWrite {
  sheet: string;
  area: Bounds;
  until: number;
  /** How many cells are still to be reported: a large write is reported in parts (Office.js slices it). */
  remaining: number;
}

const cellsIn = ({ top, left, bottom, right }: Bounds): number => (bottom - top + 1) * (right - left + 1);

const isAbout = (sheet: string, area: Bounds, now: number) => (entry: PendingWrite) =>
  entry.sheet === sheet && entry.until > now && holdsArea(entry.area, area);

/** Writes that Excel has not reported yet. */
export class PendingWrites {
  private entries: PendingWrite[] = [];

  /** @param lifetime how long a write is expected to be reported, in milliseconds */
  constructor(private readonly lifetime = 10_000) {}

  /**
   * Notes that an area of a sheet is about to be written by the guard.
   * @param times how often Excel will report it: a format and a value are two changes
   */
  add(sheet: string, area: Bounds, now: number, times = 1): void {
    this.entries = this.entries.filter((entry) => entry.until > now);
    this.entries.push({ sheet, area, until: now + this.lifetime, remaining: times * cellsIn(area) });
  }

  /** Whether a write into an area is still to be reported. */
  includes(sheet: string, area: Bounds, now: number): boolean {
    return this.entries.some(isAbout(sheet, area, now));
  }

  /**
   * Whether a reported change is one that was expected; its cells are then expected once less.
   * @param address as the event gives it
   */
  confirm(sheet: string, address: string, now: number): boolean {
    const found = parseBounds(address).map((area) => ({
      area,
      entry: this.entries.find(isAbout(sheet, area, now)),
    }));
    if (found.some(({ entry }) => entry === undefined)) return false;
    for (const { entry, area } of found) if (entry) entry.remaining -= cellsIn(area);
    this.entries = this.entries.filter((entry) => entry.remaining > 0);
    return true;
  }
}
