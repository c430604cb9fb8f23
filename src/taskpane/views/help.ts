/** Help: every function, straight from its declaration, with a search and examples to insert. */
import { NAMESPACE } from "../../domain/namespace";
import { listSeparator, withSeparator, type ListSeparator } from "../../excel/insert-formula";
import { FUNCTIONS, type FunctionEntry } from "../../functions/catalogue";
import { formulaTexts } from "../../i18n/formulas";
import { paneTexts } from "../../i18n/pane";
import { button, field, replaceChildren, h } from "../dom";
import type { PaneActions } from "../pane-actions";
import { insertInto } from "./insert";

/** "STATUS(item, [date])" with its namespace. */
export function signature(entry: FunctionEntry): string {
  const names = entry.arguments.map((argument) => (argument.optional ? `[${argument.name}]` : argument.name));
  return `${NAMESPACE}.${entry.id}(${names.join(", ")})`;
}

type Insert = (formula: string) => Promise<void>;

function exampleLine({ formula, answer }: FunctionEntry["examples"][number], separator: ListSeparator, insert: Insert) {
  const texts = paneTexts().help;
  const entered = `=${NAMESPACE}.${formula}`;
  const shown = withSeparator(entered, separator);
  return h(
    "p",
    { className: "hint" },
    `${texts.example}: `,
    h("code", {}, shown),
    ` ${texts.answers} `,
    h("code", {}, typeof answer === "boolean" ? String(answer).toUpperCase() : String(answer)),
    " ",
    button(formulaTexts().insert.press, () => insert(entered), {
      className: "button subtle",
      "aria-label": formulaTexts().insert.pressOf(shown),
    }),
  );
}

function functionHelp(entry: FunctionEntry, separator: ListSeparator, insert: Insert): HTMLElement {
  const texts = paneTexts().help;
  return h(
    "li",
    { className: "stack tight" },
    h("h3", {}, h("code", {}, signature(entry))),
    h("p", {}, `${entry.help}.`),
    h(
      "dl",
      { className: "facts" },
      ...entry.arguments.flatMap((argument) => [
        h("dt", {}, argument.name),
        h("dd", {}, argument.optional ? `${argument.help} (${texts.optional})` : argument.help),
      ]),
    ),
    ...entry.examples.map((example) => exampleLine(example, separator, insert)),
  );
}

/** Whether a function's help has every word that is searched for. */
function matches(entry: FunctionEntry, text: string): boolean {
  const all = JSON.stringify(entry).toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}

/** Builds the view into `panel`. */
export function helpView(panel: HTMLElement, pane: PaneActions): void {
  const texts = paneTexts().help;
  const search = h("input", { type: "search", className: "input", autocomplete: "off" });
  const list = h("ul", { className: "stack" });
  let separator: ListSeparator = ",";
  const show = () => {
    const found = FUNCTIONS.filter((entry) => matches(entry, search.value.trim()));
    const insert: Insert = (formula) => insertInto(pane, formula);
    replaceChildren(list, ...found.map((entry: FunctionEntry) => functionHelp(entry, separator, insert)));
    if (search.value !== "") pane.announce(formulaTexts().insert.functionsFound(found.length));
  };
  search.addEventListener("input", show);
  panel.append(
    h(
      "div",
      { className: "stack" },
      h("p", {}, texts.intro),
      h("p", { className: "hint" }, formulaTexts().insert.ranges),
      field(formulaTexts().insert.search, search),
      list,
    ),
  );
  show();
  listSeparator().then(
    (own) => {
      separator = own;
      show();
    },
    () => undefined,
  );
}
