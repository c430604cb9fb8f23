import type { RegionalSettings } from "../settings";
import type { TypedNumber } from "./typed-date";

/** Excel keeps fifteen digits of what is typed; further ones become zeros. */
const DIGITS = 15;

/** A number as Excel reads what is typed: with separators, a currency, a percent sign, an exponent, or as a fraction. */
export function typedNumber(text: string, region: RegionalSettings): TypedNumber | undefined {
  return fraction(text) ?? decimal(text, region);
}

function fraction(text: string): TypedNumber | undefined {
  const [, sign, whole, numerator, denominator = ""] = /^([-+]?)(\d+) +(\d+)\/(\d{1,3})$/.exec(text) ?? [];
  if (whole === undefined || Number(denominator) === 0) return undefined;
  const value = Number(whole) + Number(numerator) / Number(denominator);
  const places = "?".repeat(denominator.length);
  return { value: sign === "-" ? -value : value, format: `# ${places}/${places}` };
}

const patterns = new Map<string, RegExp>();

/** Digits in groups of three, or without separators; decimals; an exponent. */
function patternOf({ locale, decimalSeparator, thousandsSeparator }: RegionalSettings): RegExp {
  const cached = patterns.get(locale);
  if (cached) return cached;
  const thousands = SPACES.test(thousandsSeparator) ? "[ \u00a0\u202f]" : `[${thousandsSeparator}]`;
  const point = `[${decimalSeparator}]`;
  const pattern = new RegExp(
    `^(\\d+(?:${thousands}\\d{3})*|(?=${point}\\d))(?:${point}(\\d*))?(?:e([-+]?\\d+))?$`,
    "i",
  );
  patterns.set(locale, pattern);
  return pattern;
}

const SPACES = /^[ \u00a0\u202f]$/;

function decimal(text: string, region: RegionalSettings): TypedNumber | undefined {
  const parts = affixes(text, region);
  if (!parts) return undefined;
  const number = patternOf(region).exec(parts.digits);
  if (!number) return undefined;
  const [, whole = "", decimals, exponent] = number;
  const digits = whole.replace(/\D/g, "");
  const value = exact(digits, decimals ?? "", exponent) * (parts.negative ? -1 : 1) * (parts.percent ? 0.01 : 1);
  if (!Number.isFinite(value)) return undefined;
  const format = formatOf(parts, decimals !== undefined && decimals !== "", exponent !== undefined, digits !== whole);
  return {
    value: parts.percent ? Number(value.toPrecision(DIGITS)) : value,
    ...(format === undefined ? {} : { format }),
  };
}

function exact(whole: string, decimals: string, exponent: string | undefined): number {
  let kept = 0;
  const digits = `${whole}.${decimals}`.replace(/\d/g, (digit) => {
    if (kept > 0 || digit !== "0") kept += 1;
    return kept > DIGITS ? "0" : digit;
  });
  return Number(`${digits}e${exponent ?? "0"}`);
}

interface Affixes {
  readonly digits: string;
  readonly negative: boolean;
  readonly percent: boolean;
  readonly currency: string | undefined;
}

/** What stands around the digits; undefined where it does not go together. */
function affixes(text: string, { currencySymbol }: RegionalSettings): Affixes | undefined {
  const inParentheses = /^\((.*)\)$/.exec(text);
  let rest = inParentheses?.[1] ?? text;
  let [signs, percent] = ["", false];
  let currency: string | undefined;
  for (;;) {
    const symbol = [currencySymbol, "€"].find((one) => rest.startsWith(one) || rest.endsWith(one));
    const sign = /^[-+]+/.exec(rest)?.[0];
    if (sign !== undefined && signs === "") {
      signs = sign;
      rest = rest.slice(sign.length);
    } else if (symbol !== undefined && currency === undefined && !percent) {
      currency = symbol;
      rest = (rest.startsWith(symbol) ? rest.slice(symbol.length) : rest.slice(0, -symbol.length)).trim();
    } else if (/^%|%$/.test(rest) && !percent && currency === undefined) {
      percent = true;
      rest = rest.replace(/^%|%$/, "").trim();
    } else break;
  }
  if (inParentheses && signs !== "") return undefined;
  const minuses = signs.replaceAll("+", "").length;
  return { digits: rest, negative: inParentheses !== null || minuses % 2 === 1, percent, currency };
}

function formatOf(
  { percent, currency }: Affixes,
  decimals: boolean,
  exponent: boolean,
  grouped: boolean,
): string | undefined {
  const places = decimals ? ".00" : "";
  if (percent) return `0${places}%`;
  if (currency === "$") return `$#,##0${places}_);[Red]($#,##0${places})`;
  if (currency !== undefined) {
    const symbol = currency === "€" ? "[$€-2]" : `[$${currency}]`;
    return `${symbol} #,##0${places};[Red]-${symbol} #,##0${places}`;
  }
  if (exponent) return "0.00E+00";
  return grouped ? `#,##0${places}` : undefined;
}
