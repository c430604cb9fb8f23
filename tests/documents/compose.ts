/**
 * Composes executive summaries of meetings that never were, from real titles and names that are not in the seeds, printed in
 * the many ways in which documents of the family differ; and says what reading them must yield.
 */
import type { Row, TableKind } from "../../src/domain/document";
import { emptyRow } from "../../src/domain/row-fields";
import { PEOPLE } from "./people";
import { Random } from "./random";
import { TITLES } from "./titles";

export interface ComposedSection {
  annex: string;
  id: string;
  title: string;
  table: TableKind;
  rows: Row[];
  notes: string[];
}

export interface Composed {
  text: string;
  sections: ComposedSection[];
  /** How this document prints things, for diagnosis. */
  style: Style;
}

export interface Style {
  layout: "spaces" | "wrapped" | "bars" | "open bars" | "tabs" | "inline tabs" | "cell a line";
  seq: "1." | "1" | "none";
  question: "plain" | "Q" | "bare";
  surnames: "capitals" | "plain" | "mixed";
  editors: "commas" | "lines" | "semicolons" | "nothing";
  text: "TD1" | "TD 0" | "COM" | "R1";
  timing: "2024-Q1" | "2025-3Q" | "2025-09" | "2025-9" | "1Q 2009" | "Sept. 2008";
  resolution: string;
  glued: number;
  /** Whether a glued number follows the last cell without a space. */
  gluedDigits: boolean;
  /** Whether tables carry letters and column headers. */
  letters: boolean;
  headers: boolean;
  wrap: number;
}

const RESOLUTIONS = ["WTSA-20 Resolution 1", "WTSA-12 Resolution 1", "WTSA Resolution 1, §9", "WTSA-24 Resolution 1"];
const AAP = ["Recommendation A.8", "Rec. ITU-T A.8", "Recommendation ITU-T A.8"];

interface Plan {
  table: TableKind;
  heading: (style: Style, aap: string) => string;
  header: string;
  annex: "actions" | "planned" | "new" | "discontinued";
}

const HEAD = "# Q Acronym Title New / Revised Editor(s) Location of text";
const PLANS: readonly Plan[] = [
  {
    table: "TAP approved",
    heading: (style) => `TAP Recommendations approved (${style.resolution})`,
    header: `${HEAD} A.5 or A.25 justification Equivalent\ne.g., ISO/IEC`,
    annex: "actions",
  },
  {
    table: "TAP not approved",
    heading: (style) => `TAP Recommendations not approved (${style.resolution})`,
    header: `${HEAD} Equivalent\ne.g., ISO/IEC Start of work Determined Decision`,
    annex: "actions",
  },
  {
    table: "TAP determined",
    heading: (style) => `TAP Recommendations determined (${style.resolution})`,
    header: `${HEAD} A.5 or A.25 justification Equivalent\ne.g., ISO/IEC`,
    annex: "actions",
  },
  {
    table: "AAP consented",
    heading: (_style, aap) => `AAP Recommendations consented (${aap})`,
    header: "# Q/17 Acronym Title New/Rev Editor(s) Text A.5 or A.25 justification Equivalent\ne.g., ISO/IEC",
    annex: "actions",
  },
  {
    table: "Agreed",
    heading: () => "Non-normative texts (Technical Report, Supplement, Implementers' Guide, etc) agreed",
    header: "# Q/17 Acronym Title New / Rev Editor(s) Text",
    annex: "actions",
  },
  {
    table: "Planned for determination",
    heading: (style) => `TAP Recommendations planned for TAP determination (${style.resolution})`,
    header: "# Q(1) Acronym Title New / Revised Editor(s) Location of Text Equivalent\ne.g., ISO/IEC Timing",
    annex: "planned",
  },
  {
    table: "Planned for consent",
    heading: (_style, aap) => `AAP Recommendations planned for AAP consent (${aap})`,
    header: "# Q(1) Acronym Title New / Revised Editor(s) Location of Text Equivalent\ne.g., ISO/IEC Timing",
    annex: "planned",
  },
  {
    table: "Planned for agreement",
    heading: () => "Non-normative texts (Technical Report, Supplement, Implementers' Guide, etc) planned for agreement",
    header: "#\nQ/17 Acronym Title New / Revised Editor(s) Location of text Equivalent\ne.g., ISO/IEC Timing",
    annex: "planned",
  },
  { table: "New work items", heading: () => "", header: "# Orig.\nQ Work item Title Editor Timing TD C", annex: "new" },
  { table: "Discontinued", heading: () => "", header: "Question Acronym Title", annex: "discontinued" },
];

