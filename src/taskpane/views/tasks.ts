/** Work: load, import, check and the other jobs, with the progress of the one under way and what came of the last. */
import type { ActivityState, JobOutcome } from "../../commands/job-runner";
import { formatNumber } from "../../i18n/language";
import { paneTexts } from "../../i18n/pane";
import { formulaTexts } from "../../i18n/formulas";
import { differenceTexts } from "../../i18n/differences";
import { button, fill, h } from "../dom";
import type { PaneActions, WorkPort } from "../ports";
import { confirmed } from "./confirm-button";
import { damageBox } from "./damage";
import { DifferencesView } from "./differences";
import { importControls } from "./import-card";

function jobCard(title: string, help: string, ...controls: HTMLElement[]): HTMLElement {
  return h(
    "section",
    { className: "card stack" },
    h("h2", {}, title),
    h("p", { className: "hint" }, help),
    ...controls,
  );
}

/** Refresh formulas; how many show #NAME? is told once they are found, wherever the pane is open. */
function formulasCard(port: WorkPort, tell: PaneActions["tell"]): HTMLElement {
  const texts = formulaTexts().refresh;
  const found = h("p", { className: "note", "data-tone": "careful", hidden: true });
  port.onUnknownNames((count) => {
    found.hidden = count === 0;
    found.textContent = count === 0 ? "" : texts.unknownNames(count);
    if (count > 0) tell(texts.unknownNames(count));
  });
  const refresh = button(texts.press, () => port.refreshFormulas());
  return jobCard(texts.title, texts.help, found, h("div", {}, refresh));
}

/** The running job with its bar and Cancel, or the outcome of the last one. */
function activityBox(state: ActivityState, port: WorkPort): HTMLElement | null {
  const texts = paneTexts().work;
  if (state.running) {
    const { progress, cancelling } = state.running;
    const bar = h("progress", { "aria-label": progress.step || texts.working });
    if (progress.total > 0) {
      bar.max = progress.total;
      bar.value = progress.done;
    }
    return h(
      "div",
      { className: "note stack tight" },
      h("p", {}, cancelling ? texts.cancelling : progress.step || texts.working),
      bar,
      h(
        "div",
        { className: "row" },
        progress.total > 0
          ? h("span", { className: "hint" }, texts.progress(formatNumber(progress.done), formatNumber(progress.total)))
          : null,
        button(texts.cancel, () => port.activity.cancel(), { disabled: cancelling }),
      ),
    );
  }
  return state.outcome === null ? null : outcomeBox(state.outcome, port);
}

function outcomeBox(outcome: JobOutcome, port: WorkPort): HTMLElement {
  const texts = paneTexts().work;
  const tone = { done: "good", cancelled: "careful", failed: "bad" }[outcome.kind];
  const message = outcome.kind === "cancelled" ? texts.cancelled : outcome.message;
  const details = outcome.kind === "done" ? outcome.details : [];
  return h(
    "div",
    { className: "note stack tight", "data-tone": tone },
    h("p", {}, message),
    details.length === 0 ? null : h("ul", {}, ...details.map((line) => h("li", { className: "hint" }, line))),
    h(
      "div",
      { className: "row" },
      button(texts.close, () => port.activity.clear()),
    ),
  );
}

/**
 * Builds the view into `panel`.
 * @returns to be called when the programme has changed: what needs one is offered once there is one
 */
export function workView(
  panel: HTMLElement,
  port: WorkPort,
  hands: Pick<PaneActions, "announce" | "tell">,
): () => void {
  const texts = paneTexts().work;
  const status = h("div", {});
  port.activity.on((state) => fill(status, activityBox(state, port)));
  const damage = h("div", {});
  let damaged = false;
  port.findings.on((found) => {
    damaged = found.damage.length > 0;
    fill(
      damage,
      damageBox(found.damage, () => port.repair()),
    );
  });
  const differences = new DifferencesView(port, hands.tell);
  const load = button(texts.load, () => port.load(), { className: "button primary" });
  const compare = button(differenceTexts().differences.compare, () => port.compare());
  const replace = confirmed(differenceTexts().replace, () => port.replace(), "button subtle");
  const check = button(texts.check, () => port.check());
  panel.append(
    h(
      "div",
      { className: "stack" },
      status,
      damage,
      differences.element,
      jobCard(texts.loadTitle, texts.loadHelp, h("div", { className: "row" }, load, compare, replace)),
      jobCard(texts.importTitle, texts.importHelp, ...importControls(port, hands.announce)),
      jobCard(texts.checkTitle, texts.checkHelp, h("div", {}, check)),
      formulasCard(port, hands.tell),
    ),
  );
  const offer = () => {
    compare.hidden = replace.hidden = !port.isLoaded() && !damaged;
  };
  offer();
  return offer;
}
