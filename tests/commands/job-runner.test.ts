import { JobRunner, type JobState } from "../../src/commands/job-runner";
import { yieldToUi } from "../../src/domain/waiting";

const describeError = (error: unknown) =>
  `The command failed: ${error instanceof Error ? error.message : String(error)}`;
let jobs: JobRunner;
let states: JobState[];
beforeEach(() => {
  jobs = new JobRunner(describeError);
  states = [];
  jobs.on((state) => states.push(state));
});

it("reports progress while a job runs, and its outcome when it is done", async () => {
  const outcome = await jobs.run("load", ({ report }) => {
    report({ step: "Writing", done: 5, total: 10 });
    return Promise.resolve({ message: "Loaded." });
  });
  expect(outcome).toEqual({ kind: "done", job: "load", message: "Loaded.", details: [] });
  expect(states.map((state) => state.running?.progress.done ?? null)).toEqual([null, 0, 5, null]);
  expect(jobs.get().outcome).toBe(outcome);
});

it("returns an error as an outcome with a sentence", async () => {
  const outcome = await jobs.run("check", () => Promise.reject(new Error("no table")));
  expect(outcome).toEqual({ kind: "failed", job: "check", message: "The command failed: no table" });
});

it("runs a job once when it is pressed twice", async () => {
  let runs = 0;
  const work = async () => {
    runs += 1;
    await new Promise((resolve) => setTimeout(resolve, 5));
    return { message: "done" };
  };
  const [first, second] = await Promise.all([jobs.run("load", work), jobs.run("load", work)]);
  expect(runs).toBe(1);
  expect(second).toBe(first);
});

it("lets another job wait for the running one", async () => {
  const order: string[] = [];
  const work = (name: string) => async () => {
    order.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 2));
    order.push(`${name} ends`);
    return { message: name };
  };
  await Promise.all([jobs.run("load", work("load")), jobs.run("check", work("check"))]);
  expect(order).toEqual(["load begins", "load ends", "check begins", "check ends"]);
});

it("stops a job after Cancel, where it next yields", async () => {
  const running = jobs.run("load", async ({ signal }) => {
    for (;;) await yieldToUi(signal);
  });
  jobs.cancel();
  expect(jobs.get().running?.cancelling).toBe(true);
  expect(await running).toEqual({ kind: "cancelled", job: "load" });
});

it("runs the next job after a failure", async () => {
  await jobs.run("load", () => Promise.reject(new Error("x")));
  expect(await jobs.run("load", () => Promise.resolve({ message: "ok" }))).toMatchObject({ kind: "done" });
  jobs.clear();
  expect(jobs.get().outcome).toBeNull();
});
