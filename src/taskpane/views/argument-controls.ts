/** The control of each argument of a function, by its kind, and what is entered in it as an argument. */
import { html, nothing, type TemplateResult } from "lit-html";
import { FIELDS, headerOfField } from "../../domain/item-fields";
import { PROCESSES, STATUSES } from "../../domain/vocabulary";
import { ANNEX_CHOICES, type ArgumentEntry, type ArgumentKind } from "../../functions/catalogue";
import { formulaTexts } from "../../i18n/formulas";
import { paneTexts } from "../../i18n/pane";
import { field, options, valueOf, type Choice } from "../templates";
import type { Argument } from "./formula-text";

/** What is entered in a control; several words where they are ticked, in the order of the clicks. */
export type Entered = string | readonly string[];

/** Words to choose from that depend on the programme. */
export interface ProgrammeChoices {
  readonly questions: readonly Choice[];
  readonly meetings: readonly string[];
  /** Names of items that match what is entered. */
  readonly items: readonly string[];
}

const FIRST_COLUMNS = ["item", "title", "status", "timing"] as const;
const HEADERS = FIELDS.map(({ header }) => header);

/** What a control holds at first. */
export function initially(kind: ArgumentKind): Entered {
  if (kind === "columns") return FIRST_COLUMNS.map(headerOfField);
  return kind === "statuses" ? [] : "";
}

/** The argument that is entered; null for nothing. */
export function argumentOf(kind: ArgumentKind, entered: Entered): Argument {
  const text = (typeof entered === "string" ? entered : entered.join(", ")).trim();
  if (text === "") return null;
  return kind === "date" ? { date: text } : { text };
}

const statusChoices = (): Choice[] => STATUSES.map((value) => ({ value, label: paneTexts().status(value) }));
const asChoices = (words: readonly string[]): Choice[] => words.map((value) => ({ value, label: value }));

/** The words of a select; null for an argument that is typed. */
function wordsOf(kind: ArgumentKind, { questions, meetings }: ProgrammeChoices): readonly Choice[] | null {
  switch (kind) {
    case "status":
      return statusChoices();
    case "process":
      return asChoices(PROCESSES);
    case "question":
      return questions;
    case "meeting":
      return asChoices(meetings);
    case "annex":
      return asChoices(ANNEX_CHOICES.values);
    default:
      return null;
  }
}

/** A control with its label and the argument's help. */
export function argumentControl(
  { name, kind, help, optional }: ArgumentEntry,
  entered: Entered,
  choices: ProgrammeChoices,
  change: (entered: Entered) => void,
): TemplateResult {
  const id = `argument-${name}`;
  const label = optional ? `${name} (${paneTexts().help.optional})` : name;
  if (typeof entered !== "string")
    return boxes(label, kind === "columns" ? asChoices(HEADERS) : statusChoices(), entered, change);
  const words = wordsOf(kind, choices);
  const input = (event: Event) => change(valueOf(event));
  if (words !== null) {
    const all = [{ value: "", label: formulaTexts().insert.any }, ...words];
    const select = html`<select id=${id} class="input" aria-describedby="${id}-hint" @change=${input}>
      ${options(all, entered)}
    </select>`;
    return field(id, label, select, help);
  }
  const control = html`<input
      id=${id}
      class="input"
      type=${kind === "date" ? "date" : "text"}
      list=${kind === "item" ? `${id}-list` : nothing}
      autocomplete="off"
      aria-describedby="${id}-hint"
      .value=${entered}
      @input=${input}
    />${kind === "item" ? html`<datalist id="${id}-list">${options(asChoices(choices.items), "")}</datalist>` : nothing}`;
  return field(id, label, control, help);
}

/** Several words of a list, each with a box to tick. */
function boxes(
  label: string,
  words: readonly Choice[],
  ticked: readonly string[],
  change: (ticked: readonly string[]) => void,
): TemplateResult {
  const toggle = (word: string) => () =>
    change(ticked.includes(word) ? ticked.filter((each) => each !== word) : [...ticked, word]);
  return html`<fieldset>
    <legend>${label}</legend>
    <div class="row">
      ${words.map(
        (word) =>
          html`<label class="choice">
            <input
              type="checkbox"
              value=${word.value}
              .checked=${ticked.includes(word.value)}
              @change=${toggle(word.value)}
            />
            <span>${word.label}</span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}
