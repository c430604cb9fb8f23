/** The headings and notes of one report that a user may word otherwise, each with its default. */
import type { Programme } from "../model";
import { generateReport, type ReportFamily } from "./choose-report";
import type { OwnWords, WordSettings } from "./headings";

/** One annex ("A") or one table ("A/c"). */
export interface WordSlot {
  place: string;
  /** The title of the annex, or the heading of the table. */
  title: string;
  defaultTitle: string;
  /** Null where the place has no notes: annexes have none of their own. */
  notes: string[] | null;
  defaultNotes: string[] | null;
}

/** Every place of a report with the words that are printed there, and those that would be without the user's own. */
export function wordSlots(
  programme: Programme,
  family: ReportFamily,
  meeting: string,
  words: WordSettings,
): WordSlot[] {
  const own = generateReport(programme, family, meeting, { words }).annexes;
  const plain = generateReport(programme, family, meeting).annexes;
  return own.flatMap((annex, at) => {
    const twin = plain[at] ?? annex;
    const slot = { place: annex.id, title: annex.title, defaultTitle: twin.title, notes: null, defaultNotes: null };
    const tables = annex.sections.map((section, row): WordSlot => {
      const other = twin.sections[row] ?? section;
      return {
        place: `${annex.id}/${section.id}`,
        title: section.title,
        defaultTitle: other.title,
        notes: section.notes,
        defaultNotes: other.notes,
      };
    });
    return [slot, ...tables];
  });
}

/** The settings after one place was worded; words that equal the default, or none at all, leave the default in force. */
export function withOwnWords(
  settings: WordSettings,
  meeting: string,
  slot: Pick<WordSlot, "place" | "defaultTitle" | "defaultNotes">,
  words: { title: string; notes: string[] },
): WordSettings {
  const title = words.title.trim();
  const notes = words.notes.map((note) => note.trim()).filter((note) => note !== "");
  const isAnnex = slot.defaultNotes === null;
  const own: OwnWords = {
    ...(title !== "" && title !== slot.defaultTitle ? { [isAnnex ? "annexTitle" : "sectionTitle"]: title } : {}),
    ...(!isAnnex && notes.join("\n") !== (slot.defaultNotes ?? []).join("\n") ? { notes } : {}),
  };
  const { [slot.place]: _, ...others } = settings[meeting] ?? {};
  const places = Object.keys(own).length > 0 ? { ...others, [slot.place]: own } : others;
  const { [meeting]: __, ...meetings } = settings;
  return Object.keys(places).length > 0 ? { ...meetings, [meeting]: places } : meetings;
}
