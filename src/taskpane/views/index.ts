/** Everything of the pane that is not on its first screen: in a chunk of its own, loaded right after that is painted. */
import type { PaneActions, PanePort } from "../ports";
import { AnnexesView } from "./annexes";
import { followDamage } from "./damage";
import { DiagnosticsView } from "./diagnostics";
import { helpView } from "./help";
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
  help: HTMLElement;
  diagnostics: HTMLElement;
}

/** What the pane tells its views. */
export interface Views {
  workShown(): void;
  programmeChanged(): void;
  diagnosticsShown(): void;
}

/** Builds the views into their places. */
export function buildViews(places: Places, port: PanePort, hands: PaneActions): Views {
  const { announce, tell } = hands;
  followDamage(places.banner, port.work, hands);
  const offer = workView(places.work, port.work, hands);
  const annexes = new AnnexesView(places.work, port.annexes, announce);
  new MessagesView(places.messages, port.messages, tell);
  const settings = new SettingsView(places.settings, port.settings, tell);
  helpView(places.help);
  const diagnostics = new DiagnosticsView(places.diagnostics, port.diagnostics, port.work, hands);
  return {
    workShown: () => annexes.show(),
    programmeChanged: () => {
      offer();
      void annexes.refresh();
      void settings.refresh();
    },
    diagnosticsShown: () => void diagnostics.refresh(),
  };
}
