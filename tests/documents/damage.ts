/** Damaged copies of documents, as fast-check draws them: lines cut, doubled, swapped, joined, characters dropped. */
import * as fc from "fast-check";

/** One thing that may happen to the lines of a document; places are fractions of its length. */
export type Damage =
  | { what: "cut" | "double" | "join" | "blank"; at: number }
  | { what: "swap"; at: number; with: number }
  | { what: "drop"; at: number; character: number }
  | { what: "garbage"; at: number; text: string };

// Doubles would crowd at 0: their powers of two are as likely as one another.
const place = fc.noBias(fc.integer({ min: 0, max: 9999 })).map((share) => share / 10_000);

export const damages: fc.Arbitrary<Damage[]> = fc.array(
  fc.oneof(
    fc.record({
      what: fc.constantFrom("cut" as const, "double" as const, "join" as const, "blank" as const),
      at: place,
    }),
    fc.record({ what: fc.constant("swap" as const), at: place, with: place }),
    fc.record({ what: fc.constant("drop" as const), at: place, character: place }),
    fc.record({ what: fc.constant("garbage" as const), at: place, text: fc.string({ maxLength: 60 }) }),
  ),
  { minLength: 1, maxLength: 60 },
);

/** A copy of a text with the damages done to it in turn. */
export function damaged(text: string, list: readonly Damage[]): string {
  const lines = text.split("\n");
  for (const damage of list) {
    const at = Math.floor(damage.at * lines.length);
    const line = lines[at] ?? "";
    switch (damage.what) {
      case "cut":
        lines.splice(at, 1);
        break;
      case "double":
        lines.splice(at, 0, line);
        break;
      case "join":
        lines.splice(at, 2, `${line} ${lines[at + 1] ?? ""}`);
        break;
      case "blank":
        lines.splice(at, 0, "");
        break;
      case "swap": {
        const other = Math.floor(damage.with * lines.length);
        lines[at] = lines[other] ?? "";
        lines[other] = line;
        break;
      }
      case "drop": {
        const character = Math.floor(damage.character * line.length);
        lines[at] = line.slice(0, character) + line.slice(character + 1);
        break;
      }
      case "garbage":
        lines.splice(at, 0, damage.text);
        break;
    }
  }
  return lines.join("\n");
}
