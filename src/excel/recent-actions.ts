/** The recent actions of this session, newest first: what was done, and how to undo it. Lost with the session. */
import { Listeners } from "../domain/listeners";

/** What was done to the workbook. */
export interface Action {
  /** An edit of cells, which is reported nowhere else, or a command, whose outcome its button shows. */
  kind: "edit" | "command";
  /** What was done, in words. */
  title: string;
  /** What the undo deletes, in words, to be confirmed first; null where it deletes nothing. */
  deletes: string | null;
  /** Undoes the action wholly, or not at all: returns the reason, in words. */
  undo: () => Promise<string | null>;
}

export interface RecentAction extends Action {
  readonly id: number;
}

const KEPT = 30;

let actions: readonly RecentAction[] = [];
let count = 0;
const listeners = new Listeners<[readonly RecentAction[]]>();

function set(next: readonly RecentAction[]): void {
  actions = next.slice(0, KEPT);
  listeners.call(actions);
}

/** Adds an action. Returns how to remove it, once it was undone in another way. */
export function addAction(action: Action): () => void {
  const added = { ...action, id: ++count };
  set([added, ...actions]);
  return () => {
    if (actions.includes(added)) set(actions.filter((each) => each !== added));
  };
}

/** The recent actions, newest first. */
export function recentActions(): readonly RecentAction[] {
  return actions;
}

/** Calls back with the actions whenever they change. Returns how to stop. */
export function onRecentActions(listener: (actions: readonly RecentAction[]) => void): () => void {
  return listeners.add(listener);
}

/** Undoes an action and removes it from the list. Returns the reason where it cannot be undone. */
export async function undoAction(id: number): Promise<string | null> {
  const action = actions.find((each) => each.id === id);
  if (!action) return null;
  const refused = await action.undo();
  if (refused === null) set(actions.filter((each) => each !== action));
  return refused;
}

/** Removes all actions: the workbook is another one. */
export function forgetActions(): void {
  set([]);
}
