/** A form for the counts of a meeting: participants by kind, announced and final, and documents. In a chunk of its own. */
import { html, type TemplateResult } from "lit-html";
import type { MeetingCounts } from "../../commands/annexes";
import { DOCUMENT_COUNTS } from "../../domain/meeting-fields";
import { reportTexts } from "../../i18n/reports";
import { button } from "../templates";

/** What was typed: counts by the name of their field. */
type Typed = Pick<MeetingCounts, "documents" | "participants">;

/** The form; `save` receives all its counts. */
export function statisticsForm(counts: MeetingCounts, save: (typed: Typed) => Promise<void>): TemplateResult {
  const texts = reportTexts().pane.statistics;
  const { kinds, participants, documents } = counts;
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (event.currentTarget instanceof HTMLFormElement) await save(typedIn(event.currentTarget, counts));
  };
  return html`<form class="stack tight" @submit=${submit}>
    <table class="figures">
      <thead>
        <tr>
          <td></td>
          <th scope="col">${texts.announced}</th>
          <th scope="col">${texts.final}</th>
        </tr>
      </thead>
      <tbody>
        ${kinds.map(
          (kind) =>
            html`<tr>
              <th scope="row">${kind}</th>
              ${(["announced", "final"] as const).map(
                (which) =>
                  html`<td>${count(`${which} ${kind}`, `${kind}, ${texts[which]}`, participants[which][kind])}</td>`,
              )}
            </tr>`,
        )}
        ${DOCUMENT_COUNTS.map(
          (kind) =>
            html`<tr>
              <th scope="row">${kind}</th>
              <td></td>
              <td>${count(kind, kind, documents[kind])}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <div>${button(texts.save, () => undefined, { submit: true })}</div>
  </form>`;
}

function count(name: string, label: string, value: number | null | undefined): TemplateResult {
  return html`<input
    class="input"
    name=${name}
    aria-label=${label}
    type="number"
    min="0"
    step="any"
    .value=${String(value ?? "")}
  />`;
}

function typedIn(form: HTMLFormElement, { kinds, participants, documents }: MeetingCounts): Typed {
  const entered = new FormData(form);
  const read = (name: string): number | null => {
    const text = entered.get(name);
    return typeof text === "string" && text !== "" ? Number(text) : null;
  };
  const counted = (which: "announced" | "final") => ({
    ...participants[which],
    ...Object.fromEntries(kinds.map((kind) => [kind, read(`${which} ${kind}`)])),
  });
  const others = Object.entries(documents).filter(([kind]) => !DOCUMENT_COUNTS.some((each) => each === kind));
  const typed = DOCUMENT_COUNTS.flatMap((kind): [string, number][] => {
    const value = read(kind);
    return value === null ? [] : [[kind, value]];
  });
  return {
    documents: Object.fromEntries([...others, ...typed]),
    participants: { announced: counted("announced"), final: counted("final") },
  };
}
