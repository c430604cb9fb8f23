/** The recent actions, each with Undo; one that deletes something asks first. */
import { html, nothing, render } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { describeError } from "../../commands/errors";
import { onRecentActions, recentActions, undoAction, type RecentAction } from "../../excel/recent-actions";
import { paneTexts } from "../../i18n/pane";
import type { PaneActions } from "../pane-actions";
import { button, type Content } from "../templates";
import { ConfirmButton } from "./confirm-button";

/** Actions shown until the user asks for all. */
const SHOWN = 5;

/** Renders the list into an element of its own. */
export class RecentActionsView {
  readonly element = document.createElement("section");
  private readonly confirmations = new Map<number, ConfirmButton>();
  private isWhole = false;

  constructor(private readonly pane: Pick<PaneActions, "announce" | "showNotice">) {
    this.element.className = "stack tight";
    onRecentActions(() => this.render());
    this.render();
  }

  private render(): void {
    const texts = paneTexts().actions;
    const actions = recentActions();
    for (const id of this.confirmations.keys())
      if (!actions.some((action) => action.id === id)) this.confirmations.delete(id);
    const shown = this.isWhole ? actions : actions.slice(0, SHOWN);
    const showAll = () => {
      this.isWhole = true;
      this.render();
    };
    const list = html`<h2>${texts.title}</h2>
      <ul class="stack tight" data-actions>
        ${repeat(
          shown,
          ({ id }) => id,
          (action) => html`<li class="row"><span>${action.title}</span> ${this.undoButton(action)}</li>`,
        )}
      </ul>
      ${shown.length === actions.length ? nothing : button(texts.all(actions.length), showAll, { kind: "subtle" })}`;
    render(actions.length === 0 ? nothing : list, this.element);
  }

  private undoButton(action: RecentAction): Content {
    const { undo, cancel } = paneTexts().actions;
    if (action.deletes === null) return button(undo, () => this.undo(action), { kind: "subtle" });
    const confirmation = this.confirmations.get(action.id) ?? new ConfirmButton(() => this.undo(action), "subtle");
    this.confirmations.set(action.id, confirmation);
    return confirmation.show({ start: undo, confirmation: action.deletes, confirm: undo, cancel }).element;
  }

  private async undo({ id, title }: RecentAction): Promise<void> {
    const reason = await undoAction(id).catch(describeError);
    if (reason === null) this.pane.announce(paneTexts().actions.undone(title));
    else this.pane.showNotice(reason);
  }
}
