/** Names that one table prints for two texts: they do not tell which of them is meant. */
import { normaliseName } from "../designations/normalise";
import { mapInSteps, type Steps } from "../steps";
import type { Draft } from "./document-events";
import type { RowNames } from "./row-names";

/** A name that two rows of one table use for different texts. */
export interface Contested {
  name: string;
  table: string;
  rows: [Draft, Draft];
  /** Whether it is the present name of both; otherwise it still identifies the row whose present name it is. */
  isPresent: boolean;
}

/** The table of a row; null for what a user entered. */
export function tableOf({ event: { source } }: Draft): string | null {
  return source === null ? null : [source.document, source.annex, source.section].join("|");
}

function differ(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && normaliseName(a) !== normaliseName(b);
}

/** Whether two rows have different numbers or different provisional names. */
export function differentNames(first: RowNames, second: RowNames): boolean {
  return differ(first.number, second.number) || differ(first.name, second.name);
}

/** Names that one table gives to two texts with different numbers or provisional names. */
export function* contestedNames(drafts: readonly Draft[]): Steps<Contested[]> {
  const contested = new Map<string, Contested>();
  for (const isPresent of [false, true]) {
    const first = new Map<string, Draft>();
    yield* mapInSteps(drafts, (draft) => {
      const table = draft.event.source?.column === null ? tableOf(draft) : null;
      if (table === null) return;
      for (const name of isPresent ? draft.names.ownKeys : draft.names.keys) {
        const key = `${table}|${name}`;
        const other = first.get(key);
        if (other === undefined) first.set(key, draft);
        else if (differentNames(other.names, draft.names))
          contested.set(key, { name, table, rows: [other, draft], isPresent });
      }
    });
  }
  return [...contested.values()];
}
