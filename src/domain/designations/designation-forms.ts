/** The forms of names (approval-rules 6.4, A.12 §2.1) as tables of patterns for the parser. */
/** The kind of text that a name designates. */
export type Product =
  | "Recommendation"
  | "Supplement"
  | "Technical Report"
  | "Technical Paper"
  | "Implementers' guide"
  | "Annex"
  | "Appendix"
  | "Handbook";

/** How a text changes another one. */
export type Change = "revision" | "amendment" | "corrigendum" | "erratum";

/** A deviation from the usual spelling of names (approval-rules 6.4). */
export interface Anomaly {
  code:
    | "unrecognised"
    | "several-ex"
    | "ex-equals-name"
    | "missing-space"
    | "word-before"
    | "comma"
    | "edition-in-words"
    | "spelling";
  /** The offending part of the text. */
  part: string;
}

export interface SingleDesignation {
  /** Canonical spelling, "X.509 (2019) Amd.2"; the text itself where it is not recognised. */
  canonical: string;
  /** null where the name has no recognised form. */
  product: Product | null;
  /** null for a text that does not change another one. */
  change: Change | null;
  /** The canonical spelling where a number is assigned, else null. */
  number: string | null;
  /** The number without additions: "X.509" of "X.509 (2019) Amd.2"; null for provisional names. */
  base: string | null;
  /** The parts of a joint number, ["G.8132", "Y.1383"]; else []. */
  joint: string[];
  /** Year of the edition, "2019". */
  edition: string | null;
  /** Number of the amendment, corrigendum or supplement; null where it has none. */
  ordinal: number | null;
  /** The text that this one changes or belongs to. */
  parent: string | null;
}

interface Tail {
  text: string;
  change: Change | null;
  product: Product | null;
  edition: string | null;
  ordinal: number | null;
}

const NUMBER = "[A-Z]\\.\\d{1,5}(?:\\.\\d+)*(?:[a-z](?![A-Za-z]))?";
const HEAD = new RegExp(`^${NUMBER}(?:\\s*/\\s*${NUMBER})*`);

type FoundForm = (match: RegExpExecArray, tail: Tail, anomalies: Anomaly[]) => void;

function changeTo(change: Change, label: string): FoundForm {
  return (match, tail, anomalies) => {
    if (/^\s*,/.test(match[0])) anomalies.push({ code: "comma", part: match[0].trim() });
    tail.change = change;
    tail.ordinal = match[1] ? Number(match[1]) : null;
    tail.text += ` ${label}${match[1] ? `.${match[1]}` : ""}`;
  };
}

