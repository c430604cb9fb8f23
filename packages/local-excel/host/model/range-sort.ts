import { defineClass } from "../bridge/model";
import type { TrackedRange } from "../engine/tracked-ranges";
import { areaOfRange } from "./lookup";
import { requireSortable } from "./protection";
import { sortColumns, sortRows } from "./sorting";
import type { SortField } from "./sorting";

defineClass<TrackedRange>({
  name: "RangeSort",
  methods: {
    apply: (self, [fields, matchCase, hasHeaders, orientation], call) => {
      const area = areaOfRange(self);
      requireSortable(call.host, self.sheetId, area);
      const options = { fields: fields as SortField[], matchCase: matchCase === true };
      if (orientation === "Columns") {
        const columns = hasHeaders === true ? { ...area, startColumn: area.startColumn + 1 } : area;
        sortColumns(call.host, self.sheetId, columns, options);
      } else {
        const rows = hasHeaders === true ? { ...area, startRow: area.startRow + 1 } : area;
        sortRows(call.host, self.sheetId, rows, options.fields, options.matchCase);
      }
      return null;
    },
  },
});
