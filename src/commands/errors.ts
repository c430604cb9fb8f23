/** The last errors, for the diagnostics. Kept in memory only, never sent anywhere. */
const KEPT = 20;
const lines: string[] = [];

/** Notes an error with its time and place. */
export function noteError(where: string, error: unknown): void {
  const code = typeof error === "object" && error !== null && "code" in error ? ` [${String(error.code)}]` : "";
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  lines.push(`${new Date().toISOString()} ${where}${code} ${text}`);
  if (lines.length > KEPT) lines.shift();
}

/** Oldest first. */
export function lastErrors(): readonly string[] {
  return lines;
}

/** An error as a sentence for users. Excel's own errors are sentences already: `runExcel` turns them into WorkbookError. */
export function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
