/** Where cells differ from the documents: grouped by item, each with both values, the way to its cell and a button for the document's value. */
import { html, nothing, render, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { goToDifference, useAllDocumentValues, useDocumentValues } from "../../commands/actions";
import { describeError } from "../../commands/errors";
import { reviewStore, type ShownDifference } from "../../commands/review-store";
import { differenceTexts } from "../../i18n/differences";
import { paneTexts } from "../../i18n/pane";
import { button, field, hint, options, valueOf, type Content } from "../templates";
import { ConfirmButton } from "./confirm-button";

/** Groups shown at first, and with each click on “more”: a pane of hundreds would be slow to build and to walk through. */
const GROUPS_AT_ONCE = 20;
/** From so many differences on, a column can be chosen. */
const MIN_FOR_COLUMN_CHOICE = 6;
/** Means "all columns" in the choice of columns; no header has this name. */
const ALL = "*";

/** Renders the card into an element of its own; hidden while there is nothing to list. */
export class DifferencesView {
  readonly element = document.createElement("section");
  private readonly useAll = new ConfirmButton(() =>
    useAllDocumentValues(this.chosen().map(({ difference }) => difference)),
  );
  private all: readonly ShownDifference[] = [];
  private column = ALL;
  private groups = GROUPS_AT_ONCE;

  constructor(private readonly showNotice: (text: string) => void) {
    this.element.className = "card stack";
    this.element.hidden = true;
    this.element.setAttribute("aria-label", differenceTexts().differences.title);
    reviewStore.on(({ differences }) => this.show(differences));
  }

  private show(differences: readonly ShownDifference[] | null): void {
    if (differences === this.all) return;
    const before = new Set(this.all.map(({ difference }) => difference.id));
    const isShorterList = before.size > 0 && (differences ?? []).every(({ difference }) => before.has(difference.id));
    if (!isShorterList) {
      this.groups = GROUPS_AT_ONCE;
      this.column = ALL;
    }
    // A list that became empty shows a sentence; one that was never shown stays hidden.
    const becameEmpty = differences !== null && !this.element.hidden && isShorterList;
    const focused = this.focusedRow();
    this.all = differences ?? [];
    this.element.hidden = this.all.length === 0 && !becameEmpty;
    if (this.element.hidden) return;
    if (!this.all.some(({ column }) => column === this.column)) this.column = ALL;
    this.render();
    if (focused !== null) this.focusRow(focused);
  }

  private render(): void {
    const texts = differenceTexts().differences;
    const close = button(texts.close, () => reviewStore.found({ differences: null }), { kind: "subtle" });
    const content =
      this.all.length === 0
        ? html`${hint(texts.none)}
            <div class="row">${close}</div>`
        : this.list(close);
    render(
      html`<h2>${texts.title}</h2>
        ${content}`,
      this.element,
    );
  }

  private list(close: TemplateResult): TemplateResult {
    const texts = differenceTexts().differences;
    const chosen = this.chosen();
    const count = chosen.length;
    const groups = groupedBy(chosen, ({ group }) => group);
    const shown = [...groups].slice(0, this.groups);
    const hidden = count - shown.reduce((sum, [, group]) => sum + group.length, 0);
    const useAll = this.useAll.show({
      start: texts.useDocumentForAll(count),
      confirmation: texts.confirmAll(count),
      confirm: texts.overwriteAll(count),
      cancel: texts.cancel,
    });
    return html`<div class="stack">
        <p>${texts.count(this.all.length)}</p>
        ${hint(texts.help)} ${this.all.length < MIN_FOR_COLUMN_CHOICE ? nothing : this.columnChoice()}
        <div class="row">${count < 2 ? nothing : useAll.element} ${close}</div>
      </div>
      <div class="stack">
        ${repeat(
          shown,
          ([group]) => group,
          ([group, differences]) => this.group(group, differences),
        )}
        ${hidden > 0 ? html`<div>${button(texts.more(hidden), () => this.showMore())}</div>` : nothing}
      </div>`;
  }

  private group(group: string, differences: readonly ShownDifference[]): TemplateResult {
    const id = `differences-${group.replace(/\W/g, "-")}`;
    const count = differences.length;
    const useGroup = button(differenceTexts().differences.useDocumentForItem(count), () => this.use(differences));
    return html`<section class="stack tight" aria-labelledby=${id}>
      <h3 id=${id}>${differences[0]?.item ?? ""}</h3>
      <ul class="differences">
        ${repeat(
          differences,
          ({ difference }) => difference.id,
          (shown) => this.row(shown),
        )}
      </ul>
      ${count < 2 ? nothing : html`<div>${useGroup}</div>`}
    </section>`;
  }

  private row(shown: ShownDifference): TemplateResult {
    const texts = differenceTexts().differences;
    const { labelled } = paneTexts();
    const { difference, item, column } = shown;
    const isWholeRow = column === "";
    const cell = texts.location(shown.sheet, column);
    const label = isWholeRow ? texts.restoreRow : texts.useDocument;
    const goTo = button(texts.goTo, () => this.attempt(goToDifference(difference)), {
      kind: "subtle",
      ariaLabel: labelled(texts.goTo, `${item}, ${cell}`),
    });
    return html`<li class="stack tight" data-difference=${difference.id}>
      <p><strong>${cell}</strong></p>
      ${isWholeRow ? html`<p>${texts.rowRemoved}</p>` : values(shown)}
      ${difference.sources.length === 0 ? nothing : hint(difference.sources.join(", "))}
      <div class="row">
        <span data-use
          >${button(label, () => this.use([shown]), { ariaLabel: labelled(label, `${item}, ${cell}`) })}</span
        >
        ${isWholeRow ? nothing : goTo}
      </div>
    </li>`;
  }

  private columnChoice(): TemplateResult {
    const texts = differenceTexts().differences;
    const columns = [...groupedBy(this.all, ({ column }) => column)].sort(
      ([, left], [, right]) => right.length - left.length,
    );
    const choices = columns.map(([column, { length }]) => ({
      value: column,
      label: texts.oneColumn(column === "" ? texts.wholeRows : column, length),
    }));
    const select = html`<select
      id="differences-column"
      class="input"
      @change=${(event: Event) => {
        this.column = valueOf(event);
        this.groups = GROUPS_AT_ONCE;
        this.render();
      }}
    >
      ${options([{ value: ALL, label: texts.allColumns(this.all.length) }, ...choices], this.column)}
    </select>`;
    return field("differences-column", texts.column, select);
  }

  private showMore(): void {
    const first = this.element.querySelectorAll("[data-use]").length;
    this.groups += GROUPS_AT_ONCE;
    this.render();
    this.focusRow(first);
  }

  private chosen(): ShownDifference[] {
    return this.all.filter(({ column }) => this.column === ALL || column === this.column);
  }

  private async use(shown: readonly ShownDifference[]): Promise<void> {
    const texts = differenceTexts();
    const [first] = shown;
    if (!first) return;
    const { item, column } = first;
    const one = column === "" ? texts.differences.restoredRow(item) : texts.differences.usedDocumentValue(item, column);
    const done = await this.attempt(useDocumentValues(shown.map(({ difference }) => difference)));
    if (done) this.showNotice(shown.length > 1 ? texts.appliedDocuments(shown.length) : one);
  }

  /** Waits for an action and shows its error; false where there was one. */
  private async attempt(action: Promise<void>): Promise<boolean> {
    try {
      await action;
      return true;
    } catch (error) {
      this.showNotice(describeError(error));
      return false;
    }
  }

  /** Which of the shown rows has the focus; the first for the buttons of a group or of all; null where the focus is elsewhere. */
  private focusedRow(): number | null {
    const focused = document.activeElement;
    const row = [...this.element.querySelectorAll("[data-difference]")].findIndex((each) => each.contains(focused));
    if (row >= 0) return row;
    return this.element.contains(focused) ? 0 : null;
  }

  /** Moves the focus to the row that is now at a position, so that the list can be worked through by keyboard. */
  private focusRow(position: number): void {
    const buttons = [...this.element.querySelectorAll<HTMLElement>("[data-use] button")];
    const next = buttons[Math.min(position, buttons.length - 1)] ?? this.element.querySelector("button");
    next?.focus();
  }
}

function groupedBy(
  differences: readonly ShownDifference[],
  keyOf: (difference: ShownDifference) => string,
): Map<string, ShownDifference[]> {
  const groups = new Map<string, ShownDifference[]>();
  for (const difference of differences) {
    const group = groups.get(keyOf(difference));
    if (group) group.push(difference);
    else groups.set(keyOf(difference), [difference]);
  }
  return groups;
}

function values({ difference, here, documents }: ShownDifference): TemplateResult {
  const texts = differenceTexts().differences;
  const value = (text: string): Content => (text === "" ? html`<span class="hint">${texts.empty}</span>` : text);
  return html`<dl class="facts">
    <dt>${texts.here}</dt>
    <dd>${value(here)}</dd>
    <dt>${difference.sources.length === 0 ? texts.history : texts.documents}</dt>
    <dd>${value(documents)}</dd>
  </dl>`;
}
