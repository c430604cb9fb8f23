/** Help: every function, straight from its declaration. */
import { FUNCTIONS, type FunctionEntry } from "../../functions/catalogue";
import { NAMESPACE } from "../../domain/namespace";
import { paneTexts } from "../../i18n/pane";
import { h } from "../dom";

/** "STATUS(item, [date])" with its namespace. */
export function signature(entry: FunctionEntry): string {
  const names = entry.arguments.map((argument) => (argument.optional ? `[${argument.name}]` : argument.name));
  return `${NAMESPACE}.${entry.id}(${names.join(", ")})`;
}

function functionHelp(entry: FunctionEntry): HTMLElement {
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
    ...entry.examples.map((example) =>
      h(
        "p",
        { className: "hint" },
        `${texts.example}: `,
        h("code", {}, `=${NAMESPACE}.${example.formula}`),
        ` ${texts.answers} `,
        h("code", {}, String(example.answer).toLocaleUpperCase() === "FALSE" ? "FALSE" : String(example.answer)),
      ),
    ),
  );
}

/** Builds the view into `panel`. */
export function helpView(panel: HTMLElement): void {
  const texts = paneTexts().help;
  panel.append(
    h(
      "div",
      { className: "stack" },
      h("p", {}, texts.intro),
      h("p", { className: "hint" }, texts.separator),
      h("ul", { className: "stack" }, ...FUNCTIONS.map((entry: FunctionEntry) => functionHelp(entry))),
    ),
  );
}
