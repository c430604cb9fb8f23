/** Everything of the pane that is not on its first screen: in a chunk of its own, loaded right after that is painted. */
import type { View } from "../../commands/views";
import type { PaneActions, PanePort } from "../ports";
import { AnnexesView } from "./annexes";
import { followDamage } from "./damage";
import { DiagnosticsView } from "./diagnostics";
import { MessagesView } from "./messages";
import { SettingsView } from "./settings";
import { workView } from "./tasks";

/** Where each view is built. */
export interface Places {
  /** Stands above every tab. */
  banner: HTMLElement;
  work: HTMLElement;
  messages: HTMLElement;
  settings: HTMLElement;
  insert: HTMLElement;
  help: HTMLElement;
  diagnostics: HTMLElement;
}

/** What the pane tells its views. */
export interface Views {
  workShown(): void;
  programmeChanged(): void;
  /** A section was opened: what is not needed before is built. */
  sectionShown(view: View): void;
}

/** Builds the views into their places. */
export function buildViews(places: Places, port: PanePort, hands: PaneActions): Views {
  const { announce, tell } = hands;
  followDamage(places.banner, port.work, hands);
  const offer = workView(places.work, port.work, hands);
  const annexes = new AnnexesView(places.work, port.annexes, announce);
  new MessagesView(places.messages, port.messages, tell);
  const settings = new SettingsView(places.settings, port.settings, tell);
  const formulas = once(async () => {
    const [views, insert] = await Promise.all([
      import(/* webpackChunkName: "formulas" */ "./formula-views"),
      port.insert(),
    ]);
    views.buildFormulaViews(places, insert, hands);
  });
  const diagnostics = new DiagnosticsView(places.diagnostics, port.diagnostics, port.work, hands);
  return {
    workShown: () => annexes.show(),
    programmeChanged: () => {
      offer();
      void annexes.refresh();
      void settings.refresh();
    },
    sectionShown: (view) => {
      if (view === "diagnostics") void diagnostics.refresh();
      if (view === "insert" || view === "help")
        formulas().catch((error: unknown) => tell(error instanceof Error ? error.message : String(error)));
    },
  };
}

/** Does work once; after a failure, again. */
function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () =>
    (done ??= work().catch((error: unknown) => {
      done = null;
      throw error;
    }));
}
