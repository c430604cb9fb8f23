import { CELL_INVERTED_INDEX_CACHE } from "@univerjs/engine-formula";

type Positions = Map<unknown, Set<number>>;

let installed = false;

/**
 * Univer notes every result of a pass for lookups, by value; before it notes one it looks through all values of the
 * column for the row's former one. With ten thousand different results in a column that is most of the calculation.
 * A row that was not noted in this pass has no former value, so the search is spared.
 */
export function spareLookupSearches(): void {
  if (installed) return;
  installed = true;
  const cache = CELL_INVERTED_INDEX_CACHE;
  const set = cache.set.bind(cache);
  const clear = cache.clear.bind(cache);
  const noted = new Map<string, Set<number>>();
  cache.set = (unitId, sheetId, column, value, row, force = false) => {
    const key = `${unitId}|${sheetId}|${String(column)}`;
    let rows = noted.get(key);
    if (!rows) noted.set(key, (rows = new Set()));
    const positions = cache.getCellValuePositions(unitId, sheetId, column) as Positions | undefined;
    const spare = force && positions !== undefined && !rows.has(row);
    rows.add(row);
    if (!spare) {
      set(unitId, sheetId, column, value, row, force);
      return;
    }
    // The search iterates over the map; for the length of this call there is nothing in it.
    Object.defineProperty(positions, Symbol.iterator, { value: nothing, configurable: true });
    try {
      set(unitId, sheetId, column, value, row, force);
    } finally {
      Reflect.deleteProperty(positions, Symbol.iterator);
    }
  };
  cache.clear = () => {
    noted.clear();
    clear();
  };
}

function* nothing(): Generator<never> {
  // Nothing to find.
}
