/** A status as a word, with a colour that only repeats what the word says. */
import { html, type TemplateResult } from "lit-html";
import type { Status } from "../../domain/vocabulary";
import { paneTexts } from "../../i18n/pane";

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

/** The pill of a status: the stored word, with the word of the language in use beside it where it is another. */
export function statusPill(status: Status): TemplateResult {
  return html`<span class="status" data-tone=${TONES[status]}>${paneTexts().status(status)}</span>`;
}
