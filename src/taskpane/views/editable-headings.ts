/** A user's own headings and notes for one meeting's report, the usual ones as placeholders. */
import { html, nothing, render, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import type { EditableHeading } from "../../domain/annexes";
import { reportTexts } from "../../i18n/reports";
import { field, hint } from "../templates";

/** The beginning of the location of a text that is no heading of an annex. */
const TEXT = "text";

/** Whether this is a text of the report, and no heading of an annex. */
export const isText = ({ location }: EditableHeading): boolean => location.startsWith(TEXT);

/** The name of a heading as users read it: "Annex A", "Annex A c)". */
function locationName(heading: string): string {
  const texts = reportTexts().pane;
  const [annex = "", section] = heading.split("/");
  if (annex === TEXT) return texts.texts[section as keyof typeof texts.texts];
  return section === undefined ? texts.annex(annex) : texts.table(annex, section);
}

const fieldId = (location: string): string => `heading-${location.replace(/\W/g, "-")}`;

/** The id of the field with the lines of a text. */
export const textFieldId = (text: string): string => `${fieldId(`${TEXT}/${text}`)}-notes`;

/** What a user entered for one heading. */
export interface EnteredHeading {
  title: string;
  notes: string[];
}

/** The editor; `save` receives the fields of a heading whenever one of them was changed. */
export class HeadingsEditor {
  readonly element = document.createElement("details");

  constructor(
    private readonly save: (heading: EditableHeading, entered: EnteredHeading) => Promise<void>,
    private readonly labels: () => { summary: string; hint: string },
  ) {
    this.show([]);
  }

  /** Shows the headings of a report; fields whose values did not change keep what is being typed, and the focus. */
  show(headings: readonly EditableHeading[]): void {
    const labels = this.labels();
    render(
      html`<summary>${labels.summary}</summary>
        ${hint(labels.hint)}
        <div class="stack">
          ${repeat(
            headings,
            ({ location }) => location,
            (heading) => this.fields(heading),
          )}
        </div>`,
      this.element,
    );
  }

  private fields(heading: EditableHeading): TemplateResult {
    const texts = reportTexts().pane;
    const name = locationName(heading.location);
    const id = fieldId(heading.location);
    const title = html`<input
      id="${id}-title"
      class="input"
      type="text"
      .value=${heading.title}
      placeholder=${heading.defaultTitle}
    />`;
    // The only table of an annex has no heading of its own; a text has none either.
    const hasHeading = !heading.location.endsWith("/") && !isText(heading);
    return html`<div class="stack tight" @change=${({ currentTarget }: Event) => this.changed(heading, currentTarget)}>
      ${hasHeading ? field(`${id}-title`, texts.heading(name), title) : nothing}
      ${heading.notes === null ? nothing : field(`${id}-notes`, isText(heading) ? name : texts.notes(name), notesInput(heading, `${id}-notes`))}
    </div>`;
  }

  /** Saves what both fields of a heading show: the other one may not be saved yet. */
  private changed(heading: EditableHeading, fields: EventTarget | null): void {
    if (!(fields instanceof HTMLElement)) return;
    const title = fields.querySelector("input")?.value ?? heading.title;
    void this.save(heading, { title, notes: fields.querySelector("textarea")?.value.split("\n") ?? [] });
  }
}

function notesInput(heading: EditableHeading, id: string): TemplateResult {
  const notes = heading.notes ?? [];
  return html`<textarea
    id=${id}
    class="input"
    rows=${Math.max(1, notes.length)}
    .value=${notes.join("\n")}
    placeholder=${(heading.defaultNotes ?? []).join("\n")}
  ></textarea>`;
}
