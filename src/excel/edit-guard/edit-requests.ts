/** Turns Excel's change events into requests of the guard. Makes no request to Excel. */
import type { EditPlan, RequestedEdit } from "../../domain/edit-review/edit-plan";
import type { GuardSentence } from "../../domain/edit-review/message";
import type { ReviewContext } from "../../domain/edit-review/review-context";
import type { Observations } from "../../domain/edit-review/audit";
import type { Unexplained } from "../../domain/edit-review/unexplained";
import type { CellValue } from "../../domain/edit-review/table-snapshot";
import type { PendingWrites } from "../../domain/edit-review/pending-writes";
import { parseBounds, type Bounds } from "../../domain/edit-review/areas";
import type { ReadTables } from "../read-tables";

/** The author of a change: edits of the user are evaluated; those of co-authors and of a load are recorded only. */
export type Author = "user" | "external";

/** Makes a plan from the tables and the programme as they are then; the plan is null where nothing is to be written. */
export type MakePlan = (context: ReviewContext) => { plan: EditPlan | null } | { refused: GuardSentence };

export type GuardRequest =
  /** Cells were edited; no row was added, removed or moved. */
  | { kind: "cells"; sheet: string; areas: readonly Bounds[]; by: Author; reported?: ReportedValues }
  /** Rows, columns or cells were added, removed or moved, or the change is unknown. */
  | { kind: "structure"; sheet: string; by: Author }
  /** Tables or sheets were added, removed or renamed. */
  | { kind: "tables" }
  /** Audit all tables; `observations` are those of an audit that is to be confirmed, `read` the tables where the start has read them. */
  | { kind: "audit"; observations?: Observations; read?: ReadTables }
  /** Report what History does not explain, and change nothing. */
  | { kind: "review"; found: (unexplained: readonly Unexplained[]) => void; done: () => void }
  /** Remove duplicate rows of History. */
  | { kind: "tidy" }
  /** An edit requested in the pane. */
  | { kind: "edit"; edit: RequestedEdit; done: (accepted: boolean) => void }
  /** Carry out a plan that is made when its turn comes: the undo of an action, the decisions of a meeting. */
  | { kind: "planned"; make: MakePlan; answer: (refused: string | null) => void; done: () => void }
  /** Restore deleted rows. */
  | { kind: "restore"; message: string; done: (restored: boolean) => void };

/** Values that Excel reports for an edit of one cell; for several cells it reports only where. Used only where no write of ours came later. */
interface ReportedValues {
  before: CellValue;
  after: CellValue;
}

interface Changed {
  address: string;
  details?: { valueBefore?: unknown; valueAfter?: unknown } | undefined;
  changeType: string;
  source: string;
  triggerSource?: string | undefined;
  worksheetId: string;
}

/**
 * Returns the request of a change of cells; null for a write of the guard.
 * @param reportsTrigger whether this Excel reports who triggered a change (ExcelApi 1.14)
 * @param busy whether a pass is running: reported values may be older than what that pass reads or writes
 */
export function requestOf(
  event: Changed,
  pendingWrites: PendingWrites,
  { reportsTrigger, busy }: { reportsTrigger: boolean; busy: boolean },
  now: number,
): GuardRequest | null {
  const { worksheetId: sheet, address } = event;
  const ours = reportsTrigger ? event.triggerSource === "ThisLocalAddin" : event.source === "Local";
  if (ours && pendingWrites.confirm(sheet, address, now)) return null;
  const by: Author = event.source === "Remote" || (reportsTrigger && ours) ? "external" : "user";
  if (event.changeType === "RangeEdited") {
    const areas = parseBounds(address);
    // A pending write into the cell came after the reported values.
    const reported = busy || areas.some((area) => pendingWrites.includes(sheet, area, now)) ? null : reportedBy(event);
    return { kind: "cells", sheet, areas, by, ...(reported ? { reported } : {}) };
  }
  return { kind: "structure", sheet, by };
}

function reportedBy({ details }: Changed): ReportedValues | null {
  const [before, after] = [details?.valueBefore, details?.valueAfter];
  return isCellValue(before) && isCellValue(after) ? { before, after } : null;
}

const isCellValue = (value: unknown): value is CellValue =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";

/** The requests of one sheet. */
export interface SheetRequests {
  /** Areas that the user edited. */
  typed: Bounds[];
  /** Areas that co-authors or a load edited. */
  external: Bounds[];
  /** The author of added, removed or moved rows; null where there are none. */
  structure: Author | null;
  /** Values that Excel reports, where one cell was edited and nothing else changed. */
  reported: ReportedValues | null;
}

/** Groups requests by sheet. */
export function requestsBySheet(requests: readonly GuardRequest[]): Map<string, SheetRequests> {
  const bySheet = new Map<string, SheetRequests>();
  for (const request of requests) {
    if (request.kind !== "cells" && request.kind !== "structure") continue;
    let sheet = bySheet.get(request.sheet);
    const reported = !sheet && request.kind === "cells" && request.by === "user" ? (request.reported ?? null) : null;
    if (!sheet) bySheet.set(request.sheet, (sheet = { typed: [], external: [], structure: null, reported: null }));
    sheet.reported = reported;
    if (request.kind === "cells") sheet[request.by === "user" ? "typed" : "external"].push(...request.areas);
    else if (sheet.structure !== "user") sheet.structure = request.by;
  }
  return bySheet;
}
