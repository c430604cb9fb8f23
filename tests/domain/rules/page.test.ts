import { readFileSync } from "node:fs";
import path from "node:path";
import { RULES_PAGE, rulesPage } from "../../../tools/rules-page";
import { FIELD_RULES } from "../../../src/domain/rules/field-rules";
import { EDITIONS } from "../../../src/domain/rules/instruments";
import { STATES } from "../../../src/domain/rules/states";
import { FORBIDDEN, TRANSITIONS } from "../../../src/domain/rules/transition-table";

describe("the page of the rules", () => {
  const page = readFileSync(path.resolve(__dirname, "../../..", RULES_PAGE), "utf8");

  test("is up to date with the rules (npm run docs writes it)", () => {
    expect(page).toBe(rulesPage());
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
