/** The instruments on which the rules are based, by edition, and how each was confirmed. */
/** The source of a fact: read in the instrument, second hand, inferred, or from memory. Only what was read can forbid an edit. */
export type Confidence = "confirmed" | "second hand" | "inferred" | "memory";

export interface Edition {
  id: string;
  /** The name in citations, "Resolution 1". */
  name: string;
  edition: string;
  /** How its text was confirmed. A later edition that could not be read is listed, so that the page of rules mentions it. */
  confidence: Confidence;
  note?: string;
}

export const EDITIONS = [
  { id: "Res.1-2016", name: "Resolution 1", edition: "Rev. Hammamet, 2016", confidence: "confirmed" },
  {
    id: "Res.1-2022",
    name: "Resolution 1",
    edition: "Rev. Geneva, 2022",
    confidence: "memory",
    note: "Text not read; sections 8 and 9 are assumed to be unchanged since 2016, and clauses are cited from 2016.",
  },
  {
    id: "Res.1-2024",
    name: "Resolution 1",
    edition: "Rev. New Delhi, 2024",
    confidence: "memory",
    note: "Text not read; the same assumption.",
  },
  {
    id: "A.8-2008",
    name: "Rec. A.8",
    edition: "10/2008",
    confidence: "confirmed",
    note: "Whether a later edition exists was not established.",
  },
  { id: "A.1-2016", name: "Rec. A.1", edition: "10/2016", confidence: "confirmed" },
  {
    id: "A.1-2019",
    name: "Rec. A.1",
    edition: "09/2019",
    confidence: "second hand",
    note: "Known from extracts only: erratum as a class of its own, wider IPR question.",
  },
  { id: "A.12-2016", name: "Rec. A.12", edition: "11/2016", confidence: "confirmed" },
  {
    id: "A.5-2016",
    name: "Rec. A.5",
    edition: "02/2016",
    confidence: "second hand",
    note: "Contents page and a secretariat note only.",
  },
  { id: "A.25-2024", name: "Rec. A.25", edition: "10/2024", confidence: "second hand", note: "Content not read." },
  { id: "A.13-2019", name: "Rec. A.13", edition: "09/2019", confidence: "second hand", note: "Content not read." },
  { id: "guide-2016", name: "Author's guide", edition: "02/2016", confidence: "confirmed" },
  {
    id: "guide-2023",
    name: "Author's guide",
    edition: "06/2023",
    confidence: "second hand",
    note: "Known from an extract.",
  },
  {
    id: "practice",
    name: "practice",
    edition: "work programme database and Study Group 17 reports, to 2025",
    confidence: "inferred",
    note: "What the study group's own documents show; no instrument requires it.",
  },
] as const satisfies readonly Edition[];
export type EditionId = (typeof EDITIONS)[number]["id"];

/** A clause of one edition: "9.3.3" of Resolution 1 (2016). */
export interface Clause {
  edition: EditionId;
  /** Empty for the whole text or for practice. */
  clause: string;
}

/** Returns a clause reference. */
export function clause(edition: EditionId, number = ""): Clause {
  return { edition, clause: number };
}

/** The edition with this id. */
export function editionOf(id: EditionId): Edition {
  const found = EDITIONS.find((edition) => edition.id === id);
  if (!found) throw new RangeError(`No edition "${id}" among the instruments.`);
  return found;
}
