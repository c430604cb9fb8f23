/** The add-in as built, on the local Excel, with a loaded workbook: what the command-line tools work with. */
import { readFileSync } from "node:fs";
import { type HeadlessExcel, openLocalExcel } from "local-excel";
import { ensureBuilt } from "./build";

/** Opens the local Excel with the built add-in; nothing is loaded yet. */
export async function openAddin(): Promise<HeadlessExcel> {
  return openLocalExcel({ dist: ensureBuilt() });
}

/**
 * Presses Load, as a person would on the ribbon.
 * @throws Error when there is no Work programme table afterwards; the message contains the text of the pane.
 */
export async function pressLoad(session: HeadlessExcel): Promise<void> {
  await session.runAction("load");
  await session.settled();
  if (session.tables().some(({ name }) => name === "WorkProgramme")) return;
  const paneText = session.window.document.querySelector("[role=status]")?.textContent?.trim() ?? "";
  throw new Error(`Load did not create a Work programme sheet. Text of the pane: ${paneText || "(empty)"}`);
}

/** The text of a file given on the command line. Throws an Error that names the file. */
export function fileGiven(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Error(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Ends the process when all output is written: a pipe accepts 64 kB at a time, and an earlier exit would truncate the output. */
function leave(code: number): void {
  process.stdout.write("", () => {
    process.exit(code);
  });
}

/** Runs a tool: what goes wrong is one sentence on standard error and exit code 1. */
export function runTool(main: () => Promise<void>): void {
  // A reader that closes the pipe, as head does, wants no more output.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    process.exit(error.code === "EPIPE" ? 0 : 1);
  });
  main().then(
    () => {
      leave(Number(process.exitCode ?? 0));
    },
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : String(error));
      leave(1);
    },
  );
}

/** Time limit of one step of an import. */
const PATIENCE_MS = 120_000;

/** Waits for an element of the pane: parts of the pane are loaded when they are first needed, without any request to Excel. */
async function waitFor<T>(session: HeadlessExcel, look: () => T | null): Promise<T | null> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
    await session.settled();
    const found = look();
    if (found !== null) return found;
  }
  return null;
}

/**
 * Imports documents through the pane, as a person would who chooses files there.
 * @throws Error with the text of the pane when nothing was written.
 */
export async function pressImport(
  session: HeadlessExcel,
  documents: { name: string; bytes: Uint8Array }[],
): Promise<void> {
  const { document, File, Event } = session.window;
  const input = await waitFor(session, () => document.querySelector<HTMLInputElement>("input[type=file]"));
  if (!input) throw new Error("The pane has no place to choose files.");
  const files = documents.map(({ name, bytes }) => new File([new Uint8Array(bytes)], name.replace(/^.*[\\/]/, "")));
  Object.defineProperty(input, "files", { value: files, configurable: true });
  input.dispatchEvent(new Event("change", { bubbles: true }));
  await waitFor(session, () => document.querySelector("[data-action=discard-import]"));
  const confirm = document.querySelector<HTMLButtonElement>("[data-action=write-import]");
  if (!confirm)
    throw new Error(
      `Nothing to import. Text of the pane: ${document.querySelector("[role=status]")?.textContent?.trim() ?? ""}`,
    );
  confirm.click();
  const isWriting = (): boolean => confirm.isConnected && confirm.getAttribute("aria-disabled") === "true";
  await waitFor(session, () => (isWriting() ? null : true));
  if (confirm.isConnected) throw new Error(document.querySelector('.note[data-tone="bad"]')?.textContent?.trim() ?? "");
  await session.settled();
}
