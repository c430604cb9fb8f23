/** Tasks: load, import, check and compare, with the progress of the running job and the outcome of the last one. */
import { html, nothing, render, type TemplateResult } from "lit-html";
import { check, compare, jobs, load, refreshFormulas, replace } from "../../commands/actions";
import type { JobOutcome, RunningJob } from "../../commands/job-runner";
import { reviewStore } from "../../commands/review-store";
import { countUnknownNames, onUnknownNames } from "../../excel/formula-errors";
import { currentProgramme } from "../../excel/programme-store";
import { differenceTexts } from "../../i18n/differences";
import { formulaTexts } from "../../i18n/formulas";
import { formatNumber } from "../../i18n/language";
import { paneTexts } from "../../i18n/pane";
import type { PaneActions } from "../pane-actions";
import { button, hint, type Content } from "../templates";
import { ConfirmButton } from "./confirm-button";
import { DifferencesView } from "./differences";
import { tableProblems } from "./table-problems";

const TONES = { done: "good", cancelled: "careful", failed: "bad" } as const;

/** Renders the tasks into an element of its own. */
export class TasksView {
  readonly element = document.createElement("div");
  private readonly differences: DifferencesView;
  private readonly replace = new ConfirmButton(replace, "subtle");

  /** @param importControls element of the import's controls */
  constructor(
    pane: Pick<PaneActions, "showNotice">,
    private readonly importControls: HTMLElement,
  ) {
    this.element.className = "stack";
    this.differences = new DifferencesView((text) => pane.showNotice(text));
    this.replace.show(differenceTexts().replace);
    jobs.on(() => this.render());
    reviewStore.on(() => this.render());
    onUnknownNames((count) => {
      this.render();
      if (count > 0) pane.showNotice(formulaTexts().refresh.unknownNames(count));
    });
  }

  /** Shows the tasks that the workbook now allows: comparing needs a loaded programme. */
  render(): void {
    const texts = paneTexts().work;
    const { tableProblems: problems } = reviewStore.get();
    const isLoaded = currentProgramme() !== null || problems.length > 0;
    const loadedOnly = html`${button(differenceTexts().differences.compare, compare)} ${this.replace.element}`;
    const { running, outcome } = jobs.get();
    render(
      html`<div>${running ? progressBox(running) : outcomeBox(outcome)}</div>
        <div>${tableProblems(problems)}</div>
        ${this.differences.element}
        ${taskCard(
          texts.loadTitle,
          texts.loadHelp,
          html`<div class="row">
            ${button(texts.load, load, { kind: "primary" })} ${isLoaded ? loadedOnly : nothing}
          </div>`,
        )}
        ${taskCard(texts.importTitle, texts.importHelp, this.importControls)}
        ${taskCard(texts.checkTitle, texts.checkHelp, html`<div>${button(texts.check, check)}</div>`)} ${formulasCard()}`,
      this.element,
    );
  }
}

function taskCard(title: string, help: string, controls: Content): TemplateResult {
  return html`<section class="card stack">
    <h2>${title}</h2>
    ${hint(help)} ${controls}
  </section>`;
}

/** Refresh formulas, with the number of those that show #NAME? once they are found. */
function formulasCard(): TemplateResult {
  const texts = formulaTexts().refresh;
  const count = countUnknownNames();
  const found = html`<p class="note" data-tone="careful">${texts.unknownNames(count)}</p>`;
  return taskCard(
    texts.title,
    texts.help,
    html`${count === 0 ? nothing : found}
      <div>${button(texts.press, refreshFormulas)}</div>`,
  );
}

function progressBox({ progress, cancelling }: RunningJob): TemplateResult {
  const texts = paneTexts().work;
  const { step, done, total } = progress;
  const name = step || texts.working;
  const bar =
    total > 0
      ? html`<progress aria-label=${name} max=${total} value=${done}></progress>`
      : html`<progress aria-label=${name}></progress>`;
  return html`<div class="note stack tight">
    <p>${cancelling ? texts.cancelling : name}</p>
    ${bar}
    <div class="row">
      ${
        total > 0 ? html`<span class="hint">${texts.progress(formatNumber(done), formatNumber(total))}</span>` : nothing
      }
      ${button(texts.cancel, () => jobs.cancel(), { disabled: cancelling })}
    </div>
  </div>`;
}

function outcomeBox(outcome: JobOutcome | null): Content {
  if (outcome === null) return nothing;
  const texts = paneTexts().work;
  const message = outcome.kind === "cancelled" ? texts.cancelled : outcome.message;
  const { details = [], undo } = outcome.kind === "done" ? outcome : {};
  const isImport = outcome.job === "import";
  const list = html`<ul>
    ${details.map((line) => html`<li class="hint">${line}</li>`)}
  </ul>`;
  return html`<div class="note stack tight" data-tone=${TONES[outcome.kind]}>
    <p>${message}</p>
    ${details.length === 0 ? nothing : list}
    <div class="row">
      ${undo && isImport ? button(texts.undoImport, undo) : nothing} ${button(texts.close, () => jobs.clear())}
    </div>
  </div>`;
}
