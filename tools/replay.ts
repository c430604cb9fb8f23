/**
 * npm run -s replay -- FILE.json [--together]
 *
 * Judges histories of work items step by step and prints, as JSON, the verdict on each step with rule, clause and message, and what Check
 * finds at the end. The file is a list of { id, base, steps: [{ date, to } or { date, changes }] }. With --together all of them share one
 * programme, so that numbers given again and editions meet.
 */
import { replayHistories, type History } from "./replay-histories";
import { fileGiven, runTool } from "./session";

runTool(async () => {
  const [file] = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
  if (!file) throw new Error("Name a file of histories: npm run -s replay -- FILE.json");
  const histories: unknown = JSON.parse(fileGiven(file).toString("utf8"));
  if (!Array.isArray(histories)) throw new Error(`${file} holds no list of histories.`);
  console.log(JSON.stringify(replayHistories(histories as History[], process.argv.includes("--together")), null, 2));
});
