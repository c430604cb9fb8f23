import type { Area } from "../a1";
import { contains } from "../a1";
import { accessDenied } from "../errors";
import type { Host } from "../host";

/** What the person who protects a sheet may leave to others (`WorksheetProtectionOptions`). */
export type Permission =
  | "allowAutoFilter"
  | "allowDeleteColumns"
  | "allowDeleteRows"
  | "allowEditObjects"
  | "allowFormatCells"
  | "allowFormatColumns"
  | "allowFormatRows"
  | "allowInsertColumns"
  | "allowInsertHyperlinks"
  | "allowInsertRows"
  | "allowSort";

/** @throws AccessDenied where the sheet is protected and the permission was not given; without one, wherever it is protected */
export function requirePermission(host: Host, sheetId: string, permission?: Permission): void {
  const { protection } = host.sheetState(sheetId);
  if (!protection.protected || (permission !== undefined && protection.options[permission] === true)) return;
  throw accessDenied(`the sheet is protected${permission === undefined ? "" : ` without ${permission}`}`);
}

/** @throws AccessDenied where the sheet is protected and one of the cells is locked */
export function requireUnlocked(host: Host, sheetId: string, area: Area): void {
  const state = host.sheetState(sheetId);
  if (!state.protection.protected || state.unlocked.some((unlocked) => contains(unlocked, area))) return;
  throw accessDenied("the sheet is protected and the cells are locked");
}

/** @throws AccessDenied where sheets may not be added, renamed, moved, hidden or deleted */
export function requireStructure(host: Host): void {
  if (host.structureProtected) throw accessDenied("the structure of the workbook is protected");
}

/** Sorting needs the permission and unlocked cells. */
export function requireSortable(host: Host, sheetId: string, area: Area): void {
  requirePermission(host, sheetId, "allowSort");
  requireUnlocked(host, sheetId, area);
}
