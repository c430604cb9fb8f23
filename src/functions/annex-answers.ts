/** ANNEX: a published or coming annex as it would be printed. In a chunk of its own, with what generates annexes. */
import { functionTexts } from "../i18n/functions";
import {
  datedMeetings,
  generateExecutiveSummary,
  generateLeadReport,
  generateStatistics,
  NOTE_PREFIX,
  printReport,
  type PrintedAnnex,
  type PrintedSection,
} from "../domain/annexes";
import type { Programme } from "../domain/model";
import { NO_ARGUMENTS, type ParsedArguments } from "./arguments";
import type { EvaluationContext } from "./evaluation-context";
import { LEAD_REPORT_ANNEXES, type AnnexId } from "./catalogue";
import { badValue, notAvailable, type Answer, type Failure } from "./cells";
import { isOneOf } from "../domain/vocabulary";
import type { Evaluator } from "./evaluate";
import { currentSettings } from "../excel/settings";

function printed(programme: Programme, meeting: string, annex: AnnexId): PrintedAnnex | undefined {
  const generate = isOneOf(LEAD_REPORT_ANNEXES, annex) ? generateLeadReport : generateExecutiveSummary;
  const headings = currentSettings().reportWords;
  const report = printReport(
    generate(programme, meeting, { headings }),
    generateStatistics(programme, meeting, headings),
    programme,
  );
  return report.annexes.find((each) => each.id === annex);
}

/** "a) TAP Recommendations approved": "a"; "" for an annex of one table. */
const letterOf = (section: PrintedSection): string => /^(\w+)\)/.exec(section.heading)?.[1] ?? "";

const table = (section: PrintedSection): string[][] => [section.table.headers, ...section.table.rows];

/** Title, then each section with its heading, table and notes, one below the other. */
function whole(annex: PrintedAnnex): string[][] {
  const line = (text: string | null) => (text === null || text === "" ? [] : [[text]]);
  return [
    [`${annex.label} ${annex.title}`],
    ...line(annex.introduction),
    ...annex.sections.flatMap((section) => [
      ...line(section.heading),
      ...table(section),
      ...section.notes.map((note) => [`${NOTE_PREFIX}${note}`]),
      ...section.remarks.map((remark) => [remark]),
    ]),
  ];
}

/** Rows of one width: Excel takes rectangles only. */
function rectangle(rows: string[][]): Answer[][] {
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...new Array<string>(width - row.length).fill("")]);
}

function annex(given: readonly ParsedArguments[], { index }: EvaluationContext): Answer[][] | Failure {
  const texts = functionTexts();
  const [{ meeting, annex: id, section } = NO_ARGUMENTS] = given;
  if (given.length > 1) return badValue(texts.oneAnnexOnly);
  if (meeting === null || id === null) return [[""]];
  const { programme } = index;
  const known = datedMeetings(programme).map((each) => each.id);
  if (!known.includes(meeting)) return notAvailable(texts.unknownMeeting(meeting, known));
  const found = printed(programme, meeting, id);
  if (!found) return notAvailable(texts.noMatch);
  if (section === null) return rectangle(whole(found));
  const letters = found.sections.map(letterOf).filter((letter) => letter !== "");
  const wanted = found.sections.find((each) => letterOf(each) === section);
  return wanted ? rectangle(table(wanted)) : notAvailable(texts.unknownSection(section, letters));
}

/** What answers ANNEX. */
export const ANNEX_ANSWERS: Record<"ANNEX", Evaluator<EvaluationContext>> = { ANNEX: { shape: "table", rows: annex } };
