/** A generated report in the shape in which reading gives documents. */
import type { DocumentHeader, RapporteurMeeting, ReadDocument, Statistics } from "../document";
import type { Programme } from "../model";
import { documentIdFor } from "../designations/document-id";
import { compareReports, type ReportDifference } from "./compare";
import { publishedAnnexes } from "./published";
import type { GeneratedReport } from "./report";

const TITLES: Record<GeneratedReport["family"], string | null> = {
  "executive-summary": "Executive Summary",
  "lead-study-group-report": null,
};

/** The header of the meeting's own document where it was read; else what is known of the meeting. */
function headerOf(report: GeneratedReport, programme: Programme): DocumentHeader {
  const id = documentIdFor(report.meeting, report.family);
  const record = programme.documents.find((record) => record.id === id);
  if (record) return record.header;
  const meeting = programme.meetings.find((candidate) => candidate.id === report.meeting);
  const summary = report.family === "executive-summary";
  return {
    studyGroup: summary ? "SG17" : null,
    title: TITLES[report.family],
    place: summary ? (meeting?.place ?? null) : null,
    from: meeting?.from ?? null,
    to: meeting?.to ?? null,
    asOf: meeting?.to ?? null,
  };
}

/** How a report differs from what its own document printed; empty where no such document was read. */
export function differencesFromPublished(report: GeneratedReport, programme: Programme): ReportDifference[] {
  const annexes = publishedAnnexes(programme, report.meeting, report.family);
  return annexes ? compareReports({ annexes }, report) : [];
}

/**
 * The report as a document of its family.
 * @param rgms the interim meetings that the meeting planned
 */
export function toDocument(
  report: GeneratedReport,
  statistics: Statistics,
  programme: Programme,
  rgms: RapporteurMeeting[] = [],
): ReadDocument {
  const summary = report.family === "executive-summary";
  const annexes = report.annexes.map(({ id, title, sections }) => ({
    id,
    title,
    sections: sections.map(({ id: section, title: heading, table, rows, notes }) => ({
      id: section,
      title: heading,
      table,
      rows,
      notes,
    })),
  }));
  return {
    family: report.family,
    document: headerOf(report, programme),
    annexes,
    rgms: summary ? rgms : [],
    statistics: summary ? statistics : {},
    plannedMeetings: [],
    problems: [],
  };
}
