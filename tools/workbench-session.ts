/** The note that a running workbench leaves, so that `npm stop` can find it and ask it to end. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./build";

export interface WorkbenchSession {
  readonly url: string;
  /** Proves to the workbench that the request comes from somebody who can read this folder. */
  readonly key: string;
}

const NOTE = path.join(ROOT, ".cache", "workbench-session.json");

export function noteSession(session: WorkbenchSession): void {
  mkdirSync(path.dirname(NOTE), { recursive: true });
  writeFileSync(NOTE, JSON.stringify(session), { mode: 0o600 });
}

export function readSession(): WorkbenchSession | null {
  try {
    return JSON.parse(readFileSync(NOTE, "utf8")) as WorkbenchSession;
  } catch {
    return null;
  }
}

/** Removes the note, unless another workbench has meanwhile written its own. */
export function forgetSession(key: string): void {
  if (readSession()?.key === key) rmSync(NOTE, { force: true });
}
