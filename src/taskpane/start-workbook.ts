/** Everything behind the pane's first screen, in a chunk with the functions' answers: the port onto the workbook, and its work. */
import { lookForDamage } from "../commands/actions";
import { describeError, noteError } from "../commands/errors";
import { onViewRequested } from "../commands/views";
import { recalculate } from "../excel/recalculation";
import { onSettingsChanged } from "../excel/settings";
import { onStoreProblems } from "../excel/programme-store";
import { ensureStarted, onBackgroundError } from "../excel/start";
import type { Pane } from "./pane";
import { rememberedName } from "./user-name";
import { panePort } from "./port";

export { ensureStarted };

/** The port of this page's pane. */
export const port = panePort();

/** The workbook side, and with it everything that the pane shows. */
export async function work(pane: Pane): Promise<void> {
  onBackgroundError((error) => noteError("background", error));
  // The meeting and the day chosen decide what may come next: cells that asked for that ask again.
  onSettingsChanged(() => {
    recalculate("all").catch((error: unknown) => noteError("settings", error));
  });
  // Before the guard starts, a moment later, so that it knows from the first edit on who works here.
  import(/* webpackChunkName: "guard" */ "../excel/edit-guard").then(
    ({ setUserName }) => setUserName(rememberedName()),
    (error: unknown) => noteError("guard", error),
  );
  pane.begin().catch((error: unknown) => noteError("views", error));
  // Whatever makes tables unreadable is named on every tab, with Repair.
  onStoreProblems(() => void lookForDamage().catch(() => undefined));
  onViewRequested((view) => pane.open(view));
  await ensureStarted().catch((error: unknown) => {
    noteError("start", error);
    pane.tell(describeError(error));
  });
  // Last of all, and nobody waits for it; where it fails, Diagnostics look again.
  await lookForDamage().catch(() => undefined);
}
