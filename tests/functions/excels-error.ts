/** Excel's own error, as the functions' runtime has it: what is thrown for a call and put into a cell. */
export class ExcelError extends Error {
  constructor(
    readonly code: string,
    override readonly message: string,
  ) {
    super(message);
  }
}

Object.assign(globalThis, {
  CustomFunctions: { Error: ExcelError, ErrorCode: { notAvailable: "#N/A", invalidValue: "#VALUE!" } },
});
