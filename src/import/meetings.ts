/** Meetings that an executive summary plans: the next ones of the study group, and the interim rapporteur group meetings. */
import type { PlannedMeeting, RapporteurMeeting } from "../domain/document";
import { findDateRange, findDay } from "./dates";
import type { Account } from "./line-coverage";
import { fold, isEmptyCell, type Line } from "./lines";
import { readQuestion } from "./questions";

/** No line of a list of meetings is longer. */
export const LONGEST_LINE = 1000;
export const MARK = String.raw`^\s*(?:\d+(?:\.\d+)*\.?\s+|[-–—•·*]\s*)?`;
export const NEXT_MEETINGS = new RegExp(
  `${MARK}(?:next|future|planned|upcoming)\\s+(?:SG ?\\d+\\s+)?(?:meetings?|plenar(?:y|ies))\\b`,
  "i",
);
export const INTERIM = new RegExp(
  `${MARK}(?:interim\\s+(?:RGMs?|rapporteur)|(?:planned\\s+)?rapporteur.{0,20}meetings?\\b)`,
  "i",
);
const NUMBERED = /^\s*(\d+\.\d+)\.?\s+(.+)$/;
export const CHAPTER = /^\s*\d+\.?\s+(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))\p{Lu}/u;
export const BULLET = /^\s*[-–—•·*]\s*(?=\S)/;

/** A meeting of the study group, not one of its rapporteur groups. */
const GROUP_MEETING =
  /\b(?:SG ?\d+|study group)\b.{0,40}\b(?:e-)?(?:meeting|plenary)\b|\b(?:meeting|plenary) of (?:ITU-T )?(?:SG|study group)/i;

/** The meetings named under "Next SG17 meetings", in any notation: numbered, with bullets, or in the heading itself. */
export function readPlannedMeetings(lines: readonly Line[]): PlannedMeeting[] {
  const front = lines.filter((line) => line.text.length <= LONGEST_LINE);
  const begin = front.findIndex((line) => NEXT_MEETINGS.test(line.text));
  if (begin < 0) return [];
  const meetings: PlannedMeeting[] = [];
  const heading = /:\s*(\S.*)$/.exec(fold(front[begin]?.text ?? ""))?.[1];
  if (heading !== undefined && daysIn(heading)) meetings.push(plannedMeeting(`SG17 meeting: ${heading}`));
  let interim = false;
  for (const line of front.slice(begin + 1)) {
    const text = fold(line.text);
    interim ||= INTERIM.test(text);
    if (interim && ROW.test(text)) continue;
    const numbered = NUMBERED.exec(text)?.[2];
    const item = numbered ?? text.replace(/^(?:\d+\.\s+|[-–—•·*]\s*)/, "");
    const isMeeting = !interim && numbered !== undefined ? /\bmeeting\b/i.test(item) : GROUP_MEETING.test(item);
    if (isMeeting && (numbered !== undefined || daysIn(item))) meetings.push(plannedMeeting(item));
    else if (numbered === undefined && CHAPTER.test(text) && !interim) break;
  }
  return meetings;
}

interface Days {
  from: string;
  to: string;
  start: number;
  end: number;
}

/** The first days that a text names: a range, else a single day. */
function daysIn(text: string): Days | null {
  return findDateRange(text) ?? findDay(text);
}

