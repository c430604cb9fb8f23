/**
 * Reads the API set of every member of every Excel class off the published types and writes host/bridge/api-sets.json:
 * `npm run api-sets -w local-excel`. The test api-sets.test.ts holds the written file against the types.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import ts from "typescript";

const TYPES = join(dirname(require.resolve("@types/office-js/package.json")), "index.d.ts");
export const API_SETS_FILE = join(__dirname, "host", "bridge", "api-sets.json");

/** "[Api set: ExcelApi 1.14]" -> "ExcelApi 1.14"; previews and online-only sets come out with their own names. */
function setOf(text: string, node: ts.Node): string | undefined {
  const comments = ts.getLeadingCommentRanges(text, node.getFullStart()) ?? [];
  const last = comments.at(-1);
  if (!last) return undefined;
  const comment = text.slice(last.pos, last.end);
  const named = /\[Api set: ([A-Za-z]+ [0-9.]+)/.exec(comment)?.[1];
  if (named !== undefined) return named;
  return /\[Api set: [^\]]*BETA/i.test(comment) ? "ExcelApi 99.0" : undefined;
}

/** The table of API sets: class, member, "Set version". Only classes of the Excel namespace. */
export function readApiSets(): Record<string, Record<string, string>> {
  const text = readFileSync(TYPES, "utf8");
  const file = ts.createSourceFile("index.d.ts", text, ts.ScriptTarget.ES2022, false);
  const table: Record<string, Record<string, string>> = {};
  const visitClass = (node: ts.ClassDeclaration): void => {
    const className = node.name?.text ?? "";
    const own = setOf(text, node);
    const members = (table[className] ??= {});
    for (const member of node.members) {
      if (!member.name || !ts.isIdentifier(member.name)) continue;
      const name = member.name.text;
      const set = setOf(text, member) ?? own;
      if (set === undefined || ["context", "load", "set", "toJSON", "track", "untrack"].includes(name)) continue;
      const known = members[name];
      // Of overloads the lowest counts: the member is there from then on.
      if (known === undefined || version(set) < version(known)) members[name] = set;
    }
  };
  for (const statement of file.statements) {
    if (!ts.isModuleDeclaration(statement) || statement.name.text !== "Excel" || !statement.body) continue;
    if (!ts.isModuleBlock(statement.body)) continue;
    for (const inner of statement.body.statements) if (ts.isClassDeclaration(inner)) visitClass(inner);
  }
  return Object.fromEntries(Object.entries(table).sort(([a], [b]) => a.localeCompare(b)));
}

function version(set: string): number {
  const [major = 0, minor = 0] = (set.split(" ")[1] ?? "").split(".").map(Number);
  return major * 1000 + minor;
}

if (require.main === module) writeFileSync(API_SETS_FILE, `${JSON.stringify(readApiSets(), null, 1)}\n`);
