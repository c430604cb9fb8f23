import { areaOf, bounding } from "../a1";
import type { Host } from "../host";
import { sheetOfOperation } from "./operations";
import type { CellWrite, Operation } from "./operations";
import { contentOf, styleOf } from "./recorder";
import { readSharedState, stateChanges } from "./shared-state";

/** The sheets on which two lists of simultaneous operations may leave clients different: one of them changes the structure. */
export function contestedSheets(one: readonly Operation[], another: readonly Operation[]): string[] {
  if (one.length === 0 || another.length === 0) return [];
  const sheets = [...one, ...another].filter(changesStructure).map(sheetOfOperation);
  return sheets.filter((sheetId) => sheetId !== undefined);
}

const changesStructure = (operation: Operation): boolean =>
  operation.kind === "structure" ||
  operation.kind === "sort" ||
  (operation.kind === "state" && operation.path[0] === "tables");

/** What makes a client's sheets, tables and names those of another client. */
export function differences(host: Host, other: Host, sheetIds: Iterable<string>): Operation[] {
  const cells = [...sheetIds].flatMap((sheetId) => cellDifferences(host, other, sheetId));
  return [...stateChanges(readSharedState(host), readSharedState(other)), ...cells];
}

function cellDifferences(host: Host, other: Host, sheetId: string): Operation[] {
  const [sheet, wanted] = [host.engine.sheet(sheetId), other.engine.sheet(sheetId)];
  if (!sheet || !wanted) return [];
  const used = [host.cells.usedArea(sheet, false), other.cells.usedArea(wanted, false)].filter((area) => !!area);
  const area = used.reduce(bounding, areaOf(0, 0));
  const cells: Record<number, Record<number, CellWrite>> = {};
  for (let row = area.startRow; row <= area.endRow; row++) {
    for (let column = area.startColumn; column <= area.endColumn; column++) {
      const content = contentOf(other, wanted, row, column);
      const style = styleOf(other, wanted, row, column);
      const write: CellWrite = {
        ...(isSame(content, contentOf(host, sheet, row, column)) ? {} : { content }),
        ...(isSame(style, styleOf(host, sheet, row, column)) ? {} : { style }),
      };
      if (Object.keys(write).length > 0) (cells[row] ??= {})[column] = write;
    }
  }
  return Object.keys(cells).length > 0 ? [{ kind: "cells", sheetId, cells }] : [];
}

const isSame = (one: unknown, another: unknown): boolean => JSON.stringify(one) === JSON.stringify(another);
