/**
 * What a load wrote, as a short text beside it (hidden column Loaded): so that a later load, on whoever's machine, tells what people have
 * changed since. It moves with its row, survives saving, and says nothing of the content.
 */
import { hash } from "../domain/hash";
import type { Cell } from "./table-specs/spec";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** 24 bits a cell: one edit in 16 million is missed. */
const CELL_CHARACTERS = 4;
const BLANK = ".";

/** A number and a text that look alike are equal, since Excel converts one into the other. */
const textOf = (cell: Cell): string => (typeof cell === "string" ? cell : String(cell));

function characters(value: number, count: number): string {
  let out = "";
  for (let at = 0; at < count; at += 1) out += ALPHABET.charAt((value >>> (6 * at)) & 63);
  return out;
}

const cellCharacters = (cell: Cell): string => (cell === "" ? BLANK : characters(hash(textOf(cell)), CELL_CHARACTERS));

/** Fingerprint of each cell of a row, in the layout's order. */
export function cellFingerprint(cells: readonly Cell[]): string {
  let out = "";
  for (const cell of cells) out += cellCharacters(cell);
  return out;
}

/** One fingerprint for a whole row. */
export function rowFingerprint(cells: readonly Cell[]): string {
  let value = 0x811c9dc5;
  for (const cell of cells) value = hash(textOf(cell), value ^ 0x1f);
  return characters(value, 5);
}

/**
 * Which cells of a row are as a load left them.
 * @param cells in the order in which they were fingerprinted
 * @param loaded the row's fingerprint; of none, or one of another layout, every cell counts as people's own
 */
export function untouched(cells: readonly Cell[], loaded: string, granularity: "cell" | "row"): boolean[] {
  if (granularity === "row") {
    const same = loaded !== "" && rowFingerprint(cells) === loaded;
    return cells.map(() => same);
  }
  const parts = split(loaded);
  if (parts.length !== cells.length) return cells.map(() => false);
  return cells.map((cell, index) => cellCharacters(cell) === parts[index]);
}

/**
 * The fingerprint of a row, one part a cell, for columns in another order.
 * @param before headers in the order of the fingerprint; one of another number of cells fits nothing, and stays
 * @param after headers in the new order
 * @param added the cells of the columns that are new
 */
export function rearranged(
  loaded: string,
  before: readonly string[],
  after: readonly string[],
  added: ReadonlyMap<string, Cell>,
): string {
  const parts = split(loaded);
  if (parts.length !== before.length) return loaded;
  return after.map((header) => parts[before.indexOf(header)] ?? cellCharacters(added.get(header) ?? "")).join("");
}

function split(loaded: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < loaded.length;) {
    const length = loaded.charAt(at) === BLANK ? 1 : CELL_CHARACTERS;
    parts.push(loaded.slice(at, at + length));
    at += length;
  }
  return parts;
}
