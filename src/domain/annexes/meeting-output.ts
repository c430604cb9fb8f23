/** Section 1 of an executive summary: what the meeting decided, counted from the tables of the annexes. */
import type { Row, TableKind } from "../document";
import { kindOfText, textKindOf } from "../rules/text-kinds";
import type { Kind } from "../vocabulary";
import type { ChapterLine, GeneratedAnnex, GeneratedSection } from "./report";

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

const nameOf = ({ number, acronym }: Row): string => number ?? acronym ?? "";
const isOfKind = (kind: Kind) => (row: Row) => kindOfText(row.kind, nameOf(row)) === kind;

/** "6 new and 1 revised Recommendations"; empty where there are none. */
function newAndRevised(rows: readonly Row[], product: string): string[] {
  const revised = rows.filter(isOfKind("Rev")).length;
  const parts = [
    ...(rows.length > revised ? [`${rows.length - revised} new`] : []),
    ...(revised > 0 ? [`${revised} revised`] : []),
  ];
  return rows.length === 0 ? [] : [`${parts.join(" and ")} ${rows.length === 1 ? product : `${product}s`}`];
}

/** The Recommendations of a table by kind: "5 new and 4 revised Recommendations, and 1 Corrigendum". */
function byKind(rows: readonly Row[]): string {
  const amendments = rows.filter(isOfKind("Amd"));
  const corrigenda = rows.filter(isOfKind("Cor"));
  const others = rows.filter((row) => !amendments.includes(row) && !corrigenda.includes(row));
  return enumerated(
    [
      ...newAndRevised(others, "Recommendation"),
      ...(amendments.length > 0 ? [counted(amendments.length, "Amendment")] : []),
      ...(corrigenda.length > 0 ? [counted(corrigenda.length, "Corrigendum", "Corrigenda")] : []),
    ],
    ", and ",
  );
}

/** Non-normative texts by what they are: "1 new Supplement and 5 new Technical Reports". */
function byProduct(rows: readonly Row[]): string {
  const products = new Map<string, Row[]>();
  for (const row of rows) {
    const product = textKindOf(nameOf(row))?.product;
    const name = product === undefined || product === "Recommendation" ? "non-normative text" : product;
    products.set(name, [...(products.get(name) ?? []), row]);
  }
  const names = [...products.keys()].sort();
  return enumerated(
    names.flatMap((name) => newAndRevised(products.get(name) ?? [], name)),
    " and ",
  );
}

function enumerated(parts: readonly string[], last: string): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")}${last}${parts.at(-1) ?? ""}`;
}

/** The tables of output standards, with how each is broken down. */
const STANDARDS: readonly {
  table: TableKind;
  name: string;
  parts?: (rows: readonly Row[]) => string;
  isOutput: boolean;
}[] = [
  { table: "TAP approved", name: "TAP approval", isOutput: true },
  { table: "TAP not approved", name: "TAP not approved", isOutput: false },
  { table: "TAP determined", name: "TAP determined", parts: byKind, isOutput: true },
  {
    table: "AAP consented",
    name: "AAP consented",
    parts: (rows) => `${byKind(rows)} for AAP Last Call`,
    isOutput: true,
  },
  { table: "Agreed", name: "Agreed", parts: byProduct, isOutput: true },
];

/** Finds the table of a kind, with the annex in which it is. */
function tableOf(annexes: readonly GeneratedAnnex[], table: TableKind) {
  for (const annex of annexes) {
    const section = annex.sections.find((each) => each.table === table);
    if (section) return { annex: annex.id, section };
  }
  return null;
}

/** Returns the lines of the counts; tables without a row have none. */
export function outputLines(annexes: readonly GeneratedAnnex[]): ChapterLine[] {
  const standards = STANDARDS.flatMap((standard) => {
    const found = tableOf(annexes, standard.table);
    return found && found.section.rows.length > 0 ? [{ ...standard, ...found, count: found.section.rows.length }] : [];
  });
  const output = standards.filter(({ isOutput }) => isOutput).reduce((sum, { count }) => sum + count, 0);
  const annex = standards[0]?.annex ?? "A";
  const lines = standards.map(({ name, count, parts, annex: id, section }) => {
    const details = parts ? `${parts(section.rows)}. ` : "";
    return { level: 2, text: `${name} (${count}): ${details}Details are in Annex ${id} ${section.id}).` };
  });
  const others = (["New work items", "Discontinued"] as const).flatMap((table) => {
    const found = tableOf(annexes, table);
    return found ? otherLine(found.annex, found.section) : [];
  });
  return [{ level: 1, text: `Output standards (${output}, see Annex ${annex}):` }, ...lines, ...others];
}

function otherLine(annex: string, { table, rows }: GeneratedSection): ChapterLine[] {
  if (rows.length === 0) return [];
  const plural = rows.length === 1 ? "" : "s";
  const name = table === "Discontinued" ? `Work item${plural} discontinued` : `New work item${plural}`;
  return [{ level: 1, text: `${name} (${rows.length}, see Annex ${annex}).` }];
}

/** Returns the number of texts that the annexes plan for action. */
export function candidateTexts(annexes: readonly GeneratedAnnex[]): number {
  const planned = annexes.flatMap(({ sections }) => sections).filter(({ table }) => table.startsWith("Planned"));
  return planned.reduce((sum, { rows }) => sum + rows.length, 0);
}
