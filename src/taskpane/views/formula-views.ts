/** Insert formula and Help: in a chunk of their own, loaded when one of them is opened. */
import type { InsertPort, PaneActions } from "../ports";
import { helpView } from "./help";
import { InsertView } from "./insert";

/** Builds both views into their places. */
export function buildFormulaViews(
  places: { insert: HTMLElement; help: HTMLElement },
  port: InsertPort,
  actions: PaneActions,
): void {
  new InsertView(places.insert, port, actions);
  helpView(places.help, port, actions);
}
