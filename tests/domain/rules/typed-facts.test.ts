/** What is typed with a step becomes data when it is entered. */
import { typedFacts } from "../../../src/domain/rules/typed-facts";

test.each([
  ["14 yes, 2 no", { repliesInFavour: 14, repliesAgainst: 2 }],
  ["14 in favour and 2 against", { repliesInFavour: 14, repliesAgainst: 2 }],
  ["14 oui, 0 non", { repliesInFavour: 14, repliesAgainst: 0 }],
  ["see R 12 no decision", {}],
  ["14 yes", {}],
  ["", {}],
  ["2024-04-16 to 2024-05-14", { from: "2024-04-16", to: "2024-05-14" }],
  ["2024-05-14, 2024-04-16", {}],
  ["2024-02-30 to 2024-05-14", {}],
  ["Authorised by SG17 in September 2023", { authorisedBy: "SG17 in September 2023" }],
  ["with the chair's concurrence", { authorisedBy: "with the chair's concurrence" }],
])("“%s” is entered as %j", (words, facts) => expect(typedFacts(words)).toEqual(facts));
