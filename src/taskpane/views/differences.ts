/** Where people's cells and the documents part: grouped by item, each with both values, the way to its cell and the document's side to take. */
import type { ShownDifference } from "../../commands/review-store";
import { differenceTexts } from "../../i18n/differences";
import { button, field, fill, h, uniqueId } from "../dom";
import type { WorkPort } from "../ports";
import { confirmed } from "./confirm-button";

/** Groups shown at first, and with each press on “more”: a pane of hundreds would be slow to build and to walk through. */
const GROUPS_AT_ONCE = 20;
/** From so many on a column can be chosen. */
const WORTH_CHOOSING = 6;
/** Stands for "all columns" in the choice of columns; no header is called so. */
const ALL = "*";

/** The card; hidden while nothing is listed. */
export class DifferencesView {
  readonly element = h("section", { className: "card stack", hidden: true });
  private readonly list = h("div", { className: "stack" });
  private readonly head = h("div", { className: "stack" });
  private all: readonly ShownDifference[] = [];
  private column = ALL;
  private groups = GROUPS_AT_ONCE;

  constructor(
    private readonly port: WorkPort,
    private readonly say: (text: string) => void,
  ) {
    const texts = differenceTexts().differences;
    this.element.setAttribute("aria-label", texts.title);
    this.element.append(h("h2", {}, texts.title), this.head, this.list);
    port.findings.on(({ differences }) => this.show(differences));
  }

  private show(differences: readonly ShownDifference[] | null): void {
    const before = new Set(this.all.map(({ difference }) => difference.id));
    const isTheSameList =
      this.all.length > 0 && (differences ?? []).every(({ difference }) => before.has(difference.id));
    if (!isTheSameList) {
      this.groups = GROUPS_AT_ONCE;
      this.column = ALL;
    }
    this.all = differences ?? [];
    // A list that was worked off says so; one that never held anything is no news.
    const workedOff = differences !== null && !this.element.hidden && isTheSameList;
    const focused = this.focusedRow();
    this.element.hidden = this.all.length === 0 && !workedOff;
    if (this.element.hidden) return;
    this.draw();
    if (focused !== null) this.focusRow(focused);
  }

  private draw(): void {
    const texts = differenceTexts().differences;
    if (!this.all.some((each) => each.column === this.column)) this.column = ALL;
    const chosen = this.chosen();
    const close = button(texts.close, () => this.port.closeDifferences(), { className: "button subtle" });
    if (this.all.length === 0) {
      fill(this.head, h("p", { className: "hint" }, texts.none), h("div", { className: "row" }, close));
      fill(this.list);
      return;
    }
    const count = chosen.length;
    const takeAll =
      count < 2
        ? null
        : confirmed(
            {
              start: texts.useDocumentForAll(count),
              confirmation: texts.confirmAll(count),
              confirm: texts.overwriteAll(count),
              cancel: texts.cancel,
            },
            () => this.port.takeMany(this.chosen().map(({ difference }) => difference)),
          );
    fill(
      this.head,
      h("p", {}, texts.count(this.all.length)),
      h("p", { className: "hint" }, texts.help),
      this.all.length < WORTH_CHOOSING ? null : this.columnChoice(),
      h("div", { className: "row" }, takeAll, close),
    );
    this.drawList(chosen);
  }

  private drawList(chosen: readonly ShownDifference[]): void {
    const groups = new Map<string, ShownDifference[]>();
    for (const each of chosen) {
      const group = groups.get(each.group);
      if (group) group.push(each);
      else groups.set(each.group, [each]);
    }
    const shown = [...groups.values()].slice(0, this.groups);
    const hidden = chosen.length - shown.reduce((sum, group) => sum + group.length, 0);
    const more = button(differenceTexts().differences.more(hidden), () => {
      const first = this.list.querySelectorAll("[data-difference]").length;
      this.groups += GROUPS_AT_ONCE;
      this.drawList(this.chosen());
      this.focusRow(first);
    });
    fill(this.list, ...shown.map((group) => this.group(group)), hidden > 0 ? h("div", {}, more) : null);
  }

