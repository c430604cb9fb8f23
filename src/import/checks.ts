/** Compares the counts that a document states with its tables, and finds slips that the document alone shows. */
import type { ReadDocument, Row, Section, TableKind } from "../domain/document";
import type { CountedPart, CountedThing, ExpectedField } from "../domain/document-problems";
import { type Account, shorten } from "./line-coverage";
import { fold, type Line } from "./lines";
import { keyOfPerson } from "./person-names";
import type { Steps } from "../domain/steps";
import { foldAccents } from "../domain/text";

/** Counts that a summary states, and the tables they count. */
const STATED: readonly { pattern: RegExp; tables: readonly TableKind[]; thing: CountedThing }[] = [
  {
    pattern: /\bTAP approv(?:al|ed) \((\d+)/i,
    tables: ["TAP approved", "Recommendations approved"],
    thing: "approved",
  },
  { pattern: /\bTAP not approved \((\d+)/i, tables: ["TAP not approved"], thing: "notApproved" },
  { pattern: /\bTAP determin(?:ed|ation) \((\d+)/i, tables: ["TAP determined"], thing: "determined" },
  { pattern: /\bAAP consent(?:ed)? \((\d+)/i, tables: ["AAP consented"], thing: "consented" },
  { pattern: /\bAgreed \((\d+)|\bAgreement \((\d+)/i, tables: ["Agreed"], thing: "agreed" },
  { pattern: /\bNew work items? \((\d+)/i, tables: ["New work items"], thing: "newWorkItems" },
  {
    pattern: /\bWork items? (?:discontinued|deleted) \((\d+)/i,
    tables: ["Discontinued"],
    thing: "discontinued",
  },
  {
    pattern: /\b(\d+) Candidate texts\b/i,
    tables: ["Planned for approval", "Planned for determination", "Planned for consent", "Planned for agreement"],
    thing: "candidates",
  },
  {
    pattern: /\bOutput (?:standards|texts) \((\d+)/i,
    tables: ["TAP approved", "TAP determined", "AAP consented", "Agreed"],
    thing: "outputTexts",
  },
];

/** Whether a line states a count that follows from the tables. */
export function statesCount(text: string): boolean {
  return STATED.some(({ pattern }) => pattern.test(text));
}

/** How a sentence breaks a count down, and the kind the column prints for each part. */
const BREAKDOWN: readonly { pattern: RegExp; kind: CountedPart["kind"] }[] = [
  { pattern: /(\d+) new\b/gi, kind: "New" },
  { pattern: /(\d+) revised\b/gi, kind: "Rev" },
  { pattern: /(\d+) Amendments?\b/gi, kind: "Amd" },
  { pattern: /(\d+) Corrigend(?:um|a)\b/gi, kind: "Cor" },
];

const TIMING_NOTATIONS: readonly (readonly [RegExp, string])[] = [
  [/^\d{4}-Q\d$/, "year-Qn"],
  [/^\d{4}-\dQ$/, "year-nQ"],
  [/^\d{4}-\d{2}$/, "year-month in two digits"],
  [/^\d{4}-\d$/, "year-month in one digit"],
  [/^\dQ[ -]?\d{4}$/, "nQ year"],
  [/^Q\d[ /-]?\d{4}$/, "Qn year"],
  [/^\(?[^)]*\/\)?/, "pair of dates"],
  [/^\p{L}/u, "month in words"],
];

function sectionsOf(document: ReadDocument): Section[] {
  return document.annexes.flatMap((annex) => annex.sections);
}

function rowsOf(document: ReadDocument): Row[] {
  return sectionsOf(document).flatMap((section) => section.rows);
}

/** Reports differences between stated counts and rows, and slips of the document, to the account. */
export function* checkDocument(document: ReadDocument, front: readonly Line[], account: Account): Steps<void> {
  yield* checkStatedCounts(document, front, account);
  yield* checkNumbering(document, account);
  yield* checkGaps(document, account);
  checkRepeatedAnnexes(document, account);
  yield* checkPlannedTwice(document, account);
  yield* checkKinds(document, account);
  yield* checkPeople(document, account);
  yield* checkDesignations(document, front, account);
  yield* checkTimings(document, account);
}

function* checkStatedCounts(document: ReadDocument, front: readonly Line[], account: Account): Steps<void> {
  const sections = sectionsOf(document);
  for (const line of front) {
    yield;
    if (line.text.length > 400) continue;
    for (const { pattern, tables, thing } of STATED) {
      const match = pattern.exec(line.text);
      if (!match) continue;
      const stated = Number(match[1] ?? match[2]);
      const rows = sections
        .filter((section) => section.table !== null && tables.includes(section.table))
        .flatMap((section) => section.rows);
      if (rows.length !== stated) {
        account.report(line.number, "warning", "countDiffers", { thing, stated, found: rows.length });
      }
      checkBreakdown(line, rows, thing, account);
    }
  }
}

function checkBreakdown(line: Line, rows: readonly Row[], thing: CountedThing, account: Account): void {
  const parts = BREAKDOWN.map(({ pattern, kind }) => ({
    kind,
    stated: [...line.text.matchAll(pattern)].reduce((sum, match) => sum + Number(match[1]), 0),
    found: rows.filter((row) => row.kind === kind).length,
  }));
  if (parts.every(({ stated }) => stated === 0)) return;
  const differing = parts.filter(({ stated, found }) => stated !== found);
  if (differing.length > 0) account.report(line.number, "warning", "breakdownDiffers", { thing, parts: differing });
}

function* checkNumbering(document: ReadDocument, account: Account): Steps<void> {
  for (const section of sectionsOf(document)) {
    const numbered = section.rows.filter((row) => row.seq !== null);
    let before = 0;
    for (const row of numbered) {
      yield;
      const seq = row.seq ?? 0;
      if (seq !== before + 1)
        account.report(row.lines[0], "warning", "rowGap", { row: seq, name: nameOf(row), before });
      before = seq;
    }
    if (numbered.length > 0 && numbered.length < section.rows.length) {
      const without = section.rows.filter((row) => row.seq === null);
      for (const row of without) {
        yield;
        account.report(row.lines[0], "info", "rowWithoutNumber", { name: nameOf(row) });
      }
    }
  }
}

/** Fields that a row lacks although most rows of its table have them. */
const EXPECTED_FIELDS: readonly ExpectedField[] = [
  ...(["kind", "editors", "text", "timing", "startOfWork", "determined", "decision"] as const),
];

function* checkGaps(document: ReadDocument, account: Account): Steps<void> {
  for (const { rows } of sectionsOf(document)) {
    const counts = new Map<ExpectedField, number>();
    for (const row of rows) {
      yield;
      for (const field of EXPECTED_FIELDS) {
        if (row[field] !== null) counts.set(field, (counts.get(field) ?? 0) + 1);
      }
    }
    const usual = EXPECTED_FIELDS.filter((field) => (counts.get(field) ?? 0) > rows.length * 0.7);
    for (const row of rows) {
      yield;
      const fields = usual.filter((field) => row[field] === null);
      if (fields.length > 0) account.report(row.lines[0], "warning", "fieldsMissing", { name: nameOf(row), fields });
    }
  }
}

function checkRepeatedAnnexes(document: ReadDocument, account: Account): void {
  const seen = new Set<string>();
  for (const annex of document.annexes) {
    const line = annex.sections[0]?.rows[0]?.lines[0] ?? 0;
    if (seen.has(annex.id)) account.report(line, "warning", "annexTwice", { annex: annex.id });
    seen.add(annex.id);
  }
}

function* checkPlannedTwice(document: ReadDocument, account: Account): Steps<void> {
  const planned = sectionsOf(document).filter((section) => section.table?.startsWith("Planned"));
  const firstRows = new Map<string, Row>();
  for (const row of planned.flatMap((section) => section.rows)) {
    yield;
    const key = row.number ?? row.acronym;
    if (key === null) continue;
    const first = firstRows.get(key);
    if (first) {
      account.report(row.lines[0], "warning", "plannedTwice", { name: key, line: first.lines[0] });
    } else firstRows.set(key, row);
  }
  for (const section of sectionsOf(document)) {
    const seen = new Map<string, Row>();
    for (const row of section.rows) {
      yield;
      const key = row.number ?? row.acronym;
      const first = key === null ? undefined : seen.get(key);
      if (first && !section.table?.startsWith("Planned")) {
        account.report(row.lines[0], "warning", "twiceInTable", { name: key ?? "", line: first.lines[0] });
      } else if (key !== null) seen.set(key, row);
    }
  }
}

/** "X.1352Amd" with "New" in its column. */
function* checkKinds(document: ReadDocument, account: Account): Steps<void> {
  for (const row of rowsOf(document)) {
    yield;
    const byName = /(Amd|Cor|rev)\b\.?\s?\d*$/i.exec(row.number ?? "")?.[1]?.toLowerCase();
    if (byName === undefined || row.kind === null || row.kind.toLowerCase().startsWith(byName)) continue;
    account.report(row.lines[0], "info", "kindByName", { name: nameOf(row), byName, kind: row.kind });
  }
}

const SHORTEST_MISSPELT = 11;

/** Names of people that differ by one letter: probably one person. */
function* checkPeople(document: ReadDocument, account: Account): Steps<void> {
  const people = new Map<string, { name: string; line: number; count: number }>();
  for (const row of rowsOf(document)) {
    yield;
    for (const name of row.editors ?? []) {
      const key = keyOfPerson(name);
      const entry = people.get(key);
      if (entry) entry.count += 1;
      else people.set(key, { name, line: row.lines[0], count: 1 });
    }
  }
  const byPattern = new Map<string, string>();
  for (const [key, person] of people) {
    yield;
    const words = foldAccents(person.name)
      .replace(/[^\p{L}\s]/gu, "")
      .split(/\s+/)
      .sort()
      .join(" ");
    // Shorter names differ by a letter all the time.
    if (words.length < SHORTEST_MISSPELT) continue;
    const twin = oneLetterPatterns(words)
      .map((pattern) => {
        const other = byPattern.get(pattern);
        if (other === undefined) byPattern.set(pattern, key);
        return other;
      })
      .find((other) => other !== undefined);
    const first = twin === undefined ? undefined : people.get(twin);
    if (!first) continue;
    const [rare, usual] = first.count < person.count ? [first, person] : [person, first];
    account.report(rare.line, "info", "personSpelling", { name: rare.name, usual: usual.name, line: usual.line });
  }
}

/** All patterns of a text in which one letter is left open: two texts that share one differ in at most that letter. */
function oneLetterPatterns(text: string): string[] {
  return [...text].flatMap((letter, index) =>
    letter === " " ? [] : [`${text.slice(0, index)}?${text.slice(index + 1)}`],
  );
}

const DESIGNATION = /(?<![\w.])[A-Z]{1,4}\.[A-Za-z][\w.-]*\w/g;

/** One item under two spellings: "X.sec_QKDN_tn" and "X.sec-QKDN-tn". */
function* checkDesignations(document: ReadDocument, front: readonly Line[], account: Account): Steps<void> {
  const spellings = new Map<string, { name: string; line: number }[]>();
  const add = (name: string, line: number): void => {
    const key = name.toLowerCase().replace(/[-_.]/g, "");
    const variants = spellings.get(key) ?? [];
    if (!variants.some((other) => other.name === name)) spellings.set(key, [...variants, { name, line }]);
  };
  for (const row of rowsOf(document)) {
    yield;
    for (const name of [row.number, row.acronym, row.formerly])
      if (name !== null && /^\p{Lu}+\.\p{L}/u.test(name)) add(name, row.lines[0]);
    for (const name of row.decision?.match(DESIGNATION) ?? []) add(name, row.lines[0]);
  }
  for (const line of front) {
    yield;
    if (line.text.length > 2000) continue;
    for (const match of line.text.match(DESIGNATION) ?? []) add(match, line.number);
  }
  for (const names of spellings.values()) {
    const [first, ...others] = [...names].sort((a, b) => a.line - b.line);
    for (const other of others) {
      const usual = first?.name ?? "";
      account.report(other.line, "info", "nameSpelling", { name: other.name, usual, line: first?.line ?? 0 });
    }
  }
}

function* checkTimings(document: ReadDocument, account: Account): Steps<void> {
  const examples = new Map<string, string>();
  for (const row of rowsOf(document)) {
    yield;
    for (const timing of [row.timing, row.startOfWork, row.determined]) {
      if (timing === null) continue;
      const notation = TIMING_NOTATIONS.find(([pattern]) => pattern.test(timing))?.[1] ?? "other";
      if (!examples.has(notation)) examples.set(notation, timing);
    }
  }
  if (examples.size < 2) return;
  account.report(0, "info", "timingNotations", { examples: [...examples.values()] });
}

function nameOf(row: Row): string {
  return row.printedName ?? shorten(fold(row.title ?? "no name"), 40);
}
