/** Import: chosen files, a preview of what was read from each and what was not, and only then the writing. */
import { formatDate } from "../../i18n/language";
import { paneTexts } from "../../i18n/pane";
import { button, fill, h } from "../dom";
import type { ImportPreview, WorkPort } from "../ports";

const TONES = { error: "bad", warning: "careful", info: "plain" } as const;

function problemList(preview: ImportPreview): HTMLElement {
  const texts = paneTexts().work;
  return h(
    "details",
    {},
    h("summary", {}, texts.problems(preview.problems.length)),
    h(
      "ul",
      { className: "stack tight" },
      ...preview.problems.map(({ place, severity, message }) =>
        h("li", { className: "note", "data-tone": TONES[severity] }, place === "" ? message : `${place}: ${message}`),
      ),
    ),
  );
}

function previewBox(preview: ImportPreview): HTMLElement {
  const texts = paneTexts().work;
  if (!preview.summary) {
    return h(
      "div",
      { className: "note stack tight", "data-tone": "bad" },
      h("h3", {}, texts.notRead(preview.name)),
      ...preview.problems.map((problem) => h("p", {}, problem.message)),
    );
  }
  const { title, date, tables } = preview.summary;
  return h(
    "div",
    { className: "note stack tight" },
    h("h3", {}, preview.name),
    h("p", {}, date === null ? title : `${title}, ${formatDate(date)}`),
    h(
      "ul",
      { className: "counts" },
      ...tables.map((table) => h("li", {}, h("span", {}, table.name), " ", h("span", {}, texts.rows(table.rows)))),
    ),
    preview.problems.length === 0 ? h("p", { className: "hint" }, texts.noProblems) : problemList(preview),
  );
}

/** The native control's own look differs from host to host; a button opens it and keeps its place in the tab order. */
function fileChooser(chosen: (files: File[]) => void): HTMLInputElement {
  const input = h("input", {
    type: "file",
    multiple: true,
    hidden: true,
    accept: ".txt,.docx,.xlsx,.csv,.tsv,.html,.htm,text/plain,text/csv,text/html",
  });
  input.addEventListener("change", () => {
    const files = [...(input.files ?? [])];
    input.value = "";
    if (files.length > 0) chosen(files);
  });
  return input;
}

/** The controls of the import: a button that opens the file chooser, and the place for previews. */
export function importControls(port: WorkPort, announce: (text: string) => void): HTMLElement[] {
  const texts = paneTexts().work;
  const previews = h("div", { className: "stack", hidden: true });
  const done = () => {
    fill(previews);
    previews.hidden = true;
  };
  const discard = () => button(texts.discard, done, { "data-action": "discard-import" });
  const preview = async (files: File[]) => {
    previews.hidden = false;
    fill(previews, h("p", { className: "hint" }, texts.reading(files.map((file) => file.name).join(", "))));
    const read = await port.preview(files);
    const write = button(texts.write, () => port.importPreviewed().then(done), {
      className: "button primary",
      "data-action": "write-import",
    });
    const readable = read.some((each) => each.summary !== null);
    fill(previews, ...read.map(previewBox), h("div", { className: "row" }, readable ? write : null, discard()));
    const said = read.map(({ name, summary, problems }) =>
      summary ? `${name}: ${texts.problems(problems.length)}` : `${texts.notRead(name)}: ${problems[0]?.message ?? ""}`,
    );
    announce(said.join(" "));
  };
  const input = fileChooser((files) => {
    preview(files).catch((error: unknown) => {
      const said = error instanceof Error ? error.message : String(error);
      fill(previews, h("p", { className: "note", "data-tone": "bad" }, said), h("div", {}, discard()));
      announce(said);
    });
  });
  return [
    h(
      "div",
      {},
      button(texts.choose, () => input.click()),
      input,
    ),
    previews,
  ];
}
