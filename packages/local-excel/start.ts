/**
 * Serves the workbench with a built add-in in it, until Ctrl+C: `npm start -w local-excel -- FOLDER [--port N]`. The folder
 * (the small test add-in where none is given) holds the pages, functions.json and manifest.xml.
 */
import path from "node:path";
import { parseArgs } from "node:util";
import { startWorkbench } from "./workbench/start";

const { values, positionals } = parseArgs({
  options: { port: { type: "string", default: "3017" } },
  allowPositionals: true,
});
// npm runs a package's script in the package's folder; a path is meant from where the command was given.
const from = process.env["INIT_CWD"] ?? process.cwd();
const addin =
  positionals[0] === undefined ? path.join(__dirname, "tests/fixtures/small") : path.resolve(from, positionals[0]);

startWorkbench(addin, { port: Number(values.port) })
  .then(({ url }) => {
    console.log(`The workbench is at  ${url}\nA local Excel, not Microsoft Excel. Ctrl+C ends it.`);
  })
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
