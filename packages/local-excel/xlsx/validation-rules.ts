/** Rules of data validation under the names of files and of the API. */

/** By the name in the API, the type in a file. */
export const VALIDATION_TYPES: Readonly<Record<string, string>> = {
  wholeNumber: "whole",
  decimal: "decimal",
  date: "date",
  time: "time",
  textLength: "textLength",
  custom: "custom",
};

/** By the name in the API, the operator in a file. */
export const VALIDATION_OPERATORS: Readonly<Record<string, string>> = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqualTo: "greaterThanOrEqual",
  LessThanOrEqualTo: "lessThanOrEqual",
};

/** The name in the API of what a file says. */
export const apiName = (names: Readonly<Record<string, string>>, inFile: string | undefined): string | undefined =>
  Object.entries(names).find(([, name]) => name === inFile)?.[0];
