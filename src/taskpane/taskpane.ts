/** The pane's entry: waits for Office, puts up the pane, starts the workbook side behind it. */
import { lookForDamage } from "../commands/actions";
import { describeError, noteError } from "../commands/errors";
import { onViewRequested } from "../commands/views";
import { language, setLanguage } from "../programme/messages/language";
import { paneTexts } from "../programme/messages/pane";
import { calculateAskers } from "../workbook/freshness";
import { onSettingsChanged } from "../workbook/settings";
import { ensureStarted, onBackgroundError } from "../workbook/start";
import { button, fill, h } from "./dom";
import { forgetReloads, mayReload, officeReadiness } from "./office-ready";
import { Pane } from "./pane";
import { panePort } from "./port";
import "./taskpane.css";
import { followTheme } from "./theme";

function showStartProblem(root: HTMLElement, title: string, help: string): void {
  fill(
    root,
    h(
      "main",
      { className: "panel stack", role: "alert" },
      h("h1", {}, title),
      help === "" ? null : h("p", {}, help),
      h(
        "div",
        {},
        button(paneTexts().start.again, () => location.reload(), { className: "button primary" }),
      ),
    ),
  );
}

async function startPane(root: HTMLElement): Promise<void> {
  const texts = paneTexts().start;
  fill(root, h("main", { className: "panel" }, h("p", { className: "hint" }, texts.starting)));
  const readiness = await officeReadiness(() => Office.onReady());
  if (readiness === "no host") return showStartProblem(root, texts.noHost, "");
  if (readiness === "no answer") {
    if (mayReload(sessionStorage)) location.reload();
    else showStartProblem(root, texts.noAnswer, texts.noAnswerHelp);
    return;
  }
  forgetReloads(sessionStorage);
  setLanguage(Office.context.displayLanguage, Office.context.contentLanguage);
  document.documentElement.lang = language();
  followTheme(document.documentElement, Office.context.officeTheme);

  onBackgroundError((error) => noteError("background", error));
  // The meeting and the day chosen decide what may come next: cells that asked for that ask again.
  onSettingsChanged(() => {
    calculateAskers("all").catch((error: unknown) => noteError("settings", error));
  });
  const pane = new Pane(root, panePort());
  onViewRequested((view) => pane.open(view));
  await ensureStarted().catch((error: unknown) => {
    noteError("start", error);
    pane.announce(describeError(error));
  });
  // Last of all, and nobody waits for it; where it fails, Diagnostics look again.
  await lookForDamage().catch(() => undefined);
}

const root = document.getElementById("pane");
if (root) {
  startPane(root).catch((error: unknown) => {
    noteError("pane", error);
    showStartProblem(root, paneTexts().start.failed, describeError(error));
  });
}
