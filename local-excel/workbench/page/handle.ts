/** What the page offers to its console and to tests as `window.localExcel`: what a person sees, as text. */
export interface WorkbenchHandle {
  /** Resolves when the host, the calculation and the add-in's calls are at rest. */
  settled(): Promise<void>;
  /** The visible sheets, in order. */
  sheetNames(): string[];
  /** What a cell shows, formatted. */
  text(sheet: string, address: string): string;
  /**
   * The address, in the column headed `column`, of the first row whose cells under the named headers show the given
   * texts; null where there is none. The header row is the first that holds all those headers.
   */
  findRow(sheet: string, row: Readonly<Record<string, string>>, column: string): string | null;
}
