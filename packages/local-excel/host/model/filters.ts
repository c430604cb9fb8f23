import { defineClass } from "../bridge/model";
import type { Call } from "../bridge/model";
import { itemNotFound } from "../errors";
import { applyFilter, clearColumnFilter, criteriaOf } from "./filtering";
import type { FilterSelf } from "./filtering";
import { tableOf } from "./lookup";
import type { ColumnSelf } from "./tables";

function place(self: ColumnSelf, { host }: Call): { filter: FilterSelf; column: number } {
  const table = tableOf(host, self.tableId);
  const column = table.columns.findIndex(({ id }) => id === self.columnId);
  if (column < 0) throw itemNotFound("the table column was deleted");
  return { filter: { sheetId: table.sheetId, tableId: table.id }, column };
}

function apply(self: ColumnSelf, call: Call, criteria: Record<string, unknown>): null {
  const { filter, column } = place(self, call);
  applyFilter(call.host, filter, tableOf(call.host, self.tableId).area, column, criteria);
  return null;
}

/** The filter of one column of a table. */
defineClass<ColumnSelf>({
  name: "Filter",
  properties: {
    criteria: {
      get: (self, call) => {
        const { filter, column } = place(self, call);
        return criteriaOf(call.host, filter, tableOf(call.host, self.tableId).area)[column] ?? null;
      },
    },
  },
  methods: {
    apply: (self, [criteria], call) => apply(self, call, (criteria ?? {}) as Record<string, unknown>),
    applyBottomItemsFilter: (self, [count], call) =>
      apply(self, call, { filterOn: "BottomItems", criterion1: String(count) }),
    applyBottomPercentFilter: (self, [percent], call) =>
      apply(self, call, { filterOn: "BottomPercent", criterion1: String(percent) }),
    applyCellColorFilter: (self, [color], call) => apply(self, call, { filterOn: "CellColor", color }),
    applyCustomFilter: (self, [criterion1, criterion2, operator], call) =>
      apply(self, call, {
        filterOn: "Custom",
        criterion1,
        ...(criterion2 === undefined || criterion2 === null ? {} : { criterion2 }),
        operator: operator ?? "And",
      }),
    applyDynamicFilter: (self, [dynamicCriteria], call) => apply(self, call, { filterOn: "Dynamic", dynamicCriteria }),
    applyFontColorFilter: (self, [color], call) => apply(self, call, { filterOn: "FontColor", color }),
    applyTopItemsFilter: (self, [count], call) =>
      apply(self, call, { filterOn: "TopItems", criterion1: String(count) }),
    applyTopPercentFilter: (self, [percent], call) =>
      apply(self, call, { filterOn: "TopPercent", criterion1: String(percent) }),
    applyValuesFilter: (self, [values], call) => apply(self, call, { filterOn: "Values", values }),
    clear: (self, _args, call) => {
      const { filter, column } = place(self, call);
      clearColumnFilter(call.host, filter, tableOf(call.host, self.tableId).area, column);
      return null;
    },
  },
});
