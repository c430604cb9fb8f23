/** Holds back what pages send to Excel, so that a test decides whose request comes next. */
import type { DOMWindow } from "jsdom";

interface Bridge {
  sendMessageToHost: (text: string) => void;
}

interface Held {
  page: number;
  send: () => void;
}

/** So long nothing new has come before the next request is let through: each page has said what it has to say. */
const QUIET_MS = 4;

export class Gate {
  private held: Held[] = [];
  private open = false;
  /** Pages in the order in which their requests were let through. */
  readonly order: number[] = [];

  constructor(pages: readonly DOMWindow[]) {
    pages.forEach((window, page) => {
      const bridge = (window as unknown as { _richApiNativeBridge: Bridge })._richApiNativeBridge;
      const send = bridge.sendMessageToHost.bind(bridge);
      bridge.sendMessageToHost = (text) => {
        // Only requests wait; answers to events and the like go through.
        const request = (JSON.parse(text) as { type?: number }).type === 1;
        if (this.open || !request) send(text);
        else
          this.held.push({
            page,
            send: () => {
              send(text);
            },
          });
      };
    });
  }

  /**
   * Lets requests through one at a time until the work is done.
   * @param choose which of the held ones comes next, by its place in the list
   * @param between comes before each, with the number of those that went before
   */
  async through<T>(
    work: Promise<T>,
    choose: (waiting: number) => number,
    between: (count: number) => Promise<void> = () => Promise.resolve(),
  ): Promise<T> {
    let done = false;
    const end = work.finally(() => (done = true));
    end.catch(() => undefined);
    // Not read in the loop's own flow: the work ends while it waits.
    const finished = (): boolean => done;
    while (!finished()) {
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
      if (this.held.length === 0) continue;
      await between(this.order.length);
      const [next] = this.held.splice(choose(this.held.length), 1);
      if (!next) continue;
      this.order.push(next.page);
      next.send();
    }
    this.open = true;
    for (const { send } of this.held.splice(0)) send();
    return end;
  }
}
