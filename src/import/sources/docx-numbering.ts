/** Numbers that Word makes itself: lists and headings that print "a)", "Annex A" or "1." without any such text in the file. */
import type { Meter } from "../limits";
import type { Steps } from "../../domain/steps";
import { type Attributes, readXml, type XmlHandler } from "./xml";
import type { Archive } from "./zip";

interface Level {
  start: number;
  format: string;
  /** "%1)", "Annex %1", "%1.%2". */
  text: string;
}

interface NumberingInstance {
  abstractId: string;
  /** Levels that begin anew. */
  starts: Map<number, number>;
}

/** The heading level and the list of a paragraph style. */
export interface ParagraphStyle {
  basedOn: string | null;
  level: number | null;
  numId: string | null;
  ilvl: number | null;
}

const MOST_LEVELS = 9;

function levelIndex(attributes: Attributes, name: string): number {
  const index = Number.parseInt(attributes[name] ?? "0", 10);
  return Number.isFinite(index) ? Math.min(MOST_LEVELS - 1, Math.max(0, index)) : 0;
}

const ROMAN: readonly (readonly [number, string])[] = [
  ...([
    [1000, "m"],
    [900, "cm"],
    [500, "d"],
    [400, "cd"],
    [100, "c"],
    [90, "xc"],
    [50, "l"],
    [40, "xl"],
  ] as const),
  ...([
    [10, "x"],
    [9, "ix"],
    [5, "v"],
    [4, "iv"],
    [1, "i"],
  ] as const),
];

function roman(value: number): string {
  let rest = Math.min(value, 3999);
  let text = "";
  for (const [unit, letters] of ROMAN) {
    while (rest >= unit) {
      text += letters;
      rest -= unit;
    }
  }
  return text;
}

/** Letters go on with aa, bb, cc behind z, as in Word. */
function letters(value: number): string {
  const letter = String.fromCharCode(97 + ((value - 1) % 26));
  return letter.repeat(Math.min(10, Math.ceil(value / 26)));
}

function formatted(value: number, format: string): string {
  switch (format) {
    case "lowerLetter":
      return letters(value);
    case "upperLetter":
      return letters(value).toUpperCase();
    case "lowerRoman":
      return roman(value);
    case "upperRoman":
      return roman(value).toUpperCase();
    case "decimalZero":
      return String(value).padStart(2, "0");
    case "none":
      return "";
    default:
      return String(value);
  }
}

/** The lists of a document, and how far each has counted. */
export class Numbering implements XmlHandler {
  private readonly abstracts = new Map<string, Level[]>();
  private readonly instances = new Map<string, NumberingInstance>();
  private readonly counts = new Map<string, (number | undefined)[]>();
  private abstractId: string | null = null;
  private instance: NumberingInstance | null = null;
  private level = 0;
  private overridden = 0;

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case "abstractNum":
        this.abstractId = attributes["abstractNumId"] ?? "";
        this.abstracts.set(this.abstractId, []);
        break;
      case "num":
        this.instance = { abstractId: "", starts: new Map() };
        this.instances.set(attributes["numId"] ?? "", this.instance);
        break;
      case "abstractNumId":
        if (this.instance) this.instance.abstractId = attributes["val"] ?? "";
        break;
      case "lvlOverride":
        this.overridden = levelIndex(attributes, "ilvl");
        break;
      case "startOverride":
        this.instance?.starts.set(this.overridden, Number(attributes["val"] ?? "1"));
        break;
      case "lvl":
        this.level = levelIndex(attributes, "ilvl");
        this.current();
        break;
      case "start":
        this.current().start = Number(attributes["val"] ?? "1");
        break;
      case "numFmt":
        this.current().format = attributes["val"] ?? "decimal";
        break;
      case "lvlText":
        this.current().text = attributes["val"] ?? "";
        break;
      default:
        break;
    }
  }

  close(name: string): void {
    if (name === "abstractNum") this.abstractId = null;
    if (name === "num") this.instance = null;
  }

  text(): void {
    // Nothing of a list is text.
  }

  /** The number that a paragraph of a list prints, "" where it prints none; "•" for a bullet. Counts on. */
  next(numId: string, level: number): string {
    const instance = this.instances.get(numId);
    const levels = instance ? this.abstracts.get(instance.abstractId) : undefined;
    const own = levels?.[level];
    if (!instance || !levels || !own) return "";
    if (own.format === "bullet") return "•";
    // Lists that are one in Word count together, unless one of them begins anew.
    const key = instance.starts.has(level) ? `num ${numId}` : instance.abstractId;
    const counts = this.counts.get(key) ?? [];
    this.counts.set(key, counts);
    const start = instance.starts.get(level) ?? own.start;
    counts[level] = (counts[level] ?? start - 1) + 1;
    counts.length = level + 1;
    return own.text.slice(0, 100).replace(/%(\d)/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const part = levels[index];
      return part ? formatted(counts[index] ?? part.start, part.format) : "";
    });
  }

  private current(): Level {
    const levels = (this.abstractId === null ? undefined : this.abstracts.get(this.abstractId)) ?? [];
    return (levels[this.level] ??= { start: 1, format: "decimal", text: `%${String(this.level + 1)}` });
  }
}

/** Reads the lists of a document. */
export function* readNumbering(archive: Archive, meter: Meter): Steps<Numbering> {
  const numbering = new Numbering();
  yield* readXml(archive, "word/numbering.xml", meter, numbering);
  return numbering;
}

/** Reads the paragraph styles of a document. */
export function* readStyles(archive: Archive, meter: Meter): Steps<Map<string, ParagraphStyle>> {
  const styles = new Map<string, ParagraphStyle>();
  let style: ParagraphStyle | null = null;
  yield* readXml(archive, "word/styles.xml", meter, {
    open(name, attributes) {
      const value = attributes["val"] ?? "";
      if (name === "style") {
        style = { basedOn: null, level: headingLevel(attributes["styleId"] ?? ""), numId: null, ilvl: null };
        styles.set(attributes["styleId"] ?? "", style);
      } else if (!style) return;
      else if (name === "name") style.level ??= headingLevel(value);
      else if (name === "basedOn") style.basedOn = value;
      else if (name === "outlineLvl") style.level = Number(value) < 9 ? Number(value) + 1 : null;
      else if (name === "numId") style.numId = value;
      else if (name === "ilvl") style.ilvl = levelIndex(attributes, "val");
    },
    close(name) {
      if (name === "style") style = null;
    },
    text() {
      // Nothing of a style is text.
    },
  });
  return styles;
}

/** The level in the name of a heading style, "Heading1", "heading 2"; null for others. */
export function headingLevel(style: string): number | null {
  const match = /^(?:heading|titre|überschrift) ?(\d)$/i.exec(style);
  return match ? Number(match[1]) : null;
}
