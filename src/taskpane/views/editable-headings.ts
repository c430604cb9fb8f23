/** A user's own headings and notes for one meeting's report, the usual ones shown in their place. */
import type { EditableHeading } from "../../domain/annexes";
import { reportTexts } from "../../i18n/reports";
import { field, fill, h } from "../dom";

/** A place by the words people use for it: "Annex A", "Annex A c)". */
function placeName(place: string): string {
  const texts = reportTexts().pane;
  const [annex = "", section] = place.split("/");
  return section === undefined ? texts.annex(annex) : texts.table(annex, section);
}

/** The editor; `save` is told the words of a place whenever one of its fields was changed. */
export class WordsEditor {
  private readonly list = h("div", { className: "stack" });
  readonly element: HTMLElement = h(
    "details",
    {},
    h("summary", {}, reportTexts().pane.headings),
    h("p", { className: "hint" }, reportTexts().pane.headingsHint),
    this.list,
  );
  private shown = "";

  constructor(
    private readonly save: (slot: EditableHeading, words: { title: string; notes: string[] }) => Promise<void>,
  ) {}

  /** Shows the places of a report; fields that say the same already are left alone, and the focus in them. */
  show(slots: readonly EditableHeading[]): void {
    const now = JSON.stringify(slots);
    if (now === this.shown) return;
    const focused = this.list.contains(document.activeElement)
      ? document.activeElement?.getAttribute("data-place")
      : null;
    this.shown = now;
    fill(this.list, ...slots.map((slot) => this.fields(slot)));
    if (focused) this.list.querySelector<HTMLElement>(`[data-place="${CSS.escape(focused)}"]`)?.focus();
  }

  private fields(slot: EditableHeading): HTMLElement {
    const texts = reportTexts().pane;
    const name = placeName(slot.location);
    const title = h("input", {
      type: "text",
      className: "input",
      value: slot.title,
      placeholder: slot.defaultTitle,
      "data-place": `${slot.location} title`,
    });
    const notes = slot.notes
      ? h("textarea", {
          className: "input",
          rows: Math.max(1, slot.notes.length),
          value: slot.notes.join("\n"),
          placeholder: (slot.defaultNotes ?? []).join("\n"),
          "data-place": `${slot.location} notes`,
        })
      : null;
    const changed = () => void this.save(slot, { title: title.value, notes: notes?.value.split("\n") ?? [] });
    title.addEventListener("change", changed);
    notes?.addEventListener("change", changed);
    // The table of an annex that has but one needs no heading of its own.
    const hasHeading = !slot.location.endsWith("/");
    return h(
      "div",
      { className: "stack tight" },
      hasHeading ? field(texts.heading(name), title) : null,
      notes ? field(texts.notes(name), notes) : null,
    );
  }
}
