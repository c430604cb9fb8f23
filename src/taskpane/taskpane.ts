/** The pane's entry: waits for Office, puts up the pane, brings and starts the workbook side behind it. */
import { describeError, noteError } from "../commands/errors";
import { language, setLanguage } from "../i18n/language";
import { paneTexts } from "../i18n/pane";
import { button, fill, h } from "./dom";
import { forgetReloads, mayReload, officeReadiness } from "./office-ready";
import { Pane } from "./pane";
import "./taskpane.css";
import { followTheme } from "./theme";

/** The mark at which the pane takes input: Diagnostics and `npm run bench` count from the page's beginning to it. */
const USABLE = "sg17-usable";

/** All that works on the workbook: what nobody can use before Office has come is not to slow its coming down. */
const workbookSide = () => import(/* webpackChunkName: "workbook" */ "./start-workbook");

/** Resolves once what stands on the page has been painted; soon, where nothing is painted because nobody sees the page. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 100);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}

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
  // The pane is made while Office is still starting, in the language that the web view speaks, which is Office's own nearly always;
  // nobody can press anything in it before Office has come.
  const stopFollowing = followTheme(document.documentElement, undefined);
  await setLanguage(navigator.language);
  root.inert = true;
  const port = async () => (await workbookSide()).port;
  let pane = new Pane(root, port);
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
  stopFollowing();
  followTheme(document.documentElement, Office.context.officeTheme);
  if (language() !== guessed) pane = new Pane(root, port);
  performance.mark(USABLE);
  // What is painted by now is what people wait for; the rest comes behind it, and Excel is kept busy only then.
  await painted();
  await (await workbookSide()).work(pane);
}

const root = document.getElementById("pane");
if (root) {
  startPane(root).catch((error: unknown) => {
    noteError("pane", error);
    root.inert = false;
    showStartProblem(root, paneTexts().start.failed, describeError(error));
    // Functions and guard do not need the pane.
    workbookSide()
      .then(({ ensureStarted }) => ensureStarted())
      .catch((cause: unknown) => noteError("start", cause));
  });
}
