/** Find: a list that narrows as one types, and the card of the item chosen there or on a sheet. */
import { render } from "lit-html";
import { fullItemName } from "../../domain/item-name";
import { formatNumber } from "../../i18n/language";
import { paneTexts } from "../../i18n/pane";
import type { WorkItem } from "../../domain/model";
import { STATUSES, type Status } from "../../domain/vocabulary";
import { button, field, replaceChildren, h } from "../dom";
import type { FindPort, FoundItems } from "../ports";
import { statusPill } from "./status-pill";

const SHOWN_AT_MOST = 50;
const TYPING_PAUSE = 120;

/** What the view needs besides its port. */
export interface FindContext {
  load(): Promise<unknown>;
  announce(text: string): void;
  /** Says it, and shows it too. */
  showStatus(text: string): void;
}

/** Builds the view into `panel`. */
export class FindView {
  private readonly input: HTMLInputElement;
  private readonly results = h(
    "div",
    { className: "stack tight" },
    h("p", { className: "hint" }, paneTexts().start.starting),
  );
  private readonly list: HTMLElement;
  private readonly card = h("div", { hidden: true });
  private shown: string | null = null;
  private requested = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    panel: HTMLElement,
    private readonly port: () => Promise<FindPort>,
    private readonly context: FindContext,
  ) {
    const texts = paneTexts().find;
    this.input = h("input", {
      type: "search",
      className: "input",
      placeholder: texts.placeholder,
      autocomplete: "off",
    });
    this.input.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.search(), TYPING_PAUSE);
    });
    this.input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown") this.results.querySelector<HTMLElement>("button.result")?.focus();
    });
    this.list = h("div", { className: "stack" }, field(texts.label, this.input), this.results);
    panel.append(this.list, this.card);
  }

  /** Asks the workbook for the first time, and follows it from then on. */
  begin(port: FindPort): void {
    port.onProgrammeChanged(() => void this.refresh());
    port.onItemSelected((key) => void this.open(key, { focus: false }));
    void this.search();
  }

  /** Shows what matches what is typed. */
  async search(): Promise<void> {
    this.requested += 1;
    const requested = this.requested;
    const text = this.input.value.trim();
    if (this.results.childElementCount === 0)
      replaceChildren(this.results, h("p", { className: "hint" }, paneTexts().find.loading));
    const port = await this.port();
    const answer = await port.find(text).then(
      (found) => ({ found }),
      (error: unknown) => ({ reason: error instanceof Error ? error.message : String(error) }),
    );
    // An answer that a later letter has overtaken is of no use.
    if (requested !== this.requested) return;
    if ("found" in answer) this.showResults(text, answer.found);
    else replaceChildren(this.results, h("p", { className: "hint" }, answer.reason));
  }

  focus(): void {
    if (this.list.hidden) this.card.querySelector<HTMLElement>("h2")?.focus();
    else this.input.focus();
  }

  /** Shows an item's card. The focus moves there only when it was opened in the pane. */
  open(key: string, options: { focus: boolean }): Promise<void> {
    return this.showStatus(this.showCard(key, options));
  }

  private async showCard(key: string, options: { focus: boolean }): Promise<void> {
    const port = await this.port();
    // The card's code is loaded with the views that are not on the first screen.
    const [view, { itemCard }] = await Promise.all([
      port.view(key),
      import(/* webpackChunkName: "views" */ "./item-card"),
    ]);
    if (!view) {
      this.showList();
      this.context.showStatus(paneTexts().find.gone);
      return;
    }
    this.shown = key;
    const texts = paneTexts().find;
    const card = h("div");
    const template = itemCard(view, {
      showOnSheet: () => this.showStatus(port.showOnSheet(key)),
      applyStep: (status, step) => this.showStatus(port.applyStep(key, status, step)),
    });
    render(template, card);
    replaceChildren(
      this.card,
      button(
        `← ${texts.back}`,
        () => {
          this.showList();
          this.input.focus();
        },
        { className: "button subtle" },
      ),
      card,
    );
    this.card.hidden = false;
    this.list.hidden = true;
    if (options.focus) card.querySelector<HTMLElement>("h2")?.focus();
  }

  private async showStatus(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.context.showStatus(error instanceof Error ? error.message : String(error));
    }
  }

  private async refresh(): Promise<void> {
    if (this.shown !== null && !this.card.hidden)
      await this.open(this.shown, { focus: this.card.contains(document.activeElement) });
    await this.search();
  }

  private showList(): void {
    this.shown = null;
    this.card.hidden = true;
    this.list.hidden = false;
  }

  /** How many items have each status; a status pressed lists its items. */
  private overview(counts: FoundItems["counts"]): HTMLElement {
    const texts = paneTexts().find;
    const entries = STATUSES.flatMap((status) => {
      const count = counts.get(status);
      if (count === undefined) return [];
      const entry = h(
        "button",
        { type: "button", className: "result row", onClick: () => void this.listStatus(status) },
        pill(status),
        h("span", {}, formatNumber(count)),
      );
      return [h("li", {}, entry)];
    });
    return h("section", { className: "stack tight overview" }, h("h2", {}, texts.overview), h("ul", {}, ...entries));
  }

  private async listStatus(status: Status): Promise<void> {
    this.requested += 1;
    const requested = this.requested;
    const found = await (await this.port()).withStatus(status);
    if (requested === this.requested) this.showResults(status, found);
    this.results.querySelector<HTMLElement>("button.result")?.focus();
  }

  private showResults(text: string, found: FoundItems): void {
    const texts = paneTexts().find;
    const count = found.items.length;
    const shown = text === "" ? [] : found.items.slice(0, SHOWN_AT_MOST);
    const note =
      found.source === "workbook"
        ? null
        : h(
            "div",
            { className: "note stack tight" },
            h("p", {}, texts.fromDocuments),
            h(
              "div",
              { className: "row" },
              button(texts.loadNow, () => this.context.load()),
            ),
          );
    if (text === "") {
      replaceChildren(
        this.results,
        h("p", { className: "hint" }, texts.hint(found.known)),
        note,
        this.overview(found.counts),
      );
      return;
    }
    const hidden = count - shown.length;
    replaceChildren(
      this.results,
      count === 0
        ? h(
            "div",
            { className: "empty stack tight" },
            h("p", {}, texts.none(text)),
            h("p", { className: "hint" }, texts.noneHelp),
          )
        : h("ul", {}, ...shown.map((item) => h("li", {}, this.entry(item)))),
      hidden > 0 ? h("p", { className: "hint" }, texts.more(hidden)) : null,
      note,
    );
    this.context.announce(count === 0 ? texts.none(text) : texts.found(count));
  }

  private entry(item: WorkItem): HTMLElement {
    const entry = h(
      "button",
      { type: "button", className: "result", onClick: () => void this.open(item.key, { focus: true }) },
      h("span", { className: "row" }, h("span", { className: "name" }, fullItemName(item)), pill(item.status)),
      h("span", { className: "title" }, item.title),
      h("span", { className: "hint" }, [item.question, item.timing].filter(Boolean).join(" · ")),
    );
    entry.addEventListener("keydown", (event) => {
      const entries = [...this.results.querySelectorAll<HTMLElement>("button.result")];
      const at = entries.indexOf(entry);
      if (event.key === "ArrowDown") entries[at + 1]?.focus();
      else if (event.key === "ArrowUp") (entries[at - 1] ?? this.input).focus();
      else return;
      event.preventDefault();
    });
    return entry;
  }
}

function pill(status: Status): HTMLElement {
  const element = h("span");
  render(statusPill(status), element);
  return element;
}