const ANNEX_TITLES = {
  actions: "Actions taken on Recommendations, and other texts at SG17 closing plenary on 4 September 2020",
  planned: "Recommendations planned for action in next SG17 meeting in 2021",
  new: "New work items",
  discontinued: "Work items discontinued",
} as const;

/** A style for a seed: every document keeps to one. */
function styleOf(random: Random): Style {
  const layout = random.pick([
    "spaces",
    "spaces",
    "spaces",
    "wrapped",
    "wrapped",
    "bars",
    "open bars",
    "tabs",
    "inline tabs",
    "cell a line",
  ] as const);
  const surnames = random.pick(["capitals", "plain", "mixed"] as const);
  return {
    layout,
    seq: random.pick(["1.", "1", "1", "none"] as const),
    question: random.pick(["plain", "plain", "Q", "bare"] as const),
    surnames,
    editors: random.pick(
      surnames === "capitals"
        ? (["commas", "commas", "lines", "semicolons", "nothing"] as const)
        : (["commas", "commas", "lines", "semicolons"] as const),
    ),
    text: random.pick(["TD1", "TD1", "TD 0", "COM", "R1"] as const),
    timing: random.pick(["2024-Q1", "2025-3Q", "2025-09", "2025-9", "1Q 2009", "Sept. 2008"] as const),
    resolution: random.pick(RESOLUTIONS),
    glued: layout === "spaces" ? random.pick([0, 0.2, 0.6]) : 0,
    gluedDigits: random.chance(0.2),
    letters: random.chance(0.9),
    headers: random.chance(0.93),
    wrap: random.pick([0.1, 0.3, 0.5]),
  };
}

class Composer {
  readonly lines: string[] = [];
  readonly sections: ComposedSection[] = [];
  readonly style: Style;
  private readonly random: Random;
  private readonly titles: string[];
  private readonly aap: string;

  constructor(seed: number) {
    this.random = new Random(seed);
    this.style = styleOf(this.random);
    this.titles = this.random.some(TITLES, TITLES.length);
    this.aap = this.random.pick(AAP);
  }

  compose(): Composed {
    const { random } = this;
    this.lines.push(
      "Executive Summary",
      "Meeting of ITU-T SG17 'Security', Geneva, 24 August – 4 September 2020",
      "1 Meeting Output",
      "2 Next SG17 meetings",
      "2.1 3rd SG17 meeting: Geneva, 20-30 April 2021",
    );
    if (random.chance(0.3)) this.lines.unshift("- 2 -", "SG17-TD0012");
    const annexes = random.chance(0.5)
      ? (["actions", "planned", "new", "discontinued"] as const)
      : (["actions", "new", "planned", "discontinued"] as const);
    let letter = "A".charCodeAt(0);
    for (const annex of annexes) {
      if (annex === "discontinued" && random.chance(0.4)) continue;
      this.annex(String.fromCharCode(letter++), annex);
    }
    return { text: this.lines.join("\n") + "\n", sections: this.sections, style: this.style };
  }

  private annex(letter: string, annex: Plan["annex"]): void {
    const { random, style } = this;
    this.lines.push(
      ...(random.chance(0.2) ? [`Annex ${letter}: ${ANNEX_TITLES[annex]}`] : [`Annex ${letter}`, ANNEX_TITLES[annex]]),
    );
    if (annex === "new")
      this.lines.push("The following new work items were agreed to be added to the SG17 Work Programme:");
    let id = "a".charCodeAt(0);
    for (const plan of PLANS) {
      if (plan.annex !== annex) continue;
      if (annex === "actions" && plan.table !== "TAP determined" && random.chance(0.25)) continue;
      const single = annex === "new" || annex === "discontinued";
      const title = single ? "" : plan.heading(style, this.aap);
      const sectionId = single || !style.letters ? "" : String.fromCharCode(id++);
      if (!single) this.lines.push(style.letters ? `${sectionId}) ${title}` : title);
      if (style.headers) this.lines.push(...this.header(plan.header));
      const rows = this.rows(plan.table);
      const notes: string[] = [];
      if (!single && random.chance(0.3)) {
        notes.push("* for TAP re-determination at the next meeting.");
        this.lines.push(`Note: ${notes[0] ?? ""}`);
      }
      this.sections.push({ annex: letter, id: sectionId, title, table: plan.table, rows, notes });
    }
  }

