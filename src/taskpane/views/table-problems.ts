/** Tables with missing parts, by name, with the button that repairs them. */
import { html, nothing, render } from "lit-html";
import { repair } from "../../commands/actions";
import { reviewStore, type ShownDamage } from "../../commands/review-store";
import { differenceTexts } from "../../i18n/differences";
import type { PaneActions } from "../pane-actions";
import { button, hint, type Content } from "../templates";

/** The list of damaged tables with Repair; nothing where all tables are complete. */
export function tableProblems(damage: readonly ShownDamage[], afterRepair: () => unknown = () => undefined): Content {
  if (damage.length === 0) return nothing;
  const texts = differenceTexts().damage;
  return html`<section class="note stack tight" data-tone="bad" aria-label=${texts.title}>
    <h2>${texts.title}</h2>
    <ul class="stack tight">
      ${damage.map(({ sentence }) => html`<li>${sentence}</li>`)}
    </ul>
    ${hint(texts.help)}
    <div>${button(texts.repair, () => repair().then(afterRepair), { kind: "primary" })}</div>
  </section>`;
}

/** Shows in a banner, on every tab, that tables are damaged, with a button that opens the list. */
export function showTableProblems(banner: HTMLElement, pane: Pick<PaneActions, "announce" | "open">): void {
  const texts = differenceTexts().damage;
  let previous = 0;
  reviewStore.on(({ damage }) => {
    const sentence = texts.found(damage.length);
    if (damage.length > 0 && previous === 0) pane.announce(sentence);
    previous = damage.length;
    banner.hidden = damage.length === 0;
    const template = html`<span>${sentence}</span> ${button(texts.show, () => pane.open("work"))}`;
    render(damage.length === 0 ? nothing : template, banner);
  });
}
