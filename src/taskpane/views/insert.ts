/** Insert formula: a function, its arguments chosen by clicking, what it answers, and Insert into the active cell. */
import { describeError } from "../../commands/errors";
import { listItems } from "../../domain/item-index";
import { FIELDS } from "../../domain/item-fields";
import { PROCESSES, STATUSES } from "../../domain/vocabulary";
import { insertFormula, listSeparator, withSeparator, type ListSeparator } from "../../excel/insert-formula";
import {
  ANNEX_CHOICES,
  FUNCTIONS,
  type ArgumentEntry,
  type FunctionEntry,
  type FunctionId,
} from "../../functions/catalogue";
import { preview } from "../../functions/preview";
import { programmeIndex } from "../../functions/programme-source";
import { formulaTexts } from "../../i18n/formulas";
import { paneTexts } from "../../i18n/pane";
import { button, field, replaceChildren, h } from "../dom";
import type { PaneActions } from "../pane-actions";
import { formulaOf, valuesOf, type Argument } from "./formula-text";

const FIRST: FunctionId = "TABLE";
const FIRST_COLUMNS: ReadonlySet<string> = new Set(["item", "status", "title", "timing"]);
const ROWS_SHOWN = 6;
const TYPING_PAUSE = 250;

interface Control {
  readonly element: HTMLElement;
  read(): Argument;
}

const textOrNull = (text: string): Argument => (text.trim() === "" ? null : { text: text.trim() });

function select(label: string, options: readonly string[], change: () => void): Control {
  const { any } = formulaTexts().insert;
  const choices = ["", ...options].map((value) => h("option", { value }, value === "" ? any : value));
  const element = h("select", { className: "input", onChange: change }, ...choices);
  return { element: field(label, element), read: () => textOrNull(element.value) };
}

function input(label: string, type: "text" | "date", change: () => void): Control {
  const element = h("input", { type, className: "input", autocomplete: "off" });
  element.addEventListener("input", change);
  return {
    element: field(label, element),
    read: () => (type === "date" && element.value !== "" ? { date: element.value } : textOrNull(element.value)),
  };
}

/** Several of a list of words, each with a box to tick. */
function boxes(
  label: string,
  words: readonly string[],
  ticked: (word: string) => boolean,
  change: () => void,
): Control {
  const inputs = words.map((value) =>
    h("input", { type: "checkbox", value, checked: ticked(value), onChange: change }),
  );
  const lines = inputs.map((box) => h("label", { className: "check" }, box, ` ${box.value}`));
  return {
    element: h("fieldset", { className: "stack tight" }, h("legend", {}, label), ...lines),
    read: () =>
      textOrNull(
        inputs
          .filter(({ checked }) => checked)
          .map(({ value }) => value)
          .join(", "),
      ),
  };
}

/** Builds the view into a panel. */
export class InsertView {
  private readonly form = h("div", { className: "stack" });
  private readonly formula = h("code", {});
  private readonly result = h("div", { className: "preview", tabIndex: 0, role: "region" });
  private readonly choice: HTMLSelectElement;
  private controls: Control[] = [];
  private separator: ListSeparator = ",";
  private questions: readonly string[] = [];
  private turn = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    panel: HTMLElement,
    private readonly pane: Pick<PaneActions, "showNotice">,
  ) {
    const texts = formulaTexts().insert;
    const options = FUNCTIONS.map(({ id, help }) =>
      h("option", { value: id, selected: id === FIRST }, `${id}: ${help}`),
    );
    this.choice = h("select", { className: "input", onChange: () => this.choose() }, ...options);
    this.result.setAttribute("aria-label", texts.result);
    panel.append(
      h("p", { className: "hint" }, texts.help),
      field(texts.function, this.choice),
      this.form,
      h("p", {}, this.formula),
      this.result,
      h(
        "div",
        {},
        button(texts.press, () => this.insert(), { className: "button primary" }),
      ),
    );
    void this.begin();
  }

  private async begin(): Promise<void> {
    try {
      [this.separator, this.questions] = await Promise.all([listSeparator(), questionsInUse()]);
    } catch (error) {
      this.pane.showNotice(describeError(error));
    }
    this.choose();
  }

  private get entry(): FunctionEntry & { id: FunctionId } {
    return FUNCTIONS.find(({ id }) => id === this.choice.value) ?? FUNCTIONS[0];
  }

  private choose(): void {
    this.controls = this.entry.arguments.map((argument) => this.control(argument));
    replaceChildren(this.form, ...this.controls.map(({ element }) => element));
    this.show();
  }

  private control({ name, kind, help, optional }: ArgumentEntry): Control {
    const label = optional ? `${name} (${paneTexts().help.optional})` : name;
    const change = () => this.show();
    switch (kind) {
      case "columns": {
        const first = (header: string) => FIELDS.some((each) => each.header === header && FIRST_COLUMNS.has(each.id));
        return boxes(
          label,
          FIELDS.map(({ header }) => header),
          first,
          change,
        );
      }
      case "statuses":
        return boxes(label, STATUSES, () => false, change);
      case "status":
        return select(label, STATUSES, change);
      case "process":
        return select(label, PROCESSES, change);
      case "question":
        return select(label, this.questions, change);
      case "annex":
        return select(label, ANNEX_CHOICES.values, change);
      default:
        return input(`${label}: ${help}`, kind === "date" ? "date" : "text", change);
    }
  }

  private show(): void {
    const given = this.controls.map((control) => control.read());
    this.formula.textContent = withSeparator(formulaOf(this.entry.id, given), this.separator);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.showResult(given), TYPING_PAUSE);
  }

  private async showResult(given: readonly Argument[]): Promise<void> {
    this.turn += 1;
    const turn = this.turn;
    const { id } = this.entry;
    const answer = await programmeIndex()
      .then((index) => preview(index, id, valuesOf(given)))
      .catch((error: unknown) => ({ problem: describeError(error) }));
    // Another choice was made meanwhile.
    if (turn !== this.turn) return;
    if ("problem" in answer) {
      replaceChildren(this.result, h("p", { className: "hint" }, answer.problem));
      return;
    }
    const more = answer.rows.length - ROWS_SHOWN;
    const rows = answer.rows.slice(0, ROWS_SHOWN).map((row) => h("tr", {}, ...row.map((cell) => h("td", {}, cell))));
    replaceChildren(
      this.result,
      h("table", {}, h("tbody", {}, ...rows)),
      more > 0 ? h("p", { className: "hint" }, formulaTexts().insert.more(more)) : null,
    );
  }

  private insert(): Promise<void> {
    return insertInto(
      this.pane,
      formulaOf(
        this.entry.id,
        this.controls.map((control) => control.read()),
      ),
    );
  }
}

/** Enters a formula into the active cell and shows its address, or why it cannot be written. */
export async function insertInto(pane: Pick<PaneActions, "showNotice">, formula: string): Promise<void> {
  const texts = formulaTexts().insert;
  try {
    pane.showNotice(texts.inserted(await insertFormula(formula)));
  } catch (error) {
    pane.showNotice(describeError(error));
  }
}

/** The Questions of the programme's items, in their order. */
async function questionsInUse(): Promise<readonly string[]> {
  const items = listItems(await programmeIndex(), {});
  const questions = new Set(items.flatMap(({ question }) => question ?? []));
  return [...questions].sort((left, right) => parseInt(left, 10) - parseInt(right, 10));
}
