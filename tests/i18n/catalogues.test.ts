import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Catalogues } from "../../src/i18n/catalogues";
import { french } from "../../src/i18n/fr";
import { english as ENGLISH } from "./english";

const SRC = join(__dirname, "../../src");

/** Every text and function of a catalogue, by its place. */
function entries(value: unknown, place: string): [string, unknown][] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [[place, value]];
  return Object.entries(value).flatMap(([name, part]) => entries(part, `${place}/${name}`));
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return path.endsWith("i18n/en") || path.endsWith("i18n/fr") ? [] : sources(path);
    return entry.name.endsWith(".ts") ? [readFileSync(path, "utf8")] : [];
  });
}

/** Places where a language may go its own way: English ones are in the data, or the words are the same. */
const FREE = /^rules\/(actions|instruments|statuses|kindsOfText|unitsPossessive)\//;
/** Words that French writes as English does. */
const SAME =
  /^(Message|Messages|Question|Date|Source|Type|Kind|Options|Diagnostics?|Document|Documents|A\.5\/A\.25|SG17|Excel|corrigenda|corrigendum|Corrigendum|\W*)$/;

describe.each(Object.keys(ENGLISH) as (keyof Catalogues)[])("the texts of %s", (area) => {
  const english = new Map(entries(ENGLISH[area], area).filter(([place]) => !FREE.test(place)));
  const inFrench = new Map(entries(french[area], area).filter(([place]) => !FREE.test(place)));

  test("are the same in French, key by key", () => {
    expect([...inFrench.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test("are not left in English", () => {
    const left = [...english].filter(
      ([place, text]) =>
        typeof text === "string" && /[a-z]{4}/.test(text.replace(/\{[\w:]+\}/g, "")) && inFrench.get(place) === text,
    );
    expect(left.filter(([, text]) => !SAME.test(text as string))).toEqual([]);
  });

  test("have the spaces and apostrophes of French", () => {
    const texts = [...inFrench].filter((entry): entry is [string, string] => typeof entry[1] === "string");
    expect(texts.filter(([, text]) => / [:;?!»](?!\w)|« /.test(text))).toEqual([]);
    expect(texts.filter(([, text]) => /\p{L}'\p{L}/u.test(text))).toEqual([]);
  });
});

test("every text is used", () => {
  const code = sources(SRC).join("\n");
  const unused = Object.entries(ENGLISH).flatMap(([area, texts]) =>
    entries(texts, area)
      .map(([place]) => place)
      .filter((place) => {
        const name = place.split("/").at(-1) ?? "";
        return !new RegExp(`[.{,\\s]${name}\\b|["\`']${name.replace(/[.*+?^$()|[\]\\]/g, "\\$&")}["\`']`).test(code);
      }),
  );
  expect(unused.filter((place) => !place.startsWith("rules/"))).toEqual([]);
});
