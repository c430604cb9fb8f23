/** What changed, as it is printed: a row for each event of an item, then one for each field that reads otherwise than before. */
import { annexTexts } from "../../i18n/annexes";
import { formatLongDate } from "../../i18n/language";
import type { IsoDate, ProgrammeEvent } from "../model";
import type { PrintedAnnex } from "./printed";
import type { FieldChange, ItemChanges } from "./what-changed";

/** Room of each column, in characters: item, Question, title, date, what, from, to, where. */
const ROOMS = [20, 8, 40, 11, 22, 26, 26, 28];

function whereOf({ source, meeting, who, note }: ProgrammeEvent): string {
  const place = source
    ? annexTexts().changes.place(source.document, `${source.annex}${source.section ? ` ${source.section})` : ""}`)
    : [meeting, who].filter((part) => part !== null).join(", ");
  // A reason stands on a line of its own in the note.
  const told = note?.split(/\s*\n\s*/).join("; ") ?? "";
  return [place, told].filter((part) => part !== "").join(": ");
}

const eventRow = (event: ProgrammeEvent): string[] => [
  event.date,
  event.kind,
  event.from ?? "",
  event.to ?? "",
  whereOf(event),
];

function fieldRow({ field, from, to }: FieldChange): string[] {
  const { nothing } = annexTexts().changes;
  return ["", field, from ?? nothing, to ?? nothing, ""];
}

function rowsOf({ item, events, changes }: ItemChanges): string[][] {
  const name = item.number && item.name ? `${item.number} (${item.name})` : (item.number ?? item.name ?? item.key);
  // The status is told by the events themselves.
  const fields = changes.filter(({ field }) => field !== "Status");
  return [...events.map(eventRow), ...fields.map(fieldRow)].map((row, index) => [
    ...(index === 0 ? [name, item.question ?? "", item.title] : ["", "", ""]),
    ...row,
  ]);
}

/** The changes since a day, ready to be printed. Headings follow the language in use; what documents and sheets say stays as it is. */
export function printChanges(changes: readonly ItemChanges[], since: IsoDate): PrintedAnnex {
  const texts = annexTexts().changes;
  const rows = changes.flatMap(rowsOf);
  return {
    id: "changes",
    label: texts.label,
    title: texts.title(formatLongDate(since)),
    introduction: texts.items(changes.length),
    sections: [
      {
        heading: "",
        table: {
          headers: texts.columns,
          rows: rows.length > 0 ? rows : [[texts.none, ...texts.columns.slice(1).map(() => "")]],
          rooms: ROOMS,
        },
        notes: [],
        remarks: [],
      },
    ],
  };
}
