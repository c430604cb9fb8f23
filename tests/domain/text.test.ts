import { normaliseName } from "../../src/domain/designations";
import { normalisedText } from "../../src/domain/rules/field-values";
import { foldAccents, foldSpaces, withoutInvisible, wordsOf } from "../../src/domain/text";
import { cleanText } from "../../src/import/lines";

describe("characters that are displayed as nothing", () => {
  // Soft hyphen, Arabic letter mark, zero-width space and joiner, embedding, word joiner, isolate, variation selector, byte order mark.
  const invisible = ["\u00ad", "\u061c", "\u200b", "\u200d", "\u202a", "\u2060", "\u2068", "\ufe0f", "\ufeff"];

  it.each(invisible)("are left out of documents, cells and names alike: %j", (character) => {
    const text = `X.${character}1817`;
    expect(withoutInvisible(text)).toBe("X.1817");
    expect(cleanText(text)).toBe("X.1817");
    expect(normalisedText(text)).toBe("X.1817");
    expect(normaliseName(text)).toBe("x.1817");
  });

  it("do not include white space, accents and marks of other scripts", () => {
    for (const text of ["a\u00a0b", "e\u0301", "\u0627\u0651", "한", "東"]) expect(withoutInvisible(text)).toBe(text);
  });
});

it("white space of any kind is one space", () => {
  expect(foldSpaces("\u00a0 Security\t\r\n of\u3000AI ")).toBe("Security of AI");
});

it("accents and capitals do not separate words", () => {
  expect(foldAccents("Étude À l’ÉTUDE")).toBe("etude a l’etude");
  expect(wordsOf("Étude: X.1254-rev, 2ᵉ édition")).toEqual(["etude", "x", "1254", "rev", "2ᵉ", "edition"]);
});