  private header(header: string): string[] {
    if (this.style.layout === "bars")
      return [
        `| ${header.replace(/\n/g, " ").replace(/ (?=Q|Title|New|Editor|Location|Text|A\.5|Equiv|Timing|TD|C$|Acronym)/g, " | ")} |`,
      ];
    return header.split("\n");
  }

  private rows(table: TableKind): Row[] {
    const { random } = this;
    const count =
      table === "New work items"
        ? random.whole(12, 22)
        : table === "Discontinued"
          ? random.whole(1, 3)
          : random.whole(1, 8);
    const rows: Row[] = [];
    for (let index = 0; index < count; index++) rows.push(this.row(table, index + 1, rows.at(-1)));
    return rows;
  }

  private row(table: TableKind, seq: number, previous: Row | undefined): Row {
    const row = emptyRow([0, 0]);
    const printedSeq = table === "Discontinued" || this.style.seq === "none" ? null : seq;
    row.seq = printedSeq;
    const cells: string[] = [];
    cells.push(printedSeq === null ? "" : this.style.seq === "1." ? `${printedSeq}.` : String(printedSeq));
    cells.push(this.question(row));
    cells.push(this.name(row, table));
    cells.push(this.title(row));
    if (table !== "New work items" && table !== "Discontinued") cells.push(this.kind(row));
    if (table !== "Discontinued") cells.push(this.editors(row));
    this.tail(row, table, cells);
    this.print(cells, printedSeq !== null, previous !== undefined);
    return row;
  }

  private question(row: Row): string {
    const { random, style } = this;
    const one = (): number => random.whole(1, 15);
    const lead = one();
    row.question = `${lead}/17`;
    const print = (question: number): string =>
      style.question === "bare" ? String(question) : style.question === "Q" ? `Q${question}/17` : `${question}/17`;
    if (style.question === "bare" || !random.chance(0.08)) return print(lead);
    const joint = (lead % 15) + 1;
    row.jointQuestions = [`${joint}/17`];
    return `${print(lead)}${random.pick([", (", " (", " (,", " (collocate with "])}${print(joint)})`;
  }

  private name(row: Row, table: TableKind): string {
    const { random } = this;
    const acronym = this.acronym();
    const number = `X.${random.whole(1000, 1899)}`;
    const isNew =
      table === "New work items" || table.startsWith("Planned") || table === "Agreed" || table === "Discontinued";
    const mark = random.chance(0.15) ? random.pick(["*", "**"]) : null;
    row.mark = mark;
    const end = mark ?? "";
    if (isNew && random.chance(0.8)) {
      row.acronym = acronym;
      if (random.chance(0.06) && acronym.includes("-")) {
        row.printedName = acronym + end;
        return acronym.replace("-", "-\n") + end;
      }
      return (row.printedName = acronym + end);
    }
    const broken = random.chance(0.3) && this.style.layout === "spaces" ? "\n" : " ";
    const forms: (() => string)[] = [
      () => (
        (row.number = number),
        (row.acronym = acronym),
        (row.printedName = `${number} (${acronym})${end}`),
        `${number}${broken}(${acronym})${end}`
      ),
      () => (
        (row.number = number),
        (row.acronym = acronym),
        (row.printedName = `${number} (${acronym})${end}`),
        `${number}${broken}(${acronym})${end}`
      ),
      () => ((row.number = number), (row.acronym = acronym), (row.printedName = `${number}(${acronym})${end}`)),
      () => ((row.number = number), (row.formerly = acronym), (row.printedName = `${number} (ex ${acronym})${end}`)),
      () => ((row.number = `${number}rev`), (row.printedName = `${number}rev${end}`)),
      () => ((row.number = `${number} Amd.1`), (row.printedName = `${number} Amd.1${end}`)),
      () => ((row.number = `${number} Cor.3`), (row.printedName = `${number} Cor.3${end}`)),
      () => ((row.number = number), (row.printedName = `revised ${number}${end}`)),
      () => ((row.number = number), (row.printedName = `ITU-T ${number}${end}`), `ITU-T  ${number}${end}`),
      () => (
        (row.number = number),
        (row.formerly = acronym),
        (row.mark = null),
        (row.printedName = `(${number} (ex ${acronym}))`)
      ),
      () => (
        (row.acronym = `XSTR.${acronym.slice(acronym.indexOf(".") + 1)}`),
        (row.formerly = `TR.${acronym.slice(acronym.indexOf(".") + 1)}`),
        (row.printedName = `${row.acronym} (ex ${row.formerly})${end}`)
      ),
      () => ((row.number = `Y.4101/Y.2067`), (row.printedName = `Y.4101/ Y.2067${end}`)),
    ];
    return random.pick(forms)();
  }

