/** One decision on the rows that are selected on a sheet: "Approve the 5 selected". */
import { html, nothing, render } from "lit-html";
import { decideOnSelected } from "../../commands/actions";
import { describeError } from "../../commands/errors";
import { decisionOfStep } from "../../domain/decisions/decision";
import { itemName } from "../../domain/item-name";
import type { WorkItem } from "../../domain/model";
import type { PossibleStep } from "../../domain/rules/types";
import { decisionTexts } from "../../i18n/decisions";
import { button, hint } from "../templates";

/** Renders the box into an element of its own. */
export class SelectionBox {
  readonly element = document.createElement("div");
  private chosen: { items: readonly WorkItem[]; steps: readonly PossibleStep[]; labels: readonly string[] } | null =
    null;

  constructor(private readonly showNotice: (text: string) => void) {
    this.element.className = "stack tight";
    this.render();
  }

  private async useSelection(): Promise<void> {
    try {
      const [{ selectedItems, sharedSteps }, { actionText }] = await Promise.all([
        import(/* webpackChunkName: "decisions" */ "../../excel/decisions"),
        import(/* webpackChunkName: "guard" */ "../../i18n/rules"),
      ]);
      const items = await selectedItems();
      const steps = sharedSteps(items);
      this.chosen = items.length === 0 ? null : { items, steps, labels: steps.map((step) => actionText(step)) };
      if (items.length === 0) this.showNotice(decisionTexts().pane.nothingSelected);
    } catch (error) {
      this.chosen = null;
      this.showNotice(describeError(error));
    }
    this.render();
  }

  private async decide(step: PossibleStep): Promise<void> {
    const { items = [] } = this.chosen ?? {};
    this.chosen = null;
    this.render();
    await decideOnSelected(items, decisionOfStep(step));
  }

  private render(): void {
    const texts = decisionTexts().pane;
    const { items, steps, labels } = this.chosen ?? { items: [], steps: [], labels: [] };
    const names = items.map(itemName);
    const buttons = html`<p>${texts.selectedItems(names)}</p>
      <div class="row">
        ${steps.map((step, at) =>
          button(texts.decideSelected(labels[at] ?? "", items.length), () => this.decide(step)),
        )}
      </div>`;
    render(
      html`<h3>${texts.selection}</h3>
        ${hint(texts.selectionHelp)}
        <div>${button(texts.useSelection, () => this.useSelection())}</div>
        ${items.length === 0 ? nothing : steps.length === 0 ? hint(texts.noneForAll(names)) : buttons}`,
      this.element,
    );
  }
}
