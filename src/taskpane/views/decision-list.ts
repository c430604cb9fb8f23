/** The rows of a list of decisions, as on its sheet: what is filled here is written there. */
import { html, nothing, type TemplateResult } from "lit-html";
import { describeError } from "../../commands/errors";
import { filled, type DecisionCells, type DecisionFieldId, type DecisionResult } from "../../domain/decisions";
import { choicesOf, fillRow, type ReviewedList } from "../../excel/decisions";
import { decisionTexts, resultText } from "../../i18n/decisions";
import { paneTexts } from "../../i18n/pane";
import { field, options, valueOf } from "../templates";

const TONES: Record<DecisionResult["outcome"], string> = {
  blank: "",
  accepted: "good",
  entered: "good",
  refused: "bad",
};

/** The columns that can be filled in the pane besides the decision. */
const FILLABLE = ["number", "text", "a5", "timing", "note"] as const satisfies readonly DecisionFieldId[];

/** The list: a row for each text, by section. */
export function decisionList({ list, results }: ReviewedList, showNotice: (text: string) => void): TemplateResult {
  const rows = list.rows.flatMap((cells, row) => (filled(cells, "item") === "" ? [] : [{ cells, row }]));
  const sections = [...new Set(rows.map(({ cells }) => filled(cells, "section")))];
  const fill: RowContext["fill"] = (row, id) => (event) => {
    fillRow(list, row, { [id]: valueOf(event) }).catch((error: unknown) => showNotice(describeError(error)));
  };
  const inSection = (section: string) => rows.filter(({ cells }) => filled(cells, "section") === section);
  return html`<details>
    <summary>${decisionTexts().pane.list(rows.length)}</summary>
    ${sections.map(
      (section) =>
        html`<section class="stack tight">
          ${section === "" ? nothing : html`<h3>${section}</h3>`}
          <ul>
            ${inSection(section).map(({ cells, row }) =>
              listRow(cells, { row, choices: choicesOf(list, row), result: results[row], fill }),
            )}
          </ul>
        </section>`,
    )}
  </details>`;
}

interface RowContext {
  row: number;
  choices: readonly string[];
  result: DecisionResult | undefined;
  /** Returns the listener that writes what was filled in a column. */
  fill: (row: number, id: DecisionFieldId) => (event: Event) => void;
}

function listRow(cells: DecisionCells, { row, choices, result, fill }: RowContext): TemplateResult {
  const texts = decisionTexts().pane;
  const [item, decision] = [filled(cells, "item"), filled(cells, "decision")];
  const offered = decision === "" || choices.includes(decision) ? choices : [decision, ...choices];
  const choicesOfRow = [{ value: "", label: texts.undecided }, ...offered.map((value) => ({ value, label: value }))];
  const outcome = result === undefined ? "" : resultText(result);
  return html`<li class="stack tight">
    <div class="row"><strong>${item}</strong><span class="hint">${filled(cells, "now")}</span></div>
    <div class="hint">${filled(cells, "title")}</div>
    <select class="input" aria-label=${texts.decisionOn(item)} @change=${fill(row, "decision")}>
      ${options(choicesOfRow, decision)}
    </select>
    <details>
      <summary>${texts.details}</summary>
      ${FILLABLE.map((id) => field(`decision-${String(row)}-${id}`, labelOf(id), input(cells, row, id, fill)))}
    </details>
    ${outcome === "" ? nothing : html`<p class="note" data-tone=${TONES[result?.outcome ?? "blank"]}>${outcome}</p>`}
  </li>`;
}

function labelOf(id: (typeof FILLABLE)[number]): string {
  const { fields } = paneTexts().item;
  return id === "number" || id === "note" ? decisionTexts().pane.fields[id] : fields[id];
}

function input(cells: DecisionCells, row: number, id: DecisionFieldId, fill: RowContext["fill"]): TemplateResult {
  return html`<input
    id="decision-${String(row)}-${id}"
    class="input"
    .value=${filled(cells, id)}
    @change=${fill(row, id)}
  />`;
}
