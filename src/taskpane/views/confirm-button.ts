/** A button that asks for confirmation before an action with consequences. */
import { html, render } from "lit-html";
import { button, type ButtonOptions } from "../templates";

export interface Confirmation {
  /** Label of the button. */
  start: string;
  /** What the action will do. */
  confirmation: string;
  confirm: string;
  cancel: string;
}

let count = 0;

/** The button; clicked, the question replaces it, and the action runs only once it is confirmed. */
export class ConfirmButton {
  readonly element = document.createElement("div");
  private readonly id = `question-${String((count += 1))}`;
  private isConfirming = false;
  private texts: Confirmation | null = null;

  constructor(
    private readonly action: () => unknown,
    private readonly kind?: ButtonOptions["kind"],
  ) {
    this.element.className = "confirm";
  }

  /** Shows the button with these texts. A question with other texts closes, since it would no longer be the one that was read. */
  show(texts: Confirmation): this {
    if (texts.confirmation !== this.texts?.confirmation) this.isConfirming = false;
    this.texts = texts;
    this.render();
    return this;
  }

  private render(): void {
    if (!this.texts) return;
    const { start, confirmation, confirm, cancel } = this.texts;
    const options = this.kind === undefined ? {} : { kind: this.kind };
    const template = this.isConfirming
      ? html`<div
          class="note stack tight"
          role="group"
          aria-labelledby=${this.id}
          data-tone="careful"
          @keydown=${(event: KeyboardEvent) => event.key === "Escape" && this.close()}
        >
          <p id=${this.id}>${confirmation}</p>
          <div class="row">
            ${button(confirm, () => this.confirm(), { kind: "primary" })} ${button(cancel, () => this.close())}
          </div>
        </div>`
      : button(start, () => this.showQuestion(), options);
    render(template, this.element);
  }

  private showQuestion(): void {
    this.isConfirming = true;
    this.render();
    // The focus is on the second button, which cancels: Enter pressed by mistake does nothing.
    this.element.querySelector<HTMLElement>("button:last-of-type")?.focus();
  }

  private confirm(): unknown {
    this.close();
    return this.action();
  }

  private close(): void {
    this.isConfirming = false;
    this.render();
    this.element.querySelector("button")?.focus();
  }
}
