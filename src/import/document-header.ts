/** The header of a document: study group, title, place and dates. */
import type { DocumentFamily, DocumentHeader } from "../domain/document";
import { findDate, findDateRange } from "./dates";
import { fold } from "./lines";
import type { Structure } from "./structure";

/** Lines of the front matter with the header of a document. */
const OPENING_LINES = 60;

/** The study group a text names, "SG17". */
export function studyGroupIn(text: string): string | null {
  const match = /\b(?:SG|Study Group|CE|Commission d[’']études|Comisión de Estudio) ?(\d{1,2})\b/.exec(text);
  return match ? `SG${match[1] ?? ""}` : null;
}

/** Reads the header of an executive summary or of a lead study group report. */
export function readHeader(structure: Structure, family: DocumentFamily): DocumentHeader {
  return family === "lead-study-group-report" ? reportHeader(structure) : summaryHeader(structure);
}

function reportHeader(structure: Structure): DocumentHeader {
  const front = structure.front.map((line) => fold(line.text)).filter((text) => text !== "");
  const titles = structure.annexes.map((annex) => annex.title);
  const period = [...titles, ...front].map(findDateRange).find((range) => range !== null);
  const status = [...titles, ...front].find((text) => /\bstatus\b/i.test(text) && findDate(text) !== null);
  return {
    studyGroup: studyGroupIn(front.join(" ").slice(0, 4000)),
    title: null,
    place: null,
    from: period?.from ?? null,
    to: period?.to ?? null,
    asOf: (status === undefined ? null : findDate(status)) ?? period?.to ?? null,
  };
}

function summaryHeader(structure: Structure): DocumentHeader {
  const opening = structure.front
    .map((line) => fold(line.text))
    .filter((text) => text !== "")
    .slice(0, OPENING_LINES);
  const title = opening.find((text) => text.length < 160 && /executive summary/i.test(text)) ?? opening[0] ?? null;
  const after = title === null ? opening : opening.slice(Math.max(0, opening.indexOf(title)));
  const isMeeting = (text: string): boolean => findDateRange(text) !== null;
  const meeting =
    after.find((text) => isMeeting(text) && /\bmeeting\b|\b(?:SG|CE) ?\d+\b|study group/i.test(text)) ??
    after.find(isMeeting) ??
    opening.find(isMeeting);
  const range = meeting === undefined ? null : findDateRange(meeting);
  const plenary = structure.annexes
    .flatMap((annex) => [annex.title, ...annex.sections.map((section) => section.title)])
    .find((text) => /\bplenary\b/i.test(text) && findDate(text) !== null);
  return {
    studyGroup: studyGroupIn(opening.join(" ")),
    title,
    place: meeting === undefined || !range ? null : placeIn(meeting, range.start, range.end),
    from: range?.from ?? null,
    to: range?.to ?? null,
    asOf: (plenary === undefined ? null : findDate(plenary)) ?? range?.to ?? null,
  };
}

/** The place in "Meeting of ITU-T SG17 'Security', Goyang, 29 August – …" or "(Geneva, 3-11 September 2024)". */
function placeIn(text: string, start: number, end: number): string | null {
  const before = text.slice(0, start).replace(/(?:[\s,;:(–—-]|\b(?:del?|du)\b)+$/, "");
  const place = afterMeetingWords(before);
  if (place !== null) return place;
  const behind = /^[\s,;:]*\(?([^()]{2,60}?)\)?[.,;]?$/.exec(text.slice(end))?.[1];
  return behind && /^\p{Lu}/u.test(behind) ? fold(behind) : null;
}

function afterMeetingWords(before: string): string | null {
  const parts = before.split(/[,:(]|\s[–—-]\s|\bin\b|\bat\b/).map((part) => part.trim());
  const isPlace = (part: string): boolean =>
    part !== "" &&
    !/\b(?:(?:SG|CE) ?\d+|r[eé]uni[oó]n|commission|comisi[oó]n|UIT-T|meeting|study group|ITU-T|summary|security|plenary|held|WP ?\d)\b|^['"’‘“”]|['"’”]$/i.test(
      part,
    );
  const places: string[] = [];
  for (const part of parts.reverse()) {
    if (!isPlace(part)) break;
    places.unshift(part);
  }
  const virtual = /\b(?:fully )?virtual\b/i.exec(before);
  if (places.length > 0) return places.join(", ");
  return virtual ? virtual[0] : null;
}
