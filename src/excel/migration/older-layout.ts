/** Recognises the layout of an older version. */
import { REASON_HEADER } from "../../domain/event-fields";
import { headerOfField } from "../../domain/item-fields";
import { HISTORY, WORK_PROGRAMME } from "../table-specs/tables";
import type { ManagedTable } from "../tables";

/** Header of the column of History that version 0.1.0 kept reasons and changes in. */
export const NOTE = "Note";

/** The table on the Lists sheet in which version 0.1.0 kept the documents. */
export const OLDER_DOCUMENTS = "SourceDocuments";

/** Whether a table is History in the layout of version 0.1.0. */
export function isOlderHistory({ name, headers }: Pick<ManagedTable, "name" | "headers">): boolean {
  return name === HISTORY.name && headers.includes(NOTE) && !headers.includes(REASON_HEADER);
}

/** Header of the column of items that older layouts do not have. */
export const LAST_REPORTED = headerOfField("lastReported");

/** Whether a table is the work programme in a layout before version 3, with the items of other study groups among its rows. */
export function isOlderProgramme({ name, headers }: Pick<ManagedTable, "name" | "headers">): boolean {
  return name === WORK_PROGRAMME.name && !headers.includes(LAST_REPORTED);
}

/** Whether a table is in an older layout. */
export function isOlder(table: Pick<ManagedTable, "name" | "headers">): boolean {
  return isOlderHistory(table) || isOlderProgramme(table);
}
