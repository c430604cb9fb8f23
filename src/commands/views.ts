/** The view of the pane that a command requests, before or after the pane is built. */

export type View = "find" | "work" | "messages" | "settings" | "insert" | "help" | "diagnostics";

type Listener = (view: View) => void;

let requested: View | null = null;
let show: Listener | null = null;

/** Opens the pane at a view; a host that cannot open panes shows the view when the user opens it. */
export async function openView(view: View): Promise<void> {
  if (show) show(view);
  else requested = view;
  await Office.addin.showAsTaskpane();
}

/** Calls back with every requested view, and with the last one requested before. */
export function onViewRequested(listener: Listener): void {
  show = listener;
  if (requested) listener(requested);
  requested = null;
}
