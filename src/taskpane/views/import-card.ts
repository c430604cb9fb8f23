/** Import: documents chosen, dropped or pasted, a preview of what they would change, and only then the writing. */
import { importDocuments } from "../../commands/actions";
import { currentProgramme } from "../../excel/programme-store";
import { paneTexts } from "../../i18n/pane";
import { button, replaceChildren, h } from "../dom";
import type { ImportChoice, ImportPreview, ImportSession, ImportSource } from "../import-preview";
import { previewBox } from "./import-preview-box";

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

function asSources(files: readonly File[]): ImportSource[] {
  return files.map((file) => ({ kind: "file", file }));
}

/** What was pasted or dropped: files, else HTML, which keeps tables, else text. */
function sourcesIn(data: DataTransfer | null): ImportSource[] {
  if (!data) return [];
  if (data.files.length > 0) return asSources([...data.files]);
  const name = paneTexts().work.pasted;
  const html = data.getData("text/html");
  if (/<(?:table|p|div|h\d)\b/i.test(html)) return [{ kind: "html", name, text: html }];
  const text = data.getData("text/plain");
  return text === "" ? [] : [{ kind: "text", name, text }];
}

/** A field that takes what is pasted into it, and never shows it. */
function pasteField(pasted: (sources: ImportSource[]) => void): HTMLElement {
  const texts = paneTexts().work;
  const field = h("textarea", {
    className: "input",
    rows: 1,
    placeholder: texts.paste,
    "aria-label": texts.paste,
    "data-action": "paste",
  });
  field.addEventListener("paste", (event) => {
    event.preventDefault();
    pasted(sourcesIn(event.clipboardData));
  });
  field.addEventListener("input", () => {
    field.value = "";
  });
  return field;
}

/** Controls and previews of the import. */
class ImportCard {
  private readonly previews = h("div", { className: "stack", hidden: true });
  private reading: AbortController | null = null;

  constructor(private readonly announce: (text: string) => void) {}

  elements(): HTMLElement[] {
    const texts = paneTexts().work;
    const input = fileChooser((files) => this.read(asSources(files)));
    const choose = h(
      "div",
      { className: "stack tight", "data-drop": "" },
      h(
        "div",
        {},
        button(texts.choose, () => input.click()),
        input,
      ),
      h("p", { className: "hint" }, texts.drop),
      pasteField((sources) => this.read(sources)),
    );
    choose.addEventListener("dragover", (event) => event.preventDefault());
    choose.addEventListener("drop", (event) => {
      event.preventDefault();
      this.read(sourcesIn(event.dataTransfer));
    });
    return [choose, this.previews];
  }

  private read(sources: readonly ImportSource[]): void {
    if (sources.length === 0) return;
    this.preview(sources).catch((error: unknown) => {
      if (this.reading?.signal.aborted) this.fail(paneTexts().work.readingStopped);
      else this.fail(error instanceof Error ? error.message : String(error));
    });
  }

  private async preview(sources: readonly ImportSource[]): Promise<void> {
    const texts = paneTexts().work;
    this.reading?.abort();
    const reading = new AbortController();
    this.reading = reading;
    this.previews.hidden = false;
    const names = sources.map((source) => (source.kind === "file" ? source.file.name : source.name)).join(", ");
    const stop = button(texts.stopReading, () => reading.abort(), { "data-action": "stop-reading" });
    replaceChildren(
      this.previews,
      h("p", { className: "hint", role: "progressbar" }, texts.reading(names)),
      h("div", {}, stop),
    );
    const { ImportSession: Session } = await import(/* webpackChunkName: "documents" */ "../import-preview");
    const session = await Session.read(sources, currentProgramme, { signal: reading.signal });
    if (reading.signal.aborted) {
      if (this.reading === reading) this.fail(texts.readingStopped);
      return;
    }
    const read = this.show(session);
    const said = read.map(({ name, summary, problems }) =>
      summary ? `${name}: ${texts.problems(problems.length)}` : `${texts.notRead(name)}: ${problems[0]?.message ?? ""}`,
    );
    this.announce(said.join(" "));
  }

  /** Shows what a session read, and returns it. */
  private show(session: ImportSession): readonly ImportPreview[] {
    const texts = paneTexts().work;
    const choose = (choice: ImportChoice): void => {
      session.choose(choice);
      // A row left out changes nothing else that is shown.
      if (choice.kind !== "row") this.show(session);
    };
    const read = session.previews();
    const readable = read.some(({ summary }) => summary !== null);
    const isComplete = read.every(({ needsDate }) => !needsDate || needsDate.date !== null);
    const write = button(texts.write, () => importDocuments(session.documents()).then(() => this.close()), {
      className: "button primary",
      "data-action": "write-import",
    });
    replaceChildren(
      this.previews,
      ...read.map((preview, index) => previewBox(preview, index, choose)),
      h("div", { className: "row" }, readable && isComplete ? write : null, this.discard()),
    );
    return read;
  }

  private discard(): HTMLButtonElement {
    return button(paneTexts().work.discard, () => this.close(), { "data-action": "discard-import" });
  }

  private close(): void {
    replaceChildren(this.previews);
    this.previews.hidden = true;
  }

  private fail(message: string): void {
    replaceChildren(
      this.previews,
      h("p", { className: "note", "data-tone": "bad" }, message),
      h("div", {}, this.discard()),
    );
    this.announce(message);
  }
}

/** The controls of the import: choose, drop or paste, and the place for previews. */
export function importControls(announce: (text: string) => void): HTMLElement[] {
  return new ImportCard(announce).elements();
}
