import type { Area } from "./a1";
import { HostError } from "./errors";
import { LOCAL_MACHINE } from "./engine/engine";
import type { Host } from "./host";
import { requirePermission, requireStructure, requireUnlocked } from "./model/protection";
import type { Permission } from "./model/protection";

/** What a command of the grid needs: a permission of the sheet, unlocked cells, no protection of the sheet or of the workbook. */
type Need = Permission | "unlocked cells" | "no protection" | "no structure protection" | "editing";

/** By the names of Univer's commands; the first that matches counts, and what none matches changes nothing. */
const NEEDS: readonly (readonly [RegExp, Need])[] = [
  [/\.(?:insert-row|insert-multi-rows|table-insert-row)/, "allowInsertRows"],
  [/\.(?:insert-col|insert-multi-cols|table-insert-col)/, "allowInsertColumns"],
  [/\.(?:table-)?remove-row/, "allowDeleteRows"],
  [/\.(?:table-)?remove-col/, "allowDeleteColumns"],
  [/row-height|hide-row|rows-(?:hidden|visible)/, "allowFormatRows"],
  [/column-width|col-width|hide-col|cols?-(?:hidden|visible)|col-auto-width/, "allowFormatColumns"],
  [/\.sort-range/, "allowSort"],
  [/(?:toggle|range|table|criteria|sheet)-filter|filter-(?:criteria|range)/, "allowAutoFilter"],
  [
    /table|merge|conditional-rule|data-?validation|(?:insert|delete)-range-move|move-(?:rows|cols)|tab-color/i,
    "no protection",
  ],
  [
    /border|\.set-style|bold|italic|underline|stroke|font|script|color|-align|text-(?:wrap|rotation)/,
    "allowFormatCells",
  ],
  [/numfmt|clear-selection-format|format-painter|paste-format/, "allowFormatCells"],
  [/set-range-values|clear-selection|auto-fill|auto-clear|copy-(?:down|right)|refill|move-range/, "unlocked cells"],
  [/\.(?:cut|paste|optional-paste|split-text|text-to-number|quick-sum|repeat-last|toggle-cell)/, "unlocked cells"],
  [/\.(?:insert|remove|copy)-sheet|\.set-worksheet-(?:name|order|hidden|show)/, "no structure protection"],
  [/\.(?:undo|redo)$|defined-name$|frozen$/, "editing"],
];

/** Why the person at the grid may not run a command of Univer's on cells of a sheet; undefined where they may. */
export function refusalInGrid(
  host: Host,
  command: string,
  sheetId: string,
  areas: readonly Area[],
): string | undefined {
  const need = NEEDS.find(([pattern]) => pattern.test(command))?.[1];
  if (need === undefined) return undefined;
  try {
    host.requireEditable(LOCAL_MACHINE);
    if (need === "unlocked cells") for (const area of areas) requireUnlocked(host, sheetId, area);
    else if (need === "no protection") requirePermission(host, sheetId);
    else if (need === "no structure protection") requireStructure(host);
    else if (need !== "editing") requirePermission(host, sheetId, need);
    return undefined;
  } catch (error) {
    if (error instanceof HostError) return error.message;
    throw error;
  }
}
