import type { LocalExcel } from "../index";
import { contestedSheets, differences } from "./agreement";
import type { Operation } from "./operations";
import { Recorder } from "./recorder";
import { replay } from "./replay";
import { transform } from "./transform";

interface Message {
  readonly operations: readonly Operation[];
  readonly from: Client;
  /** When it arrives, in milliseconds of the server's clock. */
  readonly due: number;
}

/** How long changes of a client are under way, in milliseconds. */
export interface Delays {
  /** From this client to the server. */
  upload: number;
  /** From the server to this client. */
  download: number;
}

const APART = 1_000_000;

/** One Excel with a view of its own of the workbook. */
class Client {
  readonly delays: Delays = { upload: 0, download: 0 };
  /** On the way to the server, and from it; each as it has to be done after what this client and the server have both seen. */
  up: Message[] = [];
  down: Message[] = [];
  readonly recorder: Recorder;

  constructor(
    readonly excel: LocalExcel,
    readonly name: string,
  ) {
    this.recorder = new Recorder(excel.host);
  }
}

/**
 * The service through which the clients of one workbook see each other's changes: it puts them in an order and passes
 * them on, late. A change that reaches a client after changes of its own is transformed, so that all clients end alike;
 * where two wrote the same cell, the later one in the server's order wins. Where changes of the structure leave clients
 * different, the workbook of the first one counts once everything has arrived. Its clock is virtual: `advance` moves it.
 */
export class CoauthoringServer {
  /** Milliseconds on the virtual clock. */
  now = 0;
  private readonly clients: Client[] = [];
  private delivering: Promise<void> | undefined;
  /** Sheets on which clients may differ once they have everything. */
  private readonly contested = new Set<string>();

  /** Makes an Excel, which already shows the workbook, one of the clients. */
  join(excel: LocalExcel): void {
    const client = new Client(excel, `client-${String(this.clients.length + 1)}`);
    if (this.clients.length > 0) excel.host.startIdsAt(this.clients.length * APART);
    this.clients.push(client);
    excel.host.afterExclusive = () => {
      this.send(client);
    };
    excel.alsoBusy.push(() => this.busy);
  }

  /** The client is closed: it hears nothing more. */
  leave(excel: LocalExcel): void {
    const index = this.clients.findIndex((client) => client.excel === excel);
    if (index < 0) return;
    excel.host.afterExclusive = () => undefined;
    this.clients.splice(index, 1);
  }

  /** The delays of one client; they hold for what is sent from now on. */
  delaysOf(excel: LocalExcel): Delays {
    const client = this.clients.find((other) => other.excel === excel);
    if (!client) throw new Error("this Excel is no client of the workbook");
    return client.delays;
  }

  /** Whether a change is due that has not arrived yet. */
  get busy(): boolean {
    return this.delivering !== undefined || this.next(this.now) !== undefined;
  }

  /** Whether a change is under way to a client. */
  get isBehind(): boolean {
    return this.next() !== undefined;
  }

  /** Moves the clock; what becomes due arrives, in order. Resolves when all clients have settled. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.now + milliseconds;
    await this.deliver();
    for (let due = this.next(end); due !== undefined; due = this.next(end)) {
      this.now = Math.max(this.now, due);
      await this.deliver();
      await this.settled();
    }
    this.now = end;
    await this.settled();
  }

  /** Moves the clock until every client has every change. */
  async synchronize(): Promise<void> {
    await this.advance(0);
    for (let due = this.next(); due !== undefined; due = this.next()) await this.advance(Math.max(0, due - this.now));
  }

  /** Resolves when no client has anything under way. */
  async settled(): Promise<void> {
    for (const { excel } of this.clients) await excel.settled();
  }

  private send(client: Client): void {
    const operations = client.recorder.take();
    if (operations.length > 0) {
      client.up.push({ operations, from: client, due: this.now + client.delays.upload });
    }
    this.receive();
    if (this.next(this.now) !== undefined) void this.deliver();
  }

  /** The earliest time at which something arrives. @param until nothing later counts */
  private next(until = Number.POSITIVE_INFINITY): number | undefined {
    const dues = this.clients.flatMap(({ up, down }) => [up[0]?.due, down[0]?.due]);
    const due = Math.min(...dues.filter((time) => time !== undefined));
    return due <= until && Number.isFinite(due) ? due : undefined;
  }

  /** The server takes what has arrived, and sends it to the other clients. */
  private receive(): void {
    for (const client of this.clients) {
      for (let message = client.up[0]; message && message.due <= this.now; message = client.up[0]) {
        client.up.shift();
        let { operations } = message;
        client.down = client.down.map((other) => {
          const [down, up] = this.transformed(other.operations, operations);
          operations = up;
          return { ...other, operations: down };
        });
        for (const other of this.clients) {
          if (other === client) continue;
          const last = other.down.at(-1)?.due ?? 0;
          other.down.push({ operations, from: client, due: Math.max(last, this.now + other.delays.download) });
        }
      }
    }
  }

  private async deliver(): Promise<void> {
    while (this.delivering) await this.delivering;
    this.receive();
    const late = this.clients.filter(({ down }) => down[0] && down[0].due <= this.now);
    if (late.length === 0 && (this.contested.size === 0 || this.next() !== undefined)) return;
    this.delivering = (late.length > 0 ? Promise.all(late.map((client) => this.bring(client))) : this.agree()).then(
      () => {
        this.delivering = undefined;
      },
    );
    await this.delivering;
    await this.deliver();
  }

  private transformed(earlier: readonly Operation[], later: readonly Operation[]): readonly [Operation[], Operation[]] {
    for (const sheetId of contestedSheets(earlier, later)) this.contested.add(sheetId);
    return transform(earlier, later);
  }

  /** Everybody has everything: makes the contested sheets of all clients those of the first. */
  private async agree(): Promise<void> {
    const sheets = [...this.contested];
    this.contested.clear();
    const [first, ...others] = this.clients;
    for (const client of others) {
      const { host } = client.excel;
      await host.exclusive(async () => {
        const operations = first ? differences(host, first.excel.host, sheets) : [];
        if (operations.length === 0) return;
        await host.batch({ kind: "person", machine: first?.name ?? "" }, () => {
          replay(host, operations);
          client.recorder.resume();
          return Promise.resolve();
        });
      });
    }
  }

  /** Brings one client what is due, between two things that happen there. */
  private async bring(client: Client): Promise<void> {
    const { host } = client.excel;
    await host.exclusive(async () => {
      this.send(client);
      for (let message = client.down[0]; message && message.due <= this.now; message = client.down[0]) {
        client.down.shift();
        let { operations } = message;
        client.up = client.up.map((own) => {
          const [down, up] = this.transformed(operations, own.operations);
          operations = down;
          return { ...own, operations: up };
        });
        await host.batch({ kind: "person", machine: message.from.name }, () => {
          replay(host, operations);
          client.recorder.resume();
          return Promise.resolve();
        });
      }
    });
  }
}
