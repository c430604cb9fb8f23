import { apiNotFound } from "../errors";
import { requireMember } from "./api-sets";
import { NULL_OBJECT } from "./model";
import type { Call, ClassModel, HostObject } from "./model";

export interface QueryInfo {
  readonly Select?: string[];
  readonly Expand?: string[];
  readonly Top?: number;
  readonly Skip?: number;
}

interface Tree {
  [member: string]: Tree;
}

function treeOf(paths: readonly string[]): Tree {
  const root: Tree = {};
  for (const path of paths) {
    let node = root;
    for (const part of path.split("/")) {
      const name = camel(part);
      if (name !== "items") node = node[name] ??= {};
    }
  }
  return root;
}

export const capital = (name: string): string =>
  name.startsWith("_") ? `_${capital(name.slice(1))}` : name.charAt(0).toUpperCase() + name.slice(1);
export const camel = (name: string): string => {
  if (name.startsWith("_")) return `_${camel(name.slice(1))}`;
  return name.charAt(0).toLowerCase() + name.slice(1);
};

/** What an object answers when it is instantiated: its lasting identity. */
export function identity(object: HostObject | typeof NULL_OBJECT, call: Call): Record<string, unknown> | null {
  if (object === NULL_OBJECT) return null;
  const id = object.model.id?.(object.self as never, call);
  const kept = [...call.runtime.references].find(
    ([, reference]) => reference.self === object.self && reference.model === object.model,
  )?.[0];
  return {
    ...(id === undefined ? {} : { [object.model.properties?.["id"] ? "Id" : "_Id"]: id }),
    ...(kept === undefined ? {} : { _ReferenceId: kept }),
  };
}

/** Answers a load: the properties asked for, of the object or of every item of a collection. */
export function query(
  object: HostObject | typeof NULL_OBJECT,
  info: QueryInfo,
  call: Call,
): Record<string, unknown> | null {
  if (object === NULL_OBJECT) return null;
  const tree = treeOf([...(info.Select ?? []), ...(info.Expand ?? [])]);
  return read(object, tree, call, info);
}

function read(object: HostObject, tree: Tree, call: Call, page: QueryInfo = {}): Record<string, unknown> {
  const { model } = object;
  const own = Object.keys(tree).filter((name) => model.properties?.[name]);
  if (!model.items) return { ...identity(object, call), ...members(object, tree, call) };
  const answer: Record<string, unknown> = {};
  for (const name of own) answer[capital(name)] = property(object, name, call);
  if (own.length > 0 && own.length === Object.keys(tree).length) return answer;
  const rest = Object.fromEntries(Object.entries(tree).filter(([name]) => !own.includes(name)));
  const from = page.Skip ?? 0;
  const items = model
    .items(object.self as never, call)
    .slice(from, page.Top === undefined ? undefined : from + page.Top);
  answer["_Items"] = items.map((item) => ({ ...identity(item, call), ...members(item, rest, call) }));
  return answer;
}

/** `load("items")` and `{ $all: true }` come as "*". */
const isEverything = (name: string): boolean => name === "$all" || name === "*";

function members(object: HostObject, tree: Tree, call: Call): Record<string, unknown> {
  const { model } = object;
  const names = Object.keys(tree).filter((name) => name !== "$none");
  if (Object.keys(tree).length > 0 && names.length === 0) return {};
  const answer: Record<string, unknown> = {};
  const all = names.length === 0 || names.some(isEverything);
  const scalars = all ? everyProperty(model, call) : names.filter((name) => model.properties?.[name]?.get);
  for (const name of scalars) answer[capital(name)] = property(object, name, call);
  for (const name of names) {
    if (scalars.includes(name) || isEverything(name)) continue;
    const navigate = model.objects?.[name];
    if (!navigate) throw apiNotFound(`${model.name}.${name}`);
    requireMember(call.host.matrix, model.name, name);
    const child = navigate(object.self as never, call);
    answer[capital(name)] = child === NULL_OBJECT ? null : read(child, tree[name] ?? {}, call);
  }
  return answer;
}

function everyProperty(model: ClassModel, call: Call): string[] {
  return Object.keys(model.properties ?? {}).filter((name) => {
    if (!model.properties?.[name]?.get || model.lazy?.includes(name)) return false;
    try {
      requireMember(call.host.matrix, model.name, name);
      return true;
    } catch {
      return false;
    }
  });
}

export function property(object: HostObject, name: string, call: Call): unknown {
  const { model } = object;
  const declared = model.properties?.[name];
  if (!declared?.get) throw apiNotFound(`${model.name}.${name}`);
  requireMember(call.host.matrix, model.name, name);
  return declared.get(object.self as never, call);
}
