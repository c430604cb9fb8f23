/**
 * The guard's own writes, whose change events are not edits of users. Needed where Excel does not report who triggered a change (before
 * ExcelApi 1.14), and to distinguish the guard's writes from a load's.
 */
import { containsArea, parseBounds, type Bounds } from "./areas";

interface PendingWrite {
  sheet: string;
  area: Bounds;
  until: number;
  /** Number of cells that Excel has not reported yet: a large write is reported in parts (Office.js slices it). */
  remaining: number;
}

const cellsIn = ({ top, left, bottom, right }: Bounds): number => (bottom - top + 1) * (right - left + 1);

const isAbout = (sheet: string, area: Bounds, now: number) => (entry: PendingWrite) =>
  entry.sheet === sheet && entry.until > now && containsArea(entry.area, area);

/** Writes that Excel has not reported yet. */
export class PendingWrites {
  private entries: PendingWrite[] = [];

  /** @param lifetime how long a write is expected to be reported, in milliseconds */
  constructor(private readonly lifetime = 10_000) {}

  /**
   * Adds a write of the guard.
   * @param times how often Excel will report it: a format and a value are two changes
   */
  add(sheet: string, area: Bounds, now: number, times = 1): void {
    this.entries = this.entries.filter((entry) => entry.until > now);
    this.entries.push({ sheet, area, until: now + this.lifetime, remaining: times * cellsIn(area) });
  }

  /** Whether a write into an area is pending. */
  includes(sheet: string, area: Bounds, now: number): boolean {
    return this.entries.some(isAbout(sheet, area, now));
  }

  /**
   * Returns whether a reported change is a pending write, and confirms it: its cells are then pending once less.
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
