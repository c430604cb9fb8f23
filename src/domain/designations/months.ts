/** The names of the months, as documents in English print them. */

export const MONTH_NAMES = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

const BEGINNINGS = MONTH_NAMES.map((name) => name.slice(0, 3).toLowerCase());

/** The number of a month, 1 to 12, by its name or its first three letters; 0 where it is none. */
export function monthNumber(name: string): number {
  return BEGINNINGS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}
