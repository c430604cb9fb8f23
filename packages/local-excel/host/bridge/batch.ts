import { HostError, apiNotFound, invalidArgument, invalidOperation, itemNotFound } from "../errors";
import { requireMember } from "./api-sets";
import { NULL_OBJECT, isHostObject } from "./model";
import type { Call, HostObject } from "./model";
import { camel, identity, query } from "./query";
import type { QueryInfo } from "./query";
import type { TrackedRange } from "../engine/tracked-ranges";

interface ArgumentInfo {
  readonly Arguments?: unknown[];
  readonly ReferencedObjectPathIds?: unknown[];
}

interface ObjectPathInfo {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

interface ActionInfo {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
}

export interface RequestBody {
  readonly Actions: ActionInfo[];
  readonly ObjectPaths: Record<string, ObjectPathInfo>;
}

export interface ResponseBody {
  Results: { ActionId: number; Value: unknown }[];
  /** Traces that were passed: the runtime registers its two oldest events by them. */
  TraceIds: number[];
  Error?: { Code: string; Message: string; Location: string; ActionIndex: number };
}

type Resolved = HostObject | typeof NULL_OBJECT;

const ACTION = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  ensureUnchanged: 6,
  update: 7,
} as const;
const PATH = { root: 1, newObject: 2, method: 3, property: 4, indexer: 5, reference: 6, nullObject: 7 } as const;

/** Members that change nothing and answer nothing of the sheet: no calculation has to be awaited before them. */
const READS = new Set<number>([ACTION.query]);

/** Methods that look at what formulas give: these have to be calculated first. */
const USES_RESULTS = /^(?:getSpill|getUsedRange|getSpecialCells|find|copyFrom$|removeDuplicates$|apply$)/;

/** Methods that leave the workbook as it is: they read, show, select, calculate or subscribe. */
const LEAVES_WORKBOOK = /^(?:_|get|find|activate$|calculate$|close$|focus$|select$|setDirty$)/;

/** Works through one request: one batch of the add-in, one `context.sync()`. */
export class Batch {
  private readonly resolved = new Map<number, Resolved>();

  constructor(
    private readonly body: RequestBody,
    private readonly call: Call,
  ) {}

  async run(): Promise<ResponseBody> {
    const response: ResponseBody = { Results: [], TraceIds: [] };
    for (const [index, action] of this.body.Actions.entries()) {
      try {
        if (READS.has(action.ActionType)) await this.call.host.calculation.flush();
        const value = await this.act(action);
        response.Results.push({ ActionId: action.Id, Value: value ?? null });
        if (action.ActionType === ACTION.trace) response.TraceIds.push(action.Id);
      } catch (error) {
        response.Error = this.described(error, action, index);
        break;
      }
    }
    return response;
  }

  private described(error: unknown, action: ActionInfo, index: number): NonNullable<ResponseBody["Error"]> {
    if (!(error instanceof HostError)) this.call.host.onUnexpectedError(error);
    const code = error instanceof HostError ? error.code : "GeneralException";
    const message = error instanceof Error ? error.message : String(error);
    const object = this.resolved.get(action.ObjectPathId);
    const className = object && object !== NULL_OBJECT ? object.model.name : "";
    const path = this.body.ObjectPaths[String(action.ObjectPathId)];
    const name = action.Name === "" ? (path?.Name ?? "") : action.Name;
    return {
      Code: code,
      Message: message,
      Location: className ? `${className}.${camel(name)}` : camel(name),
      ActionIndex: index,
    };
  }

  private async act(action: ActionInfo): Promise<unknown> {
    switch (action.ActionType) {
      case ACTION.trace:
      case ACTION.ensureUnchanged:
        return null;
      case ACTION.instantiate:
        return identity(await this.path(action.ObjectPathId), this.call);
      case ACTION.query: {
        const object = await this.path(action.ObjectPathId);
        return query(object, action.QueryInfo ?? {}, this.call);
      }
      case ACTION.method:
        return this.method(action);
      case ACTION.setProperty: {
        const object = await this.path(action.ObjectPathId);
        const [value] = await this.arguments(action.ArgumentInfo);
        if (object !== NULL_OBJECT) this.setProperty(object, action.Name, value);
        return null;
      }
      case ACTION.update: {
        const [values] = await this.arguments(action.ArgumentInfo);
        const object = await this.path(action.ObjectPathId);
        if (object === NULL_OBJECT) return null;
        for (const [name, value] of Object.entries((values ?? {}) as object)) this.setProperty(object, name, value);
        return null;
      }
      default:
        throw invalidOperation(`action type ${String(action.ActionType)} is unknown`);
    }
  }

