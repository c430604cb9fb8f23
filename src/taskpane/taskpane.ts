/** The pane's entry: waits for Office, builds the pane, then loads and starts the code that works on the workbook. */
import { html, nothing, render } from "lit-html";
import { describeError, noteError } from "../commands/errors";
import { language, setLanguage } from "../i18n/language";
import { paneTexts } from "../i18n/pane";
import { forgetReloads, mayReload, officeReadiness } from "./office-ready";
import { Pane } from "./pane";
import "./taskpane.css";
import { button } from "./templates";
import { applyTheme } from "./theme";

/** The mark at which the pane accepts input: `npm run bench` measures from the start of the page to it. */
const USABLE = "sg17-usable";

/** All code that works on the workbook; loaded after the first paint, since nothing of it can be used before Office is ready. */
const workbook = () => import(/* webpackChunkName: "workbook" */ "./start-workbook");

/** Resolves once the page has been painted; after a moment, where nothing is painted because the page is not visible. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 100);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}

function showStartProblem(root: HTMLElement, title: string, help: string): void {
  const problem = document.createElement("div");
  render(
    html`<main class="panel stack" role="alert">
      <h1>${title}</h1>
      ${help === "" ? nothing : html`<p>${help}</p>`}
      <div>${button(paneTexts().start.again, () => location.reload(), { kind: "primary" })}</div>
    </main>`,
    problem,
  );
  root.replaceChildren(problem);
}

/** Builds the pane in the language in use and shows it. */
function showPane(root: HTMLElement): Pane {
  const pane = new Pane();
  root.replaceChildren(pane.element);
  return pane;
}

async function startPane(root: HTMLElement): Promise<void> {
  // The pane is built while Office is still starting, in the language of the web view, which is Office's own nearly always. It accepts
  // no input before Office is ready.
  const stopTheme = applyTheme(document.documentElement, undefined);
  await setLanguage(navigator.language);
  root.inert = true;
  let pane = showPane(root);
  const readiness = await officeReadiness(() => Office.onReady());
  root.inert = false;
  const texts = paneTexts().start;
  if (readiness === "no host") return showStartProblem(root, texts.noHost, "");
  if (readiness === "no answer") {
    if (mayReload(sessionStorage)) location.reload();
    else showStartProblem(root, texts.noAnswer, texts.noAnswerHelp);
    return;
  }
  forgetReloads(sessionStorage);
  const guessed = language();
  await setLanguage(Office.context.displayLanguage, Office.context.contentLanguage);
  document.documentElement.lang = language();
  stopTheme();
  applyTheme(document.documentElement, Office.context.officeTheme);
  if (language() !== guessed) pane = showPane(root);
  performance.mark(USABLE);
  // The first paint comes before anything else is loaded and before the first request to Excel.
  await painted();
  const { followWorkbook } = await workbook();
  pane.begin().catch((error: unknown) => noteError("views", error));
  await followWorkbook(pane);
}

const root = document.getElementById("pane");
if (root) {
  startPane(root).catch((error: unknown) => {
    noteError("pane", error);
    root.inert = false;
    showStartProblem(root, paneTexts().start.failed, describeError(error));
    // Functions and guard do not need the pane.
    workbook()
      .then(({ ensureStarted }) => ensureStarted())
      .catch((cause: unknown) => noteError("start", cause));
  });
}
