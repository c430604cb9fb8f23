import { bounding, contains } from "../a1";
import type { Area } from "../a1";
import type { StateOperation } from "./operations";

/** A change of a list: items with an id are replaced by those with the same id. */
export interface ListChange {
  readonly removed: readonly unknown[];
  readonly added: readonly unknown[];
}

/**
 * A change of state as it has to be done after another one. The later one wins, entry by entry; lists are merged, tables
 * that both clients made larger are as large as both want, and a table's columns are merged by their ids.
 */
export function mergedState(operation: StateOperation, other: StateOperation, wins: boolean): StateOperation[] {
  const clash = tableNameClash(operation, other, wins);
  if (clash) return clash;
  if (isInside(operation.path, other.path)) return other.value === undefined ? [] : [operation];
  if (operation.path.join("\0") !== other.path.join("\0")) return [operation];
  if (isListChange(operation.value) && isListChange(other.value)) return [operation];
  const [, , property] = operation.path;
  if (operation.path[0] === "tables" && property === "area") {
    return [{ ...operation, value: mergedArea(operation, other) ?? (wins ? operation.value : other.value) }];
  }
  if (operation.path[0] === "tables" && property === "columns") {
    const [loser, winner] = wins ? [other, operation] : [operation, other];
    return [{ ...operation, value: mergedColumns(loser, winner) }];
  }
  return wins ? [operation] : [];
}

const isInside = (path: readonly string[], outer: readonly string[]): boolean =>
  path.length > outer.length && outer.every((part, index) => path[index] === part);

export function isListChange(value: unknown): value is ListChange {
  return typeof value === "object" && value !== null && "removed" in value && "added" in value;
}

function mergedArea(operation: StateOperation, other: StateOperation): Area | undefined {
  const [before, own, theirs] = [operation.before, operation.value, other.value] as (Area | undefined)[];
  if (!before || !own || !theirs || !contains(own, before) || !contains(theirs, before)) return undefined;
  return bounding(own, theirs);
}

interface Column {
  readonly id: number;
  readonly name: string;
}

/** The columns that the later change leaves, with the names that the earlier one gave to those it does not rename. */
function mergedColumns(loser: StateOperation, winner: StateOperation): unknown {
  const nameIn = (columns: unknown, id: number): string | undefined =>
    (columns as Column[] | undefined)?.find((column) => column.id === id)?.name;
  return (winner.value as Column[]).map((column) => {
    const kept = nameIn(winner.before, column.id) === column.name;
    return kept ? { ...column, name: nameIn(loser.value, column.id) ?? column.name } : column;
  });
}

/** Two tables never get the same name: the later one gets a number. */
function tableNameClash(operation: StateOperation, other: StateOperation, wins: boolean): StateOperation[] | undefined {
  const [own, theirs] = [tableName(operation), tableName(other)];
  if (own === undefined || own.toLowerCase() !== theirs?.toLowerCase()) return undefined;
  const [area, id = ""] = operation.path;
  const [, otherId = ""] = other.path;
  if (id === otherId || area === undefined) return undefined;
  const name = `${own}_1`;
  if (wins) {
    const value = typeof operation.value === "string" ? name : { ...(operation.value as object), name };
    return [{ ...operation, value }];
  }
  return [{ kind: "state", path: [area, otherId, "name"], before: own, value: name }, operation];
}

function tableName({ path, value }: StateOperation): string | undefined {
  if (path[0] !== "tables") return undefined;
  if (path[2] === "name") return String(value);
  return path.length === 2 && value !== undefined ? (value as { name: string }).name : undefined;
}
