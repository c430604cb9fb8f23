/** How the sheets look. A status has a colour as well as its word; contrast of ink on fill is at least 4.5 to 1. */
import type { Status } from "../../domain/vocabulary";

export interface StatusColour {
  readonly fill: string;
  readonly ink: string;
}

export const STATUS_COLOURS: Record<Status, StatusColour> = {
  "Pending confirmation": { fill: "#EDEDED", ink: "#3B3B3B" },
  "Under study": { fill: "#DDEBF7", ink: "#1F3864" },
  Determined: { fill: "#FFF2CC", ink: "#5F4700" },
  Consented: { fill: "#FCE4D6", ink: "#6B2E00" },
  Approved: { fill: "#C6EFCE", ink: "#00541A" },
  Agreed: { fill: "#D5F0EA", ink: "#0B4F45" },
  "Not approved": { fill: "#FFC7CE", ink: "#8A0010" },
  "Deferred to WTSA": { fill: "#E4DFEC", ink: "#3F2A63" },
  Discontinued: { fill: "#D9D9D9", ink: "#404040" },
};

export const TABLE_STYLE = "TableStyleLight9";
/** The header row of that style under Office's own theme. */
export const HEADER = { fill: "#4472C4", ink: "#FFFFFF" } as const;
export const TITLE_SIZE = 14;
export const QUIET_INK = "#595959";

/** Excel measures a column in points here; a character of the default font is about 5.6 of them. */
export const POINTS_PER_CHARACTER = 5.6;

/** More frozen rows than these above a table would leave no space to scroll: the others are below it. */
export const NOTES_ABOVE = 6;

/** In centimetres: the tables are wide. */
export const PRINT_MARGINS = { top: 1.2, bottom: 1.6, left: 1, right: 1, header: 0.6, footer: 0.8 } as const;
