/** Diagnostics: what this Excel supports, whether it accepts the functions, and the last errors, ready to copy. */
import { html, nothing, render } from "lit-html";
import { findTableProblems } from "../../commands/actions";
import { describeError, lastErrors } from "../../commands/errors";
import { reviewStore } from "../../commands/review-store";
import { differenceTexts } from "../../i18n/differences";
import { paneTexts } from "../../i18n/pane";
import { diagnosticFacts, testFunctions } from "../diagnostics";
import type { PaneActions } from "../pane-actions";
import { button, hint, type Content } from "../templates";
import { tableProblems } from "./table-problems";

/** Renders the diagnostics into its panel; `refresh` collects them. */
export class DiagnosticsView {
  private facts: readonly [string, string][] = [];
  private errors: readonly string[] = [];
  /** The result of the self-test; "testing" while it runs. */
  private test: { tone: "good" | "bad"; text: string } | "testing" | null = null;

  constructor(
    private readonly panel: HTMLElement,
    private readonly pane: Pick<PaneActions, "announce" | "showNotice">,
  ) {
    reviewStore.on(() => this.render());
  }

  /** Collects everything shown again. */
  async refresh(): Promise<void> {
    this.facts = await diagnosticFacts();
    // An error of this is among the last errors.
    await findTableProblems().catch(() => undefined);
    this.errors = [...lastErrors()];
    this.render();
  }

  private render(): void {
    const texts = paneTexts().diagnostics;
    const tableTexts = differenceTexts().tableProblems;
    const problems = tableProblems(reviewStore.get().tableProblems, () => this.refresh());
    render(
      html`<div class="stack">
        <dl class="facts">
          ${this.facts.map(
            ([name, value]) =>
              html`<dt>${name}</dt>
                <dd>${value}</dd>`,
          )}
        </dl>
        <h3>${tableTexts.tables}</h3>
        <div>${problems === nothing ? html`<p>${tableTexts.whole}</p>` : problems}</div>
        <h3>${texts.functions}</h3>
        ${hint(texts.selfTestHelp)}
        <div>${button(texts.selfTest, () => this.runTest())}</div>
        <div>${this.testResult()}</div>
        <h3>${texts.errors}</h3>
        <pre
          class="mono"
          tabindex="0"
          role="region"
          aria-label=${texts.errors}
          .textContent=${this.errors.join("\n") || texts.noErrors}
        ></pre>
        <div>${button(texts.copy, () => this.copy())}</div>
      </div>`,
      this.panel,
    );
  }

  private testResult(): Content {
    if (this.test === null) return nothing;
    if (this.test === "testing") return hint(paneTexts().diagnostics.testing);
    return html`<p class="note" data-tone=${this.test.tone}>${this.test.text}</p>`;
  }

  private async runTest(): Promise<void> {
    const texts = paneTexts().diagnostics;
    this.test = "testing";
    this.render();
    try {
      const { passed, formula, shown, expected } = await testFunctions();
      this.test = passed
        ? { tone: "good", text: texts.passed(formula, shown) }
        : { tone: "bad", text: texts.notPassed(formula, shown, expected) };
    } catch (error) {
      this.test = { tone: "bad", text: describeError(error) };
    }
    this.render();
    this.pane.announce(this.test.text);
    await this.refresh();
  }

  private async copy(): Promise<void> {
    const texts = paneTexts().diagnostics;
    const report = [...this.facts.map(([name, value]) => `${name}: ${value}`), "", ...this.errors].join("\n");
    const copied = await navigator.clipboard.writeText(report).then(
      () => true,
      () => false,
    );
    this.pane.showNotice(copied ? texts.copied : texts.notCopied);
  }
}
