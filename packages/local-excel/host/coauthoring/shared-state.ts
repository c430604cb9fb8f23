import type { SheetState } from "../engine/sheet-state";
import type { Table } from "../engine/tables";
import type { DefinedName } from "../engine/names";
import type { Host } from "../host";
import { isListChange } from "./merge-state";
import type { ListChange } from "./merge-state";
import type { StateOperation } from "./operations";

type Entries = Record<string, unknown>;

/** What a workbook holds beside cells and what Univer keeps of its sheets: by group, by id, by property. */
export type SharedState = ReadonlyMap<string, ReadonlyMap<string, Entries>>;

/** A copy of the workbook's state, to be compared with a later one. */
export function readSharedState(host: Host): SharedState {
  const sheets = host.engine.sheets().map((sheet) => sheet.getSheetId());
  const { structureProtected, structurePassword, date1904 } = host;
  const state = new Map<string, Map<string, Entries>>([
    ["sheets", new Map(sheets.map((id) => [id, sheetEntries(host.sheetState(id))]))],
    ["sheetProperties", new Map(sheets.map((id) => [id, Object.fromEntries(host.sheetState(id).customProperties)]))],
    ["tables", new Map(host.tables.all().map((table) => [table.id, { ...table }]))],
    ["names", new Map(host.names.all().map((name) => [name.id, { ...name }]))],
    ["settings", valuesOf(host.settings)],
    ["documentProperties", valuesOf(host.documentProperties)],
    ["customProperties", valuesOf(host.customProperties)],
    ["filtered", new Map([...host.filters.all()].map(([id, criteria]) => [id, { value: [...criteria] }]))],
    ["workbook", new Map([["", { structureProtected, structurePassword, date1904 }]])],
  ]);
  return structuredClone(state);
}

function sheetEntries({ customProperties: _customProperties, ...entries }: SheetState): Entries {
  return entries;
}

function valuesOf(map: ReadonlyMap<string, unknown>): Map<string, Entries> {
  return new Map([...map].map(([key, value]) => [key, { value }]));
}

/** The operations that make one state of the other. */
export function stateChanges(before: SharedState, after: SharedState): StateOperation[] {
  const operations: StateOperation[] = [];
  for (const [group, entries] of after) {
    const old = before.get(group);
    for (const [id, value] of entries) {
      const was = old?.get(id);
      operations.push(
        ...(was ? propertyChanges([group, id], was, value) : [stateOperation([group, id], undefined, value)]),
      );
    }
    for (const [id, was] of old ?? []) {
      if (!entries.has(id)) operations.push(stateOperation([group, id], was, undefined));
    }
  }
  return operations;
}

function propertyChanges(path: readonly string[], before: Entries, after: Entries): StateOperation[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => {
    const [was, value] = [before[name], after[name]];
    if (JSON.stringify(was) === JSON.stringify(value)) return [];
    const isList = path[0] === "sheets" && Array.isArray(was) && Array.isArray(value);
    return [
      stateOperation(
        [...path, name],
        isList ? undefined : was,
        isList ? listChange(was, value) : value,
        after["sheetId"],
      ),
    ];
  });
}

function stateOperation(path: readonly string[], before: unknown, value: unknown, home?: unknown): StateOperation {
  const [group, id] = path;
  const sheetId = group === "sheets" || group === "sheetProperties" ? id : typeof home === "string" ? home : undefined;
  return { kind: "state", path, ...(sheetId === undefined ? {} : { sheetId }), before, value };
}

function listChange(before: readonly unknown[], after: readonly unknown[]): ListChange {
  const [old, now] = [before, after].map((items) => new Set(items.map((item) => JSON.stringify(item))));
  return {
    removed: before.filter((item) => now?.has(JSON.stringify(item)) !== true),
    added: after.filter((item) => old?.has(JSON.stringify(item)) !== true),
  };
}

function changedList(items: readonly unknown[], { removed, added }: ListChange): unknown[] {
  const keyOf = (item: unknown): string => {
    const { id } = item as { id?: unknown };
    return id === undefined ? JSON.stringify(item) : `id ${String(id)}`;
  };
  const replacements = new Map(added.map((item) => [keyOf(item), item]));
  const gone = new Set(removed.map(keyOf));
  const kept = items
    .filter((item) => replacements.has(keyOf(item)) || !gone.has(keyOf(item)))
    .map((item) => replacements.get(keyOf(item)) ?? item);
  const there = new Set(kept.map(keyOf));
  return [...kept, ...added.filter((item) => !there.has(keyOf(item)))];
}

/** Brings a change of state that another client made into this client's workbook. */
export function applyState(host: Host, { path, value }: StateOperation): void {
  const [group, id = "", property] = path;
  const patch = (property === undefined ? value : { [property]: value }) as Entries | undefined;
  switch (group) {
    case "sheets":
      if (patch) applyToSheet(host, id, patch);
      return;
    case "sheetProperties":
      for (const [key, text] of Object.entries(patch ?? {})) {
        if (text === undefined) host.sheetState(id).customProperties.delete(key);
        else host.sheetState(id).customProperties.set(key, String(text));
      }
      return;
    case "tables":
      host.tables.receive(id, patch as Partial<Table> | undefined);
      return;
    case "names":
      applyToName(host, id, patch as Partial<DefinedName> | undefined);
      return;
    case "settings":
      put(host.settings, id, patch?.["value"] as string | undefined);
      host.dispatcher.settingsChanged();
      return;
    case "documentProperties":
      put(host.documentProperties, id, patch?.["value"]);
      return;
    case "customProperties":
      put(host.customProperties, id, patch?.["value"]);
      return;
    case "filtered": {
      const criteria = patch?.["value"] as [number, Record<string, unknown>][] | undefined;
      host.filters.set(id, criteria && new Map(criteria));
      return;
    }
    case "workbook":
      Object.assign(host, patch);
      return;
    default:
      throw new Error(`a workbook has no state ${String(group)}`);
  }
}

function put<T>(map: Map<string, T>, key: string, value: T | undefined): void {
  if (value === undefined) map.delete(key);
  else map.set(key, value);
}

function applyToSheet(host: Host, sheetId: string, patch: Entries): void {
  const state = host.sheetState(sheetId) as unknown as Entries;
  const wasProtected = host.sheetState(sheetId).protection.protected;
  for (const [property, value] of Object.entries(patch)) {
    state[property] = isListChange(value) ? changedList(state[property] as unknown[], value) : structuredClone(value);
  }
  const isProtected = host.sheetState(sheetId).protection.protected;
  if (isProtected !== wasProtected) host.dispatcher.protectionChanged(sheetId, isProtected, host.engine.origin);
  host.onValidations(sheetId);
  host.onConditionalFormats(sheetId);
  host.onCharts(sheetId);
}

function applyToName(host: Host, id: string, patch: Partial<DefinedName> | undefined): void {
  const existing = host.names.all().find((name) => name.id === id);
  if (patch) host.names.set({ ...existing, ...patch } as DefinedName);
  else if (existing) host.names.remove(existing);
}
