import type { Worksheet } from "@univerjs/core";

import { areaOf } from "../a1";
import type { Area } from "../a1";
import { NULL_OBJECT, objectOf } from "../bridge/model";
import type { Call, HostObject } from "../bridge/model";
import type { TrackedRange } from "../engine/tracked-ranges";
import { invalidArgument, itemNotFound } from "../errors";
import { areaOfRange, choice, rangeAt, sheetOf, text } from "./lookup";
import type { Members } from "./lookup";

interface Criteria {
  readonly completeMatch?: unknown;
  readonly matchCase?: unknown;
  readonly searchDirection?: unknown;
}

/** "*" stands for any text, "?" for one character, "~" takes the meaning from the next of them, as in Excel's search. */
function matcher(wanted: string, { completeMatch, matchCase }: Criteria): (shown: string) => boolean {
  const pattern = wanted.replace(/~[*?~]|[*?]|[.+^${}()|[\]\\]/g, (part) => {
    if (part === "*") return "[^]*";
    if (part === "?") return "[^]";
    const literal = part.startsWith("~") ? part.slice(1) : part;
    return `\\${literal}`.replace("\\~", "~");
  });
  const expression = new RegExp(completeMatch === true ? `^(?:${pattern})$` : pattern, matchCase === true ? "u" : "iu");
  return (shown) => expression.test(shown);
}

/** The cells that show a text, row by row. */
function matches(call: Call, sheet: Worksheet, within: Area | undefined, wanted: unknown, criteria: unknown): Area[] {
  const sought = text(wanted, "text");
  if (sought === "") throw invalidArgument("text to find is empty");
  const used = call.host.cells.usedArea(sheet, true, within);
  if (!used) return [];
  const fits = matcher(sought, (criteria ?? {}) as Criteria);
  const found: Area[] = [];
  for (let row = used.startRow; row <= used.endRow; row++) {
    for (let column = used.startColumn; column <= used.endColumn; column++) {
      const shown = call.host.cells.text(sheet, row, column);
      if (shown !== "" && fits(shown)) found.push(areaOf(row, column));
    }
  }
  return found;
}

/** The first match after the first cell of the range, or the last one before it; the first cell itself comes last. */
function findInRange(self: TrackedRange, [wanted, criteria]: unknown[], call: Call): HostObject | undefined {
  const { searchDirection } = (criteria ?? {}) as Criteria;
  const direction = choice(searchDirection ?? "Forward", ["Forward", "Backwards"], "searchDirection");
  const area = areaOfRange(self);
  const all = matches(call, sheetOf(call.host, self.sheetId), area, wanted, criteria);
  const isFirst = (one: Area): boolean => one.startRow === area.startRow && one.startColumn === area.startColumn;
  const others = all.filter((one) => !isFirst(one));
  const found = (direction === "Forward" ? others[0] : others.at(-1)) ?? all[0];
  return found && rangeAt(call, self.sheetId, found);
}

/** `find` of a range. */
export const RANGE_SEARCH: Members<TrackedRange> = {
  find: (self, args, call) => {
    const found = findInRange(self, args, call);
    if (!found) throw itemNotFound(`no cell shows ${String(args[0])}`);
    return found;
  },
  findOrNullObject: (self, args, call) => findInRange(self, args, call) ?? NULL_OBJECT,
};

/** `findAll` of a worksheet. */
export const SHEET_SEARCH: Members<string> = {
  findAll: (sheetId, [wanted, criteria], call) => {
    const areas = matches(call, sheetOf(call.host, sheetId), undefined, wanted, criteria);
    if (areas.length === 0) throw itemNotFound(`no cell shows ${String(wanted)}`);
    return objectOf("RangeAreas", { sheetId, areas });
  },
  findAllOrNullObject: (sheetId, [wanted, criteria], call) => {
    const areas = matches(call, sheetOf(call.host, sheetId), undefined, wanted, criteria);
    return areas.length === 0 ? NULL_OBJECT : objectOf("RangeAreas", { sheetId, areas });
  },
};
