/** An error as Excel's host answers it: the code is the contract, the message is for people. */
export class HostError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = "HostError";
    this.code = code;
  }
}

/** The argument is invalid or has the wrong size, as Excel says it. */
export function invalidArgument(detail: string): HostError {
  return new HostError("InvalidArgument", `The argument is invalid or missing or has an incorrect format. (${detail})`);
}

/** The named item is not there. */
export function itemNotFound(detail: string): HostError {
  return new HostError("ItemNotFound", `The requested resource doesn't exist. (${detail})`);
}

/** An item of that name is already there. */
export function itemAlreadyExists(detail: string): HostError {
  return new HostError("ItemAlreadyExists", `A resource with the same name or identifier already exists. (${detail})`);
}

/** The member is unknown here, or belongs to an API set above the declared one. */
export function apiNotFound(member: string, set?: string): HostError {
  const why = set === undefined ? "this stand-in does not know it" : `it needs ${set}`;
  return new HostError("ApiNotFound", `The API ${member} was not found: ${why}.`);
}

/** The operation is understood but cannot be done now. */
export function invalidOperation(detail: string): HostError {
  return new HostError("InvalidOperation", detail);
}

/** The sheet is protected. */
export function accessDenied(detail: string): HostError {
  return new HostError("AccessDenied", `You cannot perform the requested operation. (${detail})`);
}