/** Additions after a number, in any order; they are matched until none applies. */
const TAILS: { pattern: RegExp; found: FoundForm }[] = [
  {
    pattern: /^\s*\((\d{4})\)/,
    found: (match, tail) => {
      tail.edition = match[1] ?? null;
      tail.text += ` (${match[1] ?? ""})`;
    },
  },
  {
    pattern: /^\s*\(\d{1,2}\/(\d{4})\)/,
    found: (match, tail) => {
      tail.edition ??= match[1] ?? null;
    },
  },
  { pattern: /^\s*(?:\(V\d+\)|v\.?\s?\d+)/i, found: (match, tail) => void (tail.text += ` ${match[0].trim()}`) },
  { pattern: /^\s*\((?:Amd|Cor)\.?\s*\d+\s+and\)/i, found: () => undefined },
  { pattern: /^\s*\(new\)/i, found: () => undefined },
  {
    pattern: /^\s*(?:\((?:revised|revision|rev\.?)\)|[-_.]?rev(?:ised|ision)?\b\.?|[-_.]?rev(?=amd|cor))/i,
    found: revised,
  },
  {
    pattern: /^\s*\((\w+)\s+edition\)/i,
    found: (match, tail, anomalies) => {
      if (!/^\d/.test(match[1] ?? "")) anomalies.push({ code: "edition-in-words", part: match[0].trim() });
      revised(match, tail, anomalies);
    },
  },
  {
    pattern: /^\s*(bis|ter)\b/i,
    found: (match, tail) => void (tail.text += (match[1] ?? "").toLowerCase()),
  },
  {
    pattern: /^,?\s*(?:Amendments?|Amend|Amd|Am)\.?\s*(\d*)(?=$|\s|\()/i,
    found: changeTo("amendment", "Amd"),
  },
  {
    pattern: /^,?\s*(?:Technical\s+)?(?:Corrigend(?:um|a)|Corr|Cor)\.?\s*(\d*)(?=$|\s|\()/i,
    found: changeTo("corrigendum", "Cor"),
  },
  { pattern: /^,?\s*(?:Erratum|Err)\.?\s*(\d*)(?=$|\s|\()/i, found: changeTo("erratum", "Err") },
  {
    pattern: /^\s*(?:Supplement|Suppl|Supp|Sup)\.?\s*(\d+)(?=$|\s|\()/i,
    found: (match, tail) => part(tail, "Supplement", ` Suppl.${match[1] ?? ""}`, Number(match[1])),
  },
  {
    pattern: /^\s*Annex\s+([A-Z]\d*\+?)(?=$|\s|\()/,
    found: (match, tail) => part(tail, "Annex", ` Annex ${match[1] ?? ""}`, null),
  },
  {
    pattern: /^\s*App(?:endix)?(?:\.\s*|\s+)([IVXLC]+)(?=$|\s|\()/,
    found: (match, tail) => part(tail, "Appendix", ` App.${match[1] ?? ""}`, null),
  },
  // A letter after a number marks an older regional or partial text: "D.604 R", "Q.1912.5 C".
  { pattern: /^\s*([A-Z])(?=$|\s*\()/, found: (match, tail) => void (tail.text += ` ${match[1] ?? ""}`) },
];

function part(tail: Tail, product: Product, text: string, ordinal: number | null): void {
  tail.product = product;
  tail.text += text;
  tail.ordinal = ordinal;
}

function revised(match: RegExpExecArray, tail: Tail, anomalies: Anomaly[]): void {
  if (/Rev/.test(match[0]) && !match[0].includes("(")) anomalies.push({ code: "spelling", part: match[0].trim() });
  if (tail.change === "revision") return;
  tail.change = "revision";
  tail.text += "rev";
}

/** Names other than numbers; the first match determines the product. */
const FORMS: { pattern: RegExp; product: Product; read?: (match: RegExpExecArray) => Partial<SingleDesignation> }[] = [
  {
    pattern: /^([A-Z])(?:\.|\s|-series\s)\s?(?:suppl|supp|sup)(?:ement)?\.?\s?(\d+)(?:[-_. ]?(rev)|)((?:\s.*)?)$/i,
    product: "Supplement",
    read: (match) => seriesSupplement(match[1] ?? "", match[2] ?? "", match[3] !== undefined, match[4] ?? ""),
  },
  {
    pattern: /^([A-Z][.-]\d+)(?:\sseries)\s(?:suppl|supp|sup)\.?\s?(\d+)((?:\s.*)?)$/i,
    product: "Supplement",
    read: (match) => ({ canonical: `${match[1] ?? ""} series Suppl.${match[2] ?? ""}`, ordinal: Number(match[2]) }),
  },
  { pattern: /^[A-Z]\.sup(?:p|pl|plement)?\d*[.\-_]?[A-Za-z0-9][\w.-]*$/i, product: "Supplement" },
  { pattern: /^(?:[A-Z]STR|TR)[.\-_][A-Za-z0-9][\w.-]*$/i, product: "Technical Report" },
  { pattern: /^(?:[A-Z]STP|TP)[.\-_][A-Za-z0-9][\w.-]*$/i, product: "Technical Paper" },
  { pattern: /^[A-Z]\.imp[A-Za-z0-9.]+$/i, product: "Implementers' guide" },
  {
    pattern: /^((?:EMC|SEC|QOS|IMPL|HDB)-[A-Z0-9]+)((?:\s.*)?)$/,
    product: "Handbook",
    read: (match) => ({ base: match[1] ?? null, ...changesOf(match[1] ?? "", match[2] ?? "") }),
  },
  { pattern: /^[A-Z]\.[A-Za-z0-9]*[A-Za-z][\w.-]*$/, product: "Recommendation", read: (m) => provisionalChange(m[0]) },
];

function seriesSupplement(series: string, number: string, rev: boolean, rest: string): Partial<SingleDesignation> {
  const base = `${series.toUpperCase()} Suppl.${number}`;
  const canonical = rev ? `${base}rev` : base;
  const changed = changesOf(canonical, rest);
  return {
    base,
    ordinal: Number(number),
    ...(rev ? { change: "revision" as const, parent: base } : {}),
    canonical,
    number: canonical,
    ...changed,
  };
}

function changesOf(head: string, rest: string): Partial<SingleDesignation> {
  const tail = readTails(rest, []);
  const canonical = head + tail.tail.text;
  const parent = tail.tail.change ? head : undefined;
  return {
    canonical,
    number: canonical,
    edition: tail.tail.edition,
    ...(parent ? { parent, change: tail.tail.change, ordinal: tail.tail.ordinal } : {}),
  };
}

/** "X.sup-1254rev" and "X.gpimrev": a provisional name that ends in rev is a revision of the name before it. */
function provisionalChange(name: string): Partial<SingleDesignation> {
  const match = /^(.+?\w)[-_]?rev$/i.exec(name);
  return match ? { change: "revision", parent: match[1] ?? null } : {};
}

function readTails(text: string, anomalies: Anomaly[]): { tail: Tail; rest: string; parents: string[] } {
  const tail: Tail = { text: "", change: null, product: null, edition: null, ordinal: null };
  const parents: string[] = [];
  let rest = text;
  while (rest !== "") {
    const before = tail.text;
    const step = firstTail(rest);
    if (step === null) break;
    step.found(step.match, tail, anomalies);
    if (tail.change !== null || tail.product !== null) parents.push(before);
    rest = rest.slice(step.match[0].length);
  }
  return { tail, rest: rest.trim(), parents };
}

function firstTail(text: string): { match: RegExpExecArray; found: FoundForm } | null {
  for (const { pattern, found } of TAILS) {
    const match = pattern.exec(text);
    if (match !== null && match[0] !== "") return { match, found };
  }
  return null;
}

function unrecognised(text: string): SingleDesignation {
  return {
    canonical: text,
    product: null,
    change: null,
    number: null,
    base: null,
    joint: [],
    edition: null,
    ordinal: null,
    parent: null,
  };
}

/**
 * Parses one name, without other names in parentheses.
 * @param text the name, white space folded
 * @param anomalies receives its deviations from the usual spelling
 * @param isRevision whether a preceding word marks it as a revision
 */
export function parseSingle(text: string, anomalies: Anomaly[], isRevision: boolean): SingleDesignation {
  const head = HEAD.exec(text);
  const numbered = head ? parseNumbered(text, head, isRevision) : null;
  if (numbered && numbered.rest === "") {
    anomalies.push(...numbered.anomalies);
    return numbered.designation;
  }
  for (const { pattern, product, read } of FORMS) {
    const match = pattern.exec(text);
    if (match) return { ...unrecognised(text), product, ...read?.(match) };
  }
  if (text !== "" || anomalies.length === 0) anomalies.push({ code: "unrecognised", part: numbered?.rest ?? text });
  return numbered ? numbered.designation : unrecognised(text);
}

function parseNumbered(
  text: string,
  head: RegExpExecArray,
  isRevision: boolean,
): { designation: SingleDesignation; rest: string; anomalies: Anomaly[] } {
  const anomalies: Anomaly[] = [];
  const base = head[0].replace(/\s*\/\s*/g, "/");
  const { tail, rest, parents } = readTails(text.slice(head[0].length), anomalies);
  if (isRevision && tail.change === null) {
    tail.change = "revision";
    tail.text = `rev${tail.text}`;
    parents.push("");
  }
  const canonical = base + tail.text;
  const parent = parents[parents.length - 1];
  return {
    rest,
    anomalies,
    designation: {
      canonical,
      product: tail.product ?? "Recommendation",
      change: tail.change,
      number: canonical,
      base,
      joint: base.includes("/") ? base.split("/") : [],
      edition: tail.edition,
      ordinal: tail.ordinal,
      parent: parent === undefined ? null : (base + parent).replace(/rev$/, ""),
    },
  };
}
