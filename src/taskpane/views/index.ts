/** Everything of the pane that is not on its first screen, in a chunk of its own that is loaded right after that is painted. */
import type { View } from "../../commands/views";
import { describeError } from "../../commands/errors";
import type { PaneActions } from "../pane-actions";
import { AnnexesView } from "./annexes";
import { CurrentMeetingView } from "./current-meeting";
import { ChangesView } from "./changes";
import { DecisionsCard } from "./decisions-card";
import { DiagnosticsView } from "./diagnostics";
import { ImportCard } from "./import-card";
import { MessagesView } from "./messages";
import { SettingsView } from "./settings";
import { showTableProblems } from "./table-problems";
import { TasksView } from "./tasks";

/** The elements that the views are rendered into; head and banner are shown with every tab. */
export type Panels = Record<Exclude<View, "find"> | "head" | "banner", HTMLElement>;

/** What the pane reports to its views. */
export interface Views {
  workShown(): void;
  programmeChanged(): void;
  /** A section was opened: builds what it shows, if need be. */
  sectionShown(view: View): void;
}

/** Builds the views into their panels. */
export function buildViews(panels: Panels, pane: PaneActions): Views {
  const announce = (text: string) => pane.announce(text);
  const showNotice = (text: string) => pane.showNotice(text);
  showTableProblems(panels.banner, pane);
  const meeting = new CurrentMeetingView(panels.head, showNotice);
  const tasks = new TasksView(pane, new ImportCard(announce).element);
  const isWorkVisible = () => panels.work.closest("[hidden]") === null;
  const annexes = new AnnexesView(isWorkVisible, announce);
  const changes = new ChangesView();
  const reports = document.createElement("div");
  reports.className = "stack";
  reports.append(new DecisionsCard(showNotice).element, annexes.element, changes.element);
  panels.work.append(tasks.element, reports);
  new MessagesView(panels.messages, pane);
  const settings = new SettingsView(panels.settings, showNotice);
  const buildFormulaViews = once(async () => {
    const views = await import(/* webpackChunkName: "formulas" */ "./formula-views");
    views.buildFormulaViews(panels, pane);
  });
  const diagnostics = new DiagnosticsView(panels.diagnostics, pane);
  return {
    workShown: () => {
      annexes.show();
      void changes.refresh();
    },
    programmeChanged: () => {
      tasks.render();
      void annexes.refresh();
      if (isWorkVisible()) void changes.refresh();
      settings.refresh();
      meeting.refresh();
    },
    sectionShown: (view) => {
      if (view === "diagnostics") void diagnostics.refresh();
      if (view === "settings") settings.refresh();
      if (view === "insert" || view === "help")
        buildFormulaViews().catch((error: unknown) => showNotice(describeError(error)));
    },
  };
}

/** A function that runs its action once, and again only after a failure. */
function once(action: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () =>
    (done ??= action().catch((error: unknown) => {
      done = null;
      throw error;
    }));
}
