import { numfmt } from "@univerjs/core";
import {
  BaseReferenceObject,
  ErrorType,
  ErrorValueObject,
  IFunctionService,
  NumberValueObject,
  StringValueObject,
} from "@univerjs/engine-formula";
import type { ArrayValueObject, BaseValueObject, FunctionVariantType, IFunctionNames } from "@univerjs/engine-formula";

import { DAYS_1904 } from "../entries/serial-date";
import type { Engine } from "./engine";

/** Functions that take dates: which of their arguments are. */
const DATE_ARGUMENTS: Readonly<Record<string, readonly number[]>> = {
  YEAR: [0],
  MONTH: [0],
  DAY: [0],
  WEEKDAY: [0],
  WEEKNUM: [0],
  ISOWEEKNUM: [0],
  DAYS: [0, 1],
  DAYS360: [0, 1],
  DATEDIF: [0, 1],
  YEARFRAC: [0, 1],
  EDATE: [0],
  EOMONTH: [0],
  NETWORKDAYS: [0, 1, 2],
  "NETWORKDAYS.INTL": [0, 1, 3],
  WORKDAY: [0, 2],
  "WORKDAY.INTL": [0, 3],
};

/** Functions that answer with a date. */
const DATE_RESULTS = ["DATE", "DATEVALUE", "TODAY", "NOW", "EDATE", "EOMONTH", "WORKDAY", "WORKDAY.INTL"];

/** Makes the functions of dates count in the workbook's date system; Univer's count from 1900. */
export function followDateSystem(engine: Engine, date1904: () => boolean): void {
  const service = engine.injector.get(IFunctionService);
  const convert = (name: string, work: (args: FunctionVariantType[], calculate: Calculate) => FunctionVariantType) => {
    const executor = service.getExecutor(name as IFunctionNames);
    if (!executor) return;
    const calculate: Calculate = executor.calculate.bind(executor) as Calculate;
    executor.calculate = (...args: FunctionVariantType[]) => (date1904() ? work(args, calculate) : calculate(...args));
  };
  for (const name of new Set([...Object.keys(DATE_ARGUMENTS), ...DATE_RESULTS])) {
    convert(name, (args, calculate) => {
      const dates = DATE_ARGUMENTS[name] ?? [];
      const answer = calculate(...args.map((arg, index) => (dates.includes(index) ? shifted(arg, DAYS_1904) : arg)));
      return DATE_RESULTS.includes(name) ? shifted(answer, -DAYS_1904) : answer;
    });
  }
  convert("TEXT", (args, calculate) => {
    const [value, format] = args;
    const isDate = format instanceof StringValueObject && numfmt.isDateFormat(format.getValue());
    return isDate && value ? calculate(shifted(value, DAYS_1904), format) : calculate(...args);
  });
}

type Calculate = (...args: FunctionVariantType[]) => FunctionVariantType;

/** Numbers so many days later; a blank cell is day 0. Texts and errors stay as they are. */
function shifted(value: FunctionVariantType, days: number): FunctionVariantType {
  if (value instanceof BaseReferenceObject) return shifted(value.toArrayValueObject(), days);
  if (value.isArray()) return (value as ArrayValueObject).mapValue((each) => shiftedValue(each, days));
  return shiftedValue(value as BaseValueObject, days);
}

function shiftedValue(value: BaseValueObject, days: number): BaseValueObject {
  if (!value.isNumber() && !value.isNull()) return value;
  const day = Number(value.getValue() ?? 0) + days;
  return day < 0 ? ErrorValueObject.create(ErrorType.NUM) : NumberValueObject.create(day, value.getPattern());
}
