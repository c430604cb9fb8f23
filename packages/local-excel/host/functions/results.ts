import { MAX_COLUMNS, MAX_ROWS } from "../a1";

/** What a custom function answered for one call. */
export type FunctionResult =
  | { readonly kind: "value"; readonly rows: ResultCell[][] }
  | { readonly kind: "error"; readonly error: string; readonly message: string };

export type ResultCell =
  | { readonly value: string | number | boolean }
  | { readonly error: string; readonly message: string }
  | { readonly value: string | number | boolean; readonly rich: Record<string, unknown> };

/** Numbers of errors in results, as the client runtime sends them. */
const ERROR_NAMES: Readonly<Record<number, string>> = {
  0: "#VALUE!",
  1: "#N/A",
  5: "#DIV/0!",
  6: "#NUM!",
  7: "#VALUE!",
  8: "#NULL!",
  9: "#NAME?",
  10: "#NAME?",
};

/** Excel shows a function's own message only with these two errors. */
const WITH_MESSAGE = new Set(["#N/A", "#VALUE!"]);

/** A cell holds no longer text. */
const LONGEST_TEXT = 32_767;

interface SentResult {
  readonly id: number;
  readonly ok: boolean;
  readonly value: unknown;
  readonly errorCode?: number;
}

/** Reads one entry of SetInvocationResults (an object) or SetInvocationArrayResults (an array). */
export function sentResult(entry: unknown): SentResult {
  if (Array.isArray(entry)) {
    const [id, ok, value, errorCode] = entry as [number, boolean, unknown, number];
    return { id, ok, value, ...(ok ? {} : { errorCode }) };
  }
  const { id, value, failed, errorCode } = entry as {
    id: number;
    value: unknown;
    failed?: boolean;
    errorCode?: number;
  };
  return { id, ok: failed !== true, value, ...(errorCode === undefined ? {} : { errorCode }) };
}

export function resultOf(sent: SentResult): FunctionResult {
  if (!sent.ok) {
    const error = ERROR_NAMES[sent.errorCode ?? 0] ?? "#VALUE!";
    return { kind: "error", error, message: WITH_MESSAGE.has(error) ? String(sent.value ?? "") : "" };
  }
  if (Array.isArray(sent.value)) return matrixResult(sent.value as unknown[]);
  return { kind: "value", rows: [[cellOf(sent.value)]] };
}

function matrixResult(value: unknown[]): FunctionResult {
  const rows = value as unknown[][];
  const width = Array.isArray(rows[0]) ? rows[0].length : 0;
  const rectangular = width > 0 && rows.every((row) => Array.isArray(row) && row.length === width);
  if (rows.length > 0 && !Array.isArray(rows[0])) return { kind: "error", error: "#VALUE!", message: "" };
  if (!rectangular || rows.length > MAX_ROWS || width > MAX_COLUMNS) {
    return { kind: "error", error: rows.length === 0 || width === 0 ? "#CALC!" : "#VALUE!", message: "" };
  }
  return { kind: "value", rows: rows.map((row) => row.map(cellOf)) };
}

/** One value of a result: null counts as 0 (OfficeDev/office-js#1503), objects are data types. */
function cellOf(value: unknown): ResultCell {
  if (value === null || value === undefined) return { value: 0 };
  if (typeof value === "string" && value.length > LONGEST_TEXT) return { error: "#VALUE!", message: "" };
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return { value };
  if (typeof value !== "object") return { error: "#VALUE!", message: "" };
  const rich = value as Record<string, unknown>;
  switch (rich["type"]) {
    case "Error":
    case "CustomFunctionError": {
      const error = String(rich["basicValue"] ?? rich["code"] ?? "#VALUE!");
      return { error, message: WITH_MESSAGE.has(error) ? String(rich["message"] ?? "") : "" };
    }
    case "Entity":
    case "LinkedEntity":
    case "WebImage":
      return { value: String(rich["text"] ?? rich["altText"] ?? ""), rich };
    case "String":
    case "Boolean":
    case "Double":
    case "FormattedNumber":
      return { value: rich["basicValue"] as string | number | boolean, rich };
    default:
      return { error: "#VALUE!", message: "" };
  }
}
