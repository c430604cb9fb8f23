/** Finds the existing names nearest to one that no item has, for messages about misspelt names. */
import { editDistance } from "../designations/distance";

/** How many names are compared in full; the rest share too few letters to matter. */
const MOST_CANDIDATES = 60;
/** Groups of three letters that this many names share do not narrow the search. */
const COMMONEST = 1500;
/** Once so many share a rare group, names that only share commoner ones are farther away. */
const ENOUGH = 300;
const FARTHEST = 4;

/** Groups of three letters, with the ends marked. */
function trigrams(name: string): Set<string> {
  const padded = `^${name}$`;
  const groups = new Set<string>();
  for (let i = 0; i + 3 <= padded.length; i += 1) groups.add(padded.slice(i, i + 3));
  return groups;
}

/** A set of names in which those near a given name are found. */
export class NearestNames {
  private readonly byTrigram = new Map<string, string[]>();

  constructor(names: Iterable<string>) {
    for (const name of names) {
      for (const group of trigrams(name)) {
        const list = this.byTrigram.get(group);
        if (list === undefined) this.byTrigram.set(group, [name]);
        else list.push(name);
      }
    }
  }

  /** Names at most four slips away, and no more than half of the name, nearest first. */
  nearestTo(name: string, most: number): string[] {
    const limit = Math.min(FARTHEST, Math.max(1, Math.floor(name.length / 2)));
    return this.candidates(name)
      .map((candidate) => ({ candidate, distance: editDistance(name, candidate, limit) }))
      .filter(({ distance }) => distance <= limit)
      .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
      .slice(0, most)
      .map(({ candidate }) => candidate);
  }

  /** The names that share the most groups of letters, the rarest groups counted first. */
  private candidates(name: string): string[] {
    const postings = [...trigrams(name)]
      .map((group) => this.byTrigram.get(group) ?? [])
      .filter((list) => list.length > 0)
      .sort((a, b) => a.length - b.length);
    const shared = new Map<string, number>();
    for (const [index, list] of postings.entries()) {
      if (index > 0 && list.length > COMMONEST) break;
      const isFull = shared.size > ENOUGH;
      for (const candidate of list) {
        const count = shared.get(candidate);
        if (count !== undefined) shared.set(candidate, count + 1);
        else if (!isFull) shared.set(candidate, 1);
      }
    }
    return [...shared]
      .sort((a, b) => b[1] - a[1] || Math.abs(a[0].length - name.length) - Math.abs(b[0].length - name.length))
      .slice(0, MOST_CANDIDATES)
      .map(([candidate]) => candidate);
  }
}
