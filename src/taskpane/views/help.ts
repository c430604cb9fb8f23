/** Help: tasks by role, and every function from its declaration, with a search and examples to insert. */
import { html, nothing, render, type TemplateResult } from "lit-html";
import { describeError } from "../../commands/errors";
import { showSample } from "../sample-sheet";
import { foldAccents } from "../../domain/text";
import { NAMESPACE } from "../../domain/namespace";
import { listSeparator, withSeparator, type ListSeparator } from "../../excel/insert-formula";
import { FUNCTIONS, shownAnswer, signature, type FunctionEntry } from "../../functions/catalogue";
import { guideAddress } from "../../functions/guide";
import { functionHelpTexts } from "../../i18n/function-help";
import { formulaTexts } from "../../i18n/formulas";
import { language } from "../../i18n/language";
import { paneTexts } from "../../i18n/pane";
import type { PaneActions } from "../pane-actions";
import { button, field, hint, valueOf } from "../templates";
import { taskGroup, tasksFound, type TaskGroup } from "./help-tasks";
import { insertInto } from "./insert";

/** Whether a function's help has every word that is searched for. */
function matches(entry: FunctionEntry, text: string): boolean {
  const texts = functionHelpTexts();
  const all = foldAccents(
    [
      signature(entry),
      texts.functions[entry.id],
      ...entry.arguments.map(({ help }) => texts.arguments[help]),
      ...entry.examples.map(({ formula }) => formula),
    ].join(" "),
  );
  return foldAccents(text)
    .split(/\s+/)
    .every((word) => all.includes(word));
}

/** Renders the view into its panel. */
export class HelpView {
  private search = "";
  private separator: ListSeparator = ",";

  constructor(
    private readonly panel: HTMLElement,
    private readonly pane: PaneActions,
  ) {
    this.render();
    listSeparator().then(
      (separator) => {
        this.separator = separator;
        this.render();
      },
      () => undefined,
    );
  }

  private get found(): readonly FunctionEntry[] {
    return FUNCTIONS.filter((entry) => matches(entry, this.search.trim()));
  }

  private get tasks(): TaskGroup[] {
    return tasksFound(this.search.trim());
  }

  private render(): void {
    const texts = paneTexts().help;
    const input = html`<input
      id="help-search"
      class="input"
      type="search"
      autocomplete="off"
      @input=${(event: Event) => this.show(valueOf(event))}
    />`;
    render(
      html`<p>
          <a href=${guideAddress(language(), "index")} target="_blank" rel="noopener">${texts.guide}</a>
        </p>
        <div>${button(formulaTexts().sample.press, () => this.showSample(), { name: "sample-sheet" })}</div>
        ${field("help-search", texts.search, input)} ${this.tasks.map((group) => taskGroup(this.pane, group))}
        <h3>${texts.functions}</h3>
        <p>${texts.intro}</p>
        ${hint(formulaTexts().insert.ranges)}
        <ul class="stack">
          ${this.found.map((entry) => this.functionHelp(entry))}
        </ul>`,
      this.panel,
    );
  }

  private show(search: string): void {
    this.search = search;
    this.render();
    if (search === "") return;
    const tasks = this.tasks.reduce((count, group) => count + group.tasks.length, 0);
    this.pane.announce(paneTexts().help.found(tasks + this.found.length));
  }

  private async showSample(): Promise<void> {
    try {
      await showSample();
    } catch (error) {
      this.pane.showNotice(describeError(error));
    }
  }

  private functionHelp(entry: FunctionEntry): TemplateResult {
    const { optional } = paneTexts().help;
    const help = functionHelpTexts();
    return html`<li class="stack tight">
      <h3><code>${signature(entry)}</code></h3>
      <p>${help.functions[entry.id]}.</p>
      <dl class="facts">
        ${entry.arguments.map(
          (argument) =>
            html`<dt>${argument.name}</dt>
              <dd>${help.arguments[argument.help]}${argument.optional ? ` (${optional})` : nothing}</dd>`,
        )}
      </dl>
      ${entry.examples.map((example) => this.example(example))}
    </li>`;
  }

  private example({ formula, answer }: FunctionEntry["examples"][number]): TemplateResult {
    const texts = paneTexts().help;
    const entered = `=${NAMESPACE}.${formula}`;
    const shown = withSeparator(entered, this.separator);
    const insert = button(formulaTexts().insert.press, () => insertInto(this.pane, entered), {
      kind: "subtle",
      ariaLabel: formulaTexts().insert.pressOf(shown),
    });
    return html`<p class="hint">
      ${texts.example} <code>${shown}</code> ${texts.answers}
      <code>${shownAnswer(answer, functionHelpTexts())}</code> ${insert}
    </p>`;
  }
}
