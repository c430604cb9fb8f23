/** From Excel's events to what a pass must look at. Pure: no round trip is made here. */
import type { RequestedEdit } from "../../domain/edit-review/edit-plan";
import type { Observations } from "../../domain/edit-review/audit";
import type { Unexplained } from "../../domain/edit-review/unexplained";
import type { CellValue } from "../../domain/edit-review/table-snapshot";
import type { PendingWrites } from "../../domain/edit-review/pending-writes";
import { parseBounds, type Bounds } from "../../domain/edit-review/areas";

/** Whose doing a change is: people's here is judged, a co-author's (or a load's of ours) only known. */
export type Author = "user" | "external";

export type GuardRequest =
  /** Cells were edited; no row came, went or moved. */
  | { kind: "cells"; sheet: string; areas: readonly Bounds[]; by: Author; reported?: ReportedValues }
  /** Rows, columns or cells came, went or moved, or nobody can tell what happened. */
  | { kind: "structure"; sheet: string; by: Author }
  /** Tables or sheets came, went or got another name. */
  | { kind: "tables" }
  /** Audit all tables; `observations` are those of an audit that is to be confirmed. */
  | { kind: "audit"; observations?: Observations }
  /** Tell what History does not explain, and change nothing. */
  | { kind: "review"; found: (unexplained: readonly Unexplained[]) => void; done: () => void }
  /** Rows of History that two add-ins wrote about one thing become one. */
  | { kind: "tidy" }
  /** Asked for in the pane. */
  | { kind: "edit"; edit: RequestedEdit; done: (taken: boolean) => void }
  /** Rows that were deleted are to stand again. */
  | { kind: "restore"; message: string; done: (restored: boolean) => void };

/** What Excel tells of an edit of one cell that nothing of ours has overtaken: of more it tells only where. */
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
 * What a change of cells asks for; null for the guard's own writing.
 * @param pendingWrites our own writes that Excel has not reported yet
 * @param tells whether this Excel says who triggered a change (ExcelApi 1.14)
 * @param busy whether a pass is under way: what Excel tells may be older than what that pass reads or writes
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
    // Our own writing into the cell is still to be reported, so it came after what is told here.
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

/** What a pass must look at on one sheet. */
export interface SheetRequests {
  /** Areas that people here edited. */
  typed: Bounds[];
  /** Areas that others, or we, edited. */
  external: Bounds[];
  /** Rows came, went or moved by somebody's hand; null where none did. */
  structure: Author | null;
  /** Set where one cell was typed into and nothing else happened: what Excel told of it. */
  reported: ReportedValues | null;
}

/** Gathers requests by sheet. */
export function workBySheet(requests: readonly GuardRequest[]): Map<string, SheetRequests> {
  const work = new Map<string, SheetRequests>();
  for (const request of requests) {
    if (request.kind !== "cells" && request.kind !== "structure") continue;
    let sheet = work.get(request.sheet);
    const reported = !sheet && request.kind === "cells" && request.by === "user" ? (request.reported ?? null) : null;
    if (!sheet) work.set(request.sheet, (sheet = { typed: [], external: [], structure: null, reported: null }));
    sheet.reported = reported;
    if (request.kind === "cells") sheet[request.by === "user" ? "typed" : "external"].push(...request.areas);
    else if (sheet.structure !== "user") sheet.structure = request.by;
  }
  return work;
}
