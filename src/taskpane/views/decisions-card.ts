/** The decisions of a meeting: prepare, review, enter. The list itself is loaded once there is one. */
import { html, nothing, render, type TemplateResult } from "lit-html";
import { addPastedDecisions, enterDecisions, prepareDecisions, reviewDecisions } from "../../commands/actions";
import { decisionStore } from "../../commands/decision-store";
import { describeError } from "../../commands/errors";
import { decisionTexts } from "../../i18n/decisions";
import { button, field, hint } from "../templates";
import type { decisionList } from "./decision-list";
import { SelectionBox } from "./selection-box";

/** Renders the card into an element of its own. */
export class DecisionsCard {
  readonly element = document.createElement("section");
  private list: typeof decisionList | null = null;
  private readonly selection: SelectionBox;

  constructor(private readonly showNotice: (text: string) => void) {
    this.element.className = "card stack";
    this.selection = new SelectionBox(showNotice);
    decisionStore.on(() => void this.showList());
    this.render();
  }

  private async showList(): Promise<void> {
    try {
      this.list ??= (await import(/* webpackChunkName: "decisions" */ "./decision-list")).decisionList;
    } catch (error) {
      this.showNotice(describeError(error));
    }
    this.render();
  }

  private render(): void {
    const texts = decisionTexts().pane;
    const reviewed = decisionStore.get();
    render(
      html`<h2>${texts.title}</h2>
        ${hint(texts.help)}
        <div class="row">
          ${button(texts.prepare, prepareDecisions)} ${button(texts.review, reviewDecisions)}
          ${button(texts.enter, enterDecisions, { kind: "primary" })}
        </div>
        ${this.selection.element} ${reviewed === null ? nothing : this.pasteBox()}
        ${reviewed && this.list ? this.list(reviewed, this.showNotice) : nothing}`,
      this.element,
    );
  }

  private pasteBox(): TemplateResult {
    const texts = decisionTexts().pane;
    const box = html`<textarea
      id="decisions-paste"
      class="input"
      rows="3"
      aria-describedby="decisions-paste-hint"
    ></textarea>`;
    const add = async (): Promise<void> => {
      const area = this.element.querySelector<HTMLTextAreaElement>("#decisions-paste");
      if (!area?.value.trim()) return;
      const outcome = await addPastedDecisions(area.value);
      if (outcome.kind === "done") area.value = "";
    };
    return html`${field("decisions-paste", texts.paste, box, texts.pasteHelp)}
      <div>${button(texts.addPasted, add)}</div>`;
  }
}
