/**
 * Items as version 0.1.0 wrote them: those of other study groups among the others, and without the column Last reported. Pure.
 */
import { textOf } from "../../domain/cells";
import type { ProgrammeEvent } from "../../domain/model";
import { lastReported } from "../../domain/rules/activity";
import { rearranged } from "../fingerprint";
import { fingerprinted, type DesiredRow } from "../load/desired-tables";
import { KEY, LOADED, type Cell } from "../table-specs/spec";
import { OTHER_GROUPS, WORK_PROGRAMME } from "../table-specs/tables";
import { rowCursor, type ManagedTable } from "../tables";
import { LAST_REPORTED } from "./older-layout";

/** Rows of such a table as they are now. */
export interface ConvertedItems {
  /** Positions of the rows that move to the table of other study groups. */
  moved: number[];
  /** Those rows. */
  others: DesiredRow[];
  /** Values of the new column, and of the fingerprints, in the rows that stay. */
  reported: Cell[];
  loaded: Cell[];
}

const OURS: ReadonlySet<string> = new Set(WORK_PROGRAMME.columns.map(({ header }) => header));

/** The columns of which 0.1.0 computed a row's fingerprint, in order, and those of today. */
const FINGERPRINTED = [
  ...["Item", "Provisional name", "Question", "Title", "Kind", "Process", "Status", "Since", "Step", "Timing"],
  ...[
    "Editors",
    "Text",
    "A.5/A.25",
    "Equivalent",
    "Parent",
    "Remarks",
    "Study group",
    "Joint Questions",
    "Other names",
  ],
  KEY,
];
const FINGERPRINTED_NOW = fingerprinted(WORK_PROGRAMME).map((column) => WORK_PROGRAMME.columns[column]?.header ?? "");

/**
 * Returns the rows of such a table as they are now. A row with an entry in a column of the user's own stays where it is.
 * @param mayMove whether the row of an item of another study group can move
 */
export function convertedItems(
  table: ManagedTable,
  eventsOf: (key: string) => readonly ProgrammeEvent[],
  mayMove: (key: string) => boolean,
): ConvertedItems {
  const own = table.headers.flatMap((header, column) => (OURS.has(header) ? [] : [column]));
  const cursor = rowCursor(table);
  const converted: ConvertedItems = { moved: [], others: [], reported: [], loaded: [] };
  for (const [position, row] of table.rows.entries()) {
    const read = cursor.at(row);
    const key = textOf(read(KEY)) ?? "";
    const reported = lastReported(eventsOf(key).filter(({ source }) => source !== null)) ?? "";
    const loaded = rearranged(
      String(read(LOADED)),
      FINGERPRINTED,
      FINGERPRINTED_NOW,
      new Map([[LAST_REPORTED, reported]]),
    );
    const isOthers = textOf(read("Study group")) !== null && key !== "" && own.every((column) => row[column] === "");
    if (isOthers && mayMove(key)) {
      converted.moved.push(position);
      const cells = OTHER_GROUPS.columns.map(({ header }) =>
        header === LAST_REPORTED ? reported : header === LOADED ? loaded : read(header),
      );
      converted.others.push({ identity: key, key, cells, cut: [] });
      continue;
    }
    converted.reported.push(reported);
    converted.loaded.push(loaded);
  }
  return converted;
}
