import { contains } from "../a1";
import { NULL_OBJECT, defineClass, objectOf } from "../bridge/model";
import type { TrackedRange } from "../engine/tracked-ranges";
import { HostError, itemNotFound } from "../errors";
import { areaOfRange } from "./lookup";

/** What getTables answers: the tables that touch a range. */
defineClass<{ range: TrackedRange; fullyContained: boolean }>({
  name: "TableScopedCollection",
  items: ({ range, fullyContained }, { host }) =>
    host.tables
      .at(range.sheetId, areaOfRange(range))
      .filter((table) => !fullyContained || contains(areaOfRange(range), table.area))
      .map(({ id }) => objectOf("Table", id)),
  item: (_self, [key], { host }) => {
    const table = host.tables.find(String(key));
    if (!table) throw itemNotFound(`table ${String(key)}`);
    return objectOf("Table", table.id);
  },
  methods: {
    getCount: ({ range }, _args, { host }) => host.tables.at(range.sheetId, areaOfRange(range)).length,
    getFirst: ({ range }, _args, { host }) => {
      const table = host.tables.at(range.sheetId, areaOfRange(range))[0];
      if (!table) throw new HostError("ItemNotFound", "no table touches the range");
      return objectOf("Table", table.id);
    },
    getItemOrNullObject: (_self, [key], { host }) => {
      const table = host.tables.find(String(key));
      return table ? objectOf("Table", table.id) : NULL_OBJECT;
    },
  },
});
