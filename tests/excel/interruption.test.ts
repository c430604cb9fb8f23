import type { ReadDocument } from "../../src/domain/document";
import { readSeeds } from "../../src/import/seeds";
import { reportOf } from "./page/documents";
import { contentOf, FAULTS, openWorkbook, planFault, reopen } from "./support";

/** A small report with what makes sheets of every kind: annex, interim meetings, statistics with a chart. */
function smallReport(): ReadDocument {
  const report = reportOf([
    { acronym: "X.one", printedName: "X.one", title: "=1+1", question: "2/17", editors: ["Hang DONG"], text: "TD1" },
    { acronym: "X.two", printedName: "X.two", title: "Two", question: "3/17", editors: ["Le YU"], text: "TD2" },
  ]);
  const summary = readSeeds().find((document) => document.family === "executive-summary");
  return { ...report, statistics: summary?.statistics ?? {}, rgms: summary?.rgms.slice(0, 2) ?? [] };
}

async function once(documents: ReadDocument[]): Promise<unknown> {
  const open = await openWorkbook();
  await open.page.workbook.loadDocuments(documents);
  const content = await contentOf(open);
  open.local.close();
  return content;
}

test.each(FAULTS)(
  "a first load that meets “%s” at any request ends, run again, as if it had run once",
  async (fault) => {
    const documents = [smallReport()];
    const expected = await once(documents);
    for (let at = 1; at <= 4; at += 1) {
      let open = await openWorkbook();
      const planned = planFault(open, fault, at);
      const ended = await planned.outcomeOf(open.page.workbook.loadDocuments(documents).then(({ outcome }) => outcome));
      expect([at, ended]).not.toEqual([at, "loaded"]);
      open = await reopen(open);
      const again = await open.page.workbook.loadDocuments(documents, { lockTimeout: 0 });
      expect(again.outcome).toBe("loaded");
      expect([at, await contentOf(open)]).toEqual([at, expected]);
      open.local.close();
    }
  },
);
