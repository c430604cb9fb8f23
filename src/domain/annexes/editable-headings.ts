/** The headings and notes of a report that a user can change, with their defaults. */
import { EDITABLE_TEXTS, publishedLines, textLines, textLocation } from "./chapters";
import type { Programme } from "../model";
import type { CustomHeading, HeadingSettings, TextContext } from "./headings";
import type { GeneratedReport } from "./report";

/** One annex ("A") or one table ("A/c"). */
export interface EditableHeading {
  location: string;
  /** The title of the annex, or the heading of the table. */
  title: string;
  defaultTitle: string;
  /** Null for an annex: only tables have notes. */
  notes: string[] | null;
  defaultNotes: string[] | null;
}

/**
 * Returns all headings and notes of a report, as printed and as they are by default.
 * @param customised the annexes as generated with the user's headings
 * @param defaults the same without them
 */
export function editableHeadings(
  customised: GeneratedReport["annexes"],
  defaults: GeneratedReport["annexes"],
): EditableHeading[] {
  return customised.flatMap((annex, index) => {
    const defaultAnnex = defaults[index] ?? annex;
    const heading = {
      location: annex.id,
      title: annex.title,
      defaultTitle: defaultAnnex.title,
      notes: null,
      defaultNotes: null,
    };
    const tables = annex.sections.map((section, row): EditableHeading => {
      const defaultSection = defaultAnnex.sections[row] ?? section;
      return {
        location: `${annex.id}/${section.id}`,
        title: section.title,
        defaultTitle: defaultSection.title,
        notes: section.notes,
        defaultNotes: defaultSection.notes,
      };
    });
    return [heading, ...tables];
  });
}

/** Returns the texts of a meeting's executive summary that users enter, as notes without a heading. */
export function editableTexts(programme: Programme, meetingId: string, settings: HeadingSettings): EditableHeading[] {
  const meeting = programme.meetings.find(({ id }) => id === meetingId);
  if (!meeting) return [];
  const context: TextContext = { programme, family: "executive-summary", meeting, settings };
  return EDITABLE_TEXTS.map((text) => ({
    location: textLocation(text),
    title: "",
    defaultTitle: "",
    notes: textLines(text, context),
    defaultNotes: publishedLines(text, context),
  }));
}

/** Returns the settings with one heading changed; a text that equals the default, or an empty one, restores the default. */
export function withCustomHeading(
  settings: HeadingSettings,
  meeting: string,
  heading: Pick<EditableHeading, "location" | "defaultTitle" | "defaultNotes">,
  texts: { title: string; notes: string[] },
): HeadingSettings {
  const title = texts.title.trim();
  const notes = texts.notes.map((note) => note.trim()).filter((note) => note !== "");
  const isAnnex = heading.defaultNotes === null;
  const custom: CustomHeading = {
    ...(title !== "" && title !== heading.defaultTitle ? { [isAnnex ? "annexTitle" : "sectionTitle"]: title } : {}),
    ...(!isAnnex && notes.join("\n") !== (heading.defaultNotes ?? []).join("\n") ? { notes } : {}),
  };
  const { [heading.location]: _, ...otherHeadings } = settings[meeting] ?? {};
  const headings = Object.keys(custom).length > 0 ? { ...otherHeadings, [heading.location]: custom } : otherHeadings;
  const { [meeting]: __, ...meetings } = settings;
  return Object.keys(headings).length > 0 ? { ...meetings, [meeting]: headings } : meetings;
}
