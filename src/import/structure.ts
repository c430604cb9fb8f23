/** Cuts a document into annexes and tables by its headings; reads no rows. */
import type { Block, Grid, Source, TextBlock } from "./blocks";
import { findDateRange } from "./dates";
import { LONGEST_HEADING } from "./heading-meaning";
import { isAnnexTitle, readHeadingBeforeTable, readSectionHeading, splitGlued } from "./headings";
import type { Account } from "./line-coverage";
import type { Line } from "./lines";
import type { RawAnnex } from "./raw-annexes";
import { StructureBuilder, type TextContext } from "./structure-builder";
import { tableAhead } from "./table-signs";
import type { Steps } from "../domain/steps";

export interface Structure {
  front: Line[];
  /** Tables of rapporteur group meetings. */
  meetingGrids: Grid[];
  annexes: RawAnnex[];
  /** First and last line of a table or annex; [0, 0] where there is none. */
  span: [number, number];
}

/** The opening words of the two families: where they come again, another document begins. */
const DOCUMENT_BEGINS = /^\s*executive summary\b.{0,80}$|\bactive in fulfilling its lead role\b/i;

/** The texts that follow a block, without blank ones, up to a number of blocks. */
function textsAfter(blocks: readonly Block[], index: number, count: number): string[] {
  return blocks.slice(index + 1, index + 1 + count).flatMap((block) => (block.kind === "text" ? [block.text] : []));
}

/** True where a document begins: its opening words, and soon the meeting or the achievements it reports. */
function beginsDocument(blocks: readonly Block[], index: number, text: string): boolean {
  if (text.length > 2000 || !DOCUMENT_BEGINS.test(text)) return false;
  const next = textsAfter(blocks, index, 15)
    .map((each) => each.slice(0, 500))
    .join("\n");
  return /\bmeeting of\b|\bachievements\b|\blead study group\b/i.test(next) || findDateRange(next) !== null;
}

/** Index of the next block that is not blank; -1 where there is none. */
function nextBlock(blocks: readonly Block[], index: number): number {
  const found = blocks
    .slice(index + 1, index + 6)
    .findIndex((block) => block.kind !== "text" || block.text.trim() !== "");
  return found < 0 ? -1 : index + 1 + found;
}

/** True where the next line that is not blank reads like the title of an annex or the heading of a table. */
function annexMayFollow(blocks: readonly Block[], index: number): boolean {
  const next = blocks[nextBlock(blocks, index)];
  if (next?.kind !== "text") return true;
  return isAnnexTitle(next.text) || (readSectionHeading(next.text)?.table ?? null) !== null;
}

/** True where the next line that is not blank is the heading of a table. */
function headingFollows(blocks: readonly Block[], index: number): boolean {
  const at = nextBlock(blocks, index);
  const next = blocks[at];
  if (next?.kind !== "text") return false;
  if (readSectionHeading(next.text)?.table) return true;
  const ahead = tableAhead(blocks, at);
  return ahead !== null && readHeadingBeforeTable(next.text, false, ahead) !== null;
}

function addTextBlock(builder: StructureBuilder, blocks: readonly Block[], index: number, block: TextBlock): void {
  const begins = beginsDocument(blocks, index, block.text);
  const mayHead = block.text.length < LONGEST_HEADING && block.text.trim() !== "";
  splitGlued({ number: block.line, text: block.text }).forEach((part, position) => {
    builder.addText(part, {
      begins: begins && position === 0,
      level: block.level,
      annexMayFollow: () => annexMayFollow(blocks, index),
      headingFollows: () => headingFollows(blocks, index),
      tableAhead: () => (mayHead ? tableAhead(blocks, index) : null),
    });
  });
}

/** Cuts the blocks of a document into its front matter and its annexes with their tables. */
export function* readStructure(source: Source, account: Account): Steps<Structure> {
  const builder = new StructureBuilder(account, source.plain);
  const { blocks } = source;
  for (const [index, block] of blocks.entries()) {
    yield index / blocks.length;
    if (block.kind === "text") addTextBlock(builder, blocks, index, block);
    else if (block.kind === "table") yield* builder.addTable(block.grid);
    else builder.addText({ number: block.line, text: `Note: ${block.text}` }, NOTE_CONTEXT);
  }
  builder.finish();
  const { front, meetingGrids, annexes } = builder;
  return { front, meetingGrids, annexes, span: spanOf(annexes, blocks, account) };
}

const NOTE_CONTEXT: TextContext = {
  begins: false,
  level: null,
  annexMayFollow: () => false,
  headingFollows: () => false,
  tableAhead: () => null,
};

/** From the first heading of an annex to the last line that is not blank; to the last table where the source keeps tables. */
function spanOf(annexes: readonly RawAnnex[], blocks: readonly Block[], account: Account): [number, number] {
  const first = annexes[0]?.line;
  if (first === undefined) return [0, 0];
  const last = blocks.findLast((block) => block.kind !== "text" || block.text.trim() !== "");
  const lastLine = last?.kind === "table" ? (last.grid.rows.at(-1)?.lastLine ?? last.line) : (last?.line ?? first);
  account.mark(first, "heading");
  return [first, lastLine];
}
