/** Templates that the views share. Values are bound as text, never as markup. */
import { html, nothing, type TemplateResult } from "lit-html";

/** What can be bound as a child of a template. */
export type Content = TemplateResult | Node | string | typeof nothing | readonly Content[];

export interface ButtonOptions {
  kind?: "primary" | "subtle";
  /** What screen readers announce, where the label alone is ambiguous. */
  ariaLabel?: string;
  disabled?: boolean;
  /** Name by which tools find the button, in data-action. */
  name?: string;
  /** Sends the form that the button is in. */
  submit?: boolean;
}

/** A click listener that ignores clicks on a button while the action of its last click is under way. */
export function onceAtATime(action: () => unknown): (event: Event) => void {
  return ({ currentTarget }) => {
    if (!(currentTarget instanceof HTMLElement) || currentTarget.getAttribute("aria-disabled") === "true") return;
    const result = action();
    if (!(result instanceof Promise)) return;
    currentTarget.setAttribute("aria-disabled", "true");
    void result.finally(() => {
      currentTarget.removeAttribute("aria-disabled");
    });
  };
}

/** A button. */
export function button(label: string, action: () => unknown, options: ButtonOptions = {}): TemplateResult {
  const { kind, ariaLabel, disabled = false, name, submit = false } = options;
  return html`<button
    type=${submit ? "submit" : "button"}
    class=${kind === undefined ? "button" : `button ${kind}`}
    aria-label=${ariaLabel ?? nothing}
    data-action=${name ?? nothing}
    ?disabled=${disabled}
    @click=${onceAtATime(action)}
  >
    ${label}
  </button>`;
}

/** A control with its label and hint. The control has this id, and `${id}-hint` as its description where there is a hint. */
export function field(id: string, label: string, control: Content, hint?: string): TemplateResult {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${control} ${hint === undefined ? nothing : html`<p class="hint" id="${id}-hint">${hint}</p>`}
  </div>`;
}

/** A choice of a select. */
export interface Choice {
  value: string;
  label: string;
}

/** The options of a select. */
export function options(choices: readonly Choice[], selected: string): TemplateResult[] {
  return choices.map(
    ({ value, label }) => html`<option value=${value} .selected=${value === selected}>${label}</option>`,
  );
}

/** A paragraph of secondary text. */
export function hint(text: string): TemplateResult {
  return html`<p class="hint">${text}</p>`;
}

/** The value of the control that raised an event. */
export function valueOf({ currentTarget }: Event): string {
  const isControl =
    currentTarget instanceof HTMLInputElement ||
    currentTarget instanceof HTMLSelectElement ||
    currentTarget instanceof HTMLTextAreaElement;
  return isControl ? currentTarget.value : "";
}
