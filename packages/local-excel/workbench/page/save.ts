import type { LocalExcel } from "../../host/index";
import { takeSnapshot } from "../../xlsx/take-snapshot";
import { SAVE_PATH } from "../addin-pages";
import { byId, make } from "./elements";

/** Wires the button that saves: the workbook goes to the server of this page, and comes back as an .xlsx file to keep. */
export function wireSave(excel: LocalExcel, fileName: () => string): void {
  const button = byId<HTMLButtonElement>("save");
  const save = async (): Promise<void> => {
    await excel.settled();
    const answer = await fetch(SAVE_PATH, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(takeSnapshot(excel.host)),
    });
    if (!answer.ok) throw new Error(`The workbook could not be saved: ${await answer.text()}`);
    const href = URL.createObjectURL(await answer.blob());
    make("a", { href, download: `${fileName()}.xlsx` }).click();
    URL.revokeObjectURL(href);
  };
  button.addEventListener("click", () => {
    button.disabled = true;
    void save().finally(() => (button.disabled = false));
  });
}
