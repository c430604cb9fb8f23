import { BaseFunction, BaseReferenceObject, ErrorType, ErrorValueObject } from "@univerjs/engine-formula";
import type { FunctionVariantType } from "@univerjs/engine-formula";

import { isSingleCell } from "../a1";
import type { Area } from "../a1";
import { ENGLISH_SYNTAX, tokenize } from "./tokens";
import type { Token } from "./tokens";

/** "A1#" is kept as a call of this function, as in files. */
const SPILL_FUNCTION = "ANCHORARRAY";

/** Tokens with "A1#" as Excel keeps it: ANCHORARRAY(A1). */
export function withoutHashes(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (const token of tokens) {
    const before = kept.at(-1);
    if (token.text !== "#" || before?.kind !== "word") {
      kept.push(token);
      continue;
    }
    const at = kept.at(-2)?.kind === "sheet" ? -2 : -1;
    const reference = kept.splice(at);
    kept.push({ kind: "function", text: SPILL_FUNCTION }, { kind: "open", text: "(" }, ...reference);
    kept.push({ kind: "close", text: ")" });
  }
  return kept;
}

/** A formula with the short form "A1#". */
export function withHashes(formula: string): string {
  if (!formula.includes(SPILL_FUNCTION)) return formula;
  const tokens = tokenize(formula.replace(/^=/, ""), ENGLISH_SYNTAX);
  if (!tokens) return formula;
  const shown: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const length = tokens[at + 2]?.kind === "sheet" ? 2 : 1;
    const isAnchor = tokens[at]?.kind === "function" && tokens[at]?.text.toUpperCase() === SPILL_FUNCTION;
    if (isAnchor && tokens[at + 1 + length]?.kind === "word" && tokens[at + 2 + length]?.kind === "close") {
      shown.push(...tokens.slice(at + 2, at + 2 + length).map(({ text }) => text), "#");
      at += 2 + length;
    } else shown.push(tokens[at]?.text ?? "");
  }
  return `=${shown.join("")}`;
}

/** What spills from a cell; Univer has no such function. */
export class SpillFunction extends BaseFunction {
  override needsReferenceObject = true;
  override minParams = 1;
  override maxParams = 1;

  /** @param hasFormula whether a cell has a formula */
  constructor(private readonly hasFormula: (sheetId: string, row: number, column: number) => boolean) {
    super(SPILL_FUNCTION);
  }

  override calculate(anchor: FunctionVariantType): FunctionVariantType {
    if (anchor.isError()) return anchor;
    if (!(anchor instanceof BaseReferenceObject)) return ErrorValueObject.create(ErrorType.REF);
    const position = anchor.getRangePosition();
    const { startRow: row, startColumn: column } = position;
    const sheetId = anchor.getSheetId();
    if (!isSingleCell(position) || !this.hasFormula(sheetId, row, column))
      return ErrorValueObject.create(ErrorType.REF);
    const unitId = anchor.getUnitId();
    const rangeIn = (ranges: ReturnType<typeof anchor.getArrayFormulaRange>): Area | undefined =>
      ranges[unitId]?.[sheetId]?.[row]?.[column];
    const isNew = anchor.getCurrentRuntimeSheetData()?.getValue(row, column) != null;
    const range =
      rangeIn(anchor.getRuntimeArrayFormulaRange()) ?? (isNew ? undefined : rangeIn(anchor.getArrayFormulaRange()));
    if (range) anchor.setRangeData({ ...range });
    return anchor.toArrayValueObject(false);
  }
}
