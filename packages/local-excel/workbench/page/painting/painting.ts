import { CellValueType, type IStyleData, InterceptorEffectEnum } from "@univerjs/presets";
import {
  INTERCEPTOR_POINT,
  InterceptCellContentPriority,
  SheetInterceptorService,
} from "@univerjs/presets/preset-sheets-core";
import type { LocalExcel, Table } from "../../../host/index";
import type { UniverAPI } from "../grid";
import { conditionalStyleAt } from "./conditional-style";
import { tableStyleAt } from "./table-style";

/**
 * Draws what the host knows of a sheet beside its cells: tables and conditional formats. Univer asks for each cell it
 * draws, so nothing of this is written into the cells, as in Excel.
 */
export function paintSheets(excel: LocalExcel, univerAPI: UniverAPI): void {
  const { host } = excel;
  let tables = groupBySheet(excel.tables());
  const redraw = inOneGo(() => univerAPI.getActiveWorkbook()?.getActiveSheet().refreshCanvas());
  const beforeTables = host.tables.onShown;
  host.tables.onShown = (shown) => {
    beforeTables(shown);
    tables = groupBySheet(shown);
    redraw();
  };
  host.onConditionalFormats = redraw;

  const interceptors = host.engine.injector.get(SheetInterceptorService);
  interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
    // Before Univer applies number formats.
    priority: InterceptCellContentPriority.NUMFMT + 1,
    handler: (cell, { workbook, worksheet, row, col }, next) => {
      const pattern = typeof cell?.v === "number" ? host.cells.answerFormat(worksheet, row, col) : undefined;
      if (pattern === undefined) return next(cell);
      return next({ ...cell, s: { ...workbook.getStyles().getStyleByCell(cell), n: { pattern } } });
    },
  });
  interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Value,
    // After Univer has applied number formats, in English and with days counted from 1900.
    priority: InterceptCellContentPriority.NUMFMT - 1,
    handler: (cell, { rawData, worksheet, row, col }, next) => {
      const isShown = host.region.locale === "en-US" && !host.date1904;
      if (isShown || typeof rawData?.v !== "number" || rawData.t === CellValueType.BOOLEAN) return next(cell);
      return next({ ...cell, v: host.cells.text(worksheet, row, col) });
    },
  });
  interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Style,
    // After the cells' own contents and before Univer's marks for errors and spelling.
    priority: 9,
    handler: (cell, location, next) => {
      const { subUnitId, row, col } = location;
      const rules = host.sheetState(subUnitId).conditionalFormats;
      const table =
        tables
          .get(subUnitId)
          ?.map((one) => tableStyleAt(one, row, col))
          .find(Boolean) ?? null;
      const conditional =
        rules.length === 0 || cell?.v === undefined || cell.v === null
          ? {}
          : conditionalStyleAt(rules, row, col, cell.v);
      if (!table && Object.keys(conditional).length === 0) return next(cell);
      const own = (typeof cell?.s === "string" ? location.workbook.getStyles().get(cell.s) : cell?.s) ?? {};
      return next({ ...cell, s: { ...table, ...present(own), ...conditional } });
    },
  });
}

/** A style without the properties that are there but empty, which would hide what lies beneath. */
function present(style: IStyleData): IStyleData {
  return Object.fromEntries(Object.entries(style).filter(([, value]) => value !== null && value !== undefined));
}

function groupBySheet(tables: readonly Table[]): Map<string, Table[]> {
  const groups = new Map<string, Table[]>();
  for (const table of tables) groups.set(table.sheetId, [...(groups.get(table.sheetId) ?? []), table]);
  return groups;
}

/** Many calls in one turn become one, in the next frame. */
function inOneGo(work: () => void): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      work();
    });
  };
}
