import { ErrorValueObject, IFunctionService, NullValueObject } from "@univerjs/engine-formula";
import type { BaseFunction, BaseValueObject, ErrorType } from "@univerjs/engine-formula";

import { membersOf } from "../bridge/api-sets";
import { defineClass, isHostObject } from "../bridge/model";
import type { Call, HostObject } from "../bridge/model";
import type { CellValue } from "../engine/cells";
import { CELL_ERRORS } from "../engine/input";
import type { TrackedRange } from "../engine/tracked-ranges";
import { apiNotFound, invalidArgument } from "../errors";
import { arrayOf, valueObject } from "../functions/value-objects";
import { areaOfRange, sheetOf } from "./lookup";
import type { Members } from "./lookup";

const isError = (value: CellValue): boolean => typeof value === "string" && CELL_ERRORS.has(value);

const result = defineClass<CellValue>({
  name: "FunctionResult",
  properties: {
    value: { get: (value) => (isError(value) ? null : value) },
    error: { get: (value) => (isError(value) ? value : null) },
  },
});

function cellObject(value: CellValue, type: string): BaseValueObject {
  if (type === "Empty") return NullValueObject.create();
  return type === "Error" ? ErrorValueObject.create(value as ErrorType) : valueObject(value);
}

/** An argument for the engine: a constant, the cells of a range, or the result of another function. */
function argument(given: unknown, { host }: Call): BaseValueObject {
  if (given === null || given === undefined) return NullValueObject.create();
  if (typeof given === "string" || typeof given === "number" || typeof given === "boolean") return valueObject(given);
  if (!isHostObject(given)) throw invalidArgument("an argument of a function is a value, a range or a result");
  if (given.model.name === "FunctionResult") {
    const value = given.self as CellValue;
    return cellObject(value, isError(value) ? "Error" : "Value");
  }
  const range = given.self as TrackedRange;
  const sheet = sheetOf(host, range.sheetId);
  const area = host.cells.bounded(sheet, areaOfRange(range)) ?? areaOfRange(range);
  return arrayOf(
    host.cells.grid(area, (row, column) =>
      cellObject(host.cells.value(sheet, row, column), host.cells.valueType(sheet, row, column)),
    ),
  );
}

/** Of an array, the first value. */
function scalar(answer: BaseValueObject): CellValue {
  if (answer.isArray()) {
    const first = (answer as unknown as { getFirstCell(): BaseValueObject }).getFirstCell();
    return first.isNull() ? 0 : first.getValue();
  }
  return answer.isNull() ? 0 : answer.getValue();
}

function evaluate(name: string, given: unknown[], call: Call): HostObject {
  const executor = call.host.engine.injector.get(IFunctionService).getExecutor(name) as BaseFunction | undefined;
  if (!executor) throw apiNotFound(`Functions.${name}`);
  const args = given.map((one) => argument(one, call));
  const { minParams, maxParams } = executor;
  if (args.length < minParams || (maxParams >= 0 && args.length > maxParams)) return result.of("#VALUE!");
  const error = args.find((one) => one.isError());
  if (error && !/^(IS|IF|ERROR|NA|COUNT|TYPE)/.test(name)) return result.of(scalar(error));
  return result.of(scalar(executor.calculate(...args) as BaseValueObject));
}

/** "beta_Dist" is BETA.DIST. */
const functionName = (member: string): string => member.toUpperCase().replaceAll("_", ".");

/** Arguments come as they are, or as one array of them. */
const flattened = (args: unknown[]): unknown[] =>
  args.flatMap((one) => (Array.isArray(one) ? (one as unknown[]) : [one]));

const methods: Members<null> = Object.fromEntries(
  membersOf("Functions").map((member) => [
    member,
    (_self: null, args: unknown[], call: Call) => evaluate(functionName(member), flattened(args), call),
  ]),
);

const byLowerCase = new Map(Object.keys(methods).map((name) => [name.toLowerCase(), name]));

/** Excel's own functions, called through the API. On the wire VLOOKUP is "VLookup", whose first letters say nothing. */
export const functions = defineClass<null>({
  name: "Functions",
  outsideWorkbook: true,
  methods: new Proxy(methods, {
    get: (all, name) => all[byLowerCase.get(String(name).toLowerCase()) ?? ""],
  }),
});
