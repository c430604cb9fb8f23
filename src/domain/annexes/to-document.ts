/** Converts a generated report to the form of a read document. */
import { OWN_GROUP } from "../vocabulary";
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

/** The header of the meeting's own document where it was read; else built from the meeting. */
function headerOf(report: GeneratedReport, programme: Programme): DocumentHeader {
  const id = documentIdFor(report.meeting, report.family);
  const record = programme.documents.find((record) => record.id === id);
  if (record) return record.header;
  const meeting = programme.meetings.find((candidate) => candidate.id === report.meeting);
  const summary = report.family === "executive-summary";
  return {
    studyGroup: summary ? OWN_GROUP : null,
    title: TITLES[report.family],
    place: summary ? (meeting?.place ?? null) : null,
    from: meeting?.from ?? null,
    to: meeting?.to ?? null,
    asOf: meeting?.to ?? null,
  };
}

/** Returns the differences between a report and its published document; empty where that was not read. */
export function differencesFromPublished(report: GeneratedReport, programme: Programme): ReportDifference[] {
  const annexes = publishedAnnexes(programme, report.meeting, report.family);
  return annexes ? compareReports({ annexes }, report) : [];
}

/**
 * Returns the report as a document of its family.
 * @param rgms the interim meetings planned by the meeting
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
