/**
 * Writing to filtered tables. Desktop Excel writes an array over filtered rows into other rows (office-js#224, xlwings#747) and refuses to
 * delete a row of a filtered table (office-js#994, xlwings#2587). So rows are written one by one where a filter may hide some, and for what
 * needs more the criteria are cleared and applied again within the same request.
 */
/** What a filtered table shows, column by column; null for a column without criteria. */
export type Filter = readonly (Excel.FilterCriteria | null)[];

/**
 * Queues work on a table with all its rows shown; its filter, if it has one, shows afterwards what it showed before, wherever its columns are
 * then. The request fails before its first write where a filtered column is missing.
 */
export function unfiltered<T>(
  context: Excel.RequestContext,
  {
    name,
    filter,
    headers,
  }: { readonly name: string; readonly filter: Filter | null; readonly headers: readonly string[] },
  queue: () => T,
): T {
  if (!filter) return queue();
  const table = context.workbook.tables.getItem(name);
  const filtered = filter.flatMap((criteria, at) =>
    criteria ? [{ criteria, column: table.columns.getItem(headers[at] ?? "") }] : [],
  );
  for (const { column } of filtered) column.load("name");
  table.clearFilters();
  const result = queue();
  for (const { column, criteria } of filtered) column.filter.apply(criteria);
  return result;
}

/** Reads the filters of some tables: one request. */
export async function readFilters(
  context: Excel.RequestContext,
  names: readonly string[],
): Promise<ReadonlyMap<string, Filter | null>> {
  const requested = names.map((name) => {
    const { autoFilter } = context.workbook.tables.getItem(name);
    autoFilter.load("isDataFiltered,criteria");
    return { name, autoFilter };
  });
  await context.sync();
  return new Map(requested.map(({ name, autoFilter }) => [name, filterOf(autoFilter)]));
}

/** The criteria of a filter that was read; null where it hides nothing. */
export function filterOf({ isDataFiltered, criteria }: Excel.AutoFilter): Filter | null {
  if (!isDataFiltered) return null;
  return (criteria as (Excel.FilterCriteria | null | undefined)[]).map((each) => each ?? null);
}

/** The rows of a range, one by one where a filter may hide some of them, else as one block. */
export function rowsAtOnce(count: number, isFiltered: boolean): { first: number; count: number }[] {
  if (!isFiltered) return count === 0 ? [] : [{ first: 0, count }];
  return Array.from({ length: count }, (_, first) => ({ first, count: 1 }));
}
