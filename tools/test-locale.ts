/** Runs the tests that open the local Excel in other regional settings: `npm run test:fr-ch`; more arguments go to jest. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { ROOT } from "./build";

const [locale = "fr-CH", ...patterns] = process.argv.slice(2);
const files = patterns.length > 0 ? patterns : ["tests/excel/", "tests/functions/", "tests/commands/", "tests/tools/"];
const jest = path.join(ROOT, "node_modules", "jest", "bin", "jest.js");
const { status } = spawnSync(process.execPath, [jest, "--selectProjects", "node", "--testPathPatterns", ...files], {
  cwd: ROOT,
  stdio: "inherit",
  env: { ...process.env, LOCAL_EXCEL_LOCALE: locale },
});
process.exitCode = status ?? 1;
