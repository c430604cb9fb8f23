import { parseArea } from "../a1";
import type { Area } from "../a1";
import { ENGLISH_SYNTAX, tokenize } from "./tokens";
import type { Token } from "./tokens";

export interface SheetArea {
  readonly sheetId: string;
  readonly area: Area;
}

/** How the names that a formula may hold are resolved. */
export interface ReferenceScope {
  sheetId(name: string): string | undefined;
  /** The cells of a defined name. */
  named(name: string, sheetId: string): SheetArea | undefined;
  /** The cells of a structured reference, "Table1" and "[Column]"; the table around the cell where it has no name. */
  structured(
    table: string | undefined,
    brackets: string,
    cell: { sheetId: string; row: number; column: number },
  ): SheetArea | undefined;
}

const sheetName = (text: string): string => text.slice(0, -1).replace(/^'|'$/g, "").replaceAll("''", "'");

/** The cells that a formula names, in the order of the formula. */
export function referencesOf(
  formula: string,
  cell: { sheetId: string; row: number; column: number },
  scope: ReferenceScope,
): SheetArea[] {
  const tokens = (tokenize(formula.replace(/^=/, ""), ENGLISH_SYNTAX) ?? []).filter(({ kind }) => kind !== "space");
  const found: SheetArea[] = [];
  let sheetId = cell.sheetId;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    const [next, after] = [tokens[at + 1], tokens[at + 2]];
    if (token.kind === "sheet") {
      sheetId = scope.sheetId(sheetName(token.text)) ?? "";
      continue;
    }
    const home = sheetId;
    sheetId = cell.sheetId;
    if (token.kind === "brackets" || (token.kind === "word" && next?.kind === "brackets")) {
      const table = token.kind === "word" ? token.text : undefined;
      const area = scope.structured(table, token.kind === "word" ? (next?.text ?? "") : token.text, cell);
      if (area) found.push(area);
      if (token.kind === "word") at += 1;
      continue;
    }
    if (token.kind !== "word" && token.kind !== "number") continue;
    const range = next?.text === ":" && after ? parseArea(`${token.text}:${after.text}`) : undefined;
    if (range) at += 2;
    const area = range ?? (token.kind === "word" ? parseArea(token.text) : undefined);
    if (area && home !== "") found.push({ sheetId: home, area });
    else if (!area && token.kind === "word") {
      const named = scope.named(token.text, home);
      if (named) found.push(named);
    }
  }
  return found;
}
