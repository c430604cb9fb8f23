import { readFileSync } from "node:fs";
import path from "node:path";
import { RULES_PAGES } from "../../../tools/rules-page";
import { FIELD_RULES } from "../../../src/domain/rules/field-rules";
import { EDITIONS } from "../../../src/domain/rules/instruments";
import { STATES } from "../../../src/domain/rules/states";
import { FORBIDDEN, TRANSITIONS } from "../../../src/domain/rules/transition-table";

describe("the page of the rules", () => {
  const read = (page: string): string => readFileSync(path.resolve(__dirname, "../../..", page), "utf8");
  const page = read("docs/approval-rules.md");

  test.each(Object.entries(RULES_PAGES))("%s is up to date with the rules (npm run docs writes it)", (name, text) => {
    expect(read(name)).toBe(text());
  });

  test("what is not confirmed has a page of its own, with whom to ask", () => {
    const lines = read("docs/unconfirmed-rules.md").split("\n");
    const ids = [...TRANSITIONS, ...FIELD_RULES].flatMap(({ id, confidence }) =>
      confidence === "confirmed" ? [] : [id],
    );
    expect(ids.length).toBeGreaterThan(10);
    for (const id of ids) expect(lines.find((line) => line.startsWith(`| ${id} |`))).not.toMatch(/\| {1,2}\|$/);
  });

  test("names every state, transition, rule and edition", () => {
    const ids = [
      ...STATES.map(({ code }) => code),
      ...[...TRANSITIONS, ...FORBIDDEN, ...FIELD_RULES, ...EDITIONS].map(({ id }) => id),
    ];
    expect(ids.filter((id) => !page.includes(`\n| ${id} |`))).toEqual([]);
  });

  test("draws TAP, AAP and Agreement, every arrow between states that are declared", () => {
    const drawn = page
      .split("```mermaid\n")
      .slice(1)
      .map((part) => part.split("```")[0] ?? "");
    expect(drawn).toHaveLength(3);
    for (const diagram of drawn) {
      const declared = [...diagram.matchAll(/as (\w+)$/gm)].map((match) => match[1]);
      const ends = [...diagram.matchAll(/^ {2}(\S+) --> (\S+?)(?::|$)/gm)].flatMap((match) => [match[1], match[2]]);
      expect(ends.filter((end) => end !== "[*]" && !declared.includes(end))).toEqual([]);
      expect(diagram).not.toMatch(/: .*[:;]/);
    }
  });
});