  private async method(action: ActionInfo): Promise<unknown> {
    const object = await this.path(action.ObjectPathId);
    const args = await this.arguments(action.ArgumentInfo);
    if (action.Name === "_KeepReference") {
      if (object !== NULL_OBJECT) {
        this.call.runtime.keep(object);
        if (object.model.name === "Range") this.call.host.trackedRanges.keep(object.self as TrackedRange);
      }
      return null;
    }
    // A method of a null object does nothing; Script Lab's samples begin with getItemOrNullObject("Sample").delete().
    if (object === NULL_OBJECT) return null;
    const answer = await this.invoke(object, action.Name, args);
    return isHostObject(answer) ? identity(answer, this.call) : answer === NULL_OBJECT ? null : answer;
  }

  private async invoke(object: HostObject, wireName: string, args: unknown[]): Promise<unknown> {
    const name = camel(wireName);
    const method = object.model.methods?.[name];
    if (!method) throw apiNotFound(`${object.model.name}.${name}`);
    requireMember(this.call.host.matrix, object.model.name, name);
    if (!LEAVES_WORKBOOK.test(name)) this.requireEditable(object);
    if (USES_RESULTS.test(name)) await this.call.host.calculation.flush();
    return method(object.self as never, args, this.call);
  }

  private setProperty(object: HostObject, wireName: string, value: unknown): void {
    const name = camel(wireName);
    const property = object.model.properties?.[name];
    if (!property) throw apiNotFound(`${object.model.name}.${name}`);
    requireMember(this.call.host.matrix, object.model.name, name);
    if (!property.set) throw new HostError("InvalidOperation", `${object.model.name}.${name} is read-only.`);
    this.requireEditable(object);
    property.set(object.self as never, value, this.call);
  }

  private requireEditable({ model }: HostObject): void {
    if (model.outsideWorkbook !== true) this.call.host.requireEditable(this.call.runtime.machine);
  }

  /** The object a path leads to; each path is walked once per batch, when it is first needed. */
  private async path(id: number): Promise<Resolved> {
    const existing = this.resolved.get(id);
    if (existing !== undefined) return existing;
    const info = this.body.ObjectPaths[String(id)];
    if (!info) throw invalidArgument(`object path ${String(id)}`);
    const object = await this.walk(info);
    this.resolved.set(id, object);
    return object;
  }

  private async walk(info: ObjectPathInfo): Promise<Resolved> {
    switch (info.ObjectPathType) {
      case PATH.root:
        return this.call.host.root();
      case PATH.newObject:
        return this.call.host.service(info.Name);
      case PATH.nullObject:
        return NULL_OBJECT;
      case PATH.reference: {
        const kept = this.call.runtime.references.get(info.Name);
        if (!kept) throw new HostError("InvalidReference", "This reference is not valid for the current operation.");
        return kept;
      }
      default:
        break;
    }
    const parent = await this.path(info.ParentObjectPathId ?? 0);
    if (parent === NULL_OBJECT) return NULL_OBJECT;
    const args = await this.arguments(info.ArgumentInfo);
    if (info.ObjectPathType === PATH.method) {
      const answer = await this.invoke(parent, info.Name, args);
      if (isHostObject(answer) || answer === NULL_OBJECT) return answer;
      throw apiNotFound(`${parent.model.name}.${camel(info.Name)} as an object`);
    }
    if (info.ObjectPathType === PATH.indexer) {
      if (!parent.model.item) throw apiNotFound(`${parent.model.name}.getItem`);
      return parent.model.item(parent.self as never, args, this.call);
    }
    const name = camel(info.Name);
    const navigate = parent.model.objects?.[name];
    if (!navigate) throw apiNotFound(`${parent.model.name}.${name}`);
    requireMember(this.call.host.matrix, parent.model.name, name);
    return navigate(parent.self as never, this.call);
  }

  /** Arguments may be other objects of the batch, given by the ids of their paths. */
  private async arguments(info: ArgumentInfo | undefined): Promise<unknown[]> {
    const values = info?.Arguments ?? [];
    const referenced = info?.ReferencedObjectPathIds;
    const answer: unknown[] = [];
    for (const [index, value] of values.entries()) answer.push(await this.argument(value, referenced?.[index]));
    return answer;
  }

  private async argument(value: unknown, reference: unknown): Promise<unknown> {
    if (Array.isArray(reference) && Array.isArray(value)) {
      const answer: unknown[] = [];
      for (const [index, item] of value.entries())
        answer.push(await this.argument(item, (reference as unknown[])[index]));
      return answer;
    }
    if (typeof reference === "number" && reference !== 0) return this.referenced(reference);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? this.inner(value) : value;
  }

  private async referenced(id: number): Promise<HostObject> {
    const object = await this.path(id);
    if (object === NULL_OBJECT) throw itemNotFound("an argument that is not there");
    return object;
  }

  /** Inside an object that is an argument, other objects of the batch stand as `{_ObjectPathId}`. */
  private async inner(value: unknown): Promise<unknown> {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return Promise.all(value.map((item) => this.inner(item)));
    const { _ObjectPathId: id } = value as { _ObjectPathId?: unknown };
    if (typeof id === "number") return this.referenced(id);
    const answer: Record<string, unknown> = {};
    for (const [name, item] of Object.entries(value)) answer[name] = await this.inner(item);
    return answer;
  }
}
