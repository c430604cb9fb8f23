import { parseArea } from "../a1";
import type { FormulaSyntax, Token, TokenKind } from "./tokens";
import { tokenize } from "./tokens";

/** One call in a formula, with the number of its arguments; an argument left empty counts. */
export interface FunctionCall {
  readonly name: string;
  readonly argumentCount: number;
}

export interface ParsedFormula {
  readonly tokens: readonly Token[];
  readonly calls: readonly FunctionCall[];
}

/** Whether a word is a defined name or a table: only then may it take part in an intersection. */
export type IsName = (word: string) => boolean;

/** A reference may be joined by ":" and " "; other values may not. */
type Operand = "reference" | "value";

const BINARY = new Set(["+", "-", "*", "/", "^", "&", "=", "<", ">", "<=", ">=", "<>"]);
const SIGNS = new Set(["+", "-", "@"]);

/** Parses a formula without its "="; undefined where Excel refuses it: "There's a problem with this formula". */
export function parseFormula(formula: string, syntax: FormulaSyntax, isName: IsName): ParsedFormula | undefined {
  const tokens = tokenize(formula, syntax);
  if (!tokens) return undefined;
  const parser = new Parser(tokens, isName);
  return parser.formula() ? { tokens, calls: parser.calls } : undefined;
}