  private acronym(): string {
    const { random } = this;
    const part = (): string =>
      Array.from({ length: random.whole(2, 4) }, () => random.pick([..."abcdefgimnoprstu"])).join("");
    const prefix = random.pick(["X.", "X.", "X.", "X.", "TR.", "X.sup-"]);
    const tail = random.pick(["", `-${part()}`, `_${part().toUpperCase()}`, `-${random.whole(1, 9)}`, `5G${part()}`]);
    return `${prefix}${random.pick([part(), part(), "5Gsec", part().toUpperCase()])}${tail}`;
  }

  private title(row: Row): string {
    let title = this.titles.pop() ?? this.random.pick(TITLES);
    if (this.random.chance(0.25))
      title = title.replace(/(?<= )(?!of |for |and |the |in |on |to |with |a |by |an )[a-z]/g, (letter) =>
        letter.toUpperCase(),
      );
    row.title = title;
    return this.wrapped(title);
  }

  /** A line end at some of the spaces of a text, as narrow columns make them. */
  private wrapped(text: string): string {
    if (this.style.layout === "bars" && this.random.chance(0.7)) return text;
    return text.replace(/ /g, () => (this.random.chance(this.style.wrap / 8) ? "\n" : " "));
  }

  private kind(row: Row): string {
    const printed = this.random.pick(["New", "New", "New", "Rev", "Rev.", "Cor.", "Amd."]);
    row.kind = printed.replace(".", "");
    return printed;
  }

  private editors(row: Row): string {
    const { random, style } = this;
    const names = random
      .some(PEOPLE, random.whole(1, random.chance(0.3) ? 5 : 3))
      .map((person) => this.printPerson(person));
    row.editors = names;
    const separator = (): string => {
      switch (style.editors) {
        case "commas":
          return random.chance(style.wrap) ? ",\n" : ", ";
        case "semicolons":
          return random.chance(style.wrap) ? ";\n" : "; ";
        case "lines":
          return "\n";
        case "nothing":
          return " ";
      }
    };
    const broken = (name: string): string =>
      style.editors !== "commas" || style.layout !== "spaces"
        ? name
        : random.chance(0.05)
          ? name.replace(/ (?=\S+$)/, "\n")
          : random.chance(0.02)
            ? name.replace(/^(\p{Lu})(?=\p{Ll}{3})/u, "$1\n")
            : name;
    return names.map((name, index) => broken(name) + (index < names.length - 1 ? separator() : "")).join("");
  }

  private printPerson(person: string): string {
    const [given = "", surname = ""] = person.split("|");
    const capitals = this.style.surnames === "capitals" || (this.style.surnames === "mixed" && this.random.chance(0.5));
    return `${given} ${capitals ? surname.toUpperCase() : surname}`;
  }

  private tail(row: Row, table: TableKind, cells: string[]): void {
    const { random } = this;
    const none = (): string => random.pick(["-", "-", "–"]);
    if (table === "Discontinued") return;
    if (table === "New work items") {
      cells.push((row.timing = this.timing()), (row.text = this.reference()));
      row.contribution = random.chance(0.85)
        ? random.pick([`C${random.whole(100, 900)}`, `C ${random.whole(100, 900)}`])
        : null;
      cells.push(row.contribution ?? "");
      return;
    }
    cells.push((row.text = this.reference()));
    if (table === "TAP approved" || table === "TAP determined" || table === "AAP consented") {
      row.a5 = random.chance(0.4) ? this.reference("TD1") : null;
      cells.push(row.a5 ?? none());
    }
    if (table === "Agreed") return;
    row.equivalent = random.chance(0.2)
      ? random.pick([
          "ISO/IEC 27011",
          "ISO/IEC 9594-8",
          "OASIS STIX Version 2.1",
          "ETSI TS 103 523-2 V1.1.1 (2021-02)",
          "FIDO CTAP 2.1",
        ])
      : null;
    if (table.startsWith("Planned")) {
      cells.push(row.equivalent ?? random.pick(["-", "", ""]), (row.timing = this.timing()));
      return;
    }
    if (table === "TAP not approved") {
      cells.push(row.equivalent ?? random.pick(["-", ""]), (row.startOfWork = "2014-09"));
      cells.push((row.determined = random.pick(["2020-03", "(2019-08 /) 2020-03"])));
      cells.push(
        (row.decision = random.pick([
          "For further study before any SG17 decision",
          "Returned to Question for further study",
          "Deferred to the next meeting",
        ])),
      );
      return;
    }
    cells.push(row.equivalent ?? (random.chance(0.3) ? "" : none()));
    // One dash for two columns, or none at all.
    if (this.runsTogether() && row.a5 === null && row.equivalent === null) {
      cells.splice(
        -2,
        2,
        ...random.pick([
          ["-", "-"],
          ["-", ""],
          ["", ""],
        ]),
      );
    }
  }

