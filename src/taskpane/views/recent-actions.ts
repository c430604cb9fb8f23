/** The recent actions, each with Undo; one that deletes something asks first. An edit is also shown in a passing line with its Undo. */
import { html, nothing, render } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { describeError } from "../../commands/errors";
import { onRecentActions, recentActions, undoAction, type RecentAction } from "../../excel/recent-actions";
import { paneTexts } from "../../i18n/pane";
import type { PaneActions } from "../pane-actions";
import { button, type Content } from "../templates";
import { ConfirmButton } from "./confirm-button";

/** How long the line about an edit is shown, in milliseconds; its Undo stays in the list. */
const PASSING_MS = 10_000;
/** Actions shown until the user asks for all. */
const SHOWN = 5;

/** Renders the list into an element of its own. */
export class RecentActionsView {
  readonly element = document.createElement("section");
  private readonly confirmations = new Map<number, ConfirmButton>();
  private isWhole = false;
  /** The edit that was shown last in the passing line, and how to hide the line. */
  private passing: { readonly id: number; hide: () => void } | null = null;

  constructor(private readonly pane: Pick<PaneActions, "announce" | "showNotice">) {
    this.element.className = "stack tight";
    onRecentActions((actions) => {
      this.render();
      this.showEdit(actions);
    });
    this.render();
  }

  /** Shows the newest action where it is an edit, and hides the line about one that is listed no more. */
  private showEdit(actions: readonly RecentAction[]): void {
    const { passing } = this;
    if (passing && !actions.some(({ id }) => id === passing.id)) passing.hide();
    const [newest] = actions;
    if (newest?.kind !== "edit" || newest.id <= (passing?.id ?? 0)) return;
    const hide = this.pane.showNotice(newest.title, this.undoButton(newest, new Map()));
    this.passing = { id: newest.id, hide };
    setTimeout(() => {
      // A question about the undo stays open.
      if (!document.activeElement?.closest(".notice")) hide();
    }, PASSING_MS);
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
          (action) =>
            html`<li class="row text-and-button">
              <span>${action.title}</span> ${this.undoButton(action, this.confirmations)}
            </li>`,
        )}
      </ul>
      ${shown.length === actions.length ? nothing : button(texts.all(actions.length), showAll, { kind: "subtle" })}`;
    render(actions.length === 0 ? nothing : list, this.element);
  }

  private undoButton(action: RecentAction, confirmations: Map<number, ConfirmButton>): Content {
    const { undo, cancel } = paneTexts().actions;
    if (action.deletes === null) return button(undo, () => this.undo(action), { kind: "subtle" });
    const confirmation = confirmations.get(action.id) ?? new ConfirmButton(() => this.undo(action), "subtle");
    confirmations.set(action.id, confirmation);
    return confirmation.show({ start: undo, confirmation: action.deletes, confirm: undo, cancel }).element;
  }

  private async undo({ id, title }: RecentAction): Promise<void> {
    const reason = await undoAction(id).catch(describeError);
    this.pane.showNotice(reason ?? paneTexts().actions.undone(title));
  }
}
