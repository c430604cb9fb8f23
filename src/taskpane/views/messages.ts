/** The guard's messages, newest first, one line each; opened, with what was tried, why not, what is possible instead, and Override. */
import { html, nothing, render, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { describeError } from "../../commands/errors";
import type { GuardMessage, EditOutcome } from "../../domain/edit-review/message";
import * as guard from "../../excel/edit-guard";
import { decisionTexts } from "../../i18n/decisions";
import { paneTexts } from "../../i18n/pane";
import type { PaneActions } from "../pane-actions";
import { button, field, hint, type Content } from "../templates";
import { RecentActionsView } from "./recent-actions";

const TONES: Record<EditOutcome, "bad" | "careful" | "good" | "plain"> = {
  reverted: "bad",
  refused: "bad",
  marked: "careful",
  "accepted with a warning": "careful",
  overridden: "careful",
  restored: "good",
  noted: "plain",
};

const FOR_INFORMATION: ReadonlySet<EditOutcome> = new Set(["noted", "restored", "overridden"]);

/** Whether a message calls for something: it is counted on the tab. */
function needsUser({ outcome, canRestore }: GuardMessage): boolean {
  return canRestore || !FOR_INFORMATION.has(outcome);
}

/** Renders the messages into its panel. A reason being typed in one message survives the arrival of others. */
export class MessagesView {
  /** Messages whose override form is open; true where it was submitted without a reason. */
  private readonly overrides = new Map<string, boolean>();
  private announced: ReadonlySet<string>;
  private readonly actions: RecentActionsView;

  constructor(
    private readonly panel: HTMLElement,
    private readonly pane: Pick<PaneActions, "announce" | "showNotice" | "showMessageCount">,
  ) {
    this.announced = new Set(guard.guardMessages().map(({ id }) => id));
    this.actions = new RecentActionsView(pane);
    guard.onGuardMessage(() => {
      this.render();
      this.report(guard.guardMessages());
    });
    this.render();
    pane.showMessageCount(guard.guardMessages().filter(needsUser).length, false);
  }

  /** Updates the count on the tab and announces the latest of the new messages; they come newest first. */
  private report(messages: readonly GuardMessage[]): void {
    const latest = messages.find(({ id }) => !this.announced.has(id));
    this.announced = new Set([...this.announced, ...messages.map(({ id }) => id)]);
    if (latest) this.pane.announce([latest.item, latest.title, latest.text].filter((part) => part !== "").join(": "));
    const waiting = messages.filter(needsUser);
    this.pane.showMessageCount(waiting.length, latest !== undefined && waiting.includes(latest));
  }

  private render(): void {
    const texts = paneTexts().messages;
    const messages = [...guard.guardMessages()].sort((left, right) => right.when.localeCompare(left.when));
    const list = html`<ul class="stack">
      ${repeat(
        messages,
        ({ id, outcome }) => `${id} ${outcome}`,
        (message) => this.entry(message),
      )}
    </ul>`;
    const empty = html`<div class="empty stack tight">
      <p>${texts.none}</p>
      ${hint(texts.noneHelp)}
    </div>`;
    const dismissAll = html`<div>${button(texts.all, () => guard.dismissAll(), { kind: "subtle" })}</div>`;
    render(
      html`<div class="stack">
        ${messages.length === 0 ? empty : list} ${messages.length < 2 ? nothing : dismissAll} ${this.actions.element}
      </div>`,
      this.panel,
    );
  }

  private entry(message: GuardMessage): TemplateResult {
    const { messages: texts, labelled } = paneTexts();
    const { id, item, title, outcome, text, clause } = message;
    const showsClause = clause !== "" && !text.includes(clause);
    const heading = item === "" ? title : labelled(item, title);
    return html`<li class="note line" data-tone=${TONES[outcome]} data-outcome=${outcome} data-message=${id}>
      <details>
        <summary><h2>${heading} – ${message.tried || text}</h2></summary>
        <div class="stack tight">
          ${message.count > 1 ? hint(texts.count(message.count)) : nothing}
          ${message.tried === "" ? nothing : html`<p>${text}</p>`}
          ${showsClause ? html`<p class="clause">${clause}</p>` : nothing} ${this.possible(message)}
          ${this.overrides.has(id) ? this.overrideForm(id) : this.buttons(message)}
        </div>
      </details>
    </li>`;
  }

  private buttons(message: GuardMessage): TemplateResult {
    const texts = paneTexts().messages;
    const { id } = message;
    const goTo = button(texts.goTo, () => this.attempt(guard.goToMessage(id)));
    const restore = button(texts.restore, () => this.attempt(guard.restoreRow(id)));
    const override = button(texts.override, () => this.openForm(id));
    const { key, twin } = message;
    const join =
      key === null || twin === null
        ? nothing
        : button(decisionTexts().pane.join, () => this.attempt(guard.join(key, twin)));
    return html`<div class="row">
      ${message.cell.address === "" ? nothing : goTo} ${message.canRestore ? restore : nothing}
      ${message.canOverride ? override : nothing} ${join}
      ${button(texts.dismiss, () => guard.dismiss(id), { kind: "subtle" })}
    </div>`;
  }

  private possible({ keys, possible }: GuardMessage): Content {
    if (keys.length === 0 || possible.length === 0) return nothing;
    const apply = ({ status, step }: (typeof possible)[number]) =>
      this.attempt(Promise.all(keys.map((key) => guard.requestStep(key, status, { step }))));
    return html`<div class="stack tight">
      <p>${paneTexts().messages.possible}</p>
      <div class="row">${possible.map((step) => button(step.label, () => apply(step)))}</div>
    </div>`;
  }

  private overrideForm(id: string): TemplateResult {
    const texts = paneTexts().messages;
    const reasonIsMissing = this.overrides.get(id) === true;
    const fieldId = `reason-${id}`;
    const reason = html`<textarea
      id=${fieldId}
      class="input"
      rows="2"
      required
      aria-describedby="${fieldId}-hint"
      aria-invalid=${reasonIsMissing ? "true" : "false"}
    ></textarea>`;
    const submitted = (event: Event) => {
      event.preventDefault();
      return this.submit(id);
    };
    return html`<form
      class="stack tight"
      novalidate
      @submit=${submitted}
      @keydown=${(event: KeyboardEvent) => event.key === "Escape" && this.closeForm(id)}
    >
      ${field(fieldId, texts.reason, reason, texts.reasonHint)}
      <p class="hint" role="alert">${reasonIsMissing ? texts.reasonMissing : ""}</p>
      <div class="row">
        <button type="submit" class="button primary">${texts.confirm}</button>
        ${button(texts.cancel, () => this.closeForm(id))}
      </div>
    </form>`;
  }

  private openForm(id: string): void {
    this.overrides.set(id, false);
    this.render();
    this.reasonOf(id)?.focus();
  }

  private closeForm(id: string): void {
    this.overrides.delete(id);
    this.render();
    this.find(id, ".row:last-child button")?.focus();
  }

  private async submit(id: string): Promise<void> {
    const reason = this.reasonOf(id);
    const typed = reason?.value.trim() ?? "";
    this.overrides.set(id, typed === "");
    this.render();
    if (typed === "") {
      reason?.focus();
      return;
    }
    if (await this.attempt(guard.override(id, typed))) this.closeForm(id);
  }

  private reasonOf(id: string): HTMLTextAreaElement | null {
    return this.find<HTMLTextAreaElement>(id, "textarea");
  }

  private find<Found extends HTMLElement = HTMLElement>(id: string, selector: string): Found | null {
    const entries = [...this.panel.querySelectorAll<HTMLElement>("[data-message]")];
    return entries.find(({ dataset }) => dataset["message"] === id)?.querySelector<Found>(selector) ?? null;
  }

  /** Waits for an action and shows its error; false where there was one. */
  private async attempt(action: Promise<unknown>): Promise<boolean> {
    try {
      await action;
      return true;
    } catch (error) {
      this.pane.showNotice(describeError(error));
      return false;
    }
  }
}
