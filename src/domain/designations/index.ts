/** Parsing of names of texts, people, dates and timings. */
export * from "./dates";
export * from "./designations";
export * from "./distance";
export * from "./normalise";
export * from "./people";
export * from "./timing";
export * from "./natural-order";
