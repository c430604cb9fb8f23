/** Tables with problems, by sheet, with the button that repairs them. */
import { html, nothing, render } from "lit-html";
import { repair } from "../../commands/actions";
import { reviewStore } from "../../commands/review-store";
import type { TableProblem } from "../../domain/edit-review/message";
import { differenceTexts } from "../../i18n/differences";
import { problemText } from "../../i18n/workbook";
import type { PaneActions } from "../pane-actions";
import { button, hint, type Content } from "../templates";

/** Returns the list of problems with Repair; nothing where all tables are complete. */
export function tableProblems(
  problems: readonly TableProblem[],
  afterRepair: () => unknown = () => undefined,
): Content {
  if (problems.length === 0) return nothing;
  const texts = differenceTexts().tableProblems;
  return html`<section class="note stack tight" data-tone="bad" aria-label=${texts.title}>
    <h2>${texts.title}</h2>
    <ul class="stack tight">
      ${problems.map((problem) => html`<li>${problemText(problem)}</li>`)}
    </ul>
    ${hint(texts.help)}
    <div>${button(texts.repair, () => repair().then(afterRepair), { kind: "primary" })}</div>
  </section>`;
}

/** Shows in a banner, on every tab, that tables need repair, with a button that opens the list. */
export function showTableProblems(banner: HTMLElement, pane: Pick<PaneActions, "announce" | "open">): void {
  const texts = differenceTexts().tableProblems;
  let previous = 0;
  reviewStore.on(({ tableProblems: { length } }) => {
    const sentence = texts.found(length);
    if (length > 0 && previous === 0) pane.announce(sentence);
    previous = length;
    banner.hidden = length === 0;
    const template = html`<span>${sentence}</span> ${button(texts.show, () => pane.open("work"))}`;
    render(length === 0 ? nothing : template, banner);
  });
}
