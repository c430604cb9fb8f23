/** Which view of the pane was asked for, before or after the pane was built. */

export type View = "find" | "work" | "messages" | "settings" | "insert" | "help" | "diagnostics";

type Listener = (view: View) => void;

let wanted: View | null = null;
let show: Listener | null = null;

/** Opens the pane at a view; a host that cannot open panes shows the view when the user opens it. */
export async function openView(view: View): Promise<void> {
  if (show) show(view);
  else wanted = view;
  await Office.addin.showAsTaskpane();
}

/** Calls back with every view asked for, and with the last one asked for before. */
export function onViewRequested(listener: Listener): void {
  show = listener;
  if (wanted) listener(wanted);
  wanted = null;
}
