import { columnCount, formatAddress, isWholeColumns, isWholeRows, rowCount } from "../a1";
import { defineClass, objectOf } from "../bridge/model";
import type { TrackedRange } from "../engine/tracked-ranges";
import { CELL_PROPERTIES } from "./cell-properties";
import { styleName } from "./cell-operations";
import { areaOfRange, sheetOf } from "./lookup";
import { RANGE_OUTLINE } from "./outline";
import { RANGE_PRECEDENTS } from "./precedents";
import { RANGE_CONTENTS } from "./range-contents";
import { permitted, sizeInPixels, uniform } from "./range-helpers";
import { RANGE_EDGES } from "./range-edges";
import { RANGE_NAVIGATION } from "./range-navigation";
import { RANGE_OPERATIONS } from "./range-operations";
import { RANGE_SEARCH } from "./range-search";

defineClass<TrackedRange>({
  name: "Range",
  lazy: ["valuesAsJson", "valuesAsJsonLocal"],
  properties: {
    ...RANGE_CONTENTS,
    style: styleName<TrackedRange>(),
    address: { get: (self, { host }) => formatAddress(sheetOf(host, self.sheetId).getName(), areaOfRange(self)) },
    addressLocal: { get: (self, { host }) => formatAddress(sheetOf(host, self.sheetId).getName(), areaOfRange(self)) },
    cellCount: {
      get: (self) => {
        const cells = rowCount(areaOfRange(self)) * columnCount(areaOfRange(self));
        return cells > 2 ** 31 - 1 ? -1 : cells;
      },
    },
    columnCount: { get: (self) => columnCount(areaOfRange(self)) },
    columnIndex: { get: (self) => areaOfRange(self).startColumn },
    rowCount: { get: (self) => rowCount(areaOfRange(self)) },
    rowIndex: { get: (self) => areaOfRange(self).startRow },
    isEntireColumn: { get: (self) => isWholeColumns(areaOfRange(self)) },
    isEntireRow: { get: (self) => isWholeRows(areaOfRange(self)) },
    rowHidden: {
      get: (self, call) => uniform(self, call, (row) => !sheetOf(call.host, self.sheetId).getRowVisible(row)),
      set: (self, value, call) => {
        const { sheet, area } = permitted(self, call, "allowFormatRows");
        call.host.sheets.setRowsHidden(sheet, area.startRow, area.endRow, value === true);
      },
    },
    columnHidden: {
      get: (self, call) =>
        uniform(self, call, (_row, column) => !sheetOf(call.host, self.sheetId).getColVisible(column)),
      set: (self, value, call) => {
        const { sheet, area } = permitted(self, call, "allowFormatColumns");
        call.host.sheets.setColumnsHidden(sheet, area.startColumn, area.endColumn, value === true);
      },
    },
    hidden: {
      get: (self, call) =>
        uniform(
          self,
          call,
          (row, column) =>
            !sheetOf(call.host, self.sheetId).getRowVisible(row) ||
            !sheetOf(call.host, self.sheetId).getColVisible(column),
        ),
    },
    left: { get: (self, call) => sizeInPixels(self, call).left },
    top: { get: (self, call) => sizeInPixels(self, call).top },
    width: { get: (self, call) => sizeInPixels(self, call).width },
    height: { get: (self, call) => sizeInPixels(self, call).height },
  },
  objects: {
    conditionalFormats: (self) => objectOf("ConditionalFormatCollection", self),
    dataValidation: (self) => objectOf("DataValidation", self),
    format: (self) => objectOf("RangeFormat", self),
    sort: (self) => objectOf("RangeSort", self),
    worksheet: (self) => objectOf("Worksheet", self.sheetId),
  },
  methods: {
    ...RANGE_NAVIGATION,
    ...RANGE_EDGES,
    ...RANGE_SEARCH,
    ...RANGE_PRECEDENTS,
    ...RANGE_OPERATIONS,
    ...RANGE_OUTLINE,
    ...CELL_PROPERTIES,
  },
});
