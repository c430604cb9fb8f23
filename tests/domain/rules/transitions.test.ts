import { EVENT_KINDS, PROCESSES, STATUSES, type Process, type Status } from "../../../src/domain/vocabulary";
import { refusalText, rulesTexts } from "../../../src/i18n/rules";
import { evaluate, possibleNext, type ProposedEdit, type Verdict } from "../../../src/domain/rules";
import { segmentsFrom, pathsFrom, type Path } from "../../../src/domain/rules/paths";
import { STATES, STATE_CODES, stateWithCode, type State, type StateCode } from "../../../src/domain/rules/states";
import { FORBIDDEN, TRANSITIONS, transitionWithId } from "../../../src/domain/rules/transition-table";
import type { ProgrammeEvent, WorkItem } from "../../../src/domain/model";
import { addDays } from "../../../src/domain/designations/dates";
import { event, item, on } from "./samples";

/** A date after all periods. */
const LATE = "2030-06-03";
const START = "2020-01-15";

/** States that can exist under a process: TAP has no Last Call. */
const statesUnder = (process: Process): State[] =>
  STATES.filter((state) => {
    if (state.process !== null) return state.process === process;
    if (state.status === "Agreed") return process === "Agreement";
    if (state.status === "Approved") return process !== "Agreement";
    if (state.status === "Not approved" || state.status === "Deferred to WTSA")
      return process === "TAP" || process === "AAP";
    return true;
  });

/** A text that is agreed or approved according to what it adds. */
const AMENDMENT = { number: "X.1221 Amd.1", name: null };

const inState = (state: State, process: Process): WorkItem =>
  item({
    ...(process === "Agreement" ? AMENDMENT : {}),
    status: state.status,
    step: state.step,
    process,
    since: START,
  });

const asked = (from: WorkItem, changes: ProposedEdit["changes"], date = LATE): Verdict =>
  evaluate({ item: from, changes, origin: "person", reason: null }, on(date));

const pairs = PROCESSES.flatMap((process) =>
  statesUnder(process).flatMap((from) => STATES.map((to) => ({ process, from, to }))),
).filter(({ from, to }) => from.code !== to.code);

/** The states that the table, read by itself, lets an item come to in one edit: steps of its status, and one step out of it. */
function reachable(from: State, process: Process): Set<StateCode> {
  const legs = (at: StateCode) =>
    TRANSITIONS.flatMap((transition) =>
      typeof transition.from !== "string" &&
      typeof transition.to !== "string" &&
      transition.only === undefined &&
      // What the assembly alone may do is tried at its own meeting, below.
      !transition.needs.includes("atWtsa") &&
      transition.from.includes(at) &&
      transition.process.includes(process)
        ? transition.to.map((to) => ({ transition, to, status: stateWithCode(to).status }))
        : [],
    );
  const free = (to: Status, ids: string[]) =>
    !FORBIDDEN.some(
      (row) =>
        row.from.includes(from.status) &&
        (row.states?.includes(from.code) ?? true) &&
        row.to.includes(to) &&
        !row.except.some((id) => ids.includes(id)),
    );
  const steps = new Set<StateCode>([from.code]);
  const out = new Set<StateCode>();
  for (const at of steps)
    for (const { transition, to, status } of legs(at)) {
      if ((transition.requiresRecordedStep || transition.alone) && at !== from.code) continue;
      if (status === from.status) (transition.alone ? out : steps).add(to);
      else if (free(status, [transition.id])) out.add(to);
      if (status !== "Not approved" || from.status === "Not approved") continue;
      for (const onward of legs(to).filter(({ transition: { atOnce } }) => atOnce)) {
        if (onward.status === from.status || free(onward.status, [transition.id, onward.transition.id]))
          out.add(onward.to);
      }
    }
  steps.delete(from.code);
  return new Set([...steps, ...out]);
}

