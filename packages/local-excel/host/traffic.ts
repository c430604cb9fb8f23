/** What passed between the add-in and the host: the add-in's round trips, and what they weigh. */
export class Traffic {
  requests = 0;
  requestBytes = 0;
  responseBytes = 0;
  /** The largest single request, in bytes of its text. */
  largestRequest = 0;

  count(request: string, response: string): void {
    this.requests += 1;
    this.requestBytes += request.length;
    this.responseBytes += response.length;
    this.largestRequest = Math.max(this.largestRequest, request.length);
  }

  reset(): void {
    this.requests = 0;
    this.requestBytes = 0;
    this.responseBytes = 0;
    this.largestRequest = 0;
  }
}

export type Fault =
  /** The host answers with an error and does nothing. */
  | { readonly kind: "error"; readonly code?: string; readonly message?: string }
  /** The host does the work, the answer never comes. */
  | { readonly kind: "noAnswer" }
  /** The request is lost: nothing is done, nothing is answered. */
  | { readonly kind: "lost" }
  /** The page is closed when the request arrives. */
  | { readonly kind: "detach" };

/** Failures for tests: request N (counted from now, the first is 1) meets a fault. */
export class Faults {
  private readonly planned = new Map<number, Fault>();
  private seen = 0;
  /** While set, every request fails as in Excel while a person edits a cell. */
  cellEditMode = false;
  /** Characters above which an answer does not get through, where a test makes it less than in Excel. */
  answerLimit: number | undefined;
  /** Milliseconds that a request of a machine is under way before it reaches the workbook; a machine's requests stay in order. */
  latency: ((machine: string) => number) | undefined;

  at(request: number, fault: Fault): void {
    this.planned.set(this.seen + request, fault);
  }

  clear(): void {
    this.planned.clear();
  }

  next(): Fault | undefined {
    this.seen += 1;
    const fault = this.planned.get(this.seen);
    this.planned.delete(this.seen);
    return fault;
  }
}
