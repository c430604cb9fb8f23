/** Recognises the layout of an older version. */
import { REASON_HEADER } from "../../domain/event-fields";
import { HISTORY } from "../table-specs/tables";
import type { ManagedTable } from "../tables";

/** Header of the column of History that version 0.1.0 kept reasons and changes in. */
export const NOTE = "Note";

/** The table on the Lists sheet in which version 0.1.0 kept the documents. */
export const OLDER_DOCUMENTS = "SourceDocuments";

/** Whether a table is History in the layout of version 0.1.0. */
export function isOlderHistory({ name, headers }: Pick<ManagedTable, "name" | "headers">): boolean {
  return name === HISTORY.name && headers.includes(NOTE) && !headers.includes(REASON_HEADER);
}
