/** A status as a word, with a colour that only repeats what the word says. */
import type { Status } from "../../domain/vocabulary";
import { h } from "../dom";

const TONES: Record<Status, "good" | "moving" | "stopped" | "plain"> = {
  "Pending confirmation": "plain",
  "Under study": "plain",
  Determined: "moving",
  Consented: "moving",
  Approved: "good",
  Agreed: "good",
  "Not approved": "stopped",
  "Deferred to WTSA": "plain",
  Discontinued: "stopped",
};

/** The pill of a status. */
export function statusPill(status: Status): HTMLElement {
  return h("span", { className: "status", "data-tone": TONES[status] }, status);
}
