/** Insert formula and Help: in a chunk of their own, loaded when one of them is opened. */
import type { PaneActions } from "../pane-actions";
import { HelpView } from "./help";
import { InsertView } from "./insert";

/** Renders both views into their panels. */
export function buildFormulaViews(panels: { insert: HTMLElement; help: HTMLElement }, pane: PaneActions): void {
  new InsertView(panels.insert, pane);
  new HelpView(panels.help, pane);
}
