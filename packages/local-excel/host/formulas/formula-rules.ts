import { parseArea } from "../a1";
import { invalidArgument } from "../errors";
import type { RegionalSettings } from "../settings";
import { parseFormula } from "./parser";
import { withHashes, withoutHashes } from "./spill-references";
import type { IsName, ParsedFormula } from "./parser";
import { shownFormula, storedBrackets } from "./structured-references";
import type { NamedColumns } from "./structured-references";
import { ENGLISH_SYNTAX, localSyntax, tokenize } from "./tokens";
import type { FormulaSyntax, Token } from "./tokens";

/** How many arguments a function takes, and how Excel writes its name; undefined for a function nobody knows. */
export interface FunctionSignature {
  readonly name: string;
  readonly minimum: number;
  readonly maximum: number;
}

/** What the workbook knows that a formula may name. */
export interface FormulaScope {
  signature(name: string): FunctionSignature | undefined;
  isName: IsName;
  /** A table by name, or the table around a cell. */
  table(name: string | undefined, cell: CellPlace | undefined): NamedColumns | undefined;
}

export interface CellPlace {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** Formulas parsed once are remembered: a column of a table holds the same one in every row. */
const REMEMBERED = 2000;

/** Excel refuses formulas with a longer quoted text. */
const LONGEST_LITERAL = 255;

const literalLength = (quoted: string): number => quoted.slice(1, -1).replaceAll('""', '"').length;

/** What Excel does with a formula that is entered: refuses what is none, and writes it in its own way. */
export class FormulaRules {
  private readonly parsed = new Map<string, ParsedFormula>();
  private readonly local: FormulaSyntax;

  constructor(
    private readonly scope: FormulaScope,
    region: RegionalSettings,
  ) {
    this.local = localSyntax(region);
  }

  /**
   * The formula as Excel keeps it: names of functions, cells and columns in their own spelling.
   * @param formula in English, with its "="
   * @throws InvalidArgument when it does not parse, or when a function has too few or too many arguments
   */
  checked(formula: string, cell?: CellPlace): string {
    const tokens = withoutHashes(this.parse(formula, ENGLISH_SYNTAX).tokens);
    return `=${tokens.map((token, index) => this.spelled(token, tokens[index - 1], cell)).join("")}`;
  }

  /** A formula typed in the user's language, with the closing parentheses that its end lacks: Excel adds them. */
  closed(formula: string): string {
    const tokens = tokenize(formula.replace(/^=/, ""), this.local) ?? [];
    const open = tokens.reduce((depth, { kind }) => depth + (kind === "open" ? 1 : kind === "close" ? -1 : 0), 0);
    return formula + ")".repeat(Math.max(0, open));
  }

  /** A formula typed in the user's language, in English. @throws InvalidArgument when it does not parse there */
  toEnglish(formula: string): string {
    return `=${written(this.parse(formula, this.local).tokens, this.local, ENGLISH_SYNTAX)}`;
  }

  /** A formula in English as the user's Excel shows it. */
  toLocal(formula: string): string {
    const tokens = tokenize(formula.replace(/^=/, ""), ENGLISH_SYNTAX);
    return tokens ? `=${written(tokens, ENGLISH_SYNTAX, this.local)}` : formula;
  }

  /** A stored formula as Excel shows it in a cell. */
  shown(formula: string, cell: CellPlace): string {
    const short = withHashes(formula);
    return short.includes("[") ? shownFormula(short, this.scope.table(undefined, cell)) : short;
  }

  private parse(formula: string, syntax: FormulaSyntax): ParsedFormula {
    const key = `${syntax.listSeparator}${formula}`;
    const known = this.parsed.get(key);
    if (known) return known;
    const parsed = parseFormula(formula.replace(/^=/, ""), syntax, this.scope.isName);
    if (!parsed) throw invalidArgument(`there is a problem with the formula ${formula}`);
    const long = parsed.tokens.find(({ kind, text }) => kind === "text" && literalLength(text) > LONGEST_LITERAL);
    if (long) throw invalidArgument(`a text in a formula has at most ${String(LONGEST_LITERAL)} characters`);
    for (const { name, argumentCount } of parsed.calls) {
      const signature = this.scope.signature(name);
      if (!signature) continue;
      if (argumentCount < signature.minimum) throw invalidArgument(`too few arguments for ${name} in ${formula}`);
      if (argumentCount > signature.maximum) throw invalidArgument(`too many arguments for ${name} in ${formula}`);
    }
    if (this.parsed.size > REMEMBERED) this.parsed.clear();
    this.parsed.set(key, parsed);
    return parsed;
  }

  private spelled({ kind, text }: Token, before: Token | undefined, cell: CellPlace | undefined): string {
    switch (kind) {
      case "function":
        return this.scope.signature(text)?.name ?? text;
      case "word":
        if (/^(?:true|false)$/i.test(text)) return text.toUpperCase();
        return parseArea(text) ? text.toUpperCase() : text;
      case "brackets": {
        const named = before?.kind === "word";
        const table = this.scope.table(named ? before.text : undefined, cell);
        return table ? `${named ? "" : table.name}${storedBrackets(text, table.columns)}` : text;
      }
      default:
        return text;
    }
  }
}

function written(tokens: readonly Token[], from: FormulaSyntax, to: FormulaSyntax): string {
  let arrays = 0;
  return tokens
    .map(({ kind, text }) => {
      if (kind === "openArray") arrays += 1;
      if (kind === "closeArray") arrays -= 1;
      if (kind === "separator") return arrays > 0 ? to.columnSeparator : to.listSeparator;
      return kind === "number" ? text.replace(from.decimalSeparator, to.decimalSeparator) : text;
    })
    .join("");
}
