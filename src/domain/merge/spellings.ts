/** Two spellings of one name, recognised by an equal title and Question. */
import { nearKey } from "../designations/normalise";
import { mapInSteps, type Steps } from "../steps";
import type { Text } from "./texts";
import { plainTitle } from "./titles";

/** A number has one spelling; amendments and corrigenda may have no ordinal number at first. */
const NUMBER = /^[a-z]\.\d(?!.*(?:amd|cor)\d*$)/;
/** The number of an amendment or corrigendum at the end of a name's key. */
const ORDINAL = /(amd|cor)(\d+)$/;

/** Returns a name's key without what differs between spellings of one name: hyphens, dots, the number of an amendment. */
export function spellingKey(name: string): string {
  return nearKey(name).replace(ORDINAL, "$1");
}

/**
 * Pairs of texts whose rows use two spellings of one name ("X.sgc_rcs" and "X.sgc-rcs", "X.1352Amd" and "X.1352 Amd.1"),
 * with equal Question and title. An amendment without a number is the only numbered one reported with or after it.
 */
export function* equivalentSpellings(texts: readonly Text[]): Steps<[Text, Text][]> {
  const alike = new Map<string, { text: Text; name: string }[]>();
  yield* mapInSteps(texts, (text) => {
    for (const { event, names } of text.drafts) {
      const { question, title } = event.printed ?? {};
      if (question == null || title == null) continue;
      for (const name of names.keys) {
        if (NUMBER.test(name)) continue;
        const key = [question, plainTitle(title), spellingKey(name)].join("\n");
        const found = alike.get(key);
        if (found) found.push({ text, name });
        else alike.set(key, [{ text, name }]);
      }
    }
  });
  return [...alike.values()].flatMap((rows) => {
    const ordinals = new Set(rows.flatMap(({ name }) => ORDINAL.exec(name)?.[2] ?? []));
    const first = rows[0];
    if (ordinals.size > 1 || first === undefined) return [];
    return rows.slice(1).map(({ text }): [Text, Text] => [first.text, text]);
  });
}
