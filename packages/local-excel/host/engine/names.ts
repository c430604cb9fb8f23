import { generateRandomId } from "@univerjs/core";
import { IDefinedNamesService, RemoveDefinedNameMutation, SetDefinedNameMutation } from "@univerjs/engine-formula";
import type { IDefinedNamesServiceParam } from "@univerjs/engine-formula";

import { invalidArgument, itemAlreadyExists } from "../errors";
import type { Engine } from "./engine";

export interface DefinedName {
  readonly id: string;
  readonly name: string;
  /** With its "=". */
  readonly formula: string;
  readonly comment: string;
  readonly visible: boolean;
  /** The sheet it belongs to; undefined for the workbook. */
  readonly sheetId: string | undefined;
}

const WORKBOOK_SCOPE = "AllDefaultWorkbook";

/** Defined names, kept in Univer's own service so that formulas know them. */
export class Names {
  private readonly service: IDefinedNamesService;

  constructor(private readonly engine: Engine) {
    this.service = engine.injector.get(IDefinedNamesService);
  }

  all(sheetId?: string): DefinedName[] {
    const names = Object.values(this.service.getDefinedNameMap(this.engine.unitId) ?? {}).map(nameOf);
    return sheetId === undefined ? names : names.filter((name) => name.sheetId === sheetId);
  }

  find(key: string, sheetId?: string): DefinedName | undefined {
    const wanted = key.toLowerCase();
    return this.all().find(
      (name) => (name.id === key || name.name.toLowerCase() === wanted) && name.sheetId === sheetId,
    );
  }

  add(name: string, formula: string, comment: string, sheetId?: string): DefinedName {
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) || /^[A-Za-z]{1,3}[0-9]{1,7}$/.test(name)) {
      throw invalidArgument(`name ${name}`);
    }
    if (this.find(name, sheetId)) throw itemAlreadyExists(`name ${name}`);
    return this.set({ id: generateRandomId(10), name, formula, comment, visible: true, sheetId });
  }

  set(name: DefinedName): DefinedName {
    const before = this.all().find(({ id }) => id === name.id);
    const redo = { id: SetDefinedNameMutation.id, params: this.params(name) };
    this.engine.run(redo.id, redo.params);
    const undo = before
      ? { id: SetDefinedNameMutation.id, params: this.params(before) }
      : { id: RemoveDefinedNameMutation.id, params: this.params(name) };
    this.engine.pushUndo([undo], [redo]);
    return name;
  }

  remove(name: DefinedName): void {
    const params = this.params(name);
    this.engine.run(RemoveDefinedNameMutation.id, params);
    this.engine.pushUndo([{ id: SetDefinedNameMutation.id, params }], [{ id: RemoveDefinedNameMutation.id, params }]);
  }

  private params(name: DefinedName): IDefinedNamesServiceParam & { unitId: string } {
    return {
      unitId: this.engine.unitId,
      id: name.id,
      name: name.name,
      formulaOrRefString: name.formula.replace(/^=/, ""),
      comment: name.comment,
      hidden: !name.visible,
      localSheetId: name.sheetId ?? WORKBOOK_SCOPE,
    };
  }
}

function nameOf(param: IDefinedNamesServiceParam): DefinedName {
  const scope = param.localSheetId;
  return {
    id: param.id,
    name: param.name,
    formula: `=${param.formulaOrRefString}`,
    comment: param.comment ?? "",
    visible: param.hidden !== true,
    sheetId: scope === undefined || scope === WORKBOOK_SCOPE ? undefined : scope,
  };
}
