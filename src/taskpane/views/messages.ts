/** The guard's messages: what was tried, why not, what is possible instead, and the way to insist. Newest first. */
import { paneTexts } from "../../i18n/pane";
import type { GuardMessage, EditOutcome } from "../../domain/edit-review/message";
import { button, field, fill, h } from "../dom";
import type { MessagesPort } from "../ports";

const TONES: Record<EditOutcome, "bad" | "careful" | "good" | "plain"> = {
  reverted: "bad",
  refused: "bad",
  marked: "careful",
  "accepted with a warning": "careful",
  overridden: "careful",
  restored: "good",
  noted: "plain",
};

/** Builds the view into `panel`. A form under way in one message survives the arrival of others. */
export class MessagesView {
  private readonly entries = new Map<string, HTMLElement>();
  private readonly list = h("ul", { className: "stack" });
  private readonly empty: HTMLElement;
  private readonly dismissAll: HTMLButtonElement;

  constructor(
    panel: HTMLElement,
    private readonly port: MessagesPort,
    private readonly say: (text: string) => void,
  ) {
    const texts = paneTexts().messages;
    this.empty = h(
      "div",
      { className: "empty stack tight" },
      h("p", {}, texts.none),
      h("p", { className: "hint" }, texts.noneHelp),
    );
    this.dismissAll = button(texts.all, () => port.dismissAll(), { className: "button subtle" });
    panel.append(h("div", { className: "stack" }, this.empty, this.list, h("div", {}, this.dismissAll)));
    port.onMessages((messages) => this.show(messages));
    this.show(port.messages());
  }

  private show(messages: readonly GuardMessage[]): void {
    const wanted = [...messages].sort((one, other) => other.when.localeCompare(one.when));
    const present = new Set(wanted.map((message) => message.id));
    for (const id of this.entries.keys()) if (!present.has(id)) this.entries.delete(id);
    const elements = wanted.map((message) => {
      const known = this.entries.get(message.id);
      if (known?.dataset["outcome"] === message.outcome) return known;
      const made = this.entry(message);
      this.entries.set(message.id, made);
      return made;
    });
    // Only what differs moves, so that the focus stays where it is.
    const same =
      elements.length === this.list.children.length && elements.every((each, at) => this.list.children[at] === each);
    if (!same) fill(this.list, ...elements);
    this.empty.hidden = wanted.length > 0;
    this.list.hidden = wanted.length === 0;
    this.dismissAll.hidden = wanted.length < 2;
  }

  private entry(message: GuardMessage): HTMLElement {
    const texts = paneTexts().messages;
    const actions = h("div", { className: "row" });
    const form = this.overrideForm(message, actions);
    if (message.cell.address !== "") actions.append(button(texts.goTo, () => this.tell(this.port.goTo(message.id))));
    if (message.canRestore) actions.append(button(texts.restore, () => this.tell(this.port.restoreRow(message.id))));
    if (message.canOverride) actions.append(button(texts.override, () => this.openForm(form, actions)));
    actions.append(button(texts.dismiss, () => this.port.dismiss(message.id), { className: "button subtle" }));
    return h(
      "li",
      { className: "note stack tight", "data-tone": TONES[message.outcome], "data-outcome": message.outcome },
      h("h2", {}, message.item === "" ? message.title : `${message.item}: ${message.title}`),
      message.count > 1 ? h("p", { className: "hint" }, texts.count(message.count)) : null,
      message.tried === "" ? null : h("p", {}, `${texts.tried}: ${message.tried}`),
      message.text === "" ? null : h("p", {}, message.text),
      message.clause === "" || message.text.includes(message.clause)
        ? null
        : h("p", { className: "clause" }, message.clause),
      this.possible(message),
      actions,
      form,
    );
  }

  private possible(message: GuardMessage): HTMLElement | null {
    const { keys, possible } = message;
    if (keys.length === 0 || possible.length === 0) return null;
    const texts = paneTexts().messages;
    const take = ({ status, step }: (typeof possible)[number]) =>
      this.tell(Promise.all(keys.map((key) => this.port.takeStep(key, status, step))));
    return h(
      "div",
      { className: "stack tight" },
      h("p", {}, texts.possible),
      h("div", { className: "row" }, ...possible.map((step) => button(step.label, () => take(step)))),
    );
  }

  private openForm(form: HTMLFormElement, actions: HTMLElement): void {
    form.hidden = false;
    actions.hidden = true;
    form.querySelector("textarea")?.focus();
  }

  private overrideForm(message: GuardMessage, actions: HTMLElement): HTMLFormElement {
    const texts = paneTexts().messages;
    const reason = h("textarea", { className: "input", rows: 2, required: true });
    const complaint = h("p", { className: "hint", role: "alert" });
    const close = () => {
      form.hidden = true;
      actions.hidden = false;
      actions.querySelector("button")?.focus();
    };
    const form = h(
      "form",
      { className: "stack tight", hidden: true, noValidate: true },
      field(texts.reason, reason, texts.reasonHint),
      complaint,
      h(
        "div",
        { className: "row" },
        h("button", { type: "submit", className: "button primary" }, texts.confirm),
        button(texts.cancel, close),
      ),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const given = reason.value.trim();
      reason.setAttribute("aria-invalid", given === "" ? "true" : "false");
      complaint.textContent = given === "" ? texts.reasonMissing : "";
      if (given === "") reason.focus();
      else void this.tell(this.port.override(message.id, given)).then(close);
    });
    form.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close();
    });
    return form;
  }

  private async tell(work: Promise<unknown>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.say(error instanceof Error ? error.message : String(error));
    }
  }
}
