/** npm run -s read -- FILE: the result of reading a document, as JSON; problems on standard error. */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { ReadDocument } from "../src/domain/document";
import { problemLocation, problemText, refusalText } from "../src/i18n/imports";
import { readBytes } from "../src/import/bytes";

/** The document as the reading contract prints it: which table a section is, is knowledge of the program alone. */
function printed(document: ReadDocument): object {
  const annexes = document.annexes.map((annex) => ({
    ...annex,
    sections: annex.sections.map(({ id, title, rows, notes }) => ({ id, title, rows, notes })),
  }));
  const problems = document.problems.map((problem) => ({
    line: problem.line,
    severity: problem.severity,
    message: problemText(problem),
    ...(problem.location ? { place: problemLocation(problem) } : {}),
  }));
  return { ...document, annexes, problems };
}

/** Writes a text, and resolves once it is written. A reader that closes the pipe wants no more of it, which is no error. */
function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => (error.code === "EPIPE" ? resolve() : reject(error));
    stream.once("error", failed);
    stream.write(text, (error) => {
      if (error) failed(error);
      else resolve();
    });
  });
}

async function main(): Promise<number> {
  const file = process.argv[2];
  if (file === undefined) {
    await write(process.stderr, "Name a file to read: npm run -s read -- FILE\n");
    return 2;
  }
  const result = await readBytes(new Uint8Array(await readFile(file)), basename(file));
  if ("notADocument" in result) {
    await write(process.stderr, `${refusalText(result.notADocument)}\n`);
    return 2;
  }
  await write(process.stdout, `${JSON.stringify(printed(result), null, 2)}\n`);
  const problems = result.problems.map((problem) => {
    const place = problem.location ? ` (${problemLocation(problem)})` : "";
    return `${problem.line}${place}: ${problem.severity}: ${problemText(problem)}\n`;
  });
  await write(process.stderr, problems.join(""));
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
