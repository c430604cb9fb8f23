/** The mark that a load leaves in the workbook while it is under way, so that one cut off half way is recognised and finished. */

/** A table that is kept under another name, with its sheet. */
export interface Keep {
  table: string;
  keptTable: string;
  sheet: string;
  keptSheet: string;
}

export interface LoadMarker {
  /** The sheets that are being made, each with its tables: a sheet whose tables are not all there is not finished. */
  sheets: { sheet: string; tables: string[] }[];
  keeps: Keep[];
  /** Documents that had been loaded whole before: a row of theirs that is missing was taken out by people, not left out by the load. */
  loaded: string[];
}

const SETTING = "SG17.loading";

/** Asks for the mark in a batch; `take` after the sync: null where no load was cut off. */
export function queueMarker(context: Excel.RequestContext): { result(): LoadMarker | null } {
  const setting = context.workbook.settings.getItemOrNullObject(SETTING);
  setting.load("value");
  return {
    result() {
      return setting.isNullObject ? null : parseMarker(setting.value);
    },
  };
}

/** Queues setting the mark. */
export function setMarker(context: Excel.RequestContext, marker: LoadMarker): void {
  context.workbook.settings.add(SETTING, JSON.stringify(marker));
}

/** Queues taking the mark away. */
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
