import type { RegionalSettings } from "../settings";

/** The characters that differ between a formula in English, as files and the API hold it, and one as the user types it. */
export interface FormulaSyntax {
  readonly listSeparator: string;
  readonly decimalSeparator: string;
  /** Between the columns of an array constant; its rows are separated by a semicolon everywhere. */
  readonly columnSeparator: string;
}

export const ENGLISH_SYNTAX: FormulaSyntax = { listSeparator: ",", decimalSeparator: ".", columnSeparator: "," };

/** The syntax in which a user with these settings types formulas. */
export function localSyntax({ listSeparator, decimalSeparator }: RegionalSettings): FormulaSyntax {
  return { listSeparator, decimalSeparator, columnSeparator: listSeparator === "," ? "," : "\\" };
}

export type TokenKind =
  | "text"
  | "number"
  | "error"
  /** A name, a cell, a column, TRUE. */
  | "word"
  /** A name before an opening parenthesis. */
  | "function"
  /** "Sheet1!" or "'My sheet'!". */
  | "sheet"
  /** "[@Column]", "[#All]", "[Book1.xlsx]". */
  | "brackets"
  | "operator"
  | "separator"
  | "rowSeparator"
  | "open"
  | "close"
  | "openArray"
  | "closeArray"
  | "space";

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const TEXT = /^"(?:[^"]|"")*"/;
const SHEET = /^(?:'(?:[^']|'')+'|[\p{L}_\\][\p{L}\p{N}_.\\]*)!/u;
const ERROR = /^#(?:DIV\/0!|NAME\?|VALUE!|NUM!|N\/A|REF!|SPILL!|CALC!|NULL!|BUSY!|GETTING_DATA|FIELD!)/i;
const WORD = /^(?:\$\d+|[\p{L}_\\$][\p{L}\p{N}_.\\?$]*)/u;
const OPERATOR = /^(?:<=|>=|<>|[-+*/^&=<>:%@#])/;
const SPACE = /^\s+/;

/** Splits a formula (without its "=") into tokens; undefined where a character belongs to none. */
export function tokenize(formula: string, syntax: FormulaSyntax): Token[] | undefined {
  const tokens: Token[] = [];
  let arrays = 0;
  for (let at = 0; at < formula.length;) {
    const token = next(formula.slice(at), syntax, arrays > 0);
    if (!token) return undefined;
    arrays += token.kind === "openArray" ? 1 : token.kind === "closeArray" ? -1 : 0;
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function next(rest: string, syntax: FormulaSyntax, inArray: boolean): Token | undefined {
  const first = rest.charAt(0);
  const token = (kind: TokenKind, text = first): Token => ({ kind, text });
  switch (first) {
    case '"':
      return matched(TEXT, rest, "text");
    case "[":
      return brackets(rest);
    case "(":
      return token("open");
    case ")":
      return token("close");
    case "{":
      return token("openArray");
    case "}":
      return token("closeArray");
    default:
      break;
  }
  if (inArray && first === ";") return token("rowSeparator");
  if (first === (inArray ? syntax.columnSeparator : syntax.listSeparator)) return token("separator");
  const number = numberAt(rest, syntax.decimalSeparator);
  if (number !== undefined) return token("number", number);
  const word = matched(SHEET, rest, "sheet") ?? matched(ERROR, rest, "error") ?? matched(WORD, rest, "word");
  if (word?.kind === "word" && /^\s*\(/.test(rest.slice(word.text.length))) return { ...word, kind: "function" };
  return word ?? matched(OPERATOR, rest, "operator") ?? matched(SPACE, rest, "space");
}

function matched(pattern: RegExp, rest: string, kind: TokenKind): Token | undefined {
  const text = pattern.exec(rest)?.[0];
  return text === undefined ? undefined : { kind, text };
}

function numberAt(rest: string, decimal: string): string | undefined {
  const point = decimal === "." ? "\\." : decimal;
  return new RegExp(`^(?:\\d+(?:${point}\\d*)?|${point}\\d+)(?:[eE][+-]?\\d+)?(?![\\p{L}_])`, "u").exec(rest)?.[0];
}

/** A bracketed part up to its own end; an apostrophe takes its meaning from the character after it. */
function brackets(rest: string): Token | undefined {
  let depth = 0;
  for (let at = 0; at < rest.length; at++) {
    const character = rest.charAt(at);
    if (character === "'") at += 1;
    else if (character === "[") depth += 1;
    else if (character === "]" && (depth -= 1) === 0) return { kind: "brackets", text: rest.slice(0, at + 1) };
  }
  return undefined;
}
