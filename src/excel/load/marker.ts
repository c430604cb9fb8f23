/** The marker that a load keeps in the workbook's settings while it runs. The next load recognises an interrupted one by it and completes it. */

/** A table that is kept under another name, with its sheet. */
export interface Keep {
  table: string;
  keptTable: string;
  sheet: string;
  keptSheet: string;
}

export interface LoadMarker {
  /** The sheets that the load creates, with their tables. A sheet without one of its tables is unfinished. */
  sheets: { sheet: string; tables: string[] }[];
  keeps: Keep[];
  /** Documents loaded completely before: a missing row of theirs was deleted by users, not skipped by the load. */
  loaded: string[];
}

const SETTING = "SG17.loading";

/** Queues reading the marker; `result` is available after the sync and is null if no load was interrupted. */
export function queueMarker(context: Excel.RequestContext): { result(): LoadMarker | null } {
  const setting = context.workbook.settings.getItemOrNullObject(SETTING);
  setting.load("value");
  return {
    result() {
      return setting.isNullObject ? null : parseMarker(setting.value);
    },
  };
}

/** Queues setting the marker. */
export function setMarker(context: Excel.RequestContext, marker: LoadMarker): void {
  context.workbook.settings.add(SETTING, JSON.stringify(marker));
}

/** Queues deleting the marker. */
export function clearMarker(context: Excel.RequestContext): void {
  context.workbook.settings.getItem(SETTING).delete();
}

function parseMarker(value: unknown): LoadMarker | null {
  if (typeof value !== "string") return null;
  try {
    const marker = JSON.parse(value) as Partial<LoadMarker>;
    return { sheets: marker.sheets ?? [], keeps: marker.keeps ?? [], loaded: marker.loaded ?? [] };
  } catch {
    return null;
  }
}
