/** The code behind the pane's first screen, in a chunk with the functions' answers; and the start of the workbook. */
import { findTableProblems, jobs, load } from "../commands/actions";
import { describeError, noteError } from "../commands/errors";
import { reviewStore } from "../commands/review-store";
import { onViewRequested } from "../commands/views";
import { onStoreProblems } from "../excel/programme-store";
import { recalculate } from "../excel/recalculation";
import { onSettingsChanged } from "../excel/settings";
import { ensureStarted, onBackgroundError, problemsAtStart } from "../excel/start";
import { reportedProblems } from "../excel/table-problems";
import type { PaneActions } from "./pane-actions";
import * as find from "./find-items";
import { storedName } from "./user-name";

export { ensureStarted, find, jobs, load };

/** The views that are not on the first screen; from here, so that their chunk holds nothing that this one holds already. */
export const loadViews = () => import(/* webpackChunkName: "views" */ "./views");

/** Reads and follows the workbook, and reports to the pane what goes wrong. */
export async function followWorkbook(pane: PaneActions): Promise<void> {
  onBackgroundError((error) => noteError("background", error));
  // What is possible next depends on the meeting and the date in use.
  onSettingsChanged(() => {
    recalculate("all").catch((error: unknown) => noteError("settings", error));
  });
  // Before the guard starts, so that the first edit already carries the user's name.
  import(/* webpackChunkName: "guard" */ "../excel/edit-guard").then(
    ({ setUserName }) => setUserName(storedName()),
    (error: unknown) => noteError("guard", error),
  );
  // Unreadable tables are shown on every tab, with Repair.
  onStoreProblems(() => void findTableProblems().catch(() => undefined));
  onViewRequested((view) => pane.open(view));
  try {
    await ensureStarted();
    reviewStore.found({ tableProblems: reportedProblems(problemsAtStart()) });
  } catch (error) {
    noteError("start", error);
    pane.showNotice(describeError(error));
  }
}
