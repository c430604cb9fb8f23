/** The running text of an executive summary beside its counts and meetings: topics, workshops, subgroups, events of the next meeting. */
import type { PlannedMeeting, SummaryTextId, SummaryTexts } from "../domain/document";
import { statesCount } from "./checks";
import { fold, type Line } from "./lines";
import { BULLET, CHAPTER, INTERIM, LONGEST_LINE, MARK, NEXT_MEETINGS } from "./meetings";

/** The lines after which each part begins. */
const BEGINNINGS: readonly (readonly [RegExp, SummaryTextId])[] = [
  [new RegExp(`${MARK}hot topics\\b`, "i"), "topics"],
  [new RegExp(`${MARK}(?:meeting )?outputs?\\b(?! (?:standards|texts))`, "i"), "workshops"],
  [new RegExp(`${MARK}(?:SG ?\\d+ )?subgroups\\b`, "i"), "subgroups"],
  [NEXT_MEETINGS, "events"],
];
const NUMBERED = /^\s*\d+\.\d+/;
/** Longer parts are no summary. */
const MOST_LINES = 60;

/**
 * Returns the running text of a summary by part.
 * @param planned the meetings that the document plans, whose sentences belong to no part
 * @param plain whether the source has lines instead of paragraphs: a line without a bullet goes on with the one before
 */
export function readSummaryTexts(
  front: readonly Line[],
  planned: readonly PlannedMeeting[],
  plain: boolean,
): SummaryTexts {
  const texts: SummaryTexts = {};
  const meetings = new Set(planned.map(({ printed }) => printed));
  let part: SummaryTextId | null = null;
  for (const line of front) {
    const text = fold(line.text);
    if (INTERIM.test(text)) break;
    const begins = BEGINNINGS.find(([pattern]) => pattern.test(text));
    if (begins) part = begins[1];
    if (begins || part === null || text === "" || text.length > LONGEST_LINE || statesCount(text)) continue;
    const item = text.replace(BULLET, "");
    if (meetings.has(item) || NUMBERED.test(text)) continue;
    if (CHAPTER.test(text)) {
      part = null;
      continue;
    }
    const lines: string[] = (texts[part] ??= []);
    const last = lines.length - 1;
    if (plain && last >= 0 && !BULLET.test(line.text)) lines[last] = `${lines[last] ?? ""} ${text}`;
    else if (lines.length < MOST_LINES) lines.push(item);
  }
  return texts;
}