class Parser {
  readonly calls: FunctionCall[] = [];
  private at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly isName: IsName,
  ) {}

  formula(): boolean {
    return this.expression() !== undefined && this.peek() === undefined;
  }

  /** Operands with operators between them. Precedence does not matter for whether a formula is one. */
  private expression(): Operand | undefined {
    let left = this.signed();
    while (left) {
      const token = this.peek();
      if (token?.kind !== "operator" || !BINARY.has(token.text)) return left;
      this.skip();
      if (!this.signed()) return undefined;
      left = "value";
    }
    return undefined;
  }

  private signed(): Operand | undefined {
    let signed = false;
    for (let token = this.peek(); token?.kind === "operator" && SIGNS.has(token.text); token = this.peek()) {
      this.skip();
      signed = true;
    }
    let operand = this.intersection();
    for (let token = this.peek(); operand && token?.text === "%"; token = this.peek()) {
      this.skip();
      operand = "value";
    }
    return operand && signed ? "value" : operand;
  }

  private intersection(): Operand | undefined {
    let left = this.range();
    while (left && this.tokens[this.at]?.kind === "space" && this.startsOperand()) {
      if (left !== "reference" || this.range() !== "reference") return undefined;
      left = "reference";
    }
    return left;
  }

  private range(): Operand | undefined {
    const start = this.at;
    let left = this.postfixed();
    while (left && this.peek()?.text === ":") {
      const row = this.isRow(start);
      this.skip();
      const right = this.at;
      const operand = this.postfixed();
      if (!operand || row !== this.isRow(right)) return undefined;
      left = "reference";
    }
    return left;
  }

  /** "1" and "$1", as in 1:3. */
  private isRow(index: number): boolean {
    let at = index;
    while (this.tokens[at]?.kind === "space" || this.tokens[at]?.kind === "sheet") at += 1;
    return /^\$?\d+$/.test(this.tokens[at]?.text ?? "");
  }

  /** "A1#" is what spills from A1; "LAMBDA(x,x)(1)" calls what it made. */
  private postfixed(): Operand | undefined {
    let operand = this.operand();
    for (let token = this.tokens[this.at]; operand; token = this.tokens[this.at]) {
      if (token?.text === "#" && operand === "reference") this.at += 1;
      else if (token?.kind === "open") {
        if (this.argumentCount() === undefined) return undefined;
        operand = "reference";
      } else return operand;
    }
    return undefined;
  }

  private operand(): Operand | undefined {
    const token = this.peek();
    if (!token) return undefined;
    switch (token.kind) {
      case "text":
      case "number":
      case "error":
        this.skip();
        return "value";
      case "open":
        return this.parenthesised();
      case "openArray":
        return this.array();
      case "function":
        return this.call(token.text);
      case "sheet":
        this.skip();
        return this.afterSheet();
      case "brackets":
        this.skip();
        return this.tokens[this.at]?.kind === "sheet" ? this.operand() : "reference";
      case "word":
        return this.word(token.text);
      default:
        return undefined;
    }
  }

  private afterSheet(): Operand | undefined {
    const token = this.tokens[this.at];
    if (token?.kind === "error" || (token?.kind === "number" && /^\d+$/.test(token.text))) {
      this.at += 1;
      return "reference";
    }
    if (token?.kind === "function") return this.call(token.text);
    return token?.kind === "word" ? this.word(token.text) : undefined;
  }

  private word(text: string): Operand | undefined {
    this.skip();
    if (this.tokens[this.at]?.kind === "brackets") {
      this.at += 1;
      return "reference";
    }
    if (text.includes("$"))
      return /^(?:\$?[A-Za-z]{1,3}(?:\$?\d{1,7})?|\$\d{1,7})$/.test(text) ? "reference" : undefined;
    if (/^(?:true|false)$/i.test(text)) return "value";
    return parseArea(text) || this.isName(text) ? "reference" : "value";
  }

  private call(name: string): Operand | undefined {
    this.skip();
    const argumentCount = this.argumentCount();
    if (argumentCount === undefined) return undefined;
    this.calls.push({ name, argumentCount });
    return "reference";
  }

  /** The arguments between parentheses; undefined where they are none. */
  private argumentCount(): number | undefined {
    this.skip();
    if (this.peek()?.kind === "close") {
      this.skip();
      return 0;
    }
    for (let count = 1; ; count++) {
      const empty: TokenKind | undefined = this.peek()?.kind;
      if (empty !== "separator" && empty !== "close" && !this.expression()) return undefined;
      const end = this.peek()?.kind;
      this.skip();
      if (end === "close") return count;
      if (end !== "separator") return undefined;
    }
  }

  /** "(1+2)", or a union of ranges: "(A1,C3)". */
  private parenthesised(): Operand | undefined {
    this.skip();
    for (let operand = this.expression(); operand; operand = this.expression()) {
      const end = this.peek()?.kind;
      this.skip();
      if (end === "close") return operand;
      if (end !== "separator") return undefined;
    }
    return undefined;
  }

  /** Rows of constants of the same length. */
  private array(): Operand | undefined {
    this.skip();
    let width: number | undefined;
    for (let columns = 1; ;) {
      if (!this.constant()) return undefined;
      const end = this.peek()?.kind;
      this.skip();
      if (end === "separator") {
        columns += 1;
        continue;
      }
      if (end !== "rowSeparator" && end !== "closeArray") return undefined;
      if (width !== undefined && width !== columns) return undefined;
      width = columns;
      columns = 1;
      if (end === "closeArray") return "value";
    }
  }

  private constant(): boolean {
    const sign = this.peek();
    if (sign?.text === "-" || sign?.text === "+") this.skip();
    const token = this.peek();
    this.skip();
    if (token?.kind === "word") return /^(?:true|false)$/i.test(token.text);
    return token?.kind === "number" || token?.kind === "text" || token?.kind === "error";
  }

  /** Whether the next token that is no space begins an operand. */
  private startsOperand(): boolean {
    switch (this.peek()?.kind) {
      case "text":
      case "number":
      case "error":
      case "word":
      case "function":
      case "sheet":
      case "brackets":
      case "open":
      case "openArray":
        return true;
      default:
        return false;
    }
  }

  /** The next token that is no space. */
  private peek(): Token | undefined {
    let at = this.at;
    while (this.tokens[at]?.kind === "space") at += 1;
    return this.tokens[at];
  }

  private skip(): void {
    while (this.tokens[this.at]?.kind === "space") this.at += 1;
    this.at += 1;
  }
}
