/** A document cut into annexes and tables, before their rows are read. */
import type { TableKind } from "../domain/document";
import type { Grid } from "./blocks";
import { fold, type Line } from "./lines";

export interface RawSection {
  id: string;
  title: string;
  table: TableKind | null;
  /** True where the words of the heading may mean a decision or a plan. */
  doubtful: boolean;
  /** True in a part of the document that speaks of plans. */
  inPlan: boolean;
  /** Line of the heading. */
  line: number;
  /** Sentences between the heading and the table. */
  introduction: Line[];
  /** Text: rows whose cells run together, and notes. */
  lines: Line[];
  /** Tables whose cells are kept. */
  grids: Grid[];
}

export interface RawAnnex {
  id: string;
  title: string;
  line: number;
  sections: RawSection[];
}

/** True for a section of which only the heading has been read. */
export function isUnread(section: RawSection): boolean {
  return section.grids.length === 0 && section.lines.every((line) => fold(line.text) === "");
}

/** True for a section of which only the letter has been read. */
export function awaitsTitle(section: RawSection): boolean {
  return section.title === "" && section.id !== "" && isUnread(section);
}