describe("every pair of states", () => {
  const label = ({ process, from, to }: (typeof pairs)[number]) => `${process}: ${from.code} to ${to.code}`;
  const allowed = pairs.filter(({ process, from, to }) => reachable(from, process).has(to.code));
  const refused = pairs.filter((pair) => !allowed.includes(pair));

  test("is many, some allowed and most not", () => {
    expect(pairs.length).toBeGreaterThan(1000);
    expect(allowed.length).toBeGreaterThan(150);
    expect(refused.length).toBeGreaterThan(allowed.length);
  });

  test("of the table is accepted, and leads to the state in the table", () => {
    const timely = allowed.filter(
      ({ from, to }) =>
        !(from.code === "D3" && ["US", "D1", "NAt"].includes(to.code)) &&
        !(from.code === "S3" && ["US", "RI", "NAa"].includes(to.code)) &&
        !(from.code === "XC" && to.code === "A"),
    );
    const wrong = timely.filter(({ process, from, to }) => {
      // The rules are called with the values of the sheet; the start of a status is requested without a step.
      const verdict = asked(inState(from, process), {
        status: to.status,
        ...(to.step || to.status === from.status ? { step: to.step } : {}),
      });
      return verdict.outcome !== "accept" || verdict.item.status !== to.status || verdict.item.step !== to.step;
    });
    // How a text failed is not written down where the steps before were not.
    const unrecorded = wrong.filter(({ from, to }) => from.step === null && to.status === "Not approved");
    expect(wrong.filter((pair) => !unrecorded.includes(pair)).map(label)).toEqual([]);
  });

  test("an opposition is possible within its four weeks only, with its consequences", () => {
    const late = allowed.filter(
      ({ process, from, to }) =>
        (from.code === "D3" || from.code === "S3" || (from.code === "XC" && to.code === "A")) &&
        asked(inState(from, process), { status: to.status, step: to.step }).outcome === "refuse",
    );
    expect([...new Set(late.map(({ to }) => to.code))]).toEqual(["US", "D1", "NAt", "A", "RI", "NAa"]);
    for (const { process, from, to } of late)
      expect(asked(inState(from, process), { status: to.status, step: to.step }, "2020-02-12").outcome).toBe("accept");
  });

  test("not in the table is refused, with a reason and only possible steps", () => {
    const wrong = refused.filter(({ process, from, to }) => {
      const verdict = asked(inState(from, process), { status: to.status, step: to.step });
      if (verdict.outcome === "accept") {
        // Where the start of a status is requested, the rules may choose another of its states (approved with corrections, opposed at the
        // meeting).
        return !(
          to.step === null &&
          allowed.some((pair) => pair.process === process && pair.from === from && pair.to.status === to.status)
        );
      }
      return refusalText(verdict) === "" || verdict.findings.length === 0 || verdict.possible.some(({ now }) => !now);
    });
    expect(wrong.map(label)).toEqual([]);
  });

  test("listed as possible is accepted", () => {
    for (const process of PROCESSES)
      for (const from of statesUnder(process)) {
        const start = inState(from, process);
        for (const step of possibleNext(start, on(LATE)).filter(({ now }) => now)) {
          const verdict = asked(start, { status: step.status, ...(step.step ? { step: step.step } : {}) });
          expect([from.code, process, step.status, verdict.outcome]).toEqual([
            from.code,
            process,
            step.status,
            "accept",
          ]);
        }
      }
  });
});

describe("every shortest path between any two states", () => {
  /** All shortest chains of single transitions, whatever status lies between. */
  function shortest(from: State, process: Process): Path[] {
    const paths: Path[] = [];
    const seen = new Map<string, number>([[`${from.code} ${process}`, 0]]);
    let front: { path: Path; at: StateCode; process: Process }[] = [{ path: [], at: from.code, process }];
    for (let length = 1; front.length > 0; length += 1) {
      const next: typeof front = [];
      for (const { path, at, process: under } of front)
        for (const leg of segmentsFrom(at, under)) {
          const after = leg.transition.processAfter ?? under;
          const key = `${leg.to} ${after}`;
          if ((seen.get(key) ?? length) < length) continue;
          seen.set(key, length);
          paths.push([...path, leg]);
          next.push({ path: [...path, leg], at: leg.to, process: after });
        }
      front = next;
    }
    return paths;
  }

  const cases = PROCESSES.flatMap((process) => statesUnder(process).map((from) => ({ process, from })));

  test.each(cases)("$process from $from.code can be walked step by step", ({ process, from }) => {
    for (const path of shortest(from, process)) {
      let current = inState(from, process);
      const events: ProgrammeEvent[] = [];
      let date = "2020-06-03";
      for (const { transition, to } of path) {
        const state = stateWithCode(to);
        // An opposition within its four weeks, all else two years later.
        date = addDays(date, transition.deadline ? 20 : 730);
        const start = transition.deadline && events.length === 0 ? { ...current, since: addDays(date, -20) } : current;
        const edit = {
          item: start,
          changes: { status: state.status, step: state.step },
          origin: "person" as const,
          reason: null,
        };
        const assembly = transition.needs.includes("atWtsa") ? { body: "WTSA" as const } : {};
        const verdict = evaluate(edit, { ...on(date, { events }), ...assembly });
        expect([transition.id, verdict.outcome]).toEqual([transition.id, "accept"]);
        if (verdict.outcome === "refuse") break;
        const [drafted] = verdict.events;
        expect(verdict.item).toMatchObject({
          status: state.status,
          step: state.step,
          process: transition.processAfter ?? current.process,
          since: state.status === current.status && !transition.restarts ? start.since : date,
        });
        expect(drafted?.transitions).toEqual([transition.id]);
        events.push(event({ ...drafted, item: current.key }));
        current = verdict.item;
      }
    }
  });
});