  private group(differences: readonly ShownDifference[]): HTMLElement {
    const texts = differenceTexts().differences;
    const heading = h("h3", { id: uniqueId("item") }, differences[0]?.item ?? "");
    const count = differences.length;
    return h(
      "section",
      { className: "stack tight", "aria-labelledby": heading.id },
      heading,
      h("ul", { className: "differences" }, ...differences.map((each) => this.row(each))),
      count < 2
        ? null
        : h(
            "div",
            {},
            button(texts.useDocumentForItem(count), () => this.take(differences)),
          ),
    );
  }

  private row(shown: ShownDifference): HTMLElement {
    const texts = differenceTexts().differences;
    const { difference, item, column, here, documents } = shown;
    const whole = column === "";
    const place = texts.location(shown.sheet, column);
    const take = whole ? texts.restoreRow : texts.useDocument;
    const value = (text: string) => h("dd", {}, text === "" ? h("span", { className: "hint" }, texts.empty) : text);
    const source = difference.sources.join(", ");
    return h(
      "li",
      { className: "stack tight", "data-difference": difference.id },
      h("p", {}, h("strong", {}, place)),
      whole
        ? h("p", {}, texts.rowRemoved)
        : h(
            "dl",
            { className: "facts" },
            h("dt", {}, texts.here),
            value(here),
            h("dt", {}, source === "" ? texts.history : texts.documents),
            value(documents),
          ),
      source === "" ? null : h("p", { className: "hint" }, source),
      h(
        "div",
        { className: "row" },
        button(take, () => this.take([shown]), { "aria-label": `${take}: ${item}, ${place}`, "data-take": "" }),
        whole
          ? null
          : button(texts.goTo, () => this.tell(this.port.goToDifference(difference)), {
              className: "button subtle",
              "aria-label": `${texts.goTo}: ${item}, ${place}`,
            }),
      ),
    );
  }

  private columnChoice(): HTMLElement {
    const texts = differenceTexts().differences;
    const counts = new Map<string, number>();
    for (const { column } of this.all) counts.set(column, (counts.get(column) ?? 0) + 1);
    const names = [...counts].sort(([, one], [, other]) => other - one);
    const choice = h(
      "select",
      { className: "input" },
      h("option", { value: ALL }, texts.allColumns(this.all.length)),
      ...names.map(([column, count]) =>
        h("option", { value: column }, texts.oneColumn(column === "" ? texts.wholeRows : column, count)),
      ),
    );
    choice.value = this.column;
    choice.addEventListener("change", () => {
      this.column = choice.value;
      this.groups = GROUPS_AT_ONCE;
      this.draw();
      this.head.querySelector("select")?.focus();
    });
    return field(texts.column, choice);
  }

  private chosen(): ShownDifference[] {
    return this.all.filter(({ column }) => this.column === ALL || column === this.column);
  }

  private async take(shown: readonly ShownDifference[]): Promise<void> {
    const texts = differenceTexts();
    const [first] = shown;
    if (!first) return;
    await this.tell(this.port.takeDocuments(shown.map(({ difference }) => difference)), () => {
      if (shown.length > 1) return texts.appliedDocuments(shown.length);
      const { item, column } = first;
      return column === "" ? texts.differences.restoredRow(item) : texts.differences.usedDocumentValue(item, column);
    });
  }

  private async tell(work: Promise<void>, done: () => string | null = () => null): Promise<void> {
    try {
      await work;
      const said = done();
      if (said !== null) this.say(said);
    } catch (error) {
      this.say(this.port.describeError(error));
    }
  }

  /** Which of the shown rows has the focus; null where none has. */
  private focusedRow(): number | null {
    const rows = [...this.list.querySelectorAll("[data-difference]")];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    if (at >= 0) return at;
    // A button that takes a whole group, or all: its list goes on where it was.
    return this.element.contains(document.activeElement) ? 0 : null;
  }

  /** Moves the focus to the row that has taken another's place, so that a list can be worked off by the keyboard. */
  private focusRow(at: number): void {
    const buttons = [...this.list.querySelectorAll<HTMLElement>("[data-take]")];
    const next = buttons[Math.min(at, buttons.length - 1)] ?? this.head.querySelector<HTMLElement>("button");
    next?.focus();
  }
}
