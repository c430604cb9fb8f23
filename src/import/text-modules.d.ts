/** Text files are imported as their content (webpack asset/source; tools/jest-text-transform.js in tests). */
declare module "*.txt" {
  const text: string;
  export default text;
}
