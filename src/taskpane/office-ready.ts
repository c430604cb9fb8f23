/**
 * Waits for Office, with a time limit: when Excel restores a pane while it is still starting, `Office.onReady` may never resolve, or
 * resolve without a host. The pane shows a message and a button for each outcome.
 */
import { withTimeout } from "../domain/waiting";

export type Readiness = "ready" | "no host" | "no answer";

/** Without an answer after this long, something is wrong. */
const READY_TIMEOUT_MS = 8_000;

/** The outcome of Office's start. Never rejects. */
export function officeReadiness(
  onReady: () => Promise<{ host: unknown }>,
  timeoutMs: number = READY_TIMEOUT_MS,
): Promise<Readiness> {
  const ready = onReady().then(
    ({ host }): Readiness => (host === null || host === undefined ? "no host" : "ready"),
    (): Readiness => "no answer",
  );
  return withTimeout(ready, timeoutMs, () => "no answer");
}

const RELOADS = "sg17.reloads";
const RELOADS_AT_MOST = 2;

/** Whether the page may still reload itself. Counts the reloads, so that a start that never succeeds ends with a message. */
export function mayReload(storage: Pick<Storage, "getItem" | "setItem">): boolean {
  const done = Number(storage.getItem(RELOADS) ?? 0);
  if (done >= RELOADS_AT_MOST) return false;
  storage.setItem(RELOADS, String(done + 1));
  return true;
}

/** Resets the count after a start that succeeded. */
export function forgetReloads(storage: Pick<Storage, "removeItem">): void {
  storage.removeItem(RELOADS);
}
