/**
 * Waits for Office, and does not wait for ever: when Excel restores a pane while it is still starting, `Office.onReady` has been seen
 * never to resolve, or to resolve without a host. Each ending has a sentence and a button.
 */

export type Readiness = "ready" | "no host" | "no answer";

/** Without an answer after this long, something is wrong. */
const READY_TIMEOUT_MS = 8_000;

/** What became of Office's start. Never rejects. */
export async function officeReadiness(
  onReady: () => Promise<{ host: unknown }>,
  timeoutMs: number = READY_TIMEOUT_MS,
): Promise<Readiness> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<Readiness>((resolve) => {
    timer = setTimeout(() => resolve("no answer"), timeoutMs);
  });
  const ready = onReady().then(
    ({ host }): Readiness => (host === null || host === undefined ? "no host" : "ready"),
    (): Readiness => "no answer",
  );
  try {
    return await Promise.race([ready, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

const RELOADS = "sg17.reloads";
const RELOADS_AT_MOST = 2;

/** Whether the page may still reload itself; counts the reloads, so that a start that never works ends in a sentence. */
export function mayReload(storage: Pick<Storage, "getItem" | "setItem">): boolean {
  const done = Number(storage.getItem(RELOADS) ?? 0);
  if (done >= RELOADS_AT_MOST) return false;
  storage.setItem(RELOADS, String(done + 1));
  return true;
}

/** The start has worked: the next one may reload again. */
export function forgetReloads(storage: Pick<Storage, "removeItem">): void {
  storage.removeItem(RELOADS);
}
