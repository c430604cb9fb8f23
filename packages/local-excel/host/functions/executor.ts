import { BaseFunction, FunctionType } from "@univerjs/engine-formula";
import type { BaseValueObject, FunctionVariantType, IFunctionInfo } from "@univerjs/engine-formula";

import { argumentOf } from "./arguments";
import type { Argument } from "./arguments";
import type { FunctionMetadata } from "./metadata";

/** What answers a call: the registered functions. */
export interface Answers {
  call(
    declared: FunctionMetadata,
    cell: { sheetId: string; row: number; column: number },
    args: Argument[],
  ): BaseValueObject;
}

/** One declared function, as the formula engine calls it. */
export class Executor extends BaseFunction {
  override needsReferenceObject = true;

  /** A quoted text reaches the function as text: "7.9.2023" is no date. */
  override isArgumentsIgnoreNumberPattern(): boolean {
    return true;
  }

  constructor(
    name: string,
    private readonly declared: FunctionMetadata,
    private readonly functions: Answers,
  ) {
    super(name);
  }

  override calculate(...variants: FunctionVariantType[]): BaseValueObject {
    const cell = { sheetId: this.subUnitId ?? "", row: this.row, column: this.column };
    return this.functions.call(this.declared, cell, variants.map(argumentOf));
  }
}

/** For the formula editor's completion. */
export function descriptionOf(name: string, declared: FunctionMetadata): IFunctionInfo {
  return {
    functionName: name,
    functionType: FunctionType.User,
    description: declared.description ?? "",
    abstract: declared.description ?? "",
    functionParameter: declared.parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description ?? "",
      example: "",
      require: parameter.optional ? 0 : 1,
      repeat: parameter.repeating ? 1 : 0,
    })),
  };
}
