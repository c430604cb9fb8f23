import { setLanguage } from "../../../src/i18n/language";
import { rules as rulesEn } from "../../../src/i18n/en/rules";
import { rules as rulesFr } from "../../../src/i18n/fr/rules";
import { actionText, refusalText } from "../../../src/i18n/rules";
import { canBecome, possibleNext } from "../../../src/domain/rules";
import { TRANSITIONS } from "../../../src/domain/rules/transition-table";
import { item, on } from "./samples";

/** Every text with its path in the catalogue. */
function texts(value: unknown, place = ""): [string, string][] {
  if (typeof value === "string") return [[place, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => texts(part, `${place}/${name}`));
}

const blanks = (text: string): string[] => (text.match(/\{[\w:]+\}/g) ?? []).sort();
/** Where a language may go its own way: words for numbers and units, buttons that stand in the table in English. */
const FREE = /^\/(numbers|units|unitsPossessive|actions|instruments|waits|statuses|kindsOfText)\//;

describe("the texts of the rules", () => {
  const english = new Map(texts(rulesEn).filter(([place]) => !FREE.test(place)));
  const french = new Map(texts(rulesFr).filter(([place]) => !FREE.test(place)));

  test("exist in French as in English, with the same blanks to fill", () => {
    expect([...french.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [place, text] of english)
      expect([place, blanks(french.get(place) ?? "")]).toEqual([place, blanks(text)]);
  });

  test("are not left in English", () => {
    const same = [...english].filter(
      ([place, text]) => text !== "" && /[a-z]{3}/.test(text) && french.get(place) === text,
    );
    expect(same.filter(([, text]) => /[a-z]{3}/.test(text.replace(/\{[\w:]+\}/g, "")))).toEqual([]);
  });

  test("name every button in French", () => {
    expect(Object.keys(rulesFr.actions).sort()).toEqual(TRANSITIONS.map(({ id }) => id));
  });
});

describe("in French", () => {
  beforeAll(() => setLanguage("fr-CH"));
  afterAll(() => setLanguage("en-GB"));

  test("a refusal reads as it does in English", () => {
    const answer = canBecome(item(), "Approved", on("2023-10-02"));
    expect(!answer.can && refusalText(answer.refused)).toBe(
      "X.1221 ne peut pas être Approved (approuvé) le 2 octobre 2023\u00a0: un texte déterminé exige un préavis de trois mois avant la réunion (Résolution 1 (2022), 9.3.3). " +
        "Au plus tôt\u00a0: le 8 décembre 2023. Possible maintenant\u00a0: Under study (à l’étude), Deferred to WTSA (soumis à l’AMNT), Discontinued (abandonné).",
    );
  });

  test("the buttons do too", () => {
    expect(
      possibleNext(item(), on("2023-10-02"))
        .filter(({ now }) => now)
        .map((step) => actionText(step)),
    ).toContain("Remettre à l’étude");
  });
});
