import { ENGLISH_SYNTAX, tokenize } from "./tokens";

/** A table as formulas name it. */
export interface NamedColumns {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Column names with these characters need brackets of their own after "@". */
const SPECIAL = /[^\p{L}\p{N}_]/u;
const THIS_ROW = /^\[\[#This Row\],(.*)\]$/i;

/**
 * The bracketed part as files hold it, with the columns in their own spelling: "[@status]" is "[[#This Row],[Status]]".
 * @param columns of the table it belongs to
 */
export function storedBrackets(brackets: string, columns: readonly string[]): string {
  const spelled = (name: string): string =>
    columns.find((column) => column.toLowerCase() === name.toLowerCase()) ?? name;
  const inner = brackets.slice(1, -1).trim();
  if (inner === "@") return "[#This Row]";
  const row = inner.startsWith("@");
  const rest = row ? inner.slice(1) : inner;
  if (!rest.startsWith("[")) {
    if (rest.startsWith("#")) return `[${rest}]`;
    return row ? `[[#This Row],[${spelled(rest)}]]` : `[${spelled(rest)}]`;
  }
  const parts = rest.replace(/\[([^[\]#][^[\]]*)\]/g, (_whole, name: string) => `[${spelled(name)}]`);
  return row ? `[[#This Row],${parts}]` : `[${parts}]`;
}

/** A formula as Excel shows it in a cell: short forms for the cell's own row, without the name inside the table itself. */
export function shownFormula(formula: string, around: NamedColumns | undefined): string {
  if (!formula.includes("[")) return formula;
  const tokens = tokenize(formula.replace(/^=/, ""), ENGLISH_SYNTAX);
  if (!tokens) return formula;
  const own = around?.name.toLowerCase();
  const shown = tokens.map(({ kind, text }, index) => {
    if (kind === "brackets") return shownBrackets(text);
    const named = tokens[index + 1];
    const redundant = kind === "word" && text.toLowerCase() === own && named?.kind === "brackets";
    return redundant && !named.text.startsWith("[#") && !named.text.startsWith("[[#Totals]") ? "" : text;
  });
  return `=${shown.join("")}`;
}

function shownBrackets(brackets: string): string {
  if (/^\[#This Row\]$/i.test(brackets)) return "[@]";
  const rest = THIS_ROW.exec(brackets)?.[1];
  if (rest === undefined) return brackets;
  const single = /^\[([^[\]]+)\]$/.exec(rest)?.[1];
  return single !== undefined && !SPECIAL.test(single) ? `[@${single}]` : `[@${rest}]`;
}
