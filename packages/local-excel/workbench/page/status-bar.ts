import type { LocalExcel } from "../../host/index";
import { byId } from "./elements";

/** How often the bar looks, and for how long work must last to be worth saying. */
const LOOK_EVERY_MS = 50;
const WORTH_SAYING_MS = 150;

/** Says what Excel's status bar says: "Ready", or what it is waiting for. */
export function watchStatus(excel: LocalExcel, started: () => boolean): void {
  const status = byId("status");
  let busySince: number | null = null;
  const say = (text: string): void => {
    if (status.textContent !== text) status.textContent = text;
  };
  setInterval(() => {
    if (!started()) return say("Starting the add-in …");
    if (!excel.busy) {
      busySince = null;
      return say("Ready");
    }
    busySince ??= Date.now();
    if (Date.now() - busySince >= WORTH_SAYING_MS)
      say(excel.host.functions.openCalls > 0 ? "Calculating …" : "Working …");
  }, LOOK_EVERY_MS);
}
