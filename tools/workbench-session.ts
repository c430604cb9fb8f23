/** The file with which a running workbench can be found and ended by `npm stop`. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./build";

export interface WorkbenchSession {
  readonly url: string;
  /** Proves to the workbench that the sender of the request can read this folder. */
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
