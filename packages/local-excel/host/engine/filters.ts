import { CommandType } from "@univerjs/core";

import type { Engine } from "./engine";

/** Criteria by the index of the column, as `Excel.FilterCriteria`. */
export type ColumnCriteria = ReadonlyMap<number, Record<string, unknown>>;

const SET_FILTER = "local-excel.mutation.set-filter";

/** What filters are on in the workbook: criteria by the id of the table or sheet. They are undone with the rows that they hide. */
export class Filters {
  private readonly criteria = new Map<string, ColumnCriteria>();

  constructor(private readonly engine: Engine) {
    engine.commands.registerCommand({
      id: SET_FILTER,
      type: CommandType.MUTATION,
      handler: (_accessor: unknown, params?: { id: string; criteria: ColumnCriteria | undefined }) => {
        if (params?.criteria) this.criteria.set(params.id, params.criteria);
        else if (params) this.criteria.delete(params.id);
        return true;
      },
    });
  }

  get isEmpty(): boolean {
    return this.criteria.size === 0;
  }

  all(): Iterable<[string, ColumnCriteria]> {
    return this.criteria;
  }

  of(id: string): ColumnCriteria | undefined {
    return this.criteria.get(id);
  }

  /** Sets all criteria of a table or sheet; without any it is not filtered any more. */
  set(id: string, criteria: ColumnCriteria | undefined): void {
    const wanted = criteria && criteria.size > 0 ? criteria : undefined;
    const step = (value: ColumnCriteria | undefined) => ({ id: SET_FILTER, params: { id, criteria: value } });
    const before = this.of(id);
    if (!before && !wanted) return;
    this.engine.run(SET_FILTER, step(wanted).params);
    this.engine.pushUndo([step(before)], [step(wanted)]);
  }
}
