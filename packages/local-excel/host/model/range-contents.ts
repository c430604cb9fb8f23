import type { Worksheet } from "@univerjs/core";

import { contains, isWholeColumns, isWholeRows, areaOf } from "../a1";
import type { Area } from "../a1";
import type { Call, Property } from "../bridge/model";
import type { TrackedRange } from "../engine/tracked-ranges";
import { invalidArgument } from "../errors";
import { fromR1C1, toR1C1 } from "../formulas/r1c1";
import { throughFilter } from "./filtering";
import { areaOfRange } from "./lookup";
import { requireUnlocked } from "./protection";
import { cellJson, grid, permitted, spillParent, uniform, writable, writeJson } from "./range-helpers";

const shownFormulas = ({ host }: Call, sheet: Worksheet, area: Area): unknown[][] =>
  host.cells.grid(area, (row, column) => host.cells.shownFormula(sheet, row, column));
const isFormula = (value: unknown): value is string => typeof value === "string" && /^=./.test(value);
const inLocal = (value: unknown, { host }: Call): unknown =>
  isFormula(value) ? host.formulaRules.toLocal(value) : value;
const inEnglish = (value: unknown, { host }: Call): unknown =>
  isFormula(value) ? host.formulaRules.toEnglish(value) : value;

/** Formats have English codes here in every locale, so the local ones are the same. */
const NUMBER_FORMAT: Property<TrackedRange> = {
  get: (self, call) =>
    grid(self, call, (sheet, area) =>
      call.host.cells.grid(area, (row, column) => call.host.cells.numberFormat(sheet, row, column)),
    ),
  set: (self, value, call) => {
    const { sheet, area } = permitted(self, call, "allowFormatCells");
    call.host.cells.writeNumberFormats(sheet, area, value);
  },
};

/** What is in the cells of a range: values, formulas, texts, number formats, links. */
export const RANGE_CONTENTS: Readonly<Record<string, Property<TrackedRange>>> = {
  values: {
    get: (self, call) => grid(self, call, (sheet, area) => call.host.cells.values(sheet, area)),
    set: (self, value, call) => {
      const { sheet, area } = writable(self, call);
      if (isWholeColumns(area) || isWholeRows(area)) throw invalidArgument("values for whole columns or rows");
      call.host.cells.write(sheet, area, throughFilter(call.host, self.sheetId, area, value));
    },
  },
  valuesAsJson: {
    get: (self, call) =>
      grid(self, call, (_sheet, area) =>
        call.host.cells.grid(area, (row, column) => cellJson(call, self, row, column)),
      ),
    set: (self, value, call) => {
      const { sheet, area } = writable(self, call);
      const rows = Array.isArray(value) ? (value as unknown[][]).map((row) => row.map(writeJson)) : writeJson(value);
      call.host.cells.write(sheet, area, throughFilter(call.host, self.sheetId, area, rows));
    },
  },
  formulas: {
    get: (self, call) => grid(self, call, (sheet, area) => shownFormulas(call, sheet, area)),
    set: (self, value, call) => {
      const { sheet, area } = writable(self, call);
      if (isWholeColumns(area) || isWholeRows(area)) throw invalidArgument("formulas for whole columns or rows");
      call.host.cells.writeFormulas(sheet, area, throughFilter(call.host, self.sheetId, area, value));
    },
  },
  formulasLocal: {
    get: (self, call) =>
      grid(self, call, (sheet, area) =>
        shownFormulas(call, sheet, area).map((row) => row.map((formula) => inLocal(formula, call))),
      ),
    set: (self, value, call) => {
      const { sheet, area } = writable(self, call);
      if (isWholeColumns(area) || isWholeRows(area)) throw invalidArgument("formulas for whole columns or rows");
      const english = Array.isArray(value)
        ? (value as unknown[]).map((row) => (Array.isArray(row) ? row.map((cell) => inEnglish(cell, call)) : row))
        : inEnglish(value, call);
      call.host.cells.writeFormulas(sheet, area, throughFilter(call.host, self.sheetId, area, english));
    },
  },
  formulasR1C1: {
    get: (self, call) =>
      grid(self, call, (sheet, area) =>
        call.host.cells.grid(area, (row, column) => {
          const shown = call.host.cells.shownFormula(sheet, row, column);
          return isFormula(shown) ? toR1C1(shown, row, column) : shown;
        }),
      ),
    set: (self, value, call) => {
      const { sheet, area } = writable(self, call);
      if (isWholeColumns(area) || isWholeRows(area)) throw invalidArgument("formulas for whole columns or rows");
      const at = (cell: unknown, row: number, column: number): unknown =>
        isFormula(cell) ? fromR1C1(cell, area.startRow + row, area.startColumn + column) : cell;
      const formulas = Array.isArray(value)
        ? (value as unknown[]).map((row, down) =>
            Array.isArray(row) ? (row as unknown[]).map((cell, right) => at(cell, down, right)) : row,
          )
        : at(value, 0, 0);
      call.host.cells.writeFormulas(sheet, area, throughFilter(call.host, self.sheetId, area, formulas));
    },
  },
  text: {
    get: (self, call) =>
      grid(self, call, (sheet, area) =>
        call.host.cells.grid(area, (row, column) => call.host.cells.text(sheet, row, column)),
      ),
  },
  valueTypes: {
    get: (self, call) =>
      grid(self, call, (sheet, area) =>
        call.host.cells.grid(area, (row, column) => call.host.cells.valueType(sheet, row, column)),
      ),
  },
  numberFormat: NUMBER_FORMAT,
  numberFormatLocal: NUMBER_FORMAT,
  hasSpill: {
    get: (self, call) =>
      uniform(self, call, (row, column) => spillParent({ ...self, area: areaOf(row, column) }, call) !== undefined),
  },
  hyperlink: {
    get: (self, call) =>
      call.host.sheetState(self.sheetId).hyperlinks.findLast(({ area }) => contains(area, areaOfRange(self)))?.link ??
      null,
    set: (self, value, call) => {
      const { sheet, area } = permitted(self, call, "allowInsertHyperlinks");
      requireUnlocked(call.host, self.sheetId, area);
      const link = (value ?? {}) as Record<string, unknown>;
      call.host.editState(self.sheetId, (state) => {
        const others = state.hyperlinks.filter((other) => !contains(area, other.area));
        state.hyperlinks = Object.keys(link).length > 0 ? [...others, { area, link }] : others;
      });
      if (typeof link["textToDisplay"] === "string") call.host.cells.write(sheet, area, link["textToDisplay"]);
      const blue = { cl: { rgb: "#0563C1" }, ul: { s: 1 } };
      call.host.cells.styleCells(sheet, area, () => (Object.keys(link).length > 0 ? blue : undefined));
    },
  },
};