function plannedMeeting(printed: string): PlannedMeeting {
  const days = daysIn(printed);
  const colon = printed.indexOf(":");
  const isTime = /\d:\d/.test(printed.slice(Math.max(0, colon - 1), colon + 2));
  const parted = colon >= 0 && !isTime && colon < (days?.start ?? printed.length);
  // "Friday 7 Jan 2022, SG17 e-plenary (virtual)": the day comes first.
  const dayFirst = days !== null && /^\W*$/.test(printed.slice(0, days.start));
  const rest = dayFirst ? printed.slice(days.end) : printed;
  const end = parted
    ? colon
    : (/\s*[(]|\s+(?:is )?(?:planned|scheduled|foreseen)\b/.exec(rest)?.index ??
      (dayFirst ? rest.length : (days?.start ?? rest.length)));
  const name = fold(rest.slice(0, end))
    .replace(/^[,;:\s]+|[,;:\s]+$/g, "")
    .replace(/^an? /i, "");
  const details = parted ? printed.slice(colon + 1) : printed.slice(days?.end ?? printed.length).replace(name, " ");
  return { name, place: placeOf(details, printed), from: days?.from ?? null, to: days?.to ?? null, printed };
}

const TIME_WORD =
  /^(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?|\d[\d.:–-]*|[-–—]|to|tbd|tbc|(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\/?)+)[,;]?$/i;

function placeOf(details: string, printed: string): string | null {
  const plain = details.replace(/\([^()]*\)/g, " ").replace(/\d{4}\(.*$/, " ");
  const words = fold(plain)
    .split(" ")
    .filter((word) => word !== "" && !TIME_WORD.test(word));
  const place = words
    .join(" ")
    .replace(/^[,;\s]+|[,;\s]+$/g, "")
    .replace(/^(?:in|at) (?=\p{Lu})/u, "");
  if (place !== "" && /^\p{Lu}/u.test(place)) return place;
  return /\bvirtual\b/i.test(printed) ? "virtual" : null;
}

const ROW = /^\s*(?:(\d{1,2})[.)]?\s+)?(Q?\d{1,2}\/\d{1,2}(?:\s*,?\s*\([^()]*\))?)(?:\s+(.*))?$/;
/** Column headers of the list, which may run together with its first row. */
const LIST_HEADER = /^\s*(?:#\s+)?Q(?:uestions?)?\s+Dates?\s+Place\S*(?:\s*\/\s*Host)?\s+(?:Subject|Objective)\S*\s*/i;
const ROW_IN_CELLS = /^[\s|]*(?:(\d{1,2})[.)]?\s*[|\t]\s*)(Q?\d{1,2}(?:\/\d{1,2})?[^|\t]*)[|\t]\s*(.*)$/;

/** The interim rapporteur group meetings, as printed. */
export function readRapporteurMeetings(lines: readonly Line[], account: Account): RapporteurMeeting[] {
  const front = lines.filter((line) => line.text.length <= LONGEST_LINE);
  const begin = front.findIndex((line) => INTERIM.test(line.text) || /\bfollowing\b.*\bRGMs?\b/.test(line.text));
  if (begin < 0) return [];
  const meetings: { row: RapporteurMeeting; head: string[]; cells: string[] | null }[] = [];
  let stated: { rgms: number; questions: number | null; line: number } | null = null;
  for (const printed of front.slice(begin)) {
    const line = { ...printed, text: printed.text.replace(LIST_HEADER, "") };
    const count = /(?:(\d+) Questions? .{0,40})?\b(\d+) (?:interim )?(?:RGMs?|rapporteur)/i.exec(line.text);
    if (count) stated = { rgms: Number(count[2]), questions: count[1] ? Number(count[1]) : null, line: line.number };
    const inCells = ROW_IN_CELLS.exec(line.text);
    const row = inCells ?? ROW.exec(line.text);
    const current = meetings.at(-1);
    if (row) {
      const question = readQuestion(row[2] ?? "", "17").question;
      const seq = row[1] === undefined ? null : Number(row[1]);
      const cells = inCells ? (row[3] ?? "").split(/[|\t]/).map(fold) : null;
      const head = cells ? [] : [fold(row[3] ?? "")].filter((text) => text !== "");
      meetings.push({ row: { seq, question, date: null, place: null, objectives: [] }, head, cells });
    } else if (!current) continue;
    else if (BULLET.test(line.text)) current.row.objectives.push(fold(line.text.replace(BULLET, "")));
    else if (CHAPTER.test(line.text)) break;
    else if (fold(line.text) !== "") addText(current, fold(line.text));
  }
  for (const meeting of meetings) finish(meeting);
  const rows = meetings.map((meeting) => meeting.row);
  if (stated) checkCounts(rows, stated, account);
  return rows;
}

/** Text without a bullet goes on with the last objective, else with the date and place. */
function addText(meeting: { row: RapporteurMeeting; head: string[] }, text: string): void {
  const last = meeting.row.objectives.length - 1;
  if (last >= 0) meeting.row.objectives[last] = `${meeting.row.objectives[last] ?? ""} ${text}`;
  else meeting.head.push(text);
}

const DATE_TEXT = new RegExp(
  "^(?:(?:tb[cd]|to be (?:confirmed|decided|determined))\\b|" +
    "(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\\s+)?(?:\\d{1,2}\\s*(?:[-–—&,]|and|to)?\\s*)*(?:\\d{1,2}\\s+)?(?:end of |early |mid-?|late )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?(?:\\s*[-–—/]\\s*(?:\\d{1,2}\\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?)?,?(?:\\s+(?:19|20)\\d{2})?)" +
    "(?:,?\\s*\\d{1,2}[:.h]\\d{2}(?:\\s*[-–—]\\s*\\d{1,2}[:.h]\\d{2})?)?(?:\\s*(?:hours|hrs))?(?:\\s*\\((?:CET|CEST|UTC|GMT|KST|JST|Geneva time|tentative|tb[cd]|to be confirmed)[^()]*\\))*",
  "i",
);

function finish(meeting: { row: RapporteurMeeting; head: string[]; cells: string[] | null }): void {
  const { row, head, cells } = meeting;
  if (cells) {
    row.date = cells[0] && !isEmptyCell(cells[0]) ? cells[0] : null;
    row.place = cells[1] && !isEmptyCell(cells[1]) ? cells[1] : null;
    row.objectives.unshift(
      ...cells
        .slice(2)
        .filter((text) => text !== "")
        .map((text) => text.replace(BULLET, "")),
    );
    return;
  }
  const text = head.join(" ");
  const date = DATE_TEXT.exec(text)?.[0].trim() ?? "";
  const place = text
    .slice(DATE_TEXT.exec(text)?.[0].length ?? 0)
    .trim()
    .replace(/^[,;]\s*/, "");
  row.date = date === "" ? null : date;
  row.place = place === "" ? null : place;
}

function checkCounts(
  rows: readonly RapporteurMeeting[],
  stated: { rgms: number; questions: number | null; line: number },
  account: Account,
): void {
  if (stated.rgms !== rows.length) {
    account.report(stated.line, "warning", "meetingsDiffer", { stated: stated.rgms, found: rows.length });
  }
  const questions = new Set(rows.map((row) => row.question)).size;
  if (stated.questions !== null && stated.questions !== questions) {
    const values = { stated: stated.questions, found: questions };
    account.report(stated.line, "warning", "meetingQuestionsDiffer", values);
  }
}
