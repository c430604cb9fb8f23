/** The guard's messages: newest first, kept for the session. */
import { Listeners } from "../../domain/listeners";
import type { GuardMessage } from "../../domain/edit-review/message";
import type { RequestedEdit, MessageDraft } from "../../domain/edit-review/edit-plan";
import { wordMessage } from "../../i18n/guard";

const KEPT = 200;

interface Kept {
  message: GuardMessage;
  cause: string;
  /** The columns that were attempted; empty where the message is about whole cells or rows. */
  columns: readonly string[];
  redo: readonly RequestedEdit[];
  deleted: MessageDraft["deleted"];
}

/** Messages of one session. */
export class MessageList {
  private kept: Kept[] = [];
  private readonly listeners = new Listeners<[readonly GuardMessage[]]>();
  private readonly session = Date.now().toString(36);
  private count = 0;

  /** Calls back with the messages that were just added or changed. Returns how to stop. */
  listen(listener: (messages: readonly GuardMessage[]) => void): () => void {
    return this.listeners.add(listener);
  }

  all(): readonly GuardMessage[] {
    return this.kept.map(({ message }) => message);
  }

  find(id: string): Kept | undefined {
    return this.kept.find(({ message }) => message.id === id);
  }

  /** Adds the messages of a pass. A message about a mark replaces an earlier one of the same cause and cell. */
  add(drafts: readonly MessageDraft[], cellOf: (draft: MessageDraft) => GuardMessage["cell"]): readonly GuardMessage[] {
    const added = drafts.map((draft) => {
      const cell = cellOf(draft);
      const { title, tried, text, clause, actions } = wordMessage(draft);
      const message: GuardMessage = {
        id: `${this.session} ${String(++this.count)}`,
        when: new Date().toISOString(),
        item: draft.item,
        key: draft.key,
        keys: draft.keys,
        cell,
        count: draft.count,
        tried,
        title,
        text,
        clause,
        possible: draft.possible.map(({ status, step }, at) => ({ status, step, label: actions[at] ?? "" })),
        twin: draft.twin,
        canOverride: draft.overrides.length > 0,
        canRestore: draft.deleted.length > 0,
        outcome: draft.outcome,
      };
      if (draft.outcome === "marked") {
        this.kept = this.kept.filter(
          ({ cause, message: old }) =>
            cause !== draft.cause || old.cell.address !== cell.address || old.cell.sheet !== cell.sheet,
        );
      }
      const columns = draft.tried.flatMap((attempt) => ("column" in attempt ? [attempt.column] : []));
      this.kept.unshift({ message, cause: draft.cause, columns, redo: draft.overrides, deleted: draft.deleted });
      return message;
    });
    this.forgetOldest();
    this.notify(added);
    return added;
  }

  /** Removes messages about marks that are resolved: those at some cells, and those about some items. */
  resolve(cells: readonly GuardMessage["cell"][], keys: ReadonlySet<string>): void {
    const before = this.kept.length;
    this.kept = this.kept.filter(({ message }) => {
      if (message.outcome !== "marked") return true;
      const isAtCell = cells.some(
        ({ sheet, address }) => message.cell.sheet === sheet && message.cell.address === address,
      );
      const isAboutItems = message.keys.length > 0 && message.keys.every((key) => keys.has(key));
      return message.count > 1 ? !isAboutItems : !isAtCell && !isAboutItems;
    });
    if (this.kept.length < before) this.notify([]);
  }

  /** Removes messages about edits that were not accepted, once other values of the same columns of their items were. */
  replaced(accepted: ReadonlyMap<string, ReadonlySet<string>>): void {
    const before = this.kept.length;
    this.kept = this.kept.filter(({ message: { outcome, keys }, columns }) => {
      if (outcome !== "reverted" && outcome !== "refused") return true;
      if (keys.length === 0 || columns.length === 0) return true;
      return !keys.every((key) => columns.every((column) => accepted.get(key)?.has(column)));
    });
    if (this.kept.length < before) this.notify([]);
  }

  /** Removes a message. Returns whether it was there. */
  remove(id: string): boolean {
    const before = this.kept.length;
    this.kept = this.kept.filter(({ message }) => message.id !== id);
    if (this.kept.length === before) return false;
    this.notify([]);
    return true;
  }

  clear(): void {
    this.kept = [];
    this.notify([]);
  }

  /** Removes the oldest messages beyond the limit, except those about marks. */
  private forgetOldest(): void {
    let surplus = this.kept.length - KEPT;
    if (surplus <= 0) return;
    this.kept = this.kept.reverse().filter(({ message }) => message.outcome === "marked" || surplus-- <= 0);
    this.kept.reverse();
  }

  private notify(messages: readonly GuardMessage[]): void {
    this.listeners.call(messages);
  }
}
