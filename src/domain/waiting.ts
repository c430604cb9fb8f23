/** Waiting: so that the page can go on, and for an answer, but not for ever. */

/** Resolves after so many milliseconds; after 0, once the page has done what was waiting. */
export function pause(milliseconds = 0): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * Lets the page repaint and handle clicks.
 * @throws the signal's reason where it was aborted
 */
export async function yieldToUi(signal?: AbortSignal): Promise<void> {
  await pause();
  signal?.throwIfAborted();
}

/**
 * Returns the outcome of a promise, or that of `timedOut` where the promise takes longer.
 * @param timedOut returns a value in its place, or throws
 */
export async function withTimeout<T>(promise: Promise<T>, milliseconds: number, timedOut: () => T): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  try {
    return await Promise.race([promise, timeout.then(timedOut)]);
  } finally {
    clearTimeout(timer);
  }
}
