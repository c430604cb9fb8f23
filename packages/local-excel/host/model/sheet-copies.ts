import { generateRandomId } from "@univerjs/core";
import type { Worksheet } from "@univerjs/core";

import type { CellMatrix } from "../engine/engine";
import type { Table } from "../engine/tables";
import { ENGLISH_SYNTAX, tokenize } from "../formulas/tokens";
import type { Host } from "../host";
import { sheetOf } from "./lookup";

/**
 * Copies a sheet with everything on it, as "Name (2)". Its tables get names of their own: the old name and a number, as
 * Excel gives them, and formulas on the copy that name the table mean the copy's.
 * @param index where the copy comes among the sheets
 */
export function copySheet(host: Host, sheetId: string, index: number): Worksheet {
  const source = sheetOf(host, sheetId);
  const { unitId } = host.engine;
  const id = generateRandomId(8);
  const name = freeCopyName(host, source.getName());
  const insert = {
    id: "sheet.mutation.insert-sheet",
    params: { unitId, index, sheet: { ...structuredClone(source.getConfig()), id, name } },
  };
  host.engine.run(insert.id, insert.params);
  host.engine.pushUndo(
    [{ id: "sheet.mutation.remove-sheet", params: { unitId, subUnitId: id, subUnitName: name } }],
    [insert],
  );
  const copy = sheetOf(host, id);
  const { visibility: _visibility, ...kept } = structuredClone(host.sheetState(sheetId));
  host.editState(id, (state) => Object.assign(state, kept));
  for (const table of host.tables.all(sheetId)) copyTable(host, copy, table);
  for (const defined of host.names.all(sheetId)) host.names.add(defined.name, defined.formula, defined.comment, id);
  return copy;
}

function freeCopyName(host: Host, name: string): string {
  const base = name.replace(/ \(\d+\)$/, "");
  for (let number = 2; ; number++) {
    const suffix = ` (${String(number)})`;
    const copy = `${base.slice(0, 31 - suffix.length)}${suffix}`;
    if (!host.engine.sheetByName(copy)) return copy;
  }
}

function copyTable(host: Host, sheet: Worksheet, table: Table): void {
  const { id, name: _name, ...copied } = table;
  const added = host.tables.add(sheet, table.area, true);
  let number = host.tables.all().length;
  while (host.tables.find(`${table.name}${String(number)}`)) number += 1;
  const name = `${table.name}${String(number)}`;
  host.tables.update(added.id, { ...copied, sheetId: sheet.getSheetId(), name });
  host.filters.set(added.id, host.filters.of(id));
  renameInFormulas(host, sheet, table.name, name);
}

function renameInFormulas(host: Host, sheet: Worksheet, from: string, to: string): void {
  const changed: CellMatrix = {};
  const wanted = from.toLowerCase();
  sheet.getCellMatrix().forValue((row, column, cell) => {
    if (typeof cell?.f !== "string" || !cell.f.toLowerCase().includes(wanted)) return;
    const tokens = tokenize(cell.f.slice(1), ENGLISH_SYNTAX);
    const formula = tokens?.map(({ kind, text }) => (kind === "word" && text.toLowerCase() === wanted ? to : text));
    if (formula) (changed[row] ??= {})[column] = { f: `=${formula.join("")}` };
  });
  if (Object.keys(changed).length > 0) host.changes.silently(() => host.engine.setCells(sheet, changed));
}
