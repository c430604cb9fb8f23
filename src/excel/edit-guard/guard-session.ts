/** What every part of a pass uses: state, messages and queue, and a runner of batches that do nothing once their pass is abandoned. */
import { notice, type JoinedItems } from "../../domain/edit-review/edit-plan";
import type { GuardSentence } from "../../domain/edit-review/message";
import type { RecordedEvent } from "../../domain/edit-review/undo-edits";
import { WorkbookError } from "../excel-errors";
import { runExcel } from "../excel-run";
import type { GuardRequest } from "./edit-requests";
import type { GuardState } from "./guard-state";
import type { MessageList } from "./message-list";
import type { SerialQueue } from "./queue";

export interface GuardSession {
  readonly state: GuardState;
  readonly messages: MessageList;
  readonly queue: SerialQueue<GuardRequest>;
  /** Requests the undo of an action. Resolves with the reason where it cannot be undone. */
  undo(events: readonly RecordedEvent[]): Promise<string | null>;
  /** Requests the undo of a join. Resolves with the reason where it cannot be undone. */
  separate(joined: JoinedItems): Promise<string | null>;
}

/** Seconds without an answer after which a pass is abandoned. Long, since Excel does not answer while a cell is being edited. */
const PASS_TIMEOUT = 120;

/** Throws where the pass was abandoned meanwhile. */
type AssertCurrent = () => void;

/** Runs a batch that is abandoned where Excel does not answer in time. */
export function inExcel<T>(
  { state }: GuardSession,
  batch: (context: Excel.RequestContext, assertCurrent: AssertCurrent) => Promise<T>,
): Promise<T> {
  const { abandoned } = state;
  const assertCurrent: AssertCurrent = () => {
    if (state.abandoned !== abandoned) throw new WorkbookError("Abandoned", "This answer arrived too late.");
  };
  return runExcel((context) => batch(context, assertCurrent), { oneUndoStep: true, timeout: PASS_TIMEOUT });
}

/** Adds a message about the guard or a whole table. */
export function report({ messages }: GuardSession, text: GuardSentence): void {
  messages.add([notice(text)], () => ({ sheet: "", address: "" }));
}

/** Milliseconds after which a duplicate row of History is removed by whichever add-in finds it. */
const TIDY_DELAY = 3_000;

/**
 * Removes duplicate rows of History after a while. The add-in that wrote the second row removes it at once; another one has to only where
 * that add-in was closed meanwhile.
 */
export function tidyLater({ state, queue }: GuardSession): void {
  clearTimeout(state.tidying);
  state.tidying = setTimeout(
    () => {
      queue.addNow({ kind: "tidy" });
    },
    TIDY_DELAY * (1 + Math.random()),
  );
}
