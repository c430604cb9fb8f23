import { joinDocuments } from "../../../src/domain/merge";
import type { ProgrammeEvent, WorkItem } from "../../../src/domain/model";
import { checkItem, checkProgramme, factsOf, evaluate, possibleNext, questionsNamed } from "../../../src/domain/rules";
import { finish } from "../../../src/domain/steps";
import type { RuleContext } from "../../../src/domain/rules";
import { readSeeds } from "../../../src/import/seeds";

const programme = joinDocuments(readSeeds());
const march = programme.meetings.find(({ id }) => id === "2024-03") ?? null;

function at(date: string, events: readonly ProgrammeEvent[] = programme.events): RuleContext {
  return {
    programme: factsOf({ items: programme.items, events: [...events] }),
    meetings: programme.meetings,
    meeting: march,
    date,
    today: date,
  };
}

const named = (name: string): WorkItem => {
  const found = programme.items.find((item) => [item.number, item.name, ...item.aliases].includes(name));
  if (!found) throw new Error(`No ${name} in the seeds.`);
  return found;
};

describe("the seeds' own history", () => {
  const now = at("2024-03-01");
  const changes = programme.events.filter((event) => event.to !== null);

  test("reports many changes of status", () => expect(changes.length).toBeGreaterThan(170));

  test.each(programme.items.map((item) => [item.number ?? item.name ?? item.key, item] as const))(
    "no event of %s is refused when replayed in order",
    (_, item) => {
      let current: WorkItem | null = null;
      const passed: ProgrammeEvent[] = [];
      for (const event of changes.filter((each) => each.item === item.key)) {
        if (current) {
          const verdict = evaluate(
            {
              item: current,
              changes: { status: event.to, process: event.process ?? (current as WorkItem).process, since: event.date },
              origin: "document",
              reason: null,
            },
            at(event.date, passed),
          );
          expect(verdict).toMatchObject({ outcome: "accept", item: { status: event.to, since: event.date } });
          expect(verdict.outcome === "accept" && verdict.warnings.every(({ severity }) => severity !== "error")).toBe(
            true,
          );
        }
        passed.push(event);
        current = {
          ...item,
          status: event.to ?? item.status,
          since: event.date,
          step: event.step,
          process: event.process,
        };
      }
    },
  );

  test("holds nothing that the check calls an error", () => {
    const found = programme.items.flatMap((item) => checkItem(item, now));
    expect(found.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("the two determinations of X.1353 are a finding", () => {
    expect(checkItem(named("X.1353"), now)).toContainEqual(
      expect.objectContaining({
        rule: "F-48",
        values: expect.objectContaining({ first: "2022-09-30", second: "2023-03-31" }),
      }),
    );
  });

  test("the decision on X.1127, outstanding since 2017, is a finding", () => {
    expect(checkItem(named("X.1127"), now)).toContainEqual(
      expect.objectContaining({
        rule: "F-45",
        severity: "warning",
        values: expect.objectContaining({ since: "2017-03-30" }),
      }),
    );
  });

  test("texts determined in September 2023 wait for the next meeting and are no finding", () => {
    expect(checkItem(named("X.1221"), now).filter(({ rule }) => rule === "F-45")).toEqual([]);
  });

  test("is checked in full, twice the same", () => {
    const once = finish(checkProgramme(programme.items, now));
    expect(finish(checkProgramme(programme.items, now))).toEqual(once);
    expect(once.length).toBeGreaterThan(20);
  });
});

describe("the meeting after the seeds", () => {
  const edit = (name: string, changes: Record<string, string>) =>
    evaluate({ item: named(name), changes, origin: "person", reason: null }, at("2024-03-01"));

  test.each([
    ["X.1221", { status: "Approved" }],
    ["X.590", { status: "Approved" }],
    ["X.508", { status: "Consented" }],
    ["X.1353", { status: "Determined" }],
    ["X.sr-ai", { timing: "2024-Q4" }],
    ["X.1127", { status: "Approved" }],
    ["X.1500 Amd.12", { status: "Approved" }],
  ])("%s may take %j, without a warning", (name, changes) => {
    const verdict = edit(name, changes);
    expect(verdict).toMatchObject({ outcome: "accept" });
    expect(verdict.outcome === "accept" && verdict.warnings.filter(({ severity }) => severity !== "info")).toEqual([]);
  });

  test("X.sr-ai may be discontinued, with the remark that it drew a contribution since the meeting before last", () => {
    expect(edit("X.sr-ai", { status: "Discontinued" })).toMatchObject({
      outcome: "accept",
      warnings: [{ rule: "T09", severity: "warning", code: "noContributions" }],
    });
  });

  test.each([
    ["X.508", { status: "Approved" }],
    ["X.1817", { status: "Under study" }],
    ["X.sup39", { status: "Approved" }],
    ["X.1373", { status: "Determined" }],
    ["X.1221", { process: "AAP" }],
  ])("%s may not take %j", (name, changes) => {
    expect(edit(name, changes)).toMatchObject({ outcome: "refuse", overridable: true });
  });

  test("has a next step for every item that has not ended", () => {
    const ended = ["Approved", "Agreed"];
    const stuck = programme.items.filter(
      (item) =>
        !ended.includes(item.status) &&
        !possibleNext(item, at("2024-03-01")).some(({ now, status }) => now && status !== item.status),
    );
    expect(stuck).toEqual([]);
  });
});

test("the Questions of the study period are those that the documents name", () => {
  const questions = questionsNamed(programme);
  expect([...questions].sort((a, b) => parseInt(a) - parseInt(b))).toEqual(
    [1, 2, 3, 4, 6, 7, 8, 10, 11, 13, 14, 15].map((question) => `${String(question)}/17`),
  );
  // An edit leaves the documents as they are: nothing is looked through again.
  expect(questionsNamed({ ...programme, events: [] })).toBe(questions);
});