describe("the table", () => {
  test("has no final states except the ends", () => {
    const stuck = STATE_CODES.filter((code) => PROCESSES.every((process) => segmentsFrom(code, process).length === 0));
    expect(stuck).toEqual(["DEL", "DELt"]);
  });

  test("allows final states to continue only as new editions, reopened or deleted", () => {
    const ways = (code: StateCode) =>
      TRANSITIONS.filter(({ from }) => Array.isArray(from) && from.includes(code)).map(({ id }) => id);
    expect(ways("A")).toEqual(["T41", "T42", "T55"]);
    expect(ways("AGR")).toEqual(["T41", "T56"]);
    expect(ways("DISC")).toEqual(["T40"]);
  });

  test("reaches every state from a proposal", () => {
    const reached = new Set<StateCode>(["PEND"]);
    for (let size = 0; size !== reached.size;) {
      size = reached.size;
      for (const code of [...reached])
        for (const { to } of PROCESSES.flatMap((process) => segmentsFrom(code, process))) reached.add(to);
    }
    // How a text failed years ago need not be known: documents alone bring an item into that state.
    expect(STATE_CODES.filter((code) => !reached.has(code))).toEqual(["NA"]);
  });

  test("holds T01 to T60, each once, with a button, a clause and an event", () => {
    expect(TRANSITIONS.map(({ id }) => id)).toEqual(
      Array.from({ length: 60 }, (_, index) => `T${String(index + 1).padStart(2, "0")}`),
    );
    for (const { action, clauses, event } of TRANSITIONS) {
      expect(action).not.toBe("");
      expect(clauses.length).toBeGreaterThan(0);
      expect(EVENT_KINDS).toContain(event);
    }
  });

  test("forbids nothing that is not confirmed", () => {
    for (const { confidence, severity } of TRANSITIONS)
      if (confidence !== "confirmed") expect(severity).not.toBe("error");
  });

  test("has no transition that no edit can pass", () => {
    const passed = new Set<string>();
    for (const process of PROCESSES)
      for (const from of statesUnder(process))
        for (const paths of pathsFrom(from.code, process).values())
          for (const path of paths) for (const { transition } of path) passed.add(transition.id);
    const take = (from: WorkItem | null, changes: ProposedEdit["changes"], items: WorkItem[] = []) => {
      const verdict = evaluate({ item: from, changes, origin: "person", reason: null }, on(LATE, { items }));
      if (verdict.outcome === "accept")
        for (const event of verdict.events) for (const id of event.transitions) passed.add(id);
    };
    const study = item({ status: "Under study", since: START });
    take(item({ number: "X.805 Err.1", process: null, status: "Under study", since: START }), { status: "Approved" });
    take(study, { timing: "2031-Q1" });
    take(study, { process: "AAP" });
    take(study, { item: "X.1222" });
    take(null, { item: "X.new", status: "Pending confirmation" });
    const approved = item({ key: "x.805", number: "X.805", status: "Approved" });
    take(null, { item: "X.805rev", parent: "X.805" }, [approved]);
    expect(TRANSITIONS.map(({ id }) => id).filter((id) => !passed.has(id))).toEqual([]);
  });
});

