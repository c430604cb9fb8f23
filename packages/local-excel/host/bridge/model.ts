import type { Host } from "../host";
import type { Runtime } from "./runtime";

/** One call of the add-in: the host it asks and the page that asks. */
export interface Call {
  readonly host: Host;
  readonly runtime: Runtime;
}

/** An object of Excel's model as a request sees it. `self` says which one; it is looked up each time it is used. */
export interface HostObject {
  readonly model: ClassModel;
  readonly self: unknown;
}

/** What `get…OrNullObject` answers when nothing is there. */
export const NULL_OBJECT = Symbol("null object");

export interface Property<T> {
  readonly get?: (self: T, call: Call) => unknown;
  readonly set?: (self: T, value: unknown, call: Call) => void;
}

type Method<T> = (self: T, args: unknown[], call: Call) => unknown;

/** The members of one class, as data. A member that is not named here does not exist. */
export interface ClassSpec<T> {
  readonly name: string;
  readonly properties?: Readonly<Record<string, Property<T>>>;
  readonly objects?: Readonly<Record<string, (self: T, call: Call) => HostObject | typeof NULL_OBJECT>>;
  readonly methods?: Readonly<Record<string, Method<T>>>;
  /** For a collection: its items, in order. */
  readonly items?: (self: T, call: Call) => HostObject[];
  /** For a collection: the item an indexer path names; also answers ids. */
  readonly item?: (self: T, args: unknown[], call: Call) => HostObject | typeof NULL_OBJECT;
  /** The lasting identity by which the runtime asks for the object from then on. */
  readonly id?: (self: T, call: Call) => string | number | undefined;
  /** It belongs to Excel and not to the workbook, and can be used where the workbook may not be changed. */
  readonly outsideWorkbook?: true;
  /** Properties left out of a load of everything. */
  readonly lazy?: readonly string[];
}

export type ClassModel = ClassSpec<never>;

const models = new Map<string, ClassModel>();

/** Declares a class. The members see `self` with its type; the bridge only passes it through. */
export function defineClass<T>(spec: ClassSpec<T>): ClassModel & { readonly of: (self: T) => HostObject } {
  const model = spec as unknown as ClassModel;
  models.set(spec.name, model);
  return { ...model, of: (self: T): HostObject => ({ model, self }) };
}

/** An object of a class declared elsewhere; classes refer to each other in circles, their files must not. */
export function objectOf(className: string, self: unknown): HostObject {
  const model = models.get(className);
  if (!model) throw new Error(`class ${className} is not declared`);
  return { model, self };
}

/** All declared classes, for the test that holds them against the published types. */
export function declaredClasses(): ClassModel[] {
  return [...models.values()];
}

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === "object" && value !== null && "model" in value && "self" in value;
}
