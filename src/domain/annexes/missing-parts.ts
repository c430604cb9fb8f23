/** What an executive summary lacks besides values of its rows: dates, statistics, texts, interim meetings. */
import type { RapporteurMeeting } from "../document";
import { textLines } from "./chapters";
import type { HeadingContext } from "./headings";
import type { Gap, GapPlace, ReportPart } from "./report";

/** Returns the parts that are missing, each with the place where it is entered. */
export function missingParts(context: HeadingContext, interim: readonly RapporteurMeeting[]): Gap[] {
  const { meeting, next } = context;
  const isMissing: Record<ReportPart, boolean> = {
    dates: meeting.from === null || meeting.to === null,
    next: next === null,
    topics: textLines("topics", context).length === 0,
    subgroups: textLines("subgroups", context).length === 0,
    interim: interim.length === 0,
    documents: Object.keys(meeting.documents).length === 0,
    participants: Object.values(meeting.participants?.final ?? {}).every((count) => count === null),
    regions: textLines("regions", context).length === 0,
  };
  const parts = (Object.keys(isMissing) as ReportPart[]).filter((part) => isMissing[part]);
  return parts.map((part) => ({
    place: placeOf(part, meeting.id),
    name: meeting.id,
    lack: { code: "noPart", values: { part, meeting: meeting.id } },
  }));
}

/** Dates and later meetings are entered on the sheet of meetings, everything else in the pane. */
function placeOf(part: ReportPart, meeting: string): GapPlace {
  return part === "dates" || part === "next" ? { meeting } : { part };
}
