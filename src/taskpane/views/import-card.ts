/** Import: documents chosen, dropped or pasted, a preview of what they would change, and only then the writing. */
import { html, nothing, render, type TemplateResult } from "lit-html";
import { importDocuments } from "../../commands/actions";
import { describeError } from "../../commands/errors";
import { currentProgramme } from "../../excel/programme-store";
import { paneTexts } from "../../i18n/pane";
import type {
  ImportChoice,
  ImportPreview,
  ImportSession,
  ImportSource,
  ReadingOptions,
  ReadingProgress,
} from "../import-preview";
import { button, hint, type Content } from "../templates";
import { PreviewBox } from "./import-preview-box";

const ACCEPTED = ".txt,.docx,.xlsx,.csv,.tsv,.html,.htm,text/plain,text/csv,text/html";

/** What the card shows below its controls. */
type Shown =
  | { kind: "nothing" }
  | { kind: "reading"; progress: ReadingProgress }
  | { kind: "failed"; message: string }
  | { kind: "previews"; session: ImportSession; boxes: readonly PreviewBox[]; previews: readonly ImportPreview[] };

/** Renders the controls and previews of the import into an element of its own. */
export class ImportCard {
  readonly element = document.createElement("div");
  private shown: Shown = { kind: "nothing" };
  private reading: AbortController | null = null;

  constructor(private readonly announce: (text: string) => void) {
    this.element.className = "stack";
    this.render();
  }

  private render(): void {
    render(html`${this.controls()} ${this.results()}`, this.element);
  }

  private controls(): TemplateResult {
    const texts = paneTexts().work;
    // The native control looks different in every host; a button opens it and is in the tab order instead.
    const input = html`<input
      type="file"
      multiple
      hidden
      accept=${ACCEPTED}
      @change=${(event: Event) => this.chosen(event)}
    />`;
    const choose = button(texts.choose, () => this.element.querySelector<HTMLElement>("input[type=file]")?.click());
    return html`<div
      class="stack tight"
      data-drop
      @dragover=${(event: Event) => event.preventDefault()}
      @drop=${(event: DragEvent) => {
        event.preventDefault();
        this.read(sourcesIn(event.dataTransfer));
      }}
    >
      <div>${choose} ${input}</div>
      ${hint(texts.drop)}
      <textarea
        class="input"
        rows="1"
        placeholder=${texts.paste}
        aria-label=${texts.paste}
        data-action="paste"
        @paste=${(event: ClipboardEvent) => {
          event.preventDefault();
          this.read(sourcesIn(event.clipboardData));
        }}
        @input=${({ currentTarget }: Event) => {
          if (currentTarget instanceof HTMLTextAreaElement) currentTarget.value = "";
        }}
      ></textarea>
    </div>`;
  }

  private results(): Content {
    switch (this.shown.kind) {
      case "nothing":
        return nothing;
      case "reading":
        return this.progress(this.shown.progress);
      case "failed":
        return html`<div class="stack">
          <p class="note" data-tone="bad">${this.shown.message}</p>
          <div>${this.discard()}</div>
        </div>`;
      case "previews":
        return this.previews(this.shown);
    }
  }

  private progress({ name, share }: ReadingProgress): TemplateResult {
    const texts = paneTexts().work;
    const label = name === null ? texts.comparing : texts.reading(name);
    const stop = button(texts.stopReading, () => this.reading?.abort(), { name: "stop-reading" });
    return html`<div class="stack tight">
      ${hint(label)}
      <progress aria-label=${label} max="1" .value=${share}></progress>
      <div>${stop}</div>
    </div>`;
  }

  private previews({ session, boxes, previews }: Extract<Shown, { kind: "previews" }>): TemplateResult {
    const isReadable = previews.some(({ summary }) => summary !== null);
    const isComplete = previews.every(({ needsDate }) => needsDate === null || needsDate.date !== null);
    const write = button(paneTexts().work.write, () => this.write(session), { kind: "primary", name: "write-import" });
    return html`<div class="stack">
      ${boxes.map(({ element }) => element)}
      <div class="row">${isReadable && isComplete ? write : nothing} ${this.discard()}</div>
    </div>`;
  }

  private discard(): TemplateResult {
    return button(paneTexts().work.discard, () => this.show({ kind: "nothing" }), { name: "discard-import" });
  }

  private show(shown: Shown): void {
    this.shown = shown;
    this.render();
  }

  private chosen({ currentTarget }: Event): void {
    if (!(currentTarget instanceof HTMLInputElement)) return;
    const files = [...(currentTarget.files ?? [])];
    currentTarget.value = "";
    this.read(asSources(files));
  }

  private read(sources: readonly ImportSource[]): void {
    if (sources.length === 0) return;
    void this.working(async (options) => {
      const { ImportSession: Session } = await import(/* webpackChunkName: "documents" */ "../import-preview");
      const session = await Session.read(sources, currentProgramme, options);
      const previews = await session.previews(options);
      const boxes = previews.map((_, index) => new PreviewBox((choice) => this.choose({ ...choice, document: index })));
      this.showPreviews(session, boxes, previews);
      this.announce(previews.map(summaryOf).join(" "));
    });
  }

  private choose(choice: ImportChoice): void {
    if (this.shown.kind !== "previews") return;
    const { session, boxes } = this.shown;
    if (!session.choose(choice)) return;
    void this.working(async (options) => this.showPreviews(session, boxes, await session.previews(options)));
  }

  private showPreviews(session: ImportSession, boxes: readonly PreviewBox[], previews: readonly ImportPreview[]): void {
    for (const [index, preview] of previews.entries()) boxes[index]?.show(preview);
    this.show({ kind: "previews", session, boxes, previews });
  }

  /** Runs work with progress and a button that stops it; later work stops earlier work. */
  private async working(work: (options: ReadingOptions) => Promise<void>): Promise<void> {
    this.reading?.abort();
    const reading = new AbortController();
    this.reading = reading;
    const isCurrent = (): boolean => this.reading === reading;
    const progress = (progress: ReadingProgress): void => {
      if (isCurrent() && !reading.signal.aborted) this.show({ kind: "reading", progress });
    };
    try {
      await work({ signal: reading.signal, progress });
    } catch (error) {
      if (!isCurrent()) return;
      const message = reading.signal.aborted ? paneTexts().work.readingStopped : describeError(error);
      this.show({ kind: "failed", message });
      this.announce(message);
    }
  }

  private async write(session: ImportSession): Promise<void> {
    const outcome = await importDocuments(session.documents());
    // After Cancel or an error the preview stays, so that writing can be tried again.
    if (outcome.kind === "done") this.show({ kind: "nothing" });
  }
}

function summaryOf({ name, summary, problems }: ImportPreview): string {
  const texts = paneTexts().work;
  if (summary) return paneTexts().labelled(name, texts.problems(problems.length));
  return paneTexts().labelled(texts.notRead(name), problems[0]?.message ?? "");
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
