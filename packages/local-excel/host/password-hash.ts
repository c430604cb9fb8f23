/** The short hash by which files keep the password of a protected sheet ([ECMA-376] part 4, 14.7.1). */
export function passwordHash(password: string): string {
  let hash = 0;
  const rotate = (): void => {
    hash = ((hash >> 14) & 1) | ((hash << 1) & 0x7fff);
  };
  for (const character of [...password].reverse()) {
    rotate();
    hash ^= character.charCodeAt(0);
  }
  rotate();
  hash ^= password.length ^ 0xce4b;
  return hash.toString(16).toUpperCase().padStart(4, "0");
}