describe("forbidden changes", () => {
  const cases = FORBIDDEN.flatMap(({ id, from, to }) => from.flatMap((a) => to.map((b) => [id, a, b] as const)));

  test.each(cases)(
    "%s: %s to %s is refused under every process that does not exempt it, with a reason",
    (id, from, to) => {
      const exempt = FORBIDDEN.find((row) => row.id === id)?.except.map((each) => transitionWithId(each)) ?? [];
      for (const process of PROCESSES) {
        if (
          exempt.some(
            (transition) =>
              transition.only === undefined && transition.process.includes(process) && leadsTo(transition.to, to),
          )
        )
          continue;
        const states = FORBIDDEN.find((row) => row.id === id)?.states ?? STATE_CODES;
        for (const state of statesUnder(process).filter(
          ({ status, code }) => status === from && states.includes(code),
        )) {
          const verdict = asked(inState(state, process), { status: to });
          expect(verdict).toMatchObject({ outcome: "refuse", findings: [{ severity: "error", rule: id }] });
          expect(verdict.outcome === "refuse" && refusalText(verdict)).toContain(rulesTexts().reasons[id]);
        }
      }
    },
  );

  test.each(STATES.filter(({ status }) => status === "Determined" || status === "Consented"))(
    "a working party approves nothing: $code",
    (state) => {
      const context = { ...on(LATE), body: "WP" as const };
      const edit = {
        item: inState(state, state.process ?? "TAP"),
        changes: { status: "Approved" },
        origin: "person" as const,
        reason: null,
      };
      expect(evaluate(edit, context)).toMatchObject({ outcome: "refuse", findings: [{ severity: "error" }] });
    },
  );

  test("a working party may determine and consent", () => {
    const context = { ...on(LATE), body: "WP" as const };
    for (const [process, status] of [
      ["TAP", "Determined"],
      ["AAP", "Consented"],
    ] as const) {
      const edit = {
        item: item({ status: "Under study", process }),
        changes: { status },
        origin: "person" as const,
        reason: null,
      };
      expect(evaluate(edit, context).outcome).toBe("accept");
    }
  });

  function leadsTo(to: (typeof TRANSITIONS)[number]["to"], status: Status): boolean {
    return typeof to !== "string" && to.some((code) => stateWithCode(code).status === status);
  }
});

describe("the process", () => {
  const frozen = STATES.filter(
    ({ status }) => status === "Determined" || status === "Consented" || status === "Approved",
  );

  test.each(frozen)("is frozen at $code", (state) => {
    for (const before of PROCESSES.filter((process) => statesUnder(process).includes(state)))
      for (const after of PROCESSES.filter((process) => process !== before)) {
        const verdict = asked(inState(state, before), { process: after });
        expect(verdict).toMatchObject({ outcome: "refuse", findings: [{ rule: "F-15", severity: "error" }] });
      }
  });

  test("changes at study group review, by a move to TAP, and nowhere else", () => {
    const moved = asked(item({ status: "Consented", step: "Study group review", process: "AAP", since: START }), {
      status: "Determined",
    });
    expect(moved).toMatchObject({ outcome: "accept", item: { status: "Determined", process: "TAP", step: null } });
    const exits = STATES.filter(({ status }) => status === "Determined" || status === "Consented").flatMap((state) =>
      segmentsFrom(state.code, state.process).filter(({ transition }) => transition.processAfter),
    );
    expect(exits.map(({ transition, from }) => [transition.id, from])).toEqual([["T38", "SG"]]);
  });

  test("can change between AAP and TAP while under study, with a warning that a decision is needed", () => {
    expect(asked(item({ status: "Under study", process: "AAP" }), { process: "TAP" })).toMatchObject({
      outcome: "accept",
      item: { process: "TAP" },
      warnings: [{ rule: "T05", severity: "warning" }],
    });
  });

  test("changes together with a determination, where both are steps", () => {
    expect(
      asked(item({ status: "Under study", process: "AAP" }), { process: "TAP", status: "Determined" }),
    ).toMatchObject({
      outcome: "accept",
      item: { process: "TAP", status: "Determined" },
    });
  });
});

test("all statuses of the vocabulary have a state", () => {
  for (const status of STATUSES) expect(STATES.some((state) => state.status === status)).toBe(true);
});
