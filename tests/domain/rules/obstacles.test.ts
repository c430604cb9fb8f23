import type { MessageData } from "../../../src/domain/message";
import { evaluate, possibleNext } from "../../../src/domain/rules";
import { canBecome } from "../../../src/domain/rules/can-become";
import type { Finding, Refused, Verdict } from "../../../src/domain/rules/types";
import { PROCESSES, STATUSES, type Process, type Status } from "../../../src/domain/vocabulary";
import type { WorkItem } from "../../../src/domain/model";
import { item, on } from "./samples";

/** One designation of each kind of text. */
const KINDS = [
  "X.1221",
  "X.1221rev",
  "X.1352 Amd.1",
  "X.509 (2019) Cor.2",
  "X.509 (2019) Err.1",
  "X.sup40",
  "TR.abc",
  "XSTP.abc",
  "X.Imp100",
  "X.abc",
];
const LONG_AFTER = "2026-06-10";

interface Case {
  before: WorkItem;
  status: Status;
}

const cases: Case[] = KINDS.flatMap((name) =>
  [...PROCESSES, null].flatMap((process) =>
    STATUSES.flatMap((from) =>
      STATUSES.filter((status) => status !== from).map((status) => ({
        before: item({
          number: /^X\.\d/.test(name) ? name : null,
          name,
          kind: null,
          process,
          status: from,
          aliases: [],
        }),
        status,
      })),
    ),
  ),
);

const become = ({ before, status }: Case, more: { process?: Process; date?: string } = {}): Verdict => {
  const { process = before.process, date = LONG_AFTER } = more;
  const changed = { ...before, process };
  return evaluate(
    { item: changed, changes: { status }, origin: "person", reason: null },
    on(date, { items: [changed] }),
  );
};
const nameOf = ({ before, status }: Case): string =>
  `${before.number ?? before.name ?? ""} ${before.process ?? "no process"}: ${before.status} to ${status}`;
const reasonOf = ({ values }: Finding): string => {
  const { reason } = values as { reason?: MessageData };
  return reason === undefined ? "" : reason.code;
};
const firstError = ({ findings }: Refused): Finding => findings[0] as Finding;
const refusals = cases.flatMap((each) => {
  const verdict = become(each);
  return verdict.outcome === "refuse" ? [{ ...each, verdict }] : [];
});
const wrong = (test: (refusal: (typeof refusals)[number]) => boolean): string[] =>
  refusals.filter((each) => !test(each)).map(nameOf);

describe("a refusal of any change of status, for every process and kind of text", () => {
  test("is given often, and begins with an error that has a reason", () => {
    expect(refusals.length).toBeGreaterThan(1000);
    expect(wrong(({ verdict }) => firstError(verdict).severity === "error")).toEqual([]);
    expect(
      wrong(({ verdict }) => firstError(verdict).code !== "cannot" || reasonOf(firstError(verdict)) !== ""),
    ).toEqual([]);
  });

  test("names the process only where another process makes the change possible, or leaves another obstacle", () => {
    expect(
      wrong((each) => {
        if (reasonOf(firstError(each.verdict)) !== "wrongProcess") return true;
        return PROCESSES.some((process) => {
          const verdict = become(each, { process });
          return verdict.outcome === "accept" || reasonOf(firstError(verdict)) !== "wrongProcess";
        });
      }),
    ).toEqual([]);
  });

  test("names the kind of text, and no step before it, where a non-normative text is determined, consented or approved", () => {
    const AGREED = ["X.sup40", "TR.abc", "XSTP.abc", "X.Imp100"];
    const normative: readonly Status[] = ["Determined", "Consented", "Approved"];
    expect(
      wrong(
        ({ before, status, verdict }) =>
          !AGREED.includes(before.number ?? before.name ?? "") ||
          !normative.includes(status) ||
          before.status === "Deferred to WTSA" ||
          firstError(verdict).rule === "F-13",
      ),
    ).toEqual([]);
  });

  test("names a day only where the change is possible on it", () => {
    expect(
      wrong((each) => {
        const { earliest } = each.verdict;
        return earliest === null || become(each, { date: earliest }).outcome === "accept";
      }),
    ).toEqual([]);
  });

  test("says that the change is not permitted only where no process and no day makes it possible", () => {
    expect(
      wrong((each) => {
        if (reasonOf(firstError(each.verdict)) !== "notPermitted") return true;
        return [...PROCESSES].every((process) => become(each, { process }).outcome === "refuse");
      }),
    ).toEqual([]);
  });
});

test("what comes next is possible on its first day, for every status, process and kind of text", () => {
  const seen = new Map(cases.map(({ before }) => [JSON.stringify(before), before]));
  const refused = [...seen.values()].flatMap((before) => {
    const context = on(LONG_AFTER, { items: [before] });
    return possibleNext(before, context).flatMap((step) => {
      if (step.status === before.status) return [];
      const date = step.earliest !== null && step.earliest > LONG_AFTER ? step.earliest : LONG_AFTER;
      const can = canBecome(before, step.status, on(date, { items: [before] })).can;
      return can
        ? []
        : [`${before.number ?? before.name ?? ""} ${before.process ?? ""} ${before.status}: ${step.status} ${date}`];
    });
  });
  expect(refused).toEqual([]);
});
