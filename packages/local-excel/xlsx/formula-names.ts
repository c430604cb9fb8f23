import { ENGLISH_SYNTAX, tokenize } from "../host/formulas/tokens";
import type { Token } from "../host/formulas/tokens";

const ADDIN = "_xldudf_";
const FUTURE = "_xlfn.";
const WORKSHEET = "_xlws.";
const PARAMETER = "_xlpm.";

/** Functions newer than the file format: Excel stores them with a prefix, and shows #NAME? where it is missing. */
const FUTURE_FUNCTIONS: ReadonlySet<string> = new Set(
  (
    "ACOT ACOTH AGGREGATE ANCHORARRAY ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE " +
    "BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST " +
    "CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM " +
    "CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL DROP ENCODEURL ERF.PRECISE ERFC.PRECISE " +
    "EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FIELDVALUE FILTERXML FLOOR.MATH FLOOR.PRECISE " +
    "FORECAST.ETS FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT FORECAST.LINEAR FORMULATEXT GAMMA " +
    "GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS GROUPBY HSTACK HYPGEOM.DIST IFNA IFS IMAGE IMCOSH IMCOT IMCSC IMCSCH " +
    "IMSEC IMSECH IMSINH IMTAN ISFORMULA ISO.CEILING ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV " +
    "MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NETWORKDAYS.INTL NORM.DIST NORM.INV " +
    "NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTOF PERCENTRANK.EXC " +
    "PERCENTRANK.INC PERMUTATIONA PHI PIVOTBY POISSON.DIST QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ REDUCE " +
    "REGEXEXTRACT REGEXREPLACE REGEXTEST RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SINGLE SKEW.P SORTBY STDEV.P STDEV.S " +
    "STOCKHISTORY SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT " +
    "TOCOL TOROW TRANSLATE TRIMRANGE UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WEBSERVICE WEIBULL.DIST " +
    "WORKDAY.INTL WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST FILTER SORT"
  ).split(" "),
);
/** These two were worksheet functions in another sense before. */
const WORKSHEET_FUNCTIONS: ReadonlySet<string> = new Set(["FILTER", "SORT"]);
/** Stored without a prefix although they look new, or older than the format. */
const WITHOUT_PREFIX: ReadonlySet<string> = new Set(["NETWORKDAYS.INTL", "WORKDAY.INTL", "ISO.CEILING"]);

const inFile = (customFunction: string): string => `${ADDIN}${customFunction.replaceAll(".", "_")}`;

/**
 * A formula as Excel writes it into a file: the functions of add-ins as `_xldudf_SG17_STATUS`, newer functions as
 * `_xlfn.XLOOKUP`, the names of LET and LAMBDA as `_xlpm.x`.
 * @param customFunctions names of the add-in's functions, "SG17.STATUS"
 */
export function toFileFormula(formula: string, customFunctions: readonly string[]): string {
  const tokens = tokenize(formula.replace(/^=/, ""), ENGLISH_SYNTAX);
  if (!tokens) return formula;
  const custom = new Map(customFunctions.map((name) => [name.toUpperCase(), inFile(name)]));
  const parameters = parametersOf(tokens);
  const written = tokens.map(({ kind, text }) => {
    const name = text.toUpperCase();
    if ((kind === "word" || kind === "function") && parameters.has(name)) return `${PARAMETER}${text}`;
    if (kind !== "function") return text;
    const addin = custom.get(name);
    if (addin !== undefined) return addin;
    if (!FUTURE_FUNCTIONS.has(name) || WITHOUT_PREFIX.has(name)) return text;
    return `${FUTURE}${WORKSHEET_FUNCTIONS.has(name) ? WORKSHEET : ""}${name}`;
  });
  return `=${written.join("")}`;
}

/** A formula of a file as people write it. A function of an add-in that is not there keeps its name, as in Excel. */
export function fromFileFormula(formula: string, customFunctions: readonly string[]): string {
  if (!/_xl(?:fn|ws|pm|dudf)/i.test(formula)) return formula;
  const tokens = tokenize(formula.replace(/^=/, ""), ENGLISH_SYNTAX);
  if (!tokens) return formula;
  const custom = new Map(customFunctions.map((name) => [inFile(name).toUpperCase(), name]));
  const read = tokens.map(({ kind, text }) => {
    if (kind !== "function" && kind !== "word") return text;
    return custom.get(text.toUpperCase()) ?? text.replace(/^(?:_xlfn\.)?(?:_xlws\.|_xlpm\.)?/i, "");
  });
  return `=${read.join("")}`;
}

/** The names that LET and LAMBDA give, in capitals. */
function parametersOf(tokens: readonly Token[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [index, token] of tokens.entries()) {
    const name = token.text.toUpperCase();
    if (token.kind !== "function" || (name !== "LET" && name !== "LAMBDA")) continue;
    const given = argumentsFrom(tokens, index + 1).slice(0, -1);
    for (const [position, argument] of given.entries()) {
      const [only] = argument;
      const isName = argument.length === 1 && only?.kind === "word" && (name === "LAMBDA" || position % 2 === 0);
      if (isName) names.add(only.text.toUpperCase());
    }
  }
  return names;
}

/** The arguments after an opening parenthesis, without spaces. */
function argumentsFrom(tokens: readonly Token[], open: number): Token[][] {
  const found: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(open)) {
    if (token.kind === "open") depth += 1;
    if (token.kind === "close") depth -= 1;
    if (depth === 0) break;
    if (depth === 1 && token.kind === "separator") found.push([]);
    else if (!(depth === 1 && token.kind === "open") && token.kind !== "space") found.at(-1)?.push(token);
  }
  return found;
}
