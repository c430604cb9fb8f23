import type { ReadDocument } from "../../src/programme/document";
import { readSeeds } from "../../src/reading/seeds";
import { reportOf } from "./page/documents";
import { contentOf, openWorkbook, reopen, type OpenWorkbook } from "./support";

jest.setTimeout(120_000);

/** A small report with what makes sheets of every kind: annex, interim meetings, statistics with a chart. */
function smallReport(): ReadDocument {
  const report = reportOf([
    { acronym: "X.one", printedName: "X.one", title: "=1+1", question: "2/17", editors: ["Hang DONG"], text: "TD1" },
    { acronym: "X.two", printedName: "X.two", title: "Two", question: "3/17", editors: ["Le YU"], text: "TD2" },
  ]);
  const summary = readSeeds().find((document) => document.family === "executive-summary");
  return { ...report, statistics: summary?.statistics ?? {}, rgms: summary?.rgms.slice(0, 2) ?? [] };
}

const FAULTS = ["error", "noAnswer", "lost", "detach", "half"] as const;

interface Answering {
  answer: (...call: unknown[]) => Promise<unknown>;
}

/** Request number `at` meets a fault; "half" does half of the request's actions and then answers with an error. */
function plan(open: OpenWorkbook, fault: (typeof FAULTS)[number], at: number): void {
  if (fault !== "half") {
    open.local.excel.faults.at(at, { kind: fault });
    return;
  }
  const host = open.local.excel as unknown as Answering;
  const answer = host.answer.bind(host);
  let count = 0;
  host.answer = async (...call) => {
    count += 1;
    if (count !== at) return answer(...call);
    host.answer = answer;
    const body = (typeof call[3] === "string" ? JSON.parse(call[3]) : call[3]) as { Actions: unknown[] };
    const half = { ...body, Actions: body.Actions.slice(0, body.Actions.length / 2) };
    await answer(...call.slice(0, 3), half);
    return {
      status: 200,
      body: { Results: [], Error: { Code: "GeneralException", Message: "cut", Location: "", ActionIndex: 0 } },
    };
  };
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
      plan(open, fault, at);
      const first = open.page.workbook.loadDocuments(documents).then(
        (outcome) => outcome.outcome,
        () => "failed",
      );
      const ended = await Promise.race([first, new Promise((resolve) => setTimeout(resolve, 700, "no answer"))]);
      expect([at, ended]).not.toEqual([at, "loaded"]);
      open = await reopen(open);
      const again = await open.page.workbook.loadDocuments(documents);
      expect(again.outcome).toBe("loaded");
      expect([at, await contentOf(open)]).toEqual([at, expected]);
      open.local.close();
    }
  },
);
