/** What Insert formula and Help ask of the workbook. */
import { listItems } from "../domain/item-index";
import { insertFormula, listSeparator } from "../excel/insert-formula";
import { preview } from "../functions/preview";
import { programmeIndex } from "../functions/programme-source";
import type { InsertPort } from "./ports";

/** The port onto this workbook. */
export const insertPort: InsertPort = {
  separator: listSeparator,
  questions: async () => {
    const items = listItems(await programmeIndex(), {});
    const questions = new Set(items.flatMap(({ question }) => question ?? []));
    return [...questions].sort((one, other) => parseInt(one, 10) - parseInt(other, 10));
  },
  preview: async (id, values) => preview(await programmeIndex(), id, values),
  insert: insertFormula,
};
