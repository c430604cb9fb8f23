import type { WorkbookSnapshot } from "../../xlsx/snapshot";
import { OPEN_PATH, OPENED_PATH, XLSX } from "../addin-pages";
import { byId } from "./elements";

/** A workbook that was opened from a file, and the file's name without its ending. */
export interface OpenedWorkbook {
  readonly name: string;
  readonly snapshot: WorkbookSnapshot;
}

/** The workbook that the page's address asks for; null where it asks for none, or for one that the server no longer has. */
export async function openedWorkbook(): Promise<OpenedWorkbook | null> {
  const asked = new URLSearchParams(location.search);
  const id = asked.get("open");
  if (id === null) return null;
  const answer = await fetch(OPENED_PATH + encodeURIComponent(id));
  return answer.ok ? { name: asked.get("name") ?? "Book1", snapshot: (await answer.json()) as WorkbookSnapshot } : null;
}

/**
 * Wires the button that opens an .xlsx file: as in Excel in a window of its own, beside the workbook that is here.
 * @param tell is told what went wrong
 */
export function wireOpen(tell: (problem: string) => void): void {
  const button = byId<HTMLButtonElement>("open");
  const chooser = byId<HTMLInputElement>("open-file");
  const open = async (file: File): Promise<void> => {
    const answer = await fetch(OPEN_PATH, { method: "POST", headers: { "Content-Type": XLSX }, body: file });
    if (!answer.ok) throw new Error(`${file.name} could not be opened: ${await answer.text()}`);
    const { id } = (await answer.json()) as { id: string };
    const address = new URL(location.href);
    address.searchParams.set("open", id);
    address.searchParams.set("name", file.name.replace(/\.xlsx$/i, ""));
    // Where the browser bars new windows the file takes the place of this workbook.
    if (!window.open(address)) location.assign(address);
  };
  button.addEventListener("click", () => chooser.click());
  chooser.addEventListener("change", () => {
    const [file] = chooser.files ?? [];
    chooser.value = "";
    if (!file) return;
    button.disabled = true;
    open(file)
      .catch((error: unknown) => tell(error instanceof Error ? error.message : String(error)))
      .finally(() => (button.disabled = false));
  });
}
