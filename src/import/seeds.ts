/** The two documents that come with the product, read. */
import type { ReadDocument } from "../domain/document";
import leadStudyGroupReport from "../../seeds/000_3daf24ad36aefeb9.txt";
import executiveSummary from "../../seeds/002_6de7bdcfc1d3d7d8.txt";
import { readDocument } from "./index";

let seeds: readonly ReadDocument[] | null = null;

/**
 * Returns both seeds, oldest first: the lead study group report of March 2017 and the executive summary of September 2023. They are read
 * once; readers of documents do not change them.
 * @throws Error where a seed is not what it should be, which only a damaged build can cause.
 */
export function readSeeds(): readonly ReadDocument[] {
  seeds ??= [leadStudyGroupReport, executiveSummary].map((text) => {
    const result = readDocument(text);
    if ("notADocument" in result) throw new Error(`A built-in document cannot be read: ${result.notADocument}`);
    return result;
  });
  return seeds;
}
