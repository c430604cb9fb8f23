/** Insert formula and Help: in a chunk of their own, loaded when one of them is opened. */
import type { PaneActions } from "../pane-actions";
import { helpView } from "./help";
import { InsertView } from "./insert";

/** Builds both views into their panels. */
export function buildFormulaViews(panels: { insert: HTMLElement; help: HTMLElement }, pane: PaneActions): void {
  new InsertView(panels.insert, pane);
  helpView(panels.help, pane);
}
