/** Find: a list that narrows as the user types, and the card of the item chosen there or on a sheet. */
import { html, nothing, render, type TemplateResult } from "lit-html";
import { describeError } from "../../commands/errors";
import { fullItemName } from "../../domain/item-name";
import { formatNumber } from "../../i18n/language";
import { paneTexts } from "../../i18n/pane";
import type { WorkItem } from "../../domain/model";
import { STATUSES, type Status } from "../../domain/vocabulary";
import type * as FindItems from "../find-items";
import { button, field, hint, type Content } from "../templates";
import { statusPill } from "./status-pill";

const SHOWN_AT_MOST = 50;
/** Milliseconds without a key press after which the search starts. */
const TYPING_PAUSE = 120;

/** What the view uses of the pane. */
export interface FindContext {
  load(): Promise<unknown>;
  announce(text: string): void;
  /** Announces a text and shows it. */
  showNotice(text: string): void;
}

/** The content below the search box. */
type FindOutcome =
  | { kind: "hint"; text: string }
  | { kind: "overview"; found: FindItems.FoundOverview }
  | { kind: "results"; text: string; found: FindItems.FoundItems };

/** Renders the view into a panel. */
export class FindView {
  private answer: FindOutcome = { kind: "hint", text: paneTexts().start.starting };
  private card: { key: string; content: TemplateResult } | null = null;
  /** Number of searches started: the answer of an earlier one is ignored. */
  private searches = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly panel: HTMLElement,
    /** The code that reads the workbook, loaded after the first paint. */
    private readonly items: () => Promise<typeof FindItems>,
    private readonly context: FindContext,
  ) {
    this.render();
  }

  /** Searches for the first time, and follows the workbook from then on. */
  begin({ onProgrammeChanged, onItemSelected }: typeof FindItems): void {
    onProgrammeChanged(() => void this.refresh());
    onItemSelected((key) => void this.open(key, { focus: false }));
    void this.search();
  }

  /** Shows the search with the cursor in it, whatever was shown before. */
  focus(): void {
    if (this.card) this.showList();
    this.input?.focus();
    this.input?.select();
  }

  /** Searches for a text as if it were typed. */
  searchFor(text: string): void {
    if (this.input) this.input.value = text;
    this.card = null;
    this.render();
    void this.search();
  }

  /** Shows an item's card. The focus moves there only when it was opened in the pane. */
  open(key: string, { focus }: { focus: boolean }): Promise<void> {
    return this.reportFailure(async () => {
      const [items, { itemCard }] = await Promise.all([
        this.items(),
        // The card's code is loaded with the views that are not on the first screen.
        import(/* webpackChunkName: "views" */ "./item-card"),
      ]);
      const view = await items.viewItem(key);
      if (!view) {
        this.showList();
        this.context.showNotice(paneTexts().find.gone);
        return;
      }
      const content = itemCard(view, {
        showOnSheet: () => this.reportFailure(() => items.goToItem(key)),
        applyStep: (step, filled) => this.reportFailure(() => items.applyStep(key, step, filled)),
        attempt: (action) => this.reportFailure(action),
        startNewText: (kind) =>
          this.reportFailure(async () => this.context.showNotice(await items.startNewText(key, kind))),
      });
      this.card = { key, content };
      this.render();
      if (focus) this.heading?.focus();
    });
  }

  private get input(): HTMLInputElement | null {
    return this.panel.querySelector<HTMLInputElement>("#find-text");
  }

  private get heading(): HTMLElement | null {
    return this.panel.querySelector<HTMLElement>("h2[tabindex]");
  }

  private async search(): Promise<void> {
    const text = this.input?.value.trim() ?? "";
    await this.show(async (items) =>
      text === ""
        ? { kind: "overview", found: await items.overview() }
        : { kind: "results", text, found: await items.searchFor(text) },
    );
  }

  /** Lists the items of a status; null for those not heard of since. */
  private async listStatus(status: Status | null): Promise<void> {
    const text = status ?? paneTexts().find.notHeardOf;
    await this.show(async (items) => ({ kind: "results", text, found: await items.itemsWithStatus(status) }));
    this.focusResult(0);
  }

  /** Shows the answer of a search, unless another search was started meanwhile. */
  private async show(search: (items: typeof FindItems) => Promise<FindOutcome>): Promise<void> {
    this.searches += 1;
    const started = this.searches;
    const answer = await this.items()
      .then(search)
      .catch((error: unknown): FindOutcome => ({ kind: "hint", text: describeError(error) }));
    if (started !== this.searches) return;
    this.answer = answer;
    this.render();
    if (answer.kind !== "results") return;
    const count = answer.found.items.length;
    this.context.announce(count === 0 ? paneTexts().find.none(answer.text) : paneTexts().find.found(count));
  }

  private async reportFailure(action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      this.context.showNotice(describeError(error));
    }
  }

  private async refresh(): Promise<void> {
    if (this.card) {
      const focus = this.panel.querySelector("[data-card]")?.contains(document.activeElement) === true;
      await this.open(this.card.key, { focus });
    }
    await this.search();
  }

  private showList(): void {
    this.card = null;
    this.render();
  }

  private typed(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.search(), TYPING_PAUSE);
  }

  private focusResult(position: number): boolean {
    const result = this.panel.querySelectorAll<HTMLElement>("button.result")[position];
    result?.focus();
    return result !== undefined;
  }

  private render(): void {
    const texts = paneTexts().find;
    const input = html`<input
      id="find-text"
      type="search"
      class="input"
      placeholder=${texts.placeholder}
      autocomplete="off"
      @input=${() => this.typed()}
      @keydown=${({ key }: KeyboardEvent) => key === "ArrowDown" && this.focusResult(0)}
    />`;
    render(
      html`<div class="stack" ?hidden=${this.card !== null}>
          ${field("find-text", texts.label, input)}
          <div class="stack tight">${this.answerContent(this.answer)}</div>
        </div>
        ${this.card === null ? nothing : this.cardContent(this.card.content)}`,
      this.panel,
    );
  }

  private cardContent(content: TemplateResult): TemplateResult {
    const back = () => {
      this.showList();
      this.input?.focus();
    };
    return html`<div data-card>${button(`← ${paneTexts().find.back}`, back, { kind: "subtle" })} ${content}</div>`;
  }

  private answerContent(answer: FindOutcome): Content {
    if (answer.kind === "hint") return hint(answer.text);
    const note = answer.found.source === "documents" ? this.documentsNote() : nothing;
    return answer.kind === "overview"
      ? html`${hint(paneTexts().find.hint(answer.found.total))} ${note} ${this.overview(answer.found)}`
      : html`${this.results(answer.text, answer.found.items)} ${note}`;
  }

  private documentsNote(): TemplateResult {
    const texts = paneTexts().find;
    return html`<div class="note stack tight">
      <p>${texts.fromDocuments}</p>
      <div class="row">${button(texts.loadNow, () => this.context.load())}</div>
    </div>`;
  }

  /** The number of items of each status; a click on a status lists its items. */
  private overview({ counts, notHeardOf }: FindItems.FoundOverview): TemplateResult {
    const entry = (status: Status | null, label: Content, count: number): TemplateResult =>
      html`<li>
        <button type="button" class="result row" @click=${() => this.listStatus(status)}>
          ${label}<span>${formatNumber(count)}</span>
        </button>
      </li>`;
    const entries = STATUSES.flatMap((status) => {
      const count = counts.get(status);
      return count === undefined ? [] : entry(status, statusPill(status), count);
    });
    if (notHeardOf > 0) entries.push(entry(null, paneTexts().find.notHeardOf, notHeardOf));
    return html`<section class="stack tight overview">
      <h2>${paneTexts().find.overview}</h2>
      <ul>
        ${entries}
      </ul>
    </section>`;
  }

  private results(text: string, items: readonly WorkItem[]): TemplateResult {
    const texts = paneTexts().find;
    if (items.length === 0)
      return html`<div class="empty stack tight">
        <p>${texts.none(text)}</p>
        ${hint(texts.noneHelp)}
      </div>`;
    const shown = items.slice(0, SHOWN_AT_MOST);
    const hidden = items.length - shown.length;
    return html`<ul>
        ${shown.map((item, position) => this.result(item, position))}
      </ul>
      ${hidden > 0 ? hint(texts.more(hidden)) : nothing}`;
  }

  private result(item: WorkItem, position: number): TemplateResult {
    const moveByKey = (event: KeyboardEvent) => {
      if (event.key === "ArrowDown") this.focusResult(position + 1);
      else if (event.key === "ArrowUp" && (position === 0 || !this.focusResult(position - 1))) this.input?.focus();
      else if (event.key !== "ArrowUp") return;
      event.preventDefault();
    };
    return html`<li>
      <button type="button" class="result" @click=${() => this.open(item.key, { focus: true })} @keydown=${moveByKey}>
        <span class="row"><span class="name">${fullItemName(item)}</span>${statusPill(item.status)}</span>
        <span class="title">${item.title}</span>
        <span class="hint">${[item.question, item.timing].filter(Boolean).join(" · ")}</span>
      </button>
    </li>`;
  }
}
