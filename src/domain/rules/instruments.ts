/** The instruments on which the rules are based, by edition, and how each was confirmed. */
import type { IsoDate } from "../model";

/** The source of a fact: read in the instrument, second hand, inferred, or from memory. Only what was read can forbid an edit. */
export type Confidence = "confirmed" | "second hand" | "inferred" | "memory";

export interface Edition {
  id: string;
  /** The name in citations, "Resolution 1". */
  name: string;
  edition: string;
  /** First day in force: of approval, or the last day of the assembly; null where it is not an instrument. */
  from: IsoDate | null;
  /** How its text was confirmed. */
  confidence: Confidence;
  /** What was read of it, and what is assumed. */
  read: string;
}

/** Resolutions of 2022 and 2024 that could not be read. */
const AS_IN_2016 = "Not read. Sections 8 and 9 are assumed to be as in 2016, and clauses are numbered as there.";
const NOT_READ = "Not read.";

/** All editions in force since 2008, by instrument and day. Days are those of ITU's public bibliographic data of August 2026. */
export const EDITIONS = [
  edition(
    "Res.1-2008",
    "Resolution 1",
    "Rev. Johannesburg, 2008",
    "2008-10-30",
    "memory",
    `${NOT_READ} Clauses are cited from 2016.`,
  ),
  edition(
    "Res.1-2012",
    "Resolution 1",
    "Rev. Dubai, 2012",
    "2012-11-29",
    "memory",
    `${NOT_READ} Clauses are cited from 2016.`,
  ),
  edition("Res.1-2016", "Resolution 1", "Rev. Hammamet, 2016", "2016-11-03", "confirmed", "Full text."),
  edition("Res.1-2022", "Resolution 1", "Rev. Geneva, 2022", "2022-03-09", "memory", AS_IN_2016),
  edition("Res.1-2024", "Resolution 1", "Rev. New Delhi, 2024", "2024-10-24", "memory", AS_IN_2016),
  edition("A.8-2008", "Rec. A.8", "10/2008", "2008-10-30", "confirmed", "Full text, without Erratum 1 of 2020."),
  edition("A.8-2022", "Rec. A.8", "03/2022", "2022-03-09", "memory", `${NOT_READ} Clauses are cited from 2008.`),
  edition(
    "A.8-2024",
    "Rec. A.8",
    "01/2024",
    "2024-01-26",
    "second hand",
    "Summary only: the approval process is not modified and the deletion text of 2008 is reinstated. Clauses are cited from 2008.",
  ),
  edition("A.1-2008", "Rec. A.1", "10/2008", "2008-10-30", "memory", `${NOT_READ} Clauses are cited from 2016.`),
  edition("A.1-2012", "Rec. A.1", "11/2012", "2012-11-29", "memory", `${NOT_READ} Clauses are cited from 2016.`),
  edition("A.1-2016", "Rec. A.1", "10/2016", "2016-10-28", "confirmed", "Full text."),
  edition(
    "A.1-2019",
    "Rec. A.1",
    "09/2019",
    "2019-09-27",
    "second hand",
    "Extracts only: an Erratum is issued by TSB with the chair's concurrence; a corrigendum is handled like an amendment. Clauses are cited from 2016.",
  ),
  edition("A.12-2008", "Rec. A.12", "10/2008", "2008-10-30", "memory", `${NOT_READ} Clauses are cited from 2016.`),
  edition("A.12-2016", "Rec. A.12", "11/2016", "2016-11-02", "confirmed", "Full text."),
  edition("A.5-2012", "Rec. A.5", "11/2012", "2012-11-30", "memory", NOT_READ),
  edition("A.5-2016", "Rec. A.5", "02/2016", "2016-02-05", "second hand", "Contents page and a secretariat note only."),
  edition("A.5-2019", "Rec. A.5", "09/2019", "2019-09-27", "memory", NOT_READ),
  edition("A.5-2022", "Rec. A.5", "03/2022", "2022-03-09", "memory", `${NOT_READ} Clauses are cited from 2016.`),
  edition("A.25-2016", "Rec. A.25", "02/2016", "2016-02-05", "memory", NOT_READ),
  edition("A.25-2019", "Rec. A.25", "09/2019", "2019-09-27", "memory", NOT_READ),
  edition("A.25-2022", "Rec. A.25", "03/2022", "2022-03-09", "memory", NOT_READ),
  edition("A.25-2024", "Rec. A.25", "10/2024", "2024-10-23", "second hand", "Its existence and its form only."),
  edition(
    "A.13-2000",
    "Rec. A.13",
    "2000",
    "2000-10-06",
    "memory",
    "Titles only; Amendment 1 (12/2007) is titled “Approval of a supplement at a working party meeting”.",
  ),
  edition(
    "A.13-2019",
    "Rec. A.13",
    "09/2019",
    "2019-09-27",
    "second hand",
    "Title and justification form only; Erratum 1 (02/2023) not read.",
  ),
  edition("guide-2016", "Author's guide", "02/2016", null, "confirmed", "The clauses cited."),
  edition("guide-2023", "Author's guide", "06/2023", null, "second hand", "An extract."),
  edition(
    "practice",
    "practice",
    "work programme database and Study Group 17 reports, to 2026",
    null,
    "inferred",
    "What the study group's own documents show; no instrument requires it.",
  ),
] as const;

function edition<Id extends string>(
  id: Id,
  name: string,
  text: string,
  from: IsoDate | null,
  confidence: Confidence,
  read: string,
): Edition & { id: Id } {
  return { id, name, edition: text, from, confidence, read };
}

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
  const found = EDITIONS.find((each) => each.id === id);
  if (!found) throw new RangeError(`No edition "${id}" among the instruments.`);
  return found;
}

/** Editions of each instrument, the latest first. */
const BY_NAME = new Map<string, (Edition & { id: EditionId })[]>();
for (const each of [...EDITIONS].reverse())
  if (each.from !== null) BY_NAME.set(each.name, [...(BY_NAME.get(each.name) ?? []), each]);

/** The clauses as they are cited on a day: of the edition then in force. The number is that of the edition that was read. */
export function clausesInForce(clauses: readonly Clause[], date: IsoDate): readonly Clause[] {
  return clauses.map(({ edition: id, clause: number }) => {
    const editions = BY_NAME.get(editionOf(id).name) ?? [];
    const inForce = editions.find(({ from }) => from !== null && from <= date) ?? editions.at(-1);
    return { edition: inForce?.id ?? id, clause: number };
  });
}
