/** Names of texts, people and dates, understood. */
export * from "./dates";
export * from "./designations";
export * from "./distance";
export * from "./normalise";
export * from "./people";
export * from "./timing";
export * from "./natural-order";
