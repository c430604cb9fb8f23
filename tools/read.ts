/** npm run -s read -- FILE: what reading a document yields, as JSON; its problems on standard error. */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { readBytes } from "../src/import/bytes";
import type { ReadDocument } from "../src/domain/document";

/** The document as the reading contract prints it: which table a section is, is knowledge of the program alone. */
function printed(document: ReadDocument): object {
  const annexes = document.annexes.map((annex) => ({
    ...annex,
    sections: annex.sections.map(({ id, title, rows, notes }) => ({ id, title, rows, notes })),
  }));
  return { ...document, annexes };
}

async function main(): Promise<number> {
  const file = process.argv[2];
  if (file === undefined) {
    process.stderr.write("Name a file to read: npm run -s read -- FILE\n");
    return 2;
  }
  const result = await readBytes(new Uint8Array(await readFile(file)), basename(file));
  if ("notADocument" in result) {
    process.stderr.write(`${result.notADocument}\n`);
    return 2;
  }
  process.stdout.write(`${JSON.stringify(printed(result), null, 2)}\n`);
  for (const { line, severity, message } of result.problems) process.stderr.write(`${line}: ${severity}: ${message}\n`);
  return 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
