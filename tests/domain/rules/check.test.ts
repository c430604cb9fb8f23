import { STATUSES } from "../../../src/domain/vocabulary";
import { checkProgramme } from "../../../src/domain/rules";
import { Pacer, type Pacing } from "../../../src/domain/steps";
import { event, item, MARCH, on, SEPTEMBER } from "./samples";

const MANY = 6_864;

/** A programme as large as all that the study groups ever printed: every status, some history each. */
const items = Array.from({ length: MANY }, (_, index) => {
  const status = STATUSES[index % STATUSES.length] ?? "Under study";
  const process = status === "Consented" ? "AAP" : status === "Agreed" ? "Agreement" : "TAP";
  return item({
    key: `x.${String(index)}`,
    number: `X.${String(index)}`,
    name: `X.text-${String(index)}`,
    status,
    process,
  });
});
const events = items.flatMap(({ key, status }) => [
  event({ item: key, kind: "New work item", to: "Under study", date: "2022-05-20" }),
  event({ item: key, kind: "Changed", to: null, date: "2023-03-03" }),
  event({ item: key, kind: "Determined", to: status, date: "2023-09-08" }),
]);
const context = on("2024-03-01", { items, events, meetings: [SEPTEMBER, MARCH] });

/** A clock by which every slice is over at once, so that the check pauses after each item. */
function pacing(others: Partial<Pacing> = {}): Pacing {
  let now = 0;
  return { now: () => (now += 1_000), pause: () => Promise.resolve(), ...others };
}

describe("a check of the whole programme", () => {
  test(`of ${String(MANY)} items may pause after each, and reports its progress`, async () => {
    const shares: number[] = [];
    let pauses = 0;
    const pause = () => {
      pauses += 1;
      return Promise.resolve();
    };
    const progress = (share: number) => shares.push(share);
    const findings = await new Pacer(pacing({ pause, progress })).run(checkProgramme(items, context));
    expect(findings.length).toBeGreaterThan(1000);
    expect(pauses).toBe(MANY);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });

  test("can be stopped", async () => {
    const abort = new AbortController();
    let checked = 0;
    const progress = () => {
      checked += 1;
      if (checked === 10) abort.abort(new Error("stopped"));
    };
    const check = new Pacer(pacing({ signal: abort.signal, progress })).run(checkProgramme(items, context));
    await expect(check).rejects.toThrow("stopped");
    expect(checked).toBe(10);
  });
});
