/**
 * One time limit for every test and hook, so long that only a test that never ends meets it: a slow or busy machine must not fail a test.
 * What is to be fast is measured by `npm run bench`.
 */
jest.setTimeout(1_200_000);
