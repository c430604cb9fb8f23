import type { HostObject } from "./model";

/** One add-in page: a window with Microsoft's client runtime in it, and what it asked to be told. */
export class Runtime {
  alive = true;
  /** Set once the page has registered its custom functions. */
  functionsReady = false;
  enableEvents = true;
  /** Resolves when what this page has sent so far has reached the workbook. */
  line: Promise<void> = Promise.resolve();
  readonly references = new Map<string, HostObject>();
  private readonly registrations = new Map<string, number>();
  private nextReference = 1;
  /** Handlers of `window.external.RegisterEvent`, by event number. */
  readonly externalHandlers = new Map<number, (id: number, payload: unknown) => void>();

  constructor(
    readonly id: number,
    readonly machine: string,
    private readonly send: (text: string) => void,
  ) {}

  post(message: object): void {
    if (this.alive) this.send(JSON.stringify(message));
  }

  register(type: number, target: string): void {
    const key = `${String(type)}|${target}`;
    this.registrations.set(key, (this.registrations.get(key) ?? 0) + 1);
  }

  unregister(type: number, target: string): void {
    const key = `${String(type)}|${target}`;
    const left = (this.registrations.get(key) ?? 0) - 1;
    if (left > 0) this.registrations.set(key, left);
    else this.registrations.delete(key);
  }

  listensTo(type: number, target: string): boolean {
    return this.registrations.has(`${String(type)}|${target}`);
  }

  keep(object: HostObject): string {
    for (const [id, kept] of this.references) if (kept.self === object.self && kept.model === object.model) return id;
    const id = `ref${String(this.id)}-${String(this.nextReference++)}`;
    this.references.set(id, object);
    return id;
  }
}
