import { MAX_COLUMNS, MAX_ROWS, areaOf } from "../a1";
import type { Area } from "../a1";
import type { StructuralChange } from "../engine/structure";

/** A change of cells as `onChanged` reports it. */
export interface StructureEvent {
  readonly sheetId: string;
  readonly area: Area;
  readonly changeType: string;
  readonly shiftDirection: string;
}

/** The events of rows, columns or cells that came, went or moved: one, or two for cells that moved. */
export function structureEvents(change: StructuralChange): StructureEvent[] {
  const { sheetId } = change;
  switch (change.kind) {
    case "rowsInserted":
      return [{ sheetId, area: rows(change), changeType: "RowInserted", shiftDirection: "ShiftCellDown" }];
    case "rowsDeleted":
      return [{ sheetId, area: rows(change), changeType: "RowDeleted", shiftDirection: "ShiftCellUp" }];
    case "columnsInserted":
      return [{ sheetId, area: columns(change), changeType: "ColumnInserted", shiftDirection: "ShiftCellRight" }];
    case "columnsDeleted":
      return [{ sheetId, area: columns(change), changeType: "ColumnDeleted", shiftDirection: "ShiftCellLeft" }];
    case "cellsInserted":
    case "cellsDeleted": {
      const changeType = change.kind === "cellsInserted" ? "CellInserted" : "CellDeleted";
      return [{ sheetId, area: change.area, changeType, shiftDirection: `ShiftCell${change.shift}` }];
    }
    case "areaMoved": {
      const edited = { changeType: "RangeEdited", shiftDirection: "None" };
      return [
        { sheetId, area: change.from, ...edited },
        { sheetId: change.toSheetId, area: change.to, ...edited },
      ];
    }
  }
}

interface Lines {
  readonly start: number;
  readonly count: number;
}

const rows = ({ start, count }: Lines): Area => areaOf(start, 0, count, MAX_COLUMNS);
const columns = ({ start, count }: Lines): Area => areaOf(0, start, MAX_ROWS, count);
