/** What changed, as it is printed: a row for each event of an item, then one for each field that reads otherwise than before. */
import type { IsoDate, ProgrammeEvent } from "../model";
import type { PrintedAnnex } from "./printed";
import type { FieldChange, ItemChanges } from "./what-changed";
import { longDate } from "./words";

const COLUMNS = [
  ["Item", 20],
  ["Q", 8],
  ["Title", 40],
  ["Date", 11],
  ["What", 22],
  ["From", 26],
  ["To", 26],
  ["Where", 28],
] as const;

function whereOf({ source, meeting, who, note }: ProgrammeEvent): string {
  const place = source
    ? `${source.document}, Annex ${source.annex}${source.section ? ` ${source.section})` : ""}`
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

const fieldRow = ({ field, from, to }: FieldChange): string[] => [
  "",
  field,
  from ?? "(nothing)",
  to ?? "(nothing)",
  "",
];

function rowsOf({ item, events, changes }: ItemChanges): string[][] {
  const name = item.number && item.name ? `${item.number} (${item.name})` : (item.number ?? item.name ?? item.key);
  // The status is told by the events themselves.
  const fields = changes.filter(({ field }) => field !== "Status");
  return [...events.map(eventRow), ...fields.map(fieldRow)].map((row, index) => [
    ...(index === 0 ? [name, item.question ?? "", item.title] : ["", "", ""]),
    ...row,
  ]);
}

/** The changes since a day, ready to be printed. */
export function printChanges(changes: readonly ItemChanges[], since: IsoDate): PrintedAnnex {
  const rows = changes.flatMap(rowsOf);
  return {
    id: "changes",
    label: "What changed",
    title: `What changed since ${longDate(since)}`,
    introduction: `${String(changes.length)} work ${changes.length === 1 ? "item" : "items"}`,
    sections: [
      {
        heading: "",
        table: {
          headers: COLUMNS.map(([header]) => header),
          rows: rows.length > 0 ? rows : [["None", ...COLUMNS.slice(1).map(() => "")]],
          rooms: COLUMNS.map(([, room]) => room),
        },
        notes: [],
        remarks: [],
      },
    ],
  };
}
