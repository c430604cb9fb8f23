/** By Excel's number of a border line, the number of Univer's; the index 0 is no line. */
const TO_UNIVER = [0, 1, 8, 4, 3, 13, 7, 2, 9, 5, 10, 6, 11, 12];

/** Univer's number of a line that a file names. */
export const univerLine = (line: number): number => TO_UNIVER[line] ?? 1;

/** Excel's number of a line of Univer. */
export const fileLine = (line: number): number => Math.max(1, TO_UNIVER.indexOf(line));
