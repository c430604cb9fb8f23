/** The list of decisions as last prepared, reviewed or entered, for the pane. */
import { Listeners } from "../domain/listeners";
import type { ReviewedList } from "../excel/decisions";

let current: ReviewedList | null = null;
const listeners = new Listeners();

export const decisionStore = {
  get: (): ReviewedList | null => current,
  set(reviewed: ReviewedList): void {
    current = reviewed;
    listeners.call();
  },
  /** Calls back whenever the list changes. */
  on: (listener: () => void): (() => void) => listeners.add(listener),
};
