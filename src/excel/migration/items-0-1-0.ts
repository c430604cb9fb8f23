/**
 * Items as version 0.1.0 wrote them: those of other study groups among the others, and without the column Last reported. Pure.
 */
import { textOf } from "../../domain/cells";
import type { ProgrammeEvent } from "../../domain/model";
import { lastReported } from "../../domain/rules/activity";
import { withCell } from "../fingerprint";
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

/** Position of the new column among those with a fingerprint. */
const NEW_CELL = fingerprinted(WORK_PROGRAMME)
  .map((column) => WORK_PROGRAMME.columns[column]?.header)
  .indexOf(LAST_REPORTED);

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
    const loaded = withCell(String(read(LOADED)), NEW_CELL, reported);
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
