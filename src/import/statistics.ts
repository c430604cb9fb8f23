/** The statistics annex: participants announced and final, documents of this and past meetings. */
import type { Participants, Statistics } from "../domain/document";
import { type Account, shorten } from "./line-coverage";
import { isStatisticsTitle } from "./headings";
import { fold, type Line } from "./lines";
import type { RawAnnex } from "./raw-annexes";

/** Column names of the participants table as printed, longest first. */
const PARTICIPANT_COLUMNS =
  /participants|countries|Member States|Sector Members|(?:SG ?\d+ )?Associates|Academia|Invited Experts|Administrations|Secretariat|Others|remote/gi;
const MEETING = /\b((?:19|20)\d{2}-\d{2})\*{0,3}/g;
const DOCUMENT_KINDS = ["C", "LS/i", "LS/o", "TD"] as const;
const DOCUMENT_KIND = /^(C|LS\s?\/\s?i|LS\s?\/\s?o|TDs?|LS)(?=\s|$)\s*(.*)$/i;

/** True for the annex of the statistics of the meeting. */
export function isStatistics(annex: RawAnnex): boolean {
  return isStatisticsTitle(annex.title);
}

function linesOf(annex: RawAnnex): Line[] {
  return annex.sections.flatMap((section) => section.lines);
}

function numbersIn(text: string): number[] {
  return [...text.matchAll(/(?<![\w.-])\d+(?![\w.-])/g)].map((match) => Number(match[0]));
}

/** Reads the statistics annex; every line of it is a figure, a heading or a note. */
export function readStatistics(annex: RawAnnex, account: Account): Statistics {
  const statistics: Statistics = {};
  const reader = new StatisticsReader(statistics);
  for (const line of linesOf(annex)) {
    const text = fold(line.text.replace(/\|/g, " "));
    if (text === "") continue;
    reader.add(text, line.number, account);
    account.mark(line.number, "statistics");
  }
  reader.finish();
  return statistics;
}

class StatisticsReader {
  private columns: string[] = [];
  private meetings: string[] = [];
  private kind: string | null = null;
  private readonly notes: string[] = [];
  private readonly documents: Record<string, Record<string, number>> = {};
  private announced: Participants | null = null;
  private final: Participants | null = null;

  constructor(private readonly statistics: Statistics) {}

  add(text: string, line: number, account: Account): void {
    if (this.addParticipants(text, line, account) || this.addMeetings(text) || this.addDocuments(text)) return;
    this.kind = null;
    this.notes.push(text);
  }

  finish(): void {
    if (this.announced || this.final) {
      const none = Object.fromEntries(this.columns.map((column) => [column, null]));
      this.statistics.participants = { announced: this.announced ?? none, final: this.final ?? none };
    }
    if (Object.keys(this.documents).length > 0) this.statistics.documents = this.documents;
    if (this.notes.length > 0) this.statistics.notes = this.notes;
  }

  private addParticipants(text: string, line: number, account: Account): boolean {
    const columns = text.match(PARTICIPANT_COLUMNS) ?? [];
    if (columns.length >= 3 && numbersIn(text).length === 0) {
      this.columns = columns;
      return true;
    }
    const row = /^(announced|registered|final|actual|attended)\b[\s:]*([\d\s–-]+)$/i.exec(text);
    if (!row || this.columns.length === 0) return false;
    const figures = numbersIn(row[2] ?? "");
    if (figures.length !== this.columns.length) {
      const values = { row: shorten(text), figures: figures.length, columns: this.columns.length };
      account.report(line, "info", "figures", values);
    }
    const participants: Participants = {};
    this.columns.forEach((column, index) => (participants[column] = figures[index] ?? null));
    if (/^(?:announced|registered)/i.test(text)) this.announced = participants;
    else this.final = participants;
    return true;
  }

  private addMeetings(text: string): boolean {
    const rest = text
      .replace(MEETING, "")
      .replace(/#|meeting/gi, "")
      .trim();
    if (rest !== "") return false;
    this.meetings.push(...[...text.matchAll(MEETING)].map((match) => match[1] ?? ""));
    return true;
  }

  private addDocuments(text: string): boolean {
    if (this.meetings.length === 0) return false;
    const row = DOCUMENT_KIND.exec(text);
    const figures = row ? (row[2] ?? "") : text;
    if (!/^[\d\s–-]*$/.test(figures)) return false;
    if (row) {
      const printed = (row[1] ?? "").replace(/\s/g, "").replace(/s$/i, "");
      this.kind = DOCUMENT_KINDS.find((kind) => kind.toLowerCase() === printed.toLowerCase()) ?? printed;
    }
    if (this.kind === null) return false;
    for (const figure of numbersIn(figures)) this.addFigure(this.kind, figure);
    return true;
  }

  /** Figures of one kind of document are in the order of the meetings. */
  private addFigure(kind: string, figure: number): void {
    const meeting = this.meetings.find((id) => this.documents[id]?.[kind] === undefined);
    if (meeting !== undefined) (this.documents[meeting] ??= {})[kind] = figure;
  }
}
