import { JobRunner, yieldToUi, type ActivityState } from "../../src/commands/job-runner";

const describe_ = (error: unknown) => `The command failed: ${error instanceof Error ? error.message : String(error)}`;
let activity: JobRunner;
let states: ActivityState[];
beforeEach(() => {
  activity = new JobRunner(describe_);
  states = [];
  activity.on((state) => states.push(state));
});

it("tells progress while a job runs, and its outcome when it is done", async () => {
  const outcome = await activity.run("load", ({ report }) => {
    report({ step: "Writing", done: 5, total: 10 });
    return Promise.resolve({ message: "Loaded." });
  });
  expect(outcome).toEqual({ kind: "done", job: "load", message: "Loaded.", details: [] });
  expect(states.map((state) => state.running?.progress.done ?? null)).toEqual([null, 0, 5, null]);
  expect(activity.get().outcome).toBe(outcome);
});

it("an error is an outcome with a sentence, never a rejection", async () => {
  const outcome = await activity.run("check", () => Promise.reject(new Error("no table")));
  expect(outcome).toEqual({ kind: "failed", job: "check", message: "The command failed: no table" });
});

it("the same job pressed twice runs once", async () => {
  let runs = 0;
  const work = async () => {
    runs += 1;
    await new Promise((resolve) => setTimeout(resolve, 5));
    return { message: "done" };
  };
  const [first, second] = await Promise.all([activity.run("load", work), activity.run("load", work)]);
  expect(runs).toBe(1);
  expect(second).toBe(first);
});

it("another job waits for the one that runs", async () => {
  const order: string[] = [];
  const work = (name: string) => async () => {
    order.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 2));
    order.push(`${name} ends`);
    return { message: name };
  };
  await Promise.all([activity.run("load", work("load")), activity.run("check", work("check"))]);
  expect(order).toEqual(["load begins", "load ends", "check begins", "check ends"]);
});

it("Cancel stops a job at its next safe place", async () => {
  const running = activity.run("load", async ({ signal }) => {
    for (;;) await yieldToUi(signal);
  });
  activity.cancel();
  expect(activity.get().running?.cancelling).toBe(true);
  expect(await running).toEqual({ kind: "cancelled", job: "load" });
});

it("after a failure the next job runs", async () => {
  await activity.run("load", () => Promise.reject(new Error("x")));
  expect(await activity.run("load", () => Promise.resolve({ message: "ok" }))).toMatchObject({ kind: "done" });
  activity.clear();
  expect(activity.get().outcome).toBeNull();
});
