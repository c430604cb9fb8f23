/** Limits of a document. Each limit is far above every real report and low enough to be read in seconds. */
import type { ExceededLimit } from "../domain/document-problems";

export const LIMITS = {
  /** Bytes of a file. */
  bytes: 50_000_000,
  /** Bytes that the parts of a .docx or .xlsx unpack to, together. */
  unpacked: 150_000_000,
  tables: 20_000,
  cells: 1_500_000,
  /** Paragraphs, or lines of a text. */
  paragraphs: 200_000,
  /** Elements inside one another. */
  depth: 200,
  /** Milliseconds of reading, without the pauses. */
  time: 30_000,
} as const satisfies Record<ExceededLimit, number>;

/** Problems of one kind that are listed; further ones are counted. */
export const MOST_PROBLEMS_OF_A_KIND = 500;

/** Thrown where a document exceeds a limit. */
export class LimitExceeded extends Error {
  constructor(readonly limit: ExceededLimit) {
    super(`The document exceeds the limit of ${limit}: ${String(LIMITS[limit])}.`);
  }
}

/** Counts the contents of a document. */
export class Meter {
  private readonly counts = new Map<ExceededLimit, number>();

  constructor(private readonly limits: Readonly<Record<ExceededLimit, number>> = LIMITS) {}

  /** @throws LimitExceeded where there is more than the limit allows */
  count(limit: ExceededLimit, amount = 1): void {
    const count = (this.counts.get(limit) ?? 0) + amount;
    this.counts.set(limit, count);
    if (count > this.limits[limit]) throw new LimitExceeded(limit);
  }

  /** @throws LimitExceeded where elements are nested deeper than allowed */
  depth(depth: number): void {
    if (depth > this.limits.depth) throw new LimitExceeded("depth");
  }
}
