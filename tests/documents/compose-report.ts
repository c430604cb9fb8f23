/** Composes lead study group reports that never were, in the layouts in which a table may reach a text. */
import type { Row } from "../../src/domain/document";
import { emptyRow } from "../../src/domain/row-fields";
import { Random } from "./random";
import { TITLES } from "./titles";

export interface ComposedReport {
  text: string;
  layout: string;
  sections: { id: string; title: string; rows: Row[] }[];
}

const LAYOUTS = ["tabs", "spaces", "bars", "inline tabs", "cell a line"] as const;
const TABLES = [
  "Recommendations approved",
  "Supplements, Appendices, and Technical Report agreed",
  "Draft Recommendations determined",
  "Draft Recommendations consented",
];
const NAMES: readonly ((random: Random) => Partial<Row> & { printed?: string })[] = [
  (random) => named(`X.${random.whole(1000, 1899)}`, "number"),
  (random) => named(`Y.${random.whole(2000, 4999)}`, "number"),
  (random) => named(`X.${random.pick(["iotsec", "sdnsec", "gsm", "uc"])}-${random.whole(1, 9)}`, "acronym"),
  (random) => named(`Y.IoT-${random.pick(["sec", "IoD-PT", "interop"])}`, "acronym"),
  (random) => named(`TR-${random.pick(["BR_CF", "Uni_Id"])}`, "acronym"),
  (random) => {
    const number = `G.${random.whole(800, 9999)}`;
    return { number, formerly: "G.odusmp", printedName: `${number} (ex G.odusmp)` };
  },
  (random) => {
    const number = `X.${random.whole(1000, 1899)}`;
    return { number, printedName: `${number} (revised)` };
  },
  () => ({ number: "X.1500 Amd.12", printedName: "X.1500 Amd.12" }),
];

function named(name: string, field: "number" | "acronym"): Partial<Row> {
  return { [field]: name, printedName: name };
}

/** Composes the report of a seed. */
export function composeReport(seed: number): ComposedReport {
  const random = new Random(seed);
  const layout = random.pick(LAYOUTS);
  const titles = random.some(TITLES, TITLES.length);
  const lines = [
    "ITU-T Study Group 17 is very active in fulfilling its lead role in security.",
    "",
    "Since WTSA-12, ITU-T SGs achieved the results listed in Annex 1 (17 January 2014 - 24 September 2014)",
    "",
  ];
  const sections: ComposedReport["sections"] = [];
  const row = (): Row => {
    const result = emptyRow([0, 0]);
    Object.assign(result, random.pick(NAMES)(random));
    result.sg = `SG${random.pick([2, 5, 9, 11, 13, 15, 16, 17, 20])}`;
    result.mark = random.chance(0.4) ? random.pick(["*", "**", "***"]) : null;
    result.printedName = `${result.printedName ?? ""}${result.mark ?? ""}`;
    result.title = `${titles.pop() ?? random.pick(TITLES)}${random.pick(["", "", "", " (New)", " (Rev.)"])}`;
    return result;
  };
  const print = (cells: readonly string[]): void => {
    if (layout === "tabs") lines.push(...cells.map((cell) => `\t${cell}`), "");
    else if (layout === "cell a line") lines.push(...cells, "");
    else if (layout === "bars") lines.push(`| ${cells.join(" | ")} |`);
    else lines.push(cells.join(layout === "inline tabs" ? "\t" : " "));
  };
  const table = (id: string, title: string, count: number): void => {
    print(["SG", "No.", "Title"]);
    const rows = Array.from({ length: count }, row);
    for (const { sg, printedName, title: text } of rows) print([sg ?? "", printedName ?? "", text ?? ""]);
    if (count === 0) lines.push(layout === "tabs" ? "\tNone" : "None");
    sections.push({ id, title, rows });
  };
  lines.push(
    "Annex 1",
    "",
    "Achievements of ITU-T Study Groups on Security",
    "(17 January 2014 - 24 September 2014)",
    "",
  );
  TABLES.forEach((title, index) => {
    const id = String.fromCharCode(97 + index);
    lines.push(...(layout === "tabs" ? [`${id})`, title, ""] : [`${id}) ${title}`]));
    table(id, title, random.whole(0, 9));
  });
  lines.push("Annex 2", "Current work plan of ITU-T Study Groups on Security", "(status 24 September 2014)", "");
  table("", "", random.whole(20, 60));
  lines.push("Notes:", "* Marked draft Recommendations are for determination; all non-marked are for consent.");
  return { text: lines.join("\n"), layout, sections };
}
