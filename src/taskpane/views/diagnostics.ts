/** Diagnostics: what this Excel can do, whether it takes the functions, and the last errors, ready to copy. */
import { paneTexts } from "../../i18n/pane";
import { differenceTexts } from "../../i18n/differences";
import { button, fill, h } from "../dom";
import type { DiagnosticsPort, PaneActions, WorkPort } from "../ports";
import { damageBox } from "./damage";

/** Builds the view into `panel`; `refresh` shows what is known now. */
export class DiagnosticsView {
  private readonly facts = h("dl", { className: "facts" });
  private readonly errors = h("pre", { className: "mono", tabIndex: 0 });

  constructor(
    panel: HTMLElement,
    private readonly port: DiagnosticsPort,
    private readonly work: Pick<WorkPort, "findings" | "repair">,
    private readonly hands: Pick<PaneActions, "announce" | "tell">,
  ) {
    const texts = paneTexts().diagnostics;
    const result = h("div", {});
    const tables = h("div", {});
    work.findings.on(({ damage }) => {
      const whole = h("p", {}, differenceTexts().damage.whole);
      fill(tables, damageBox(damage, () => this.repair()) ?? whole);
    });
    this.errors.setAttribute("role", "region");
    this.errors.setAttribute("aria-label", texts.errors);
    panel.append(
      h(
        "div",
        { className: "stack" },
        this.facts,
        h("h3", {}, differenceTexts().damage.tables),
        tables,
        h("h3", {}, texts.functions),
        h("p", { className: "hint" }, texts.selfTestHelp),
        h(
          "div",
          {},
          button(texts.selfTest, () => this.test(result)),
        ),
        result,
        h("h3", {}, texts.errors),
        this.errors,
        h(
          "div",
          {},
          button(texts.copy, () => this.copy()),
        ),
      ),
    );
  }

  /** Asks again for everything shown. */
  async refresh(): Promise<void> {
    const facts = await this.port.facts();
    fill(this.facts, ...facts.flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]));
    // What went wrong while looking stands among the last errors.
    await this.port.lookForDamage().catch(() => undefined);
    this.errors.textContent = this.port.errors().join("\n") || paneTexts().diagnostics.noErrors;
  }

  private async repair(): Promise<void> {
    await this.work.repair();
    await this.refresh();
  }

  private async test(result: HTMLElement): Promise<void> {
    const texts = paneTexts().diagnostics;
    fill(result, h("p", { className: "hint" }, texts.testing));
    const shown = await this.port.selfTest().then(
      (test) => ({
        tone: test.passed ? "good" : "bad",
        text: test.passed
          ? texts.passed(test.formula, test.shown)
          : texts.notPassed(test.formula, test.shown, test.expected),
      }),
      (error: unknown) => ({ tone: "bad", text: error instanceof Error ? error.message : String(error) }),
    );
    fill(result, h("p", { className: "note", "data-tone": shown.tone }, shown.text));
    this.hands.announce(shown.text);
    await this.refresh();
  }

  private async copy(): Promise<void> {
    const texts = paneTexts().diagnostics;
    const facts = await this.port.facts();
    const report = [...facts.map(([name, value]) => `${name}: ${value}`), "", ...this.port.errors()].join("\n");
    this.hands.tell((await this.port.copy(report)) ? texts.copied : texts.notCopied);
  }
}