  private runsTogether(): boolean {
    return ["spaces", "wrapped", "cell a line"].includes(this.style.layout);
  }

  private reference(form = this.style.text): string {
    const { random } = this;
    const number = random.whole(1000, 1999);
    switch (form) {
      case "TD1":
        return `TD${number}`;
      case "TD 0":
        return random.pick([
          `TD 0${number - 1000 + 100}`,
          `TD 0${number - 1000 + 100} + Cor.1`,
          `TD 0${number - 1000 + 100} Rev.2`,
          `TD ${number - 900}R1/1`,
          `TD ${number - 800} (PLEN/13)`,
        ]);
      case "COM":
        return `COM 17 – R ${random.whole(10, 60)}`;
      case "R1":
        return random.pick([`R${random.whole(10, 60)}`, `C ${random.whole(100, 500)} R1`, `TD${number}`]);
    }
  }

  private timing(): string {
    const { random } = this;
    switch (this.style.timing) {
      case "2024-Q1":
        return `${random.whole(2020, 2026)}-Q${random.whole(1, 4)}`;
      case "2025-3Q":
        return `${random.whole(2020, 2026)}-${random.whole(1, 4)}Q`;
      case "2025-09":
        return `${random.whole(2020, 2026)}-${String(random.whole(1, 12)).padStart(2, "0")}`;
      case "2025-9":
        return `${random.whole(2020, 2026)}-${random.whole(1, 12)}`;
      case "1Q 2009":
        return `${random.whole(1, 4)}Q ${random.whole(2009, 2026)}`;
      case "Sept. 2008":
        return random.pick(["Sept. 2008", "March 2010", "Apr. 2011", "Dec 2009"]);
    }
  }

  /** Prints the cells of a row as the style's layout does. */
  private print(cells: readonly string[], hasSeq: boolean, hasPrevious: boolean): void {
    const { random, style, lines } = this;
    const shown = hasSeq ? cells : cells.slice(1);
    switch (style.layout) {
      case "bars":
        lines.push(...`| ${shown.join(" | ")} |`.split("\n"));
        return;
      case "tabs":
        for (const cell of shown) lines.push(...`\t${cell}`.split("\n"));
        lines.push("");
        return;
      case "cell a line":
        for (const cell of shown) if (cell !== "") lines.push(...cell.split("\n"));
        return;
      case "open bars":
        lines.push(...shown.join(" | ").split("\n"));
        return;
      case "inline tabs":
        lines.push(
          ...shown
            .map((cell) => cell.replace(/(?<=\S)-\n/g, "-").replace(/\n/g, " "))
            .join("\t")
            .split("\n"),
        );
        return;
      case "wrapped":
        lines.push(
          ...wrapAt(
            shown
              .filter((cell) => cell !== "")
              .join(" ")
              .replace(/(?<=\S)-\n/g, "-")
              .replace(/\n/g, " "),
            random.whole(50, 100),
          ),
        );
        return;
      case "spaces": {
        let text = "";
        for (const cell of shown) {
          if (cell === "") continue;
          text += text === "" ? cell : `${random.chance(style.wrap) ? "\n" : " "}${cell}`;
        }
        const printed = text.split("\n");
        if (hasPrevious && hasSeq && random.chance(style.glued)) {
          const gap = style.gluedDigits && /(?:TD\d{4}|[^\s-]-\d|Q\d|-)$/.test(lines.at(-1) ?? "") ? "" : " ";
          lines[lines.length - 1] = `${lines.at(-1) ?? ""}${gap}${printed.shift() ?? ""}`;
        }
        lines.push(...printed);
      }
    }
  }
}

/** Breaks a text into lines of at most a width, at spaces, and at hyphens of the text where they come handy. */
function wrapAt(text: string, width: number): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines.length - 1;
    const joined = lines[last] === "" ? word : `${lines[last] ?? ""} ${word}`;
    if (joined.length <= width || lines[last] === "") lines[last] = joined;
    else lines.push(word);
  }
  return lines;
}

/** Composes the summary of a seed. */
export function composeSummary(seed: number): Composed {
  return new Composer(seed).compose();
}
