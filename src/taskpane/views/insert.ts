/** Insert formula: a function, its arguments chosen by clicking, what it answers, and Insert into the active cell. */
import { html, nothing, render, type TemplateResult } from "lit-html";
import { describeError } from "../../commands/errors";
import { EVERY_GROUP, listItems, type ProgrammeIndex } from "../../domain/item-index";
import { itemName } from "../../domain/item-name";
import { insertFormula, listSeparator, withSeparator, type ListSeparator } from "../../excel/insert-formula";
import { currentDate } from "../../excel/current-date";
import { onProgrammeChanged } from "../../excel/programme-store";
import {
  FUNCTIONS,
  type ArgumentEntry,
  type ArgumentKind,
  type FunctionEntry,
  type FunctionId,
} from "../../functions/catalogue";
import { preview, type Preview } from "../../functions/preview";
import { programmeIndex } from "../../functions/programme-source";
import { functionHelpTexts } from "../../i18n/function-help";
import { formulaTexts } from "../../i18n/formulas";
import type { PaneActions } from "../pane-actions";
import { button, field, hint, options, valueOf, type Content } from "../templates";
import { argumentControl, argumentOf, initially, type Entered, type ProgrammeChoices } from "./argument-controls";
import { formulaOf, valuesOf, type Argument } from "./formula-text";

const FIRST: FunctionId = "TABLE";
const ROWS_SHOWN = 6;
const ITEMS_OFFERED = 8;
const TYPING_PAUSE = 250;

/** Renders the view into its panel. */
export class InsertView {
  private id: FunctionId = FIRST;
  private readonly entered = new Map<ArgumentKind, Entered>();
  private choices: ProgrammeChoices = { questions: [], meetings: [], items: [] };
  private separator: ListSeparator = ",";
  private answer: Preview | null = null;
  private turn = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly panel: HTMLElement,
    private readonly pane: Pick<PaneActions, "showNotice">,
  ) {
    onProgrammeChanged(() => this.scheduleAnswer());
    this.render();
    void this.begin();
  }

  private async begin(): Promise<void> {
    try {
      this.separator = await listSeparator();
    } catch (error) {
      this.pane.showNotice(describeError(error));
    }
    this.render();
    await this.showAnswer();
  }

  private get entry(): FunctionEntry & { id: FunctionId } {
    return FUNCTIONS.find(({ id }) => id === this.id) ?? FUNCTIONS[0];
  }

  /** Kept by kind, so that a Question or an item stays when another function is chosen. */
  private enteredIn({ kind }: ArgumentEntry): Entered {
    return this.entered.get(kind) ?? initially(kind);
  }

  private get given(): Argument[] {
    return this.entry.arguments.map((argument) => argumentOf(argument.kind, this.enteredIn(argument)));
  }

  private get formula(): string {
    return formulaOf(this.id, this.given);
  }

  private render(): void {
    const texts = formulaTexts().insert;
    const help = functionHelpTexts().functions;
    const functions = FUNCTIONS.map(({ id }) => ({ value: id, label: `${id}: ${help[id]}` }));
    const choose = (event: Event) => this.choose(valueOf(event));
    const select = html`<select
      id="insert-function"
      class="input"
      aria-describedby="insert-function-hint"
      @change=${choose}
    >
      ${options(functions, this.id)}
    </select>`;
    render(
      html`${hint(texts.help)} ${field("insert-function", texts.function, select, help[this.id])}
        ${this.entry.arguments.map((argument) => this.control(argument))}
        <p><code>${withSeparator(this.formula, this.separator)}</code></p>
        <div class="preview" tabindex="0" role="region" aria-label=${texts.result}>${this.answerBox()}</div>
        <div>${button(texts.press, () => insertInto(this.pane, this.formula), { kind: "primary" })}</div>`,
      this.panel,
    );
  }

  private control(argument: ArgumentEntry): TemplateResult {
    return argumentControl(argument, this.enteredIn(argument), this.choices, (entered) => {
      this.entered.set(argument.kind, entered);
      this.render();
      this.scheduleAnswer();
    });
  }

  private answerBox(): Content {
    if (this.answer === null) return nothing;
    if ("problem" in this.answer) return hint(this.answer.problem);
    const { rows } = this.answer;
    const more = rows.length - ROWS_SHOWN;
    const cells = (row: readonly string[]) => row.map((cell) => html`<td title=${cell}>${cell}</td>`);
    return html`<table>
        <tbody>
          ${rows.slice(0, ROWS_SHOWN).map(
            (row) =>
              html`<tr>
                ${cells(row)}
              </tr>`,
          )}
        </tbody>
      </table>
      ${more > 0 ? hint(formulaTexts().insert.more(more)) : nothing}`;
  }

  private choose(id: string): void {
    this.id = FUNCTIONS.find((entry) => entry.id === id)?.id ?? FIRST;
    this.answer = null;
    this.render();
    this.scheduleAnswer();
  }

  private scheduleAnswer(): void {
    clearTimeout(this.timer);
    if (this.panel.closest("details")?.open !== false)
      this.timer = setTimeout(() => void this.showAnswer(), TYPING_PAUSE);
  }

  private async showAnswer(): Promise<void> {
    this.turn += 1;
    const { turn, id, given } = this;
    try {
      const index = await programmeIndex();
      const choices = await choicesFor(index, String(this.entered.get("item") ?? ""));
      const answer = await preview(index, id, valuesOf(given));
      if (turn === this.turn) [this.choices, this.answer] = [choices, answer];
    } catch (error) {
      if (turn === this.turn) this.answer = { problem: describeError(error) };
    }
    // Otherwise another choice was made meanwhile.
    if (turn === this.turn) this.render();
  }
}

/** The Questions of the programme's items, its meetings, and the items that a text describes. */
async function choicesFor(index: ProgrammeIndex, item: string): Promise<ProgrammeChoices> {
  const questions = new Set(listItems(index, {}).flatMap(({ question }) => question ?? []));
  const inOrder = [...questions].sort((left, right) => parseInt(left, 10) - parseInt(right, 10));
  const { searchItems } = await import(/* webpackChunkName: "search" */ "../../domain/item-index/search");
  return {
    questions: [
      ...inOrder.map((value) => ({ value, label: value })),
      { value: EVERY_GROUP, label: formulaTexts().insert.everyGroup },
    ],
    meetings: index.programme.meetings.map(({ id }) => id).filter((id) => /^\d{4}-\d{2}$/.test(id)),
    items: searchItems(index, item, { everyGroup: true, today: currentDate() }).slice(0, ITEMS_OFFERED).map(itemName),
  };
}

/** Enters a formula into the active cell and shows its address, or why it cannot be written. */
export async function insertInto(pane: Pick<PaneActions, "showNotice">, formula: string): Promise<void> {
  try {
    pane.showNotice(formulaTexts().insert.inserted(await insertFormula(formula)));
  } catch (error) {
    pane.showNotice(describeError(error));
  }
}
