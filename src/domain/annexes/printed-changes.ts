/** Prints What changed: a row for each event of an item and for each changed field. */
import { fullItemName } from "../item-name";
import { headerOfField } from "../item-fields";
import type { FieldChange, IsoDate, ProgrammeEvent } from "../model";
import type { PrintedAnnex } from "./printed";
import type { ItemChanges } from "./what-changed";

/** Texts of the sheet, in its language. */
export interface ChangesTexts {
  label: string;
  title(since: IsoDate): string;
  items(count: number): string;
  /** Item, Question, title, date, what, from, to, where. */
  columns: string[];
  none: string;
  nothing: string;
  source(document: string, annex: string): string;
}

/** Width of each column, in characters: item, Question, title, date, what, from, to, where. */
const COLUMN_WIDTHS = [20, 8, 40, 11, 22, 26, 26, 28];

function whereOf({ source, meeting, who, reason, note }: ProgrammeEvent, texts: ChangesTexts): string {
  const origin = source
    ? texts.source(source.document, `${source.annex}${source.section ? ` ${source.section})` : ""}`)
    : [meeting, who].filter((part) => part !== null).join(", ");
  return [origin, reason ?? note ?? ""].filter((part) => part !== "").join(": ");
}

const eventRow = (event: ProgrammeEvent, texts: ChangesTexts): string[] => [
  event.date,
  event.kind,
  event.from ?? "",
  event.to ?? "",
  whereOf(event, texts),
];

function fieldRow({ field, from, to }: FieldChange, events: readonly ProgrammeEvent[], texts: ChangesTexts): string[] {
  const values = [headerOfField(field), from ?? texts.nothing, to ?? texts.nothing];
  // A field that no event names differs between the rows of two documents.
  const last =
    events.findLast(({ changes }) => changes.some((change) => change.field === field)) ??
    events.findLast(({ printed }) => printed !== null);
  return last ? [last.date, ...values, whereOf(last, texts)] : ["", ...values, ""];
}

/** A row for each change, with the item on each. */
function rowsOf({ item, events, changes }: ItemChanges, texts: ChangesTexts): string[][] {
  // The events show the status already.
  const fields = changes.filter(({ field }) => field !== "status");
  const isListed = ({ kind, changes: own }: ProgrammeEvent): boolean =>
    kind === "Changed" && own.every((change) => fields.some(({ field }) => field === change.field));
  const rows = [
    ...events.filter((event) => !isListed(event)).map((event) => eventRow(event, texts)),
    ...fields.map((change) => fieldRow(change, events, texts)),
  ];
  return rows.map((row) => [fullItemName(item), item.question ?? "", item.title, ...row]);
}

/** Returns the changes since a day as a printed annex. */
export function printChanges(changes: readonly ItemChanges[], since: IsoDate, texts: ChangesTexts): PrintedAnnex {
  const rows = changes.flatMap((itemChanges) => rowsOf(itemChanges, texts));
  return {
    id: "changes",
    label: texts.label,
    title: texts.title(since),
    introduction: texts.items(changes.length),
    sections: [
      {
        heading: "",
        table: {
          headers: texts.columns,
          rows: rows.length > 0 ? rows : [[texts.none, ...texts.columns.slice(1).map(() => "")]],
          columnWidths: COLUMN_WIDTHS,
        },
        notes: [],
        remarks: [],
      },
    ],
  };
}
