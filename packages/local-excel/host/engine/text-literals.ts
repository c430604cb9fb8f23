import { StringValueObject, ValueObjectFactory } from "@univerjs/engine-formula";

let patched = false;

/**
 * Makes a quoted text of a formula a text, whatever it looks like: "7.9.2023" is no date, nor is {"1/2"}.
 * Univer's factory reads the text of array constants and of arguments as if it had been typed into a cell.
 */
export function keepTextLiterals(): void {
  if (patched) return;
  patched = true;
  const create = ValueObjectFactory.create.bind(ValueObjectFactory);
  ValueObjectFactory.create = (raw, ignoresNumberPattern) => {
    // False is said for functions that expect a number or a date, and take it from a text as Excel does.
    if (ignoresNumberPattern !== false && typeof raw === "string" && /^\s*"[^]*"\s*$/.test(raw)) {
      return StringValueObject.create(raw.trim().slice(1, -1).replaceAll('""', '"'));
    }
    return create(raw, ignoresNumberPattern);
  };
}
