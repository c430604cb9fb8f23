/** Documents in: reads an executive summary or a lead study group report into records. */
import type { Annex, DocumentFamily, ReadDocument, Section, Statistics } from "../domain/document";
import { checkDocument } from "./checks";
import { readHeader } from "./document-header";
import { isExport, readExport } from "./export";
import { Account, type Ledger } from "./line-coverage";
import { type Line, splitLines } from "./lines";
import { readPlannedMeetings, readRapporteurMeetings } from "./meetings";
import { keyOfPerson } from "./person-names";
import { isStatistics, readStatistics } from "./statistics";
import { type RawAnnex, readStructure, type Structure } from "./structure";
import { readTable, splitAtLostHeadings } from "./table";

/** What is no document of ours, with one clear sentence that says why. */
export interface NotADocument {
  notADocument: string;
}

export type { Ledger, LineUse } from "./line-coverage";

/**
 * Reads the text of a document: an executive summary, a lead study group report on security, or a work programme export.
 * Anything else yields the reason why it is none. Never throws on account of the text.
 */
export function readDocument(text: string, options: { name?: string } = {}): ReadDocument | NotADocument {
  const result = readWithLedger(text, options);
  return "notADocument" in result ? result : result.document;
}

/** Like readDocument, with the account of where every line went. */
export function readWithLedger(
  text: string,
  options: { name?: string } = {},
): { document: ReadDocument; ledger: Ledger } | NotADocument {
  const what = options.name ?? "This text";
  if (text.trim() === "") return { notADocument: `${what} is empty.` };
  if (isBinary(text))
    return { notADocument: `${what} is not text: save the document as text, .docx or .csv and choose that.` };
  const lines = splitLines(text);
  if (isExport(lines)) return readExport(lines);
  const account = new Account();
  const structure = readStructure(lines, account);
  for (const annex of structure.annexes) {
    if (!isStatistics(annex)) annex.sections = annex.sections.flatMap((raw) => splitAtLostHeadings(raw, account));
  }
  const family = familyOf(structure);
  if (family === null) {
    return {
      notADocument: `${what} is no executive summary, lead study group report or work programme export: no annex with a table of Recommendations or work items was found in it.`,
    };
  }
  return readAnnexes(structure, family, account, lines);
}

/** A text with many control characters is no text. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 20_000);
  // eslint-disable-next-line no-control-regex -- control characters are exactly what tells binary from text
  const odd = sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001e\ufffd]/g)?.length ?? 0;
  return odd > sample.length / 20;
}

/** The family a document belongs to, told by its tables, then by the words of its beginning. */
function familyOf(structure: Structure): DocumentFamily | null {
  const tables = structure.annexes.flatMap((annex) => annex.sections.map((section) => section.table));
  const known = tables.filter((table) => table !== null);
  const front = structure.front
    .slice(0, 400)
    .map((line) => line.text)
    .join("\n");
  if (known.length === 0 && !/executive summary/i.test(front)) return null;
  if (/lead study group/i.test(front) && !/executive summary/i.test(front)) return "lead-study-group-report";
  if (/executive summary/i.test(front)) return "executive-summary";
  const isLead = known.includes("Under development") || known.includes("Recommendations approved");
  return isLead && !known.some((table) => /^TAP (?:not )?approved|^Planned|^New work/.test(table))
    ? "lead-study-group-report"
    : "executive-summary";
}

function readAnnexes(
  structure: Structure,
  family: DocumentFamily,
  account: Account,
  lines: readonly Line[],
): { document: ReadDocument; ledger: Ledger } {
  const header = readHeader(structure, family);
  const studyGroup = /\d+/.exec(header.studyGroup ?? "")?.[0] ?? "17";
  const people = new Set<string>();
  const statistics: Statistics = {};
  const read = new Map<RawAnnex["sections"][number], Section>();
  // Tables without a New / Revised column come last: by then the people of the document are known.
  const tables = structure.annexes.flatMap((annex) => (isStatistics(annex) ? [] : annex.sections));
  const ordered = [...tables].sort(
    (a, b) => Number(a.table === "New work items") - Number(b.table === "New work items"),
  );
  for (const raw of ordered) {
    const section = readTable(raw, { account, studyGroup, people });
    read.set(raw, section);
    for (const row of section.rows) for (const editor of row.editors ?? []) people.add(keyOfPerson(editor));
  }
  const annexes: Annex[] = structure.annexes.map((annex) => {
    if (isStatistics(annex)) {
      Object.assign(statistics, readStatistics(annex, account));
      return { id: annex.id, title: annex.title, sections: [] };
    }
    const sections = annex.sections.map((raw) => read.get(raw)).filter((section) => section !== undefined);
    return { id: annex.id, title: annex.title, sections };
  });
  const document: ReadDocument = {
    family,
    document: header,
    annexes,
    rgms: readRapporteurMeetings(structure.front, account),
    statistics,
    plannedMeetings: readPlannedMeetings(structure.front),
    problems: account.problems,
  };
  const ledger = settle(structure, account, lines);
  checkDocument(document, structure.front, account);
  account.problems.sort((a, b) => a.line - b.line);
  return { document, ledger };
}

/** Reports whatever line of the annexes nothing has claimed. */
function settle(structure: Structure, account: Account, lines: readonly Line[]): Ledger {
  const first = structure.annexes[0]?.line;
  if (first === undefined) return { uses: account.uses, span: [0, 0] };
  let last = first;
  for (const line of lines.slice(first - 1)) {
    if (line.text.trim() === "") continue;
    last = line.number;
    if (account.uses[line.number] === undefined) account.reportLine(line.number, line.text);
  }
  return { uses: account.uses, span: [first, last] };
}
